//! Fitting text to columns: one row in the making, cutting, wrapping, bars.

use super::{Piece, Role};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// One row in the making: what is put is cut with `…` where the row ends.
#[derive(Debug)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    used: usize,
    width: usize,
}

impl Line {
    /// An empty row of `width` columns.
    pub(super) fn new(width: usize) -> Self {
        Self { pieces: Vec::new(), used: 0, width }
    }

    /// Columns still free.
    pub(super) fn left(&self) -> usize {
        self.width - self.used
    }

    /// Puts `text`, or what fits of it.
    pub(super) fn put(&mut self, text: &str, role: Role) -> &mut Self {
        let text = cut(text, self.left());
        if !text.is_empty() {
            self.used += width(&text);
            self.pieces.push(Piece { text, role });
        }
        self
    }

    /// Puts `text` in exactly `columns` columns: cut or padded.
    pub(super) fn column(&mut self, text: &str, role: Role, columns: usize) -> &mut Self {
        let end = self.used + columns;
        self.put(&cut(text, columns), role).to(end)
    }

    /// Pads up to, not including, the column.
    pub(super) fn to(&mut self, column: usize) -> &mut Self {
        let pad = column.min(self.width).saturating_sub(self.used);
        if pad > 0 {
            self.pieces.push(Piece::new(" ".repeat(pad), Role::Text));
            self.used += pad;
        }
        self
    }

    /// Puts all the pieces if they fit whole; says whether they did.
    pub(super) fn fit(&mut self, pieces: &[Piece]) -> bool {
        let fits = breadth(pieces) <= self.left();
        if fits {
            for piece in pieces {
                self.put(&piece.text, piece.role);
            }
        }
        fits
    }

    /// Puts the pieces at the right end if they fit after a blank; says whether they did.
    pub(super) fn right(&mut self, pieces: &[Piece]) -> bool {
        let columns = breadth(pieces);
        let fits = columns > 0 && columns < self.left();
        if fits {
            self.to(self.width - columns).fit(pieces);
        }
        fits
    }

    /// The pieces put so far; the row starts anew.
    pub(super) fn done(&mut self) -> Vec<Piece> {
        self.used = 0;
        std::mem::take(&mut self.pieces)
    }
}

/// Columns of all the pieces.
pub(super) fn breadth(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| width(&piece.text)).sum()
}

/// Columns of `text`, grapheme by grapheme.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Columns of `text`, or `limit` and one where it is wider; looks no further than that.
pub(super) fn width_up_to<'a>(graphemes: impl Iterator<Item = &'a str>, limit: usize) -> usize {
    let mut used = 0;
    for grapheme in graphemes {
        used += grapheme.width();
        if used > limit {
            return limit + 1;
        }
    }
    used
}

/// `text` in at most `columns` columns, with `…` at its end where it is longer. Line ends and tabs become blanks.
pub(super) fn cut(text: &str, columns: usize) -> String {
    keep(text.graphemes(true), columns).map_or_else(
        || flat(text.graphemes(true)),
        |mut kept| {
            if columns > 0 {
                kept.push("…");
            }
            flat(kept.into_iter())
        },
    )
}

/// `text` in at most `columns` columns; where it is longer and ends in a quotation mark, the mark stays after the `…`.
pub(super) fn cut_quotation(text: &str, columns: usize) -> String {
    let inner = text.trim_end_matches(['»', '”', '"']).trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let closing = &text[inner.len()..];
    let room = columns.saturating_sub(width(closing));
    if room < 2 || width_up_to(text.graphemes(true), columns) <= columns {
        return cut(text, columns);
    }
    cut(inner, room) + closing
}

/// The end of `text` in at most `columns` columns, with `…` before it where it is longer.
pub(super) fn cut_front(text: &str, columns: usize) -> String {
    keep(text.graphemes(true).rev(), columns).map_or_else(
        || flat(text.graphemes(true)),
        |mut kept| {
            if columns > 0 {
                kept.push("…");
            }
            flat(kept.into_iter().rev())
        },
    )
}

