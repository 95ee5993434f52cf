//! The words beside a quotation that say whose it is.

use super::bare;
use super::clause::{Clause, Item};
use super::cue::{self, Cue};
use super::foreign;
use super::governed;
use super::preceding;
use super::sources;
use super::subject::{self, Head, Subject};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use crate::mark::{Confidence, EntityKind};
use std::ops::Range;

/// Items that a complement between a subject and its verb may have.
const COMPLEMENT: usize = 6;
/// Items that a noun for words, or a subject without its verb, may have.
const PHRASE: usize = 6;

/// Reporting words and who they name.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) subject: Option<Subject>,
    /// Items of the reporting words.
    pub(super) cue: Option<Range<usize>>,
    pub(super) confidence: Confidence,
}

impl Found {
    pub(super) fn sure(subject: Option<Subject>, cue: Range<usize>) -> Self {
        Self { subject, cue: Some(cue), confidence: Confidence::High }
    }
}

/// What stands right after the quotation at item `at`, else what leads to it, within its sentence.
pub(super) fn beside(clause: &Clause, at: usize, start: usize, end: usize) -> Option<Found> {
    let introduced = at > start && clause.has(at - 1, Class::DETERMINER.or(Class::OF).or(Class::PREPOSITION));
    governed::passive(clause, start, at, end)
        .or_else(|| if is_object(clause, at, start) { leading(clause, at, start, end) } else { None })
        .or_else(|| gapped(clause, at, start))
        .or_else(|| foreign::closing(clause, at, start, end))
        .or_else(|| following(clause, at, end, introduced))
        .or_else(|| headed(clause, at))
        .or_else(|| leading(clause, at, start, end))
        .or_else(|| announced(clause, at, start))
}

/// `une affaire qu’elle juge « … », a remercié`: the verb right before has the quotation for its object.
fn is_object(clause: &Clause, at: usize, start: usize) -> bool {
    let small = Class::OF.or(Class::DETERMINER).or(Class::AS).or(Class::ADVERB);
    let part = clause.quote(at).is_some_and(|quote| !quote.capital && quote.ended != Some('?'));
    let verb = (start..at).rev().take(4).find(|&item| !clause.has(item, small));
    part && verb.and_then(|verb| cue::nearest(clause, verb, verb + 1)).is_some()
}

/// Whether the quotation at item `at` is what a passive with its agent says.
pub(super) fn is_passive(clause: &Clause, at: usize) -> bool {
    governed::passive(clause, clause.sentence_start(at), at, clause.sentence_end(at)).is_some()
}

/// `…, a-t-il dit` `…, a déclaré X` `…, X a dit` `…, selon X`.
fn following(clause: &Clause, at: usize, end: usize, introduced: bool) -> Option<Found> {
    let Item::Quote(number) = clause.items[at] else { return None };
    let quote = &clause.quotes[number];
    let mut next = at + 1;
    // After `?` and `!`, and after a full stop in English, a short attribution may follow with a capital.
    let split = next >= end && quote.ended.is_some();
    let end = if split { clause.sentence_end(next.min(clause.items.len())) } else { end };
    let end = end.min(clause.items.len());
    while next < end && matches!(clause.mark(next), Some(',' | '!' | '?' | '…' | '–' | '—' | ')')) {
        next += 1;
    }
    let comma = next > at + 1 || quote.ended.is_some() || quote.comma;
    if next >= end || introduced && !comma {
        return None;
    }
    let as_said = clause.has(next, Class::AS) && clause.name(next).is_none();
    let next =
        next + usize::from(as_said) + usize::from(as_said && matches!(clause.lower(next + 1), "que" | "qu'"));
    let source = sources::according(clause, next, end);
    if let Some(found) = source.or_else(|| foreign::following(clause, next, end)) {
        return (!split).then_some(found);
    }
    if let Some(cue) = cue::starting(clause, next, end).filter(|cue| !cue.dependent) {
        // After a full stop a verb with a capital begins a new sentence.
        let found = inverted(clause, cue, end);
        // `X, who has called her “…,” said the hospitals were failing`: no inversion.
        let object = found.subject.as_ref().is_some_and(|subject| {
            clause.tongue == Tongue::English
                && clause.has(subject.items.end, Class::BE.or(Class::HAVE).or(Class::MODAL))
        });
        return (!split && !object).then_some(found);
    }
    if let Some(found) = if comma && !split { open_verb(clause, next, end) } else { None } {
        return Some(found);
    }
    let subject = subject::starting(clause, next, end)
        .or_else(|| bare::plural(clause, next, end))
        .or_else(|| bare::stranger(clause, next, end))?;
    let subject = bare::joined(clause, subject, end);
    let subject = bare::with_complement(clause, subject, end);
    let verb = after_apposition(clause, subject.items.end, end);
    // `a man in the back row shouted`: the verb may come after a complement.
    let complement = clause.has(verb, Class::PREPOSITION.or(Class::OF));
    let last = if complement { end.min(verb + COMPLEMENT) } else { verb + 1 };
    let cue = (verb..last)
        .take_while(|&item| item == verb || clause.is_word(item))
        .find_map(|item| cue::starting(clause, item, end).or_else(|| past(clause, item, quote.comma)))
        .filter(|cue| !cue.dependent && cue.inverted.is_none())?;
    // `“….” She adds, …` begins a new sentence; `“…!” Smith said.` does not.
    let stops = cue.items.end >= clause.items.len() || matches!(clause.mark(cue.items.end), Some('.' | ';'));
    let certain = !split
        || stops
        || matches!(quote.ended, Some('?' | '!' | '…')) && matches!(subject.head, Head::Name(_));
    (certain && (comma || !split)).then(|| Found::sure(Some(subject), cue.items))
}

