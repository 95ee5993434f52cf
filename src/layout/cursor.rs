//! A place among the rows of a document, which moves down and up.

use super::line::{Line, Place, Row, gap_between, has_lines, indent};
use super::measure::Measure;
use super::slice::Slice;
use super::wrap::{Lines, Wrapped};
use crate::doc::Document;
use crate::text::Span;

/// A row of the page: a line, or one of the gap rows above it.
///
/// Holds the lines of one slice as far as they are needed, so that a step costs little until it leaves
/// the slice.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    document: &'a Document,
    measure: Measure,
    slice: Slice,
    lines: Lines<'a>,
    /// Index of the line in `lines`.
    index: usize,
    /// That line.
    line: Wrapped,
    /// How many gap rows stand between the cursor and its line; 0 on the line itself.
    gap: u16,
}

impl<'a> Cursor<'a> {
    /// On the line that shows `offset`; a blank at a break belongs to the line before it. `None`
    /// where the document has no line at all.
    pub(super) fn at(document: &'a Document, offset: usize, measure: Measure) -> Option<Self> {
        let slice = Slice::at(document, document.block_at(offset)?, offset);
        Self::within(document, slice, lines_of(document, slice, measure), offset, measure)
    }

    /// Like [`Cursor::at`] in the same document; what this one has wrapped is not wrapped again.
    pub(super) fn moved_to(&self, offset: usize) -> Option<Self> {
        let (document, measure) = (self.document, self.measure);
        let slice = Slice::at(document, document.block_at(offset)?, offset);
        let is_same = slice == self.slice;
        let lines = if is_same { self.lines.clone() } else { lines_of(document, slice, measure) };
        Self::within(document, slice, lines, offset, measure)
    }

    fn within(
        document: &'a Document,
        slice: Slice,
        mut lines: Lines<'a>,
        offset: usize,
        measure: Measure,
    ) -> Option<Self> {
        let index = lines.index_at(offset);
        let found = lines.get(index);
        let line = found.unwrap_or(Wrapped { span: Span::empty(slice.span.start()), hyphen: false });
        let mut cursor = Self { document, measure, slice, lines, index, line, gap: 0 };
        (found.is_some() || cursor.slice_down() || cursor.slice_up()).then_some(cursor)
    }

    /// On the topmost row of a page that starts at `place`.
    pub(super) fn at_place(document: &'a Document, place: Place, measure: Measure) -> Option<Self> {
        let mut cursor = Self::at(document, place.offset, measure)?;
        cursor.gap = place.gap.min(cursor.gap_above());
        Some(cursor)
    }

    /// The line it stands on, or above.
    pub(super) fn line(&mut self) -> Line {
        let block = self.slice.block;
        Line {
            span: self.line.span,
            block,
            first: self.slice.part == 0 && self.index == 0,
            last: self.lines.get(self.index + 1).is_none() && !self.slice.has_next(self.document),
            indent: indent(&self.document.blocks()[block], self.measure.columns),
            hyphen: self.line.hyphen,
        }
    }

    /// The row it stands on.
    pub(super) fn row(&mut self) -> Row {
        if self.gap > 0 { Row::Gap } else { Row::Line(self.line()) }
    }

    /// The same as the top of a page.
    pub(super) fn place(&self) -> Place {
        Place { offset: self.line.span.start(), gap: self.gap }
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
        self.step(self.index + 1) || self.slice_down()
    }

    /// To the line before; `false`, and nothing moves, on the first.
    pub(super) fn line_up(&mut self) -> bool {
        self.index.checked_sub(1).is_some_and(|index| self.step(index)) || self.slice_up()
    }

    /// To another line of the slice, if it is there.
    fn step(&mut self, index: usize) -> bool {
        let Some(line) = self.lines.get(index) else { return false };
        (self.index, self.line, self.gap) = (index, line, 0);
        true
    }

    /// To the first line of the next slice that has one.
    fn slice_down(&mut self) -> bool {
        let mut slice = self.slice;
        loop {
            slice = if slice.has_next(self.document) {
                Slice::part(self.document, slice.block, slice.part + 1)
            } else if slice.block + 1 < self.document.blocks().len() {
                Slice::part(self.document, slice.block + 1, 0)
            } else {
                return false;
            };
            if self.enter(slice, |_| 0) {
                return true;
            }
        }
    }

    /// To the last line of the slice before that has one.
    fn slice_up(&mut self) -> bool {
        let mut slice = self.slice;
        loop {
            slice = if slice.part > 0 {
                Slice::part(self.document, slice.block, slice.part - 1)
            } else if slice.block > 0 {
                Slice::last(self.document, slice.block - 1)
            } else {
                return false;
            };
            if self.enter(slice, |lines| lines.count().saturating_sub(1)) {
                return true;
            }
        }
    }

    /// To the line of `slice` whose index `choose` gives, if it is there.
    fn enter(&mut self, slice: Slice, choose: impl FnOnce(&mut Lines<'a>) -> usize) -> bool {
        let mut lines = lines_of(self.document, slice, self.measure);
        let index = choose(&mut lines);
        let Some(line) = lines.get(index) else { return false };
        *self = Self { slice, lines, index, line, gap: 0, ..*self };
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

fn lines_of(document: &Document, slice: Slice, measure: Measure) -> Lines<'_> {
    let indent = indent(&document.blocks()[slice.block], measure.columns);
    Lines::new(document, slice.span, measure.less(indent))
}
