//! What becomes of records in one document.

use super::{Field, Passage, Quotation, Record};
use crate::doc::Document;
use crate::mark::{Anchor, Edit, Event, EventId, Note, NoteId, Notes, Placement, Placer, Version};
use crate::text::Span;
use crate::text::code_points::CodePoints;
use crate::words::cli::import::Status;
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Bytes of the document that are read in all to count what in it is like the passages. Counting reads the whole text for
/// each of them; beyond this they stay uncounted, as in very long texts.
const COUNTED: usize = 8 << 20;

/// Takes records into the annotations of one document. It only says what is to be written.
#[derive(Debug)]
pub struct Intake<'a> {
    document: &'a Document,
    placer: Placer<'a>,
    points: CodePoints<'a>,
    /// Code points of the text.
    length: usize,
    notes: &'a Notes,
    /// What was taken or changed so far.
    taken: HashMap<NoteId, Note>,
    /// What was taken as deleted.
    gone: HashSet<NoteId>,
    /// Whether notes that differ are to become what the records say.
    updates: bool,
    now: Timestamp,
    /// What is left of [`COUNTED`].
    budget: usize,
}

/// What becomes of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// In a word.
    pub status: Status,
    /// Where the passage stands.
    pub placement: Placement,
    /// What is not as in the note of the same name.
    pub differs: Vec<Field>,
    /// In how many places the words stand, where nothing told which was meant and one was taken; else 0.
    pub places: usize,
    /// Whether the record says that it is of a time to come; it is then taken for one of now.
    pub is_early: bool,
    /// The changes to write, in order.
    pub events: Vec<Event>,
}

impl<'a> Intake<'a> {
    /// For a document with its annotations. `updates` says whether a note that differs is changed to what its record says.
    #[must_use]
    pub fn new(document: &'a Document, notes: &'a Notes, updates: bool, now: Timestamp) -> Self {
        let mut points = CodePoints::new(document.text());
        let length = points.of(document.text().len());
        Self {
            document,
            placer: Placer::new(document),
            points,
            length,
            notes,
            taken: HashMap::new(),
            gone: HashSet::new(),
            updates,
            now,
            budget: COUNTED,
        }
    }

    /// Decides on one record. `new_id` names the changes.
    pub fn take(&mut self, record: &Record, mut new_id: impl FnMut() -> EventId) -> Taken {
        if let Some(known) = self.taken.get(&record.id).or_else(|| self.notes.get(record.id)) {
            let known = known.clone();
            return self.compare(known, record, new_id);
        }
        if record.deleted.is_some()
            && (self.gone.contains(&record.id) || self.notes.deleted_note(record.id).is_some())
        {
            return Taken::present(Placement::Orphan);
        }
        let (anchor, mut placement, places) = match &record.passage {
            Passage::Stored(anchor) => (anchor.clone(), Placement::Orphan, 0),
            Passage::Quoted(quotation) => self.find(quotation),
        };
        let said = record.created.or(record.modified).unwrap_or(self.now);
        let created = said.min(self.now);
        let mut note = Note {
            id: record.id,
            anchor,
            placement,
            pen: record.pen,
            body: record.body.clone(),
            tags: record.tags.clone(),
            created,
            changed: created,
            head: new_id(),
            attached: record.attached.clone(),
            versions: record.versions.clone(),
        };
        if matches!(record.passage, Passage::Stored(_)) {
            placement = self.placer.place_note(&note);
            note.placement = placement;
        }
        let changed = record.modified.unwrap_or(created).min(self.now);
        let mut events = additions(note.clone(), changed, &mut new_id);
        match record.deleted {
            Some(deleted) => {
                let at = deleted.clamp(created, self.now);
                let base =
                    Some(events.iter().rev().find(|event| gives_body(&event.edit)).unwrap_or(&events[0]).id);
                let edit = Edit::Remove(note.id);
                events.push(Event { id: new_id(), at, edit, base, undoes: None });
                self.gone.insert(note.id);
            }
            None => {
                self.taken.insert(note.id, note);
            }
        }
        let status = if placement.span().is_some() { Status::Imported } else { Status::Lost };
        Taken { status, placement, differs: Vec::new(), places, is_early: said > self.now, events }
    }

