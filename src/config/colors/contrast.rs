//! How well two colours can be told apart, and the colours behind the fixed indices.

/// The WCAG 2 contrast of two colours, from 1 (the same) to 21 (black on white). Order does not count.
#[must_use]
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The steps of the 6×6×6 cube of fixed colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour of a fixed index; `None` below 16, where the terminal decides.
pub(super) fn rgb_of_index(index: u8) -> Option<[u8; 3]> {
    match index {
        0..=15 => None,
        16..=231 => {
            let step = |place: u8| STEPS[usize::from((index - 16) / place % 6)];
            Some([step(36), step(6), step(1)])
        }
        232..=255 => Some([8 + 10 * (index - 232); 3]),
    }
}

/// The fixed index nearest to a colour, by distance in red, green and blue.
pub(super) fn nearest_index(rgb: [u8; 3]) -> u8 {
    let distance = |index: u8| -> u32 {
        let there = rgb_of_index(index).expect("16 and above are fixed");
        rgb.iter().zip(there).map(|(&one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
    };
    (16..=255).min_by_key(|&index| distance(index)).expect("the range is not empty")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
        assert!((contrast([119; 3], [255; 3]) - 4.48).abs() < 0.01);
        assert!((contrast([5, 6, 7], [5, 6, 7]) - 1.0).abs() < 0.001);
    }

    #[test]
    fn a_fixed_colour_is_nearest_to_itself() {
        for index in 16..=255 {
            let rgb = rgb_of_index(index).expect("fixed");
            assert_eq!(rgb_of_index(nearest_index(rgb)), Some(rgb));
        }
    }
}
