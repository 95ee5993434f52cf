//! What a quotation takes from its neighbours: the sentence before it, the quotation before or after
//! it, the turns of a dialogue.

use super::antecedent::Antecedents;
use super::clause::Clause;
use super::patterns::{self, Found};
use super::{Attribution, SPOKEN, is_scare, later, settled, subject};
use crate::analyse::lexicon::Class;
use crate::analyse::quotes::{Form, Quote};
use crate::mark::Confidence;
use std::ops::Range;

/// What a quotation takes from the text before it. `led`: reporting words without a subject lead to it.
pub(super) fn from_before(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    at: usize,
    passage: usize,
    led: bool,
) -> Option<Attribution> {
    let quote = clause.quote(at)?;
    match quote.form {
        Form::Marked => {}
        Form::Turn => return turns(clause, antecedents, found, quote, passage),
        Form::SetIn => return introduced(clause, antecedents, passage),
    }
    let start = clause.sentence_start(at);
    // A title between two quotations is nobody’s.
    let previous = found.iter().rev().take(2).find(|previous| !previous.title);
    let previous = previous.filter(|previous| previous.is_known() && previous.passage == passage);
    if let Some(other) = answer(clause, antecedents, found, at, passage) {
        return Some(other);
    }
    let earlier = (start..at).any(|item| clause.token(item).is_none());
    if earlier && !is_scare(clause, at) {
        return previous.map(|previous| previous.carry(Confidence::Medium));
    }
    let standing = (start..clause.sentence_end(at)).all(|item| {
        let small = item < at && clause.has(item, Class::CONJUNCTION.or(Class::ADVERB));
        item == at || clause.mark(item).is_some() || clause.token(item).is_none() || small
    });
    if standing && (quote.words >= 3 || quote.is_sentence()) {
        // The sentence before: a quotation in it, else its own reporting verb.
        if start > 0 {
            let sentence = clause.sentence_start(start - 1);
            let quoted = (sentence..start).any(|item| clause.token(item).is_none());
            let told =
                || patterns::told(clause, sentence, start).map(|found| settled(clause, antecedents, &found));
            let told = if quoted { None } else { told().filter(Attribution::is_known) };
            let seen = || patterns::seen(clause, sentence, start).filter(|_| !quoted);
            return told
                .or_else(|| previous.map(|previous| previous.carry(Confidence::Medium)))
                .or_else(|| seen().map(|found| settled(clause, antecedents, &found)));
        }
        if let Some(led) = introduced(clause, antecedents, passage) {
            return Some(led);
        }
        if let Some(other) = alternate(clause, found, passage) {
            return Some(other);
        }
        if let Some(told) = told_before(clause, antecedents, found, passage) {
            return Some(told);
        }
        let last = found.last()?;
        let goes_on = clause.quotes[found.len() - 1].open;
        let near = last.is_known() && last.passage + 1 == passage && (quote.words >= SPOKEN || goes_on);
        let confidence = if goes_on { Confidence::Medium } else { Confidence::Low };
        return near.then(|| last.carry(confidence));
    }
    // `Avant d’ajouter que la chose était « presque signée ».`
    if led {
        return previous.map(|previous| previous.carry(Confidence::Medium));
    }
    if quote.words >= SPOKEN {
        let subject = subject::of_sentence(clause, start, at)?;
        let found = Found { subject: Some(subject), cue: None, confidence: Confidence::Low };
        return Some(settled(clause, antecedents, &found)).filter(|found| found.entity.is_some());
    }
    None
}

