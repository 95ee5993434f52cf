//! Dates and amounts.

use crate::analyse::lexicon::Class;
use crate::analyse::reading::Reading;
use crate::analyse::tokens::Kind;
use crate::mark::EntityKind;
use std::ops::Range;

/// The date or amount that starts at token `at`, before token `end`: its kind and the token after it.
pub(super) fn landmark(reading: &Reading, at: usize, end: usize) -> Option<(EntityKind, usize)> {
    date(reading, at, end)
        .map(|after| (EntityKind::Date, after))
        .or_else(|| amount(reading, at, end).map(|after| (EntityKind::Amount, after)))
}

/// `14 mars 2026`, `1er mai`, `mars 2026`, `March 14, 2026`, `14 March`, `2026`.
fn date(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let month = |index: usize| index < end && reading.has(index, Class::MONTH);
    let year = |index: usize| index < end && is_year(reading, index);
    if is_day(reading, at) && month(at + 1) {
        return Some(if year(at + 2) { at + 3 } else { at + 2 });
    }
    // `3 de octubre de 2025`.
    let of = |index: usize| index < end && reading.has(index, Class::OF) && reading.lower(index) == "de";
    if is_day(reading, at) && of(at + 1) && month(at + 2) {
        return Some(if of(at + 3) && year(at + 4) { at + 5 } else { at + 3 });
    }
    if month(at) {
        if at + 1 < end && is_day(reading, at + 1) {
            let comma = at + 2 < end && reading.tokens[at + 2].is(',');
            let after = at + 2 + usize::from(comma);
            return Some(if year(after) { after + 1 } else { at + 2 });
        }
        return year(at + 1).then_some(at + 2);
    }
    // A bare year stands after a preposition or in brackets; elsewhere it may count anything.
    let led = at > 0
        && (reading.has(at - 1, Class::PREPOSITION.or(Class::OF).or(Class::WHERE))
            || reading.tokens[at - 1].is('('));
    let counted = at + 1 < end && reading.tokens[at + 1].is_word() && !reading.has(at + 1, Class::COMMON);
    (led && !counted && year(at)).then_some(at + 1)
}

fn is_day(reading: &Reading, at: usize) -> bool {
    let letters = reading.lower(at);
    let digits = letters.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.');
    let ordinal = matches!(&letters[digits.len()..], "" | "." | "º" | "er" | "st" | "nd" | "rd" | "th");
    ordinal && matches!(digits.parse::<u8>(), Ok(1..=31))
}

fn is_year(reading: &Reading, at: usize) -> bool {
    let letters = reading.letters(at);
    letters.len() == 4 && matches!(letters.parse::<u16>(), Ok(1000..=2199))
}

/// `38 %`, `412 millions d’euros`, `$3 billion`, `€40m`, `700 000 euros`, `12 km`.
fn amount(reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let currency =
        |index: usize| index < end && matches!(reading.tokens[index].mark(), Some('€' | '$' | '£' | '¥'));
    let number = |index: usize| index < end && reading.tokens[index].kind == Kind::Number;
    let prefixed = currency(at) && number(at + 1);
    if !prefixed && !number(at) {
        return None;
    }
    let mut after = at + 1 + usize::from(prefixed);
    let magnitude = after < end && reading.has(after, Class::MAGNITUDE);
    after += usize::from(magnitude);
    if after < end && reading.tokens[after].is('%') || currency(after) {
        return Some(after + 1);
    }
    let linked = magnitude && after + 1 < end && reading.has(after, Class::OF);
    let unit = after + usize::from(linked);
    if unit < end && reading.has(unit, Class::UNIT) {
        return Some(unit + 1);
    }
    (prefixed || magnitude).then_some(after)
}

/// Whether a token of the range is a number: such a name is no person.
pub(super) fn has_number(reading: &Reading, tokens: Range<usize>) -> bool {
    reading.tokens[tokens].iter().any(|token| token.kind == Kind::Number)
}
