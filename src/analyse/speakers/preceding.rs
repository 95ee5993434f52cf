//! The subject that stands before a verb: over relatives, appositions, prepositions and a first verb.

use super::bare;
use super::clause::{Clause, Item};
use super::cue;
use super::foreign;
use super::subject::{
    COORDINATED, Head, Subject, apposed_name, can_speak, is_possessive, known_noun, of_sentence,
};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use crate::mark::EntityKind;
use std::ops::Range;

/// Items an apposition may have.
const APPOSITION: usize = 28;

/// The subject of a verb group that starts at item `at`, not before item `from`.
pub(super) fn before_verb(clause: &Clause, from: usize, at: usize) -> Option<Subject> {
    let mut end = at;
    let mut tries = 0;
    let mut comma = None;
    let mut relative = None;
    while end > from && tries < 6 {
        tries += 1;
        let last = end - 1;
        // `one of whom described`.
        if matches!(clause.lower(last), "whom" | "which")
            && last >= from + 2
            && clause.has(last - 1, Class::OF)
        {
            return Some(Subject { items: last - 2..end, head: Head::Somebody });
        }
        if clause.has(last, Class::RELATIVE.or(Class::ADVERB).or(Class::NEGATION).or(Class::SELF))
            && clause.name(last).is_none()
            && !clause.has(last, Class::PRONOUN)
        {
            relative = leads_relative(clause, last).then_some(last).or(relative);
            end = last;
            continue;
        }
        if clause.has(last, Class::CONJUNCTION) {
            return coordinated(clause, from, last).or_else(|| of_sentence(clause, from, at));
        }
        if clause.mark(last) == Some(',') || clause.mark(last) == Some(')') {
            let Some(start) = apposition_start(clause, from, last) else {
                let antecedent = || antecedent(clause, from, relative?);
                return apposed_before(clause, from, last).or_else(antecedent);
            };
            end = start;
            comma = Some(end);
            continue;
        }
        let subject = ending(clause, from, end)?;
        let start = subject.items.start;
        if is_governed(clause, from, &subject) {
            end = start - 1 + usize::from(clause.has(start, Class::OF));
            continue;
        }
        // `Jean-Luc Mélenchon, le candidat de …, a dit`: the name before is who it is.
        if let Head::Noun(_) = subject.head {
            if let Some(name) = named_before(clause, from, start) {
                return Some(name);
            }
            if let Some(entity) = comma.and_then(|comma| apposed_name(clause, comma)) {
                return Some(Subject { head: Head::Name(entity), ..subject });
            }
        }
        return Some(subject);
    }
    None
}

/// Whether a preposition governs what would be the subject: `dans la ville`, not `after prosecutors said`, where the
/// word leads a clause.
fn is_governed(clause: &Clause, from: usize, subject: &Subject) -> bool {
    let start = subject.items.start;
    if start <= from || subject.head == Head::Pronoun {
        return false;
    }
    let clausal = clause.tongue == Tongue::English
        && matches!(clause.lower(start - 1), "after" | "before" | "since" | "until");
    let led = clause.has(start - 1, Class::PREPOSITION.or(Class::WHERE)) && !clause.has(start - 1, Class::AS);
    led && !clausal || clause.has(start, Class::OF)
}

/// `qui`, `who`: the relative is the subject of its verb.
fn leads_relative(clause: &Clause, at: usize) -> bool {
    matches!(clause.lower(at), "qui" | "who")
}

/// `a plan backed by Idris Benali of the port union, who called`, `le maire (DVD), qui juge`: the phrase
/// right before the relative, whatever governs it.
pub(super) fn antecedent(clause: &Clause, from: usize, relative: usize) -> Option<Subject> {
    let mut end = relative;
    let comma = usize::from(end > from && clause.mark(end - 1) == Some(','));
    end -= comma;
    if end > from && clause.mark(end - 1) == Some(')') {
        let floor = from.max(end.saturating_sub(APPOSITION));
        end = (floor..end).rev().find(|&at| clause.mark(at) == Some('('))?;
    }
    if comma == 0 && end == relative {
        return None;
    }
    let subject = ending(clause, from, end)?;
    // `Idris Benali, the mayor, who said` is read as an apposition.
    let apposed =
        |subject: &Subject| subject.items.start > from && clause.mark(subject.items.start - 1) == Some(',');
    let known = |subject: &Subject| match subject.head {
        Head::Name(_) => true,
        Head::Noun(noun) => clause.has(noun, Class::ROLE.or(Class::BODY)),
        Head::Pronoun | Head::Somebody => false,
    };
    // `une carte de sa voisine, qui avait écrit`: cards do not write.
    let innermost = || {
        let start = determiner(clause, from, end - 1)?;
        Some(Subject { items: start..end, head: Head::Noun(known_noun(clause, start..end)?) })
    };
    let subject = if known(&subject) { subject } else { innermost()? };
    (!apposed(&subject)).then_some(subject)
}

