//! One press of a key, and how it is written.
//!
//! In the configuration a key is written as people say it: `j`, `E`, `Ctrl-d`, `F2`, `Space`,
//! `Shift-Tab`. The same key has one value only, however a terminal reports it.

use crate::words::Lang;
use crate::words::commands::KeyName;
use std::fmt;

/// Which key, without what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A key that types a character; the space bar is `Char(' ')`.
    Char(char),
    /// Enter, Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Deletes to the left.
    Backspace,
    /// Deletes to the right.
    Delete,
    /// Insert.
    Insert,
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// F1 to F24.
    Function(u8),
}

/// One press: a key and what is held down beside it. Make it with [`Key::new`], which brings the
/// several ways to report one press together; a key put together by hand may match no binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control is held.
    pub ctrl: bool,
    /// Alt, Option is held.
    pub alt: bool,
    /// Shift is held. Never on a character or a Tab: it is in the character (`E`), in `BackTab`.
    pub shift: bool,
}

/// The keys that have names, in the spelling of the configuration.
const NAMES: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

/// Terminals report F13 to F24 as Shift with F1 to F12 or as themselves; past that there is nothing.
const LAST_FUNCTION_KEY: u8 = 24;

impl Key {
    /// The press as it is compared: Shift goes into a character or a Tab, and with Ctrl a letter is
    /// small, because most terminals cannot tell Ctrl-D from Ctrl-d.
    #[must_use]
    pub fn new(code: KeyCode, ctrl: bool, alt: bool, shift: bool) -> Self {
        match code {
            KeyCode::Char(letter) => {
                let letter = match (ctrl, shift) {
                    (true, _) => single(letter.to_lowercase(), letter),
                    (false, true) => single(letter.to_uppercase(), letter),
                    (false, false) => letter,
                };
                Self { code: KeyCode::Char(letter), ctrl, alt, shift: false }
            }
            KeyCode::BackTab => Self { code, ctrl, alt, shift: false },
            KeyCode::Tab if shift => Self { code: KeyCode::BackTab, ctrl, alt, shift: false },
            _ => Self { code, ctrl, alt, shift },
        }
    }

    /// The key alone, nothing held.
    #[must_use]
    pub fn plain(code: KeyCode) -> Self {
        Self::new(code, false, false, false)
    }

    /// The key that types `letter`.
    #[must_use]
    pub fn char(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// `letter` with Ctrl.
    #[must_use]
    pub fn ctrl(letter: char) -> Self {
        Self::new(KeyCode::Char(letter), true, false, false)
    }

    /// The character it types in a text field; `None` with Ctrl or Alt and for keys that type nothing.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Reads one key (`Ctrl-d`). `None` where there is no such key. Names may be written in any
    /// case; a single character stands for itself, so `E` is Shift with e.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        // The last `-` may be the key itself, as in `Ctrl--`, so a prefix needs something after it.
        while let Some((held, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            let flag = match held {
                _ if held.eq_ignore_ascii_case("ctrl") => &mut ctrl,
                _ if held.eq_ignore_ascii_case("alt") => &mut alt,
                _ if held.eq_ignore_ascii_case("shift") => &mut shift,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
            rest = after;
        }
        Some(Self::new(parse_code(rest)?, ctrl, alt, shift))
    }

    /// The key as it is shown to a person: `Espace`, `Échap`, `↓`, `Ctrl-D`.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => KeyName::Space.say(lang).to_owned(),
            // Ctrl with a letter is shown large, as it is engraved on the key.
            KeyCode::Char(letter) if self.ctrl => single(letter.to_uppercase(), letter).to_string(),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::Enter => KeyName::Enter.say(lang).to_owned(),
            KeyCode::Esc => KeyName::Esc.say(lang).to_owned(),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::BackTab => format!("{}-Tab", KeyName::Shift.say(lang)),
            KeyCode::Backspace => KeyName::Backspace.say(lang).to_owned(),
            KeyCode::Delete => KeyName::Delete.say(lang).to_owned(),
            KeyCode::Insert => KeyName::Insert.say(lang).to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Home => KeyName::Home.say(lang).to_owned(),
            KeyCode::End => KeyName::End.say(lang).to_owned(),
            KeyCode::PageUp => KeyName::PageUp.say(lang).to_owned(),
            KeyCode::PageDown => KeyName::PageDown.say(lang).to_owned(),
            KeyCode::Function(number) => format!("F{number}"),
        };
        format!("{}{name}", self.held(KeyName::Shift.say(lang)))
    }

