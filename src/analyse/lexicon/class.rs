//! What a word is: sets of classes.

use std::ops::{BitOr, BitOrAssign};

/// A set of word classes, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(pub(crate) u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)+) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Class = Class(1 << $bit);)+
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
    /// `elle-même`, `himself`: stresses the subject before it.
    SELF = 49;
    /// A pronoun for somebody without a name (`quelqu’un`, `someone`).
    SOMEBODY = 50;
    /// A verb of somebody who has spoken already and goes on (`poursuit`, `added`).
    CONTINUING = 51;
    /// A verb that gives a name to a thing (`surnommé`, `appellent`).
    NAMING = 52;
    /// A noun for what somebody says (`mots`, `formule`, `words`, `account`).
    WORDS = 53;
    /// A verb that answers with its particle (`came back with`, `weighed in with`).
    ANSWERING = 54;
    /// A verb that says what its object is (`présente … comme`, `réduit … à`).
    FRAMING = 55;
    /// A verb that reports only with the words after it (`met en garde`, `made clear`).
    CARRYING = 57;
    /// Said of somebody who thinks so (`convaincu que`, `adamant that`).
    CONVINCED = 58;
    /// A weak verb of seeing, whose object may stand before the quotation (`y voit dans ce plan`).
    SEEING = 59;
    /// A weak verb whose object the quotation describes (`trouve la ville`, `found the plan`).
    FINDING = 60;
    /// A word of somebody who speaks for himself or to another (`je`, `votre`, `oui`).
    SPEAKING = 61;
    /// Ends as a past tense of French does, and is none (`petit`, `faut`).
    NO_PAST = 62;
    /// Said of a work after its title (`paru`, `released`).
    PUBLISHED = 63;
    /// A verb that leads another to its infinitive (`tient à préciser`, `refused to say`).
    LEADING = 56;
}

impl Class {
    /// No class.
    pub(crate) const NONE: Class = Class(0);

    /// Whether the sets share a class.
    pub(crate) const fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The set less another.
    pub(crate) const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Both sets together, in constants.
    pub(crate) const fn or(self, other: Class) -> Class {
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
