//! What each view shows, as rows of pieces: text with a role. The screen only has to set them.

use crate::layout::Look;
use crate::mark::{EntityKind, Pen};
use crate::text::Span;

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
