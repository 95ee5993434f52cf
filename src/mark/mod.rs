//! What is marked in an article: what analysis finds, and what the person makes.

pub mod analysis;
pub mod anchor;
pub mod correction;
pub mod draft;
pub mod history;
pub mod language;
pub mod note;
pub mod notes;

pub use analysis::{
    Analysis, Confidence, Entity, EntityKind, KnownName, Mention, Quotation, QuotationKind, Speaker, Term,
    Theme, ThemeHit,
};
pub use anchor::{Anchor, Nearest, Placement, Placer, Rivals};
pub use correction::{Correction, Corrections, Naming, Saying, Scope};
pub use draft::Draft;
pub use history::History;
pub use language::{Language, ReadAs};
pub use note::{Note, NoteId, Pen, Version};
pub use notes::{Deleted, Edit, Event, EventId, Notes};

/// A kind of highlight. Colours, legends and switches cover every one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Quotations.
    Quote,
    /// Named entities.
    Entity,
    /// Themes.
    Theme,
    /// The person's annotations.
    Note,
    /// What a search found.
    Find,
    /// What is selected.
    Selection,
}

impl Layer {
    /// Every layer, in the order of legends.
    pub const ALL: [Layer; 6] =
        [Layer::Entity, Layer::Quote, Layer::Theme, Layer::Note, Layer::Find, Layer::Selection];
}
