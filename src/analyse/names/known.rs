//! Names known before reading: the person's own over those that ship with the program.

use super::Votes;
use super::surfaces::Surfaces;
use crate::analyse::reading::{Reading, WordId};
use crate::analyse::table::{Texts, WordTable};
use crate::mark::{EntityKind, KnownName};
use std::ops::Range;

/// What a hint counts, beside the words of a name and the words around it.
const HINT: u16 = 3;

/// The lists of `assets/names/`, laid out by the build script.
static SHIPPED: Surfaces = include!(concat!(env!("OUT_DIR"), "/known_names.rs"));

/// The sections of the lists: their kind, and whether their names are certain to be of it.
static SECTIONS: &[(EntityKind, bool)] = &include!(concat!(env!("OUT_DIR"), "/known_sections.rs"));

/// Known names, looked up by the first word of each surface.
#[derive(Debug, Default)]
pub(in crate::analyse) struct KnownIndex {
    /// Numbered before the shipped ones.
    own: Surfaces,
    /// The kinds of the own ones.
    kinds: Vec<EntityKind>,
}

/// The surfaces that start with one word.
#[derive(Debug, Clone, Default)]
pub(super) struct Bucket {
    own: Range<usize>,
    shipped: Range<usize>,
    /// Whether one of them starts in lower case: if none does, no word in lower case need be looked at.
    in_lower_case: bool,
}

/// A known name that stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// Number of tokens.
    pub(super) length: usize,
    /// Index of the name.
    pub(super) name: usize,
}

impl KnownIndex {
    /// The shipped names and, over them, the person's own: where both have a surface, theirs counts.
    pub(in crate::analyse) fn new(own: &[KnownName]) -> Self {
        let surfaces = own.iter().map(|known| {
            (0, std::iter::once(known.name.as_str()).chain(known.aliases.iter().map(String::as_str)))
        });
        Self { own: Surfaces::new(surfaces), kinds: own.iter().map(|known| known.kind).collect() }
    }

    /// For each word of the reading, the surfaces that start with it.
    pub(super) fn buckets(&self, reading: &Reading) -> Vec<Option<Bucket>> {
        (0..reading.word_count())
            .map(|word| {
                let word = reading.word(WordId::try_from(word).expect("words are numbered so"));
                let (own, shipped) = (self.own.starting_with(word), SHIPPED.starting_with(word));
                if own.is_empty() && shipped.is_empty() {
                    return None;
                }
                let in_lower_case = own.clone().any(|surface| starts_in_lower_case(&self.own, surface))
                    || shipped.clone().any(|surface| starts_in_lower_case(&SHIPPED, surface));
                Some(Bucket { own, shipped, in_lower_case })
            })
            .collect()
    }

    /// The longest certain surface of `bucket` that stands at token `at`, before token `end`.
    pub(super) fn longest(&self, bucket: &Bucket, reading: &Reading, at: usize, end: usize) -> Option<Match> {
        if !bucket.in_lower_case && reading.letters(at).starts_with(char::is_lowercase) {
            return None;
        }
        let stands = |surfaces: &Surfaces, surface| length_at(surfaces, surface, reading, at, end);
        let own = bucket.own.clone().find_map(|surface| {
            let length = stands(&self.own, surface)?;
            Some(Match { length, name: self.own.name_of(surface) })
        });
        let shipped = bucket.shipped.clone().find_map(|surface| {
            let length = stands(&SHIPPED, surface)?;
            let name = SHIPPED.name_of(surface);
            let certain = SECTIONS[SHIPPED.section(name)].1;
            certain.then_some(Match { length, name: self.own.len() + name })
        });
        match (own, shipped) {
            (Some(own), Some(shipped)) if shipped.length > own.length => Some(shipped),
            (own, shipped) => own.or(shipped),
        }
    }

