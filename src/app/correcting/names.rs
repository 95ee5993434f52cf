//! Names: two that are one, another one, of another kind, none at all, a new one.

use super::question::{Asked, Choice, Free, Question, one_line};
use super::{ask, choose, everywhere, make, say, say_done, selected};
use crate::app::effect::Effect;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::view::parts::kind_name;
use crate::app::view::{Role, Subject, View};
use crate::mark::{Correction, Entity, EntityKind, Naming, Scope};
use crate::text::find::{Pattern, Query};
use crate::words::correcting::Correcting;
use jiff::Timestamp;

/// The entity that is chosen, or mentioned under the caret.
fn here(model: &Model) -> Option<&Entity> {
    let index = match model.view {
        View::Entities => match listing::chosen_subject(model)? {
            Subject::Entity(index) => index,
            _ => return None,
        },
        View::Text => model.analysis.mentions.at(model.reading.caret).next()?.1.entity,
        _ => return None,
    };
    model.analysis.entities.get(index)
}

/// The other names, the most mentioned first; dates and amounts only beside their like.
fn others(model: &Model, entity: &Entity) -> Vec<Choice> {
    let others =
        model.analysis.entities.iter().filter(|other| {
            other.name != entity.name && other.kind.is_landmark() == entity.kind.is_landmark()
        });
    others.map(|other| choice(model, other)).collect()
}

fn choice(model: &Model, entity: &Entity) -> Choice {
    let kind = kind_name(entity.kind).say(model.lang);
    Choice {
        name: entity.name.clone(),
        note: format!("{kind} · {}", entity.mentions.len()),
        role: Role::Entity(entity.kind),
        letter: None,
    }
}

/// `m`: asks which other name is the same.
pub(super) fn merge(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(entity) = here(model) else { return say(model, Correcting::NoEntityHere, now) };
    let (name, others) = (entity.name.clone(), others(model, entity));
    if others.is_empty() {
        return say(model, Correcting::NoOther, now);
    }
    ask(model, Question::new(Asked::Merge(name), others, Free::No))
}

/// `r`: asks for another name.
pub(super) fn rename(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(entity) = here(model) else { return say(model, Correcting::NoEntityHere, now) };
    let question = Question::new(Asked::Rename(entity.name.clone()), others(model, entity), Free::First);
    let question = question.with(&entity.name);
    ask(model, question)
}

/// `of` is called `to` from now on. Where something is called so already, the two are one.
pub(super) fn name(model: &mut Model, scope: Scope, of: &str, to: &str, now: Timestamp) -> Vec<Effect> {
    if to.is_empty() || to == of {
        return say(model, Correcting::Unchanged, now);
    }
    let is_taken = model.analysis.entity_named(to).is_some();
    let corrections = model.notes.corrections();
    // Were `to` called something else still, the two would be called by turns for ever.
    let mut facts = everywhere(&Correction::Name { of: to.to_owned(), to: None }).to_vec();
    // What was said of the old name goes on to hold of the new one.
    if let Some(naming @ Naming::Name(_)) = corrections.kind_of(of)
        && !is_taken
        && corrections.kind_of(to).is_none()
        && !is_declared(model, of)
    {
        facts.push((scope, Correction::Kind { of: to.to_owned(), to: Some(naming) }));
    }
    facts.push((scope, Correction::Name { of: of.to_owned(), to: Some(to.to_owned()) }));
    let more = if is_taken { Correcting::United.say(model.lang) } else { "" };
    let effects = make(model, facts, more, now);
    choose_entity(model, to);
    effects
}

fn choose_entity(model: &mut Model, name: &str) {
    let Some(entity) = model.analysis.entity_named(name) else { return };
    choose(model, View::Entities, |subject| *subject == Subject::Entity(entity));
}

/// `t`: asks what it is.
pub(super) fn retype(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(entity) = here(model) else { return say(model, Correcting::NoEntityHere, now) };
    let (name, kind) = (entity.name.clone(), entity.kind);
    ask_kind(model, name, kind, Scope::Document)
}

