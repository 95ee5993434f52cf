//! Who says each quotation.
//!
//! First the words beside it (`a déclaré Mensch`, `selon elle`, `X said`), then what is carried over
//! from its neighbours. Who a pronoun stands for is settled on the way, in reading order.

mod antecedent;
mod bare;
mod carried;
mod clause;
mod cue;
mod designated;
mod foreign;
mod gender;
mod governed;
mod groups;
mod incise;
mod labels;
mod later;
mod patterns;
mod preceding;
mod roles;
mod sources;
mod subject;
mod titles;

use super::lexicon::Class;
use super::names::{Gender, Names};
use super::quotes::{Form, Quote};
use super::reading::{Reading, Tongue};
use crate::mark::{Confidence, Quotation, QuotationKind, Speaker};
use crate::text::Span;
use antecedent::{Antecedents, Wanted};
use carried::{from_after, from_before};
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
    /// It is the title of a work.
    title: bool,
    /// It goes on with a quotation that an incise interrupts.
    resumes: bool,
    /// A role whose verb goes on with what somebody has said before: `poursuit le négociant`.
    continues: Option<Wanted>,
    /// What a pronoun says of the one it stands for.
    gender: Option<Gender>,
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
            let mut own = beside(&clause, &antecedents, at);
            if own.entity.is_none() {
                own.entity = continued(&antecedents, &own, found.last(), number);
            }
            let before = if own.is_known() || own.title {
                None
            } else {
                from_before(&clause, &antecedents, &found, at, number, own.cue.is_some())
            };
            let attribution = match before {
                Some(source) => {
                    let cue = own.cue.or(source.cue);
                    Attribution {
                        alone: own.alone,
                        opens: own.opens,
                        resumes: own.resumes,
                        title: own.title,
                        cue,
                        ..source
                    }
                }
                None => own,
            };
            if attribution.is_known() {
                antecedents.learn(number, attribution.entity, attribution.gender);
                antecedents.spoke(quotes[found.len()].tokens.end, attribution.entity);
            }
            found.push(Attribution { passage: number, ..attribution });
        }
        from_after(&clause, within, &mut found);
    }
    later::turns(reading, names, quotes, &mut found);
    later::recurring(reading, quotes, &mut found);
    let titles = titles::titles(reading, quotes, &found);
    let mut quotations: Vec<Quotation> = Vec::with_capacity(quotes.len());
    for ((found, quote), title) in found.iter().zip(quotes).zip(titles) {
        let interrupted = quotations.last().is_some_and(|last| last.kind == QuotationKind::Direct);
        if !title {
            quotations.push(quotation(names, quote, found, interrupted));
        }
    }
    Some(quotations)
}

/// `« … », dit X. « … », poursuit le négociant`: who spoke in the quotation before, where the role may be theirs.
fn continued(
    antecedents: &Antecedents,
    own: &Attribution,
    last: Option<&Attribution>,
    passage: usize,
) -> Option<usize> {
    let wanted = own.continues?;
    let last = last.filter(|last| last.passage == passage)?;
    last.entity.filter(|&entity| antecedents.fits(entity, wanted))
}

/// `interrupted`: the quotation before gives whole sentences.
fn quotation(names: &Names, quote: &Quote, found: &Attribution, interrupted: bool) -> Quotation {
    let known = found.is_known();
    // `“Space,” she says`: one word may be all that is said.
    let attributed = quote.words > 1 || found.cue.is_some_and(|cue| cue.start() > quote.span.end());
    let opening = known && quote.capital && attributed && found.opens;
    let whole = quote.is_sentence() || opening || found.resumes && interrupted;
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
        speaker: known.then_some(Speaker { mention, name, carried: found.carried }),
        cue: found.cue,
        confidence: found.confidence.unwrap_or(Confidence::Low),
    }
}

/// What the words beside the quotation at item `at` say.
fn beside(clause: &Clause, antecedents: &Antecedents, at: usize) -> Attribution {
    let (start, end) = (clause.sentence_start(at), clause.sentence_end(at));
    let blank = |item: usize| clause.mark(item).is_some();
    let alone = (start..end).all(|item| item == at || blank(item) || clause.token(item).is_none());
    let opens = at == start || clause.mark(at - 1) == Some(':') || follows_abbreviation(clause, at);
    let second = (start..at).any(|item| clause.quote(item).is_some());
    let resumes =
        second && clause.mark(at - 1) == Some(',') && clause.quote(at).is_some_and(|quote| !quote.capital);
    let none = Attribution { alone, opens, resumes, ..Attribution::default() };
    if is_scare(clause, at) {
        let title = clause.quote(at).is_some_and(|quote| titles::is_title(clause, at, quote));
        return Attribution { title, ..none };
    }
    let inside = clause.quote(at).filter(|quote| has_incises(clause.tongue) && quote.words >= 3);
    if let Some(inside) = inside.map(|quote| clause.inside(quote))
        && let Some(found) = incise::incise(&inside)
    {
        return Attribution { alone, opens, resumes, ..settled(&inside, antecedents, &found) };
    }
    match patterns::beside(clause, at, start, end) {
        Some(found) => Attribution { alone, opens, resumes, ..settled(clause, antecedents, &found) },
        None => Attribution { title: titles::is_inside(clause, at, start, end), ..none },
    }
}

