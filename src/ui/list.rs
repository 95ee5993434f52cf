//! The list views: title, rows, details.

use super::Canvas;
use crate::app::Areas;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::view::{ListRow, Role};
use ratatui::style::Modifier;

/// Draws the list that is shown.
pub(super) fn draw(model: &Model, areas: &Areas, canvas: &mut Canvas) {
    let Some(list) = model.list() else { return };
    let area = areas.list;
    if area.height > 0 {
        let title = model.view.title(&listing::input(model, list, 0..0));
        canvas.pieces(area.x + 1, area.y, area.width.saturating_sub(2), &title);
        let chosen = (!list.in_details).then_some(list.chosen);
        let below = crate::app::Rect { y: area.y + 1, height: area.height - 1, ..area };
        rows(canvas, below, &listing::rows(model), chosen);
    }

    let details = areas.details;
    if details.height == 0 {
        return;
    }
    let beside = details.y == area.y;
    if beside {
        for y in area.y..area.y + area.height {
            canvas.text(details.x - 1, y, 1, "│", Role::Chrome);
        }
    } else {
        canvas.text(
            details.x,
            details.y,
            details.width,
            &"─".repeat(usize::from(details.width)),
            Role::Chrome,
        );
    }
    let (top, height) =
        if beside { (details.y, details.height) } else { (details.y + 1, details.height - 1) };
    let chosen = list.in_details.then_some(list.detail);
    rows(canvas, crate::app::Rect { y: top, height, ..details }, &listing::details(model), chosen);
}

/// Sets rows; those of the chosen item are bold.
fn rows(canvas: &mut Canvas, area: crate::app::Rect, rows: &[ListRow], chosen: Option<usize>) {
    for (y, row) in (area.y..area.y + area.height).zip(rows) {
        let mut x = area.x + 1;
        let edge = area.x + area.width;
        for piece in &row.pieces {
            let mut style = canvas.styles().role(piece.role);
            if row.item.is_some() && row.item == chosen {
                style = style.add_modifier(Modifier::BOLD);
            }
            x += canvas.styled(x, y, edge.saturating_sub(x), &piece.text, style);
        }
    }
}
