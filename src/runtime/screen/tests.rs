//! What a terminal shows after the bytes is what was drawn.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::style::{Color, Style};
use std::num::NonZero;

const SIZE: Size = Size { columns: 40, rows: 12 };

/// A screen and a terminal that gets what it sends.
struct Sitting {
    screen: Screen,
    terminal: vt100::Parser,
}

impl Sitting {
    fn new() -> Self {
        let [rows, columns] = [SIZE.rows, SIZE.columns].map(|cells| NonZero::new(cells).expect("not 0"));
        let terminal = vt100::Parser::new(rows, columns, 0);
        Self { screen: Screen::blank(SIZE), terminal }
    }

    /// Draws a page of `lines` from `top`, with bars at its sides; gives the bytes sent.
    fn page(&mut self, lines: &[String], top: usize, mark: u16) -> usize {
        let mut bytes = Vec::new();
        let mut drawn = Buffer::default();
        self.screen
            .draw(&mut bytes, |buffer| {
                buffer.reset();
                buffer.set_string(0, 0, "Title", Style::new().fg(Color::Red));
                for y in 1..SIZE.rows - 1 {
                    let line = lines.get(top + usize::from(y) - 1).map_or("", String::as_str);
                    buffer.set_stringn(4, y, line, 34, Style::default());
                    buffer.set_string(39, y, "|", Style::new().bg(Color::Blue));
                }
                buffer.set_string(1, mark % SIZE.rows, ">", Style::default());
                buffer.set_string(0, SIZE.rows - 1, format!("{top}"), Style::default());
                drawn = buffer.clone();
                Some(Position::new(2, mark % SIZE.rows))
            })
            .expect("memory takes everything");
        self.terminal.process(&bytes);
        let shown = self.terminal.screen();
        for y in 0..SIZE.rows {
            for x in 0..SIZE.columns {
                let cell = shown.cell(y, x).expect("the cell is on the screen");
                if cell.is_wide_continuation() {
                    continue;
                }
                let contents = if cell.contents().is_empty() { " " } else { cell.contents() };
                assert_eq!(contents, drawn[(x, y)].symbol(), "row {y}, column {x}");
                let ground = drawn[(x, y)].bg == Color::Blue;
                assert_eq!(cell.bgcolor() != vt100::Color::Default, ground, "row {y}, column {x}");
            }
        }
        assert_eq!(shown.cursor_position(), (mark % SIZE.rows, 2));
        bytes.len()
    }
}

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("line {number} of an article, in words")).collect()
}

#[test]
fn a_line_further_costs_a_line() {
    let mut sitting = Sitting::new();
    let lines = numbered(50);
    let whole = sitting.page(&lines, 0, 3);
    let down = sitting.page(&lines, 1, 3);
    let up = sitting.page(&lines, 0, 3);
    assert!(down * 2 < whole && up * 2 < whole, "{whole}, then {down} and {up}");
}

#[test]
fn nothing_new_sends_nothing() {
    let mut sitting = Sitting::new();
    let lines = numbered(50);
    sitting.page(&lines, 7, 3);
    assert_eq!(sitting.page(&lines, 7, 3), 0);
}

#[test]
fn blanks_between_new_words_are_sent_with_them() {
    let mut sitting = Sitting::new();
    sitting.page(&["aa bb cc dd ee".to_owned()], 0, 0);
    let bytes = sitting.page(&["ff gg hh ii jj".to_owned()], 0, 0);
    assert!(bytes < 60, "{bytes}");
}

proptest! {
    #[test]
    fn the_terminal_shows_what_was_drawn(
        lines in vec(prop_oneof![Just(String::new()), "[a-zé漢 ]{0,30}", Just("the same line again and again".to_owned())], 1..60),
        moves in vec((0_usize..60, 0_u16..12), 1..12),
    ) {
        let mut sitting = Sitting::new();
        for (top, mark) in moves {
            sitting.page(&lines, top, mark);
        }
    }
}
