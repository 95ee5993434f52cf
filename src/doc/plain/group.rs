//! Lines between two blank ones: one paragraph, several, or lines to keep as they stand.

use super::shape::{Shape, indent};
use crate::doc::{BlockKind, Builder};

/// Lines that follow one another without a blank line.
#[derive(Debug, Default)]
pub(super) struct Group {
    text: String,
    lines: usize,
    /// A blank line, or the start of the text, stands before.
    pub(super) blank_before: bool,
    /// A blank line, or the end of the text, follows.
    pub(super) blank_after: bool,
    /// The level of the heading that a line of `=` or `-` under it makes of it.
    pub(super) level: Option<u8>,
}

impl Group {
    pub(super) fn is_empty(&self) -> bool {
        self.lines == 0
    }

    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    pub(super) fn lines(&self) -> usize {
        self.lines
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn add(&mut self, line: &str) {
        if self.lines > 0 {
            self.text.push('\n');
        }
        self.text.push_str(line);
        self.lines += 1;
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        *self = Self { text: std::mem::take(&mut self.text), ..Self::default() };
    }

    /// The level of the heading that `line` makes of this group: a line of `=` (1) or `-` (2) about as
    /// long as the one line above it.
    pub(super) fn underlined(&self, line: &str) -> Option<u8> {
        let line = line.trim();
        let level = match line.bytes().next()? {
            b'=' => 1,
            b'-' => 2,
            _ => return None,
        };
        let uniform = line.bytes().all(|byte| byte == line.as_bytes()[0]);
        let above = self.text.trim().chars().count();
        let fits = line.len() >= 3 && above <= 100 && line.len() * 2 >= above && line.len() <= above * 2 + 2;
        (self.lines == 1 && self.blank_before && uniform && fits).then_some(level)
    }
}

/// How the lines of a group belong together.
enum Join {
    /// They are one paragraph.
    All,
    /// Each line that opens one starts a paragraph.
    Paragraphs,
    /// They stay as they stand.
    None,
}

/// Writes the lines of a group as blocks.
pub(super) fn write(text: &str, shape: &Shape, builder: &mut Builder) {
    if shape.a_paragraph_a_line {
        builder.block(BlockKind::Paragraph, text);
        return;
    }
    match join(text, shape) {
        Join::None => {
            builder.block(BlockKind::Verbatim, text);
        }
        Join::All => {
            builder.open(BlockKind::Paragraph, 0);
            write_joined(text, builder);
        }
        Join::Paragraphs => {
            let mut start = 0;
            for (at, _) in text.match_indices('\n') {
                if opens_paragraph(&text[at + 1..], shape) {
                    builder.open(BlockKind::Paragraph, 0);
                    write_joined(&text[start..at], builder);
                    start = at + 1;
                }
            }
            builder.open(BlockKind::Paragraph, 0);
            write_joined(&text[start..], builder);
        }
    }
}

/// Writes lines into the open block with one blank in place of each line end.
///
/// A word cut at a soft hyphen is made whole; after a hyphen no blank is added (`vis-à-` `vis`).
pub(super) fn write_joined(text: &str, builder: &mut Builder) {
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let soft = line.strip_suffix('\u{ad}');
        builder.push(soft.unwrap_or(line));
        let Some(next) = lines.peek() else { return };
        let hyphen = line.ends_with(['-', '\u{2010}']) && next.starts_with(char::is_alphanumeric);
        let word = line.trim_end_matches(['-', '\u{2010}']).ends_with(char::is_alphanumeric);
        if soft.is_none() && !(hyphen && word) {
            builder.push(" ");
        }
    }
}

fn join(text: &str, shape: &Shape) -> Join {
    let lines: Vec<&str> = text.lines().collect();
    let indented = lines.iter().filter(|line| is_indented(line, shape)).count();
    let opening = lines.iter().filter(|line| opens_paragraph(line, shape)).count();
    let opens = opens_paragraph(lines[0], shape);
    if lines.len() == 1 {
        let verse = indented == 1 && !shape.first_lines_indented && indent(text) >= shape.margin + 4;
        return if verse { Join::None } else { Join::All };
    }
    if indented == lines.len() && !shape.first_lines_indented {
        return Join::None;
    }
    // A hanging indent is that of one item; an indent at the first line is that of a paragraph.
    let hanging = indented == lines.len() - 1 && !is_indented(lines[0], shape);
    if opens && (opening == 1 || shape.first_lines_indented || indented < opening) {
        return if is_verse(&lines[1..], shape) && opening == 1 { Join::None } else { Join::Paragraphs };
    }
    if opens && indented * 2 <= lines.len() {
        return Join::Paragraphs;
    }
    if (indented * 2 >= lines.len() && !hanging) || is_verse(&lines, shape) { Join::None } else { Join::All }
}

/// Whether the line ends were set on purpose: verse, an address, a table.
fn is_verse(lines: &[&str], shape: &Shape) -> bool {
    let breaks = lines.len().saturating_sub(1);
    if breaks == 0 {
        return false;
    }
    let early = lines.windows(2).filter(|pair| !shape.is_full(pair[0], pair[1])).count();
    let lower = lines[1..].iter().filter(|line| starts_low(line)).count();
    let capitals = !lines.iter().any(|line| line.chars().any(char::is_lowercase));
    if capitals {
        early * 2 > breaks
    } else if breaks <= 2 {
        lower == 0 && (early > 0 || !shape.wrapped)
    } else {
        lower * 10 <= breaks || early * 10 >= breaks * 6
    }
}

/// Whether a line begins with a small letter, or one of a script that has no capitals.
pub(super) fn starts_low(line: &str) -> bool {
    line.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
}

fn is_indented(line: &str, shape: &Shape) -> bool {
    indent(line) >= shape.margin + 2
}

/// Whether a paragraph starts with this line (only its beginning is looked at): indented, a speech
/// after a dash, an item of a list.
fn opens_paragraph(line: &str, shape: &Shape) -> bool {
    is_indented(line, shape) || is_item(line.trim_start())
}

/// `- item`, `• item`, `— Speech`, `12. item`, `3) item`.
fn is_item(line: &str) -> bool {
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
    }
    let mut chars = line.chars();
    let (mark, blank) = (chars.next(), chars.next());
    let spaced = blank.is_some_and(char::is_whitespace);
    match mark {
        Some('•' | '*' | '◦' | '▪' | '‣') => spaced,
        // A dash inside a sentence may come to stand at the start of a line too.
        Some('-' | '–' | '—') => spaced && !starts_low(chars.as_str()),
        _ => false,
    }
}
