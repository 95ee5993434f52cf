//! One decision for the whole article: which candidates are names, of what kind, of which entity.

use super::evidence::{is_initial, kind_of_words};
use super::known::KnownIndex;
use super::{Candidate, Gender, Named, Names, Votes};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Reading;
use crate::analyse::tagger::Shares;
use crate::analyse::tokens::Shape;
use crate::mark::{Entity, EntityKind};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Under this, the tagger holds no occurrence of a surface for a name.
const LIKELY: f32 = 0.6;
/// Under this, no reason of the rules makes a name of it either.
const UNLIKELY: f32 = 0.3;
/// What a vote counts.
const TENTHS: u16 = 10;
/// What a vote of the rules counts where the tagger votes too.
const HEARD: u16 = 5;

/// All occurrences of the same letters.
#[derive(Debug)]
struct Surface<'a> {
    letters: &'a str,
    /// Its first candidate.
    first: usize,
    count: usize,
    /// One occurrence at least has its capital from being a name.
    strong: bool,
    /// The most that the tagger gave one occurrence for being a name.
    likely: Option<f32>,
    /// The sum of what the tagger holds the occurrences for.
    shares: Shares,
    kind: Option<EntityKind>,
    known: Option<usize>,
    votes: Votes,
    /// The surface that names the entity.
    leader: usize,
}

pub(super) fn link(reading: &Reading, candidates: Vec<Candidate>, known: &KnownIndex) -> Names {
    let mut surfaces: Vec<Surface> = Vec::new();
    let mut ids: HashMap<&str, usize> = HashMap::new();
    let of: Vec<usize> = candidates
        .iter()
        .enumerate()
        .map(|(number, candidate)| {
            let letters = reading.span(candidate.tokens.clone()).of(reading.text);
            let id = *ids.entry(letters).or_insert_with(|| {
                surfaces.push(Surface::new(letters, number, surfaces.len()));
                surfaces.len() - 1
            });
            surfaces[id].take(candidate);
            id
        })
        .collect();
    let doubted: Vec<bool> = surfaces
        .iter_mut()
        .map(|surface| {
            let tokens = candidates[surface.first].tokens.clone();
            let single = tokens.len() == 1;
            let doubted = surface.is_doubted(single);
            surface.hear(single, kind_of_words(reading, tokens));
            doubted
        })
        .collect();
    let people = people(reading, &candidates, &mut surfaces);
    families(reading, &candidates, &mut surfaces, &people);
    brackets(reading, &candidates, &of, &mut surfaces);
    initialisms(reading, &candidates, &mut surfaces);
    known_leaders(&mut surfaces);
    gather(reading, &candidates, &of, &surfaces, &doubted, known)
}

impl<'a> Surface<'a> {
    fn new(letters: &'a str, first: usize, leader: usize) -> Self {
        let votes = Votes::default();
        Self {
            letters,
            first,
            count: 0,
            strong: false,
            likely: None,
            shares: Shares::default(),
            kind: None,
            known: None,
            votes,
            leader,
        }
    }

    fn take(&mut self, candidate: &Candidate) {
        self.count += 1;
        self.strong |= !candidate.weak;
        if let Some(shares) = candidate.shares {
            self.likely = Some(self.likely.unwrap_or(0.0).max(1.0 - shares[0]));
            self.shares.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share);
        }
        self.kind = self.kind.or(candidate.kind);
        self.known = self.known.or(candidate.known);
        self.votes.merge(candidate.votes);
    }

    /// Whether the tagger holds no occurrence for a name and the rules have no good reason to.
    fn is_doubted(&self, single: bool) -> bool {
        // Capitals inside a word or all over it (`ASAP`, `UTF-8`) are no good reason by themselves.
        let enough = |kind: EntityKind| if single && kind != EntityKind::Person { 5 } else { 3 };
        let reason = EntityKind::ALL.into_iter().any(|kind| self.votes.0[kind as usize] >= enough(kind));
        !self.is_settled()
            && self.likely.is_some_and(|likely| likely < if reason { UNLIKELY } else { LIKELY })
    }

    /// Lets the tagger have its say beside the rules; votes count in tenths from now on.
    ///
    /// `other` is the kind of what is neither person, place nor organisation.
    fn hear(&mut self, single: bool, other: EntityKind) {
        let each = if self.likely.is_some() { HEARD } else { TENTHS };
        self.votes.0.iter_mut().for_each(|votes| *votes = votes.saturating_mul(each));
        let occurrences: f32 = self.shares.iter().sum();
        if occurrences == 0.0 {
            return;
        }
        // The tagger errs the same way each time: four occurrences weigh as much as two that are independent.
        let weight = f32::from(TENTHS) / occurrences.sqrt();
        let kinds = [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, other];
        for (kind, share) in kinds.into_iter().zip(&self.shares[1..]) {
            // It takes firms it does not know for people, and what it knows nothing of for something else.
            let votes = match kind {
                EntityKind::Person if single => 3.0,
                // `FD-SOI`, `VoltaWerk`: neither person nor place, and no word says what else.
                EntityKind::Other => 3.0,
                _ => 5.0,
            };
            self.votes.add(kind, (share * weight * votes).round() as u16);
        }
    }

    fn kind(&self) -> EntityKind {
        self.kind.or_else(|| self.votes.winner()).unwrap_or(EntityKind::Other)
    }

    /// Whether something ties it to a kind for good.
    fn is_settled(&self) -> bool {
        self.kind.is_some() || self.known.is_some()
    }
}

