//! The rows of the lists that lie over the page: contents, links, library.

use super::line::{Line, cut_front, width};
use super::{Piece, Role, bars};
use crate::app::areas::{Areas, Rect, Room};
use crate::app::catalogue::{self, Catalogue, Of};
use crate::app::library::{self, Book};
use crate::app::links::{self, Link};
use crate::app::model::Model;
use crate::app::outline::{self, Entry, Place};
use crate::doc::Extent;
use crate::words::navigation::Navigation;
use crate::words::views::{self, Label, percent};

/// Columns of the widest list.
const WIDEST: u16 = 112;

/// The least rows of the box: shorter lists leave some blank.
const LEAST: u16 = 12;

/// The box of the list, as high as the list without its filter asks for: the whole body where there is much of it.
#[must_use]
pub fn area(areas: &Areas, catalogue: &Catalogue) -> Rect {
    let body = areas.body;
    let width = body.width.min(WIDEST);
    let count = u16::try_from(count(catalogue)).unwrap_or(u16::MAX);
    let height = count.saturating_add(3).max(LEAST).min(body.height);
    Rect { x: body.x + (body.width - width) / 2, width, height, ..body }
}

/// How many rows there are without the filter.
fn count(catalogue: &Catalogue) -> usize {
    match &catalogue.of {
        Of::Contents(entries) => entries.len(),
        Of::Links(links) => links.len(),
        Of::Library { books, .. } => books.as_ref().map_or(0, Vec::len),
    }
}

/// The room for rows, inside the frame and under the filter.
#[must_use]
pub fn room(areas: &Areas, catalogue: &Catalogue) -> Rect {
    let area = area(areas, catalogue);
    let filter = u16::from(has_filter(catalogue));
    Rect {
        x: area.x + 2,
        y: area.y + 1 + filter,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2 + filter),
    }
}

/// The room for typing the filter.
#[must_use]
pub fn field(areas: &Areas, catalogue: &Catalogue) -> Rect {
    let area = area(areas, catalogue);
    Rect { x: area.x + 4, y: area.y + 1, width: area.width.saturating_sub(6).max(1), height: 1 }
}

/// Whether the filter has a row.
#[must_use]
pub fn has_filter(catalogue: &Catalogue) -> bool {
    catalogue.typing || !catalogue.field.text().is_empty()
}

/// Rows of the list that is shown; 0 where none is.
#[must_use]
pub fn height(model: &Model) -> u16 {
    catalogue::topmost(model).map_or(0, |catalogue| room(&model.areas(), catalogue).height)
}

/// The first row shown: the chosen one stands in the middle where it can.
fn first(chosen: usize, count: usize, height: usize) -> usize {
    chosen.saturating_sub(height / 2).min(count.saturating_sub(height))
}

/// The row of the list under a cell.
#[must_use]
pub fn row_at(model: &Model, column: u16, row: u16) -> Option<usize> {
    let catalogue = catalogue::topmost(model)?;
    let room = room(&model.areas(), catalogue);
    if !room.contains(column, row) {
        return None;
    }
    let count = catalogue.fitting(model).len();
    let index = first(catalogue.chosen, count, room.height.into()) + usize::from(row - room.y);
    (index < count).then_some(index)
}

/// The title of the box: what it lists, how many, its order.
#[must_use]
pub fn title(model: &Model, catalogue: &Catalogue) -> String {
    let lang = model.lang;
    let all = count(catalogue);
    let name = match &catalogue.of {
        Of::Contents(entries) if !entries.is_empty() && !outline::has_parts(&model.document) => {
            Navigation::FirstWords
        }
        Of::Contents(_) => Navigation::Contents,
        Of::Links(_) => Navigation::Links,
        Of::Library { .. } => Navigation::Library,
    };
    let shown = catalogue.fitting(model).len();
    let mut count = if shown == all { all.to_string() } else { format!("{shown}/{all}") };
    if matches!(catalogue.of, Of::Contents(_)) && is_growing(model) {
        count.push('…');
    }
    let sort = match catalogue.of {
        Of::Library { .. } => {
            let order = library::ORDERS[catalogue.sort % library::ORDERS.len()];
            format!(" · {} {}", Label::Sort.say(lang), order.say(lang))
        }
        _ => String::new(),
    };
    format!("{} ({count}){sort}", name.say(lang))
}

/// Whether more may come: the rest of the document is being read, and no contents say what is in it.
fn is_growing(model: &Model) -> bool {
    model.document.extent() != Extent::Whole && model.document.to_come().is_empty()
}

/// What stands at the foot of the box: where the chosen row leads to, whole where it fits.
#[must_use]
pub fn foot(model: &Model, catalogue: &Catalogue, columns: usize) -> String {
    let chosen = catalogue.fitting(model).get(catalogue.chosen).copied();
    let text = match (&catalogue.of, chosen) {
        (Of::Links(all), Some(index)) => links::told(&model.document, all[index]),
        (Of::Library { .. }, Some(_)) => {
            catalogue::chosen_book(model).map_or_else(String::new, |book| book.source.clone())
        }
        _ => String::new(),
    };
    cut_front(&text, columns)
}

