//! The keys under which a word is known: its plain letters and its stems.

use crate::analyse::tokens::{self, Kind};
use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The stemmers of both languages.
pub(super) struct Stems {
    french: Stemmer,
    english: Stemmer,
}

impl Stems {
    pub(super) fn new() -> Self {
        Self { french: Stemmer::new(Algorithm::French), english: Stemmer::new(Algorithm::English) }
    }

    /// Calls `each` with the keys of a word in lower case; short words have one.
    pub(super) fn keys(&self, word: &str, mut each: impl FnMut(&str)) {
        each(&folded(word));
        if word.chars().count() <= 3 || !word.chars().all(char::is_alphabetic) {
            return;
        }
        each(&folded(&self.french.stem(word)));
        each(&folded(&self.english.stem(word)));
        each(&folded(word.strip_suffix(['s', 'x']).unwrap_or(word)));
    }
}

/// Calls `each` with the words of `text`, hyphens split.
pub(super) fn split<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    tokens::pieces(text, 0, text.len(), |piece| {
        let slice = &text[piece.start..piece.end];
        if piece.kind != Kind::Mark {
            let hyphen = ['-', '\u{2010}', '\u{2011}'];
            slice.split(hyphen).filter(|part| !part.is_empty()).for_each(&mut each);
        }
    });
}

/// Without accents and other marks.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        word.to_owned()
    } else {
        word.nfd().filter(|&letter| !is_combining_mark(letter)).collect()
    }
}
