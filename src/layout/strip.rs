//! The narrow pictures of a whole document: heat strip, scroll thumb.

use crate::mark::ThemeHit;
use crate::text::SpanList;

/// One cell of the heat strip: the themes of one slice of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// The theme with the most passages, by its index in the configuration; the first of equals.
    pub theme: Option<u8>,
    /// How many, against the fullest cell: 0 none, 1 to 3.
    pub level: u8,
}

/// The heat strip of a document of `document_len` bytes: `rows` cells, each for as many bytes.
///
/// A passage counts where it starts. Themes past the 256th are left out.
#[must_use]
pub fn heat(document_len: usize, hits: &SpanList<ThemeHit>, rows: u16) -> Vec<Cell> {
    let rows = usize::from(rows);
    let counted = || hits.items().iter().filter_map(|hit| Some((hit.span, u8::try_from(hit.theme).ok()?)));
    let themes = counted().map(|(_, theme)| usize::from(theme) + 1).max().unwrap_or(0);
    if rows == 0 || themes == 0 {
        return vec![Cell::default(); rows];
    }
    let mut counts = vec![0_usize; rows * themes];
    for (span, theme) in counted() {
        counts[slice_of(span.start(), document_len, rows) * themes + usize::from(theme)] += 1;
    }
    let fullest = counts.iter().copied().max().unwrap_or(0);
    counts.chunks(themes).map(|row| cell(row, fullest)).collect()
}

fn cell(counts: &[usize], fullest: usize) -> Cell {
    let mut best = Cell::default();
    let mut most = 0;
    for (theme, &count) in (0..=u8::MAX).zip(counts) {
        if count > most {
            most = count;
            let level = u8::try_from((count * 3).div_ceil(fullest)).unwrap_or(3);
            best = Cell { theme: Some(theme), level };
        }
    }
    best
}

/// The rows of the scroll thumb: the first, and how many, at least 1.
///
/// `top` and `bottom` are the first and last byte shown of `len`. The thumb never leaves the
/// `rows`, of which 0 counts as 1.
#[must_use]
pub fn thumb(len: usize, top: usize, bottom: usize, rows: u16) -> (u16, u16) {
    let rows = usize::from(rows.max(1));
    let first = slice_of(top, len, rows);
    let last = slice_of(bottom.max(top), len, rows);
    let row = |row: usize| u16::try_from(row).expect("a row is less than the number of rows, a u16");
    (row(first), row(last - first + 1))
}

/// Which of `slices` equal slices of `len` bytes holds `offset`; the last where it lies past the
/// end. `slices` must not be 0.
fn slice_of(offset: usize, len: usize, slices: usize) -> usize {
    (offset.min(len) * slices / len.max(1)).min(slices - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn hits(list: &[(usize, usize)]) -> SpanList<ThemeHit> {
        SpanList::new(
            list.iter()
                .map(|&(start, theme)| ThemeHit { span: Span::new(start, start + 1), theme, term: 0 })
                .collect(),
        )
    }

    #[test]
    fn the_strip_shows_the_dominant_theme_of_each_slice() {
        let cells = heat(40, &hits(&[(0, 1), (1, 1), (2, 1), (3, 0), (11, 2), (39, 0), (38, 0)]), 4);
        let cell = |theme, level| Cell { theme: Some(theme), level };
        assert_eq!(cells, [cell(1, 3), cell(2, 1), Cell::default(), cell(0, 2)]);
    }

    #[test]
    fn equals_go_to_the_first_theme_of_the_configuration() {
        assert_eq!(heat(10, &hits(&[(0, 3), (5, 1)]), 1)[0].theme, Some(1));
    }

    #[test]
    fn an_empty_document_has_a_cold_strip() {
        assert_eq!(heat(0, &hits(&[]), 3), [Cell::default(); 3]);
        assert_eq!(heat(0, &hits(&[(0, 0)]), 0), []);
    }

    #[test]
    fn the_thumb_stays_on_its_rows() {
        assert_eq!(thumb(100, 0, 99, 10), (0, 10));
        assert_eq!(thumb(100, 95, 100, 10), (9, 1));
        assert_eq!(thumb(1_000_000, 500_000, 501_000, 10), (5, 1));
        assert_eq!(thumb(0, 0, 0, 10), (0, 1));
        assert_eq!(thumb(100, 0, 100, 0), (0, 1));
    }
}
