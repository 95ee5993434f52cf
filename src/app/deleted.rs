//! Deleted annotations: listed at the end of the notebook, and brought back from there, however long ago it was.

use super::annotate::{name_of, saved};
use super::effect::Effect;
use super::listing::{self, Identity};
use super::model::Model;
use super::view::Subject;
use crate::mark::{Edit, Event, NoteId, Placer};
use crate::words::notebook::Notebook;
use crate::words::window::Window;
use jiff::Timestamp;

/// Enter on the heading of the deleted annotations unfolds them, on one of them brings it back. `None` on any other row.
pub fn open(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    match listing::chosen_subject(model)? {
        Subject::DeletedNotes => {
            let list = &mut model.lists.notebook;
            list.unfolded = !list.unfolded;
            listing::settle(model);
            Some(Vec::new())
        }
        Subject::Deleted(id) => Some(restore(model, id, now)),
        _ => None,
    }
}

/// Brings an annotation back as it was, and chooses it.
fn restore(model: &mut Model, id: NoteId, now: Timestamp) -> Vec<Effect> {
    let Some(deleted) = model.notes.deleted_note(id).cloned() else {
        model.talk.say(Notebook::NotRestored.say(model.lang), now);
        return Vec::new();
    };
    let mut note = Box::new(deleted.note);
    // It stood somewhere in the text of its time.
    note.placement = Placer::of(&model.document, &model.notes).at_once().place_note(&note);
    let name = name_of(&note);
    let edit = Edit::Add(note);
    let event = model.hand.ids.next(now);
    let Some(inverse) = model.notes.apply(edit.clone(), event, now) else { return Vec::new() };
    // As the journal will tell it: where the deletion was the last change, this undoes it.
    model.history.replay(event, now, Some(deleted.event), inverse);
    let restoring = Event { id: event, at: now, edit, base: None, undoes: Some(deleted.event) };
    let lang = model.lang;
    model.talk.say(format!("{}{name}{}", Notebook::Restored.say(lang), Window::UndoHint.say(lang)), now);
    let effects = saved(model, vec![restoring]);
    listing::choose_again(model, Some(&Identity::Other(Subject::Note(id))));
    listing::settle(model);
    effects
}
