//! From blocks to screen lines, and from screen lines to runs of one look.
//!
//! Only what is on screen is ever wrapped: every function here costs a few slices (see `slice`),
//! whatever the length of the document. A place on the page is a byte of the text, so it survives
//! a change of width.

mod cursor;
mod hold;
mod hyphen;
mod line;
mod measure;
mod page;
pub mod paint;
mod position;
mod simple;
mod slice;
pub mod strip;
#[cfg(test)]
mod tests;
mod width;
mod wrap;

pub use line::{Line, Place, Row, indent, mark};
pub use measure::Measure;
pub use page::{
    last_page, line_above, line_at, line_below, normalise, page, place_at_row, place_showing, scroll,
};
pub use paint::{Ink, Look, Run, Stroke, inline_strokes, runs};
pub use position::{column_of, offset_at};
pub use wrap::wrap;
