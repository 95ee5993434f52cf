//! Where a passage stands whose own words changed.

use super::pattern::Pattern;
use super::sought::{Fit, Sought};

/// Quotes under so many letters are looked for as they are only.
const SHORTEST: usize = 8;
/// Longer quotes, in letters, are looked for by both ends.
const LONGEST: usize = 400;
/// Letters of each end of a long quote.
const ENDS: usize = 160;
/// Both sides of a quote must have so many letters to enclose what took its place.
const SIDE: usize = 24;
/// Places whose surroundings are compared, those with the fewest errors.
const CANDIDATES: usize = 128;
/// Matches of either end of a long quote that are paired, and pairs of sides that are listed.
const PAIRS: usize = 64;
/// Places that are compared where only the most like one is asked for.
const NEAREST: usize = 32;
/// How good a place must be to be called like at all: one taken at random comes to a little under 0.5.
const LIKE: f64 = 0.55;
/// How much of its words a place must have in other surroundings, and for how long a quote: of few letters much is found
/// by chance.
const LIKE_WORDS: f64 = 0.65;
const MANY: usize = 20;
/// Letters between two matches of a side that count as two.
const APART: usize = 12;

/// A place where words stand that differ little, as offsets into the letters of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// The first byte.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// Whether any letter differs.
    pub(super) differs: bool,
    /// How good it is; only to compare with others of the same quote.
    pub(super) score: f64,
}

/// What stands between the two sides of a quote, as offsets into the letters of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    /// The first byte.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// How many letters.
    pub(super) length: usize,
}

/// The work of [`places`] in a text of so many letters, in steps of some nanoseconds.
pub(super) fn cost_of_places(sought: &Sought, letters: usize) -> usize {
    match sought.length {
        0..SHORTEST => 0,
        length @ SHORTEST..=LONGEST => letters * length.div_ceil(64),
        _ => letters * 2 * ENDS.div_ceil(64),
    }
}

/// The work of [`gaps`] in a text of so many letters, in steps of some nanoseconds.
pub(super) fn cost_of_gaps(letters: usize) -> usize {
    letters * 2
}

/// Every place where the words differ little from those of the quote and the surroundings speak for it.
pub(super) fn places(sought: &Sought, letters: &str) -> Vec<Place> {
    let quote: Vec<char> = sought.quote.chars().collect();
    let mut candidates = match quote.len() {
        0..SHORTEST => return Vec::new(),
        SHORTEST..=LONGEST => whole(&quote, letters),
        _ => by_either_ends(&quote, letters),
    };
    candidates.sort_by(|one, other| one.errors.total_cmp(&other.errors));
    candidates.truncate(CANDIDATES);
    candidates
        .into_iter()
        .filter_map(|Candidate { start, end, errors }| {
            let fit = sought.fit(letters, start, end);
            let score = 0.55 * (1.0 - errors) + 0.4 * fit.mean + 0.05 * fit.nearness;
            is_accepted(&fit, errors, quote.len()).then_some(Place {
                start,
                end,
                differs: errors > 0.0,
                score,
            })
        })
        .collect()
}

/// Where both sides of the quote stand in order, with as much between them as may have taken its place.
///
/// Nothing where a side has too few letters to be told from others.
pub(super) fn gaps(sought: &Sought, letters: &str) -> Vec<Gap> {
    if sought.before.len() < SIDE || sought.after.len() < SIDE {
        return Vec::new();
    }
    let side: Vec<char> = sought.before.iter().rev().copied().collect();
    let errors = side.len() * 15 / 100;
    let befores = Pattern::new(&side).ends(letters, errors, APART);
    let afters = matches(&sought.after, letters, errors, APART);
    let longest = sought.length * 3 + 60;
    let mut first = 0;
    let mut gaps = Vec::new();
    for before in befores {
        first += afters[first..].iter().take_while(|after| after.first <= before.index).count();
        let enclosed = afters[first..].iter().take_while(|after| after.first - before.index <= longest);
        gaps.extend(enclosed.map(|after| Gap {
            start: before.byte,
            end: after.start,
            length: after.first - before.index,
        }));
        if gaps.len() >= PAIRS {
            break;
        }
    }
    gaps
}

/// A place that is the most like the quote, whether or not it may be shown as its place; `None` where none is at all.
///
/// As good as a place of [`places`] is one where the words are half as they were, or where other words
/// stand between the sides.
pub(super) fn nearest(sought: &Sought, letters: &str, exact: &[usize]) -> Option<Place> {
    let quote: Vec<char> = sought.quote.chars().collect();
    if quote.is_empty() {
        return None;
    }
    let mut spans: Vec<(usize, usize)> = exact.iter().map(|&at| (at, at + sought.quote.len())).collect();
    if (SHORTEST..=LONGEST).contains(&quote.len()) {
        let mut ends = Pattern::new(&quote).ends(letters, quote.len() / 2, quote.len() / 2);
        ends.sort_by_key(|end| end.errors);
        ends.truncate(NEAREST);
        let reversed: Vec<char> = quote.iter().rev().copied().collect();
        let reversed = Pattern::new(&reversed);
        spans.extend(ends.into_iter().map(|end| {
            let (bytes, _) = reversed.reach_back(&letters[..end.byte], end.errors);
            (end.byte - bytes, end.byte)
        }));
    } else if quote.len() > LONGEST {
        spans.extend(by_either_ends(&quote, letters).iter().map(|found| (found.start, found.end)));
    }
    spans.extend(gaps(sought, letters).iter().map(|gap| (gap.start, gap.end)));
    let pattern = Pattern::new(&quote);
    let places = spans.into_iter().filter(|&(start, end)| start < end).map(|(start, end)| {
        let words = likeness(&pattern, quote.len(), &letters[start..end]);
        let fit = sought.fit(letters, start, end);
        let score = 0.55 * words + 0.4 * fit.mean + 0.05 * fit.nearness;
        (words, Place { start, end, differs: words < 1.0, score })
    });
    let (words, best) = places.max_by(|(_, one), (_, other)| one.score.total_cmp(&other.score))?;
    (best.score >= LIKE || (words >= LIKE_WORDS && quote.len() >= MANY)).then_some(best)
}

