//! What the journals say, placed in the document that is open, and changes that come on top.

use crate::doc::{Document, hexadecimal};
use crate::mark::anchor::digest_prefix;
use crate::mark::{Correction, Edit, Event, EventId, History, Note, Notes, Placement, Placer};
use crate::notice::{Notice, Obstacle};
use crate::store::identity::{Kin, Seen, strangers};
use crate::store::journal::DocEvent;
use std::collections::HashSet;

/// What the journals of a document said when it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The annotations and corrections, placed in the document.
    pub notes: Notes,
    /// What can be undone and redone.
    pub history: History,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Whether annotations can be kept; if not, why.
    pub writable: Result<(), Obstacle>,
    /// Another document with annotations that this may be, for the person to say.
    pub kin: Option<Kin>,
}

/// What the journals say once others have added to them.
#[derive(Debug)]
pub struct Merged {
    /// The annotations and corrections, placed in the document.
    pub notes: Notes,
    /// Whether the journals still allow annotations to be kept; if not, why.
    pub writable: Result<(), Obstacle>,
    /// Those of the changes that wait which the journals hold already, since only one made before them was refused.
    pub(super) written: HashSet<EventId>,
}

impl Merged {
    /// Adds changes that the journals did not hold yet.
    pub fn add(&mut self, changes: &[Event], document: &Document) {
        let placer = Placer::of(document, &self.notes).at_once();
        for event in changes.iter().filter(|event| !self.written.contains(&event.id)) {
            apply(&mut self.notes, event, &placer);
        }
    }
}

impl Opened {
    /// Finds the passages for which there was no time at the opening, however long that takes.
    pub fn finish(&mut self, document: &Document) {
        if self.notes.pending() == 0 {
            return;
        }
        let placer = Placer::of(document, &self.notes);
        self.notes.place(|note| match note.placement {
            Placement::Pending => placer.place_note(note),
            known => known,
        });
    }

    /// Adds changes that the journals do not hold yet, since they were made while those were read.
    pub fn add(&mut self, changes: &[Event], document: &Document) {
        let placer = Placer::of(document, &self.notes).at_once();
        for event in changes {
            if let Some(inverse) = apply(&mut self.notes, event, &placer) {
                self.history.replay(event.id, event.at, event.undoes, inverse);
            }
        }
    }
}

/// Finds the passages of all that was made, in the texts `known`, as far as there is time at once; of corrections only those that are
/// where they were for sure.
pub(super) fn place(notes: &mut Notes, document: &Document, known: &[DocEvent]) {
    notes.set_strangers(strangers(known, document.text(), &document.digest()));
    let placer = Placer::of(document, notes).at_once();
    notes.place(|note| placer.place_note(note));
    notes.place_corrections(|anchor| placer.place_surely(anchor));
}

/// Makes a change; what is new in it is placed.
fn apply(notes: &mut Notes, event: &Event, placer: &Placer) -> Option<Edit> {
    let mut edit = event.edit.clone();
    if let Edit::Add(note) = &mut edit {
        note.placement = placer.place_note(note);
    }
    let inverse = notes.apply(edit, event.id, event.at)?;
    if let Edit::Attach { note, .. } = inverse {
        notes.place_one(note, |note| placer.place_note(note));
    }
    if let Edit::Correct { correction, .. } = &inverse
        && matches!(**correction, Correction::Quotation { .. })
    {
        notes.place_corrections(|anchor| placer.place_surely(anchor));
    }
    Some(inverse)
}

/// What became of the annotations in a text that no journal knows yet.
pub(super) fn what_moved(notes: &Notes, known: &[DocEvent], seen: &Seen) -> Option<Notice> {
    let text = hexadecimal(&seen.text);
    if notes.is_empty() || known.iter().any(|event| event.text == text) {
        return None;
    }
    let made_elsewhere = || notes.iter().filter(|note| note.anchor.text != digest_prefix(&seen.text));
    let moved = made_elsewhere().filter(|note| matches!(note.placement, Placement::Moved(_))).count();
    let reworded = made_elsewhere()
        .filter(|note| matches!(note.placement, Placement::Approximate(_) | Placement::Changed(_)))
        .count();
    let is_lost = |note: &&Note| matches!(note.placement, Placement::Ambiguous | Placement::Orphan);
    let lost = made_elsewhere().filter(is_lost).count();
    Some(Notice::Replaced { moved, reworded, lost })
}
