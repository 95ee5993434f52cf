//! Addresses of pages: what they are made of, and where a redirection leads.

use std::path::PathBuf;

/// The address of a page of the web, with its scheme and host in lower case and without what follows `#`; `None` for what
/// is none.
#[must_use]
pub fn of_web(written: &str) -> Option<String> {
    let written = written.trim();
    let (scheme, rest) = written.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    let is_sound = |sign: char| !sign.is_whitespace() && !sign.is_control();
    if host.is_empty() || !host.chars().all(is_sound) {
        return None;
    }
    let path = &rest[host.len()..];
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{scheme}://{}{slash}{}", host.to_lowercase(), escaped(path)))
}

/// The path of an address of a file on this machine.
#[must_use]
pub fn of_file(written: &str) -> Option<PathBuf> {
    let rest = written.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    path.starts_with('/').then(|| PathBuf::from(unescaped(path)))
}

/// The host of an address, with its port; empty for what is none.
#[must_use]
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// What a page is called for want of a title: the last part of its path, else its host.
#[must_use]
pub fn name(address: &str) -> String {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let host = parts.next().unwrap_or_default();
    let last = parts.next_back().map(unescaped).unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last.as_str(), |(stem, _)| stem);
    if stem.is_empty() { host.to_owned() } else { stem.to_owned() }
}

/// Where `location`, which the page at `base` named, leads: any address, of the web or not.
#[must_use]
pub fn join(base: &str, location: &str) -> String {
    let location = location.trim();
    let scheme_end = location.find(':').filter(|&end| {
        let scheme = &location[..end];
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || "+-.".contains(sign))
    });
    if scheme_end.is_some() {
        return location.to_owned();
    }
    let (scheme, rest) = base.split_once("://").unwrap_or(("https", base));
    if let Some(rest) = location.strip_prefix("//") {
        return format!("{scheme}://{rest}");
    }
    let host = host(base);
    let path = rest[host.len()..].split(['?', '#']).next().unwrap_or_default();
    if location.starts_with('?') {
        return format!("{scheme}://{host}{path}{location}");
    }
    let (target, query) = location.find(['?', '#']).map_or((location, ""), |at| location.split_at(at));
    let path = match target {
        "" => path.to_owned(),
        _ if target.starts_with('/') => without_dots(target),
        _ => {
            let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
            without_dots(&format!("{folder}{target}"))
        }
    };
    format!("{scheme}://{host}{path}{query}")
}

/// A path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let ends_in_folder = path.ends_with('/') || path.ends_with("/.") || path.ends_with("/..");
    for part in path.split('/').filter(|part| !part.is_empty()) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let slash = if ends_in_folder && !parts.is_empty() { "/" } else { "" };
    format!("/{}{slash}", parts.join("/"))
}

/// The text with blanks and letters beyond ASCII as `%41`, as they go over the wire.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The text with each `%41` as the byte it stands for.
#[must_use]
pub fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits =
            after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_pages() {
        let check = |written: &str, expect: Option<&str>| {
            assert_eq!(of_web(written).as_deref(), expect, "{written}");
        };
        check(" https://Example.org/Été tard ", Some("https://example.org/%C3%89t%C3%A9%20tard"));
        check("http://127.0.0.1:80?a", Some("http://127.0.0.1:80/?a"));
        check("file:///etc/passwd", None);
        check("https://", None);
        check("https:///a", None);
        check("a/https://b", None);
    }

    #[test]
    fn a_redirection_is_read_as_a_link_of_the_page() {
        let base = "https://example.org/a/b?c=1";
        let check = |location: &str, expect: &str| assert_eq!(join(base, location), expect, "{location}");
        check("d", "https://example.org/a/d");
        check("/d?e", "https://example.org/d?e");
        check("../d/./e/", "https://example.org/d/e/");
        check("../../../d", "https://example.org/d");
        check("?d", "https://example.org/a/b?d");
        check("//example.org/d", "https://example.org/d");
        check("http://example.org/", "http://example.org/");
        check("file:///etc/passwd", "file:///etc/passwd");
        check("javascript:alert(1)", "javascript:alert(1)");
        check("a:80/b", "a:80/b");
        assert_eq!(join("https://example.org", "d"), "https://example.org/d");
    }

    #[test]
    fn a_page_without_a_title_is_called_by_its_address() {
        assert_eq!(name("https://example.org/a/le-tram.html?x=/y"), "le-tram");
        assert_eq!(name("https://example.org/%C3%A9t%C3%A9/"), "été");
        assert_eq!(name("https://example.org/"), "example.org");
    }

    #[test]
    fn addresses_of_files_are_decoded() {
        for (address, path) in
            [("/a%20b%C3%A9.txt", "/a bé.txt"), ("/100%", "/100%"), ("/%zz%4", "/%zz%4"), ("", "")]
        {
            assert_eq!(unescaped(address), path);
        }
        assert_eq!(of_file("file://localhost/a"), Some(PathBuf::from("/a")));
        assert_eq!(of_file("file://elsewhere/a"), None);
    }
}
