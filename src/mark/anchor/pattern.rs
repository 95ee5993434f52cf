//! Approximate search: where letters stand that differ from those sought in few places.

/// Letters to look for, as masks: which of them each letter of a text equals.
///
/// This is the bit-vector method of Myers (1999), in blocks of 64 letters as by Hyyrö (2003).
#[derive(Debug)]
pub(super) struct Pattern {
    length: usize,
    /// Blocks of 64 letters.
    blocks: usize,
    /// Rows of masks of the ASCII letters; row 0 where there is none.
    ascii: [u16; 128],
    /// Rows of masks of other letters, in their order.
    others: Vec<(char, u16)>,
    /// Rows of `blocks` masks; the first row is of letters that do not occur.
    masks: Vec<u64>,
}

/// Where a pattern ends in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    /// The byte after.
    pub(super) byte: usize,
    /// Letters before that byte.
    pub(super) index: usize,
    /// Letters added, dropped or changed.
    pub(super) errors: usize,
}

impl Pattern {
    /// Of `letters`, at most 65535 different ones.
    pub(super) fn new(letters: &[char]) -> Self {
        let blocks = letters.len().div_ceil(64);
        let mut distinct = letters.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        distinct.truncate(usize::from(u16::MAX));
        let mut pattern = Self {
            length: letters.len(),
            blocks,
            ascii: [0; 128],
            others: Vec::new(),
            masks: vec![0; (distinct.len() + 1) * blocks],
        };
        for (row, &letter) in (1..).zip(&distinct) {
            match pattern.ascii.get_mut(letter as usize) {
                Some(place) => *place = row,
                None => pattern.others.push((letter, row)),
            }
        }
        for (at, &letter) in letters.iter().enumerate() {
            let row = pattern.row(letter);
            pattern.masks[row + at / 64] |= 1 << (at % 64);
        }
        pattern
    }

    /// Where the masks of `letter` begin.
    fn row(&self, letter: char) -> usize {
        let row = match self.ascii.get(letter as usize) {
            Some(&row) => row,
            None => match self.others.binary_search_by_key(&letter, |&(other, _)| other) {
                Ok(at) => self.others[at].1,
                Err(_) => 0,
            },
        };
        usize::from(row) * self.blocks
    }

    /// After each letter of `text`, the least number of errors of a match that ends there. The match
    /// begins anywhere or, if `anchored`, where the text does. The first of each pair is passed on.
    fn distances(
        &self,
        text: impl Iterator<Item = (usize, char)>,
        anchored: bool,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut columns = vec![(u64::MAX, 0_u64); self.blocks];
        let mut distance = self.length;
        let top = (self.length + 63) % 64;
        text.map(move |(offset, letter)| {
            let row = self.row(letter);
            let (mut grows, mut shrinks) = (u64::from(anchored), 0);
            let (mut up, mut down) = (0, 0);
            for (&mask, column) in self.masks[row..row + self.blocks].iter().zip(&mut columns) {
                let (more, less) = *column;
                let vertical = mask | less;
                let equal = mask | shrinks;
                let horizontal = ((equal & more).wrapping_add(more) ^ more) | equal;
                up = less | !(horizontal | more);
                down = more & horizontal;
                let (shifted_up, shifted_down) = (up << 1 | grows, down << 1 | shrinks);
                (grows, shrinks) = (up >> 63, down >> 63);
                *column = (shifted_down | !(vertical | shifted_up), shifted_up & vertical);
            }
            distance = distance + (up >> top & 1) as usize - (down >> top & 1) as usize;
            (offset, distance)
        })
    }

    /// The share of the pattern that stands somewhere in `window`, from 0 to 1. Of nothing sought, all is there: 1.
    #[expect(clippy::cast_precision_loss, reason = "a share need not be exact")]
    pub(super) fn share_in(&self, window: impl Iterator<Item = char>) -> f64 {
        if self.length == 0 {
            return 1.0;
        }
        let distances = self.distances(window.enumerate(), false).map(|(_, errors)| errors);
        let least = distances.chain([self.length]).min().unwrap_or(self.length);
        1.0 - least as f64 / self.length as f64
    }

    /// How many letters must be added, dropped or changed to make `text` of the pattern.
    pub(super) fn distance_to(&self, text: &str) -> usize {
        let distances = self.distances(text.chars().enumerate(), true).map(|(_, errors)| errors);
        distances.last().unwrap_or(self.length)
    }

