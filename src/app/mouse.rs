//! The mouse: what lies under it answers, by the same areas that draw.

use super::effect::Effect;
use super::hints::Press;
use super::input::Pending;
use super::message::{Mouse, MouseButton, MouseKind};
use super::model::Model;
use super::overlay::{self, Overlay};
use super::selection::Selection;
use super::view::text::PageRow;
use super::view::{self, View};
use super::{annotate, catalogue, correcting, input, links, listing, motion, update};
use crate::command::{Args, Command};
use crate::config::DragAction;
use crate::layout;
use crate::text::segment;
use crate::words::window::Window;
use jiff::{SignedDuration, Timestamp};

/// Presses this near in time are one double, triple or quadruple click.
const TOGETHER: SignedDuration = SignedDuration::from_millis(400);
/// Rows that one notch of the wheel turns.
const NOTCH: isize = 3;

/// Where the mouse was.
#[derive(Debug, Clone, Default)]
pub struct Pointer {
    /// The bar of verbs beside a selection made with the mouse: its cell.
    pub bar: Option<(u16, u16)>,
    pressed: Option<usize>,
    scrubbing: bool,
    clicks: u8,
    last: Option<(Timestamp, u16, u16)>,
    told: bool,
}

/// Takes what the mouse did.
pub fn mouse(model: &mut Model, mouse: Mouse, now: Timestamp) -> Vec<Effect> {
    match mouse.kind {
        MouseKind::WheelDown | MouseKind::WheelUp => {
            wheel(model, mouse);
            Vec::new()
        }
        MouseKind::Down(MouseButton::Left) => press(model, mouse, now),
        MouseKind::Drag(MouseButton::Left) => {
            drag(model, mouse, now);
            Vec::new()
        }
        MouseKind::Up(MouseButton::Left) => release(model, mouse, now),
        MouseKind::Down(MouseButton::Right) => {
            menu(model, mouse);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn wheel(model: &mut Model, mouse: Mouse) {
    let by = if mouse.kind == MouseKind::WheelDown { NOTCH } else { -NOTCH };
    if let Some(Overlay::Help(_)) = model.overlays.last() {
        return overlay::scroll_help(model, by);
    }
    if let Some(Overlay::Question(question)) = model.overlays.last_mut() {
        return question.step(by.signum());
    }
    if catalogue::topmost(model).is_some() {
        return catalogue::step(model, by.signum());
    }
    // A question that waits for no answer does not hold the text.
    if model.overlays.last().is_some_and(|overlay| !matches!(overlay, Overlay::Kin(_))) {
        return;
    }
    if mouse.ctrl {
        let columns = model.screen.measure.saturating_add_signed(if by < 0 { 2 } else { -2 });
        model.screen.measure = columns.clamp(30, 120);
        return motion::settle(model);
    }
    match model.view {
        View::Text => motion::wheel(model, by),
        _ => {
            let over = model.areas().details.contains(mouse.column, mouse.row);
            if let Some(list) = model.list_mut() {
                list.in_details = over;
            }
            listing::step(model, by.signum());
        }
    }
}

fn press(model: &mut Model, mouse: Mouse, now: Timestamp) -> Vec<Effect> {
    let (column, row) = (mouse.column, mouse.row);
    // As with a key: a message stands until the next one.
    model.talk.toast = None;
    match view::bars::press_at(model, column, row) {
        Some(Press::Run(command)) => {
            model.pointer.bar = None;
            model.pending = Pending::default();
            return update::run(model, command, &Args::default(), now);
        }
        Some(Press::Type(key)) => {
            let effects = input::key(model, key, now);
            model.pending.popup = !model.pending.keys.is_empty();
            return effects;
        }
        Some(Press::Choose(row)) => return correcting::click(model, row, now),
        None => {}
    }
    if !model.pending.keys.is_empty() {
        model.pending = Pending::default();
        return Vec::new();
    }
    if catalogue::topmost(model).is_some() {
        return catalogue::click(model, column, row, now);
    }
    if let Some(Overlay::Footnote(_)) = model.overlays.last() {
        model.overlays.pop();
        return Vec::new();
    }
    if !model.overlays.is_empty() {
        return Vec::new();
    }
    let areas = model.areas();
    if model.view != View::Text {
        let over = |rows: Vec<view::ListRow>, row: u16| rows.get(usize::from(row)).and_then(|row| row.item);
        if areas.details.contains(column, row) {
            // Below the list, a rule stands above the details.
            let top = areas.details.y + u16::from(areas.details.y != areas.list.y);
            if let Some(item) = row.checked_sub(top).and_then(|row| over(listing::details(model), row)) {
                return listing::click(model, item, true, now);
            }
        } else if areas.list.contains(column, row)
            && row > areas.list.y
            && let Some(item) = over(listing::rows(model), row - areas.list.y - 1)
        {
            return listing::click(model, item, false, now);
        }
        return Vec::new();
    }
    if areas.strip.contains(column, row) || areas.thumb.contains(column, row) {
        model.pointer.scrubbing = true;
        scrub(model, row);
        return Vec::new();
    }
    if let Some(note) = view::text::card_at(model, column, row) {
        annotate::edit(model, note);
        return Vec::new();
    }
    model.pointer.bar = None;
    let Some(offset) = offset_at(model, column, row) else { return Vec::new() };
    count(model, mouse, now);
    model.reading.caret = offset;
    model.reading.column = None;
    model.pointer.pressed = Some(offset);
    let text = model.document.text();
    let span = match model.pointer.clicks {
        2 => segment::word_at(text, model.block_span(), offset),
        3 => Some(model.sentence()),
        4 => Some(model.block_span()),
        _ => None,
    };
    model.selection = span.map(|span| Selection::over(text, span));
    Vec::new()
}

/// Counts presses on one cell: one to four, then again from one.
fn count(model: &mut Model, mouse: Mouse, now: Timestamp) {
    let pointer = &mut model.pointer;
    let same = pointer.last.is_some_and(|(at, column, row)| {
        now.duration_since(at) <= TOGETHER && column.abs_diff(mouse.column) <= 1 && row == mouse.row
    });
    pointer.clicks = if same { pointer.clicks % 4 + 1 } else { 1 };
    pointer.last = Some((now, mouse.column, mouse.row));
}

fn drag(model: &mut Model, mouse: Mouse, now: Timestamp) {
    if model.pointer.scrubbing {
        return scrub(model, mouse.row);
    }
    let Some(anchor) = model.pointer.pressed else { return };
    let text = model.areas().text;
    if mouse.row <= text.y && text.y > 0 {
        motion::wheel(model, -1);
    } else if mouse.row + 1 >= text.y + text.height {
        motion::wheel(model, 1);
    }
    let Some(offset) = offset_at(model, mouse.column, mouse.row) else { return };
    if offset == anchor && model.selection.is_none() {
        return;
    }
    let mut selection = Selection::at(anchor);
    selection.head = offset;
    model.selection = Some(selection);
    model.reading.caret = offset;
    if !model.pointer.told {
        model.pointer.told = true;
        model.talk.say(Window::ShiftDrag.say(model.lang), now);
    }
}

fn release(model: &mut Model, mouse: Mouse, now: Timestamp) -> Vec<Effect> {
    let pointer = &mut model.pointer;
    pointer.scrubbing = false;
    let pressed = pointer.pressed.take();
    // A click on a link follows it; a drag over it, or a second click, selects.
    if pressed == Some(model.reading.caret)
        && model.selection.is_none()
        && model.pointer.clicks == 1
        && let Some(link) = links::at_caret(model)
    {
        return links::follow(model, link, now);
    }
    if pressed.is_none() || model.selection.is_none() {
        return Vec::new();
    }
    if model.config.mouse.drag == DragAction::Highlight && model.pointer.clicks < 2 {
        return annotate::highlight(model, now);
    }
    model.pointer.bar = Some((mouse.column, mouse.row));
    Vec::new()
}

/// The right button: the verbs, on the selection or on the sentence pointed at.
fn menu(model: &mut Model, mouse: Mouse) {
    if model.view != View::Text || !model.overlays.is_empty() {
        return;
    }
    let Some(offset) = offset_at(model, mouse.column, mouse.row) else { return };
    let text = model.document.text();
    if model.selection.as_ref().is_none_or(|selection| !selection.span(text).contains(offset)) {
        model.reading.caret = offset;
        model.selection = Some(Selection::over(text, model.sentence()));
    }
    model.pointer.bar = Some((mouse.column, mouse.row));
}

/// The strip: the window goes to the share of the text that was pointed at.
fn scrub(model: &mut Model, row: u16) {
    let strip = model.areas().strip;
    let share = u32::from(row.saturating_sub(strip.y)) * 100 / u32::from(strip.height.max(1));
    motion::run(model, Command::GoPercent, &Args { count: Some(share), ..Args::default() });
}

/// The cluster under a cell of the text; right of a line its last, left of it its first.
fn offset_at(model: &Model, column: u16, row: u16) -> Option<usize> {
    let areas = model.areas();
    let inside = (areas.gutter.x..areas.text.x + areas.text.width).contains(&column);
    if !inside || !(areas.text.y..areas.text.y + areas.text.height).contains(&row) {
        return None;
    }
    let rows = view::text::page(model);
    match rows.get(usize::from(row - areas.text.y))? {
        PageRow::Line(line) => {
            let cells = column.saturating_sub(areas.text.x + line.line.indent);
            Some(layout::offset_at(&model.document, &line.line, cells))
        }
        _ => None,
    }
}
