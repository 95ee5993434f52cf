//! Where the person was in each document.

use crate::mark::Pen;
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::text::again;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::PathBuf;

/// Where the person was in a document, and what was at hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// The address or the path of the document; empty for the bundled article.
    pub source: String,
    /// Its title.
    pub title: String,
    /// The place, in bytes of the text.
    pub offset: usize,
    /// The words that begin there, to find the place again; see [`Kept::offset_in`].
    pub quote: String,
    /// The pen in use.
    pub pen: Pen,
    /// Place marks, with their offsets in bytes.
    pub place_marks: Vec<(char, usize)>,
    /// The words at each of them.
    pub mark_quotes: Vec<(char, String)>,
    /// How far the place is, in per cent; `None` where an earlier version kept it.
    pub progress: Option<u8>,
    /// How many annotations there were.
    pub notes: usize,
    /// How many of them had no place in the text; `None` where an earlier version kept the place.
    pub lost: Option<usize>,
    /// When this was kept; `None` where an earlier version kept it.
    pub read: Option<Timestamp>,
}

impl Kept {
    /// The place marks in `text`, which may be another edition.
    #[must_use]
    pub fn marks_in(&self, text: &str) -> Vec<(char, usize)> {
        let quote = |letter| self.mark_quotes.iter().find(|(known, _)| *known == letter);
        let place = |&(letter, offset): &(char, usize)| {
            let quote = quote(letter).map_or("", |(_, quote)| quote);
            (letter, again(text, offset, quote))
        };
        self.place_marks.iter().map(place).collect()
    }

    /// The place in `text`, which may be another edition: see [`again`].
    #[must_use]
    pub fn offset_in(&self, text: &str) -> usize {
        again(text, self.offset, &self.quote)
    }
}

/// The file's content. What is missing in it takes its default, so that later versions may add.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    source: String,
    title: String,
    offset: usize,
    quote: String,
    pen: String,
    place_marks: Vec<(char, usize)>,
    mark_quotes: Vec<(char, String)>,
    progress: Option<u8>,
    notes: usize,
    lost: Option<usize>,
    read: Option<Timestamp>,
    /// The person let go of the place: it is no longer listed, nor resumed.
    forgotten: bool,
}

/// The document read last, on this device; `None` before the first, and where that cannot be read.
#[must_use]
pub fn last_read(paths: &Paths) -> Option<Kept> {
    let name = fs::read_to_string(folder(paths).join("last")).ok()?;
    // A name only: nothing outside the folder is opened.
    let name = name.trim();
    if name.contains(['/', '\\']) { None } else { kept(paths, name) }
}

pub(super) fn keep(paths: &Paths, name: &str, kept: &Kept) -> Result<(), WriteError> {
    let content = Content {
        source: kept.source.clone(),
        title: kept.title.clone(),
        offset: kept.offset,
        quote: kept.quote.clone(),
        pen: kept.pen.name().to_owned(),
        place_marks: kept.place_marks.clone(),
        mark_quotes: kept.mark_quotes.clone(),
        progress: kept.progress,
        notes: kept.notes,
        lost: kept.lost,
        read: kept.read,
        forgotten: false,
    };
    let text = serde_json::to_vec(&content).expect("strings and numbers are JSON");
    files::write_whole(&folder(paths).join(format!("{name}.json")), &text)?;
    files::write_whole(&folder(paths).join("last"), name.as_bytes())
}

pub(super) fn kept(paths: &Paths, name: &str) -> Option<Kept> {
    match entry(paths, name)? {
        Entry::Kept(kept) => Some(*kept),
        Entry::Forgotten => None,
    }
}

/// What is known of a document that was read.
#[derive(Debug)]
pub(super) enum Entry {
    /// Where the person was in it.
    Kept(Box<Kept>),
    /// They let go of it.
    Forgotten,
}