/// `10:45 p.m. “It’s over,” …`: a full stop that may end a sentence too.
fn follows_abbreviation(clause: &Clause, at: usize) -> bool {
    clause.token(at - 1).is_some_and(|token| clause.reading.letters(token).ends_with('.'))
}

/// Whether the press there sets the reporting words inside the marks.
fn has_incises(tongue: Tongue) -> bool {
    tongue == Tongue::French || foreign::drops_pronouns(tongue)
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
    // A verb that stands for its subject (`ha detto`) is no mention of anybody.
    let shown = subject.filter(|subject| found.cue.as_ref() != Some(&subject.items));
    let continuing =
        found.cue.clone().is_some_and(|mut cue| cue.any(|item| clause.has(item, Class::CONTINUING)));
    let continues = subject.filter(|_| continuing).and_then(|subject| match subject.head {
        Head::Noun(noun) if clause.has(noun, Class::ROLE) => designated::by_noun(clause, subject, noun),
        _ => None,
    });
    let confidence = if guessed { found.confidence.min(Confidence::Medium) } else { found.confidence };
    Attribution {
        mention: shown.and_then(|subject| span(&subject.items)).map(|span| pronoun_only(clause, span)),
        entity,
        cue: found.cue.as_ref().and_then(span),
        confidence: Some(confidence),
        continues,
        gender: subject.and_then(|subject| antecedent::gender_of(clause, subject)),
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
    let Some(quote) = clause.quote(at) else { return false };
    let named =
        at >= 2 && quote.form == Form::Marked && (is_so_called(clause, at) || is_named(clause, at, quote));
    if named || titles::is_title(clause, at, quote) {
        return true;
    }
    if quote.words > 1 || quote.is_sentence() || at == 0 {
        return false;
    }
    let governed = clause.has(at - 1, Class::DETERMINER.or(Class::OF).or(Class::PREPOSITION));
    let verb = Class::FINITE.or(Class::PARTICIPLE).or(Class::GERUND).or(Class::BARE).or(Class::WEAK);
    let incise =
        clause.mark(at + 1) == Some(',') && (at + 2..at + 6).any(|item| clause.has(item, Class::INVERTED));
    let passive = || patterns::is_passive(clause, at);
    // `dismissed a first approach as “…”`.
    let reach = if matches!(clause.lower(at - 1), "as" | "comme") { 8 } else { 4 };
    let told = incise || (at.saturating_sub(reach)..at).any(|item| clause.has(item, verb));
    governed && !told && !passive()
}

/// `un puits surnommé « Dubaï »`, `ses clients l’appellent « le Capitaine »`, `on parle d’« ajustement »`: a
/// name given, nothing said.
fn is_named(clause: &Clause, at: usize, quote: &Quote) -> bool {
    let generic = clause.has(at - 1, Class::OF)
        && at > 2
        && clause.has(at - 2, Class::WEAK)
        && matches!(clause.lower(at - 3), "on")
        && quote.words == 1;
    (clause.has(at - 1, Class::NAMING) || generic) && quote.words <= 3 && quote.ended.is_none()
}

/// `un quartier dit « … »`, `a so-called “…”`.
fn is_so_called(clause: &Clause, at: usize) -> bool {
    let said = matches!(clause.lower(at - 1), "dit" | "dite" | "dits" | "dites" | "so-called" | "soi-disant");
    let before = at - 2 - usize::from(at > 2 && clause.mark(at - 2) == Some(','));
    let speaks = Class::ROLE
        .or(Class::BODY)
        .or(Class::PRONOUN)
        .or(Class::CLITIC)
        .or(Class::HAVE)
        .or(Class::BE)
        .or(Class::RELATIVE)
        .or(Class::ADVERB)
        .or(Class::NEGATION);
    said && clause.is_word(before) && clause.name(before).is_none() && !clause.has(before, speaks)
}
