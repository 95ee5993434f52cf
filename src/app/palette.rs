//! The palette: every command by name, found by a few of its letters.

use super::editor::Field;
use super::effect::Effect;
use super::model::Model;
use super::update;
use crate::command::{Args, Command, Key, Mode};
use crate::words::Lang;
use crate::words::window::Window;
use jiff::Timestamp;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What is typed, and the row chosen.
#[derive(Debug, Clone)]
pub struct Palette {
    /// What is typed.
    pub field: Field,
    /// The row chosen, among those that fit.
    pub chosen: usize,
}

impl Default for Palette {
    fn default() -> Self {
        Self { field: Field::new("", false), chosen: 0 }
    }
}

impl Palette {
    /// Takes a key that is typed: the best row is chosen again.
    pub fn key(&mut self, key: Key) {
        self.chosen = 0;
        self.field.key(key);
    }
}

/// Commands that only make sense while something is typed or asked.
fn is_inner(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Accept
            | C::Up
            | C::SaveNote
            | C::DiscardNote
            | C::EditOutside
            | C::NextField
            | C::ToggleCase
            | C::ToggleWord
            | C::Palette
            | C::SwitchScope
            | C::Interrupt
    )
}

/// The commands that fit what is typed, the best first, with what stands after the command's name.
#[must_use]
pub fn fitting(typed: &str, lang: Lang) -> Vec<(Command, Option<String>)> {
    let (name, rest) = typed.trim().split_once(' ').unwrap_or((typed.trim(), ""));
    let named = Command::named(name);
    if let Some(command) = named.filter(|_| !rest.trim().is_empty()) {
        return vec![(command, Some(rest.trim().to_owned()))];
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed.trim(), CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut rows: Vec<(u32, Command)> = Command::ALL
        .iter()
        .copied()
        .filter(|command| !is_inner(*command))
        .filter_map(|command| {
            let row = format!("{} {}", command.name(), command.doc(lang));
            pattern.score(Utf32Str::new(&row, &mut buffer), &mut matcher).map(|score| (score, command))
        })
        .collect();
    // A command whose name is typed in full comes first.
    rows.sort_by_key(|(score, command)| (Some(*command) != named, std::cmp::Reverse(*score)));
    rows.into_iter().map(|(_, command)| (command, None)).collect()
}

/// Enter: does the command chosen.
pub fn accept(model: &mut Model, palette: &Palette, now: Timestamp) -> Vec<Effect> {
    let typed = palette.field.text();
    let rows = fitting(&typed, model.lang);
    let Some((command, text)) = rows.get(palette.chosen.min(rows.len().saturating_sub(1))).cloned() else {
        model.talk.complain(format!("{}{typed}", Window::NoCommand.say(model.lang)), now);
        return Vec::new();
    };
    update::run(model, command, &Args { text, ..Args::default() }, now)
}

/// The keys of a command, the shortest first, in the mode they would be typed in.
#[must_use]
pub fn keys(model: &Model, command: Command) -> Vec<String> {
    let modes = [model.mode_behind(), Mode::Everywhere, Mode::Read, Mode::Lists, Mode::Select];
    modes
        .into_iter()
        .chain(Mode::ALL)
        .map(|mode| model.config.keymap.keys_of(mode, command))
        .find(|keys| !keys.is_empty())
        .map(|keys| keys.iter().map(|sequence| sequence.label(model.lang)).collect())
        .unwrap_or_default()
}
