//! Who and what is named: candidates passage by passage, then one decision for the whole article.
//!
//! `candidates` yields spans that may be names (known names, capitalised sequences, initialisms,
//! laws in words, dates and amounts), `evidence` says what speaks for each kind, and `link` gives
//! one surface one kind and ties the surfaces of one entity together.

mod bodies;
mod candidates;
mod evidence;
mod heads;
mod known;
mod landmarks;
mod laws;
mod link;
#[cfg(test)]
mod list;
mod surfaces;
mod tagged;
mod titles;

pub(super) use candidates::candidates;
pub(super) use known::KnownIndex;

use super::reading::Reading;
use super::tagger::Shares;
use crate::mark::{Entity, EntityKind};
use std::ops::Range;

/// A span that may be a name.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    tokens: Range<usize>,
    /// Where the kind is certain.
    kind: Option<EntityKind>,
    /// Index in the list of known names.
    known: Option<usize>,
    /// Only its place at the start of a sentence gives it a capital, as far as can be seen.
    weak: bool,
    /// What the tagger holds it for; `None` where it was not asked.
    shares: Option<Shares>,
    votes: Votes,
}

/// How much speaks for each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Votes([u16; EntityKind::ALL.len()]);

impl Votes {
    fn add(&mut self, kind: EntityKind, weight: u16) {
        self.0[kind as usize] = self.0[kind as usize].saturating_add(weight);
    }

    fn merge(&mut self, other: Votes) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, votes)| *sum = sum.saturating_add(votes));
    }

    fn total(self) -> u16 {
        self.0.iter().fold(0, |sum, votes| sum.saturating_add(*votes))
    }

    /// The kind with most votes, the first of equals; `None` without votes.
    fn winner(self) -> Option<EntityKind> {
        let most = *self.0.iter().max()?;
        EntityKind::ALL.into_iter().find(|&kind| most > 0 && self.0[kind as usize] == most)
    }
}

/// What a first name says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
    Unknown,
}

/// A name where it stands.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    /// Index in [`Names::entities`].
    pub(super) entity: usize,
}

/// The names of a reading.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) entities: Vec<Entity>,
    /// Beside `entities`.
    pub(super) genders: Vec<Gender>,
    /// In reading order, without overlaps; dates and amounts left out.
    pub(super) mentions: Vec<Named>,
}

impl Names {
    /// Decides over all candidates, which come in reading order.
    pub(super) fn new(reading: &Reading, candidates: Vec<Candidate>, known: &KnownIndex) -> Self {
        link::link(reading, candidates, known)
    }

    /// The mention that holds token `at`.
    pub(super) fn at(&self, at: usize) -> Option<&Named> {
        let after = self.mentions.partition_point(|mention| mention.tokens.start <= at);
        let mention = &self.mentions[after.checked_sub(1)?];
        mention.tokens.contains(&at).then_some(mention)
    }

    pub(super) fn kind(&self, mention: &Named) -> EntityKind {
        self.entities[mention.entity].kind
    }
}
