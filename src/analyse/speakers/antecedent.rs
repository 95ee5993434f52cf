//! Whom a pronoun or a noun phrase stands for.

use super::clause::Clause;
use super::subject::{Head, Subject};
use crate::analyse::lexicon::Class;
use crate::analyse::names::{Gender, Names};
use crate::analyse::quotes::Quote;
use crate::analyse::reading::{Reading, Token};
use crate::mark::EntityKind;

/// How many names back an antecedent may lie.
const BACK: usize = 24;

/// How many tokens back the antecedent of a noun phrase may lie; further on, it is somebody new.
const NEAR: usize = 120;
/// The same for a pronoun.
const FAR: usize = 400;

/// What a pronoun or noun may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wanted {
    man: bool,
    woman: bool,
    kind: EntityKind,
}

/// A name outside quotations.
#[derive(Debug, Clone, Copy)]
struct Place {
    token: usize,
    entity: usize,
    /// It stands where subjects stand.
    subject: bool,
}

/// Names and speakers in reading order, for looking back.
pub(super) struct Antecedents<'a> {
    names: &'a Names,
    places: Vec<Place>,
    /// Speakers found so far: the token where their quotation ends, and who.
    speakers: Vec<(usize, usize)>,
}

impl<'a> Antecedents<'a> {
    pub(super) fn new(reading: &Reading, names: &'a Names, quotes: &[Quote]) -> Self {
        let mut quotes = quotes.iter().peekable();
        let mut places = Vec::with_capacity(names.mentions.len());
        for mention in &names.mentions {
            let token = mention.tokens.start;
            while quotes.next_if(|quote| quote.tokens.end <= token).is_some() {}
            if quotes.peek().is_some_and(|quote| quote.tokens.contains(&token)) {
                continue;
            }
            let subject = is_subject(reading, token);
            places.push(Place { token, entity: mention.entity, subject });
        }
        Self { names, places, speakers: Vec::new() }
    }

    /// Notes who speaks in the quotation that ends before token `token`.
    pub(super) fn spoke(&mut self, token: usize, entity: usize) {
        self.speakers.push((token, entity));
    }

    /// The entity that `subject` stands for.
    pub(super) fn entity(&self, clause: &Clause, subject: &Subject) -> Option<usize> {
        let token = clause.token(subject.items.start)?;
        let wanted = match subject.head {
            Head::Name(entity) => return Some(entity),
            Head::Pronoun => self.by_pronoun(clause, subject)?,
            Head::Noun(noun) => by_noun(clause, subject, noun)?,
        };
        // Names of roles in the masculine stand for women too, where no man is near.
        let anybody = Wanted { man: true, woman: true, ..wanted };
        match subject.head {
            Head::Noun(_) => self.back(token, NEAR, wanted).or_else(|| self.back(token, NEAR, anybody)),
            _ => self.back(token, FAR, wanted),
        }
    }

    fn by_pronoun(&self, clause: &Clause, subject: &Subject) -> Option<Wanted> {
        let last = subject.items.end - 1;
        if matches!(clause.lower(last), "-on" | "-t-on" | "on" | "it" | "-ce") {
            return None;
        }
        let closest = matches!(clause.lower(last), "lui" | "eux" | "moi" | "dernier" | "dernière");
        let man = clause.has(last, Class::HE) || closest || matches!(clause.lower(last), "him" | "them");
        let woman =
            clause.has(last, Class::SHE) || matches!(clause.lower(last), "elle" | "elles" | "her" | "them");
        Some(Wanted { man, woman, kind: EntityKind::Person })
    }

    /// The latest speaker or subject that fits in the `reach` tokens before `token`, else the latest name.
    fn back(&self, token: usize, reach: usize, wanted: Wanted) -> Option<usize> {
        let fits = |entity: usize| {
            let gender = match self.names.genders[entity] {
                _ if wanted.kind != EntityKind::Person => true,
                Gender::Man => wanted.man,
                Gender::Woman => wanted.woman,
                Gender::Unknown => true,
            };
            gender && self.names.entities[entity].kind == wanted.kind
        };
        let after = self.places.partition_point(|place| place.token < token);
        let within = |place: usize| place + reach >= token;
        let places = || self.places[..after].iter().rev().take(BACK).take_while(|place| within(place.token));
        let near = || places().filter(|place| fits(place.entity));
        let subject = near().find(|place| place.subject).map(|place| (place.token, place.entity));
        let spoke = self.speakers.partition_point(|&(end, _)| end <= token);
        let speaker = self.speakers[..spoke]
            .iter()
            .rev()
            .take(BACK)
            .find(|&&(end, entity)| within(end) && fits(entity))
            .copied();
        subject.max(speaker).map(|(_, entity)| entity).or_else(|| near().next().map(|place| place.entity))
    }
}

fn by_noun(clause: &Clause, subject: &Subject, noun: usize) -> Option<Wanted> {
    let determiner = clause.lower(subject.items.start);
    let definite =
        matches!(determiner, "le" | "la" | "l'" | "les" | "ce" | "cet" | "cette" | "the" | "this" | "that");
    if !definite {
        return None;
    }
    let feminine = matches!(determiner, "la" | "cette");
    let masculine = matches!(determiner, "le" | "ce" | "cet");
    if clause.has(noun, Class::ROLE) {
        let woman = !masculine && clause.has(noun, Class::FEMININE);
        return Some(Wanted { man: !feminine, woman, kind: EntityKind::Person });
    }
    clause.has(noun, Class::BODY).then_some(Wanted { man: true, woman: true, kind: EntityKind::Organisation })
}

/// Whether the name at `token` stands at the head of its clause: nothing governs it.
fn is_subject(reading: &Reading, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let previous: &Token = &reading.tokens[before];
    previous.mark().is_some()
        || reading.has(before, Class::ROLE.or(Class::TITLE).or(Class::RELATIVE).or(Class::CONJUNCTION))
}
