//! What the person made of one document, annotations and corrections, and the edits that change it.

use super::{Anchor, Correction, Corrections, Note, NoteId, Pen, Scope, Version};
use crate::text::{Span, SpanList, Spanned};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Names one change for ever: a UUID v7.
pub type EventId = Uuid;

/// A change to what the person made. Applying it gives the edit that takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A new annotation, or one that comes back.
    Add(Box<Note>),
    /// An annotation goes.
    Remove(NoteId),
    /// The note is rewritten; empty leaves the bare highlight.
    Body {
        /// Which.
        note: NoteId,
        /// The new text.
        body: String,
    },
    /// The stroke changes its colour.
    Pen {
        /// Which.
        note: NoteId,
        /// The new colour.
        pen: Pen,
    },
    /// Tags come and go.
    Tags {
        /// Which.
        note: NoteId,
        /// Tags to add.
        add: Vec<String>,
        /// Tags to take away.
        remove: Vec<String>,
    },
    /// The person says where it stands in one text, or takes that back.
    Attach {
        /// Which.
        note: NoteId,
        /// In which text, as [`Anchor::text`] names it.
        text: String,
        /// The passage there, an anchor made in that text; `None` leaves it to be looked for.
        to: Option<Box<Anchor>>,
    },
    /// A body written apart is settled, or waits again for the person to choose.
    Settle {
        /// Which.
        note: NoteId,
        /// The event that gave the body.
        event: EventId,
        /// `None` where it is settled; else the body that waits.
        body: Option<String>,
    },
    /// Something found is corrected.
    Correct {
        /// For which documents.
        scope: Scope,
        /// How.
        correction: Box<Correction>,
    },
}

impl Edit {
    /// The annotation it is about; `None` of a correction.
    #[must_use]
    pub fn note(&self) -> Option<NoteId> {
        match self {
            Edit::Add(note) => Some(note.id),
            Edit::Remove(note)
            | Edit::Body { note, .. }
            | Edit::Pen { note, .. }
            | Edit::Tags { note, .. }
            | Edit::Attach { note, .. }
            | Edit::Settle { note, .. } => Some(*note),
            Edit::Correct { .. } => None,
        }
    }
}

/// An edit with its name, its time and what it answers: one line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name for ever.
    pub id: EventId,
    /// When it was made.
    pub at: Timestamp,
    /// What changed.
    pub edit: Edit,
    /// For a body or a removal: the event that gave the body it was made on.
    pub base: Option<EventId>,
    /// The event that this one takes back, for undo and redo.
    pub undoes: Option<EventId>,
}

/// Where an annotation stands, in the list by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Its bytes.
    pub span: Span,
    /// Which annotation.
    pub note: NoteId,
}

impl Spanned for Placed {
    fn span(&self) -> Span {
        self.span
    }
}

/// An annotation that was deleted. It can be brought back for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    /// As it was.
    pub note: Note,
    /// The event that deleted it.
    pub event: EventId,
    /// When.
    pub at: Timestamp,
}

/// The annotations of one document, and the corrections that hold for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    // In the boxes in which they come: a note takes half a kilobyte, and maps move what they hold.
    notes: BTreeMap<NoteId, Box<Note>>,
    deleted: BTreeMap<NoteId, Deleted>,
    placed: SpanList<Placed>,
    /// How many are not looked for to the end yet.
    pending: usize,
    corrections: Corrections,
    /// Texts that they were made in and that have little in common with the one that is open.
    strangers: BTreeSet<String>,
}

