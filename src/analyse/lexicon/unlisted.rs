//! What the form of a word says of it where no list has it.

use super::{Class, listed};
use crate::mark::Language;

const ROLE_OF_WOMEN: Class = Class::ROLE.or(Class::FEMININE);

/// Adverbs by their ending, compounds by their last part, verbs with a pronoun tied to them.
pub(super) fn unlisted(language: Language, word: &str) -> Class {
    let compound = |tails: &[(&str, Class)]| {
        let tail = tails.iter().find(|(tail, _)| word.len() > tail.len() && word.ends_with(tail));
        tail.map_or(Class::NONE, |(_, class)| *class)
    };
    let adverb = |ending: &str, least: usize| {
        if word.len() > least && word.ends_with(ending) { Class::ADVERB } else { Class::NONE }
    };
    match language {
        Language::French => adverb("ment", 6),
        Language::English => adverb("ly", 4),
        Language::German => compound(GERMAN),
        Language::Dutch => compound(DUTCH),
        Language::Spanish | Language::Italian => adverb("mente", 6),
        Language::Portuguese => match word.split_once('-') {
            // `queixou-se`, `disse-lhe`.
            Some((verb, "se" | "lhe" | "lhes" | "me" | "nos")) => listed(language, verb),
            _ => adverb("mente", 6),
        },
        Language::Other => Class::NONE,
    }
}

/// Ends of compounds: `Regierungssprecherin`, `CDU-Chef`, `Innenministerium`.
const GERMAN: &[(&str, Class)] = &[
    ("ministerium", Class::BODY),
    ("partei", Class::BODY),
    ("verband", Class::BODY),
    ("konzern", Class::BODY),
    ("behörde", Class::BODY),
    ("gesellschaft", Class::BODY),
    ("gewerkschaft", Class::BODY),
    ("staatsanwaltschaft", Class::BODY),
    ("fraktion", Class::BODY),
    ("unternehmen", Class::BODY),
    ("sprecherin", ROLE_OF_WOMEN),
    ("sprecher", Class::ROLE),
    ("ministerin", ROLE_OF_WOMEN),
    ("minister", Class::ROLE),
    ("präsidentin", ROLE_OF_WOMEN),
    ("präsident", Class::ROLE),
    ("kanzlerin", ROLE_OF_WOMEN),
    ("kanzler", Class::ROLE),
    ("chefin", ROLE_OF_WOMEN),
    ("chef", Class::ROLE),
    ("meisterin", ROLE_OF_WOMEN),
    ("meister", Class::ROLE),
    ("leiterin", ROLE_OF_WOMEN),
    ("leiter", Class::ROLE),
    ("vorsitzende", ROLE_OF_WOMEN),
    ("vorsitzender", Class::ROLE),
    ("direktorin", ROLE_OF_WOMEN),
    ("direktor", Class::ROLE),
    ("politikerin", ROLE_OF_WOMEN),
    ("politiker", Class::ROLE),
    ("forscherin", ROLE_OF_WOMEN),
    ("forscher", Class::ROLE),
    ("expertin", ROLE_OF_WOMEN),
    ("experte", Class::ROLE),
    ("anwältin", ROLE_OF_WOMEN),
    ("anwalt", Class::ROLE),
    ("trainerin", ROLE_OF_WOMEN),
    ("trainer", Class::ROLE),
    ("führerin", ROLE_OF_WOMEN),
    ("führer", Class::ROLE),
    ("abgeordnete", ROLE_OF_WOMEN),
];

/// Ends of compounds: `regeringswoordvoerder`, `PvdA-leider`.
const DUTCH: &[(&str, Class)] = &[
    ("ministerie", Class::BODY),
    ("partij", Class::BODY),
    ("bond", Class::BODY),
    ("bedrijf", Class::BODY),
    ("woordvoerster", ROLE_OF_WOMEN),
    ("woordvoerder", ROLE_OF_WOMEN),
    ("minister", ROLE_OF_WOMEN),
    ("voorzitter", ROLE_OF_WOMEN),
    ("directeur", ROLE_OF_WOMEN),
    ("leider", ROLE_OF_WOMEN),
    ("onderzoeker", ROLE_OF_WOMEN),
    ("burgemeester", ROLE_OF_WOMEN),
    ("kamerlid", ROLE_OF_WOMEN),
    ("deskundige", ROLE_OF_WOMEN),
    ("trainer", ROLE_OF_WOMEN),
    ("coach", ROLE_OF_WOMEN),
];
