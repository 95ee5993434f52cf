//! The paragraphs of a document, in their order.

use super::numbering::{Counters, Numbering};
use super::styles::{Role, Styles, is_on, outline_level};
use crate::doc::flow::Flow;
use crate::doc::footnotes::Numbers;
use crate::doc::xml::{Piece, Tag, Visitor, visit};
use crate::doc::{BlockKind, InlineKind};
use std::collections::HashMap;

/// What a document has beside its text.
pub(super) struct Parts<'p, 'a> {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    /// Where links lead, by their names.
    pub(super) links: HashMap<String, String>,
    /// Footnotes and endnotes, by `f` or `e` and their names.
    pub(super) notes: HashMap<String, &'p [Piece<'a>]>,
}

/// What is undone where an element ends.
pub(super) enum Leave {
    Nothing,
    Paragraph,
    Properties,
    Run,
    Text,
    Link,
    Row,
}

/// What is known of a paragraph before its first word.
#[derive(Default)]
struct Paragraph {
    role: Option<Role>,
    list: Option<(String, usize)>,
    /// Its first word has been written.
    begun: bool,
    /// Its properties are being read.
    in_properties: bool,
}

/// How a run is set.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
struct Set {
    bold: bool,
    italic: bool,
    struck: bool,
    hidden: bool,
}

pub(super) struct Body<'a, 'p, 'x> {
    flow: &'a mut Flow,
    parts: &'a Parts<'p, 'x>,
    counters: Counters,
    numbers: Numbers,
    /// Open paragraphs; a box of text stands in one of the text around it.
    paragraphs: Vec<Paragraph>,
    run: Set,
    in_run: bool,
    /// Text comes; elsewhere stand blanks that lay the file out.
    in_text: bool,
    /// Styles that are open.
    styles: usize,
    /// How runs are set that are open.
    set: Set,
    rows: usize,
    /// Items that are open.
    items: usize,
    titled: bool,
}

impl<'a, 'p, 'x> Body<'a, 'p, 'x> {
    pub(super) fn new(flow: &'a mut Flow, parts: &'a Parts<'p, 'x>) -> Self {
        Self {
            flow,
            parts,
            counters: Counters::default(),
            numbers: Numbers::default(),
            paragraphs: Vec::new(),
            run: Set::default(),
            in_run: false,
            in_text: false,
            styles: 0,
            set: Set::default(),
            rows: 0,
            items: 0,
            titled: false,
        }
    }

    /// Writes the notes that the text referred to.
    pub(super) fn finish(mut self) {
        self.close_items(0);
        while let Some((number, name)) = self.numbers.next() {
            if let Some(note) = self.parts.notes.get(&name) {
                self.flow.begin_note(number);
                visit(note, &mut self);
                self.close_items(0);
                self.flow.end_note();
            }
        }
    }

    fn close_items(&mut self, left: usize) {
        while self.items > left {
            self.flow.close();
            self.items -= 1;
        }
    }

    /// Opens the block of the innermost paragraph, before its first word; whether its words are read.
    fn begin(&mut self) -> bool {
        let Some(paragraph) = self.paragraphs.last_mut() else { return self.rows > 0 };
        let role = paragraph.role;
        if role == Some(Role::Contents) {
            return false;
        }
        if std::mem::replace(&mut paragraph.begun, true) || self.rows > 0 {
            return true;
        }
        let list = paragraph.list.take().filter(|(list, _)| list != "0" && role.is_none());
        let mark = list.and_then(|(list, level)| {
            Some((self.counters.next(&self.parts.numbering, &list, level)?, level.min(8)))
        });
        self.close_items(mark.map_or(0, |(_, level)| level));
        match (role, mark) {
            (_, Some((mark, level))) => {
                while self.items <= level {
                    self.flow.open_item(mark);
                    self.items += 1;
                }
                self.flow.place();
            }
            (Some(Role::Title), _) if !std::mem::replace(&mut self.titled, true) => {
                self.flow.block(BlockKind::Title);
            }
            (Some(Role::Title), _) => self.flow.block(BlockKind::Heading(1)),
            (Some(Role::Heading(level)), _) => self.flow.block(BlockKind::Heading(level)),
            (Some(Role::Quote), _) => self.flow.block(BlockKind::Quote),
            _ => self.flow.place(),
        }
        true
    }

    /// Ends and begins styles so that what comes next is set as the run asks.
    fn settle(&mut self) {
        if self.set == self.run {
            return;
        }
        self.end_styles();
        let Set { bold, italic, struck, .. } = self.run;
        let kinds =
            [(bold, InlineKind::Strong), (italic, InlineKind::Emphasis), (struck, InlineKind::Struck)];
        for (_, kind) in kinds.into_iter().filter(|(is_set, _)| *is_set) {
            self.flow.begin_style(kind);
            self.styles += 1;
        }
        self.set = self.run;
    }

    fn end_styles(&mut self) {
        (0..self.styles).for_each(|_| self.flow.end_style());
        self.styles = 0;
        self.set = Set::default();
    }

    fn words(&mut self, text: &str) {
        if !self.run.hidden && self.begin() {
            self.settle();
            self.flow.text(text);
        }
    }

