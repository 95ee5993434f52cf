//! Correcting what was found: names, speakers, words of themes. Each correction is an edit like any other: it has an
//! inverse, it goes to the journal, it is undone by name.

mod names;
pub mod question;
mod speakers;
mod topics;
pub mod wording;

pub use speakers::is_unsure;
pub use topics::{Word, is_removed_word, words};

use super::annotate;
use super::effect::Effect;
use super::listing;
use super::model::Model;
use super::motion;
use super::overlay::Overlay;
use super::view::{Subject, View};
use crate::command::Command;
use crate::mark::{Correction, Edit, Placer, Scope};
use crate::text::{Span, graphemes};
use crate::words::correcting::Correcting;
use crate::words::window::Window;
use jiff::Timestamp;
use question::{Answer, Asked, Question};

/// Does a command on what was found here: the chosen row, what lies under the caret, the selection.
pub fn run(model: &mut Model, command: Command, now: Timestamp) -> Vec<Effect> {
    use Command as C;
    match command {
        C::MergeEntity => names::merge(model, now),
        C::RenameEntity => names::rename(model, now),
        C::RetypeEntity => names::retype(model, now),
        C::HideEntity => names::hide(model, now),
        C::NewEntity => names::ask_new(model),
        C::DeclareEntity => names::declare(model, now),
        C::SetSpeaker => speakers::ask(model, now),
        C::NotAQuotation => speakers::refuse(model, now),
        C::DeclareQuotation => speakers::declare(model, now),
        C::AddThemeWord => topics::add(model, now),
        C::RemoveThemeWord => topics::remove(model, now),
        C::DeclareThemeWord => topics::declare(model, now),
        C::NewTheme => topics::ask_new(model),
        C::RenameTheme => topics::rename(model, now),
        _ => Vec::new(),
    }
}

/// Enter on a row of the list that stands for something hidden: shows it again. `None` on any other row.
pub fn open(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    names::open_hidden(model, now)
}

/// A command while a question is open.
pub fn command(model: &mut Model, command: Command, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Question(question)) = model.overlays.last_mut() else { return Vec::new() };
    match command {
        Command::Accept => return accept(model, now),
        Command::Up | Command::Interrupt => {
            model.overlays.pop();
        }
        Command::NextField => question.complete(),
        Command::SwitchScope => question.switch_scope(),
        Command::LineDown => question.step(1),
        Command::LineUp => question.step(-1),
        Command::PageDown => question.step(8),
        Command::PageUp => question.step(-8),
        _ => {}
    }
    Vec::new()
}

/// A click on a row of the answers takes it.
pub fn click(model: &mut Model, row: usize, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Question(question)) = model.overlays.last() else { return Vec::new() };
    let answer = question.rows().into_iter().nth(row);
    close(model, answer, now)
}

/// Enter: what is chosen or typed is the answer.
fn accept(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Question(question)) = model.overlays.last() else { return Vec::new() };
    let answer = question.answer();
    close(model, answer, now)
}

fn close(model: &mut Model, answer: Option<Answer>, now: Timestamp) -> Vec<Effect> {
    let Some(answer) = answer else {
        if let Some(Overlay::Question(question)) = model.overlays.last() {
            let typed = question.field.text();
            model.talk.complain(format!("{}{typed}", Correcting::Unanswered.say(model.lang)), now);
        }
        return Vec::new();
    };
    let Some(Overlay::Question(question)) = model.overlays.pop() else { return Vec::new() };
    let text = match &answer {
        Answer::Choice(index) => question.choice(*index).name.clone(),
        Answer::Typed(text) => text.clone(),
    };
    let chosen = if let Answer::Choice(index) = answer { Some(index) } else { None };
    let scope = question.scope;
    match question.asked {
        Asked::Merge(name) | Asked::Rename(name) => names::name(model, scope, &name, &text, now),
        Asked::Kind(of) => names::kind(model, scope, &of, chosen, now),
        Asked::NewName => names::new(model, scope, &text, now),
        Asked::Speaker(passages) => speakers::set(model, scope, &passages, &text, now),
        Asked::Word(theme) => topics::put(model, scope, &theme, &text, now),
        Asked::Remove(theme) => topics::turn(model, &theme, &text, now),
        Asked::NewTheme => topics::new(model, scope, &text, now),
        Asked::RenameTheme(theme) => topics::name(model, scope, &theme, &text, now),
        Asked::ThemeOf(words) => topics::put_into(model, scope, &words, chosen, &text, now),
    }
}

fn ask(model: &mut Model, question: Question) -> Vec<Effect> {
    model.overlays.push(Overlay::Question(Box::new(question)));
    Vec::new()
}

fn say(model: &mut Model, word: Correcting, now: Timestamp) -> Vec<Effect> {
    model.talk.say(word.say(model.lang), now);
    Vec::new()
}

