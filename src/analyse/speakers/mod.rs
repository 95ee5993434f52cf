//! Who says each quotation.
//!
//! First the words beside it (`a déclaré Mensch`, `selon elle`, `X said`), then what is carried over
//! from its neighbours. Who a pronoun stands for is settled on the way, in reading order.

mod antecedent;
mod clause;
mod cue;
mod patterns;
mod subject;

use super::lexicon::Class;
use super::names::Names;
use super::quotes::Quote;
use super::reading::Reading;
use crate::mark::{Confidence, Quotation, QuotationKind, Speaker};
use crate::text::Span;
use antecedent::Antecedents;
use clause::{Clause, Item};
use patterns::Found;
use std::ops::Range;
use subject::Head;

/// Words from which a quotation without reporting words still counts as somebody's.
const SPOKEN: usize = 5;

/// What is known of one quotation.
#[derive(Debug, Clone, Default)]
struct Attribution {
    mention: Option<Span>,
    entity: Option<usize>,
    cue: Option<Span>,
    confidence: Option<Confidence>,
    /// The speaker is that of another quotation.
    carried: bool,
    passage: usize,
    /// It is all there is in its sentence.
    alone: bool,
    /// It opens its sentence, or follows a colon.
    opens: bool,
}

impl Attribution {
    fn is_known(&self) -> bool {
        self.mention.is_some() || self.entity.is_some()
    }

    /// The same speaker, carried over.
    fn carry(&self, confidence: Confidence) -> Self {
        let confidence = Some(confidence);
        Self { entity: self.entity, mention: self.mention, confidence, carried: true, ..Self::default() }
    }
}

/// The quotations with their speakers, in order; `None` when `pace`, told the offset reached, says so.
pub(super) fn attribute(
    reading: &Reading,
    names: &Names,
    quotes: &[Quote],
    pace: &mut dyn FnMut(usize) -> Option<()>,
) -> Option<Vec<Quotation>> {
    let mut antecedents = Antecedents::new(reading, names, quotes);
    let mut found: Vec<Attribution> = Vec::with_capacity(quotes.len());
    let mut first = 0;
    for (number, passage) in reading.passages.iter().enumerate() {
        let rest = quotes[first..].iter();
        let within = first..first + rest.take_while(|quote| quote.tokens.start < passage.tokens.end).count();
        first = within.end;
        if within.is_empty() {
            continue;
        }
        pace(quotes[within.start].span.start())?;
        let clause = Clause::new(reading, names, quotes, passage, within.clone());
        for at in (0..clause.items.len()).filter(|&at| matches!(clause.items[at], Item::Quote(_))) {
            let own = beside(&clause, &antecedents, at);
            let before =
                if own.is_known() { None } else { from_before(&clause, &antecedents, &found, at, number) };
            let attribution = match before {
                Some(source) => {
                    let cue = own.cue.or(source.cue);
                    Attribution { alone: own.alone, opens: own.opens, cue, ..source }
                }
                None => own,
            };
            if let Some(entity) = attribution.entity {
                antecedents.spoke(quotes[found.len()].tokens.end, entity);
            }
            found.push(Attribution { passage: number, ..attribution });
        }
        from_after(&clause, within, &mut found);
    }
    Some(found.into_iter().zip(quotes).map(|(found, quote)| quotation(names, quote, &found)).collect())
}

fn quotation(names: &Names, quote: &Quote, found: &Attribution) -> Quotation {
    let known = found.is_known();
    let whole = quote.is_sentence() || known && quote.capital && quote.words > 1 && found.opens;
    let kind = match (whole, known) {
        (true, _) => QuotationKind::Direct,
        (false, false) if quote.words < SPOKEN => QuotationKind::Scare,
        (false, _) => QuotationKind::Partial,
    };
    let name = found.entity.map(|entity| names.entities[entity].name.clone());
    // A speaker carried over is told by name; one without a name, by the words that stand for it.
    let mention = found.mention.filter(|_| !found.carried || name.is_none());
    Quotation {
        span: quote.span,
        kind,
        speaker: known.then_some(Speaker { mention, name }),
        cue: found.cue,
        confidence: found.confidence.unwrap_or(Confidence::Low),
    }
}

/// What the words beside the quotation at item `at` say.
fn beside(clause: &Clause, antecedents: &Antecedents, at: usize) -> Attribution {
    let (start, end) = (clause.sentence_start(at), clause.sentence_end(at));
    let blank = |item: usize| clause.mark(item).is_some();
    let alone = (start..end).all(|item| item == at || blank(item) || clause.token(item).is_none());
    let opens = at == start || clause.mark(at - 1) == Some(':');
    let none = Attribution { alone, opens, ..Attribution::default() };
    if is_scare(clause, at) {
        return none;
    }
    match patterns::beside(clause, at, start, end) {
        Some(found) => Attribution { alone, opens, ..settled(clause, antecedents, &found) },
        None => none,
    }
}

