//! Finding passages again in one document.

use super::similarity::similarity;
use super::skeleton::{Skeleton, is_unseen, is_word};
use super::{Anchor, CONTEXT, Placement, digest_prefix};
use crate::doc::Document;
use crate::text::Span;
use crate::text::letters::letters;
use memchr::memmem;
use std::cell::OnceCell;
use std::cmp::Reverse;

/// Letters around a candidate that are looked at beyond the length of the context, for words added there.
const SLACK: usize = 8;
/// Candidates whose context is compared in full.
const CANDIDATES: usize = 32;
/// Quotes under so many letters count as whole words only.
const SHORT: usize = 12;
/// Quotes from so many letters on hardly occur twice by chance.
const LONG: usize = 24;

/// Finds anchors in one document. What it needs of the text is made once, when first needed.
///
/// Stages are tried in order, each either settling the matter or passing it on: the text is
/// unchanged; the same letters stand somewhere, in surroundings that fit. Where no more places have
/// the letters than there were rivals, one is gone, so both sides must fit.
#[derive(Debug)]
pub struct Placer<'a> {
    document: &'a Document,
    digest: OnceCell<String>,
    points: OnceCell<CodePoints>,
    skeleton: OnceCell<Skeleton>,
}

impl<'a> Placer<'a> {
    /// For one document.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        Self { document, digest: OnceCell::new(), points: OnceCell::new(), skeleton: OnceCell::new() }
    }

    /// Where the passage of `anchor` stands here.
    ///
    /// Never guesses: a passage that is not there in surroundings that fit is an orphan, and one
    /// whose words are there in surroundings that do not fit is ambiguous.
    #[must_use]
    pub fn place(&self, anchor: &Anchor) -> Placement {
        self.unchanged(anchor).or_else(|| self.same_letters(anchor)).unwrap_or(Placement::Orphan)
    }

    /// Stage 0: the text is the one the anchor was made in, so its offsets hold.
    fn unchanged(&self, anchor: &Anchor) -> Option<Placement> {
        let digest = self.digest.get_or_init(|| digest_prefix(&self.document.digest()));
        if *digest != anchor.text {
            return None;
        }
        let text = self.document.text();
        let points = self.points.get_or_init(|| CodePoints::new(text));
        let (start, end) = (points.byte(text, anchor.start)?, points.byte(text, anchor.end)?);
        (text.get(start..end)? == anchor.quote).then(|| Placement::Exact(Span::new(start, end)))
    }

    /// Stage 1: the same letters stand in one or more places, and the surroundings choose.
    fn same_letters(&self, anchor: &Anchor) -> Option<Placement> {
        let sought = Sought::new(anchor);
        if sought.quote.is_empty() {
            return None;
        }
        let skeleton = self.skeleton.get_or_init(|| Skeleton::new(self.document.text()));
        let mut candidates = self.candidates(skeleton, &sought);
        let count = candidates.len();
        sought.keep_likeliest(&skeleton.letters, &mut candidates);
        let best = candidates
            .into_iter()
            .map(|at| sought.fit(&skeleton.letters, at))
            .max_by(|one, other| one.score.total_cmp(&other.score))?;
        let may_be_a_rival = anchor.rivals.is_some_and(|rivals| count <= rivals);
        let is_accepted = best.is_accepted(sought.length, count == 1);
        if is_accepted && (!may_be_a_rival || best.is_sure()) {
            let span = self.span(skeleton, &sought, best.at);
            return Some(if best.mean >= 0.9 { Placement::Exact(span) } else { Placement::Moved(span) });
        }
        (sought.length >= LONG || (is_accepted && may_be_a_rival)).then_some(Placement::Ambiguous)
    }

    /// How many places beside its own have the letters of `anchor`, which was made in this document.
    pub(super) fn rivals(&self, anchor: &Anchor) -> usize {
        let sought = Sought::new(anchor);
        if sought.quote.is_empty() {
            return 0;
        }
        let skeleton = self.skeleton.get_or_init(|| Skeleton::new(self.document.text()));
        self.candidates(skeleton, &sought).len().saturating_sub(1)
    }

    /// Where the letters of the quote stand, as offsets into the skeleton.
    fn candidates(&self, skeleton: &Skeleton, sought: &Sought) -> Vec<usize> {
        let letters = &skeleton.letters;
        let finder = memmem::Finder::new(sought.quote.as_bytes());
        let step = sought.quote.chars().next().map_or(1, char::len_utf8);
        let mut found = Vec::new();
        let mut from = 0;
        // Not `find_iter`, which steps over occurrences that overlap.
        while let Some(at) = letters.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            found.push(from + at);
            from += at + step;
        }
        if sought.length < SHORT {
            found.retain(|&at| self.on_whole_words(skeleton, sought, at));
        }
        found
    }

    /// Whether the letters at `at` begin and end a word wherever the quote did.
    fn on_whole_words(&self, skeleton: &Skeleton, sought: &Sought, at: usize) -> bool {
        let text = self.document.text();
        let (start, end) = skeleton.source(text, at, at + sought.quote.len());
        let before = text[..start].chars().rev().find(|&character| !is_unseen(character));
        let after = text[end..].chars().find(|&character| !is_unseen(character));
        !(sought.begins_word && before.is_some_and(is_word) || sought.ends_word && after.is_some_and(is_word))
    }

    /// The bytes of the quote found at `at`, with the punctuation it began and ended with.
    fn span(&self, skeleton: &Skeleton, sought: &Sought, at: usize) -> Span {
        let text = self.document.text();
        let (start, end) = skeleton.source(text, at, at + sought.quote.len());
        let ahead = reach(text[..start].chars().rev(), &sought.lead);
        let behind = reach(text[end..].chars(), &sought.trail);
        Span::new(start - ahead, end + behind)
    }
}

