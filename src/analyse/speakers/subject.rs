//! Who does what a verb says: pronouns, names and noun phrases, before and after it.

use super::bare;
use super::clause::{Clause, Item};
use super::foreign;
use super::groups;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use crate::mark::EntityKind;
use std::ops::Range;

/// Words a noun phrase may have.
pub(super) const PHRASE: usize = 9;
/// Items that an aside between commas may have.
const ASIDE: usize = 12;
/// Items between two verbs that one subject may have.
pub(super) const COORDINATED: usize = 24;

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// `il`, `she`.
    Pronoun,
    /// A name, by index of the entity.
    Name(usize),
    /// `le ministre`, `the company`: the item of its noun.
    Noun(usize),
    /// A capitalised word that is no name the article knows, or several people at once.
    Somebody,
}

/// A subject where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) items: Range<usize>,
    pub(super) head: Head,
}

/// The subject that starts at item `at`, before item `end`.
pub(super) fn starting(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    if at >= end {
        return None;
    }
    if (clause.has(at, Class::TITLE) || foreign::is_role(clause, at))
        && at + 1 < end
        && clause.name(at + 1).is_some()
    {
        return starting(clause, at + 1, end);
    }
    if let Some(name) = clause.name(at).filter(|name| can_speak(clause, name.entity)) {
        let items = clause.items_of(name, at);
        if is_possessive(clause, items.end) {
            return phrase(clause, items.end, end)
                .map(|subject| Subject { items: at..subject.items.end, ..subject });
        }
        if is_people_of(clause, items.end, end) {
            return Some(Subject { items: at..items.end + 1, head: Head::Somebody });
        }
        return Some(Subject { items: at..items.end.min(end), head: Head::Name(name.entity) });
    }
    if clause.has(at, Class::PRONOUN) && !clause.has(at, Class::DETERMINER) {
        return Some(Subject { items: at..at + 1, head: Head::Pronoun });
    }
    if is_somebody(clause, at) {
        // `somebody called Wendy`.
        let called = clause.name(at + 2).filter(|_| matches!(clause.lower(at + 1), "called" | "named"));
        if let Some(name) = called {
            let items = clause.items_of(name, at + 2);
            return Some(Subject { items: at..items.end, head: Head::Name(name.entity) });
        }
        return Some(Subject { items: at..at + 1, head: Head::Somebody });
    }
    if !clause.has(at, Class::DETERMINER) || clause.has(at, Class::OF) {
        return bare::bare(clause, at, end);
    }
    phrase(clause, at, end)
}

/// `Labour rebels`, `Apple executives`: several people of the body whose name stands before.
fn is_people_of(clause: &Clause, at: usize, end: usize) -> bool {
    clause.tongue == Tongue::English
        && at < end
        && clause.is_word(at)
        && clause.name(at).is_none()
        && clause.lower(at).ends_with('s')
        && clause.lower(at) != "'s"
        && clause.token(at).is_some_and(|token| !clause.reading.tokens[token].is_capital())
        && !verbal(clause, at)
        && !clause.has(
            at,
            Class::PREPOSITION
                .or(Class::OF)
                .or(Class::AS)
                .or(Class::DETERMINER)
                .or(Class::PRONOUN)
                .or(Class::TIME),
        )
}

/// `quelqu’un`, `someone`; `certains` and `others` where they qualify no noun.
pub(super) fn is_somebody(clause: &Clause, at: usize) -> bool {
    let qualifies = clause.has(at, Class::DETERMINER) && clause.is_word(at + 1) && !verbal(clause, at + 1);
    clause.has(at, Class::SOMEBODY) && !qualifies
}

/// Whether the item begins the group of a verb.
fn verbal(clause: &Clause, at: usize) -> bool {
    let small = Class::HAVE.or(Class::BE).or(Class::MODAL).or(Class::CLITIC).or(Class::NEGATION);
    clause.has(at, small.or(Class::FINITE).or(Class::BARE).or(Class::WEAK).or(Class::ADVERB))
}

