//! Where the person was in each document.

use crate::mark::Pen;
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::text::again;
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
}

impl Kept {
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
    };
    let text = serde_json::to_vec(&content).expect("strings and numbers are JSON");
    files::write_whole(&folder(paths).join(format!("{name}.json")), &text)?;
    files::write_whole(&folder(paths).join("last"), name.as_bytes())
}

pub(super) fn kept(paths: &Paths, name: &str) -> Option<Kept> {
    let bytes = disk::read(&folder(paths).join(format!("{name}.json"))).ok()?;
    let content: Content = serde_json::from_slice(&bytes).ok()?;
    Some(Kept {
        source: content.source,
        title: content.title,
        offset: content.offset,
        quote: content.quote,
        pen: Pen::named(&content.pen).unwrap_or_default(),
        place_marks: content.place_marks,
    })
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
            ..Kept::default()
        };
        keep(&paths, "a-00000", &first).expect("keeps");
        keep(&paths, "b-00000", &Kept::default()).expect("keeps");
        assert_eq!(last_read(&paths), Some(Kept::default()));
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
