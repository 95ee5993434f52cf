//! Words and sentences of French and English.
//!
//! Both are decided from what stands nearby, so the word or the sentence under the caret costs the
//! same in a tweet and in a line of 100 MB.

mod abbreviations;
mod sentences;
mod words;

pub use sentences::{sentence_at, sentences};
pub use words::{word_at, words};