    /// What was decided on the record of that name will not be written.
    pub fn forget(&mut self, record: NoteId) {
        self.taken.remove(&record);
        self.gone.remove(&record);
    }

    /// What becomes of a record whose note is there already.
    fn compare(&mut self, known: Note, record: &Record, mut new_id: impl FnMut() -> EventId) -> Taken {
        let placement = known.placement;
        let id = known.id;
        let mut changed = known;
        let mut differs = Vec::new();
        let mut events = Vec::new();
        let mut change = |field: Field, edit: Edit, base: Option<EventId>| {
            differs.push(field);
            let event = Event { id: new_id(), at: self.now, edit, base, undoes: None };
            events.push(event);
            events.last().expect("it was just pushed").id
        };
        if changed.body != record.body {
            let edit = Edit::Body { note: id, body: record.body.clone() };
            changed.head = change(Field::Body, edit, Some(changed.head));
            changed.body.clone_from(&record.body);
        }
        let [had, has] = [&changed.tags, &record.tags].map(|tags| tags.iter().collect::<HashSet<_>>());
        if had != has {
            let add = record.tags.iter().filter(|tag| !had.contains(tag)).cloned().collect();
            let remove = changed.tags.iter().filter(|tag| !has.contains(tag)).cloned().collect();
            change(Field::Tags, Edit::Tags { note: id, add, remove }, None);
            changed.tags.clone_from(&record.tags);
        }
        if changed.pen != record.pen {
            change(Field::Pen, Edit::Pen { note: id, pen: record.pen }, None);
            changed.pen = record.pen;
        }
        let places =
            record.attached.iter().filter(|anchor| changed.attached_in(&anchor.text) != Some(anchor));
        let places: Vec<Anchor> = places.cloned().collect();
        for anchor in &places {
            let to = Some(Box::new(anchor.clone()));
            change(Field::Places, Edit::Attach { note: id, text: anchor.text.clone(), to }, None);
        }
        changed.attached = joined(changed.attached, places);
        let is_known = |version: &&Version| {
            changed.versions.iter().any(|known| known.event == version.event) || version.body == record.body
        };
        let versions: Vec<Version> =
            record.versions.iter().filter(|version| !is_known(version)).cloned().collect();
        for Version { event, body } in &versions {
            change(Field::Versions, Edit::Settle { note: id, event: *event, body: Some(body.clone()) }, None);
        }
        changed.versions.extend(versions);
        differs.dedup();
        if record.deleted.is_some() {
            differs.push(Field::Deleted);
        }
        // Of a record that we did not write, the passage may have been taken from the text in its own spelling.
        let is_elsewhere =
            matches!(&record.passage, Passage::Stored(anchor) if anchor.quote != changed.anchor.quote);
        if is_elsewhere {
            differs.push(Field::Passage);
        }
        let status = match (differs.is_empty(), self.updates && !events.is_empty()) {
            (true, _) => Status::Present,
            (false, true) => Status::Updated,
            (false, false) => Status::Differs,
        };
        if status == Status::Updated {
            self.taken.insert(id, changed);
        } else {
            events.clear();
        }
        Taken { status, placement, differs, places: 0, is_early: false, events }
    }

    /// The passage in this document, with all that is kept of one where the very words stand there.
    fn find(&mut self, quotation: &Quotation) -> (Anchor, Placement, usize) {
        let text = self.document.text();
        let is_alone = quotation.prefix.is_empty() && quotation.suffix.is_empty();
        let at_position = self.at_position(quotation);
        let places = match at_position {
            None if is_alone => text.matches(quotation.exact.as_str()).count(),
            _ => 0,
        };
        let sought = self.sought(quotation);
        let placement = at_position.map_or_else(|| self.placer.place(&sought), Placement::Exact);
        match placement {
            Placement::Exact(span) | Placement::Moved(span) => {
                let mut anchor = Anchor::new(self.document, span);
                if let Some(left) = self.budget.checked_sub(text.len()) {
                    self.budget = left;
                    anchor = anchor.completed(self.document);
                }
                (anchor, placement, if places > 1 { places } else { 0 })
            }
            // Other words stand here, or none: those of the record are all there is to find it by.
            _ => (sought, placement, 0),
        }
    }

