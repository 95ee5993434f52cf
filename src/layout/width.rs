//! How many cells a piece of text takes.

use crate::text::clean::clean;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells of a tab, wherever it stands.
const TAB: usize = 4;

/// Cells of one grapheme cluster as it is shown: controls as their pictures, unseen characters not at all.
pub(super) fn grapheme_width(cluster: &str) -> usize {
    let mut characters = cluster.chars();
    match (characters.next(), characters.next()) {
        (Some('\t'), None) => TAB,
        (Some('\n'), None) => 0,
        (Some(only), None) if only.is_alphanumeric() => cluster.width(),
        _ => clean(cluster).width(),
    }
}

/// Cells of a text: the sum over its grapheme clusters.
pub(super) fn text_width(text: &str) -> usize {
    // Most words hold only characters that are a cluster and a cell of their own; segmenting them
    // would cost ten times as much.
    let mut cells = 0;
    for character in text.chars() {
        if !is_one_cell(character) {
            return text.graphemes(true).map(grapheme_width).sum();
        }
        cells += 1;
    }
    cells
}

/// Whether `character` takes one cell and never joins a neighbour of the same sort.
pub(super) fn is_one_cell(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}' | '€'
    )
}

/// Whether `character` is a blank that may vanish at a break: white space, also of no width, but
/// not the kinds that hold their neighbours together.
pub(super) fn is_blank(character: char) -> bool {
    match character {
        '\u{200b}' => true,
        '\u{a0}' | '\u{2007}' | '\u{202f}' => false,
        _ => character.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_one_cell_character_takes_one_cell() {
        for character in ('\0'..='\u{ffff}').filter(|&character| is_one_cell(character)) {
            assert_eq!(character.to_string().width(), 1, "{character:?}");
        }
    }

    #[test]
    fn clusters_are_measured_whole() {
        assert_eq!(text_width("e\u{301}te\u{301}"), 3);
        assert_eq!(text_width("👩‍👩‍👧"), 2);
        assert_eq!(text_width("a\tb"), 6);
        assert_eq!(text_width("hy\u{ad}phen\u{200b}"), 6);
        assert_eq!(text_width("\u{1b}[1m \u{202e}\u{7}"), 7);
    }

    proptest! {
        #[test]
        fn the_short_way_gives_the_same(text in "[a-z é’…€\u{a0}\u{ad}\u{301}\u{fe0f}1©]{0,12}") {
            let slow: usize = text.graphemes(true).map(grapheme_width).sum();
            prop_assert_eq!(text_width(&text), slow);
        }
    }
}