    /// What is held, as a prefix: `Ctrl-Alt-`.
    fn held(self, shift: &str) -> String {
        let mut held = String::new();
        for (on, name) in [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, shift)] {
            if on {
                held.push_str(name);
                held.push('-');
            }
        }
        held
    }
}

impl fmt::Display for Key {
    /// The key as the configuration writes it; [`Key::parse`] reads it back.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.held("Shift"))?;
        match self.code {
            KeyCode::BackTab => write!(out, "Shift-Tab"),
            KeyCode::Function(number) => write!(out, "F{number}"),
            code => match NAMES.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => write!(out, "{name}"),
                None => match code {
                    KeyCode::Char(letter) => write!(out, "{letter}"),
                    _ => unreachable!("every other key has a name in the table"),
                },
            },
        }
    }
}

/// The key of that name; a single character that is no blank stands for itself.
fn parse_code(name: &str) -> Option<KeyCode> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return (!letter.is_whitespace() && !letter.is_control()).then_some(KeyCode::Char(letter));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=LAST_FUNCTION_KEY).contains(&number).then_some(KeyCode::Function(number))
}

/// The one character of a case mapping; `letter` itself where the mapping gives several (`ß`).
fn single(mut mapping: impl Iterator<Item = char>, letter: char) -> char {
    match (mapping.next(), mapping.next()) {
        (Some(mapped), None) => mapped,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_press_has_one_value_however_it_is_reported() {
        assert_eq!(Key::new(KeyCode::Char('e'), false, false, true), Key::char('E'));
        assert_eq!(Key::new(KeyCode::Char('E'), false, false, true), Key::char('E'));
        assert_eq!(Key::new(KeyCode::Char('D'), true, false, true), Key::ctrl('d'));
        assert_eq!(Key::new(KeyCode::Tab, false, false, true), Key::plain(KeyCode::BackTab));
        assert_eq!(Key::new(KeyCode::BackTab, false, false, true), Key::plain(KeyCode::BackTab));
    }

    #[test]
    fn keys_are_read_as_people_write_them() {
        for (text, expect) in [
            ("j", Some(Key::char('j'))),
            ("*", Some(Key::char('*'))),
            ("-", Some(Key::char('-'))),
            ("ctrl-D", Some(Key::ctrl('d'))),
            ("Ctrl--", Some(Key::ctrl('-'))),
            ("Alt-Left", Some(Key::new(KeyCode::Left, false, true, false))),
            ("Shift-Tab", Some(Key::plain(KeyCode::BackTab))),
            ("f12", Some(Key::plain(KeyCode::Function(12)))),
            ("F0", None),
            ("F99", None),
            ("Ctrl-", None),
            ("Ctrl-Ctrl-d", None),
            ("Meta-x", None),
            ("Return!", None),
            ("", None),
        ] {
            assert_eq!(Key::parse(text), expect, "{text}");
        }
    }

    #[test]
    fn labels_are_in_the_language_of_the_person() {
        let label = |text: &str, lang| Key::parse(text).expect("a key").label(lang);
        assert_eq!(label("Space", Lang::French), "Espace");
        assert_eq!(label("Esc", Lang::French), "Échap");
        assert_eq!(label("Esc", Lang::English), "Esc");
        assert_eq!(label("Down", Lang::French), "↓");
        assert_eq!(label("Ctrl-d", Lang::English), "Ctrl-D");
        assert_eq!(label("Shift-Tab", Lang::French), "Maj-Tab");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let named = (0..NAMES.len()).prop_map(|index| NAMES[index].1);
        let typed = any::<char>()
            .prop_filter("types something", |letter| !letter.is_control() && !letter.is_whitespace())
            .prop_map(KeyCode::Char);
        let function = (1..=LAST_FUNCTION_KEY).prop_map(KeyCode::Function);
        (prop_oneof![named, typed, function], any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(code, ctrl, alt, shift)| Key::new(code, ctrl, alt, shift))
    }

    proptest! {
        #[test]
        fn a_written_key_is_read_back(key in any_key()) {
            prop_assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
    }
}