fn settled(clause: &Clause, antecedents: &Antecedents, found: &Found) -> Attribution {
    let span = |items: &Range<usize>| {
        let (first, last) = (clause.token(items.start)?, clause.token(items.end - 1)?);
        Some(clause.reading.span(first..last + 1))
    };
    let subject = found.subject.as_ref();
    let entity = subject.and_then(|subject| antecedents.entity(clause, subject));
    // The words beside it name a role or a body; which one is meant is a guess.
    let guessed = entity.is_some() && subject.is_some_and(|subject| matches!(subject.head, Head::Noun(_)));
    let confidence = if guessed { found.confidence.min(Confidence::Medium) } else { found.confidence };
    Attribution {
        mention: subject.and_then(|subject| span(&subject.items)).map(|span| pronoun_only(clause, span)),
        entity,
        cue: found.cue.as_ref().and_then(span),
        confidence: Some(confidence),
        ..Attribution::default()
    }
}

/// `il` of `-t-il`.
fn pronoun_only(clause: &Clause, span: Span) -> Span {
    let letters = span.of(clause.reading.text);
    if !letters.starts_with(['-', '\u{2010}', '\u{2011}']) {
        return span;
    }
    let pronoun = letters
        .rfind(['-', '\u{2010}', '\u{2011}'])
        .map_or(0, |at| at + letters[at..].chars().next().map_or(1, char::len_utf8));
    Span::new(span.start() + pronoun, span.end())
}

/// A word held at a distance: alone between marks, after a determiner, no reporting verb next to it.
fn is_scare(clause: &Clause, at: usize) -> bool {
    let Item::Quote(number) = clause.items[at] else { return false };
    let quote = &clause.quotes[number];
    if quote.words > 1 || quote.is_sentence() || at == 0 {
        return false;
    }
    let governed = clause.has(at - 1, Class::DETERMINER.or(Class::OF).or(Class::PREPOSITION));
    let verb = Class::FINITE.or(Class::PARTICIPLE).or(Class::GERUND).or(Class::BARE);
    let told = (at.saturating_sub(4)..at).any(|item| clause.has(item, verb));
    governed && !told
}

/// What a quotation takes from the text before it.
fn from_before(
    clause: &Clause,
    antecedents: &Antecedents,
    found: &[Attribution],
    at: usize,
    passage: usize,
) -> Option<Attribution> {
    let Item::Quote(number) = clause.items[at] else { return None };
    let quote = &clause.quotes[number];
    let start = clause.sentence_start(at);
    let previous = found.last().filter(|previous| previous.is_known() && previous.passage == passage);
    let earlier = (start..at).any(|item| clause.token(item).is_none());
    if earlier && !is_scare(clause, at) {
        return previous.map(|previous| previous.carry(Confidence::Medium));
    }
    let standing = (start..clause.sentence_end(at))
        .all(|item| item == at || clause.mark(item).is_some() || clause.token(item).is_none());
    if standing && quote.words >= 3 {
        // The sentence before: a quotation in it, else its own reporting verb.
        if start > 0 {
            let sentence = clause.sentence_start(start - 1);
            let quoted = (sentence..start).any(|item| clause.token(item).is_none());
            let told =
                || patterns::told(clause, sentence, start).map(|found| settled(clause, antecedents, &found));
            let told = if quoted { None } else { told().filter(Attribution::is_known) };
            return told.or_else(|| previous.map(|previous| previous.carry(Confidence::Medium)));
        }
        let last = found.last()?;
        let near = last.is_known() && last.passage + 1 == passage && quote.words >= SPOKEN;
        return near.then(|| last.carry(Confidence::Low));
    }
    if quote.words >= SPOKEN {
        let subject = subject::of_sentence(clause, start, at)?;
        let found = Found { subject: Some(subject), cue: None, confidence: Confidence::Low };
        return Some(settled(clause, antecedents, &found)).filter(|found| found.entity.is_some());
    }
    None
}

/// Quotations that nothing before explains take the speaker of the next one: in the same sentence
/// whatever stands between, in the next where they are a sentence by themselves.
fn from_after(clause: &Clause, within: Range<usize>, found: &mut [Attribution]) {
    let places: Vec<usize> = (0..clause.items.len()).filter(|&at| clause.token(at).is_none()).collect();
    for (place, number) in within.clone().enumerate().rev() {
        if found[number].is_known() || number + 1 >= within.end || !found[number + 1].is_known() {
            continue;
        }
        let (at, next) = (places[place], places[place + 1]);
        let same = next < clause.sentence_end(at);
        if is_scare(clause, at) || !(same || found[number].alone && clause.quotes[number].words >= 4) {
            continue;
        }
        let confidence = if same || found[number + 1].alone { Confidence::Medium } else { Confidence::Low };
        let next = found[number + 1].carry(confidence);
        let Attribution { passage, alone, opens, cue, .. } = found[number];
        found[number] = Attribution { passage, alone, opens, cue, ..next };
    }
}
