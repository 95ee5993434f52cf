//! One record of a file to what an annotation is made of.

use super::quotation::select;
use super::{AnchorFields, VersionFields, colour};
use crate::doc::html;
use crate::mark::{Anchor, NoteId, Pen, Version};
use crate::words::cli::import::Refusal;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashSet};
use uuid::{Builder, Uuid};

pub use super::quotation::Quotation;

/// An annotation of a file, not placed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The name it will have for ever: its own where that is one of ours, else one made of its own.
    pub id: NoteId,
    /// What it may be about, likeliest first: paths, URLs and other addresses, as they stand in the file.
    pub sources: Vec<String>,
    /// What it is on.
    pub passage: Passage,
    /// The colour of the stroke.
    pub pen: Pen,
    /// The note; empty for a bare highlight.
    pub body: String,
    /// Tags without `#`, each once.
    pub tags: Vec<String>,
    /// When it was made, where the file says.
    pub created: Option<Timestamp>,
    /// When it last changed, where the file says.
    pub modified: Option<Timestamp>,
    /// Where the person says it stands in other texts: one for each text, by text.
    pub attached: Vec<Anchor>,
    /// Bodies that wait for the person to choose, oldest first.
    pub versions: Vec<Version>,
    /// When it was deleted, if it was.
    pub deleted: Option<Timestamp>,
    /// Names of what an annotation has no place for.
    pub left_out: Vec<String>,
}

/// What a record is on.
#[derive(Debug, Clone, PartialEq)]
pub enum Passage {
    /// All that we keep of a passage: the record was written by us.
    Stored(Anchor),
    /// Words, as other programs give them.
    Quoted(Quotation),
}

impl Passage {
    /// The words.
    #[must_use]
    pub fn quote(&self) -> &str {
        match self {
            Self::Stored(anchor) => &anchor.quote,
            Self::Quoted(quotation) => &quotation.exact,
        }
    }
}

