//! Export: the name is shown first, and Enter writes.

use super::effect::Effect;
use super::model::Model;
use super::overlay::Overlay;
use crate::command::Args;
use crate::exchange::{markdown, name};
use crate::words::notebook::Notebook;
use crate::words::window::Window;
use jiff::Timestamp;

/// `X`: shows what will be written; `export md` in the palette is the same.
pub fn ask(model: &mut Model, args: &Args, now: Timestamp) -> Vec<Effect> {
    if let Some(format) = args.text.as_deref().filter(|format| *format != "md") {
        model.talk.complain(format!("{}{format}", Window::UnknownFormat.say(model.lang)), now);
        return Vec::new();
    }
    if model.notes.pending() > 0 {
        // They would be written down as lost.
        model.talk.complain(Notebook::StillPlacing.say(model.lang), now);
        return Vec::new();
    }
    if model.notes.is_empty() {
        model.talk.say(Window::NoNotesToExport.say(model.lang), now);
        return Vec::new();
    }
    model.overlays.push(Overlay::Export { name: file_name(model) });
    Vec::new()
}

/// Enter: the Markdown is made and written.
pub fn write(model: &mut Model, _now: Timestamp) -> Vec<Effect> {
    let labels = markdown::Labels {
        lang: model.lang,
        pens: model.config.pens.clone(),
        tags: model.config.export.tags.clone(),
    };
    let contents = markdown::export(&model.document, &model.analysis, &model.notes, &labels);
    vec![Effect::Export { name: file_name(model), contents }]
}

fn file_name(model: &Model) -> String {
    name::markdown_file(model.document.title())
}