/// What is looked for, folded.
struct Sought {
    quote: String,
    /// Letters of the quote.
    length: usize,
    /// Letters before it, nearest first.
    before: Vec<char>,
    /// Letters after it, nearest first.
    after: Vec<char>,
    /// Share of the text before it.
    place: f64,
    begins_word: bool,
    ends_word: bool,
    /// Punctuation before its first letter, nearest to the letter first.
    lead: Vec<char>,
    /// Punctuation after its last letter, nearest to the letter first.
    trail: Vec<char>,
}

impl Sought {
    fn new(anchor: &Anchor) -> Self {
        let quote = letters(&anchor.quote);
        let mut lead: Vec<char> = anchor.quote.chars().take_while(|&character| !is_word(character)).collect();
        lead.reverse();
        let mut trail: Vec<char> =
            anchor.quote.chars().rev().take_while(|&character| !is_word(character)).collect();
        trail.reverse();
        Self {
            length: quote.chars().count(),
            before: letters(&anchor.before).chars().rev().take(CONTEXT).collect(),
            after: letters(&anchor.after).chars().take(CONTEXT).collect(),
            place: f64::from(anchor.permille) / 1000.0,
            begins_word: !anchor.before.chars().next_back().is_some_and(is_word),
            ends_word: !anchor.after.chars().next().is_some_and(is_word),
            quote,
            lead,
            trail,
        }
    }

    /// Of many candidates, keeps those with the most letters of the surroundings next to them.
    fn keep_likeliest(&self, letters: &str, candidates: &mut Vec<usize>) {
        if candidates.len() > CANDIDATES {
            candidates.sort_by_cached_key(|&at| {
                let distance = (self.distance(letters, at) * 1e9).round();
                (Reverse(self.common(letters, at)), distance as u64)
            });
            candidates.truncate(CANDIDATES);
        }
    }

    /// How well the surroundings at `at` fit.
    fn fit(&self, letters: &str, at: usize) -> Fit {
        let (ahead, behind) = (&letters[..at], &letters[at + self.quote.len()..]);
        let before = ahead.chars().rev().take(self.before.len() + SLACK);
        let after = behind.chars().take(self.after.len() + SLACK);
        let sides = [
            (!self.before.is_empty()).then(|| similarity(before, &self.before)),
            (!self.after.is_empty()).then(|| similarity(after, &self.after)),
        ];
        let (mean, better, worse) = match sides {
            [Some(before), Some(after)] => (before.midpoint(after), before.max(after), before.min(after)),
            [Some(side), None] | [None, Some(side)] => (side, side, side),
            [None, None] => (1.0, 1.0, 1.0),
        };
        Fit { at, mean, better, worse, score: mean + 0.02 * (1.0 - self.distance(letters, at)) }
    }

    /// How far `at` lies from where the quote stood, as a share of the text.
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    fn distance(&self, letters: &str, at: usize) -> f64 {
        (at as f64 / letters.len().max(1) as f64 - self.place).abs()
    }

    /// How many letters next to `at` are those that stood next to the quote.
    fn common(&self, letters: &str, at: usize) -> usize {
        let (ahead, behind) = (&letters[..at], &letters[at + self.quote.len()..]);
        let before = ahead.chars().rev().zip(&self.before).take_while(|(one, other)| one == *other);
        let after = behind.chars().zip(&self.after).take_while(|(one, other)| one == *other);
        before.count() + after.count()
    }
}

/// How well the surroundings of a candidate fit.
struct Fit {
    at: usize,
    /// Mean similarity of the two sides.
    mean: f64,
    /// Similarity of the better side.
    better: f64,
    /// Similarity of the worse side.
    worse: f64,
    /// The mean, with a little for the place, which settles ties.
    score: f64,
}

impl Fit {
    /// Whether a quote of `length` letters may be shown here; `alone` where there is no other candidate.
    ///
    /// A random passage of the same language scores about 0.35 to 0.45 on a side.
    fn is_accepted(&self, length: usize, alone: bool) -> bool {
        let by_context = self.mean >= 0.75 || (self.mean >= 0.55 && self.better >= 0.85);
        let by_length = length >= LONG && (self.mean >= 0.6 || self.better >= 0.75 || alone);
        let by_being_alone = alone && length >= SHORT && self.better >= 0.55;
        by_context || by_length || by_being_alone
    }

    /// Whether both sides speak for it. A rival may share one side with the passage, as the lines of a refrain do.
    fn is_sure(&self) -> bool {
        self.mean >= 0.75 && self.worse >= 0.6
    }
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

/// Where every 256th code point of a text begins, to go from code points to bytes without counting from the start.
#[derive(Debug)]
struct CodePoints {
    marks: Vec<usize>,
}

impl CodePoints {
    const STEP: usize = 256;

    fn new(text: &str) -> Self {
        Self { marks: starts(text).step_by(Self::STEP).collect() }
    }

    /// The byte at which code point `point` begins, the end of the text counting as one more.
    fn byte(&self, text: &str, point: usize) -> Option<usize> {
        let from = *self.marks.get(point / Self::STEP)?;
        starts(&text[from..]).nth(point % Self::STEP).map(|offset| from + offset)
    }
}

/// Where each character begins, and where the last one ends.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().map(|(offset, _)| offset).chain(std::iter::once(text.len()))
}
