//! What survives typography: letters and digits, folded.
//!
//! Anchors, sketches and the names of folders are made of these, and kept for ever: [`fold`] never changes.

use super::graphemes::floor_char;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Gives the folded letters of one character: lower case, without marks, ligatures opened; nothing
/// for blanks, punctuation, marks and controls.
///
/// Characters fold one by one, so NFC and NFD spellings of a text give the same letters.
pub fn fold(character: char, mut emit: impl FnMut(char)) {
    if character.is_ascii() {
        if character.is_ascii_alphanumeric() {
            emit(character.to_ascii_lowercase());
        }
        return;
    }
    let opened = match character {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' | 'ẞ' => "ss",
        _ => {
            decompose_compatible(character, |part| {
                if part.is_alphanumeric() && !is_combining_mark(part) {
                    // One for one, as `İ` would give a letter and a mark.
                    emit(part.to_lowercase().next().unwrap_or(part));
                }
            });
            return;
        }
    };
    opened.chars().for_each(emit);
}

/// The folded letters of `text`, without their places.
#[must_use]
pub fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    text.chars().for_each(|character| fold(character, |letter| letters.push(letter)));
    letters
}

/// A title as part of a file name: folded letters and digits that `keep` lets through, single dashes
/// between words.
///
/// At most `longest` bytes, cut between words where that keeps half of them. Empty where nothing is left.
///
/// ```
/// use exergue::text::letters::slug;
/// assert_eq!(slug("L’Œuvre : 2 actes", 40, |letter| letter.is_ascii()), "l-oeuvre-2-actes");
/// ```
#[must_use]
pub fn slug(title: &str, longest: usize, keep: impl Fn(char) -> bool) -> String {
    let mut slug = String::new();
    let mut apart = false;
    for character in title.chars() {
        let before = slug.len();
        fold(character, |letter| {
            if keep(letter) {
                if std::mem::take(&mut apart) && !slug.is_empty() {
                    slug.push('-');
                }
                slug.push(letter);
            }
        });
        // A mark over the letter before it, in NFD, parts nothing.
        apart |= slug.len() == before && !is_combining_mark(character);
    }
    if slug.len() > longest {
        let end = floor_char(&slug, longest);
        let between_words = if slug[end..].starts_with('-') { Some(end) } else { slug[..end].rfind('-') };
        slug.truncate(between_words.filter(|&end| end * 2 >= longest).unwrap_or(end));
        slug.truncate(slug.trim_end_matches('-').len());
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_lose_case_marks_ligatures_and_typography() {
        assert_eq!(
            letters("L’Œuvre de «\u{a0}Çédille\u{a0}», straße n°\u{202f}3"),
            "loeuvredecedillestrassen3"
        );
        assert_eq!(letters("ﬁn d’été"), letters("fin d'e\u{301}te\u{301}"));
    }

    #[test]
    fn a_slug_is_cut_between_words_where_that_keeps_half() {
        let slug = |title: &str, longest| slug(title, longest, |_| true);
        assert_eq!(slug("un deux trois", 8), "un-deux");
        assert_eq!(slug("un deux trois", 7), "un-deux");
        assert_eq!(slug("un deuxtroisquatre", 9), "un-deuxtr");
        assert_eq!(slug("Маяк", 5), "ма");
        assert_eq!(slug("« … »", 5), "");
    }

    proptest! {
        #[test]
        fn a_slug_is_short_and_has_single_dashes_inside(title in any::<String>(), longest in 1_usize..60) {
            let slug = slug(&title, longest, |_| true);
            prop_assert!(slug.len() <= longest && !slug.contains("--"));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
        }
    }
}
