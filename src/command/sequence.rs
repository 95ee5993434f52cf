//! Keys pressed one after the other, as a binding writes them: `g g`, `m <char>`.

use super::Key;
use crate::words::Lang;
use crate::words::commands::KeyName;
use std::fmt;

/// How any character is written in a sequence. No key is called so, and `*` stays a key.
pub const ANY_CHARACTER: &str = "<char>";

/// What one press must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// This key.
    Key(Key),
    /// Any key that types a character; the command is given the character.
    AnyCharacter,
}

impl Stroke {
    /// Whether pressing `key` will do.
    #[must_use]
    pub fn accepts(self, key: Key) -> bool {
        match self {
            Self::Key(wanted) => wanted == key,
            Self::AnyCharacter => key.typed().is_some(),
        }
    }

    /// Whether every press that `other` accepts will do.
    fn covers(self, other: Stroke) -> bool {
        match other {
            Self::Key(key) => self.accepts(key),
            Self::AnyCharacter => self == Self::AnyCharacter,
        }
    }

    /// The stroke as it is shown to a person.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        match self {
            Self::Key(key) => key.label(lang),
            Self::AnyCharacter => KeyName::AnyCharacter.say(lang).to_owned(),
        }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(out, "{key}"),
            Self::AnyCharacter => out.write_str(ANY_CHARACTER),
        }
    }
}

/// One stroke or several; never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(Vec<Stroke>);

impl Sequence {
    /// Reads strokes with blanks between (`g g`). `None` where one of them is no key, where there is
    /// none, or where it begins with any character (which would swallow the keyboard).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let strokes: Vec<Stroke> = text
            .split_whitespace()
            .map(|part| match part {
                ANY_CHARACTER => Some(Stroke::AnyCharacter),
                _ => Key::parse(part).map(Stroke::Key),
            })
            .collect::<Option<_>>()?;
        matches!(strokes.first(), Some(Stroke::Key(_))).then_some(Self(strokes))
    }

    /// The strokes, at least one.
    #[must_use]
    pub fn strokes(&self) -> &[Stroke] {
        &self.0
    }

    /// Whether `longer` begins with this sequence and goes on, so that it can never be typed.
    #[must_use]
    pub fn hides(&self, longer: &Sequence) -> bool {
        let pairs = || self.0.iter().zip(&longer.0);
        self.0.len() < longer.0.len() && pairs().all(|(one, other)| one.covers(*other))
    }

    /// The sequence as it is shown to a person: `gg`, `Ctrl-D`, `m …`. Letters alone stand together.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let labels: Vec<String> = self.0.iter().map(|stroke| stroke.label(lang)).collect();
        let is_letter = |stroke: &Stroke| match stroke {
            Stroke::Key(key) => key.typed().is_some_and(|letter| letter != ' '),
            Stroke::AnyCharacter => false,
        };
        labels.join(if self.0.iter().all(is_letter) { "" } else { " " })
    }

    /// How much work it is: strokes first, then held keys, then letters on screen.
    pub(super) fn effort(&self) -> (usize, usize, usize) {
        let held = self.0.iter().filter(|stroke| matches!(stroke, Stroke::Key(key) if key.ctrl || key.alt));
        (self.0.len(), held.count(), self.to_string().chars().count())
    }
}

impl fmt::Display for Sequence {
    /// The sequence as the configuration writes it; [`Sequence::parse`] reads it back.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, stroke) in self.0.iter().enumerate() {
            let blank = if index == 0 { "" } else { " " };
            write!(out, "{blank}{stroke}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_sequence_is_read_back() {
        for text in ["g g", "Ctrl-d", "F2", "Space", "Shift-Tab", "] ]", "*", "m <char>", "' '", "d d"] {
            assert_eq!(Sequence::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_sequence_is_refused() {
        for text in ["", " ", "<char>", "g Nothing", "<char> g"] {
            assert_eq!(Sequence::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn plain_letters_stand_together_in_labels() {
        let label = |text: &str| Sequence::parse(text).expect(text).label(Lang::French);
        assert_eq!(label("g g"), "gg");
        assert_eq!(label("m <char>"), "m …");
        assert_eq!(label("g Space"), "g Espace");
    }
}
