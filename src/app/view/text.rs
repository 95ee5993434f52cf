//! The page: lines of text with their layers, signs in the gutter, notes unfolded or in the margin.

use super::card;
use super::{Piece, Role};
use crate::app::areas::Room;
use crate::app::correcting::is_unsure;
use crate::app::model::Model;
use crate::layout::{self, Ink, Line, Row, Run, Stroke};
use crate::mark::{Note, NoteId, QuotationKind};
use crate::text::Span;

/// A sign in the gutter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// An annotation that says something begins here.
    Note,
    /// A bare stroke begins here.
    Highlight,
    /// An annotation begins here whose passage was found in other words.
    Doubtful,
}

/// A line of the article with all that is drawn on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLine {
    /// Which bytes, of which block.
    pub line: Line,
    /// The sentence at the caret is on it.
    pub current: bool,
    /// An annotation begins on it.
    pub sign: Option<Sign>,
    /// A quotation is on it; `Some(true)` where its speaker is a guess.
    pub quotation: Option<bool>,
    /// Its text in runs of one look.
    pub runs: Vec<Run>,
    /// It is outside the paragraph in focus.
    pub quiet: bool,
}

/// One row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageRow {
    /// Nothing.
    Gap,
    /// A line of the article.
    Line(Box<TextLine>),
    /// A row of an unfolded note.
    Card {
        /// Which.
        note: NoteId,
        /// What is read.
        pieces: Vec<Piece>,
    },
}

/// The rows of the window, from its top, at most as many as there is room for.
#[must_use]
pub fn page(model: &Model) -> Vec<PageRow> {
    let mut page = full_page(model);
    page.truncate(usize::from(model.areas().text.height));
    page
}

/// How many rows of unfolded notes there are between the lines of the window.
#[must_use]
pub fn card_rows(model: &Model) -> usize {
    if !unfolds(model) {
        return 0;
    }
    full_page(model).iter().filter(|row| matches!(row, PageRow::Card { .. })).count()
}

/// How many rows of the note that is unfolded for the caret lie below the window.
#[must_use]
pub fn rows_hidden(model: &Model) -> usize {
    if !unfolds(model) || model.screen.inline_notes {
        return 0;
    }
    let page = full_page(model);
    let end = page.iter().rposition(|row| matches!(row, PageRow::Card { .. })).map_or(0, |row| row + 1);
    end.saturating_sub(usize::from(model.areas().text.height))
}

/// The rows of the window with all that unfolds between them, also what no longer fits.
fn full_page(model: &Model) -> Vec<PageRow> {
    let area = model.areas().text;
    let rows = layout::page(&model.document, model.reading.top, model.measure(), area.height);
    let lines = rows.iter().filter_map(|row| if let Row::Line(line) = row { Some(line.span) } else { None });
    let window = lines.reduce(Span::hull).unwrap_or_default();
    let strokes = strokes(model, window);
    let sentence = model.sentence();
    let focus = model.screen.focus.then(|| model.block_span());
    let unfolded = unfolded(model, window);
    let mut page = Vec::with_capacity(rows.len());
    for row in rows {
        let Row::Line(line) = row else {
            page.push(PageRow::Gap);
            continue;
        };
        let block = model.document.blocks()[line.block].span;
        let last = line.last;
        page.push(PageRow::Line(Box::new(text_line(model, line, &strokes, sentence, focus))));
        if last {
            // A note unfolds under the paragraph where its passage ends.
            for note in unfolded.iter().filter(|note| ends_in(note, block)) {
                let cards = card::inline(model, note, area.width);
                page.extend(cards.into_iter().map(|pieces| PageRow::Card { note: note.id, pieces }));
            }
        }
    }
    page
}

fn ends_in(note: &Note, block: Span) -> bool {
    note.span().is_some_and(|span| (block.start() + 1..=block.end()).contains(&span.end()))
}

/// Whether the window shows the line of `offset`, with the notes that unfold above it.
#[must_use]
pub fn shows(model: &Model, offset: usize) -> bool {
    if !unfolds(model) {
        return true;
    }
    row_of(&page(model), offset).is_some()
}

/// The row that shows `offset`.
#[must_use]
pub fn row_of(page: &[PageRow], offset: usize) -> Option<usize> {
    let starts_before =
        |row: &PageRow| matches!(row, PageRow::Line(line) if line.line.span.start() <= offset);
    let row = page.iter().rposition(starts_before)?;
    let PageRow::Line(line) = &page[row] else { return None };
    let more = page[row + 1..].iter().any(|row| matches!(row, PageRow::Line(_)));
    (more || offset <= line.line.span.end()).then_some(row)
}

