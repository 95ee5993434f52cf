//! How an annotation holds to its passage when the article changes.

use crate::text::Span;

/// What is kept of a passage so that it is found again. Offsets are code points of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The passage, whole, as it stands in the text.
    pub quote: String,
    /// Raw text just before it.
    pub before: String,
    /// Raw text just after it.
    pub after: String,
    /// First code point.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Where it stood in the text, in thousandths of its length.
    pub permille: u16,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    /// SHA-256 of the extracted text it was made in, as the first 16 hexadecimal digits.
    pub text: String,
}

/// Where an annotation stands in the document that is open. Derived, never stored as truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// The same words in the same surroundings.
    Exact(Span),
    /// The same words, in surroundings that changed.
    Moved(Span),
    /// The same words stand in several places, and nothing tells which.
    Ambiguous,
    /// Not found in this version.
    Orphan,
}

impl Placement {
    /// The bytes it stands on, where it was found.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Moved(span) => Some(span),
            Self::Ambiguous | Self::Orphan => None,
        }
    }
}
