//! Sentences of the press, made from patterns: contexts that the training texts have too few of (firms,
//! clubs, media, products, works), filled with known and with invented names.
//!
//! The texts in `press/` hold lists and patterns, as said at their heads. Words apart by blanks; a slot in
//! braces is filled from the list of its name, from the names of the training texts (`first`, `surname`,
//! `place`), or with letters (`invented`, `syllable`, `Syllable`, `letter`).

use crate::data::Sentence;
use exergue::analyse::tagger::{Class, Label};
use std::collections::{BTreeMap, HashMap};

const SHARED: &str = include_str!("press/shared.txt");
const FRENCH: &str = include_str!("press/fr.txt");
const ENGLISH: &str = include_str!("press/en.txt");

/// The slots of patterns that are names, and their class.
const NAMES: [(&str, Class); 15] = [
    ("person", Class::Person),
    ("family", Class::Person),
    ("town", Class::Place),
    ("country", Class::Place),
    ("bare-country", Class::Place),
    ("venue", Class::Place),
    ("org", Class::Organisation),
    ("club", Class::Organisation),
    ("media", Class::Organisation),
    ("body", Class::Organisation),
    ("acronym", Class::Organisation),
    ("product", Class::Other),
    ("work", Class::Other),
    ("event", Class::Other),
    ("law", Class::Other),
];
/// Names of the training texts that stand there less often are left out.
const SEEN: usize = 2;

/// Makes each pattern of a language `times` times, with names of `train` among others; the same for the same input.
pub(crate) fn press(language: &str, times: usize, train: &[Sentence]) -> Vec<Sentence> {
    let own = if language == "fr" { FRENCH } else { ENGLISH };
    let mut grammar = Grammar { lists: names(train), dice: Dice(0x2545_f491_4f6c_dd1d) };
    let mut patterns = Vec::new();
    for line in SHARED.lines().chain(own.lines()).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
            Some((name, entries)) => {
                grammar
                    .lists
                    .entry(name.to_owned())
                    .or_default()
                    .extend(entries.split(" | ").flat_map(weighed));
            }
            None => patterns.push(line),
        }
    }
    // Each sentence is a text of its own: no two of them are of one article.
    let document = train.last().map_or(0, |sentence| sentence.document);
    (0..times * patterns.len())
        .map(|number| Sentence {
            document: document + 1 + number,
            ..grammar.sentence(patterns[number % patterns.len()], language)
        })
        .collect()
}

/// `3* entry` is that entry three times.
fn weighed(entry: &str) -> impl Iterator<Item = String> {
    let (times, entry) = match entry.split_once("* ") {
        Some((times, entry)) if times.bytes().all(|byte| byte.is_ascii_digit()) => {
            (times.parse().unwrap_or(1), entry)
        }
        _ => (1, entry),
    };
    std::iter::repeat_n(entry.to_owned(), times)
}

/// First names, family names and places of one word, in the order of the alphabet.
fn names(train: &[Sentence]) -> HashMap<String, Vec<String>> {
    let mut counts: [BTreeMap<&str, usize>; 3] = Default::default();
    for sentence in train {
        for (first, end, class) in crate::train::spans(&sentence.labels) {
            let words = &sentence.words[first..end];
            let plain = words.iter().all(|word| {
                word.starts_with(char::is_uppercase)
                    && word.chars().all(char::is_alphabetic)
                    && word.chars().count() > 2
            });
            match words {
                [name, family] if plain && class == Class::Person => {
                    *counts[0].entry(name).or_default() += 1;
                    *counts[1].entry(family).or_default() += 1;
                }
                [place] if plain && class == Class::Place => *counts[2].entry(place).or_default() += 1,
                _ => {}
            }
        }
    }
    let [first, surname, place] = counts;
    let kept = |counts: BTreeMap<&str, usize>, least: usize| {
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(name, _)| name.to_owned()).collect()
    };
    HashMap::from([
        ("first".to_owned(), kept(first, SEEN)),
        ("surname".to_owned(), kept(surname, 1)),
        ("place".to_owned(), kept(place, SEEN)),
    ])
}

