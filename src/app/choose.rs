//! Selecting: by grapheme cluster, word, sentence, paragraph, quotation, entity.

use super::model::Model;
use super::motion;
use super::selection::Selection;
use crate::command::{Args, Command};
use crate::layout;
use crate::text::{Span, graphemes, segment};

/// Begins a selection.
pub fn begin(model: &mut Model, command: Command) {
    let text = model.document.text();
    let caret = model.reading.caret;
    let selection = match command {
        Command::SelectSentence => Selection::over(text, model.sentence()),
        Command::Select => match found_here(model).or_else(|| word_here(model)) {
            Some(span) => Selection::over(text, span),
            None => Selection::at(caret),
        },
        _ => Selection::at(caret),
    };
    model.reading.caret = selection.head;
    model.selection = Some(selection);
    match command {
        Command::SelectLeft => step(model, Command::Left, 1),
        Command::SelectRight => step(model, Command::Right, 1),
        Command::SelectUp => step(model, Command::LineUp, 1),
        Command::SelectDown => step(model, Command::LineDown, 1),
        _ => {}
    }
    motion::show(model);
}

/// The search hit at the caret: `v` after a search takes just what was found.
fn found_here(model: &Model) -> Option<Span> {
    model.search.hit.filter(|hit| hit.contains(model.reading.caret))
}

fn word_here(model: &Model) -> Option<Span> {
    segment::word_at(model.document.text(), model.block_span(), model.reading.caret)
}

/// Does a command on the selection; `false` where the command is not about it.
pub fn run(model: &mut Model, command: Command, args: &Args) -> bool {
    use Command as C;
    match command {
        C::InnerWord | C::AroundWord => take(model, word_here(model), command == C::AroundWord),
        C::InnerSentence | C::AroundSentence => {
            take(model, Some(model.sentence()), command == C::AroundSentence);
        }
        C::InnerParagraph | C::AroundParagraph => take(model, Some(model.block_span()), false),
        C::InnerQuote | C::AroundQuote => {
            let quote = quote_here(model)
                .map(|span| if command == C::InnerQuote { inside(model, span) } else { span });
            take(model, quote, false);
        }
        C::InnerEntity | C::AroundEntity => take(model, entity_here(model), command == C::AroundEntity),
        C::Grow => grow(model),
        C::Shrink => {
            if let Some(selection) = &mut model.selection {
                selection.shrink();
                model.reading.caret = selection.head;
            }
        }
        C::SwapEnds => {
            if let Some(selection) = &mut model.selection {
                selection.swap();
                model.reading.caret = selection.head;
            }
        }
        C::Select | C::SelectSentence => model.selection = None,
        C::SelectLeft => step(model, C::Left, args.times()),
        C::SelectRight => step(model, C::Right, args.times()),
        C::SelectUp => step(model, C::LineUp, args.times()),
        C::SelectDown => step(model, C::LineDown, args.times()),
        C::Left
        | C::Right
        | C::LineUp
        | C::LineDown
        | C::NextWord
        | C::PreviousWord
        | C::WordEnd
        | C::LineStart
        | C::LineEnd
        | C::NextSentence
        | C::PreviousSentence
        | C::NextParagraph
        | C::PreviousParagraph => step(model, command, args.times()),
        C::GoTop | C::GoEnd if args.count.is_none() => step(model, command, 1),
        C::GoTop | C::GoEnd | C::GoPercent | C::PageDown | C::PageUp | C::HalfDown | C::HalfUp => {
            motion::run(model, command, args);
            follow(model);
        }
        _ => return false,
    }
    motion::show(model);
    true
}

/// The head goes where the caret went.
pub fn follow(model: &mut Model) {
    if let Some(selection) = &mut model.selection {
        selection.head = model.reading.caret;
    }
}

/// Moves the head; the caret goes with it.
fn step(model: &mut Model, command: Command, times: usize) {
    let Some(selection) = &model.selection else { return };
    model.reading.caret = selection.head;
    match command {
        Command::LineDown => motion::step(model, times as isize),
        Command::LineUp => motion::step(model, -(times as isize)),
        Command::NextSentence
        | Command::PreviousSentence
        | Command::NextParagraph
        | Command::PreviousParagraph => {
            motion::run(model, command, &Args { count: Some(times as u32), ..Args::default() });
        }
        Command::GoTop | Command::GoEnd => {
            motion::run(model, command, &Args::default());
            if command == Command::GoEnd {
                let text = model.document.text();
                model.reading.caret = graphemes::previous_boundary(text, text.len());
            }
        }
        _ => {
            for _ in 0..times {
                let caret = moved(model, command);
                if caret == model.reading.caret {
                    break;
                }
                model.reading.caret = caret;
            }
            model.reading.column = None;
        }
    }
    follow(model);
}

