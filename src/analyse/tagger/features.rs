//! What the model looks at: each feature is hashed to a row of weights.
//!
//! Features of one word alone ([`own`]) are summed once for each distinct word; features of several
//! words ([`joint`]) are looked up for every word of the text. Templates are numbered in a fixed
//! order: a change here asks for new models.

use super::form::Form;

/// Bits of a row number.
pub const ROW_BITS: u32 = 18;
/// Where a word stands, seen from the word that gets a label.
pub const PLACES: [i8; 5] = [-2, -1, 0, 1, 2];

/// What stands around a word.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// Two words before, the word, two words after.
    pub forms: [&'a Form; 5],
    /// The nearest word before that has no capital, five words back at most.
    pub left: &'a Form,
    /// The nearest word after that has no capital.
    pub right: &'a Form,
    /// The first and the last of the words with capitals that it stands among, five words away at most.
    pub run: [&'a Form; 2],
    /// First word of its sentence.
    pub first: bool,
    /// The sentence is in capitals.
    pub shouted: bool,
}

/// The row of a feature: a template and what fills it.
fn row(template: u64, one: u64, other: u64, third: u64) -> usize {
    const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;
    let mut hash = (template + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ one;
    hash = hash.wrapping_mul(FACTOR).rotate_left(29) ^ other;
    hash = hash.wrapping_mul(FACTOR).rotate_left(29) ^ third;
    hash = hash.wrapping_mul(FACTOR);
    ((hash ^ (hash >> 31)).wrapping_mul(FACTOR) >> (64 - ROW_BITS)) as usize
}

/// Gives the rows of a word alone, for the word `place` steps away from it.
pub fn own(form: &Form, place: i8, mut each: impl FnMut(usize)) {
    let mut give = |template: u64, one: u64, other: u64| each(row(template, one, other, 0));
    if let Some(cluster) = form.cluster {
        give(
            match place {
                0 => 0,
                -1 => 1,
                1 => 2,
                -2 => 3,
                _ => 4,
            },
            u64::from(cluster),
            0,
        );
    }
    match place {
        0 => {
            give(5, 0, 0);
            give(6, form.exact, 0);
            give(7, form.lower, 0);
            give(8, form.shape, 0);
            give(9, form.long_shape, 0);
            give(10, form.ending, form.shape);
            if let Some(cluster) = form.cluster {
                give(11, u64::from(cluster), form.shape);
            }
            let prefixes = form.prefixes.iter().zip(12..);
            let suffixes = form.suffixes.iter().zip(16..);
            for (&hash, template) in prefixes.chain(suffixes).filter(|(hash, _)| **hash != 0) {
                give(template, hash, 0);
            }
        }
        -1 | 1 => {
            let after = u64::from(place == 1);
            give(21 + after, form.lower, 0);
            if !form.edge {
                give(23 + after, form.ending, 0);
            }
        }
        _ => give(25 + u64::from(place == 2), form.lower, 0),
    }
}

/// Gives the rows of a word and its neighbours together.
pub fn joint(window: &Window, mut each: impl FnMut(usize)) {
    let [earlier, before, here, after, later] = window.forms;
    let mut give = |template: u64, one: u64, other: u64, third: u64| each(row(template, one, other, third));
    give(30, before.lower, here.lower, 0);
    give(31, here.lower, after.lower, 0);
    give(32, before.lower, after.lower, 0);
    give(33, earlier.lower, before.lower, 0);
    give(34, after.lower, later.lower, 0);
    give(35, before.shape, here.shape, 0);
    give(36, here.shape, after.shape, 0);
    give(37, before.shape, here.shape, after.shape);
    give(38, earlier.shape, before.shape, here.shape);
    give(39, here.shape, after.shape, later.shape);
    give(40, before.lower, here.shape, 0);
    give(41, here.shape, after.lower, 0);
    give(42, earlier.lower, before.shape, here.shape);
    give(43, here.shape, after.shape, later.lower);
    give(44, window.left.lower, here.shape, 0);
    give(45, window.right.lower, here.shape, 0);
    // Words of no cluster are alike in that.
    let cluster = |form: &Form| u64::from(form.cluster.map_or(256, u16::from));
    give(48, cluster(before), here.shape, 0);
    give(49, here.shape, cluster(after), 0);
    if here.capital {
        give(50, cluster(window.run[0]), 0, 0);
        give(51, cluster(window.run[1]), 0, 0);
    }
    if window.first {
        give(46, here.shape, 0, 0);
    }
    if window.shouted {
        give(47, 0, 0, 0);
    }
}

/// What stands around each word of a sentence, in order.
pub fn windows<'a>(sentence: &'a [&'a Form], edges: &'a [Form; 2]) -> impl Iterator<Item = Window<'a>> {
    let at = move |place: isize| match usize::try_from(place) {
        Err(_) => &edges[0],
        Ok(place) => sentence.get(place).copied().unwrap_or(&edges[1]),
    };
    let loud = |form: &&&Form| form.has_letters;
    let shouted = sentence.iter().filter(loud).all(|form| !form.has_small_letters);
    (0..sentence.len().cast_signed()).map(move |here| {
        let beyond = |step: isize| {
            let mut place = here + step;
            while (place - here).abs() < 6 && at(place).capital {
                place += step;
            }
            place
        };
        let (left, right) = (beyond(-1), beyond(1));
        Window {
            forms: [at(here - 2), at(here - 1), at(here), at(here + 1), at(here + 2)],
            left: at(left),
            right: at(right),
            run: [at(left + 1), at(right - 1)],
            first: here == 0,
            shouted,
        }
    })
}
