//! What the address of a link means: a place in the document, a file beside it, a page, or none of them.
//!
//! Nothing is looked up here: an address is only read, and made whole by that of the document it stands in.

use crate::doc::Meta;
use std::borrow::Cow;

/// Where a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A place in the same document, by its name, without `#`.
    Inside(String),
    /// A file on this device, by its absolute path, and the place in it.
    File {
        /// The path.
        path: String,
        /// The name of the place, without `#`.
        place: Option<String>,
    },
    /// A page, by its whole address: `http` or `https`.
    Page(String),
    /// An address for letters, with `mailto:`.
    Mail(String),
    /// Anything else, as it stands. It is shown and copied, never run.
    Other(String),
}

impl Address {
    /// What `link` means in the document that came from `source`: a path, an address, or nothing.
    ///
    /// A page does not lead to the files of this device. An address with controls in it is no address.
    #[must_use]
    pub fn of(link: &str, source: &str) -> Self {
        let link = link.trim();
        let other = || Self::Other(link.to_owned());
        if link.chars().any(char::is_control) {
            return other();
        }
        if let Some(name) = link.strip_prefix('#') {
            return Self::Inside(name.to_owned());
        }
        let (rest, place) = match link.split_once('#') {
            Some((rest, place)) => (rest, Some(place.to_owned()).filter(|place| !place.is_empty())),
            None => (link, None),
        };
        let from_page = is_page(source);
        match scheme(link) {
            Some("http" | "https") => Self::Page(encoded(link)),
            Some("mailto") => Self::Mail(encoded(link)),
            Some("file") if !from_page => match file_path(rest) {
                Some(path) => Self::file(&path, place, source),
                None => other(),
            },
            Some(_) => other(),
            None if from_page => Self::Page(encoded(&joined(source, link))),
            None if source.starts_with('/') && !rest.is_empty() && !rest.starts_with("//") => {
                let path = decoded(rest.split('?').next().unwrap_or_default());
                let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
                let path = if path.starts_with('/') { path } else { format!("{folder}/{path}") };
                Self::file(&without_dots(&path), place, source)
            }
            None => other(),
        }
    }

    fn file(path: &str, place: Option<String>, source: &str) -> Self {
        match place {
            Some(place) if path == source => Self::Inside(place),
            place => Self::File { path: path.to_owned(), place },
        }
    }
}

/// What the links of a document are made whole by, as `source` of [`Address::of`]: what the page says itself, else where
/// it was found in the end, else where it came from.
///
/// What a page of the web says is believed only where it is the address of a page.
#[must_use]
pub fn base(meta: &Meta) -> Cow<'_, str> {
    let own = meta.location.as_deref().unwrap_or(&meta.source);
    match meta.base.as_deref().map(|base| Address::of(base, own)) {
        Some(Address::Page(address)) => Cow::Owned(address),
        Some(Address::File { path, .. }) => Cow::Owned(path),
        _ => Cow::Borrowed(own),
    }
}

/// Whether `source` is the address of a page.
#[must_use]
pub fn is_page(source: &str) -> bool {
    matches!(scheme(source), Some("http" | "https"))
}

/// Whether the path is that of an image, which a program outside may show. Not `svg`: it may hold programs itself.
#[must_use]
pub fn is_image(path: &str) -> bool {
    const ENDINGS: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "tiff"];
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The text with its `%20` and the like read; bytes that make no letter become U+FFFD.
#[must_use]
pub fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut read = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                read.push(byte);
                at += 3;
            }
            None => {
                read.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

/// The scheme before the first `:`, in small letters where it is one of those that are known.
fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    let is_one = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let known = ["http", "https", "mailto", "file"];
    is_one.then(|| known.into_iter().find(|known| scheme.eq_ignore_ascii_case(known)).unwrap_or(scheme))
}

/// The path of a `file:` address of this device.
fn file_path(address: &str) -> Option<String> {
    let rest = address.get("file:".len()..)?;
    let path = match rest.strip_prefix("//") {
        Some(rest) => rest.strip_prefix("localhost").unwrap_or(rest),
        None => rest,
    };
    path.starts_with('/').then(|| without_dots(&decoded(path)))
}

/// `link` without a scheme, in the page at `base`.
fn joined(base: &str, link: &str) -> String {
    let (scheme, rest) = base.split_once("://").unwrap_or(("https", base));
    if link.starts_with("//") {
        return format!("{scheme}:{link}");
    }
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if link.starts_with('?') || link.is_empty() {
        return format!("{scheme}://{host}/{path}{link}");
    }
    let (asked, tail) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let path = match asked.strip_prefix('/') {
        Some(asked) => asked.to_owned(),
        None if folder.is_empty() => asked.to_owned(),
        None => format!("{folder}/{asked}"),
    };
    format!("{scheme}://{host}{}{tail}", without_dots(&format!("/{path}")))
}

