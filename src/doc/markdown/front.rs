//! Front matter: the lines between `---` or `+++` at the top of a file that say whose text it is.

use crate::doc::Meta;
use crate::text::graphemes::floor_char;

/// What front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    /// Authors, date, language and address; never the source.
    pub(super) meta: Meta,
}

/// Bytes of the longest front matter.
const LONGEST: usize = 64 * 1024;

/// The front matter of a text, and what follows it; `None` where the text does not begin with any.
///
/// It is the lines between `---` and `---` or `...`, or between two lines `+++`, one of them at least a key.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let (first, body) = text.split_once('\n')?;
    if first.trim_end() != fence {
        return None;
    }
    let mut end = 0;
    for line in body[..floor_char(body, LONGEST)].split_inclusive('\n') {
        let closing = line.trim_end();
        if closing == fence || (fence == "---" && closing == "...") {
            let front = &body[..end];
            let has_key = front.lines().any(|line| key_and_value(line).is_some());
            return has_key.then(|| (front, &body[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// Reads lines of `key: value` (YAML) or `key = value` (TOML). What is not understood says nothing.
pub(super) fn read(text: &str) -> Front {
    let mut front = Front::default();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let Some((key, value)) = key_and_value(line) else { continue };
        let mut values = values_of(value);
        let folded = matches!(value.trim_end_matches(['-', '+']), ">" | "|");
        if value.is_empty() || folded {
            let mut below = Vec::new();
            while let Some(line) = lines.next_if(|line| continues(line)) {
                below.push(line.trim());
            }
            values = if folded { vec![below.join(" ")] } else { below.into_iter().flat_map(entry).collect() };
        }
        values.retain(|value| !value.is_empty());
        front.take(key, values);
    }
    front
}

impl Front {
    fn take(&mut self, key: &str, values: Vec<String>) {
        let Some(first) = values.first().cloned() else { return };
        match key.to_ascii_lowercase().as_str() {
            "title" | "titre" => self.title = Some(first),
            "author" | "authors" | "auteur" | "auteurs" | "byline" => self.meta.authors = values,
            "date" | "published" | "pubdate" | "publishdate" => self.meta.published = Some(day(&first)),
            "lang" | "language" | "langue" | "locale" => self.meta.language = Some(first),
            "url" | "canonical" | "canonical_url" | "source" => self.meta.canonical = Some(first),
            _ => {}
        }
    }
}

/// The day of a date with a time; anything else as it is.
pub(in crate::doc) fn day(date: &str) -> String {
    let pattern = date.bytes().zip(*b"0000-00-00");
    let is_day = date.len() > 10
        && pattern.clone().count() == 10
        && pattern
            .clone()
            .all(|(byte, like)| if like == b'0' { byte.is_ascii_digit() } else { byte == like });
    if is_day && date.as_bytes()[10].is_ascii() { date[..10].to_owned() } else { date.to_owned() }
}

/// A key at the margin and what follows it.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_at(line.find([':', '='])?);
    let key = key.trim_end();
    let known =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    known.then(|| (key, value[1..].trim()))
}

/// Whether a line belongs to the key above it.
fn continues(line: &str) -> bool {
    line.starts_with([' ', '\t']) || line.starts_with("- ")
}

/// A line of a list: `- Anne Martin`, `- name: Anne Martin`, `name: Anne Martin`; none for any other key.
fn entry(line: &str) -> Option<String> {
    let line = line.strip_prefix("- ").unwrap_or(line).trim();
    match key_and_value(line) {
        Some(("name", value)) => Some(scalar(value)),
        Some(_) => None,
        None => Some(scalar(line)),
    }
}

/// A value, or those of a list in brackets.
fn values_of(value: &str) -> Vec<String> {
    match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        Some(list) => pieces(list).into_iter().map(scalar).collect(),
        None => vec![scalar(value)],
    }
}

/// Pieces between commas that stand outside quotation marks.
fn pieces(list: &str) -> Vec<&str> {
    let (mut quote, mut start, mut pieces) = (None, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), close) if open == close => quote = None,
            (None, ',') => {
                pieces.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&list[start..]);
    pieces
}

/// A value without its quotation marks, or without the comment after it.
fn scalar(value: &str) -> String {
    let value = value.trim();
    for mark in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(mark)
            && let Some(end) = rest.rfind(mark)
        {
            let inside = &rest[..end];
            return if mark == '"' {
                inside.replace("\\\"", "\"").replace("\\\\", "\\")
            } else {
                inside.replace("''", "'")
            };
        }
    }
    value.split(" #").next().unwrap_or_default().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml_say_the_same() {
        let yaml = "title: \"Le \\\"tram\\\"\"  # provisoire\nauthor:\n  - Anne Martin\n  - name: Luc Petit\ndate: 2026-03-14T08:00:00Z\nlang: fr-FR\ntags:\n  - x\n";
        let toml = "title = 'Le \"tram\"'\nauthors = [\"Anne Martin\", \"Luc Petit\"]\ndate = 2026-03-14\nlang = \"fr-FR\"\n[extra]\n";
        let front = read(yaml);
        assert_eq!(front.title.as_deref(), Some("Le \"tram\""));
        assert_eq!(front.meta.authors, ["Anne Martin", "Luc Petit"]);
        assert_eq!(front.meta.published.as_deref(), Some("2026-03-14"));
        assert_eq!(front.meta.language.as_deref(), Some("fr-FR"));
        assert_eq!(read(toml), front);
    }

    #[test]
    fn what_is_not_understood_says_nothing() {
        assert_eq!(read("- a\n: b\n{{ x }}\ntitle:\n\n=\n"), Front::default());
        assert_eq!(read("title: >-\n  Un titre\n  long\n").title.as_deref(), Some("Un titre long"));
        assert_eq!(read("date: 3 mars 2026 à midi").meta.published.as_deref(), Some("3 mars 2026 à midi"));
        assert_eq!(day("2026-03-14é"), "2026-03-14é");
    }
}
