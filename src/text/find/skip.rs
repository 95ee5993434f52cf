//! Passing over text that cannot hold a hit, without folding it.

use super::fold::{Folding, character};
use crate::text::Span;

/// Letters and digits from the rarest in French and English prose to the commonest; those that many
/// accented letters fold to come late, since every accent has to be looked at for them.
const RAREST_FIRST: &[u8] = b"zkxqjwbgvfp5678934m120lrhdcyuotnsiae";

/// What every hit must hold: one letter or digit of the query, and letters that fit on both sides of it.
///
/// A byte search for that letter, in both cases, passes over most of a text at the speed of memory.
/// Characters that fold to the letter (`é` to `e`) are looked for beside it.
#[derive(Debug, Clone)]
pub(super) struct Skip {
    folding: Folding,
    needle: Vec<u8>,
    /// Where the letter stands in the needle.
    place: usize,
    /// The letter as ASCII text may have it, twice the same where capitals count.
    forms: [u8; 2],
    /// Whether a character that starts with the byte may fold to the letter.
    leads: [bool; 256],
}

impl Skip {
    /// For a folded needle; `None` where it holds no ASCII letter or digit.
    pub(super) fn new(needle: &[u8], folding: Folding) -> Option<Self> {
        let rarity = |byte: u8| RAREST_FIRST.iter().position(|&other| other == byte.to_ascii_lowercase());
        let ranked = needle.iter().enumerate().filter_map(|(place, &byte)| Some((rarity(byte)?, place)));
        let (_, place) = ranked.min()?;
        let letter = needle[place];
        let capital = if folding == Folding::All { letter.to_ascii_uppercase() } else { letter };
        let leads = leads(letter);
        Some(Self { folding, needle: needle.to_vec(), place, forms: [letter, capital], leads })
    }

    /// Whether a hit may have its letter inside `window`; `false` only where none has.
    pub(super) fn may_hold(&self, text: &str, window: Span) -> bool {
        let [small, capital] = self.forms;
        let bytes = text.as_bytes();
        let inside = &bytes[window.range()];
        let at = window.start();
        memchr::memchr2_iter(small, capital, inside).any(|found| self.fits(bytes, at + found, at + found + 1))
            || (!inside.is_ascii() && self.may_hold_foreign(text, window))
    }

    /// The same for characters that are not ASCII but fold to the letter.
    fn may_hold_foreign(&self, text: &str, window: Span) -> bool {
        let mut folded = Vec::new();
        let mut at = window.start();
        while let Some(found) = self.next_lead(text.as_bytes(), at, window.end()) {
            let next = character(text, found);
            at = found + next.len_utf8();
            folded.clear();
            self.folding.fold_char(next, &mut folded);
            let gives_letter = match folded[..] {
                [only] => self.is_letter(only) && self.fits(text.as_bytes(), found, at),
                _ => folded.iter().any(|&byte| self.is_letter(byte)),
            };
            if gives_letter {
                return true;
            }
        }
        false
    }

    /// The first byte from `at` up to `end` with which a character that may fold to the letter starts.
    fn next_lead(&self, bytes: &[u8], mut at: usize, end: usize) -> Option<usize> {
        // General punctuation (U+2000 to U+203F: dashes, quotation marks, `…`) is common and never a letter.
        let is_lead =
            |at: usize| self.leads[usize::from(bytes[at])] && bytes[at..].get(..2) != Some(b"\xe2\x80");
        while let Some(chunk) = bytes[at..end].first_chunk::<8>() {
            let mut high = u64::from_le_bytes(*chunk) & 0x8080_8080_8080_8080;
            while high != 0 {
                let found = at + high.trailing_zeros() as usize / 8;
                if is_lead(found) {
                    return Some(found);
                }
                high &= high - 1;
            }
            at += 8;
        }
        (at..end).find(|&at| is_lead(at))
    }

    fn is_letter(&self, byte: u8) -> bool {
        byte == self.forms[0] || byte == self.forms[1]
    }

    /// Whether the bytes around a letter at `start..end` may be those of a hit. They are compared up to
    /// the first that is not ASCII, and up to a blank of the query, which may be many in the text.
    fn fits(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let after = self.needle[self.place + 1..].iter().zip(bytes[end..].iter().map(Some).chain([None]));
        let before =
            self.needle[..self.place].iter().rev().zip(bytes[..start].iter().rev().map(Some).chain([None]));
        self.agree(after) && self.agree(before)
    }

    fn agree<'a>(&self, pairs: impl Iterator<Item = (&'a u8, Option<&'a u8>)>) -> bool {
        for (&wanted, found) in pairs {
            match found {
                None => return false,
                Some(found) if !found.is_ascii() => return true,
                _ if wanted == b' ' => return true,
                Some(found) => {
                    let found =
                        if self.folding == Folding::All { found.to_ascii_lowercase() } else { *found };
                    if found != wanted {
                        return false;
                    }
                }
            }
        }
        true
    }
}

/// The first bytes of all characters beyond ASCII that may fold to `letter`, and of some that don't.
fn leads(letter: u8) -> [bool; 256] {
    let mut leads = [false; 256];
    // Modifier letters, phonetic and further Latin letters, symbols, enclosed letters, full width, mathematics.
    for lead in [0xca, 0xcb, 0xe1, 0xe2, 0xe3, 0xea, 0xef, 0xf0] {
        leads[lead] = true;
    }
    for c in '\u{80}'..='\u{24f}' {
        let mut folded = Vec::new();
        Folding::All.fold_char(c, &mut folded);
        if folded.contains(&letter.to_ascii_lowercase()) {
            leads[usize::from(c.encode_utf8(&mut [0; 2]).as_bytes()[0])] = true;
        }
    }
    leads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_that_folds_to_a_letter_is_passed_over() {
        let letters: Vec<u8> = (b'a'..=b'z').chain(b'0'..=b'9').collect();
        let skips: Vec<Skip> =
            letters.iter().filter_map(|&letter| Skip::new(&[letter], Folding::All)).collect();
        assert_eq!(skips.len(), RAREST_FIRST.len(), "every letter has its rank");
        for c in '\u{80}'..=char::MAX {
            let mut folded = Vec::new();
            Folding::All.fold_char(c, &mut folded);
            Folding::Blanks.fold_char(c, &mut folded);
            folded.make_ascii_lowercase();
            let text = c.to_string();
            for skip in skips.iter().filter(|skip| folded.contains(&skip.forms[0])) {
                assert!(
                    skip.may_hold(&text, Span::new(0, text.len())),
                    "{c:?} for {:?}",
                    char::from(skip.forms[0])
                );
            }
        }
    }

    #[test]
    fn text_without_the_word_is_passed_over() {
        let skip = Skip::new(b"decentralisation", Folding::All).expect("letters");
        let holds = |text: &str| skip.may_hold(text, Span::new(0, text.len()));
        assert!(!holds("La déclaration de la municipalité, les salles, l’œuvre « locale » et l’île."));
        assert!(holds("la décentralisation") && holds("DÉCENTRALISATION") && holds("DécentraŁisation"));
    }
}
