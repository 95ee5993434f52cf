//! What words are: the closed lists of French and English that the rules lean on.
//!
//! The lists are written as words with blanks between, grouped by class; [`Lexicon::new`] turns
//! them into one table per language. A word missing here has no class, and no rule needs it to.

mod english;
mod english_verbs;
mod first_names;
mod french;
mod french_verbs;
mod shared;

use foldhash::{HashMap, HashMapExt as _};
use std::borrow::Cow;
use std::ops::{BitOr, BitOrAssign};

/// A set of word classes, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)+) => {
        impl Class {
            $($(#[$doc])* pub(super) const $name: Class = Class(1 << $bit);)+
        }
    };
}

classes! {
    /// A finite form of a reporting verb (`déclare`, `said`).
    FINITE = 0;
    /// The past participle of a reporting verb (`déclaré`); needs an auxiliary.
    PARTICIPLE = 1;
    /// A present participle (`plaidant`, `saying`).
    GERUND = 2;
    /// An infinitive or bare form.
    BARE = 3;
    /// A form that is more often a noun (`note`, `reports`).
    NOUNLIKE = 4;
    /// A form of *avoir*, *have*.
    HAVE = 5;
    /// A form of *être*, *be*.
    BE = 6;
    /// `would`, `did`, `might`.
    MODAL = 7;
    /// An object pronoun before the verb (`lui`, `l’`, `s’`).
    CLITIC = 8;
    /// `se`, `s’`.
    REFLEXIVE = 9;
    /// A subject pronoun that may stand for a man.
    HE = 10;
    /// A subject pronoun that may stand for a woman.
    SHE = 11;
    /// Any subject pronoun.
    PRONOUN = 12;
    /// The pronoun after an inverted verb (`-t-il`).
    INVERTED = 13;
    /// An adverb that may stand between auxiliary and verb.
    ADVERB = 14;
    /// A determiner.
    DETERMINER = 15;
    /// `de`, `du`, `des`, `d’`, `of`.
    OF = 16;
    /// Any other preposition.
    PREPOSITION = 17;
    /// `et`, `mais`, `and`, `but`.
    CONJUNCTION = 18;
    /// `qui`, `que`, `who`, `that`.
    RELATIVE = 19;
    /// `M.`, `Mme`, `Mr`, `President`: a name of a person follows.
    TITLE = 20;
    /// A weekday or another word of time that may stand between verb and subject.
    TIME = 21;
    /// A month.
    MONTH = 22;
    /// A role that a person has (`ministre`, `expert`, `spokeswoman`).
    ROLE = 23;
    /// The role or the noun is a woman’s (`la directrice`).
    FEMININE = 24;
    /// A common noun for a body (`entreprise`, `parti`, `company`).
    BODY = 25;
    /// A word whose capital at the start of a sentence says nothing.
    COMMON = 26;
    /// A first name of men.
    MAN = 27;
    /// A first name of women.
    WOMAN = 28;
    /// The head of the name of an event (`Congress`, `sommet`).
    EVENT = 29;
    /// The head of the name of a law (`loi`, `Act`).
    LAW = 30;
    /// The head of the name of an institution (`Université`, `Bank`).
    INSTITUTION = 31;
    /// The head of the name of a place (`lac`, `River`).
    SITE = 32;
    /// Written with a capital, yet no name (`États`, `IA`, `Français`, `Monday`).
    NO_NAME = 33;
    /// Between the parts of a name of a person (`de`, `van`, `Le`).
    PARTICLE = 34;
    /// Before a place (`à`, `en`, `in`).
    WHERE = 35;
    /// Before the name of a body (`chez`, `société`).
    BEFORE_BODY = 36;
    /// `selon`, `d’après`, `according`.
    ACCORDING = 37;
    /// A unit, a magnitude or a currency after a number.
    UNIT = 38;
    /// A magnitude after a number (`millions`).
    MAGNITUDE = 39;
    /// Ends the name of a body (`Inc`, `SA`, `Group`).
    BODY_SUFFIX = 40;
    /// Negation before a verb (`ne`, `n’`, `not`).
    NEGATION = 41;
    /// `par`, `by`: the agent of a passive.
    BY = 42;
    /// A pronoun after a preposition that stands for somebody (`lui`, `him`).
    OBLIQUE = 43;
    /// `il`, `elle`, `le`: words that occur in one language only, used to tell it.
    TELLING = 44;
    /// `as`, `comme`, `ainsi` before an incise.
    AS = 45;
    /// A verb that reports only the quotation it governs (`veut`, `y voit`, `parle de`, `sees`).
    WEAK = 46;
    /// A role anybody may have: it says nothing against another one (`l’intéressé`, `l’élue`).
    ANYBODY = 47;
    /// A work, whose title may stand between marks (`le roman`, `the film`).
    WORK = 48;
    /// A verb that leads another to its infinitive (`tient à préciser`, `refused to say`).
    LEADING = 56;
}

