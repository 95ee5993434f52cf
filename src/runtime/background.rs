//! Whether the terminal is dark or light, by asking it for the colour of its background.
//!
//! The question (OSC 11) is ended by one that every terminal answers (DA1), so that a terminal which
//! does not know the first is not waited for. What the person types meanwhile stands between the
//! answers, and is handed on. An answer that comes too late would be taken for typing: see [`Late`].

use crate::command::{Key, KeyCode};
use crate::config::colors::{Scheme, contrast};

/// What is asked.
pub const QUESTION: &str = "\x1b]11;?\x1b\\\x1b[c";

/// What came back so far.
#[derive(Debug, Default)]
pub struct Answer {
    bytes: Vec<u8>,
}

impl Answer {
    /// Takes what the terminal sent; `true` once the last answer is there.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        self.bytes.extend_from_slice(bytes);
        attributes(&self.bytes).is_some()
    }

    /// Dark or light, where the terminal said so, and the keys that were typed meanwhile.
    #[must_use]
    pub fn read(mut self) -> (Option<Scheme>, Vec<Key>) {
        if let Some((start, end)) = attributes(&self.bytes) {
            self.bytes.drain(start..end);
        }
        let mut scheme = None;
        if let Some((start, end)) = colour(&self.bytes) {
            scheme = std::str::from_utf8(&self.bytes[start..end]).ok().and_then(scheme_of);
            self.bytes.drain(start..end);
        }
        (scheme, keys(&self.bytes))
    }
}

/// Where the answer to DA1 stands: `ESC [ ? … c`.
fn attributes(bytes: &[u8]) -> Option<(usize, usize)> {
    let start = bytes.windows(3).position(|window| window == b"\x1b[?")?;
    let digits = bytes[start + 3..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let end = start + 3 + digits;
    (bytes.get(end) == Some(&b'c')).then_some((start, end + 1))
}

/// Where the answer to OSC 11 stands: `ESC ] 11 ; … BEL`, or `… ESC \`.
fn colour(bytes: &[u8]) -> Option<(usize, usize)> {
    let start = bytes.windows(5).position(|window| window == b"\x1b]11;")?;
    let rest = &bytes[start..];
    let bell = rest.iter().position(|&byte| byte == 0x07).map(|at| at + 1);
    let string_end = rest[1..].windows(2).position(|window| window == b"\x1b\\").map(|at| at + 3);
    let end = match (bell, string_end) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    Some((start, start + end))
}

/// Dark or light: `rgb:ffff/ffff/ffff`, with one to four digits a channel.
fn scheme_of(answer: &str) -> Option<Scheme> {
    let (_, channels) = answer.split_once("rgb:").or_else(|| answer.split_once("rgba:"))?;
    let mut channels = channels.split(['/', '\x07', '\x1b']).take(3).map(|digits| {
        let most =
            16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1).filter(|&most| most > 0)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        u8::try_from(value * 255 / most).ok()
    });
    let ground = [channels.next()??, channels.next()??, channels.next()??];
    let dark = contrast(ground, [255; 3]) >= contrast(ground, [0; 3]);
    Some(if dark { Scheme::Dark } else { Scheme::Light })
}

/// The keys that were typed; sequences of keys without a name here are dropped.
fn keys(bytes: &[u8]) -> Vec<Key> {
    let text = String::from_utf8_lossy(bytes);
    let mut keys = Vec::new();
    let mut rest = text.as_ref();
    while let Some(first) = rest.chars().next() {
        rest = &rest[first.len_utf8()..];
        if first != '\x1b' {
            keys.push(plain(first));
            continue;
        }
        match rest.chars().next() {
            Some('[' | 'O') => {
                rest = &rest[1..];
                let body =
                    rest.find(|letter: char| ('@'..='~').contains(&letter)).map_or(rest.len(), |end| end + 1);
                keys.extend(named(&rest[..body]).map(Key::plain));
                rest = &rest[body..];
            }
            Some(letter) if !letter.is_control() => {
                rest = &rest[letter.len_utf8()..];
                keys.push(Key::new(KeyCode::Char(letter), false, true, false));
            }
            _ => keys.push(Key::plain(KeyCode::Esc)),
        }
    }
    keys
}

