//! What of an annotation the model has no words for.

use super::Quotation;
use crate::mark::{Anchor, Rivals, Version};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// What an annotation keeps of its passage and the standard selectors have no word for: the value of `exergue:anchor`.
///
/// The terms of the model keep their meaning: `exact`, `start` and `end` are of the text the annotation was made in, and
/// absent where the standard selectors say the same; `prefix` and `suffix` are all that is kept of the surroundings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct AnchorFields<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) exact: Option<Cow<'a, str>>,
    prefix: Cow<'a, str>,
    suffix: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<usize>,
    #[serde(rename = "exergue:permille")]
    permille: u16,
    #[serde(rename = "exergue:chapter", default, skip_serializing_if = "str::is_empty")]
    chapter: Cow<'a, str>,
    #[serde(rename = "exergue:headings", default, skip_serializing_if = "<[String]>::is_empty")]
    headings: Cow<'a, [String]>,
    #[serde(rename = "exergue:text")]
    text: Cow<'a, str>,
    #[serde(rename = "exergue:rivals", default, skip_serializing_if = "Option::is_none")]
    rivals: Option<usize>,
    #[serde(rename = "exergue:gaprivals", default, skip_serializing_if = "Option::is_none")]
    gaps: Option<usize>,
    #[serde(rename = "exergue:twins", default, skip_serializing_if = "Option::is_none")]
    twins: Option<usize>,
}

impl<'a> AnchorFields<'a> {
    pub(super) fn of(anchor: &'a Anchor) -> Self {
        Self {
            exact: Some(anchor.quote.as_str().into()),
            prefix: anchor.before.as_str().into(),
            suffix: anchor.after.as_str().into(),
            start: Some(anchor.start),
            end: Some(anchor.end),
            permille: anchor.permille,
            chapter: anchor.chapter.as_str().into(),
            headings: anchor.headings.as_slice().into(),
            text: anchor.text.as_str().into(),
            rivals: anchor.rivals.map(|rivals| rivals.alike),
            gaps: anchor.rivals.map(|rivals| rivals.gaps),
            twins: anchor.rivals.map(|rivals| rivals.twins),
        }
    }

    /// The anchor; `quotation` has what the standard selectors say.
    pub(super) fn into_anchor(self, quotation: &Quotation) -> Anchor {
        let (start, end) = quotation.position.unwrap_or_default();
        Anchor {
            quote: self.exact.map_or_else(|| quotation.exact.clone(), Cow::into_owned),
            before: self.prefix.into_owned(),
            after: self.suffix.into_owned(),
            start: self.start.unwrap_or(start),
            end: self.end.unwrap_or(end),
            permille: self.permille.min(1000),
            chapter: self.chapter.into_owned(),
            headings: self.headings.into_owned(),
            text: self.text.into_owned(),
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
