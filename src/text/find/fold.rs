//! Folding: what two spellings must share to be found for one another.

use std::sync::LazyLock;
use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// `text` without capitals, accents and ligatures, each run of blanks as one blank; for filters.
///
/// Compatibility decomposition without its marks, in small letters; `œ æ ß ø ł đ ð þ ı` by a table.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = Vec::with_capacity(text.len());
    Folding::All.fold_onto(text, Cursor::default(), text.len(), usize::MAX, &mut folded, None);
    String::from_utf8(folded).expect("folding writes whole characters")
}

/// What folding takes away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folding {
    /// Capitals, accents, ligatures, kinds of blanks, apostrophes and quotation marks.
    All,
    /// Only kinds of blanks, apostrophes and quotation marks; accents come decomposed.
    Blanks,
}

/// A place in the text from which folding goes on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cursor {
    /// The next byte of the text.
    pub(super) at: usize,
    /// What was written last is a blank, so a blank that follows is part of it.
    after_blank: bool,
}

impl Cursor {
    /// Folding from `at`, a character boundary, as if it had come from the start of the text.
    pub(super) fn new(text: &str, at: usize) -> Self {
        let before = text[..at].chars().rev().take(64).find(|&c| !vanishes(c));
        Self { at, after_blank: before.is_some_and(char::is_whitespace) }
    }
}

/// A piece of the text and where its folded form begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    folded: usize,
    at: usize,
    length: usize,
    /// Byte for byte; else all of it stands for each byte of its folded form.
    linear: bool,
}

impl Folding {
    /// Folds from `cursor` onto `out` until `stop` in the text, or until `out` has `full` bytes.
    /// Gives the place to go on from; `segments`, where asked for, gets where everything lies.
    pub(super) fn fold_onto(
        self,
        text: &str,
        cursor: Cursor,
        stop: usize,
        full: usize,
        out: &mut Vec<u8>,
        mut segments: Option<&mut Vec<Segment>>,
    ) -> Cursor {
        let Cursor { mut at, mut after_blank } = cursor;
        let begin = out.len();
        while at < stop && out.len() < full {
            let folded = out.len();
            let window = &text.as_bytes()[at..stop.min(at.saturating_add(full - folded))];
            let mut length = copy_plain(window, after_blank, out);
            let linear = length > 0;
            if linear {
                after_blank = window[length - 1] == b' ';
            } else {
                let next = character(text, at);
                length = next.len_utf8();
                if !next.is_whitespace() {
                    self.fold_char(next, out);
                    after_blank &= out.len() == folded;
                } else if !after_blank {
                    out.push(b' ');
                    after_blank = true;
                }
            }
            if let Some(segments) = segments.as_deref_mut().filter(|_| out.len() > folded) {
                segments.push(Segment { folded, at, length, linear });
            }
            at += length;
        }
        if self == Self::All {
            out[begin..].make_ascii_lowercase();
        }
        Cursor { at, after_blank }
    }

    /// Folds one character that is no blank onto `out`; ASCII capitals may stay.
    pub(super) fn fold_char(self, c: char, out: &mut Vec<u8>) {
        match c {
            '’' | '‘' | 'ʼ' | '′' => out.push(b'\''),
            '“' | '”' | '„' => out.push(b'"'),
            '\u{2010}' | '\u{2011}' => out.push(b'-'),
            _ if self == Self::Blanks => decompose_canonical(c, |part| push(part, out)),
            '\u{80}'..='\u{24f}' => {
                let folded = &LATIN[c as usize - 0x80];
                out.extend_from_slice(&folded[1..=usize::from(folded[0])]);
            }
            _ => fold_slowly(c, out),
        }
    }
}

/// The bytes of the text for the folded bytes `start..end`: from the first byte of the character
/// that gave the first to the last byte of the one that gave the last.
pub(super) fn unfold(segments: &[Segment], start: usize, end: usize) -> (usize, usize) {
    let segment = |folded: usize| &segments[segments.partition_point(|segment| segment.folded <= folded) - 1];
    let (first, last) = (segment(start), segment(end - 1));
    let start = if first.linear { first.at + start - first.folded } else { first.at };
    let end = if last.linear { last.at + end - last.folded } else { last.at + last.length };
    (start, end)
}