/// `“…,” Quinn bellowed`, `“…,” Quinn shot back`: an English past form that ends the attribution.
fn past(clause: &Clause, at: usize, comma: bool) -> Option<Cue> {
    let word = clause.lower(at);
    let class = clause.token(at).map_or(Class::NONE, |token| clause.reading.class(token));
    let shot = word == "shot" && clause.lower(at + 1) == "back";
    let formed = class == Class::NONE && word.len() > 4 && word.ends_with("ed");
    let after = at + 1 + usize::from(shot);
    let ends = after >= clause.items.len()
        || clause.mark(after).is_some()
        || clause.has(after, Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME));
    let cue = Cue { items: at..after, inverted: None, dependent: false };
    (clause.tongue == Tongue::English && comma && (formed && ends || shot)).then_some(cue)
}

/// `« … », attaque d’entrée X`: after a quotation any French verb reports, where somebody follows it.
fn open_verb(clause: &Clause, at: usize, end: usize) -> Option<Found> {
    if clause.tongue != Tongue::French {
        return None;
    }
    let small = Class::REFLEXIVE.or(Class::HAVE).or(Class::BE).or(Class::ADVERB);
    let verb = (at..end.min(at + 4)).find(|&item| !clause.has(item, small))?;
    let plain = clause.token(verb).is_some_and(|token| {
        let endings = ["e", "a", "ait", "it", "ut", "int", "ent", "é", "i", "u"];
        let class = clause.reading.class(token);
        let unknown = class == Class::NONE || class.has(Class::FINITE.or(Class::PARTICIPLE));
        let word = clause.reading.lower(token);
        let formed = endings.iter().any(|ending| word.ends_with(ending));
        unknown && formed && word.len() > 2 && !clause.reading.tokens[token].is_capital()
    });
    let subject =
        subject::after_verb(clause, verb + 1, end).filter(|_| plain && clause.name(verb).is_none())?;
    let near = subject.items.start <= verb + 4;
    let somebody = match subject.head {
        Head::Name(entity) => clause.names.entities[entity].kind == EntityKind::Person,
        Head::Noun(noun) => clause.has(noun, Class::ROLE),
        Head::Pronoun | Head::Somebody => false,
    };
    (near && somebody).then(|| Found {
        subject: Some(subject),
        cue: Some(at..verb + 1),
        confidence: Confidence::Medium,
    })
}

