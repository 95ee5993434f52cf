//! Between offsets and cells of a line.

use super::line::Line;
use super::width::grapheme_width;
use crate::doc::Document;
use unicode_segmentation::UnicodeSegmentation;

/// Cells from the start of the text of `line` (after its indent) to the grapheme that holds
/// `offset`; 0 before the line, and the width of the line past its end.
#[must_use]
pub fn column_of(document: &Document, line: &Line, offset: usize) -> u16 {
    let mut column = 0;
    for (start, grapheme) in document.slice(line.span).grapheme_indices(true) {
        if offset < line.span.start() + start + grapheme.len() {
            break;
        }
        column += grapheme_width(grapheme);
    }
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// The first byte of the grapheme that covers cell `column`, counted from the start of the text of
/// `line` (after its indent); past the end, of the last one that takes a cell. The start of the
/// line where there is none.
#[must_use]
pub fn offset_at(document: &Document, line: &Line, column: u16) -> usize {
    let mut found = line.span.start();
    let mut end = 0;
    for (start, grapheme) in document.slice(line.span).grapheme_indices(true) {
        let width = grapheme_width(grapheme);
        if width > 0 {
            found = line.span.start() + start;
        }
        end += width;
        if usize::from(column) < end {
            break;
        }
    }
    found
}