/// The surfaces that give a person in full: two words or more.
fn people(reading: &Reading, candidates: &[Candidate], surfaces: &mut [Surface]) -> Vec<usize> {
    let full = |surface: &Surface| {
        let tokens = candidates[surface.first].tokens.clone();
        surface.kind() == EntityKind::Person
            && surface.strong
            && tokens.len() > 1
            && !is_initial(reading.letters(tokens.start))
    };
    let people: Vec<usize> = (0..surfaces.len()).filter(|&id| full(&surfaces[id])).collect();
    people.iter().for_each(|&id| surfaces[id].kind = Some(EntityKind::Person));
    people
}

/// `Mensch`, `A. Montebourg` and `Marine` are the persons whose full names the article gives.
fn families(reading: &Reading, candidates: &[Candidate], surfaces: &mut [Surface], people: &[usize]) {
    let mut by_family: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_first: HashMap<&str, Vec<usize>> = HashMap::new();
    for &id in people {
        let tokens = candidates[surfaces[id].first].tokens.clone();
        let last = tokens.end - 1;
        let particle = (tokens.start + 1..last).find(|&at| reading.has(at, Class::PARTICLE));
        by_family.entry(reading.letters(last)).or_default().push(id);
        if let Some(at) = particle {
            by_family.entry(reading.span(at..tokens.end).of(reading.text)).or_default().push(id);
        }
        by_first.entry(reading.letters(tokens.start)).or_default().push(id);
    }
    let frequent = |ids: &Vec<usize>, surfaces: &[Surface]| {
        ids.iter().copied().max_by_key(|&id| (surfaces[id].count, std::cmp::Reverse(id)))
    };
    for id in 0..surfaces.len() {
        let surface = &surfaces[id];
        if surface.is_settled() {
            continue;
        }
        let tokens = candidates[surface.first].tokens.clone();
        let start = reading.letters(tokens.start);
        let initialled = tokens.len() > 1 && is_initial(start);
        let family = if initialled {
            reading.span(tokens.start + 1..tokens.end).of(reading.text)
        } else {
            surface.letters
        };
        let same_initial =
            |&other: &usize| !initialled || surfaces[other].letters.chars().next() == start.chars().next();
        let named: Option<Vec<usize>> =
            by_family.get(family).map(|ids| ids.iter().copied().filter(same_initial).collect());
        let leader = named.and_then(|ids| frequent(&ids, surfaces)).or_else(|| {
            match by_first.get(surface.letters)?[..] {
                [only] => Some(only),
                _ => None,
            }
        });
        if let Some(leader) = leader {
            surfaces[id].kind = Some(EntityKind::Person);
            surfaces[id].leader = leader;
        }
    }
}

/// `loi européenne sur l’intelligence artificielle (AI Act)`, `Europe Écologie Les Verts (EELV)`.
fn brackets(reading: &Reading, candidates: &[Candidate], of: &[usize], surfaces: &mut [Surface]) {
    for number in 1..candidates.len() {
        let (long, short) = (&candidates[number - 1].tokens, &candidates[number].tokens);
        let bracketed = long.end + 1 == short.start
            && reading.tokens[long.end].is('(')
            && reading.tokens.get(short.end).is_some_and(|token| token.is(')'));
        let (outer, inner) = (of[number - 1], of[number]);
        if !bracketed || surfaces[outer].leader != outer || surfaces[inner].leader != inner {
            continue;
        }
        let initialism = short.len() == 1 && reading.tokens[short.start].shape == Shape::Capitals;
        if surfaces[outer].kind() == EntityKind::Law {
            surfaces[inner].kind = surfaces[inner].kind.or(Some(EntityKind::Law));
            surfaces[outer].leader = inner;
        } else if initialism
            && surfaces[inner].known.is_none()
            && long.len() > 1
            && surfaces[outer].letters.chars().next() == surfaces[inner].letters.chars().next()
        {
            surfaces[inner].kind = Some(surfaces[outer].kind());
            surfaces[inner].leader = outer;
        }
    }
}