/// `la porte-parole de la fédération`, and the name it leads to: `le ministre Manuel Valls`, `le ministre, Manuel Valls`.
pub(super) fn phrase(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let stops =
        Class::RELATIVE.or(Class::CONJUNCTION).or(Class::HAVE).or(Class::BE).or(Class::MODAL).or(Class::TIME);
    let mut after = at + 1;
    let mut noun = None;
    while after < end.min(at + PHRASE) && clause.is_word(after) {
        if let Some(name) = clause.name(after) {
            let items = clause.items_of(name, after);
            let free = !clause.has(after - 1, Class::OF.or(Class::PREPOSITION).or(Class::DETERMINER));
            // `a Pemberton aide` is not Pemberton.
            let free = free && !clause.has(items.end, Class::ROLE);
            if free && clause.names.kind(name) == EntityKind::Person {
                return Some(Subject { items: at..items.end.min(end), head: Head::Name(name.entity) });
            }
            // `L’Irish Times annonce`: the name is the subject, not the first word of a longer phrase.
            let verb = Class::FINITE.or(Class::HAVE).or(Class::BE).or(Class::MODAL).or(Class::REFLEXIVE);
            if after == at + 1 && clause.has(items.end, verb) && !clause.has(items.end, Class::ROLE) {
                break;
            }
            after = items.end.max(after + 1);
            continue;
        }
        let joined = clause.has(after, Class::OF)
            || clause.has(after, Class::DETERMINER) && clause.has(after - 1, Class::OF);
        let verb = clause.has(after, Class::FINITE)
            && noun.is_some()
            && (!clause.has(after, Class::NOUNLIKE.or(Class::ROLE)) || clause.has(after - 1, Class::ROLE));
        let preposition = clause.has(after, Class::PREPOSITION) && !clause.has(after, Class::OF);
        if !joined && (clause.has(after, stops) || preposition || verb) {
            break;
        }
        if noun.is_none()
            && (clause.has(after, Class::ROLE.or(Class::BODY))
                || !clause.has(after, Class::DETERMINER.or(Class::OF)))
        {
            noun = Some(after);
        }
        after += 1;
    }
    while after > at + 1 && clause.has(after - 1, Class::OF.or(Class::DETERMINER).or(Class::ADVERB)) {
        after -= 1;
    }
    let Some(noun) = known_noun(clause, at..after).or(noun) else {
        // `l’Élysée`, `la CGT`.
        let name = clause.name(at + 1).filter(|name| can_speak(clause, name.entity))?;
        return Some(Subject { items: at..clause.items_of(name, at + 1).end, head: Head::Name(name.entity) });
    };
    // `la députée (LFI) Nina Ferrand`.
    let party = clause.mark(after) == Some('(') && clause.mark(after + 2) == Some(')') && after + 3 < end;
    let bracketed = if party { clause.name(after + 3) } else { None };
    if let Some(name) = bracketed.filter(|name| clause.names.kind(name) == EntityKind::Person) {
        return Some(Subject {
            items: at..clause.items_of(name, after + 3).end,
            head: Head::Name(name.entity),
        });
    }
    let items = at..after;
    let many =
        matches!(clause.lower(at), "les" | "des" | "deux" | "trois" | "ces" | "these" | "those" | "two");
    let named = if after + 1 < end && !many { apposed_name(clause, after) } else { None };
    Some(Subject { items, head: named.map_or(Head::Noun(noun), Head::Name) })
}

/// `le maire, Paul Martin,`, `le capitaine, le talonneur argentin Tomás Arrieta,`: who the phrase before the
/// comma is. The phrase stays what stands in the text.
pub(super) fn apposed_name(clause: &Clause, comma: usize) -> Option<usize> {
    let role = clause.has(comma + 1, Class::DETERMINER);
    let last = comma + if role { 6 } else { 2 + usize::from(clause.has(comma + 1, Class::TITLE)) };
    let free = |at: usize| !clause.has(at - 1, Class::OF.or(Class::PREPOSITION));
    let first = (comma + 1..last).take_while(|&at| clause.is_word(at)).find(|&at| {
        clause.name(at).is_some_and(|name| !role || clause.names.kind(name) == EntityKind::Person)
    })?;
    let name = clause.name(first).filter(|name| can_speak(clause, name.entity) && free(first))?;
    let closed = !clause.is_word(clause.items_of(name, first).end);
    (clause.mark(comma) == Some(',') && closed).then_some(name.entity)
}

