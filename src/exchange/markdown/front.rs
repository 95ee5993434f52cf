//! The front matter of an export.

use super::{escape, markers};
use crate::doc::{Digest, Document};
use crate::mark::Notes;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The whole file: what is known of the article and of its notes, then `body`. The tags are `own`,
/// then those of the annotations by name.
///
/// Every scalar is quoted, so that a title can be neither a key nor the end of the front matter.
pub(super) fn with_front_matter(document: &Document, notes: &Notes, own: &[String], body: &str) -> String {
    let meta = document.meta();
    let mut front = String::new();
    let mut add = |key: &str, value: String| front.push_str(&format!("{key}: {value}\n"));
    add("title", escape::scalar(document.title()));
    if !meta.authors.is_empty() {
        add("author", list(meta.authors.iter().map(String::as_str)));
    }
    if !meta.source.is_empty() {
        add("source", escape::scalar(&meta.source));
    }
    if let Some(published) = &meta.published {
        add("published", escape::scalar(published));
    }
    let used: BTreeSet<String> =
        notes.iter().flat_map(|note| &note.tags).map(|tag| escape::joined(tag)).collect();
    let tags: Vec<String> =
        own.iter().cloned().chain(used.into_iter().filter(|tag| !own.contains(tag))).collect();
    if !tags.is_empty() {
        add("tags", list(tags.iter().map(String::as_str)));
    }
    add("exergue", escape::scalar(&id(document.digest())));
    if let Some(changed) = notes.iter().map(|note| note.changed).max() {
        add("updated", escape::scalar(&seconds(changed)));
    }
    markers::seal(&front, body)
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", items.map(escape::scalar).collect::<Vec<_>>().join(", "))
}

/// The first eight digits of the digest in base 32 (the digits of Crockford, without I, L, O, U).
fn id(digest: Digest) -> String {
    let [first, second, third, fourth, fifth, ..] = digest;
    let bits = u64::from_be_bytes([0, 0, 0, first, second, third, fourth, fifth]);
    let digit = |index: u32| (bits >> (35 - 5 * index)) & 31;
    (0..8).map(|index| char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[digit(index) as usize])).collect()
}

/// RFC 3339, UTC, whole seconds.
fn seconds(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).map_or_else(|_| time.to_string(), |whole| whole.to_string())
}
