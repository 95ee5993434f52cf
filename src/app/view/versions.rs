//! The bodies of a note that were written apart, to choose from.

use super::{Piece, Role, card};
use crate::app::model::Model;
use crate::app::versions::choices;
use crate::mark::NoteId;
use crate::words::notebook::Notebook;

/// `2 versions de cette note`
#[must_use]
pub fn title(model: &Model, note: NoteId) -> String {
    let count = model.notes.get(note).map_or(0, |note| choices(note).len());
    format!("{count} {}", Notebook::VersionsTitle.say(model.lang))
}

/// Each version under its letter, in `columns`, all of them in at most `rows` rows.
#[must_use]
pub fn rows(model: &Model, note: NoteId, columns: u16, rows: u16) -> Vec<Vec<Piece>> {
    let Some(note) = model.notes.get(note) else { return Vec::new() };
    let choices = choices(note);
    let room = (usize::from(rows) / choices.len().max(1)).saturating_sub(1).max(1);
    let mut all = Vec::new();
    for (place, (letter, body)) in choices.into_iter().enumerate() {
        let word = if place == 0 { Notebook::VersionShown } else { Notebook::VersionOther };
        let heading = Piece::new(format!(" {}", word.say(model.lang)), Role::Chrome);
        all.push(vec![Piece::new(letter.to_string(), Role::Key), heading]);
        let said = if body.is_empty() { Notebook::VersionEmpty.say(model.lang) } else { body };
        let mut lines = card::wrapped(said, usize::from(columns).saturating_sub(2).max(1));
        if lines.len() > room {
            lines.truncate(room);
            lines[room - 1].push('…');
        }
        all.extend(lines.into_iter().map(|line| vec![Piece::new(format!("  {line}"), Role::Text)]));
    }
    all
}
