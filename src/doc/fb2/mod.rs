//! Books of FictionBook 2.
//!
//! Sections are headings by their depth. The notes stand in a body of their own; each comes at the end of the
//! outermost section that refers to it.

use super::flow::Flow;
use super::footnotes::Numbers;
use super::markdown::day;
use super::xml::{Piece, Tag, Visitor, elements, inside, joined, pieces, visit, words};
use super::{BlockKind, Document, InlineKind, Meta};
use std::collections::HashMap;

/// Whether the text that begins with `sample` is such a book: it says so before anything else.
pub(super) fn looks_like(sample: &str) -> bool {
    let mut rest = sample.trim_start_matches(|first: char| first.is_whitespace() || first == '\u{feff}');
    while let Some((start, after)) = rest.split_once('>').filter(|(start, _)| start.starts_with(['<'])) {
        if start.starts_with("<FictionBook") {
            return true;
        }
        if !start.starts_with("<?") && !start.starts_with("<!") {
            return false;
        }
        rest = after.trim_start();
    }
    false
}

/// Reads a book; `name` is its title where it has none, `source` where it came from.
pub(super) fn read(text: &str, name: &str, source: &str) -> Document {
    let pieces = pieces(text);
    let bodies: Vec<_> = elements(&pieces, "body").collect();
    let is_notes = |tag: &Tag| tag.attr("name").is_some_and(|name| !name.trim().is_empty());
    let mut notes = HashMap::new();
    for (tag, body) in &bodies {
        if is_notes(tag) {
            let named =
                elements(body, "section").filter_map(|(tag, section)| Some((tag.attr("id")?, section)));
            notes.extend(named);
        }
    }
    let mut flow = Flow::with_capacity(text.len() / 2);
    let (title, mut meta) = description(&pieces);
    flow.title(&title);
    source.clone_into(&mut meta.source);
    for (tag, body) in bodies {
        if !is_notes(tag) {
            let mut book = Book::new(&mut flow, &notes);
            visit(body, &mut book);
            book.write_notes();
        }
    }
    flow.finish(name, meta)
}

/// Title, authors, date, language and identifier.
fn description(pieces: &[Piece]) -> (String, Meta) {
    let mut title = String::new();
    let mut meta = Meta::default();
    if let Some((_, about)) = elements(pieces, "title-info").next() {
        let first =
            |name| elements(about, name).map(|(_, inside)| words(inside)).find(|words| !words.is_empty());
        title = first("book-title").unwrap_or_default();
        meta.language = first("lang");
        meta.authors = elements(about, "author").map(|(_, author)| full_name(author)).collect();
        meta.authors.retain(|name| !name.is_empty());
        let date = elements(about, "date").next();
        let date = date.and_then(|(tag, inside)| tag.attr("value").or_else(|| Some(words(inside))));
        meta.published = date.map(|date| day(date.trim())).filter(|date| !date.is_empty());
    }
    if let Some((_, about)) = elements(pieces, "document-info").next() {
        meta.identifier = elements(about, "id").map(|(_, id)| words(id)).find(|id| !id.is_empty());
    }
    (title, meta)
}

fn full_name(author: &[Piece]) -> String {
    let part = |name| elements(author, name).map(|(_, part)| words(part)).next().unwrap_or_default();
    let name = joined(&[part("first-name"), part("middle-name"), part("last-name")].join(" "));
    if name.is_empty() { part("nickname") } else { name }
}

/// What is undone where an element ends.
enum Leave {
    Nothing,
    Block,
    Style,
    Quote,
    Section,
    Row,
    Title,
    Stanza,
    Verse,
}

struct Book<'a, 'p> {
    flow: &'a mut Flow,
    notes: &'a HashMap<String, &'a [Piece<'p>]>,
    numbers: Numbers,
    /// How many sections are open.
    depth: usize,
    in_row: bool,
    in_stanza: bool,
    /// How many paragraphs of a title have begun; `None` outside titles.
    in_title: Option<usize>,
}

impl<'a, 'p> Book<'a, 'p> {
    fn new(flow: &'a mut Flow, notes: &'a HashMap<String, &'a [Piece<'p>]>) -> Self {
        let numbers = Numbers::default();
        Self { flow, notes, numbers, depth: 0, in_row: false, in_stanza: false, in_title: None }
    }

