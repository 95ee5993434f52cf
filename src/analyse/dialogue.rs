//! Speech without quotation marks: turns of a dialogue after a dash, and passages set in.

use super::lexicon::Class;
use super::reading::{Passage, Reading, Tongue};
use std::ops::Range;

/// Tokens that an incise may have before the mark that ends it.
const INCISE: usize = 24;

/// The tokens of the speech in a passage that opens with a dash (`— Oui, dit-elle en riant.`); an
/// incise at its end is left out, one inside stays. `after_turn`: the passage before is a turn.
///
/// Lists open with dashes too: without an incise, a question or a first person there must be a
/// turn before.
pub(super) fn turn(reading: &Reading, passage: &Passage, after_turn: bool) -> Option<Range<usize>> {
    let tokens = passage.tokens.clone();
    let dash = reading.tokens.get(tokens.start).and_then(|token| token.mark())?;
    let dialogues = [Tongue::French, Tongue::Spanish, Tongue::Italian, Tongue::Portuguese];
    if !dialogues.contains(&passage.tongue) || !matches!(dash, '—' | '–' | '-') || tokens.len() < 3 {
        return None;
    }
    let speech = tokens.start + 1..tokens.end;
    let apart = reading.tokens[speech.start].start() > reading.tokens[tokens.start].end();
    let incise = speech.clone().find_map(|at| incise(reading, speech.clone(), at));
    let long = dash == '—';
    let spoken = || long && sounds_spoken(reading, speech.clone()) || after_turn;
    if !(apart || long) || incise.is_none() && !(spoken() && ends_as_sentence(reading, speech.end)) {
        return None;
    }
    let end = match incise {
        Some(incise) if !goes_on(reading, &incise, speech.end) => {
            let mark = matches!(reading.tokens[incise.start - 1].mark(), Some(',' | '—' | '–'));
            incise.start - usize::from(mark)
        }
        _ => speech.end,
    };
    (end > speech.start).then_some(tokens.start..end)
}

fn is_dash(reading: &Reading, at: usize) -> bool {
    matches!(reading.tokens[at].mark(), Some('—' | '–'))
}

/// Whether a dash opens what starts at token `at`, as the press of Spain, Italy and Portugal has it.
fn is_dashed(reading: &Reading, at: usize) -> bool {
    reading.tongue(at) != Tongue::French && at.checked_sub(1).is_some_and(|before| is_dash(reading, before))
}

/// Whether the passage is set in or marked `>`: a block quotation where the one before leads to it.
pub(super) fn is_set_in(reading: &Reading, passage: &Passage, block: &str) -> bool {
    let marked = block.starts_with([' ', '\t', '\u{a0}', '\u{2003}', '>']) && !block.starts_with(" «");
    let first = reading.tokens.get(passage.tokens.start).and_then(|token| token.mark());
    marked
        && passage.tokens.len() >= 5
        && !first.is_some_and(|mark| matches!(mark, '—' | '–' | '-' | '•' | '*'))
}

/// The incise whose verb group starts at token `at`: up to the mark that ends it.
fn incise(reading: &Reading, speech: Range<usize>, at: usize) -> Option<Range<usize>> {
    let opened = at > speech.start
        && matches!(reading.tokens[at - 1].mark(), Some(',' | '?' | '!' | '…' | '—' | '–'))
        && !reading.tokens[at].is_capital();
    if !opened {
        return None;
    }
    let small = Class::CLITIC.or(Class::HAVE).or(Class::BE).or(Class::ADVERB).or(Class::INVERTED);
    let spoken = |next: usize| {
        matches!(reading.lower(next), "fait" | "fit" | "faisait" | "font")
            && next + 1 < speech.end
            && reading.has(next + 1, Class::INVERTED)
    };
    let verb = (at..speech.end.min(at + 6))
        .take_while(|&next| next == at || reading.has(next - 1, small))
        .find(|&next| reading.has(next, Class::FINITE.or(Class::PARTICIPLE)) || spoken(next))?;
    let helped = (at..verb).any(|next| reading.has(next, Class::HAVE.or(Class::BE)));
    let next = verb + 1;
    let inverted = (at..(next + 1).min(speech.end)).any(|next| reading.has(next, Class::INVERTED));
    // `—Sí —dijo—.`: the other languages need no pronoun.
    let dashed = is_dashed(reading, at);
    let silent = dashed && (next == speech.end || is_dash(reading, next) || reading.tokens[next].is('.'));
    let subject = silent
        || next < speech.end
            && (reading.tokens[next].is_capital() || reading.has(next, Class::DETERMINER.or(Class::TITLE)));
    if !(inverted || subject) || !(reading.has(verb, Class::FINITE) || helped || spoken(verb)) {
        return None;
    }
    let end = (next..speech.end.min(next + INCISE)).find(|&at| {
        matches!(reading.tokens[at].mark(), Some(',' | '.' | '!' | '?' | '…' | ':' | ';'))
            || dashed && is_dash(reading, at)
    });
    match end {
        // `Ce plan, répond-il aux attentes ?` asks.
        Some(end) if matches!(reading.tokens[end].mark(), Some('?' | '!')) => None,
        Some(end) => Some(at..end),
        None => Some(at..speech.end),
    }
}

