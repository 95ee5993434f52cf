//! An annotation: a pen stroke on a passage, with or without a note and tags.

use super::{Anchor, EventId, Placement};
use crate::text::Span;
use jiff::Timestamp;
use uuid::Uuid;

/// Names an annotation for ever: a UUID v7, so that ids sort by the time they were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub Uuid);

impl NoteId {
    /// Eight letters and digits for block ids in exports: the random end of the id, in base 36.
    #[must_use]
    pub fn short(self) -> String {
        let mut rest = self.0.as_u128() & 0xff_ffff_ffff;
        let mut digits = [b'0'; 8];
        for digit in digits.iter_mut().rev() {
            *digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % 36) as usize];
            rest /= 36;
        }
        String::from_utf8(digits.to_vec()).expect("base 36 digits are ASCII")
    }
}

/// The colour of a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Pen {
    /// Jaune.
    #[default]
    Yellow,
    /// Vert.
    Green,
    /// Bleu.
    Blue,
    /// Rose.
    Pink,
}

impl Pen {
    /// The four pens, in the order of their keys.
    pub const ALL: [Pen; 4] = [Pen::Yellow, Pen::Green, Pen::Blue, Pen::Pink];

    /// The name in the journal: `yellow`, `green`, `blue`, `pink`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
        }
    }

    /// The pen of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pen| pen.name() == name)
    }

    /// The pen after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// An annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its name for ever.
    pub id: NoteId,
    /// What holds it to its passage; never overwritten.
    pub anchor: Anchor,
    /// Where it stands in the document that is open.
    pub placement: Placement,
    /// The colour of the stroke.
    pub pen: Pen,
    /// The note; empty for a bare highlight. May hold line ends.
    pub body: String,
    /// Tags without `#`, in the order they were given, each once.
    pub tags: Vec<String>,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
    /// The event that gave it its present body.
    pub head: EventId,
    /// Where the person says it stands in other texts than the one of `anchor`: one for each text, by text.
    pub attached: Vec<Anchor>,
    /// Bodies written apart from the present one and not settled yet, oldest first; see [`Note::others`].
    pub versions: Vec<Version>,
}

/// A body that was written without knowing of the one that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The event that gave it.
    pub event: EventId,
    /// What it says.
    pub body: String,
}

impl Note {
    /// The bytes it stands on, where it was found.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.placement.span()
    }

    /// The bodies written apart from the present one that say something else: of them the person chooses.
    pub fn others(&self) -> impl Iterator<Item = &Version> {
        self.versions.iter().filter(|version| version.body != self.body)
    }

    /// Where the person says it stands in the text that begins its digest so; see [`Anchor::text`].
    #[must_use]
    pub fn attached_in(&self, text: &str) -> Option<&Anchor> {
        let place = self.attached.binary_search_by(|anchor| anchor.text.as_str().cmp(text)).ok()?;
        self.attached.get(place)
    }

    /// Takes `to` for where it stands in that text; gives what was taken for it before.
    pub(super) fn attach(&mut self, text: &str, to: Option<Anchor>) -> Option<Anchor> {
        match (self.attached.binary_search_by(|anchor| anchor.text.as_str().cmp(text)), to) {
            (Ok(place), Some(anchor)) => Some(std::mem::replace(&mut self.attached[place], anchor)),
            (Ok(place), None) => Some(self.attached.remove(place)),
            (Err(place), Some(anchor)) => {
                self.attached.insert(place, anchor);
                None
            }
            (Err(_), None) => None,
        }
    }

    /// Whether it says something, beside marking.
    #[must_use]
    pub fn has_body(&self) -> bool {
        !self.body.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pens_have_names_and_go_round() {
        for pen in Pen::ALL {
            assert_eq!(Pen::named(pen.name()), Some(pen));
        }
        assert_eq!(Pen::named("mauve"), None);
        assert_eq!(Pen::ALL.map(Pen::next), [Pen::Green, Pen::Blue, Pen::Pink, Pen::Yellow]);
    }

    #[test]
    fn short_names_are_eight_digits_of_the_random_end() {
        assert_eq!(NoteId(Uuid::nil()).short(), "00000000");
        assert_eq!(NoteId(Uuid::from_u128(36)).short(), "00000010");
        let early = Uuid::from_u128(1 << 100 | 71);
        assert_eq!(NoteId(early).short(), "0000001z", "the time does not count");
    }
}