/// The reporting words that end the passage before with a colon: `The statement reads:`.
fn introduced(clause: &Clause, antecedents: &Antecedents, passage: usize) -> Option<Attribution> {
    let before = clause.reading.passages.get(passage.checked_sub(1)?)?;
    let last = before.tokens.end.checked_sub(1).filter(|&last| last >= before.tokens.start)?;
    if !clause.reading.tokens[last].is(':') {
        return None;
    }
    let from = clause.quotes.partition_point(|quote| quote.tokens.start < before.tokens.start);
    let to = clause.quotes.partition_point(|quote| quote.tokens.start < before.tokens.end);
    let clause = Clause::new(clause.reading, clause.names, clause.quotes, before, from..to);
    let end = clause.items.len();
    let start = clause.sentence_start(end - 1);
    let found = patterns::told(&clause, start, end).or_else(|| {
        // `She ended with a warning:`.
        patterns::seen(&clause, start, end).map(|found| Found { confidence: Confidence::Medium, ..found })
    })?;
    Some(settled(&clause, antecedents, &found))
}

/// `Il finit par raconter comment il est venu.⏎« J’étais parti … »`: whoever reports in the last sentence of the
/// passage before, where no quotation stands in it.
fn told_before(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    passage: usize,
) -> Option<Attribution> {
    let before = clause_before(clause, found, passage)?;
    if found.last().is_some_and(|last| last.passage + 1 == passage) {
        return None;
    }
    let (start, end) = last_sentence(&before)?;
    let told = patterns::told(&before, start, end)?;
    let told = Found { confidence: Confidence::Low, cue: None, ..told };
    Some(settled(&before, antecedents, &told)).filter(|told| told.entity.is_some())
}

/// `Jeanne a retourné la brochure.⏎— Et le bouton ?`: whoever acts in the passage before the only turn.
fn seen_before(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    passage: usize,
) -> Option<Attribution> {
    let before = clause_before(clause, found, passage)?;
    let (start, end) = last_sentence(&before)?;
    let seen = patterns::seen(&before, start, end)?;
    Some(settled(&before, antecedents, &seen)).filter(|seen| seen.entity.is_some())
}

/// The passage before, read without its quotations.
fn clause_before<'a>(clause: &Clause<'a>, found: &[Attribution], passage: usize) -> Option<Clause<'a>> {
    let before = clause.reading.passages.get(passage.checked_sub(1)?)?;
    let first = found.len();
    Some(Clause::new(clause.reading, clause.names, clause.quotes, before, first..first))
}

/// The items of the last sentence, from the first of them to the end.
fn last_sentence(clause: &Clause) -> Option<(usize, usize)> {
    let end = clause.items.len();
    Some((clause.sentence_start(end.checked_sub(2)?), end))
}

/// Whether no turn follows the quotation of that number in the next passage.
fn is_last_turn(clause: &Clause, number: usize, passage: usize) -> bool {
    let next = clause.quotes.get(number + 1).filter(|next| next.form == Form::Turn);
    let after = clause.reading.passages.get(passage + 1);
    !next.zip(after).is_some_and(|(next, after)| after.tokens.contains(&next.tokens.start))
}

/// What answers a question asked in the quotation before (`« Qui ? », a demandé X. « Moi. »`), and who
/// goes on where two quotations touch: not the one who spoke last.
fn answer(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    at: usize,
    passage: usize,
) -> Option<Attribution> {
    let last = found.last().filter(|last| last.passage == passage && last.is_known())?;
    let number = found.len() - 1;
    let whole = clause.quotes[number].ended.is_some() && clause.quotes[number + 1].capital;
    let earlier = number.checked_sub(1).map(|before| &found[before]);
    let touches = at > 0 && clause.quote(at - 1).is_some() && whole;
    if touches {
        return earlier
            .filter(|earlier| {
                earlier.is_known() && earlier.passage == passage && earlier.entity != last.entity
            })
            .map(|earlier| earlier.carry(Confidence::Low));
    }
    let question = clause.quotes[number].ended == Some('?') && clause.quotes[number + 1].ended != Some('?');
    let asked = last.cue.is_some_and(|cue| {
        let words = cue.of(clause.reading.text);
        let to = words.starts_with("lui ") || words.starts_with("leur ") || words.contains("interrog");
        to || words.starts_with("nous ")
    });
    let curt = curt(clause, number + 1);
    let alone = at == clause.sentence_start(at) && clause.sentence_end(at) == at + 1;
    if !(question && alone && (asked || curt)) {
        return None;
    }
    antecedents.another(clause.quotes[number + 1].tokens.start, last.entity).map(later::carried)
}

