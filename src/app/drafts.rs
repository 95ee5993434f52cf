//! Drafts: what is being typed is kept, so that a crash loses two seconds of it at most.
//!
//! [`keep_up`] looks after every message at what the editors hold and asks for it to be kept, or for
//! what was kept to go; nothing else need know that there are drafts. [`offer`] takes the draft that
//! an earlier run left.

use super::annotate::Ids;
use super::editor::Editor;
use super::effect::Effect;
use super::model::Model;
use super::overlay::Overlay;
use super::{motion, tags};
use crate::mark::{Anchor, Draft, Note, Placer};
use crate::text::Span;
use crate::words::window::Window;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How long a draft that was just kept is left alone.
pub const EVERY: SignedDuration = SignedDuration::from_secs(2);

/// What is kept of the notes being typed.
#[derive(Debug, Clone)]
pub struct Drafts {
    ids: Ids,
    kept: Vec<Kept>,
    last: Option<Timestamp>,
    /// Whether something was typed since.
    behind: bool,
}

/// What the world was last asked to keep of a note.
#[derive(Debug, Clone)]
struct Kept {
    id: Uuid,
    /// Of the passage as it was first: where it is lost meanwhile, the note still belongs to it.
    anchor: Anchor,
    text: String,
}

impl Drafts {
    /// `seed` should differ from run to run.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { ids: Ids::new(seed), kept: Vec::new(), last: None, behind: false }
    }

    /// When something is to be kept; `None` where all is.
    #[must_use]
    pub fn due(&self) -> Option<Timestamp> {
        self.last.filter(|_| self.behind).map(|last| last + EVERY)
    }

    /// Whether the last draft is long enough ago; also where the clock was set back.
    fn may_keep(&self, now: Timestamp) -> bool {
        self.last.is_none_or(|last| now < last || last + EVERY <= now)
    }
}

/// Asks for what was typed to be kept, at once after a pause of [`EVERY`], else when that is over; and for the
/// drafts of notes that are no longer typed to go.
pub fn keep_up(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Model { overlays, drafts, notes, document, .. } = model;
    let mut effects = Vec::new();
    let mut typed = Vec::new();
    let may_keep = drafts.may_keep(now);
    drafts.behind = false;
    for overlay in overlays {
        let Overlay::Editor(editor) = overlay else { continue };
        if !editor.is_changed() {
            continue;
        }
        let id = *editor.draft.get_or_insert_with(|| drafts.ids.next(now));
        typed.push(id);
        let text = editor.field.text();
        let kept = drafts.kept.iter().position(|kept| kept.id == id);
        if kept.is_some_and(|index| drafts.kept[index].text == text) {
            continue;
        }
        if !may_keep {
            drafts.behind = true;
            continue;
        }
        let index = match kept {
            Some(index) => index,
            None => {
                let of_note = editor.note().and_then(|note| notes.get(note)).map(|note| note.anchor.clone());
                let new = || editor.span().map(|span| Anchor::new(document, span));
                let Some(anchor) = of_note.or_else(new) else { continue };
                drafts.kept.push(Kept { id, anchor, text: String::new() });
                drafts.kept.len() - 1
            }
        };
        drafts.kept[index].text.clone_from(&text);
        drafts.last = Some(now);
        effects.push(Effect::Draft(Box::new(Draft {
            id,
            note: editor.note(),
            anchor: drafts.kept[index].anchor.clone(),
            pen: editor.pen(),
            before: editor.before().to_owned(),
            text,
            at: now,
        })));
    }
    let (kept, done) =
        std::mem::take(&mut drafts.kept).into_iter().partition(|kept| typed.contains(&kept.id));
    drafts.kept = kept;
    let done: Vec<Kept> = done;
    effects.extend(done.into_iter().map(|kept| Effect::DraftDone(kept.id)));
    effects
}

/// Opens the editor on a draft that an earlier run left, under whatever is open already. `when` says when it was written.
///
/// It stands on its passage; where that is lost, on the sentence at the caret. Where the annotation was
/// changed since, or is gone, the draft becomes one of its own: it takes the place of nothing that the
/// person has not seen. A draft that says what an annotation says was saved already, and goes.
pub fn offer(model: &mut Model, draft: &Draft, when: &str, now: Timestamp) -> Vec<Effect> {
    let span = Placer::new(&model.document).place(&draft.anchor).span();
    if model.notes.iter().any(|note| is_saved(draft, note, span)) {
        return vec![Effect::DraftDone(draft.id)];
    }
    let rewritten = draft.note.and_then(|id| model.notes.get(id));
    let rewritten = rewritten.filter(|note| tags::join(&note.body, &note.tags) == draft.before);
    let mut editor = match rewritten {
        Some(note) => Editor::of(note, model.notes.tags()),
        None => {
            let quote = draft.anchor.quote.clone();
            Editor::on(span.unwrap_or_else(|| model.sentence()), quote, draft.pen, model.notes.tags())
        }
    };
    editor.take_pen(draft.pen);
    editor.replace(&draft.text);
    editor.draft = Some(draft.id);
    let text = editor.field.text();
    model.drafts.kept.push(Kept { id: draft.id, anchor: draft.anchor.clone(), text });
    if let (Some(span), true) = (editor.span(), model.overlays.is_empty()) {
        model.reading.caret = span.start();
        model.reading.column = None;
        motion::settle(model);
    }
    model.overlays.insert(0, Overlay::Editor(Box::new(editor)));
    let (found, hints) = (Window::DraftFound.say(model.lang), Window::DraftHints.say(model.lang));
    model.talk.say(format!("{found}{when}{hints}"), now);
    Vec::new()
}

/// Whether `note` is what saving the draft made: the program ended before the draft could go.
fn is_saved(draft: &Draft, note: &Note, span: Option<Span>) -> bool {
    let is_same = match draft.note {
        Some(id) => note.id == id,
        None => note.anchor.quote == draft.anchor.quote && note.span() == span,
    };
    let (body, mut tags) = tags::split(&draft.text);
    tags.sort();
    let mut noted = note.tags.clone();
    noted.sort();
    is_same && note.body == body && noted == tags
}
