//! Where a word may part at the end of a line. The hyphen is drawn; it is no part of the text.

use crate::mark::Language;

/// Letters that stay before and after a hyphen, at least.
const LEAST: (usize, usize) = (2, 3);

/// The most bytes of a word that is parted: nobody writes longer ones.
const LONGEST: usize = 200;

/// The offsets inside `unit`, what stands between two blanks, at which it may part, in order.
///
/// After a soft hyphen always. By the rules of `language` only inside runs of small letters: names,
/// acronyms, numbers and addresses stay whole, and so do words that have a hyphen already.
pub(super) fn places(unit: &str, language: Option<Language>) -> Vec<usize> {
    if unit.len() > LONGEST {
        return Vec::new();
    }
    if unit.contains('\u{ad}') {
        return soft(unit);
    }
    let Some(rules) = language.and_then(rules) else { return Vec::new() };
    if !unit.chars().all(is_of_a_sentence) {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut start = 0;
    for piece in unit.split_inclusive(|character: char| !character.is_alphabetic()) {
        let word = piece.trim_end_matches(|character: char| !character.is_alphabetic());
        if !word.is_empty() && !word.chars().any(char::is_uppercase) {
            let mut at = start;
            for syllable in hypher::hyphenate_bounded(word, rules, LEAST.0, LEAST.1) {
                at += syllable.len();
                places.push(at);
            }
            places.pop();
        }
        start += piece.len();
    }
    places
}

/// Right after every soft hyphen between two letters.
fn soft(unit: &str) -> Vec<usize> {
    unit.match_indices('\u{ad}')
        .filter(|(at, _)| unit[..*at].chars().next_back().is_some_and(char::is_alphabetic))
        .map(|(at, hyphen)| at + hyphen.len())
        .filter(|&at| unit[at..].chars().next().is_some_and(char::is_alphabetic))
        .collect()
}

/// Letters and the marks of a sentence; not what addresses, numbers and formulas are made of.
fn is_of_a_sentence(character: char) -> bool {
    character.is_alphabetic() || "’'«»“”‘\"(),;:!?.… \u{a0}\u{202f}".contains(character)
}

fn rules(language: Language) -> Option<hypher::Lang> {
    Some(match language {
        Language::French => hypher::Lang::French,
        Language::English => hypher::Lang::English,
        Language::German => hypher::Lang::German,
        Language::Spanish => hypher::Lang::Spanish,
        Language::Italian => hypher::Lang::Italian,
        Language::Portuguese => hypher::Lang::Portuguese,
        Language::Dutch => hypher::Lang::Dutch,
        Language::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `unit` with a `|` at each place.
    fn check(language: Option<Language>, unit: &str, expect: &str) {
        let mut shown = unit.to_owned();
        for &at in places(unit, language).iter().rev() {
            shown.insert(at, '|');
        }
        assert_eq!(shown, expect);
    }

    #[test]
    fn words_part_by_the_rules_of_their_language() {
        check(Some(Language::French), "l’infrastructure,", "l’in|fra|struc|ture,");
        check(Some(Language::English), "extensively", "ex|ten|sively");
        check(None, "infrastructure", "infrastructure");
        check(Some(Language::Other), "infrastructure", "infrastructure");
    }

    #[test]
    fn two_letters_stay_before_and_three_after() {
        check(Some(Language::French), "éditée", "édi|tée");
        check(Some(Language::French), "mere", "mere");
    }

    #[test]
    fn names_numbers_and_addresses_stay_whole() {
        for unit in [
            "Strasbourgeois",
            "TÉLÉVISION",
            "h2020infrastructure",
            "https://infrastructure.fr",
            "porte-infrastructure",
        ] {
            check(Some(Language::French), unit, unit);
        }
    }

    #[test]
    fn soft_hyphens_say_where_a_word_parts() {
        check(None, "Dampf\u{ad}schiff\u{ad}fahrt", "Dampf\u{ad}|schiff\u{ad}|fahrt");
        check(Some(Language::German), "Bau\u{ad}amt", "Bau\u{ad}|amt");
        check(None, "\u{ad}a\u{ad}", "\u{ad}a\u{ad}");
    }
}
