//! Passages caught by the terms of themes.
//!
//! A word stands for a set of keys: its letters without accents, its French and English stems, and
//! itself without a plural ending. Two words match when the sets meet. Articles, prepositions and
//! numbers between the words of a term are passed over on both sides; a mark ends a sequence.

mod index;
mod keys;

pub(super) use index::ThemeIndex;

use super::reading::{Reading, WordId};
use super::tokens::Kind;
use crate::mark::ThemeHit;
use crate::text::Span;
use foldhash::{HashMap, HashMapExt as _};
use index::{Known, Part, Term};
use keys::{Stems, split};
use std::ops::Range;

/// How many of them in a row.
const GAP: usize = 3;

/// The theme passages of the whole reading, passage by passage.
pub(super) struct ThemeFinder<'a> {
    index: &'a ThemeIndex,
    known: Vec<Known>,
    /// Words with a hyphen: their parts, as indexes into `known`.
    hyphenated: HashMap<WordId, Vec<usize>>,
    items: Vec<Item>,
}

/// A word of the stream: hyphens split.
#[derive(Debug, Clone, Copy)]
struct Item {
    span: Span,
    /// Index among the known words; `None` for marks.
    word: Option<usize>,
}

impl<'a> ThemeFinder<'a> {
    pub(super) fn new(index: &'a ThemeIndex, reading: &Reading) -> Self {
        let stems = Stems::new();
        let mut finder = Self {
            index,
            known: Vec::with_capacity(reading.word_count()),
            hyphenated: HashMap::new(),
            items: Vec::new(),
        };
        let words = if index.terms.is_empty() { 0 } else { reading.word_count() };
        let mut parts = Vec::new();
        for word in 0..words {
            let id = WordId::try_from(word).expect("words are numbered so");
            let letters = reading.word(id);
            finder.known.push(index.known(letters, &stems));
            if letters.contains('-') {
                parts.push((id, letters));
            }
        }
        for (id, letters) in parts {
            let mut places = Vec::new();
            split(letters, |part| {
                places.push(finder.known.len());
                finder.known.push(index.known(part, &stems));
            });
            finder.hyphenated.insert(id, places);
        }
        finder
    }

