//! The one door between foreign text and the screen.
//!
//! Text of an article, a file name, a link, a configuration value or an error message may hold what
//! a terminal obeys instead of showing. Whatever draws or prints takes [`Clean`], and [`clean`] is
//! the only function that makes one. Apply it last, after entities and escapes were decoded.

use super::graphemes::{cells, width};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// Marks kept on one grapheme cluster, and its bytes.
const MARKS: usize = 8;
const BYTES: usize = 64;

/// What a character that turns the direction of the text is shown as.
const TURN: char = '\u{2426}';

/// One line of text that does nothing to a terminal but show itself. Only [`clean`] makes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Clean<'a>(Cow<'a, str>);

impl Clean<'_> {
    /// The text by itself.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }

    /// The same, with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Clean<'static> {
        Clean(Cow::Owned(self.0.into_owned()))
    }
}

impl Deref for Clean<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean<'_> {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for Clean<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self)
    }
}

/// Makes one line of text safe to show; borrows where nothing changes.
///
/// C0 controls and DEL become their pictures (`␛`), C1 controls U+FFFD, line ends of every kind one
/// blank, tabs blanks up to the next stop, controls that turn the direction of the text `␦`.
/// Direction marks, soft hyphens, zero-width blanks, tag characters and other unseen ones are dropped;
/// joiners stay for the sake of emoji and Persian. A cluster of more than 8 marks or 64 bytes keeps
/// its first character and 8 marks. Doing it twice changes nothing more.
#[must_use]
pub fn clean(text: &str) -> Clean<'_> {
    // Most text, so that it is gone through once only.
    if text.chars().all(stands_alone) {
        return Clean(Cow::Borrowed(text));
    }
    let shown = if text.chars().all(|c| shown_as(c) == Shown::Itself) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(replace(text))
    };
    Clean(limit(shown))
}

/// What becomes of a character.
#[derive(PartialEq, Eq)]
enum Shown {
    Itself,
    Other(char),
    Tab,
    Nothing,
}

fn shown_as(c: char) -> Shown {
    match c {
        ' '..='~' => Shown::Itself,
        '\t' => Shown::Tab,
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Other(' '),
        '\0'..='\u{1f}' => {
            Shown::Other(char::from_u32(0x2400 + c as u32).expect("every C0 control has a picture"))
        }
        '\u{7f}' => Shown::Other('\u{2421}'),
        '\u{80}'..='\u{9f}' => Shown::Other(char::REPLACEMENT_CHARACTER),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Shown::Other(TURN),
        '\u{61c}' | '\u{200e}' | '\u{200f}' => Shown::Nothing,
        '\u{ad}'
        | '\u{34f}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e007f}' => Shown::Nothing,
        _ => Shown::Itself,
    }
}

fn replace(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    // The column is counted on from the last tab, so that many tabs cost no more than few.
    let (mut counted, mut column) = (0, 0);
    for c in text.chars() {
        match shown_as(c) {
            Shown::Itself => shown.push(c),
            Shown::Other(other) => shown.push(other),
            Shown::Nothing => {}
            Shown::Tab => {
                column += width(&shown[counted..]);
                let blanks = cells("\t", column);
                shown.extend(std::iter::repeat_n(' ', blanks));
                counted = shown.len();
                column += blanks;
            }
        }
    }
    shown
}

/// Whether the character is a cluster by itself beside others of its kind: Latin, Greek and Cyrillic
/// letters, general punctuation, ideographs, kana. Each of these is shown as itself.
fn stands_alone(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}'
        | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Cuts clusters down to what a cell should hold.
fn limit(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut text = text;
    // Cutting one cluster may let its rest join the next one, which is then too long in its turn.
    // Each round makes the text shorter, so this ends.
    while text.graphemes(true).any(is_too_long) {
        text = Cow::Owned(text.graphemes(true).flat_map(kept).collect());
    }
    text
}

fn is_too_long(cluster: &str) -> bool {
    cluster.len() > BYTES || cluster.chars().filter(|&c| is_combining_mark(c)).count() > MARKS
}

/// The characters kept of a cluster.
fn kept(cluster: &str) -> impl Iterator<Item = char> + '_ {
    let long = is_too_long(cluster);
    let first = cluster.chars().take(if long { 1 } else { usize::MAX });
    let marks = cluster.chars().skip(1).filter(|&c| is_combining_mark(c)).take(if long { MARKS } else { 0 });
    // A mark that stands first has no letter to sit on, and counts as one of the eight.
    let alone = cluster.chars().next().is_some_and(is_combining_mark);
    first.chain(marks.take(MARKS - usize::from(alone)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_alone_is_shown_as_itself() {
        let mut alone = (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|&c| stands_alone(c));
        assert_eq!(alone.find(|&c| shown_as(c) != Shown::Itself), None);
    }

    fn check(text: &str, expect: &str) {
        assert_eq!(&*clean(text), expect);
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        for text in ["plain", "« L’été à Łódź – 10\u{202f}000 € »", "欧洲", "👩‍👩‍👧‍👦 e\u{301}", "می\u{200c}خواهم"]
        {
            assert!(matches!(clean(text).0, Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn escapes_are_seen_and_not_obeyed() {
        check("\u{1b}]0;title\u{7}\u{9d}52\u{7f}", "␛]0;title␇\u{fffd}52␡");
        check("a\r\nb\u{2028}c\u{85}d", "a␍ b c d");
    }

    #[test]
    fn tabs_reach_the_stops() {
        check("\ta\té\tb", "    a   é   b");
    }

    #[test]
    fn text_cannot_be_turned_or_hidden() {
        check("a\u{202e}b\u{2066}c\u{200f}", "a␦b␦c");
        check("so\u{ad}ja\u{200b}\u{feff}\u{e0041}", "soja");
    }

    #[test]
    fn a_cluster_is_cut_to_eight_marks() {
        let flood = format!("a{}b", "\u{301}".repeat(100_000));
        check(&flood, &format!("a{}b", "\u{301}".repeat(8)));
        check(&"ᄀ".repeat(50_000), "ᄀ");
    }

    proptest! {
        #[test]
        fn nothing_that_a_terminal_obeys_comes_through(
            text in "([\u{0}-\u{20}]|[\u{7f}-\u{9f}]|[\u{200b}-\u{2069}]|[\u{301}\u{94d}\u{200d}]{0,9}|[क-घ]|[👩🏽🇫🇷ᄀ가]|\u{e0041}|.){0,40}"
        ) {
            let shown = clean(&text);
            let obeyed = |c: char| {
                c.is_control()
                    || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
                    || matches!(c, '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
            };
            prop_assert!(!shown.chars().any(obeyed));
            prop_assert!(shown.graphemes(true).all(|cluster| cluster.len() <= BYTES));
            prop_assert_eq!(&*clean(&shown), &*shown);
        }
    }
}
