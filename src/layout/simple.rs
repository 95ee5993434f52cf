//! The short way to the end of a line of ordinary prose.

use super::hold::{Hold, hold};
use super::width::is_one_cell;

/// Where a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// After its last word.
    pub(super) end: usize,
    /// Where the next line begins; the end of the text after the last.
    pub(super) next: usize,
}

/// The line of `text` that starts with the word at `at`, where it holds characters of one cell only and
/// ends at a blank between words; `None` where somebody has to look closer.
///
/// Only the characters around the end of the line are asked whether it may end there.
pub(super) fn line(text: &str, at: usize, columns: usize) -> Option<Line> {
    let rest = &text[at..];
    let mut characters = rest.char_indices();
    let mut limit = rest.len();
    for (cells, (offset, character)) in characters.by_ref().enumerate() {
        if !is_one_cell(character) || (offset == 0 && !is_word(character)) {
            return None;
        }
        if cells == columns {
            limit = offset;
            break;
        }
    }
    if limit == rest.len() {
        let end = rest.trim_end_matches(' ').len();
        return Some(Line { end: at + end, next: text.len() });
    }
    // The first word that is not on the line, and nothing but a blank may come before it.
    let next = if rest[limit..].starts_with(' ') {
        let next = limit + blanks(&rest[limit..]);
        if next == rest.len() {
            return Some(Line { end: at + rest[..limit].trim_end_matches(' ').len(), next: text.len() });
        }
        next
    } else {
        let start = rest[..limit].trim_end_matches(|character| is_word(character) || is_inside(character));
        let start = start.trim_end_matches(is_opening);
        let goes_on = |next| is_word(next) || is_inside(next) || is_closing(next);
        if !start.ends_with(' ') || !rest[limit..].starts_with(goes_on) {
            return None;
        }
        start.len()
    };
    let end = rest[..next].trim_end_matches(' ').len();
    let before = rest[..end].chars().next_back()?;
    let after = rest[next..].chars().next()?;
    let parts = match after {
        _ if is_word(after) => is_word(before) || is_inside(before) || is_closing(before),
        _ if is_opening(after) => is_word(before) || matches!(before, ',' | '.'),
        _ => false,
    };
    (parts && hold(text, at + next) == Hold::Free).then_some(Line { end: at + end, next: at + next })
}

/// Bytes of the blanks that `text` starts with.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Letters and digits between which no line ends, and before which one may after a blank.
fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&character)
}

/// What may stand between those without a line ending there.
fn is_inside(character: char) -> bool {
    matches!(character, '’' | ',' | '.')
}

/// What a word may begin with after a letter and a blank at which a line ends; it stays with its word.
fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '«' | '“' | '"')
}

/// What a word may end with before a blank at which a line ends; it stays with its word.
fn is_closing(character: char) -> bool {
    matches!(character, '»' | ')' | ']' | '?' | '!' | ':' | ';' | '…' | '–' | '-' | '”' | '"')
}
