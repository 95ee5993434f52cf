//! Bytes to text. Never fails: what cannot be read becomes U+FFFD and is counted.
//!
//! The encoding is decided once, on the first [`SAMPLE`] bytes, so that the first part of a large
//! file can be shown while the rest is read, and nothing moves afterwards.

mod choice;
mod compose;
mod encoding;
mod normal;

pub use choice::{By, CHOICES, Decoding, Hint, name, named};
pub use encoding::looks_binary;

use crate::notice::Notice;
use compose::Composer;
use encoding_rs::DecoderResult;
use normal::Normalizer;

/// Bytes of the file on which its encoding is decided.
pub const SAMPLE: usize = 64 * 1024;

/// Bytes decoded at a time; small enough to stay in the processor's second cache.
const PIECE: usize = 64 * 1024;

/// Turns the bytes of one file, piece by piece, into clean text.
///
/// Line ends become `\n`; controls become one visible character each; letters with combining accents become one letter
/// where there is one (see [`Decoder::push`]).
pub struct Decoder {
    decoding: Decoding,
    decoder: encoding_rs::Decoder,
    normalizer: Normalizer,
    composer: Composer,
    scratch: String,
    visible: String,
    undecodable: usize,
}

impl Decoder {
    /// Decides the encoding: a byte order mark, else UTF-16 by its NULs, else UTF-8, else windows-1252.
    ///
    /// `sample` is the whole file, or at least its first [`SAMPLE`] bytes; more is not looked at.
    #[must_use]
    pub fn new(sample: &[u8]) -> Self {
        Self::told(sample, &Hint::default())
    }

    /// The same with what else is known of the encoding: see [`Decoding::of`].
    #[must_use]
    pub fn told(sample: &[u8], hint: &Hint<'_>) -> Self {
        let decoding = Decoding::of(sample, hint);
        Self {
            decoding,
            decoder: decoding.encoding.new_decoder_with_bom_removal(),
            normalizer: Normalizer::default(),
            composer: Composer::default(),
            scratch: String::new(),
            visible: String::new(),
            undecodable: 0,
        }
    }

    /// In which encoding the file is read, and why.
    #[must_use]
    pub fn decoding(&self) -> Decoding {
        self.decoding
    }

    /// Decodes the next bytes of the file onto the end of `out`; `last` says that none follow.
    ///
    /// The file may be cut anywhere. CR and CRLF become LF; C0 controls but tab become their picture
    /// (U+2400 and up), DEL U+2421, C1 controls and bytes that are no text U+FFFD. A letter and the accents (U+0300 to
    /// U+036F) after it are composed as Unicode does it (NFC), so that a text reads alike whoever wrote it. After
    /// `last` it must not be called again; before it the last letter may still be to come.
    pub fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        out.reserve(bytes.len());
        let mut pieces = bytes.chunks(PIECE).peekable();
        if pieces.peek().is_none() {
            self.decode(&[], last, out);
        }
        while let Some(piece) = pieces.next() {
            self.decode(piece, last && pieces.peek().is_none(), out);
        }
        if last {
            self.composer.finish(out);
        }
    }

    /// What the person should know; complete after the last piece.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let guessed = self.decoding.by == By::Guess;
        let decoded = guessed.then(|| Notice::Decoded { encoding: self.decoding.name() });
        let undecodable = (self.undecodable > 0).then_some(Notice::Undecodable { count: self.undecodable });
        decoded.into_iter().chain(undecodable).collect()
    }

    fn decode(&mut self, mut bytes: &[u8], last: bool, out: &mut String) {
        // A byte becomes three at most. All of what is reserved is written to at each turn.
        self.scratch.reserve(bytes.len().saturating_mul(3).min(PIECE) + 16);
        loop {
            self.scratch.clear();
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(bytes, &mut self.scratch, last);
            self.write(out);
            bytes = &bytes[read..];
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.undecodable += 1;
                    self.scratch.clear();
                    self.scratch.push('\u{fffd}');
                    self.write(out);
                }
            }
        }
    }

    fn write(&mut self, out: &mut String) {
        self.visible.clear();
        self.normalizer.push(&self.scratch, &mut self.visible);
        self.composer.push(&self.visible, out);
    }
}

/// Copies decoded text onto the end of `out` as [`Decoder::push`] does: for what was written as an entity or
/// an escape and became a control only when that was read.
pub fn visible(text: &str, out: &mut String) {
    Normalizer::default().push(text, out);
}

