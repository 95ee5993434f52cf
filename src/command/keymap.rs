//! Which keys ask for which command: data, merged from the default and the person's own.
//!
//! Each mode has a flat list of bindings in the order of the configuration. A trie would answer
//! faster, but some hundred short sequences are gone through in a microsecond, and the list keeps
//! the order that help and footers want.

use super::{Command, Key, Mode, Sequence, Stroke};
use crate::notice::{Notice, Site};
use std::collections::BTreeMap;

/// Keys and the command they ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The keys.
    pub keys: Sequence,
    /// The command.
    pub command: Command,
    /// Where it was written.
    pub site: Site,
    /// How many rows were bound before it: a clash is the fault of the later row.
    order: usize,
}

/// What a key may lead to after a prefix, for the popup that helps to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// The next stroke.
    pub stroke: Stroke,
    /// What it does; `None` where more keys must follow.
    pub command: Option<Command>,
}

/// What the keys typed so far mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// A command, with the character typed in the place of `<char>`.
    Command(Command, Option<char>),
    /// The beginning of something: what may follow, in the order of the configuration.
    Prefix(Vec<Hint>),
    /// Nothing.
    None,
}

/// Every binding of every mode.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    modes: BTreeMap<Mode, Vec<Binding>>,
    rows: usize,
}

impl Keymap {
    /// What `keys` mean in `mode`. The mode's own keys count before those of the layers below; a key named
    /// outright counts before any character. No keys at all are the beginning of everything.
    #[must_use]
    pub fn lookup(&self, mode: Mode, keys: &[Key]) -> Lookup {
        let mut hints: Vec<Hint> = Vec::new();
        for binding in self.reachable(mode, |_| true) {
            let strokes = binding.keys.strokes();
            if strokes.len() <= keys.len() || !accepts(&strokes[..keys.len()], keys) {
                continue;
            }
            let command = (strokes.len() == keys.len() + 1).then_some(binding.command);
            let stroke = strokes[keys.len()];
            if !hints.iter().any(|hint| hint.stroke == stroke) {
                hints.push(Hint { stroke, command });
            }
        }
        match self.command(mode, keys) {
            Some((command, letter)) => Lookup::Command(command, letter),
            None if hints.is_empty() => Lookup::None,
            None => Lookup::Prefix(hints),
        }
    }

    /// The keys that ask for `command` in `mode`, the least work first, then in the order of the
    /// configuration. Keys of a layer below that mean something else in `mode` are left out.
    #[must_use]
    pub fn keys_of(&self, mode: Mode, command: Command) -> Vec<&Sequence> {
        let mut found: Vec<&Sequence> = self
            .reachable(mode, move |binding| binding.command == command)
            .map(|binding| &binding.keys)
            .collect();
        found.sort_by_key(|keys| keys.effort());
        found
    }

    /// The bindings written for `mode` itself, in the order of the configuration.
    #[must_use]
    pub fn bindings(&self, mode: Mode) -> &[Binding] {
        self.modes.get(&mode).map_or(&[], Vec::as_slice)
    }

    /// Lays one row of the configuration over what is there. The command `none`, or an empty one,
    /// takes the keys away. Keys that cannot be read and commands that do not exist give a notice
    /// and change nothing.
    pub fn bind(&mut self, mode: Mode, keys: &str, command: &str, site: Site) -> Option<Notice> {
        let mode_name = || mode.name().to_owned();
        let Some(sequence) = Sequence::parse(keys) else {
            return Some(Notice::BadKeys { site, mode: mode_name(), keys: keys.to_owned() });
        };
        let bindings = self.modes.entry(mode).or_default();
        let place = bindings.iter().position(|binding| binding.keys == sequence);
        if matches!(command, "" | "none") {
            if let Some(place) = place {
                bindings.remove(place);
            }
            return None;
        }
        let Some(known) = Command::named(command) else {
            return Some(Notice::UnknownCommand {
                site,
                mode: mode_name(),
                keys: keys.to_owned(),
                command: command.to_owned(),
                nearest: super::nearest(command, Command::ALL.iter().map(|known| known.name()))
                    .map(str::to_owned),
            });
        };
        let binding = Binding { keys: sequence, command: known, site, order: self.rows };
        self.rows += 1;
        match place {
            Some(place) => bindings[place] = binding,
            None => bindings.push(binding),
        }
        None
    }

    /// Sequences that can never be typed because another one ends where they begin, each once, in
    /// the mode where it happens.
    #[must_use]
    pub fn clashes(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        for mode in Mode::ALL {
            for layer in mode.layers() {
                let own = *layer == mode;
                for one in self.bindings(mode) {
                    for other in self.bindings(*layer) {
                        if one.keys.hides(&other.keys) {
                            notices.push(clash(mode, one, other));
                        } else if !own && other.keys.hides(&one.keys) {
                            notices.push(clash(mode, other, one));
                        }
                    }
                }
            }
        }
        notices
    }

    /// The wanted bindings that count in `mode`, its own first; those that a layer before theirs overrides are
    /// left out.
    fn reachable(
        &self,
        mode: Mode,
        wanted: impl Fn(&Binding) -> bool + Copy,
    ) -> impl Iterator<Item = &Binding> {
        mode.layers().iter().enumerate().flat_map(move |(depth, &layer)| {
            let overridden = move |keys: &Sequence| {
                mode.layers()[..depth]
                    .iter()
                    .any(|&over| self.bindings(over).iter().any(|own| own.keys == *keys))
            };
            // What is wanted is asked first: it is the cheaper question, and few bindings are.
            let counts = move |binding: &&Binding| wanted(binding) && !overridden(&binding.keys);
            self.bindings(layer).iter().filter(counts)
        })
    }

    fn command(&self, mode: Mode, keys: &[Key]) -> Option<(Command, Option<char>)> {
        let full = |binding: &Binding| {
            binding.keys.strokes().len() == keys.len() && accepts(binding.keys.strokes(), keys)
        };
        let named = |binding: &&Binding| !binding.keys.strokes().contains(&Stroke::AnyCharacter);
        let candidates: Vec<&Binding> = self.reachable(mode, full).collect();
        let binding = candidates.iter().find(|binding| named(binding)).or(candidates.first())?;
        let letter = binding
            .keys
            .strokes()
            .iter()
            .zip(keys)
            .filter(|(stroke, _)| **stroke == Stroke::AnyCharacter)
            .find_map(|(_, key)| key.typed());
        Some((binding.command, letter))
    }
}

fn accepts(strokes: &[Stroke], keys: &[Key]) -> bool {
    strokes.iter().zip(keys).all(|(stroke, &key)| stroke.accepts(key))
}

fn clash(mode: Mode, shorter: &Binding, longer: &Binding) -> Notice {
    let later = if shorter.order > longer.order { shorter } else { longer };
    Notice::KeyClash {
        site: later.site.clone(),
        mode: mode.name().to_owned(),
        shorter: shorter.keys.to_string(),
        longer: longer.keys.to_string(),
    }
}

#[cfg(test)]
mod tests;
