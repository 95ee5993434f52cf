//! What goes out, and how other programs read it: Markdown, JSON, tables.
//!
//! Everything here makes text of what it is given; who calls writes it down.

pub mod json;
pub mod markdown;
pub mod name;
pub mod offsets;
pub mod query;
pub mod report;
pub mod table;

use sha2::{Digest as _, Sha256};

/// The first `digits` (at most 64) hexadecimal digits of the SHA-256 of `text`.
fn fingerprint(text: &str, digits: usize) -> String {
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let mut hex = hexadecimal(&digest);
    hex.truncate(digits);
    hex
}

/// The bytes in hexadecimal digits, lower case.
fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The same text without what no file should hold: C0 controls other than tab and line end, and DEL.
/// Line ends become `\n`.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |character: &char| matches!(character, '\n' | '\t') || !character.is_ascii_control();
    text.chars().filter(keep).collect()
}