/// The folded forms of U+0080 to U+024F: their length, then their bytes. Nearly all that is not
/// ASCII in European text is here, and a look into a table costs a tenth of a decomposition.
static LATIN: LazyLock<Vec<[u8; 8]>> = LazyLock::new(|| {
    ('\u{80}'..='\u{24f}')
        .map(|c| {
            let mut folded = Vec::new();
            fold_slowly(c, &mut folded);
            let mut entry = [0; 8];
            entry[0] = u8::try_from(folded.len()).expect("a Latin letter folds to a few bytes");
            entry[1..=folded.len()].copy_from_slice(&folded);
            entry
        })
        .collect()
});

fn fold_slowly(c: char, out: &mut Vec<u8>) {
    if vanishes(c) {
        return;
    }
    let mut first = None;
    decompose_compatible(c, |part| first = first.or(Some(part)));
    if first == Some(' ') {
        // Accents that stand alone (`¸`) decompose to a blank with a mark, and would pass for blanks.
        return push(c, out);
    }
    decompose_compatible(c, |part| {
        for small in part.to_lowercase().filter(|&small| !vanishes(small)) {
            match small {
                'œ' => out.extend(b"oe"),
                'æ' => out.extend(b"ae"),
                'ß' => out.extend(b"ss"),
                'þ' => out.extend(b"th"),
                'ø' => out.push(b'o'),
                'ł' => out.push(b'l'),
                'đ' | 'ð' => out.push(b'd'),
                'ħ' => out.push(b'h'),
                'ı' => out.push(b'i'),
                'ς' => push('σ', out),
                'ʼ' | '′' => out.push(b'\''),
                _ => push(small, out),
            }
        }
    });
}

fn push(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Whether folding drops the character: accents, points and characters that are not seen. Vowel
/// signs of Indic scripts and Japanese voice marks make other words, so they stay.
fn vanishes(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The character that starts at `at`.
pub(super) fn character(text: &str, at: usize) -> char {
    // Of two bytes, as accented letters are: a tenth faster over all than finding it in the string.
    match text.as_bytes()[at..] {
        [first @ 0xc2..=0xdf, second, ..] => {
            let code = u32::from(first & 0x1f) << 6 | u32::from(second & 0x3f);
            char::from_u32(code).expect("two bytes of UTF-8 are a character")
        }
        _ => text[at..].chars().next().expect("a character starts before the end"),
    }
}

/// Copies the bytes at the start that folding leaves as they are but for capitals: printable ASCII
/// without a second blank. Gives how many.
fn copy_plain(bytes: &[u8], after_blank: bool, out: &mut Vec<u8>) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let mut blank_before = after_blank;
    let mut at = 0;
    // Eight bytes at a time, each test giving the high bit of the bytes it is true for. No sum
    // crosses into the next byte, because each starts from seven bits.
    while let Some(chunk) = bytes[at..].first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let controls = !((word & LOW) + 0x6060_6060_6060_6060) & HIGH;
        let blanks = !((((word ^ 0x2020_2020_2020_2020) & LOW) + LOW) | word) & HIGH;
        let second = blanks & (blanks << 8 | u64::from(blank_before) << 7);
        let special = word & HIGH | controls | second;
        out.extend_from_slice(chunk);
        if special != 0 {
            let plain = special.trailing_zeros() as usize / 8;
            out.truncate(out.len() - (8 - plain));
            return at + plain;
        }
        blank_before = chunk[7] == b' ';
        at += 8;
    }
    for &byte in &bytes[at..] {
        if !(0x20..0x80).contains(&byte) || (byte == b' ' && blank_before) {
            break;
        }
        out.push(byte);
        blank_before = byte == b' ';
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_capitals_and_ligatures_fold_away() {
        assert_eq!(fold("L’ÉTÉ, un CŒUR ﬁdèle à Łódź"), "l'ete, un coeur fidele a lodz");
        assert_eq!(fold("Straße ĐẠI e\u{301}te\u{301} so\u{ad}ja"), "strasse dai ete soja");
        assert_eq!(fold("10\u{a0}000\u{202f}€ \n\t fin"), "10 000 € fin");
        assert_eq!(fold("हिन्दी が"), "हिन्दी か\u{3099}");
    }

    proptest! {
        #[test]
        fn what_is_copied_ends_at_the_first_special_byte(text in "[a-d \u{1f}\u{7f}é\n]{0,40}", after_blank: bool) {
            let mut blank = after_blank;
            let simple = text.bytes().take_while(|&byte| {
                let plain = (0x20..0x80).contains(&byte) && !(byte == b' ' && blank);
                blank = byte == b' ';
                plain
            });
            let simple = simple.count();
            let mut out = Vec::new();
            prop_assert_eq!(copy_plain(text.as_bytes(), after_blank, &mut out), simple);
            prop_assert_eq!(&out, &text.as_bytes()[..simple]);
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
