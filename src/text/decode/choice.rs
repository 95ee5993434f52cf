//! Which encoding a file is read in: what the person says, what its bytes say, what was said of it, else a guess.

use super::encoding::{may_be_utf8, sure};
use encoding_rs::{
    Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};

/// What is offered to a person whose text looks wrong, the likeliest first. ISO-8859-1 is read as windows-1252, which
/// is the same but for characters where it has none.
pub const CHOICES: [&Encoding; 8] =
    [UTF_8, WINDOWS_1252, ISO_8859_15, MACINTOSH, UTF_16LE, UTF_16BE, WINDOWS_1250, WINDOWS_1251];

/// What is known of the encoding of a file before its bytes are looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hint<'a> {
    /// What the person chose.
    pub chosen: Option<&'static Encoding>,
    /// What was said of it, as labels of the web, the most trusted first: by the server, then by the file itself.
    pub declared: &'a [&'a str],
}

/// Why a file is read in an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The person chose it.
    Choice,
    /// It begins with a byte order mark.
    Mark,
    /// It is sound UTF-8.
    Bytes,
    /// It says so itself, or the server did.
    Declaration,
    /// It looks like that.
    Guess,
}

/// The encoding a file is read in, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decoding {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// Why.
    pub by: By,
}

impl Decoding {
    /// Decides: what the person chose; else a byte order mark, the NULs of UTF-16, or UTF-8 that is more than ASCII; else
    /// what was declared, unless that is UTF-8 and the bytes are not; else UTF-8 where the bytes can be that; else windows-1252.
    ///
    /// `sample` is the whole file, or at least its first [`SAMPLE`](super::SAMPLE) bytes; more is not looked at.
    #[must_use]
    pub fn of(sample: &[u8], hint: &Hint<'_>) -> Self {
        if let Some(encoding) = hint.chosen {
            return Self { encoding, by: By::Choice };
        }
        if let Some((encoding, by)) = sure(sample) {
            return Self { encoding, by };
        }
        let may_be_utf8 = may_be_utf8(sample);
        // A page that can be read as ASCII to find what it declares is not in UTF-16, whatever it says.
        let known = |label: &&str| named(label).map(Encoding::output_encoding);
        let mut declared = hint.declared.iter().filter_map(known);
        match declared.find(|&encoding| encoding != UTF_8 || may_be_utf8) {
            Some(encoding) => Self { encoding, by: By::Declaration },
            None if may_be_utf8 => Self { encoding: UTF_8, by: By::Bytes },
            None => Self { encoding: WINDOWS_1252, by: By::Guess },
        }
    }

    /// The name people know it by.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(self.encoding)
    }
}

/// The name people know an encoding by (`Mac Roman`, `windows-1252`).
#[must_use]
pub fn name(encoding: &'static Encoding) -> &'static str {
    if encoding == MACINTOSH { "Mac Roman" } else { encoding.name() }
}

/// The encoding of that name, as people and the web write it (`latin1`, `Mac Roman`, `UTF-16`); `None` where it is not known.
#[must_use]
pub fn named(written: &str) -> Option<&'static Encoding> {
    let label = written.trim().to_ascii_lowercase();
    match label.replace([' ', '-', '_'], "").as_str() {
        "macroman" => Some(MACINTOSH),
        "utf16" => Some(UTF_16LE),
        "latin9" => Some(ISO_8859_15),
        "cp1252" | "ansi" => Some(WINDOWS_1252),
        _ => Encoding::for_label_no_replacement(label.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_declared_holds_unless_the_bytes_say_better() {
        let read = |bytes: &[u8], declared: &[&str]| {
            let decoding = Decoding::of(bytes, &Hint { declared, ..Hint::default() });
            (decoding.name(), decoding.by)
        };
        assert_eq!(read(b"\xa4uro", &["iso-8859-15"]), ("ISO-8859-15", By::Declaration));
        assert_eq!(read(b"\xa4uro", &["nonsense", "macintosh"]), ("Mac Roman", By::Declaration));
        assert_eq!(read("été".as_bytes(), &["iso-8859-1"]), ("UTF-8", By::Bytes));
        assert_eq!(read(b"caf\xe9 et th\xe9", &["utf-8"]), ("windows-1252", By::Guess));
        assert_eq!(read(b"caf\xe9 et th\xe9", &["utf-8", "iso-8859-15"]), ("ISO-8859-15", By::Declaration));
        assert_eq!(read(b"\xef\xbb\xbfa", &["macintosh"]), ("UTF-8", By::Mark));
        assert_eq!(read(b"a", &[]), ("UTF-8", By::Bytes));
    }

    #[test]
    fn the_person_knows_better_than_the_bytes() {
        let hint = Hint { chosen: named("Mac Roman"), declared: &["utf-8"] };
        assert_eq!(Decoding::of("é".as_bytes(), &hint), Decoding { encoding: MACINTOSH, by: By::Choice });
    }

    #[test]
    fn encodings_are_known_by_the_names_people_use() {
        let check =
            |written: &str, expect: Option<&str>| assert_eq!(named(written).map(name), expect, "{written}");
        check("latin1", Some("windows-1252"));
        check("ISO-8859-1", Some("windows-1252"));
        check("Latin-9", Some("ISO-8859-15"));
        check("Mac-Roman", Some("Mac Roman"));
        check(" utf8 ", Some("UTF-8"));
        check("UTF-16", Some("UTF-16LE"));
        check("utf-16be", Some("UTF-16BE"));
        check("klingon", None);
        for encoding in CHOICES {
            assert_eq!(named(name(encoding)), Some(encoding));
        }
    }
}
