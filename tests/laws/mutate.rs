//! Damage to an input: the same number always does the same.

/// Numbers that look like chance (SplitMix64), the same after the same start.
#[derive(Debug, Clone)]
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is above 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("it is below a usize")
    }

    pub(crate) fn of<'a, T>(&mut self, choice: &'a [T]) -> &'a T {
        &choice[self.below(choice.len())]
    }
}

/// Bytes of an input at most; what grows beyond is cut.
const MOST: usize = 32 * 1024;

/// What any format may stumble on.
const PIECES: [&str; 34] = [
    "\0",
    "\u{1b}[31m",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{ad}",
    "\u{301}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "é",
    "漢",
    "👩\u{200d}👧",
    "\u{10ffff}",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "/",
    "\\",
    "0",
    "-1",
    "4294967296",
    "99999999999999999999",
    "\u{1c}",
    "\u{1d}",
];

/// `seed` with one to eight faults, some of them pieces of `other` or `tokens` of the format.
pub(crate) fn mutated(seed: &[u8], other: &[u8], tokens: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(8) {
        fault(&mut bytes, other, tokens, chance);
        bytes.truncate(MOST);
    }
    bytes
}

fn fault(bytes: &mut Vec<u8>, other: &[u8], tokens: &[&str], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    // Mostly short pieces, now and then a long one.
    let reach = *chance.of(&[1, 4, 16, 64, 1024]);
    let length = chance.below(reach) + 1;
    let end = (at + length).min(bytes.len());
    match chance.below(9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
        1 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].repeat(*chance.of(&[1, 1, 2, 5, 50]));
            bytes.splice(end..end, piece);
        }
        4 => {
            let from = chance.below(other.len() + 1);
            let to = (from + length).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
        5 => {
            let to = chance.below(bytes.len() + 1);
            let piece: Vec<u8> = bytes[at..end].to_vec();
            bytes.splice(to..to, piece);
        }
        6 => drop(bytes.splice(at..at, chance.of(&PIECES).bytes())),
        7 if bytes.len() > 1 && chance.below(4) == 0 => bytes.truncate(at),
        _ if !tokens.is_empty() => {
            let to = if chance.below(2) == 0 { at } else { end };
            bytes.splice(at..to, chance.of(tokens).bytes());
        }
        _ => {}
    }
}

#[test]
fn the_same_number_does_the_same_damage() {
    let damage = |seed| mutated(b"Un texte.", b"autre", &["<p>"], &mut Chance(seed));
    assert_eq!(damage(7), damage(7));
    assert_ne!(damage(7), damage(8));
}