    /// Adds the passages of the tokens given, by start; those of one theme do not overlap.
    pub(super) fn find(&mut self, reading: &Reading, tokens: Range<usize>, hits: &mut Vec<ThemeHit>) {
        if self.index.terms.is_empty() {
            return;
        }
        self.stream(reading, tokens);
        let mut found: Vec<ThemeHit> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let Some(word) = item.word else { continue };
            for &key in &self.known[word].keys {
                for &term in &self.index.starts[key as usize] {
                    let term = &self.index.terms[term as usize];
                    let end = if term.any_order {
                        self.any_order(reading, term, at)
                    } else {
                        self.ordered(reading, term, at)
                    };
                    if let Some(end) = end {
                        let span = Span::new(item.span.start(), end);
                        found.push(ThemeHit { span, theme: term.theme, term: term.term });
                    }
                }
            }
        }
        found.sort_by_key(|hit| (hit.theme, hit.span.start(), std::cmp::Reverse(hit.span.end())));
        let mut last: Option<ThemeHit> = None;
        for hit in found {
            let overlaps =
                last.is_some_and(|last| last.theme == hit.theme && last.span.end() > hit.span.start());
            if !overlaps {
                hits.push(hit);
                last = Some(hit);
            }
        }
    }

    fn stream(&mut self, reading: &Reading, tokens: Range<usize>) {
        self.items.clear();
        for token in &reading.tokens[tokens] {
            match token.word().and_then(|word| self.hyphenated.get(&word)) {
                Some(places) if token.kind == Kind::Word => {
                    let slice = token.span().of(reading.text);
                    let mut places = places.iter();
                    split(slice, |part| {
                        let start = token.start() + (part.as_ptr() as usize - slice.as_ptr() as usize);
                        let span = Span::new(start, start + part.len());
                        self.items.push(Item { span, word: places.next().copied() });
                    });
                }
                _ => {
                    self.items.push(Item { span: token.span(), word: token.word().map(|word| word as usize) })
                }
            }
        }
    }

    fn fits(&self, reading: &Reading, part: &Part, at: usize) -> bool {
        let item = self.items[at];
        let shares =
            item.word.is_some_and(|word| part.keys.iter().any(|key| self.known[word].keys.contains(key)));
        shares
            && part.letters.as_deref().is_none_or(|letters| {
                let slice = item.span.of(reading.text);
                slice == letters || slice.contains('’') && slice.replace('’', "'") == letters
            })
    }

    /// The next word after `at`, small words passed over; `None` at a mark.
    fn next(&self, at: usize) -> Option<usize> {
        let small = |at: &usize| self.items[*at].word.is_some_and(|word| self.known[word].small);
        let next = (at + 1..self.items.len().min(at + GAP + 2)).find(|at| !small(at))?;
        self.items[next].word.map(|_| next)
    }

    fn ordered(&self, reading: &Reading, term: &Term, at: usize) -> Option<usize> {
        let mut at = at;
        for (place, part) in term.words.iter().enumerate() {
            if place > 0 {
                at = self.next(at)?;
            }
            if !self.fits(reading, part, at) {
                return None;
            }
        }
        Some(self.items[at].span.end())
    }

    fn any_order(&self, reading: &Reading, term: &Term, at: usize) -> Option<usize> {
        let mut left: Vec<&Part> = term.words.iter().collect();
        let mut at = at;
        loop {
            let place = left.iter().position(|part| self.fits(reading, part, at))?;
            left.swap_remove(place);
            if left.is_empty() {
                return Some(self.items[at].span.end());
            }
            at = self.next(at)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::tests::reading;
    use crate::mark::Theme;

    fn found<'t>(text: &'t str, terms: &[&str]) -> Vec<&'t str> {
        let terms = terms
            .iter()
            .map(|&text| {
                let (text, any_order) = text.strip_prefix('~').map_or((text, false), |rest| (rest, true));
                let (text, exact) = text.strip_prefix('=').map_or((text, false), |rest| (rest, true));
                crate::mark::Term { text: text.to_owned(), exact, any_order }
            })
            .collect();
        let theme = Theme { key: "t".into(), label: "T".into(), description: String::new(), terms };
        let index = ThemeIndex::new(&[theme]);
        let reading = reading(text);
        let mut finder = ThemeFinder::new(&index, &reading);
        let mut hits = Vec::new();
        for passage in &reading.passages {
            finder.find(&reading, passage.tokens.clone(), &mut hits);
        }
        hits.iter().map(|hit| hit.span.of(text)).collect()
    }

    #[test]
    fn inflections_match_in_both_languages() {
        assert_eq!(found("Des centres de données", &["centre de données"]), ["centres de données"]);
        assert_eq!(
            found("two data-centres and data centre", &["data centre"]),
            ["data-centres", "data centre"]
        );
        assert_eq!(found("clouds décentralisés", &["cloud décentralisé"]), ["clouds décentralisés"]);
    }

    #[test]
    fn terms_in_capitals_keep_their_case() {
        assert_eq!(found("l’IA, ia, il y a", &["IA"]), ["IA"]);
        assert_eq!(found("Une rue de l’UE", &["UE"]), ["UE"]);
    }

    #[test]
    fn a_mark_ends_a_sequence() {
        assert_eq!(found("au centre, des données", &["centre de données"]), Vec::<&str>::new());
    }

    #[test]
    fn the_longest_match_wins() {
        assert_eq!(
            found("le marché unique de l’UE", &["marché unique", "marché unique de l’UE"]),
            ["marché unique de l’UE"]
        );
    }

    #[test]
    fn stars_exact_terms_and_free_order_do_as_they_say() {
        assert_eq!(found("hyperscaler, hyperscaling", &["hyperscal*"]), ["hyperscaler", "hyperscaling"]);
        assert_eq!(found("lois, loi", &["=loi"]), ["loi"]);
        assert_eq!(found("le marché fragmenté", &["~fragmenté marché"]), ["marché fragmenté"]);
    }
}