/// Whether speech, not narration, follows an incise: `— Oui, dit-elle, nous verrons.`, not `— Oui, dit-elle, et elle
/// sortit.`
fn goes_on(reading: &Reading, incise: &Range<usize>, end: usize) -> bool {
    // `—Sí —dijo Ana, ya en la calle—. Vamos.`: a second dash brings the speech back.
    if is_dashed(reading, incise.start) {
        let back = (incise.start..end).find(|&at| is_dash(reading, at));
        return back.is_some_and(|back| (back + 1..end).any(|at| reading.tokens[at].is_word()));
    }
    let rest = incise.end + 1..end;
    if rest.is_empty() {
        return false;
    }
    if sounds_spoken(reading, rest.clone()) {
        return true;
    }
    if reading.tokens[incise.end].is(',') {
        return goes_on_after_comma(reading, incise, rest);
    }
    let told = |at: usize| is_told(reading, at, rest.end);
    !rest.clone().any(told) && !matches!(reading.lower(rest.start), "puis")
}

/// `dit-elle, nous verrons`, `dit Paul, et ce sera long`, not `dit Paul, et il sortit`, `dit Paul, la main levée`.
fn goes_on_after_comma(reading: &Reading, incise: &Range<usize>, rest: Range<usize>) -> bool {
    let bare =
        Class::DETERMINER.or(Class::GERUND).or(Class::PREPOSITION).or(Class::PARTICIPLE).or(Class::RELATIVE);
    let pronoun = incise.clone().any(|at| reading.has(at, Class::INVERTED));
    let joins = reading.has(rest.start, Class::CONJUNCTION);
    let tells = joins && rest.len() > 1 && is_third_person(reading, rest.start + 1);
    let opens = pronoun || joins || reading.has(rest.start, Class::NEGATION);
    !tells && !reading.has(rest.start, bare) && opens
}

/// `dit Paul. Puis il sortit`: at token `at` somebody is told of, not spoken to.
fn is_told(reading: &Reading, at: usize, end: usize) -> bool {
    // `il` is an article in Italian.
    is_third_person(reading, at)
        && reading.has(at, Class::PRONOUN)
        && (reading.tongue(at) != Tongue::French || (at + 1..end.min(at + 4)).any(|at| is_past(reading, at)))
}

fn is_third_person(reading: &Reading, at: usize) -> bool {
    matches!(
        reading.lower(at),
        "il" | "elle" | "ils" | "elles" | "él" | "ella" | "lui" | "lei" | "ele" | "ela"
    )
}

/// `retourna`, `sortait`, `prit`: a past tense of French, by its ending.
fn is_past(reading: &Reading, at: usize) -> bool {
    let word = reading.lower(at);
    let endings = ["ait", "aient", "it", "ut", "int", "èrent", "irent", "urent"];
    let simple = word.len() > 2 && word.ends_with('a');
    let formed = simple || word.len() > 3 && endings.iter().any(|ending| word.ends_with(ending));
    formed && reading.tokens[at].is_word() && !reading.has(at, Class::NO_PAST)
}

/// Whether somebody speaks for himself or to another there.
fn sounds_spoken(reading: &Reading, tokens: Range<usize>) -> bool {
    tokens
        .into_iter()
        .any(|at| reading.has(at, Class::SPEAKING) || matches!(reading.tokens[at].mark(), Some('?' | '!')))
}

fn ends_as_sentence(reading: &Reading, end: usize) -> bool {
    matches!(reading.tokens[end - 1].mark(), Some('.' | '!' | '?' | '…' | '»' | '”'))
}
