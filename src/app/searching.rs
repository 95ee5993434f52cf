//! Searching the text: while typing, next and previous, all hits counted.
//!
//! A text of ordinary length is searched on the spot; a large one by the worker.

use super::choose;
use super::effect::{Effect, Hunt};
use super::model::Model;
use super::motion;
use super::overlay::{Overlay, Prompt, PromptKind};
use crate::command::Command;
use crate::layout::Place;
use crate::text::find::{Pattern, Query};
use crate::text::{Span, segment};
use crate::words::window::Window;
use jiff::Timestamp;

/// The longest text that is searched on the spot, in bytes: a few milliseconds.
const ON_THE_SPOT: usize = 2 << 20;

/// What is searched, and what was found.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// What is looked for, and how.
    pub query: Query,
    /// The hit at the caret.
    pub hit: Option<Span>,
    /// How many hits there are; `None` while they are being counted.
    pub count: Option<usize>,
    /// Which of them is at the caret, from 1.
    pub index: Option<usize>,
    /// Whether a search by the worker is under way.
    pub under_way: bool,
    pattern: Option<Pattern>,
    generation: u64,
}

impl Search {
    /// Nothing searched, in the window where the searches of `before` may still be under way.
    #[must_use]
    pub fn after(before: &Self) -> Self {
        Self { generation: before.generation + 1, ..Self::default() }
    }

    /// Whether hits are drawn.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.pattern.is_some()
    }

    /// The hits inside `window`.
    #[must_use]
    pub fn within(&self, text: &str, window: Span) -> Vec<Span> {
        self.pattern.as_ref().map_or_else(Vec::new, |pattern| pattern.within(text, window))
    }
}

/// `/`: asks what to search.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let kind = PromptKind::Search { origin: model.reading.caret, top: model.reading.top };
    model.overlays.push(Overlay::Prompt(Box::new(Prompt::new(kind, "", Vec::new()))));
    Vec::new()
}

/// The prompt holds `text` now: goes to the first hit at or after `origin`; where there is none, back to
/// the place before.
pub fn typed(model: &mut Model, text: &str, (origin, top): (usize, Place), now: Timestamp) -> Vec<Effect> {
    model.search.query.text = text.to_owned();
    set(model);
    let effects = if model.search.is_shown() { seek(model, origin, false, true, now) } else { Vec::new() };
    if model.search.hit.is_none() {
        put_back(model, origin, top);
    }
    effects
}

/// Everything is where it was before something was typed.
pub fn put_back(model: &mut Model, origin: usize, top: Place) {
    model.reading.caret = origin;
    model.reading.top = top;
    choose::follow(model);
    // The window, or the document, may have changed its size since.
    motion::settle(model);
}

/// Alt-C, Alt-W: case as typed, whole words.
pub fn toggle(model: &mut Model, command: Command) {
    let query = &mut model.search.query;
    match command {
        Command::ToggleCase => query.case = !query.case,
        _ => query.word = !query.word,
    }
}

/// Enter: the search stands, and the place before it can be gone back to.
pub fn accept(model: &mut Model, origin: usize, now: Timestamp) -> Vec<Effect> {
    let hit = model.reading.caret;
    if hit != origin {
        model.reading.caret = origin;
        model.reading.leave_for(hit);
    }
    if model.search.is_shown() && model.search.hit.is_none() && !model.search.under_way {
        model.talk.say(format!("{}{}", Window::NotFound.say(model.lang), model.search.query.text), now);
    }
    Vec::new()
}

/// Esc: hits are no longer drawn; what was searched is kept for `n`.
pub fn forget(model: &mut Model) {
    model.search.pattern = None;
    model.search.hit = None;
    model.search.generation += 1;
    model.search.under_way = false;
}

/// The document grew or changed under a search: searches it again from the caret.
pub fn renew(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    set(model);
    let caret = model.reading.caret;
    seek(model, caret, false, true, now)
}

