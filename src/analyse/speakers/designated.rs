//! Whom a noun phrase stands for: `la ministre`, `the museum`, `l’ancien procureur`, `the Brazilian`.

use super::antecedent::{Antecedents, Place, Wanted};
use super::clause::Clause;
use super::foreign;
use super::subject::Subject;
use crate::analyse::lexicon::Class;
use crate::analyse::names::{Gender, Names};
use crate::analyse::reading::{Reading, Tongue, WordId};
use crate::mark::EntityKind;
use std::ops::Range;

/// How many names back somebody may lie whose role the article has told.
const BACK: usize = 64;
/// Tokens within which a role told of somebody without a name is still theirs.
const STRANGE: usize = 200;
/// Tokens after a role in which a name says who has it.
const NAMED: usize = 8;

impl Antecedents<'_> {
    /// Who or what the phrase of those tokens stands for: the one of whom the article says so, else the
    /// only one it may be, in its paragraph, then in the one before.
    pub(super) fn designated(&self, phrase: Range<usize>, noun: usize, wanted: Wanted) -> Option<usize> {
        let reading = self.reading;
        let before = &self.places[..self.places.partition_point(|place| place.token < phrase.start)];
        let near = || before.iter().rev().take(BACK);
        let fitting = || near().filter(|place| self.fits(place.entity, wanted));
        let body = phrase.clone().find_map(|token| self.names.at(token)).map(|name| name.entity);
        let person = wanted.kind == EntityKind::Person;
        let told = |place: &&Place| match body.and_then(|body| self.roles.with(place.entity, body)) {
            Some(with) => with,
            None => self.roles.has(reading, place.entity, noun),
        };
        let stranger = person && self.is_stranger(noun, phrase.start.saturating_sub(STRANGE));
        let part = |place: &&Place| !person && self.is_part(place.entity, noun);
        if let Some(place) = near().find(part).or_else(|| fitting().find(told)) {
            return Some(place.entity);
        }
        // `A European diplomat was briefed. … The diplomat said`.
        if stranger {
            return None;
        }
        // `l’ancien procureur`: what somebody was may be told here for the first time.
        let former = phrase.clone().take(3).any(|token| {
            matches!(reading.lower(token), "ancien" | "ancienne" | "ex" | "former" | "futur" | "future")
        });
        let governed = body.is_some() || phrase.clone().any(|token| reading.has(token, Class::OF));
        if governed && !former {
            return None;
        }
        // A body that somebody speaks to or of is not the one that speaks.
        let free = |place: &&Place| {
            (place.subject || person) && (former || !self.roles.has_other(reading, place.entity, noun))
        };
        let passage = reading.passages.partition_point(|passage| passage.tokens.end <= phrase.start);
        for back in 0..2 {
            let Some(passage) = passage.checked_sub(back).and_then(|at| reading.passages.get(at)) else {
                break;
            };
            let here = || {
                let acts = fitting().filter(|place| place.subject || person);
                acts.filter(|place| passage.tokens.contains(&place.token))
            };
            if here().next().is_some() {
                return only(here().filter(free)).or_else(|| self.concerned(noun, here()));
            }
        }
        // Further off, somebody else may well have the role: all who fit must be one.
        let all = if former { None } else { only(fitting()) };
        all.filter(|_| fitting().any(|place| free(&place))).or_else(|| self.concerned(noun, fitting()))
    }

    /// `l’intéressée`: the one of them that the article names most.
    fn concerned<'p>(&self, noun: usize, places: impl Iterator<Item = &'p Place>) -> Option<usize> {
        let concerned = matches!(self.reading.lower(noun), "intéressé" | "intéressée");
        let named = |entity: usize| {
            let known = self.genders[entity] != Gender::Unknown;
            (known, self.names.entities[entity].mentions.len())
        };
        let most = places.map(|place| place.entity).max_by_key(|&entity| named(entity));
        most.filter(|_| concerned)
    }

    /// Whether the noun at token `noun` is a word of the name of that body: `the museum`, `la commission`.
    fn is_part(&self, entity: usize, noun: usize) -> bool {
        let word = self.reading.lower(noun);
        let entity = &self.names.entities[entity];
        let body = matches!(entity.kind, EntityKind::Organisation | EntityKind::Place | EntityKind::Other);
        let mut parts = entity.name.split([' ', '’', '\'']);
        body && entity.name.contains(' ') && parts.any(|part| part.to_lowercase() == word)
    }
}

/// The entity of all the places, where they have but one.
fn only<'p>(mut places: impl Iterator<Item = &'p Place>) -> Option<usize> {
    let first = places.next()?;
    places.all(|place| place.entity == first.entity).then_some(first.entity)
}