    /// Where the file says that the words stand, if they do, in the surroundings it gives.
    fn at_position(&mut self, quotation: &Quotation) -> Option<Span> {
        let text = self.document.text();
        let (start, end) = quotation.position.filter(|&(start, end)| start <= end && end <= self.length)?;
        let span = Span::new(self.points.byte(start), self.points.byte(end));
        let stands = self.document.slice(span) == quotation.exact
            && text[..span.start()].ends_with(&quotation.prefix)
            && text[span.end()..].starts_with(&quotation.suffix);
        stands.then_some(span)
    }

    /// What to look for, as far as the file says.
    fn sought(&self, quotation: &Quotation) -> Anchor {
        let length = quotation.exact.chars().count();
        let position = quotation.position.filter(|(start, end)| start <= end);
        let (start, end) = position.unwrap_or((0, length));
        let permille = match (quotation.share, position) {
            (Some(share), _) => (share.clamp(0.0, 1.0) * 1000.0).round() as u16,
            (None, Some((start, _))) => {
                let share = start.saturating_mul(1000) / self.length.max(1);
                u16::try_from(share.min(1000)).expect("at most 1000")
            }
            (None, None) => 0,
        };
        Anchor {
            quote: quotation.exact.clone(),
            before: quotation.prefix.clone(),
            after: quotation.suffix.clone(),
            start,
            end,
            permille,
            chapter: String::new(),
            headings: quotation.headings.clone(),
            text: String::new(),
            rivals: None,
        }
    }
}

/// The changes that make `note`, which was made at its `created` and got its present form at `changed`. Its head names the first.
///
/// The time of a change is that of an event of its own, the last one. Where neither a place nor another version gives one, it is told as
/// the writing of the note or, where there is none, of its tags or, of a bare highlight, as the choice of its pen.
fn additions(note: Note, changed: Timestamp, mut new_id: impl FnMut() -> EventId) -> Vec<Event> {
    let (id, head, created) = (note.id, note.head, note.created);
    let mut first = note;
    let places = std::mem::take(&mut first.attached).into_iter().map(|anchor| Edit::Attach {
        note: id,
        text: anchor.text.clone(),
        to: Some(Box::new(anchor)),
    });
    let versions = std::mem::take(&mut first.versions).into_iter();
    let versions = versions.map(|Version { event, body }| Edit::Settle { note: id, event, body: Some(body) });
    let mut later: Vec<Edit> = places.chain(versions).collect();
    if changed > created && later.is_empty() {
        later.push(if first.has_body() {
            Edit::Body { note: id, body: std::mem::take(&mut first.body) }
        } else if !first.tags.is_empty() {
            Edit::Tags { note: id, add: std::mem::take(&mut first.tags), remove: Vec::new() }
        } else {
            let pen = first.pen;
            first.pen = pen.next();
            Edit::Pen { note: id, pen }
        });
    }
    let last = later.len();
    let mut events =
        vec![Event { id: head, at: created, edit: Edit::Add(Box::new(first)), base: None, undoes: None }];
    events.extend(later.into_iter().enumerate().map(|(index, edit)| {
        let base = gives_body(&edit).then_some(head);
        let at = if index + 1 == last { changed.max(created) } else { created };
        Event { id: new_id(), at, edit, base, undoes: None }
    }));
    events
}

fn gives_body(edit: &Edit) -> bool {
    matches!(edit, Edit::Body { .. })
}

/// Both lists, by text; where both have a place in a text, that of `others`.
fn joined(own: Vec<Anchor>, others: Vec<Anchor>) -> Vec<Anchor> {
    let all = own.into_iter().chain(others).map(|anchor| (anchor.text.clone(), anchor));
    all.collect::<BTreeMap<_, _>>().into_values().collect()
}

impl Taken {
    /// It is there already, and nothing differs.
    fn present(placement: Placement) -> Self {
        Self {
            status: Status::Present,
            placement,
            differs: Vec::new(),
            places: 0,
            is_early: false,
            events: Vec::new(),
        }
    }
}
