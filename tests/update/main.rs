//! What a person does and gets: keys in, state or text out, all through `update`.

#[path = "../common/mod.rs"]
mod common;

mod correcting;
mod drafts;
mod kin;
mod marking;
mod mouse;
mod moving;
mod navigating;
mod orphans;
mod saving;
mod screen;
mod searching;
mod selecting;
mod versions;
mod views;
mod walk;

use common::Sitting;
use exergue::doc::plain;
use exergue::words::Lang;
use std::sync::Arc;

/// The bundled article at 80 by 24, in French.
fn sitting() -> Sitting {
    Sitting::new(80, 24)
}

/// A small article at 80 by 24, in French.
fn over(text: &str) -> Sitting {
    Sitting::over(Arc::new(plain::read(text, "essai")), 80, 24, Lang::French)
}

fn is_at(sitting: &Sitting, words: &str) {
    let from = sitting.rest();
    assert!(from.starts_with(words), "at {:?}", from.chars().take(60).collect::<String>());
}
