//! Titles of works between marks, which are nobody’s words: `le roman « … »`, `« … », film de X`.

use super::Attribution;
use super::clause::Clause;
use crate::analyse::lexicon::Class;
use crate::analyse::quotes::{Form, Quote};
use crate::analyse::reading::{Reading, Tongue, WordId};
use crate::mark::EntityKind;
use std::collections::HashSet;

/// Words that a title may have.
const TITLE: usize = 8;

/// Whether each quotation is a title: told so where it stands, or in another place of the article.
pub(super) fn titles(reading: &Reading, quotes: &[Quote], found: &[Attribution]) -> Vec<bool> {
    let words = |quote: &Quote| -> Vec<WordId> {
        quote.tokens.clone().filter_map(|at| reading.tokens[at].word()).collect()
    };
    let is_title = |found: &Attribution| found.title && !found.is_known();
    let known: HashSet<Vec<WordId>> = quotes
        .iter()
        .zip(found)
        .filter(|(_, found)| is_title(found))
        .map(|(quote, _)| words(quote))
        .collect();
    let again = |quote: &Quote, found: &Attribution| {
        let short = !known.is_empty() && quote.words <= TITLE && quote.capital;
        short && found.cue.is_none() && known.contains(&words(quote))
    };
    quotes.iter().zip(found).map(|(quote, found)| is_title(found) || again(quote, found)).collect()
}

/// Whether the quotation at item `at` is told to be a title: by the noun before it, or the one after it.
pub(super) fn is_title(clause: &Clause, at: usize, quote: &Quote) -> bool {
    if quote.form != Form::Marked || quote.words > TITLE || matches!(quote.ended, Some('?')) || !quote.capital
    {
        return false;
    }
    before(clause, at)
        || after(clause, at, quote)
        || within(clause, at, quote)
        || published(clause, at, quote)
}

/// Whether the quotation at item `at` reads as a title inside a sentence that reports nothing:
/// `la projection de « Ceux du barrage »`, `ten minutes of “The Salt Ledger,”`.
pub(super) fn is_inside(clause: &Clause, at: usize, start: usize, end: usize) -> bool {
    let Some(quote) = clause.quote(at).filter(|quote| quote.capital && quote.words >= 2) else {
        return false;
    };
    let embedded = at > start && at + 2 < end && quote.ended.is_none_or(|mark| mark == '!');
    let alone = quote.form == Form::Marked && quote.words <= TITLE && embedded;
    let led = at > 0
        && clause.has(at - 1, Class::OF.or(Class::PREPOSITION).or(Class::WHERE))
        && !clause.has(at - 1, Class::AS);
    let article = at > 0 && clause.has(at - 1, Class::DETERMINER);
    match clause.tongue {
        Tongue::English => alone && led && in_capitals(clause, quote),
        _ => alone && led && !article,
    }
}

/// `son roman « … »`, `Her first feature, “…,”`, `la série télévisée « … »`.
fn before(clause: &Clause, at: usize) -> bool {
    let Some(last) = at.checked_sub(1) else { return false };
    let comma = clause.mark(last) == Some(',');
    let Some(noun) = last.checked_sub(usize::from(comma)) else { return false };
    if noun == 0 || clause.name(noun).is_some() {
        return false;
    }
    let qualified =
        clause.has(noun, Class::OF) || !clause.has(noun, Class::DETERMINER.or(Class::PREPOSITION));
    clause.has(noun, Class::WORK) || qualified && clause.is_word(noun) && clause.has(noun - 1, Class::WORK)
}

/// `dans « L’Heure bleue », X`, `in “The Salt Ledger”`: a work in which something stands.
fn within(clause: &Clause, at: usize, quote: &Quote) -> bool {
    let led = at > 0 && matches!(clause.lower(at - 1), "dans" | "in");
    let closed = clause.tongue == Tongue::English || matches!(clause.mark(at + 1), Some(',' | '('));
    led && closed
        && quote.words >= 2
        && quote.ended.is_none()
        && (clause.tongue != Tongue::English || in_capitals(clause, quote))
}

/// `publie « La Part des autres » (Seuil)`, `her album, “Uphill” (1962)`: publisher or year follows.
fn published(clause: &Clause, at: usize, quote: &Quote) -> bool {
    let bracketed = clause.mark(at + 1) == Some('(') && clause.mark(at + 3) == Some(')');
    let year = clause.token(at + 2).is_some_and(|token| {
        let letters = clause.reading.letters(token);
        letters.len() == 4 && letters.bytes().all(|letter| letter.is_ascii_digit())
    });
    let reports =
        at == 0 || clause.has(at - 1, Class::FINITE.or(Class::PARTICIPLE)) || !clause.is_word(at - 1);
    let person = clause.name(at + 2).is_some_and(|name| clause.names.kind(name) == EntityKind::Person);
    bracketed && quote.ended.is_none() && (year || !reports && !person && clause.is_word(at + 2))
}

/// Whether all words of the quotation but the short ones have a capital.
fn in_capitals(clause: &Clause, quote: &Quote) -> bool {
    let mut words = quote.tokens.clone().map(|token| &clause.reading.tokens[token]);
    words.all(|token| token.mark().is_some() || token.is_capital() || token.span().len() < 4)
}

/// `« … », documentaire de X`, `« … », le long-métrage de X`, `« … », paru en janvier`.
fn after(clause: &Clause, at: usize, quote: &Quote) -> bool {
    let inside = matches!(quote.ended, None | Some('!' | '…'));
    let english = clause.tongue == Tongue::English;
    let next = at + 1 + usize::from(clause.mark(at + 1) == Some(','));
    if !inside || next == at + 1 && !english {
        return false;
    }
    let published = clause.has(next, Class::PUBLISHED);
    let noun = next + usize::from(clause.has(next, Class::DETERMINER));
    let led = next > at + 1
        && (noun..noun + 3)
            .take_while(|&item| clause.is_word(item))
            .any(|item| clause.has(item, Class::WORK));
    published || led
}
