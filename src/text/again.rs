//! Finding a remembered place again.

use super::graphemes;

/// Where the words `quote`, which stood at `offset`, stand in `text` now, which may be another edition:
/// there, or the nearest place that has them, else the same offset moved back to a grapheme boundary.
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
    nearest.unwrap_or_else(|| graphemes::floor_boundary(text, offset.min(last)))
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
    fn words_that_are_gone_leave_the_offset_inside_the_text() {
        assert_eq!(again("court", 40, "long"), 4);
        assert_eq!(again("été", 1, "long"), 0);
        assert_eq!(again("", 3, "long"), 0);
        assert_eq!(again("", 0, ""), 0);
    }
}
