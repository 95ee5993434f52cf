//! Bytes inside, code points outside.

use crate::text::Span;

/// How many bytes lie between two known places.
const STEP: usize = 1024;

/// Turns byte offsets of one text into code points, each look-up in at most 1024 bytes of counting.
#[derive(Debug, Clone)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points that begin before byte `STEP * index`.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// Counts `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut seen = 0;
        let before = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let here = seen;
                seen += beginnings(chunk);
                here
            })
            .collect();
        Self { text, before }
    }

    /// How many code points begin before `byte`; an offset past the end counts as the end.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        // The end may stand just past the last chunk, and an empty text has none.
        let chunk = (byte / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(chunk).copied().unwrap_or(0);
        before + beginnings(&self.text.as_bytes()[chunk * STEP..byte])
    }

    /// The first code point of `span` and the first one after it.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }
}

/// How many code points begin in these bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_look_up_counts_like_a_scan(text in "[aé€😀\n]{0,900}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(byte), count);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count());
        }
    }
}
