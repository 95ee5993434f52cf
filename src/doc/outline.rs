//! The contents of a document: where its parts begin.

use super::{BlockKind, Document};

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the part is called, on one line; never empty.
    pub title: String,
    /// How deep it stands, from 1.
    pub level: u8,
    /// Where it begins, in bytes of the text.
    pub offset: usize,
}

impl Document {
    /// The contents, by where the parts begin: those that the file gives (the navigation of a book), else its
    /// title and headings. Of a first part, what it holds of them.
    #[must_use]
    pub fn outline(&self) -> &[Entry] {
        self.outline.get_or_init(|| headings(self))
    }

    /// The entry of the contents that `offset` stands under; `None` before the first.
    #[must_use]
    pub fn entry_at(&self, offset: usize) -> Option<&Entry> {
        let after = self.outline().partition_point(|entry| entry.offset <= offset);
        after.checked_sub(1).map(|index| &self.outline()[index])
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
}

fn headings(document: &Document) -> Vec<Entry> {
    let entry = |block: &super::Block| {
        let level = match block.kind {
            BlockKind::Title => 1,
            BlockKind::Heading(level) => level.max(1),
            _ => return None,
        };
        let title = document.slice(block.span).replace('\n', " ");
        Some(Entry { title, level, offset: block.span.start() })
    };
    document.blocks().iter().filter_map(entry).collect()
}
