//! What an article says, found by rules and a model: who is named, who is quoted, which themes run through it.
//!
//! The road: `tokens` and `reading` (words, sentence starts, language), `tagger` (what the model says
//! of the words), `names` (candidates, then one decision for the whole article), `quotes` (marks),
//! `speakers` (who says them), `themes`.
//! Everything is linear in the text; nothing here reads a clock or a file.

mod corrected;
mod dialogue;
mod engine;
mod language;
mod lexicon;
mod marks;
mod names;
mod quotes;
mod reading;
mod speakers;
mod table;
pub mod tagger;
mod themes;
mod tokens;

pub use corrected::corrected;
pub use engine::{Engine, WHOLE_LIMIT};

#[cfg(test)]
mod tests {
    use super::reading::Reading;
    use crate::text::Span;

    /// Each line a block.
    pub(super) fn reading(text: &str) -> Reading<'_> {
        let mut reading = Reading::new(text, super::language::of_document(text), false);
        let mut start = 0;
        for line in text.split('\n') {
            reading.read(Span::new(start, start + line.len()));
            start += line.len() + 1;
        }
        reading
    }
}
