//! Moving through the text: by line, page, sentence, paragraph, heading, share.
//!
//! The page scrolls at once and the caret keeps its row of the screen, as in a pager; only where the
//! page cannot scroll does the caret move over it.

use super::model::Model;
use super::reading::Ahead;
use super::{opened, view};
use crate::command::{Args, Command};
use crate::doc::{BlockKind, Extent};
use crate::layout::{self, Measure, Place};
use crate::text::{Span, again, segment};

/// Rows kept between the caret and the edge of the window, where the text goes on.
const MARGIN: u16 = 2;

/// How lines are set in the window, and how many rows of text it has.
fn room(model: &Model) -> (Measure, u16) {
    (model.measure(), model.areas().text.height.max(1))
}

/// The bytes that the window shows.
#[must_use]
pub fn window(model: &Model) -> Span {
    let (measure, rows) = room(model);
    let lines = layout::page(&model.document, model.reading.top, measure, rows);
    lines
        .iter()
        .filter_map(|row| match row {
            layout::Row::Line(line) => Some(line.span),
            layout::Row::Gap => None,
        })
        .reduce(Span::hull)
        .unwrap_or_default()
}

/// Puts the window right after the screen, the measure or the document changed.
pub fn settle(model: &mut Model) {
    let (measure, rows) = room(model);
    model.reading.top = layout::normalise(&model.document, model.reading.top, measure, rows);
    show(model);
}

/// Scrolls as little as needed to show the caret, with what is unfolded under it.
pub fn show(model: &mut Model) {
    show_at(model, model.reading.caret, MARGIN);
}

fn show_at(model: &mut Model, offset: usize, margin: u16) {
    let (measure, rows) = room(model);
    model.reading.top =
        layout::place_showing(&model.document, model.reading.top, measure, rows, offset, margin);
    // Notes unfolded above the caret may push its line out of the window.
    for _ in 0..rows {
        if view::text::shows(model, offset) {
            break;
        }
        let down = layout::scroll(&model.document, model.reading.top, measure, lines_shown(model), 1);
        if down == model.reading.top {
            break;
        }
        model.reading.top = down;
    }
    if offset == model.reading.caret {
        show_card(model);
    }
}

/// Rows of the window that notes unfolded in it leave to the text: with them, the last page holds less of it.
fn lines_shown(model: &Model) -> u16 {
    let cards = u16::try_from(view::text::card_rows(model)).unwrap_or(u16::MAX);
    room(model).1.saturating_sub(cards).max(1)
}

/// Scrolls on until the note unfolded for the caret is shown whole, as long as the caret stays in sight.
fn show_card(model: &mut Model) {
    let (measure, _) = room(model);
    for _ in 0..view::text::rows_hidden(model) {
        let before = model.reading.top;
        model.reading.top = layout::scroll(&model.document, before, measure, lines_shown(model), 1);
        if !view::text::shows(model, model.reading.caret) {
            model.reading.top = before;
            break;
        }
    }
}

/// Shows a passage: its end first, then its start, so that the start wins where both do not fit.
pub fn show_span(model: &mut Model, span: Span) {
    show_at(model, span.end().saturating_sub(1).max(span.start()), MARGIN);
    show(model);
}

/// Goes to a passage and remembers where one came from.
pub fn go(model: &mut Model, span: Span) {
    model.reading.leave_for(span.start());
    let (measure, rows) = room(model);
    let seen = window(model);
    if !seen.covers(span) {
        // A passage out of sight comes to the upper third, with what leads to it above.
        model.reading.top = layout::place_at_row(&model.document, measure, rows, span.start(), rows / 3);
    }
    show_span(model, span);
}

