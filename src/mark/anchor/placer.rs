//! Finding passages again in one document.

use super::headings::{Headings, Home};
use super::reworded::{self, Gap, Place};
use super::skeleton::{Skeleton, is_unseen, is_word};
use super::sought::{Fit, LONG, SHORT, Sought};
use super::{Anchor, COUNTED, Nearest, Placement, Rivals, digest_prefix};
use crate::doc::Document;
use crate::mark::{Note, Notes};
use crate::text::Span;
use memchr::memmem;
use std::cell::{Cell, OnceCell};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Candidates with the same letters whose context is compared in full.
const CANDIDATES: usize = 32;
/// How much work [`Placer::at_once`] spends, in steps of some nanoseconds: some hundredths of a second.
const AT_ONCE: usize = 10_000_000;
/// Bytes in which the same letters are looked for in one step.
const BYTES_A_STEP: usize = 16;

/// Finds anchors in one document. What it needs of the text is made once, when first needed.
///
/// Stages are tried in order, each either settling the matter or passing it on:
///
/// 0. the text is unchanged;
/// 1. the same letters stand somewhere, in surroundings that fit. Where no more places have the letters
///    than had them besides the passage, one is gone, so both sides must fit;
/// 2. letters stand somewhere that differ little, and the surroundings speak for it. Where there are no
///    more such places than there were besides the passage, the passage itself is gone;
/// 3. both sides stand in order, once, and other words between them.
///
/// Of several places that fit, one in the file of the book that the passage stood in, and under its headings, is taken before others;
/// and where twins of it stood elsewhere, none of those is taken for it.
///
/// Stages 2 and 3 read the whole text for each passage. A placer that must be done [at once](Placer::at_once) does so
/// much of it and no more; what comes after is [pending](Placement::Pending), for another placer to find.
#[derive(Debug)]
pub struct Placer<'a> {
    document: &'a Document,
    digest: OnceCell<String>,
    points: OnceCell<CodePoints>,
    skeleton: OnceCell<Skeleton>,
    headings: OnceCell<Headings>,
    /// What work is left to do; `None` where there is time for all.
    work: Cell<Option<usize>>,
    /// Texts that have little in common with this one.
    strangers: BTreeSet<String>,
}

