//! The list views: showing them, moving in them, going from them to the text and back.

use super::effect::Effect;
use super::jump;
use super::lists::List;
use super::model::Model;
use super::motion;
use super::overlay::{Overlay, Prompt, PromptKind};
use super::view::themes::Entry;
use super::view::{self, Input, Item, ListRow, Subject, View};
use super::{correcting, deleted, orphans};
use crate::command::{Args, Command};
use crate::mark::NoteId;
use crate::text::Span;
use crate::words::views::Label;
use crate::words::window::Window;
use jiff::Timestamp;
use std::ops::Range;

/// What the list that is shown is made of; its rows are worded inside `window`.
#[must_use]
pub fn input<'a>(model: &'a Model, list: &'a List, window: Range<usize>) -> Input<'a> {
    Input {
        document: &model.document,
        analysis: &model.analysis,
        notes: &model.notes,
        found: &model.found,
        themes: &model.themes,
        lang: model.lang,
        width: model.areas().list.width.saturating_sub(2),
        caret: model.reading.caret,
        nearest: model.orphans.nearest,
        list,
        window,
    }
}

/// What can be chosen in the list that is shown.
#[must_use]
pub fn items(model: &Model) -> Vec<Item> {
    model.list().map_or_else(Vec::new, |list| model.view.items(&input(model, list, 0..0)))
}

/// The screen rows of the list that are in its window, with the row of the list the first one is.
#[must_use]
pub fn rows(model: &Model) -> Vec<ListRow> {
    let Some(list) = model.list() else { return Vec::new() };
    let window = list.top..list.top + usize::from(height(model));
    let mut rows = model.view.rows(&input(model, list, window.clone()));
    rows.truncate(window.end);
    rows.drain(..window.start.min(rows.len()));
    rows
}

/// Rows of the list's window: its area without the title.
fn height(model: &Model) -> u16 {
    model.areas().list.height.saturating_sub(1).max(1)
}

/// The details of the chosen row.
#[must_use]
pub fn details(model: &Model) -> Vec<ListRow> {
    let areas = model.areas();
    let area = areas.details;
    // Below the list, a rule stands above them.
    let height = area.height.saturating_sub(u16::from(area.y != areas.list.y));
    match model.list() {
        Some(list) if height > 0 => {
            model.view.details(&input(model, list, 0..0), area.width.saturating_sub(2), height)
        }
        _ => Vec::new(),
    }
}

/// The passages that the details list; `None` for what is no passage.
fn passages(model: &Model) -> Vec<Option<Span>> {
    model.list().map_or_else(Vec::new, |list| model.view.passages(&input(model, list, 0..0)))
}

/// The passage that verbs act on in a list; `None` in the text.
#[must_use]
pub fn chosen_span(model: &Model) -> Option<Span> {
    let list = model.list()?;
    if list.in_details {
        return passages(model).get(list.detail).copied().flatten();
    }
    items(model).get(list.chosen)?.target
}

/// What a row stands for, by what stays the same when findings change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// An entity, by name.
    Entity(String),
    /// A quotation, by its passage.
    Quotation(Span),
    /// A theme, by its key.
    Theme(String),
    /// Anything that names itself.
    Other(Subject),
}

fn identity(model: &Model, subject: Subject) -> Identity {
    match subject {
        Subject::Entity(index) => Identity::Entity(model.analysis.entities[index].name.clone()),
        Subject::Quotation(index) => Identity::Quotation(model.analysis.quotations.items()[index].span),
        Subject::Theme(index) => Identity::Theme(model.themes[index].key.clone()),
        other => Identity::Other(other),
    }
}

/// What the chosen row stands for, to be chosen again after a change.
#[must_use]
pub fn chosen_identity(model: &Model) -> Option<Identity> {
    chosen_subject(model).map(|subject| identity(model, subject))
}

/// Chooses the row that stands for the same; where there is none, the choice stays where it was.
pub fn choose_again(model: &mut Model, chosen: Option<&Identity>) {
    let is_chosen = |item: &Item| Some(&identity(model, item.subject.clone())) == chosen;
    let row = items(model).iter().position(is_chosen);
    if let (Some(row), Some(list)) = (row, model.list_mut()) {
        list.chosen = row;
    }
}

/// What the chosen row stands for.
#[must_use]
pub fn chosen_subject(model: &Model) -> Option<Subject> {
    let list = model.list()?;
    items(model).into_iter().nth(list.chosen).map(|item| item.subject)
}

/// What is chosen in the details of a theme; `None` where the list has the keys.
#[must_use]
pub fn chosen_entry(model: &Model) -> Option<Entry> {
    let list = model.list().filter(|list| list.in_details)?;
    view::themes::entries(&input(model, list, 0..0)).into_iter().nth(list.detail)
}

/// The annotation chosen in the notebook.
#[must_use]
pub fn chosen_note(model: &Model) -> Option<NoteId> {
    match chosen_subject(model)? {
        Subject::Note(id) => Some(id),
        _ => None,
    }
}

