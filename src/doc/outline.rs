//! The contents of a document: where its parts begin, and under which headings a place stands.

use super::{Block, BlockKind, Document, Extent, Part};
use crate::text::graphemes;

/// The longest title of an entry, in bytes: enough for the widest screen.
const LONGEST: usize = 400;

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the part is called, on one line; never empty.
    pub title: String,
    /// How deep it stands, from 1; 0 is the title of the whole.
    pub level: u8,
    /// Where it begins, in bytes of the text.
    pub offset: usize,
}

/// A heading, or a line of a book's contents, with the places that stand under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading<'a> {
    /// What it says.
    pub title: &'a str,
    /// How deep it stands, from 1.
    pub level: u8,
    /// Where it stands, in bytes of the text.
    pub start: usize,
    /// Where what is under it begins: after its words, where they stand in the text.
    pub below: usize,
}

impl Document {
    /// The contents, by where the parts begin: those that the file gives (the navigation of a book), else its
    /// title and headings. Of a first part, what it holds of them.
    #[must_use]
    pub fn outline(&self) -> &[Entry] {
        if self.contents.is_empty() { self.titles.get_or_init(|| titles(self)) } else { &self.contents }
    }

    /// What the contents of a book list beyond its first part, where this is no more than that.
    #[must_use]
    pub fn to_come(&self) -> &[Part] {
        &self.to_come
    }

    /// The entry of the contents that `offset` stands under; `None` before the first.
    #[must_use]
    pub fn entry_at(&self, offset: usize) -> Option<&Entry> {
        let after = self.outline().partition_point(|entry| entry.offset <= offset);
        after.checked_sub(1).map(|index| &self.outline()[index])
    }

    /// Where a line of the contents leads, in bytes; `None` where the text has neither that place nor its file.
    #[must_use]
    pub fn beginning(&self, place: &str) -> Option<usize> {
        // A place that is gone from its file: the file itself is near enough.
        let file = place.split('#').next().unwrap_or_default();
        self.destination(place).or_else(|| self.destination(file))
    }

    /// The headings in their order. Of a book that gives its contents these are its lines, and between them the headings
    /// inside of its chapters, deeper than the line above: those at the head of a chapter say what the line says.
    pub fn headings(&self) -> impl Iterator<Item = Heading<'_>> {
        let mut lines = self.contents.iter().peekable();
        let (mut depth, mut is_at_head) = (0, false);
        self.blocks().iter().flat_map(move |block| {
            let mut found = Vec::new();
            while let Some(line) = lines.next_if(|line| line.offset <= block.span.end()) {
                (depth, is_at_head) = (line.level, true);
                found.push(Heading {
                    title: &line.title,
                    level: depth,
                    start: line.offset,
                    below: if is_heading(block) { block.span.end() } else { line.offset },
                });
            }
            match block.kind {
                BlockKind::Heading(level) if !is_at_head && !block.span.is_empty() => found.push(Heading {
                    title: self.slice(block.span),
                    level: depth.saturating_add(level),
                    start: block.span.start(),
                    below: block.span.end(),
                }),
                kind if kind.is_paragraph() && !block.span.is_empty() => is_at_head = false,
                _ => {}
            }
            found
        })
    }

    /// The file of a book that `offset` stands in, by its path in the book; empty where the document is no book.
    #[must_use]
    pub fn chapter_at(&self, offset: usize) -> &str {
        let after = self.chapters.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).map_or("", |index| &self.chapters[index].1)
    }

    /// Where the file of a book with that path begins, in bytes, and where it ends.
    #[must_use]
    pub fn chapter(&self, path: &str) -> Option<(usize, usize)> {
        let index = self.chapters.iter().position(|(_, known)| known == path)?;
        let end = self.chapters.get(index + 1).map_or(self.text.len(), |(start, _)| *start);
        Some((self.chapters[index].0, end))
    }

    /// Takes the lines of the contents that a file gives: those whose place is there, and of a first part the others
    /// as what is to come.
    pub(super) fn with_contents(mut self, parts: Vec<Part>) -> Self {
        for part in parts {
            match self.beginning(&part.place) {
                Some(offset) => {
                    self.contents.push(Entry { title: part.title, level: part.level, offset });
                }
                None if self.extent != Extent::Whole => self.to_come.push(part),
                None => {}
            }
        }
        self.contents.sort_by_key(|entry| entry.offset);
        self
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Title | BlockKind::Heading(_))
}

fn titles(document: &Document) -> Vec<Entry> {
    let entry = |block: &Block| {
        let level = match block.kind {
            BlockKind::Title => 0,
            BlockKind::Heading(level) => level.max(1),
            _ => return None,
        };
        let text = document.slice(block.span);
        let end = graphemes::floor_boundary(text, text.len().min(LONGEST));
        let title = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then(|| Entry { title, level, offset: block.span.start() })
    };
    document.blocks().iter().filter_map(entry).collect()
}