/// Does a command of motion; anything else changes nothing.
pub fn run(model: &mut Model, command: Command, args: &Args) {
    model.reading.ahead = None;
    let times = args.times();
    match command {
        Command::LineDown | Command::Open => lines(model, times as isize),
        Command::LineUp => lines(model, -(times as isize)),
        Command::HalfDown => page(model, times as isize, |rows| rows / 2),
        Command::HalfUp => page(model, -(times as isize), |rows| rows / 2),
        Command::PageDown => page(model, times as isize, |rows| rows.saturating_sub(2)),
        Command::PageUp => page(model, -(times as isize), |rows| rows.saturating_sub(2)),
        Command::GoTop | Command::GoEnd | Command::GoPercent => far(model, command, args.count),
        Command::NextSentence => walk(model, times, next_sentence),
        Command::PreviousSentence => walk(model, times, previous_sentence),
        Command::NextParagraph => walk(model, times, |model| beside(model, 1, |_| true)),
        Command::PreviousParagraph => walk(model, times, previous_paragraph),
        Command::NextHeading => walk(model, times, next_heading),
        Command::PreviousHeading => walk(model, times, previous_heading),
        Command::PlaceTop => place(model, |_| 0),
        Command::PlaceMiddle => place(model, |rows| rows / 2),
        Command::PlaceBottom => place(model, |rows| rows - 1),
        _ => {}
    }
}

/// Moves the caret by lines; the window goes with it, so that the caret keeps its row of the screen.
pub fn lines(model: &mut Model, by: isize) {
    let (measure, rows) = room(model);
    let seen = layout::page(&model.document, model.reading.top, measure, rows);
    let row = row_of(&seen, model.reading.caret).and_then(|row| u16::try_from(row).ok());
    step(model, by);
    let caret = model.reading.caret;
    match row {
        Some(row) => {
            model.reading.top = layout::place_at_row(&model.document, measure, rows, caret, row);
            show_at(model, caret, 0);
        }
        None => show(model),
    }
}

/// The row that shows `offset`; the blank at a break belongs to the line before it.
fn row_of(rows: &[layout::Row], offset: usize) -> Option<usize> {
    let row =
        rows.iter().rposition(|row| matches!(row, layout::Row::Line(line) if line.span.start() <= offset))?;
    let layout::Row::Line(line) = rows[row] else { return None };
    let more = rows[row + 1..].iter().any(|row| matches!(row, layout::Row::Line(_)));
    (more || offset <= line.span.end()).then_some(row)
}

/// Moves the caret alone, `by` lines, in its column. Stops at the ends of the document.
pub fn step(model: &mut Model, by: isize) {
    let (measure, _) = room(model);
    let document = &model.document;
    let Some(mut line) = layout::line_at(document, model.reading.caret, measure) else { return };
    let column =
        model.reading.column.unwrap_or_else(|| layout::column_of(document, &line, model.reading.caret));
    for _ in 0..by.unsigned_abs() {
        let next = if by > 0 {
            layout::line_below(document, &line, measure)
        } else {
            layout::line_above(document, &line, measure)
        };
        let Some(next) = next else { break };
        line = next;
    }
    model.reading.caret = layout::offset_at(document, &line, column);
    model.reading.column = Some(column);
}

/// Scrolls by parts of a window; the caret keeps its row, or goes to the end where the page cannot scroll.
fn page(model: &mut Model, times: isize, part: impl Fn(u16) -> u16) {
    let (measure, rows) = room(model);
    let by = part(rows).max(1) as isize * times;
    scroll(model, by, measure, rows);
}

fn scroll(model: &mut Model, by: isize, measure: Measure, rows: u16) {
    let seen = layout::page(&model.document, model.reading.top, measure, rows);
    let row = row_of(&seen, model.reading.caret).unwrap_or(0);
    let top = layout::scroll(&model.document, model.reading.top, measure, rows, by);
    if top == model.reading.top {
        let end = if by > 0 { last_offset(model) } else { first_offset(model) };
        model.reading.caret = end;
        model.reading.column = None;
        return show(model);
    }
    model.reading.top = top;
    let column = model.reading.column.unwrap_or_else(|| {
        layout::line_at(&model.document, model.reading.caret, measure)
            .map_or(0, |line| layout::column_of(&model.document, &line, model.reading.caret))
    });
    let rows_now = layout::page(&model.document, top, measure, rows);
    let line = rows_now
        .iter()
        .enumerate()
        .filter_map(|(index, candidate)| match candidate {
            layout::Row::Line(line) => Some((index.abs_diff(row), line)),
            layout::Row::Gap => None,
        })
        .min_by_key(|(distance, _)| *distance);
    if let Some((_, line)) = line {
        model.reading.caret = layout::offset_at(&model.document, line, column);
        model.reading.column = Some(column);
    }
}

