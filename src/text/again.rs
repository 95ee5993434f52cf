//! Finding a remembered place again.

use super::graphemes;
use super::letters::{fold, letters};

/// The longest text that is looked through by its letters, in bytes.
const LOOKED_THROUGH: usize = 16 << 20;
/// The fewest letters that tell a place, in bytes.
const TELLING: usize = 12;

/// Where the words `quote`, which stood at `offset`, stand in `text` now, which may be another edition:
/// there, or the nearest place that has them, else the nearest that has their letters or, down to a quarter, the first
/// of those, else the same offset moved back to a grapheme boundary.
///
/// Never past the start of the last grapheme cluster; 0 in an empty text.
#[must_use]
pub fn again(text: &str, offset: usize, quote: &str) -> usize {
    let stands_there = text.get(offset..).is_some_and(|rest| !rest.is_empty() && rest.starts_with(quote));
    if stands_there {
        return offset;
    }
    let places = text.match_indices(quote).map(|(place, _)| place);
    let nearest = if quote.is_empty() { None } else { places.min_by_key(|place| place.abs_diff(offset)) };
    let last = graphemes::previous_boundary(text, text.len());
    let nearest = nearest.or_else(|| by_letters(text, offset, quote));
    graphemes::floor_boundary(text, nearest.unwrap_or(offset).min(last))
}

/// The nearest place with the letters of `quote`, or with the first of them.
fn by_letters(text: &str, offset: usize, quote: &str) -> Option<usize> {
    let wanted = letters(quote);
    if wanted.len() < TELLING || text.len() > LOOKED_THROUGH {
        return None;
    }
    let (mut known, mut sources) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (source, character) in text.char_indices() {
        fold(character, |letter| known.push(letter));
        sources.resize(known.len(), source);
    }
    [1, 2, 3, 4].into_iter().find_map(|part| {
        let first = &wanted[..graphemes::floor_char(&wanted, wanted.len() / part)];
        let places = known.match_indices(first).map(|(place, _)| sources[place]);
        places.min_by_key(|place| place.abs_diff(offset)).filter(|_| first.len() >= TELLING)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_by_its_words_the_nearest_of_several() {
        assert_eq!(again("un deux, un deux, trois", 9, "un deux"), 9);
        assert_eq!(again("deux, un deux, trois", 9, "un deux"), 6);
        assert_eq!(again("un deux et un deux", 14, "un deux"), 11);
    }

    #[test]
    fn a_place_is_found_by_its_letters_where_the_typography_changed() {
        let text = "Avant. « L’état des lieux est sombre », dit-elle.";
        let place = text.find('L').expect("there");
        assert_eq!(again(text, 3, "L'etat  des lieux est sombre"), place);
        assert_eq!(
            again(text, 3, "L’état des lieux est bien plus gai qu’hier matin"),
            place,
            "by its first words"
        );
        assert_eq!(again(text, 3, "L’été fut gai"), 3);
    }

    #[test]
    fn words_that_are_gone_leave_the_offset_inside_the_text() {
        assert_eq!(again("court", 40, "long"), 4);
        assert_eq!(again("été", 1, "long"), 0);
        assert_eq!(again("", 3, "long"), 0);
        assert_eq!(again("", 0, ""), 0);
    }
}