    /// A property of a paragraph.
    fn property(&mut self, tag: &Tag) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || tag.attr("val").unwrap_or_default();
        match tag.name() {
            "pStyle" => {
                let style = self.parts.styles.of(&value());
                paragraph.role = paragraph.role.or(style.role);
                paragraph.list = paragraph.list.take().or(style.list);
            }
            "outlineLvl" => paragraph.role = outline_level(&value()).or(paragraph.role),
            "numId" => {
                let level = paragraph.list.as_ref().map_or(0, |(_, level)| *level);
                paragraph.list = Some((value(), level));
            }
            "ilvl" => {
                let list = paragraph.list.take().map_or_else(String::new, |(list, _)| list);
                paragraph.list = Some((list, value().parse().unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// A property of a run.
    fn run_property(&mut self, tag: &Tag) {
        match tag.name() {
            "b" => self.run.bold = is_on(tag),
            "i" => self.run.italic = is_on(tag),
            "strike" | "dstrike" => self.run.struck = is_on(tag),
            "vanish" => self.run.hidden = is_on(tag),
            "rStyle" => {
                let style = self.parts.styles.of(&tag.attr("val").unwrap_or_default());
                self.run.bold |= style.bold.unwrap_or_default();
                self.run.italic |= style.italic.unwrap_or_default();
                self.run.hidden |= style.hidden.unwrap_or_default();
            }
            _ => {}
        }
    }

    fn note(&mut self, sort: char, tag: &Tag) {
        let name = format!("{sort}{}", tag.attr("id").unwrap_or_default());
        if self.parts.notes.contains_key(&name) && self.begin() {
            let number = self.numbers.of(&name);
            self.end_styles();
            self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
        }
    }

    fn link(&mut self, tag: &Tag) -> Leave {
        let outside = tag.attr("id").and_then(|name| self.parts.links.get(&name).cloned());
        let target = outside.or_else(|| tag.attr("anchor").map(|place| format!("#{place}")));
        let Some(target) = target.filter(|_| self.begin()) else { return Leave::Nothing };
        self.end_styles();
        self.flow.begin_link(&target);
        Leave::Link
    }
}

impl Visitor for Body<'_, '_, '_> {
    type Leave = Leave;

    fn enter(&mut self, tag: &Tag, _: &[Piece]) -> Option<Leave> {
        if self.paragraphs.last().is_some_and(|paragraph| paragraph.in_properties) {
            self.property(tag);
            // How the mark of the paragraph itself is set, and how it was before, says nothing.
            return (!matches!(tag.name(), "rPr" | "pPrChange" | "sectPr")).then_some(Leave::Nothing);
        }
        Some(match tag.name() {
            "p" => {
                self.end_styles();
                self.paragraphs.push(Paragraph::default());
                Leave::Paragraph
            }
            "pPr" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.in_properties = true;
                }
                Leave::Properties
            }
            "r" => {
                self.run = Set::default();
                self.in_run = true;
                Leave::Run
            }
            "t" => {
                self.in_text = true;
                Leave::Text
            }
            "tab" | "ptab" => {
                self.words(" ");
                return None;
            }
            "br" | "cr" if tag.attr("type").is_none_or(|kind| kind == "textWrapping") => {
                if self.rows > 0 {
                    self.words(" ");
                } else if !self.run.hidden && self.begin() {
                    self.flow.line_break();
                }
                return None;
            }
            "noBreakHyphen" => {
                self.words("\u{2011}");
                return None;
            }
            "footnoteReference" => {
                self.note('f', tag);
                return None;
            }
            "endnoteReference" => {
                self.note('e', tag);
                return None;
            }
            "hyperlink" => self.link(tag),
            "bookmarkStart" => {
                if let Some(name) = tag.attr("name").filter(|name| name != "_GoBack") {
                    self.flow.destination(&name);
                }
                return None;
            }
            "docPr" => {
                let words = tag.attr("descr").unwrap_or_default();
                if !words.trim().is_empty() && !self.run.hidden && self.begin() {
                    self.end_styles();
                    self.flow.styled(InlineKind::Image, &words);
                }
                return None;
            }
            "tr" => {
                if self.rows == 0 {
                    self.close_items(0);
                    self.flow.block(BlockKind::Row);
                }
                self.rows += 1;
                Leave::Row
            }
            "tc" if self.rows == 1 => {
                self.flow.cell();
                Leave::Nothing
            }
            "del" | "moveFrom" | "delText" | "instrText" | "rPrChange" | "tblPr" | "tblGrid" | "trPr"
            | "tcPr" | "sdtPr" | "sectPr" | "Fallback" | "rt" | "pict" => return None,
            _ => {
                if self.in_run {
                    self.run_property(tag);
                }
                Leave::Nothing
            }
        })
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.words(text);
        }
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Nothing => {}
            Leave::Paragraph => {
                self.end_styles();
                self.paragraphs.pop();
                if self.rows > 0 {
                    self.flow.text(" ");
                } else {
                    self.flow.end();
                }
                // What follows a box of text is a new block.
                if let Some(around) = self.paragraphs.last_mut() {
                    around.begun = false;
                }
            }
            Leave::Properties => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            Leave::Run => {
                self.in_run = false;
                self.run = Set::default();
            }
            Leave::Text => self.in_text = false,
            Leave::Link => {
                self.end_styles();
                self.flow.end_style();
            }
            Leave::Row => {
                self.rows -= 1;
                if self.rows == 0 {
                    self.flow.end();
                }
            }
        }
    }
}