struct Grammar {
    lists: HashMap<String, Vec<String>>,
    dice: Dice,
}

impl Grammar {
    fn sentence(&mut self, pattern: &str, language: &str) -> Sentence {
        let mut sentence = Sentence::default();
        let mut rest = pattern;
        while let Some(start) = rest.find('{') {
            let end = start + rest[start..].find('}').expect("braces are closed");
            put(&mut sentence, &rest[..start], None, language);
            let slot = &rest[start + 1..end];
            let class = NAMES.iter().find(|(name, _)| *name == slot).map(|(_, class)| *class);
            let filled = self.fill(slot);
            put(&mut sentence, &filled, class, language);
            rest = &rest[end + 1..];
        }
        put(&mut sentence, rest, None, language);
        sentence
    }

    /// What stands in a slot, its own slots filled.
    fn fill(&mut self, slot: &str) -> String {
        match slot {
            "letter" => return self.dice.one_of(&LETTERS).to_owned(),
            "syllable" => return capital(&self.dice.syllable()),
            "Syllable" => return capital(&self.dice.syllable()),
            "invented" => {
                let syllables = [1, 2, 2, 3][self.dice.below(4)];
                return capital(&(0..syllables).map(|_| self.dice.syllable()).collect::<String>());
            }
            _ => {}
        }
        let list = self.lists.get(slot).unwrap_or_else(|| panic!("no list `{slot}` in press/"));
        let mut entry = list[self.dice.below(list.len())].clone();
        while let Some(start) = entry.find('{') {
            let end = start + entry[start..].find('}').expect("braces are closed");
            let inner = self.fill(&entry[start + 1..end].to_owned());
            entry.replace_range(start..=end, &inner);
        }
        entry
    }
}

/// Adds the words of `text`; an article in lower case before a name is none of it.
fn put(sentence: &mut Sentence, text: &str, class: Option<Class>, language: &str) {
    let mut inside = false;
    for word in words(text, language) {
        let article = !inside && matches!(word, "l'" | "le" | "la" | "les" | "the");
        let name = class.filter(|_| !article).map(|class| {
            let first = Label::ALL
                .into_iter()
                .find(|label| label.class() == Some(class))
                .expect("each class has labels");
            if inside { Label::ALL[first.number() + 1] } else { first }
        });
        inside |= name.is_some();
        sentence.words.push(word.to_owned());
        sentence.labels.push(name.unwrap_or(Label::OUTSIDE));
    }
}

/// Words with blanks between, articles and `'s` cut off as in the training texts.
fn words<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let mut words = Vec::new();
    for word in text.split_ascii_whitespace() {
        let place = word.find('\'').filter(|_| word != "'s");
        let elided =
            language == "fr" && place.is_some_and(|at| at == 1 || word[..at].eq_ignore_ascii_case("qu"));
        match place {
            Some(at) if elided && at + 1 < word.len() => words.extend([&word[..=at], &word[at + 1..]]),
            Some(at) if word[at..] == *"'s" => words.extend([&word[..at], &word[at..]]),
            _ => words.push(word),
        }
    }
    words
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const LETTERS: [&str; 17] =
    ["A", "B", "C", "D", "E", "F", "G", "I", "L", "M", "N", "O", "P", "R", "S", "T", "U"];
const ONSETS: [&str; 26] = [
    "b", "c", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "cr", "dr", "fr", "gl",
    "pl", "st", "tr", "ch", "qu", "sk",
];
const VOWELS: [&str; 18] =
    ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ou", "ai", "ea", "ar", "er", "or", "an", "in", "on"];
const CODAS: [&str; 18] =
    ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "x", "nd", "rt", "st", "ck", "ss"];

/// A row of numbers that is always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("it is below a length")
    }

    fn one_of(&mut self, parts: &[&'static str]) -> &'static str {
        parts[self.below(parts.len())]
    }

    fn syllable(&mut self) -> String {
        let coda = if self.below(2) == 0 { self.one_of(&CODAS) } else { "" };
        [self.one_of(&ONSETS), self.one_of(&VOWELS), coda].concat()
    }
}
