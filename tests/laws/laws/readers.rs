//! Files of each format, as bytes and as text.

use super::{documents, filled, parts};
use exergue::doc::{Extent, Opening, html, markdown, open_bytes, packed, plain};
use exergue::notice::Notice;
use exergue::words::Lang;
use exergue::words::notices::notice;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Bytes of a file called `name`.
pub fn opened(bytes: &[u8], name: &str) {
    let (read, notices) = open_bytes(bytes, "nom", name);
    documents::document(&read);
    documents::same(&open_bytes(bytes, "nom", name).0, &read);
    told(&notices);
    let mut opening = Opening::new(bytes, "nom", name, bytes.len());
    if opening.comes_in_parts() {
        opening.push(&bytes[..bytes.len() * 2 / 3]);
        let (first, _) = opening.finish(Extent::Prefix(bytes.len() as u64));
        documents::document(&first);
        documents::prefix(&first, &read);
    }
}

/// A file whose name says nothing: what is inside decides.
pub fn any_file(bytes: &[u8]) {
    opened(bytes, "");
}

/// A text without markup.
pub fn plain_text(bytes: &[u8]) {
    documents::document(&plain::read(&visible(bytes), "nom"));
    opened(bytes, "/a.txt");
}

/// Markdown.
pub fn markdown_text(bytes: &[u8]) {
    documents::document(&markdown::read(&visible(bytes), "nom", ""));
    opened(bytes, "/a.md");
}

/// A page: its article, and all of it.
pub fn page(bytes: &[u8]) {
    let text = visible(bytes);
    documents::document(&html::read(&text, "nom", "").0);
    documents::document(&html::read_whole(&text, "nom", "").0);
    opened(bytes, "/a.html");
}

/// The bytes of an archive, which may be damaged.
pub fn archive(bytes: &[u8]) {
    match (packed::read(bytes, "nom", "", Extent::Whole), packed::read(bytes, "nom", "", Extent::Prefix(1))) {
        (Ok((whole, notices)), Ok((first, _))) => {
            documents::document(&whole);
            documents::document(&first);
            documents::prefix(&first, &whole);
            told(&notices);
            documents::same(&packed::read(bytes, "nom", "", Extent::Whole).expect("as before").0, &whole);
        }
        (Err(refusal), _) => assert!(!refusal.to_string().contains('\n')),
        // Something is wrong with what comes after the first part.
        (Ok(_), Err(refusal)) => panic!("the whole can be read, its first part cannot: {refusal}"),
    }
}

/// The entries of an archive (see [`zipped`]).
pub fn packed(bytes: &[u8]) {
    archive(&zipped(bytes));
}

/// An archive of entries (see [`parts`]), each after a line with its name.
pub fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts(bytes) {
        let end = part.iter().position(|&byte| byte == b'\n').unwrap_or(part.len());
        let (name, contents) = part.split_at(end);
        // Two of one name cannot be written.
        if zip.start_file(String::from_utf8_lossy(name), SimpleFileOptions::default()).is_ok() {
            zip.write_all(&filled(contents.get(1..).unwrap_or_default())).expect("written to memory");
        }
    }
    zip.finish().expect("finished").into_inner()
}

/// A PDF: the bytes of one, and one made of objects (see [`pdf_of`]).
#[cfg(feature = "pdf")]
pub fn pdf(bytes: &[u8]) {
    for file in [bytes, &pdf_of(bytes)] {
        let Ok(reading) = exergue::doc::pdf::read(file) else { continue };
        assert_eq!(exergue::doc::pdf::read(file).as_ref(), Ok(&reading));
        documents::document(&reading.document("nom", ""));
    }
}

/// A PDF of objects (see [`parts`]), the catalogue first. An object is a dictionary without its signs; what follows a
/// [`super::FILL`] is its stream.
#[cfg(feature = "pdf")]
pub fn pdf_of(bytes: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut starts = Vec::new();
    for (number, part) in (1..).zip(parts(bytes)) {
        starts.push(file.len());
        let mut pieces = part.splitn(2, |&byte| byte == super::FILL);
        let dictionary = pieces.next().unwrap_or_default();
        write!(file, "{number} 0 obj\n<< ").expect("written to memory");
        file.extend_from_slice(dictionary);
        if let Some(stream) = pieces.next() {
            write!(file, " /Length {} >>\nstream\n", stream.len()).expect("written to memory");
            file.extend_from_slice(stream);
            file.extend_from_slice(b"\nendstream\nendobj\n");
        } else {
            file.extend_from_slice(b" >>\nendobj\n");
        }
    }
    let (table, size) = (file.len(), starts.len() + 1);
    write!(file, "xref\n0 {size}\n0000000000 65535 f \n").expect("written to memory");
    for start in &starts {
        writeln!(file, "{start:010} 00000 n ").expect("written to memory");
    }
    write!(file, "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF")
        .expect("written to memory");
    file
}

/// What is said of a file has one line.
fn told(notices: &[Notice]) {
    for told in notices {
        assert!(!notice(told, Lang::French).contains('\n'), "{told:?}");
    }
}

/// Text as the decoder gives it to the readers: line ends are `\n`, controls are seen.
fn visible(bytes: &[u8]) -> String {
    let mut text = String::new();
    exergue::text::decode::visible(&String::from_utf8_lossy(bytes), &mut text);
    text
}
