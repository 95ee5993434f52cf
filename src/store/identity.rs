//! Which document is this, and in which folder are its notes.

use super::base32;
use super::clock::Clock;
use super::journal::DocEvent;
use super::sketch::Sketch;
use crate::doc::{Digest, hexadecimal};
use crate::text::letters;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Digits of the document's id in the name of its folder.
const SUFFIX: usize = 5;
/// Letters of the title in the name of a folder.
const TITLE: usize = 40;
/// Bytes that an identifier has at least; shorter ones tell nothing.
const IDENTIFIER: usize = 6;
/// How alike two texts under one path must be to be editions of one document.
const EDITION: f64 = 0.4;

/// How much of a text must stand in another for that to be one of its editions, cut short or added to.
const STRANGER: f64 = 0.45;
/// The longest text that is compared with those in which notes were made, in bytes.
const COMPARED: usize = 8 << 20;

/// The texts in which notes were made, by the first 16 digits of their digests, that have little in common with `text`:
/// under 45 % of their runs of words are there. What has too few words to tell is none of them, nor is any of a
/// `text` over 8 MiB.
#[must_use]
pub fn strangers(known: &[DocEvent], text: &str, digest: &Digest) -> BTreeSet<String> {
    let own = hexadecimal(digest);
    if text.len() > COMPARED || known.iter().all(|event| event.text == own) {
        return BTreeSet::new();
    }
    let known: BTreeMap<&str, Sketch> =
        known.iter().map(|event| (&*event.text, Sketch::from_text(&event.sketch))).collect();
    let (texts, sketches): (Vec<&str>, Vec<Sketch>) =
        known.into_iter().filter(|(text, sketch)| *text != own && sketch.is_telling()).unzip();
    let shares = Sketch::shares_in(&sketches, text);
    let strange = texts.iter().zip(shares).filter(|&(_, share)| share < STRANGER);
    strange.map(|(text, _)| text.chars().take(16).collect()).collect()
}

/// What is known of a document when it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// SHA-256 of the bytes of the file.
    pub bytes: Digest,
    /// SHA-256 of the extracted text.
    pub text: Digest,
    /// Its address on the web, or empty.
    pub href: String,
    /// Its path, with `~` for the home folder, or empty.
    pub path: String,
    /// The identifier that a book gives itself, or empty.
    pub ident: String,
    /// Title for people.
    pub title: String,
}

/// Where the notes of a document are to be read and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// In these folders, never none: read all, write into the first.
    Attach(Vec<String>),
    /// Nowhere yet; but it may be the document of one of these, the likeliest first. The person knows.
    Ask(Vec<Likely>),
    /// Nowhere yet.
    New,
}

/// A folder whose document may be the one that is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likely {
    /// The folder.
    pub folder: String,
    /// Whether it was kept under the same path; else it is the text that is alike.
    pub same_path: bool,
}

/// A document with annotations that may be the one that is open, for the person to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    /// The folder of its journals.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Where it was last, with `~` for the home folder.
    pub path: String,
    /// How many annotations it has.
    pub notes: usize,
    /// Whether it was kept under the path of the one that is open; else its text is like it.
    pub same_path: bool,
}

/// Finds the folders of a document among the `doc` events of all folders.
///
/// The same bytes, the same text and the same address attach by themselves, and so does the identifier of a book under
/// a title alike. The same path attaches
/// where the text is an edition of the one seen there (40 % of the runs of words, see [`Sketch`]); else
/// another document was saved under the name, and it is for the person to say. So it is where an edition is
/// known under another path. `sketch` is asked only when nothing is sure.
#[must_use]
pub fn decide<'a>(
    events: impl IntoIterator<Item = (&'a str, &'a DocEvent)>,
    seen: &Seen,
    sketch: impl FnOnce() -> Sketch,
) -> Decision {
    let (bytes, text) = (hexadecimal(&seen.bytes), hexadecimal(&seen.text));
    let address = canonical(&seen.href);
    let mut sure = Vec::new();
    let mut others = Vec::new();
    for (folder, event) in events {
        let same_address = !address.is_empty() && canonical(&event.href) == address;
        if event.sha256 == bytes || event.text == text || same_address || is_same_book(event, seen) {
            sure.push(folder.to_owned());
        } else {
            others.push((folder, event));
        }
    }
    let mut likely = Vec::new();
    if sure.is_empty() && !others.is_empty() {
        let sketch = sketch();
        for (folder, event) in others {
            let same_path = !seen.path.is_empty() && event.path == seen.path;
            let known = Sketch::from_text(&event.sketch);
            let is_edition = known.likeness(&sketch) >= EDITION;
            if same_path && is_edition {
                sure.push(folder.to_owned());
            } else if same_path || (is_edition && known.is_telling() && sketch.is_telling()) {
                likely.push((same_path, Reverse(event.clock), folder));
            }
        }
    }
    if sure.is_empty() {
        return if likely.is_empty() { Decision::New } else { Decision::Ask(in_order(likely)) };
    }
    // Devices that met before a sync must choose the same folder to write into: the one of the lower id.
    sure.sort_by(|one, other| (suffix(one), one).cmp(&(suffix(other), other)));
    sure.dedup();
    Decision::Attach(sure)
}

