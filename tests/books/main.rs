//! Books and documents of word processors: their text in reading order, where links and contents lead, what is
//! refused, and that no archive does harm.

mod build;
mod epub;
mod fiction;
mod program;
mod refused;
#[cfg(unix)]
#[path = "../pty/terminal.rs"]
mod terminal;
#[cfg(unix)]
mod window;
mod word;

use exergue::doc::packed::{self, Refusal};
use exergue::doc::{Block, BlockKind, Document, Extent, open_bytes};
use exergue::notice::Notice;
use proptest::prelude::*;

/// The document in an archive, and what there is to know about it.
fn opened(bytes: &[u8]) -> (Document, Vec<Notice>) {
    packed::read(bytes, "nom", "/livre.epub", Extent::Whole).expect("it can be read")
}

/// The document in an archive.
fn document(bytes: &[u8]) -> Document {
    opened(bytes).0
}

/// Why there is none.
fn refusal(bytes: &[u8]) -> Refusal {
    packed::read(bytes, "nom", "", Extent::Whole).expect_err("it cannot be read")
}

/// The text from where a link of the document to itself leads.
fn led_to<'a>(document: &'a Document, address: &str) -> Option<&'a str> {
    let offset = document.destination(address.strip_prefix('#')?)?;
    Some(document.text()[offset..].lines().next().unwrap_or_default())
}

/// The kinds of the blocks.
fn kinds(document: &Document) -> Vec<BlockKind> {
    document.blocks().iter().map(|block: &Block| block.kind).collect()
}

/// The contents: level, title, and the line they lead to.
fn contents(document: &Document) -> Vec<(u8, &str, &str)> {
    let line = |offset: usize| document.text()[offset..].lines().next().unwrap_or_default();
    document.outline().iter().map(|entry| (entry.level, entry.title.as_str(), line(entry.offset))).collect()
}

/// Whatever the bytes are, what comes of them holds together.
fn sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    let mut documents = vec![open_bytes(bytes, "nom", "").0];
    for extent in [Extent::Whole, Extent::Prefix(1)] {
        documents.extend(packed::read(bytes, "nom", "", extent).map(|(document, _)| document));
    }
    for document in documents {
        let text = document.text();
        prop_assert!(!document.title().is_empty());
        prop_assert!(document.outline().iter().all(|entry| text.is_char_boundary(entry.offset)));
        prop_assert!(
            document
                .inlines()
                .iter()
                .all(|inline| text.get(inline.span.start()..inline.span.end()).is_some())
        );
        prop_assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n' && letter != '\t'));
    }
    Ok(())
}
