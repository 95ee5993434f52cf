//! Which roles the article gives its people: `la préfète Léa Fontanel`, `Paul Martin, maire de …`.

use crate::analyse::lexicon::Class;
use crate::analyse::names::{Gender, Named, Names};
use crate::analyse::reading::{Reading, WordId};
use crate::mark::EntityKind;
use std::collections::HashMap;

/// Tokens looked at on each side of a name.
const REACH: usize = 12;

/// The roles of each person, and the bodies named with them.
#[derive(Debug, Default)]
pub(super) struct Roles {
    of: HashMap<usize, Role>,
}

#[derive(Debug, Default)]
struct Role {
    words: Vec<WordId>,
    bodies: Vec<usize>,
    /// One of the words is a role that rules out others.
    own: bool,
}

impl Roles {
    pub(super) fn new(reading: &Reading, names: &Names) -> Self {
        let mut roles = Self::default();
        let told =
            |mention: &&Named| matches!(names.kind(mention), EntityKind::Person | EntityKind::Organisation);
        for mention in names.mentions.iter().filter(told) {
            roles.before(reading, names, mention);
            roles.after(reading, names, mention);
        }
        roles.resumed(reading, names);
        roles
    }

    /// Whether the article gives the person that role, in either gender.
    pub(super) fn has(&self, reading: &Reading, entity: usize, noun: usize) -> bool {
        let Some(word) = reading.tokens[noun].word() else { return false };
        self.of.get(&entity).is_some_and(|role| {
            role.words.iter().any(|&other| other == word || alike(reading.word(other), reading.word(word)))
        })
    }

    /// Whether the article gives the person another role only; roles that anybody may have beside
    /// another say nothing, and bodies go by several nouns.
    pub(super) fn has_other(&self, reading: &Reading, entity: usize, noun: usize) -> bool {
        !reading.has(noun, Class::ANYBODY.or(Class::BODY))
            && self.of.get(&entity).is_some_and(|role| role.own)
            && !self.has(reading, entity, noun)
    }

    /// Whether the role of the person was told with that body; `None` where it was told with none.
    pub(super) fn with(&self, entity: usize, body: usize) -> Option<bool> {
        let bodies = &self.of.get(&entity)?.bodies;
        (!bodies.is_empty()).then(|| bodies.contains(&body))
    }

    /// `le secrétaire général de l’Unsa, X`.
    fn before(&mut self, reading: &Reading, names: &Names, mention: &Named) {
        let stops = Class::HAVE.or(Class::BE).or(Class::FINITE).or(Class::RELATIVE).or(Class::PRONOUN);
        let mut found = Role::default();
        let first = mention.tokens.start;
        for at in (first.saturating_sub(REACH)..first).rev() {
            let near = at + 1 == first;
            let ends = reading.has(at, stops) && !reading.has(at, Class::ROLE.or(Class::DETERMINER));
            let mark = reading.tokens[at].mark().is_some_and(|mark| !(near && mark == ','));
            let governs = near && reading.has(at, Class::OF.or(Class::PREPOSITION));
            if ends || mark || governs || reading.tokens[at].end() > reading.tokens[first].start() {
                break;
            }
            found.take(reading, names, mention, at);
            if reading.has(at, Class::DETERMINER) && !found.words.is_empty() {
                break;
            }
        }
        self.add(mention.entity, found);
    }

    /// `X, secrétaire général de l’Unsa,`: up to the mark that closes it.
    fn after(&mut self, reading: &Reading, names: &Names, mention: &Named) {
        let opens = mention.tokens.end;
        if !reading.tokens.get(opens).is_some_and(|token| matches!(token.mark(), Some(',' | '('))) {
            return;
        }
        let mut found = Role::default();
        let end = reading.tokens.len().min(opens + 1 + REACH);
        for at in opens + 1..end {
            if reading.tokens[at].mark().is_some() || reading.has(at, Class::RELATIVE) {
                self.add(mention.entity, found);
                return;
            }
            if reading.has(at, Class::HAVE.or(Class::BE)) && !reading.has(at, Class::DETERMINER) {
                return;
            }
            found.take(reading, names, mention, at);
        }
        if end == reading.tokens.len() {
            self.add(mention.entity, found);
        }
    }