    /// Writes the notes that the text referred to since the last time.
    fn write_notes(&mut self) {
        while let Some((number, name)) = self.numbers.next() {
            let notes = self.notes;
            let Some(note) = notes.get(&name) else { continue };
            self.flow.end();
            self.flow.destination(&name);
            self.flow.begin_note(number);
            // Its title is its number.
            let title = match note.iter().position(|piece| matches!(piece, Piece::Open(_))) {
                Some(at) if matches!(&note[at], Piece::Open(tag) if tag.name() == "title") => {
                    at + inside(&note[at + 1..]).len() + 2
                }
                _ => 0,
            };
            // Sections of a note are none of the book: where they end no notes are due, or one that refers to itself would
            // never end.
            self.depth += 1;
            visit(&note[title.min(note.len())..], self);
            self.depth -= 1;
            self.flow.end_note();
        }
        self.numbers = Numbers::default();
    }

    fn heading(&self, below: usize) -> BlockKind {
        match self.depth + below {
            0 => BlockKind::Title,
            level => BlockKind::Heading(u8::try_from(level).unwrap_or(u8::MAX)),
        }
    }

    fn paragraph(&mut self) -> Leave {
        match &mut self.in_title {
            Some(before) => {
                *before += 1;
                if *before > 1 {
                    self.flow.line_break();
                }
                Leave::Nothing
            }
            None => {
                self.flow.place();
                Leave::Block
            }
        }
    }

    fn link(&mut self, tag: &Tag) -> Option<Leave> {
        let address = tag.attr("href").unwrap_or_default();
        let note = address.strip_prefix('#').filter(|name| self.notes.contains_key(*name));
        if let Some(name) = note {
            let number = self.numbers.of(name);
            self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
            return None;
        }
        if address.len() < 2 {
            return Some(Leave::Nothing);
        }
        self.flow.begin_link(&address);
        Some(Leave::Style)
    }

    fn style(&mut self, kind: InlineKind) -> Leave {
        self.flow.begin_style(kind);
        Leave::Style
    }
}

impl Visitor for Book<'_, '_> {
    type Leave = Leave;

    fn enter(&mut self, tag: &Tag, rest: &[Piece]) -> Option<Leave> {
        if let Some(id) = tag.attr("id") {
            self.flow.destination(&id);
        }
        Some(match tag.name() {
            "section" => {
                self.flow.end();
                self.depth += 1;
                Leave::Section
            }
            "title" => {
                self.flow.block(self.heading(0));
                self.in_title = Some(0);
                Leave::Title
            }
            "subtitle" if words(rest).chars().all(|sign| !sign.is_alphanumeric()) => {
                self.flow.rule();
                return None;
            }
            "subtitle" => {
                self.flow.block(self.heading(1));
                Leave::Block
            }
            "epigraph" | "cite" => {
                self.flow.open_quote();
                Leave::Quote
            }
            "stanza" => {
                self.flow.block(BlockKind::Verbatim);
                self.in_stanza = true;
                Leave::Stanza
            }
            "v" if self.in_stanza => Leave::Verse,
            "p" | "v" | "text-author" | "date" if !self.in_row => self.paragraph(),
            "tr" => {
                self.flow.block(BlockKind::Row);
                self.in_row = true;
                Leave::Row
            }
            "td" | "th" => {
                self.flow.cell();
                if tag.name() == "th" { self.style(InlineKind::Strong) } else { Leave::Nothing }
            }
            "image" => {
                self.flow.styled(InlineKind::Image, &tag.attr("alt").unwrap_or_default());
                return None;
            }
            "a" => return self.link(tag),
            "emphasis" => self.style(InlineKind::Emphasis),
            "strong" => self.style(InlineKind::Strong),
            "strikethrough" => self.style(InlineKind::Struck),
            "code" => self.style(InlineKind::Code),
            _ => Leave::Nothing,
        })
    }

    fn text(&mut self, text: &str) {
        if self.in_stanza {
            self.flow.verbatim(&joined_inside(text));
        } else {
            self.flow.text(text);
        }
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Nothing => {}
            Leave::Style => self.flow.end_style(),
            Leave::Block => self.flow.end(),
            Leave::Quote => self.flow.close(),
            Leave::Section => {
                self.flow.end();
                self.depth -= 1;
                if self.depth == 0 {
                    self.write_notes();
                }
            }
            Leave::Row => {
                self.in_row = false;
                self.flow.end();
            }
            Leave::Title => {
                self.in_title = None;
                self.flow.end();
            }
            Leave::Stanza => {
                self.in_stanza = false;
                self.flow.end();
            }
            Leave::Verse => self.flow.line_break(),
        }
    }
}

/// A piece of a verse: blanks in a row are one; what stands between verses is nothing.
fn joined_inside(text: &str) -> String {
    if text.trim().is_empty() && text.contains('\n') {
        return String::new();
    }
    let mut joined = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter.is_ascii_whitespace() { ' ' } else { letter };
        if letter != ' ' || !joined.ends_with(' ') {
            joined.push(letter);
        }
    }
    joined
}
