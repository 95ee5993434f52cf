//! A look at a page before it is parsed, so that no page can hold the parser up.
//!
//! The parser takes time with the square of some things that no honest page has: elements nested by the
//! thousand, attributes by the thousand on one tag. Here they are cut in one pass over the bytes. What has no
//! text for readers goes too: scripts, styles, drawings, comments.

use memchr::{memchr, memmem};

/// Elements that may be nested in one another; deeper ones lose their tags and keep their text.
///
/// Finding the article takes time with the depth of every element. Pages of newspapers reach 40 or so.
const DEEPEST: usize = 128;

/// Attributes kept on one tag.
const ATTRIBUTES: usize = 256;

/// Bytes of the longest attribute kept.
const ATTRIBUTE: usize = 64 * 1024;

/// A page that is safe to parse.
#[derive(Debug)]
pub(super) struct Tame {
    pub(super) html: String,
    /// Something was cut that a reader might miss.
    pub(super) cut: bool,
}

/// Elements without contents.
const VOID: [&str; 17] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "source", "track", "wbr",
];

/// Elements that the parser closes by itself before another of their kind, so that they nest no deeper than
/// what they stand in. They are often left open, and must not count.
const CLOSED_BY_NEXT: [&str; 19] = [
    "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "option",
    "optgroup", "rb", "rp", "rt", "rtc", "html",
];

/// Elements whose end tag takes them alone out of the nest, whatever stands inside.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that the end tag of an ordinary one (`span`) does not reach beyond.
const SPECIAL: [&str; 43] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "main",
    "marquee",
    "menu",
    "nav",
    "noscript",
    "object",
    "ol",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "template",
    "ul",
    "pre",
];

/// Elements that no end tag but their own reaches beyond.
const WALLS: [&str; 6] = ["table", "template", "object", "marquee", "applet", "button"];

/// Elements whose contents are not HTML, or no text for readers; they go, up to their end tag.
const SILENT: [&str; 8] = ["style", "script", "svg", "iframe", "noembed", "noframes", "xmp", "textarea"];

/// Makes a page safe to parse.
pub(super) fn tame(html: &str) -> Tame {
    let mut scan =
        Scan { out: String::with_capacity(html.len()), nest: Vec::new(), beyond: Vec::new(), cut: false };
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        scan.out.push_str(&rest[..at]);
        rest = scan.markup(&rest[at..]);
    }
    scan.out.push_str(rest);
    Tame { html: scan.out, cut: scan.cut }
}

struct Scan<'a> {
    out: String,
    /// Names of the elements that are open, outermost first, as far as they count.
    nest: Vec<&'a str>,
    /// Names of those that are open inside [`DEEPEST`] others.
    beyond: Vec<&'a str>,
    cut: bool,
}

impl<'a> Scan<'a> {
    /// Takes in what begins with the `<` of `html`; gives what follows it.
    fn markup(&mut self, html: &'a str) -> &'a str {
        let bytes = html.as_bytes();
        match bytes.get(1) {
            Some(b'!') if html.starts_with("<!--") => after_comment(html),
            Some(b'!') => {
                let end = memchr(b'>', bytes).map_or(html.len(), |end| end + 1);
                self.out.push_str(&html[..end]);
                &html[end..]
            }
            Some(b'?') => after(html, b'>'),
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                let rest = after(html, b'>');
                let name = name(&html[2..]);
                if self.closes(name) {
                    self.out.push_str("</");
                    self.out.push_str(name);
                    self.out.push('>');
                }
                rest
            }
            Some(b'/') => after(html, b'>'),
            Some(first) if first.is_ascii_alphabetic() => self.start_tag(html),
            _ => {
                self.out.push_str("&lt;");
                &html[1..]
            }
        }
    }

