//! Plain text.

use super::{BlockKind, Builder, Document, Extent};

/// Reads a whole text; `name` is the title where the text has none.
#[must_use]
pub fn read(text: &str, name: &str) -> Document {
    let mut builder = Builder::with_capacity(text.len());
    builder.title(name);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        builder.block(BlockKind::Paragraph, line);
    }
    builder.finish(Extent::Whole)
}