impl Class {
    /// No class.
    pub(super) const NONE: Class = Class(0);

    /// Whether the sets share a class.
    pub(super) const fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together, in constants.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        self.or(other)
    }
}

impl BitOrAssign for Class {
    fn bitor_assign(&mut self, other: Class) {
        self.0 |= other.0;
    }
}

/// The classes of one word in each language.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Classes {
    pub(super) french: Class,
    pub(super) english: Class,
}

/// A list: the words, blanks between, and what they are.
type List = (Class, &'static str);

/// The classes of all listed words, by lower-cased form with straight apostrophes.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<Cow<'static, str>, Classes>,
}

impl Lexicon {
    /// Builds the table; some tenths of a millisecond.
    pub(super) fn new() -> Self {
        let mut lexicon = Self { words: HashMap::with_capacity(9000) };
        for &(class, list) in french::LISTS.iter().chain(shared::LISTS).chain(first_names::LISTS) {
            list.split_ascii_whitespace()
                .for_each(|word| lexicon.add(Cow::Borrowed(word), class, Class::NONE));
        }
        for &(class, list) in english::LISTS.iter().chain(shared::LISTS).chain(first_names::LISTS) {
            list.split_ascii_whitespace()
                .for_each(|word| lexicon.add(Cow::Borrowed(word), Class::NONE, class));
        }
        french_verbs::forms(&mut |form, class| lexicon.add(form, class, Class::NONE));
        english_verbs::forms(&mut |form, class| lexicon.add(form, Class::NONE, class));
        lexicon
    }

    /// The classes of a lower-cased word; words ending in `-ment` and `-ly` count as adverbs.
    pub(super) fn classes(&self, word: &str) -> Classes {
        let mut classes = self.words.get(word).copied().unwrap_or_default();
        if word.len() > 6 && word.ends_with("ment") && classes.french == Class::NONE {
            classes.french |= Class::ADVERB;
        }
        if word.len() > 4 && word.ends_with("ly") && classes.english == Class::NONE {
            classes.english |= Class::ADVERB;
        }
        classes
    }

    fn add(&mut self, word: Cow<'static, str>, french: Class, english: Class) {
        let classes = self.words.entry(word).or_default();
        classes.french |= french;
        classes.english |= english;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_their_forms() {
        let lexicon = Lexicon::new();
        for word in ["déclare", "rappelle", "ajoutait", "commença", "répète", "dit", "prévient"] {
            assert!(lexicon.classes(word).french.has(Class::FINITE), "{word}");
        }
        for word in ["said", "tells", "replied", "quipped"] {
            assert!(lexicon.classes(word).english.has(Class::FINITE), "{word}");
        }
        assert!(lexicon.classes("plaidant").french.has(Class::GERUND));
        assert!(lexicon.classes("arguing").english.has(Class::GERUND));
        assert!(lexicon.classes("déclaré").french.has(Class::PARTICIPLE));
        assert!(!lexicon.classes("fait").french.has(Class::FINITE), "faire reports nothing");
    }

    #[test]
    fn a_word_has_its_classes_in_its_own_language() {
        let on = Lexicon::new().classes("on");
        assert!(on.french.has(Class::PRONOUN) && on.english.has(Class::PREPOSITION));
    }
}
