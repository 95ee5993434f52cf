//! The file of a draft: a journal of two lines, so that its checksums and its passage are those of a note.
//!
//! The first line adds the annotation as it was when the editor was opened, the second sets its body
//! to what was typed since. Tags stand in both as they are typed, with their `#`. A draft of a new
//! annotation names it as it names itself.

use super::clock::Clock;
use super::journal::{self, Change, Line};
use crate::mark::{Draft, Edit, Event, Note, NoteId, Placement};

/// The content of the file of `draft`.
#[must_use]
pub fn encode(draft: &Draft) -> String {
    let note = draft.note.unwrap_or(NoteId(draft.id));
    let before = Note {
        id: note,
        anchor: draft.anchor.clone(),
        placement: Placement::Orphan,
        pen: draft.pen,
        tags: Vec::new(),
        body: draft.before.clone(),
        head: draft.id,
        attached: Vec::new(),
        versions: Vec::new(),
        created: draft.at,
        changed: draft.at,
    };
    let edits = [Edit::Add(Box::new(before)), Edit::Body { note, body: draft.text.clone() }];
    let line = |edit| {
        let event = Event { id: draft.id, at: draft.at, edit, base: None, undoes: None };
        journal::encode(&event, Clock::default(), "draft")
    };
    edits.map(line).concat()
}

/// The draft in a file with the content `bytes`; `None` where it holds none, or not all of one.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Draft> {
    let mut lines = journal::read(bytes).map(|line| match line {
        Line::Event(entry) => Some((entry.id, entry.at, entry.change)),
        _ => None,
    });
    let (Some(first), Some(second), None) = (lines.next()?, lines.next()?, lines.next()) else { return None };
    let (id, at, Change::Edit(Edit::Add(before))) = first else { return None };
    let (_, _, Change::Edit(Edit::Body { note, body: text })) = second else { return None };
    let Note { anchor, pen, body: before, id: named, .. } = *before;
    let rewritten = (named != NoteId(id)).then_some(named);
    (note == named).then_some(Draft { id, note: rewritten, anchor, pen, before, text, at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{BlockKind, Builder, Extent};
    use crate::mark::{Anchor, Pen};
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn draft(note: Option<NoteId>, before: &str) -> Draft {
        let mut builder = Builder::default();
        builder.block(BlockKind::Paragraph, "Une phrase. Une autre phrase.");
        Draft {
            id: Uuid::from_u128(7),
            note,
            anchor: Anchor::new(&builder.finish(Extent::Whole), Span::new(12, 29)),
            pen: Pen::Pink,
            before: before.to_owned(),
            text: "à moitié\nécrit #eau".to_owned(),
            at: Timestamp::from_second(1_800_000_000).expect("in range"),
        }
    }

    #[test]
    fn a_draft_is_read_as_it_was_written() {
        for draft in [draft(None, ""), draft(Some(NoteId(Uuid::from_u128(9))), "avant #eau")] {
            assert_eq!(decode(encode(&draft).as_bytes()), Some(draft));
        }
    }

    #[test]
    fn half_a_draft_is_none() {
        let whole = encode(&draft(None, ""));
        let lines: Vec<&str> = whole.lines().collect();
        for damaged in ["", lines[0], lines[1], &whole[1..], &whole.replace("moitié", "moite")] {
            assert_eq!(decode(damaged.as_bytes()), None, "{damaged}");
        }
    }
}
