//! A file to its records, one at a time, so that memory holds the file and what is made of it.

use super::record::{self, Record, records};
use crate::words::cli::import::Refusal;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// A record of a file, in the order of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it calls itself; empty where it does not.
    pub name: String,
    /// The annotation, or why it is none.
    pub record: Result<Record, Refusal>,
    /// What there is to say of the refusal beyond that; may be empty.
    pub detail: String,
}

/// A file that is no JSON: where, and what was expected.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct NotJson(#[from] serde_json::Error);

/// The records of a file: one object a line, an object, a list of them, a collection or page of them (`items`, also
/// under `first`), a set of Readium (what it is `about` may say of which document), or an answer of Hypothesis (`rows`).
///
/// A line that cannot be read is an entry that is refused, where others can be.
///
/// # Errors
/// When nothing in it can be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Entry>, NotJson> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    let mut entries = Vec::new();
    if bytes.is_empty() {
        return Ok(entries);
    }
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if is_object(first) {
        return Ok(lines(bytes));
    }
    match document(bytes, &mut entries) {
        Ok(()) => Ok(entries),
        // The first line may be the damaged one.
        Err(_) if bytes.split(|&byte| byte == b'\n').any(is_object) => Ok(lines(bytes)),
        Err(error) => Err(error.into()),
    }
}

fn is_object(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.starts_with(b"{") && line.ends_with(b"}") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

fn lines(bytes: &[u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    for line in bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty()) {
        let known = entries.len();
        if let Err(error) = document(line, &mut entries) {
            entries.truncate(known);
            entries.push(Entry {
                name: String::new(),
                record: Err(Refusal::NotJson),
                detail: error.to_string(),
            });
        }
    }
    entries
}

fn document(bytes: &[u8], entries: &mut Vec<Entry>) -> serde_json::Result<()> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    Found(entries).deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Adds what it meets: an annotation, or all that a list or a collection holds.
struct Found<'e>(&'e mut Vec<Entry>);

impl Found<'_> {
    fn add(&mut self, value: Value) {
        let name = record::name(&value);
        let entry = |record| Entry { name: name.clone(), record, detail: String::new() };
        self.0.extend(records(value).into_iter().map(entry));
    }

    fn refuse<T>(self, _value: T) {
        self.add_refused(String::new(), Refusal::NotAnnotation);
    }

    fn add_refused(self, name: String, refusal: Refusal) {
        self.0.push(Entry { name, record: Err(refusal), detail: String::new() });
    }
}

impl<'de> DeserializeSeed<'de> for Found<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Found<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("annotations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Found(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let known = self.0.len();
        let mut fields = Map::new();
        let mut is_collection = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "items" | "rows" | "first" => {
                    is_collection = true;
                    map.next_value_seed(Held(self.0))?;
                }
                _ => {
                    fields.insert(key, map.next_value()?);
                }
            }
        }
        if !is_collection {
            self.add(Value::Object(fields));
            return Ok(());
        }
        let about = identifiers(fields.get("about"));
        for record in self.0[known..].iter_mut().filter_map(|entry| entry.record.as_mut().ok()) {
            record.sources.extend(about.iter().cloned());
        }
        if let Some(Value::String(next)) = fields.remove("next") {
            self.add_refused(next, Refusal::OtherPage);
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.add_refused(text.to_owned(), Refusal::NotAnnotation);
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.refuse(value);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.refuse(value);
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.refuse(value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.refuse(value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.refuse(());
        Ok(())
    }
}

/// What a collection holds: as [`Found`], but an address in its place is that of a page elsewhere.
struct Held<'e>(&'e mut Vec<Entry>);

impl<'de> DeserializeSeed<'de> for Held<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let known = self.0.len();
        Found(&mut *self.0).deserialize(deserializer)?;
        if let [Entry { name, record: Err(refusal @ Refusal::NotAnnotation), .. }] = &mut self.0[known..]
            && !name.is_empty()
        {
            *refusal = Refusal::OtherPage;
        }
        Ok(())
    }
}

/// What a set says of its document: identifiers, then the title.
fn identifiers(about: Option<&Value>) -> Vec<String> {
    let Some(about) = about else { return Vec::new() };
    let names =
        ["dc:identifier", "identifier", "id", "source"].into_iter().filter_map(|name| about.get(name));
    let texts = |value: &Value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    names.flat_map(texts).collect()
}
