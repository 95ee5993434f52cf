//! Text without meaning: spans, decoding, graphemes, words and sentences, search, cleaning.

mod again;
pub mod clean;
pub mod code_points;
pub mod decode;
pub mod find;
pub mod graphemes;
pub mod letters;
pub mod segment;
pub mod span;

pub use again::again;
pub use clean::{Clean, clean};
pub use span::{Span, SpanList, Spanned};
