//! Taking changes back, and making them again: by name, across runs.

use super::annotate::{self, base_of, name_of, saved};
use super::correcting::{self, wording};
use super::effect::Effect;
use super::model::Model;
use super::motion;
use super::overlay::Overlay;
use super::view::View;
use crate::mark::history::Step;
use crate::mark::{Edit, Event, Notes, Placer};
use crate::text::graphemes;
use crate::words::window::Window;
use jiff::Timestamp;

/// `u`: takes the last change back, goes to it, and names it.
pub fn undo(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if let Some(editor) = model.hand.discarded.take() {
        model.overlays.push(Overlay::Editor(editor));
        return Vec::new();
    }
    let steps = model.history.undo();
    back(model, steps, Way::Undo, now)
}

/// `Ctrl-R`: makes the change again that was taken back last.
pub fn redo(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let steps = model.history.redo();
    back(model, steps, Way::Redo, now)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Redo,
}

fn back(model: &mut Model, steps: Vec<Step>, way: Way, now: Timestamp) -> Vec<Effect> {
    let (done, nothing) = match way {
        Way::Undo => (Window::Undone, Window::NothingToUndo),
        Way::Redo => (Window::Redone, Window::NothingToRedo),
    };
    if steps.is_empty() {
        model.talk.say(nothing.say(model.lang), now);
        return Vec::new();
    }
    model.selection = None;
    let mut events = Vec::new();
    let mut named = None;
    let (mut corrected, mut subject) = (None, None);
    for step in steps {
        let id = model.hand.ids.next(now);
        let note = step.edit.note();
        let base = base_of(model, &step.edit);
        let told = |notes: &Notes| {
            let note = note.and_then(|note| notes.get(note))?;
            Some((name_of(note), note.span()))
        };
        let before = told(&model.notes);
        if let Some(inverse) = model.notes.apply(place_again(model, step.edit.clone()), id, now) {
            annotate::place_again(model, &inverse);
            // A correction is called by what was said, be it taken back or said again.
            let said = if way == Way::Undo { &inverse } else { &step.edit };
            corrected = better(corrected, wording::told_of(model, said));
            if let Edit::Correct { correction, .. } = said {
                subject = Some((**correction).clone());
            }
            match way {
                Way::Undo => model.history.undone(id, now, inverse),
                Way::Redo => model.history.redone(id, now, inverse),
            }
            events.push(Event { id, at: now, edit: step.edit, base, undoes: Some(step.event) });
        }
        named = before.or_else(|| told(&model.notes)).or(named);
    }
    if let Some((name, span)) = named.or(corrected.map(|(told, _)| (told, None))) {
        let hint = if way == Way::Undo { Window::RedoHint } else { Window::UndoHint };
        let (done, hint) = (done.say(model.lang), hint.say(model.lang));
        let others = [done, hint, Window::AndSaved.say(model.lang)].map(graphemes::width).iter().sum();
        let name = wording::fitted(model, &name, others);
        model.talk.say(format!("{done}{name}{hint}"), now);
        if let Some(span) =
            span.filter(|span| model.view == View::Text && !span.contains(model.reading.caret))
        {
            motion::go(model, span);
        }
    }
    motion::show(model);
    let effects = saved(model, events);
    if let Some(subject) = subject {
        correcting::show(model, &subject);
    }
    effects
}

/// Of the corrections of one command, the first that says something names it.
fn better(known: Option<(String, bool)>, next: Option<(String, bool)>) -> Option<(String, bool)> {
    match (&known, &next) {
        (Some((_, true)), _) | (_, None) => known,
        _ => next,
    }
}

/// An annotation that comes back stands where it stood only while the document is the same; it is placed anew.
fn place_again(model: &Model, edit: Edit) -> Edit {
    match edit {
        Edit::Add(mut note) => {
            note.placement = Placer::of(&model.document, &model.notes).at_once().place_note(&note);
            Edit::Add(note)
        }
        other => other,
    }
}
