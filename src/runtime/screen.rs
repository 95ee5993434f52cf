//! What stands on the terminal, and how little can be sent to make it look otherwise.
//!
//! The cells of a frame are compared with those on the terminal. Where the page has moved up or down,
//! the terminal moves its rows first, so that a key costs a line and not a page; whatever else stands on
//! those rows moves too, and is put right like any other cell.

use crate::app::Size;
use crate::text::graphemes;
use crossterm::{cursor, queue};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;

/// Rows of text that must be spared for rows to be moved: less than that costs no more than the sequences for it.
const WORTH: usize = 3;

/// The most unchanged cells between two others that are sent again: passing over them takes as many bytes.
const BRIDGE: u16 = 6;

/// The cells on the terminal.
#[derive(Debug)]
pub(super) struct Screen {
    area: Rect,
    /// `None` while all of them are blank.
    shown: Option<Buffer>,
    /// The cells of an older frame, to be used again.
    spare: Option<Buffer>,
    /// Where the cursor was put; `Some(None)` where it was hidden, `None` where nobody knows.
    cursor: Option<Option<Position>>,
}

impl Screen {
    /// A terminal of `size` cells, all of them blank. The size stays: the next one comes as a message, so
    /// that what is laid out and what is drawn agree.
    pub(super) fn blank(size: Size) -> Self {
        Self { area: Rect::new(0, 0, size.columns, size.rows), shown: None, spare: None, cursor: None }
    }

    /// Draws a frame, and writes what turns the cells on the terminal into those of the frame. `render` sets
    /// every cell, and gives the place of the cursor where it is shown.
    ///
    /// # Errors
    /// Where `out` refuses; the screen must be drawn anew from a blank one then.
    pub(super) fn draw(
        &mut self,
        out: &mut impl Write,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let mut wanted = self.spare.take().unwrap_or_else(|| Buffer::empty(self.area));
        let position = render(&mut wanted);
        let changed = match &mut self.shown {
            None => bridged(inked(&wanted), &wanted),
            Some(shown) => {
                if let Some(scroll) = Scroll::between(shown, &wanted) {
                    scroll.write(out)?;
                    scroll.apply(shown);
                    // Setting the margins has moved it.
                    self.cursor = None;
                }
                bridged(shown.diff_iter(&wanted), &wanted)
            }
        };
        let unchanged = changed.is_empty();
        if !unchanged {
            CrosstermBackend::new(&mut *out).draw(changed.into_iter())?;
        }
        if !unchanged || self.cursor != Some(position) {
            match position {
                Some(Position { x, y }) => queue!(out, cursor::MoveTo(x, y), cursor::Show)?,
                None => queue!(out, cursor::Hide)?,
            }
            self.cursor = Some(position);
        }
        self.spare = self.shown.replace(wanted);
        Ok(())
    }
}

/// The cells that are not blank: what there is to send to a terminal that is.
fn inked(wanted: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell)> {
    (0..wanted.area.height).flat_map(|y| {
        let mut next = 0;
        (0..wanted.area.width).zip(&wanted.content[row_range(wanted, y)]).filter_map(move |(x, cell)| {
            // The second cell of a wide cluster belongs to the first.
            if x < next || *cell == Cell::EMPTY {
                return None;
            }
            next = x + u16::try_from(graphemes::width(cell.symbol())).unwrap_or(1).max(1);
            Some((x, y, cell))
        })
    })
}

/// Rows that move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scroll {
    /// The first row of those that move or are moved over.
    top: u16,
    /// The last.
    bottom: u16,
    /// How far, up where positive.
    by: i32,
}