/// Whether notes unfold between the paragraphs; in a wide window they stand in the margin.
fn unfolds(model: &Model) -> bool {
    let shown = model.screen.shown.notes && !model.screen.zen && !model.notes.is_empty();
    shown && (model.screen.inline_notes || matches!(model.room(), Room::Medium | Room::Narrow))
}

/// The notes that unfold: all that say something, or the one at the caret.
fn unfolded(model: &Model, window: Span) -> Vec<&Note> {
    if !unfolds(model) {
        return Vec::new();
    }
    let says = |note: &&Note| note.has_body() || !note.tags.is_empty();
    if model.screen.inline_notes {
        return model.notes.touching(window).filter(says).collect();
    }
    let sentence = model.sentence();
    let here = model.notes.at(model.reading.caret).or_else(|| model.notes.touching(sentence).next());
    here.into_iter().filter(says).collect()
}

fn text_line(model: &Model, line: Line, strokes: &[Stroke], sentence: Span, focus: Option<Span>) -> TextLine {
    let span = line.span;
    let quiet = focus.is_some_and(|block| block.overlap(span).is_none());
    let shown = model.screen.shown;
    let begins = |note: &&Note| note.span().is_some_and(|note| begins_on(note.start(), &line, model));
    let sign = if shown.notes && !quiet {
        let mut here = model.notes.touching(Span::new(span.start(), span.end() + 1)).filter(begins);
        let (says, doubtful) = (|note: &&Note| note.has_body(), |note: &&Note| note.placement.is_doubtful());
        let begun: Vec<&Note> = here.by_ref().collect();
        match begun.len() {
            0 => None,
            _ if begun.iter().any(doubtful) => Some(Sign::Doubtful),
            _ if begun.iter().any(says) => Some(Sign::Note),
            _ => Some(Sign::Highlight),
        }
    } else {
        None
    };
    let quotation = if shown.quotes && !quiet {
        let spoken =
            model.analysis.quotations.touching(span).filter(|(_, quote)| quote.kind != QuotationKind::Scare);
        spoken.map(|(_, quote)| is_unsure(quote)).reduce(|one, other| one && other)
    } else {
        None
    };
    let runs = layout::runs(&model.document, span, if quiet { &[] } else { strokes });
    let current = sentence.overlap(span).is_some();
    TextLine { current, sign, quotation, runs, quiet, line }
}

/// Whether a passage that starts at `start` begins on this line: inside it, or in the blank at its end.
fn begins_on(start: usize, line: &Line, model: &Model) -> bool {
    let end = if line.last { line.span.end() } else { line.span.end() + 1 };
    (line.span.start()..end.min(model.document.text().len())).contains(&start)
}

/// All that is drawn in the window.
fn strokes(model: &Model, window: Span) -> Vec<Stroke> {
    let mut strokes = layout::inline_strokes(&model.document, window);
    let shown = model.screen.shown;
    let mut draw = |span: Span, ink: Ink| strokes.push(Stroke { span, ink });
    if shown.quotes {
        for (_, quote) in model.analysis.quotations.touching(window) {
            let unsure = is_unsure(quote);
            for mark in marks(model.document.slice(quote.span), quote.span) {
                draw(mark, Ink::QuoteMark { unsure });
            }
        }
    }
    if shown.entities {
        for (_, mention) in model.analysis.mentions.touching(window) {
            draw(mention.span, Ink::Entity(mention.kind));
        }
    }
    if shown.themes {
        for (_, hit) in model.analysis.themes.touching(window) {
            draw(hit.span, Ink::Theme(u8::try_from(hit.theme).unwrap_or(u8::MAX)));
        }
    }
    if shown.notes {
        for (_, placed) in model.notes.placed().touching(window) {
            if let Some(note) = model.notes.get(placed.note) {
                draw(placed.span, Ink::Pen(note.pen));
            }
        }
    }
    for hit in model.search.within(model.document.text(), window) {
        draw(hit, Ink::Hit { current: model.search.hit == Some(hit) });
    }
    if let Some(selection) = &model.selection {
        draw(selection.span(model.document.text()), Ink::Selection);
    }
    strokes
}

/// The opening and the closing mark of a quotation, where they stand.
fn marks(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let is_mark = |letter: char| "«»“”„\"‘’‹›—–".contains(letter);
    let first = text.chars().next().filter(|&letter| is_mark(letter));
    let last = text.chars().next_back().filter(|&letter| is_mark(letter) && text.chars().count() > 1);
    let first = first.map(|letter| Span::new(span.start(), span.start() + letter.len_utf8()));
    let last = last.map(|letter| Span::new(span.end() - letter.len_utf8(), span.end()));
    first.into_iter().chain(last)
}