/// Roles that open a sentence and have no name beside them: where they start, and their noun.
pub(super) fn nameless(reading: &Reading, names: &Names) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for passage in &reading.passages {
        let tokens = passage.tokens.clone();
        for at in tokens.clone() {
            let opens = reading.tokens[at].initial
                && reading.tokens[at].is_capital()
                && reading.has(at, Class::DETERMINER)
                && names.at(at).is_none();
            if !opens {
                continue;
            }
            let end = tokens.end.min(at + 1 + NAMED);
            let noun = (at + 1..end.min(at + 3)).find(|&next| reading.has(next, Class::ROLE));
            let named = (at + 1..end)
                .filter_map(|next| names.at(next))
                .any(|name| names.kind(name) == EntityKind::Person);
            if let Some(noun) = noun.filter(|_| !named) {
                found.push((at, noun));
            }
        }
    }
    found
}

/// Roles of people without a name (`un négociant`, `a European diplomat`), at the token of the noun.
pub(super) fn strangers(reading: &Reading, names: &Names) -> Vec<(usize, WordId)> {
    let person = |at: usize| names.at(at).is_some_and(|name| names.kind(name) == EntityKind::Person);
    let role = |at: usize| {
        let word = reading.tokens[at].word().filter(|_| reading.has(at, Class::ROLE))?;
        let indefinite = |before: usize| matches!(reading.lower(before), "un" | "une" | "a" | "an");
        let found = (at.saturating_sub(3)..at).rev().take_while(|&before| reading.tokens[before].is_word());
        let told =
            found.clone().any(indefinite) && !found.clone().any(|before| reading.has(before, Class::OF));
        let end = reading.tokens.len().min(at + NAMED);
        let stops = |next: &usize| reading.has(*next, Class::FINITE.or(Class::HAVE).or(Class::BE));
        let mark = |next: &usize| reading.tokens[*next].mark().is_some_and(|mark| mark != ',');
        let named = (at + 1..end).take_while(|next| !stops(next) && !mark(next)).any(person);
        // `Paul Martin, un négociant`, `Paul Martin est un négociant`.
        let mut before = (at.saturating_sub(NAMED)..at).rev().take_while(|before| !mark(before));
        (told && !named && !before.any(person)).then_some((at, word))
    };
    (0..reading.tokens.len()).filter_map(role).collect()
}

/// `the Brazilian`, `le Rennais`: somebody told by where they are from.
pub(super) fn is_origin(clause: &Clause, subject: &Subject, noun: usize) -> bool {
    let Some(token) = clause.token(noun) else { return false };
    let one = matches!(clause.lower(subject.items.start), "le" | "la" | "l'" | "the" | "ce" | "cette");
    let origin = clause.reading.tokens[token].is_capital() && noun + 1 == subject.items.end;
    one && origin && clause.name(noun).is_none() && !clause.has(noun, Class::BODY.or(Class::INSTITUTION))
}

/// What a noun phrase may stand for; `None` where it names nobody in particular.
pub(super) fn by_noun(clause: &Clause, subject: &Subject, noun: usize) -> Option<Wanted> {
    let determiner = clause.lower(subject.items.start);
    let definite = matches!(
        determiner,
        "le" | "la" | "l'" | "ce" | "cet" | "cette" | "the" | "this" | "that" | "au" | "du"
    ) || foreign::is_definite(clause.tongue, determiner);
    let anyone = matches!(clause.lower(noun), "man" | "woman" | "homme" | "femme");
    if !definite || anyone {
        return None;
    }
    if clause.has(noun, Class::ROLE) && foreign::is_foreign(clause.tongue) {
        let feminine = foreign::is_woman(clause, determiner, noun);
        // `die Ministerin` is a woman; so may `el portavoz` not be.
        let woman = feminine || matches!(clause.tongue, Tongue::Dutch);
        return Some(Wanted { man: !feminine, woman, kind: EntityKind::Person });
    }
    if clause.has(noun, Class::ROLE) {
        let ending = ["ée", "trice", "euse", "ère", "enne", "esse"]
            .iter()
            .any(|end| clause.lower(noun).ends_with(end));
        let feminine = matches!(determiner, "la" | "cette") || ending && clause.has(noun, Class::FEMININE);
        let woman = clause.has(noun, Class::FEMININE) || !clause.has(noun, Class::ANYBODY);
        return Some(Wanted { man: !feminine, woman: feminine || woman, kind: EntityKind::Person });
    }
    // `la défense` is a side, no body in particular.
    let side = clause.has(noun, Class::ANYBODY);
    (clause.has(noun, Class::BODY) && !side).then_some(Wanted {
        man: true,
        woman: true,
        kind: EntityKind::Organisation,
    })
}
