//! Words found by their hash in tables that need no building.
//!
//! The build script makes the tables of the shipped names and of the lexicon with this very code and
//! writes them out as constants, so that a start costs nothing; small tables of the person's own are
//! made while the program runs.

use std::borrow::Cow;

/// Texts in a row, numbered from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    letters: Cow<'static, str>,
    /// Where each text ends in `letters`.
    ends: Cow<'static, [u32]>,
}

impl Texts {
    /// Texts laid out before: their letters, and where each ends.
    pub(super) const fn fixed(letters: &'static str, ends: &'static [u32]) -> Self {
        Self { letters: Cow::Borrowed(letters), ends: Cow::Borrowed(ends) }
    }

    /// Adds a text; all together are shorter than 4 GiB.
    pub(super) fn push(&mut self, text: &str) {
        self.letters.to_mut().push_str(text);
        self.ends.to_mut().push(u32::try_from(self.letters.len()).expect("lists are shorter than 4 GiB"));
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of that number, which must be under [`Texts::len`].
    pub(super) fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.letters[start..self.ends[number] as usize]
    }

    /// All letters and all ends, for [`Texts::fixed`].
    #[allow(dead_code, reason = "the build script writes tables out with it")]
    pub(super) fn parts(&self) -> (&str, &[u32]) {
        (&self.letters, &self.ends)
    }
}

/// Distinct words and their numbers.
///
/// Open addressing with linear probing; at most half of the slots are taken.
#[derive(Debug, Clone, Default)]
pub(super) struct WordTable {
    words: Texts,
    /// The number of a word and one, or 0; as many slots as a power of two, none without words.
    slots: Cow<'static, [u16]>,
}

impl WordTable {
    /// A table laid out before: the words, and the slots made from them.
    pub(super) const fn fixed(words: Texts, slots: &'static [u16]) -> Self {
        Self { words, slots: Cow::Borrowed(slots) }
    }

    /// The table of these words: fewer than 2^16, none twice.
    pub(super) fn new(words: Texts) -> Self {
        let mut slots = vec![0; if words.len() == 0 { 0 } else { (words.len() * 2).next_power_of_two() }];
        for number in 0..words.len() {
            let mut slot = first_slot(words.get(number), slots.len());
            while slots[slot] != 0 {
                slot = (slot + 1) % slots.len();
            }
            slots[slot] = u16::try_from(number + 1).expect("fewer than 2^16 words");
        }
        Self { words, slots: Cow::Owned(slots) }
    }

    /// The number of the word, where it is in the table.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let mut slot = first_slot(word, self.slots.len());
        loop {
            let number = usize::from(self.slots[slot]).checked_sub(1)?;
            if self.words.get(number) == word {
                return Some(number);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }

    /// The words and the slots, for [`WordTable::fixed`].
    #[allow(dead_code, reason = "the build script writes tables out with it")]
    pub(super) fn parts(&self) -> (&Texts, &[u16]) {
        (&self.words, &self.slots)
    }
}

/// Where the search for the word begins among `slots`, a power of two: FNV-1a, folded.
fn first_slot(word: &str, slots: usize) -> usize {
    let hash =
        word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..500).map(|number| format!("mot{number}")).collect();
        let mut texts = Texts::default();
        words.iter().for_each(|word| texts.push(word));
        let table = WordTable::new(texts);
        for (number, word) in words.iter().enumerate() {
            assert_eq!(table.find(word), Some(number));
        }
        assert_eq!(table.find("mot500"), None);
        assert_eq!(WordTable::default().find("mot0"), None);
    }
}
