//! What the views share: what they are given, and what a row stands for.

use super::line::{Line, breadth, cut_front};
use super::{ListRow, Piece, Role};
use crate::app::lists::List;
use crate::doc::Document;
use crate::mark::{Analysis, EntityKind, Nearest, NoteId, Notes, Pen, Theme};
use crate::text::Span;
use crate::words::Lang;
use crate::words::views::{Kind, Label, Order, PenName, Title};
use std::ops::Range;

/// What a list view is made of.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The article.
    pub document: &'a Document,
    /// What analysis found in it, as the person corrected it.
    pub analysis: &'a Analysis,
    /// What it found by itself.
    pub found: &'a Analysis,
    /// The annotations.
    pub notes: &'a Notes,
    /// The themes, in the order of the configuration.
    pub themes: &'a [Theme],
    /// The language of the interface.
    pub lang: Lang,
    /// Columns of the list.
    pub width: u16,
    /// The byte of the text under the caret.
    pub caret: usize,
    /// The lost annotation that is chosen, and the place most like its passage, where that was looked for.
    pub nearest: Option<(NoteId, Option<Nearest>)>,
    /// The state of the list.
    pub list: &'a List,
    /// The screen rows to word. The others come with their item and target but without pieces, so that a long
    /// list costs what is shown; `0..usize::MAX` words all.
    pub window: Range<usize>,
}

impl Input<'_> {
    pub(super) fn columns(&self) -> usize {
        usize::from(self.width)
    }

    /// The order asked for, of those the view has.
    pub(super) fn order(&self, orders: &[Order]) -> Order {
        orders[self.list.sort % orders.len()]
    }

    /// The number of the paragraph that holds `offset`; what stands before the first counts with it.
    pub(super) fn paragraph(&self, offset: usize) -> usize {
        self.document.paragraph_at(offset).max(1) as usize
    }

    /// Columns that `§` and the number of the last paragraph take.
    pub(super) fn number_columns(&self) -> usize {
        format!("§{}", self.document.paragraphs()).chars().count()
    }

    /// The sign before what the person corrected: one column.
    pub(super) fn corrected(&self, is_corrected: bool) -> &'static str {
        if is_corrected { "✎" } else { " " }
    }

    /// The sign before the choosable row `item`: one column.
    pub(super) fn marker(&self, item: usize) -> &'static str {
        if item == self.list.chosen { "▸" } else { " " }
    }
}

/// What a choosable row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// An entity, by its index in [`Analysis::entities`].
    Entity(usize),
    /// The heading of the names that the person hid.
    HiddenNames,
    /// A name that the person hid.
    Hidden(String),
    /// The heading of a speaker, by name; `None` where nobody was found.
    Speaker(Option<String>),
    /// A quotation, by its index in [`Analysis::quotations`].
    Quotation(usize),
    /// A theme, by its index in the configuration.
    Theme(usize),
    /// An annotation.
    Note(NoteId),
    /// The heading of the deleted annotations.
    DeletedNotes,
    /// A deleted annotation.
    Deleted(NoteId),
}

/// A choosable row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it stands for.
    pub subject: Subject,
    /// The passage it leads to; `None` where there is none in this version of the text.
    pub target: Option<Span>,
}

/// A screen row before it is worded: its shape, and what it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline<T> {
    pub(super) shape: T,
    pub(super) item: Option<usize>,
}

/// Words the rows of the window; the others stay blank.
pub(super) fn worded<T>(
    input: &Input,
    items: &[Item],
    outline: Vec<Outline<T>>,
    word: impl Fn(&T, Option<usize>) -> Vec<Piece>,
) -> Vec<ListRow> {
    let rows = outline.iter().enumerate().map(|(row, line)| ListRow {
        pieces: if input.window.contains(&row) { word(&line.shape, line.item) } else { Vec::new() },
        item: line.item,
        target: line.item.and_then(|item| items[item].target),
    });
    rows.collect()
}

