use super::*;
use crate::mark::{Anchor, Placement};
use proptest::prelude::*;

fn id(number: u8) -> NoteId {
    NoteId(Uuid::from_u128(number.into()))
}

/// A note on those bytes; an orphan where there are none.
fn note(number: u8, span: Option<(usize, usize)>, tags: &[&str]) -> Note {
    let anchor = Anchor {
        quote: String::new(),
        before: String::new(),
        after: String::new(),
        start: 0,
        end: 0,
        permille: 0,
        chapter: String::new(),
        headings: Vec::new(),
        text: String::new(),
        rivals: None,
    };
    Note {
        id: id(number),
        anchor,
        placement: span.map_or(Placement::Orphan, |(start, end)| Placement::Exact(Span::new(start, end))),
        pen: Pen::Yellow,
        body: String::new(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        head: EventId::nil(),
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

fn apply(notes: &mut Notes, edit: Edit) -> Option<Edit> {
    notes.apply(edit, EventId::from_u128(99), Timestamp::UNIX_EPOCH)
}

fn notes(all: impl IntoIterator<Item = Note>) -> Notes {
    let mut notes = Notes::default();
    for note in all {
        apply(&mut notes, Edit::Add(Box::new(note))).expect("each is new");
    }
    notes
}

fn ids<'a>(notes: impl Iterator<Item = &'a Note>) -> Vec<NoteId> {
    notes.map(|note| note.id).collect()
}

#[test]
fn orphans_come_after_what_is_found() {
    let notes = notes([note(1, None, &[]), note(2, Some((9, 12)), &[]), note(3, Some((0, 4)), &[])]);
    assert_eq!(ids(notes.in_reading_order()), [id(3), id(2), id(1)]);
    assert_eq!(ids(notes.iter()), [id(1), id(2), id(3)]);
}

#[test]
fn of_notes_one_inside_another_the_innermost_is_meant() {
    let notes = notes([note(1, Some((0, 20)), &[]), note(2, Some((5, 9)), &[]), note(3, Some((5, 9)), &[])]);
    assert_eq!(notes.at(6).map(|note| note.id), Some(id(3)), "of two as short the newer");
    assert_eq!(notes.at(9).map(|note| note.id), Some(id(1)));
    assert!(notes.at(20).is_none());
    assert_eq!(ids(notes.touching(Span::new(8, 30))), [id(1), id(2), id(3)]);
}

#[test]
fn tags_are_counted_most_used_first() {
    let notes = notes([note(1, None, &["b", "a"]), note(2, None, &["c", "a"])]);
    let counts = [("a", 2), ("b", 1), ("c", 1)].map(|(tag, count)| (tag.to_owned(), count));
    assert_eq!(notes.tags(), counts);
}

#[test]
fn what_changes_nothing_has_no_inverse() {
    let mut notes = notes([note(1, None, &["a"])]);
    let before = notes.clone();
    let tag = |tag: &str| vec![tag.to_owned()];
    for edit in [
        Edit::Add(Box::new(note(1, None, &[]))),
        Edit::Remove(id(2)),
        Edit::Body { note: id(1), body: String::new() },
        Edit::Body { note: id(2), body: "un".to_owned() },
        Edit::Pen { note: id(1), pen: Pen::Yellow },
        Edit::Tags { note: id(1), add: tag("a"), remove: tag("b") },
    ] {
        assert_eq!(apply(&mut notes, edit.clone()), None, "{edit:?}");
    }
    assert_eq!(notes, before);
}

#[test]
fn a_new_body_names_the_event_that_gave_it_and_a_new_pen_does_not() {
    let mut notes = notes([note(1, None, &[])]);
    let at = Timestamp::from_second(5).expect("a timestamp");
    notes.apply(Edit::Body { note: id(1), body: "un".to_owned() }, EventId::from_u128(7), at);
    notes.apply(Edit::Pen { note: id(1), pen: Pen::Blue }, EventId::from_u128(8), at);
    let note = notes.get(id(1)).expect("it is there");
    assert_eq!((note.head, note.changed), (EventId::from_u128(7), at));
}

fn edit() -> impl Strategy<Value = Edit> {
    let tags = || prop::collection::vec("[a-c]", 0..3);
    prop_oneof![
        (0..4_u8, 0..50_usize, tags()).prop_map(|(number, start, tags)| {
            let tags: BTreeSet<&str> = tags.iter().map(String::as_str).collect();
            let tags: Vec<&str> = tags.into_iter().collect();
            Edit::Add(Box::new(note(number, Some((start, start + 5)), &tags)))
        }),
        (0..4_u8).prop_map(|number| Edit::Remove(id(number))),
        (0..4_u8, "[a-c]?").prop_map(|(number, body)| Edit::Body { note: id(number), body }),
        (0..4_u8, 0..4_usize).prop_map(|(number, pen)| Edit::Pen { note: id(number), pen: Pen::ALL[pen] }),
        (0..4_u8, tags(), tags()).prop_map(|(number, add, remove)| Edit::Tags {
            note: id(number),
            add,
            remove
        }),
        (0..4_u8, 0..3_usize, prop::option::of(0..9_usize)).prop_map(|(number, text, to)| {
            let text = text.to_string();
            let anchor = |start| Anchor { text: text.clone(), start, ..note(0, None, &[]).anchor };
            Edit::Attach { note: id(number), to: to.map(anchor).map(Box::new), text: text.clone() }
        }),
        (0..4_u8, 0..3_u128, prop::option::of("[a-c]")).prop_map(|(number, event, body)| Edit::Settle {
            note: id(number),
            event: EventId::from_u128(event),
            body
        }),
    ]
}

/// What the person sees of the notes: all but which event gave a body, and the order of the tags and of the bodies
/// written apart.
fn seen(notes: &Notes) -> Vec<Note> {
    let seen = |note: &Note| {
        let mut note = Note { head: EventId::nil(), ..note.clone() };
        note.tags.sort();
        note.versions.sort_by_key(|version| version.event);
        note
    };
    notes.in_reading_order().map(seen).collect()
}

proptest! {
    #[test]
    fn undoing_every_edit_restores_the_notes(before in prop::collection::vec(edit(), 0..10), edits in prop::collection::vec(edit(), 0..20)) {
        let mut notes = Notes::default();
        for edit in before {
            apply(&mut notes, edit);
        }
        let first = seen(&notes);
        let inverses: Vec<Edit> = edits.into_iter().filter_map(|edit| apply(&mut notes, edit)).collect();
        let last = seen(&notes);
        let again: Vec<Edit> = inverses.into_iter().rev().filter_map(|edit| apply(&mut notes, edit)).collect();
        prop_assert_eq!(seen(&notes), first);
        for edit in again.into_iter().rev() {
            apply(&mut notes, edit);
        }
        prop_assert_eq!(seen(&notes), last);
    }
}
