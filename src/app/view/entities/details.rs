//! One entity: its names, its mentions in context, who and what is near it, what it says.

use super::listed;
use crate::app::view::line::{Line, bar, breadth};
use crate::app::view::parts::{Input, kind_name, theme_role};
use crate::app::view::{ListRow, Piece, Role, context};
use crate::mark::Entity;
use crate::text::Span;
use crate::words::views::{Label, counted};
use std::collections::BTreeMap;

/// The card of the chosen entity in at most `height` rows: names above, mentions in the middle (those around the
/// chosen one where there is no room for all), neighbours below. Where rows are few the mentions come first.
#[must_use]
pub fn details(input: &Input, width: u16, height: u16) -> Vec<ListRow> {
    let Some(index) = chosen(input) else { return Vec::new() };
    let (columns, height) = (usize::from(width), usize::from(height));
    let entity = &input.analysis.entities[index];
    let mut head = names(input, entity, columns);
    head.truncate(height.saturating_sub(1).max(1).min(height));
    let mut tail = neighbours(input, index, columns);
    tail.truncate(height.saturating_sub(head.len() + 4));
    if !tail.is_empty() {
        tail.insert(0, Vec::new());
    }
    let room = height.saturating_sub(head.len() + tail.len());
    let mentions = context::window(entity.mentions.len(), input.list.detail, room)
        .map(|mention| context::row(input, entity.mentions[mention], mention, columns));
    let plain = |pieces| ListRow { pieces, ..ListRow::default() };
    head.into_iter().map(plain).chain(mentions).chain(tail.into_iter().map(plain)).collect()
}

/// The mentions of the chosen entity.
#[must_use]
pub fn passages(input: &Input) -> Vec<Span> {
    chosen(input).map(|index| input.analysis.entities[index].mentions.clone()).unwrap_or_default()
}

fn chosen(input: &Input) -> Option<usize> {
    listed(input).get(input.list.chosen).copied()
}

fn names(input: &Input, entity: &Entity, columns: usize) -> Vec<Vec<Piece>> {
    let lang = input.lang;
    let mut line = Line::new(columns);
    let count = counted(entity.mentions.len(), Label::Mention, Label::Mentions, lang);
    line.put(" ", Role::Text).put(&entity.name, Role::Entity(entity.kind));
    line.put(&format!(" — {} · {count}", kind_name(entity.kind).say(lang)), Role::Chrome);
    let mut rows = vec![line.done()];
    if !entity.aliases.is_empty() {
        line.put(&format!(" {} ", Label::Alias.say(lang)), Role::Chrome);
        rows.push(line.put(&entity.aliases.join(", "), Role::Text).done());
    }
    rows
}

/// Who stands in the same paragraphs, which themes, and how many quotations are its own.
fn neighbours(input: &Input, index: usize, columns: usize) -> Vec<Vec<Piece>> {
    let (document, analysis, lang) = (input.document, input.analysis, input.lang);
    let entity = &analysis.entities[index];
    let (mut seen_with, mut themes) = (BTreeMap::<usize, usize>::new(), BTreeMap::<usize, usize>::new());
    let mut blocks: Vec<usize> =
        entity.mentions.iter().filter_map(|mention| document.block_at(mention.start())).collect();
    blocks.dedup();
    for block in blocks.into_iter().map(|block| document.blocks()[block].span) {
        let mut others: Vec<usize> = analysis
            .mentions
            .touching(block)
            .filter(|(_, mention)| mention.entity != index && !mention.kind.is_landmark())
            .map(|(_, mention)| mention.entity)
            .collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().for_each(|other| *seen_with.entry(other).or_default() += 1);
        for (_, hit) in analysis.themes.touching(block).filter(|(_, hit)| hit.theme < input.themes.len()) {
            *themes.entry(hit.theme).or_default() += 1;
        }
    }
    let mut rows = Vec::new();
    let others = most_first(seen_with).into_iter().map(|(other, count)| {
        let other = &analysis.entities[other];
        vec![Piece::new(&other.name, Role::Entity(other.kind)), Piece::new(format!(" {count}"), Role::Chrome)]
    });
    rows.extend(list(Label::SeenWith.say(lang), " · ", others, columns));
    let themes = most_first(themes);
    let most = themes.first().map_or(0, |&(_, count)| count);
    let themes = themes.into_iter().map(|(theme, count)| {
        let label = format!("{} ", input.themes[theme].label);
        vec![Piece::new(label, Role::Text), Piece::new(bar(count, most, 3), theme_role(theme))]
    });
    rows.extend(list(Label::ThemesAround.say(lang), "  ", themes, columns));
    let speaks = |name: &Option<String>| name.as_ref() == Some(&entity.name);
    let spoken = analysis.quotations.items().iter();
    let spoken =
        spoken.filter(|quotation| quotation.speaker.as_ref().is_some_and(|speaker| speaks(&speaker.name)));
    let count = spoken.count();
    if count > 0 {
        let count = counted(count, Label::Quotation, Label::Quotations, lang);
        let mut line = Line::new(columns);
        line.put(&format!(" {} ", Label::Speech.say(lang)), Role::Chrome);
        rows.push(line.put(&count, Role::Text).done());
    }
    rows
}

fn most_first(counts: BTreeMap<usize, usize>) -> Vec<(usize, usize)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}

/// One row of `entries` after a label: as many as fit whole, the first one in any case. No entry gives no row.
fn list(
    label: &str,
    between: &str,
    mut entries: impl Iterator<Item = Vec<Piece>>,
    columns: usize,
) -> Option<Vec<Piece>> {
    let first = entries.next()?;
    let mut line = Line::new(columns);
    line.put(&format!(" {label} "), Role::Chrome);
    if !line.fit(&first) {
        first.iter().for_each(|piece| {
            line.put(&piece.text, piece.role);
        });
    }
    for entry in entries {
        if between.chars().count() + breadth(&entry) > line.left() {
            break;
        }
        line.put(between, Role::Chrome).fit(&entry);
    }
    Some(line.done())
}
