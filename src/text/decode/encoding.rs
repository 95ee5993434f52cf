//! Which encoding the bytes are in, or what they are when they are no text.

use super::{By, SAMPLE};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What the bytes themselves leave no doubt of: a byte order mark, the NULs of UTF-16, or UTF-8 without a fault
/// that is more than ASCII.
pub(super) fn sure(sample: &[u8]) -> Option<(&'static Encoding, By)> {
    let whole = sample.len() < SAMPLE;
    let sample = &sample[..sample.len().min(SAMPLE)];
    if let Some((encoding, _)) = Encoding::for_bom(sample) {
        return Some((encoding, By::Mark));
    }
    if let Some(encoding) = utf16_by_nuls(sample) {
        return Some((encoding, By::Guess));
    }
    let sound = match std::str::from_utf8(sample) {
        Ok(_) => true,
        Err(fault) => fault.error_len().is_none() && !whole,
    };
    (sound && sequences(sample) > 0).then_some((UTF_8, By::Bytes))
}

/// Whether the file that starts with `sample` can be UTF-8; all of the file where it is shorter than [`SAMPLE`].
pub(super) fn may_be_utf8(sample: &[u8]) -> bool {
    is_utf8(&sample[..sample.len().min(SAMPLE)], sample.len() < SAMPLE)
}

/// Whether the sample is UTF-8: without a fault, or with so many good sequences to a bad one that
/// only damaged UTF-8 explains them. A sequence cut by the end of the sample is no fault.
fn is_utf8(sample: &[u8], whole: bool) -> bool {
    let (mut good, mut bad) = (0, 0);
    let mut rest = sample;
    loop {
        let fault = match std::str::from_utf8(rest) {
            Ok(_) => return bad == 0 || good + sequences(rest) >= 10 * bad,
            Err(fault) => fault,
        };
        good += sequences(&rest[..fault.valid_up_to()]);
        match fault.error_len() {
            None => return (bad == 0 && !whole) || good >= 10 * (bad + usize::from(whole)),
            Some(length) => {
                bad += 1;
                rest = &rest[fault.valid_up_to() + length..];
            }
        }
    }
}

/// Characters of more than one byte in valid UTF-8.
fn sequences(valid: &[u8]) -> usize {
    valid.iter().filter(|&&byte| byte >= 0xc0).count()
}

/// UTF-16 of a European text has a NUL in most units, always in the same half.
fn utf16_by_nuls(sample: &[u8]) -> Option<&'static Encoding> {
    let units = sample.len() / 2;
    let nuls = |half: usize| sample.iter().skip(half).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    if units < 2 {
        None
    } else if odd * 10 > units * 4 && even * 20 <= units {
        Some(UTF_16LE)
    } else if even * 10 > units * 4 && odd * 20 <= units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What the bytes are when they are no text: the name of a known format, or `binary data`. `None` for text.
///
/// `sample` is the start of the file; 8 kB are enough.
#[must_use]
pub fn looks_binary(sample: &[u8]) -> Option<&'static str> {
    if let Some(name) = known_format(sample) {
        return Some(name);
    }
    let head = &sample[..sample.len().min(8 * 1024)];
    let text = Encoding::for_bom(head).is_some() || utf16_by_nuls(head).is_some();
    (!text && memchr::memchr(0, head).is_some()).then_some("binary data")
}

fn known_format(sample: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff", "JPEG image"),
        (b"GIF87a", "GIF image"),
        (b"GIF89a", "GIF image"),
        (b"\x7fELF", "ELF program"),
        (b"\x1f\x8b", "gzip archive"),
        (b"BZh", "bzip2 archive"),
        (b"\xfd7zXZ\0", "xz archive"),
        (b"\x28\xb5\x2f\xfd", "zstd archive"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
        (b"Rar!\x1a\x07", "RAR archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office document of before 2007"),
        (b"SQLite format 3\0", "SQLite database"),
        (b"OggS\0", "Ogg sound"),
        (b"ID3", "MP3 sound"),
        (b"fLaC", "FLAC sound"),
    ];
    if sample.starts_with(b"PK\x03\x04") {
        return Some(zip_format(sample));
    }
    if sample.starts_with(b"RIFF") && sample.get(8..12) == Some(b"WEBP") {
        return Some("WebP image");
    }
    // `BZh` and `ID3` could begin a sentence; the byte after them in the format could not.
    let plausible = |magic: &[u8]| match magic {
        b"BZh" => sample.get(4..10) == Some(b"1AY&SY"),
        b"ID3" => sample.get(3).is_some_and(|&byte| byte < 0x20),
        _ => true,
    };
    MAGIC.iter().find(|(magic, _)| sample.starts_with(magic) && plausible(magic)).map(|&(_, name)| name)
}

/// What is packed in a ZIP archive, by its first entries.
fn zip_format(sample: &[u8]) -> &'static str {
    let head = &sample[..sample.len().min(4 * 1024)];
    let holds = |name: &str| memchr::memmem::find(head, name.as_bytes()).is_some();
    if holds("application/epub+zip") {
        "EPUB"
    } else if holds("application/vnd.oasis.opendocument") {
        "OpenDocument"
    } else if holds("word/") {
        "DOCX"
    } else if holds("xl/") {
        "XLSX"
    } else if holds("ppt/") {
        "PPTX"
    } else {
        "ZIP archive"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_first_bytes() {
        assert_eq!(looks_binary(b"%PDF-1.7\n"), Some("PDF"));
        assert_eq!(looks_binary(b"PK\x03\x04....mimetypeapplication/epub+zip"), Some("EPUB"));
        assert_eq!(looks_binary(b"PK\x03\x04........word/document.xml"), Some("DOCX"));
        assert_eq!(looks_binary(b"\x7fELF\x02\x01\x01\0\0\0"), Some("ELF program"));
        assert_eq!(looks_binary(b"abc\0\x01\x02def"), Some("binary data"));
    }

    #[test]
    fn text_is_not_taken_for_a_format() {
        for text in ["", "ID3 est un format.", "BZh!", "PK gagne", "Bonjour à tous\r\n", "\u{feff}\0"] {
            assert_eq!(looks_binary(text.as_bytes()), None, "{text}");
        }
        assert_eq!(looks_binary(b"caf\xe9"), None);
    }

    #[test]
    fn a_sample_may_end_inside_a_character() {
        let bytes = "aé".repeat(SAMPLE);
        assert!(may_be_utf8(&bytes.as_bytes()[..SAMPLE]));
        assert_eq!(sure(&bytes.as_bytes()[..SAMPLE]), Some((UTF_8, By::Bytes)));
    }
}