/// `« Oui. »`, `« Non, madame. »`, or a reply that another quotation answers at once.
fn curt(clause: &Clause, number: usize) -> bool {
    let quote = &clause.quotes[number];
    let first = clause.reading.lower(quote.tokens.start + 1);
    let next = clause.quotes.get(number + 1).is_some_and(|next| next.tokens.start == quote.tokens.end);
    matches!(first, "oui" | "non" | "si" | "yes" | "no") && quote.words <= 4 || next
}

/// Paragraphs of one quotation each, of two speakers in turn: the one who spoke before the last.
fn alternate(clause: &Clause, found: &[Attribution], passage: usize) -> Option<Attribution> {
    let last = found.len().checked_sub(1)?;
    let before = last.checked_sub(1)?;
    let each = found[last].passage + 1 == passage
        && found[before].passage + 2 == passage
        && before.checked_sub(1).is_none_or(|first| found[first].passage < found[before].passage);
    let two = found[last].entity.is_some()
        && found[before].entity.is_some()
        && found[last].entity != found[before].entity;
    let whole = !clause.quotes[last].open && !clause.quotes[before].open;
    (each && two && whole).then(|| found[before].carry(Confidence::Low))
}

/// Who speaks in a turn that does not say so: the other one of the two who speak before it, or the
/// only person of the article, asked a question.
fn turns(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    quote: &Quote,
    passage: usize,
) -> Option<Attribution> {
    let number = found.len();
    let turn = |number: &usize| clause.quotes[*number].form == Form::Turn;
    let adjacent = number.checked_sub(1).is_some_and(|last| found[last].passage + 1 == passage);
    if !adjacent && is_last_turn(clause, number, passage) {
        return seen_before(clause, antecedents, found, passage);
    }
    let last = number.checked_sub(1).filter(turn).filter(|&last| found[last].passage + 1 == passage)?;
    let near = |place: &usize| found[*place].passage + 8 >= passage;
    if found[last].is_known() {
        let addressed = later::addressee(clause.reading, clause.names, &clause.quotes[last]);
        if let Some(entity) = addressed.filter(|&entity| found[last].entity != Some(entity)) {
            return Some(later::carried(entity));
        }
        let other = (0..last)
            .rev()
            .take_while(near)
            .filter(turn)
            .find(|&number| found[number].entity.is_some() && found[number].entity != found[last].entity);
        return other.map(|other| found[other].carry(Confidence::Low));
    }
    let asked = clause.quotes[last].ended == Some('?') && quote.ended != Some('?');
    let entity = antecedents.only_person(quote.tokens.start).filter(|_| asked)?;
    Some(later::carried(entity))
}

/// Quotations that nothing before explains take the speaker of the next one: in the same sentence
/// whatever stands between, in the next where they are a sentence by themselves.
pub(super) fn from_after(clause: &Clause, within: Range<usize>, found: &mut [Attribution]) {
    let places: Vec<usize> = (0..clause.items.len()).filter(|&at| clause.token(at).is_none()).collect();
    for (place, number) in within.clone().enumerate().rev() {
        if found[number].is_known() || number + 1 >= within.end || !found[number + 1].is_known() {
            continue;
        }
        let (at, next) = (places[place], places[place + 1]);
        let same = next < clause.sentence_end(at);
        if is_scare(clause, at)
            || found[number].title
            || !(same || found[number].alone && clause.quotes[number].words >= 4)
        {
            continue;
        }
        let confidence = if same || found[number + 1].alone { Confidence::Medium } else { Confidence::Low };
        let next = found[number + 1].carry(confidence);
        let Attribution { passage, alone, opens, resumes, title, cue, .. } = found[number];
        found[number] = Attribution { passage, alone, opens, resumes, title, cue, ..next };
    }
}
