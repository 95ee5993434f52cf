//! What goes out, and how other programs read it: Markdown, JSON, tables.
//!
//! Everything here makes text of what it is given; who calls writes it down.

pub mod json;
pub mod markdown;
pub mod name;
pub mod query;
pub mod report;
pub mod table;

use crate::doc::hexadecimal;
use crate::text::Span;
use crate::text::code_points::CodePoints;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The first `digits` (at most 64) hexadecimal digits of the SHA-256 of `text`.
fn fingerprint(text: &str, digits: usize) -> String {
    let digest: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let mut hex = hexadecimal(&digest);
    hex.truncate(digits);
    hex
}

/// One value as a line of JSON that also does no harm on a terminal: what turns the direction of text
/// or is obeyed by a terminal is written as `\\u…`, which reads the same.
fn json_line(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("strings and numbers are always JSON");
    if json.is_ascii() && !json.contains('\u{7f}') {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            other => out.push(other),
        }
    }
    out
}

/// The first code point of `span` and the first one after it.
fn code_points(points: &mut CodePoints<'_>, span: Span) -> (usize, usize) {
    (points.of(span.start()), points.of(span.end()))
}

/// The same text without what no file should hold: C0 controls other than tab and line end, and DEL.
/// Line ends become `\n`.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |character: &char| matches!(character, '\n' | '\t') || !character.is_ascii_control();
    text.chars().filter(keep).collect()
}
