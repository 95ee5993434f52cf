//! Words that are cut at the end of a line.

use super::lines::Line;
use std::collections::HashSet;

/// What French hangs on a verb or a noun with a hyphen that stays.
const HUNG: [&str; 20] = [
    "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "ci", "là", "même", "mêmes", "moi",
    "toi", "lui", "leur", "y", "en",
];

/// The words of a text, by which a hyphen at the end of a line is judged.
pub(super) struct Words {
    known: HashSet<String>,
}

impl Words {
    /// The words that stand whole in the lines.
    pub(super) fn of(lines: &[Line]) -> Self {
        let words = lines.iter().flat_map(|line| line.text.split_whitespace());
        let known =
            words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase());
        Self { known: known.filter(|word| word.chars().count() > 2).collect() }
    }

    /// Puts a line behind the text before it. A hyphen between them goes where it only cuts a word.
    pub(super) fn append(&self, text: &mut String, line: &str) {
        let line = line.trim_start();
        let kept = text.trim_end().len();
        text.truncate(kept);
        let Some(head) = text.strip_suffix(['-', '\u{2010}', '\u{AD}']) else {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(line);
            return;
        };
        let letter = |letter: char| letter.is_alphanumeric();
        if !head.ends_with(letter) || !line.starts_with(letter) {
            // A dash, or the end of a range.
            text.push(' ');
        } else if text.ends_with('\u{AD}') || self.is_cut(head, line) {
            text.truncate(head.len());
        }
        text.push_str(line);
    }

    /// Whether the word at the end of `head` goes on in `line` without a hyphen.
    fn is_cut(&self, head: &str, line: &str) -> bool {
        if !line.starts_with(char::is_lowercase) || head.ends_with(|last: char| last.is_numeric()) {
            return false;
        }
        let inside = |letter: char| letter.is_alphanumeric() || letter == '-';
        let first = head.rsplit(|letter| !inside(letter)).next().unwrap_or_default().to_lowercase();
        let rest = line.split(|letter| !inside(letter)).next().unwrap_or_default().to_lowercase();
        if self.known.contains(&format!("{first}{rest}")) {
            return true;
        }
        !(self.known.contains(&format!("{first}-{rest}"))
            || HUNG.contains(&rest.as_str())
            || first.ends_with("-t") && !rest.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(known: &[&str], text: &str, line: &str) -> String {
        let words = Words { known: known.iter().map(|&word| word.to_owned()).collect() };
        let mut text = text.to_owned();
        words.append(&mut text, line);
        text
    }

    #[test]
    fn a_word_cut_at_the_end_of_a_line_is_whole_again() {
        assert_eq!(joined(&[], "une déci-", "sion du maire"), "une décision du maire");
        assert_eq!(joined(&[], "une déci\u{AD}", "sion"), "une décision");
        assert_eq!(joined(&[], "la ligne", "suivante"), "la ligne suivante");
    }

    #[test]
    fn a_hyphen_that_belongs_to_the_word_stays() {
        assert_eq!(joined(&[], "à Saint-", "Denis"), "à Saint-Denis");
        assert_eq!(joined(&[], "de 2019-", "2020"), "de 2019-2020");
        assert_eq!(joined(&[], "le voudra-t-", "elle"), "le voudra-t-elle");
        assert_eq!(joined(&[], "répond-", "il"), "répond-il");
        assert_eq!(joined(&["peut-être"], "Peut-", "être"), "Peut-être");
        assert_eq!(joined(&[], "le mot -", "et la suite"), "le mot - et la suite");
    }
}
