//! Subjects that no article opens: English roles before a name, plurals, names that nobody knows, and what
//! extends a subject: a second one, the complement of a role.

use super::clause::Clause;
use super::subject::{Head, PHRASE, Subject, apposed_name, starting};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use crate::mark::EntityKind;

/// `engineer Idris Benali`, `former president Adam Kessler`: English roles stand without an article before a name.
pub(super) fn bare(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    const STOPS: Class = Class::PREPOSITION
        .or(Class::RELATIVE)
        .or(Class::HAVE)
        .or(Class::BE)
        .or(Class::MODAL)
        .or(Class::PRONOUN)
        .or(Class::DETERMINER)
        .or(Class::TIME)
        .or(Class::CONJUNCTION)
        .or(Class::NEGATION);
    if clause.tongue != Tongue::English {
        return None;
    }
    for item in at..end.min(at + PHRASE) {
        if let Some(name) = clause.name(item) {
            let person = clause.names.kind(name) == EntityKind::Person;
            if item > at && person {
                return Some(Subject {
                    items: at..clause.items_of(name, item).end,
                    head: Head::Name(name.entity),
                });
            }
            // `Newcastle defender Jonas Eke`: a name may qualify the role.
            if item == at || person {
                return None;
            }
        }
        let verb = clause.has(item, Class::FINITE.or(Class::BARE).or(Class::ADVERB))
            && !clause.has(item, Class::ROLE.or(Class::NOUNLIKE));
        if !clause.is_word(item) || clause.has(item, STOPS) || verb {
            return None;
        }
    }
    None
}

/// `officials`, `company executives`: an English subject without an article.
pub(super) fn plural(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let noun = (at..end.min(at + 4)).take_while(|&item| clause.is_word(item)).find(|&item| {
        let headline = clause.has(item, Class::ROLE) && clause.has(item + 1, Class::FINITE);
        clause.is_plural_noun(item) || headline
    })?;
    let plain = (at..noun).all(|item| {
        !clause.has(
            item,
            Class::PREPOSITION
                .or(Class::CONJUNCTION)
                .or(Class::HAVE)
                .or(Class::BE)
                .or(Class::FINITE)
                .or(Class::PRONOUN)
                .or(Class::RELATIVE),
        )
    });
    plain.then_some(Subject { items: at..noun + 1, head: Head::Noun(noun) })
}

/// `X et Y`, `X and Y`: two people speak, and neither alone.
pub(super) fn joined(clause: &Clause, subject: Subject, end: usize) -> Subject {
    let next = subject.items.end + 1;
    let both =
        matches!(subject.head, Head::Name(_)) && matches!(clause.lower(subject.items.end), "et" | "and");
    match if both { starting(clause, next, end) } else { None } {
        Some(second) if matches!(second.head, Head::Name(_)) => {
            Subject { items: subject.items.start..second.items.end, head: Head::Somebody }
        }
        _ => subject,
    }
}

/// `a spokeswoman for Halden Foods, Mary Quinn,`: what the role is for, and who has it.
pub(super) fn with_complement(clause: &Clause, subject: Subject, end: usize) -> Subject {
    let at = subject.items.end;
    let role = matches!(subject.head, Head::Noun(noun) if clause.has(noun, Class::ROLE));
    if !role || !clause.has(at, Class::PREPOSITION.or(Class::OF)) {
        return subject;
    }
    let comma = (at..end.min(at + PHRASE)).find(|&item| !clause.is_word(item));
    match comma.and_then(|comma| Some((comma, apposed_name(clause, comma)?))) {
        Some((comma, entity)) => Subject { items: subject.items.start..comma, head: Head::Name(entity) },
        None => subject,
    }
}

/// A capitalised word, or several, that stand where a subject must stand.
pub(super) fn stranger(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let known = Class::COMMON.or(Class::NO_NAME).or(Class::TIME).or(Class::MONTH);
    let capital = |item: usize| {
        clause.token(item).is_some_and(|token| {
            let token = &clause.reading.tokens[token];
            token.is_word() && token.is_capital()
        })
    };
    if at >= end || !capital(at) || clause.has(at, known) {
        return None;
    }
    let last = (at..end).take_while(|&item| capital(item)).last()?;
    Some(Subject { items: at..last + 1, head: Head::Somebody })
}
