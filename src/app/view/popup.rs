//! What may follow a prefix, as a box above the status line. What is drawn can be clicked.

use crate::app::Rect;
use crate::app::hints::{self, Hint, Press};
use crate::app::model::Model;
use crate::text::graphemes;

/// The box and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Popup {
    /// The box with its frame.
    pub area: Rect,
    /// The keys typed so far.
    pub title: String,
    /// The keys that may follow, each with the cell it begins at and the columns it may fill.
    pub cells: Vec<(u16, u16, u16, Hint)>,
}

/// The popup; `None` where no prefix waits, or has not waited long enough, or something lies over the view.
#[must_use]
pub fn popup(model: &Model) -> Option<Popup> {
    if !model.pending.popup || !model.overlays.is_empty() {
        return None;
    }
    let body = model.areas().body;
    let hints = hints::following(model);
    let widest = hints.iter().map(|hint| graphemes::width(&hint.keys()) + graphemes::width(&hint.label) + 3);
    let cell = u16::try_from(widest.max().unwrap_or(1)).unwrap_or(u16::MAX);
    let width = body.width.min(78);
    let inner = width.saturating_sub(4);
    let across = usize::from((inner / cell).max(1));
    let rows = u16::try_from(hints.len().div_ceil(across)).unwrap_or(u16::MAX);
    let height = rows.saturating_add(2).min(body.height);
    let area = Rect { x: (body.width - width) / 2, y: body.y + body.height - height, width, height };
    let typed: Vec<String> = model.pending.keys.iter().map(|key| key.label(model.lang)).collect();
    let cells = hints.into_iter().enumerate().filter_map(|(index, hint)| {
        let row = u16::try_from(index / across).ok().filter(|row| row + 2 < height)?;
        let column = u16::try_from(index % across).ok()? * cell;
        Some((area.x + 2 + column, area.y + 1 + row, cell.min(inner.saturating_sub(column)), hint))
    });
    Some(Popup { area, title: format!("{}…", typed.join(" ")), cells: cells.collect() })
}

impl Popup {
    /// What a click on a cell does; `None` beside the keys.
    #[must_use]
    pub fn press_at(&self, column: u16, row: u16) -> Option<Press> {
        let over = |(x, y, width, _): &&(u16, u16, u16, Hint)| {
            *y == row && (*x..x.saturating_add(*width)).contains(&column)
        };
        self.cells.iter().find(over).and_then(|(.., hint)| hint.press)
    }
}
