//! Running heads, running feet and page numbers.

use super::lines::Line;
use std::collections::HashMap;

/// Lines at each end of a page that may be furniture.
const OUTERMOST: usize = 3;

/// Share of the height of a page, at each end, in which furniture stands.
const MARGIN: f32 = 0.14;

/// Leaves furniture out: what stands at the same height of several pages, at the top or the bottom, with the same
/// words or with a number that counts the pages; and numbers alone at an end of a page. `heights` are those of the pages, in points; what is
/// larger than the `body` of the text is a heading.
pub(super) fn remove(pages: &mut [Vec<Line>], heights: &[f32], body: f32) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for (lines, &height) in pages.iter().zip(heights) {
        let mut own: Vec<(String, i32)> =
            ends(lines, height).into_iter().map(|index| key(&lines[index])).collect();
        own.sort();
        own.dedup();
        own.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let mut counted: HashMap<(i64, i32), usize> = HashMap::new();
    for (lines, &height) in pages.iter().zip(heights) {
        for index in ends(lines, height) {
            offsets(&lines[index])
                .for_each(|offset| *counted.entry((offset, step(&lines[index]))).or_default() += 1);
        }
    }
    // Of two pages, both must have it; of many, three are enough: a head may be that of a chapter.
    let enough = pages.len().clamp(2, 3);
    let often = |line: &Line| {
        if line.size > 1.15 * body {
            return false;
        }
        let (words, height) = key(line);
        let near = |step| seen.get(&(words.clone(), height + step)).copied().unwrap_or(0);
        let counts = |offset| counted.get(&(offset, height)).copied().unwrap_or(0);
        (-1..=1).map(near).sum::<usize>() >= enough || offsets(line).any(|offset| counts(offset) >= 3)
    };
    for (lines, &height) in pages.iter_mut().zip(heights) {
        let mut gone: Vec<usize> = ends(lines, height)
            .into_iter()
            .filter(|&index| is_number(&lines[index].text) || often(&lines[index]))
            .collect();
        gone.sort_unstable_by_key(|&index| std::cmp::Reverse(index));
        for index in gone {
            let line = lines.remove(index);
            // A line below the first of its column is now the first.
            if let Some(next) = lines.get_mut(index).filter(|_| line.first) {
                next.first = true;
            }
        }
    }
}

/// Indices of the lines that stand first or last on the page, in its margins.
fn ends(lines: &[Line], height: f32) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..lines.len()).collect();
    by_height.sort_by(|&one, &other| lines[other].base.total_cmp(&lines[one].base));
    let top = by_height.iter().take(OUTERMOST).filter(|&&index| lines[index].base > height * (1.0 - MARGIN));
    let bottom = by_height.iter().rev().take(OUTERMOST).filter(|&&index| lines[index].base < height * MARGIN);
    let mut ends: Vec<usize> = top.chain(bottom).copied().collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// The words of a line, and its height.
fn key(line: &Line) -> (String, i32) {
    (line.text.split_whitespace().collect::<Vec<_>>().join(" "), step(line))
}

/// The height of a line, in steps of 3 points.
fn step(line: &Line) -> i32 {
    (line.base / 3.0).round() as i32
}

/// How far the numbers in a line are from that of its page.
fn offsets(line: &Line) -> impl Iterator<Item = i64> {
    let words =
        line.text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let number = |word: &str| word.parse::<u16>().ok().or_else(|| is_roman(word).then(|| roman(word)));
    words.filter_map(number).map(|number| i64::from(number) - line.page as i64)
}

/// The number that these letters of Rome say: one that stands before a larger one is taken off.
fn roman(word: &str) -> u16 {
    let values = word.bytes().map(|letter| match letter {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        _ => 50,
    });
    let (number, _) = values.rev().fold((0u16, 0), |(number, after), value| {
        (if value < after { number.saturating_sub(value) } else { number + value }, value)
    });
    number
}

/// Whether it is the number of a page: `12`, `– 12 –`, `xii`, `Page 3 of 10`, `3/10`.
fn is_number(text: &str) -> bool {
    let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    let lower = bare.to_lowercase();
    let bare = lower.strip_prefix("page").unwrap_or(&lower).trim();
    let mut words = bare
        .split(|letter: char| letter.is_whitespace() || "/|".contains(letter))
        .filter(|word| !word.is_empty());
    let number =
        |word: &str| (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())) || is_roman(word);
    let first = words.next().is_some_and(number);
    first && words.all(|word| number(word) || matches!(word, "of" | "sur" | "de" | "von" | "di" | "van"))
}

fn is_roman(word: &str) -> bool {
    (1..=6).contains(&word.len()) && word.bytes().all(|byte| b"ivxl".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_rome_count() {
        assert_eq!(["i", "iv", "ix", "xiv", "xli"].map(roman), [1, 4, 9, 14, 41]);
    }

    #[test]
    fn numbers_of_pages_are_known_in_their_usual_forms() {
        for text in ["12", "– 12 –", "xii", "Page 3 of 10", "page 3 sur 10", "3/10", "[4]"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["En 1998", "12345678", "Chapitre 3", "–", "mil"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
