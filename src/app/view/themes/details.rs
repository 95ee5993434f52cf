//! One theme: the words that trigger it, and its passages in context.

use super::{hits, listed};
use crate::app::view::line::Line;
use crate::app::view::parts::{Input, theme_role};
use crate::app::view::{ListRow, Piece, Role, context};
use crate::text::Span;
use crate::text::find::fold;
use crate::words::views::{Label, colon, quoted};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The words and passages of the chosen theme in at most `height` rows, those around the chosen passage first of all.
#[must_use]
pub fn details(input: &Input, width: u16, height: u16) -> Vec<ListRow> {
    let Some(theme) = chosen(input) else { return Vec::new() };
    let (columns, height) = (usize::from(width), usize::from(height));
    let passages = hits(input, theme);
    if height == 0 {
        return Vec::new();
    }
    let head = ListRow { pieces: words(input, theme, &passages, columns), ..ListRow::default() };
    let shown = context::window(passages.len(), input.list.detail, height - 1)
        .map(|index| context::row(input, passages[index], index, columns));
    std::iter::once(head).chain(shown).collect()
}

/// The passages of the chosen theme.
#[must_use]
pub fn passages(input: &Input) -> Vec<Span> {
    chosen(input).map(|theme| hits(input, theme)).unwrap_or_default()
}

/// The passage chosen in the details.
pub(super) fn focus(input: &Input) -> Option<Span> {
    passages(input).get(input.list.detail).copied()
}

fn chosen(input: &Input) -> Option<usize> {
    listed(input).get(input.list.chosen).copied()
}

/// `Mots qui déclenchent « commerce » : marchands 5, maraîcher 3, …`: as many as fit, most used first.
fn words(input: &Input, theme: usize, passages: &[Span], columns: usize) -> Vec<Piece> {
    let lang = input.lang;
    let mut found: HashMap<String, (usize, usize)> = HashMap::new();
    for (index, passage) in passages.iter().enumerate() {
        found.entry(fold(input.document.slice(*passage))).or_insert((0, index)).0 += 1;
    }
    let mut found: Vec<(usize, usize)> = found.into_values().collect();
    found.sort_by_key(|&(count, first)| (Reverse(count), first));
    let mut line = Line::new(columns);
    line.put(&format!(" {} ", Label::Triggers.say(lang)), Role::Chrome);
    line.put(&quoted(&input.themes[theme].label, lang), theme_role(theme)).put(colon(lang), Role::Chrome);
    if found.is_empty() {
        line.put(&format!(" {}", Label::NoPassage.say(lang)), Role::Chrome);
    }
    for (place, &(count, first)) in found.iter().enumerate() {
        let surface = input.document.slice(passages[first]).to_lowercase();
        let entry = [
            Piece::new(if place == 0 { " " } else { ", " }, Role::Chrome),
            Piece::new(surface, Role::Text),
            Piece::new(format!(" {count}"), Role::Chrome),
        ];
        if !line.fit(&entry) {
            line.put(" …", Role::Chrome);
            break;
        }
    }
    line.done()
}
