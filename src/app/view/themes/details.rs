//! One theme: the words that trigger it, and its passages in context.

use super::{hits, listed};
use crate::app::correcting::{self, Word};
use crate::app::view::line::Line;
use crate::app::view::parts::{Input, theme_role};
use crate::app::view::{ListRow, Piece, Role, context};
use crate::text::Span;
use crate::text::find::fold;
use crate::words::correcting::Correcting;
use crate::words::views::{Label, colon, quoted};
use std::cmp::Reverse;
use std::collections::HashMap;

/// What the details list: passages, then words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A passage, by its index among all passages of the analysis.
    Passage(usize),
    /// A word of the theme, by its index among [`words`].
    Word(usize),
}

/// The passages of the chosen theme, then its words, those that were removed last.
#[must_use]
pub fn entries(input: &Input) -> Vec<Entry> {
    let Some(theme) = chosen(input) else { return Vec::new() };
    let hits = input.analysis.themes.items().iter().enumerate();
    let passages = hits.filter(|(_, hit)| hit.theme == theme).map(|(index, _)| Entry::Passage(index));
    passages.chain((0..words_of(input, theme).len()).map(Entry::Word)).collect()
}

/// The words and passages of the chosen theme in at most `height` rows: what triggers it on one line, then the passages,
/// then a row for each word; those around the chosen one first of all.
#[must_use]
pub fn details(input: &Input, width: u16, height: u16) -> Vec<ListRow> {
    let Some(theme) = chosen(input) else { return Vec::new() };
    let (columns, height) = (usize::from(width), usize::from(height));
    if height == 0 {
        return Vec::new();
    }
    let plain = |pieces| ListRow { pieces, ..ListRow::default() };
    let (entries, words) = (entries(input), words_of(input, theme));
    let head = plain(triggers(input, theme, &hits(input, theme), columns));
    // One row more than entries: the heading of the words.
    let heading = entries.len() - words.len();
    let row_of = |entry: usize| entry + usize::from(entry >= heading);
    let rows = context::window(entries.len() + 1, row_of(input.list.detail), height - 1).map(|row| {
        let entry = match row {
            row if row == heading => return plain(words_heading(input, words.len(), columns)),
            row => row - usize::from(row > heading),
        };
        match entries[entry] {
            Entry::Passage(hit) => {
                context::row(input, input.analysis.themes.items()[hit].span, entry, columns)
            }
            Entry::Word(word) => {
                let pieces = word_row(input, &words[word], entry, columns);
                ListRow { pieces, item: Some(entry), target: None }
            }
        }
    });
    std::iter::once(head).chain(rows).collect()
}

/// The passages of the chosen theme; a word of it leads to the first that it finds.
#[must_use]
pub fn passages(input: &Input) -> Vec<Option<Span>> {
    let Some(theme) = chosen(input) else { return Vec::new() };
    let words = words_of(input, theme);
    let items = input.analysis.themes.items();
    let found_by = |word: &Word| {
        let term = input.themes[theme].terms.iter().position(|term| term.text == word.text)?;
        items.iter().find(|hit| (hit.theme, hit.term) == (theme, term)).map(|hit| hit.span)
    };
    let passage = |entry| match entry {
        Entry::Passage(hit) => Some(items[hit].span),
        Entry::Word(word) => found_by(&words[word]),
    };
    entries(input).into_iter().map(passage).collect()
}

/// The passage chosen in the details.
pub(super) fn focus(input: &Input) -> Option<Span> {
    match *entries(input).get(input.list.detail)? {
        Entry::Passage(hit) => Some(input.analysis.themes.items()[hit].span),
        Entry::Word(_) => None,
    }
}

fn chosen(input: &Input) -> Option<usize> {
    listed(input).get(input.list.chosen).copied()
}

fn words_of(input: &Input, theme: usize) -> Vec<Word> {
    correcting::words(theme, input.themes, input.analysis, input.notes.corrections())
}

/// `mots 15 ───`.
fn words_heading(input: &Input, count: usize, columns: usize) -> Vec<Piece> {
    let mut line = Line::new(columns);
    line.put(" ", Role::Text).put(Label::WordsOf.say(input.lang), Role::Heading);
    line.put(&format!(" {count} "), Role::Chrome);
    line.put(&"─".repeat(line.left()), Role::Chrome).done()
}

/// A word with how many passages it finds; one that was removed struck through.
fn word_row(input: &Input, word: &Word, entry: usize, columns: usize) -> Vec<Piece> {
    let chosen = input.list.in_details && entry == input.list.detail;
    let mut line = Line::new(columns);
    line.put(if chosen { "▸" } else { " " }, Role::Chosen);
    line.put(input.corrected(word.is_corrected), Role::Chrome);
    let (role, count) = if word.is_removed {
        (Role::Gone, Correcting::Removed.say(input.lang).to_owned())
    } else {
        (Role::Text, word.count.to_string())
    };
    line.put(&word.text, role);
    line.right(&[Piece::new(format!("{count} "), Role::Chrome)]);
    line.done()
}

/// `Mots qui déclenchent « commerce » : marchands 5, maraîcher 3, …`: as many as fit, most used first.
fn triggers(input: &Input, theme: usize, passages: &[Span], columns: usize) -> Vec<Piece> {
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
