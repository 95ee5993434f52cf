//! Documents that are packed into an archive: books and texts of word processors.
//!
//! What is inside decides, not the name of the file.

mod archive;
pub(in crate::doc) mod path;

pub(in crate::doc) use archive::Archive;

use super::{Document, Extent, docx, epub, fb2, odt};
use crate::notice::Notice;
use crate::text::decode::{Decoder, Hint};

/// The most bytes of a packed document; it has to be in memory whole.
pub const LIMIT: usize = 256 << 20;

/// Why an archive gives no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A shop or a library has locked it, by the means of that name.
    #[error("protected: {0}")]
    Protected(&'static str),
    /// It holds something else, of that name.
    #[error("{0}, not a text")]
    NoDocument(&'static str),
    /// It cannot be unpacked, or lacks what the format asks for.
    #[error("damaged")]
    Damaged,
    /// More comes out of it than any honest document holds.
    #[error("unpacks to more than a document holds")]
    TooLarge,
}

/// Whether the file that begins with `sample` is an archive that may hold a document.
#[must_use]
pub fn is_archive(sample: &[u8]) -> bool {
    sample.starts_with(b"PK\x03\x04")
}

/// Reads a packed document; `name` is its title where it has none, `source` where it came from.
///
/// With [`Extent::Prefix`] a long book gives its first chapters only, in a document that says so; others are given whole.
///
/// # Errors
/// Where there is no document in it, or none that may be read.
pub fn read(
    bytes: &[u8],
    name: &str,
    source: &str,
    extent: Extent,
) -> Result<(Document, Vec<Notice>), Refusal> {
    let mut archive = Archive::open(bytes)?;
    match Kind::of(&mut archive)? {
        Kind::Epub => epub::read(&mut archive, name, source, extent),
        Kind::Docx => Ok((docx::read(&mut archive, name, source)?, Vec::new())),
        Kind::Odt => Ok((odt::read(&mut archive, name, source)?, Vec::new())),
        Kind::Fb2(entry) => {
            let bytes = archive.read(&entry)?.ok_or(Refusal::Damaged)?;
            Ok((fb2::read(&text(&bytes), name, source), Vec::new()))
        }
        Kind::Other(kind) => Err(Refusal::NoDocument(kind)),
    }
}

/// What an archive holds.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Epub,
    Docx,
    Odt,
    /// A book in that entry.
    Fb2(String),
    /// Something else, of that name.
    Other(&'static str),
}

impl Kind {
    fn of(archive: &mut Archive) -> Result<Self, Refusal> {
        let mimetype = archive.read("mimetype")?.unwrap_or_default();
        let mimetype = mimetype.trim_ascii();
        let starts = |kind: &str| mimetype.starts_with(kind.as_bytes());
        Ok(if starts("application/epub+zip") || archive.has("META-INF/container.xml") {
            Self::Epub
        } else if starts("application/vnd.oasis.opendocument.text") {
            Self::Odt
        } else if starts("application/vnd.oasis.opendocument") {
            Self::Other("OpenDocument")
        } else if archive.has("word/document.xml") {
            Self::Docx
        } else if archive.has("xl/workbook.xml") {
            Self::Other("XLSX")
        } else if archive.has("ppt/presentation.xml") {
            Self::Other("PPTX")
        } else {
            let mut books = archive.names().filter(|name| name.to_ascii_lowercase().ends_with(".fb2"));
            match (books.next(), books.next()) {
                (Some(book), None) => Self::Fb2(book.to_owned()),
                _ => Self::Other("ZIP archive"),
            }
        })
    }
}

/// The text of an entry, in the encoding that it says it is in.
pub(in crate::doc) fn text(bytes: &[u8]) -> String {
    let declared: Vec<&str> = super::html::declared(bytes).into_iter().collect();
    let mut decoder = Decoder::told(bytes, &Hint { chosen: None, declared: &declared });
    let mut text = String::new();
    decoder.push(bytes, true, &mut text);
    text
}
