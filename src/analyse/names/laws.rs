//! Laws: in words before their acronym, with all their capitals (`Passenger Services (Reform) Bill`), and by what
//! they are about (`loi sur le devoir de vigilance`).

use super::Candidate;
use super::candidates::adjectives;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Reading, Tongue};
use crate::analyse::tokens::{Kind, Shape};
use crate::mark::EntityKind;

/// Words a law may have between its head and its acronym in brackets.
const WORDS: usize = 9;

/// The law that starts with the word at `at`, before token `end`.
pub(super) fn law(reading: &Reading, at: usize, end: usize) -> Option<Candidate> {
    let after = if reading.tokens[at].is_capital() {
        in_capitals(reading, at, end)
    } else {
        before_acronym(reading, at, end).or_else(|| about(reading, at, end))
    };
    Some(Candidate::of_kind(at..after?, EntityKind::Law))
}

/// `loi européenne sur l’intelligence artificielle (AI Act)`: the words before the bracket.
fn before_acronym(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    if !reading.has(at, Class::LAW) {
        return None;
    }
    let stops = Class::CONJUNCTION.or(Class::RELATIVE).or(Class::HAVE);
    let mut after = at + 1;
    while after < end.min(at + 1 + WORDS) && reading.tokens[after].is_word() && !reading.has(after, stops) {
        after += 1;
    }
    // `the bill he introduced with Sen. Petrie (R-Iowa)` is no name.
    let short = |at: usize| {
        reading.tokens[at].shape == Shape::Capitals
            || at + 1 < end && reading.has_anywhere(at + 1, Class::LAW)
    };
    let said = (at..after).any(|at| reading.has(at, Class::PRONOUN.or(Class::FINITE)));
    let named = after + 2 < end
        && after > at + 1
        && !said
        && reading.tokens[after].is('(')
        && short(after + 1)
        && reading.tokens[after + 1..end.min(after + 5)].iter().any(|token| token.is(')'));
    named.then_some(after)
}

/// `Passenger Services (Reform) Bill`, `EU Habitats Directive`, `Civil Rights Act of 1964`: capitals, perhaps one
/// of them in brackets, up to the head of a law and its year.
fn in_capitals(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let capital = |at: usize| {
        at < end && reading.tokens[at].is_word() && reading.tokens[at].is_capital() && {
            !reading.has(at, Class::PRONOUN.or(Class::TITLE).or(Class::TIME).or(Class::MONTH))
        }
    };
    if reading.tongue(at) != Tongue::English || !capital(at) || reading.has(at, Class::COMMON) {
        return None;
    }
    let (mut after, mut bracketed, mut found) = (at + 1, false, None);
    while after < end.min(at + WORDS) {
        let joins = matches!(reading.lower(after), "of" | "and" | "for" | "on") && capital(after + 1);
        if capital(after) {
            let head = reading.has(after, Class::LAW) && !capital(after + 1);
            // `Bill` is a first name as well.
            if head && (bracketed || reading.lower(after) != "bill") {
                found = Some(after + 1);
            }
            after += 1;
        } else if reading.tokens[after].is('(')
            && capital(after + 1)
            && after + 2 < end
            && reading.tokens[after + 2].is(')')
        {
            bracketed = true;
            after += 3;
        } else if !(joins && capital(after - 1)) {
            break;
        } else {
            after += 1;
        }
    }
    let law = found?;
    // Only what no other rule sees whole: brackets, a year, an adjective or a short form before.
    let dated = dated(reading, law, end);
    let led = reading.tokens[at].shape == Shape::Capitals || reading.has(at, Class::NO_NAME);
    (bracketed || dated > law || led && law > at + 2).then_some(dated)
}

/// `EU Habitats Directive`: initials that are a name of their own elsewhere.
pub(super) fn after_initials(reading: &Reading, at: usize, end: usize) -> Option<Candidate> {
    let initials = reading.tokens[at].shape == Shape::Capitals && reading.letters(at).len() < 5;
    let after = in_capitals(reading, at, end).filter(|_| initials)?;
    Some(Candidate::of_kind(at..after, EntityKind::Law))
}

/// The end of the year that follows a law which ends at `law`: `Civil Rights Act of 1964`, `Theft Act 1968`.
pub(super) fn dated(reading: &Reading, law: usize, end: usize) -> usize {
    let year =
        |at: usize| at < end && reading.tokens[at].kind == Kind::Number && reading.letters(at).len() == 4;
    let of = usize::from(law < end && reading.lower(law) == "of");
    if reading.tongue(law - 1) == Tongue::English && year(law + of) { law + of + 1 } else { law }
}

/// `loi sur le devoir de vigilance`, `loi pour un nouveau pacte ferroviaire`: a noun and what belongs to it.
fn about(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let head = reading.tongue(at) == Tongue::French && matches!(reading.lower(at), "loi" | "directive");
    // `le projet de loi sur`: not yet one.
    let draft = at > 0 && reading.has(at - 1, Class::OF);
    if !head || draft {
        return None;
    }
    let about = adjectives(reading, at + 1, end);
    if about >= end || !matches!(reading.lower(about), "sur" | "pour" | "contre") {
        return None;
    }
    let mut after = noun(reading, about + 1, end)?;
    while after < end && reading.has(after, Class::OF) {
        let Some(next) = noun(reading, after + 1, end) else { break };
        after = next;
    }
    Some(after)
}

/// The end of a noun in lower case with its article before it and its adjectives around it.
fn noun(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let small = |at: usize| at < end && reading.tokens[at].is_word() && !reading.tokens[at].is_capital();
    let mut at = at + usize::from(small(at) && reading.has(at, Class::DETERMINER));
    let new = matches!(
        if small(at) { reading.lower(at) } else { "" },
        "nouveau" | "nouvelle" | "nouveaux" | "nouvelles" | "grand" | "grande"
    );
    at += usize::from(new);
    let named = small(at)
        && (reading.class(at) == Class::NONE
            || reading.has(at, Class::NO_NAME.or(Class::BODY).or(Class::NOUNLIKE)));
    named.then(|| adjectives(reading, at + 1, end))
}
