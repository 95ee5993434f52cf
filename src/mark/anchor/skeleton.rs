//! A text reduced to what survives typography, with the way back.

use crate::text::letters::fold;
use unicode_normalization::char::is_combining_mark;

/// The folded letters of a text, and where each byte of them comes from.
#[derive(Debug)]
pub(super) struct Skeleton {
    /// The letters.
    pub(super) letters: String,
    /// For each byte of `letters`, the offset of the character it comes from.
    sources: Vec<u32>,
}

impl Skeleton {
    /// Of the whole text; of a text over 4 GiB, of its first 4 GiB.
    pub(super) fn new(text: &str) -> Self {
        let mut letters = String::with_capacity(text.len());
        let mut sources = Vec::with_capacity(text.len());
        for (offset, character) in text.char_indices() {
            let Ok(source) = u32::try_from(offset) else { break };
            fold(character, |letter| letters.push(letter));
            sources.resize(letters.len(), source);
        }
        Self { letters, sources }
    }

    /// The bytes of `text` that gave the letters in `from..to`, with the marks that follow the last.
    pub(super) fn source(&self, text: &str, from: usize, to: usize) -> (usize, usize) {
        let start = self.sources[from] as usize;
        let last = self.sources[to - 1] as usize;
        let mut rest = text[last..].chars();
        let letter = rest.next().map_or(0, char::len_utf8);
        let marks: usize =
            rest.take_while(|&character| is_combining_mark(character)).map(char::len_utf8).sum();
        (start, last + letter + marks)
    }

    /// The byte of the text that the letter at `at` comes from; its end past the last letter.
    pub(super) fn offset(&self, at: usize) -> usize {
        self.sources.get(at).map_or(usize::MAX, |&source| source as usize)
    }

    /// The byte of `letters` at which what stands from byte `offset` of the text on begins.
    pub(super) fn letter_at(&self, offset: usize) -> usize {
        self.sources.partition_point(|&source| (source as usize) < offset)
    }
}

/// Whether a character belongs to a word: a letter, a digit, or a mark over one.
pub(super) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Whether a character may stand inside a word unseen: soft hyphen, zero-width blanks and joiners.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_knows_where_it_comes_from() {
        let text = "« Œuf e\u{301} »";
        let skeleton = Skeleton::new(text);
        assert_eq!(skeleton.letters, "oeufe");
        let (start, end) = skeleton.source(text, 0, 4);
        assert_eq!(&text[start..end], "Œuf");
        let (start, end) = skeleton.source(text, 4, 5);
        assert_eq!(&text[start..end], "e\u{301}");
    }
}
