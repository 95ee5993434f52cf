//! A passage in its surroundings, on one row: `§3 … demande de survivre à ▐travaux▌. Personne …`.

use super::line::{Line, cut, cut_front, width, width_up_to};
use super::parts::Input;
use super::{ListRow, Piece, Role};
use crate::doc::Document;
use crate::text::Span;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The row of the passage `index` in the details: its paragraph, and the passage in the middle of what surrounds it.
pub(super) fn row(input: &Input, span: Span, index: usize, columns: usize) -> ListRow {
    let chosen = input.list.in_details && index == input.list.detail;
    let mut line = Line::new(columns);
    line.put(if chosen { "▸" } else { " " }, Role::Chosen);
    line.column(&format!("§{}", input.paragraph(span.start())), Role::Chrome, input.number_columns() + 1);
    let context = context(input.document, span, line.left());
    line.fit(&context);
    ListRow { pieces: line.done(), item: Some(index), target: Some(span) }
}

/// Which of `all` passages `rows` rows show so that `chosen` is among them, as near the middle as can be.
pub(super) fn window(all: usize, chosen: usize, rows: usize) -> Range<usize> {
    let first = chosen.saturating_sub(rows / 2).min(all.saturating_sub(rows));
    first..(first + rows).min(all)
}

/// The passage between `▐▌` with what stands before and after it in its block, cut at both sides to `columns`.
///
/// Looks no further than it shows, so that a block of any length costs the same.
fn context(document: &Document, span: Span, columns: usize) -> Vec<Piece> {
    let text = document.text();
    let block =
        document.block_at(span.start()).map_or(span, |index| document.blocks()[index].span.hull(span));
    let (before, after) = (&text[block.start()..span.start()], &text[span.end()..block.end()]);
    let focus = cut(span.of(text), columns.saturating_sub(2));
    let free = columns.saturating_sub(width(&focus) + 2);
    let wants_before = width_up_to(before.graphemes(true).rev(), free);
    let wants_after = width_up_to(after.graphemes(true), free);
    let left = wants_before.min((free / 2).max(free.saturating_sub(wants_after)));
    let pieces = [
        Piece::new(cut_front(before, left), Role::Text),
        Piece::new(format!("▐{focus}▌"), Role::Focus),
        Piece::new(cut(after, free - left), Role::Text),
    ];
    pieces.into_iter().filter(|piece| !piece.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::line::breadth;
    use crate::app::view::sample::{document, text_of};

    fn in_columns(passage: &str, columns: usize) -> String {
        let document = document();
        let start = document.text().find(passage).expect("the sample holds the passage");
        text_of(&context(&document, Span::new(start, start + passage.len()), columns))
    }

    #[test]
    fn the_passage_stands_in_the_middle_of_what_surrounds_it() {
        assert_eq!(in_columns("l’élue", 40), "…t », a déclaré ▐l’élue▌ devant une sal…");
    }

    #[test]
    fn at_the_edge_of_a_block_the_other_side_gets_the_room() {
        assert_eq!(in_columns("La maire", 40), "▐La maire▌ de Montreval, Claire Denoual…");
    }

    #[test]
    fn a_row_is_never_wider_than_it_may_be() {
        let document = document();
        for columns in 3..60 {
            let pieces = context(&document, Span::new(0, 8), columns);
            assert!(breadth(&pieces) <= columns, "{columns}");
        }
    }

    #[test]
    fn the_window_follows_the_chosen_passage() {
        assert_eq!(
            [window(9, 0, 4), window(9, 5, 4), window(9, 8, 4), window(2, 1, 4)],
            [0..4, 3..7, 5..9, 0..2]
        );
    }
}
