//! Who and what is named, by kind, each with how often and where in the article.

mod details;
#[cfg(test)]
mod tests;

pub use details::{details, passages};

use super::filter::Filter;
use super::line::{Line, heat};
use super::parts::{self, Cells, Input, Item, Outline, Subject, worded};
use super::{ListRow, Piece, Role};
use crate::mark::{Entity, EntityKind, Naming};
use crate::text::find::fold;
use crate::words::views::{Group, Label, Order, Title};

/// The orders inside each kind.
pub const ORDERS: [Order; 3] = [Order::Frequency, Order::Name, Order::FirstMention];

enum Shape {
    Heading(Group, usize),
    Entity(usize),
    /// How many names the person hid.
    HiddenNames(usize),
    /// One of them, by index.
    Hidden(usize),
}

/// The entities that answer the filter: kind by kind, dates and amounts last, in the order asked for.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    let mut items: Vec<Item> = listed(input).into_iter().map(|index| item(input, index)).collect();
    items.extend(hidden_items(input, &hidden(input)));
    items
}

/// The list: a heading for each kind, below it a row for each entity.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let (listed, hidden) = (listed(input), hidden(input));
    if listed.is_empty() && hidden.is_empty() {
        return vec![parts::nothing(input, Label::NoEntities)];
    }
    let entities = &input.analysis.entities;
    let group_of = |index: usize| group(entities[index].kind);
    let mut outline: Vec<Outline<Shape>> = Vec::with_capacity(listed.len() + 9);
    let mut items = Vec::with_capacity(listed.len());
    for run in listed.chunk_by(|&one, &next| group_of(one) == group_of(next)) {
        outline.push(Outline { shape: Shape::Heading(group_of(run[0]), run.len()), item: None });
        for &index in run {
            outline.push(Outline { shape: Shape::Entity(index), item: Some(items.len()) });
            items.push(item(input, index));
        }
    }
    for item in hidden_items(input, &hidden) {
        let shape = match items.len() - listed.len() {
            0 => Shape::HiddenNames(hidden.len()),
            place => Shape::Hidden(place - 1),
        };
        outline.push(Outline { shape, item: Some(items.len()) });
        items.push(item);
    }
    worded(input, &items, outline, |shape, item| match *shape {
        Shape::Heading(group, count) => heading(input, group, count),
        Shape::Entity(index) => row(input, &entities[index], item),
        Shape::HiddenNames(count) => hidden_heading(input, count, item),
        Shape::Hidden(place) => hidden_row(input, &hidden[place], item),
    })
}

/// `Entités (8) · tri : fréquence · filtre :`
#[must_use]
pub fn title(input: &Input) -> Vec<Piece> {
    let shown = listed(input).len();
    parts::title(input, Title::Entities, shown, input.analysis.entities.len(), &ORDERS)
}

/// Indices of the entities shown, in the order shown.
fn listed(input: &Input) -> Vec<usize> {
    let filter = Filter::parse(&input.list.filter);
    let entities = &input.analysis.entities;
    let mut listed: Vec<usize> =
        (0..entities.len()).filter(|&index| filter.entity(&entities[index], input.notes)).collect();
    let first = |index: usize| entities[index].mentions.first().map_or(usize::MAX, |span| span.start());
    match input.order(&ORDERS) {
        Order::Name => listed.sort_by_cached_key(|&index| fold(&entities[index].name)),
        Order::FirstMention => listed.sort_by_key(|&index| first(index)),
        // Analysis gives them most mentioned first.
        _ => {}
    }
    listed.sort_by_key(|&index| group(entities[index].kind));
    listed
}

/// The names that the person hid and that answer the filter, by name.
fn hidden(input: &Input) -> Vec<String> {
    let filter = Filter::parse(&input.list.filter);
    let kinds = input.notes.corrections().kinds();
    let hidden = kinds.filter(|(_, naming)| *naming == Naming::Nothing).map(|(words, _)| words);
    let mut hidden: Vec<String> = hidden.filter(|name| filter.name(name)).map(str::to_owned).collect();
    hidden.sort_by_cached_key(|name| fold(name));
    hidden
}