/// Where the caret goes by one cluster or word, or to an end of its line.
fn moved(model: &Model, command: Command) -> usize {
    let text = model.document.text();
    let caret = model.reading.caret;
    let last = graphemes::previous_boundary(text, text.len());
    match command {
        Command::Left => between(model, graphemes::previous_boundary(text, caret), caret, false),
        Command::Right => between(model, graphemes::next_boundary(text, caret).min(last), caret, true),
        Command::NextWord => words_from(model).find(|word| word.start() > caret).map_or(last, Span::start),
        Command::WordEnd => words_from(model)
            .map(|word| graphemes::previous_boundary(text, word.end()))
            .find(|&end| end > caret)
            .unwrap_or(last),
        Command::PreviousWord => {
            let block = model
                .document
                .block_at(caret.saturating_sub(1))
                .map(|index| model.document.blocks()[index].span);
            let from = caret.saturating_sub(4096).max(block.map_or(0, Span::start));
            let window = Span::new(graphemes::floor_boundary(text, from), caret);
            segment::words(text, window).last().map_or(window.start(), Span::start)
        }
        Command::LineStart | Command::LineEnd => {
            let measure = model.measure();
            let Some(line) = layout::line_at(&model.document, caret, measure) else { return caret };
            if command == Command::LineStart {
                line.span.start()
            } else {
                graphemes::previous_boundary(text, line.span.end()).max(line.span.start())
            }
        }
        _ => caret,
    }
}

/// The line end that joins two paragraphs is no place for the caret: it goes on beyond it, or stays.
fn between(model: &Model, caret: usize, before: usize, forward: bool) -> usize {
    let text = model.document.text();
    let mut caret = caret;
    while outside(model, caret) {
        let next = if forward {
            graphemes::next_boundary(text, caret)
        } else {
            graphemes::previous_boundary(text, caret)
        };
        if next == caret || next >= text.len() {
            return before;
        }
        caret = next;
    }
    caret
}

/// Whether an offset lies between two blocks.
fn outside(model: &Model, offset: usize) -> bool {
    let block = model.document.block_at(offset).map(|index| model.document.blocks()[index].span);
    block.is_some_and(|block| !block.contains(offset))
}

/// The words from the caret on, as far as the block after the caret's.
fn words_from(model: &Model) -> impl Iterator<Item = Span> {
    let text = model.document.text();
    let caret = model.reading.caret;
    let index = model.document.block_at(caret).unwrap_or(0);
    let blocks = model.document.blocks();
    let here = blocks.get(index).map_or(Span::empty(caret), |block| Span::between(caret, block.span.end()));
    let next = blocks[index.min(blocks.len())..].iter().skip(1).find(|block| !block.span.is_empty());
    let head = graphemes::floor_boundary(text, (here.start() + 8192).min(here.end()));
    segment::words(text, Span::between(here.start(), head)).chain(next.into_iter().flat_map(move |block| {
        let end = graphemes::floor_boundary(text, (block.span.start() + 8192).min(block.span.end()));
        segment::words(text, Span::between(block.span.start(), end))
    }))
}

fn take(model: &mut Model, span: Option<Span>, around: bool) {
    let Some(span) = span.filter(|span| !span.is_empty()) else { return };
    let text = model.document.text();
    let span = if around { with_blank(text, span, model.block_span()) } else { span };
    let selection = Selection::over(text, span);
    model.reading.caret = selection.head;
    model.selection = Some(selection);
}

/// The span with the blanks after it, as far as its block goes.
fn with_blank(text: &str, span: Span, block: Span) -> Span {
    let rest = &text[span.end()..block.end().max(span.end())];
    let blanks = rest.len() - rest.trim_start().len();
    Span::new(span.start(), span.end() + blanks)
}

/// Word, sentence, quotation or paragraph: the least that holds the selection and more.
fn grow(model: &mut Model) {
    let text = model.document.text();
    let Some(now) = model.selection.as_ref().map(|selection| selection.span(text)) else { return };
    let steps = [
        entity_here(model),
        word_here(model),
        quote_here(model),
        Some(model.sentence()),
        Some(model.block_span()),
    ];
    let next = steps
        .into_iter()
        .flatten()
        .filter(|span| span.covers(now) && span.len() > now.len())
        .min_by_key(|span| span.len());
    if let (Some(next), Some(selection)) = (next, &mut model.selection) {
        selection.grow(text, next);
        model.reading.caret = selection.head;
    }
}

/// The innermost quotation over the caret.
#[must_use]
pub fn quote_here(model: &Model) -> Option<Span> {
    model
        .analysis
        .quotations
        .at(model.reading.caret)
        .map(|(_, quote)| quote.span)
        .min_by_key(|span| span.len())
}

/// The entity mentioned at the caret.
fn entity_here(model: &Model) -> Option<Span> {
    model
        .analysis
        .mentions
        .at(model.reading.caret)
        .map(|(_, mention)| mention.span)
        .min_by_key(|span| span.len())
}

/// A quotation without its marks and the blanks inside them.
fn inside(model: &Model, quote: Span) -> Span {
    let text = quote.of(model.document.text());
    let is_outer = |letter: char| letter.is_whitespace() || "«»“”„\"‘’'‹›".contains(letter);
    let head = text.len() - text.trim_start_matches(is_outer).len();
    let inner = text.trim_matches(is_outer);
    Span::new(quote.start() + head, quote.start() + head + inner.len())
}