/// Turns the wheel: the window moves, and the caret only as far as it must to stay in it.
pub fn wheel(model: &mut Model, by: isize) {
    let (measure, rows) = room(model);
    model.reading.top = layout::scroll(&model.document, model.reading.top, measure, rows, by);
    let seen = window(model);
    if seen.is_empty() || seen.contains(model.reading.caret) {
        // Notes unfolded in the window may leave no row for the caret's line.
        for _ in 0..rows {
            if view::text::shows(model, model.reading.caret) {
                break;
            }
            step(model, -1);
        }
        return;
    }
    let edge = if model.reading.caret < seen.start() { seen.start() } else { seen.end().saturating_sub(1) };
    if let Some(line) = layout::line_at(&model.document, edge, measure) {
        model.reading.caret = line.span.start();
        model.reading.column = None;
    }
}

/// Goes where one wanted to be before the whole file was there.
pub fn go_ahead(model: &mut Model) {
    if model.document.extent() != Extent::Whole {
        return;
    }
    match model.reading.ahead.take() {
        Some(Ahead::End) => far(model, Command::GoEnd, None),
        Some(Ahead::Share(share)) => far(model, Command::GoPercent, Some(share)),
        Some(Ahead::Words(offset, quote)) => {
            let offset = again(model.document.text(), offset, &quote);
            let (measure, rows) = room(model);
            model.reading.caret = offset;
            model.reading.top = layout::place_at_row(&model.document, measure, rows, offset, rows / 3);
            show(model);
        }
        Some(Ahead::Part(name)) => {
            // A line of the contents may lead nowhere: one stays.
            if let Some(offset) = model.document.beginning(&name) {
                go(model, Span::empty(offset));
            }
        }
        None => {}
    }
}

fn far(model: &mut Model, command: Command, count: Option<u32>) {
    if model.document.extent() != Extent::Whole {
        model.reading.ahead = match (command, count) {
            (Command::GoPercent, share) => Some(Ahead::Share(share.unwrap_or(0))),
            (Command::GoEnd, None) => Some(Ahead::End),
            _ => None,
        };
        if model.reading.ahead.is_some() {
            return;
        }
    }
    let document = &model.document;
    let target = match (command, count) {
        (Command::GoPercent, share) => {
            let share = share.unwrap_or(0).min(100) as usize;
            let offset = (document.text().len() / 100 * share + document.text().len() % 100 * share / 100)
                .min(document.text().len().saturating_sub(1));
            layout::line_at(
                document,
                crate::text::graphemes::floor_boundary(document.text(), offset),
                room(model).0,
            )
            .map(|line| line.span.start())
        }
        (_, Some(number)) => {
            document.block_of_paragraph(number).map(|index| document.blocks()[index].span.start())
        }
        (Command::GoEnd, None) => Some(last_offset(model)),
        (_, None) => Some(first_offset(model)),
    };
    let Some(target) = target else { return };
    let (measure, rows) = room(model);
    model.reading.leave_for(target);
    model.reading.top = match (command, count) {
        (Command::GoEnd, None) => layout::last_page(document, measure, rows),
        (Command::GoTop, None) => Place::default(),
        _ => layout::place_at_row(document, measure, rows, target, 0),
    };
    show(model);
}

/// The first place where the caret can stand.
fn first_offset(model: &Model) -> usize {
    model.document.blocks().first().map_or(0, |block| block.span.start())
}

