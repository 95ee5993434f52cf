//! Bodies whose names hold small words (`National Endowment for the Arts`) or an adjective before the head
//! (`African Export-Import Bank`), and the party in brackets after somebody's name (`Jane Hehir (FF)`).

use super::Candidate;
use super::candidates::{is_name_word, starts_person};
use super::known::Match;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Passage, Reading, Tongue};
use crate::analyse::tokens::Shape;
use crate::mark::EntityKind;

/// Words of one run of capitals.
const RUN: usize = 6;
/// Heads that name what they are for: `Department of Health and Human Services`, `Coalition for the Homeless`.
const FIELDS: [&str; 32] = [
    "department",
    "ministry",
    "school",
    "institute",
    "office",
    "committee",
    "commission",
    "council",
    "college",
    "centre",
    "center",
    "society",
    "board",
    "campaign",
    "agency",
    "secretariat",
    "federation",
    "association",
    "union",
    "academy",
    "endowment",
    "congress",
    "alliance",
    "coalition",
    "confederation",
    "foundation",
    "fund",
    "trust",
    "network",
    "forum",
    "bureau",
    "faculty",
];
/// Heads before which an adjective says whose or which body, and not which country's: `the Israeli Supreme Court`.
const OF_STATES: [&str; 9] =
    ["government", "ministry", "army", "house", "parliament", "senate", "court", "police", "administration"];
/// Countries as sport writes them in brackets.
const NATIONS: [&str; 40] = [
    "FRA", "GBR", "USA", "GER", "ITA", "ESP", "KEN", "ETH", "JAM", "NED", "BEL", "SUI", "AUS", "CAN", "JPN",
    "CHN", "RUS", "UKR", "POL", "POR", "SWE", "NOR", "DEN", "FIN", "IRL", "NZL", "RSA", "BRA", "ARG", "CUB",
    "MAR", "ALG", "UGA", "AUT", "CZE", "SVK", "HUN", "ROU", "GRE", "TUR",
];

/// The body that starts with the word at `at`, before token `end`.
pub(super) fn of_words(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    end: usize,
) -> Option<Candidate> {
    let nation = is_nation(reading, at);
    if reading.tongue(at) != Tongue::English || !(is_name_word(reading, at) || nation) {
        return None;
    }
    if reading.has(at, Class::COMMON.or(Class::TITLE).or(Class::MAN).or(Class::WOMAN)) {
        return None;
    }
    let run = run_end(reading, at, end);
    let head = run - 1;
    let body = for_its_field(reading, known, at, run, end)
        .or_else(|| (nation && run > at + 2 && is_of_its_own(reading, known, at, head)).then_some(run))?;
    Some(Candidate::of_kind(at..body, EntityKind::Organisation))
}

/// The end of the capitals from `at` on.
fn run_end(reading: &Reading, at: usize, end: usize) -> usize {
    let stops = Class::COMMON.or(Class::PRONOUN).or(Class::TIME).or(Class::MONTH);
    let goes_on = |&at: &usize| {
        reading.tokens[at].is_word() && reading.tokens[at].is_capital() && !reading.has(at, stops)
    };
    at + 1 + (at + 1..end.min(at + RUN)).take_while(goes_on).count()
}

/// `African`, `American`: an adjective with a capital that another one follows.
fn is_nation(reading: &Reading, at: usize) -> bool {
    reading.tokens[at].shape == Shape::Capital
        && reading.has(at, Class::NO_NAME)
        && !reading.has(at, Class::COMMON.or(Class::TIME).or(Class::MONTH))
}

/// `African Export-Import Bank`: no body of a state, nor one that is known without the adjective.
fn is_of_its_own(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    head: usize,
) -> bool {
    reading.has(head, Class::INSTITUTION)
        && !OF_STATES.contains(&reading.lower(head))
        && (at + 1..=head).all(|at| known(at, head + 1).is_none())
        && !reading.has(at + 1, Class::NO_NAME.or(Class::ROLE).or(Class::TITLE))
}

/// `Endowment for the Arts`, `School of Industrial and Systems Engineering`: the end of what follows the head.
fn for_its_field(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    run: usize,
    end: usize,
) -> Option<usize> {
    let link = reading.lower(run - 1);
    if run + 1 >= end
        || !FIELDS.contains(&link)
        || !matches!(reading.lower(run), "of" | "for" | "on" | "against")
    {
        return None;
    }
    // `the Senate Committee on Tuesday`.
    let field = run + 1 + usize::from(reading.lower(run + 1) == "the");
    let named = |at: usize| {
        at < end
            && is_name_word(reading, at)
            && !reading.has(at, Class::COMMON.or(Class::TITLE).or(Class::LAW))
    };
    let somebody = |at: usize| starts_person(reading, at, end);
    let place = |at: usize| known(at, end).is_some();
    let single = run == at + 1;
    if !named(field) || somebody(field) || single && reading.lower(run) != "of" && place(field) {
        return None;
    }
    let mut after = run_end(reading, field, end);
    let joined = after + 1 < end
        && reading.lower(after) == "and"
        && named(after + 1)
        && !somebody(after + 1)
        && !place(field)
        && !place(after + 1);
    if joined {
        let last = run_end(reading, after + 1, end);
        if !reading.has(last - 1, Class::INSTITUTION) {
            after = last;
        }
    }
    Some(after)
}

/// `FF` of `Jane Hehir (FF)`: initials in brackets right after somebody's full name.
pub(super) fn party(reading: &Reading, at: usize, passage: &Passage) -> Option<Candidate> {
    let start = passage.tokens.start;
    let short = reading.tokens[at].shape == Shape::Capitals && (2..=6).contains(&reading.letters(at).len());
    if !short || at < start + 3 || at + 1 >= passage.tokens.end {
        return None;
    }
    let bracketed = reading.tokens[at - 1].is('(') && reading.tokens[at + 1].is(')');
    let capital = |at: usize| reading.tokens[at].is_word() && reading.tokens[at].shape == Shape::Capital;
    let first = |at: usize| reading.has(at, Class::MAN.or(Class::WOMAN).or(Class::TITLE));
    let full = capital(at - 2) && capital(at - 3) && (first(at - 3) || at >= start + 4 && first(at - 4));
    let own: String = (at - 3..at - 1).filter_map(|at| reading.letters(at).chars().next()).collect();
    let initials = own == reading.letters(at);
    let noun = reading.has(at, Class::NO_NAME) || reading.has_anywhere(at - 2, Class::INSTITUTION);
    (bracketed && full && !initials && !noun && !NATIONS.contains(&reading.letters(at)))
        .then(|| Candidate::of_kind(at..at + 1, EntityKind::Organisation))
}