/// `« … » : X, glaciologue`, `« … » (X)`, `« … » — X`: headings, and words set above an article.
fn headed(clause: &Clause, at: usize) -> Option<Found> {
    let person =
        |item: &usize| clause.name(*item).is_some_and(|name| clause.names.kind(name) == EntityKind::Person);
    let length = clause.items.len();
    let within = match clause.mark(at + 1) {
        Some(':') if at == 0 => at + 2..length.min(at + 10),
        Some('(' | '—' | '–') => at + 2..length.min(at + 4),
        // Nothing but who it is follows.
        Some(',') if at == 0 && length <= 14 => at + 2..length.min(at + 4),
        _ => return None,
    };
    let name = within.into_iter().find(person)?;
    let subject = subject::starting(clause, name, clause.items.len())?;
    Some(Found { subject: Some(subject), cue: None, confidence: Confidence::Medium })
}

/// `a déclaré X`, `a-t-il dit`, `said X`.
fn inverted(clause: &Clause, cue: Cue, end: usize) -> Found {
    let subject = match cue.inverted {
        Some(pronoun) => Some(Subject { items: pronoun..pronoun + 1, head: Head::Pronoun }),
        None => subject::after_verb(clause, cue.items.end, end),
    };
    if subject.is_none()
        && let Some(found) = foreign::unnamed(clause, &cue)
    {
        return found;
    }
    Found::sure(subject, cue.items)
}

/// Where the verb of a subject that ends at `at` may start: after `(D-Mo.)` or an apposition.
fn after_apposition(clause: &Clause, at: usize, end: usize) -> usize {
    let closer = match clause.mark(at) {
        Some(',') => ',',
        Some('(') => ')',
        _ => return at,
    };
    (at + 1..end.min(at + 24)).find(|&next| clause.mark(next) == Some(closer)).map_or(at, |close| close + 1)
}

/// The nearest reporting words before the quotation.
fn leading(clause: &Clause, at: usize, start: usize, end: usize) -> Option<Found> {
    let limit = (start..at).rev().find(|&item| clause.mark(item) == Some(';')).map_or(start, |item| item + 1);
    let verb = cue::nearest(clause, limit, at);
    let from = verb.as_ref().map_or(limit, |cue| cue.items.end);
    if let Some(source) = sources::before(clause, from, limit, at, verb.as_ref()) {
        return Some(source);
    }
    if let Some(found) = noun(clause, limit, at).or_else(|| governed::valued(clause, from, at)) {
        return Some(found);
    }
    let cue = match (governed::weak(clause, from, at), verb) {
        // `refusant toutefois de parler de « … »`: one verb leads the other.
        (Some(weak), Some(verb)) if governed::leads(clause, &verb, &weak) => {
            Cue { items: verb.items.start..weak.items.end, ..verb }
        }
        (weak, verb) => weak.or(verb)?,
    };
    // Between the verb and the quotation there is one thought: another sentence’s worth of commas is none.
    let commas = (cue.items.end..at).filter(|&item| clause.mark(item) == Some(',')).count();
    if commas > 3 {
        return None;
    }
    let found = of_cue(clause, cue.clone(), limit, at);
    // `Évoquant « … », X a quitté la salle`: the subject comes after.
    let comma = usize::from(clause.mark(at + 1) == Some(','));
    let closed = comma == 1 || clause.quote(at).is_some_and(|quote| quote.comma);
    let after = cue.dependent && found.subject.is_none() && closed;
    let subject = if after { subject::starting(clause, at + 1 + comma, end) } else { None };
    Some(match subject {
        Some(subject) => Found { subject: Some(subject), ..found },
        None => found,
    })
}

fn of_cue(clause: &Clause, cue: Cue, start: usize, at: usize) -> Found {
    if let Some(pronoun) = cue.inverted {
        return Found::sure(Some(Subject { items: pronoun..pronoun + 1, head: Head::Pronoun }), cue.items);
    }
    if let Some(found) = foreign::bracketed(clause, &cue, start) {
        return found;
    }
    if let Some(subject) = interposed(clause, &cue, start, at) {
        return Found::sure(Some(subject), cue.items);
    }
    let subject = if cue.dependent {
        main_subject(clause, &cue, start)
    } else {
        // `« A », a dit X, « B »`: the subject follows its verb.
        let before = cue.items.start.checked_sub(1).filter(|&item| item >= start);
        let after = before.map(|item| item - usize::from(item > start && clause.mark(item).is_some()));
        let quoted = after.is_some_and(|item| clause.quote(item).is_some());
        preceding::before_verb(clause, start, cue.items.start)
            .or_else(|| if quoted { subject::after_verb(clause, cue.items.end, at) } else { None })
    };
    // A relative clause without commas stands between: `a man who asked not to be named said`.
    let far = subject.is_none();
    let subject = subject.or_else(|| subject::of_sentence(clause, start, cue.items.start));
    let confidence = if far { Confidence::Medium } else { Confidence::High };
    Found { subject, cue: Some(cue.items), confidence }
}

