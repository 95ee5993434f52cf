//! The JSON of a line: every field there is, in the order in which they are written.

mod fix;

use super::{Change, Damage, DocEvent, EXTRACTION, Entry, LONGEST, Line, VERSION};
use crate::mark::{Anchor, Edit, Event, EventId, Note, NoteId, Pen, Placement, Rivals};
use crate::store::base32;
use crate::store::clock::Clock;
use jiff::Timestamp;
use memchr::memmem::FinderRev;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::LazyLock;
use uuid::Uuid;

/// What comes before the checksum. It cannot stand inside a string, where quotation marks are escaped.
const CHECKSUM: &str = ",\"crc\":";

/// Looks for it from the end; made ready once, not for each line.
static CHECKSUM_FINDER: LazyLock<FinderRev<'_>> = LazyLock::new(|| FinderRev::new(CHECKSUM));

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Record<'a> {
    pub(super) v: u64,
    // Those that every line has are not copied to be read.
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) c: Cow<'a, str>,
    dev: String,
    #[serde(borrow)]
    pub(super) op: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    x: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ident: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sketch: Option<String>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    note: Option<Word<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    fix: Option<Word<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    kind: Option<Word<'a>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    color: Option<Word<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sel: Option<Selector>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    base: Option<Word<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    add: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    del: Option<Vec<String>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    undoes: Option<Word<'a>>,
}

/// A word that stands for something else, a name or a colour: read where it stands, not copied.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

impl Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for Word<'_> {
    fn from(word: &'static str) -> Self {
        Self(word.into())
    }
}

impl From<String> for Word<'_> {
    fn from(word: String) -> Self {
        Self(word.into())
    }
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Selector {
    quote: String,
    pre: String,
    suf: String,
    start: usize,
    end: usize,
    rel: f64,
    chap: String,
    head: Vec<String>,
    text: String,
    x: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    rivals: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gaprivals: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    twins: Option<usize>,
}

impl<'a> Record<'a> {
    pub(super) fn of_event(event: &Event, clock: Clock, device: &str) -> Self {
        let mut record = Self::new(event.id, event.at, clock, device);
        record.note = event.edit.note().map(|note| name(note.0).into());
        record.undoes = event.undoes.map(|undone| name(undone).into());
        record.base = event.base.map(|base| name(base).into());
        match &event.edit {
            Edit::Add(note) => {
                record.op = "add".into();
                // Brought back, it is as the journal has it already.
                if event.undoes.is_none() {
                    record.kind = Some("highlight".into());
                    record.color = Some(note.pen.name().into());
                    record.sel = Some(Selector::of(&note.anchor));
                    record.body = Some(note.body.clone()).filter(|body| !body.is_empty());
                    record.tags = Some(note.tags.clone()).filter(|tags| !tags.is_empty());
                }
            }
            Edit::Remove(_) => record.op = "del".into(),
            Edit::Body { body, .. } => {
                record.op = "set".into();
                record.body = Some(body.clone());
            }
            Edit::Pen { pen, .. } => {
                record.op = "set".into();
                record.color = Some(pen.name().into());
            }
            Edit::Tags { add, remove, .. } => {
                record.op = "tag".into();
                record.add = Some(add.clone());
                record.del = Some(remove.clone());
            }
            Edit::Attach { text, to, .. } => {
                record.op = "place".into();
                // What the passage was made in says more of its text than what it was asked for in.
                record.text = Some(to.as_ref().map_or(text, |anchor| &anchor.text).clone());
                record.sel = to.as_deref().map(Selector::of);
            }
            Edit::Settle { event, body, .. } => {
                record.op = "settle".into();
                record.of = Some(name(*event));
                record.body = body.clone();
            }
            Edit::Correct { correction, .. } => {
                record.op = "fix".into();
                record.fix(correction);
            }
        }
        record
    }

    pub(super) fn of_doc(event: &DocEvent) -> Self {
        Self {
            op: "doc".into(),
            sha256: Some(event.sha256.clone()),
            text: Some(event.text.clone()),
            x: Some(EXTRACTION),
            title: Some(event.title.clone()),
            href: Some(event.href.clone()),
            path: Some(event.path.clone()),
            ident: Some(event.ident.clone()),
            sketch: Some(event.sketch.clone()),
            ..Self::new(event.id, event.at, event.clock, &event.device)
        }
    }

