//! The rows on screen, and how the top of the page moves.

use super::cursor::Cursor;
use super::line::{Line, Place, Row};
use super::measure::Measure;
use crate::doc::Document;

/// The rows from `top` down, at most `rows`; fewer at the end of the document.
#[must_use]
pub fn page(document: &Document, top: Place, measure: impl Into<Measure>, rows: u16) -> Vec<Row> {
    let measure = measure.into();
    let mut page = Vec::with_capacity(usize::from(rows));
    let Some(mut cursor) = Cursor::at_place(document, top, measure) else { return page };
    while page.len() < usize::from(rows) {
        page.push(cursor.row());
        if !cursor.row_down() {
            break;
        }
    }
    page
}

/// The top of the page after `by` screen rows, down where positive; gap rows count.
///
/// Stops at the top of the document and where the last page is full. Costs as much as wrapping
/// what is passed over: for far jumps use [`place_at_row`] or [`last_page`].
#[must_use]
pub fn scroll(document: &Document, top: Place, measure: impl Into<Measure>, rows: u16, by: isize) -> Place {
    let measure = measure.into();
    let Some(mut cursor) = Cursor::at_place(document, top, measure) else { return Place::default() };
    for _ in 0..by.unsigned_abs() {
        let moved = if by > 0 { cursor.row_down() } else { cursor.row_up() };
        if !moved {
            break;
        }
    }
    settle(cursor, rows)
}

/// The top of the last page: the last line stands in its last row, or all fits and it is the top
/// of the document.
#[must_use]
pub fn last_page(document: &Document, measure: impl Into<Measure>, rows: u16) -> Place {
    let measure = measure.into();
    Cursor::at(document, document.text().len(), measure)
        .map_or_else(Place::default, |cursor| settle(cursor, rows))
}

/// The top of the page after the least scroll that shows the line of `offset` with `margin` rows
/// above and below it.
///
/// A margin of half the page or more counts as just less than half. At both ends of the document
/// the margin gives way.
#[must_use]
pub fn place_showing(
    document: &Document,
    top: Place,
    measure: impl Into<Measure>,
    rows: u16,
    offset: usize,
    margin: u16,
) -> Place {
    let measure = measure.into();
    let below = rows.max(1) - 1;
    let margin = margin.min(below / 2);
    let Some(top) = Cursor::at_place(document, top, measure) else { return Place::default() };
    let Some(mut cursor) = top.moved_to(offset) else { return Place::default() };
    cursor.rows_up(margin);
    if cursor.place().key() < top.place().key() {
        return settle(cursor, rows);
    }
    cursor.rows_up(below - 2 * margin);
    let hidden = top.place().key() < cursor.place().key();
    settle(if hidden { cursor } else { top }, rows)
}

/// The top of the page that has the line of `offset` in row `row`, as near as the ends of the
/// document allow.
#[must_use]
pub fn place_at_row(
    document: &Document,
    measure: impl Into<Measure>,
    rows: u16,
    offset: usize,
    row: u16,
) -> Place {
    let measure = measure.into();
    let Some(mut cursor) = Cursor::at(document, offset, measure) else { return Place::default() };
    cursor.rows_up(row.min(rows.saturating_sub(1)));
    settle(cursor, rows)
}

/// The same top after a resize or in a new document: the start of its line, and never past the
/// last page.
#[must_use]
pub fn normalise(document: &Document, top: Place, measure: impl Into<Measure>, rows: u16) -> Place {
    let measure = measure.into();
    Cursor::at_place(document, top, measure).map_or_else(Place::default, |cursor| settle(cursor, rows))
}

/// The line that shows `offset`; a blank at a break belongs to the line before it, and an offset
/// past the end to the last line. `None` only where the document has no line.
#[must_use]
pub fn line_at(document: &Document, offset: usize, measure: impl Into<Measure>) -> Option<Line> {
    let measure = measure.into();
    Cursor::at(document, offset, measure).map(|mut cursor| cursor.line())
}

/// The line after `line`; `None` after the last.
#[must_use]
pub fn line_below(document: &Document, line: &Line, measure: impl Into<Measure>) -> Option<Line> {
    let measure = measure.into();
    let mut cursor = Cursor::at(document, line.span.start(), measure)?;
    cursor.line_down().then(|| cursor.line())
}

/// The line before `line`; `None` before the first.
#[must_use]
pub fn line_above(document: &Document, line: &Line, measure: impl Into<Measure>) -> Option<Line> {
    let measure = measure.into();
    let mut cursor = Cursor::at(document, line.span.start(), measure)?;
    cursor.line_up().then(|| cursor.line())
}

/// The place of `cursor`, or of the last page where a page from there would not be full.
fn settle(mut cursor: Cursor<'_>, rows: u16) -> Place {
    let place = cursor.place();
    let below = rows.max(1) - 1;
    if (0..below).all(|_| cursor.row_down()) {
        return place;
    }
    cursor.rows_up(below);
    cursor.place()
}
