//! Neighbours that stay together although UAX #14 would let a line end between them.

use super::width::is_blank;
use crate::words::months;
use unicode_segmentation::GraphemeCursor;

/// How firmly the text holds together at a place where a line might end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// A line may end here.
    Free,
    /// A line ends here only where the whole would not fit on one: `9 000`, `M. Dupont`, `14 mars`.
    Loose,
    /// A line never ends here: `« mot`, `mot »`, `a-t-il`.
    Tight,
}

/// Words that do not part from the number after them.
const BEFORE_NUMBER: [&str; 15] =
    ["§", "§§", "n°", "N°", "nº", "Nº", "nos", "p.", "pp.", "art.", "al.", "chap.", "fig.", "vol.", "t."];

/// Titles that do not part from the name after them.
const BEFORE_NAME: [&str; 14] =
    ["M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Dr", "Dr.", "Pr", "Mr", "Mr.", "Mrs.", "Ms."];

/// How firmly `text` holds together at `at`, a place where UAX #14 allows a break.
///
/// Looks at a few characters on either side only.
pub(super) fn hold(text: &str, at: usize) -> Hold {
    if splits_grapheme(text, at) {
        return Hold::Tight;
    }
    let (before, after) = text.split_at(at);
    // Asked first, so that a long run of mixed blanks is not walked back at each of them.
    let Some(next) = after.chars().next().filter(|&next| !is_blank(next)) else { return Hold::Free };
    let word = before.trim_end_matches(is_blank);
    let Some(last) = word.chars().next_back() else { return Hold::Free };
    if word.len() == before.len() {
        return hold_in_word(word, last, after);
    }
    let punctuation =
        matches!(last, '«' | '‹') || matches!(next, ';' | ':' | '!' | '?' | '»' | '›' | '%' | '‰');
    if punctuation {
        return Hold::Tight;
    }
    let together = (next.is_ascii_digit() && (BEFORE_NUMBER.contains(&ending(word)) || groups(word, after)))
        || (next.is_uppercase() && (BEFORE_NAME.contains(&ending(word)) || is_initial(ending(word))))
        || (last.is_ascii_digit() && matches!(next, '€' | '$' | '£'))
        || is_date(ending(word), after);
    if together { Hold::Loose } else { Hold::Free }
}

/// The same for a place without a blank, as after a hyphen.
fn hold_in_word(word: &str, last: char, after: &str) -> Hold {
    // A soft hyphen takes no cell and is never drawn, so a break there would look like two words.
    if last == '\u{ad}' {
        return Hold::Tight;
    }
    let Some(stem) = word.strip_suffix('-') else { return Hold::Free };
    let leading = stem.chars().next_back().is_none_or(|character| is_blank(character) || character == '-');
    let inverted =
        stem.ends_with("-t") || ["t-il", "t-elle", "t-on"].iter().any(|end| after.starts_with(end));
    if leading || inverted { Hold::Tight } else { Hold::Free }
}

/// Whether a day and a month meet: `14 mars`, `1er avril`, `March 14`.
fn is_date(before: &str, after: &str) -> bool {
    let is_day = |word: &str| matches!(word.parse(), Ok(1..=31_u8)) || word == "1er";
    // The longest month has nine letters.
    let end = after.char_indices().take(10).find(|(_, character)| !character.is_alphanumeric());
    let next = end.map_or(after, |(end, _)| &after[..end]);
    (is_day(before) && (months::FRENCH.contains(&next) || months::ENGLISH.contains(&next)))
        || (months::ENGLISH.contains(&before) && is_day(next))
}

/// The word that `text` ends with, without an opening mark or an elision before it; empty where it
/// is longer than any that matters here.
fn ending(text: &str) -> &str {
    const LONGEST: usize = 9;
    let mut start = text.len();
    for (count, (offset, character)) in text.char_indices().rev().enumerate() {
        if is_blank(character)
            || matches!(character, '\u{a0}' | '\u{202f}' | '(' | '[' | '«' | '“' | '’' | '\'')
        {
            break;
        }
        if count == LONGEST {
            return "";
        }
        start = offset;
    }
    &text[start..]
}

/// Whether `word` is the first letter of somebody's name.
fn is_initial(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.as_str() == "."
}

/// Whether `before` and `after` meet between two groups of three digits of one number.
fn groups(before: &str, after: &str) -> bool {
    let leading = before.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    let following = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&leading) && following == 3
}

fn splits_grapheme(text: &str, at: usize) -> bool {
    // Below U+0300 every character is a cluster of its own (there is no `\r` in a document).
    let simple = |character: Option<char>| character.is_none_or(|character| character < '\u{300}');
    if simple(text[..at].chars().next_back()) && simple(text[at..].chars().next()) {
        return false;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0) == Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What holds at the `|` of `marked`.
    fn check(marked: &str, expect: Hold) {
        let at = marked.find('|').expect("the place is marked");
        assert_eq!(hold(&marked.replacen('|', "", 1), at), expect, "{marked}");
    }

    #[test]
    fn punctuation_stays_with_its_word() {
        check("« |mot", Hold::Tight);
        check("mot |»", Hold::Tight);
        check("mot |: suite", Hold::Tight);
        check("38 |%", Hold::Tight);
        check("mot |suite", Hold::Free);
    }

    #[test]
    fn numbers_stay_whole() {
        check("les 9 |000 tonnes", Hold::Loose);
        check("1 250 |000 euros", Hold::Loose);
        check("en 2024 |300 personnes", Hold::Free);
        check("les 27 |4000", Hold::Free);
        check("412 |€", Hold::Loose);
        check("(p. |12)", Hold::Loose);
        check("n° |5", Hold::Loose);
        check("§ |2", Hold::Loose);
        check("le coup. |12 ans", Hold::Free);
    }

    #[test]
    fn titles_stay_with_the_name() {
        check("à M. |Dupont", Hold::Loose);
        check("l’avis de Mme |Denoual", Hold::Loose);
        check("J. |Dupont", Hold::Loose);
        check("fin. |Dupont", Hold::Free);
    }

    #[test]
    fn days_stay_with_their_month() {
        check("le 14 |mars 2026", Hold::Loose);
        check("le 1er |avril,", Hold::Loose);
        check("on March |14, 2026", Hold::Loose);
        check("14 |September.", Hold::Loose);
        check("les 14 |marsouins", Hold::Free);
        check("en mars |14 députés", Hold::Free);
        check("les 2026 |mars", Hold::Free);
    }

    #[test]
    fn a_grapheme_is_never_split() {
        check("a |\u{301}", Hold::Tight);
        check(" |\u{301}", Hold::Tight);
    }

    #[test]
    fn hyphens_part_words_but_not_inversions() {
        check("questions-|réponses", Hold::Free);
        check("souligne-|t-il", Hold::Tight);
        check("souligne-t-|il", Hold::Tight);
        check("option --|help", Hold::Tight);
        check("in\u{ad}|visible", Hold::Tight);
    }
}
