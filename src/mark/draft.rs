//! A note that is still being typed.

use super::{Anchor, NoteId, Pen};
use jiff::Timestamp;
use uuid::Uuid;

/// A note that is still being typed, as it is kept in case the program ends before the note is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name while it is typed.
    pub id: Uuid,
    /// The annotation it rewrites; `None` where it is to be a new one.
    pub note: Option<NoteId>,
    /// What holds it to its passage.
    pub anchor: Anchor,
    /// The pen it will have.
    pub pen: Pen,
    /// What the editor held when it was opened: the note and its tags, as one text.
    pub before: String,
    /// What it held last.
    pub text: String,
    /// When that was.
    pub at: Timestamp,
}
