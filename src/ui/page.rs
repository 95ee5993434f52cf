//! The page of the article: gutter, lines, unfolded notes, margin, strip, thumb.

use super::Canvas;
use crate::app::Areas;
use crate::app::areas::Room;
use crate::app::model::Model;
use crate::app::view::text::{self, PageRow, Sign, TextLine};
use crate::app::view::{Piece, Role};
use crate::config::Glyphs;
use crate::doc::{BlockKind, Extent};
use crate::layout::{self, Look, strip};
use crate::mark::EntityKind;
use ratatui::style::Modifier;

/// Draws the page, and says where the caret stands.
pub(super) fn draw(model: &Model, areas: &Areas, canvas: &mut Canvas) -> Option<(u16, u16)> {
    let page = text::page(model);
    for (index, row) in (0..).zip(&page) {
        let y = areas.text.y + index;
        match row {
            PageRow::Gap => {}
            PageRow::Line(line) => {
                gutter(model, areas, canvas, y, line);
                self::line(model, areas, canvas, y, line);
            }
            PageRow::Card { pieces, .. } => {
                canvas.pieces(areas.text.x, y, areas.text.width, pieces);
            }
        }
    }
    for (top, _, rows) in text::margin(model, &page) {
        for (y, pieces) in (areas.margin.y + top..).zip(&rows) {
            canvas.pieces(areas.margin.x, y, areas.margin.width, pieces);
        }
    }
    edge(model, areas, canvas, &page);
    caret(model, areas, &page)
}

/// Sentence bar, annotation, quotation; on narrow screens the first two share a column.
fn gutter(model: &Model, areas: &Areas, canvas: &mut Canvas, y: u16, line: &TextLine) {
    let ascii = model.config.glyphs == Glyphs::Ascii;
    let bar = if ascii { "|" } else { "▌" };
    let unsure = line.quotation == Some(true);
    let rule = match (model.screen.text_marks, ascii, unsure) {
        (true, _, false) => ">",
        (true, _, true) | (false, true, true) => ":",
        (false, true, false) => "|",
        (false, false, false) => "┃",
        (false, false, true) => "┆",
    };
    let sign = line.sign.map(|sign| match (sign, ascii) {
        (Sign::Note, false) => "●",
        (Sign::Highlight, false) => "◆",
        (Sign::Note, true) => "*",
        (Sign::Highlight, true) => "+",
        (Sign::Doubtful, false) => "≈",
        (Sign::Doubtful, true) => "~",
    });
    let x = areas.gutter.x;
    let narrow = areas.gutter.width < 4;
    let sign_x = if narrow { x } else { x + 1 };
    if line.current {
        canvas.text(x, y, 1, bar, Role::Key);
    }
    if let Some(sign) = sign {
        canvas.text(sign_x, y, 1, sign, Role::Key);
    }
    if line.quotation.is_some() {
        canvas.text(sign_x + 1, y, 1, rule, if unsure { Role::Unsure } else { Role::Quote });
    }
}

fn line(model: &Model, areas: &Areas, canvas: &mut Canvas, y: u16, line: &TextLine) {
    let kind = model.document.blocks()[line.line.block].kind;
    let heading = matches!(kind, BlockKind::Heading(_) | BlockKind::Title);
    let mut x = areas.text.x + line.line.indent;
    let mark = layout::mark(&model.document, &line.line, model.config.glyphs == Glyphs::Ascii);
    let cells = u16::try_from(mark.chars().count()).unwrap_or(u16::MAX).min(line.line.indent);
    canvas.text(x - cells, y, cells, &mark, Role::Chrome);
    let edge = if model.screen.text_marks {
        areas.strip.x.max(areas.text.x + areas.text.width)
    } else {
        areas.text.x + areas.text.width
    };
    for (index, run) in line.runs.iter().enumerate() {
        let text = model.document.slice(run.span);
        let mut style =
            if line.quiet { canvas.styles().role(Role::Chrome) } else { canvas.styles().look(run.look) };
        if heading {
            style = style.add_modifier(Modifier::BOLD);
        }
        let hyphen = if line.line.hyphen && index + 1 == line.runs.len() { "-" } else { "" };
        if model.screen.text_marks && !line.quiet {
            let look = |index: usize| line.runs.get(index).map(|run| run.look).unwrap_or_default();
            let (before, after) = written(look(index.wrapping_sub(1)), run.look, look(index + 1));
            let marked = format!("{before}{text}{hyphen}{after}");
            x += canvas.styled(x, y, edge.saturating_sub(x), &marked, style);
        } else {
            x += canvas.styled(x, y, edge.saturating_sub(x), text, style);
            x += canvas.styled(x, y, edge.saturating_sub(x), hyphen, style);
        }
    }
}

