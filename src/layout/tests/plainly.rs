//! Wrapping done the plain way: every word of a slice measured, then laid into lines all at once.

use crate::layout::hold::{Hold, hold};
use crate::layout::width::{grapheme_width, is_blank, text_width};
use crate::text::Span;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// The lines of `text`, a slice that starts at `base`, without hyphens.
pub(super) fn wrap(text: &str, base: usize, columns: u16, verbatim: bool) -> Vec<Span> {
    let columns = usize::from(columns.max(1));
    let mut wrapping = Wrapping { text, base, columns, verbatim, words: Vec::new(), lines: Vec::new() };
    wrapping.run();
    wrapping.lines
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

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blank as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

struct Wrapping<'a> {
    text: &'a str,
    /// Where `text` starts in the document.
    base: usize,
    columns: usize,
    verbatim: bool,
    /// The words since the last line end of the text.
    words: Vec<Word>,
    lines: Vec<Span>,
}

impl Wrapping<'_> {
    fn run(&mut self) {
        let text = self.text;
        if text.is_empty() {
            return;
        }
        let mut row = 0;
        let mut start = 0;
        let mut loose = Vec::new();
        for (end, opportunity) in linebreaks(text) {
            let forced = opportunity == BreakOpportunity::Mandatory;
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
                if self.verbatim && self.words.is_empty() && text[start..end].chars().all(is_blank) {
                    continue;
                }
            }
            self.add(start, end, &loose);
            loose.clear();
            start = end;
            if forced {
                self.fill(row);
                row = end;
            }
        }
    }

    /// Takes in the bytes from `start` to `end`, which stay together if they fit on a line and
    /// part at the `loose` places if they don't.
    fn add(&mut self, mut start: usize, end: usize, loose: &[usize]) {
        if self.words.is_empty() && !self.verbatim {
            start += leading_blanks(&self.text[start..end]);
        }
        let whole = self.word(start, end);
        if whole.width <= self.columns {
            self.push(whole);
            return;
        }
        let mut from = start;
        for &to in loose.iter().chain([&end]) {
            let part = self.word(from, to);
            if part.width <= self.columns {
                self.push(part)
            } else {
                self.cut(part)
            }
            from = to;
        }
    }

    // Offsets are taken from where each word lies in the text. Adding up lengths of what a
    // splitter yields drifts as soon as it swallows something.
    fn word(&self, start: usize, end: usize) -> Word {
        let piece = &self.text[start..end];
        let word = piece.trim_end_matches(is_blank);
        let blank = &piece[word.len()..];
        Word { start, end: start + word.len(), width: text_width(word), blank: text_width(blank) }
    }

    fn push(&mut self, word: Word) {
        if word.start < word.end {
            self.words.push(word);
        } else if let Some(last) = self.words.last_mut() {
            last.blank += word.blank;
        }
    }

    /// Takes in a word that is wider than a line, in pieces that are not.
    fn cut(&mut self, word: Word) {
        let mut piece = Word { start: word.start, end: word.start, width: 0, blank: 0 };
        for (offset, grapheme) in self.text[word.start..word.end].grapheme_indices(true) {
            let start = word.start + offset;
            let width = grapheme_width(grapheme);
            if grapheme.chars().all(is_blank) {
                piece.blank += width;
                continue;
            }
            if piece.width + piece.blank + width > self.columns {
                self.push(piece);
                piece = Word { start, end: start, width: 0, blank: 0 };
            }
            piece.width += piece.blank + width;
            piece.blank = 0;
            piece.end = start + grapheme.len();
        }
        self.push(Word { blank: word.blank, ..piece });
    }

    /// Turns the words gathered into lines; `row` is where their line of the text starts.
    fn fill(&mut self, row: usize) {
        if self.words.is_empty() {
            if self.verbatim {
                self.lines.push(Span::empty(self.base + row));
            }
            return;
        }
        for line in wrap_first_fit(&self.words, &[self.columns as f64]) {
            if let [first, ..] = line {
                let end = line.last().map_or(first.end, |last| last.end);
                self.lines.push(Span::new(self.base + first.start, self.base + end));
            }
        }
        self.words.clear();
    }
}

/// Bytes of the blanks that `text` begins with.
fn leading_blanks(text: &str) -> usize {
    // By grapheme: an accent may sit on a blank.
    let blanks = text.graphemes(true).take_while(|grapheme| grapheme.chars().all(is_blank));
    blanks.map(str::len).sum()
}
