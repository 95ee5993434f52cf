//! Rows for people at a terminal, and for programs in a pipe.

use crate::text::graphemes::{cells, width};
use crate::text::{Clean, clean};
use unicode_segmentation::UnicodeSegmentation as _;

/// Cells between two columns.
const GAP: usize = 2;
/// No column is cut below this, in cells, however narrow the terminal.
const NARROWEST: usize = 6;

/// Rows under a header, in columns cut so that a line takes at most `columns` cells (as far as every
/// column keeps six of its own). Nothing in it moves the cursor or changes the terminal.
///
/// Every row has a cell for each name of the header.
#[must_use]
pub fn aligned(header: &[&str], rows: &[Vec<String>], columns: usize) -> String {
    let header = header.iter().map(|name| cell(name).into_string()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(header)
        .chain(rows.iter().map(|row| row.iter().map(|text| cell(text).into_string()).collect()))
        .collect();
    let widths = fit(natural(&lines), columns);
    lines.iter().map(|line| row(line, &widths)).collect()
}

/// Rows with tabs between the cells, no header: what `cut` and `awk` take. Tabs and line ends inside a
/// cell become blanks; all else stays as it is, controls of a terminal excepted.
#[must_use]
pub fn tab_separated(rows: &[Vec<String>]) -> String {
    let mut out = String::with_capacity(rows.iter().flatten().map(|text| text.len() + 1).sum());
    rows.iter().for_each(|row| tab_separate(&mut out, row.iter().map(String::as_str)));
    out
}

/// Adds one such row to `out`.
pub fn tab_separate<'a>(out: &mut String, row: impl IntoIterator<Item = &'a str>) {
    for (column, text) in row.into_iter().enumerate() {
        out.push_str(if column > 0 { "\t" } else { "" });
        out.push_str(&cell(text));
    }
    out.push('\n');
}

/// The text of a cell: clean, on one line, a blank for each tab.
fn cell(text: &str) -> Clean<'_> {
    // Most have neither, and the copies of each cell of a long list can be felt.
    if !text.contains(['\t', '\r']) {
        return clean(text);
    }
    clean(&text.replace("\r\n", " ").replace(['\t', '\r'], " ")).into_owned()
}

/// The width of each column, were there room.
fn natural(lines: &[Vec<String>]) -> Vec<usize> {
    let mut widths = Vec::new();
    for line in lines {
        widths.resize(widths.len().max(line.len()), 0);
        for (widest, text) in widths.iter_mut().zip(line) {
            *widest = width(text).max(*widest);
        }
    }
    widths
}

/// The widths once the widest columns have given way, one cell at a time.
fn fit(mut widths: Vec<usize>, columns: usize) -> Vec<usize> {
    let gaps = GAP * widths.len().saturating_sub(1);
    let room = columns.saturating_sub(gaps);
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max().filter(|widest| **widest > NARROWEST) else { break };
        *widest -= 1;
    }
    widths
}

fn row(line: &[String], widths: &[usize]) -> String {
    let mut out = String::new();
    for (index, (text, &room)) in line.iter().zip(widths).enumerate() {
        let text = cut(text, room);
        out.push_str(&text);
        if index + 1 < widths.len() {
            out.push_str(&" ".repeat(room - width(&text).min(room) + GAP));
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The beginning of `text` that fits in `room` cells, `…` at its end where something is missing.
fn cut(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut column = 0;
    let mut out = String::new();
    for grapheme in text.graphemes(true) {
        column += cells(grapheme, column);
        if column + 1 > room {
            break;
        }
        out.push_str(grapheme);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(cells: &[&[&str]]) -> Vec<Vec<String>> {
        cells.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect()
    }

    #[test]
    fn the_widest_column_gives_way() {
        let rows =
            rows(&[&["1", "Arthur Mensch", "« Nous accueillerions favorablement »"], &["12", "欧洲", "oui"]]);
        let table = aligned(&["§", "qui", "passage"], &rows, 40);
        assert_eq!(
            table,
            "§   qui            passage\n\
             1   Arthur Mensch  « Nous accueillerion…\n\
             12  欧洲           oui\n"
        );
    }

    #[test]
    fn a_cell_stays_one_cell_in_a_pipe() {
        let rows = rows(&[&["a\tb", "c\nd\r\ne"], &["", "x"]]);
        assert_eq!(tab_separated(&rows), "a b\tc d e\n\tx\n");
    }

    proptest! {
        #[test]
        fn nothing_leaves_its_line_or_moves_the_cursor(
            texts in prop::collection::vec("[a\u{1b}\u{9b}\u{7}\r\n\t é欧\u{202e}]{0,30}", 4),
            columns in 30_usize..60,
        ) {
            let rows: Vec<Vec<String>> = texts.chunks(2).map(<[String]>::to_vec).collect();
            let table = aligned(&["one", "two"], &rows, columns);
            prop_assert_eq!(table.lines().count(), 3);
            for line in table.lines() {
                prop_assert!(width(line) <= columns);
                let hostile = |character: char| character.is_control() || character == '\u{202e}';
                prop_assert!(!line.chars().any(hostile));
            }
            for line in tab_separated(&rows).lines() {
                prop_assert_eq!(line.matches('\t').count(), 1);
            }
        }
    }
}
