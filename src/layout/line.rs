//! What the page is made of: lines, the blank rows between blocks, and places.

use super::width::is_blank;
use crate::doc::{Block, BlockKind, Document, Mark};
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
    /// Whether its last word goes on in the next line, so that a hyphen is drawn after it. The hyphen has a
    /// cell, and no place in the text.
    pub hyphen: bool,
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
        (BlockKind::Item(_), BlockKind::Item(_))
        | (BlockKind::Row, BlockKind::Row)
        | (BlockKind::Footnote, BlockKind::Footnote)
        | (BlockKind::Title, BlockKind::Byline) => 0,
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

/// Columns that a level of lists takes; the number of an item has a place in them.
const LEVEL: u16 = 4;

/// Columns that the bar of a quotation takes.
const BAR: u16 = 2;

/// Columns before the text of `block` on a page of `columns`, at most half the page.
///
/// Items and quotations are set in, so that what [`mark`] gives has a place to stand.
#[must_use]
pub fn indent(block: &Block, columns: u16) -> u16 {
    let own = match block.kind {
        BlockKind::Item(_) => LEVEL,
        BlockKind::Quote => BAR,
        // In the middle.
        BlockKind::Rule => return columns.saturating_sub(block.span.len().try_into().unwrap_or(columns)) / 2,
        _ => 0,
    };
    (LEVEL * u16::from(block.depth) + own).min(columns / 2)
}

/// What is drawn in the indent of `line`, right before its text: the mark of an item on its first
/// line, the bar of a quotation on each. Nothing where there is none; at most four cells.
#[must_use]
pub fn mark(document: &Document, line: &Line, ascii: bool) -> String {
    let pick = |usual: &str, plain: &str| if ascii { plain.to_owned() } else { usual.to_owned() };
    match document.blocks()[line.block].kind {
        BlockKind::Quote => pick("│ ", "| "),
        BlockKind::Item(_) if !line.first => String::new(),
        BlockKind::Item(Mark::Bullet) => pick("• ", "- "),
        BlockKind::Item(Mark::Task(true)) => pick("☑ ", "[x] "),
        BlockKind::Item(Mark::Task(false)) => pick("☐ ", "[ ] "),
        BlockKind::Item(Mark::Number(number)) => match number.get() {
            number @ ..=99 => format!("{number}. "),
            number @ ..=999 => format!("{number}."),
            // A number that has no room is better not shown than cut into another one.
            _ => pick("… ", "# "),
        },
        _ => String::new(),
    }
}
