//! Lines to blocks: paragraphs, headings, items, rows of tables, footnotes.

use super::lines::Line;
use super::notes;
use super::run::CELL;
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How much larger than the text a heading is at least.
const LARGER: f32 = 1.12;

/// Characters of the longest heading.
const LONGEST_HEADING: usize = 250;

/// Distance between lines from which a blank line is between them, in usual distances.
const BLANK_LINE: f32 = 1.35;

/// Indent from which a line begins a paragraph, in ems.
const INDENT: f32 = 0.8;

/// What stands before the items of a list.
const BULLETS: [char; 7] = ['•', '▪', '◦', '‣', '●', '■', '∙'];

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    Title,
    Heading(u8),
    Paragraph,
    Bullet,
    Number(u64),
    Row,
    Code,
    Footnote,
}

/// A block of the text. Numbers of footnotes are between [`super::run::RAISED`] and [`super::run::LOWERED`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// Titles of the parts, as the file lists them: page from 0, words in lower case, to their level from 1.
pub(super) type Contents = HashMap<(usize, String), u8>;

/// The size of type of most of the text, in points.
pub(super) fn body_size(pages: &[Vec<Line>]) -> f32 {
    let mut sizes: HashMap<u32, usize> = HashMap::new();
    for line in pages.iter().flatten() {
        *sizes.entry((line.size * 2.0).round() as u32).or_default() += line.text.len();
    }
    let usual = sizes.into_iter().max_by_key(|&(size, count)| (count, size));
    usual.map_or(10.0, |(size, _)| size as f32 / 2.0)
}

/// The blocks of the text whose pages have these lines.
pub(super) fn blocks(mut pages: Vec<Vec<Line>>, contents: &Contents) -> Vec<Piece> {
    let body = body_size(&pages);
    let footnotes = notes::take(&mut pages, body);
    let lines: Vec<Line> = pages.into_iter().flatten().collect();
    let words = Words::of(&lines);
    let sheet = Sheet::new(&lines, body, contents);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Option<Open> = None;
    for (index, line) in lines.iter().enumerate() {
        let kind = sheet.kind(&lines, index);
        match &mut open {
            Some(open) if !sheet.begins(open, &lines, index, kind) => {
                if kind == Kind::Code {
                    open.piece.text.push('\n');
                    open.piece.text.push_str(&indented(line, &lines[open.last - (open.count - 1)]));
                } else {
                    words.append(&mut open.piece.text, &line.text);
                }
                (open.last, open.count) = (index, open.count + 1);
            }
            _ => {
                let text = if kind == Kind::Row { line.text.clone() } else { without_mark(&line.text, kind) };
                let next = Open { piece: Piece { kind, text }, last: index, count: 1 };
                pieces.extend(open.replace(next).map(|open| open.piece));
            }
        }
    }
    pieces.extend(open.map(|open| open.piece));
    for note in footnotes {
        let mut text = String::new();
        note.iter().for_each(|line| words.append(&mut text, line));
        pieces.push(Piece { kind: Kind::Footnote, text });
    }
    for piece in &mut pieces {
        finish(piece);
    }
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// A block that may go on.
struct Open {
    piece: Piece,
    /// Index of its last line.
    last: usize,
    /// Lines in it.
    count: usize,
}

/// What holds for the whole text.
struct Sheet<'a> {
    body: f32,
    /// Sizes of headings in half points, the largest first.
    levels: Vec<u32>,
    /// Whether the largest size is that of the title, on the first page and nowhere else.
    titled: bool,
    /// Whether bold lines stand out.
    bold_is_rare: bool,
    /// Whether lines in letters of one width do.
    code_is_rare: bool,
    /// Usual distance of lines, by size in half points.
    leading: HashMap<u32, f32>,
    contents: &'a Contents,
}

impl<'a> Sheet<'a> {
    fn new(lines: &[Line], body: f32, contents: &'a Contents) -> Self {
        let is_large = |line: &&Line| line.size > LARGER * body && has_words(&line.text);
        let mut levels: Vec<u32> = lines.iter().filter(is_large).map(|line| half_points(line.size)).collect();
        levels.sort_unstable_by(|one, other| other.cmp(one));
        levels.dedup();
        let largest = levels.first().copied();
        let mut of_largest = lines.iter().filter(|line| Some(half_points(line.size)) == largest);
        let titled = largest.is_some() && of_largest.all(|line| line.page == 0);
        let letters = |wanted: fn(&Line) -> bool| -> usize {
            lines.iter().filter(|line| wanted(line)).map(|line| line.text.len()).sum()
        };
        let all = letters(|_| true);
        let bold_is_rare = letters(|line| line.bold) * 4 < all;
        let code_is_rare = letters(|line| line.even) * 2 < all;
        let leading = leading(lines);
        Self { body, levels, titled, bold_is_rare, code_is_rare, leading, contents }
    }