/// `La station, a reconnu sa directrice, vit « … »`: verb and subject between two commas.
fn interposed(clause: &Clause, cue: &Cue, start: usize, at: usize) -> Option<Subject> {
    let mut before = cue.items.start.checked_sub(1).filter(|&item| item >= start)?;
    // `Comme le résume X, « … »`, `est, ainsi que l’a dit X, « … »`.
    let as_said = (before.saturating_sub(1).max(start)..=before)
        .find(|&item| clause.has(item, Class::AS) && clause.name(item).is_none());
    if let Some(item) = as_said {
        before = item.saturating_sub(1);
    }
    let opens = as_said.is_some_and(|item| item == start) || clause.mark(before) == Some(',');
    if cue.dependent || !opens {
        return None;
    }
    let subject = subject::starting(clause, cue.items.end, at)?;
    let closed = clause.mark(subject.items.end) == Some(',') || as_said == Some(start);
    (closed && subject.head != Head::Pronoun).then_some(subject)
}

/// The subject of a participle: that of the verb before it, else of the sentence.
fn main_subject(clause: &Clause, cue: &Cue, start: usize) -> Option<Subject> {
    // `X y voyant « … »`: a name right before is its own subject.
    let own = cue
        .items
        .start
        .checked_sub(1)
        .filter(|&item| item > start)
        .and_then(|item| Some((clause.name(item)?, item)));
    if let Some((name, item)) = own {
        let items = clause.items_of(name, item);
        return Some(Subject { items: items.start..cue.items.start, head: Head::Name(name.entity) });
    }
    let main = cue::nearest(clause, start, cue.items.start).filter(|main| !main.dependent);
    main.and_then(|main| {
        let quoted = main.items.start > start
            && (clause.token(main.items.start - 1).is_none()
                || main.items.start > start + 1
                    && clause.mark(main.items.start - 1).is_some()
                    && clause.token(main.items.start - 2).is_none());
        match main.inverted {
            Some(pronoun) => Some(Subject { items: pronoun..pronoun + 1, head: Head::Pronoun }),
            None if quoted => subject::after_verb(clause, main.items.end, cue.items.start),
            None => preceding::before_verb(clause, start, main.items.start),
        }
    })
    .or_else(|| subject::of_sentence(clause, start, cue.items.start))
}

/// `sa devise : « … »`, `avec pour mot d’ordre « … »`: a noun for words, and whose they are.
fn noun(clause: &Clause, start: usize, at: usize) -> Option<Found> {
    let end = at.checked_sub(usize::from(at > start && clause.mark(at - 1) == Some(':')))?;
    let noun =
        (start.max(end.saturating_sub(PHRASE))..end).rev().find(|&item| clause.has(item, Class::WORDS))?;
    let complement = (noun + 1..end).all(|item| clause.is_word(item) && clause.name(item).is_none());
    let last = noun.checked_sub(1).filter(|&item| item >= start)?;
    let near = noun + 3 >= end && complement && !(noun..end).any(|item| clause.has(item, Class::FINITE));
    if clause.lower(last) == "pour" && near {
        return Some(Found::sure(subject::of_sentence(clause, start, last), last..end));
    }
    // `sa nouvelle devise`.
    let owner = last - usize::from(last > start && !clause.has(last, Class::DETERMINER));
    (sources::is_possessive(clause, owner) && near)
        .then(|| Found::sure(Some(sources::owner(clause, owner)), noun..end))
}

