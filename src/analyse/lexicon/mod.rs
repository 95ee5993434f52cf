//! What words are: the closed lists that the rules lean on.
//!
//! The lists are written as words with blanks between, grouped by class; [`Lexicon::new`] turns
//! those of French and English into one table, and each of the other languages has a table of its own,
//! made when a text first asks for it. A word missing here has no class, and no rule needs it to.

mod dutch;
mod english;
mod english_verbs;
mod first_names;
mod french;
mod french_verbs;
mod german;
mod inflect;
mod italian;
mod portuguese;
mod shared;
mod spanish;
mod tells;

pub(super) use tells::Tells;

use crate::mark::Language;
use foldhash::{HashMap, HashMapExt as _};
use std::borrow::Cow;
use std::ops::{BitOr, BitOrAssign};
use std::sync::OnceLock;

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

    /// The set less another.
    pub(super) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
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

/// The classes of one word in French and in English, and which languages it tells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Classes {
    pub(super) french: Class,
    pub(super) english: Class,
    pub(super) tells: Tells,
}

/// A list: the words, blanks between, and what they are.
type List = (Class, &'static str);

/// The classes of all listed words, by lower-cased form with straight apostrophes.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: HashMap<Cow<'static, str>, Classes>,
    /// The classes of the words of the languages after French and English, in the order of
    /// [`Language::KNOWN`].
    others: [OnceLock<Table>; 5],
}

type Table = HashMap<Cow<'static, str>, Class>;

impl Lexicon {
    /// Builds the table; some tenths of a millisecond.
    pub(super) fn new() -> Self {
        let mut lexicon = Self { words: HashMap::with_capacity(9000), others: Default::default() };
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
        for (language, words) in tells::LISTS {
            for word in words.split_ascii_whitespace() {
                lexicon.words.entry(Cow::Borrowed(word)).or_default().tells.add(*language);
            }
        }
        lexicon
    }

    /// The classes of a lower-cased word in `language`; `both` are those in French and English.
    pub(super) fn class(&self, language: Language, word: &str, both: Classes) -> Class {
        let place = match language {
            Language::French => return both.french,
            Language::English => return both.english,
            Language::Other => return Class::NONE,
            Language::German => 0,
            Language::Spanish => 1,
            Language::Italian => 2,
            Language::Portuguese => 3,
            Language::Dutch => 4,
        };
        let table = self.others[place].get_or_init(|| table(language));
        table.get(word).copied().unwrap_or_else(|| unlisted(language, word, table)).or(both.of_names())
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

impl Classes {
    /// What holds in every language: first names, particles and initialisms stand in the lists of both.
    fn of_names(self) -> Class {
        let everywhere =
            Class::MAN.or(Class::WOMAN).or(Class::PARTICLE).or(Class::BODY_SUFFIX).or(Class::NO_NAME);
        Class(self.french.0 & self.english.0 & everywhere.0)
    }
}

/// The words of a language other than French and English.
fn table(language: Language) -> Table {
    let mut table = Table::with_capacity(2500);
    let mut add = |word: Cow<'static, str>, class: Class| *table.entry(word).or_default() |= class;
    let lists = match language {
        Language::German => german::LISTS,
        Language::Spanish => spanish::LISTS,
        Language::Italian => italian::LISTS,
        Language::Portuguese => portuguese::LISTS,
        Language::Dutch => dutch::LISTS,
        Language::French | Language::English | Language::Other => &[],
    };
    for &(class, list) in lists {
        list.split_ascii_whitespace().for_each(|word| add(Cow::Borrowed(word), class));
    }
    match language {
        Language::German => german::forms(&mut add),
        Language::Spanish => spanish::forms(&mut add),
        Language::Italian => italian::forms(&mut add),
        Language::Portuguese => portuguese::forms(&mut add),
        Language::Dutch => dutch::forms(&mut add),
        Language::French | Language::English | Language::Other => {}
    }
    table
}

/// What the form of a word that is not listed says of it: adverbs, compounds, verbs with a pronoun tied to them.
fn unlisted(language: Language, word: &str, table: &Table) -> Class {
    let compound = |tails: &[(&str, Class)]| {
        let tail = tails.iter().find(|(tail, _)| word.len() > tail.len() && word.ends_with(tail));
        tail.map_or(Class::NONE, |(_, class)| *class)
    };
    let adverb = |ending: &str| {
        if word.len() > 6 && word.ends_with(ending) { Class::ADVERB } else { Class::NONE }
    };
    match language {
        Language::German => compound(german::TAILS),
        Language::Dutch => compound(dutch::TAILS),
        Language::Spanish | Language::Italian => adverb("mente"),
        Language::Portuguese => match word.split_once('-') {
            // `queixou-se`, `disse-lhe`.
            Some((verb, "se" | "lhe" | "lhes" | "me" | "nos")) => {
                table.get(verb).copied().unwrap_or_default()
            }
            _ => adverb("mente"),
        },
        Language::French | Language::English | Language::Other => Class::NONE,
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

    #[test]
    fn each_other_language_knows_the_forms_of_its_verbs_and_its_small_words() {
        let lexicon = Lexicon::new();
        let class = |language, word: &str| lexicon.class(language, word, lexicon.classes(word));
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
