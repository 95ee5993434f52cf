//! The small words by which a language is told from the others.

use super::{dutch, german, italian, portuguese, spanish};
use crate::mark::Language;

/// About as many for each language, those that several share among them: what counts is how many more
/// of one than of another stand in a text.
pub(super) const LISTS: &[(Language, &str)] = &[
    (
        Language::French,
        "le la les des du de et est un une dans que qui pour au aux ce cette il elle ils avec sur pas ne sont été à en se sa son l' d' qu' \
s' n' c' par plus mais nous ou a ses leur",
    ),
    (
        Language::English,
        "the of and to is that for was with are his her have has they which from by at be this it not or were an had their but he she a \
in on as i you we its will said",
    ),
    (Language::German, german::TELLS),
    (Language::Spanish, spanish::TELLS),
    (Language::Italian, italian::TELLS),
    (Language::Portuguese, portuguese::TELLS),
    (Language::Dutch, dutch::TELLS),
];
