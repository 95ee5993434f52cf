//! What words are: the closed lists that the rules lean on.
//!
//! The lists are written as words with blanks between, grouped by class: a file for each language, `shared.rs` for
//! French and English together, the verbs with their forms, the small words by which languages are told, and the
//! first names of `assets/names/first.txt`. The build script turns them into one table, so they are no modules of the
//! program. A word missing here has no class, and no rule needs it to.

mod class;
mod tells;
mod unlisted;

use crate::analyse::table::{Texts, WordTable};
use crate::mark::Language;
pub(super) use class::Class;
pub(super) use tells::Tells;
use unlisted::unlisted;

/// The listed words, by lower-cased form with straight apostrophes.
static WORDS: WordTable = include!(concat!(env!("OUT_DIR"), "/lexicon_words.rs"));

/// For each listed word, which of `SETS` are its classes.
static SET_OF: &[u16] = &include!(concat!(env!("OUT_DIR"), "/lexicon_set_of.rs"));

/// Classes in the languages of [`Language::KNOWN`], as bits, and the languages that a word tells.
static SETS: &[([u64; Language::KNOWN.len()], u8)] = &include!(concat!(env!("OUT_DIR"), "/lexicon_sets.rs"));

/// The classes of one word in French and in English, and which languages it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Classes {
    pub(super) french: Class,
    pub(super) english: Class,
    pub(super) tells: Tells,
}

/// The classes of a lower-cased word in French and in English, listed or by its form.
pub(super) fn classes(word: &str) -> Classes {
    let (sets, tells) = sets(word);
    let of = |language: Language, set: u64| match Class(set) {
        Class::NONE => unlisted(language, word),
        class => class,
    };
    Classes {
        french: of(Language::French, sets[0]),
        english: of(Language::English, sets[1]),
        tells: Tells(tells),
    }
}

/// The classes of a lower-cased word in `language`; `both` are those in French and English.
pub(super) fn class(language: Language, word: &str, both: Classes) -> Class {
    match language {
        Language::French => both.french,
        Language::English => both.english,
        Language::Other => Class::NONE,
        _ => match listed(language, word) {
            Class::NONE => unlisted(language, word),
            class => class,
        }
        .or(both.of_names()),
    }
}

/// The classes that the lists give a word.
fn listed(language: Language, word: &str) -> Class {
    let place = Language::KNOWN.into_iter().position(|known| known == language);
    place.map_or(Class::NONE, |place| Class(sets(word).0[place]))
}

fn sets(word: &str) -> ([u64; Language::KNOWN.len()], u8) {
    WORDS.find(word).map_or_else(Default::default, |number| SETS[usize::from(SET_OF[number])])
}

impl Classes {
    /// What holds in every language: first names, particles and initialisms stand in the lists of both.
    fn of_names(self) -> Class {
        let everywhere =
            Class::MAN.or(Class::WOMAN).or(Class::PARTICLE).or(Class::BODY_SUFFIX).or(Class::NO_NAME);
        Class(self.french.0 & self.english.0 & everywhere.0)
    }
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
        assert!(on.tells.has(Language::English) && !on.tells.has(Language::German));
    }

    #[test]
    fn each_other_language_knows_the_forms_of_its_verbs_and_its_small_words() {
        let class = |language, word: &str| class(language, word, classes(word));
        for (language, finite, participle, role) in [
            (Language::German, "erklärte", "gesagt", "regierungssprecherin"),
            (Language::Spanish, "afirmó", "dicho", "portavoz"),
            (Language::Italian, "sottolinea", "detto", "ministra"),
            (Language::Portuguese, "ressaltou", "dito", "prefeito"),
            (Language::Dutch, "benadrukte", "gezegd", "woordvoerder"),
        ] {
            assert!(class(language, finite).has(Class::FINITE), "{finite}");
            assert!(class(language, participle).has(Class::PARTICIPLE), "{participle}");
            assert!(class(language, role).has(Class::ROLE), "{role}");
            assert!(class(language, "monica").has(Class::WOMAN), "first names are shared");
        }
        assert!(class(Language::Portuguese, "queixou-se") == Class::NONE, "an unlisted verb has no class");
        assert!(class(Language::Portuguese, "lembrou-lhe").has(Class::FINITE));
        assert_eq!(class(Language::Other, "said"), Class::NONE);
    }
}