/// Where the quote stood, between the letters of its two sides, of which at least one is there; an offset into `letters`.
pub(super) fn where_it_stood(sought: &Sought, letters: &str) -> Option<usize> {
    let mut points: Vec<usize> = Vec::new();
    if sought.before.len() >= SIDE {
        let side: Vec<char> = sought.before.iter().rev().copied().collect();
        let errors = side.len() * 15 / 100;
        points.extend(Pattern::new(&side).ends(letters, errors, APART).iter().map(|end| end.byte));
    }
    if sought.after.len() >= SIDE {
        let errors = sought.after.len() * 15 / 100;
        points.extend(matches(&sought.after, letters, errors, APART).iter().map(|found| found.start));
    }
    points.truncate(PAIRS);
    let score = |&at: &usize| {
        let fit = sought.fit(letters, at, at);
        fit.mean + 0.1 * fit.nearness
    };
    points.into_iter().max_by(|one, other| score(one).total_cmp(&score(other)))
}

/// The share of the letters of the longer of the two that need no change to make one of the other.
#[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
fn likeness(quote: &Pattern, letters: usize, there: &str) -> f64 {
    let longer = letters.max(there.chars().count()).max(1);
    1.0 - quote.distance_to(there).min(longer) as f64 / longer as f64
}

impl Gap {
    /// Whether so much may have taken the place of a quote of `length` letters.
    pub(super) fn may_replace(&self, length: usize) -> bool {
        self.length >= 3 && self.length * 10 >= length * 3
    }
}

/// A place to look at, with its errors as a share of the letters sought.
struct Candidate {
    start: usize,
    end: usize,
    errors: f64,
}

/// Where letters stand that differ in few places.
struct Match {
    /// The first byte.
    start: usize,
    /// The byte after the last.
    end: usize,
    /// Letters of the text before the first.
    first: usize,
    /// Letters of the text before the end.
    last: usize,
    errors: usize,
}

/// Matches of `sought`, in the order of their ends.
fn matches(sought: &[char], letters: &str, errors: usize, apart: usize) -> Vec<Match> {
    let ends = Pattern::new(sought).ends(letters, errors, apart);
    if ends.is_empty() {
        return Vec::new();
    }
    let reversed: Vec<char> = sought.iter().rev().copied().collect();
    let reversed = Pattern::new(&reversed);
    let found = ends.into_iter().map(|end| {
        let (bytes, length) = reversed.reach_back(&letters[..end.byte], end.errors);
        Match {
            start: end.byte - bytes,
            end: end.byte,
            first: end.index - length,
            last: end.index,
            errors: end.errors,
        }
    });
    found.collect()
}

/// The quote in one piece.
fn whole(quote: &[char], letters: &str) -> Vec<Candidate> {
    let length = quote.len();
    let errors = length * if length < 20 { 20 } else { 35 } / 100;
    let found = matches(quote, letters, errors, (length / 2).max(2));
    found.into_iter().map(|each| Candidate::new(each.start, each.end, each.errors, length)).collect()
}

/// A long quote by its first and its last letters, where these stand in order and as far apart as they may.
fn by_either_ends(quote: &[char], letters: &str) -> Vec<Candidate> {
    let best = |sought: &[char]| {
        let mut found = matches(sought, letters, ENDS * 35 / 100, ENDS / 2);
        found.sort_by_key(|each| each.errors);
        found.truncate(PAIRS);
        found
    };
    let tails = best(&quote[quote.len() - ENDS..]);
    let mut candidates = Vec::new();
    for head in best(&quote[..ENDS]) {
        let fitting = tails.iter().filter(|tail| {
            let length = tail.last.saturating_sub(head.first);
            length * 10 >= quote.len() * 5 && length * 10 <= quote.len() * 18
        });
        candidates.extend(
            fitting.map(|tail| Candidate::new(head.start, tail.end, head.errors + tail.errors, 2 * ENDS)),
        );
    }
    candidates
}

impl Candidate {
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    fn new(start: usize, end: usize, errors: usize, sought: usize) -> Self {
        Self { start, end, errors: errors as f64 / sought as f64 }
    }
}

/// Whether a quote of `length` letters may be shown where its words differ by a share of `errors`.
fn is_accepted(fit: &Fit, errors: f64, length: usize) -> bool {
    let by_context = fit.better >= 0.75 && fit.mean >= if errors <= 0.2 { 0.5 } else { 0.65 };
    let by_either = fit.better >= 0.6 && errors <= 0.2 && length >= 16;
    let by_words = errors <= 0.12 && length >= 60;
    by_context || by_either || by_words
}
