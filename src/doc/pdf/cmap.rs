//! Maps from codes to characters, which a file holds for those who read it by machine.
//!
//! The library's own reader takes them in one order of their parts only, and many writers have another.

use std::collections::HashMap;
use std::rc::Rc;

/// Codes of one map that are kept.
const CODES: usize = 100_000;

/// Codes to text; a code of one byte is another than the same number in two.
#[derive(Default)]
pub(super) struct CMap(HashMap<(usize, u32), Rc<str>>);

impl CMap {
    /// The map that these bytes describe; what is damaged in it is left out.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        // What stands between `begin…` and `end…`.
        let mut list = Vec::new();
        for token in Tokens(bytes) {
            match token {
                Token::Word(b"beginbfchar" | b"beginbfrange") => list.clear(),
                Token::Word(b"endbfchar") => map.take_characters(&list),
                Token::Word(b"endbfrange") => map.take_ranges(&list),
                Token::Word(_) => {}
                other => list.push(other),
            }
        }
        map
    }

    /// What `code`, of that many bytes, stands for.
    pub(super) fn text(&self, bytes: usize, code: u32) -> Option<Rc<str>> {
        self.0.get(&(bytes, code)).cloned()
    }

    fn insert(&mut self, bytes: usize, code: u32, text: &str) {
        if self.0.len() < CODES && !text.is_empty() {
            self.0.insert((bytes, code), text.into());
        }
    }

    fn take_characters(&mut self, list: &[Token<'_>]) {
        for pair in list.chunks_exact(2) {
            if let [Token::Hex(code), Token::Hex(text)] = pair {
                self.insert(code.len(), number(code), &utf16(text));
            }
        }
    }

    fn take_ranges(&mut self, list: &[Token<'_>]) {
        let mut rest = list;
        while let [Token::Hex(first), Token::Hex(last), target, after @ ..] = rest {
            let (length, codes) =
                (first.len(), number(first)..=number(last).min(number(first).saturating_add(0xFFFF)));
            rest = after;
            match target {
                Token::Hex(text) => {
                    for (step, code) in codes.enumerate() {
                        self.insert(length, code, &utf16(&counted(text, step)));
                    }
                }
                Token::Open => {
                    let texts = after.iter().map_while(|token| match token {
                        Token::Hex(text) => Some(text),
                        _ => None,
                    });
                    codes.zip(texts).for_each(|(code, text)| self.insert(length, code, &utf16(text)));
                    let end = after.iter().position(|token| *token == Token::Close).unwrap_or(after.len());
                    rest = after.get(end + 1..).unwrap_or_default();
                }
                _ => return,
            }
        }
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// The text of a range, `step` codes after its first: its last code unit counts on.
fn counted(text: &[u8], step: usize) -> Vec<u8> {
    let mut text = text.to_vec();
    if let [.., high, low] = text.as_mut_slice() {
        let unit = u16::from_be_bytes([*high, *low]).wrapping_add(step as u16);
        [*high, *low] = unit.to_be_bytes();
    } else if let [only] = text.as_mut_slice() {
        *only = only.wrapping_add(step as u8);
    }
    text
}

fn utf16(bytes: &[u8]) -> String {
    if let &[byte] = bytes {
        return char::from(byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).flatten().filter(|&letter| letter != '\0').collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a [u8]),
    Hex(Vec<u8>),
    Open,
    Close,
}

/// The tokens that matter to a map; of the others each is some word.
struct Tokens<'a>(&'a [u8]);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let bytes = self.0.trim_ascii_start();
        let (&first, rest) = bytes.split_first()?;
        let until = |stop: fn(&u8) -> bool| rest.iter().position(stop).unwrap_or(rest.len());
        let (token, length) = match first {
            b'[' => (Token::Open, 0),
            b']' => (Token::Close, 0),
            b'<' if rest.first() != Some(&b'<') => {
                let end = until(|&byte| byte == b'>');
                (Token::Hex(hexadecimal(&rest[..end])), (end + 1).min(rest.len()))
            }
            b'%' => (Token::Word(b"%"), until(|byte| b"\r\n".contains(byte))),
            _ => {
                let end = until(|byte| byte.is_ascii_whitespace() || b"[]<>%/".contains(byte));
                (Token::Word(&bytes[..=end]), end)
            }
        };
        self.0 = &rest[length..];
        // The second sign of `<<` is no beginning of a string.
        if first == b'<' && matches!(token, Token::Word(_)) {
            self.0 = self.0.strip_prefix(b"<").unwrap_or(self.0);
        }
        Some(token)
    }
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        digits.iter().filter_map(|&digit| char::from(digit).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(map: &str, bytes: usize, code: u32) -> Option<String> {
        CMap::new(map.as_bytes()).text(bytes, code).map(|text| text.to_string())
    }

    #[test]
    fn characters_and_ranges_are_read_in_any_surroundings() {
        let map = "<< /Registry (Adobe) >> def 2 beginbfchar <01><0041> <02> <00660069>endbfchar % <03> <0042>\n\
                   2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0078> <0079>] endbfrange";
        assert_eq!(text(map, 1, 1).as_deref(), Some("A"));
        assert_eq!(text(map, 1, 2).as_deref(), Some("fi"));
        assert_eq!(text(map, 1, 3), None);
        assert_eq!(text(map, 2, 0x12).as_deref(), Some("c"));
        assert_eq!(text(map, 2, 0x21).as_deref(), Some("y"));
        assert_eq!(text(map, 1, 0x21), None);
    }

    #[test]
    fn damaged_maps_give_what_is_whole() {
        assert_eq!(text("beginbfchar <01> <0041> <02> endbfchar", 1, 1).as_deref(), Some("A"));
        assert_eq!(text("beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", 4, 2).as_deref(), Some("C"));
        assert_eq!(text("beginbfchar <01> <D83DDE00> endbfchar <", 1, 1).as_deref(), Some("😀"));
    }
}
