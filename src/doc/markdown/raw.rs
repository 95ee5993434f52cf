//! HTML inside Markdown: its text without its tags.

/// Elements whose contents are no text for readers.
const SILENT: [&str; 4] = ["script", "style", "template", "textarea"];

/// Elements that end a paragraph where they begin and where they end.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ol",
    "p",
    "summary",
    "table",
    "tr",
    "ul",
];

/// Whether `html` is `<br>` in any of its spellings.
pub(super) fn is_line_break(html: &str) -> bool {
    tag_name(html).is_some_and(|name| name.eq_ignore_ascii_case("br"))
}

/// Gives each paragraph of `html`: the text between its block elements and blank lines, without tags
/// and comments, entities decoded. Goes through once, whatever is nested or not closed.
pub(in crate::doc) fn paragraphs(html: &str, mut each: impl FnMut(&str)) {
    let mut text = String::new();
    let mut give = |text: &mut String| {
        for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
            each(paragraph);
        }
        text.clear();
    };
    let mut rest = html;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        decode(&rest[..at], &mut text);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = after(comment, "-->");
            continue;
        }
        let Some(name) = tag_name(rest) else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        let silent = SILENT.iter().find(|silent| name.eq_ignore_ascii_case(silent));
        let is_block = BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block));
        rest = after(rest, ">");
        if let Some(silent) = silent {
            rest = after_end_tag(rest, silent);
        } else if is_block {
            give(&mut text);
        } else if name.eq_ignore_ascii_case("br") {
            text.push(' ');
        }
    }
    decode(rest, &mut text);
    give(&mut text);
}

/// The name of the tag that `html` begins with, an end tag too; empty for `<!…>` and `<?…>`.
fn tag_name(html: &str) -> Option<&str> {
    let inside = html.strip_prefix('<')?;
    if inside.starts_with(['!', '?']) {
        return Some("");
    }
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let length = inside.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    (length > 0 && inside.as_bytes()[0].is_ascii_alphabetic()).then_some(&inside[..length])
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    memchr::memmem::find(text.as_bytes(), mark.as_bytes()).map_or("", |at| &text[at + mark.len()..])
}

/// What follows `</name>`; nothing where it never comes.
fn after_end_tag<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = memchr::memmem::find(rest.as_bytes(), b"</") {
        rest = &rest[at + 2..];
        if rest.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return after(rest, ">");
        }
    }
    ""
}

/// Adds `text` with the entities decoded that HTML inside Markdown usually has.
fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, letter)) => {
                out.push(letter);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "rsquo" => '’',
        "copy" => '©',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expect: &[&str]) {
        let mut found = Vec::new();
        paragraphs(html, |paragraph| found.push(paragraph.trim().to_owned()));
        assert_eq!(found, expect);
    }

    #[test]
    fn text_is_kept_and_everything_else_goes() {
        check("<div align=center>\n<p>Un &amp; deux<br>trois</p></div>", &["Un & deux trois"]);
        check("<!-- a > b\n\nc --><script>x < y</script >fin&#33;", &["fin!"]);
        check("<table><tr><td>a</td></tr><tr><td>b", &["a", "b"]);
        check("a\n\nb < c & d &bogus; &#xD800;", &["a", "b < c & d &bogus; &#xD800;"]);
        check("<!-- jamais fermé", &[]);
        assert!(is_line_break("<br/>") && is_line_break("<BR>") && !is_line_break("<b>"));
    }
}
