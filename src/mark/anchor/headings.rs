//! Under which headings a place stands.

use crate::doc::Document;
use crate::text::letters::letters;

/// The headings of a document, in order.
#[derive(Debug)]
pub(super) struct Headings {
    /// Where each ends, and the path of what comes below it: [`Headings::path`] of it and of those it stands under.
    ends: Vec<(usize, String)>,
}

impl Headings {
    pub(super) fn new(document: &Document) -> Self {
        let mut open: Vec<(u8, &str)> = Vec::new();
        let mut ends = Vec::new();
        for heading in document.headings() {
            open.retain(|&(above, _)| above < heading.level);
            open.push((heading.level, heading.title));
            let names: Vec<&str> = open.iter().map(|&(_, name)| name).collect();
            ends.push((heading.below, Self::path(&names)));
        }
        Self { ends }
    }

    /// Headings as one text, to compare: by their letters, outermost first.
    pub(super) fn path(headings: &[impl AsRef<str>]) -> String {
        headings.iter().map(|heading| letters(heading.as_ref()) + "\n").collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether something stands under these headings.
    pub(super) fn has(&self, path: &str) -> bool {
        !path.is_empty() && self.ends.iter().any(|(_, known)| known == path)
    }

    /// The path of those above the byte at `offset`; empty where there is none.
    pub(super) fn above(&self, offset: usize) -> &str {
        let after = self.ends.partition_point(|&(end, _)| end <= offset);
        after.checked_sub(1).map_or("", |index| &self.ends[index].1)
    }
}
