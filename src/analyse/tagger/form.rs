//! A word form as hashes: all that features ever ask of it.

use super::clusters::Clusters;

/// Letters of the longest prefix that is a feature.
const LONGEST_PREFIX: usize = 4;
/// Letters of the longest suffix that is a feature.
const LONGEST_SUFFIX: usize = 5;

/// The hashes of one written form. Quotation marks, apostrophes and dashes count as the plain ones.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pub(super) exact: u64,
    pub(super) lower: u64,
    /// `Xx` of `Mensch`, `X-X` of `M-H`: one sign for each run.
    pub(super) shape: u64,
    /// `Xxxxxx` of `Mensch`.
    pub(super) long_shape: u64,
    /// Of the first letter, the first two…; 0 where the word is shorter.
    pub(super) prefixes: [u64; LONGEST_PREFIX],
    /// Of the last letter, the last two…; 0 where the word is shorter.
    pub(super) suffixes: [u64; LONGEST_SUFFIX],
    /// Of the last three letters, or of all of a shorter word.
    pub(super) ending: u64,
    /// The cluster of the word, where the table has it.
    pub(super) cluster: Option<u8>,
    /// Starts with a capital.
    pub(super) capital: bool,
    pub(super) has_letters: bool,
    pub(super) has_small_letters: bool,
    /// Stands before the first or after the last word of a sentence.
    pub(super) edge: bool,
}

impl Form {
    /// The hashes of `letters`, with its cluster in `clusters`; `scratch` is only to save allocations.
    #[must_use]
    pub fn new(letters: &str, clusters: &Clusters, scratch: &mut Vec<char>) -> Form {
        let mut form = Form::default();
        scratch.clear();
        let mut last = '\0';
        for letter in letters.chars().map(plain) {
            form.exact = step(form.exact, letter);
            let sign = if letter.is_uppercase() {
                'X'
            } else if letter.is_lowercase() {
                'x'
            } else if letter.is_numeric() {
                'd'
            } else {
                letter
            };
            form.long_shape = step(form.long_shape, sign);
            if sign != last {
                form.shape = step(form.shape, sign);
                last = sign;
            }
            form.has_letters |= letter.is_alphabetic();
            form.has_small_letters |= sign == 'x';
            form.capital |= scratch.is_empty() && sign == 'X';
            if letter.is_ascii() {
                scratch.push(letter.to_ascii_lowercase());
            } else {
                scratch.extend(letter.to_lowercase());
            }
        }
        for (at, &letter) in scratch.iter().enumerate() {
            form.lower = step(form.lower, letter);
            if let Some(prefix) = form.prefixes.get_mut(at) {
                *prefix = form.lower;
            }
        }
        let mut suffix = 0;
        for (length, &letter) in scratch.iter().rev().take(LONGEST_SUFFIX).enumerate() {
            suffix = step(suffix, letter);
            form.suffixes[length] = suffix;
            if length < 3 {
                form.ending = suffix;
            }
        }
        form.cluster = clusters.of(form.exact).or_else(|| clusters.of(form.lower));
        form
    }

    /// What stands before the first word of a sentence.
    #[must_use]
    pub fn before_all() -> Form {
        Form { exact: 1, lower: 1, shape: 1, long_shape: 1, edge: true, ..Form::default() }
    }

    /// What stands after the last word of a sentence.
    #[must_use]
    pub fn after_all() -> Form {
        Form { exact: 2, lower: 2, shape: 2, long_shape: 2, edge: true, ..Form::default() }
    }
}

/// The hash of a word as the table of clusters has it.
#[must_use]
pub fn hash(word: &str) -> u64 {
    word.chars().map(plain).fold(0, step)
}

fn step(hash: u64, letter: char) -> u64 {
    let mixed = (hash ^ u64::from(u32::from(letter) + 3)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

/// The sign that stands for `letter` in the texts the models were trained on.
fn plain(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' => '\'',
        '«' | '»' | '“' | '”' | '„' => '"',
        '—' | '–' | '\u{2010}' | '\u{2011}' => '-',
        _ => letter,
    }
}
