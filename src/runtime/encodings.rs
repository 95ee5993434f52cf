//! The encodings that the person chose, for documents whose bytes do not say.
//!
//! One small file for all of them, by the path or the address of the document: it must be known before the document is
//! read, and so before it is known which one it is.

use super::files::{self, WriteError, disk};
use super::paths::Paths;
use crate::text::decode::{name, named};
use encoding_rs::Encoding;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The encoding that the person chose for what is at `address`; `None` where none was, and for what has no address.
#[must_use]
pub fn chosen(paths: &Paths, address: &str) -> Option<&'static Encoding> {
    if address.is_empty() { None } else { named(all(paths).get(address)?) }
}

/// Remembers the choice for what is at `address`; `None` forgets it.
///
/// # Errors
/// What was remembered before stays.
pub fn choose(paths: &Paths, address: &str, encoding: Option<&'static Encoding>) -> Result<(), WriteError> {
    let mut all = all(paths);
    let before = match encoding {
        Some(encoding) => all.insert(address.to_owned(), name(encoding).to_owned()),
        None => all.remove(address),
    };
    if address.is_empty() || before.as_deref() == encoding.map(name) {
        return Ok(());
    }
    let text = serde_json::to_vec(&all).expect("strings are JSON");
    files::write_whole(&file(paths), &text)
}

fn all(paths: &Paths) -> BTreeMap<String, String> {
    // Without it, or with one that is damaged, the bytes decide.
    disk::read(&file(paths)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn file(paths: &Paths) -> PathBuf {
    paths.state.join("reading").join("encodings")
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::MACINTOSH;

    #[test]
    fn a_choice_is_remembered_until_it_is_taken_back() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        assert_eq!(chosen(&paths, "/a.txt"), None);
        choose(&paths, "/a.txt", Some(MACINTOSH)).expect("kept");
        choose(&paths, "/b.txt", Some(encoding_rs::UTF_16LE)).expect("kept");
        choose(&paths, "", Some(MACINTOSH)).expect("nothing to keep");
        assert_eq!(chosen(&paths, "/a.txt"), Some(MACINTOSH));
        assert_eq!(chosen(&paths, ""), None);
        choose(&paths, "/a.txt", None).expect("kept");
        assert_eq!(chosen(&paths, "/a.txt"), None);
        std::fs::write(file(&paths), "{").expect("written");
        assert_eq!(chosen(&paths, "/b.txt"), None);
    }
}
