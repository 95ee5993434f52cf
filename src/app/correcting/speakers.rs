//! Speakers: who says a quotation; what is no quotation; what is one though it was not found.

use super::question::{Asked, Choice, Free, Question};
use super::{make, say, selected};
use crate::app::effect::Effect;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::view::parts::kind_name;
use crate::app::view::{Role, Subject, View, quotes};
use crate::mark::{Anchor, Confidence, Correction, EntityKind, Quotation, QuotationKind, Saying, Scope};
use crate::text::Span;
use crate::words::correcting::Correcting;
use crate::words::views::{Label, counted};
use jiff::Timestamp;
use uuid::Uuid;

/// Whether who speaks is a guess, or not known at all.
#[must_use]
pub fn is_unsure(quotation: &Quotation) -> bool {
    quotation.kind != QuotationKind::Scare && quotation.confidence == Confidence::Low
}

/// The quotation that is chosen, or all those of the speaker chosen; in the text the innermost at the caret, else the
/// first of its sentence.
fn here(model: &Model) -> Vec<Span> {
    if model.view == View::Quotes {
        let items = listing::items(model);
        let chosen = model.lists.quotes.chosen;
        let is_quotation = |subject: &Subject| matches!(subject, Subject::Quotation(_));
        let from = match items.get(chosen) {
            Some(item) if is_quotation(&item.subject) => return item.target.into_iter().collect(),
            Some(_) => &items[chosen + 1..],
            None => return Vec::new(),
        };
        let own = from.iter().take_while(|item| is_quotation(&item.subject));
        return own.filter_map(|item| item.target).collect();
    }
    if model.view != View::Text {
        return Vec::new();
    }
    let quotations = &model.analysis.quotations;
    let at = quotations.at(model.reading.caret).map(|(_, quote)| quote.span).min_by_key(|span| span.len());
    at.or_else(|| quotations.touching(model.sentence()).next().map(|(_, quote)| quote.span))
        .into_iter()
        .collect()
}

/// `r`: asks who speaks, with who was found, to be accepted or typed over.
pub(super) fn ask(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let passages = here(model);
    let Some(&first) = passages.first() else { return say(model, Correcting::NoQuotationHere, now) };
    let speaker = said_by(model, first);
    ask_speaker(model, passages, &speaker)
}

fn ask_speaker(model: &mut Model, passages: Vec<Span>, before: &str) -> Vec<Effect> {
    let question = Question::new(Asked::Speaker(passages), speakers(model), Free::Last).with(before);
    super::ask(model, question)
}

/// Who says the quotation: by name, else as the text calls them; empty where nobody is known.
fn said_by(model: &Model, span: Span) -> String {
    let quotation = model.analysis.quotations.touching(span).find(|(_, quotation)| quotation.span == span);
    let speaker = quotation.and_then(|(_, quotation)| quotation.speaker.as_ref());
    let name = speaker.and_then(|speaker| {
        let mention = speaker.mention.map(|mention| model.document.slice(mention));
        let mention = mention.filter(|mention| !quotes::speakers::is_pronoun(mention));
        speaker.name.as_deref().or(mention)
    });
    name.unwrap_or_default().to_owned()
}

/// Persons and organisations of the article, those who speak already first, the most talkative of all.
fn speakers(model: &Model) -> Vec<Choice> {
    let speaks = |name: &str| {
        let quotations = model.analysis.quotations.items().iter();
        let own = quotations.filter(|quotation| {
            quotation.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()) == Some(name)
        });
        own.count()
    };
    let is_somebody = |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation);
    let entities = model.analysis.entities.iter().filter(|entity| is_somebody(entity.kind));
    let mut speakers: Vec<(usize, Choice)> = entities
        .map(|entity| {
            let count = speaks(&entity.name);
            let note = if count > 0 {
                counted(count, Label::Quotation, Label::Quotations, model.lang)
            } else {
                kind_name(entity.kind).say(model.lang).to_owned()
            };
            let role = Role::Entity(entity.kind);
            (count, Choice { name: entity.name.clone(), note, role, letter: None })
        })
        .collect();
    // Entities come most mentioned first, and stay so among those who say as much.
    speakers.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    speakers.into_iter().map(|(_, choice)| choice).collect()
}

/// The passages are said by `name`; by nobody known where it is empty.
pub(super) fn set(
    model: &mut Model,
    scope: Scope,
    passages: &[Span],
    name: &str,
    now: Timestamp,
) -> Vec<Effect> {
    let name = (!name.is_empty()).then(|| name.to_owned());
    let fact = |&span: &Span| (scope, correction(model, span, Some(Saying::By(name.clone())), now));
    // The first names the change.
    let facts: Vec<_> = passages.iter().rev().map(fact).collect();
    make(model, facts, "", now)
}

/// What is said of the passage, under the name it bears where something was said of it before.
fn correction(model: &mut Model, span: Span, to: Option<Saying>, now: Timestamp) -> Correction {
    match known(model, span) {
        Some((id, anchor)) => Correction::Quotation { id, anchor: Box::new(anchor), to },
        None => {
            let anchor = Box::new(Anchor::new(&model.document, span));
            Correction::Quotation { id: model.hand.ids.next(now), anchor, to }
        }
    }
}

fn known(model: &Model, span: Span) -> Option<(Uuid, Anchor)> {
    let mut passages = model.notes.corrections().passages();
    passages.find(|(_, passage)| passage.span == Some(span)).map(|(id, passage)| (id, passage.anchor.clone()))
}

/// `dd`: it is no quotation.
pub(super) fn refuse(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let span = match here(model)[..] {
        [span] => span,
        [] => return say(model, Correcting::NoQuotationHere, now),
        _ => return say(model, Correcting::ChooseOne, now),
    };
    let fact = correction(model, span, Some(Saying::Nothing), now);
    make(model, vec![(Scope::Document, fact)], "", now)
}

/// `gq`: the passage selected is a quotation; asks of whom.
pub(super) fn declare(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(span) = selected(model, now) else { return Vec::new() };
    let speaker = said_by(model, span);
    ask_speaker(model, vec![span], &speaker)
}
