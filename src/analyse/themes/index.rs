//! The terms of all themes, made ready for matching.

use super::keys::{Stems, folded, head, split};
use crate::analyse::reading::lower_into;
use crate::mark::Theme;
use foldhash::{HashMap, HashSet};

/// Words that a sequence passes over.
const SMALL: &str = "de du des d' l' le la les un une au aux en à et ou the of a an in for to and or sur entre dans on between";

/// The terms of all themes, by the keys of their words.
#[derive(Debug, Default)]
pub(in crate::analyse) struct ThemeIndex {
    keys: HashMap<Box<str>, u32>,
    /// What the words begin with that may have one of these keys: no others need to be stemmed.
    heads: HashSet<[char; 2]>,
    /// Every word may: a term like `a*` has hardly a beginning.
    all_heads: bool,
    pub(super) terms: Vec<Term>,
    /// For each key, the terms that have a word with it where a match may start.
    pub(super) starts: Vec<Vec<u32>>,
    /// Prefixes of terms that end in `*`, with the key that stands for each.
    prefixes: Vec<(Box<str>, u32)>,
    small: HashSet<&'static str>,
}

/// A term: which one, and its words.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) theme: usize,
    pub(super) term: usize,
    pub(super) any_order: bool,
    pub(super) words: Vec<Part>,
}

/// A word of a term.
#[derive(Debug)]
pub(super) struct Part {
    /// Any of these makes the match.
    pub(super) keys: Vec<u32>,
    /// The letters as they must stand: terms in capitals and exact terms.
    pub(super) letters: Option<Box<str>>,
}

/// What a distinct word of the reading is to the themes.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) small: bool,
    pub(super) keys: Vec<u32>,
}

/// The words of terms that have been stemmed: half of them come again in another term.
struct Stemmed {
    stems: Stems,
    keys: HashMap<String, Vec<u32>>,
}

impl ThemeIndex {
    pub(in crate::analyse) fn new(themes: &[Theme]) -> Self {
        let mut index = Self { small: SMALL.split_whitespace().collect(), ..Self::default() };
        let mut stemmed = Stemmed { stems: Stems::new(), keys: HashMap::default() };
        for (number, theme) in themes.iter().enumerate() {
            for (term, wording) in theme.terms.iter().enumerate() {
                let words = index.parts(&wording.text, wording.exact, &mut stemmed);
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

    fn parts(&mut self, text: &str, exact: bool, stemmed: &mut Stemmed) -> Vec<Part> {
        let (text, starred) = text.strip_suffix('*').map_or((text, false), |rest| (rest, true));
        let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        let mut words = Vec::new();
        let mut lower = String::new();
        split(text, |slice| {
            lower_into(slice, &mut lower);
            if !self.small.contains(lower.as_str()) && !slice.bytes().all(|byte| byte.is_ascii_digit()) {
                words.push((slice.to_owned(), lower.clone()));
            }
        });
        let last = words.len().saturating_sub(1);
        let part = |(place, (slice, lower)): (usize, (String, String))| {
            self.heads.extend(head(&lower));
            if starred && place == last {
                self.all_heads |= lower.chars().count() < 2;
                let key = self.key(&format!("{}*", folded(&lower)));
                self.prefixes.push((folded(&lower).into(), key));
                return Part { keys: vec![key], letters: None };
            }
            let keys = if exact || capitals {
                vec![self.key(&folded(&lower))]
            } else if let Some(keys) = stemmed.keys.get(&lower) {
                keys.clone()
            } else {
                let mut keys = Vec::new();
                stemmed.stems.keys(&lower, |key| keys.push(self.key(key)));
                stemmed.keys.insert(lower, keys.clone());
                keys
            };
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

    /// What a word of the text, in lower case, is to the terms.
    pub(super) fn known(&self, word: &str, stems: &Stems) -> Known {
        if self.small.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Known { small: true, keys: Vec::new() };
        }
        if !self.all_heads && head(word).is_some_and(|head| !self.heads.contains(&head)) {
            return Known::default();
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
