//! Foreign text made harmless in Markdown.

use crate::exchange::plain;

/// What follows a line of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The next line of the same paragraph.
    Line,
    /// The end of the paragraph.
    Paragraph,
}

/// `text` on one line, so that no reader of Markdown sees more in it than words.
///
/// Every sign that means something inline in CommonMark, GitHub or pandoc gets a backslash; so does
/// a beginning that would open a list, a rule, an underlined heading or a definition.
pub(super) fn line(text: &str) -> String {
    let text = plain(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    opening(&inline(&text))
}

/// Lines as a block quotation, each line of it ending in `\n`.
///
/// Blanks at the start of a line become no-break spaces, which neither make a code block nor go
/// away when they are shown. Empty lines part paragraphs.
pub(super) fn quote<'a>(lines: impl Iterator<Item = (&'a str, End)>) -> String {
    let mut out = String::new();
    // What ended the line before, once there is one; a break is written when the next line is known.
    let mut pending: Option<End> = None;
    for (line, end) in lines {
        let line = plain(line);
        let line = line.trim_end();
        if line.is_empty() {
            pending = pending.map(|_| End::Paragraph);
            continue;
        }
        match pending {
            Some(End::Line) => out.push_str("\\\n"),
            Some(End::Paragraph) => out.push_str("\n>\n"),
            None => {}
        }
        let words = line.trim_start();
        out.push_str("> ");
        for blank in line[..line.len() - words.len()].chars() {
            out.push_str(if blank == '\t' { "\u{a0}\u{a0}\u{a0}\u{a0}" } else { "\u{a0}" });
        }
        out.push_str(&opening(&inline(words)));
        pending = Some(end);
    }
    out.push_str(if pending.is_some() { "\n" } else { ">\n" });
    out
}

/// A tag as it stands in text: `#à-relire`.
pub(super) fn tag(tag: &str) -> String {
    format!("#{}", inline(&joined(tag)))
}

/// A tag without blanks: `à-relire`.
pub(super) fn joined(tag: &str) -> String {
    plain(tag).split_whitespace().collect::<Vec<_>>().join("-")
}

/// A double-quoted YAML scalar.
pub(super) fn scalar(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' | '\r' | '\t' => out.push(' '),
            // YAML takes these for line ends or forbids them; the rest of C0 has no place in a file.
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                out.push_str(&format!("\\u{:04X}", u32::from(character)));
            }
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Signs with a meaning inside a line get a backslash.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if r"\`*_[]{}<>#|~&$^@".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// A beginning that would open a block gets a backslash where it makes the difference.
fn opening(line: &str) -> String {
    if line.starts_with(['-', '+', '=', ':']) {
        return format!("\\{line}");
    }
    let body = line.strip_prefix('(').unwrap_or(line);
    let mark = body.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(body.len());
    let (number, rest) = body.split_at(mark);
    let ends_item = |after: &str| after.is_empty() || after.starts_with([' ', '\t']);
    let closes = rest.strip_prefix(['.', ')']).is_some_and(ends_item);
    if closes && numbers_an_item(number) {
        let at = line.len() - rest.len();
        return format!("{}\\{}", &line[..at], &line[at..]);
    }
    line.to_owned()
}

/// Whether `1`, `a` or `xiv` would number an item of a list (letters and Roman numerals do in pandoc).
fn numbers_an_item(number: &str) -> bool {
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let roman = !number.is_empty() && number.bytes().all(|byte| b"ivxlcdmIVXLCDM".contains(&byte));
    digits || roman || number.len() == 1
}