fn plain(letter: char) -> Key {
    match letter {
        '\r' | '\n' => Key::plain(KeyCode::Enter),
        '\t' => Key::plain(KeyCode::Tab),
        '\x7f' | '\x08' => Key::plain(KeyCode::Backspace),
        '\x01'..='\x1a' => Key::ctrl(char::from(letter as u8 - 1 + b'a')),
        letter => Key::char(letter),
    }
}

/// The key whose sequence ends so, after `ESC [` or `ESC O`.
fn named(sequence: &str) -> Option<KeyCode> {
    Some(match sequence {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "H" | "1~" => KeyCode::Home,
        "F" | "4~" => KeyCode::End,
        "5~" => KeyCode::PageUp,
        "6~" => KeyCode::PageDown,
        "3~" => KeyCode::Delete,
        "Z" => KeyCode::BackTab,
        _ => return None,
    })
}

/// Keeps a late answer to OSC 11 from being taken for typing. Read as keys it begins with Alt-`]` and
/// ends with Ctrl-`g` or Alt-`\`; between them stand some twenty letters.
#[derive(Debug, Default)]
pub struct Late {
    inside: Option<u8>,
}

/// The longest answer, in keys.
const LONGEST: u8 = 40;

impl Late {
    /// Whether this key is part of the answer, and not typed.
    pub fn holds(&mut self, key: Key) -> bool {
        let alt = |letter| key == Key::new(KeyCode::Char(letter), false, true, false);
        match self.inside {
            None if alt(']') => {
                self.inside = Some(0);
                true
            }
            None => false,
            Some(_) if alt('\\') || key == Key::ctrl('g') => {
                self.inside = None;
                true
            }
            Some(keys) => {
                self.inside = (keys < LONGEST).then_some(keys + 1);
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[&str]) -> (bool, Option<Scheme>, Vec<Key>) {
        let mut answer = Answer::default();
        let done = pieces.iter().fold(false, |_, piece| answer.push(piece.as_bytes()));
        let (scheme, keys) = answer.read();
        (done, scheme, keys)
    }

    #[test]
    fn a_terminal_says_that_it_is_light_or_dark() {
        let light = read(&["\x1b]11;rgb:ffff/fbfb/eeee\x1b\\\x1b[?62;1;6c"]);
        assert_eq!(light, (true, Some(Scheme::Light), Vec::new()));
        let dark = read(&["\x1b]11;rgb:16/18", "/1d\x07\x1b[?6", "c"]);
        assert_eq!(dark, (true, Some(Scheme::Dark), Vec::new()));
    }

    #[test]
    fn a_terminal_that_knows_no_colours_still_ends_the_waiting() {
        assert_eq!(read(&["\x1b[?1;2c"]), (true, None, Vec::new()));
        assert!(!read(&["\x1b[?1;2"]).0);
        assert_eq!(read(&["\x1b]11;nonsense\x07\x1b[?6c"]), (true, None, Vec::new()));
    }

    #[test]
    fn what_is_typed_meanwhile_is_not_lost() {
        let (_, scheme, keys) = read(&["jé\x1b]11;rgb:ff/ff/ff\x07\x1b[B\r\x04", "\x1b[?62cq\x1bx\x1b"]);
        let alt_x = Key::new(KeyCode::Char('x'), false, true, false);
        let typed = [
            Key::char('j'),
            Key::char('é'),
            Key::plain(KeyCode::Down),
            Key::plain(KeyCode::Enter),
            Key::ctrl('d'),
            Key::char('q'),
            alt_x,
            Key::plain(KeyCode::Esc),
        ];
        assert_eq!((scheme, keys), (Some(Scheme::Light), typed.to_vec()));
    }

    #[test]
    fn a_late_answer_is_not_taken_for_keys() {
        let mut late = Late::default();
        let answer = keys(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
        assert!(answer.iter().all(|&key| late.holds(key)), "{answer:?}");
        assert!(!late.holds(Key::char('d')));
    }
}
