//! How things are opened: what the person asked for beside the source, and where copies of pages are kept.

use crate::runtime::encodings;
use crate::runtime::paths::Paths;
use crate::runtime::web::Fetching;
use encoding_rs::Encoding;

/// How things are opened.
#[derive(Debug, Clone)]
pub struct Ways {
    /// Where copies of pages are kept, and which encodings the person chose.
    pub paths: Paths,
    /// The encoding that the command line asks for, whatever was chosen before.
    pub encoding: Option<&'static Encoding>,
    /// Whether all of a page is wanted, not only the article in it.
    pub whole_page: bool,
    /// How pages are fetched.
    pub fetching: Fetching,
}

impl Ways {
    /// The usual way.
    #[must_use]
    pub fn new(paths: &Paths) -> Self {
        Self { paths: paths.clone(), encoding: None, whole_page: false, fetching: Fetching::default() }
    }

    /// The encoding in which the person wants what is at `address` to be read; `None` leaves it to the bytes.
    #[must_use]
    pub fn encoding_of(&self, address: &str) -> Option<&'static Encoding> {
        self.encoding.or_else(|| encodings::chosen(&self.paths, address))
    }
}
