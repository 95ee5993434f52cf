//! Contents, links, library, and a footnote over the page.

use super::{beside_passage, centred, field, keys_within, place_of};
use crate::app::Areas;
use crate::app::catalogue::Catalogue;
use crate::app::links::Footnote;
use crate::app::model::Model;
use crate::app::view::card::cut;
use crate::app::view::{Role, catalogue as view, text};
use crate::text::Span;
use crate::ui::canvas::Canvas;
use crate::ui::page;
use crate::words::navigation::Navigation;

/// Columns of a footnote, with its frame.
const FOOTNOTE: u16 = 72;

/// The list, its filter, and where the chosen row leads.
pub(super) fn draw_catalogue(model: &Model, areas: &Areas, canvas: &mut Canvas, catalogue: &Catalogue) {
    let area = view::area(areas, catalogue);
    let foot = view::foot(model, catalogue, usize::from(area.width).saturating_sub(8));
    canvas.frame(area, &view::title(model, catalogue), &foot);
    if view::has_filter(catalogue) {
        let typed = view::field(areas, catalogue);
        canvas.text(typed.x - 2, typed.y, 1, "/", Role::Key);
        field(canvas, typed, &catalogue.field);
    }
    page::rows(canvas, view::room(areas, catalogue), &view::rows(model, catalogue));
}

/// The footnote beside the number that leads to it, as much of it as there is room for.
pub(super) fn draw_footnote(model: &Model, areas: &Areas, canvas: &mut Canvas, footnote: Footnote) {
    let body = areas.body;
    let columns = FOOTNOTE.min(body.width).saturating_sub(4);
    let most = body.height.saturating_sub(2);
    let rows = text::passage(model, footnote.span, columns, most);
    let wanted = u16::try_from(rows.len()).unwrap_or(most) + 2;
    // What is being read stays in sight, not only the number.
    let sentence = model.sentence();
    let beside = if sentence.covers(footnote.from) { sentence } else { footnote.from };
    let area = beside_passage(model, areas, beside, wanted);
    let mut area = area.unwrap_or_else(|| centred(areas, FOOTNOTE, wanted));
    // Its frame stands around the column of the text, as that of a note does.
    area.x = areas.text.x.saturating_sub(2).min(body.x + body.width - area.width);
    let title = format!(
        "{} · {}",
        Navigation::Footnote.say(model.lang),
        cut(&place_of(model, Span::start(footnote.span)), 12)
    );
    let inner = canvas.frame(area, &title, &keys_within(model, area.width));
    page::rows(canvas, inner, &rows);
}
