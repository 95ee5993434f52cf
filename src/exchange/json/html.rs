//! The text of notes that other programs keep as HTML.

/// Elements whose content is no text.
const SILENT: [&str; 4] = ["script", "style", "head", "template"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "blockquote",
    "pre",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// The text of a piece of HTML: tags go, blocks are on lines of their own, references to characters are resolved, blanks
/// run together. Costs one pass, and never fails: what is no tag stays as it is.
pub(super) fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    let mut silent: Option<String> = None;
    // Behind the last one no tag ends; looking for its end at every `<` would take the square of the length.
    let last_end = html.rfind('>').unwrap_or_default();
    while let Some(at) = rest.find(['<', '&']) {
        if silent.is_none() {
            push(&mut text, &rest[..at]);
        }
        rest = &rest[at..];
        let at = html.len() - rest.len();
        match (at < last_end).then(|| tag(rest)).flatten() {
            Some((name, closes, length)) => {
                match &silent {
                    Some(element) if closes && *element == name => silent = None,
                    Some(_) => {}
                    None if !closes && SILENT.contains(&name.as_str()) => silent = Some(name),
                    None if BLOCKS.contains(&name.as_str()) => text.push('\n'),
                    None => {}
                }
                rest = &rest[length..];
            }
            None => {
                let (character, length) = reference(rest).unwrap_or((rest.as_bytes()[0].into(), 1));
                if silent.is_none() {
                    text.push(character);
                }
                rest = &rest[length..];
            }
        }
    }
    if silent.is_none() {
        push(&mut text, rest);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    // One empty line between blocks, none around them.
    let mut out = String::with_capacity(text.len());
    for line in lines.iter().filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(line);
    }
    out
}

/// Adds text between tags; line ends in it are blanks.
fn push(text: &mut String, piece: &str) {
    for character in piece.chars() {
        let character = if character.is_ascii_whitespace() { ' ' } else { character };
        if character != ' ' || !text.ends_with([' ', '\n']) {
            text.push(character);
        }
    }
}

/// The name of the tag, comment or declaration that `rest` begins with, whether it closes, and its bytes.
fn tag(rest: &str) -> Option<(String, bool, usize)> {
    let inner = rest.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let length = comment.find("-->").map_or(rest.len(), |end| "<!--".len() + end + "-->".len());
        return Some((String::new(), false, length));
    }
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic() || first == '!' || first == '?') {
        return None;
    }
    let length = rest.find('>')? + 1;
    let name = inner.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
    Some((name.to_ascii_lowercase(), closes, length))
}

/// The character that the reference at the start of `rest` stands for, and its bytes.
fn reference(rest: &str) -> Option<(char, usize)> {
    let inner = rest.strip_prefix('&')?;
    let end = inner.bytes().take(10).position(|byte| byte == b';')?;
    let name = &inner[..end];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            "laquo" => '«',
            "raquo" => '»',
            "rsquo" => '’',
            "lsquo" => '‘',
            "ldquo" => '“',
            "rdquo" => '”',
            "hellip" => '…',
            "ndash" => '–',
            "mdash" => '—',
            "eacute" => 'é',
            "egrave" => 'è',
            "ecirc" => 'ê',
            "agrave" => 'à',
            "acirc" => 'â',
            "ccedil" => 'ç',
            "ocirc" => 'ô',
            "icirc" => 'î',
            "ugrave" => 'ù',
            "ucirc" => 'û',
            "oelig" => 'œ',
            "euro" => '€',
            _ => return None,
        },
    };
    Some((character, end + "&;".len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_text_of_html_is_what_people_read() {
        let wanted = [
            ("<p>Un&nbsp;<b>été</b></p>\n<p>chaud&#x202F;!</p>", "Un\u{a0}été\nchaud\u{202f}!"),
            ("a<br/>b<!-- c > d -->e", "a\nbe"),
            ("1 < 2 &amp; 3 &inconnu; &", "1 < 2 & 3 &inconnu; &"),
            ("<style>p { color: red }</style>x<SCRIPT>1</SCRIPT>", "x"),
            ("&lt;b&gt;", "<b>"),
            ("<a href=\"x\">lien</a", "lien</a"),
            ("&#xD800; &#0099999999;", "&#xD800; &#0099999999;"),
        ];
        for (html, wanted) in wanted {
            assert_eq!(text(html), wanted, "{html}");
        }
    }

    #[test]
    fn tags_that_never_end_are_read_once() {
        // The square of this would take minutes.
        for start in ["<a", "<!--", "&#", "<"] {
            let html = start.repeat(1 << 19);
            assert!(text(&html).len() <= html.len());
        }
    }

    proptest! {
        #[test]
        fn nothing_is_too_strange(html in "[<>&;/!a-z#xé \n-]{0,60}") {
            text(&html);
        }
    }
}
