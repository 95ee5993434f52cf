//! The line of a journal: one change, as JSON, checked.
//!
//! A line is a JSON object in UTF-8 without a raw line end. Its fields are, in this order and where they apply:
//!
//! | field | is |
//! |---|---|
//! | `v` | version of the format, 1 |
//! | `id` | name of the event: a UUID v7 as 26 digits in Crockford's base 32 |
//! | `at` | when, by the computer's clock, in UTC to the millisecond |
//! | `c` | when, in the order all devices share (see [`Clock`]) |
//! | `dev` | the device |
//! | `op` | `doc`, `add`, `set`, `tag`, `del`, `place`, `settle` or `fix` |
//! | `sha256` `text` `x` `title` `href` `path` `ident` `sketch` | of `doc`: SHA-256 of the bytes and of the extracted text, version of the extraction, title, address, path, identifier, [`Sketch`](super::sketch::Sketch) |
//! | `note` | of all others: the annotation, named like an event; of a `fix` of a quotation: the passage |
//! | `fix` `theme` `of` `to` | of `fix`: a correction, see below |
//! | `kind` `color` `sel` | of `add`: `highlight`, the pen, the passage; of a `fix` of a quotation: what it is, its passage |
//! | `text` `sel` | of `place`: the first 16 digits of the SHA-256 of a text, and the passage in it; without `sel` that is taken back |
//! | `of` `body` | of `settle`: the event that gave a body written apart, which is settled; with `body` it waits again |
//! | `base` | of `set` with a body and of `del`: the event that gave the body it was made on |
//! | `body` | of `add` and `set` |
//! | `tags` | of `add` |
//! | `add` `del` | of `tag`: tags that come and go |
//! | `undoes` | the event taken back, by undo or redo; an `add` with it and no `sel` brings a deleted annotation back as it was |
//! | `crc` | CRC-32 (IEEE), in 8 hexadecimal digits, of the bytes of the line up to, not including, `,"crc":` |
//!
//! `set` changes the body or the `color`, never both. `sel` holds `quote`, `pre` and `suf` (raw text around it),
//! `start` and `end` (code points of the extracted text, half-open), `rel` (place as a share of the text), `chap`,
//! `head` (headings, outermost first), `text` (first 16 digits of the SHA-256 of the extracted text) and `x`.
//! Counts may follow, of other places of that text: `rivals` (nearly the same letters in surroundings alike),
//! `gaprivals` (the same surroundings) and `twins` (the same letters); absent, not counted.
//!
//! A `fix` corrects what was found, of one subject, and the last one of a subject holds. `fix` says what:
//! `name` (whoever is called `of` is called `to`), `kind` (the words `of` are a name of the type `to`, or `none`),
//! `term` (the wording `of` is `in` the theme `theme`, or `out`), `theme` (the theme with the key `of` is called
//! `to`), `quote` (the passage `sel` is of `kind` `quote`, said by `to` or by nobody known, or `none`).
//! Without `to` (of `quote`, without `kind`) the correction is taken back. In a journal of `docs/` it is meant for
//! that document, in one of `shared/` for all.
//!
//! Reading is lenient where nothing can be lost by it: unknown fields are passed over, and a line
//! without `crc` (written by hand) is taken. Lines are never rewritten, so what is not understood stays.

mod record;
#[cfg(test)]
mod tests;

use super::clock::{Clock, NotAClock};
use crate::mark::{Edit, Event, EventId, NoteId, Scope};
use jiff::Timestamp;
use memchr::memchr_iter;
use record::Record;

/// The version of the format written here.
pub const VERSION: u64 = 1;
/// The version of the rules by which text is extracted from files.
pub const EXTRACTION: u32 = 1;
/// Longest line that is read or written, in bytes.
pub const LONGEST: usize = 16 << 20;

/// What a line of a journal is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A change to the annotations, or a correction.
    Event(Box<Entry>),
    /// A document was seen.
    Doc(Box<DocEvent>),
    /// Something that only a later version understands.
    Unknown {
        /// Whether it says that it is of a newer format, so that nothing may be added to it from here.
        newer: bool,
        /// Its time, where it has one.
        clock: Option<Clock>,
    },
    /// Not to be read.
    Damaged(Damage),
}

/// Why a line cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Over 16 MiB.
    #[error("longer than 16 MB")]
    TooLong,
    /// Not text.
    #[error("not UTF-8")]
    NotUtf8,
    /// Not a JSON object with fields of the right types.
    #[error("not a line of a journal")]
    NotJson,
    /// Changed after it was written.
    #[error("the checksum does not fit")]
    Checksum,
    /// A field is missing or makes no sense.
    #[error("field `{0}` is missing or cannot be read")]
    Field(&'static str),
}

