//! The file of a model, read where it lies: nothing is unpacked.
//!
//! All numbers are little-endian. Header of [`HEADER`] bytes: magic (8), version (u16), bits of a row
//! number (u8), number of labels (u8), language (4 letters), scale (f32), number of rows (u32), bytes
//! of the table of clusters (u32), names of the labels (padded with blanks). Then the transitions (i16,
//! from each label to each, from the start of a sentence last), a bit for each row number (set where
//! the row is kept), the number of rows kept before each 64 of those bits (u32), the rows (a byte a
//! label), and the table of clusters. Transitions count in units of the scale; of weights see [`weight`].

use super::clusters::Clusters;
use super::features::ROW_BITS;
use super::label::{LABELS, Label};

const MAGIC: &[u8; 8] = b"exgtaggr";
const VERSION: u16 = 2;
/// Bytes of the header.
const HEADER: usize = 128;
/// Where the names of the labels stand in it.
const NAMES: usize = 28;
const TRANSITIONS: usize = (LABELS + 1) * LABELS;
const WORDS: usize = (1 << ROW_BITS) / 64;

/// Scores of the labels, in units of the scale of the model.
pub type Scores = [i32; LABELS];

/// What went wrong in a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a model of version {VERSION}, or cut short; train it anew")]
pub struct NotAModel;

/// A view of a model.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// The natural logarithm of the likelihood that a unit of weight stands for.
    pub(super) scale: f32,
    pub(super) clusters: Clusters<'a>,
    transitions: &'a [u8],
    kept: &'a [u8],
    ranks: &'a [u8],
    rows: &'a [u8],
}

/// What a model is made of, before it is written.
#[derive(Debug)]
pub struct Parts<'a> {
    /// `fr`, `en`…: four letters at most.
    pub language: &'a str,
    /// See [`Model`].
    pub scale: f32,
    /// From each label to each, from the start last.
    pub transitions: &'a [[i16; LABELS]; LABELS + 1],
    /// The rows kept, by rising number.
    pub rows: &'a [(usize, [i8; LABELS])],
    /// Made by [`Clusters::table`].
    pub clusters: &'a [u8],
}

impl<'a> Model<'a> {
    /// Reads the header and finds the parts; the weights are not touched.
    ///
    /// # Errors
    /// Where the bytes are no model of this version.
    pub fn new(bytes: &'a [u8]) -> Result<Self, NotAModel> {
        let (header, rest) = bytes.split_at_checked(HEADER).ok_or(NotAModel)?;
        let number =
            |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let right = header[..8] == *MAGIC
            && header[8..10] == VERSION.to_le_bytes()
            && u32::from(header[10]) == ROW_BITS
            && usize::from(header[11]) == LABELS
            && header[NAMES..].starts_with(names().as_bytes());
        if !right {
            return Err(NotAModel);
        }
        let part = |rest: &'a [u8], length: usize| rest.split_at_checked(length).ok_or(NotAModel);
        let (transitions, rest) = part(rest, TRANSITIONS * 2)?;
        let (kept, rest) = part(rest, WORDS * 8)?;
        let (ranks, rest) = part(rest, WORDS * 4)?;
        let (rows, table) = part(rest, number(20) as usize * LABELS)?;
        let whole = table.len() == number(24) as usize;
        let clusters = Clusters::new(table).filter(|_| whole).ok_or(NotAModel)?;
        Ok(Self { scale: f32::from_bits(number(16)), clusters, transitions, kept, ranks, rows })
    }

