//! Blocks cut into parts small enough to be wrapped between two keys.

use super::hold::{Hold, hold};
use super::width::is_blank;
use crate::doc::{BlockKind, Document};
use crate::text::Span;
use unicode_segmentation::GraphemeCursor;

/// Bytes of a part. A block of less than one and a half times this is one slice, so the short line
/// that a cut leaves is never seen in an ordinary paragraph.
pub(super) const SIZE: usize = 16 * 1024;

/// How far before its place a cut is looked for.
const REACH: usize = SIZE / 2;

/// A block, or a part of a long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slice {
    /// Index of the block.
    pub(super) block: usize,
    /// Which of the parts of the block, from 0.
    pub(super) part: usize,
    /// Its bytes.
    pub(super) span: Span,
}

impl Slice {
    /// The slice of `block` that holds `offset`; the first or the last where it lies outside.
    pub(super) fn at(document: &Document, block: usize, offset: usize) -> Self {
        let span = document.blocks()[block].span;
        let last = parts(span) - 1;
        let part = (offset.saturating_sub(span.start()) / SIZE).min(last);
        // A cut lies at its multiple of SIZE or before, so the next part may begin before `offset`.
        let next = part < last && cut(document, block, part + 1) <= offset;
        Self::part(document, block, part + usize::from(next))
    }

    /// The part of `block` with that number, which must exist.
    pub(super) fn part(document: &Document, block: usize, part: usize) -> Self {
        let last = parts(document.blocks()[block].span) - 1;
        let start = cut(document, block, part);
        let end =
            if part == last { document.blocks()[block].span.end() } else { cut(document, block, part + 1) };
        Self { block, part, span: Span::new(start, end) }
    }

    /// The last part of `block`.
    pub(super) fn last(document: &Document, block: usize) -> Self {
        Self::part(document, block, parts(document.blocks()[block].span) - 1)
    }

    /// Whether its block goes on after it.
    pub(super) fn has_next(self, document: &Document) -> bool {
        self.part + 1 < parts(document.blocks()[self.block].span)
    }
}

/// Number of parts of a block, at least 1.
fn parts(block: Span) -> usize {
    ((block.len() + SIZE / 2) / SIZE).max(1)
}

/// Where part `part` of `block` starts.
///
/// Depends on the text within `REACH` before its multiple of `SIZE` only, so it is found without
/// looking at any other part: after a line end in a verbatim block, else before a word, else
/// between two graphemes.
fn cut(document: &Document, block: usize, part: usize) -> usize {
    let block = &document.blocks()[block];
    if part == 0 {
        return block.span.start();
    }
    let text = document.text();
    let aim = floor(text, block.span.start() + part * SIZE);
    let low = floor(text, aim - REACH);
    if block.kind == BlockKind::Verbatim
        && let Some(end) = memchr::memrchr(b'\n', &text.as_bytes()[low..aim])
    {
        return low + end + 1;
    }
    // A little of what follows lets `hold` see the next word.
    let window = &text[low..floor(text, (aim + 16).min(block.span.end()))];
    before_word(window, aim - low).map_or_else(|| between_graphemes(text, low, aim), |offset| low + offset)
}

/// The last place in `text` up to `limit` where a word follows a blank and nothing holds them together.
fn before_word(text: &str, limit: usize) -> Option<usize> {
    let mut next = text[limit..].chars().next();
    for (offset, character) in text[..limit].char_indices().rev() {
        let at = offset + character.len_utf8();
        let starts_word = is_blank(character) && next.is_some_and(|next| !is_blank(next));
        if starts_word && hold(text, at) == Hold::Free {
            return Some(at);
        }
        next = Some(character);
    }
    None
}

/// The last boundary between graphemes after `low`, up to `aim`.
fn between_graphemes(text: &str, low: usize, aim: usize) -> usize {
    let mut cursor = GraphemeCursor::new(aim, text.len(), true);
    let window = &text[low..];
    match cursor.is_boundary(window, low) {
        Ok(true) => aim,
        // An error asks for text before the window: thousands of flags in a row, or one cluster
        // that long. Then any character will do.
        Ok(false) => match cursor.prev_boundary(window, low) {
            Ok(Some(boundary)) if boundary > low => boundary,
            _ => aim,
        },
        Err(_) => aim,
    }
}

/// The start of the character that `offset` lies in.
fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{Builder, Extent};

    fn slices(kind: BlockKind, text: &str) -> Vec<String> {
        let mut builder = Builder::default();
        builder.block(kind, text);
        let document = builder.finish(Extent::Whole);
        let count = parts(document.blocks()[0].span);
        (0..count).map(|part| document.slice(Slice::part(&document, 0, part).span).to_owned()).collect()
    }

    #[test]
    fn an_ordinary_paragraph_is_one_slice() {
        assert_eq!(slices(BlockKind::Paragraph, &"mot ".repeat(SIZE / 4)).len(), 1);
        assert_eq!(slices(BlockKind::Paragraph, "").len(), 1);
    }

    #[test]
    fn the_parts_of_a_long_paragraph_join_to_the_whole_and_begin_with_words() {
        let text = "« été » 9 000 ".repeat(20_000);
        let parts = slices(BlockKind::Paragraph, &text);
        assert!(parts.len() > 5);
        assert_eq!(parts.concat(), text);
        for part in &parts {
            assert!(part.starts_with('«') || part.starts_with('9'), "{:?}", part.chars().next());
        }
    }

    #[test]
    fn text_without_blanks_is_cut_between_graphemes() {
        let text = "e\u{301}".repeat(40_000);
        let parts = slices(BlockKind::Paragraph, &text);
        assert!(parts.len() > 2);
        assert_eq!(parts.concat(), text);
        assert!(parts.iter().all(|part| part.starts_with('e')));
    }

    #[test]
    fn verbatim_text_is_cut_at_line_ends() {
        let parts = slices(BlockKind::Verbatim, &"  let x = 1;\n".repeat(10_000));
        assert!(parts.len() > 2);
        assert!(parts.iter().all(|part| part.starts_with("  let") && part.ends_with(";\n")));
    }

    #[test]
    fn every_offset_is_found_in_its_slice() {
        let mut builder = Builder::default();
        builder.block(BlockKind::Paragraph, &"un mot après l’autre ".repeat(8_000));
        let document = builder.finish(Extent::Whole);
        for offset in (0..document.text().len()).step_by(97) {
            assert!(Slice::at(&document, 0, offset).span.contains(offset), "{offset}");
        }
    }
}
