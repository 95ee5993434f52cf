//! The contents as a list to go by: the parts of the document; where it has none, its paragraphs by their first words.

use super::model::Model;
use super::motion;
use super::reading::Ahead;
use crate::doc::{Document, Extent};
use crate::text::{Span, graphemes};

/// The longest words of a paragraph, in bytes.
const FIRST_WORDS: usize = 160;
/// The most entries made of paragraphs: a longer list is no help.
const MOST: usize = 20_000;

/// Where an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// To this byte of the text.
    At(usize),
    /// To the place of that name, which has not been read yet.
    ToCome(String),
}

/// A row of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// How deep it stands, from 0.
    pub level: u8,
    /// What it is called, on one line.
    pub title: String,
    /// Where it leads.
    pub place: Place,
}

/// The parts of the document, or where there are none beside its title the paragraphs.
#[must_use]
pub fn contents(document: &Document) -> Vec<Entry> {
    if !has_parts(document) {
        return paragraphs(document);
    }
    let known = document.outline().iter();
    let known = known.map(|entry| (entry.level, entry.title.clone(), Place::At(entry.offset)));
    let to_come = document.to_come().iter();
    let to_come = to_come.map(|part| (part.level, part.title.clone(), Place::ToCome(part.place.clone())));
    let all: Vec<(u8, String, Place)> = known.chain(to_come).collect();
    // Levels that a document does not use indent nothing.
    let mut levels: Vec<u8> = all.iter().map(|&(level, ..)| level).collect();
    levels.sort_unstable();
    levels.dedup();
    let depth = |level| u8::try_from(levels.partition_point(|&used| used < level)).unwrap_or(u8::MAX);
    all.into_iter().map(|(level, title, place)| Entry { level: depth(level), title, place }).collect()
}

/// Whether the document has parts beside its title: else the paragraphs say more.
#[must_use]
pub fn has_parts(document: &Document) -> bool {
    document.outline().iter().any(|entry| entry.level > 0) || !document.to_come().is_empty()
}

/// The paragraphs by their first words; of very many only the first.
fn paragraphs(document: &Document) -> Vec<Entry> {
    let paragraphs = document.blocks().iter().filter(|block| block.kind.is_paragraph());
    let paragraphs = paragraphs.filter(|block| !block.span.is_empty()).take(MOST);
    paragraphs
        .map(|block| {
            let text = document.slice(block.span);
            let end = graphemes::floor_boundary(text, text.len().min(FIRST_WORDS));
            let title = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
            Entry { level: 0, title, place: Place::At(block.span.start()) }
        })
        .collect()
}

/// The entry that the place at `offset` belongs to; `None` before the first.
#[must_use]
pub fn current(entries: &[Entry], offset: usize) -> Option<usize> {
    entries.iter().rposition(|entry| matches!(entry.place, Place::At(start) if start <= offset))
}

/// The part of the document one is in, where it says more than the title of the whole.
#[must_use]
pub fn chapter(model: &Model) -> Option<&str> {
    let entry = model.document.entry_at(model.reading.caret)?;
    (entry.level > 0 && entry.title != model.document.title()).then_some(&entry.title)
}

/// Goes where an entry leads. What has not been read yet is gone to when it has.
pub fn go(model: &mut Model, place: &Place) {
    match place {
        &Place::At(offset) => {
            model.reading.ahead = None;
            motion::go(model, Span::empty(offset));
        }
        Place::ToCome(name) => {
            model.reading.ahead = Some(Ahead::Part(name.clone()));
            // The rest may have come while one was choosing.
            if model.document.extent() == Extent::Whole {
                motion::go_ahead(model);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{BlockKind, Builder, Part, markdown, plain};

    fn shown(entries: &[Entry]) -> Vec<String> {
        entries.iter().map(|entry| format!("{}{}", "  ".repeat(entry.level.into()), entry.title)).collect()
    }

    #[test]
    fn headings_stand_as_deep_as_they_are_used() {
        let document = markdown::read("# Un\n\na\n\n### Deux\n\nb\n\n##### Trois\n\nc\n", "x", "");
        let entries = contents(&document);
        assert_eq!(shown(&entries), ["Un", "  Deux", "    Trois"]);
        assert_eq!(current(&entries, document.text().find('b').expect("there")), Some(1));
    }

    #[test]
    fn without_headings_the_paragraphs_stand_by_their_first_words() {
        let document = plain::read("Un début. Et la suite.\n\nDeux.", "x");
        assert_eq!(shown(&contents(&document)), ["Un début. Et la suite.", "Deux."]);
        assert_eq!(current(&contents(&document), 0), Some(0));
        assert!(contents(&plain::read("", "x")).is_empty());
    }

    #[test]
    fn what_a_book_lists_beyond_its_first_part_is_listed_after_it() {
        let mut builder = Builder::default();
        builder.destination("a".to_owned(), 0).block(BlockKind::Paragraph, "Un.");
        let part =
            |title: &str, place: &str| Part { title: title.to_owned(), level: 1, place: place.to_owned() };
        builder.contents(vec![part("Deux", "b#x"), part("Un", "a#gone")]);
        let document = builder.finish(Extent::Prefix(99));
        let entries = contents(&document);
        assert_eq!(shown(&entries), ["Un", "Deux"]);
        assert_eq!(entries[1].place, Place::ToCome("b#x".to_owned()));
        assert_eq!(current(&entries, 2), Some(0));
    }
}