/// Shows a view; the same again goes back to the text.
pub fn show(model: &mut Model, command: Command) -> Vec<Effect> {
    let wanted = match command {
        Command::ViewEntities => View::Entities,
        Command::ViewQuotes => View::Quotes,
        Command::ViewThemes => View::Themes,
        Command::ViewNotebook => View::Notebook,
        _ => View::Text,
    };
    model.overlays.clear();
    if wanted == model.view {
        leave(model);
        return Vec::new();
    }
    model.view = wanted;
    if wanted == View::Text {
        motion::settle(model);
        return Vec::new();
    }
    model.selection = None;
    begin_at_caret(model);
    settle(model);
    Vec::new()
}

/// Quotations and notes open at the one nearest above the caret; the other lists where they were left.
fn begin_at_caret(model: &mut Model) {
    if !matches!(model.view, View::Quotes | View::Notebook) {
        return;
    }
    let caret = model.reading.caret;
    let paragraph = model.block_span();
    let nearest = items(model)
        .iter()
        .enumerate()
        .filter(|(_, item)| !matches!(item.subject, Subject::Speaker(_)))
        .filter_map(|(index, item)| Some((index, item.target?)))
        .filter(|(_, span)| span.start() <= caret.max(paragraph.end()))
        .min_by_key(|(_, span)| span.start().abs_diff(caret))
        .map(|(index, _)| index);
    if let (Some(nearest), Some(list)) = (nearest, model.list_mut()) {
        list.chosen = nearest;
        list.in_details = false;
    }
}

/// Shows the card of an entity: the entities, with that one chosen.
pub fn show_entity(model: &mut Model, entity: usize) {
    model.view = View::Entities;
    model.lists.entities.filter.clear();
    model.lists.entities.in_details = false;
    let place = items(model).iter().position(|item| item.subject == Subject::Entity(entity));
    model.lists.entities.chosen = place.unwrap_or(0);
    settle(model);
}

/// Back to the text, at the place that was left.
pub fn leave(model: &mut Model) {
    model.view = View::Text;
    motion::settle(model);
}

/// Esc: out of the details, then the filter goes, then back to the text.
pub fn up(model: &mut Model) {
    let Some(list) = model.list_mut() else { return };
    if list.in_details {
        list.in_details = false;
    } else if !list.filter.is_empty() {
        list.filter.clear();
        settle(model);
    } else {
        leave(model);
    }
}

/// Keeps the list's window around the choice.
fn scroll(model: &mut Model) {
    let height = usize::from(height(model));
    let Some(list) = model.list() else { return };
    let chosen = list.chosen;
    let rows = model.view.rows(&input(model, list, 0..0));
    let of_chosen = |row: &ListRow| row.item == Some(chosen);
    let first = rows.iter().position(of_chosen).unwrap_or(0);
    let last = rows.iter().rposition(of_chosen).unwrap_or(0);
    // A heading just above the first row of a group is shown with it.
    let first = if first > 0 && rows[first - 1].item.is_none() { first - 1 } else { first };
    let most = rows.len().saturating_sub(height);
    let Some(list) = model.list_mut() else { return };
    if last >= list.top + height {
        list.top = last + 1 - height;
    }
    list.top = list.top.min(first).min(most.max(first.min(list.top)));
}

/// Keeps the choice inside the list and the list's window around it. Where a lost passage is chosen, it is looked for:
/// what is found takes a row.
pub fn settle(model: &mut Model) {
    let count = items(model).len();
    if let Some(list) = model.list_mut() {
        list.chosen = list.chosen.min(count.saturating_sub(1));
    }
    orphans::look(model);
    scroll(model);
}

/// Asks what to filter the list by; in the text there is no list, and the search is opened.
pub fn ask_filter(model: &mut Model) -> Vec<Effect> {
    let Some(list) = model.list() else { return super::searching::ask(model) };
    let before = list.filter.clone();
    let known = model.notes.tags();
    let prompt = Prompt::new(PromptKind::Filter { before: before.clone() }, &before, known);
    model.overlays.push(Overlay::Prompt(Box::new(prompt)));
    Vec::new()
}

/// The filter is now this; the first row that fits is chosen.
pub fn set_filter(model: &mut Model, filter: String) {
    let Some(list) = model.list_mut() else { return };
    list.filter = filter;
    list.chosen = 0;
    list.top = 0;
    list.in_details = false;
    settle(model);
}

