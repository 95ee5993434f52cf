//! How the page is set: layers on and off, measure, focus, zen, colours.

use super::effect::Effect;
use super::model::Model;
use super::motion;
use crate::command::{Args, Command};
use crate::config::colors::Scheme;
use crate::words::window::Window;
use jiff::Timestamp;

/// The narrowest and the widest measure, and the step of the keys, in columns.
const MEASURE: (u16, u16, u16) = (30, 120, 4);

/// Sets one thing.
pub fn set(model: &mut Model, command: Command, args: &Args, now: Timestamp) -> Vec<Effect> {
    let shown = &mut model.screen.shown;
    match command {
        Command::LayerEntities => {
            let on = flip(&mut shown.entities);
            say(model, Window::LayerEntities, on, now);
        }
        Command::LayerQuotes => {
            let on = flip(&mut shown.quotes);
            say(model, Window::LayerQuotes, on, now);
        }
        Command::LayerThemes => {
            let on = flip(&mut shown.themes);
            say(model, Window::LayerThemes, on, now);
        }
        Command::LayerNotes => {
            let on = flip(&mut shown.notes);
            say(model, Window::LayerNotes, on, now);
        }
        Command::LayersAll => {
            let on = !(shown.entities && shown.quotes && shown.themes && shown.notes);
            *shown = super::model::Shown { entities: on, quotes: on, themes: on, notes: on };
            say(model, Window::LayersAll, on, now);
        }
        Command::Legend => model.screen.legend = !model.screen.legend,
        Command::Focus => model.screen.focus = !model.screen.focus,
        Command::Zen => model.screen.zen = !model.screen.zen,
        Command::TextMarks => model.screen.text_marks = !model.screen.text_marks,
        Command::InlineNotes => model.screen.inline_notes = !model.screen.inline_notes,
        Command::Hyphenation => {
            let on = flip(&mut model.screen.hyphenation);
            let state = if on { Window::HyphenationOn } else { Window::HyphenationOff };
            model.talk.say(state.say(model.lang), now);
        }
        Command::MeasureWider => measure(model, model.screen.measure.saturating_add(MEASURE.2), now),
        Command::MeasureNarrower => measure(model, model.screen.measure.saturating_sub(MEASURE.2), now),
        Command::MeasureReset => measure(model, model.config.reading.measure, now),
        Command::Colors => colors(model, args.text.as_deref(), now),
        _ => {}
    }
    motion::settle(model);
    Vec::new()
}

/// Switches a layer, and gives how it is now.
fn flip(layer: &mut bool) -> bool {
    *layer = !*layer;
    *layer
}

fn say(model: &mut Model, layer: Window, on: bool, now: Timestamp) {
    let state = if on { Window::On } else { Window::Off };
    model.talk.say(format!("{}{}", layer.say(model.lang), state.say(model.lang)), now);
}

fn measure(model: &mut Model, columns: u16, now: Timestamp) {
    model.screen.measure = columns.clamp(MEASURE.0, MEASURE.1);
    model.talk.say(format!("{}{}", Window::Measure.say(model.lang), model.screen.measure), now);
}

/// `colors light` and `colors dark`, or `paper` and `night` with a background of their own; without a word,
/// the other of the two.
fn colors(model: &mut Model, scheme: Option<&str>, now: Timestamp) {
    let palette = model.screen.palette.clone();
    model.screen.palette = match scheme {
        Some("light") => palette.with_scheme(Scheme::Light).with_own_page(false),
        Some("dark") => palette.with_scheme(Scheme::Dark).with_own_page(false),
        Some("paper") => palette.with_scheme(Scheme::Light).with_own_page(true),
        Some("night") => palette.with_scheme(Scheme::Dark).with_own_page(true),
        None if palette.scheme() == Scheme::Dark => palette.with_scheme(Scheme::Light),
        None => palette.with_scheme(Scheme::Dark),
        Some(other) => {
            model.talk.complain(format!("{}{other}", Window::UnknownColors.say(model.lang)), now);
            palette
        }
    };
}
