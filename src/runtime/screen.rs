//! What stands on the terminal, and how little can be sent to make it look otherwise.
//!
//! The cells of a frame are compared with those on the terminal. Where the page has moved up or down,
//! the terminal moves its rows first, so that a key costs a line and not a page; whatever else stands on
//! those rows moves too, and is put right like any other cell.

use crate::app::Size;
use crate::text::graphemes;
use crossterm::{cursor, queue};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::{Frame, TerminalOptions, Viewport};
use std::collections::HashMap;
use std::convert::Infallible;
use std::io::{self, Write};

/// Cells that must be spared for rows to be moved: the sequences for it have the length of as many.
const WORTH: usize = 60;

/// The most unchanged cells between two others that are sent again: passing over them takes as many bytes.
const BRIDGE: u16 = 6;

/// The cells on the terminal.
#[derive(Debug)]
pub(super) struct Screen {
    frames: ratatui::Terminal<Frames>,
    shown: Buffer,
    /// Where the cursor was put; `Some(None)` where it was hidden, `None` where nobody knows.
    cursor: Option<Option<Position>>,
}

impl Screen {
    /// A terminal of `size` cells, all of them blank. The size stays: the next one comes as a message, so
    /// that what is laid out and what is drawn agree.
    pub(super) fn blank(size: Size) -> Self {
        let area = Rect::new(0, 0, size.columns, size.rows);
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let Ok(frames) = ratatui::Terminal::with_options(Frames::default(), options);
        Self { frames, shown: Buffer::empty(area), cursor: None }
    }

    /// Draws a frame, and writes what turns the cells on the terminal into those of the frame.
    ///
    /// # Errors
    /// Where `out` refuses.
    pub(super) fn draw(&mut self, out: &mut impl Write, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let Ok(frame) = self.frames.draw(render);
        let wanted = frame.buffer;
        if let Some(scroll) = Scroll::between(&self.shown, wanted) {
            scroll.write(out)?;
            scroll.apply(&mut self.shown);
            // Setting the margins has moved it.
            self.cursor = None;
        }
        let changed = bridged(self.shown.diff(wanted), wanted);
        let unchanged = changed.is_empty();
        if !unchanged {
            CrosstermBackend::new(&mut *out).draw(changed.into_iter())?;
            self.shown.clone_from(wanted);
        }
        let position = self.frames.backend().cursor;
        if !unchanged || self.cursor != Some(position) {
            match position {
                Some(Position { x, y }) => queue!(out, cursor::MoveTo(x, y), cursor::Show)?,
                None => queue!(out, cursor::Hide)?,
            }
            self.cursor = Some(position);
        }
        Ok(())
    }
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
    /// The movement that brings most of `shown` where `wanted` has it; `None` where none is worth it.
    fn between(shown: &Buffer, wanted: &Buffer) -> Option<Self> {
        let old = Rows::of(shown);
        let new = Rows::of(wanted);
        let moved = (0..new.keys.len()).filter(|&row| new.keys[row] != old.keys[row]).count();
        if moved < 3 {
            return None;
        }
        let mut votes: HashMap<i32, usize> = HashMap::new();
        for (row, key) in (0_i32..).zip(&new.keys) {
            for (from, _) in (0_i32..).zip(&old.keys).filter(|(_, other)| *other == key && key.is_some()) {
                *votes.entry(from - row).or_default() += 1;
            }
        }
        let (&by, _) = votes.iter().filter(|(by, _)| **by != 0).max_by_key(|(by, votes)| (**votes, -**by))?;
        let height = new.keys.len() as i32;
        let from = |row: i32| (0..height).contains(&(row + by)).then(|| row + by);
        let same = |row: i32| from(row).is_some_and(|from| old.keys[from as usize] == new.keys[row as usize]);
        let seen = |row: &i32| new.keys[*row as usize].is_some() && same(*row);
        let first = (0..height).find(seen)?;
        let last = (0..height).rev().find(seen)?;
        // Blank rows beside them come along.
        let first = (0..first).rev().take_while(|&row| same(row)).last().unwrap_or(first);
        let last = (last + 1..height).take_while(|&row| same(row)).last().unwrap_or(last);
        let (top, bottom) = if by > 0 { (first, last + by) } else { (first + by, last) };
        let scroll = Self { top: u16::try_from(top).ok()?, bottom: u16::try_from(bottom).ok()?, by };
        (scroll.spared(shown, wanted) > WORTH as isize).then_some(scroll)
    }

    /// How many cells fewer have to be sent after it.
    fn spared(self, shown: &Buffer, wanted: &Buffer) -> isize {
        let blank = vec![Cell::EMPTY; usize::from(wanted.area.width)];
        let differing = |one: &[Cell], other: &[Cell]| {
            one.iter().zip(other).filter(|(one, other)| one != other).count() as isize
        };
        (self.top..=self.bottom)
            .map(|y| {
                let moved = i32::from(y) + self.by;
                let inside = (i32::from(self.top)..=i32::from(self.bottom)).contains(&moved);
                let after = if inside { row(shown, moved as u16) } else { &blank };
                differing(row(shown, y), row(wanted, y)) - differing(after, row(wanted, y))
            })
            .sum()
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
        let rows = usize::from(self.top) * width..(usize::from(self.bottom) + 1) * width;
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

/// What the middle of each row says, as a number; `None` for a blank one.
struct Rows {
    keys: Vec<Option<u64>>,
}

impl Rows {
    /// The middle half only: bars, signs and strips stand at the sides and do not move with the text.
    fn of(buffer: &Buffer) -> Self {
        let width = usize::from(buffer.area.width);
        let key = |y: u16| {
            let middle = &row(buffer, y)[width / 4..width - width / 4];
            let blank = middle.iter().all(|cell| cell.symbol() == " ");
            // FNV-1a: what is equal only by chance costs bytes, and nothing is wrong.
            let bytes = middle.iter().flat_map(|cell| cell.symbol().bytes());
            let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            (!blank).then_some(hash)
        };
        Self { keys: (0..buffer.area.height).map(key).collect() }
    }
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    &buffer.content[usize::from(y) * width..][..width]
}

/// The cells that changed, and those between them that are cheaper sent again than passed over.
fn bridged<'a>(changed: Vec<(u16, u16, &'a Cell)>, wanted: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    let mut bridged: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changed.len() * 2);
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

/// Takes the frames instead of a terminal: only the place of the cursor is kept.
#[derive(Debug, Default)]
struct Frames {
    cursor: Option<Position>,
}

impl Backend for Frames {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _region: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<ratatui::layout::Size, Infallible> {
        Ok(ratatui::layout::Size::default())
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        let size = ratatui::layout::Size::default();
        Ok(WindowSize { columns_rows: size, pixels: size })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
