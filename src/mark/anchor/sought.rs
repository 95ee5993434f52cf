//! What is looked for of a passage, and how well a place fits it.

use super::pattern::Pattern;
use super::skeleton::is_word;
use super::{Anchor, CONTEXT, Rivals};
use crate::text::letters::letters;

/// Letters around a candidate that are looked at beyond the length of the context, for words added there.
const SLACK: usize = 8;
/// Quotes under so many letters count as whole words only.
pub(super) const SHORT: usize = 12;
/// Quotes from so many letters on hardly occur twice by chance.
pub(super) const LONG: usize = 24;

/// What is looked for, folded.
pub(super) struct Sought {
    pub(super) quote: String,
    /// Letters of the quote.
    pub(super) length: usize,
    /// Letters before it, nearest first.
    pub(super) before: Vec<char>,
    /// Letters after it, nearest first.
    pub(super) after: Vec<char>,
    patterns: [Pattern; 2],
    /// Share of the text before it.
    place: f64,
    pub(super) begins_word: bool,
    pub(super) ends_word: bool,
    /// Punctuation before its first letter, nearest to the letter first.
    lead: Vec<char>,
    /// Punctuation after its last letter, nearest to the letter first.
    trail: Vec<char>,
    /// What was like it in its own text; nothing, where that was not counted.
    pub(super) rivals: Rivals,
}

impl Sought {
    pub(super) fn new(anchor: &Anchor) -> Self {
        let quote = letters(&anchor.quote);
        let before: Vec<char> = letters(&anchor.before).chars().rev().take(CONTEXT).collect();
        let after: Vec<char> = letters(&anchor.after).chars().take(CONTEXT).collect();
        let mut lead: Vec<char> = anchor.quote.chars().take_while(|&character| !is_word(character)).collect();
        lead.reverse();
        let mut trail: Vec<char> =
            anchor.quote.chars().rev().take_while(|&character| !is_word(character)).collect();
        trail.reverse();
        Self {
            length: quote.chars().count(),
            patterns: [Pattern::new(&before), Pattern::new(&after)],
            before,
            after,
            place: f64::from(anchor.permille) / 1000.0,
            begins_word: !anchor.before.chars().next_back().is_some_and(is_word),
            ends_word: !anchor.after.chars().next().is_some_and(is_word),
            quote,
            lead,
            trail,
            rivals: anchor.rivals.unwrap_or_default(),
        }
    }

    /// How well the surroundings of the letters from `start` to `end` fit.
    pub(super) fn fit(&self, letters: &str, start: usize, end: usize) -> Fit {
        let before = letters[..start].chars().rev().take(self.before.len() + SLACK);
        let after = letters[end..].chars().take(self.after.len() + SLACK);
        let sides = [
            (!self.before.is_empty()).then(|| self.patterns[0].share_in(before)),
            (!self.after.is_empty()).then(|| self.patterns[1].share_in(after)),
        ];
        let (mean, better, worse) = match sides {
            [Some(before), Some(after)] => (before.midpoint(after), before.max(after), before.min(after)),
            [Some(side), None] | [None, Some(side)] => (side, side, side),
            [None, None] => (1.0, 1.0, 1.0),
        };
        Fit { mean, better, worse, nearness: 1.0 - self.distance(letters, start) }
    }

    /// How far `at` lies from where the quote stood, as a share of the text.
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    pub(super) fn distance(&self, letters: &str, at: usize) -> f64 {
        (at as f64 / letters.len().max(1) as f64 - self.place).abs()
    }

    /// How many letters next to those from `at` on are those that stood next to the quote.
    pub(super) fn common(&self, letters: &str, at: usize) -> usize {
        let (ahead, behind) = (&letters[..at], &letters[at + self.quote.len()..]);
        let before = ahead.chars().rev().zip(&self.before).take_while(|(one, other)| one == *other);
        let after = behind.chars().zip(&self.after).take_while(|(one, other)| one == *other);
        before.count() + after.count()
    }

    /// Whether the quote begins with a letter.
    pub(super) fn has_no_lead(&self) -> bool {
        self.lead.is_empty()
    }

    /// Whether the quote ends with a letter.
    pub(super) fn has_no_trail(&self) -> bool {
        self.trail.is_empty()
    }

    /// Takes in again the punctuation that the quote began and ended with.
    pub(super) fn with_punctuation(&self, text: &str, (start, end): (usize, usize)) -> (usize, usize) {
        let ahead = reach(text[..start].chars().rev(), &self.lead);
        let behind = reach(text[end..].chars(), &self.trail);
        (start - ahead, end + behind)
    }
}

/// How well the surroundings of a candidate fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// Mean similarity of the two sides.
    pub(super) mean: f64,
    /// Similarity of the better side.
    pub(super) better: f64,
    /// Similarity of the worse side.
    pub(super) worse: f64,
    /// 1 where it stands at the same share of the text as it did, less the farther away.
    pub(super) nearness: f64,
}

/// Bytes of punctuation to take in, going outwards, for a quote that had `wanted` there.
///
/// Blanks are crossed only towards a mark of the same sort, so that `"so` finds `« so`, and never a line end.
fn reach(outwards: impl Iterator<Item = char> + Clone, wanted: &[char]) -> usize {
    let mut ahead = outwards;
    let mut taken = 0;
    for &mark in wanted.iter().filter(|mark| !mark.is_whitespace()) {
        let mut probe = ahead.clone();
        let mut blanks = 0;
        let next = loop {
            match probe.next() {
                Some(blank) if blank.is_whitespace() && blank != '\n' => blanks += blank.len_utf8(),
                other => break other,
            }
        };
        match next {
            Some(found) if found != '\n' && !is_word(found) && (blanks == 0 || same_sort(found, mark)) => {
                taken += blanks + found.len_utf8();
                ahead = probe;
            }
            _ => break,
        }
    }
    taken
}

/// Whether two marks are the same, or both quotation marks.
fn same_sort(one: char, other: char) -> bool {
    const QUOTATION: &str = "\"'«»‹›“”„‟‘’‚‛";
    one == other || (QUOTATION.contains(one) && QUOTATION.contains(other))
}
