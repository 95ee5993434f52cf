//! The place: where the caret is, what the window shows, where one came from.

use super::journey::Trail;
use super::jump::Family;
use crate::layout::Place;
use crate::mark::Pen;
use std::collections::BTreeMap;

/// What is remembered of a document between runs. Offsets are bytes of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Where the caret is.
    pub offset: usize,
    /// The beginning of the sentence there, so that it is found again in a changed text.
    pub quote: String,
    /// Pen in hand.
    pub pen: Pen,
    /// Place marks.
    pub marks: BTreeMap<char, usize>,
    /// The words at each of them, so that they too are found again.
    pub mark_quotes: BTreeMap<char, String>,
    /// How far the caret is, in per cent.
    pub progress: u8,
    /// How many annotations there are.
    pub notes: usize,
    /// How many of them have no place in the text.
    pub lost: usize,
}

/// A place beyond the part of the file that is there yet: one goes there when the rest has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ahead {
    /// The end.
    End,
    /// So many hundredths of the whole.
    Share(u32),
    /// Where these words stood.
    Words(usize, String),
    /// The place of that name, which the contents of a book lead to.
    Part(String),
}

/// The most places to go back to.
const MOST: usize = 200;

/// Where one is in the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// The byte under the caret: always the start of a grapheme cluster of some block.
    pub caret: usize,
    /// The first row of the window.
    pub top: Place,
    /// The column that moves by line try to keep; `None` after any other move.
    pub column: Option<u16>,
    /// Place marks.
    pub marks: BTreeMap<char, usize>,
    /// Places to go back to, the latest last.
    pub back: Vec<usize>,
    /// Places to go forward to, the nearest last.
    pub forward: Vec<usize>,
    /// The documents before and after this one.
    pub trail: Trail,
    /// Where one wants to be once the whole file is there.
    pub ahead: Option<Ahead>,
    /// What `;` and `,` jump along.
    pub family: Family,
}

impl Reading {
    /// Remembers the caret before a jump to `target`.
    pub fn leave_for(&mut self, target: usize) {
        if self.caret != target {
            if self.back.last() != Some(&self.caret) {
                self.back.push(self.caret);
                if self.back.len() > MOST {
                    self.back.remove(0);
                }
            }
            self.forward.clear();
            self.trail.later.clear();
        }
        self.caret = target;
        self.column = None;
    }
}
