//! The document is new, but may be one that has annotations under another text or another path. It is asked once, and
//! nothing waits for the answer.

use super::effect::Effect;
use super::input;
use super::model::Model;
use super::overlay::Overlay;
use crate::command::{Key, KeyCode};
use crate::words::notebook::Notebook;
use jiff::Timestamp;

/// A key while it is asked: `o` or `y` takes the annotations, `n`, Enter and Esc leave them. Any other key puts the question
/// off until the document is opened again, and does what it does.
pub fn key(model: &mut Model, key: Key, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Kin(kin)) = model.overlays.pop() else { return Vec::new() };
    let plain = if key.ctrl || key.alt { None } else { Some(key.code) };
    let (folder, told) = match plain {
        Some(KeyCode::Char('o' | 'O' | 'y' | 'Y')) => (Some(kin.folder), Notebook::KinTaken),
        Some(KeyCode::Char('n' | 'N') | KeyCode::Enter | KeyCode::Esc) => (None, Notebook::KinLeft),
        _ => return input::key(model, key, now),
    };
    model.talk.say(told.say(model.lang), now);
    vec![Effect::SettleIdentity { folder, at: now }]
}