/// The graphemes that fit before one column of `…`; `None` where all of them fit without.
fn keep<'a>(graphemes: impl Iterator<Item = &'a str>, columns: usize) -> Option<Vec<&'a str>> {
    let (mut kept, mut used) = (Vec::new(), 0);
    for grapheme in graphemes {
        used += grapheme.width();
        kept.push(grapheme);
        if used > columns {
            while used >= columns.max(1)
                && let Some(last) = kept.pop()
            {
                used -= last.width();
            }
            return Some(kept);
        }
    }
    None
}

fn flat<'a>(graphemes: impl Iterator<Item = &'a str>) -> String {
    graphemes.map(|grapheme| if matches!(grapheme, "\n" | "\r\n" | "\t") { " " } else { grapheme }).collect()
}

/// Breaks `text` at blanks into at most `rows` lines of `columns` columns; the last is cut with `…` where there is more.
///
/// A word wider than a line is cut. A no-break space does not break. No text gives no line.
pub(super) fn wrap(text: &str, columns: usize, rows: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim_matches([' ', '\n', '\t']);
    while !rest.is_empty() && lines.len() < rows {
        if lines.len() + 1 == rows {
            lines.push(cut_quotation(rest, columns));
            break;
        }
        let (mut end, mut used) = (0, 0);
        for word in rest.split_inclusive([' ', '\n', '\t']) {
            let room = columns.saturating_sub(used);
            if width_up_to(word.trim_end_matches([' ', '\n', '\t']).graphemes(true), room) > room {
                break;
            }
            used += width(word);
            end += word.len();
        }
        if end == 0 {
            end = rest.find([' ', '\n', '\t']).map_or(rest.len(), |blank| blank + 1);
        }
        lines.push(cut(rest[..end].trim_end_matches([' ', '\n', '\t']), columns));
        rest = rest[end..].trim_start_matches([' ', '\n', '\t']);
    }
    lines
}

/// A bar of `count` out of `max` in at most `columns` columns, to an eighth of a column; not empty unless `count` is 0.
pub(super) fn bar(count: usize, max: usize, columns: usize) -> String {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if count == 0 || columns == 0 {
        return String::new();
    }
    let eighths = (count.min(max.max(1)) * columns * 8 / max.max(1)).max(1);
    "█".repeat(eighths / 8) + PARTS[eighths % 8]
}

/// One cell of a heat strip: `·` for none, then three heights up to `max`.
pub(super) fn heat(count: usize, max: usize) -> char {
    let step = (count * 3).div_ceil(max.max(1)).min(3);
    ['·', '▂', '▅', '█'][step]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(cut("marchands", 9), "marchands");
        assert_eq!(cut("marchands", 5), "marc…");
        assert_eq!(cut_front("marchands", 5), "…ands");
        assert_eq!(cut("数字", 3), "数…", "a wide letter is never cut in two");
        assert_eq!(cut("marchands", 0), "");
        assert_eq!(cut_quotation("« des marchands »", 12), "« des mar… »");
    }

    #[test]
    fn a_quotation_unfolds_over_lines_and_the_last_is_cut() {
        assert_eq!(wrap("« on nous demande de survivre »", 14, 2), ["« on nous", "demande de … »"]);
        assert_eq!(wrap("oui", 14, 3), ["oui"]);
        assert_eq!(wrap("anticonstitutionnel oui", 8, 3), ["anticon…", "oui"]);
    }

    #[test]
    fn bars_and_cells_show_even_the_least() {
        assert_eq!([bar(14, 14, 7), bar(7, 14, 7), bar(1, 900, 7)], ["███████", "███▌", "▏"]);
        assert_eq!([0, 1, 2, 3].map(|count| heat(count, 3)), ['·', '▂', '▅', '█']);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_its_columns(text in "[a-z é数\u{301}]{0,30}", columns in 0_usize..12) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
            prop_assert!(width(&cut_front(&text, columns)) <= columns);
            let quotation = format!("{text} »");
            prop_assert!(width(&cut_quotation(&quotation, columns)) <= columns);
            for line in wrap(&text, columns, 3) {
                prop_assert!(width(&line) <= columns);
            }
        }
    }
}
