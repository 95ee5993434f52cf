//! The notebook: the annotations, each with its passage, its note and its tags.

#[cfg(test)]
mod tests;

use super::filter::Filter;
use super::line::{Line, breadth, cut_quotation};
use super::parts::{self, Input, Item, Outline, Subject, pen_name, worded};
use super::{ListRow, Piece, Role, card};
use crate::mark::{Deleted, Nearest, Note, Placement};
use crate::words::notebook::Notebook;
use crate::words::views::{Label, Order, Title, percent, quoted};
use std::cmp::Reverse;

/// The orders of the annotations; in each those whose passage is not found come last.
pub const ORDERS: [Order; 3] = [Order::Position, Order::Date, Order::Pen];

enum Shape<'a> {
    Passage(&'a Note),
    Body(&'a Note),
    /// The headings that the lost passage stood under.
    Headings(&'a Note),
    /// The place most like the lost passage that is chosen.
    Nearest(Option<Nearest>),
    /// The heading of the deleted annotations; how many there are.
    AllDeleted(usize),
    Deleted(&'a Deleted),
}

/// The annotations that answer the filter, and the deleted ones where they are unfolded.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    let mut items: Vec<Item> = listed(input).into_iter().map(item).collect();
    items.extend(deleted_items(input, &deleted(input)));
    items
}

/// The list: a row for the passage, below it a row for the note where there is one; of a lost passage, where it stood
/// and, where it is chosen, where it might be. The deleted annotations are folded at the end.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let (notes, deleted) = (listed(input), deleted(input));
    if notes.is_empty() && deleted.is_empty() {
        return vec![parts::nothing(input, Label::NoNotes)];
    }
    let mut items: Vec<Item> = notes.iter().copied().map(item).collect();
    let mut outline = Vec::with_capacity(notes.len() * 2);
    for (index, note) in notes.into_iter().enumerate() {
        let mut push = |shape| outline.push(Outline { shape, item: Some(index) });
        push(Shape::Passage(note));
        if has_second_row(note) {
            push(Shape::Body(note));
        }
        if note.span().is_none() && !note.anchor.headings.is_empty() {
            push(Shape::Headings(note));
        }
        let looked = input.nearest.filter(|&(id, _)| id == note.id && index == input.list.chosen);
        if let Some((_, nearest)) = looked.filter(|_| note.span().is_none()) {
            push(Shape::Nearest(nearest));
        }
    }
    for (place, item) in deleted_items(input, &deleted).into_iter().enumerate() {
        let shape = match place {
            0 => Shape::AllDeleted(deleted.len()),
            place => Shape::Deleted(deleted[place - 1]),
        };
        outline.push(Outline { shape, item: Some(items.len()) });
        items.push(item);
    }
    worded(input, &items, outline, |shape, item| match *shape {
        Shape::Passage(note) => passage(input, note, item),
        Shape::Body(note) => body(input, note),
        Shape::Headings(note) => headings(input, note),
        Shape::Nearest(nearest) => nearest_row(input, nearest),
        Shape::AllDeleted(count) => deleted_heading(input, count, item),
        Shape::Deleted(deleted) => deleted_row(input, deleted, item),
    })
}

/// `Carnet · 4 sur 12 · tri : position · filtre : #climat`
#[must_use]
pub fn title(input: &Input) -> Vec<Piece> {
    parts::title(input, Title::Notebook, listed(input).len(), input.notes.len(), &ORDERS)
}

fn listed<'a>(input: &Input<'a>) -> Vec<&'a Note> {
    let filter = Filter::parse(&input.list.filter);
    let is_listed = |note: &&Note| !filter.is_for_deleted() && filter.note(note);
    let mut notes: Vec<&Note> = input.notes.in_reading_order().filter(is_listed).collect();
    match input.order(&ORDERS) {
        Order::Date => notes.sort_by_key(|note| (note.span().is_none(), Reverse(note.changed))),
        Order::Pen => notes.sort_by_key(|note| (note.span().is_none(), note.pen)),
        // They come in reading order, the lost ones last.
        _ => {}
    }
    notes
}

/// The deleted annotations that answer the filter, the last that was deleted first.
fn deleted<'a>(input: &Input<'a>) -> Vec<&'a Deleted> {
    let filter = Filter::parse(&input.list.filter);
    let is_listed = |deleted: &&Deleted| !filter.is_for_lost() && filter.note(&deleted.note);
    let mut deleted: Vec<_> = input.notes.deleted().filter(is_listed).collect();
    deleted.sort_by_key(|deleted| Reverse(deleted.at));
    deleted
}

/// Whether the deleted annotations are shown: unfolded, or asked for by the filter.
fn shows_deleted(input: &Input) -> bool {
    input.list.unfolded || Filter::parse(&input.list.filter).is_for_deleted()
}

