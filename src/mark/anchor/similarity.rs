//! How much of a piece of context is still there.

/// The share of `wanted` that stands somewhere in `window`, from 0 to 1: one less the least number
/// of letters added, dropped or changed, over the length.
///
/// This is the bit-vector method of Myers (1999), one word wide. At most the first 64 letters of
/// `wanted` count. Of nothing wanted, all is there: 1.
pub(super) fn similarity(window: impl Iterator<Item = char>, wanted: &[char]) -> f64 {
    let wanted = &wanted[..wanted.len().min(64)];
    let Some(last) = wanted.len().checked_sub(1) else { return 1.0 };
    let top = 1_u64 << last;
    let (mut more, mut less) = (u64::MAX, 0_u64);
    let mut distance = wanted.len();
    let mut least = distance;
    for character in window {
        let equal = wanted
            .iter()
            .enumerate()
            .fold(0_u64, |mask, (bit, &letter)| mask | (u64::from(letter == character) << bit));
        let vertical = equal | less;
        let horizontal = ((equal & more).wrapping_add(more) ^ more) | equal;
        let mut up = less | !(horizontal | more);
        let mut down = more & horizontal;
        if up & top != 0 {
            distance += 1;
        } else if down & top != 0 {
            distance -= 1;
        }
        // No bit is shifted in: the match may begin anywhere in the window.
        up <<= 1;
        down <<= 1;
        more = down | !(vertical | up);
        less = up & vertical;
        least = least.min(distance);
    }
    #[expect(clippy::cast_precision_loss, reason = "both are at most 64")]
    let share = least as f64 / wanted.len() as f64;
    1.0 - share
}

#[cfg(test)]
mod tests {
    use super::similarity;
    use proptest::prelude::*;

    /// The same by the book: a table of distances, free at the start and at the end of the window.
    fn by_table(window: &[char], wanted: &[char]) -> usize {
        let mut column: Vec<usize> = (0..=wanted.len()).collect();
        let mut least = wanted.len();
        for character in window {
            let mut diagonal = column[0];
            for row in 1..=wanted.len() {
                let changed = diagonal + usize::from(wanted[row - 1] != *character);
                diagonal = column[row];
                column[row] = changed.min(column[row] + 1).min(column[row - 1] + 1);
            }
            least = least.min(column[wanted.len()]);
        }
        least
    }

    #[test]
    fn scores_fall_as_words_differ() {
        let wanted: Vec<char> = "manyyearslater".chars().collect();
        let score = |window: &str| similarity(window.chars(), &wanted);
        assert!((score("andmanyyearslater") - 1.0).abs() < f64::EPSILON);
        assert!(score("manyyearslater") > score("manyyerslater"));
        assert!(score("manyyerslater") > score("someyearslater"));
        assert!(score("someyearslater") > score("someyearsafter"));
        assert!(score("").abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn the_bit_vectors_agree_with_the_table(window in "[abc]{0,30}", wanted in "[abc]{1,40}") {
            let (window, wanted): (Vec<char>, Vec<char>) = (window.chars().collect(), wanted.chars().collect());
            let share = by_table(&window, &wanted) as f64 / wanted.len() as f64;
            prop_assert!((similarity(window.iter().copied(), &wanted) - (1.0 - share)).abs() < 1e-9);
        }
    }
}
