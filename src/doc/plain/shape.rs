//! What a line end means in this text, judged from its beginning.

use super::group::starts_low;

/// Characters from which a line is too long to have been wrapped for a screen or a mail.
const UNWRAPPED: usize = 160;

/// How the lines of a text make paragraphs.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Each line is a paragraph; else blank lines separate them and lines are wrapped.
    pub(super) a_paragraph_a_line: bool,
    /// Most of the text stands in lines too long to be anything but whole paragraphs.
    pub(super) prose: bool,
    /// Lines read on into the next: most of them were broken for want of room.
    pub(super) wrapped: bool,
    /// Characters that a full line has, about.
    pub(super) width: usize,
    /// Blanks that nearly every line starts with.
    pub(super) margin: usize,
    /// The first line of a paragraph is set in.
    pub(super) first_lines_indented: bool,
}

struct Line<'a> {
    text: &'a str,
    length: usize,
    indent: usize,
    /// No blank line stands between this line and the one before.
    adjacent: bool,
}

impl Shape {
    /// Judges `sample`, the first 64 kB of the text; its last line may be cut.
    pub(super) fn of(sample: &str) -> Self {
        let lines = lines_of(sample);
        let mut shape = Self::default();
        let bytes: usize = lines.iter().map(|line| line.text.len()).sum();
        let long: usize =
            lines.iter().filter(|line| line.length >= UNWRAPPED).map(|line| line.text.len()).sum();
        shape.prose = bytes > 0 && long * 2 >= bytes;

        let pairs = || lines.windows(2).filter(|pair| pair[1].adjacent);
        let breaks = pairs().count();
        let lengths = pairs().flat_map(|pair| [pair[0].length, pair[1].length]);
        shape.width = percentile(lengths.collect(), 90);
        if shape.prose || breaks == 0 {
            shape.a_paragraph_a_line = true;
            return shape;
        }
        let wrapped = pairs()
            .filter(|pair| shape.is_full(pair[0].text, pair[1].text) && starts_low(pair[1].text))
            .count();
        shape.wrapped = wrapped * 10 >= breaks * 4;
        // In a few lines an indent is more likely that of verses than that of the page.
        if shape.wrapped && lines.len() >= 10 {
            shape.margin = percentile(lines.iter().map(|line| line.indent).collect(), 20);
        }
        let inset = |line: &Line| line.indent >= shape.margin + 2;
        let opening = pairs().filter(|pair| inset(&pair[0]) && !inset(&pair[1])).count();
        let inside = pairs().filter(|pair| inset(&pair[0]) && inset(&pair[1])).count();
        shape.first_lines_indented = opening >= 3 && opening > inside * 2;

        // Lines that were not wrapped are verses where blank lines make stanzas of them, or where
        // they are set in; else they are the lines of a log or a list.
        let groups = lines.len() - breaks;
        let stanzas = groups >= 2 && lines.len() <= groups * 16;
        let set_in = lines.iter().filter(|line| inset(line)).count() * 10 >= lines.len() * 9;
        shape.a_paragraph_a_line = !(shape.wrapped || stanzas || set_in);
        shape
    }

    /// Whether the first word of `next` would not have fitted on `line`, so that the line may have
    /// been broken there for want of room.
    pub(super) fn is_full(&self, line: &str, next: &str) -> bool {
        let word = next.split_whitespace().next().unwrap_or_default();
        line.trim_end().chars().count() + 1 + word.chars().count() + self.width / 8 >= self.width
    }
}

/// Columns of blank at the start of a line; a tab counts 4.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace() && *c != '\n').map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn lines_of(sample: &str) -> Vec<Line<'_>> {
    let mut adjacent = false;
    let mut lines = Vec::new();
    for text in sample.lines() {
        let blank = text.trim_start().is_empty();
        if !blank {
            lines.push(Line {
                text,
                length: text.trim_end().chars().count(),
                indent: indent(text),
                adjacent,
            });
        }
        adjacent = !blank;
    }
    lines
}

/// The value that `percent` of the values do not exceed; 0 for none.
fn percentile(mut values: Vec<usize>, percent: usize) -> usize {
    values.sort_unstable();
    values.get(values.len() * percent / 100).or(values.last()).copied().unwrap_or(0)
}