/// The heading of the deleted annotations, where there are some, and they themselves where it is unfolded.
fn deleted_items(input: &Input, deleted: &[&Deleted]) -> Vec<Item> {
    let heading = (!deleted.is_empty()).then_some(Subject::DeletedNotes);
    let shown = if shows_deleted(input) { deleted } else { &[] };
    let subjects = heading.into_iter().chain(shown.iter().map(|deleted| Subject::Deleted(deleted.note.id)));
    subjects.map(|subject| Item { subject, target: None }).collect()
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
        None if note.placement == Placement::Pending => Piece::new("…", Role::Chrome),
        None => Piece::new("?", Role::Warning),
        Some(_) if note.placement.is_doubtful() => Piece::new("≈", Role::Warning),
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
        None if note.placement == Placement::Pending => {
            line.column(Notebook::Sought.say(lang), Role::Chrome, place)
        }
        None => line.column(Label::Lost.say(lang), Role::Warning, place),
    };
    line.put(" ", Role::Text);
    let mut tail = match note.placement {
        Placement::Pending => Vec::new(),
        Placement::Orphan => vec![Piece::new(Label::TextChanged.say(lang), Role::Warning)],
        Placement::Ambiguous => vec![Piece::new(Label::SeveralPlaces.say(lang), Role::Warning)],
        Placement::Approximate(_) => vec![Piece::new(Label::Reworded.say(lang), Role::Warning)],
        Placement::Changed(_) => vec![Piece::new(Label::ChangedHere.say(lang), Role::Warning)],
        Placement::Exact(_) | Placement::Moved(_) if has_second_row(note) => Vec::new(),
        Placement::Exact(_) | Placement::Moved(_) => tags(note, line.left() / 2),
    };
    if let Some(versions) = card::versions(note, lang) {
        if !tail.is_empty() {
            tail.push(Piece::new(" · ", Role::Chrome));
        }
        tail.push(Piece::new(versions, Role::Warning));
    }
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

/// `Discours › Mardi`: what a lost passage stood under.
fn headings(input: &Input, note: &Note) -> Vec<Piece> {
    let mut line = Line::new(input.columns());
    line.to(6 + place_columns(input)).put(&note.anchor.headings.join(" › "), Role::Chrome).done()
}

/// `meilleure hypothèse §11 (82 %) « … »`, or that nothing is like the passage.
fn nearest_row(input: &Input, nearest: Option<Nearest>) -> Vec<Piece> {
    let lang = input.lang;
    let mut line = Line::new(input.columns());
    line.to(6 + place_columns(input));
    let Some(nearest) = nearest else {
        return line.put(Notebook::NothingAlike.say(lang), Role::Chrome).done();
    };
    let paragraph = format!("§{}", input.paragraph(nearest.span.start()));
    if nearest.span.is_empty() {
        let stood = format!("{} {paragraph}", Notebook::StoodHere.say(lang));
        return line.put(&stood, Role::Key).done();
    }
    let place = format!("{paragraph} ({})", percent(nearest.likeness.into(), lang));
    let long = Notebook::Nearest.say(lang);
    let guess = if line.left() < 48 { Notebook::NearestShort.say(lang) } else { long };
    line.put(&format!("{guess} {place} "), Role::Key);
    let words = input.document.slice(nearest.span).replace('\n', " ");
    let room = line.left();
    line.put(&cut_quotation(&quoted(&words, lang), room), Role::Text).done()
}

/// `supprimées (2)`, with a sign that says whether they are shown.
fn deleted_heading(input: &Input, count: usize, item: Option<usize>) -> Vec<Piece> {
    let sign = if shows_deleted(input) { "▾ " } else { "▹ " };
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(item.map_or(" ", |item| input.marker(item)), Role::Chosen);
    line.put(" ", Role::Text).put(sign, Role::Chrome);
    line.put(&format!("{} ({count})", Notebook::Deleted.say(input.lang)), Role::Chrome).done()
}

/// The day on which an annotation was deleted, its passage, and the first words of its note.
fn deleted_row(input: &Input, deleted: &Deleted, item: Option<usize>) -> Vec<Piece> {
    let note = &deleted.note;
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(item.map_or(" ", |item| input.marker(item)), Role::Chosen);
    line.put(&format!("   {} ", deleted.at.strftime("%Y-%m-%d")), Role::Chrome);
    let first = note.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let body = Piece::new(cut_quotation(first, line.left() / 2), Role::Text);
    let tail = if first.is_empty() { tags(note, line.left() / 2) } else { vec![body] };
    put_before(&mut line, &quoted(&note.anchor.quote, input.lang), Role::Gone, &tail);
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