/// Makes corrections by one command, the one that names it last. `more` is added to the message.
fn make(model: &mut Model, corrections: Vec<(Scope, Correction)>, more: &str, now: Timestamp) -> Vec<Effect> {
    let lang = model.lang;
    let Some((scope, last)) = corrections.last() else { return say(model, Correcting::Unchanged, now) };
    let told = wording::told(model, last);
    let for_all = if *scope == Scope::Everywhere { Correcting::ForAll.say(lang) } else { "" };
    let more = format!("{for_all}{more}");
    let edit = |(scope, correction)| Edit::Correct { scope, correction: Box::new(correction) };
    // What is said of this article counts before what is said of all: it must not stand in the way.
    let own = |(scope, fact): &(Scope, Correction)| {
        (*scope == Scope::Everywhere).then(|| (Scope::Document, taken_back(fact)))
    };
    let cleared: Vec<_> = corrections.iter().filter_map(own).collect();
    let corrections: Vec<_> = cleared.into_iter().chain(corrections).collect();
    say_done(model, &told, &more, now);
    let effects = annotate::make(model, corrections.into_iter().map(edit).collect(), now);
    if effects.is_empty() {
        return say(model, Correcting::Unchanged, now);
    }
    leave_selection(model);
    effects
}

/// Says what was done, how it is undone, and in the end that it is saved.
fn say_done(model: &mut Model, told: &str, more: &str, now: Timestamp) {
    let hint = Window::UndoHint.say(model.lang);
    let others = [more, hint, Window::AndSaved.say(model.lang)].map(graphemes::width).iter().sum();
    let told = wording::fitted(model, told, others);
    model.talk.say(format!("{told}{more}{hint}"), now);
}

/// What was selected is what it was declared to be: the caret goes back to its start.
fn leave_selection(model: &mut Model) {
    if let Some(selection) = model.selection.take() {
        model.reading.caret = selection.span(model.document.text()).start();
        model.reading.column = None;
        motion::show(model);
    }
}

/// The fact that takes back what is said of the same subject.
fn taken_back(fact: &Correction) -> Correction {
    let mut fact = fact.clone();
    match &mut fact {
        Correction::Name { to, .. } | Correction::Theme { to, .. } => *to = None,
        Correction::Kind { to, .. } => *to = None,
        Correction::Quotation { to, .. } => *to = None,
        Correction::Term { to, .. } => *to = None,
    }
    fact
}

/// The same said for both scopes: a fact taken back wherever it was made.
fn everywhere(correction: &Correction) -> [(Scope, Correction); 2] {
    [(Scope::Everywhere, correction.clone()), (Scope::Document, correction.clone())]
}

/// What is selected, without the blanks at its ends; says so where nothing is.
fn selected(model: &mut Model, now: Timestamp) -> Option<Span> {
    let text = model.document.text();
    let span = model.selection.as_ref().map(|selection| {
        let span = selection.span(text);
        let words = span.of(text);
        let start = span.start() + words.len() - words.trim_start().len();
        Span::new(start, start + words.trim().len())
    });
    let span = span.filter(|span| !span.is_empty());
    if span.is_none() {
        say(model, Correcting::NothingSelected, now);
    }
    span.filter(|&span| annotate::is_passage(model, span, now))
}

/// Chooses the row of what a correction is about, or goes to its passage in the text.
pub fn show(model: &mut Model, correction: &Correction) {
    let (view, subject) = match correction {
        Correction::Name { of, .. } | Correction::Kind { of, .. } => {
            let called = model.notes.corrections().name_of(of);
            (View::Entities, model.analysis.entity_named(called).map(Subject::Entity))
        }
        Correction::Term { theme: key, .. } | Correction::Theme { key, .. } => {
            let theme = model.themes.iter().position(|theme| theme.key == *key);
            (View::Themes, theme.map(Subject::Theme))
        }
        Correction::Quotation { anchor, .. } => {
            let placement = Placer::new(&model.document).place(anchor);
            let Some(span) = placement.span() else { return };
            if model.view == View::Text && !span.contains(model.reading.caret) {
                return motion::go(model, span);
            }
            let mut quotations = model.analysis.quotations.items().iter();
            (View::Quotes, quotations.position(|quotation| quotation.span == span).map(Subject::Quotation))
        }
    };
    choose(model, view, |wanted| Some(wanted) == subject.as_ref());
}

/// Chooses the row that stands for `wanted`, where the list has it.
fn choose(model: &mut Model, view: View, wanted: impl Fn(&Subject) -> bool) {
    if model.view != view {
        return;
    }
    let row = listing::items(model).iter().position(|item| wanted(&item.subject));
    if let (Some(row), Some(list)) = (row, model.list_mut()) {
        if list.chosen != row {
            list.detail = 0;
            list.in_details = false;
        }
        list.chosen = row;
    }
    listing::settle(model);
}
