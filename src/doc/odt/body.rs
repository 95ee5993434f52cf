//! The paragraphs of a document, in their order.

use super::styles::{Role, Styles};
use crate::doc::flow::Flow;
use crate::doc::footnotes::Numbers;
use crate::doc::xml::{Piece, Tag, Visitor, elements, inside, visit};
use crate::doc::{BlockKind, InlineKind, Mark};
use std::collections::HashMap;

/// What is undone where an element ends.
pub(super) enum Leave {
    Nothing,
    Paragraph,
    Styles(usize),
    List,
    Item,
    Row,
}

/// An open list.
struct List {
    style: String,
    /// The number of its next item; `None` for bullets.
    next: Option<u64>,
}

pub(super) struct Body<'a, 'p, 'x> {
    flow: &'a mut Flow,
    styles: &'a Styles,
    /// What stands in the notes, by their names.
    notes: HashMap<String, &'p [Piece<'x>]>,
    numbers: Numbers,
    lists: Vec<List>,
    rows: usize,
    /// Paragraphs that are open; text elsewhere lays the file out.
    paragraphs: usize,
    titled: bool,
}

impl<'a, 'p, 'x> Body<'a, 'p, 'x> {
    pub(super) fn new(flow: &'a mut Flow, styles: &'a Styles, body: &'p [Piece<'x>]) -> Self {
        let note = |(tag, note): (&Tag, &'p [Piece<'x>])| {
            Some((tag.attr("id")?, elements(note, "note-body").next()?.1))
        };
        let notes = elements(body, "note").filter_map(note).collect();
        Self {
            flow,
            styles,
            notes,
            numbers: Numbers::default(),
            lists: Vec::new(),
            rows: 0,
            paragraphs: 0,
            titled: false,
        }
    }

    /// Writes the notes that the text referred to.
    pub(super) fn finish(mut self) {
        while let Some((number, name)) = self.numbers.next() {
            if let Some(note) = self.notes.get(&name).copied() {
                self.flow.begin_note(number);
                visit(note, &mut self);
                self.flow.end_note();
            }
        }
    }

    fn paragraph(&mut self, tag: &Tag, level: Option<u8>) -> Leave {
        let style = self.styles.of(&tag.attr("style-name").unwrap_or_default());
        self.paragraphs += 1;
        if self.rows > 0 {
            return Leave::Paragraph;
        }
        match (level, style.role) {
            (Some(level), _) => self.flow.block(BlockKind::Heading(level)),
            (None, Some(Role::Title)) if !std::mem::replace(&mut self.titled, true) => {
                self.flow.block(BlockKind::Title);
            }
            (None, Some(Role::Title)) => self.flow.block(BlockKind::Heading(1)),
            (None, Some(Role::Subtitle)) => self.flow.block(BlockKind::Heading(2)),
            (None, Some(Role::Quote)) => self.flow.block(BlockKind::Quote),
            (None, None) => self.flow.place(),
        }
        Leave::Paragraph
    }

    fn span(&mut self, tag: &Tag) -> Option<Leave> {
        let style = self.styles.of(&tag.attr("style-name").unwrap_or_default());
        if style.hidden == Some(true) {
            return None;
        }
        let kinds = [
            (style.bold, InlineKind::Strong),
            (style.italic, InlineKind::Emphasis),
            (style.struck, InlineKind::Struck),
        ];
        let mut begun = 0;
        for (_, kind) in kinds.into_iter().filter(|(is_set, _)| *is_set == Some(true)) {
            self.flow.begin_style(kind);
            begun += 1;
        }
        Some(Leave::Styles(begun))
    }

    fn list(&mut self, tag: &Tag) -> Leave {
        let outer = self.lists.last().map(|list| list.style.clone());
        let style = tag.attr("style-name").or(outer).unwrap_or_default();
        let next = self.styles.start(&style, self.lists.len());
        self.lists.push(List { style, next });
        Leave::List
    }

    fn item(&mut self, tag: &Tag) -> Leave {
        let start = tag.attr("start-value").and_then(|start| start.parse().ok());
        let mark = match self.lists.last_mut() {
            Some(List { next: Some(next), .. }) => {
                let number = start.unwrap_or(*next);
                *next = number.saturating_add(1);
                Mark::number(number)
            }
            _ => Mark::Bullet,
        };
        self.flow.open_item(mark);
        Leave::Item
    }

    /// What stands for a picture: its description, else its title.
    fn picture(&mut self, rest: &[Piece]) {
        let of = |name| elements(inside(rest), name).map(|(_, words)| crate::doc::xml::words(words)).next();
        let words = of("desc").filter(|words| !words.is_empty()).or_else(|| of("title"));
        self.flow.styled(InlineKind::Image, &words.unwrap_or_default());
    }
}

impl Visitor for Body<'_, '_, '_> {
    type Leave = Leave;

    fn enter(&mut self, tag: &Tag, rest: &[Piece]) -> Option<Leave> {
        Some(match tag.name() {
            "p" => {
                // A paragraph that a word processor would hide.
                let name = tag.attr("style-name").unwrap_or_default();
                if self.styles.of(&name).hidden == Some(true) {
                    return None;
                }
                self.paragraph(tag, None)
            }
            "h" => {
                let level = tag.attr("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.paragraph(tag, Some(level))
            }
            "span" => return self.span(tag),
            "a" => match tag.attr("href").filter(|address| address.len() > 1) {
                Some(address) => {
                    self.flow.begin_link(&address);
                    Leave::Styles(1)
                }
                None => Leave::Nothing,
            },
            "s" | "tab" => {
                self.flow.text(" ");
                return None;
            }
            "line-break" if self.rows == 0 => {
                self.flow.line_break();
                return None;
            }
            "line-break" => {
                self.flow.text(" ");
                return None;
            }
            "note" => {
                if let Some(name) = tag.attr("id").filter(|name| self.notes.contains_key(name)) {
                    let number = self.numbers.of(&name);
                    self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
                }
                return None;
            }
            "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => {
                if let Some(name) = tag.attr("name") {
                    self.flow.destination(&name);
                }
                return None;
            }
            "list" => self.list(tag),
            "list-item" | "list-header" => self.item(tag),
            "table-row" => {
                if self.rows == 0 {
                    self.flow.block(BlockKind::Row);
                }
                self.rows += 1;
                Leave::Row
            }
            "table-cell" if self.rows == 1 => {
                self.flow.cell();
                Leave::Nothing
            }
            "frame" => {
                self.picture(rest);
                Leave::Nothing
            }
            "tracked-changes" | "annotation" | "annotation-end" | "hidden-text" | "hidden-paragraph"
            | "table-of-content" | "forms" | "sequence-decls" | "title" | "desc" | "event-listeners"
            | "ruby-text" | "object" | "script" => return None,
            _ => Leave::Nothing,
        })
    }

    fn text(&mut self, text: &str) {
        if self.paragraphs > 0 {
            self.flow.text(text);
        }
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Nothing => {}
            Leave::Paragraph => {
                self.paragraphs -= 1;
                if self.rows > 0 { self.flow.text(" ") } else { self.flow.end() }
            }
            Leave::Styles(count) => (0..count).for_each(|_| self.flow.end_style()),
            Leave::List => {
                self.lists.pop();
            }
            Leave::Item => self.flow.close(),
            Leave::Row => {
                self.rows -= 1;
                if self.rows == 0 {
                    self.flow.end();
                }
            }
        }
    }
}
