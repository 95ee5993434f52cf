//! Copying: the passage, or the passage as a quotation with its source.

use super::annotate;
use super::effect::Effect;
use super::listing;
use super::model::Model;
use super::motion;
use super::view::View;
use crate::text::Span;
use crate::words::views;
use crate::words::window::Window;
use jiff::Timestamp;

/// `y`: the words; among quotations, the words with who says them.
pub fn copy(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(span) = passage(model, now) else { return Vec::new() };
    if model.view == View::Quotes {
        return take(model, quoted(model, span));
    }
    let text = model.document.slice(span).to_owned();
    take(model, text)
}

/// `Y`: the words as a Markdown quotation, with speaker, title, paragraph and source.
pub fn copy_quote(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(span) = passage(model, now) else { return Vec::new() };
    let lines: Vec<String> = model.document.slice(span).lines().map(|line| format!("> {line}")).collect();
    let text = format!("{}\n>\n> — {}\n", lines.join("\n"), credit(model, span));
    take(model, text)
}

/// The passage of the selection, the chosen row or the caret's sentence.
fn passage(model: &mut Model, now: Timestamp) -> Option<Span> {
    let span = match model.view {
        View::Text => annotate::target(model),
        _ => listing::chosen_span(model).unwrap_or_default(),
    };
    if span.is_empty() {
        model.talk.say(Window::NothingToCopy.say(model.lang), now);
        return None;
    }
    Some(span)
}

fn take(model: &mut Model, text: String) -> Vec<Effect> {
    if let Some(selection) = model.selection.take() {
        model.reading.caret = selection.anchor.min(selection.head);
        motion::show(model);
    }
    vec![Effect::Copy(text)]
}

fn quoted(model: &Model, span: Span) -> String {
    format!("{} — {}", model.document.slice(span), credit(model, span))
}

/// Who says it, in what, where: `Arthur Mensch, Le titre, §2`.
fn credit(model: &Model, span: Span) -> String {
    let speaker = model
        .analysis
        .quotations
        .touching(span)
        .find_map(|(_, quote)| quote.speaker.as_ref()?.name.clone())
        .map(|name| format!("{name}, "))
        .unwrap_or_default();
    let place = views::place(model.document.paragraph_at(span.start()), model.lang);
    let source = &model.document.meta().source;
    let source = if source.is_empty() { String::new() } else { format!(" ({source})") };
    format!("{speaker}{}, {place}{source}", model.document.title())
}
