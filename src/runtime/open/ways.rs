//! How things are opened: what the person asked for beside the source, and where copies of pages are kept.

use crate::runtime::paths::Paths;
use crate::runtime::web::Fetching;
use crate::runtime::{encodings, whole_pages};
use encoding_rs::Encoding;

/// The encoding that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// The one that the person chose for the document, else what its bytes say.
    #[default]
    Remembered,
    /// What its bytes say, whatever was chosen.
    Automatic,
    /// This one.
    In(&'static Encoding),
}

/// How things are opened.
#[derive(Debug, Clone)]
pub struct Ways {
    /// Where copies of pages are kept, and what the person chose for each document.
    pub paths: Paths,
    /// The encoding that is asked for.
    pub encoding: Wanted,
    /// Whether all of a page is wanted, not only the article in it; `None` leaves it to what the person chose before.
    pub whole_page: Option<bool>,
    /// How pages are fetched.
    pub fetching: Fetching,
}

impl Ways {
    /// The usual way.
    #[must_use]
    pub fn new(paths: &Paths) -> Self {
        Self {
            paths: paths.clone(),
            encoding: Wanted::Remembered,
            whole_page: None,
            fetching: Fetching::default(),
        }
    }

    /// The encoding in which the person wants what is at `address` to be read; `None` leaves it to the bytes.
    #[must_use]
    pub fn encoding_of(&self, address: &str) -> Option<&'static Encoding> {
        match self.encoding {
            Wanted::Remembered => encodings::chosen(&self.paths, address),
            Wanted::Automatic => None,
            Wanted::In(encoding) => Some(encoding),
        }
    }
    /// Whether the person wants all of the page at `address`.
    #[must_use]
    pub fn is_whole_page(&self, address: &str) -> bool {
        self.whole_page.unwrap_or_else(|| whole_pages::is_whole(&self.paths, address))
    }
}
