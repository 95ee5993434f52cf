//! Rows of the page: they hold all of the text, whatever the width, and lead back to it.

use super::filled;
use exergue::doc::{Document, html, markdown, plain};
use exergue::layout::{
    Line, Measure, Place, Row, column_of, last_page, line_at, normalise, page, place_showing, scroll,
};
use exergue::mark::Language;
use exergue::text::graphemes::floor_char;
use unicode_segmentation::UnicodeSegmentation;

/// A document on a page. The first eight bytes say how wide and high it is and where one looks; then comes the text.
pub fn layout(bytes: &[u8]) {
    let (head, text) = bytes.split_at(bytes.len().min(8));
    let head = |index: usize| head.get(index).copied().unwrap_or_default();
    // A long text in a narrow column is lines without end, and no other case.
    let text = if head(1) < 20 { text.to_vec() } else { filled(text) };
    let text = String::from_utf8_lossy(&text);
    let mut seen = String::new();
    exergue::text::decode::visible(&text, &mut seen);
    let document = match head(0) % 3 {
        0 => plain::read(&seen, "nom"),
        1 => markdown::read(&seen, "nom", ""),
        _ => html::read_whole(&seen, "nom", "").0,
    };
    let languages = [None, Some(Language::French), Some(Language::English), None];
    let columns = u16::from(head(1)) + 1 + if head(2) >= 200 { 45 } else { 0 };
    let measure = Measure { columns, hyphenation: languages[usize::from(head(2) % 4)] };
    let lines = lines(&document, measure);
    tiled(&document, &lines, columns);
    let place = usize::from(u16::from_be_bytes([head(3), head(4)])) * document.text().len() / 65_000;
    let offset = floor_char(document.text(), place);
    let rows = u16::from(head(5)) + 1;
    let top = Place { offset, gap: u16::from(head(6)) };
    looked_at(&document, &lines, measure, rows, top);
    let by = isize::from(i8::from_be_bytes([head(7)]));
    shown(&document, &lines, measure, rows, scroll(&document, top, measure, rows, by));
    shown(&document, &lines, measure, rows, normalise(&document, top, measure, rows));
    let last = shown(&document, &lines, measure, rows, last_page(&document, measure, rows));
    assert_eq!(last.last(), lines.last(), "the last page ends with the text");
    // Each look costs a slice, so a long text is looked at in some places.
    let step = document.text().len() / 64 + 1;
    for (offset, _) in document.text().char_indices().step_by(step) {
        there_and_back(&document, &lines, measure, offset);
    }
}

/// All lines, from the first down.
fn lines(document: &Document, measure: Measure) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut top = Place::default();
    loop {
        let rows = page(document, top, measure, 1000);
        let is_last = rows.len() < 1000;
        let new = rows.iter().filter_map(|row| if let Row::Line(line) = row { Some(*line) } else { None });
        let known = lines.last().copied();
        lines.extend(new.skip_while(|line| Some(*line) == known));
        match lines.last() {
            Some(line) if !is_last => top = Place { offset: line.span.start(), gap: 0 },
            _ => return lines,
        }
    }
}

/// Between lines stand blanks only, and no line is wider than the page.
fn tiled(document: &Document, lines: &[Line], columns: u16) {
    let text = document.text();
    let mut end = 0;
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{200b}';
    for line in lines {
        assert!(end <= line.span.start(), "{line:?} begins before {end}");
        assert!(text[end..line.span.start()].chars().all(is_blank), "{:?}", &text[end..line.span.start()]);
        end = line.span.end();
        assert!(document.blocks()[line.block].span.covers(line.span));
        let letters = document.slice(line.span);
        let width = column_of(document, line, end) + line.indent + u16::from(line.hyphen);
        let is_cut = letters.graphemes(true).filter(|cluster| !cluster.trim().is_empty()).count() > 1;
        assert!(width <= columns || !is_cut, "{letters:?} takes {width} of {columns}");
    }
    assert!(text[end..].chars().all(is_blank), "{:?}", &text[end..]);
}

/// The lines from `top` down are some of all lines, in order.
fn shown<'a>(document: &Document, lines: &'a [Line], measure: Measure, rows: u16, top: Place) -> &'a [Line] {
    let page = page(document, top, measure, rows);
    assert!(page.len() <= usize::from(rows));
    let shown: Vec<Line> =
        page.iter().filter_map(|row| if let Row::Line(line) = row { Some(*line) } else { None }).collect();
    let Some(first) = shown.first() else { return &[] };
    let start = lines.iter().position(|line| line == first).expect("a line of the page is one of all");
    assert_eq!(lines[start..start + shown.len()], shown);
    &lines[start..start + shown.len()]
}

/// A page from `top` begins with the line there; the least scroll shows it.
fn looked_at(document: &Document, lines: &[Line], measure: Measure, rows: u16, top: Place) {
    let seen = shown(document, lines, measure, rows, top);
    let Some(line) = line_at(document, top.offset, measure) else { return assert!(lines.is_empty()) };
    assert!(lines.contains(&line));
    if let Some(first) = seen.first() {
        assert_eq!(*first, line);
    }
    let place = place_showing(document, Place::default(), measure, rows, top.offset, 2);
    assert!(shown(document, lines, measure, rows, place).contains(&line), "{line:?} is not shown");
}

/// The line of an offset is the last that begins before it, and its column leads back.
fn there_and_back(document: &Document, lines: &[Line], measure: Measure, offset: usize) {
    let Some(line) = line_at(document, offset, measure) else { return assert!(lines.is_empty()) };
    let before = lines.partition_point(|line| line.span.start() <= offset);
    if let Some(expected) = before.checked_sub(1).map(|index| lines[index])
        && expected.span.end() > offset
    {
        assert_eq!(line, expected);
    }
    assert!(lines.contains(&line));
    let letters = document.slice(line.span).grapheme_indices(true);
    let mut columns = letters.map(|(start, cluster)| {
        let start = line.span.start() + start;
        (start, start + cluster.len())
    });
    if let Some((start, end)) = columns.find(|(start, end)| (*start..*end).contains(&offset)) {
        let column = column_of(document, &line, offset);
        assert_eq!(column_of(document, &line, start), column);
        if column_of(document, &line, end) > column {
            assert_eq!(exergue::layout::offset_at(document, &line, column), start);
        }
    }
}