/// `said that it was late, and promised`: whoever did what the verb before the conjunction at `at` reports.
fn coordinated(clause: &Clause, from: usize, at: usize) -> Option<Subject> {
    let main = cue::nearest(clause, from.max(at.saturating_sub(COORDINATED)), at)?;
    let alone = !main.dependent && main.inverted.is_none() && main.items.start > from;
    if !alone || matches!(clause.items[main.items.start - 1], Item::Quote(_)) {
        return None;
    }
    let subject = before_verb(clause, from, main.items.start)?;
    // `The clerk, when I complained, leaned in and whispered`: a clause of its own is passed over.
    let inner = subject.items.start > from && clause.has(subject.items.start - 1, Class::RELATIVE);
    (!inner).then_some(subject)
}

/// `Le capitaine en question, le talonneur Tomás Arrieta,`: the name before the comma, whatever it explains.
fn apposed_before(clause: &Clause, from: usize, comma: usize) -> Option<Subject> {
    let name =
        clause.name(comma.checked_sub(1)?).filter(|name| clause.names.kind(name) == EntityKind::Person)?;
    let items = clause.items_of(name, comma - 1);
    let governed = items.start > from && clause.has(items.start - 1, Class::OF.or(Class::PREPOSITION));
    (items.start > from && !governed).then_some(Subject { items, head: Head::Name(name.entity) })
}

/// `Karim Benali, le maire,`: the name before the comma that the phrase at item `start` follows.
fn named_before(clause: &Clause, from: usize, start: usize) -> Option<Subject> {
    let comma = start.checked_sub(1).filter(|&at| at > from && clause.mark(at) == Some(','))?;
    let name = clause.name(comma - 1).filter(|name| clause.names.kind(name) == EntityKind::Person)?;
    let items = clause.items_of(name, comma - 1);
    Some(Subject { items: items.start..comma, head: Head::Name(name.entity) })
}

/// The comma or bracket that opens what the one at `close` ends.
fn apposition_start(clause: &Clause, from: usize, close: usize) -> Option<usize> {
    let opener = if clause.mark(close) == Some(')') { '(' } else { ',' };
    let floor = from.max(close.saturating_sub(APPOSITION));
    let opens = |at: &usize| clause.mark(*at) == Some(opener);
    let speaks =
        |at: &usize| *at > from && (clause.name(*at - 1).is_some() || ending(clause, from, *at).is_some());
    (floor..close).rev().filter(opens).find(speaks)
}

/// The pronoun, name or noun phrase that ends before item `end`.
fn ending(clause: &Clause, from: usize, end: usize) -> Option<Subject> {
    let last = end.checked_sub(1).filter(|&last| last >= from)?;
    if clause.has(last, Class::PRONOUN) && clause.name(last).is_none() && !clause.has(last, Class::DETERMINER)
    {
        return Some(Subject { items: last..end, head: Head::Pronoun });
    }
    if clause.has(last, Class::SOMEBODY) && clause.name(last).is_none() {
        return Some(Subject { items: last..end, head: Head::Somebody });
    }
    if clause.lower(last) == "dernier" || clause.lower(last) == "dernière" {
        let start = last.checked_sub(1).filter(|&at| at >= from && clause.has(at, Class::DETERMINER))?;
        return Some(Subject { items: start..end, head: Head::Pronoun });
    }
    let start = match clause.name(last) {
        Some(name) => with_article(clause, from, clause.items_of(name, last).start.max(from)),
        None => {
            match determiner(clause, from, last).or_else(|| clause.is_plural_noun(last).then_some(last)) {
                Some(start) => start,
                None => {
                    let first = (from..=last)
                        .rev()
                        .take_while(|&at| bare::stranger(clause, at, at + 1).is_some())
                        .last()?;
                    return Some(Subject { items: first..end, head: Head::Somebody });
                }
            }
        }
    };
    let name = clause.name(last).map(|name| name.entity);
    let first =
        start.checked_sub(2).filter(|&at| at >= from && matches!(clause.lower(start - 1), "et" | "and"));
    if let Some(before) = first.and_then(|at| clause.name(at).map(|name| clause.items_of(name, at).start))
        && name.is_some_and(|entity| can_speak(clause, entity))
    {
        return Some(Subject { items: before.max(from)..end, head: Head::Somebody });
    }
    if let Some(entity) = name.filter(|_| !linked(clause, from, start)) {
        return can_speak(clause, entity).then_some(Subject { items: start..end, head: Head::Name(entity) });
    }
    outwards(clause, from, start..end, name)
}

