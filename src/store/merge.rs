//! What the lines of all journals of a document add up to.
//!
//! Every device appends to its own journal, and copies of journals come and go under any name. So
//! the state is a function of the **set** of lines: copies of a line count once, and the order of
//! application is that of the shared clock, then of the device, then of the id.

#[cfg(test)]
mod tests;

use super::clock::Clock;
use super::journal::{Change, DocEvent, Entry, Line};
use crate::mark::{Edit, EventId, History, Note, NoteId, Notes, Scope};
use std::collections::{HashMap, HashSet};

/// What the journals say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// The annotations, not placed.
    pub notes: Notes,
    /// What can be undone and redone.
    pub history: History,
    /// The documents seen, oldest first.
    pub documents: Vec<DocEvent>,
    /// The latest time of any line.
    pub clock: Clock,
    /// Lines that could not be read.
    pub damaged: usize,
    /// Lines that only a later version understands.
    pub unknown: usize,
    /// Whether one of them says that the format is newer: nothing may be added to it from here.
    pub newer: bool,
    /// Changes to annotations of which no journal here tells the beginning, as when one is not synced yet.
    pub adrift: usize,
}

/// Adds up the lines of all journals, in whatever order.
///
/// The later change wins, field by field, tags one by one. Of two bodies written apart the later is shown, and the
/// other waits for the person to choose. A removal that did not see the body it
/// would take away (its `base` is another) removes nothing, and a change made to an annotation that
/// was removed elsewhere brings it back.
#[must_use]
pub fn merge(lines: impl IntoIterator<Item = Line>) -> Merged {
    let mut merged = Merged::default();
    let mut entries = Vec::new();
    for line in lines {
        let clock = match line {
            Line::Event(entry) => {
                let clock = entry.clock;
                entries.push(entry);
                Some(clock)
            }
            Line::Doc(document) => {
                let clock = document.clock;
                merged.documents.push(*document);
                Some(clock)
            }
            Line::Unknown { newer, clock } => {
                merged.unknown += 1;
                merged.newer |= newer;
                clock
            }
            Line::Damaged(_) => {
                merged.damaged += 1;
                None
            }
        };
        merged.clock = merged.clock.max(clock.unwrap_or_default());
    }
    let documents = &mut merged.documents;
    documents
        .sort_by(|one, other| (one.clock, &one.device, one.id).cmp(&(other.clock, &other.device, other.id)));
    let mut known = HashSet::new();
    documents.retain(|document| known.insert(document.id));
    apply_all(&mut merged, entries);
    merged
}

#[expect(clippy::vec_box, reason = "they come in boxes, and are sorted without being moved")]
fn apply_all(merged: &mut Merged, mut entries: Vec<Box<Entry>>) {
    entries
        .sort_by(|one, other| (one.clock, &one.device, one.id).cmp(&(other.clock, &other.device, other.id)));
    let mut known = HashSet::new();
    entries.retain(|entry| known.insert(entry.id));
    // What each event made the body that another was made on, to know which had seen which.
    let bases: HashSet<EventId> = entries
        .iter()
        .filter(|entry| matches!(entry.change, Change::Edit(Edit::Body { .. })))
        .filter_map(|entry| entry.base)
        .collect();
    let mut bodies: HashMap<EventId, String> = HashMap::new();
    for entry in entries {
        let Entry { id, at, change, base, undoes, .. } = *entry;
        let subject = match &change {
            Change::Edit(edit) => edit.note(),
            Change::Restore(note) => Some(*note),
        };
        let is_addition = matches!(change, Change::Edit(Edit::Add(_)));
        let is_there = |note| merged.notes.get(note).is_some() || merged.notes.deleted_note(note).is_some();
        if !is_addition && !subject.is_none_or(is_there) {
            merged.adrift += 1;
            continue;
        }
        let edit = match change {
            Change::Edit(Edit::Remove(note)) if !saw_the_body(&merged.notes, note, base) => continue,
            Change::Edit(edit @ (Edit::Remove(_) | Edit::Add(_))) => edit,
            Change::Edit(edit) => {
                // Whoever changed it had not seen it removed. The removal stays in the history, where it does no harm.
                if let Some(note) = subject.and_then(|note| deleted(&merged.notes, note)) {
                    let head = note.head;
                    merged.notes.apply(Edit::Add(note), head, at);
                }
                if let Edit::Body { note, body } = &edit {
                    if bases.contains(&id) {
                        bodies.insert(id, body.clone());
                    }
                    if let Some(note) = merged.notes.get(*note)
                        && let Some(apart) = written_apart(note, base, &bodies, body)
                    {
                        apart.into_iter().for_each(|edit| drop(merged.notes.apply(edit, id, at)));
                    }
                }
                edit
            }
            Change::Restore(note) => match deleted(&merged.notes, note) {
                Some(note) => Edit::Add(note),
                None => continue,
            },
        };
        let Some(inverse) = merged.notes.apply(edit, id, at) else { continue };
        if let Edit::Remove(note) = &inverse
            && bases.contains(&id)
        {
            let body = merged.notes.get(*note).map(|note| note.body.clone());
            bodies.insert(id, body.unwrap_or_default());
        }
        // What is meant for every document was not done in this one: undoing here must not undo it.
        if !matches!(inverse, Edit::Correct { scope: Scope::Everywhere, .. }) {
            merged.history.replay(id, at, undoes, inverse);
        }
    }
}

/// The deleted annotation of that id, as it was.
fn deleted(notes: &Notes, note: NoteId) -> Option<Box<Note>> {
    notes.deleted_note(note).map(|deleted| Box::new(deleted.note.clone()))
}

/// What becomes of the other bodies of `note` where `body`, made on the one of `base`, takes the place of the present one.
///
/// The body it was made on is settled. The present one was written apart, and waits for the person to choose, unless
/// it is empty or says what one of the two says: whoever wrote `body` has seen it. `None` where it was not written apart,
/// or on a body that no journal here has: that is taken at its word.
fn written_apart(
    note: &Note,
    base: Option<EventId>,
    bodies: &HashMap<EventId, String>,
    body: &str,
) -> Option<Vec<Edit>> {
    let seen = bodies.get(&base?)?;
    if base == Some(note.head) || *seen == note.body {
        return None;
    }
    let settled = note.versions.iter().filter(|version| version.body == *seen);
    let mut edits: Vec<Edit> =
        settled.map(|version| Edit::Settle { note: note.id, event: version.event, body: None }).collect();
    let is_known = note.versions.iter().any(|version| version.body == note.body);
    if note.has_body() && note.body != body && !is_known {
        edits.push(Edit::Settle { note: note.id, event: note.head, body: Some(note.body.clone()) });
    }
    Some(edits)
}

/// Whether a removal made on the body of `base` knew the present body; one that does not say is taken at its word.
fn saw_the_body(notes: &Notes, note: NoteId, base: Option<EventId>) -> bool {
    base.is_none_or(|base| notes.get(note).is_some_and(|note| note.head == base))
}