impl Scroll {
    /// The movement that brings most rows of `shown` where `wanted` has them; `None` where none is worth it.
    fn between(shown: &Buffer, wanted: &Buffer) -> Option<Self> {
        let (old, new) = (row_keys(shown), row_keys(wanted));
        let changed = old.iter().zip(&new).filter(|(old, new)| old != new).count();
        if changed < WORTH {
            return None;
        }
        let mut votes: HashMap<i32, usize> = HashMap::new();
        for (row, key) in (0_i32..).zip(&new).filter(|(_, key)| key.is_some()) {
            for (from, _) in (0_i32..).zip(&old).filter(|(_, other)| *other == key) {
                *votes.entry(from - row).or_default() += 1;
            }
        }
        let (&by, &moved) =
            votes.iter().filter(|(by, _)| **by != 0).max_by_key(|(by, votes)| (**votes, **by))?;
        let height = i32::from(wanted.area.height);
        let comes = |row: i32| {
            let from = row + by;
            (0..height).contains(&from) && old[from as usize] == new[row as usize]
        };
        let seen = |row: &i32| new[*row as usize].is_some() && comes(*row);
        let (first, last) = ((0..height).find(seen)?, (0..height).rev().find(seen)?);
        let (top, bottom) = if by > 0 { (first, last + by) } else { (first + by, last) };
        let still =
            (top..=bottom).map(|row| row as usize).filter(|&row| new[row].is_some() && old[row] == new[row]);
        let worth = moved >= still.count() + WORTH;
        worth.then_some(Self { top: u16::try_from(top).ok()?, bottom: u16::try_from(bottom).ok()?, by })
    }

    /// Margins around the rows, lines deleted or inserted at their top, margins away. Older than the
    /// sequences for scrolling, and known to the consoles that do not know those.
    fn write(self, out: &mut impl Write) -> io::Result<()> {
        let (top, bottom, count) = (self.top + 1, self.bottom + 1, self.by.unsigned_abs());
        let deed = if self.by > 0 { 'M' } else { 'L' };
        write!(out, "\x1b[{top};{bottom}r\x1b[{top};1H\x1b[{count}{deed}\x1b[r")
    }

    /// The same on the cells known.
    fn apply(self, shown: &mut Buffer) {
        let width = usize::from(shown.area.width);
        let rows = row_range(shown, self.top).start..row_range(shown, self.bottom).end;
        let rows = &mut shown.content[rows];
        let count = self.by.unsigned_abs() as usize * width;
        let kept = rows.len() - count;
        if self.by > 0 {
            rows.rotate_left(count);
            rows[kept..].fill(Cell::EMPTY);
        } else {
            rows.rotate_right(count);
            rows[..count].fill(Cell::EMPTY);
        }
    }
}

/// What the middle half of each row says, as a number; `None` for a blank one. Bars, signs and strips stand
/// at the sides and do not move with the text.
fn row_keys(buffer: &Buffer) -> Vec<Option<u64>> {
    let width = usize::from(buffer.area.width);
    let key = |y: u16| {
        let row = &buffer.content[row_range(buffer, y)];
        let middle = &row[width / 4..width - width / 4];
        let blank = middle.iter().all(|cell| cell.symbol() == " ");
        // FNV-1a: what is equal only by chance costs bytes, and nothing is wrong.
        let bytes = middle.iter().flat_map(|cell| cell.symbol().bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        (!blank).then_some(hash)
    };
    (0..buffer.area.height).map(key).collect()
}

/// The cells of a row.
fn row_range(buffer: &Buffer, y: u16) -> Range<usize> {
    let width = usize::from(buffer.area.width);
    usize::from(y) * width..(usize::from(y) + 1) * width
}

/// The cells that changed, and those between them that are cheaper sent again than passed over.
fn bridged<'a>(
    changed: impl Iterator<Item = (u16, u16, &'a Cell)>,
    wanted: &'a Buffer,
) -> Vec<(u16, u16, &'a Cell)> {
    let mut bridged: Vec<(u16, u16, &Cell)> = Vec::new();
    for (x, y, cell) in changed {
        if let Some(&(before, line, last)) = bridged.last()
            && line == y
            && x > before + 1
            && x - before - 1 <= BRIDGE
        {
            let between = before + 1..x;
            let alike = |x: u16| is_single(&wanted[(x, y)]) && looks_alike(&wanted[(x, y)], last);
            if is_single(last) && between.clone().all(alike) {
                bridged.extend(between.map(|x| (x, y, &wanted[(x, y)])));
            }
        }
        bridged.push((x, y, cell));
    }
    bridged
}

/// Whether a cell is no half of a wide character.
fn is_single(cell: &Cell) -> bool {
    graphemes::width(cell.symbol()) == 1
}

fn looks_alike(one: &Cell, other: &Cell) -> bool {
    one.style() == other.style()
}

#[cfg(test)]
mod tests;
