//! Byte offsets to code points and back, for what other programs read.

use super::graphemes::floor_char;

/// Code points in `text`.
#[must_use]
pub fn count(text: &str) -> usize {
    text.chars().count()
}

/// Converts between byte offsets and code points of one text.
///
/// It remembers the place asked for last and counts on from there, so that questions in ascending
/// order cost one pass over the text in all.
#[derive(Debug, Clone)]
pub struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> CodePoints<'a> {
    /// Starts at the beginning of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, point: 0 }
    }

    /// Code points before `byte`. Inside a character that is the number before the character; past
    /// the end the number in the text.
    pub fn of(&mut self, byte: usize) -> usize {
        let byte = floor_char(self.text, byte);
        if byte >= self.byte {
            self.point += count(&self.text[self.byte..byte]);
        } else if byte * 2 >= self.byte {
            self.point -= count(&self.text[byte..self.byte]);
        } else {
            self.point = count(&self.text[..byte]);
        }
        self.byte = byte;
        self.point
    }

    /// The byte at which code point `point` starts; past the end the length of the text.
    pub fn byte(&mut self, point: usize) -> usize {
        if point < self.point {
            self.of(0);
        }
        // Counting a block is many times faster than walking it, so only the last block is walked.
        const BLOCK: usize = 1024;
        loop {
            let end = floor_char(self.text, self.byte + BLOCK);
            let points = count(&self.text[self.byte..end]);
            if self.point + points > point || end == self.text.len() {
                break;
            }
            (self.byte, self.point) = (end, self.point + points);
        }
        let rest = &self.text[self.byte..];
        let (ahead, length) = match rest.char_indices().nth(point - self.point) {
            Some((at, _)) => (point - self.point, at),
            None => (count(rest), rest.len()),
        };
        (self.byte, self.point) = (self.byte + length, self.point + ahead);
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn offsets_are_code_points_not_bytes() {
        let mut points = CodePoints::new("« été »");
        assert_eq!([0, 2, 3, 5, 6, 8, 9, 11, 99].map(|byte| points.of(byte)), [0, 1, 2, 3, 4, 5, 6, 7, 7]);
        assert_eq!([7, 3, 0, 99].map(|point| points.byte(point)), [11, 5, 0, 11]);
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_place(text in "[aé€👩]{0,3000}", bytes in prop::collection::vec(0_usize..9000, 0..9)) {
            let mut there = CodePoints::new(&text);
            let mut back = CodePoints::new(&text);
            for byte in bytes {
                let byte = floor_char(&text, byte);
                let point = there.of(byte);
                prop_assert_eq!(point, text[..byte].chars().count());
                prop_assert_eq!(back.byte(point), byte);
            }
        }
    }
}
