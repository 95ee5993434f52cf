//! The encodings that the person chose, for documents whose bytes do not say.

use super::files::WriteError;
use super::paths::Paths;
use super::remembered;
use crate::text::decode::{name, named};
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// The file of these choices.
const FILE: &str = "encodings";

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
    remembered::write(paths, FILE, &all)
}

fn all(paths: &Paths) -> BTreeMap<String, String> {
    remembered::read(paths, FILE)
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
        std::fs::write(remembered::file(&paths, FILE), "{").expect("written");
        assert_eq!(chosen(&paths, "/b.txt"), None);
    }
}