    /// The longest certain surface of the shipped ones that stands in lower case at token `at`, before token `end`.
    pub(super) fn in_lower_case(
        &self,
        bucket: &Bucket,
        reading: &Reading,
        at: usize,
        end: usize,
    ) -> Option<Match> {
        bucket.shipped.clone().find_map(|surface| {
            let name = SHIPPED.name_of(surface);
            let mut length = 0;
            for piece in SHIPPED.tokens(surface) {
                if at + length >= end || piece.to_lowercase() != reading.letters(at + length) {
                    return None;
                }
                length += 1;
            }
            SECTIONS[SHIPPED.section(name)].1.then_some(Match { length, name: self.own.len() + name })
        })
    }

    /// What the lists say of the name at `tokens` without being certain of it.
    pub(super) fn hints(&self, bucket: &Bucket, reading: &Reading, tokens: Range<usize>) -> Votes {
        let mut votes = Votes::default();
        for surface in bucket.shipped.clone() {
            let (kind, certain) = SECTIONS[SHIPPED.section(SHIPPED.name_of(surface))];
            let length = || length_at(&SHIPPED, surface, reading, tokens.start, tokens.end);
            if !certain && length() == Some(tokens.len()) {
                votes.add(kind, HINT);
            }
        }
        votes
    }

    /// Canonical name and kind.
    pub(super) fn name(&self, name: usize) -> (&str, EntityKind) {
        match self.kinds.get(name) {
            Some(&kind) => (self.own.canonical(name), kind),
            None => {
                let name = name - self.own.len();
                (SHIPPED.canonical(name), SECTIONS[SHIPPED.section(name)].0)
            }
        }
    }
}

fn starts_in_lower_case(surfaces: &Surfaces, surface: usize) -> bool {
    surfaces.tokens(surface).next().is_some_and(|piece| piece.starts_with(char::is_lowercase))
}

