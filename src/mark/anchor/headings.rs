//! In which part of a document a passage belongs: the file of a book, and the headings.

use super::Anchor;
use crate::doc::Document;
use crate::text::letters::letters;

/// What standing under the same headings counts to choose among places that fit: as much as a quarter of the surroundings.
const SAME_HEADINGS: f64 = 0.25;
/// What standing in the same file of a book counts. With the headings it outweighs any surroundings that fit.
const SAME_CHAPTER: f64 = 0.25;

/// The part of a document in which the passage of an anchor should be.
#[derive(Debug)]
pub(super) struct Home<'a> {
    headings: &'a Headings,
    /// The headings that the passage stood under, as [`Headings::path`] has them.
    path: String,
    /// Where the file of the book begins and ends that the passage stood in; `None` where there is none of its name.
    chapter: Option<(usize, usize)>,
}

impl<'a> Home<'a> {
    /// A file of a book counts as the one it was as long as it has the headings of the passage, or nothing has them: in
    /// another edition its name may have gone to another chapter, since many are numbered, and a part of it to a new file.
    pub(super) fn new(document: &Document, headings: &'a Headings, anchor: &Anchor) -> Self {
        let path = Headings::path(&anchor.headings);
        let chapter = Some(anchor.chapter.as_str()).filter(|name| !name.is_empty());
        let chapter = chapter.and_then(|name| document.chapter(name));
        let chapter = chapter.filter(|&within| !headings.has(&path) || headings.has_within(&path, within));
        Self { headings, path, chapter }
    }

    /// What standing at the byte at `offset` speaks for a place, from 0 to a half.
    pub(super) fn counts(&self, offset: usize) -> f64 {
        let same_chapter = self.chapter.is_some() && self.is_in_chapter(offset);
        let same_headings = !self.headings.is_empty() && self.headings.above(offset) == self.path;
        (if same_chapter { SAME_CHAPTER } else { 0.0 }) + (if same_headings { SAME_HEADINGS } else { 0.0 })
    }

    /// Whether the byte at `offset` stands in another part, though the one of the passage is there.
    pub(super) fn is_elsewhere(&self, offset: usize) -> bool {
        !self.is_in_chapter(offset)
            || (self.headings.has(&self.path) && self.headings.above(offset) != self.path)
    }

    /// Whether the part of the passage is there.
    pub(super) fn is_known(&self) -> bool {
        self.chapter.is_some() || self.headings.has(&self.path)
    }

    fn is_in_chapter(&self, offset: usize) -> bool {
        self.chapter.is_none_or(|(start, end)| (start..end).contains(&offset))
    }
}

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
    fn path(headings: &[impl AsRef<str>]) -> String {
        headings.iter().map(|heading| letters(heading.as_ref()) + "\n").collect()
    }

    fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Whether something stands under these headings.
    fn has(&self, path: &str) -> bool {
        !path.is_empty() && self.ends.iter().any(|(_, known)| known == path)
    }

    /// Whether something from `start` to before `end` stands under these headings.
    fn has_within(&self, path: &str, (start, end): (usize, usize)) -> bool {
        self.above(start) == path
            || self.ends.iter().any(|(at, known)| (start..end).contains(at) && known == path)
    }

    /// The path of those above the byte at `offset`; empty where there is none.
    fn above(&self, offset: usize) -> &str {
        let after = self.ends.partition_point(|&(end, _)| end <= offset);
        after.checked_sub(1).map_or("", |index| &self.ends[index].1)
    }
}
