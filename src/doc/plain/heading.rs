//! Lines that stand above the text: title, byline, headings. In doubt a line is a paragraph.

use super::group::Group;
use super::shape::Shape;

/// Characters of the longest title, and of the longest heading.
const TITLE: usize = 100;
const HEADING: usize = 80;

const PARTS: &[&str] = &["partie", "part", "livre", "book", "tome", "volume"];
const CHAPTERS: &[&str] = &["chapitre", "chapter", "acte", "act", "scène", "scene", "section"];
const ORDINALS: &[&str] = &[
    "premier",
    "première",
    "deuxième",
    "second",
    "seconde",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "dernier",
    "dernière",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "first",
    "third",
    "fourth",
    "fifth",
    "last",
    "one",
    "two",
    "three",
    "four",
    "five",
    "seven",
    "eight",
    "nine",
    "ten",
    "the",
];

/// Whether the group may be a title or a heading, so that it has to wait for what follows.
pub(super) fn may_be(group: &Group) -> bool {
    group.level.is_some() || (group.lines() <= 2 && group.text().len() <= 4 * TITLE && group.blank_before)
}

/// Whether `group`, the first of the text, is its title.
pub(super) fn is_title(group: &Group, next: &Group, shape: &Shape) -> bool {
    if group.lines() != 1 || !reads_as_title(group.text()) {
        return false;
    }
    let long = shape.prose && next.text().len() >= 2 * TITLE;
    group.level == Some(1) || group.blank_after || long || is_byline(first_line(next))
}

/// Whether the first line of the text is its title because a byline is the second.
pub(super) fn is_title_before(line: &str, next: &str) -> bool {
    reads_as_title(line) && is_byline(next)
}

/// The level of the heading that `group` is, with `next` below it.
pub(super) fn level(group: &Group, next: &Group) -> Option<u8> {
    if group.level.is_some() {
        return group.level;
    }
    let text = group.text();
    let line = first_line(group).trim();
    if !(group.blank_before && group.blank_after) || text.chars().count() > TITLE {
        return None;
    }
    if let Some(level) = chapter(line) {
        let second = text.lines().nth(1);
        return second.is_none_or(|second| !second.trim_end().ends_with(['.', ',', ';'])).then_some(level);
    }
    if group.lines() > 1 || line.chars().count() > HEADING {
        return None;
    }
    let below = next.lines() >= 3 || next.text().chars().count() >= 160;
    (is_roman(line) || is_capitals(line) || (below && is_phrase(text))).then_some(2)
}

/// Who wrote it or when: `Par Anne Martin`, `By Ann Smith`, `Publié le 3 mars 2026`.
pub(super) fn is_byline(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > TITLE || line.ends_with('.') {
        return false;
    }
    let dated = ["Publié le ", "Publié par ", "Mis à jour ", "Published ", "Posted ", "Updated "];
    after_by(line)
        .is_some_and(|name| name.starts_with(char::is_uppercase) && line.split_whitespace().count() <= 12)
        || (dated.iter().any(|start| line.starts_with(start)) && line.contains(|c: char| c.is_ascii_digit()))
}

/// The names in a byline; none where it holds only a date.
pub(super) fn authors(byline: &str) -> Vec<String> {
    let Some(names) = after_by(byline.trim()) else { return Vec::new() };
    let stop = names.find([',', '|', '·', '–', '—', '(', '/']).unwrap_or(names.len());
    let names = [" le ", " on ", " à "]
        .iter()
        .fold(&names[..stop], |names, word| names.split(word).next().unwrap_or(names));
    names
        .split(" et ")
        .flat_map(|names| names.split(" and "))
        .flat_map(|names| names.split(" & "))
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && !name.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

fn after_by(line: &str) -> Option<&str> {
    ["Par ", "By ", "PAR ", "BY "].iter().find_map(|start| line.strip_prefix(start))
}

fn first_line(group: &Group) -> &str {
    group.text().lines().next().unwrap_or_default()
}

/// Short, begins like a title, and does not end like a sentence.
fn reads_as_title(line: &str) -> bool {
    let line = line.trim();
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    let digits = line.chars().filter(|c| c.is_numeric()).count();
    line.chars().count() <= TITLE
        && letters > digits
        && !line.starts_with(|c: char| {
            c.is_lowercase() || matches!(c, '-' | '–' | '—' | '*' | '•' | '[' | '<' | '{' | '/')
        })
        && !line.ends_with(['.', ',', ';', ':', '{', '>'])
        && !is_byline(line)
}

/// A short line of words that begins with a capital and ends without any mark.
fn is_phrase(line: &str) -> bool {
    !line.starts_with(char::is_whitespace)
        && reads_as_title(line)
        && line.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '”' | ')' | '?'))
}

/// The level of a line that names a part (1) or a chapter (2): `CHAPITRE IV. Le départ`.
fn chapter(line: &str) -> Option<u8> {
    let mut words = line
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ','))
        .filter(|word| !word.is_empty());
    let (first, second) = (words.next()?, words.next()?);
    if !first.starts_with(char::is_uppercase) {
        return None;
    }
    let (low_first, low_second) = (first.to_lowercase(), second.to_lowercase());
    let level_of = |word: &str| {
        if PARTS.contains(&word) { Some(1) } else { CHAPTERS.contains(&word).then_some(2) }
    };
    if let Some(level) = level_of(&low_second).filter(|_| words.next().is_none()) {
        return ORDINALS.contains(&low_first.as_str()).then_some(level);
    }
    let level = level_of(&low_first)?;
    let number = second.bytes().all(|byte| byte.is_ascii_digit())
        || is_roman(second)
        || ORDINALS.contains(&low_second.as_str());
    // « Part 2 of the plan was dropped. » is a sentence, unlike « CHAPTER 2. The plan. »
    let rest = line[first.len()..].trim_start()[second.len()..].trim_start();
    let named = rest.is_empty()
        || rest.starts_with(['.', ':', '-', '–', '—', ','])
        || !line.ends_with(['.', ',', ';']);
    let shouted = !first.chars().any(char::is_lowercase);
    (number && (shouted || named)).then_some(level)
}

/// `IV`, `XII.`; a lone `C`, `L` or `M` is more likely a letter.
fn is_roman(word: &str) -> bool {
    let numeral = word.trim_end_matches('.');
    let letters = if numeral.len() == 1 { "IVX" } else { "IVXLC" };
    !numeral.is_empty() && numeral.len() <= 8 && numeral.chars().all(|c| letters.contains(c))
}

/// A line in capitals with a real word in it and no mark at its end.
fn is_capitals(line: &str) -> bool {
    !line.chars().any(char::is_lowercase)
        && line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '»' | '”' | ')' | '?' | '!'))
        && line.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 3)
        && line.chars().filter(|c| c.is_alphabetic()).count() * 2 > line.chars().count()
}
