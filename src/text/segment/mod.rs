//! Words and sentences, by rules for the languages that the program reads.
//!
//! Both are decided from what stands nearby, so the word or the sentence under the caret costs the
//! same in a tweet and in a line of 100 MB.

mod abbreviations;
mod ordinal;
mod sentences;
mod words;

pub(crate) use ordinal::is_german_ordinal;
pub use sentences::{sentence_at, sentences};
pub use words::{word_at, words};