/// The start of the last sentence.
fn last_offset(model: &Model) -> usize {
    let Some(block) = model.document.blocks().iter().rev().find(|block| !block.span.is_empty()) else {
        return 0;
    };
    let last = crate::text::graphemes::previous_boundary(model.document.text(), block.span.end());
    segment::sentence_at(model.document.text(), block.span, last).start()
}

fn walk(model: &mut Model, times: usize, next: impl Fn(&Model) -> Option<usize>) {
    for _ in 0..times {
        let Some(offset) = next(model) else { break };
        model.reading.caret = offset;
    }
    model.reading.column = None;
    let sentence = model.sentence();
    show_span(model, sentence);
}

/// The start of the sentence after the caret's.
#[must_use]
pub fn next_sentence(model: &Model) -> Option<usize> {
    let block = model.block_span();
    let rest = Span::new(model.sentence().end().min(block.end()), block.end());
    match rest.of(model.document.text()).find(|letter: char| !letter.is_whitespace()) {
        Some(blanks) => Some(rest.start() + blanks),
        None => beside(model, 1, |_| true),
    }
}

/// The start of the caret's sentence, or of the one before when the caret stands there.
#[must_use]
pub fn previous_sentence(model: &Model) -> Option<usize> {
    let text = model.document.text();
    let sentence = model.sentence();
    if model.reading.caret > sentence.start() {
        return Some(sentence.start());
    }
    let block = model.block_span();
    let before = text[block.start()..sentence.start()].trim_end();
    if before.is_empty() {
        let index = model.document.block_at(model.reading.caret)?;
        let above = model.document.blocks()[..index].iter().rev().find(|block| !block.span.is_empty())?.span;
        let last = crate::text::graphemes::previous_boundary(text, above.end());
        return Some(segment::sentence_at(text, above, last).start());
    }
    let last = crate::text::graphemes::previous_boundary(text, block.start() + before.len());
    Some(segment::sentence_at(text, block, last).start())
}

fn previous_paragraph(model: &Model) -> Option<usize> {
    let start = model.block_span().start();
    if model.reading.caret > start { Some(start) } else { beside(model, -1, |_| true) }
}

fn is_heading(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::Title)
}

/// The next heading, or the next place that the contents lead to: chapters of books may have no heading.
fn next_heading(model: &Model) -> Option<usize> {
    let entries = model.document.outline();
    let after = entries.partition_point(|entry| entry.offset <= model.reading.caret);
    let listed = entries.get(after).map(|entry| opened::inside(&model.document, entry.offset));
    // The end of the text is where parts without a word of their own begin: nothing to go to.
    let listed = listed.filter(|&offset| offset > model.reading.caret);
    [beside(model, 1, is_heading), listed].into_iter().flatten().min()
}

/// The heading before, or the place before that the contents lead to.
fn previous_heading(model: &Model) -> Option<usize> {
    let entries = model.document.outline();
    let start = model.block_span().start().min(model.sentence().start());
    let before = entries.partition_point(|entry| entry.offset < start);
    let listed = before.checked_sub(1).map(|index| entries[index].offset);
    [beside(model, -1, is_heading), listed].into_iter().flatten().max()
}

/// The start of the nearest block of a kind, above or below the caret's.
fn beside(model: &Model, direction: isize, wanted: impl Fn(BlockKind) -> bool) -> Option<usize> {
    let index = model.document.block_at(model.reading.caret)?;
    let blocks = model.document.blocks();
    let fits = |block: &&crate::doc::Block| !block.span.is_empty() && wanted(block.kind);
    let found = if direction > 0 {
        blocks[index + 1..].iter().find(fits)
    } else {
        blocks[..index].iter().rev().find(fits)
    };
    found.map(|block| block.span.start())
}

fn place(model: &mut Model, row: impl Fn(u16) -> u16) {
    let (measure, rows) = room(model);
    let start = model.sentence().start();
    model.reading.top = layout::place_at_row(&model.document, measure, rows, start, row(rows));
    show(model);
}
