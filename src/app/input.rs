//! From keys to commands: counts, prefixes, the popup of what may follow.

use super::model::Model;
use super::{Effect, overlay, update};
use crate::command::{Args, Key, KeyCode, Lookup, Mode};
use crate::words::window::Window;
use jiff::{SignedDuration, Timestamp};

/// How long a prefix waits before it shows what may follow.
const PATIENCE: SignedDuration = SignedDuration::from_millis(300);

/// Keys typed that do not make a command yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pending {
    /// The count before them.
    pub count: Option<u32>,
    /// The keys.
    pub keys: Vec<Key>,
    /// Whether what may follow is shown.
    pub popup: bool,
    since: Option<Timestamp>,
}

impl Pending {
    /// When what may follow is to be shown.
    #[must_use]
    pub fn popup_at(&self) -> Option<Timestamp> {
        if self.popup { None } else { self.since.map(|since| since + PATIENCE) }
    }

    /// Shows what may follow when its time has come.
    pub fn wake(&mut self, now: Timestamp) {
        self.popup |= self.popup_at().is_some_and(|at| at <= now);
    }
}

/// Takes one key.
pub fn key(model: &mut Model, key: Key, now: Timestamp) -> Vec<Effect> {
    // A message stands until the next key, or until its time is over.
    model.talk.toast = None;
    if overlay::takes(model, key) {
        return overlay::key(model, key, now);
    }
    let mode = model.mode();
    let counts = matches!(mode, Mode::Read | Mode::Select) || mode.is_list();
    if counts && model.pending.keys.is_empty() && count(model, key) {
        return Vec::new();
    }
    if key.code == KeyCode::Esc && (!model.pending.keys.is_empty() || model.pending.count.is_some()) {
        model.pending = Pending::default();
        return Vec::new();
    }
    model.pending.keys.push(key);
    match model.config.keymap.lookup(mode, &model.pending.keys) {
        Lookup::Command(command, letter) => {
            let count = std::mem::take(&mut model.pending).count;
            update::run(model, command, &Args { count, letter, text: None }, now)
        }
        Lookup::Prefix(_) => {
            model.pending.since = Some(now);
            Vec::new()
        }
        Lookup::None => {
            let typed = std::mem::take(&mut model.pending).keys;
            if mode.is_text_field() {
                return overlay::key(model, key, now);
            }
            let typed: Vec<String> = typed.iter().map(|key| key.label(model.lang)).collect();
            let nothing = if mode == Mode::Read { Window::NothingHere } else { Window::NothingThere };
            model.talk.say(format!("{}{}", typed.join(" "), nothing.say(model.lang)), now);
            Vec::new()
        }
    }
}

/// Takes a digit as part of a count; a leading 0 is no count.
fn count(model: &mut Model, key: Key) -> bool {
    let KeyCode::Char(letter) = key.code else { return false };
    let Some(digit) = letter.to_digit(10).filter(|_| !key.ctrl && !key.alt) else { return false };
    if digit == 0 && model.pending.count.is_none() {
        return false;
    }
    model.pending.count =
        Some(model.pending.count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(9_999_999));
    true
}
