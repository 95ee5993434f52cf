//! Annotations whose passage is lost or doubtful: where it might be, and where the person says it is.

use super::annotate::{self, is_passage, name_of, note_here};
use super::effect::Effect;
use super::listing;
use super::model::Model;
use super::motion;
use super::selection::Selection;
use super::view::View;
use crate::doc::Extent;
use crate::mark::{Anchor, Edit, Nearest, Note, NoteId, Placer};
use crate::text::Span;
use crate::words::notebook::Notebook;
use crate::words::views::percent;
use crate::words::window::Window;
use jiff::Timestamp;

/// What is known of lost passages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Orphans {
    /// The annotation for which a passage is being selected.
    pub attaching: Option<NoteId>,
    /// The lost annotation that was chosen last, and the place most like its passage; `None` where nothing is like it.
    pub nearest: Option<(NoteId, Option<Nearest>)>,
}

impl Orphans {
    /// The place most like the lost passage of an annotation; `None` where nothing is, or it was not looked for.
    #[must_use]
    pub fn nearest_of(&self, note: NoteId) -> Option<Nearest> {
        self.nearest.filter(|&(known, _)| known == note).and_then(|(_, nearest)| nearest)
    }
}

/// Looks for the place nearest to the lost passage that is chosen in the notebook, once for each choice.
pub fn look(model: &mut Model) {
    if model.view != View::Notebook {
        return;
    }
    let Some(note) = listing::chosen_note(model).and_then(|id| model.notes.get(id)) else { return };
    let id = note.id;
    if !note.placement.is_lost() || model.orphans.nearest.is_some_and(|(known, _)| known == id) {
        return;
    }
    model.orphans.nearest = Some((id, nearest(model, note)));
}

/// Of the passage and of those the person gave it in other texts, the place most like one of them.
fn nearest(model: &Model, note: &Note) -> Option<Nearest> {
    let placer = Placer::new(&model.document);
    let anchors = note.attached.iter().chain([&note.anchor]);
    anchors.filter_map(|anchor| placer.nearest(anchor)).max_by_key(|nearest| nearest.likeness)
}

/// Enter on a lost annotation: to the nearest place, attaching nothing. `false` where nothing is known.
pub fn go_nearest(model: &mut Model, now: Timestamp) -> bool {
    let Some(nearest) = listing::chosen_note(model).and_then(|id| model.orphans.nearest_of(id)) else {
        return false;
    };
    let lang = model.lang;
    let told = if nearest.span.is_empty() {
        Notebook::WhereItStood.say(lang).to_owned()
    } else {
        format!("{}{}", Notebook::NotAttached.say(lang), percent(nearest.likeness.into(), lang))
    };
    model.view = View::Text;
    motion::go(model, nearest.span);
    model.talk.say(told, now);
    true
}

/// `r`: selects where the annotation stands, or the nearest place, for the person to say where its passage is.
pub fn begin(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(note) = note_here(model) else {
        model.talk.say(Window::NoAnnotationHere.say(model.lang), now);
        return Vec::new();
    };
    if model.document.extent() != Extent::Whole {
        // What is said of a text is kept by its digest.
        model.talk.say(Notebook::NotYetRead.say(model.lang), now);
        return Vec::new();
    }
    let (id, name) = (note.id, name_of(note));
    let place = note.span().or_else(|| Some(nearest(model, note)?.span));
    let span = place.unwrap_or(Span::empty(model.reading.caret));
    model.view = View::Text;
    motion::go(model, span);
    let selection = Selection::over(model.document.text(), span);
    model.reading.caret = selection.head;
    model.selection = Some(selection);
    model.orphans.attaching = Some(id);
    motion::show(model);
    let lang = model.lang;
    let told = if span.is_empty() { Notebook::ChooseWhere } else { Notebook::Attach };
    model.talk.say(format!("{}{name}{}", told.say(lang), Notebook::AttachLeave.say(lang)), now);
    Vec::new()
}

/// Enter, once the passage is selected: from now on the annotation stands there in this text.
pub fn attach(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let (Some(id), Some(selection)) = (model.orphans.attaching, &model.selection) else { return Vec::new() };
    let span = selection.span(model.document.text());
    if !is_passage(model, span, now) {
        return Vec::new();
    }
    model.selection = None;
    model.reading.caret = span.start();
    model.reading.column = None;
    place(model, id, span, now)
}

/// The place that was found for the annotation here is the right one.
pub fn confirm(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let told = match note_here(model) {
        Some(note) if note.placement.is_doubtful() && model.document.extent() == Extent::Whole => {
            let (id, span) = (note.id, note.span().unwrap_or_default());
            return place(model, id, span, now);
        }
        Some(note) if note.placement.is_doubtful() => Notebook::NotYetRead.say(model.lang),
        Some(note) if note.span().is_some() => Notebook::PlaceSure.say(model.lang),
        Some(_) => Notebook::NoPlace.say(model.lang),
        None => Window::NoAnnotationHere.say(model.lang),
    };
    model.talk.say(told, now);
    Vec::new()
}

fn place(model: &mut Model, id: NoteId, span: Span, now: Timestamp) -> Vec<Effect> {
    let anchor = Anchor::new(&model.document, span);
    let edit = Edit::Attach { note: id, text: anchor.text.clone(), to: Some(Box::new(anchor)) };
    let effects = annotate::make(model, vec![edit], now);
    let name = model.notes.get(id).map(name_of).unwrap_or_default();
    let lang = model.lang;
    if effects.is_empty() {
        model.talk.say(Notebook::AlreadyThere.say(lang), now);
    } else {
        let told = format!("{}{name}{}", Notebook::Attached.say(lang), Window::UndoHint.say(lang));
        model.talk.say(told, now);
    }
    motion::show(model);
    effects
}
