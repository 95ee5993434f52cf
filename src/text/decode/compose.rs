//! Letters with combining accents as one letter, where Unicode has one.

use unicode_normalization::UnicodeNormalization as _;

/// The most bytes of a letter and its accents that are composed; nobody writes longer ones.
const LONGEST: usize = 256;

/// Copies text piece by piece, composing what stands before the accents U+0300 to U+036F with them (NFC).
///
/// Files from a Mac, and text copied out of a PDF, have `e` and an accent where others have `é`. The same words must be the
/// same text, for search, analysis and notes.
#[derive(Debug, Default)]
pub(super) struct Composer {
    /// The last letter and its accents, to which more may come.
    open: String,
}

impl Composer {
    /// Copies `text` onto the end of `out`, but for its last letter.
    pub(super) fn push(&mut self, text: &str, out: &mut String) {
        let end = accents(text);
        if end == text.len() {
            self.open.push_str(text);
            if self.open.len() > LONGEST {
                self.finish(out);
            }
            return;
        }
        self.open.push_str(&text[..end]);
        self.finish(out);
        let mut rest = &text[end..];
        // The accents after a letter end before the next one.
        while let Some(at) = accent(rest) {
            let letter = rest[..at].char_indices().next_back().map_or(0, |(start, _)| start);
            let end = at + accents(&rest[at..]);
            out.push_str(&rest[..letter]);
            self.open.push_str(&rest[letter..end]);
            rest = &rest[end..];
            if rest.is_empty() {
                return;
            }
            self.finish(out);
        }
        let last = rest.char_indices().next_back().filter(|(_, last)| last.is_alphabetic());
        let end = last.map_or(rest.len(), |(start, _)| start);
        out.push_str(&rest[..end]);
        self.open.push_str(&rest[end..]);
    }

    /// Copies what is held back.
    pub(super) fn finish(&mut self, out: &mut String) {
        if self.open.len() > LONGEST || accent(&self.open).is_none() {
            out.push_str(&self.open);
        } else {
            out.extend(self.open.nfc());
        }
        self.open.clear();
    }
}

/// Where the first accent starts.
fn accent(text: &str) -> Option<usize> {
    // U+0340 to U+036F and the letters U+0370 to U+037F begin with the same byte.
    memchr::memchr2_iter(0xcc, 0xcd, text.as_bytes()).find(|&at| accents(&text[at..]) > 0)
}

/// Bytes of the accents that `text` begins with.
fn accents(text: &str) -> usize {
    text.find(|sign| !('\u{300}'..='\u{36f}').contains(&sign)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn composed<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
        let (mut composer, mut out) = (Composer::default(), String::new());
        pieces.into_iter().for_each(|piece| composer.push(piece, &mut out));
        composer.finish(&mut out);
        out
    }

    #[test]
    fn an_accent_joins_its_letter_wherever_the_text_is_cut() {
        let decomposed: String = "L’Élysée, où Noël tombe en été, à Viêt Nam et Đặng".nfd().collect();
        let whole: String = decomposed.nfc().collect();
        assert_eq!(composed([decomposed.as_str()]), whole);
        for (cut, _) in decomposed.char_indices() {
            let (before, after) = decomposed.split_at(cut);
            assert_eq!(composed([before, "", after]), whole);
        }
    }

    #[test]
    fn what_cannot_be_composed_stays() {
        for text in ["x\u{301}", "\u{301}a", "ͺͻͼ", "a\u{378}", "\n\u{301}", ""] {
            assert_eq!(composed([text]), text);
        }
        let flood = format!("e{}", "\u{301}".repeat(200_000));
        assert_eq!(composed([flood.as_str()]), flood);
    }

    proptest! {
        #[test]
        fn cuts_make_no_difference(
            text in prop::collection::vec(prop::sample::select("eEaé\u{301}\u{300}\u{323}\u{345}ͻ. \n".chars().collect::<Vec<_>>()), 0..30),
            cut in 0_usize..30,
        ) {
            let (before, after) = text.split_at(cut.min(text.len()));
            let [before, after] = [before, after].map(|part| part.iter().collect::<String>());
            let whole: String = text.iter().collect();
            prop_assert_eq!(composed([before.as_str(), after.as_str()]), composed([whole.as_str()]));
        }
    }
}
