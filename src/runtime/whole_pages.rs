//! The pages of which the person wants all and not only the article.
//!
//! Notes may stand on what the article lacks, so a page opens again as it was read last.

use super::files::WriteError;
use super::paths::Paths;
use super::remembered;
use std::collections::BTreeSet;

/// The file of these choices.
const FILE: &str = "whole-pages";

/// Whether the person wants all of the page at `address`; of what has no address nothing is remembered.
#[must_use]
pub fn is_whole(paths: &Paths, address: &str) -> bool {
    !address.is_empty() && all(paths).contains(address)
}

/// Remembers whether all of the page at `address` is wanted.
///
/// # Errors
/// What was remembered before stays.
pub fn choose(paths: &Paths, address: &str, whole: bool) -> Result<(), WriteError> {
    let mut all = all(paths);
    let is_new = if whole { all.insert(address.to_owned()) } else { all.remove(address) };
    if address.is_empty() || !is_new {
        return Ok(());
    }
    remembered::write(paths, FILE, &all)
}

fn all(paths: &Paths) -> BTreeSet<String> {
    remembered::read(paths, FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_page_is_remembered_until_the_article_is_wanted() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        for address in ["/a.html", "https://example.org/b", ""] {
            choose(&paths, address, true).expect("kept");
        }
        assert!(is_whole(&paths, "/a.html") && is_whole(&paths, "https://example.org/b"));
        assert!(!is_whole(&paths, "") && !is_whole(&paths, "/c.html"));
        choose(&paths, "/a.html", false).expect("kept");
        assert!(!is_whole(&paths, "/a.html") && is_whole(&paths, "https://example.org/b"));
        std::fs::write(remembered::file(&paths, FILE), "{").expect("written");
        assert!(!is_whole(&paths, "https://example.org/b"));
    }

    #[test]
    fn nothing_is_written_for_the_usual_choice() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        choose(&paths, "/a.html", false).expect("nothing to keep");
        assert!(!remembered::file(&paths, FILE).exists());
    }
}
