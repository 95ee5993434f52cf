//! Crockford's base 32: digits and capitals without I, L, O and U.

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The 26 digits of a 128-bit number, as in a ULID: texts sort as the numbers do.
#[must_use]
pub fn of_number(number: u128) -> String {
    (0..26).rev().map(|place| digit((number >> (5 * place)) as usize)).collect()
}

/// The number that [`of_number`] wrote; `None` where `text` is not one. Small letters will do.
#[must_use]
pub fn number(text: &str) -> Option<u128> {
    // 26 digits hold 130 bits, so the first may not exceed 7.
    if text.len() != 26 || text.as_bytes()[0] > b'7' {
        return None;
    }
    text.bytes().try_fold(0_u128, |number, byte| {
        let value = VALUES[usize::from(byte)];
        (value < 32).then_some(number << 5 | u128::from(value))
    })
}

/// What each byte counts as a digit, 32 where it is none: a journal has four numbers a line.
const VALUES: [u8; 256] = {
    let mut values = [32; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        values[DIGITS[value].to_ascii_lowercase() as usize] = value as u8;
        value += 1;
    }
    values
};

/// The digits of some bytes, the last one filled up with zero bits: 52 for a SHA-256.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> String {
    let bit = |index: usize| {
        let byte = bytes.get(index / 8).copied().unwrap_or(0);
        usize::from(byte >> (7 - index % 8) & 1)
    };
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|place| digit((0..5).fold(0, |value, offset| value << 1 | bit(place * 5 + offset))))
        .collect()
}

fn digit(value: usize) -> char {
    DIGITS[value & 31].into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_are_written_from_the_first_bit() {
        assert_eq!(of_bytes(b"fooba"), "CSQPYRK1");
        assert_eq!(of_bytes(b"f"), "CR");
        assert_eq!(of_bytes(&[0xff; 32]).len(), 52);
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        assert_eq!(number("80000000000000000000000000"), None);
        assert_eq!(number("01KB7"), None);
        assert_eq!(number("0000000000000000000000000U"), None);
        assert_eq!(number("éééééééééééééé"), None);
    }

    proptest! {
        #[test]
        fn numbers_come_back_and_sort(one: u128, other: u128) {
            prop_assert_eq!(number(&of_number(one)), Some(one));
            prop_assert_eq!(of_number(one).cmp(&of_number(other)), one.cmp(&other));
        }
    }
}
