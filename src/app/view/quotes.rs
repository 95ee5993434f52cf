//! Who says what: quotations by speaker, with the words that report them and how much each one speaks.

pub(super) mod row;
pub(in crate::app) mod speakers;
#[cfg(test)]
mod tests;

use super::filter::Filter;
use super::parts::{self, Input, Item, Outline, Subject, worded};
use super::{ListRow, Piece};
use crate::words::views::{Label, Order, Title};
use row::Columns;
use speakers::{Group, Who, groups, who};

/// By speaker, who says most first; or in reading order, without headings.
pub const ORDERS: [Order; 2] = [Order::Speech, Order::Reading];

/// A quotation that is chosen unfolds over so many rows.
const UNFOLDED: usize = 3;

enum Shape {
    /// A speaker, by index of the group.
    Speaker(usize),
    /// A quotation, by index.
    Quotation(usize),
    /// A further line of the quotation that is chosen.
    More(String),
    Blank,
    SpeakingTime,
}

/// The speakers that have a quotation that answers the filter, each before its quotations.
#[must_use]
pub fn items(input: &Input) -> Vec<Item> {
    listed(input, &groups(input.document, input.analysis)).into_iter().map(|(item, _)| item).collect()
}

/// The list: speakers, quotations (the chosen one over up to three rows), at last the share of each speaker.
#[must_use]
pub fn rows(input: &Input) -> Vec<ListRow> {
    let groups = groups(input.document, input.analysis);
    let (items, subjects): (Vec<Item>, Vec<usize>) = listed(input, &groups).into_iter().unzip();
    if items.is_empty() {
        return vec![parts::nothing(input, Label::NoQuotations)];
    }
    let columns = Columns::new(input);
    let mut outline: Vec<Outline<Shape>> = Vec::with_capacity(items.len() + UNFOLDED + 1);
    let mut first_line = String::new();
    for (item, (listed, &index)) in items.iter().zip(&subjects).enumerate() {
        let is_quotation = matches!(listed.subject, Subject::Quotation(_));
        let shape = if is_quotation { Shape::Quotation(index) } else { Shape::Speaker(index) };
        outline.push(Outline { shape, item: Some(item) });
        if is_quotation && item == input.list.chosen {
            let mut lines = columns.unfold(input, index, UNFOLDED).into_iter();
            first_line = lines.next().unwrap_or_default();
            outline.extend(lines.map(|line| Outline { shape: Shape::More(line), item: Some(item) }));
        }
    }
    outline.push(Outline { shape: Shape::Blank, item: None });
    outline.push(Outline { shape: Shape::SpeakingTime, item: None });
    let total: usize = groups.iter().filter(|group| group.who != Who::Nobody).map(|group| group.words).sum();
    worded(input, &items, outline, |shape, item| match shape {
        Shape::Speaker(group) => row::speaker(input, &groups[*group], total, item),
        Shape::Quotation(index) => {
            let unfolded = item.filter(|&item| item == input.list.chosen).map(|_| first_line.as_str());
            columns.quotation(input, *index, unfolded, item)
        }
        Shape::More(line) => columns.more(input, line),
        Shape::Blank => Vec::new(),
        Shape::SpeakingTime => row::speaking_time(input, &groups, total),
    })
}

/// `Qui dit quoi (7) · tri : temps de parole · filtre :`
#[must_use]
pub fn title(input: &Input) -> Vec<Piece> {
    let all = input.analysis.quotations.items().len();
    let filter = Filter::parse(&input.list.filter);
    let shown = (0..all).filter(|&index| answers(input, &filter, index)).count();
    parts::title(input, Title::Quotes, shown, all, &ORDERS)
}

/// What is listed, each with its index: of the group for a speaker, of the quotation for a quotation.
fn listed(input: &Input, groups: &[Group]) -> Vec<(Item, usize)> {
    let filter = Filter::parse(&input.list.filter);
    let quotations = input.analysis.quotations.items();
    let quotation = |index: usize| {
        let item = Item { subject: Subject::Quotation(index), target: Some(quotations[index].span) };
        (item, index)
    };
    if input.order(&ORDERS) == Order::Reading {
        return (0..quotations.len())
            .filter(|&index| answers(input, &filter, index))
            .map(quotation)
            .collect();
    }
    let mut listed = Vec::with_capacity(quotations.len() + groups.len());
    for (place, group) in groups.iter().enumerate() {
        let answering: Vec<usize> =
            group.quotations.iter().copied().filter(|&index| answers(input, &filter, index)).collect();
        let Some(&first) = answering.first() else { continue };
        let name = match &group.who {
            Who::Somebody(name) => Some(name.clone()),
            Who::NotFound | Who::Nobody => None,
        };
        let target = Some(quotations[first].span);
        listed.push((Item { subject: Subject::Speaker(name), target }, place));
        listed.extend(answering.into_iter().map(quotation));
    }
    listed
}

fn answers(input: &Input, filter: &Filter, index: usize) -> bool {
    if filter.is_empty() {
        return true;
    }
    let quotation = &input.analysis.quotations.items()[index];
    let who = who(input.document, quotation);
    let speaker = if let Who::Somebody(name) = &who { name } else { "" };
    filter.quotation(quotation, input.document.slice(quotation.span), speaker, input.notes)
}