/// Decodes a whole file that is in memory.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Vec<Notice>) {
    let mut decoder = Decoder::new(bytes);
    let mut text = String::new();
    decoder.push(bytes, true, &mut text);
    (text, decoder.notices())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).0
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("été « là »".as_bytes()), ("été « là »".to_owned(), vec![]));
        assert_eq!(text(b"\xef\xbb\xbfcaf\xc3\xa9"), "café");
        assert_eq!(decode(b""), (String::new(), vec![]));
    }

    #[test]
    fn anything_else_is_windows_1252_and_says_so() {
        let (text, notices) = decode(b"caf\xe9, l\x92\x8cuvre \x80");
        assert_eq!(text, "café, l’Œuvre €");
        assert_eq!(notices, vec![Notice::Decoded { encoding: "windows-1252" }]);
        assert_eq!(decode(b"caf\xe9").0, "café");
    }

    #[test]
    fn utf16_is_known_by_its_mark_or_its_nuls() {
        let little: Vec<u8> = "Été 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "Été 1\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little), ("Été 1\n".to_owned(), vec![Notice::Decoded { encoding: "UTF-16LE" }]));
        assert_eq!(text(&big), "Été 1\n");
        assert_eq!(text(&[&[0xfe, 0xff], &big[..]].concat()), "Été 1\n");
        assert_eq!(text(&[&[0xff, 0xfe], &little[..]].concat()), "Été 1\n");
        assert_eq!(looks_binary(&little), None);
    }

    #[test]
    fn what_a_file_says_of_itself_holds_unless_its_bytes_say_better() {
        let read = |bytes: &[u8], label| {
            let mut decoder = Decoder::told(bytes, &Hint { declared: &[label], ..Hint::default() });
            let mut text = String::new();
            decoder.push(bytes, true, &mut text);
            (text, decoder.notices())
        };
        assert_eq!(read(b"\xa4uro", "iso-8859-15"), ("€uro".to_owned(), vec![]));
        assert_eq!(read("été".as_bytes(), "iso-8859-1"), ("été".to_owned(), vec![]));
        assert_eq!(read(b"abc", "utf-16"), ("abc".to_owned(), vec![]));
        assert_eq!(read(b"caf\xe9", "nonsense").0, "café");
    }

    #[test]
    fn a_bad_byte_after_the_sample_is_marked_and_counted() {
        let mut bytes = "é".repeat(SAMPLE).into_bytes();
        bytes.extend(b"a\xffb\xc3");
        let (text, notices) = decode(&bytes);
        assert!(text.ends_with("éa\u{fffd}b\u{fffd}"));
        assert_eq!(notices, vec![Notice::Undecodable { count: 2 }]);
    }

    #[test]
    fn a_few_bad_bytes_do_not_spoil_utf8() {
        let bytes = [&"é".repeat(50).into_bytes()[..], b"\xff."].concat();
        assert!(text(&bytes).ends_with("éé\u{fffd}."));
    }

    #[test]
    fn line_ends_are_one_and_controls_are_seen() {
        assert_eq!(text(b"a\r\nb\rc\n\r\rd\r"), "a\nb\nc\n\n\nd\n");
        assert_eq!(text("\u{1b}[31m\0\t\u{7f}\u{9d}«\u{a0}".as_bytes()), "␛[31m␀\t␡\u{fffd}«\u{a0}");
    }

    proptest! {
        #[test]
        fn any_bytes_decode_however_they_are_cut(
            bytes in prop::collection::vec(prop_oneof![3 => any::<u8>(), 2 => prop::sample::select(b"\r\n\xc2\x80\xe2\x80\xf0\x9f\x92e".to_vec())], 0..60),
            cuts in prop::collection::vec(0_usize..60, 0..6),
        ) {
            let (whole, notices) = decode(&bytes);
            prop_assert!(!whole.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.sort_unstable();
            let mut decoder = Decoder::new(&bytes);
            let (mut pieces, mut from) = (String::new(), 0);
            for cut in cuts {
                decoder.push(&bytes[from..cut], false, &mut pieces);
                from = cut;
            }
            decoder.push(&bytes[from..], true, &mut pieces);
            prop_assert_eq!(pieces, whole);
            prop_assert_eq!(decoder.notices(), notices);
        }
    }
}