/// The number of tokens of the surface, where it stands at token `at`, before token `end`.
fn length_at(surfaces: &Surfaces, surface: usize, reading: &Reading, at: usize, end: usize) -> Option<usize> {
    let mut length = 0;
    for piece in surfaces.tokens(surface) {
        if at + length >= end || !same(piece, reading.letters(at + length)) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

/// Whether the token is the piece, whose apostrophes are straight.
fn same(piece: &str, token: &str) -> bool {
    token == piece || token.contains('’') && token.replace('’', "'") == piece
}

#[cfg(test)]
mod tests {
    use super::super::list::{Listed, names, with_plain_capitals};
    use super::*;
    use crate::analyse::lexicon::{self, Class};
    use std::collections::{BTreeMap, HashSet};

    const LISTS: [(&str, &str); 8] = [
        ("places", include_str!("../../../assets/names/places.txt")),
        ("organisations", include_str!("../../../assets/names/organisations.txt")),
        ("people", include_str!("../../../assets/names/people.txt")),
        ("events", include_str!("../../../assets/names/events.txt")),
        ("laws", include_str!("../../../assets/names/laws.txt")),
        ("products", include_str!("../../../assets/names/products.txt")),
        ("works", include_str!("../../../assets/names/works.txt")),
        ("hints", include_str!("../../../assets/names/hints.txt")),
    ];

    fn listed() -> Vec<Listed<'static>> {
        LISTS.iter().flat_map(|(_, list)| names(list)).collect()
    }

    #[test]
    fn every_section_is_a_kind_of_names() {
        for Listed { kind, surfaces, .. } in listed() {
            let kind = EntityKind::named(kind);
            assert!(
                kind.is_some_and(|kind| kind != EntityKind::Other && !kind.is_landmark()),
                "{surfaces:?}"
            );
        }
    }

    #[test]
    fn a_surface_stands_once() {
        let (mut certain, mut hinted) = (HashSet::new(), HashSet::new());
        for known in listed() {
            for surface in known.surfaces {
                let new = if known.certain {
                    certain.insert(surface)
                } else {
                    hinted.insert((surface, known.kind))
                };
                assert!(new, "{surface} stands twice");
            }
        }
        for (surface, _) in hinted {
            assert!(!certain.contains(surface), "{surface} is a hint and certain");
        }
    }

    #[test]
    fn a_surface_has_two_letters_and_a_capital() {
        for surface in listed().iter().flat_map(|known| &known.surfaces) {
            assert!(surface.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2, "{surface}");
            assert!(
                surface.chars().any(|letter| letter.is_uppercase() || letter.is_ascii_digit()),
                "{surface}"
            );
        }
    }

    #[test]
    fn a_certain_surface_is_no_small_word() {
        let small = Class::COMMON.or(Class::PREPOSITION).or(Class::PRONOUN).or(Class::TIME).or(Class::ROLE);
        // Written in capitals or after a full stop, the press means the states and the bodies.
        let spared = ["US", "UN", "WHO", "CES"];
        for surface in listed().iter().filter(|known| known.certain).flat_map(|known| &known.surfaces) {
            let classes = lexicon::classes(&surface.to_lowercase());
            let found = classes.french.or(classes.english).has(small);
            assert!(!found || spared.contains(surface), "{surface} is a word as well");
        }
    }

    #[test]
    fn groups_are_sorted() {
        for (name, list) in LISTS {
            let lines: Vec<&str> = list.lines().collect();
            for pair in lines
                .windows(2)
                .filter(|pair| !pair.iter().any(|line| line.is_empty() || line.starts_with(['#', '['])))
            {
                assert!(pair[0] < pair[1], "{name}.txt: {} stands before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn what_ships_is_what_is_listed() {
        let mut kinds: BTreeMap<&str, EntityKind> = BTreeMap::new();
        for name in 0..SHIPPED.len() {
            kinds.insert(SHIPPED.canonical(name), SECTIONS[SHIPPED.section(name)].0);
        }
        assert!(kinds.len() > 4000, "{}", kinds.len());
        for known in listed().iter().filter(|known| known.certain) {
            assert_eq!(
                kinds.get(known.surfaces[0]).copied(),
                EntityKind::named(known.kind),
                "{:?}",
                known.surfaces
            );
        }
    }

    #[test]
    fn a_capital_without_its_accent_is_the_same() {
        assert_eq!(with_plain_capitals("États-Unis").as_deref(), Some("Etats-Unis"));
        assert_eq!(with_plain_capitals("Orléans"), None);
    }

    fn first_match(index: &KnownIndex, text: &str) -> Option<(String, EntityKind, usize)> {
        let reading = crate::analyse::tests::reading(text);
        let buckets = index.buckets(&reading);
        let bucket = buckets[reading.tokens[0].word()? as usize].as_ref()?;
        let found = index.longest(bucket, &reading, 0, reading.tokens.len())?;
        let (name, kind) = index.name(found.name);
        Some((name.to_owned(), kind, found.length))
    }

    #[test]
    fn own_names_lie_over_the_shipped_ones() {
        let own =
            |name: &str, kind| KnownName { name: name.to_owned(), kind, aliases: vec!["UE".to_owned()] };
        let index = KnownIndex::new(&[own("Université d’été", EntityKind::Event)]);
        let event = Some(("Université d’été".to_owned(), EntityKind::Event, 1));
        assert_eq!(first_match(&index, "UE"), event);
        assert_eq!(first_match(&index, "Université d'été à Blois").map(|found| found.2), Some(3));
        let bank = first_match(&index, "Banque centrale européenne").expect("it ships");
        assert_eq!((bank.1, bank.2), (EntityKind::Organisation, 3));
        assert_eq!(
            first_match(&KnownIndex::default(), "UE").map(|found| found.0).as_deref(),
            Some("Union européenne")
        );
    }

    #[test]
    fn a_hint_votes_and_decides_nothing() {
        let index = KnownIndex::default();
        assert_eq!(first_match(&index, "Lincoln"), None);
        let reading = crate::analyse::tests::reading("Lincoln");
        let bucket = index.buckets(&reading)[0].clone().expect("it is listed");
        assert!(index.hints(&bucket, &reading, 0..1).total() >= HINT);
    }
}