fn ask_kind(model: &mut Model, of: String, kind: EntityKind, scope: Scope) -> Vec<Effect> {
    let choice = |kind: EntityKind| Choice {
        name: kind_name(kind).say(model.lang).to_owned(),
        note: String::new(),
        role: Role::Entity(kind),
        letter: None,
    };
    let choices = EntityKind::ALL.map(choice).to_vec();
    let start = EntityKind::ALL.iter().position(|&known| known == kind).unwrap_or(0);
    let question = Question::new(Asked::Kind(of), choices, Free::No).starting_at(start).meant_for(scope);
    ask(model, question)
}

/// The words `of` are of the kind chosen.
pub(super) fn kind(
    model: &mut Model,
    scope: Scope,
    of: &str,
    chosen: Option<usize>,
    now: Timestamp,
) -> Vec<Effect> {
    let Some(kind) = chosen.and_then(|chosen| EntityKind::ALL.get(chosen)) else { return Vec::new() };
    let known = model.analysis.entity_named(of).map(|entity| model.analysis.entities[entity].kind);
    if known == Some(*kind) {
        return say(model, Correcting::Unchanged, now);
    }
    let fact = Correction::Kind { of: of.to_owned(), to: Some(Naming::Name(*kind)) };
    let effects = make(model, vec![(scope, fact)], "", now);
    let called = model.notes.corrections().name_of(of).to_owned();
    choose_entity(model, &called);
    effects
}

/// `dd`: it is no name. On a hidden one: it is shown again.
pub(super) fn hide(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if let Some(Subject::Hidden(name)) = listing::chosen_subject(model) {
        return show(model, &name, now);
    }
    let Some(name) = here(model).map(|entity| entity.name.clone()) else {
        return say(model, Correcting::NoEntityHere, now);
    };
    if is_declared(model, &name) {
        let effects =
            make(model, everywhere(&Correction::Kind { of: name.clone(), to: None }).to_vec(), "", now);
        say_done(model, &name, Correcting::GivenUp.say(model.lang), now);
        return effects;
    }
    let fact = Correction::Kind { of: name, to: Some(Naming::Nothing) };
    make(model, vec![(Scope::Document, fact)], "", now)
}

fn show(model: &mut Model, name: &str, now: Timestamp) -> Vec<Effect> {
    let effects =
        make(model, everywhere(&Correction::Kind { of: name.to_owned(), to: None }).to_vec(), "", now);
    say_done(model, name, Correcting::ShownAgain.say(model.lang), now);
    choose_entity(model, name);
    effects
}

/// Whether the name is there only because the person said so.
fn is_declared(model: &Model, name: &str) -> bool {
    let corrections = model.notes.corrections();
    matches!(corrections.kind_of(name), Some(Naming::Name(_)))
        && !model.found.entities.iter().any(|entity| corrections.name_of(&entity.name) == name)
}

/// Enter on the heading of the hidden names unfolds them; on one of them shows it again.
pub(super) fn open_hidden(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    match listing::chosen_subject(model)? {
        Subject::HiddenNames => {
            let list = &mut model.lists.entities;
            list.unfolded = !list.unfolded;
            listing::settle(model);
            Some(Vec::new())
        }
        Subject::Hidden(name) => Some(show(model, &name, now)),
        _ => None,
    }
}

/// `A`: asks for words that are a name.
pub(super) fn ask_new(model: &mut Model) -> Vec<Effect> {
    ask(model, Question::new(Asked::NewName, Vec::new(), Free::First))
}

/// The words are a name: asks of what kind.
pub(super) fn new(model: &mut Model, scope: Scope, words: &str, now: Timestamp) -> Vec<Effect> {
    if words.is_empty() {
        return say(model, Correcting::Unchanged, now);
    }
    let query = Query { text: words.to_owned(), case: true, word: true };
    let found = Pattern::new(&query).and_then(|pattern| pattern.next(model.document.text(), 0));
    if found.is_none() {
        model.talk.complain(format!("{}{words}", Correcting::NotInText.say(model.lang)), now);
        return Vec::new();
    }
    ask_kind(model, words.to_owned(), EntityKind::Person, scope)
}

/// `ge`: the words selected are a name; asks of what kind.
pub(super) fn declare(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(span) = selected(model, now) else { return Vec::new() };
    let words = one_line(model.document.slice(span));
    let known = model.analysis.mentions.touching(span).find(|(_, mention)| mention.span == span);
    let kind = known.map_or(EntityKind::Person, |(_, mention)| mention.kind);
    ask_kind(model, words, kind, Scope::Document)
}
