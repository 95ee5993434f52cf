//! From the tree of a page to blocks, without recursion.

use super::notes::{Note, Notes, own_words};
use crate::doc::flow::Flow;
use crate::doc::{BlockKind, InlineKind, Mark};
use dom_query::{NodeData, NodeRef};

/// Nodes of a table that are looked at to find out whether it is one, or a way to lay out a page.
const LOOKED_AT: usize = 2_000;

/// What is undone where an element ends.
#[derive(Debug, Clone, Copy)]
enum Leave {
    Nothing,
    Style,
    /// A block ends.
    Block,
    /// A quotation or an item ends.
    Container,
    List,
    Verbatim,
    Row,
    /// Words in quotation marks that the page does not hold.
    Quoted,
    Table,
}

/// Writes what stands in `root` into `flow`.
///
/// `titled` says that the title has been written; else the first heading of level 1 is it.
pub(super) fn write(root: NodeRef, flow: &mut Flow, titled: bool) {
    let mut walk = Walk::new(flow, titled);
    walk.flow.place();
    walk.write(root);
    walk.flow.end();
}

/// Writes the file of a book that stands in `root`, its notes after the rest. Its headings are all below that of the book.
pub(super) fn write_chapter(root: NodeRef, flow: &mut Flow, notes: &Notes) {
    let mut walk = Walk { notes: Some(notes), ..Walk::new(flow, true) };
    walk.flow.place();
    walk.write(root);
    for (index, note) in notes.elements.iter().enumerate() {
        walk.note(note, index + 1);
    }
    walk.flow.end();
}

struct Walk<'a, 'n> {
    flow: &'a mut Flow,
    /// The notes of a chapter, which are written where it ends.
    notes: Option<&'a Notes<'n>>,
    /// The note that is being written.
    in_note: Option<&'a Note<'n>>,
    /// Open lists: the number of the next item, where they have numbers.
    lists: Vec<Option<u64>>,
    /// How many elements are open whose lines stand as they are.
    verbatim: usize,
    /// A row of a table is open: whatever stands in it is on it.
    in_row: bool,
    /// Whether each of the open tables holds data.
    tables: Vec<bool>,
    titled: bool,
}

impl<'a, 'n> Walk<'a, 'n> {
    fn new(flow: &'a mut Flow, titled: bool) -> Self {
        Self {
            flow,
            notes: None,
            in_note: None,
            lists: Vec::new(),
            verbatim: 0,
            in_row: false,
            tables: Vec::new(),
            titled,
        }
    }

    fn write(&mut self, root: NodeRef) {
        let mut open: Vec<(NodeRef, Leave)> = Vec::new();
        let mut next = root.first_child();
        loop {
            while let Some(node) = next {
                next = match self.enter(&node) {
                    Some(leave) => {
                        open.push((node, leave));
                        node.first_child()
                    }
                    None => node.next_sibling(),
                };
            }
            let Some((node, leave)) = open.pop() else { break };
            self.leave(leave);
            next = node.next_sibling();
        }
    }

    /// Writes a footnote: its number, then what stands in it.
    fn note(&mut self, note: &'a Note<'n>, number: usize) {
        self.lists.clear();
        self.flow.end();
        self.flow.destination(&note.name);
        self.flow.begin_note(number);
        self.in_note = Some(note);
        self.write(note.element);
        self.flow.end_note();
        self.in_note = None;
    }

    fn words(&mut self, text: &str) {
        if self.verbatim > 0 && !self.in_row {
            return self.flow.verbatim(text);
        }
        match self.in_note {
            Some(note) if self.flow.is_note_begun() => self.flow.text(own_words(text, &note.label)),
            _ => self.flow.text(text),
        }
    }

