//! Annotations as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), there and back.
//!
//! [`Writer`] makes one object a line, of which nothing of an annotation is missing. [`read`] takes such lines, and
//! what other programs write by this model or near it: lists, collections, the sets of Readium, the answers of Hypothesis.
//! An [`Intake`] then decides what becomes of each record in one document.

mod colour;
mod html;
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

use crate::mark::{Anchor, Rivals};
use serde::{Deserialize, Serialize};

/// What an annotation keeps of its passage and the standard selectors have no word for: the value of `exergue:anchor`.
///
/// The terms of the model keep their meaning: `exact`, `start` and `end` are of the text the annotation was made in, and
/// absent where the standard selectors say the same; `prefix` and `suffix` are all that is kept of the surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct AnchorFields {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    prefix: String,
    suffix: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(rename = "exergue:permille")]
    permille: u16,
    #[serde(rename = "exergue:chapter", default, skip_serializing_if = "String::is_empty")]
    chapter: String,
    #[serde(rename = "exergue:headings", default, skip_serializing_if = "Vec::is_empty")]
    headings: Vec<String>,
    #[serde(rename = "exergue:text")]
    text: String,
    #[serde(rename = "exergue:rivals", default, skip_serializing_if = "Option::is_none")]
    rivals: Option<usize>,
    #[serde(rename = "exergue:gaprivals", default, skip_serializing_if = "Option::is_none")]
    gaps: Option<usize>,
    #[serde(rename = "exergue:twins", default, skip_serializing_if = "Option::is_none")]
    twins: Option<usize>,
}

impl AnchorFields {
    fn of(anchor: &Anchor) -> Self {
        Self {
            exact: Some(anchor.quote.clone()),
            prefix: anchor.before.clone(),
            suffix: anchor.after.clone(),
            start: Some(anchor.start),
            end: Some(anchor.end),
            permille: anchor.permille,
            chapter: anchor.chapter.clone(),
            headings: anchor.headings.clone(),
            text: anchor.text.clone(),
            rivals: anchor.rivals.map(|rivals| rivals.alike),
            gaps: anchor.rivals.map(|rivals| rivals.gaps),
            twins: anchor.rivals.map(|rivals| rivals.twins),
        }
    }

    /// The anchor; `quotation` has what the standard selectors say.
    fn into_anchor(self, quotation: &Quotation) -> Anchor {
        let (start, end) = quotation.position.unwrap_or_default();
        Anchor {
            quote: self.exact.unwrap_or_else(|| quotation.exact.clone()),
            before: self.prefix,
            after: self.suffix,
            start: self.start.unwrap_or(start),
            end: self.end.unwrap_or(end),
            permille: self.permille.min(1000),
            chapter: self.chapter,
            headings: self.headings,
            text: self.text,
            rivals: self.rivals.map(|alike| Rivals {
                twins: self.twins.unwrap_or(alike),
                alike,
                gaps: self.gaps.unwrap_or_default(),
            }),
        }
    }
}