/// The rows that are shown.
#[must_use]
pub fn rows(model: &Model, catalogue: &Catalogue) -> Vec<Vec<Piece>> {
    let room = room(&model.areas(), catalogue);
    let (columns, height) = (usize::from(room.width), usize::from(room.height));
    let fitting = catalogue.fitting(model);
    if fitting.is_empty() {
        let mut line = Line::new(columns);
        return vec![line.put(nothing(catalogue, model), Role::Chrome).done()];
    }
    let first = first(catalogue.chosen, fitting.len(), height);
    let here = catalogue::here(model, catalogue);
    let rows = fitting.iter().enumerate().skip(first).take(height);
    rows.map(|(row, &index)| {
        let mut line = Line::new(columns);
        let chosen = row == catalogue.chosen;
        line.put(if chosen { "▸ " } else { "  " }, Role::Chosen);
        match &catalogue.of {
            Of::Contents(entries) => entry(&mut line, model, &entries[index], here == Some(index), chosen),
            Of::Links(all) => link(&mut line, model, all[index], chosen),
            Of::Library { books, .. } => {
                if let Some(shown) = books.as_ref().and_then(|books| books.get(index)) {
                    book(&mut line, model, shown, chosen);
                }
            }
        }
        line.done()
    })
    .collect()
}

fn nothing(catalogue: &Catalogue, model: &Model) -> &'static str {
    let lang = model.lang;
    if !catalogue.field.text().trim().is_empty() {
        return Label::NoMatch.say(lang);
    }
    match &catalogue.of {
        Of::Contents(_) => Navigation::NoContents.say(lang),
        Of::Links(_) => Navigation::NoLinksAtAll.say(lang),
        Of::Library { books: None, .. } => Navigation::ReadingLibrary.say(lang),
        Of::Library { .. } => Navigation::NoBooks.say(lang),
    }
}

fn words(chosen: bool) -> Role {
    if chosen { Role::Chosen } else { Role::Text }
}

/// `  » Les commerçants du marché    44 %`: a sign where one is.
fn entry(line: &mut Line, model: &Model, entry: &Entry, is_here: bool, chosen: bool) {
    let share = match entry.place {
        Place::At(offset) => percent(bars::share_of(model, offset), model.lang),
        Place::ToCome(_) => "…".to_owned(),
    };
    let share = format!("{share:>6}");
    let end = line.left().saturating_sub(width(&share));
    line.put(if is_here { "▌ " } else { "  " }, Role::Key);
    line.put(&"  ".repeat(entry.level.into()), Role::Chrome);
    let room = end.saturating_sub(2 + 2 * usize::from(entry.level) + 1);
    let role = if entry.level == 0 && !chosen { Role::Heading } else { words(chosen) };
    line.put(&super::card::cut(&entry.title, room), role);
    line.right(&[Piece::new(share, Role::Chrome)]);
}

/// `§3 étude de 2025   https://exemple.fr/etude`
fn link(line: &mut Line, model: &Model, link: Link, chosen: bool) {
    let document = &model.document;
    let number = format!("§{}", document.paragraphs()).chars().count() + 1;
    let place = views::place(document.paragraph_at(link.span.start()), model.lang);
    line.column(&place, Role::Chrome, number);
    let text = document.slice(link.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let half = line.left() / 2;
    line.column(&text, words(chosen), half.saturating_sub(2)).put("  ", Role::Text);
    let told = links::told(document, link);
    let leads = links::aim(document, link) != links::Aim::Nowhere;
    line.put(&told, if leads { Role::Chrome } else { Role::Warning });
}

/// `Le tram divise…   44 %  ●12 ?1  2026-11-20  ~/presse/tram.md`: what has no room is left out, the last first.
fn book(line: &mut Line, model: &Model, book: &Book, chosen: bool) {
    let lang = model.lang;
    let medium = model.room() > Room::Narrow;
    let share = book.progress.map_or_else(String::new, |share| percent(share.into(), lang));
    let lost = match book.lost {
        Some(lost) if lost > 0 => format!(" ?{lost}"),
        _ => String::new(),
    };
    let notes = if book.notes > 0 { format!("●{}{lost}", book.notes) } else { String::new() };
    let state = match (catalogue::is_open(model, book), book.missing, &book.origin) {
        (true, ..) => Some((Navigation::OpenHere, Role::Good)),
        (_, true, _) => Some((Navigation::Missing, Role::Warning)),
        (_, _, None) => Some((Navigation::FromPipe, Role::Chrome)),
        _ => None,
    };
    let wide = line.left() >= 92;
    let tail = 7 + 9 + if medium { 12 } else { 0 } + if wide { 34 } else { 0 };
    let title = line.left().saturating_sub(tail);
    let mut name = book.title.clone();
    if let Some((word, _)) = state.filter(|_| !wide) {
        let word = format!(" ({})", word.say(lang));
        name = super::card::cut(&name, title.saturating_sub(width(&word) + 1)) + &word;
    }
    let role = if book.missing && !chosen { Role::Chrome } else { words(chosen) };
    line.column(&name, role, title);
    line.column(&format!(" {share:>5} "), Role::Chrome, 7);
    line.column(&notes, Role::Text, 9);
    if medium {
        line.column(&book.day, Role::Chrome, 12);
    }
    if wide {
        let room = match state {
            Some((word, role)) => {
                line.put(&format!("{} ", word.say(lang)), role);
                line.left()
            }
            None => line.left(),
        };
        line.put(&cut_front(&book.source, room), Role::Chrome);
    }
}
