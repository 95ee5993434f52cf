//! A place among the rows of a document, which moves down and up.

use super::line::{Line, Place, Row, gap_between, has_lines, indent};
use super::slice::Slice;
use super::wrap::wrap;
use crate::doc::Document;
use crate::text::Span;

/// A row of the page: a line, or one of the gap rows above it.
///
/// Holds the lines of one slice, so that a step costs nothing until it leaves the slice.
pub(super) struct Cursor<'a> {
    document: &'a Document,
    columns: u16,
    slice: Slice,
    /// The lines of `slice`; empty only while looking for a slice that has some.
    lines: Vec<Span>,
    /// Index of the line in `lines`.
    index: usize,
    /// How many gap rows stand between the cursor and its line; 0 on the line itself.
    gap: u16,
}

impl<'a> Cursor<'a> {
    /// On the line that shows `offset`; a blank at a break belongs to the line before it. `None`
    /// where the document has no line at all.
    pub(super) fn at(document: &'a Document, offset: usize, columns: u16) -> Option<Self> {
        let slice = Slice::at(document, document.block_at(offset)?, offset);
        let lines = lines_of(document, slice, columns);
        let index = lines.partition_point(|line| line.start() <= offset).saturating_sub(1);
        let mut cursor = Self { document, columns, slice, lines, index, gap: 0 };
        (!cursor.lines.is_empty() || cursor.line_down() || cursor.line_up()).then_some(cursor)
    }

    /// On the topmost row of a page that starts at `place`.
    pub(super) fn at_place(document: &'a Document, place: Place, columns: u16) -> Option<Self> {
        let mut cursor = Self::at(document, place.offset, columns)?;
        cursor.gap = place.gap.min(cursor.gap_above());
        Some(cursor)
    }

    /// The line it stands on, or above.
    pub(super) fn line(&self) -> Line {
        let block = self.slice.block;
        Line {
            span: self.lines[self.index],
            block,
            first: self.slice.part == 0 && self.index == 0,
            last: self.index + 1 == self.lines.len() && !self.slice.has_next(self.document),
            indent: indent(&self.document.blocks()[block], self.columns),
        }
    }

    /// The row it stands on.
    pub(super) fn row(&self) -> Row {
        if self.gap > 0 { Row::Gap } else { Row::Line(self.line()) }
    }

    /// The same as the top of a page.
    pub(super) fn place(&self) -> Place {
        Place { offset: self.lines[self.index].start(), gap: self.gap }
    }

    /// One row down; `false`, and nothing moves, on the last line.
    pub(super) fn row_down(&mut self) -> bool {
        if self.gap > 0 {
            self.gap -= 1;
            return true;
        }
        let moved = self.line_down();
        if moved {
            self.gap = self.gap_above();
        }
        moved
    }

    /// One row up; `false`, and nothing moves, on the first line.
    pub(super) fn row_up(&mut self) -> bool {
        if self.gap < self.gap_above() {
            self.gap += 1;
            return true;
        }
        self.line_up()
    }

    /// `count` rows up, or as many as there are.
    pub(super) fn rows_up(&mut self, count: u16) {
        for _ in 0..count {
            if !self.row_up() {
                break;
            }
        }
    }

    /// To the next line; `false`, and nothing moves, on the last.
    pub(super) fn line_down(&mut self) -> bool {
        if self.index + 1 < self.lines.len() {
            self.index += 1;
            self.gap = 0;
            return true;
        }
        let mut slice = self.slice;
        loop {
            slice = if slice.has_next(self.document) {
                Slice::part(self.document, slice.block, slice.part + 1)
            } else if slice.block + 1 < self.document.blocks().len() {
                Slice::part(self.document, slice.block + 1, 0)
            } else {
                return false;
            };
            if self.load(slice) {
                self.index = 0;
                return true;
            }
        }
    }

    /// To the line before; `false`, and nothing moves, on the first.
    pub(super) fn line_up(&mut self) -> bool {
        if self.index > 0 {
            self.index -= 1;
            self.gap = 0;
            return true;
        }
        let mut slice = self.slice;
        loop {
            slice = if slice.part > 0 {
                Slice::part(self.document, slice.block, slice.part - 1)
            } else if slice.block > 0 {
                Slice::last(self.document, slice.block - 1)
            } else {
                return false;
            };
            if self.load(slice) {
                self.index = self.lines.len() - 1;
                return true;
            }
        }
    }

    /// Takes the lines of `slice`, if it has any.
    fn load(&mut self, slice: Slice) -> bool {
        let lines = lines_of(self.document, slice, self.columns);
        if lines.is_empty() {
            return false;
        }
        self.slice = slice;
        self.lines = lines;
        self.gap = 0;
        true
    }

    /// Gap rows above the line: none inside a block, and none above the first block with text.
    fn gap_above(&self) -> u16 {
        if self.slice.part > 0 || self.index > 0 {
            return 0;
        }
        let blocks = self.document.blocks();
        let (above, rest) = blocks.split_at(self.slice.block);
        let neighbour = above.iter().rev().find(|block| has_lines(self.document, block));
        neighbour.map_or(0, |above| gap_between(above, &rest[0]))
    }
}

fn lines_of(document: &Document, slice: Slice, columns: u16) -> Vec<Span> {
    let indent = indent(&document.blocks()[slice.block], columns);
    wrap(document, slice.span, columns - indent)
}