/// What the record calls itself; empty where it does not.
pub(super) fn name(value: &Value) -> String {
    match value.get("id").or_else(|| value.get("@id")) {
        Some(Value::String(name)) => name.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The annotations of one record: one for each thing it is about, and at least one answer.
pub(super) fn records(value: Value) -> Vec<Result<Record, Refusal>> {
    let mut name = name(&value);
    if name.is_empty() {
        name = value.to_string();
    }
    let Value::Object(mut fields) = value else { return vec![Err(Refusal::NotAnnotation)] };
    let is_annotation = |kind: &Value| matches!(kind.as_str(), Some("Annotation" | "oa:Annotation"));
    match fields.remove("type").or_else(|| fields.remove("@type")) {
        None => {}
        Some(Value::Array(kinds)) if kinds.iter().any(is_annotation) => {}
        Some(kind) if is_annotation(&kind) => {}
        Some(_) => return vec![Err(Refusal::NotAnnotation)],
    }
    let targets = targets(fields.remove("target"));
    let uri = fields.remove("uri").or_else(|| fields.remove("url"));
    if targets.is_empty() {
        // A page without a passage is a target too.
        return vec![Err(if uri.is_some() { Refusal::NoQuote } else { Refusal::NoTarget })];
    }
    let uri = uri.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
    let is_ours = targets.iter().any(|target| target.stored.is_some());
    let said = Said::new(fields, is_ours);
    let record = |(number, target): (usize, Target)| {
        let Target { mut sources, quotation, stored, colour, left_out } = target;
        let passage = match stored {
            Some(stored) => Passage::Stored(stored.into_anchor(&quotation)),
            None => Passage::Quoted(quotation),
        };
        if matches!(&passage, Passage::Quoted(quotation) if quotation.exact.is_empty()) {
            return Err(Refusal::NoQuote);
        }
        if !uri.is_empty() && !sources.contains(&uri) {
            sources.push(uri.clone());
        }
        Ok(Record {
            id: note_id(&name, number, is_ours),
            sources,
            passage,
            pen: said.pen.or(colour).unwrap_or_default(),
            body: said.body.clone(),
            tags: said.tags.clone(),
            created: said.created,
            modified: said.modified,
            attached: said.attached.clone(),
            versions: said.versions.clone(),
            deleted: said.deleted,
            left_out: said.left_out.iter().cloned().chain(left_out).collect(),
        })
    };
    targets.into_iter().enumerate().map(record).collect()
}

/// The name of an annotation: what `name` says where it is one of ours, or else 122 bits of its SHA-256, so that the same
/// record has the same name whenever and wherever it is imported.
fn note_id(name: &str, number: usize, is_ours: bool) -> NoteId {
    let own = name.strip_prefix("urn:uuid:").and_then(|digits| Uuid::try_parse(digits).ok());
    if let (Some(own), 0) = (own.filter(|own| is_ours || own.get_version_num() == 7), number) {
        return NoteId(own);
    }
    let digest: [u8; 32] = Sha256::digest(format!("exergue import\n{number}\n{name}").as_bytes()).into();
    let (bytes, _) = digest.split_first_chunk().expect("16 bytes are fewer than 32");
    NoteId(Builder::from_custom_bytes(*bytes).into_uuid())
}

/// What a record says, whatever it is about.
#[derive(Default)]
struct Said {
    pen: Option<Pen>,
    body: String,
    tags: Vec<String>,
    /// The same, to look them up: a hostile record may have millions.
    known_tags: HashSet<String>,
    created: Option<Timestamp>,
    modified: Option<Timestamp>,
    attached: Vec<Anchor>,
    versions: Vec<Version>,
    deleted: Option<Timestamp>,
    left_out: Vec<String>,
}

impl Said {
    fn new(mut fields: Map<String, Value>, is_ours: bool) -> Self {
        let mut said = Self::default();
        // What these say is said by the annotation itself.
        for known in ["@context", "id", "@id", "exergue:state"] {
            fields.remove(known);
        }
        let motivation = fields.remove("motivation").unwrap_or_default();
        let mut is_tag = false;
        for motivation in strings(&motivation) {
            match motivation.strip_prefix("oa:").unwrap_or(motivation) {
                "commenting" | "highlighting" | "bookmarking" | "describing" | "replying" => {}
                "tagging" => is_tag = true,
                other => said.left_out.push(format!("motivation {other}")),
            }
        }
        said.created = said.time(&mut fields, &["created", "dcterms:created", "oa:annotatedAt"]);
        said.modified = said.time(&mut fields, &["modified", "updated"]);
        said.deleted = said.time(&mut fields, &["exergue:deleted"]);
        said.attached = said.attached(fields.remove("exergue:attached"));
        said.versions = said.versions(fields.remove("exergue:versions"));
        for name in ["exergue:pen", "color", "colour"] {
            said.colour(name, fields.remove(name));
        }
        let mut comments = Vec::new();
        for name in ["body", "bodyValue", "text"] {
            if let Some(body) = fields.remove(name) {
                said.body(body, is_tag, is_ours, &mut comments);
            }
        }
        said.body = comments.join("\n\n");
        let tags = fields.remove("tags").unwrap_or_default();
        strings(&tags).for_each(|tag| said.tag(tag, is_ours));
        said.leave("", fields);
        said
    }

    /// The first of these times that can be read.
    fn time(&mut self, fields: &mut Map<String, Value>, names: &[&str]) -> Option<Timestamp> {
        let mut found = None;
        for &name in names {
            let Some(value) = fields.remove(name) else { continue };
            let time = value.as_str().and_then(time);
            if time.is_none() {
                self.left_out.push(name.to_owned());
            }
            found = found.or(time);
        }
        found
    }

    /// The places that the person gave it, one for each text, by text; of several in one text the last.
    fn attached(&mut self, value: Option<Value>) -> Vec<Anchor> {
        let quotation = Quotation::default();
        let mut attached = BTreeMap::new();
        for item in self.items("exergue:attached", value) {
            match serde_json::from_value::<AnchorFields>(item) {
                Ok(fields) => {
                    let anchor = fields.into_anchor(&quotation);
                    attached.insert(anchor.text.clone(), anchor);
                }
                Err(_) => self.left_out.push("exergue:attached".to_owned()),
            }
        }
        attached.into_values().collect()
    }

    /// The bodies that wait, each event once.
    fn versions(&mut self, value: Option<Value>) -> Vec<Version> {
        let mut known = HashSet::new();
        let mut versions = Vec::new();
        for item in self.items("exergue:versions", value) {
            let fields = serde_json::from_value::<VersionFields>(item).ok();
            match fields.and_then(VersionFields::into_version) {
                Some(version) if known.insert(version.event) => versions.push(version),
                Some(_) => {}
                None => self.left_out.push("exergue:versions".to_owned()),
            }
        }
        versions
    }

    /// The items of the list that the field `name` holds; anything else is left out.
    fn items(&mut self, name: &str, value: Option<Value>) -> Vec<Value> {
        match value {
            Some(Value::Array(items)) => items,
            Some(other) if !is_empty(&other) => {
                self.left_out.push(name.to_owned());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn colour(&mut self, name: &str, value: Option<Value>) {
        let Some(value) = value else { return };
        match value.as_str().and_then(|value| Pen::named(value).or_else(|| colour::pen(value))) {
            Some(pen) => self.pen = self.pen.or(Some(pen)),
            None if is_empty(&value) => {}
            None => self.left_out.push(name.to_owned()),
        }
    }

    fn tag(&mut self, tag: &str, is_ours: bool) {
        let tag = if is_ours { tag } else { tag.trim().trim_start_matches('#') };
        if (is_ours || !tag.is_empty()) && self.known_tags.insert(tag.to_owned()) {
            self.tags.push(tag.to_owned());
        }
    }

    /// Takes in a body or a list of them: tags among the tags, all other text among the comments.
    fn body(&mut self, body: Value, is_tag: bool, is_ours: bool, comments: &mut Vec<String>) {
        let mut fields = match body {
            Value::Array(bodies) => {
                return bodies.into_iter().for_each(|body| self.body(body, is_tag, is_ours, comments));
            }
            Value::Object(fields) => fields,
            Value::Null => return,
            Value::String(text) => return self.say(text, is_tag, is_ours, comments),
            other => return self.say(other.to_string(), is_tag, is_ours, comments),
        };
        if let Some(items) = fields.remove("items") {
            self.body(items, is_tag, is_ours, comments);
        }
        let purpose = fields.remove("purpose").unwrap_or_default();
        let purposes: Vec<&str> = strings(&purpose).collect();
        let is_tag = match purposes[..] {
            [] => is_tag,
            _ => purposes.iter().any(|purpose| matches!(*purpose, "tagging" | "classifying")),
        };
        fields.remove("type");
        let format = fields.remove("format").unwrap_or_default();
        let is_html = strings(&format).any(|format| format.to_ascii_lowercase().contains("html"));
        self.colour("body.color", fields.remove("color"));
        for name in ["keyword", "tag", "tags"] {
            let tags = fields.remove(name).unwrap_or_default();
            strings(&tags).for_each(|tag| self.tag(tag, is_ours));
        }
        let value = ["value", "chars", "source", "id"].into_iter().find_map(|name| fields.remove(name));
        match value {
            Some(Value::String(value)) => {
                let value = if is_html { html::text(&value) } else { value };
                self.say(value, is_tag, is_ours, comments);
            }
            // A body may be elsewhere: its address is what there is of it.
            Some(nested @ Value::Object(_)) => self.body(nested, is_tag, is_ours, comments),
            Some(Value::Null) | None => {}
            Some(other) => self.say(other.to_string(), is_tag, is_ours, comments),
        }
        self.leave("body.", fields);
    }

    fn say(&mut self, text: String, is_tag: bool, is_ours: bool, comments: &mut Vec<String>) {
        if is_tag {
            self.tag(&text, is_ours);
        } else if !text.is_empty() {
            comments.push(text);
        }
    }

    /// Names what is left of an object and is not empty.
    fn leave(&mut self, of: &str, fields: Map<String, Value>) {
        leave(&mut self.left_out, of, fields);
    }
}

/// One thing that a record is about.
#[derive(Default)]
struct Target {
    sources: Vec<String>,
    quotation: Quotation,
    /// What we wrote ourselves.
    stored: Option<AnchorFields<'static>>,
    colour: Option<Pen>,
    left_out: Vec<String>,
}

/// The things that a record is about.
fn targets(target: Option<Value>) -> Vec<Target> {
    match target {
        Some(Value::Array(targets)) => {
            targets.into_iter().flat_map(|target| self::targets(Some(target))).collect()
        }
        Some(Value::String(source)) => vec![Target { sources: vec![source], ..Target::default() }],
        Some(Value::Object(mut fields)) => match fields.remove("items") {
            Some(items) => targets(Some(items)),
            None => vec![Target::new(fields)],
        },
        _ => Vec::new(),
    }
}

impl Target {
    fn new(mut fields: Map<String, Value>) -> Self {
        let mut target = Self::default();
        fields.remove("type");
        for name in ["source", "id"] {
            let source = fields.remove(name).unwrap_or_default();
            let source = source.get("id").or_else(|| source.get("@id")).unwrap_or(&source);
            target.sources.extend(source.as_str().filter(|source| !source.is_empty()).map(str::to_owned));
        }
        let mut unused = Vec::new();
        if let Some(selector) = fields.remove("selector") {
            select(selector, false, &mut target.quotation, &mut unused);
        }
        unused.sort();
        unused.dedup();
        target.left_out = unused;
        if let Some(stored) = fields.remove("exergue:anchor") {
            target.stored = serde_json::from_value(stored).ok();
            if target.stored.is_none() {
                target.left_out.push("exergue:anchor".to_owned());
            }
        }
        if let Some(Value::Object(mut meta)) = fields.remove("meta") {
            let headings = meta.remove("headings").unwrap_or_default();
            let heading = |heading: &Value| Some(heading.get("txt")?.as_str()?.to_owned());
            target.quotation.headings =
                headings.as_array().into_iter().flatten().filter_map(heading).collect();
            leave(&mut target.left_out, "target.meta.", meta);
        }
        if let Some(pen) = fields.get("styleClass").and_then(Value::as_str).and_then(colour::pen) {
            target.colour = Some(pen);
            fields.remove("styleClass");
        }
        leave(&mut target.left_out, "target.", fields);
        target
    }
}

/// A time as RFC 3339 has it; one that does not say where is taken for UTC.
fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let time: DateTime = text.parse().ok()?;
        Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
    })
}

/// The strings of a string or of a list.
fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let listed = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    value.as_str().into_iter().chain(listed)
}

fn leave(left_out: &mut Vec<String>, of: &str, fields: Map<String, Value>) {
    let named =
        fields.into_iter().filter(|(_, value)| !is_empty(value)).map(|(name, _)| format!("{of}{name}"));
    left_out.extend(named);
}

/// Whether nothing is lost with it.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