/// The whole phrase whose last part is `part`, outwards over each `de`: `la porte-parole de la fédération`. `last` is
/// the entity that ends it.
fn outwards(clause: &Clause, from: usize, part: Range<usize>, last: Option<usize>) -> Option<Subject> {
    let Range { start: start_of_last, end } = part;
    let (mut start, name) = (start_of_last, last);
    let mut phrase_start = start;
    while linked(clause, from, start) {
        let own = clause.has(start, Class::OF) || foreign::is_genitive(clause, from, start);
        let before = if own { start } else { start - 1 };
        let Some(last) = before.checked_sub(1).filter(|&at| at >= from) else { break };
        start = match clause.name(last) {
            Some(name) => with_article(clause, from, clause.items_of(name, last).start.max(from)),
            None => match determiner(clause, from, last) {
                Some(start) => start,
                None => break,
            },
        };
        phrase_start = start;
    }
    // `Karl Lindqvist of Uppsala University` is the person.
    if let Some(first) = clause
        .name(phrase_start)
        .filter(|first| phrase_start < start_of_last && clause.names.kind(first) == EntityKind::Person)
    {
        return Some(Subject { items: phrase_start..end, head: Head::Name(first.entity) });
    }
    let noun = known_noun(clause, phrase_start..end).or_else(|| {
        (phrase_start + usize::from(phrase_start + 1 < end)..end)
            .find(|&at| clause.is_word(at) && !clause.has(at, Class::DETERMINER.or(Class::OF)))
    });
    match (name, noun) {
        (Some(entity), _)
            if phrase_start == start
                && clause.name(phrase_start).is_some_and(|name| name.entity == entity) =>
        {
            Some(Subject { items: phrase_start..end, head: Head::Name(entity) })
        }
        (_, Some(noun)) => Some(Subject { items: phrase_start..end, head: Head::Noun(noun) }),
        (Some(entity), None) => Some(Subject { items: phrase_start..end, head: Head::Name(entity) }),
        (None, None) => None,
    }
}

/// `the Commission` after `of`: the article belongs to the name, so that `of` is seen.
fn with_article(clause: &Clause, from: usize, start: usize) -> usize {
    // `of the consulting firm Halden`.
    let article = if start > from + 1 { determiner(clause, from, start) } else { None };
    let plain =
        |at: usize| (at + 1..start).all(|item| clause.name(item).is_none() && !clause.has(item, Class::OF));
    article.filter(|&at| at > from && clause.has(at - 1, Class::OF) && plain(at)).unwrap_or(start)
}

/// Whether `de`, `du` or `of` ties the phrase that starts at `start` to one before it.
fn linked(clause: &Clause, from: usize, start: usize) -> bool {
    let of = start > from && (clause.has(start - 1, Class::OF) || clause.has(start, Class::OF));
    start > from + 1 && (of || foreign::is_genitive(clause, from, start))
}

/// The determiner of the noun phrase whose last word is item `last`.
fn determiner(clause: &Clause, from: usize, last: usize) -> Option<usize> {
    let stops = Class::RELATIVE.or(Class::CONJUNCTION).or(Class::HAVE).or(Class::BE).or(Class::PRONOUN);
    for at in (from.max(last.saturating_sub(6))..=last).rev() {
        // `the port, whose director says`.
        if at < last && (clause.has(at, Class::DETERMINER) || clause.lower(at) == "whose") {
            return Some(at);
        }
        if at < last && at > from && is_possessive(clause, at) {
            return clause.name(at - 1).map(|name| clause.items_of(name, at - 1).start.max(from));
        }
        // `a widow of 81`.
        let breaks = !clause.is_word(at) && (at < last || clause.mark(at).is_some())
            || clause.has(at, stops)
            || clause.has(at, Class::PREPOSITION) && !clause.has(at, Class::OF);
        if breaks {
            return None;
        }
    }
    None
}
