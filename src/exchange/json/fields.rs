//! What of an annotation the model has no words for.

use super::Quotation;
use crate::mark::{Anchor, Rivals, Version};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an annotation keeps of its passage and the standard selectors have no word for: the value of `exergue:anchor`.
///
/// The terms of the model keep their meaning: `exact`, `start` and `end` are of the text the annotation was made in, and
/// absent where the standard selectors say the same; `prefix` and `suffix` are all that is kept of the surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AnchorFields {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) exact: Option<String>,
    prefix: String,
    suffix: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<usize>,
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
    pub(super) fn of(anchor: &Anchor) -> Self {
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
    pub(super) fn into_anchor(self, quotation: &Quotation) -> Anchor {
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

/// A body that waits for the person to choose: an item of `exergue:versions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct VersionFields {
    /// `urn:uuid:` and the event that gave it.
    #[serde(rename = "exergue:event")]
    event: String,
    value: String,
}

impl VersionFields {
    pub(super) fn of(version: &Version) -> Self {
        Self { event: format!("urn:uuid:{}", version.event.hyphenated()), value: version.body.clone() }
    }

    /// The version; `None` where its event has no name.
    pub(super) fn into_version(self) -> Option<Version> {
        let event = Uuid::try_parse(self.event.strip_prefix("urn:uuid:")?).ok()?;
        Some(Version { event, body: self.value })
    }
}