    fn kind(&self, lines: &[Line], index: usize) -> Kind {
        let line = &lines[index];
        let beside =
            |other: Option<&Line>| other.is_some_and(|other| other.gaps > 0 && other.column == line.column);
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        if self.is_code(lines, index) {
            return Kind::Code;
        }
        if line.led || line.gaps > 0 && (beside(before) || beside(lines.get(index + 1))) {
            return Kind::Row;
        }
        if let Some(&level) = self.contents.get(&(line.page, folded(&line.text))) {
            return if self.titled && Some(&half_points(line.size)) == self.levels.first() {
                Kind::Title
            } else {
                Kind::Heading(level.clamp(1, 6))
            };
        }
        let short = line.text.chars().count() <= LONGEST_HEADING && has_words(&line.text);
        if line.size > LARGER * self.body && short {
            let rank = self.levels.iter().position(|&size| size == half_points(line.size)).unwrap_or(0);
            return match rank {
                0 if self.titled => Kind::Title,
                _ => Kind::Heading(
                    u8::try_from((rank + usize::from(!self.titled)).clamp(1, 6)).expect("at most 6"),
                ),
            };
        }
        if self.is_bold_heading(lines, index) {
            let rank = self.levels.len() + usize::from(!self.titled);
            return Kind::Heading(u8::try_from(rank.clamp(1, 6)).expect("at most 6"));
        }
        marked(&line.text)
    }

    /// Whether it is a line of code, as against a line of a paragraph that holds nothing but code.
    fn is_code(&self, lines: &[Line], index: usize) -> bool {
        let line = &lines[index];
        let beside = |other: Option<&Line>| other.is_some_and(|other| other.even && other.page == line.page);
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        let apart = line.left - line.column.0 > INDENT * line.size
            || before.is_some_and(|before| before.base - line.base > BLANK_LINE * self.leading(line));
        line.even && self.code_is_rare && (apart || beside(before) || beside(lines.get(index + 1)))
    }

    fn is_bold_heading(&self, lines: &[Line], index: usize) -> bool {
        let line = &lines[index];
        let text = line.text.trim();
        let alone = |other: Option<&Line>| other.is_none_or(|other| !other.bold || other.page != line.page);
        let before = index.checked_sub(1).and_then(|before| lines.get(before));
        let apart =
            before.is_none_or(|before| line.first || before.base - line.base > 1.15 * self.leading(line));
        line.bold
            && self.bold_is_rare
            && line.size >= 0.95 * self.body
            && text.chars().count() < 120
            && has_words(text)
            && !text.ends_with(['.', ',', ';', ':'])
            && text.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
            && (apart || alone(before))
    }

    fn leading(&self, line: &Line) -> f32 {
        self.leading.get(&half_points(line.size)).copied().unwrap_or(1.25 * line.size)
    }