/// The first noun of the phrase that names a role or a body.
pub(super) fn known_noun(clause: &Clause, items: Range<usize>) -> Option<usize> {
    items
        .take_while(|&at| !clause.has(at, Class::OF))
        .find(|&at| clause.has(at, Class::ROLE.or(Class::BODY)) && clause.name(at).is_none())
}

pub(super) fn can_speak(clause: &Clause, entity: usize) -> bool {
    let kind = clause.names.entities[entity].kind;
    !matches!(
        kind,
        EntityKind::Law | EntityKind::Event | EntityKind::Date | EntityKind::Amount | EntityKind::Work
    )
}

/// Where the asides after a verb end: `a dit mardi X`, `lâche, amer, X`, `s’inquiète, lui, X`.
fn after_asides(clause: &Clause, at: usize, end: usize) -> usize {
    let mut at = at;
    while at < end && clause.has(at, Class::ADVERB.or(Class::TIME)) && clause.name(at).is_none() {
        at += 1;
    }
    at += groups::aside_at(clause, at);
    // `a estimé le 3 mars`.
    if clause.has(at, Class::DETERMINER) && clause.has(at + 2, Class::MONTH) {
        at += 3;
    }
    if clause.mark(at) == Some(',') {
        at += 1;
        // `lâche, amer, X`.
        let plain = clause.token(at).is_some_and(|token| clause.reading.class(token) == Class::NONE);
        if plain && clause.name(at).is_none() && clause.is_word(at) && clause.mark(at + 1) == Some(',') {
            at += 2;
        }
        // `a estimé, dans un courriel à l’AFP, X`.
        if clause.has(at, Class::PREPOSITION) {
            let close = (at + 1..end.min(at + ASIDE)).find(|&item| clause.mark(item) == Some(','));
            at = close.map_or(at, |close| close + 1);
        }
        // `a estimé, dimanche, X`.
        let aside = (at..end).take_while(|&item| clause.has(item, Class::ADVERB.or(Class::TIME))).count();
        if aside > 0 && clause.mark(at + aside) == Some(',') {
            at += aside + 1;
        }
    }
    // `s’inquiète, lui, X`.
    if clause.has(at, Class::OBLIQUE) && clause.mark(at + 1) == Some(',') {
        at += 2;
    }
    at
}

/// The subject after a verb that ends before item `at`, complements passed over.
pub(super) fn after_verb(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let at = after_asides(clause, at, end);
    let plain = |at: usize| {
        let token = clause.token(at).filter(|_| clause.name(at).is_none() && clause.is_word(at));
        token.is_some_and(|token| clause.reading.class(token) == Class::NONE)
    };
    let side = clause.has(at, Class::OF) && (clause.has(at + 1, Class::DETERMINER) || plain(at + 1));
    let preposition = (clause.has(at, Class::PREPOSITION) || side) && clause.name(at).is_none();
    if !preposition {
        let subject = starting(clause, at, end)
            .or_else(|| bare::plural(clause, at, end))
            .or_else(|| bare::stranger(clause, at, end))?;
        return Some(bare::joined(clause, subject, end));
    }
    after_complement(clause, at, end)
}

