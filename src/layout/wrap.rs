//! Breaks text into lines.

use super::hold::{Hold, hold};
use super::hyphen;
use super::measure::Measure;
use super::simple;
use super::width::{grapheme_width, is_blank, text_width};
use crate::doc::{BlockKind, Document};
use crate::mark::Language;
use crate::text::Span;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// Breaks `slice`, a block or a part of one, into lines of at most `measure` columns.
///
/// Lines come in order, without the blanks at breaks and the hyphens. A word wider than a line is
/// cut between graphemes, and a grapheme wider than a line stands alone. A slice without text gives
/// no line. Line ends inside the slice are kept; a verbatim block also keeps its empty lines and the
/// blanks its lines begin with.
#[must_use]
pub fn wrap(document: &Document, slice: Span, measure: impl Into<Measure>) -> Vec<Span> {
    let mut lines = Lines::new(document, slice, measure.into());
    lines.wrap_while(|_| true);
    lines.done.iter().map(|line| line.span).collect()
}

/// One line of a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrapped {
    /// Its bytes, without the blanks at the break.
    pub(super) span: Span,
    /// Whether a word goes on in the next line.
    pub(super) hyphen: bool,
}

/// The lines of a slice, as far as they have been asked for.
///
/// Lines are filled one after the other, each with as many words as fit. Where a line ends depends on
/// where it starts only, so a slice is wrapped no further than somebody looks.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where `text` starts in the document.
    base: usize,
    columns: usize,
    language: Option<Language>,
    verbatim: bool,
    /// Where the next line begins, or the blanks before it.
    at: usize,
    /// Whether a line of the text itself begins at `at`.
    fresh: bool,
    done: Vec<Wrapped>,
}

