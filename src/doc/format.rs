//! The one way in: bytes of a file to a document.

use super::plain::Reader;
use super::{Document, Extent};
use crate::notice::Notice;
use crate::text::decode::{Decoder, SAMPLE};

/// Bytes decoded at a time.
const PIECE: usize = 1 << 20;

/// Reads a file that comes in pieces; it never holds more than the text and one piece.
pub struct Opening {
    decoder: Decoder,
    reader: Reader,
    piece: String,
}

impl Opening {
    /// Begins with `sample`: all of the file, or at least its first 64 kB, on which encoding and
    /// shape are decided. These bytes are *not* read yet: give them to [`Opening::push`] too.
    ///
    /// `name` is the stem of the file's name, `source` where it came from (see
    /// [`super::Meta::source`]), `bytes` the size of the file as far as known.
    #[must_use]
    pub fn new(sample: &[u8], name: &str, source: &str, bytes: usize) -> Self {
        let sample = &sample[..sample.len().min(SAMPLE)];
        let mut first = String::new();
        Decoder::new(sample).push(sample, false, &mut first);
        let mut reader = Reader::new(name, &first);
        reader.source(source);
        reader.reserve(bytes);
        Self { decoder: Decoder::new(sample), reader, piece: String::new() }
    }

    /// The next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        for bytes in bytes.chunks(PIECE) {
            self.read(bytes, false);
        }
    }

    /// The document, and what the person should know about it.
    #[must_use]
    pub fn finish(mut self, extent: Extent) -> (Document, Vec<Notice>) {
        // The end of a prefix may cut a character, which is no fault of the file.
        self.read(&[], extent == Extent::Whole);
        (self.reader.finish(extent), self.decoder.notices())
    }

    fn read(&mut self, bytes: &[u8], last: bool) {
        self.piece.clear();
        self.decoder.push(bytes, last, &mut self.piece);
        self.reader.push(&self.piece);
    }
}

/// Reads a whole file that is in memory.
#[must_use]
pub fn open_bytes(bytes: &[u8], name: &str, source: &str) -> (Document, Vec<Notice>) {
    let mut opening = Opening::new(bytes, name, source, bytes.len());
    opening.push(bytes);
    opening.finish(Extent::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn line_ends_and_encoding_make_no_difference_to_the_text() {
        let unix = "Titre court\n\nUn été à l’Élysée.\nDeuxième ligne.\n";
        let (document, notices) = open_bytes(unix.as_bytes(), "a", "/a.txt");
        assert!(notices.is_empty());
        assert_eq!(document.meta().source, "/a.txt");
        let (windows, _) = open_bytes(unix.replace('\n', "\r\n").as_bytes(), "a", "");
        assert_eq!(windows.text(), document.text());
        let latin = encoding_rs::WINDOWS_1252.encode(unix).0;
        assert_eq!(open_bytes(&latin, "a", "").0.text(), document.text());
    }

    #[test]
    fn the_first_part_of_a_file_has_the_offsets_of_the_whole() {
        let text = "Une phrase de la longueur qu’il faut.\n\n".repeat(20_000);
        let (whole, _) = open_bytes(text.as_bytes(), "a", "");
        let mut opening = Opening::new(text.as_bytes(), "a", "", text.len());
        opening.push(&text.as_bytes()[..300_001]);
        let (prefix, notices) = opening.finish(Extent::Prefix(text.len() as u64));
        assert!(notices.is_empty());
        assert!(whole.text().starts_with(prefix.text()));
        assert!(prefix.text().len() > 290_000);
    }

    proptest! {
        #[test]
        fn any_bytes_open(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let (document, _) = open_bytes(&bytes, "name", "");
            prop_assert!(!document.title().is_empty());
            prop_assert!(!document.text().contains('\r'));
        }
    }
}