fn entry(paths: &Paths, name: &str) -> Option<Entry> {
    let file = folder(paths).join(format!("{name}.json"));
    let content: Content = serde_json::from_slice(&disk::read(&file).ok()?).ok()?;
    if content.forgotten {
        return Some(Entry::Forgotten);
    }
    // Earlier versions did not write when: the file itself knows.
    let written = || Timestamp::try_from(fs::metadata(&file).ok()?.modified().ok()?).ok();
    Some(Entry::Kept(Box::new(Kept {
        source: content.source,
        title: content.title,
        offset: content.offset,
        quote: content.quote,
        pen: Pen::named(&content.pen).unwrap_or_default(),
        place_marks: content.place_marks,
        mark_quotes: content.mark_quotes,
        progress: content.progress,
        notes: content.notes,
        lost: content.lost,
        read: content.read.or_else(written),
    })))
}

/// Everything that was read, by the name of its document; nothing where nothing was or it cannot be listed.
pub(super) fn all(paths: &Paths) -> Vec<(String, Entry)> {
    let Ok(files) = fs::read_dir(folder(paths)) else { return Vec::new() };
    let names = files.flatten().filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        name.strip_suffix(".json").map(str::to_owned)
    });
    names.filter_map(|name| Some((name.clone(), entry(paths, &name)?))).collect()
}

/// Where the person was in the document that came from `source`, whatever it was called then: its file may have
/// changed since. `None` where that is nothing.
pub(super) fn kept_of(paths: &Paths, source: &str) -> Option<Kept> {
    if source.is_empty() {
        return None;
    }
    let kept = all(paths).into_iter().filter_map(|(_, entry)| match entry {
        Entry::Kept(kept) if kept.source == source => Some(*kept),
        _ => None,
    });
    kept.max_by_key(|kept| kept.read)
}

/// Lets go of the place in the document `name`; gives what was kept, for [`remember`].
///
/// # Errors
/// What was kept stays.
pub fn forget(paths: &Paths, name: &str) -> Result<Option<Vec<u8>>, WriteError> {
    let file = folder(paths).join(format!("{name}.json"));
    let before = disk::read(&file).ok();
    let content = Content { forgotten: true, ..Content::default() };
    let text = serde_json::to_vec(&content).expect("strings and numbers are JSON");
    files::write_whole(&file, &text)?;
    Ok(before)
}

/// Puts back what [`forget`] gave.
///
/// # Errors
/// The document stays forgotten.
pub fn remember(paths: &Paths, name: &str, before: Option<&[u8]>) -> Result<(), WriteError> {
    let file = folder(paths).join(format!("{name}.json"));
    match before {
        Some(bytes) => files::write_whole(&file, bytes),
        None => fs::remove_file(&file).map_err(|source| WriteError::Write { path: file, source }),
    }
}

fn folder(paths: &Paths) -> PathBuf {
    paths.state.join("reading")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_kept_and_the_last_document_known() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        assert_eq!(last_read(&paths), None);
        let first = Kept {
            source: "/a.txt".to_owned(),
            offset: 12,
            pen: Pen::Pink,
            place_marks: vec![('é', 3)],
            read: Some(Timestamp::UNIX_EPOCH),
            ..Kept::default()
        };
        keep(&paths, "a-00000", &first).expect("keeps");
        let second = Kept { read: first.read, ..Kept::default() };
        keep(&paths, "b-00000", &second).expect("keeps");
        assert_eq!(last_read(&paths), Some(second));
        assert_eq!(kept(&paths, "a-00000"), Some(first));
        fs::write(folder(&paths).join("last"), "../device").expect("writes");
        assert_eq!(last_read(&paths), None);
    }

    #[test]
    fn a_place_is_found_again_by_its_words() {
        let kept = Kept { offset: 9, quote: "deux".to_owned(), ..Kept::default() };
        assert_eq!(kept.offset_in("deux, un deux, trois"), 9);
        assert_eq!(kept.offset_in("avant, un deux"), 10);
        assert_eq!(kept.offset_in("ééééé !"), 8);
        assert_eq!(kept.offset_in(""), 0);
    }
}