/// What stays together on a line, with the blanks after it.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Its bytes within the slice, without the blanks after it.
    start: usize,
    end: usize,
    /// Cells of those bytes.
    width: usize,
    /// Cells of the blanks after it.
    blank: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(document: &'a Document, slice: Span, measure: Measure) -> Self {
        let block = document.block_at(slice.start()).map(|block| document.blocks()[block]);
        Self {
            text: document.slice(slice),
            base: slice.start(),
            columns: usize::from(measure.columns.max(1)),
            language: measure.hyphenation,
            verbatim: block.is_some_and(|block| block.kind == BlockKind::Verbatim),
            at: 0,
            fresh: true,
            done: Vec::new(),
        }
    }

    /// The line of that number, from 0; `None` past the last.
    pub(super) fn get(&mut self, index: usize) -> Option<Wrapped> {
        self.wrap_while(|lines| lines.done.len() <= index);
        self.done.get(index).copied()
    }

    /// The number of the last line that starts at `offset` of the document or before; 0 where none does.
    pub(super) fn index_at(&mut self, offset: usize) -> usize {
        self.wrap_while(|lines| lines.done.last().is_none_or(|line| line.span.start() <= offset));
        self.done.partition_point(|line| line.span.start() <= offset).saturating_sub(1)
    }

    /// How many lines there are.
    pub(super) fn count(&mut self) -> usize {
        self.wrap_while(|_| true);
        self.done.len()
    }

    fn wrap_while(&mut self, wanted: impl Fn(&Self) -> bool) {
        while self.at < self.text.len() && wanted(self) {
            let simple = if self.verbatim || self.language.is_some() {
                None
            } else {
                simple::line(self.text, self.at, self.columns)
            };
            match simple {
                Some(simple::Line { end, next }) => {
                    self.finish(Word { start: self.at, end, width: 0, blank: 0 }, false);
                    self.at = next;
                    self.fresh = false;
                }
                None => self.wrap_some(),
            }
        }
    }

    /// Wraps from `at` until a line is done after which wrapping may begin anew, or a line of the text ends.
    fn wrap_some(&mut self) {
        let (text, from) = (self.text, self.at);
        let mut line: Option<Word> = None;
        let mut start = from;
        let mut loose = Vec::new();
        for (end, opportunity) in linebreaks(&text[from..]) {
            let end = from + end;
            let forced = opportunity == BreakOpportunity::Mandatory;
            let first = self.fresh && line.is_none();
            if !forced {
                match hold(text, end) {
                    Hold::Free => {}
                    Hold::Loose => {
                        loose.push(end);
                        continue;
                    }
                    Hold::Tight => continue,
                }
                // The blanks a verbatim line begins with belong to its first word.
                if self.verbatim && first && text[start..end].chars().all(is_blank) {
                    continue;
                }
            }
            if first && !self.verbatim {
                start += leading_blanks(&text[start..end]);
            }
            let whole = self.word(start, end);
            if !self.fits(line, whole) {
                let parting = self.parting(line, whole);
                if parting.is_some() || whole.width <= self.columns {
                    let line = line.unwrap_or(whole);
                    self.finish(Word { end: parting.unwrap_or(line.end), ..line }, parting.is_some());
                    self.at = parting.unwrap_or(start);
                    self.fresh = false;
                    return;
                }
                self.put_in_parts(&mut line, whole, end, &loose);
            } else {
                self.put(&mut line, whole);
            }
            if forced {
                return self.end_line_of_text(line, end);
            }
            loose.clear();
            start = end;
        }
    }

    /// A line of the text ends at `end`, with `line` as its last one.
    fn end_line_of_text(&mut self, line: Option<Word>, end: usize) {
        match line {
            Some(line) => self.finish(line, false),
            None if self.verbatim && self.fresh => self.finish(self.word(self.at, self.at), false),
            None => {}
        }
        self.at = end;
        self.fresh = true;
    }

    // Offsets are taken from where each word lies in the text. Adding up lengths of what a
    // splitter yields drifts as soon as it swallows something.
    fn word(&self, start: usize, end: usize) -> Word {
        let piece = &self.text[start..end];
        let word = piece.trim_end_matches(is_blank);
        let blank = &piece[word.len()..];
        Word { start, end: start + word.len(), width: text_width(word), blank: text_width(blank) }
    }

    fn fits(&self, line: Option<Word>, word: Word) -> bool {
        let used = line.map_or(0, |line| line.width + line.blank);
        used + word.width <= self.columns || word.start == word.end
    }

    /// Puts a word of at most a line's width on `line`, or on a new one where it does not fit.
    fn put(&mut self, line: &mut Option<Word>, word: Word) {
        let fits = self.fits(*line, word);
        match line {
            Some(line) if word.start == word.end => line.blank += word.blank,
            Some(line) if fits => {
                let width = line.width + line.blank + word.width;
                *line = Word { start: line.start, width, ..word };
            }
            _ if word.start == word.end => {}
            _ => {
                if let Some(full) = line.replace(word) {
                    self.finish(full, false);
                }
            }
        }
    }

    /// Where `word`, which does not fit on `line`, parts so that its first letters and a hyphen fill it best.
    fn parting(&self, line: Option<Word>, word: Word) -> Option<usize> {
        // Two hyphens below one another catch the eye, but a word cut without one is worse.
        let below_hyphen = line.is_some() && self.done.last().is_some_and(|line| line.hyphen);
        let room = self.columns.saturating_sub(line.map_or(0, |line| line.width + line.blank));
        if self.verbatim || room < 3 || below_hyphen {
            return None;
        }
        let unit = &self.text[word.start..word.end];
        // The second half of a word that has a hyphen gets no other one.
        let compound = self.text[..word.start].ends_with(['-', '\u{2010}']);
        let places = hyphen::places(unit, self.language.filter(|_| !compound));
        places.into_iter().rfind(|&at| text_width(&unit[..at]) < room).map(|at| word.start + at)
    }

    /// Puts a word that is wider than a line, and goes up to `end` with its blanks: in parts at the `loose` places,
    /// and those that are too wide still, in pieces.
    fn put_in_parts(&mut self, line: &mut Option<Word>, whole: Word, end: usize, loose: &[usize]) {
        let mut from = whole.start;
        for &to in loose.iter().chain([&end]) {
            let part = self.word(from, to);
            if part.width > self.columns {
                self.put_in_pieces(line, part);
            } else {
                self.put(line, part);
            }
            from = to;
        }
    }

    fn put_in_pieces(&mut self, line: &mut Option<Word>, word: Word) {
        let mut piece = Word { start: word.start, end: word.start, width: 0, blank: 0 };
        for (offset, grapheme) in self.text[word.start..word.end].grapheme_indices(true) {
            let start = word.start + offset;
            let width = grapheme_width(grapheme);
            if grapheme.chars().all(is_blank) {
                piece.blank += width;
                continue;
            }
            if piece.width + piece.blank + width > self.columns {
                self.put(line, piece);
                piece = Word { start, end: start, width: 0, blank: 0 };
            }
            piece.width += piece.blank + width;
            piece.blank = 0;
            piece.end = start + grapheme.len();
        }
        self.put(line, Word { blank: word.blank, ..piece });
    }

    fn finish(&mut self, line: Word, hyphen: bool) {
        let span = Span::new(self.base + line.start, self.base + line.end);
        self.done.push(Wrapped { span, hyphen });
    }
}

/// Bytes of the blanks that `text` begins with.
fn leading_blanks(text: &str) -> usize {
    // By grapheme: an accent may sit on a blank.
    let blanks = text.graphemes(true).take_while(|grapheme| grapheme.chars().all(is_blank));
    blanks.map(str::len).sum()
}
