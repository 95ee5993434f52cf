//! From one document to another in the same window, and back.

use super::effect::Effect;
use super::model::Model;
use super::opened;
use super::reading::Ahead;
use super::searching::Search;
use super::talk::Saving;
use crate::command::{Command, Mode};
use crate::doc::{Document, Extent};
use crate::text::again;
use crate::words::navigation::Navigation;
use jiff::Timestamp;
use std::sync::Arc;

/// The most documents that are remembered on each side.
const MOST: usize = 100;

/// Where a document comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    /// It comes with the program.
    #[default]
    Bundled,
    /// It came through a pipe.
    Pipe,
    /// A path or the address of a page.
    At(String),
}

/// A document that was in the window, and the places one had been to in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// Where it comes from.
    pub origin: Origin,
    /// Where the caret was.
    pub caret: usize,
    /// The words that stood there, to find the place again.
    pub quote: String,
    /// Places to go back to, the latest last.
    pub back: Vec<usize>,
    /// Places to go forward to, the nearest last.
    pub forward: Vec<usize>,
}

/// The documents of this sitting, around the one in the window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    /// Where the one in the window comes from.
    pub here: Origin,
    /// Those before it, the latest last.
    pub earlier: Vec<Visit>,
    /// Those that one came back from, the nearest last.
    pub later: Vec<Visit>,
}

/// Where one wants to be in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// Where one left it the last time.
    Left,
    /// At the place of that name.
    Place(String),
    /// Where one was, going back.
    Earlier,
    /// Where one was, going forward.
    Later,
}

/// Another document to be shown in the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// Which.
    pub origin: Origin,
    /// Where in it.
    pub arrival: Arrival,
}

/// Asks for another document; what could not be saved keeps one here.
pub fn begin(model: &mut Model, journey: Journey, now: Timestamp) -> Vec<Effect> {
    if matches!(model.talk.saving, Saving::NotSaved(..)) {
        model.talk.complain(Navigation::StayUnsaved.say(model.lang), now);
        return vec![Effect::RetrySave];
    }
    vec![Effect::Open(journey)]
}

/// Back to the document before this one; `None` where there is none.
pub fn back(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    let origin = model.reading.trail.earlier.last()?.origin.clone();
    Some(begin(model, Journey { origin, arrival: Arrival::Earlier }, now))
}

/// Forward to the document one came back from; `None` where there is none.
pub fn forward(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    let origin = model.reading.trail.later.last()?.origin.clone();
    Some(begin(model, Journey { origin, arrival: Arrival::Later }, now))
}

/// A window over `document`, set as the one before, which remembers where that was. `seed` makes the ids of its
/// annotations differ from others. The place in it is for [`arrive`], once it is known where it was left.
#[must_use]
pub fn leave_for(before: &Model, document: Arc<Document>, journey: &Journey, seed: u64) -> Model {
    let mut model = Model::new(
        document,
        before.config.clone(),
        before.lang,
        before.screen.palette.clone(),
        before.screen.size,
        seed,
    );
    model.screen = before.screen.clone();
    model.screen.welcome = false;
    model.hand.pen = before.hand.pen;
    // What was found in the document before must not be taken for this one's.
    model.jobs.analysis = before.jobs.analysis;
    model.search = Search::after(&before.search);
    let mut trail = before.reading.trail.clone();
    let visit = visit(before);
    match journey.arrival {
        Arrival::Left | Arrival::Place(_) => {
            trail.later.clear();
            trail.earlier.push(visit);
        }
        Arrival::Earlier => trail.later.push(visit),
        Arrival::Later => trail.earlier.push(visit),
    }
    if trail.earlier.len() > MOST {
        trail.earlier.remove(0);
    }
    trail.here = journey.origin.clone();
    model.reading.trail = trail;
    model
}

/// Goes to the place that was asked for, after the document has been put where it was left.
pub fn arrive(model: &mut Model, arrival: &Arrival, now: Timestamp) {
    let came_back = match arrival {
        Arrival::Left => None,
        Arrival::Place(name) => {
            match super::links::place(&model.document, name) {
                Some(offset) => model.reading.caret = offset,
                None => {
                    model.talk.complain(format!("{}#{name}", Navigation::NoSuchPlace.say(model.lang)), now);
                }
            }
            None
        }
        Arrival::Earlier => model.reading.trail.earlier.pop(),
        Arrival::Later => model.reading.trail.later.pop(),
    };
    if let Some(visit) = came_back {
        let text = model.document.text();
        if model.document.extent() != Extent::Whole && visit.caret >= text.len() {
            model.reading.ahead = Some(Ahead::Words(visit.caret, visit.quote));
        } else {
            let offset = again(text, visit.caret, &visit.quote);
            model.reading.caret = opened::inside(&model.document, offset);
        }
        model.reading.back = visit.back;
        model.reading.forward = visit.forward;
    }
    super::motion::settle(model);
    if model.talk.toast.is_none() {
        let title = model.document.title().to_owned();
        let (command, word) = match arrival {
            Arrival::Earlier => (Command::Forward, Navigation::WayForward),
            _ => (Command::Back, Navigation::WayBack),
        };
        // `Retour revient` would read as a stutter: the key with a modifier is named, where there is one.
        let keys = model.config.keymap.keys_of(Mode::Read, command);
        let labels: Vec<String> = keys.iter().map(|keys| keys.label(model.lang)).collect();
        let key = labels.iter().find(|key| key.contains('-')).or(labels.first());
        let hint = key.map_or_else(String::new, |key| format!(" · {key} {}", word.say(model.lang)));
        model.talk.say(format!("{title}{hint}"), now);
    }
}

fn visit(model: &Model) -> Visit {
    let caret = model.reading.caret;
    let quote = model.quote_at(caret);
    let reading = &model.reading;
    Visit {
        origin: reading.trail.here.clone(),
        caret,
        quote,
        back: reading.back.clone(),
        forward: reading.forward.clone(),
    }
}