/// A look written into the text: `[Yann Le Goff]ᴾ`, `_marché_{C}`, `==so==`. What goes on from the run before, or
/// into the run after, is not closed between them.
fn written(before: Look, look: Look, after: Look) -> (String, String) {
    let (mut open, mut close) = (String::new(), String::new());
    if look.pen.is_some() && look.pen != before.pen {
        open.push_str("==");
    }
    if look.theme.is_some() && look.theme != before.theme {
        open.push('_');
    }
    if look.entity.is_some() && look.entity != before.entity {
        open.push('[');
    }
    if let Some(kind) = look.entity.filter(|_| look.entity != after.entity) {
        close.push_str(&format!("]{}", superscript(kind)));
    }
    if let Some(theme) = look.theme.filter(|_| look.theme != after.theme) {
        close.push_str(&format!("_{{{}}}", char::from(b'A' + theme % 26)));
    }
    if look.pen.is_some() && look.pen != after.pen {
        close.push_str("==");
    }
    (open, close)
}

/// One small letter a kind, the same in both languages.
fn superscript(kind: EntityKind) -> char {
    match kind {
        EntityKind::Person => 'ᴾ',
        EntityKind::Organisation => 'ᴼ',
        EntityKind::Place => 'ᴸ',
        EntityKind::Event => 'ᴱ',
        EntityKind::Law => 'ᴶ',
        EntityKind::Work => 'ᵂ',
        EntityKind::Product => 'ᴿ',
        EntityKind::Other => 'ᴺ',
        EntityKind::Date => 'ᴰ',
        EntityKind::Amount => 'ᴬ',
    }
}

/// Strip of themes and scroll thumb.
fn edge(model: &Model, areas: &Areas, canvas: &mut Canvas, page: &[PageRow]) {
    let here = model.document.text().len();
    let length = match model.document.extent() {
        Extent::Whole => here,
        Extent::Prefix(bytes) => usize::try_from(bytes).unwrap_or(usize::MAX).max(here),
    };
    if length == 0 {
        return;
    }
    if areas.strip.width > 0 && model.screen.shown.themes {
        for (y, cell) in
            (areas.strip.y..).zip(strip::heat(length, &model.analysis.themes, areas.strip.height))
        {
            let shade = ["·", "▒", "▓", "█"][usize::from(cell.level.min(3))];
            let role = cell.theme.map_or(Role::Chrome, Role::Theme);
            canvas.text(areas.strip.x, y, 1, shade, role);
        }
    }
    let seen =
        page.iter().filter_map(|row| if let PageRow::Line(line) = row { Some(line.line.span) } else { None });
    let Some(seen) = seen.reduce(crate::text::Span::hull) else { return };
    if areas.thumb.width > 0 {
        let (first, count) = strip::thumb(length, seen.start(), seen.end(), areas.thumb.height);
        for row in 0..areas.thumb.height {
            let on = (first..first + count).contains(&row);
            canvas.text(areas.thumb.x, areas.thumb.y + row, 1, if on { "█" } else { "│" }, Role::Chrome);
        }
    }
}

fn caret(model: &Model, areas: &Areas, page: &[PageRow]) -> Option<(u16, u16)> {
    let row = text::row_of(page, model.reading.caret)?;
    let PageRow::Line(line) = &page[row] else { return None };
    let column = layout::column_of(&model.document, &line.line, model.reading.caret);
    let x = areas.text.x + (line.line.indent + column).min(areas.text.width.saturating_sub(1));
    let shown = areas.room > Room::Tiny || areas.text.height > 0;
    shown.then_some((x, areas.text.y + u16::try_from(row).unwrap_or(0)))
}

/// Rows of pieces set in a rectangle.
pub(super) fn rows(canvas: &mut Canvas, area: crate::app::Rect, rows: &[Vec<Piece>]) {
    for (y, pieces) in (area.y..area.y + area.height).zip(rows) {
        canvas.pieces(area.x, y, area.width, pieces);
    }
}
