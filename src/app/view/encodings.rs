//! The encodings to read the text in.

use super::{Piece, Role};
use crate::app::encoding::{choices, label, read_in};
use crate::app::model::Model;
use crate::words::encodings::Encodings;

/// `Encodage du texte`, with the one in use where that is known.
#[must_use]
pub fn title(model: &Model) -> String {
    let title = Encodings::Title.say(model.lang);
    match model.document.meta().decoding {
        Some(decoding) => format!("{title} · {}", read_in(decoding, model.lang)),
        None => title.to_owned(),
    }
}

/// Each choice behind its letter, a sign before the one at `row`.
#[must_use]
pub fn rows(model: &Model, row: usize) -> Vec<Vec<Piece>> {
    let rows = choices().enumerate().map(|(index, (letter, choice))| {
        let sign = if index == row { "▸ " } else { "  " };
        let role = if index == row { Role::Chosen } else { Role::Text };
        vec![
            Piece::new(sign, Role::Key),
            Piece::new(letter.to_string(), Role::Key),
            Piece::new(format!("  {}", label(choice, model.lang)), role),
        ]
    });
    rows.collect()
}