/// The heading of the hidden names, where there are some, and they themselves where it is unfolded.
fn hidden_items(input: &Input, hidden: &[String]) -> Vec<Item> {
    let heading = (!hidden.is_empty()).then_some(Subject::HiddenNames);
    let shown = if input.list.unfolded { hidden } else { &[] };
    let subjects = heading.into_iter().chain(shown.iter().cloned().map(Subject::Hidden));
    subjects.map(|subject| Item { subject, target: None }).collect()
}

/// Whether the person gave the entity its name or its kind.
pub(in crate::app::view) fn is_corrected(input: &Input, entity: &Entity) -> bool {
    let corrections = input.notes.corrections();
    let is_named = || {
        let mut found = input.found.entities.iter().filter(|found| found.name != entity.name);
        found.any(|found| corrections.name_of(&found.name) == entity.name)
    };
    corrections.kind_of(&entity.name).is_some() || (corrections.names().next().is_some() && is_named())
}

fn item(input: &Input, index: usize) -> Item {
    let target = input.analysis.entities[index].mentions.first().copied();
    Item { subject: Subject::Entity(index), target }
}

fn heading(input: &Input, group: Group, count: usize) -> Vec<Piece> {
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(group.say(input.lang), Role::Heading);
    line.put(&format!(" {count} "), Role::Chrome);
    line.put(&"─".repeat(line.left()), Role::Chrome).done()
}

fn row(input: &Input, entity: &Entity, item: Option<usize>) -> Vec<Piece> {
    let role = Role::Entity(entity.kind);
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text)
        .put(item.map_or(" ", |item| input.marker(item)), Role::Chosen)
        .put(input.corrected(is_corrected(input, entity)), Role::Chrome);
    line.column(&entity.name, role, (input.columns() * 4 / 9).clamp(8, 30));
    line.put(&format!("{:>4}  ", entity.mentions.len()), Role::Chrome);
    let cells = Cells::new(input.document, line.left());
    let counts = cells.counts(entity.mentions.iter().map(|mention| input.paragraph(mention.start())));
    // At least three to the full height, so that a name said once nowhere looks like a wall.
    let max = counts.iter().copied().max().unwrap_or(0).max(3);
    let spark: String = counts.iter().map(|&count| heat(count, max)).collect();
    line.put(&spark, role).done()
}

/// `masqués (2)`, with a sign that says whether they are shown.
fn hidden_heading(input: &Input, count: usize, item: Option<usize>) -> Vec<Piece> {
    let sign = if input.list.unfolded { "▾ " } else { "▹ " };
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(item.map_or(" ", |item| input.marker(item)), Role::Chosen);
    line.put(" ", Role::Text).put(sign, Role::Chrome);
    line.put(&format!("{} ({count})", Label::Hidden.say(input.lang)), Role::Chrome).done()
}

fn hidden_row(input: &Input, name: &str, item: Option<usize>) -> Vec<Piece> {
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(item.map_or(" ", |item| input.marker(item)), Role::Chosen);
    line.put(input.corrected(true), Role::Chrome).put("  ", Role::Text).put(name, Role::Gone).done()
}

fn group(kind: EntityKind) -> Group {
    match kind {
        EntityKind::Person => Group::Persons,
        EntityKind::Organisation => Group::Organisations,
        EntityKind::Place => Group::Places,
        EntityKind::Event => Group::Events,
        EntityKind::Law => Group::Laws,
        EntityKind::Work => Group::Works,
        EntityKind::Product => Group::Products,
        EntityKind::Other => Group::Others,
        EntityKind::Date | EntityKind::Amount => Group::Landmarks,
    }
}