/// The subject after a complement that begins at item `at`: `a annoncé à l’agence RIA Novosti Valentine Sapounov`,
/// the first person that no preposition governs.
fn after_complement(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let mut place = at + 1;
    while place < end.min(at + PHRASE) && clause.is_word(place) {
        let free =
            !clause.has(place - 1, Class::PREPOSITION.or(Class::OF).or(Class::DETERMINER).or(Class::WHERE));
        match clause.name(place) {
            Some(name) if free && place > at + 1 && clause.names.kind(name) == EntityKind::Person => {
                return starting(clause, place, end);
            }
            // `écrivait dès jeudi Télérama`.
            Some(name) if clause.has(place - 1, Class::TIME) && can_speak(clause, name.entity) => {
                return starting(clause, place, end);
            }
            Some(name) => place = clause.items_of(name, place).end.max(place + 1),
            // `a fait savoir de son côté l’Élysée`.
            None if free
                && place > at + 2
                && clause.has(place, Class::DETERMINER)
                && clause
                    .name(place + 1)
                    .is_some_and(|name| clause.names.kind(name) == EntityKind::Organisation) =>
            {
                return starting(clause, place, end);
            }
            // `résume au Monde la vice-présidente`, not `a dit à la radio la semaine dernière`.
            None if free && place > at + 1 && clause.has(place, Class::DETERMINER) => {
                let role = |subject: &Subject| match subject.head {
                    // `disent en chœur les riverains`.
                    Head::Noun(_)
                        if matches!(clause.lower(subject.items.start), "les" | "plusieurs" | "certains") =>
                    {
                        true
                    }
                    Head::Noun(noun) => clause.has(noun, Class::ROLE.or(Class::BODY)),
                    Head::Name(_) | Head::Pronoun | Head::Somebody => true,
                };
                return starting(clause, place, end).filter(role);
            }
            None => place += 1,
        }
    }
    None
}

/// `’s` after a name.
pub(super) fn is_possessive(clause: &Clause, at: usize) -> bool {
    clause.lower(at) == "'s" && at > 0 && clause.name(at - 1).is_some()
}

/// `Opening the debate, the secretary …`, `Condamné deux fois, il …`: where the participle that opens a
/// sentence ends.
fn opening(clause: &Clause, from: usize, to: usize) -> Option<usize> {
    let endings: &[&str] = match clause.tongue {
        Tongue::English => &["ing", "ed"],
        Tongue::French => &["ant", "é", "ée", "és", "ées"],
        _ => return None,
    };
    let word = clause.lower(from);
    let noun = Class::ROLE.or(Class::BODY).or(Class::DETERMINER).or(Class::PREPOSITION).or(Class::TITLE);
    let participle = word.len() > 4
        && endings.iter().any(|ending| word.ends_with(ending))
        && clause.name(from).is_none()
        && !clause.has(from, noun);
    if !participle {
        return None;
    }
    let comma = (from + 1..to.min(from + COORDINATED)).find(|&at| clause.mark(at) == Some(','))?;
    Some(comma + 1)
}

/// The subject of the sentence that starts at item `from`: its first pronoun, name or noun phrase
/// that no preposition governs.
pub(super) fn of_sentence(clause: &Clause, from: usize, to: usize) -> Option<Subject> {
    let mut at = opening(clause, from, to).unwrap_or(from);
    while at < to {
        if matches!(clause.items[at], Item::Quote(_)) || matches!(clause.mark(at), Some(';')) {
            return None;
        }
        let governs = clause.has(at, Class::PREPOSITION.or(Class::WHERE).or(Class::ACCORDING))
            && clause.name(at).is_none();
        if governs {
            // An opening complement runs to its comma; one without a comma to the next noun phrase.
            at = match (at + 1..to.min(at + 12)).find(|&next| clause.mark(next) == Some(',')) {
                Some(comma) => comma + 1,
                None => starting(clause, at + 1, to).map_or(at + 2, |governed| governed.items.end),
            };
            continue;
        }
        if let Some(subject) = starting(clause, at, to) {
            return Some(subject);
        }
        // Two capitalised words at the head of a sentence are a name, known or not.
        if let Some(subject) =
            bare::stranger(clause, at, to).filter(|subject| at == from && subject.items.len() > 1)
        {
            return Some(subject);
        }
        at += 1;
    }
    None
}