    /// `Agnès Thibaud. La romancière ouvre la porte`: a role that opens the next sentence is that of the
    /// only person named before in the paragraph.
    fn resumed(&mut self, reading: &Reading, names: &Names) {
        let mut next = 0;
        for passage in &reading.passages {
            let mut only: Option<usize> = None;
            let mut several = false;
            for at in passage.tokens.clone() {
                while names.mentions.get(next).is_some_and(|mention| mention.tokens.start < at) {
                    let mention = &names.mentions[next];
                    next += 1;
                    if mention.tokens.start >= passage.tokens.start
                        && names.kind(mention) == EntityKind::Person
                    {
                        several |= only.is_some_and(|entity| entity != mention.entity);
                        only = Some(mention.entity);
                    }
                }
                let Some(entity) = only.filter(|_| !several) else { continue };
                let definite = matches!(reading.lower(at), "le" | "la" | "l'" | "the");
                let role = definite
                    && reading.tokens[at].initial
                    && at + 2 < passage.tokens.end
                    && reading.has(at + 1, Class::ROLE)
                    && names.at(at + 2).is_none()
                    && !reading.has(at + 2, Class::OF)
                    && !self.of.get(&entity).is_some_and(|role| role.own);
                let gender = match reading.lower(at) {
                    "la" => names.genders[entity] != Gender::Man,
                    _ => true,
                };
                if let Some(word) =
                    reading.tokens.get(at + 1).and_then(|token| token.word()).filter(|_| role && gender)
                {
                    self.add(entity, Role { words: vec![word], bodies: Vec::new(), own: true });
                }
            }
        }
    }

    fn add(&mut self, entity: usize, found: Role) {
        if !found.words.is_empty() {
            let role = self.of.entry(entity).or_default();
            role.own |= found.own;
            role.words.extend(found.words.into_iter().take(4 - role.words.len().min(4)));
            role.bodies.extend(found.bodies.into_iter().take(4 - role.bodies.len().min(4)));
        }
    }
}

impl Role {
    fn take(&mut self, reading: &Reading, names: &Names, person: &Named, at: usize) {
        if let Some(name) = names.at(at) {
            if name.entity != person.entity && !self.bodies.contains(&name.entity) {
                self.bodies.push(name.entity);
            }
        } else if let Some(word) = reading.tokens[at].word()
            && (reading.has(at, if person_kind(names, person) { Class::ROLE } else { Class::BODY })
                || is_office(reading, at))
        {
            self.words.push(word);
            self.own |= !reading.has(at, Class::ANYBODY);
        }
    }
}

/// `Sen.`, `Gov.`, `Judge`: a title that is a role.
fn is_office(reading: &Reading, at: usize) -> bool {
    let courtesy = [
        "m.", "mm.", "mr.", "mrs.", "ms.", "dr.", "mme", "mmes", "mlle", "miss", "monsieur", "madame",
        "lady", "sir", "lord",
    ];
    let word = reading.lower(at);
    reading.has(at, Class::TITLE) && word.len() > 3 && !courtesy.contains(&word)
}

fn person_kind(names: &Names, named: &Named) -> bool {
    names.kind(named) == EntityKind::Person
}

/// Two genders or numbers of one role: `directeur`, `directrice`.
fn alike(one: &str, other: &str) -> bool {
    // `Sen.` is a senator.
    if let Some(stem) = one.strip_suffix('.').filter(|stem| stem.len() > 2) {
        return other.starts_with(stem);
    }
    let common: usize = one
        .chars()
        .zip(other.chars())
        .take_while(|(left, right)| left == right)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    common >= 4 && one.len() <= common + 4 && other.len() <= common + 4
}
