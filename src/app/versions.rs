//! Two bodies of one note, written apart: shown side by side, for the person to keep one or join them.

use super::annotate::{make, name_of, note_here};
use super::effect::Effect;
use super::model::Model;
use super::overlay::Overlay;
use crate::command::KeyCode;
use crate::mark::{Edit, Note, NoteId};
use crate::words::notebook::Notebook;
use crate::words::window::Window;
use jiff::Timestamp;

/// The letter that joins all versions; the others choose one each.
pub const JOIN: char = 'j';

/// The bodies to choose from, each with its letter: the one that is shown, then those written apart.
#[must_use]
pub fn choices(note: &Note) -> Vec<(char, &str)> {
    let bodies = std::iter::once(&note.body).chain(note.others().map(|other| &other.body));
    ('a'..=JOIN).filter(|&letter| letter != JOIN).zip(bodies.map(String::as_str)).collect()
}

/// Shows the versions of the note here.
pub fn show(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if let Some(Overlay::Editor(editor)) = model.overlays.last() {
        if editor.is_changed() {
            model.talk.say(Notebook::SaveFirst.say(model.lang), now);
            return Vec::new();
        }
        let note = editor.note().and_then(|id| model.notes.get(id));
        if let Some(id) = note.filter(|note| note.others().next().is_some()).map(|note| note.id) {
            model.overlays.pop();
            model.overlays.push(Overlay::Versions(id));
            return Vec::new();
        }
    } else if let Some(note) = note_here(model)
        && note.others().next().is_some()
    {
        let id = note.id;
        model.overlays.push(Overlay::Versions(id));
        return Vec::new();
    }
    model.talk.say(Notebook::NoVersions.say(model.lang), now);
    Vec::new()
}

/// A key while they are shown: a letter keeps that one, `j` joins them, anything else leaves them.
pub fn key(model: &mut Model, id: NoteId, code: Option<KeyCode>, now: Timestamp) -> Vec<Effect> {
    model.overlays.pop();
    let (Some(KeyCode::Char(letter)), Some(note)) = (code, model.notes.get(id)) else { return Vec::new() };
    let choices = choices(note);
    let (body, told) = if letter.eq_ignore_ascii_case(&JOIN) {
        let said: Vec<&str> = choices.iter().map(|(_, body)| *body).filter(|body| !body.is_empty()).collect();
        (said.join("\n\n"), Notebook::VersionsJoined)
    } else if let Some((_, body)) = choices.iter().find(|(of, _)| of.eq_ignore_ascii_case(&letter)) {
        ((*body).to_owned(), Notebook::VersionKept)
    } else {
        return Vec::new();
    };
    let settled = note.versions.iter().map(|version| version.event);
    let settled = settled.map(|event| Edit::Settle { note: id, event, body: None }).collect::<Vec<_>>();
    let edits = std::iter::once(Edit::Body { note: id, body }).chain(settled).collect();
    let effects = make(model, edits, now);
    let name = model.notes.get(id).map(name_of).unwrap_or_default();
    let lang = model.lang;
    model.talk.say(format!("{}{name}{}", told.say(lang), Window::UndoHint.say(lang)), now);
    effects
}
