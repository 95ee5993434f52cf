//! The only door to the cells of the screen. Every string that passes is cleaned first.

use super::style::Styles;
use crate::app::Rect;
use crate::app::view::{Piece, Role};
use crate::text::clean::clean;
use crate::text::graphemes;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use std::borrow::Cow;

/// The cells, and what roles look like.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    styles: &'a Styles,
}

impl<'a> Canvas<'a> {
    /// Draws into `buffer`.
    pub fn new(buffer: &'a mut Buffer, styles: &'a Styles) -> Self {
        Self { buffer, styles }
    }

    /// Sets `text` from a cell on, at most `room` cells; gives the cells used.
    pub fn text(&mut self, x: u16, y: u16, room: u16, text: &str, role: Role) -> u16 {
        self.styled(x, y, room, text, self.styles.role(role))
    }

    /// Sets pieces one after the other; gives the cells used.
    pub fn pieces(&mut self, x: u16, y: u16, room: u16, pieces: &[Piece]) -> u16 {
        let mut used = 0;
        for piece in pieces {
            used += self.text(x + used, y, room.saturating_sub(used), &piece.text, piece.role);
        }
        used
    }

    /// Sets `text` in a style of its own.
    pub fn styled(&mut self, x: u16, y: u16, room: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.height || x >= area.width {
            return 0;
        }
        let room = room.min(area.width - x);
        let mut used = 0;
        // A tab takes the same cells wherever it stands, as the layout counts them.
        let text = if text.contains('\t') { text.replace('\t', "    ").into() } else { Cow::Borrowed(text) };
        for cluster in graphemes::clusters(&clean(&text)) {
            let cells = u16::try_from(graphemes::cells(cluster, 0)).unwrap_or(u16::MAX);
            if cells == 0 {
                continue;
            }
            if used + cells > room {
                break;
            }
            self.buffer[(x + used, y)].set_symbol(cluster).set_style(style);
            for behind in 1..cells {
                // The second cell of a wide cluster belongs to the first.
                self.buffer[(x + used + behind, y)].reset();
                self.buffer[(x + used + behind, y)].set_style(style);
            }
            used += cells;
        }
        used
    }

    /// Fills a rectangle with blanks.
    pub fn fill(&mut self, area: Rect, style: Style) {
        let mut blank = Cell::EMPTY;
        blank.set_style(style);
        let Rect { x, y, width, height } = area;
        let room = self.buffer.area;
        let (left, right) = (x.min(room.width), x.saturating_add(width).min(room.width));
        for y in y..y.saturating_add(height).min(room.height) {
            let row = usize::from(y) * usize::from(room.width);
            self.buffer.content[row + usize::from(left)..row + usize::from(right)].fill(blank.clone());
        }
    }

    /// A box with a title and a line of keys at its foot; gives the room inside.
    pub fn frame(&mut self, area: Rect, title: &str, foot: &str) -> Rect {
        self.fill(area, self.styles.page());
        if area.width < 4 || area.height < 2 {
            return area;
        }
        let inner = area.width - 2;
        let rule = |text: &str| {
            let text = if text.is_empty() { String::new() } else { format!(" {text} ") };
            let text = crate::app::view::card::cut(&text, usize::from(inner).saturating_sub(2));
            let rest = usize::from(inner).saturating_sub(graphemes::width(&text) + 1);
            format!("─{text}{}", "─".repeat(rest))
        };
        self.text(area.x, area.y, area.width, &format!("╭{}╮", rule(title)), Role::Chrome);
        for y in area.y + 1..area.y + area.height - 1 {
            self.text(area.x, y, 1, "│", Role::Chrome);
            self.text(area.x + area.width - 1, y, 1, "│", Role::Chrome);
        }
        let last = area.y + area.height - 1;
        self.text(area.x, last, area.width, &format!("╰{}╯", rule(foot)), Role::Chrome);
        Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height - 2 }
    }

    /// Lets a widget draw typed text. It knows no [`clean`], so its cells lose what is not shown as itself.
    pub fn widget(&mut self, area: Rect, widget: impl Widget) {
        let area = ratatui::layout::Rect::new(area.x, area.y, area.width, area.height);
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        widget.render(area, self.buffer);
        for position in area.positions() {
            let cell = &mut self.buffer[position];
            if *clean(cell.symbol()) != *cell.symbol() {
                let kept: String = cell.symbol().chars().filter(|&c| is_shown_as_itself(c)).collect();
                cell.set_symbol(if kept.is_empty() { " " } else { &kept });
            }
        }
    }

    /// What roles look like.
    #[must_use]
    pub fn styles(&self) -> &'a Styles {
        self.styles
    }
}

fn is_shown_as_itself(character: char) -> bool {
    let mut bytes = [0; 4];
    let alone: &str = character.encode_utf8(&mut bytes);
    *clean(alone) == *alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::editor::Field;
    use crate::config::colors::{Depth, Palette, Scheme};

    #[test]
    fn typed_text_does_nothing_to_the_terminal() {
        let palette = Palette::new(Scheme::Dark, Depth::Mono, &[]);
        let styles = Styles::new(&palette);
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 40, 2));
        let field = Field::new("a\u{1b}[31m\u{9b}2J\u{202e}b\u{200b}c\u{e0041}\u{7f}", true);
        Canvas::new(&mut buffer, &styles).widget(Rect { x: 0, y: 0, width: 40, height: 2 }, field.area());
        let shown: String = buffer.content.iter().map(|cell| cell.symbol()).collect();
        assert!(shown.starts_with('a') && shown.contains('b') && shown.contains('c'), "{shown:?}");
        assert!(shown.chars().all(is_shown_as_itself), "{shown:?}");
    }
}
