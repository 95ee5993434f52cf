//! The notebook: the annotations, each with its passage, its note and its tags.

#[cfg(test)]
mod tests;

use super::filter::Filter;
use super::line::{Line, breadth, cut_quotation};
use super::parts::{self, Input, Item, Outline, Subject, pen_name, worded};
use super::{ListRow, Piece, Role};
use crate::mark::{Note, Placement};
use crate::words::views::{Label, Order, Title, quoted};
use std::cmp::Reverse;

/// The orders of the annotations; in each those whose passage is not found come last.
pub const ORDERS: [Order; 3] = [Order::Position, Order::Date, Order::Pen];

enum Shape<'a> {
    Passage(&'a Note),
    Body(&'a Note),
}

/// The annotations that answer the filter.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    listed(input).into_iter().map(item).collect()
}

/// The list: a row for the passage, below it a row for the note where there is one.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let notes = listed(input);
    if notes.is_empty() {
        return vec![parts::nothing(input, Label::NoNotes)];
    }
    let items: Vec<Item> = notes.iter().copied().map(item).collect();
    let mut outline = Vec::with_capacity(notes.len() * 2);
    for (index, note) in notes.into_iter().enumerate() {
        outline.push(Outline { shape: Shape::Passage(note), item: Some(index) });
        if has_second_row(note) {
            outline.push(Outline { shape: Shape::Body(note), item: Some(index) });
        }
    }
    worded(input, &items, outline, |shape, item| match *shape {
        Shape::Passage(note) => passage(input, note, item),
        Shape::Body(note) => body(input, note),
    })
}

/// `Carnet · 4 sur 12 · tri : position · filtre : #climat`
#[must_use]
pub fn title(input: &Input) -> Vec<Piece> {
    parts::title(input, Title::Notebook, listed(input).len(), input.notes.len(), &ORDERS)
}

fn listed<'a>(input: &Input<'a>) -> Vec<&'a Note> {
    let filter = Filter::parse(&input.list.filter);
    let mut notes: Vec<&Note> = input.notes.in_reading_order().filter(|note| filter.note(note)).collect();
    match input.order(&ORDERS) {
        Order::Date => notes.sort_by_key(|note| (note.span().is_none(), Reverse(note.changed))),
        Order::Pen => notes.sort_by_key(|note| (note.span().is_none(), note.pen)),
        // They come in reading order, the lost ones last.
        _ => {}
    }
    notes
}

fn item(note: &Note) -> Item {
    Item { subject: Subject::Note(note.id), target: note.span() }
}

/// A bare highlight that is in its place says all in one row.
fn has_second_row(note: &Note) -> bool {
    note.has_body() || (note.span().is_none() && !note.tags.is_empty())
}

/// `▸ ● §4  bleu   « … »`, with the tags where no second row holds them, or with what became of the passage.
fn passage(input: &Input, note: &Note, item: Option<usize>) -> Vec<Piece> {
    let lang = input.lang;
    let sign = match note.span() {
        None => Piece::new("?", Role::Warning),
        Some(_) if note.has_body() => Piece::new("●", Role::Pen(note.pen)),
        Some(_) => Piece::new("◆", Role::Pen(note.pen)),
    };
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text)
        .put(item.map_or(" ", |item| input.marker(item)), Role::Chosen)
        .put(" ", Role::Text);
    line.put(&sign.text, sign.role).put(" ", Role::Text);
    let place = place_columns(input);
    match note.span() {
        Some(span) => {
            let number = format!("§{}", input.paragraph(span.start()));
            line.column(&number, Role::Chrome, input.number_columns() + 1);
            line.column(pen_name(note.pen).say(lang), Role::Pen(note.pen), place - input.number_columns() - 1)
        }
        None => line.column(Label::Lost.say(lang), Role::Warning, place),
    };
    line.put(" ", Role::Text);
    let tail = match note.placement {
        Placement::Orphan => vec![Piece::new(Label::TextChanged.say(lang), Role::Warning)],
        Placement::Ambiguous => vec![Piece::new(Label::SeveralPlaces.say(lang), Role::Warning)],
        Placement::Approximate(_) => vec![Piece::new(Label::Reworded.say(lang), Role::Warning)],
        Placement::Changed(_) => vec![Piece::new(Label::ChangedHere.say(lang), Role::Warning)],
        Placement::Exact(_) | Placement::Moved(_) if has_second_row(note) => Vec::new(),
        Placement::Exact(_) | Placement::Moved(_) => tags(note, line.left() / 2),
    };
    put_before(&mut line, &quoted(&note.anchor.quote, lang), Role::Text, &tail);
    line.done()
}

/// The first line of the note, with the tags.
fn body(input: &Input, note: &Note) -> Vec<Piece> {
    let mut line = Line::new(input.columns());
    line.to(6 + place_columns(input));
    let tags = tags(note, line.left() / 2);
    let mut lines = note.body.lines().filter(|line| !line.trim().is_empty());
    let mut first = lines.next().unwrap_or_default().trim().to_owned();
    if lines.next().is_some() {
        first.push_str(" …");
    }
    put_before(&mut line, &first, Role::Text, &tags);
    line.done()
}

/// Puts `text` cut so that `tail` stands whole at the right end.
fn put_before(line: &mut Line, text: &str, role: Role, tail: &[Piece]) {
    let columns = breadth(tail);
    let room = line.left().saturating_sub(if columns > 0 { columns + 2 } else { 0 });
    line.put(&cut_quotation(text, room), role);
    line.right(tail);
}

/// The tags that fit in `columns`, each whole; `…` for those that do not.
fn tags(note: &Note, columns: usize) -> Vec<Piece> {
    let mut line = Line::new(columns);
    for (index, tag) in note.tags.iter().enumerate() {
        let space = if index > 0 { " " } else { "" };
        if !line.fit(&[Piece::new(format!("{space}#{tag}"), Role::Tag)]) {
            line.put(" …", Role::Chrome);
            break;
        }
    }
    line.done()
}

/// Columns of the paragraph and the pen together.
fn place_columns(input: &Input) -> usize {
    // `jaune` and `yellow` are the longest names of pens.
    input.number_columns() + 1 + input.lang.pick(5, 6)
}
