//! A few numbers that tell whether two texts are editions of one another.

use crate::text::letters::fold;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::char::is_combining_mark;

/// Hashes kept.
const SIZE: usize = 32;
/// Words that are hashed together.
const SHINGLE: usize = 4;
/// Bytes of text looked at: enough to tell documents apart, and done in a few milliseconds.
const LOOKED_AT: usize = 1 << 18;

/// The 32 smallest hashes of the runs of 4 words in a text; fewer for a short text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// Of the first 256 kB of `text`. Case, accents and punctuation do not count.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let end = (0..=LOOKED_AT.min(text.len())).rev().find(|&offset| text.is_char_boundary(offset));
        let words = hashes_of_words(&text[..end.unwrap_or(0)]);
        let mut hashes: Vec<u32> = shingles(&words).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.truncate(SIZE);
        Self(hashes)
    }

    /// The share of runs of words that the two texts have in common, estimated; 0 where either has none.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let union: BTreeSet<u32> = self.0.iter().chain(&other.0).copied().collect();
        let least: Vec<u32> = union.into_iter().take(SIZE).collect();
        if least.is_empty() {
            return 0.0;
        }
        let shared = least.iter().filter(|hash| self.0.contains(hash) && other.0.contains(hash)).count();
        #[expect(clippy::cast_precision_loss, reason = "both are at most 32")]
        let share = shared as f64 / least.len() as f64;
        share
    }

    /// Of each text that these are sketches of, the share that stands in `text` too, estimated; 0 where there is no hash.
    ///
    /// Unlike [`Sketch::likeness`] this is near 1 where much was added, and near a half where a half was cut. Words
    /// that a layout divided count as whole. Costs one pass over the text, some 20 ms a megabyte.
    #[must_use]
    pub fn shares_in(sketches: &[Self], text: &str) -> Vec<f64> {
        let mut found: HashMap<u32, bool> =
            sketches.iter().flat_map(|sketch| &sketch.0).map(|&hash| (hash, false)).collect();
        let mut look = |text: &str| {
            for hash in shingles(&hashes_of_words(text)) {
                found.entry(hash).and_modify(|is_there| *is_there = true);
            }
        };
        look(text);
        if let Cow::Owned(undivided) = undivided(text) {
            look(&undivided);
        }
        #[expect(clippy::cast_precision_loss, reason = "both are at most 32")]
        let share = |sketch: &Self| {
            let there = sketch.0.iter().filter(|hash| found[hash]).count();
            there as f64 / sketch.0.len().max(1) as f64
        };
        sketches.iter().map(share).collect()
    }

    /// Whether it is of text enough to tell documents apart by it alone.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        self.0.len() == SIZE
    }

    /// Eight hexadecimal digits a hash.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.iter().map(|hash| format!("{hash:08x}")).collect()
    }

    /// The sketch that [`Sketch::to_text`] wrote; what is not one is the empty sketch, like to nothing.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let hash = |digits: &[u8]| u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
        Self(text.as_bytes().chunks(8).map(hash).collect::<Option<_>>().unwrap_or_default())
    }
}

/// The text without soft hyphens, and without hyphens at the ends of lines.
fn undivided(text: &str) -> Cow<'_, str> {
    if text.contains('\u{ad}') || text.contains("-\n") {
        text.replace('\u{ad}', "").replace("-\n", "").into()
    } else {
        text.into()
    }
}

fn hashes_of_words(text: &str) -> Vec<u64> {
    text.split(|character: char| !character.is_alphanumeric() && !is_combining_mark(character))
        .filter(|word| !word.is_empty())
        .map(hash_of_word)
        .collect()
}

fn shingles(words: &[u64]) -> impl Iterator<Item = u32> {
    words.windows(SHINGLE.min(words.len().max(1))).map(hash_of_shingle)
}

/// FNV-1a over the folded letters; written out, since sketches are kept on disk for ever.
fn hash_of_word(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for character in word.chars() {
        fold(character, |letter| hash = (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3));
    }
    hash
}

/// The words one after the other, mixed so that all bits count.
fn hash_of_shingle(words: &[u64]) -> u32 {
    let mix = |hash: u64| (hash ^ hash >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (words.iter().fold(0, |hash, word| mix(hash ^ word).rotate_left(17)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        (from..to).map(|number| format!("mot{number} ")).collect()
    }

    #[test]
    fn editions_are_alike_and_strangers_are_not() {
        let sketch = Sketch::of(&text(0, 1000));
        let sketch_of_edition = Sketch::of(&text(100, 1000).to_uppercase());
        assert!(sketch.likeness(&sketch_of_edition) > 0.6, "{}", sketch.likeness(&sketch_of_edition));
        assert!(sketch.likeness(&Sketch::of(&text(2000, 3000))) < 0.01);
        assert!(sketch.likeness(&Sketch::of("")) < 0.01);
        assert!((Sketch::of("deux mots").likeness(&Sketch::of("Deux, mots.")) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_stands_in_one_to_which_much_was_added_and_by_halves_in_its_half() {
        let known = [Sketch::of(&text(0, 1000)), Sketch::of(&text(5000, 6000)), Sketch::default()];
        let shares = Sketch::shares_in(&known, &(text(1000, 5000) + &text(0, 1000)));
        assert!(shares[0] > 0.95 && shares[1] < 0.05 && shares[2] < 0.05, "{shares:?}");
        let half = Sketch::shares_in(&known, &text(0, 500))[0];
        assert!((0.2..0.8).contains(&half), "{half}");
        let divided = text(0, 1000).replace("mot1", "mo\u{ad}t1").replace("ot7", "ot-\n7");
        assert!(Sketch::shares_in(&known, &divided)[0] > 0.95);
    }

    #[test]
    fn the_spelling_of_accents_does_not_count() {
        assert_eq!(
            Sketch::of("L’été a passé sans bruit"),
            Sketch::of("l'e\u{301}te\u{301} a passe\u{301} sans bruit")
        );
    }

    #[test]
    fn sketches_come_back_from_text_and_their_hashes_never_change() {
        let sketch = Sketch::of(&text(0, 100));
        assert_eq!(Sketch::from_text(&sketch.to_text()), sketch);
        assert_eq!(Sketch::from_text("not a sketch"), Sketch::default());
        assert_eq!(Sketch::of("un deux trois quatre").to_text(), "7abbeb06");
    }
}