/// The title of a list: its name, how many are shown, its order where it has several and there is room, its filter.
pub(super) fn title(input: &Input, name: Title, shown: usize, all: usize, orders: &[Order]) -> Vec<Piece> {
    let lang = input.lang;
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text).put(name.say(lang), Role::Heading);
    let count =
        if shown == all { format!(" ({all})") } else { format!(" · {shown} {} {all}", Label::Of.say(lang)) };
    line.put(&count, Role::Chrome);
    let sort = [
        Piece::new(format!(" · {} ", Label::Sort.say(lang)), Role::Chrome),
        Piece::new(input.order(orders).say(lang), Role::Text),
    ];
    let typed = &input.list.filter;
    let filter =
        [Piece::new(format!(" · {} ", Label::Filter.say(lang)), Role::Chrome), Piece::new(typed, Role::Text)];
    // What is being typed matters more than the order.
    if orders.len() > 1 && (typed.is_empty() || breadth(&sort) + breadth(&filter) <= line.left()) {
        line.fit(&sort);
    }
    if !line.fit(&filter) && !typed.is_empty() {
        // One types at the end of it.
        line.put(&filter[0].text, filter[0].role);
        line.put(&cut_front(typed, line.left()), Role::Text);
    }
    line.done()
}

/// The one row of a list that has no other: nothing to list, or nothing that answers the filter.
pub(super) fn nothing(input: &Input, none: Label) -> ListRow {
    let label = if input.list.filter.trim().is_empty() { none } else { Label::NoMatch };
    let pieces =
        Line::new(input.columns()).put(" ", Role::Text).put(label.say(input.lang), Role::Chrome).done();
    ListRow { pieces, ..ListRow::default() }
}

/// What an entity of that kind is called.
pub fn kind_name(kind: EntityKind) -> Kind {
    match kind {
        EntityKind::Person => Kind::Person,
        EntityKind::Organisation => Kind::Organisation,
        EntityKind::Place => Kind::Place,
        EntityKind::Event => Kind::Event,
        EntityKind::Law => Kind::Law,
        EntityKind::Work => Kind::Work,
        EntityKind::Product => Kind::Product,
        EntityKind::Other => Kind::Other,
        EntityKind::Date => Kind::Date,
        EntityKind::Amount => Kind::Amount,
    }
}

/// What a pen is called.
pub(super) fn pen_name(pen: Pen) -> PenName {
    match pen {
        Pen::Yellow => PenName::Yellow,
        Pen::Green => PenName::Green,
        Pen::Blue => PenName::Blue,
        Pen::Pink => PenName::Pink,
    }
}

/// The letter of a theme: A for the first. After Z there is none left, and `·` stands for all.
pub fn letter(theme: usize) -> char {
    u8::try_from(theme).ok().filter(|&index| index < 26).map_or('·', |index| char::from(b'A' + index))
}

/// The role of a theme.
pub fn theme_role(theme: usize) -> Role {
    Role::Theme(u8::try_from(theme).unwrap_or(u8::MAX))
}

/// A row of cells that stands for the article: one for each paragraph, or for a slice of as many as it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells {
    paragraphs: usize,
    count: usize,
}

impl Cells {
    /// As many cells as there are paragraphs, but no more than `most`.
    pub(super) fn new(document: &Document, most: usize) -> Self {
        let paragraphs = (document.paragraphs() as usize).max(1);
        Self { paragraphs, count: paragraphs.min(most) }
    }

    /// How many there are.
    pub(super) fn count(self) -> usize {
        self.count
    }

    /// The cell of a paragraph (from 1). There must be a cell.
    pub(super) fn of(self, paragraph: usize) -> usize {
        (paragraph.clamp(1, self.paragraphs) - 1) * self.count / self.paragraphs
    }

    /// The first paragraph (from 1) of a cell.
    pub(super) fn first(self, cell: usize) -> usize {
        (cell * self.paragraphs).div_ceil(self.count.max(1)) + 1
    }

    /// How many of the `paragraphs` fall into each cell.
    pub(super) fn counts(self, paragraphs: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut counts = vec![0; self.count];
        if self.count > 0 {
            paragraphs.for_each(|paragraph| counts[self.of(paragraph)] += 1);
        }
        counts
    }
}