/// `*`: searches the word under the caret.
pub fn word(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let word = segment::word_at(model.document.text(), model.block_span(), model.reading.caret);
    let Some(word) = word else { return Vec::new() };
    model.search.query = Query { text: model.document.slice(word).to_owned(), case: false, word: true };
    set(model);
    seek(model, word.end(), false, true, now)
}

/// `n`.
pub fn next(model: &mut Model, times: usize, now: Timestamp) -> Vec<Effect> {
    again(model, times, false, now)
}

/// `N`.
pub fn previous(model: &mut Model, times: usize, now: Timestamp) -> Vec<Effect> {
    again(model, times, true, now)
}

fn again(model: &mut Model, times: usize, backwards: bool, now: Timestamp) -> Vec<Effect> {
    if model.search.query.text.is_empty() {
        model.talk.say(Window::NothingSearched.say(model.lang), now);
        return Vec::new();
    }
    let fresh = model.search.pattern.is_none();
    if fresh {
        set(model);
    }
    // Going round all hits comes back to the same one.
    let round = model.search.count.filter(|_| !fresh).unwrap_or(times).max(1);
    let mut effects = Vec::new();
    for _ in 0..(times - 1) % round + 1 {
        let caret = model.reading.caret;
        let from = if backwards {
            caret
        } else {
            crate::text::graphemes::next_boundary(model.document.text(), caret)
        };
        effects = seek(model, from, backwards, fresh, now);
    }
    effects
}

fn set(model: &mut Model) {
    model.search.pattern = Pattern::new(&model.search.query);
    model.search.hit = None;
    model.search.count = None;
    model.search.index = None;
}

/// Goes to the first hit from `from` on, round the end where needed.
fn seek(model: &mut Model, from: usize, backwards: bool, count: bool, now: Timestamp) -> Vec<Effect> {
    model.search.generation += 1;
    let document = model.document.clone();
    let text = document.text();
    if text.len() > ON_THE_SPOT {
        model.search.under_way = true;
        let (generation, query) = (model.search.generation, model.search.query.clone());
        return vec![Effect::Hunt(Hunt { generation, query, from, backwards, count })];
    }
    let Some(pattern) = &model.search.pattern else { return Vec::new() };
    let ahead = if backwards { pattern.previous(text, from) } else { pattern.next(text, from) };
    let round = || if backwards { pattern.previous(text, text.len()) } else { pattern.next(text, 0) };
    let hit = ahead.or_else(round);
    if hit.is_some() && ahead.is_none() && !count {
        let word = if backwards { Window::RoundToEnd } else { Window::RoundToStart };
        model.talk.say(word.say(model.lang), now);
    }
    let hits = pattern.within(text, Span::new(0, text.len()));
    model.search.count = Some(hits.len());
    arrive(model, hit);
    model.search.index = hit.map(|hit| hits.partition_point(|other| other.start() <= hit.start()));
    Vec::new()
}

/// The caret goes to the hit, if there is one.
fn arrive(model: &mut Model, hit: Option<Span>) {
    model.search.hit = hit;
    let Some(hit) = hit else { return };
    if let Some(selection) = &mut model.selection {
        selection.head = hit.start();
        model.reading.caret = hit.start();
        return motion::show(model);
    }
    let typing = matches!(model.overlays.last(), Some(Overlay::Prompt(_)));
    let back = model.reading.back.clone();
    motion::go(model, hit);
    if typing {
        // While typing, the caret is only a preview: the way back is kept when the search is accepted.
        model.reading.back = back;
    }
}

/// The worker found something, or counted.
pub fn found(
    model: &mut Model,
    generation: u64,
    hit: Option<Span>,
    count: Option<usize>,
    now: Timestamp,
) -> Vec<Effect> {
    if generation != model.search.generation {
        return Vec::new();
    }
    if let Some(count) = count {
        model.search.count = Some(count);
    }
    if model.search.under_way {
        model.search.under_way = false;
        if hit.is_none() {
            model.talk.say(format!("{}{}", Window::NotFound.say(model.lang), model.search.query.text), now);
        }
        arrive(model, hit);
    }
    Vec::new()
}