    /// Takes in a node; `None` where nothing below it is read.
    fn enter(&mut self, node: &NodeRef) -> Option<Leave> {
        node.query(|node| {
            if let NodeData::Text { contents } = &node.data {
                self.words(contents);
            }
        });
        let name = node.node_name()?;
        if !node.is_element() || is_hidden(node) {
            return None;
        }
        if self.in_note.is_none() && self.notes.is_some_and(|notes| notes.is_note(node)) {
            return None;
        }
        for name in [node.attr("id"), node.attr("name").filter(|_| &*name == "a")].into_iter().flatten() {
            self.flow.destination(&name);
        }
        if let Some(notes) = self.notes {
            if notes.is_back(node) || (self.in_note.is_none() && notes.is_note(node)) || is_page_number(node)
            {
                return None;
            }
            if let Some(number) = notes.number(node) {
                self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
                return None;
            }
        }
        Some(match &*name {
            "em" | "i" | "cite" | "dfn" | "var" => self.style(InlineKind::Emphasis),
            "strong" | "b" => self.style(InlineKind::Strong),
            "code" | "kbd" | "samp" | "tt" => self.style(InlineKind::Code),
            "s" | "del" | "strike" => self.style(InlineKind::Struck),
            "sup" if !self.notes.is_some_and(|notes| notes.is_around_reference(node)) => {
                return self.raised(node);
            }
            "a" if self.is_note_number(node) => return self.raised(node),
            "a" => return Some(self.link(node)),
            "br" if self.verbatim > 0 && !self.in_row => {
                self.flow.verbatim("\n");
                return None;
            }
            "br" if self.in_row => {
                self.flow.text(" ");
                return None;
            }
            // An empty line ends a paragraph.
            "br" if self.flow.so_far().ends_with('\n') => {
                self.flow.place();
                return None;
            }
            "br" => {
                self.flow.line_break();
                return None;
            }
            "img" => {
                let alternative = node.attr("alt").unwrap_or_default();
                // An image inside the page itself, or inside a book, has no address to lead to.
                let address = node.attr("src").filter(|src| {
                    !src.trim().is_empty() && !src.starts_with("data:") && !self.flow.is_in_book()
                });
                if let Some(address) = &address {
                    self.flow.begin_link(address);
                }
                self.flow.styled(InlineKind::Image, &alternative);
                if address.is_some() {
                    self.flow.end_style();
                }
                return None;
            }
            name if is_silent(name) => return None,
            "q" => {
                self.flow.text("“");
                Leave::Quoted
            }
            "td" | "th" if self.in_row => {
                self.flow.cell();
                if &*name == "th" { self.style(InlineKind::Strong) } else { Leave::Nothing }
            }
            _ if self.in_row => {
                // Words of neighbouring elements stay apart.
                if is_block(&name) {
                    self.flow.text(" ");
                }
                Leave::Nothing
            }
            "table" => {
                self.flow.place();
                self.tables.push(holds_data(node));
                Leave::Table
            }
            "tr" if self.tables.last() == Some(&true) => {
                self.flow.block(BlockKind::Row);
                self.in_row = true;
                Leave::Row
            }
            "pre" | "listing" => {
                self.flow.block(BlockKind::Verbatim);
                self.flow.begin_style(InlineKind::Code);
                self.verbatim += 1;
                Leave::Verbatim
            }
            "hr" => {
                self.flow.rule();
                self.flow.place();
                return None;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                let title = level == 1 && !std::mem::replace(&mut self.titled, true);
                self.flow.block(if title { BlockKind::Title } else { BlockKind::Heading(level) });
                Leave::Block
            }
            "blockquote" => {
                self.flow.open_quote();
                self.flow.place();
                Leave::Container
            }
            "ol" | "ul" | "menu" | "dir" => {
                self.flow.place();
                let first = node.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
                self.lists.push((&*name == "ol").then_some(first));
                Leave::List
            }
            "li" => {
                let mark = self.item(node);
                self.flow.open_item(mark);
                self.flow.place();
                Leave::Container
            }
            _ if self.verbatim > 0 => Leave::Nothing,
            _ if is_block(&name) && is_pulled(node) => {
                self.flow.open_quote();
                self.flow.place();
                Leave::Container
            }
            _ if is_block(&name) => {
                self.flow.place();
                Leave::Block
            }
            _ => Leave::Nothing,
        })
    }

    fn leave(&mut self, leave: Leave) {
        match leave {
            Leave::Nothing => return,
            Leave::Style => return self.flow.end_style(),
            Leave::Quoted => return self.flow.text("”"),
            Leave::Block => {}
            Leave::Container => self.flow.close(),
            Leave::List => {
                self.lists.pop();
            }
            Leave::Verbatim => {
                self.verbatim -= 1;
                self.flow.end_style();
            }
            Leave::Row => self.in_row = false,
            Leave::Table => {
                self.tables.pop();
            }
        }
        self.flow.place();
    }

    fn style(&mut self, kind: InlineKind) -> Leave {
        self.flow.begin_style(kind);
        Leave::Style
    }

    /// A raised piece of text: the number of a note, in brackets; a power; else it joins what it stands behind.
    fn raised(&mut self, node: &NodeRef) -> Option<Leave> {
        let text = node.text();
        let text = text.trim();
        if is_reference(node, text, self.flow.so_far().trim_end()) {
            let number = text.trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
            let target = node.descendants_it().chain([*node]).find_map(|inner| inner.attr("href"));
            if let Some(target) = &target {
                self.flow.begin_link(target);
            }
            self.flow.styled(InlineKind::Reference, &format!("[{number}]"));
            if target.is_some() {
                self.flow.end_style();
            }
            return None;
        }
        let Some(power) = power(text) else { return Some(Leave::Nothing) };
        self.flow.text(&power);
        None
    }

