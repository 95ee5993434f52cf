//! What the page is made of: lines, the blank rows between blocks, and places.

use super::width::is_blank;
use crate::doc::{Block, BlockKind, Document};
use crate::text::{Span, Spanned};
use std::cmp::Reverse;

/// One screen line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its bytes, without the blanks at the break; empty only for an empty line of a verbatim block.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// Whether it is the first line of its block.
    pub first: bool,
    /// Whether it is the last line of its block.
    pub last: bool,
    /// Columns left free before the text, for the depth of lists and quotations.
    pub indent: u16,
}

impl Spanned for Line {
    fn span(&self) -> Span {
        self.span
    }
}

/// One row of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A blank row above the first line of a block.
    Gap,
    /// A line of text.
    Line(Line),
}

/// What stands at the top of the page; the default is the top of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// A byte of the uppermost line.
    pub offset: usize,
    /// How many of the blank rows above that line are shown; more than there are counts as all.
    pub gap: u16,
}

impl Place {
    /// Sorts places from the top of the document down, where both offsets start a line.
    pub(super) fn key(self) -> (usize, Reverse<u16>) {
        (self.offset, Reverse(self.gap))
    }
}

/// Blank rows between two neighbouring blocks.
pub(super) fn gap_between(above: &Block, below: &Block) -> u16 {
    match (above.kind, below.kind) {
        (BlockKind::Item, BlockKind::Item) | (BlockKind::Title, BlockKind::Byline) => 0,
        (_, BlockKind::Title | BlockKind::Heading(_)) => 2,
        _ => 1,
    }
}

/// Whether `block` gives any line at all.
pub(super) fn has_lines(document: &Document, block: &Block) -> bool {
    let text = document.slice(block.span);
    text.chars().any(|character| !is_blank(character))
        || block.kind == BlockKind::Verbatim && !text.is_empty()
}

/// Columns before the text of `block` on a page of `columns`: two a level, at most half the page.
///
/// Items and quotations are one level in, so that the bullet or the bar has a place to stand.
pub(super) fn indent(block: &Block, columns: u16) -> u16 {
    let own = u16::from(matches!(block.kind, BlockKind::Item | BlockKind::Quote));
    (2 * (u16::from(block.depth) + own)).min(columns / 2)
}
