//! The contents of a document: its headings; where it has none, its paragraphs by their first words.

use crate::doc::{BlockKind, Document};
use crate::text::{Span, graphemes};

/// The longest title of an entry, in bytes: enough for the widest screen.
const LONGEST: usize = 400;
/// As many of the words of a paragraph, in bytes.
const FIRST_WORDS: usize = 160;
/// The most entries made of paragraphs: a longer list is no help.
const MOST: usize = 20_000;

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How deep it stands, from 0.
    pub level: u8,
    /// Its heading, on one line.
    pub title: String,
    /// The bytes of the heading, or of the first words of the paragraph.
    pub span: Span,
}

/// The headings in their order, or nothing; a title that stands in the text is the first.
#[must_use]
pub fn entries(document: &Document) -> Vec<Entry> {
    let heading = |kind| match kind {
        BlockKind::Title => Some(0),
        BlockKind::Heading(level) => Some(level.max(1)),
        _ => None,
    };
    let headings = document.blocks().iter().filter_map(|block| Some((heading(block.kind)?, block.span)));
    let headings: Vec<(u8, Span)> = headings.filter(|(_, span)| !span.is_empty()).collect();
    // Levels that a document does not use indent nothing.
    let mut levels: Vec<u8> = headings.iter().map(|&(level, _)| level).collect();
    levels.sort_unstable();
    levels.dedup();
    let depth = |level| levels.partition_point(|&used| used < level);
    let entry = |&(level, span): &(u8, Span)| Entry {
        level: u8::try_from(depth(level)).unwrap_or(u8::MAX),
        title: title(document, span),
        span,
    };
    headings.iter().map(entry).collect()
}

/// Whether there are headings beside the title among the entries: else the paragraphs say more.
#[must_use]
pub fn has_headings(entries: &[Entry], document: &Document) -> bool {
    let is_heading = |entry: &Entry| {
        let block = document.block_at(entry.span.start());
        block.is_some_and(|block| matches!(document.blocks()[block].kind, BlockKind::Heading(_)))
    };
    entries.iter().any(is_heading)
}

/// The paragraphs by their first words; of very many only the first.
#[must_use]
pub fn paragraphs(document: &Document) -> Vec<Entry> {
    let text = document.text();
    let paragraphs = document.blocks().iter().filter(|block| block.kind.is_paragraph());
    let paragraphs = paragraphs.filter(|block| !block.span.is_empty()).take(MOST);
    paragraphs
        .map(|block| {
            let end = block.span.end().min(block.span.start() + FIRST_WORDS);
            let span = Span::new(block.span.start(), graphemes::floor_boundary(text, end));
            Entry { level: 0, title: title(document, span), span }
        })
        .collect()
}

/// The headings, or where there are none the paragraphs.
#[must_use]
pub fn contents(document: &Document) -> Vec<Entry> {
    let headings = entries(document);
    if has_headings(&headings, document) { headings } else { paragraphs(document) }
}

/// The entry that the place at `offset` belongs to; `None` before the first.
#[must_use]
pub fn current(entries: &[Entry], offset: usize) -> Option<usize> {
    entries.iter().rposition(|entry| entry.span.start() <= offset)
}

fn title(document: &Document, span: Span) -> String {
    let text = document.slice(span);
    let end = graphemes::floor_boundary(text, text.len().min(LONGEST));
    text[..end].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{markdown, plain};

    fn shown(entries: &[Entry]) -> Vec<String> {
        entries.iter().map(|entry| format!("{}{}", "  ".repeat(entry.level.into()), entry.title)).collect()
    }

    #[test]
    fn headings_stand_as_deep_as_they_are_used() {
        let document = markdown::read("# Un\n\na\n\n### Deux\n\nb\n\n##### Trois\n\nc\n", "x", "");
        let entries = contents(&document);
        assert_eq!(shown(&entries), ["Un", "  Deux", "    Trois"]);
        assert_eq!(current(&entries, document.text().find('b').expect("there")), Some(1));
    }

    #[test]
    fn without_headings_the_paragraphs_stand_by_their_first_words() {
        let document = plain::read("Un début. Et la suite.\n\nDeux.", "x");
        assert_eq!(shown(&contents(&document)), ["Un début. Et la suite.", "Deux."]);
        assert_eq!(current(&contents(&document), 0), Some(0));
        assert!(contents(&plain::read("", "x")).is_empty());
    }
}