/// `La Ligue salue « un bâtisseur », le club « un grand monsieur »`: the verb of the quotation before.
fn gapped(clause: &Clause, at: usize, start: usize) -> Option<Found> {
    let before = (start..at).rev().take(PHRASE + 2).find(|&item| clause.quote(item).is_some())?;
    let comma = matches!(clause.mark(before + 1), Some(',' | ';'));
    let first = before + 1 + usize::from(comma);
    let first = first + usize::from(clause.has(first, Class::CONJUNCTION));
    let apart = first > before + 1 || clause.quote(before).is_some_and(|quote| quote.comma);
    let subject = subject::starting(clause, first, at).filter(|_| apart)?;
    let small = |item: usize| clause.has(item, Class::OF.or(Class::PREPOSITION).or(Class::DETERMINER));
    let whole = (subject.items.end..at).all(small) && at <= subject.items.end + 2;
    let known = match subject.head {
        Head::Name(_) => true,
        Head::Noun(noun) => clause.has(noun, Class::ROLE.or(Class::BODY)),
        Head::Pronoun | Head::Somebody => false,
    };
    let verb = || governed::weak(clause, start, before).or_else(|| cue::nearest(clause, start, before));
    let verb = if whole && known { verb() } else { None }?;
    Some(Found { subject: Some(subject), cue: Some(verb.items), confidence: Confidence::Medium })
}

/// `Mensch : « … »`, `Réponse du ministre : « … »`.
fn announced(clause: &Clause, at: usize, start: usize) -> Option<Found> {
    let colon = at.checked_sub(1).filter(|&item| item > start && clause.mark(item) == Some(':'))?;
    if let Some(found) = sources::answer(clause, start, colon) {
        return Some(found);
    }
    let Some(subject) = subject::starting(clause, start, colon) else {
        return seen(clause, start, colon).map(|found| Found { confidence: Confidence::Medium, ..found });
    };
    let whole = subject.items.end == colon && !matches!(subject.head, Head::Pronoun);
    if whole {
        let subject = Some(felt_by(clause, subject));
        return Some(Found { subject, cue: None, confidence: Confidence::Medium });
    }
    // `L’intéressée a lu les deux articles : « … »`: whoever acts there speaks.
    seen(clause, start, colon).map(|found| Found { confidence: Confidence::Medium, ..found })
}

/// `La colère de Claire Denoual : « … »`, `Tom Okafor’s answer: “…”`: the person of a phrase about no person.
fn felt_by(clause: &Clause, subject: Subject) -> Subject {
    let Head::Noun(noun) = subject.head else { return subject };
    let mut names = subject.items.clone().filter_map(|item| clause.name(item));
    let person = names.find(|name| clause.names.kind(name) == EntityKind::Person);
    match person.filter(|_| !clause.has(noun, Class::ROLE.or(Class::BODY))) {
        Some(person) => Subject { head: Head::Name(person.entity), ..subject },
        None => subject,
    }
}

/// The subject of a sentence without reporting words, for a quotation that follows it.
pub(super) fn seen(clause: &Clause, start: usize, end: usize) -> Option<Found> {
    let subject = subject::of_sentence(clause, start, end)?;
    // `Mary Quinn’s message to staff was simple.`
    let worded = matches!(subject.head, Head::Noun(noun) if clause.has(noun, Class::WORDS));
    let subject = if worded { felt_by(clause, subject) } else { subject };
    let person = match subject.head {
        Head::Pronoun => clause.has(subject.items.start, Class::HE.or(Class::SHE)),
        Head::Name(entity) => clause.names.entities[entity].kind == EntityKind::Person,
        Head::Noun(noun) => clause.has(noun, Class::ROLE),
        Head::Somebody => false,
    };
    person.then_some(Found { subject: Some(subject), cue: None, confidence: Confidence::Low })
}

/// The reporting verb of a sentence without quotation, for one that follows it.
pub(super) fn told(clause: &Clause, start: usize, end: usize) -> Option<Found> {
    let cue = cue::nearest(clause, start, end)?;
    let found = of_cue(clause, cue, start, end);
    Some(Found { confidence: Confidence::Medium, ..found }).filter(|found| found.subject.is_some())
}