    fn start_tag(&mut self, html: &'a str) -> &'a str {
        let name = name(&html[1..]);
        let is = |other: &&str| name.eq_ignore_ascii_case(other);
        let before = self.out.len();
        self.out.push('<');
        self.out.push_str(name);
        let Some(rest) = self.attributes(&html[1 + name.len()..]) else {
            // A tag that never ends takes all the rest with it, as in a browser.
            self.out.truncate(before);
            return "";
        };
        self.out.push('>');
        if let Some(silent) = SILENT.iter().find(|silent| is(silent)) {
            let data = *silent == "script" && self.out[before..].contains("ld+json");
            let end = end_tag(rest, silent);
            if !data {
                self.out.truncate(before);
                return end.map_or(if *silent == "svg" { rest } else { "" }, |end| after(&rest[end..], b'>'));
            }
            let end = end.unwrap_or(rest.len());
            self.out.push_str(&rest[..end]);
            self.out.push_str("</script>");
            return after(&rest[end..], b'>');
        }
        if is(&"plaintext") || is(&"frameset") || is(&"mspace") || is(&"mprescripts") {
            self.out.truncate(before);
        } else if is(&"title") {
            let end = end_tag(rest, "title").unwrap_or(rest.len());
            self.out.push_str(&rest[..end]);
            self.out.push_str("</title>");
            return after(&rest[end..], b'>');
        } else if !VOID.iter().any(&is) && !CLOSED_BY_NEXT.iter().any(&is) {
            if self.nest.len() < DEEPEST {
                self.nest.push(name);
            } else {
                self.beyond.push(name);
                self.out.truncate(before);
                self.out.push(' ');
                self.cut = true;
            }
        }
        rest
    }

    /// Copies the attributes that `html` begins with, up to the end of their tag; gives what follows it.
    fn attributes(&mut self, html: &'a str) -> Option<&'a str> {
        let bytes = html.as_bytes();
        let mut at = 0;
        let mut count = 0;
        loop {
            while bytes.get(at)?.is_ascii_whitespace() || bytes[at] == b'/' {
                at += 1;
            }
            if bytes[at] == b'>' {
                return Some(&html[at + 1..]);
            }
            let start = at;
            // An equals sign that comes first belongs to the name.
            at += 1;
            while !matches!(bytes.get(at)?, b'=' | b'>' | b'/' | b' ' | b'\n' | b'\t') {
                at += 1;
            }
            let name_end = at;
            while bytes.get(at)?.is_ascii_whitespace() {
                at += 1;
            }
            if bytes[at] == b'=' {
                at += 1;
                while bytes.get(at)?.is_ascii_whitespace() {
                    at += 1;
                }
                match bytes[at] {
                    quote @ (b'"' | b'\'') => at += memchr(quote, &bytes[at + 1..])? + 2,
                    _ => {
                        while !matches!(bytes.get(at)?, b'>' | b' ' | b'\n' | b'\t') {
                            at += 1;
                        }
                    }
                }
            } else {
                at = name_end;
            }
            count += 1;
            if count <= ATTRIBUTES && at - start <= ATTRIBUTE {
                self.out.push(' ');
                self.out.push_str(&html[start..at]);
            } else {
                self.cut = true;
            }
        }
    }

    /// Takes the element that an end tag closes out of the nest; whether the tag is kept.
    ///
    /// What the parser would leave open must stay in the nest, else it could be made to nest without end.
    fn closes(&mut self, name: &str) -> bool {
        if !self.beyond.is_empty() {
            if self.beyond.last().is_some_and(|last| last.eq_ignore_ascii_case(name)) {
                self.beyond.pop();
            }
            return false;
        }
        let is = |list: &[&str], name: &str| list.iter().any(|other| name.eq_ignore_ascii_case(other));
        let (formatting, special) = (is(&FORMATTING, name), is(&SPECIAL, name));
        for index in (0..self.nest.len()).rev() {
            let open = self.nest[index];
            if open.eq_ignore_ascii_case(name) {
                if formatting {
                    self.nest.remove(index);
                } else {
                    self.nest.truncate(index);
                }
                break;
            }
            if is(&WALLS, open) || (!formatting && !special && is(&SPECIAL, open)) {
                break;
            }
        }
        true
    }
}

/// The name that a tag begins with.
fn name(html: &str) -> &str {
    let end = html.bytes().position(|byte| matches!(byte, b'>' | b'/' | b' ' | b'\n' | b'\t'));
    &html[..end.unwrap_or(html.len())]
}

fn after(html: &str, byte: u8) -> &str {
    memchr(byte, html.as_bytes()).map_or("", |at| &html[at + 1..])
}

fn after_comment(html: &str) -> &str {
    let inside = &html[4..];
    for short in [">", "->"] {
        if let Some(rest) = inside.strip_prefix(short) {
            return rest;
        }
    }
    memmem::find(inside.as_bytes(), b"-->").map_or("", |at| &inside[at + 3..])
}

/// Where `</name` stands.
fn end_tag(html: &str, name: &str) -> Option<usize> {
    memmem::find_iter(html.as_bytes(), b"</").find(|at| {
        let tag = &html.as_bytes()[at + 2..];
        tag.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && tag.get(name.len()).is_none_or(|next| !next.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expect: &str) {
        assert_eq!(tame(html).html, expect);
    }

    #[test]
    fn an_honest_page_stays_as_it_is() {
        let page = "<!DOCTYPE html><html lang=\"fr\"><title>a < b</title><p class='x y' hidden>un<br>deux</p>\
                    <a href=/a?b=1>c</a></html>";
        assert_eq!((tame(page).html.as_str(), tame(page).cut), (page, false));
        check("1 < 2 <> 3", "1 &lt; 2 &lt;> 3");
        let list = "<li>un".repeat(5_000);
        assert_eq!((tame(&list).html, tame(&list).cut), (list, false));
    }

    #[test]
    fn what_has_no_text_for_readers_goes() {
        check("a<!-- <b> -->b<!-->c<?xml?>d</ x>e", "abcde");
        check("a<script>if (1 < 2) '</p>'</SCRIPT >b<svg><path/></svg>c<style>x", "abc");
        check(
            "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>d",
            "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>d",
        );
        check("a<img alt=\"", "a");
    }

    #[test]
    fn deep_nests_lose_their_tags_and_keep_their_text() {
        let deep = format!("{}mot{}fin", "<div>".repeat(2_000), "</div>".repeat(2_000));
        let tame = tame(&deep);
        assert!(tame.cut);
        assert_eq!(tame.html.matches("<div>").count(), DEEPEST);
        assert_eq!(tame.html.matches("</div>").count(), DEEPEST);
        assert!(tame.html.contains("mot") && tame.html.ends_with("</div>fin"));
    }

    #[test]
    fn end_tags_that_close_nothing_do_not_hide_a_nest() {
        for piece in
            ["<div></x>", "<b><div></b>", "<div><table></div>", "<div><span></div></span><div>", "<x/>"]
        {
            assert!(tame(&piece.repeat(5_000)).html.matches("<div").count() <= 2 * DEEPEST, "{piece}");
            assert!(tame(&piece.repeat(5_000)).cut, "{piece}");
        }
    }

    #[test]
    fn attributes_are_counted_and_measured() {
        let many: String = (0..50_000).map(|number| format!(" a{number}=b")).collect();
        let tame = tame(&format!("<p{many}>mot</p><p title='{}'>fin", "x".repeat(ATTRIBUTE + 1)));
        assert!(tame.cut);
        assert!(tame.html.len() < 10_000 && tame.html.ends_with(">mot</p><p>fin"));
    }
}
