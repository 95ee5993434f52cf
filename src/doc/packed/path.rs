//! Names of files in a book, as links in it give them.

use std::borrow::Cow;

/// Whether an address names its kind (`https:`, `mailto:`), so that it leads out of the book.
pub(in crate::doc) fn has_scheme(address: &str) -> bool {
    let Some((scheme, _)) = address.split_once(':') else { return address.starts_with("//") };
    scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// The name of the file that `address` leads to from the file `base`, and after `#` the place in it, where it names one.
///
/// `..` never leads above the book. The result is a key of the archive and never a path of the system.
pub(in crate::doc) fn resolve(base: &str, address: &str) -> String {
    let (file, place) = match address.split_once('#') {
        Some((file, place)) => (file, Some(place)),
        None => (address, None),
    };
    let file = file.split('?').next().unwrap_or_default();
    let mut resolved = if file.is_empty() { base.to_owned() } else { join(base, &decoded(file)) };
    if let Some(place) = place.filter(|place| !place.is_empty()) {
        resolved.push('#');
        resolved.push_str(&decoded(place));
    }
    resolved
}

fn join(base: &str, file: &str) -> String {
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let start = if file.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in start.split('/').chain(file.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// `%20` and its like as what they stand for, where that is UTF-8.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%').then(|| after.get(..2)).flatten();
        let escaped = escaped.and_then(|digits| str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
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
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_folder_of_their_file_and_never_out_of_the_book() {
        let check = |address, expect: &str| assert_eq!(resolve("OEBPS/text/un.xhtml", address), expect);
        check("deux.xhtml", "OEBPS/text/deux.xhtml");
        check("../notes.xhtml#n1", "OEBPS/notes.xhtml#n1");
        check("#ici", "OEBPS/text/un.xhtml#ici");
        check("", "OEBPS/text/un.xhtml");
        check("../../../../etc/passwd", "etc/passwd");
        check("/toc.ncx", "toc.ncx");
        check("d%C3%A9but%20a.xhtml?x#l%2", "OEBPS/text/début a.xhtml#l%2");
        check("a%ff.xhtml", "OEBPS/text/a%ff.xhtml");
    }

    #[test]
    fn what_leads_out_names_its_kind() {
        for address in ["https://example.org", "mailto:a@b", "//example.org/a", "urn:isbn:1"] {
            assert!(has_scheme(address), "{address}");
        }
        for address in ["a.xhtml", "#a:b", "../a:b/c", "é:b", ""] {
            assert!(!has_scheme(address), "{address}");
        }
    }
}
