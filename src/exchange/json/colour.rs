//! Colours of other programs to pens.

use crate::mark::Pen;

/// Names of colours, in the order of the alphabet, with red, green and blue.
const NAMES: [(&str, [u8; 3]); 26] = [
    ("aqua", [0, 255, 255]),
    ("black", [0, 0, 0]),
    ("blue", [0, 0, 255]),
    ("brown", [165, 42, 42]),
    ("cyan", [0, 255, 255]),
    ("fuchsia", [255, 0, 255]),
    ("gold", [255, 215, 0]),
    ("gray", [128, 128, 128]),
    ("green", [0, 128, 0]),
    ("grey", [128, 128, 128]),
    ("indigo", [75, 0, 130]),
    ("lime", [0, 255, 0]),
    ("magenta", [255, 0, 255]),
    ("maroon", [128, 0, 0]),
    ("navy", [0, 0, 128]),
    ("olive", [128, 128, 0]),
    ("orange", [255, 165, 0]),
    ("pink", [255, 105, 180]),
    ("purple", [128, 0, 128]),
    ("red", [255, 0, 0]),
    ("salmon", [250, 128, 114]),
    ("teal", [0, 128, 128]),
    ("turquoise", [64, 224, 208]),
    ("violet", [238, 130, 238]),
    ("white", [255, 255, 255]),
    ("yellow", [255, 255, 0]),
];

/// The hue of each pen, in degrees, in the order of [`Pen::ALL`].
const HUES: [f64; Pen::ALL.len()] = [52.0, 120.0, 210.0, 330.0];

/// The pen nearest to a colour written as in CSS: a name, `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)`. `None` where it is
/// none of these. Greys have no hue and are taken for the first pen.
pub(super) fn pen(colour: &str) -> Option<Pen> {
    let colour = colour.trim().to_ascii_lowercase();
    let rgb = named(&colour).or_else(|| hexadecimal(&colour)).or_else(|| function(&colour))?;
    let Some(hue) = hue(rgb) else { return Some(Pen::default()) };
    let away = |pen: &Pen| {
        let degrees = (hue - HUES[*pen as usize]).abs();
        degrees.min(360.0 - degrees)
    };
    Pen::ALL.into_iter().min_by(|one, other| away(one).total_cmp(&away(other)))
}

fn named(colour: &str) -> Option<[u8; 3]> {
    NAMES.iter().find(|(name, _)| *name == colour).map(|(_, rgb)| *rgb)
}

fn hexadecimal(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?;
    let digits: Vec<u8> =
        digits.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] | [red, green, blue, _] => Some([red * 17, green * 17, blue * 17]),
        [r, ed, g, reen, b, lue] | [r, ed, g, reen, b, lue, ..] if matches!(digits.len(), 6 | 8) => {
            Some([r * 16 + ed, g * 16 + reen, b * 16 + lue])
        }
        _ => None,
    }
}

/// `rgb(1, 2, 3)` and `rgba(1 2 3 / 50%)`.
fn function(colour: &str) -> Option<[u8; 3]> {
    let inner = colour.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
    let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut next = || parts.next()?.parse().ok();
    Some([next()?, next()?, next()?])
}

/// Degrees from red, as in HSL; `None` for what is hardly a colour.
fn hue([red, green, blue]: [u8; 3]) -> Option<f64> {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    if most - least < 16 {
        return None;
    }
    let [red, green, blue] = [red, green, blue].map(f64::from);
    let range = f64::from(most - least);
    let most = f64::from(most);
    let sixths = if red >= most {
        (green - blue) / range
    } else if green >= most {
        2.0 + (blue - red) / range
    } else {
        4.0 + (red - green) / range
    };
    Some((sixths * 60.0).rem_euclid(360.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_nearest_pen_is_taken() {
        let wanted = [
            ("yellow", Some(Pen::Yellow)),
            ("Orange", Some(Pen::Yellow)),
            ("green", Some(Pen::Green)),
            ("teal", Some(Pen::Blue)),
            ("blue", Some(Pen::Blue)),
            ("purple", Some(Pen::Pink)),
            ("red", Some(Pen::Pink)),
            ("pink", Some(Pen::Pink)),
            ("grey", Some(Pen::Yellow)),
            ("#0f0", Some(Pen::Green)),
            ("#FFEB3Bcc", Some(Pen::Yellow)),
            ("rgba(33, 150, 243, 0.4)", Some(Pen::Blue)),
            ("rgb(300 0 0)", None),
            ("#12345", None),
            ("#1234567", None),
            ("mauve clair", None),
            ("", None),
        ];
        for (colour, wanted) in wanted {
            assert_eq!(pen(colour), wanted, "{colour}");
        }
        for own in Pen::ALL {
            assert_eq!(pen(own.name()), Some(own));
        }
    }

    proptest! {
        #[test]
        fn any_colour_is_a_pen(red: u8, green: u8, blue: u8) {
            let colour = format!("#{red:02x}{green:02x}{blue:02X}");
            prop_assert!(pen(&colour).is_some());
        }

        #[test]
        fn no_text_is_too_strange(text: String) {
            pen(&text);
            pen(&format!("rgb({text})"));
            pen(&format!("#{text}"));
        }
    }
}