    /// Whether the line at `index`, of that kind, begins a block after the open one.
    fn begins(&self, open: &Open, lines: &[Line], index: usize, kind: Kind) -> bool {
        let (before, line) = (&lines[open.last], &lines[index]);
        let same_column = before.page == line.page && before.column == line.column && before.base > line.base;
        let down = before.base - line.base;
        match (open.piece.kind, kind) {
            (Kind::Row, _) | (_, Kind::Row) => return true,
            (Kind::Code, Kind::Code) => return !same_column || down > 2.0 * self.leading(line),
            (Kind::Code, _) | (_, Kind::Code) => return true,
            (Kind::Title | Kind::Heading(_), _) | (_, Kind::Title | Kind::Heading(_)) => {
                let listed = self.contents.contains_key(&(before.page, folded(&before.text)));
                let ratio = before.size / line.size;
                return open.piece.kind != kind
                    || listed
                    || !same_column
                    || !(0.9..1.1).contains(&ratio)
                    || down > 1.6 * self.leading(line).max(line.size)
                    || open.piece.text.len() > LONGEST_HEADING;
            }
            _ => {}
        }
        let ratio = line.size / before.size;
        if !(1.0 / LARGER..LARGER).contains(&ratio) {
            return true;
        }
        if kind == Kind::Bullet
            || (kind != Kind::Paragraph
                && (ends_sentence(&before.text) || open.piece.kind != Kind::Paragraph))
        {
            return true;
        }
        let next = lines.get(index + 1).filter(|next| next.page == line.page && next.column == line.column);
        let indent = INDENT * line.size;
        if !same_column {
            let indented =
                line.left - line.column.0 > indent && next.is_some_and(|next| line.left - next.left > indent);
            return indented || self.is_short(before, line) && ends_sentence(&before.text);
        }
        if down > BLANK_LINE * self.leading(line) || self.is_short(before, line) {
            return true;
        }
        let step = line.left - before.left;
        if step > indent {
            // What follows a mark, or goes on as far to the right, hangs from its first line.
            let hangs = open.count == 1
                && (open.piece.kind != Kind::Paragraph
                    || next.is_some_and(|next| (next.left - line.left).abs() < 0.3 * indent));
            return !hangs;
        }
        step < -indent && open.count > 1
    }

    /// Whether `line` would have found room at the end of `before`.
    fn is_short(&self, before: &Line, line: &Line) -> bool {
        if before.text.ends_with(['-', '\u{2010}', '\u{AD}']) {
            return false;
        }
        let room = before.column.1 - before.right;
        let word = line.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let needed = (word as f32 * 0.55 + 1.5) * line.size;
        let width = before.column.1 - before.column.0;
        room > needed && (ends_sentence(&before.text) || room > 0.4 * width)
    }
}

fn half_points(size: f32) -> u32 {
    (size * 2.0).round() as u32
}

fn leading(lines: &[Line]) -> HashMap<u32, f32> {
    let mut steps: HashMap<u32, Vec<f32>> = HashMap::new();
    for pair in lines.windows(2) {
        let (one, other) = (&pair[0], &pair[1]);
        let down = one.base - other.base;
        let alike = one.page == other.page
            && one.column == other.column
            && half_points(one.size) == half_points(other.size);
        if alike && down > 0.5 * one.size && down < 4.0 * one.size {
            steps.entry(half_points(one.size)).or_default().push(down);
        }
    }
    let low = |mut steps: Vec<f32>| {
        steps.sort_by(f32::total_cmp);
        // Below the middle, because every paragraph may be followed by a blank line.
        steps[steps.len() * 2 / 5]
    };
    steps.into_iter().map(|(size, steps)| (size, low(steps))).collect()
}

/// The words of a title, for comparing.
pub(super) fn folded(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.collect()
}

fn has_words(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', ' ']).ends_with(['.', '!', '?', '…', ':', '»'])
}

/// A line of code, as far to the right of the first one as it is on the page.
fn indented(line: &Line, first: &Line) -> String {
    let columns = ((line.left - first.left) / (0.6 * line.size)).round().clamp(0.0, 40.0) as usize;
    format!("{:columns$}{}", "", line.text)
}

/// What the mark at the start of a line says.
fn marked(text: &str) -> Kind {
    // A dash may be that of an item as of a speaker; it stays in the text.
    if text.starts_with(BULLETS) {
        return Kind::Bullet;
    }
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let after = &text[digits..];
    let number = text[..digits].parse().ok().filter(|_| digits <= 3);
    match number {
        Some(number) if after.starts_with(". ") || after.starts_with(") ") => Kind::Number(number),
        _ => Kind::Paragraph,
    }
}

/// The text of a first line without the mark of an item.
fn without_mark(text: &str, kind: Kind) -> String {
    match kind {
        Kind::Bullet => {
            text.trim_start_matches(|letter: char| letter == ' ' || BULLETS.contains(&letter)).to_owned()
        }
        Kind::Number(_) => text
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || ".) ".contains(letter))
            .to_owned(),
        _ => text.to_owned(),
    }
}

/// Cells and raised numbers as they are read.
fn finish(piece: &mut Piece) {
    let cells = piece.kind == Kind::Row;
    if piece.kind == Kind::Code {
        piece.text = notes::settled(&piece.text.replace(CELL, " "));
        return;
    }
    let parts = piece.text.split(CELL).map(str::trim).filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(if cells { " · " } else { " " });
    piece.text = notes::settled(&text.replace('\u{AD}', ""));
}
