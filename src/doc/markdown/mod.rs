//! Markdown: CommonMark with tables, footnotes, tasks, strikethrough and front matter.

mod front;
mod look;
mod raw;
#[cfg(test)]
mod tests;

pub(in crate::doc) use front::day;
pub use look::looks_like;
pub(in crate::doc) use raw::paragraphs;

use super::flow::Flow;
use super::{BlockKind, Document, InlineKind, Mark, Meta};
use front::Front;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;

/// Reads a whole text; `name` is the title where the text has none, `source` where it came from.
///
/// The title is that of the front matter, else the first heading of level 1. Footnotes come at the
/// end, numbered in the order of their references. HTML is left out but for its text.
#[must_use]
pub fn read(text: &str, name: &str, source: &str) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (front, text) = front::split(text).unwrap_or(("", text));
    let mut reader =
        Reader { flow: Flow::with_capacity(text.len()), front: front::read(front), ..Reader::default() };
    let mut events = Parser::new_ext(text, options);
    while let Some(event) = events.next() {
        if let Event::Start(Tag::FootnoteDefinition(label)) = event {
            let inside = |event: &Event| !matches!(event, Event::End(TagEnd::FootnoteDefinition));
            let events = events.by_ref().take_while(inside).collect();
            reader.footnotes.define(label, events);
        } else {
            reader.event(event);
        }
    }
    reader.write_footnotes();
    reader.finish(name, source)
}

/// What becomes of text that comes.
#[derive(Debug, Default, PartialEq, Eq)]
enum Sink {
    /// It is running text.
    #[default]
    Flow,
    /// It stands as it is.
    Verbatim,
    /// It is gathered first: HTML.
    Aside,
}

#[derive(Debug, Default)]
struct Reader<'a> {
    flow: Flow,
    front: Front,
    /// Open lists: the number of the next item, where they have numbers.
    lists: Vec<Option<u64>>,
    sink: Sink,
    aside: String,
    footnotes: Footnotes<'a>,
    /// The footnote that is written.
    in_footnote: bool,
    /// Whether the first block has come, so that it is known whether the text holds its title.
    begun: bool,
}

#[derive(Debug, Default)]
struct Footnotes<'a> {
    /// Labels by number, from 1; what they say is taken when it is written.
    order: Vec<CowStr<'a>>,
    numbers: HashMap<CowStr<'a>, usize>,
    said: HashMap<CowStr<'a>, Vec<Event<'a>>>,
    /// Labels in the order of their definitions.
    defined: Vec<CowStr<'a>>,
}

impl<'a> Footnotes<'a> {
    /// The first definition of a label holds.
    fn define(&mut self, label: CowStr<'a>, events: Vec<Event<'a>>) {
        if !self.said.contains_key(&label) {
            self.defined.push(label.clone());
            self.said.insert(label, events);
        }
    }