/// `MWC` is the Mobile World Congress of the same article.
fn initialisms(reading: &Reading, candidates: &[Candidate], surfaces: &mut [Surface]) {
    let mut by_initials: HashMap<String, usize> = HashMap::new();
    for (id, surface) in surfaces.iter().enumerate() {
        let tokens = candidates[surface.first].tokens.clone();
        if tokens.len() < 2 || surface.kind().is_landmark() {
            continue;
        }
        let capitals = tokens.filter(|&at| reading.tokens[at].is_capital());
        let initials: String = capitals.filter_map(|at| reading.letters(at).chars().next()).collect();
        if initials.chars().count() > 1 {
            by_initials.entry(plain(&initials)).or_insert(id);
        }
    }
    for id in 0..surfaces.len() {
        let tokens = candidates[surfaces[id].first].tokens.clone();
        let initialism = tokens.len() == 1 && reading.tokens[tokens.start].shape == Shape::Capitals;
        if !initialism || surfaces[id].is_settled() || surfaces[id].leader != id {
            continue;
        }
        if let Some(&long) = by_initials.get(&plain(surfaces[id].letters)) {
            surfaces[id].kind = Some(surfaces[long].kind());
            surfaces[id].leader = surfaces[long].leader;
        }
    }
}

fn plain(letters: &str) -> String {
    letters.nfd().filter(char::is_ascii_alphabetic).collect()
}

/// Surfaces of one known name have one leader.
fn known_leaders(surfaces: &mut [Surface]) {
    let mut leaders: HashMap<usize, usize> = HashMap::new();
    for (id, surface) in surfaces.iter_mut().enumerate() {
        if let Some(known) = surface.known {
            surface.leader = *leaders.entry(known).or_insert(id);
        }
    }
}

fn gather(
    reading: &Reading,
    candidates: &[Candidate],
    of: &[usize],
    surfaces: &[Surface],
    doubted: &[bool],
    known: &KnownIndex,
) -> Names {
    let mut names = Names::default();
    let mut entities: HashMap<usize, usize> = HashMap::new();
    let curly = reading.text.contains('’');
    for (candidate, &id) in candidates.iter().zip(of) {
        let surface = &surfaces[id];
        let leader = chief(surfaces, id);
        let accepted =
            surface.strong || leader != id || surface.votes.0.iter().any(|&votes| votes >= 3 * TENTHS);
        if !accepted || doubted[id] && leader == id {
            continue;
        }
        let entity = *entities.entry(leader).or_insert_with(|| {
            names.entities.push(entity(&surfaces[leader], known, curly));
            names.genders.push(gender(reading, candidates[surfaces[leader].first].tokens.start));
            names.entities.len() - 1
        });
        let span = reading.span(candidate.tokens.clone());
        let entry = &mut names.entities[entity];
        entry.mentions.push(span);
        let letters = one_line(surface.letters);
        if letters != entry.name && !entry.aliases.contains(&letters) {
            entry.aliases.push(letters);
        }
        if !entry.kind.is_landmark() {
            names.mentions.push(Named { tokens: candidate.tokens.clone(), entity });
        }
    }
    names
}

/// The surface that names the entity of `id`; leaders may have leaders, never in a circle of more than two.
fn chief(surfaces: &[Surface], id: usize) -> usize {
    let mut chief = id;
    for _ in 0..4 {
        if surfaces[chief].leader == chief {
            break;
        }
        chief = surfaces[chief].leader;
    }
    chief
}

/// `curly`: the article writes its apostrophes so, and so is a known name written then.
fn entity(surface: &Surface, known: &KnownIndex, curly: bool) -> Entity {
    let name = match surface.known.map(|known_name| known.name(known_name).0) {
        Some(name) if curly => name.replace('\'', "’"),
        Some(name) => name.to_owned(),
        None => one_line(surface.letters),
    };
    Entity { name, kind: surface.kind(), aliases: Vec::new(), mentions: Vec::new() }
}

/// The letters with single blanks: a name may be broken over a line or held by hard blanks.
fn one_line(letters: &str) -> String {
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gender(reading: &Reading, first: usize) -> Gender {
    let (man, woman) = (reading.has(first, Class::MAN), reading.has(first, Class::WOMAN));
    match (man, woman) {
        (true, false) => Gender::Man,
        (false, true) => Gender::Woman,
        _ => Gender::Unknown,
    }
}