    /// Adds the weights of a row, where it was kept.
    pub(super) fn add(&self, row: usize, scores: &mut Scores) {
        let (word, bit) = (row / 64, row % 64);
        let (Some(kept), Some(rank)) =
            (self.kept.get(word * 8..word * 8 + 8), self.ranks.get(word * 4..word * 4 + 4))
        else {
            return;
        };
        let kept = u64::from_le_bytes(kept.try_into().expect("eight bytes"));
        if kept >> bit & 1 == 0 {
            return;
        }
        let below = (kept & ((1 << bit) - 1)).count_ones();
        let rank = (u32::from_le_bytes(rank.try_into().expect("four bytes")) + below) as usize;
        if let Some(weights) = self.rows.get(rank * LABELS..(rank + 1) * LABELS) {
            scores
                .iter_mut()
                .zip(weights)
                .for_each(|(score, &byte)| *score += i32::from(weight(byte.cast_signed())));
        }
    }

    /// The score of label `to` after each label, and after the start of a sentence last.
    pub(super) fn transitions(&self) -> [Scores; LABELS + 1] {
        std::array::from_fn(|from| {
            std::array::from_fn(|to| {
                let at = (from * LABELS + to) * 2;
                i32::from(i16::from_le_bytes([self.transitions[at], self.transitions[at + 1]]))
            })
        })
    }

    /// The bytes of a model.
    #[must_use]
    pub fn write(parts: &Parts) -> Vec<u8> {
        let number = |count: usize| u32::try_from(count).expect("a model is small").to_le_bytes();
        let mut bytes = Vec::new();
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([u8::try_from(ROW_BITS).expect("few bits"), u8::try_from(LABELS).expect("few labels")]);
        bytes.extend(format!("{:4}", parts.language).bytes().take(4));
        bytes.extend(parts.scale.to_le_bytes());
        bytes.extend(number(parts.rows.len()));
        bytes.extend(number(parts.clusters.len()));
        bytes.extend(names().bytes());
        bytes.resize(HEADER, b' ');
        bytes.extend(parts.transitions.iter().flatten().flat_map(|score| score.to_le_bytes()));
        let mut kept = vec![0u64; WORDS];
        parts.rows.iter().for_each(|(row, _)| kept[row / 64] |= 1 << (row % 64));
        bytes.extend(kept.iter().flat_map(|word| word.to_le_bytes()));
        let mut rank = 0;
        for word in &kept {
            bytes.extend(number(rank));
            rank += word.count_ones() as usize;
        }
        bytes.extend(parts.rows.iter().flat_map(|(_, weights)| weights.map(i8::cast_unsigned)));
        bytes.extend(parts.clusters);
        bytes
    }
}

/// What a byte weighs, in units of the scale: its square, signed, over four. Most weights are small and
/// want small steps, the few large ones want room.
#[must_use]
pub fn weight(byte: i8) -> i16 {
    let byte = i16::from(byte);
    byte * byte.abs() / 4
}

/// The byte that weighs about `units` of the scale.
#[must_use]
pub fn byte(units: f32) -> i8 {
    (units.abs() * 4.0).sqrt().round().min(127.0).copysign(units) as i8
}

fn names() -> String {
    Label::ALL.map(Label::name).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_read_as_written() {
        let clusters = Clusters::table([(7, 200)]);
        let rows = [(3, [2; LABELS]), (64, [-4; LABELS]), (70, [6; LABELS])];
        let mut transitions = [[0; LABELS]; LABELS + 1];
        transitions[LABELS][1] = -300;
        let parts =
            Parts { language: "fr", scale: 0.5, transitions: &transitions, rows: &rows, clusters: &clusters };
        let bytes = Model::write(&parts);
        let model = Model::new(&bytes).expect("it is whole");
        let mut scores = [0; LABELS];
        [3, 4, 70].iter().for_each(|&row| model.add(row, &mut scores));
        assert_eq!(scores, [10; LABELS], "2 weighs 1, and 6 weighs 9");
        assert!((-127..=127).all(|number| byte(f32::from(weight(number))).abs_diff(number) <= 1));
        assert_eq!(model.transitions()[LABELS][1], -300);
        assert_eq!(model.clusters.of(7), Some(200));
        assert_eq!(Model::new(&bytes[..bytes.len() - 1]).err(), Some(NotAModel));
        assert_eq!(Model::new(b"").err(), Some(NotAModel));
    }
}
