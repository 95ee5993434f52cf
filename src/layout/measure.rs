//! How wide the page is, and what may be done to fill its lines.

use crate::mark::Language;

/// The measure of the page: the columns of its text, and whether words are hyphenated.
///
/// A bare number of columns is a measure without hyphenation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Cells of a line; 0 counts as 1.
    pub columns: u16,
    /// The language by whose rules words part at the end of a line; `None`: only where the text has
    /// soft hyphens, and languages without rules here count as none.
    pub hyphenation: Option<Language>,
}

impl From<u16> for Measure {
    fn from(columns: u16) -> Self {
        Self { columns, hyphenation: None }
    }
}

impl Measure {
    /// The same with `columns` less.
    pub(super) fn less(self, columns: u16) -> Self {
        Self { columns: self.columns.saturating_sub(columns), ..self }
    }
}
