//! What holds whatever the bytes are. `cargo test --test laws` tries it on made-up and on damaged inputs, and the
//! targets of `fuzz/` for as long as one likes.

#![allow(dead_code, unused_imports, unreachable_pub, reason = "each target uses its own law")]

mod documents;
mod layout;
mod marks;
mod readers;
mod words;

pub use layout::layout;
pub use marks::{journal, placed, query, records};
pub use readers::{any_file, archive, markdown_text, opened, packed, page, plain_text, zipped};
#[cfg(feature = "pdf")]
pub use readers::{pdf, pdf_of};
pub use words::{addresses, cleaned, settings};

/// What parts one piece of an input from the next.
pub const PART: u8 = 0x1c;

/// What stands for a long piece of text, so that inputs stay small.
pub const FILL: u8 = 0x1d;

/// The pieces of an input, at least one.
fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&byte| byte == PART)
}

/// The bytes with each [`FILL`], twice at most, as 25 kB of prose.
fn filled(bytes: &[u8]) -> Vec<u8> {
    let mut filled = Vec::with_capacity(bytes.len());
    for (index, piece) in bytes.split(|&byte| byte == FILL).enumerate() {
        if (1..=2).contains(&index) {
            filled.extend_from_slice(
                "Une phrase de la longueur qu’il faut pour remplir une page. ".repeat(420).as_bytes(),
            );
        }
        filled.extend_from_slice(piece);
    }
    filled
}
