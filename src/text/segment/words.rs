//! Words: what a double click selects.

use crate::text::Span;
use crate::text::graphemes::{self, floor_char};
use unicode_normalization::char::is_combining_mark;

/// How far, in bytes, a word is looked for on each side of a place.
const REACH: usize = 1024;

/// Elided words, without their apostrophe; any other word keeps what follows (`aujourd’hui`, `don’t`).
const ELIDED: &[&str] = &[
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
    "dell", "all", "nell", "dall", "sull", "un", "quest", "quell", "dov", "com", "anch", "cos", "tutt",
    "sant", "senz",
];

/// The words of `text` under `span`, in order.
///
/// A word is a run of letters and digits. An elided article or pronoun is a word of its own with its
/// apostrophe (`l’`, `qu’`); hyphens between letters (`vis-à-vis`), the points of an acronym (`U.S.`)
/// and the mark inside a number (`3,5`) belong to the word. `span` must lie on grapheme boundaries.
pub fn words(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    Words { text: &text[..span.end()], offset: span.start() }
}

/// The word that covers `offset`, or that ends there; `None` between words.
///
/// A word longer than a kilobyte is cut.
#[must_use]
pub fn word_at(text: &str, block: Span, offset: usize) -> Option<Span> {
    let offset = floor_char(text, offset.clamp(block.start(), block.end()));
    let reach = floor_char(text, offset.saturating_sub(REACH).max(block.start()));
    // No word crosses a blank, so behind the last blank the scan sees what a scan of the block sees.
    let blank = text[reach..offset].rfind(char::is_whitespace).map_or(reach, |at| reach + at);
    let start = graphemes::floor_boundary(text, blank).max(block.start());
    let end = floor_char(text, (offset + REACH).min(block.end()));
    words(text, Span::new(start, graphemes::ceil_boundary(text, end).min(block.end())))
        .take_while(|word| word.start() <= offset)
        .filter(|word| word.end() >= offset)
        .last()
}

struct Words<'a> {
    text: &'a str,
    offset: usize,
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = &self.text[self.offset..];
        let Some(skipped) = rest.find(char::is_alphanumeric) else {
            self.offset = self.text.len();
            return None;
        };
        // A few scripts have signs that join the letter after them, and some joiners are no letters.
        let start = graphemes::floor_boundary(self.text, self.offset + skipped).max(self.offset);
        let end = graphemes::ceil_boundary(self.text, end_of_word(self.text, self.offset + skipped));
        self.offset = end;
        Some(Span::new(start, end))
    }
}

/// First byte after the word that starts at `start` with a letter or digit.
fn end_of_word(text: &str, start: usize) -> usize {
    if let Some(end) = end_of_acronym(text, start) {
        return end;
    }
    let mut end = start;
    loop {
        end += run(&text[end..]);
        let Some(joiner) = text[end..].chars().next() else { return end };
        let after = end + joiner.len_utf8();
        let Some(next) = text[after..].chars().next().filter(|next| next.is_alphanumeric()) else {
            return if is_apostrophe(joiner) && is_elided(&text[start..end]) { after } else { end };
        };
        let previous = text[start..end].chars().next_back().expect("the run is not empty");
        match joiner {
            _ if is_apostrophe(joiner) => {
                if is_elided(&text[start..end]) {
                    return after;
                }
            }
            '-' | '\u{2010}' | '\u{2011}' | '_' | '·' => {}
            '.' | ',' if previous.is_numeric() && next.is_numeric() => {}
            _ => return end,
        }
        end = after;
    }
}

/// Bytes of letters, digits and marks at the start of `text`.
fn run(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = &text[ascii..];
    if rest.bytes().next().is_none_or(|byte| byte.is_ascii()) {
        return ascii;
    }
    let belongs = |c: char| {
        c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
    };
    ascii + rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// First byte after `U.S.`, `J.-C.`, `a.m.`: at least two letters, each with its point.
fn end_of_acronym(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    let mut letters = 0;
    loop {
        let mut chars = text[end..].chars();
        let hyphen = letters > 0 && chars.clone().next() == Some('-');
        if hyphen {
            chars.next();
        }
        match (chars.next(), chars.next()) {
            (Some(letter), Some('.')) if letter.is_alphabetic() => {
                letters += 1;
                end += usize::from(hyphen) + letter.len_utf8() + 1;
            }
            (Some(next), _) if next.is_alphanumeric() && !hyphen => return None,
            _ => return (letters > 1).then_some(end),
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|elided| word.eq_ignore_ascii_case(elided))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = words(text, Span::new(0, text.len())).map(|word| word.of(text)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn an_elided_word_stands_by_itself() {
        check("l’exemple de l'IA, qu’il", &["l’", "exemple", "de", "l'", "IA", "qu’", "il"]);
        check("Lorsqu’on lui a demandé", &["Lorsqu’", "on", "lui", "a", "demandé"]);
        check("L’« hyperscaler »", &["L’", "hyperscaler"]);
    }

    #[test]
    fn other_apostrophes_belong_to_the_word() {
        check("aujourd’hui don’t Mensch’s 'quoted'", &["aujourd’hui", "don’t", "Mensch’s", "quoted"]);
    }

    #[test]
    fn hyphens_points_and_decimals_hold_a_word_together() {
        check("vis-à-vis, a-t-il dit", &["vis-à-vis", "a-t-il", "dit"]);
        check(
            "the U.S. lost 3,5 % in 44 av. J.-C.",
            &["the", "U.S.", "lost", "3,5", "in", "44", "av", "J.-C."],
        );
        check("Fin. Mot-", &["Fin", "Mot"]);
        check("example.com", &["example", "com"]);
    }

    #[test]
    fn decomposed_accents_stay_with_their_letter() {
        check("e\u{301}te\u{301} noe\u{308}l", &["e\u{301}te\u{301}", "noe\u{308}l"]);
    }

    #[test]
    fn the_word_under_a_place_is_the_one_that_holds_or_ends_there() {
        let text = "l’exemple de vis-à-vis";
        let block = Span::new(0, text.len());
        let at = |offset| word_at(text, block, offset).map(|word| word.of(text));
        assert_eq!(at(0), Some("l’"));
        assert_eq!(at(4), Some("exemple"));
        assert_eq!(at(11), Some("exemple"));
        assert_eq!(at(text.len()), Some("vis-à-vis"));
        assert_eq!(word_at("a  b", Span::new(0, 4), 2), None);
    }

    proptest! {
        #[test]
        fn words_come_in_order_on_boundaries(text in "[a-cL’' .,·_-é\u{301}\u{200d}👩🏽19\n]{0,30}", offset in 0_usize..60) {
            let block = Span::new(0, text.len());
            let all: Vec<Span> = words(&text, block).collect();
            for pair in all.windows(2) {
                prop_assert!(pair[0].end() <= pair[1].start());
            }
            for word in &all {
                prop_assert!(!word.is_empty());
                prop_assert!(graphemes::is_boundary(&text, word.start()) && graphemes::is_boundary(&text, word.end()));
            }
            if text.is_char_boundary(offset) {
                let scanned = all.iter().copied().rfind(|word| word.start() <= offset && offset <= word.end());
                prop_assert_eq!(word_at(&text, block, offset), scanned);
            }
        }
    }
}
