//! Grapheme clusters: their width in cells, and their boundaries near a place.
//!
//! Looking for a boundary reads a few bytes on each side, never the whole text. A cluster longer
//! than [`REACH`] bytes (nothing a person writes) is cut there.

use unicode_segmentation::GraphemeCursor;
use unicode_width::UnicodeWidthStr;

/// Cells between two tab stops. A tab is shown as blanks up to the next multiple of this.
pub const TAB_STOP: usize = 4;

/// How far, in bytes, a boundary is looked for on each side.
const REACH: usize = 4096;

/// Cells that `text` takes on a screen, from column 0.
///
/// The sum over its grapheme clusters of [`cells`]; a line end counts as nothing.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.len();
    }
    clusters(text).fold(0, |column, grapheme| column + cells(grapheme, column))
}

/// The grapheme clusters of `text`, in order.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        // What is before a boundary has no say in what comes after it.
        let (cluster, after) = rest.split_at(next_boundary(rest, 0));
        rest = after;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// Cells that one grapheme cluster takes when it starts at `column`: 0, 1 or 2, and for a tab what is
/// left up to the next stop.
#[must_use]
pub fn cells(grapheme: &str, column: usize) -> usize {
    match grapheme {
        _ if grapheme.len() == 1 && plain(grapheme, 0) => 1,
        "\t" => TAB_STOP - column % TAB_STOP,
        "\n" | "\r\n" | "\r" => 0,
        _ => UnicodeWidthStr::width(grapheme),
    }
}

/// Whether a cluster ends, or another starts, at `offset`. The two ends of the text are boundaries;
/// an offset inside a character or past the end is none.
#[must_use]
pub fn is_boundary(text: &str, offset: usize) -> bool {
    text.is_char_boundary(offset) && floor_boundary(text, offset) == offset
}

/// The first boundary after `offset`; the length of the text where there is none.
#[must_use]
pub fn next_boundary(text: &str, offset: usize) -> usize {
    if offset >= text.len() {
        return text.len();
    }
    if plain(text, offset) && (offset + 1 == text.len() || plain(text, offset + 1)) {
        return offset + 1;
    }
    let offset = floor_char(text, offset);
    let (window, base) = window(text, offset);
    let mut cursor = GraphemeCursor::new(offset - base, window.len(), true);
    base + cursor.next_boundary(window, 0).expect(WHOLE).unwrap_or(window.len())
}

/// The last boundary before `offset`; 0 where there is none.
#[must_use]
pub fn previous_boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    if offset == 0 {
        return 0;
    }
    if offset > 1 && plain(text, offset - 1) && plain(text, offset - 2) {
        return offset - 1;
    }
    let offset = ceil_char(text, offset);
    let (window, base) = window(text, offset);
    let mut cursor = GraphemeCursor::new(offset - base, window.len(), true);
    base + cursor.prev_boundary(window, 0).expect(WHOLE).unwrap_or(0)
}

/// The last boundary at or before `offset`; past the end that is the length of the text.
#[must_use]
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    if offset >= text.len() {
        return text.len();
    }
    if offset == 0 || (plain(text, offset) && plain(text, offset - 1)) {
        return offset;
    }
    let offset = floor_char(text, offset);
    let (window, base) = window(text, offset);
    let mut cursor = GraphemeCursor::new(offset - base, window.len(), true);
    if cursor.is_boundary(window, 0).expect(WHOLE) { offset } else { previous_boundary(text, offset) }
}

/// The first boundary at or after `offset`; past the end that is the length of the text.
#[must_use]
pub fn ceil_boundary(text: &str, offset: usize) -> usize {
    let floor = floor_boundary(text, offset);
    if floor >= offset { floor } else { next_boundary(text, floor) }
}

/// The last character boundary at or before `offset`; past the end that is the length of the text.
#[must_use]
pub fn floor_char(text: &str, offset: usize) -> usize {
    // `str::floor_char_boundary` asks for a newer compiler than the rest of the program.
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first character boundary at or after `offset`; past the end that is the length of the text.
#[must_use]
pub fn ceil_char(text: &str, offset: usize) -> usize {
    (offset..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

const WHOLE: &str = "a cursor over one whole piece never asks for another";

/// Whether the byte is printable ASCII; between two such bytes there is always a boundary.
fn plain(text: &str, offset: usize) -> bool {
    (0x20..0x7f).contains(&text.as_bytes()[offset])
}

/// The piece of text around `offset` that decides about it, and where that piece starts.
fn window(text: &str, offset: usize) -> (&str, usize) {
    let start = floor_char(text, offset.saturating_sub(REACH));
    let end = ceil_char(text, (offset + REACH).min(text.len()));
    (&text[start..end], start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    #[test]
    fn a_family_is_two_cells_and_a_mark_none() {
        assert_eq!(width("👩‍👩‍👧‍👦"), 2);
        assert_eq!(width("e\u{301}te\u{301}"), 3);
        assert_eq!(width("欧洲"), 4);
        assert_eq!(width("« l’été »"), 9);
    }

    #[test]
    fn a_tab_reaches_to_the_next_stop() {
        assert_eq!(width("\tx"), 5);
        assert_eq!(width("ab\tx"), 5);
        assert_eq!(cells("\t", 7), 1);
    }

    #[test]
    fn a_huge_cluster_costs_no_more_than_the_window() {
        let text = format!("a{}b", "\u{301}".repeat(1_000_000));
        let next = next_boundary(&text, 0);
        assert!(next > 1000 && next <= REACH + 1, "{next}");
    }

    proptest! {
        #[test]
        fn boundaries_are_those_of_the_whole_text(text in "[a\\r\\n é\u{301}\u{200d}👩🏽🇫🇷ᄀ가]{0,20}", offset in 0_usize..80) {
            let offset = offset.min(text.len());
            prop_assert_eq!(clusters(&text).collect::<Vec<_>>(), text.graphemes(true).collect::<Vec<_>>());
            let mut all: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            all.push(text.len());
            let end = text.len();
            let floor = all.iter().copied().filter(|&at| at <= offset).max().unwrap_or(end);
            let next = all.iter().copied().find(|&at| at > offset).unwrap_or(end);
            let previous = all.iter().copied().filter(|&at| at < offset).max().unwrap_or(0);
            prop_assert_eq!(floor_boundary(&text, offset), floor);
            prop_assert_eq!(next_boundary(&text, offset), next);
            prop_assert_eq!(previous_boundary(&text, offset), previous);
            prop_assert_eq!(is_boundary(&text, offset), all.contains(&offset));
        }
    }
}
