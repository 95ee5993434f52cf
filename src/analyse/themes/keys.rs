//! The keys under which a word is known: its plain letters and its stems.

use crate::analyse::tokens::{self, Kind};
use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

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

/// What all keys of a word begin with: its first two letters without accents. `None` where a stem may begin
/// otherwise, since *y* becomes *i* (`dying`, `tyran`).
pub(super) fn head(word: &str) -> Option<[char; 2]> {
    let mut head = ['\0'; 2];
    let mut letters = 0;
    for character in word.chars() {
        plain(character, |letter| {
            if let Some(place) = head.get_mut(letters) {
                *place = letter;
            }
            letters += 1;
        });
        if letters >= 2 {
            break;
        }
    }
    (head[1] != 'y').then_some(head)
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
pub(super) fn folded(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        plain(character, |letter| folded.push(letter));
    }
    Cow::Owned(folded)
}

/// Calls `each` with the letters that a character is made of, without its marks.
fn plain(character: char, mut each: impl FnMut(char)) {
    if character.is_ascii() {
        return each(character);
    }
    decompose_canonical(character, |letter| {
        if !is_combining_mark(letter) {
            each(letter);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn all_keys_of_a_word_have_its_head(word in "[a-zàâçéèêëîïôùûüÿœæ']{1,14}|[a-zéï]{1,8}(s|es|ing|ed|ation|ement|aux|yer|ying)") {
            let Some(expected) = head(&word) else { return Ok(()) };
            Stems::new().keys(&word, |key| {
                // A stem may be shorter than the head.
                let found = head(key).expect("stems are no exceptions");
                let short = key.chars().count() < 2;
                assert!(found == expected || short && found[0] == expected[0], "{word}: {key}");
            });
        }
    }
}