impl Notes {
    /// The annotation of that id.
    #[must_use]
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.notes.get(&id).map(|note| &**note)
    }

    /// Every annotation, in the order they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Note> {
        self.notes.values().map(|note| &**note)
    }

    /// Every annotation that was deleted, in the order they were made.
    pub fn deleted(&self) -> impl Iterator<Item = &Deleted> {
        self.deleted.values()
    }

    /// The deleted annotation of that id.
    #[must_use]
    pub fn deleted_note(&self, id: NoteId) -> Option<&Deleted> {
        self.deleted.get(&id)
    }

    /// Leaves only the annotations, deleted ones too, that are `wanted`: for lists in which the others would only take room.
    /// No change, and nothing to undo.
    pub fn retain(&mut self, wanted: impl Fn(&Note) -> bool) {
        self.notes.retain(|_, note| wanted(note));
        self.deleted.retain(|_, deleted| wanted(&deleted.note));
        self.sort();
    }

    /// What the person says of the findings.
    #[must_use]
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// How many are not looked for to the end yet; see [`super::Placement::Pending`].
    #[must_use]
    pub fn pending(&self) -> usize {
        self.pending
    }

    /// The texts that have little in common with the one that is open, by the first 16 digits of their digests; see
    /// [`super::Placer::among`].
    #[must_use]
    pub fn strangers(&self) -> &BTreeSet<String> {
        &self.strangers
    }

    /// Says which these are.
    pub fn set_strangers(&mut self, strangers: BTreeSet<String>) {
        self.strangers = strangers;
    }

    /// How many annotations there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.notes.len()
    }

    /// Whether there is no annotation.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// Where they stand, by start.
    #[must_use]
    pub fn placed(&self) -> &SpanList<Placed> {
        &self.placed
    }

    /// In reading order; those whose passage is not found come last, in the order they were made.
    pub fn in_reading_order(&self) -> impl Iterator<Item = &Note> {
        let found = self.placed.items().iter().filter_map(|placed| self.get(placed.note));
        let lost = self.iter().filter(|note| note.span().is_none());
        found.chain(lost)
    }

    /// The innermost annotation over the byte at `offset`; of two as short, the newer.
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<&Note> {
        let (_, placed) = self
            .placed
            .at(offset)
            .min_by_key(|(_, placed)| (placed.span.len(), std::cmp::Reverse(placed.note)))?;
        self.get(placed.note)
    }

    /// Annotations that share bytes with `span`, by start.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = &Note> {
        self.placed.touching(span).filter_map(|(_, placed)| self.get(placed.note))
    }

    /// Every tag in use with how often, most used first, then by name.
    #[must_use]
    pub fn tags(&self) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for tag in self.notes.values().flat_map(|note| &note.tags) {
            *counts.entry(tag).or_default() += 1;
        }
        let mut tags: Vec<_> = counts.into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect();
        tags.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        tags
    }

    /// Makes the change and gives the one that takes it back; `None`, and no change, where the
    /// annotation is not there (or, for `Add`, already is) or nothing would differ.
    ///
    /// `event` and `at` are kept on the annotation: the event as its head where the body changed, the time as its last change.
    pub fn apply(&mut self, edit: Edit, event: EventId, at: Timestamp) -> Option<Edit> {
        let inverse = match edit {
            Edit::Add(mut note) => {
                let id = note.id;
                if self.notes.contains_key(&id) {
                    return None;
                }
                self.deleted.remove(&id);
                let placement = note.placement;
                note.changed = at;
                note.head = event;
                self.notes.insert(id, note);
                self.came_or_went(placement);
                Edit::Remove(id)
            }
            Edit::Remove(id) => {
                let note = self.notes.remove(&id)?;
                // It stands nowhere until it comes back.
                let gone = Note { placement: super::Placement::Orphan, ..(*note).clone() };
                self.deleted.insert(id, Deleted { note: gone, event, at });
                self.came_or_went(note.placement);
                Edit::Add(note)
            }
            Edit::Body { note: id, body } => {
                let note = self.notes.get_mut(&id).filter(|note| note.body != body)?;
                note.changed = at;
                note.head = event;
                Edit::Body { note: id, body: std::mem::replace(&mut note.body, body) }
            }
            Edit::Pen { note: id, pen } => {
                let note = self.notes.get_mut(&id).filter(|note| note.pen != pen)?;
                note.changed = at;
                Edit::Pen { note: id, pen: std::mem::replace(&mut note.pen, pen) }
            }
            Edit::Tags { note: id, add, remove } => {
                let note = self.notes.get_mut(&id)?;
                let gone: Vec<String> =
                    note.tags.iter().filter(|tag| remove.contains(tag)).cloned().collect();
                let mut come: Vec<String> = Vec::new();
                for tag in add {
                    if !remove.contains(&tag) && !note.tags.contains(&tag) && !come.contains(&tag) {
                        come.push(tag);
                    }
                }
                if gone.is_empty() && come.is_empty() {
                    return None;
                }
                note.changed = at;
                note.tags.retain(|tag| !gone.contains(tag));
                note.tags.extend(come.iter().cloned());
                Edit::Tags { note: id, add: gone, remove: come }
            }
            Edit::Attach { note: id, text, to } => {
                let note = self.notes.get_mut(&id)?;
                if note.attached_in(&text) == to.as_deref() {
                    return None;
                }
                note.changed = at;
                let before = note.attach(&text, to.map(|anchor| *anchor));
                Edit::Attach { note: id, text, to: before.map(Box::new) }
            }
            Edit::Settle { note: id, event: settled, body } => {
                let note = self.notes.get_mut(&id)?;
                let before = note.versions.iter().position(|version| version.event == settled);
                let body = match (before, body) {
                    (Some(place), None) => Some(note.versions.remove(place).body),
                    (None, Some(body)) => {
                        note.versions.push(Version { event: settled, body });
                        None
                    }
                    _ => return None,
                };
                note.changed = at;
                Edit::Settle { note: id, event: settled, body }
            }
            Edit::Correct { scope, correction } => {
                let correction = Box::new(self.corrections.apply(scope, *correction)?);
                Edit::Correct { scope, correction }
            }
        };
        Some(inverse)
    }

    /// Places every annotation anew, as `place` says.
    pub fn place(&mut self, mut place: impl FnMut(&Note) -> super::Placement) {
        for note in self.notes.values_mut() {
            note.placement = place(note);
        }
        self.sort();
    }

    /// Places one annotation anew, as `place` says.
    pub fn place_one(&mut self, id: NoteId, place: impl FnOnce(&Note) -> super::Placement) {
        if let Some(note) = self.notes.get_mut(&id) {
            note.placement = place(note);
            self.sort();
        }
    }

    /// Finds the passages of every correction anew, as `place` says.
    pub fn place_corrections(&mut self, place: impl FnMut(&Anchor) -> super::Placement) {
        self.corrections.place(place);
    }

    /// An annotation with this place came or went. One without a place is in no list by place: journals are read without
    /// sorting anything.
    fn came_or_went(&mut self, placement: super::Placement) {
        if placement.span().is_some() || placement == super::Placement::Pending {
            self.sort();
        }
    }

    fn sort(&mut self) {
        self.pending = self.notes.values().filter(|note| note.placement == super::Placement::Pending).count();
        let placed = self
            .notes
            .values()
            .filter_map(|note| Some(Placed { span: note.span()?, note: note.id }))
            .collect();
        self.placed = SpanList::new(placed);
    }
}

#[cfg(test)]
mod tests;
