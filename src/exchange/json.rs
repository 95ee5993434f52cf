//! Annotations as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), there and back.
//!
//! [`Writer`] makes one object a line, of which nothing of an annotation is missing. [`read`] takes such lines, and
//! what other programs write by this model or near it: lists, collections, the sets of Readium, the answers of Hypothesis.
//! An [`Intake`] then decides what becomes of each record in one document.

mod colour;
mod fields;
mod intake;
mod outcome;
mod quotation;
mod reader;
mod record;
#[cfg(test)]
mod tests;
mod writer;

pub use intake::{Intake, Taken};
pub use outcome::{Field, Outcome};
pub use reader::{Entry, NotJson, read};
pub use record::{Passage, Quotation, Record};
pub use writer::{Writer, text_address};

use fields::{AnchorFields, VersionFields};