    /// Whether a link is the number of a note, set against the word before it without being raised by an element.
    fn is_note_number(&self, node: &NodeRef) -> bool {
        let is_raised = || node.ancestors_it(Some(2)).any(|above| above.has_name("sup"));
        let text = node.text();
        self.notes.is_none()
            && (1..=3).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && node.attr("href").is_some_and(|to| to.starts_with('#'))
            && !is_raised()
            && self
                .flow
                .so_far()
                .ends_with(|before: char| !before.is_whitespace() && before != '[' && before != '(')
    }

    /// A link that leads out of the page, or to a place in it; any other is only its words.
    fn link(&mut self, node: &NodeRef) -> Leave {
        let target = node.attr("href").unwrap_or_default();
        let target = target.trim();
        let scheme = target.get(..11).unwrap_or_default();
        if target.is_empty() || target == "#" || scheme.eq_ignore_ascii_case("javascript:") {
            return Leave::Nothing;
        }
        self.flow.begin_link(target);
        Leave::Style
    }

    /// The mark of an item of the innermost list.
    fn item(&mut self, node: &NodeRef) -> Mark {
        let Some(Some(next)) = self.lists.last_mut() else { return Mark::Bullet };
        let number = node.attr("value").and_then(|value| value.trim().parse().ok()).unwrap_or(*next);
        *next = number.saturating_add(1);
        Mark::number(number)
    }
}

/// Whether an element has nothing to read in it, whatever stands there.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "style"
            | "script"
            | "template"
            | "noscript"
            | "svg"
            | "iframe"
            | "object"
            | "canvas"
            | "audio"
            | "video"
            | "button"
            | "select"
            | "input"
            | "textarea"
            | "datalist"
            | "dialog"
            | "annotation"
            | "rp"
            | "rt"
    )
}

/// Whether the page itself does not show an element.
pub(super) fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        // A caption is kept from those who have been told what the picture shows, and is there to be read.
        || (node.attr("aria-hidden").is_some_and(|hidden| &*hidden == "true") && !node.has_name("figcaption"))
        || node.attr("style").is_some_and(|style| {
            let style = style.get(..200).unwrap_or(&style).replace(' ', "");
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// Whether a block is a quotation set apart, but for one that holds an element which says so.
fn is_pulled(node: &NodeRef) -> bool {
    let is_called = node.attr("class").is_some_and(|names| {
        names.split_ascii_whitespace().take(50).any(|name| matches!(name, "pullquote" | "pull-quote"))
    });
    is_called && !node.descendants_it().take(LOOKED_AT).any(|node| node.has_name("blockquote"))
}

/// Whether an element says where a page of the printed book begins.
fn is_page_number(node: &NodeRef) -> bool {
    let is = |name, kind: &str| {
        node.attr(name).is_some_and(|value| value.split_ascii_whitespace().any(|word| word == kind))
    };
    is("epub:type", "pagebreak") || is("role", "doc-pagebreak")
}

/// Whether a raised piece of text is the number of a note, where `before` is what it stands behind.
///
/// A number behind a word is one; behind a figure or something as short as a unit it is a power.
fn is_reference(node: &NodeRef, text: &str, before: &str) -> bool {
    let number = text.trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let is_number =
        !number.is_empty() && text.len() <= 12 && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_linked = || {
        node.has_name("a")
            || node.parent().is_some_and(|above| above.has_name("a"))
            || node.descendants_it().any(|node| node.has_name("a"))
    };
    if !is_number {
        return false;
    }
    if text.len() > number.len() || is_linked() {
        return true;
    }
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let ends_sentence = before.ends_with(['.', ',', '»', '”', '"', ')', ';', '!', '?', '…']);
    number.bytes().all(|byte| byte.is_ascii_digit())
        && (ends_sentence || !(word.chars().count() <= 2 || word.ends_with(|c: char| c.is_ascii_digit())))
}

/// The raised form of a number (`-2` gives `⁻²`); `None` for anything else.
fn power(text: &str) -> Option<String> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = text.strip_prefix(['-', '−']).unwrap_or(text);
    let raised: Option<String> = digits.chars().map(|c| Some(DIGITS[c.to_digit(10)? as usize])).collect();
    let raised = raised.filter(|raised| !raised.is_empty() && digits.len() <= 6)?;
    Some(if digits.len() < text.len() { format!("⁻{raised}") } else { raised })
}

pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "main"
            | "p"
            | "section"
            | "summary"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "li"
            | "blockquote"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
    )
}

/// Whether a table has rows of short cells, and is no frame for paragraphs, lists or other tables.
fn holds_data(table: &NodeRef) -> bool {
    let mut cells = 0;
    let mut rows = 0;
    for node in table.descendants_it().take(LOOKED_AT) {
        match node.node_name().as_deref() {
            Some("table" | "ul" | "ol" | "blockquote" | "pre" | "h1" | "h2" | "h3" | "h4") => return false,
            Some("tr") => rows += 1,
            Some("td" | "th") => cells += 1,
            _ => {}
        }
    }
    // A single column is a way to stack things.
    cells > rows
}