    /// All places of `text` where the pattern ends with at most `errors`; of those nearer than `apart`
    /// letters to one another, the best.
    pub(super) fn ends(&self, text: &str, errors: usize, apart: usize) -> Vec<End> {
        let mut ends: Vec<End> = Vec::new();
        if self.length == 0 {
            return ends;
        }
        let text = text.char_indices().map(|(byte, letter)| (byte + letter.len_utf8(), letter));
        for (index, (byte, found)) in (1..).zip(self.distances(text, false)) {
            if found > errors {
                continue;
            }
            let end = End { byte, index, errors: found };
            match ends.last_mut() {
                Some(last) if index - last.index <= apart => {
                    if found < last.errors {
                        *last = end;
                    }
                }
                _ => ends.push(end),
            }
        }
        ends
    }

    /// How far back a match reaches that ends where `text` ends, in bytes and in letters: that with the
    /// fewest errors, of these the one whose length is nearest. The pattern must be reversed.
    pub(super) fn reach_back(&self, text: &str, errors: usize) -> (usize, usize) {
        let backwards = text.char_indices().rev().take(self.length + errors);
        let (byte, letters, _) = (1..)
            .zip(self.distances(backwards, true))
            .map(|(letters, (byte, found))| (byte, letters, found))
            .min_by_key(|&(_, letters, found)| (found, self.length.abs_diff(letters)))
            .unwrap_or((text.len(), 0, 0));
        (text.len() - byte, letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pattern(letters: &str) -> Pattern {
        Pattern::new(&letters.chars().collect::<Vec<_>>())
    }

    /// The same by the book: the last row of the table of distances, free at the start of the text or not.
    fn by_table(text: &str, sought: &str, anchored: bool) -> Vec<usize> {
        let sought: Vec<char> = sought.chars().collect();
        let mut column: Vec<usize> = (0..=sought.len()).collect();
        let mut last_row = Vec::new();
        for letter in text.chars() {
            let mut diagonal = column[0];
            column[0] += usize::from(anchored);
            for row in 1..=sought.len() {
                let changed = diagonal + usize::from(sought[row - 1] != letter);
                diagonal = column[row];
                column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
            }
            last_row.push(column[sought.len()]);
        }
        last_row
    }

    #[test]
    fn scores_fall_as_words_differ() {
        let sought = pattern("manyyearslater");
        let score = |window: &str| sought.share_in(window.chars());
        assert!((score("andmanyyearslater") - 1.0).abs() < f64::EPSILON);
        assert!(score("manyyearslater") > score("manyyerslater"));
        assert!(score("manyyerslater") > score("someyearslater"));
        assert!(score("someyearslater") > score("someyearsafter"));
        assert!(score("").abs() < f64::EPSILON);
    }

    #[test]
    fn every_place_is_found_not_only_the_best() {
        let ends =
            pattern("barcelone").ends("xxbarcelonexxxxxxxxxxxxxbarcelanexxxxxxxxxxxxxberceloxxx", 2, 4);
        let found: Vec<(usize, usize)> = ends.iter().map(|end| (end.byte, end.errors)).collect();
        assert_eq!(found, [(11, 0), (33, 1)]);
        let found = pattern("ana").ends("bananas", 0, 1);
        assert_eq!(found.iter().map(|end| end.index).collect::<Vec<_>>(), [4, 6]);
    }

    #[test]
    fn offsets_are_bytes_and_lengths_letters() {
        let ends = pattern("жизнь").ends("этажизньхороша", 0, 2);
        assert_eq!(ends, [End { byte: 16, index: 8, errors: 0 }]);
        assert_eq!(pattern("ьнзиж").reach_back("этажизнь", 0), (10, 5));
    }

    proptest! {
        #[test]
        fn the_bit_vectors_agree_with_the_table(text in "[abé]{0,200}", sought in "[abcé]{1,150}", anchored in any::<bool>()) {
            let found: Vec<usize> = pattern(&sought)
                .distances(text.chars().enumerate(), anchored)
                .map(|(_, errors)| errors)
                .collect();
            prop_assert_eq!(found, by_table(&text, &sought, anchored));
        }
    }
}