/// Does a command in a list.
pub fn run(model: &mut Model, command: Command, args: &Args, now: Timestamp) -> Vec<Effect> {
    let page = isize::try_from(height(model)).unwrap_or(1);
    let times = args.times() as isize;
    match command {
        Command::LineDown => step(model, times),
        Command::LineUp => step(model, -times),
        Command::HalfDown => step(model, page / 2 * times),
        Command::HalfUp => step(model, -page / 2 * times),
        Command::PageDown => step(model, page * times),
        Command::PageUp => step(model, -page * times),
        Command::GoTop => step(model, isize::MIN / 2),
        Command::GoEnd => step(model, isize::MAX / 2),
        Command::Open => match correcting::open(model, now).or_else(|| deleted::open(model, now)) {
            Some(effects) => return effects,
            None => open(model, now),
        },
        Command::NextUnsure | Command::PreviousUnsure => unsure(model, command, args, now),
        Command::Preview => preview(model),
        Command::Sort => sort(model, now),
        Command::NextPane | Command::PreviousPane => change_pane(model),
        Command::Right => detail(model, times),
        Command::Left => detail(model, -times),
        Command::Back | Command::Forward | Command::SetMark | Command::GoMark => {
            return jump::place(model, command, args, now);
        }
        Command::Select | Command::SelectSentence => open(model, now),
        _ => {
            model.talk.say(Window::OnlyInText.say(model.lang), now);
        }
    }
    Vec::new()
}

/// To the next quotation of the list whose speaker is a guess, or the one before.
fn unsure(model: &mut Model, command: Command, args: &Args, now: Timestamp) {
    for _ in 0..args.times() {
        let Some(list) = model.list() else { return };
        let is_unsure = |item: &Item| match item.subject {
            Subject::Quotation(index) => correcting::is_unsure(&model.analysis.quotations.items()[index]),
            _ => false,
        };
        let items = items(model);
        let next = if command == Command::NextUnsure {
            (list.chosen + 1..items.len()).find(|&row| is_unsure(&items[row]))
        } else {
            (0..list.chosen.min(items.len())).rev().find(|&row| is_unsure(&items[row]))
        };
        let Some(next) = next else {
            let none = if command == Command::NextUnsure { Window::NoneAfter } else { Window::NoneBefore };
            return model.talk.say(none.say(model.lang), now);
        };
        if let Some(list) = model.list_mut() {
            list.chosen = next;
        }
    }
    settle(model);
}

/// Moves the choice, in the list or in its details.
pub fn step(model: &mut Model, by: isize) {
    let Some(list) = model.list() else { return };
    if list.in_details {
        return detail(model, by);
    }
    let count = items(model).len();
    let Some(list) = model.list_mut() else { return };
    list.chosen = list.chosen.saturating_add_signed(by).min(count.saturating_sub(1));
    list.detail = 0;
    settle(model);
}

fn detail(model: &mut Model, by: isize) {
    let count = passages(model).len();
    let Some(list) = model.list_mut() else { return };
    list.detail = list.detail.saturating_add_signed(by).min(count.saturating_sub(1));
    list.in_details |= count > 0;
}

fn change_pane(model: &mut Model) {
    let some = !passages(model).is_empty();
    if let Some(list) = model.list_mut() {
        list.in_details = some && !list.in_details;
    }
}

/// Chooses a row by mouse; the second time it is opened.
pub fn click(model: &mut Model, item: usize, in_details: bool, now: Timestamp) -> Vec<Effect> {
    let Some(list) = model.list_mut() else { return Vec::new() };
    let again = list.in_details == in_details && (if in_details { list.detail } else { list.chosen }) == item;
    list.in_details = in_details;
    if in_details {
        list.detail = item;
    } else {
        list.chosen = item;
        list.detail = 0;
    }
    settle(model);
    if again {
        return run(model, Command::Open, &Args::default(), now);
    }
    Vec::new()
}

/// Enter: to the passage in the text.
fn open(model: &mut Model, now: Timestamp) {
    let Some(span) = chosen_span(model) else {
        if orphans::go_nearest(model, now) {
            return;
        }
        let lost = chosen_note(model).is_some();
        let word = if lost { Window::PassageLost } else { Window::NothingHereToOpen };
        model.talk.say(word.say(model.lang), now);
        return;
    };
    model.view = View::Text;
    motion::go(model, span);
}

/// Space: shows the passage without leaving the list.
fn preview(model: &mut Model) {
    let nearest = || Some(model.orphans.nearest_of(chosen_note(model)?)?.span);
    if let Some(span) = chosen_span(model).or_else(nearest) {
        model.overlays.push(Overlay::Preview(span));
    }
}

fn sort(model: &mut Model, now: Timestamp) {
    let orders = model.view.orders();
    let Some(list) = model.list_mut() else { return };
    if orders.is_empty() {
        return;
    }
    list.sort = (list.sort + 1) % orders.len();
    list.chosen = 0;
    list.top = 0;
    let order = orders[list.sort];
    model.talk.say(format!("{} {}", Label::Sort.say(model.lang), order.say(model.lang)), now);
    settle(model);
}

/// After the notes, the findings or the size changed under a list: the choice stays inside, and in sight.
pub fn refresh(model: &mut Model) {
    if model.view != View::Text {
        settle(model);
    }
}
