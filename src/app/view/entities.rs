//! Who and what is named, by kind, each with how often and where in the article.

mod details;
#[cfg(test)]
mod tests;

pub use details::{details, passages};

use super::filter::Filter;
use super::line::{Line, heat};
use super::parts::{self, Cells, Input, Item, Outline, Subject, worded};
use super::{ListRow, Piece, Role};
use crate::mark::{Entity, EntityKind};
use crate::text::find::fold;
use crate::words::views::{Group, Label, Order, Title};

/// The orders inside each kind.
pub const ORDERS: [Order; 3] = [Order::Frequency, Order::Name, Order::FirstMention];

enum Shape {
    Heading(Group, usize),
    Entity(usize),
}

/// The entities that answer the filter: kind by kind, dates and amounts last, in the order asked for.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    listed(input).into_iter().map(|index| item(input, index)).collect()
}

/// The list: a heading for each kind, below it a row for each entity.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let listed = listed(input);
    if listed.is_empty() {
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
    worded(input, &items, outline, |shape, item| match *shape {
        Shape::Heading(group, count) => heading(input, group, count),
        Shape::Entity(index) => row(input, &entities[index], item),
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
        .put(" ", Role::Text);
    line.column(&entity.name, role, (input.columns() * 4 / 9).clamp(8, 30));
    line.put(&format!("{:>4}  ", entity.mentions.len()), Role::Chrome);
    let cells = Cells::new(input.document, line.left());
    let counts = cells.counts(entity.mentions.iter().map(|mention| input.paragraph(mention.start())));
    // At least three to the full height, so that a name said once nowhere looks like a wall.
    let max = counts.iter().copied().max().unwrap_or(0).max(3);
    let spark: String = counts.iter().map(|&count| heat(count, max)).collect();
    line.put(&spark, role).done()
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
