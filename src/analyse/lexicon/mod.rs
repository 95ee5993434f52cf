//! What words are: the closed lists of French and English that the rules lean on.
//!
//! The lists are written as words with blanks between, grouped by class: `french.rs`, `english.rs`,
//! `shared.rs`, the verbs with their forms, and the first names of `assets/names/first.txt`. The build script
//! turns them into one table, so they are no modules of the program. A word missing here has no
//! class, and no rule needs it to.

mod class;

use crate::analyse::table::{Texts, WordTable};
pub(super) use class::Class;

/// The classes of one word in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes {
    pub(super) french: Class,
    pub(super) english: Class,
}

/// The listed words, by lower-cased form with straight apostrophes.
static WORDS: WordTable = include!(concat!(env!("OUT_DIR"), "/lexicon_words.rs"));

/// For each listed word, which of `SETS` are its classes.
static SET_OF: &[u16] = &include!(concat!(env!("OUT_DIR"), "/lexicon_set_of.rs"));

/// French and English classes, as bits.
static SETS: &[[u64; 2]] = &include!(concat!(env!("OUT_DIR"), "/lexicon_sets.rs"));

/// The classes of a lower-cased word; words ending in `-ment` and `-ly` count as adverbs.
pub(super) fn classes(word: &str) -> Classes {
    let [french, english] = WORDS.find(word).map_or([0, 0], |number| SETS[usize::from(SET_OF[number])]);
    let mut classes = Classes { french: Class(french), english: Class(english) };
    if word.len() > 6 && word.ends_with("ment") && classes.french == Class::NONE {
        classes.french |= Class::ADVERB;
    }
    if word.len() > 4 && word.ends_with("ly") && classes.english == Class::NONE {
        classes.english |= Class::ADVERB;
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_their_forms() {
        for word in ["déclare", "rappelle", "ajoutait", "commença", "répète", "dit", "prévient"] {
            assert!(classes(word).french.has(Class::FINITE), "{word}");
        }
        for word in ["said", "tells", "replied", "quipped"] {
            assert!(classes(word).english.has(Class::FINITE), "{word}");
        }
        assert!(classes("plaidant").french.has(Class::GERUND));
        assert!(classes("arguing").english.has(Class::GERUND));
        assert!(classes("déclaré").french.has(Class::PARTICIPLE));
        assert!(!classes("fait").french.has(Class::FINITE), "faire reports nothing");
    }

    #[test]
    fn a_word_has_its_classes_in_its_own_language() {
        let on = classes("on");
        assert!(on.french.has(Class::PRONOUN) && on.english.has(Class::PREPOSITION));
    }
}