    fn number(&mut self, label: CowStr<'a>) -> usize {
        let order = &mut self.order;
        *self.numbers.entry(label).or_insert_with_key(|label| {
            order.push(label.clone());
            order.len()
        })
    }
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match self.sink {
                Sink::Flow => self.flow.text(&text),
                Sink::Verbatim => self.flow.verbatim(&text),
                Sink::Aside => self.aside.push_str(&text),
            },
            Event::Code(text) => self.flow.styled(InlineKind::Code, &text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.flow.text(&text),
            Event::Html(html) => self.aside.push_str(&html),
            Event::InlineHtml(html) => {
                if raw::is_line_break(&html) {
                    self.flow.line_break();
                }
            }
            Event::SoftBreak => self.flow.text(" "),
            Event::HardBreak => self.flow.line_break(),
            Event::FootnoteReference(label) => {
                let number = self.footnotes.number(label);
                self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
            }
            Event::Rule => {
                self.begin();
                self.flow.rule();
            }
            Event::TaskListMarker(done) => {
                self.flow.mark_item(Mark::Task(done));
                self.flow.place();
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Paragraph => self.place(),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => {
                self.begin();
                self.flow.open_quote();
            }
            Tag::List(first) => {
                self.flow.end();
                self.lists.push(first);
            }
            Tag::Item => {
                let next = self.lists.last_mut().and_then(Option::as_mut);
                let mark = next.map_or(Mark::Bullet, |next| {
                    let number = *next;
                    *next = number.saturating_add(1);
                    Mark::number(number)
                });
                self.begin();
                self.flow.open_item(mark);
                self.flow.place();
            }
            Tag::CodeBlock(_) => {
                self.open(BlockKind::Verbatim);
                self.flow.begin_style(InlineKind::Code);
                self.sink = Sink::Verbatim;
            }
            Tag::HtmlBlock => {
                self.aside.clear();
                self.sink = Sink::Aside;
            }
            Tag::TableHead => {
                self.open(BlockKind::Row);
                self.flow.begin_style(InlineKind::Strong);
            }
            Tag::TableRow => self.open(BlockKind::Row),
            Tag::TableCell => self.flow.cell(),
            Tag::Emphasis => self.flow.begin_style(InlineKind::Emphasis),
            Tag::Strong => self.flow.begin_style(InlineKind::Strong),
            Tag::Strikethrough => self.flow.begin_style(InlineKind::Struck),
            Tag::Link { dest_url, .. } => self.flow.begin_link(&dest_url),
            Tag::Image { dest_url, .. } => {
                // The words that stand for an image lead to it.
                self.flow.begin_link(&dest_url);
                self.flow.begin_style(InlineKind::Image);
            }
            // The others are of extensions that are not asked for, or mean nothing by themselves.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableRow | TagEnd::Table | TagEnd::List(_) => {
                self.flow.end();
                if matches!(tag, TagEnd::List(_)) {
                    self.lists.pop();
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::Item => self.flow.close(),
            TagEnd::CodeBlock => {
                self.sink = Sink::Flow;
                self.flow.end_style();
                self.flow.end();
            }
            TagEnd::TableHead => {
                self.flow.end_style();
                self.flow.end();
            }
            TagEnd::HtmlBlock => self.html(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => self.flow.end_style(),
            TagEnd::Image => {
                self.flow.end_style();
                self.flow.end_style();
            }
            _ => {}
        }
    }

    /// Running text comes.
    fn place(&mut self) {
        self.begin();
        if !self.in_footnote || self.flow.depth() > 0 {
            self.flow.place();
        } else if self.flow.is_block_empty() {
            self.flow.block(BlockKind::Footnote);
        }
        // Else it is the first paragraph of a footnote, which goes on after its number.
    }

    fn open(&mut self, kind: BlockKind) {
        self.begin();
        self.flow.block(kind);
    }

    fn heading(&mut self, level: HeadingLevel) {
        let level = level as u8;
        if level == 1 && !self.begun && self.flow.depth() == 0 {
            self.begun = true;
            self.flow.block(BlockKind::Title);
        } else {
            self.open(BlockKind::Heading(level));
        }
    }

    /// Writes the title of the front matter before the first block, unless that is a title itself.
    fn begin(&mut self) {
        if !std::mem::replace(&mut self.begun, true)
            && let Some(title) = self.front.title.clone()
        {
            self.flow.head(&title, &self.front.meta);
        }
    }

    fn html(&mut self) {
        self.sink = Sink::Flow;
        let html = std::mem::take(&mut self.aside);
        paragraphs(&html, |paragraph| {
            self.place();
            self.flow.text(paragraph);
            self.flow.end();
        });
    }

    fn write_footnotes(&mut self) {
        let defined = std::mem::take(&mut self.footnotes.defined);
        let mut next = 0;
        let mut unused = defined.into_iter();
        self.in_footnote = true;
        loop {
            // What a footnote refers to gets its number while that footnote is written.
            if next == self.footnotes.order.len() {
                let Some(label) = unused.next() else { break };
                self.footnotes.number(label);
                continue;
            }
            let label = self.footnotes.order[next].clone();
            next += 1;
            let Some(events) = self.footnotes.said.remove(&label) else { continue };
            self.lists.clear();
            self.open(BlockKind::Footnote);
            self.flow.styled(InlineKind::Reference, &format!("[{next}]"));
            self.flow.text(" ");
            events.into_iter().for_each(|event| self.event(event));
            self.flow.end();
        }
    }

    fn finish(mut self, name: &str, source: &str) -> Document {
        self.begin();
        if let Some(title) = &self.front.title {
            self.flow.title(title);
        }
        let meta = Meta { source: source.to_owned(), ..self.front.meta };
        self.flow.link_addresses();
        self.flow.finish(name, meta)
    }
}