impl<'a> Placer<'a> {
    /// For one document, with time for all.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            digest: OnceCell::new(),
            points: OnceCell::new(),
            skeleton: OnceCell::new(),
            headings: OnceCell::new(),
            work: Cell::new(None),
            strangers: BTreeSet::new(),
        }
    }

    /// For the notes of a document, with time for all.
    #[must_use]
    pub fn of(document: &'a Document, notes: &Notes) -> Self {
        Self::new(document).among(notes.strangers().clone())
    }

    /// Told which texts, by the first 16 digits of their digests, have little in common with this one. Of what was marked in
    /// them mere phrases may stand here by chance: it is found where both its sides are, or not at all.
    #[must_use]
    pub fn among(self, strangers: BTreeSet<String>) -> Self {
        Self { strangers, ..self }
    }

    /// Told to be done in some hundredths of a second: what is not found by then is [`Placement::Pending`].
    #[must_use]
    pub fn at_once(self) -> Self {
        self.work.set(Some(AT_ONCE));
        self
    }

    /// Where the passage of `anchor` stands here.
    ///
    /// Never guesses: a passage that is not there in surroundings that fit is an orphan, and one
    /// whose words are there in surroundings that do not fit is ambiguous.
    #[must_use]
    pub fn place(&self, anchor: &Anchor) -> Placement {
        if let Some(unchanged) = self.unchanged(anchor) {
            return unchanged;
        }
        let sought = Sought::new(anchor);
        if sought.quote.is_empty() {
            return Placement::Orphan;
        }
        let is_stranger = self.strangers.contains(&anchor.text);
        let home = self.home(anchor);
        match self.same_letters(&sought, &home, is_stranger) {
            Some(Placement::Ambiguous) => {
                self.reworded_at_home(&sought, &home, is_stranger).unwrap_or(Placement::Ambiguous)
            }
            Some(placement) => placement,
            None => self
                .like_letters(&sought, &home, is_stranger)
                .or_else(|| self.between_the_sides(&sought, &home, is_stranger))
                .unwrap_or(Placement::Orphan),
        }
    }

    /// Where the very letters of the passage stand here, in surroundings that fit; else an orphan, or ambiguous.
    #[must_use]
    pub fn place_surely(&self, anchor: &Anchor) -> Placement {
        if let Some(unchanged) = self.unchanged(anchor) {
            return unchanged;
        }
        let sought = Sought::new(anchor);
        if sought.quote.is_empty() {
            return Placement::Orphan;
        }
        let (home, is_stranger) = (self.home(anchor), self.strangers.contains(&anchor.text));
        self.same_letters(&sought, &home, is_stranger).unwrap_or(Placement::Orphan)
    }

    /// Where an annotation stands here: where the person says it does in this text, or where it was made in it.
    /// In any other text, where the surest of these is found again.
    #[must_use]
    pub fn place_note(&self, note: &Note) -> Placement {
        let own = note.attached.iter().chain([&note.anchor]);
        if let Some(known) = own.filter_map(|anchor| self.unchanged(anchor)).next() {
            return known;
        }
        let mut best = self.place(&note.anchor);
        for anchor in &note.attached {
            if best.doubt() == 0 || best == Placement::Pending {
                break;
            }
            let placement = self.place(anchor);
            if placement == Placement::Pending {
                return placement;
            }
            // Of places as sure, that of the person's word.
            if placement.doubt() <= best.doubt() {
                best = placement;
            }
        }
        best
    }

    /// The place most like the passage of `anchor`, for a person to look at: nothing says that it is there. `None` where
    /// nothing is like it, and in a text over 8 MiB, where looking takes too long.
    #[must_use]
    pub fn nearest(&self, anchor: &Anchor) -> Option<Nearest> {
        if self.document.text().len() > COUNTED {
            return None;
        }
        let sought = Sought::new(anchor);
        let skeleton = self.skeleton();
        let letters = &skeleton.letters;
        let mut exact = if sought.quote.is_empty() { Vec::new() } else { self.candidates(skeleton, &sought) };
        keep_likeliest(&sought, letters, &mut exact, |_| false);
        if let Some(place) = reworded::nearest(&sought, letters, &exact) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 100")]
            let likeness = (place.score.clamp(0.0, 1.0) * 100.0).round() as u8;
            let span = self.on_words(skeleton, &sought, (place.start, place.end));
            return Some(Nearest { span: self.trimmed(&sought, span), likeness });
        }
        let at = reworded::where_it_stood(&sought, letters).filter(|_| !letters.is_empty())?;
        let last = letters.char_indices().next_back().map_or(0, |(last, _)| last);
        let (offset, _) = skeleton.source(self.document.text(), at.min(last), at.min(last) + 1);
        Some(Nearest { span: Span::empty(offset), likeness: 0 })
    }

    /// Without the punctuation at its ends that the quote did not have there: the match may have begun in the word before.
    fn trimmed(&self, sought: &Sought, span: Span) -> Span {
        let words = span.of(self.document.text());
        let is_between = |character: char| !is_word(character);
        let head = if sought.begins_word && sought.has_no_lead() {
            words.len() - words.trim_start_matches(is_between).len()
        } else {
            0
        };
        let tail = if sought.ends_word && sought.has_no_trail() {
            words.len() - words.trim_end_matches(is_between).len()
        } else {
            0
        };
        if head + tail < words.len() { Span::new(span.start() + head, span.end() - tail) } else { span }
    }

    /// Has no time left for passages whose words changed.
    #[cfg(test)]
    pub(super) fn exhaust(&self) {
        self.work.set(Some(0));
    }

    /// What in this document, in which `anchor` was made, might be taken for its passage.
    pub(super) fn rivals(&self, anchor: &Anchor) -> Rivals {
        let sought = Sought::new(anchor);
        let Some(own) = self.unchanged(anchor).and_then(Placement::span).filter(|_| !sought.quote.is_empty())
        else {
            return Rivals::default();
        };
        let skeleton = self.skeleton();
        let letters = &skeleton.letters;
        let (start, end) = (skeleton.letter_at(own.start()), skeleton.letter_at(own.end()));
        let is_other =
            |place: &&Place| 2 * place.end.min(end).saturating_sub(place.start.max(start)) < end - start;
        Rivals {
            twins: self.candidates(skeleton, &sought).len().saturating_sub(1),
            alike: reworded::places(&sought, letters).iter().filter(is_other).count(),
            gaps: reworded::gaps(&sought, letters).iter().filter(|gap| gap.start.abs_diff(start) > 3).count(),
        }
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
    fn same_letters(&self, sought: &Sought, home: &Home, is_stranger: bool) -> Option<Placement> {
        if !self.spend(self.document.text().len() / BYTES_A_STEP) {
            return Some(Placement::Pending);
        }
        let skeleton = self.skeleton();
        let letters = &skeleton.letters;
        let mut candidates = self.candidates(skeleton, sought);
        let count = candidates.len();
        keep_likeliest(sought, letters, &mut candidates, |at| home.counts(skeleton.offset(at)) > 0.0);
        let (mut best, mut best_score) = (None, f64::MIN);
        for at in candidates {
            let fit = sought.fit(letters, at, at + sought.quote.len());
            let is_accepted = is_accepted(&fit, sought.length, count == 1);
            let part = if is_accepted { home.counts(skeleton.offset(at)) } else { 0.0 };
            let score = fit.mean + 0.02 * fit.nearness + part;
            if score >= best_score {
                (best, best_score) = (Some((at, fit, is_accepted)), score);
            }
        }
        let (at, best, is_accepted) = best?;
        let may_be_a_twin = count <= sought.rivals.twins;
        let is_wanted = (!may_be_a_twin || (is_sure(&best) && !home.is_elsewhere(skeleton.offset(at))))
            && (!is_stranger || has_both_sides(&best));
        if is_accepted && is_wanted {
            let span = self.span(skeleton, sought, (at, at + sought.quote.len()));
            return Some(if best.mean >= 0.9 { Placement::Exact(span) } else { Placement::Moved(span) });
        }
        (sought.length >= LONG || (is_accepted && !is_wanted)).then_some(Placement::Ambiguous)
    }

    /// Stage 2: the letters differ little, and the surroundings speak for them.
    fn like_letters(&self, sought: &Sought, home: &Home, is_stranger: bool) -> Option<Placement> {
        let skeleton = self.skeleton();
        if !self.spend(reworded::cost_of_places(sought, skeleton.letters.len())) {
            return Some(Placement::Pending);
        }
        let places = reworded::places(sought, &skeleton.letters);
        if !places.is_empty() && places.len() <= sought.rivals.alike {
            return Some(Placement::Ambiguous);
        }
        let score = |place: &Place| place.score + 0.4 * home.counts(skeleton.offset(place.start));
        // Where the very letters stand, the stage before has said no.
        let best = places
            .iter()
            .filter(|place| place.differs)
            .filter(|place| {
                !is_stranger || has_both_sides(&sought.fit(&skeleton.letters, place.start, place.end))
            })
            .max_by(|one, other| score(one).total_cmp(&score(other)))?;
        Some(Placement::Approximate(self.on_words(skeleton, sought, (best.start, best.end))))
    }

    /// Stage 2 where the very letters stand in other parts only: what is like them in the part of the passage comes before those.
    fn reworded_at_home(&self, sought: &Sought, home: &Home, is_stranger: bool) -> Option<Placement> {
        let skeleton = self.skeleton();
        let is_at_home = |at| !home.is_elsewhere(skeleton.offset(at));
        if !home.is_known() || self.candidates(skeleton, sought).into_iter().any(is_at_home) {
            return None;
        }
        let placement = self.like_letters(sought, home, is_stranger)?;
        match placement.span() {
            Some(span) => (!home.is_elsewhere(span.start())).then_some(placement),
            None => Some(placement),
        }
    }

    /// Stage 3: both sides stand in order, once, and enclose what took the place of the quote.
    fn between_the_sides(&self, sought: &Sought, home: &Home, is_stranger: bool) -> Option<Placement> {
        let skeleton = self.skeleton();
        if sought.rivals.gaps > 0 || is_stranger {
            return None;
        }
        if !self.spend(reworded::cost_of_gaps(skeleton.letters.len())) {
            return Some(Placement::Pending);
        }
        let mut gaps = reworded::gaps(sought, &skeleton.letters);
        let is_at_home = |gap: &Gap| !home.is_elsewhere(skeleton.offset(gap.start));
        if gaps.iter().any(is_at_home) {
            gaps.retain(is_at_home);
        }
        match gaps[..] {
            [gap] if gap.may_replace(sought.length) => {
                Some(Placement::Changed(self.on_words(skeleton, sought, (gap.start, gap.end))))
            }
            _ => None,
        }
    }

    fn home(&self, anchor: &Anchor) -> Home<'_> {
        let headings = self.headings.get_or_init(|| Headings::new(self.document));
        Home::new(self.document, headings, anchor)
    }

    fn skeleton(&self) -> &Skeleton {
        self.skeleton.get_or_init(|| Skeleton::new(self.document.text()))
    }

    /// Whether there is time for so much work; if so it is taken.
    fn spend(&self, steps: usize) -> bool {
        let Some(left) = self.work.get() else { return true };
        let left = left.checked_sub(steps);
        left.inspect(|&left| self.work.set(Some(left))).is_some()
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

    /// The bytes of the letters `from..to`, with the punctuation that the quote began and ended with.
    fn span(&self, skeleton: &Skeleton, sought: &Sought, (from, to): (usize, usize)) -> Span {
        let text = self.document.text();
        let (start, end) = sought.with_punctuation(text, skeleton.source(text, from, to));
        Span::new(start, end)
    }

    /// The same, moved to the nearest edge of a word wherever the quote had one: where letters differ,
    /// the end of a match may lie within a word.
    fn on_words(&self, skeleton: &Skeleton, sought: &Sought, (from, to): (usize, usize)) -> Span {
        let text = self.document.text();
        let (mut start, mut end) = skeleton.source(text, from, to);
        if sought.begins_word {
            start = nearest_edge(text, start, end);
        }
        if sought.ends_word {
            end = nearest_edge(text, end, start);
        }
        let (start, end) = sought.with_punctuation(text, (start, end));
        Span::new(start, end)
    }
}