    fn new(id: EventId, at: Timestamp, clock: Clock, device: &str) -> Self {
        Self {
            v: VERSION,
            id: name(id).into(),
            at: format!("{at:.3}").into(),
            c: clock.to_string().into(),
            dev: device.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn to_line(&self) -> String {
        let mut line = serde_json::to_string(self).expect("strings, numbers and lists are JSON");
        line.pop();
        let checksum = crc32fast::hash(line.as_bytes());
        line.push_str(&format!("{CHECKSUM}\"{checksum:08x}\"}}\n"));
        line
    }

    pub(super) fn from_line(line: &'a [u8]) -> Result<Self, Damage> {
        if line.len() > LONGEST {
            return Err(Damage::TooLong);
        }
        let line = std::str::from_utf8(line).map_err(|_| Damage::NotUtf8)?;
        if let Some(at) = CHECKSUM_FINDER.rfind(line) {
            let (checked, rest) = (&line[..at], &line[at + CHECKSUM.len()..]);
            let written = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix("\"}"));
            let checksum = written.and_then(|digits| u32::from_str_radix(digits, 16).ok());
            if checksum != Some(crc32fast::hash(checked.as_bytes())) {
                return Err(Damage::Checksum);
            }
        }
        // A list would do for a structure too.
        if !line.starts_with('{') {
            return Err(Damage::NotJson);
        }
        let record: Self = serde_json::from_str(line).map_err(|_| Damage::NotJson)?;
        if record.v == 0 { Err(Damage::Field("v")) } else { Ok(record) }
    }

    pub(super) fn into_doc(self) -> Result<DocEvent, Damage> {
        Ok(DocEvent {
            id: uuid(&self.id, "id")?,
            at: timestamp(&self.at)?,
            clock: self.c.parse()?,
            device: self.dev,
            sha256: self.sha256.ok_or(Damage::Field("sha256"))?,
            text: self.text.ok_or(Damage::Field("text"))?,
            title: self.title.unwrap_or_default(),
            href: self.href.unwrap_or_default(),
            path: self.path.unwrap_or_default(),
            ident: self.ident.unwrap_or_default(),
            sketch: self.sketch.unwrap_or_default(),
        })
    }

    pub(super) fn into_entry(self) -> Result<Entry, Damage> {
        let id = uuid(&self.id, "id")?;
        let at = timestamp(&self.at)?;
        let clock = self.c.parse()?;
        let base = self.base.as_deref().map(|base| uuid(base, "base")).transpose()?;
        let undoes = self.undoes.as_deref().map(|undone| uuid(undone, "undoes")).transpose()?;
        let note = NoteId(uuid(self.note.as_deref().ok_or(Damage::Field("note"))?, "note")?);
        let pen = match self.color.as_deref() {
            // A pen that only a later version knows must not hide the note.
            Some(name) if self.op == "add" => Some(Pen::named(name).unwrap_or_default()),
            Some(name) => Some(Pen::named(name).ok_or(Damage::Field("color"))?),
            None => None,
        };
        let change = match (&*self.op, self.body, pen, self.sel) {
            ("add", body, pen, Some(selector)) => Change::Edit(Edit::Add(Box::new(Note {
                id: note,
                anchor: selector.into_anchor(),
                placement: Placement::Orphan,
                pen: pen.unwrap_or_default(),
                body: body.unwrap_or_default(),
                tags: self.tags.unwrap_or_default(),
                created: at,
                changed: at,
                head: id,
                attached: Vec::new(),
                versions: Vec::new(),
            }))),
            ("add", ..) if undoes.is_some() => Change::Restore(note),
            ("add", ..) => return Err(Damage::Field("sel")),
            ("del", ..) => Change::Edit(Edit::Remove(note)),
            ("set", Some(body), ..) => Change::Edit(Edit::Body { note, body }),
            ("set", None, Some(pen), _) => Change::Edit(Edit::Pen { note, pen }),
            ("set", ..) => return Err(Damage::Field("body")),
            ("place", _, _, selector) => Change::Edit(Edit::Attach {
                note,
                text: self.text.ok_or(Damage::Field("text"))?,
                to: selector.map(|selector| Box::new(selector.into_anchor())),
            }),
            ("settle", body, ..) => {
                let event = uuid(self.of.as_deref().ok_or(Damage::Field("of"))?, "of")?;
                Change::Edit(Edit::Settle { note, event, body })
            }
            _ => Change::Edit(Edit::Tags {
                note,
                add: self.add.unwrap_or_default(),
                remove: self.del.unwrap_or_default(),
            }),
        };
        Ok(Entry { id, at, clock, device: self.dev, change, base, undoes })
    }
}

impl Selector {
    fn of(anchor: &Anchor) -> Self {
        Self {
            quote: anchor.quote.clone(),
            pre: anchor.before.clone(),
            suf: anchor.after.clone(),
            start: anchor.start,
            end: anchor.end,
            rel: f64::from(anchor.permille) / 1000.0,
            chap: anchor.chapter.clone(),
            head: anchor.headings.clone(),
            text: anchor.text.clone(),
            x: EXTRACTION,
            rivals: anchor.rivals.map(|rivals| rivals.alike),
            gaprivals: anchor.rivals.map(|rivals| rivals.gaps),
            twins: anchor.rivals.map(|rivals| rivals.twins),
        }
    }

    fn into_anchor(self) -> Anchor {
        Anchor {
            quote: self.quote,
            before: self.pre,
            after: self.suf,
            start: self.start,
            end: self.end,
            permille: (self.rel.clamp(0.0, 1.0) * 1000.0).round() as u16,
            chapter: self.chap,
            headings: self.head,
            text: self.text,
            // A line without `twins` has counted the places with the same letters as `rivals`.
            rivals: self.rivals.map(|alike| Rivals {
                twins: self.twins.unwrap_or(alike),
                alike,
                gaps: self.gaprivals.unwrap_or_default(),
            }),
        }
    }
}

/// What can be said of a line whose fields are not ours: unknown, if its version or its `op` says so.
pub(super) fn unknown(line: &[u8]) -> Option<Line> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Head {
        v: u64,
        op: String,
        c: String,
    }
    let head: Head = line.starts_with(b"{").then(|| serde_json::from_slice(line).ok())??;
    let newer = head.v > VERSION;
    let ours =
        matches!(head.op.as_str(), "doc" | "add" | "set" | "tag" | "del" | "place" | "settle" | "fix" | "");
    (newer || !ours).then(|| Line::Unknown { newer, clock: head.c.parse().ok() })
}

fn name(id: Uuid) -> String {
    base32::of_number(id.as_u128())
}

fn uuid(text: &str, field: &'static str) -> Result<Uuid, Damage> {
    base32::number(text).map(Uuid::from_u128).ok_or(Damage::Field(field))
}

fn timestamp(text: &str) -> Result<Timestamp, Damage> {
    text.parse().map_err(|_| Damage::Field("at"))
}
