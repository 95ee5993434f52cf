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
    // `l’hôpital de Béthune` is where it is, `l’hôpital Necker` a name.
    if of && reading.lower(at) == "hôpital" {
        return None;
    }
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

/// The passage without the label that an interview puts before a question or an answer (`Q.`, `A:`); `asked` says
/// whether there has been one of a question.
pub(super) fn without_label(reading: &Reading, passage: &Passage, asked: &mut bool) -> Passage {
    let (start, end) = (passage.tokens.start, passage.tokens.end);
    let mut passage = passage.clone();
    if start + 2 >= end || !reading.tokens[start].is_word() {
        return passage;
    }
    let letters = reading.letters(start);
    let marked = reading.tokens[start + 1].is(':') || reading.tokens[start + 1].is('.');
    let question = matches!(letters.trim_end_matches('.'), "Q");
    let answer = *asked && matches!(letters.trim_end_matches('.'), "A" | "R");
    if (question || answer) && (marked || letters.ends_with('.')) {
        *asked = true;
        passage.tokens.start += 1 + usize::from(marked);
    }
    passage
}

/// `Meridian` and `Miss.` of `Meridian, Miss.`: a town, a comma and its state written short.
pub(super) fn state(reading: &Reading, at: usize, passage: &Passage) -> Option<Candidate> {
    let led = at > passage.tokens.start && reading.has(at - 1, Class::PREPOSITION.or(Class::OF));
    let town = led && reading.tokens[at].shape == Shape::Capital && at + 2 < passage.tokens.end;
    if town && reading.tokens[at + 1].is(',') && state_end(reading, at + 2, passage.tokens.end).is_some() {
        return Some(Candidate::of_kind(at..at + 1, EntityKind::Place));
    }
    let end = state_end(reading, at, passage.tokens.end)?;
    let town = at.checked_sub(2).filter(|at| passage.tokens.contains(at))?;
    let told = reading.tokens[at - 1].is(',') && reading.tokens[town].is_capital();
    told.then(|| Candidate::of_kind(at..end, EntityKind::Place))
}

/// `Vaughan’s Pub`: a house called after its owner.
pub(super) fn premises(reading: &Reading, at: usize, end: usize) -> Option<Candidate> {
    const HOUSES: [&str; 18] = [
        "pub",
        "bar",
        "grill",
        "restaurant",
        "diner",
        "cafe",
        "café",
        "inn",
        "hotel",
        "tavern",
        "steakhouse",
        "bakery",
        "pizza",
        "pizzeria",
        "theatre",
        "theater",
        "farm",
        "corner",
    ];
    let owner = reading.tokens[at].is_word()
        && reading.tokens[at].shape == Shape::Capital
        && !reading.has(at, Class::NO_NAME.or(Class::COMMON));
    let called = owner
        && at + 2 < end
        && matches!(reading.lower(at + 1), "'s")
        && reading.tokens[at + 2].is_capital()
        && HOUSES.contains(&reading.lower(at + 2));
    called.then(|| Candidate::of_kind(at..at + 3, EntityKind::Place))
}

/// The end of the state that is written short at `at`: `Miss.`, `N.Y.`.
pub(super) fn state_end(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    const STATES: [&str; 43] = [
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La",
        "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "N.C", "N.D", "N.H", "N.J", "N.M", "N.Y", "Neb",
        "Nev", "Okla", "Ont", "Ore", "Pa", "Que", "R.I", "S.C", "S.D", "Tenn", "Tex", "Va", "Vt", "Wash",
        "Wis",
    ];
    if reading.tongue(at) != Tongue::English {
        return None;
    }
    let letters = reading.letters(at);
    let stopped = at + 1 < end
        && reading.tokens[at + 1].is('.')
        && reading.tokens[at + 1].start() == reading.tokens[at].end();
    let listed = STATES.contains(&letters.trim_end_matches('.'));
    (listed && (stopped || letters.ends_with('.'))).then(|| at + 1 + usize::from(stopped))
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
