//! Names that their surroundings tell without any statistics: bodies after a common noun in lower case
//! (`université de Caen`), and the town of a dateline (`OSLO, May 12 (Reuters) -`).

use super::Candidate;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Passage, Reading, Tongue};
use crate::analyse::tokens::Shape;
use crate::mark::EntityKind;
use std::ops::Range;

/// Common nouns that belong to the name of the body they head, capital or not. A town hall, a court or a
/// prefecture is one of many alike: of those only the place is a name.
const HEADS: [&str; 12] = [
    "université",
    "ministère",
    "musée",
    "institut",
    "académie",
    "école",
    "conservatoire",
    "observatoire",
    "fondation",
    "lycée",
    "collège",
    "hôpital",
];
/// Words that a dateline may have before its dash.
const DATELINE: usize = 9;

/// `ministère russe des Affaires étrangères`, `musée Rodin`: the body whose head stands at `at`.
pub(super) fn body(reading: &Reading, at: usize, end: usize) -> Option<Candidate> {
    let head = reading.tokens[at].shape == Shape::Plain && HEADS.contains(&reading.lower(at));
    if !head {
        return None;
    }
    let nation = usize::from(at + 1 < end && reading.has(at + 1, Class::NO_NAME));
    let mut after = super::candidates::adjectives(reading, at + 1 + nation, end);
    let of = after < end && reading.has(after, Class::OF);
    let article = of
        && after + 1 < end
        && reading.has(after + 1, Class::DETERMINER)
        && !reading.tokens[after + 1].is_capital();
    after += usize::from(of) + usize::from(article);
    let capital = |at: usize| at < end && reading.tokens[at].is_word() && reading.tokens[at].is_capital();
    // `l’école de Paul Martin`, `l’hôpital, Paul Martin`: a person after `de` is not what it is called.
    let person = |at: usize| of && reading.has(at, Class::MAN.or(Class::WOMAN)) && capital(at + 1);
    if !capital(after) || person(after) {
        return None;
    }
    while capital(after) {
        after += 1;
    }
    // `Affaires étrangères`; `Économie et des Finances`.
    after = super::candidates::adjectives(reading, after, end);
    let more =
        |at: usize| at + 2 < end && reading.has(at, Class::CONJUNCTION) && reading.has(at + 1, Class::OF);
    if reading.lower(at) == "ministère" && more(after) {
        let noun = after + 2 + usize::from(reading.has(after + 2, Class::DETERMINER));
        after = if capital(noun) { noun + 1 } else { after };
    }
    Some(Candidate::of_kind(at..after, EntityKind::Organisation))
}

/// The place that a dateline names at `at`: `SEDALIA` and `Mo.` of `SEDALIA, Mo. —`.
pub(super) fn dateline(reading: &Reading, at: usize, passage: &Passage) -> Option<Candidate> {
    let start = passage.tokens.start;
    if at > start + 4 {
        return None;
    }
    let end = passage.tokens.end.min(start + DATELINE);
    let loud = |at: usize| reading.tokens[at].is_word() && reading.tokens[at].shape == Shape::Capitals;
    let town =
        start..(start..end).find(|&at| !loud(at)).filter(|&after| after > start && after < start + 4)?;
    let ended = |at: usize| matches!(reading.tokens[at].mark(), Some('—' | '–' | '-'));
    let dash = (town.end..end).find(|&at| ended(at))?;
    let leads = town.end == dash || reading.tokens[town.end].is(',') || reading.tokens[town.end].is('(');
    let told =
        (dash + 1..passage.tokens.end.min(dash + 9)).any(|at| reading.tokens[at].shape == Shape::Plain);
    if !leads || !told {
        return None;
    }
    let place = |tokens: Range<usize>| Some(Candidate::of_kind(tokens, EntityKind::Place));
    if at == start {
        return place(town);
    }
    let region = town.end + 1..dash;
    let word = region.start < dash && reading.tokens[region.start].shape == Shape::Capital;
    let short = region.len() == 1 || region.len() == 2 && reading.tokens[region.start + 1].is('.');
    let english = passage.tongue == Tongue::English;
    (at == region.start && word && short && english).then(|| place(region)).flatten()
}
