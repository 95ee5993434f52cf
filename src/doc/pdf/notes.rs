//! Footnotes: small lines at the foot of a page that begin with a label which is raised in its text.

use super::lines::Line;
use super::run::{LOWERED, RAISED};
use std::collections::HashSet;

/// How large the type of a footnote is at most, in sizes of the text.
const SMALLER: f32 = 0.94;

/// Takes the footnotes out of the pages and numbers them through, in the text too. Gives the lines of each; the first
/// begins with its number, between the signs of a label.
pub(super) fn take(pages: &mut [Vec<Line>], body: f32) -> Vec<Vec<String>> {
    let mut notes: Vec<Vec<String>> = Vec::new();
    for lines in pages {
        let raised: HashSet<String> = lines
            .iter()
            .filter(|line| line.size > SMALLER * body)
            .flat_map(|line| labels(&line.text))
            .collect();
        if raised.is_empty() {
            continue;
        }
        let mut numbers: Vec<(String, usize)> = Vec::new();
        // The column of the note that is open.
        let mut open = None;
        lines.retain(|line| {
            if line.size > SMALLER * body {
                open = None;
                return true;
            }
            let label = label_of(&line.text).filter(|(label, _)| {
                raised.contains(label) && numbers.iter().all(|(known, _)| known != label)
            });
            if let Some((label, rest)) = label {
                let number = notes.len() + 1;
                notes.push(vec![format!("{RAISED}[{number}]{LOWERED} {rest}")]);
                numbers.push((label, number));
                open = Some(line.column);
                return false;
            }
            if open != Some(line.column) {
                return true;
            }
            notes.last_mut().expect("one is open").push(line.text.clone());
            false
        });
        for line in lines.iter_mut() {
            number(&mut line.text, &numbers);
        }
    }
    notes
}

/// Labels of footnotes that were not found become what they look like: `m²`.
pub(super) fn settled(text: &str) -> String {
    let mut settled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside, after)) = cut(rest) {
        settled.push_str(before);
        match inside.strip_prefix('[').and_then(|inside| inside.strip_suffix(']')) {
            Some(number) => settled.extend([RAISED.to_string(), number.to_owned(), LOWERED.to_string()]),
            None => settled.extend(inside.chars().map(raised_form)),
        }
        rest = after;
    }
    settled.extend(rest.chars().filter(|letter| ![RAISED, LOWERED].contains(letter)));
    settled
}

fn raised_form(letter: char) -> char {
    match letter {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '0' | '4'..='9' => {
            char::from_u32(0x2070 + u32::from(letter) - u32::from('0')).expect("raised digits")
        }
        _ => letter,
    }
}

/// What stands before the first label, the label, and what stands after it.
pub(super) fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(RAISED)?;
    let (inside, after) = rest.split_once(LOWERED)?;
    Some((before, inside, after))
}

fn labels(text: &str) -> Vec<String> {
    let mut labels = Vec::new();
    let mut rest = text;
    while let Some((_, inside, after)) = cut(rest) {
        labels.extend(inside.split([',', ' ']).filter(|label| is_label(label)).map(str::to_owned));
        rest = after;
    }
    labels
}

fn is_label(text: &str) -> bool {
    let number = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    number
        || (!text.is_empty()
            && text.chars().count() <= 2
            && text.chars().all(|letter| "*†‡§¶".contains(letter)))
}

/// The label that a line begins with, raised or not, and the rest.
fn label_of(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let (label, rest) = match text.strip_prefix(RAISED) {
        Some(rest) => rest.split_once(LOWERED)?,
        None => {
            let end = text.find(|letter: char| !(letter.is_ascii_digit() || "*†‡§¶".contains(letter)))?;
            text.split_at(end)
        }
    };
    let label = label.trim();
    is_label(label).then(|| (label.to_owned(), rest.trim_start_matches(['.', ')', ' '])))
}

/// Puts the numbers of the notes in place of their labels, in brackets so that they are told from other raised ones.
fn number(text: &mut String, numbers: &[(String, usize)]) {
    let mut numbered = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, inside, after)) = cut(rest) {
        numbered.push_str(before.trim_end());
        for label in inside.split([',', ' ']).filter(|label| !label.is_empty()) {
            let found = numbers.iter().find(|(known, _)| known == label);
            let shown = found.map_or_else(|| label.to_owned(), |(_, number)| format!("[{number}]"));
            numbered.extend([RAISED.to_string(), shown, LOWERED.to_string()]);
        }
        rest = after;
    }
    numbered.push_str(rest);
    *text = numbered;
}