/// The edge of the word at `at` that is nearest: outwards where both are as near, or where the other
/// lies at or past `opposite`, the other end of the passage.
fn nearest_edge(text: &str, at: usize, opposite: usize) -> usize {
    let is_inside = |&character: &char| is_word(character) || is_unseen(character);
    let before: usize = text[..at].chars().rev().take_while(is_inside).map(char::len_utf8).sum();
    let after: usize = text[at..].chars().take_while(is_inside).map(char::len_utf8).sum();
    if before == 0 || after == 0 {
        return at;
    }
    let (outwards, inwards) =
        if opposite > at { (at - before, at + after) } else { (at + after, at - before) };
    let passes = if opposite > at { inwards >= opposite } else { inwards <= opposite };
    if passes || outwards.abs_diff(at) <= inwards.abs_diff(at) { outwards } else { inwards }
}

/// Of many candidates, keeps those with the most letters of the surroundings next to them, and as many of those that are at home.
fn keep_likeliest(
    sought: &Sought,
    letters: &str,
    candidates: &mut Vec<usize>,
    is_at_home: impl Fn(usize) -> bool,
) {
    if candidates.len() > CANDIDATES {
        candidates.sort_by_cached_key(|&at| {
            let distance = (sought.distance(letters, at) * 1e9).round();
            (Reverse(sought.common(letters, at)), distance as u64)
        });
        let others = candidates.split_off(CANDIDATES);
        candidates.extend(others.into_iter().filter(|&at| is_at_home(at)).take(CANDIDATES));
    }
}

/// Whether a quote of `length` letters that stand there may be shown; `alone` where they stand nowhere else.
///
/// A random passage of the same language scores about 0.35 to 0.45 on a side.
fn is_accepted(fit: &Fit, length: usize, alone: bool) -> bool {
    let by_context = fit.mean >= 0.75 || (fit.mean >= 0.55 && fit.better >= 0.85);
    let by_length = length >= LONG && (fit.mean >= 0.6 || fit.better >= 0.75 || alone);
    let by_being_alone = alone && length >= SHORT && fit.better >= 0.55;
    by_context || by_length || by_being_alone
}

/// Whether both sides speak for it. A twin may share one side with the passage, as the lines of a refrain do.
fn is_sure(fit: &Fit) -> bool {
    fit.mean >= 0.75 && fit.worse >= 0.6
}

/// Whether either side is like it, and neither as a passage taken at random is.
fn has_both_sides(fit: &Fit) -> bool {
    fit.worse >= 0.6
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
