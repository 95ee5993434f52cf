//! Names known before reading: the index over them, and the shipped list.

use crate::analyse::reading::{Reading, WordId, lower_into};
use crate::analyse::tokens;
use crate::mark::{EntityKind, KnownName};
use foldhash::{HashMap, HashMapExt as _};

/// Known names by the first word of each surface.
#[derive(Debug, Default)]
pub(in crate::analyse) struct KnownIndex {
    /// Canonical name and kind.
    names: Vec<(String, EntityKind)>,
    surfaces: Vec<Surface>,
    letters: String,
    /// Ends of the pieces of all surfaces in `letters`.
    ends: Vec<u32>,
    /// Surfaces that start with the word, most pieces first.
    by_first: HashMap<Box<str>, Vec<u32>>,
}

#[derive(Debug)]
struct Surface {
    /// Where its pieces lie in `ends`.
    first: u32,
    pieces: u32,
    name: u32,
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
    pub(in crate::analyse) fn new(names: &[KnownName]) -> Self {
        let mut index = Self { by_first: HashMap::with_capacity(names.len() * 2), ..Self::default() };
        let mut scratch = String::new();
        for known in names {
            let name = u32::try_from(index.names.len()).expect("a list of names is short");
            index.names.push((known.name.clone(), known.kind));
            for surface in std::iter::once(&known.name).chain(&known.aliases) {
                index.add(surface, name, &mut scratch);
            }
        }
        for list in index.by_first.values_mut() {
            list.sort_by_key(|&surface| std::cmp::Reverse(index.surfaces[surface as usize].pieces));
        }
        index
    }

    /// For each word of the reading, the number of its list among the surfaces that start with it.
    pub(super) fn buckets<'a>(&'a self, reading: &Reading) -> Vec<Option<&'a [u32]>> {
        (0..reading.word_count())
            .map(|word| {
                let word = reading.word(WordId::try_from(word).expect("words are numbered so"));
                self.by_first.get(word).map(Vec::as_slice)
            })
            .collect()
    }

    /// The longest surface of `bucket` that stands at token `at`, before token `end`.
    pub(super) fn longest(&self, bucket: &[u32], reading: &Reading, at: usize, end: usize) -> Option<Match> {
        bucket.iter().find_map(|&surface| {
            let surface = &self.surfaces[surface as usize];
            let length = surface.pieces as usize;
            let stands =
                at + length <= end && (0..length).all(|piece| self.same(surface, piece, reading, at + piece));
            stands.then_some(Match { length, name: surface.name as usize })
        })
    }

    /// Canonical name and kind.
    pub(super) fn name(&self, name: usize) -> (&str, EntityKind) {
        (&self.names[name].0, self.names[name].1)
    }

    fn same(&self, surface: &Surface, piece: usize, reading: &Reading, token: usize) -> bool {
        let end = surface.first as usize + piece;
        let start = if end == 0 { 0 } else { self.ends[end - 1] as usize };
        let piece = &self.letters[start..self.ends[end] as usize];
        let token = reading.letters(token);
        token == piece || token.contains('’') && token.replace('’', "'") == piece
    }

    fn add(&mut self, surface: &str, name: u32, scratch: &mut String) {
        let first = self.ends.len();
        tokens::pieces(surface, 0, surface.len(), |piece| {
            let letters = &surface[piece.start..piece.end];
            letters.chars().for_each(|letter| self.letters.push(if letter == '’' { '\'' } else { letter }));
            self.ends.push(u32::try_from(self.letters.len()).expect("a list of names is short"));
            if self.ends.len() == first + 1 {
                lower_into(letters, scratch);
            }
        });
        let pieces = self.ends.len() - first;
        if pieces == 0 {
            return;
        }
        let number = |count: usize| u32::try_from(count).expect("a list of names is short");
        let index = number(self.surfaces.len());
        self.surfaces.push(Surface { first: number(first), pieces: number(pieces), name });
        if let Some(list) = self.by_first.get_mut(scratch.as_str()) {
            list.push(index);
        } else {
            self.by_first.insert(scratch.as_str().into(), vec![index]);
        }
    }
}

/// The names that ship with the program.
///
/// `assets/names.txt`: a line `[kind]` opens a section; every other line is a canonical name and,
/// after `|`, the other surfaces of it; blank lines and lines that start with `#` say nothing.
#[must_use]
pub fn shipped_names() -> Vec<KnownName> {
    parse(include_str!("../../../assets/names.txt"))
}

fn parse(list: &str) -> Vec<KnownName> {
    let mut kind = EntityKind::Other;
    let mut names = Vec::with_capacity(list.len() / 24);
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            kind = EntityKind::named(section).unwrap_or(EntityKind::Other);
            continue;
        }
        let mut surfaces = line.split('|').map(|surface| surface.trim().to_owned());
        let Some(name) = surfaces.next() else { continue };
        names.push(KnownName { name, kind, aliases: surfaces.collect() });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_is_well_formed() {
        let names = shipped_names();
        assert!(names.len() > 200, "{}", names.len());
        let mut seen = std::collections::HashSet::new();
        for known in &names {
            assert!(known.kind != EntityKind::Other, "{} stands under no section", known.name);
            for surface in std::iter::once(&known.name).chain(&known.aliases) {
                assert!(!surface.is_empty(), "{} has an empty surface", known.name);
                assert!(seen.insert(surface.clone()), "{surface} stands twice");
            }
        }
    }
}
