//! The encoding that the text is read in: what it is, and which others it could be.

use super::effect::Effect;
use super::model::Model;
use super::overlay::Overlay;
use crate::command::KeyCode;
use crate::text::decode::{By, CHOICES, Decoding, name};
use crate::words::Lang;
use crate::words::encodings::{EncodingBy, Encodings};
use encoding_rs::Encoding;

/// The rows of the list, each with its letter: what the bytes say, then the encodings that are offered.
pub fn choices() -> impl Iterator<Item = (char, Option<&'static Encoding>)> {
    ('a'..).zip(std::iter::once(None).chain(CHOICES.map(Some)))
}

/// What a choice is called.
#[must_use]
pub fn label(choice: Option<&'static Encoding>, lang: Lang) -> &'static str {
    choice.map_or_else(|| Encodings::Automatic.say(lang), name)
}

/// `windows-1252 (deviné)`.
#[must_use]
pub fn read_in(decoding: Decoding, lang: Lang) -> String {
    let by = match decoding.by {
        By::Choice => EncodingBy::Choice,
        By::Mark => EncodingBy::Mark,
        By::Bytes => EncodingBy::Bytes,
        By::Declaration => EncodingBy::Declaration,
        By::Guess => EncodingBy::Guess,
    };
    format!("{} ({})", decoding.name(), by.say(lang))
}

/// Opens the list, at the encoding in use.
pub fn show(model: &mut Model) -> Vec<Effect> {
    let decoding = model.document.meta().decoding;
    let chosen = decoding.filter(|decoding| decoding.by == By::Choice).map(|decoding| decoding.encoding);
    let row = choices().position(|(_, choice)| choice == chosen).unwrap_or(0);
    model.overlays.push(Overlay::Encodings(row));
    Vec::new()
}

/// A key while the list is open: a letter or Enter chooses, the arrows move, anything else leaves it.
pub fn key(model: &mut Model, row: usize, code: Option<KeyCode>) -> Vec<Effect> {
    model.overlays.pop();
    let last = CHOICES.len();
    let row = match code {
        Some(KeyCode::Down | KeyCode::Char('j')) => (row + 1).min(last),
        Some(KeyCode::Up | KeyCode::Char('k')) => row.saturating_sub(1),
        Some(KeyCode::Enter) => {
            return vec![Effect::Decode(choices().nth(row).and_then(|(_, choice)| choice))];
        }
        Some(KeyCode::Char(letter)) => {
            let found = choices().find(|(of, _)| of.eq_ignore_ascii_case(&letter));
            return found.map(|(_, choice)| Effect::Decode(choice)).into_iter().collect();
        }
        _ => return Vec::new(),
    };
    model.overlays.push(Overlay::Encodings(row));
    Vec::new()
}