/// A change to the annotations or a correction, as a journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Names the event.
    pub id: EventId,
    /// When, by the computer's clock.
    pub at: Timestamp,
    /// When, in the order all devices share.
    pub clock: Clock,
    /// Which device made it.
    pub device: String,
    /// What changed.
    pub change: Change,
    /// The event that gave the body it was made on.
    pub base: Option<EventId>,
    /// The event it takes back.
    pub undoes: Option<EventId>,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// As the edit says. Annotations that come this way are not placed; corrections are meant for the document until
    /// [`shared`] says otherwise.
    Edit(Edit),
    /// A deleted annotation comes back as it was.
    Restore(NoteId),
}

/// A document was seen: what it is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocEvent {
    /// Names the event.
    pub id: EventId,
    /// When, by the computer's clock.
    pub at: Timestamp,
    /// When, in the order all devices share.
    pub clock: Clock,
    /// Which device saw it.
    pub device: String,
    /// SHA-256 of the bytes of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of the extracted text, 64 hexadecimal digits.
    pub text: String,
    /// Title for people.
    pub title: String,
    /// Its address on the web, or empty.
    pub href: String,
    /// Its path, with `~` for the home folder, or empty.
    pub path: String,
    /// The identifier it gives itself (EPUB), or empty.
    pub ident: String,
    /// Its [`Sketch`](super::sketch::Sketch), as text.
    pub sketch: String,
}

/// The line of a change to the annotations, with its line end.
#[must_use]
pub fn encode(event: &Event, clock: Clock, device: &str) -> String {
    Record::of_event(event, clock, device).to_line()
}

/// The line of a document seen, with its line end.
#[must_use]
pub fn encode_doc(event: &DocEvent) -> String {
    Record::of_doc(event).to_line()
}

/// Reads all lines of a journal. Empty ones and the conflict marks of git say nothing and are passed over.
pub fn read(bytes: &[u8]) -> impl Iterator<Item = Line> {
    lines(bytes).map(parse)
}

/// The lines of a journal that cannot be read, as they stand.
pub fn damaged(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    lines(bytes).filter(|line| matches!(parse(line), Line::Damaged(_)))
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let says_nothing = |line: &[u8]| {
        let marks: [&[u8]; 4] = [b"<<<<<<< ", b"||||||| ", b"=======", b">>>>>>> "];
        line.is_empty() || marks.iter().any(|mark| line.starts_with(mark))
    };
    let ends = memchr_iter(b'\n', bytes).chain([bytes.len()]);
    let pieces = ends.scan(0, |start, end| Some(&bytes[std::mem::replace(start, end + 1)..end]));
    pieces.map(<[u8]>::trim_ascii).filter(move |line| !says_nothing(line))
}

/// What a line of a shared journal says: a correction in it is meant for every document, and nothing else in it is
/// for any. What a newer version wrote there must not keep notes from a document.
#[must_use]
pub fn shared(line: Line) -> Line {
    match line {
        Line::Event(mut entry) => match &mut entry.change {
            Change::Edit(Edit::Correct { scope, .. }) => {
                *scope = Scope::Everywhere;
                Line::Event(entry)
            }
            _ => Line::Unknown { newer: false, clock: Some(entry.clock) },
        },
        Line::Doc(document) => Line::Unknown { newer: false, clock: Some(document.clock) },
        Line::Unknown { clock, .. } => Line::Unknown { newer: false, clock },
        Line::Damaged(damage) => Line::Damaged(damage),
    }
}

/// Reads one line, without its line end.
#[must_use]
pub fn parse(line: &[u8]) -> Line {
    match Record::from_line(line) {
        Ok(record) if record.v > VERSION => Line::Unknown { newer: true, clock: record.c.parse().ok() },
        Ok(record) => match &*record.op {
            "doc" => record.into_doc().map_or_else(Line::Damaged, |doc| Line::Doc(Box::new(doc))),
            "add" | "set" | "tag" | "del" | "place" | "settle" => {
                record.into_entry().map_or_else(Line::Damaged, |entry| Line::Event(Box::new(entry)))
            }
            "fix" => {
                let clock = record.c.parse().ok();
                match record.into_fix() {
                    Ok(Some(entry)) => Line::Event(Box::new(entry)),
                    Ok(None) => Line::Unknown { newer: false, clock },
                    Err(damage) => Line::Damaged(damage),
                }
            }
            "" => Line::Damaged(Damage::Field("op")),
            _ => Line::Unknown { newer: false, clock: record.c.parse().ok() },
        },
        // A later version may give our fields other types.
        Err(Damage::NotJson) => record::unknown(line).unwrap_or(Line::Damaged(Damage::NotJson)),
        Err(damage) => Line::Damaged(damage),
    }
}

impl From<NotAClock> for Damage {
    fn from(_: NotAClock) -> Self {
        Self::Field("c")
    }
}

/// A `doc` event about nothing, for tests to fill in.
#[cfg(test)]
pub(crate) fn doc_event() -> DocEvent {
    DocEvent {
        id: EventId::nil(),
        at: Timestamp::UNIX_EPOCH,
        clock: Clock::default(),
        device: "test-0000".to_owned(),
        sha256: String::new(),
        text: String::new(),
        title: String::new(),
        href: String::new(),
        path: String::new(),
        ident: String::new(),
        sketch: String::new(),
    }
}