/// An absolute path without `.` and `..`; what would lead above the root stays at the root.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let last = path.rsplit('/').next().unwrap_or_default();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let end = if matches!(last, "" | "." | "..") && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}", parts.join("/"))
}

/// With its blanks written as addresses write them.
fn encoded(address: &str) -> String {
    address.replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "/home/ann/livre/un.md";
    const PAGE: &str = "https://exemple.fr/a/b.html?x=1#haut";

    fn page(link: &str, source: &str) -> String {
        match Address::of(link, source) {
            Address::Page(address) => address,
            other => panic!("{link}: {other:?}"),
        }
    }

    fn file(link: &str) -> (String, Option<String>) {
        match Address::of(link, FILE) {
            Address::File { path, place } => (path, place),
            other => panic!("{link}: {other:?}"),
        }
    }

    #[test]
    fn a_file_is_found_beside_the_document() {
        assert_eq!(file("deux.md"), ("/home/ann/livre/deux.md".to_owned(), None));
        assert_eq!(
            file("../d%C3%A9but%20x.md#fin"),
            ("/home/ann/début x.md".to_owned(), Some("fin".to_owned()))
        );
        assert_eq!(file("/etc/motd").0, "/etc/motd");
        assert_eq!(file("file:///tmp/x.txt").0, "/tmp/x.txt");
        assert_eq!(file("./../../../../../x").0, "/x");
    }

    #[test]
    fn a_place_is_inside_where_it_is_in_the_same_file() {
        assert_eq!(Address::of("#fin", FILE), Address::Inside("fin".to_owned()));
        assert_eq!(Address::of("un.md#fin", FILE), Address::Inside("fin".to_owned()));
    }

    #[test]
    fn the_links_of_a_page_are_made_whole() {
        assert_eq!(page("c.html", PAGE), "https://exemple.fr/a/c.html");
        assert_eq!(page("../c d.html?y#z", PAGE), "https://exemple.fr/c%20d.html?y#z");
        assert_eq!(page("/c", PAGE), "https://exemple.fr/c");
        assert_eq!(page("//autre.fr/c", PAGE), "https://autre.fr/c");
        assert_eq!(page("?y=2", PAGE), "https://exemple.fr/a/b.html?y=2");
        assert_eq!(page("c", "http://exemple.fr"), "http://exemple.fr/c");
        assert_eq!(page("HTTPS://autre.fr", FILE), "HTTPS://autre.fr");
    }

    #[test]
    fn links_are_made_whole_by_what_the_page_says_and_by_where_it_was_found() {
        let check = |source: &str, location: Option<&str>, base: Option<&str>, expect: &str| {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            let (location, base) = (owned(location), owned(base));
            let meta = Meta { source: source.to_owned(), location, base, ..Meta::default() };
            assert_eq!(super::base(&meta), expect, "{meta:?}");
        };
        let found = Some("https://exemple.fr/a/b");
        check("https://ex.fr/1", None, None, "https://ex.fr/1");
        check("https://ex.fr/1", found, None, "https://exemple.fr/a/b");
        check("https://ex.fr/1", found, Some("../c/"), "https://exemple.fr/c/");
        check("https://ex.fr/1", found, Some("https://autre.fr/d/"), "https://autre.fr/d/");
        check("https://ex.fr/1", found, Some("file:///etc/"), "https://exemple.fr/a/b");
        check("https://ex.fr/1", found, Some("javascript:alert(1)"), "https://exemple.fr/a/b");
        check(FILE, None, Some("https://exemple.fr/a/"), "https://exemple.fr/a/");
        check(FILE, None, Some("tome/"), "/home/ann/livre/tome/");
        check("", None, Some("tome/"), "");
        assert_eq!(file_of("deux.md", "/home/ann/livre/tome/"), "/home/ann/livre/tome/deux.md");
    }

    fn file_of(link: &str, source: &str) -> String {
        match Address::of(link, source) {
            Address::File { path, .. } => path,
            other => panic!("{link}: {other:?}"),
        }
    }

    #[test]
    fn what_is_no_document_is_never_more_than_shown() {
        for link in ["javascript:alert(1)", "ssh://a", "-rf", "vscode://file/x", "data:text/html,x", "c:\\x"]
        {
            let from_nowhere = Address::of(link, "");
            assert_eq!(from_nowhere, Address::Other(link.to_owned()));
        }
        assert!(matches!(Address::of("file:///etc/passwd", PAGE), Address::Other(_)));
        assert!(matches!(Address::of("https://a.fr/\u{1b}[2J", FILE), Address::Other(_)));
        assert!(matches!(Address::of("", FILE), Address::Other(_)));
        assert!(matches!(Address::of("mailto:ann@exemple.fr", FILE), Address::Mail(_)));
    }
}
