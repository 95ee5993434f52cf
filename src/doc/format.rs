//! The one way in: bytes of a file to a document.

use super::plain::Reader;
use super::{Document, Extent, fb2, html, markdown};
use crate::notice::Notice;
use crate::text::decode::{Decoder, Hint, SAMPLE};
use crate::text::graphemes::floor_char;

/// Bytes decoded at a time.
const PIECE: usize = 1 << 20;

/// The most bytes of a text with markup that are read as such; it has to be in memory whole.
pub const MARKUP_LIMIT: usize = 64 << 20;

/// What a file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text without markup.
    Plain,
    /// Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// A book of FictionBook.
    FictionBook,
}

impl Format {
    /// The format of the text that begins with `sample` (64 kB are looked at), in the file called `name`.
    ///
    /// A book and a page say that they are one before anything else. Then the ending of the name decides, and where that
    /// says nothing, what the text looks like; in doubt it is plain.
    #[must_use]
    pub fn of(sample: &str, name: &str) -> Self {
        let sample = &sample[..floor_char(sample, SAMPLE)];
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            _ if fb2::looks_like(sample) => Self::FictionBook,
            _ if html::looks_like(sample) => Self::Html,
            Some("html" | "htm" | "xhtml") if sample.contains('<') => Self::Html,
            Some("md" | "markdown" | "mdown" | "mkd") => Self::Markdown,
            _ if markdown::looks_like(sample) => Self::Markdown,
            _ => Self::Plain,
        }
    }

    /// Whether nothing is left of it without its markup.
    fn is_markup(self) -> bool {
        matches!(self, Self::Html | Self::FictionBook)
    }
}

/// Reads a file that comes in pieces; of plain text it never holds more than the text and one piece.
pub struct Opening {
    decoder: Decoder,
    way: Way,
    piece: String,
    whole_page: bool,
}

/// What becomes of the text.
enum Way {
    /// It is read as it comes.
    Plain(Box<Reader>),
    /// It is read once all of it is there.
    Whole { format: Format, text: String, name: String, source: String },
    /// It is a page or a book, of which nothing is left without its markup.
    TooLarge,
}

impl Opening {
    /// Begins with `sample`: all of the file, or at least its first 64 kB, on which encoding, format
    /// and shape are decided. These bytes are *not* read yet: give them to [`Opening::push`] too.
    ///
    /// `name` is the stem of the file's name, `source` where it came from (see
    /// [`super::Meta::source`]), `bytes` the size of the file as far as known.
    #[must_use]
    pub fn new(sample: &[u8], name: &str, source: &str, bytes: usize) -> Self {
        Self::told(sample, name, source, bytes, &Hint::default())
    }

    /// The same with what is known of the encoding; a page that declares one comes after the hint.
    #[must_use]
    pub fn told(sample: &[u8], name: &str, source: &str, bytes: usize, hint: &Hint<'_>) -> Self {
        let sample = &sample[..sample.len().min(SAMPLE)];
        let read = |decoder: &mut Decoder| {
            let mut first = String::new();
            decoder.push(sample, false, &mut first);
            first
        };
        let mut decoder = Decoder::told(sample, hint);
        let first = read(&mut decoder);
        let format = Format::of(&first, source);
        let own = if format.is_markup() { html::declared(sample) } else { None };
        let declared: Vec<&str> = hint.declared.iter().copied().chain(own).collect();
        decoder = Decoder::told(sample, &Hint { declared: &declared, ..*hint });
        let way = match format {
            Format::Markdown | Format::Html | Format::FictionBook if bytes <= MARKUP_LIMIT => Way::Whole {
                format,
                text: String::with_capacity(bytes),
                name: name.to_owned(),
                source: source.to_owned(),
            },
            _ if format.is_markup() => Way::TooLarge,
            _ => Way::Plain(plain_reader(&first, name, source, bytes)),
        };
        Self { decoder, way, piece: String::new(), whole_page: false }
    }

    /// Reads all of a page, not only the article in it; of other formats all is read anyway.
    #[must_use]
    pub fn of_whole_page(mut self, whole_page: bool) -> Self {
        self.whole_page = whole_page;
        self
    }

    /// Whether the first part of the file gives a document that the whole only adds to.
    #[must_use]
    pub fn comes_in_parts(&self) -> bool {
        matches!(self.way, Way::Plain(_))
    }

    /// Whether it is a page or a book of over [`MARKUP_LIMIT`], whose document is empty. Other texts of that size are
    /// read as plain ones.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        matches!(self.way, Way::TooLarge)
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
        let mut notices = self.decoder.notices();
        let decoding = self.decoder.decoding();
        let document = match self.way {
            Way::Plain(reader) => reader.finish(extent),
            Way::Whole { format: Format::Html, text, name, source } => {
                let read = if self.whole_page { html::read_whole } else { html::read };
                let (document, more) = read(&text, &name, &source);
                notices.extend(more);
                document
            }
            Way::Whole { format: Format::FictionBook, text, name, source } => {
                fb2::read(&text, &name, &source)
            }
            Way::Whole { text, name, source, .. } => markdown::read(&text, &name, &source),
            Way::TooLarge => super::Builder::default().finish(extent),
        };
        (document.decoded(decoding), notices)
    }

    fn read(&mut self, bytes: &[u8], last: bool) {
        match &mut self.way {
            Way::Plain(reader) => {
                self.piece.clear();
                self.decoder.push(bytes, last, &mut self.piece);
                reader.push(&self.piece);
            }
            Way::TooLarge => {}
            Way::Whole { format, text, name, source } => {
                self.decoder.push(bytes, last, text);
                // Of a pipe nobody knows the length before its end.
                if text.len() > MARKUP_LIMIT && format.is_markup() {
                    self.way = Way::TooLarge;
                } else if text.len() > MARKUP_LIMIT {
                    let mut reader = plain_reader(text, name, source, text.len());
                    reader.push(text);
                    self.way = Way::Plain(reader);
                }
            }
        }
    }
}

fn plain_reader(sample: &str, name: &str, source: &str, bytes: usize) -> Box<Reader> {
    let mut reader = Box::new(Reader::new(name, sample));
    reader.source(source);
    reader.reserve(bytes);
    reader
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

    #[test]
    fn lines_whose_rest_decides_what_they_are_are_no_part_of_a_first_part() {
        let text = format!(
            "{}« Non », dit-il.\nUne autre ligne, plus longue que la première.\nFin.\n",
            "Un paragraphe.\n\n".repeat(9)
        );
        let whole = open_bytes(text.as_bytes(), "a", "").0;
        for cut in 0..text.len() {
            let mut opening = Opening::new(text.as_bytes(), "a", "", text.len());
            opening.push(&text.as_bytes()[..cut]);
            let first = opening.finish(Extent::Prefix(text.len() as u64)).0;
            assert_eq!(first.blocks(), &whole.blocks()[..first.blocks().len()], "after {cut} bytes");
        }
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