/// The cards in the margin: each with the row of the page it begins on. They stand beside the line where
/// their passage begins, and make way downwards where they would collide.
#[must_use]
pub fn margin(model: &Model, page: &[PageRow]) -> Vec<(u16, NoteId, Vec<Vec<Piece>>)> {
    let area = model.areas().margin;
    if area.width == 0 || !model.screen.shown.notes || model.screen.inline_notes {
        return Vec::new();
    }
    let mut cards = Vec::new();
    let mut free = 0;
    for (index, row) in page.iter().enumerate() {
        let PageRow::Line(line) = row else { continue };
        let window = Span::new(line.line.span.start(), line.line.span.end() + 1);
        for note in model.notes.touching(window) {
            let begins = note.span().is_some_and(|span| begins_on(span.start(), &line.line, model));
            let says = note.has_body() || !note.tags.is_empty();
            let top = free.max(u16::try_from(index).unwrap_or(u16::MAX));
            if !begins || !says || top >= area.height {
                continue;
            }
            let rows = card::margin(model, note, area.width, area.height - top);
            free = top + u16::try_from(rows.len()).unwrap_or(u16::MAX) + 1;
            cards.push((top, note.id, rows));
        }
    }
    cards
}

/// The note whose card lies under a cell.
#[must_use]
pub fn card_at(model: &Model, column: u16, row: u16) -> Option<NoteId> {
    let areas = model.areas();
    let page = page(model);
    let index = row.checked_sub(areas.text.y)?;
    if areas.margin.contains(column, row) {
        let over = |(top, _, rows): &&(u16, NoteId, Vec<Vec<Piece>>)| {
            (*top..top + u16::try_from(rows.len()).unwrap_or(0)).contains(&index)
        };
        return margin(model, &page).iter().find(over).map(|(_, note, _)| *note);
    }
    match page.get(usize::from(index))? {
        PageRow::Card { note, .. } if areas.text.contains(column, row) => Some(*note),
        _ => None,
    }
}

/// The lines of a passage and its paragraph, for a preview of `columns` by `rows`.
#[must_use]
pub fn preview(model: &Model, passage: Span, columns: u16, rows: u16) -> Vec<Vec<Piece>> {
    let top = layout::place_at_row(&model.document, columns, rows, passage.start(), rows / 3);
    let page = layout::page(&model.document, top, columns, rows);
    let lines = page.iter().filter_map(|row| if let Row::Line(line) = row { Some(line.span) } else { None });
    let mut strokes = strokes(model, lines.reduce(Span::hull).unwrap_or_default());
    strokes.push(Stroke { span: passage, ink: Ink::Selection });
    page.into_iter()
        .map(|row| match row {
            Row::Gap => Vec::new(),
            Row::Line(line) => {
                let runs = layout::runs(&model.document, line.span, &strokes);
                pieces(model, &line, &runs)
            }
        })
        .collect()
}

/// The lines of a passage alone, at most `rows` of `columns`.
#[must_use]
pub fn passage(model: &Model, passage: Span, columns: u16, rows: u16) -> Vec<Vec<Piece>> {
    let top = layout::place_at_row(&model.document, columns, rows, passage.start(), 0);
    let strokes = strokes(model, passage);
    let page = layout::page(&model.document, top, columns, rows);
    // Near the end of the document the page begins before the passage.
    let before = |row: &Row| !matches!(row, Row::Line(line) if line.span.end() > passage.start());
    let shown = page.into_iter().skip_while(before).take_while(|row| match row {
        Row::Line(line) => line.span.start() < passage.end(),
        Row::Gap => true,
    });
    let mut lines: Vec<Vec<Piece>> = shown
        .map(|row| match row {
            Row::Gap => Vec::new(),
            Row::Line(line) => {
                let runs = layout::runs(&model.document, line.span, &strokes);
                pieces(model, &line, &runs)
            }
        })
        .collect();
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// A line as a row of pieces, its hyphen too.
fn pieces(model: &Model, line: &Line, runs: &[Run]) -> Vec<Piece> {
    let piece = |run: &Run| Piece::new(model.document.slice(run.span), Role::Look(run.look));
    let hyphen = runs.last().filter(|_| line.hyphen).map(|run| Piece::new("-", Role::Look(run.look)));
    runs.iter().map(piece).chain(hyphen).collect()
}
