//! Passages caught by the terms of themes.
//!
//! A word stands for a set of keys: its letters without accents, its French and English stems, and
//! itself without a plural ending. Two words match when the sets meet. Articles, prepositions and
//! numbers between the words of a term are passed over on both sides; a mark ends a sequence.

use super::reading::{Reading, WordId, lower_into};
use super::tokens::{self, Kind};
use crate::mark::{Theme, ThemeHit};
use crate::text::Span;
use frostem::{Algorithm, Stemmer};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that a sequence passes over.
const SMALL: &str = "de du des d' l' le la les un une au aux en à et ou the of a an in for to and or sur entre dans on between";
/// How many of them in a row.
const GAP: usize = 3;

/// The terms of all themes, by the keys of their words.
#[derive(Debug, Default)]
pub(super) struct ThemeIndex {
    keys: HashMap<Box<str>, u32>,
    terms: Vec<Term>,
    /// For each key, the terms that have a word with it where a match may start.
    starts: Vec<Vec<u32>>,
    /// Prefixes of terms that end in `*`, with the key that stands for each.
    prefixes: Vec<(Box<str>, u32)>,
    small: HashMap<&'static str, ()>,
}

#[derive(Debug)]
struct Term {
    theme: usize,
    term: usize,
    any_order: bool,
    words: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// Any of these makes the match.
    keys: Vec<u32>,
    /// The letters as they must stand: terms in capitals and exact terms.
    letters: Option<Box<str>>,
}

/// What a distinct word of the reading is to the themes.
#[derive(Debug, Clone, Default)]
struct Known {
    small: bool,
    keys: Vec<u32>,
}

/// A word of the stream: hyphens split.
#[derive(Debug, Clone, Copy)]
struct Item {
    span: Span,
    /// Index among the known words; `None` for marks.
    word: Option<usize>,
}

impl ThemeIndex {
    pub(super) fn new(themes: &[Theme]) -> Self {
        let mut index =
            Self { small: SMALL.split_whitespace().map(|word| (word, ())).collect(), ..Self::default() };
        let stems = Stems::new();
        for (number, theme) in themes.iter().enumerate() {
            for (term, wording) in theme.terms.iter().enumerate() {
                let words = index.parts(&wording.text, wording.exact, &stems);
                if !words.is_empty() {
                    index.add(Term { theme: number, term, any_order: wording.any_order, words });
                }
            }
        }
        index
    }

    fn add(&mut self, term: Term) {
        let number = u32::try_from(self.terms.len()).expect("a configuration is short");
        let first = if term.any_order { &term.words[..] } else { &term.words[..1] };
        for &key in first.iter().flat_map(|part| &part.keys) {
            let starts = &mut self.starts[key as usize];
            if starts.last() != Some(&number) {
                starts.push(number);
            }
        }
        self.terms.push(term);
    }

    fn parts(&mut self, text: &str, exact: bool, stems: &Stems) -> Vec<Part> {
        let (text, starred) = text.strip_suffix('*').map_or((text, false), |rest| (rest, true));
        let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        let mut words = Vec::new();
        let mut lower = String::new();
        split(text, |slice| {
            lower_into(slice, &mut lower);
            if !self.small.contains_key(lower.as_str()) && !slice.bytes().all(|byte| byte.is_ascii_digit()) {
                words.push((slice.to_owned(), lower.clone()));
            }
        });
        let last = words.len().saturating_sub(1);
        let part = |(place, (slice, lower)): (usize, (String, String))| {
            if starred && place == last {
                let key = self.key(&format!("{}*", folded(&lower)));
                self.prefixes.push((folded(&lower).into(), key));
                return Part { keys: vec![key], letters: None };
            }
            let mut keys = Vec::new();
            if exact || capitals {
                keys.push(self.key(&folded(&lower)));
            } else {
                stems.keys(&lower, |key| keys.push(self.key(key)));
            }
            Part { keys, letters: (exact || capitals).then(|| slice.replace('’', "'").into()) }
        };
        words.into_iter().enumerate().map(part).collect()
    }

    fn key(&mut self, key: &str) -> u32 {
        if let Some(&number) = self.keys.get(key) {
            return number;
        }
        let number = u32::try_from(self.starts.len()).expect("a configuration is short");
        self.keys.insert(key.into(), number);
        self.starts.push(Vec::new());
        number
    }

    fn known(&self, word: &str, stems: &Stems) -> Known {
        if self.small.contains_key(word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Known { small: true, keys: Vec::new() };
        }
        let mut keys = Vec::new();
        stems.keys(word, |key| keys.extend(self.keys.get(key)));
        if !self.prefixes.is_empty() {
            let plain = folded(word);
            keys.extend(
                self.prefixes.iter().filter(|(prefix, _)| plain.starts_with(&**prefix)).map(|(_, key)| *key),
            );
        }
        keys.sort_unstable();
        keys.dedup();
        Known { small: false, keys }
    }
}

/// The theme passages of the whole reading, passage by passage.
pub(super) struct ThemeFinder<'a> {
    index: &'a ThemeIndex,
    known: Vec<Known>,
    /// Words with a hyphen: their parts, as indexes into `known`.
    hyphenated: HashMap<WordId, Vec<usize>>,
    items: Vec<Item>,
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
    pub(super) fn find(
        &mut self,
        reading: &Reading,
        tokens: std::ops::Range<usize>,
        hits: &mut Vec<ThemeHit>,
    ) {
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

    fn stream(&mut self, reading: &Reading, tokens: std::ops::Range<usize>) {
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

/// Calls `each` with the words of `text`, hyphens split.
fn split<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    tokens::pieces(text, 0, text.len(), |piece| {
        let slice = &text[piece.start..piece.end];
        if piece.kind != Kind::Mark {
            let hyphen = ['-', '\u{2010}', '\u{2011}'];
            slice.split(hyphen).filter(|part| !part.is_empty()).for_each(&mut each);
        }
    });
}

/// Without accents and other marks.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        word.to_owned()
    } else {
        word.nfd().filter(|&letter| !is_combining_mark(letter)).collect()
    }
}

struct Stems {
    french: Stemmer,
    english: Stemmer,
}

impl Stems {
    fn new() -> Self {
        Self { french: Stemmer::new(Algorithm::French), english: Stemmer::new(Algorithm::English) }
    }

    /// Calls `each` with the keys of a word in lower case; short words have one.
    fn keys(&self, word: &str, mut each: impl FnMut(&str)) {
        each(&folded(word));
        if word.chars().count() <= 3 || !word.chars().all(char::is_alphabetic) {
            return;
        }
        each(&folded(&self.french.stem(word)));
        each(&folded(&self.english.stem(word)));
        each(&folded(word.strip_suffix(['s', 'x']).unwrap_or(word)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::tests::reading;

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
