//! What each view shows, as rows of pieces: text with a role. The screen only has to set them.

pub mod bars;
pub mod card;
pub mod catalogue;
mod context;
pub mod encodings;
pub mod entities;
pub mod filter;
pub mod info;
mod line;
pub mod notebook;
pub mod parts;
pub mod popup;
pub mod question;
pub mod quotes;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
pub mod text;
pub mod themes;
pub mod versions;

pub use filter::Filter;
pub use parts::{Input, Item, Subject};

use crate::layout::Look;
use crate::mark::{EntityKind, Pen};
use crate::text::Span;
use crate::words::views::Order;

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum View {
    /// The article.
    #[default]
    Text,
    /// Who and what is named.
    Entities,
    /// Who says what.
    Quotes,
    /// Which themes run through it.
    Themes,
    /// The annotations.
    Notebook,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [View; 5] = [View::Text, View::Entities, View::Quotes, View::Themes, View::Notebook];
}

/// What a piece of the interface is; the palette gives it a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Content.
    #[default]
    Text,
    /// Rules, counts, hints.
    Chrome,
    /// A heading of a list, the title.
    Heading,
    /// The tab or row that is chosen.
    Chosen,
    /// A key in a footer.
    Key,
    /// The passage in a line of context.
    Focus,
    /// An entity of a kind.
    Entity(EntityKind),
    /// A theme, by its index.
    Theme(u8),
    /// A pen's stroke.
    Pen(Pen),
    /// The mark of a quotation.
    Quote,
    /// A quotation whose speaker is a guess.
    Unsure,
    /// A word that was removed.
    Gone,
    /// A tag.
    Tag,
    /// Something went right.
    Good,
    /// Something to look at.
    Warning,
    /// Something went wrong.
    Error,
    /// Text of the article as the page shows it.
    Look(Look),
}

/// Text with a role. The text may hold anything: it is cleaned where it is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// What is read.
    pub text: String,
    /// What it is.
    pub role: Role,
}

impl Piece {
    /// A piece of a role.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }
}

/// One screen row of a list, with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListRow {
    /// What is read, left to right.
    pub pieces: Vec<Piece>,
    /// The choosable row this belongs to (several screen rows may share one); `None` for headings and rules.
    pub item: Option<usize>,
    /// The passage of the article it leads to.
    pub target: Option<Span>,
}

impl View {
    /// What can be chosen in the list, after the filter, in its order. Nothing in the text.
    #[must_use]
    pub fn items(self, input: &Input) -> Vec<Item> {
        match self {
            View::Text => Vec::new(),
            View::Entities => entities::items(input),
            View::Quotes => quotes::items(input),
            View::Themes => themes::items(input),
            View::Notebook => notebook::items(input),
        }
    }

    /// The screen rows of the list, all of them, those of the window with their words.
    #[must_use]
    pub fn rows(self, input: &Input) -> Vec<ListRow> {
        match self {
            View::Text => Vec::new(),
            View::Entities => entities::rows(input),
            View::Quotes => quotes::rows(input),
            View::Themes => themes::rows(input),
            View::Notebook => notebook::rows(input),
        }
    }

    /// The title of the list: its name, how many, its order, its filter.
    #[must_use]
    pub fn title(self, input: &Input) -> Vec<Piece> {
        match self {
            View::Text => Vec::new(),
            View::Entities => entities::title(input),
            View::Quotes => quotes::title(input),
            View::Themes => themes::title(input),
            View::Notebook => notebook::title(input),
        }
    }

    /// The details of the chosen row, in at most `height` rows; the views without details give none.
    #[must_use]
    pub fn details(self, input: &Input, width: u16, height: u16) -> Vec<ListRow> {
        match self {
            View::Entities => entities::details(input, width, height),
            View::Themes => themes::details(input, width, height),
            View::Text | View::Quotes | View::Notebook => Vec::new(),
        }
    }

    /// The passages that the details of the chosen row list: what `List::detail` counts. `None` stands for what is no
    /// passage.
    #[must_use]
    pub fn passages(self, input: &Input) -> Vec<Option<Span>> {
        match self {
            View::Entities => entities::passages(input).into_iter().map(Some).collect(),
            View::Themes => themes::passages(input),
            View::Text | View::Quotes | View::Notebook => Vec::new(),
        }
    }

    /// The orders the list can have; the first is the usual one.
    #[must_use]
    pub fn orders(self) -> &'static [Order] {
        match self {
            View::Text => &[],
            View::Entities => &entities::ORDERS,
            View::Quotes => &quotes::ORDERS,
            View::Themes => &themes::ORDERS,
            View::Notebook => &notebook::ORDERS,
        }
    }
}
