//! XHTML to HTML: what the two write in different ways.

use memchr::{memchr, memmem};

/// Elements that have no end tag in HTML.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// The same page as HTML: elements that end in their own tag get an end tag (else they would take in all that
/// follows), prefixes of element names go, sections of raw text are escaped, and the document type goes with all that it defines.
pub(super) fn to_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = markup(&rest[at..], &mut out);
    }
    out.push_str(rest);
    out
}

/// Writes what begins with the `<` of `text`; gives what follows it.
fn markup<'a>(text: &'a str, out: &mut String) -> &'a str {
    let after =
        |end: &str| memmem::find(text.as_bytes(), end.as_bytes()).map_or("", |at| &text[at + end.len()..]);
    if text.starts_with("<!--") {
        return memmem::find(&text.as_bytes()[4..], b"-->").map_or("", |at| &text[at + 7..]);
    }
    if let Some(raw) = text.strip_prefix("<![CDATA[") {
        let (raw, rest) = raw.split_once("]]>").unwrap_or((raw, ""));
        out.push_str(&raw.replace('&', "&amp;").replace('<', "&lt;"));
        return rest;
    }
    if text.starts_with("<?") {
        return after("?>");
    }
    if text.starts_with("<!") {
        let definitions = memchr(b'[', text.as_bytes());
        let end = memchr(b'>', text.as_bytes());
        return match (definitions, end) {
            (Some(open), Some(end)) if open < end => after_definitions(&text[open..]),
            (_, Some(end)) => &text[end + 1..],
            (_, None) => "",
        };
    }
    tag(text, out)
}

/// What follows the definitions of a document type, which `text` begins with.
fn after_definitions(text: &str) -> &str {
    let end = memchr(b']', text.as_bytes()).unwrap_or(text.len());
    memchr(b'>', &text.as_bytes()[end..]).map_or("", |at| &text[end + at + 1..])
}

fn tag<'a>(text: &'a str, out: &mut String) -> &'a str {
    let bytes = text.as_bytes();
    let start = if bytes.get(1) == Some(&b'/') { 2 } else { 1 };
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b":-_.".contains(byte);
    let length = bytes[start..].iter().take_while(|byte| is_name(byte)).count();
    let whole = &text[start..start + length];
    let name = whole.rsplit(':').next().unwrap_or(whole);
    if !bytes.get(start).is_some_and(u8::is_ascii_alphabetic) || name.is_empty() {
        out.push('<');
        return &text[1..];
    }
    let end = tag_end(bytes, start + length);
    let attributes = &text[start + length..end];
    out.push_str(&text[..start]);
    out.push_str(name);
    let empty = attributes.ends_with('/');
    out.push_str(attributes.trim_end_matches('/'));
    let rest = text.get(end + 1..).unwrap_or_default();
    if end < text.len() {
        out.push('>');
    }
    if empty && start == 1 && !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
    rest
}

/// Where the `>` of a tag stands, outside quotation marks; the end of the text where there is none.
fn tag_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'>' => return at,
            quote @ (b'"' | b'\'') => match memchr(quote, &bytes[at + 1..]) {
                Some(end) => at += end + 2,
                None => return bytes.len(),
            },
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        assert_eq!(to_html(text), expect);
    }

    #[test]
    fn elements_that_end_in_their_own_tag_take_nothing_in() {
        check(
            "<a id=\"p1\"/>mot<br/><title/><p class='>'  />",
            "<a id=\"p1\"></a>mot<br><title></title><p class='>'  ></p>",
        );
        check("<img alt=\"a > b\" /><x:p>c</x:p>", "<img alt=\"a > b\" ><p>c</p>");
    }

    #[test]
    fn what_html_does_not_know_goes() {
        check(
            "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"b>\">]><html>&a;</html>",
            "<html>&a;</html>",
        );
        check("<!DOCTYPE html><p><![CDATA[1 < 2 & 3]]></p><!-- <p> -->", "<p>1 &lt; 2 &amp; 3</p>");
    }

    #[test]
    fn what_does_not_end_ends_with_the_text() {
        for text in ["<a", "<", "<!--", "<![CDATA[", "<?", "<!DOCTYPE [", "</", "<a b=\"", "<:>", "< 1"] {
            assert!(to_html(&format!("mot {text}")).starts_with("mot "), "{text}");
        }
    }
}
