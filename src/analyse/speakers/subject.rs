//! Who does what a verb says: pronouns, names and noun phrases, before and after it.

use super::bare;
use super::clause::{Clause, Item};
use super::cue;
use super::foreign;
use super::groups;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use crate::mark::EntityKind;
use std::ops::Range;

/// Words a noun phrase may have.
pub(super) const PHRASE: usize = 9;
/// Items between two verbs that one subject may have.
const COORDINATED: usize = 24;
/// Items an apposition may have.
const APPOSITION: usize = 28;

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
fn known_noun(clause: &Clause, items: Range<usize>) -> Option<usize> {
    items
        .take_while(|&at| !clause.has(at, Class::OF))
        .find(|&at| clause.has(at, Class::ROLE.or(Class::BODY)) && clause.name(at).is_none())
}

fn can_speak(clause: &Clause, entity: usize) -> bool {
    let kind = clause.names.entities[entity].kind;
    !matches!(
        kind,
        EntityKind::Law | EntityKind::Event | EntityKind::Date | EntityKind::Amount | EntityKind::Work
    )
}

/// The subject after a verb that ends before item `at`, complements passed over.
pub(super) fn after_verb(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    let mut at = at;
    while at < end && clause.has(at, Class::ADVERB.or(Class::TIME)) && clause.name(at).is_none() {
        at += 1;
    }
    at += groups::aside_at(clause, at);
    if clause.mark(at) == Some(',') {
        at += 1;
        // `lâche, amer, X`.
        let plain = clause.token(at).is_some_and(|token| clause.reading.class(token) == Class::NONE);
        if plain && clause.name(at).is_none() && clause.is_word(at) && clause.mark(at + 1) == Some(',') {
            at += 2;
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
    // `a annoncé à l’agence RIA Novosti Valentine Sapounov`: the first person that no preposition governs.
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
        // `after prosecutors said`: these words lead a clause too.
        let clausal = clause.tongue == Tongue::English
            && start > from
            && matches!(clause.lower(start - 1), "after" | "before" | "since" | "until");
        let led = start > from
            && clause.has(start - 1, Class::PREPOSITION.or(Class::WHERE))
            && !clause.has(start - 1, Class::AS)
            && !clausal;
        let governed = start > from && (led || clause.has(start, Class::OF)) && subject.head != Head::Pronoun;
        if governed {
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
    let mut start = match clause.name(last) {
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
    // `la porte-parole de la fédération`, `le patron de Mistral`: outwards over each `de`.
    let start_of_last = start;
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

/// `’s` after a name.
fn is_possessive(clause: &Clause, at: usize) -> bool {
    clause.lower(at) == "'s" && at > 0 && clause.name(at - 1).is_some()
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