/// Whether the identifiers are the same, and the titles so alike that no tool gave one identifier to two books.
fn is_same_book(event: &DocEvent, seen: &Seen) -> bool {
    seen.ident.len() >= IDENTIFIER && event.ident == seen.ident && have_like_titles(&event.title, &seen.title)
}

/// Whether two titles share at least half of the words of the shorter one.
fn have_like_titles(one: &str, other: &str) -> bool {
    let words = |title: &str| -> HashSet<String> {
        let slug = letters::slug(title, usize::MAX, char::is_alphanumeric);
        slug.split('-').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let fewest = one.len().min(other.len());
    fewest > 0 && 2 * one.intersection(&other).count() >= fewest
}

/// What is alike before what only had the name, what was seen last before the rest; each folder once.
fn in_order(mut likely: Vec<(bool, Reverse<Clock>, &str)>) -> Vec<Likely> {
    likely.sort();
    let mut named = HashSet::new();
    likely.retain(|&(_, _, folder)| named.insert(folder));
    let of_folder = |(same_path, _, folder): (bool, _, &str)| Likely { folder: folder.to_owned(), same_path };
    likely.into_iter().map(of_folder).collect()
}

/// The id of a document: the SHA-256 of the first bytes seen of it, in base 32, so that two devices make the same.
#[must_use]
pub fn document_id(bytes: &Digest) -> String {
    base32::of_bytes(bytes)
}

/// The name of the folder of a new document: `le-marche-des-telecoms-7K3Q9`.
///
/// `taken` says whether a name belongs to another document; more digits of the id then tell them apart.
#[must_use]
pub fn folder_name(title: &str, bytes: &Digest, taken: impl Fn(&str) -> bool) -> String {
    let (slug, id) = (slug(title, TITLE), document_id(bytes));
    let named = |digits: usize| format!("{slug}-{}", &id[..digits]);
    (SUFFIX..id.len()).map(named).find(|name| !taken(name)).unwrap_or_else(|| named(id.len()))
}

/// Whether a folder of that name may hold the notes of these very bytes.
#[must_use]
pub fn may_hold(folder: &str, bytes: &Digest) -> bool {
    let suffix = suffix(folder);
    suffix.len() >= SUFFIX && document_id(bytes).starts_with(suffix)
}

fn suffix(folder: &str) -> &str {
    folder.rsplit('-').next().unwrap_or_default()
}

/// A title as part of the name of a folder or a device: see [`letters::slug`]; `untitled` if nothing is left.
#[must_use]
pub fn slug(title: &str, longest: usize) -> String {
    match letters::slug(title, longest, |letter| letter.is_ascii()) {
        empty if empty.is_empty() => "untitled".to_owned(),
        slug => slug,
    }
}

/// An address without what does not tell pages apart: scheme, fragment, tracking parameters, final slash. Empty for what is not one.
#[must_use]
pub fn canonical(address: &str) -> String {
    const TRACKING: [&str; 7] = ["fbclid", "gclid", "xtor", "mc_cid", "mc_eid", "at_medium", "at_campaign"];
    let Some(rest) = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) else {
        return String::new();
    };
    let rest = rest.split('#').next().unwrap_or_default();
    let (page, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    let tells = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default();
        !parameter.is_empty() && !name.starts_with("utm_") && !TRACKING.contains(&name)
    };
    let query: Vec<&str> = query.split('&').filter(tells).collect();
    format!("{}/{}?{}", host.to_ascii_lowercase(), path.trim_end_matches('/'), query.join("&"))
}

#[cfg(test)]
mod tests;
