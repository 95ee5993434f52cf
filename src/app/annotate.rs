//! Marking and noting: every change is an edit with its inverse, its event, and its line in the journal.

use super::editor::Editor;
use super::effect::Effect;
use super::findings;
use super::links;
use super::listing;
use super::model::Model;
use super::motion;
use super::overlay::{Overlay, Prompt, PromptKind};
use super::placing;
use super::talk::Saving;
use super::view::View;
use crate::command::Args;
use crate::mark::{Anchor, Edit, Event, EventId, Note, NoteId, Notes, Pen, Placement, Placer};
use crate::notice::Obstacle;
use crate::text::Span;
use crate::words::window::Window;
use jiff::Timestamp;
use uuid::Uuid;

/// The longest passage that is annotated, in bytes. An annotation keeps its passage whole; more is no passage.
const LONGEST: usize = 1 << 20;

/// Makes ids: UUID v7 of the time, with random bits that follow from the seed of the run.
#[derive(Debug, Clone)]
pub struct Ids {
    state: u64,
}

impl Ids {
    /// `seed` should differ from run to run.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next id.
    pub fn next(&mut self, now: Timestamp) -> Uuid {
        let mut random = [0; 10];
        for piece in random.chunks_mut(8) {
            let bytes = self.draw().to_le_bytes();
            let length = piece.len();
            piece.copy_from_slice(&bytes[..length]);
        }
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// Applies edits, remembers how to take them back, and asks for their lines to be written.
pub fn make(model: &mut Model, edits: Vec<Edit>, now: Timestamp) -> Vec<Effect> {
    let mut events = Vec::new();
    for edit in edits {
        let id = model.hand.ids.next(now);
        let base = base_of(model, &edit);
        if let Some(inverse) = model.notes.apply(edit.clone(), id, now) {
            place_again(model, &inverse);
            model.history.record(id, now, inverse);
            events.push(Event { id, at: now, edit, base, undoes: None });
        }
    }
    saved(model, events)
}

/// Where the person said where an annotation stands, or took it back, it is placed anew. `inverse` takes back what was done.
pub(super) fn place_again(model: &mut Model, inverse: &Edit) {
    if let Edit::Attach { note, .. } = inverse {
        let placer = Placer::of(&model.document, &model.notes).at_once();
        model.notes.place_one(*note, |note| placer.place_note(note));
    }
}

/// The event that gave the body which an edit replaces or removes.
pub(super) fn base_of(model: &Model, edit: &Edit) -> Option<EventId> {
    match edit {
        Edit::Body { note, .. } | Edit::Remove(note) => model.notes.get(*note).map(|note| note.head),
        _ => None,
    }
}

pub(super) fn saved(model: &mut Model, events: Vec<Event>) -> Vec<Effect> {
    if events.is_empty() {
        return Vec::new();
    }
    model.screen.welcome = false;
    model.hand.discarded = None;
    let mut effects = Vec::new();
    if events.iter().any(|event| matches!(event.edit, Edit::Correct { .. })) {
        let chosen = listing::chosen_identity(model);
        effects = findings::renew(model);
        listing::choose_again(model, chosen.as_ref());
    }
    listing::refresh(model);
    if !matches!(model.talk.saving, Saving::NotSaved(..)) {
        model.talk.saving = Saving::Writing;
    }
    // First of all the disk.
    effects.insert(0, Effect::Append(events));
    effects
}

/// A new annotation on `span`, with the pen in hand.
fn stroke(model: &mut Model, span: Span, pen: Pen, body: String, tags: Vec<String>, now: Timestamp) -> Note {
    let id = model.hand.ids.next(now);
    Note {
        id: NoteId(id),
        anchor: Anchor::new(&model.document, span),
        placement: Placement::Exact(span),
        pen,
        body,
        tags,
        created: now,
        changed: now,
        head: id,
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

/// What a verb acts on: the selection, the chosen row's passage, else the sentence at the caret.
#[must_use]
pub fn target(model: &Model) -> Span {
    if let Some(selection) = &model.selection {
        return selection.span(model.document.text());
    }
    match model.view {
        View::Text => model.sentence(),
        // A row without a passage: nothing, rather than a sentence that nobody sees.
        _ => listing::chosen_span(model).unwrap_or_default(),
    }
}

/// The annotation a verb acts on: the chosen one, the one that covers just the target, else the innermost at the caret.
#[must_use]
pub fn note_here(model: &Model) -> Option<&Note> {
    if model.view == View::Notebook {
        return listing::chosen_note(model).and_then(|id| model.notes.get(id));
    }
    let target = target(model);
    let same = model.notes.touching(target).filter(|note| note.span() == Some(target)).last();
    if model.selection.is_some() || model.view != View::Text {
        return same;
    }
    model.notes.at(model.reading.caret).or(same).or_else(|| model.notes.touching(target).next())
}

/// `s`: a stroke on the sentence or the selection.
pub fn highlight(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let span = target(model);
    mark(model, span, now)
}

/// `S`: a stroke on the paragraph.
pub fn highlight_paragraph(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let span = model.block_span();
    mark(model, span, now)
}

/// Whether an annotation can be made on `span`; says so where not.
pub(super) fn is_passage(model: &mut Model, span: Span, now: Timestamp) -> bool {
    let problem = match span.len() {
        0 => Window::NothingToMark,
        1..=LONGEST => return true,
        _ => Window::TooLongToMark,
    };
    model.talk.say(problem.say(model.lang), now);
    false
}

fn mark(model: &mut Model, span: Span, now: Timestamp) -> Vec<Effect> {
    let pen = model.hand.pen;
    if !is_passage(model, span, now) {
        return Vec::new();
    }
    if model.notes.touching(span).any(|note| note.span() == Some(span) && note.pen == pen) {
        model.selection = None;
        model.talk.say(Window::AlreadyMarked.say(model.lang), now);
        return Vec::new();
    }
    let note = stroke(model, span, pen, String::new(), Vec::new(), now);
    model.hand.last = Some((pen, Vec::new()));
    leave_selection(model, span);
    model.talk.say(Window::Marked.say(model.lang), now);
    let effects = make(model, vec![Edit::Add(Box::new(note))], now);
    motion::show(model);
    effects
}

/// The selection is done with: the caret goes back to its start.
fn leave_selection(model: &mut Model, span: Span) {
    if model.selection.take().is_some() {
        model.reading.caret = span.start();
        model.reading.column = None;
    }
}

/// `p…`: takes a pen; marks the selection with it, or recolours the annotation at the caret.
pub fn pen(model: &mut Model, pen: Pen, now: Timestamp) -> Vec<Effect> {
    model.hand.pen = pen;
    if model.selection.is_some() {
        return highlight(model, now);
    }
    let name = model.config.pens[pen as usize].clone();
    let under = match model.view {
        View::Text => model.notes.at(model.reading.caret),
        _ => note_here(model),
    };
    let Some(note) = under.filter(|note| note.pen != pen) else {
        model.talk.say(format!("{}{name}", Window::PenInHand.say(model.lang)), now);
        return vec![Effect::Keep(model.kept())];
    };
    let id = note.id;
    model.talk.say(
        format!("{}{name}{}", Window::Recoloured.say(model.lang), Window::UndoHint.say(model.lang)),
        now,
    );
    make(model, vec![Edit::Pen { note: id, pen }], now)
}

/// `c`: opens the note of the annotation here, or a new one.
pub fn note(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let editor = match note_here(model) {
        Some(note) => Editor::of(note, model.notes.tags()),
        None => {
            let span = target(model);
            if !is_passage(model, span, now) {
                return Vec::new();
            }
            Editor::on(span, model.document.slice(span).to_owned(), model.hand.pen, model.notes.tags())
        }
    };
    model.overlays.push(Overlay::Editor(Box::new(editor)));
    Vec::new()
}

/// Opens the note of an annotation, and puts the caret on its passage.
pub fn edit(model: &mut Model, id: NoteId) {
    let Some(note) = model.notes.get(id) else { return };
    let editor = Editor::of(note, model.notes.tags());
    if let Some(span) = note.span() {
        model.reading.caret = span.start();
        model.reading.column = None;
    }
    model.overlays.push(Overlay::Editor(Box::new(editor)));
}

/// Others changed the annotations. What was done in this window can still be undone, and what is being written goes
/// on; where it is the very note that they changed, the person is told, or sees it where nothing was typed yet.
pub fn merged(
    model: &mut Model,
    notes: Notes,
    writable: Result<(), Obstacle>,
    now: Timestamp,
) -> Vec<Effect> {
    let mut is_told = false;
    for overlay in &mut model.overlays {
        let Overlay::Editor(editor) = overlay else { continue };
        let Some(note) = editor.note().and_then(|id| notes.get(id)) else { continue };
        let known = model.notes.get(note.id);
        if known.is_none_or(|known| (&known.body, &known.tags) == (&note.body, &note.tags)) {
            continue;
        }
        if editor.is_changed() {
            is_told = true;
        } else {
            **editor = Editor::of(note, notes.tags());
        }
    }
    let corrections = model.notes.corrections() != notes.corrections();
    model.orphans.nearest = None;
    let before = std::mem::replace(&mut model.notes, notes);
    // What was found before need not be looked for again.
    model.notes.place(|note| match before.get(note.id) {
        Some(known)
            if note.placement == Placement::Pending
                && (&known.anchor, &known.attached) == (&note.anchor, &note.attached) =>
        {
            known.placement
        }
        _ => note.placement,
    });
    placing::stop(model);
    let effects = if corrections { findings::renew(model) } else { Vec::new() };
    model.talk.read_only = writable.err().or(model.talk.read_only.take());
    model.screen.welcome &= model.notes.is_empty();
    if is_told {
        model.talk.complain(Window::ChangedElsewhere.say(model.lang), now);
    }
    motion::settle(model);
    listing::refresh(model);
    effects
}

/// The editor is closed: what was typed becomes the note.
pub fn write(model: &mut Model, editor: &Editor, now: Timestamp) -> Vec<Effect> {
    let (body, tags) = editor.result();
    let pen = editor.pen();
    if let Some(note) = editor.note().and_then(|id| model.notes.get(id)) {
        let id = note.id;
        let remove = note.tags.iter().filter(|tag| !tags.contains(tag)).cloned().collect();
        let edits = vec![
            Edit::Body { note: id, body },
            Edit::Tags { note: id, add: tags.clone(), remove },
            Edit::Pen { note: id, pen },
        ];
        model.hand.last = Some((pen, tags));
        let effects = make(model, edits, now);
        if !effects.is_empty() {
            model.talk.say(Window::NoteWritten.say(model.lang), now);
        }
        motion::show(model);
        return effects;
    }
    let Some(span) = editor.span() else { return Vec::new() };
    if body.is_empty() && tags.is_empty() {
        leave_selection(model, span);
        model.talk.say(Window::NothingWritten.say(model.lang), now);
        return Vec::new();
    }
    let note = stroke(model, span, pen, body, tags.clone(), now);
    model.hand.last = Some((pen, tags));
    leave_selection(model, span);
    model.talk.say(Window::NoteWritten.say(model.lang), now);
    let effects = make(model, vec![Edit::Add(Box::new(note))], now);
    motion::show(model);
    effects
}

/// `t`: asks for the tags of the annotation here.
pub fn tag(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let (note, tags) = match note_here(model) {
        Some(note) => (Some(note.id), note.tags.clone()),
        None => (None, Vec::new()),
    };
    let span = target(model);
    if note.is_none() && !is_passage(model, span, now) {
        return Vec::new();
    }
    let text: String = tags.iter().map(|tag| format!("#{tag} ")).collect();
    let known = model.notes.tags();
    model.overlays.push(Overlay::Prompt(Box::new(Prompt::new(
        PromptKind::Tags { note, span },
        &text,
        known,
    ))));
    Vec::new()
}

/// The tags were typed.
pub fn write_tags(
    model: &mut Model,
    note: Option<NoteId>,
    span: Span,
    typed: &str,
    now: Timestamp,
) -> Vec<Effect> {
    let tags = super::tags::typed(typed);
    let effects = match note.and_then(|id| model.notes.get(id)) {
        Some(note) => {
            let remove = note.tags.iter().filter(|tag| !tags.contains(tag)).cloned().collect();
            let edit = Edit::Tags { note: note.id, add: tags.clone(), remove };
            make(model, vec![edit], now)
        }
        None if tags.is_empty() => Vec::new(),
        None => {
            let pen = model.hand.pen;
            let note = stroke(model, span, pen, String::new(), tags.clone(), now);
            leave_selection(model, span);
            make(model, vec![Edit::Add(Box::new(note))], now)
        }
    };
    if !effects.is_empty() {
        model.hand.last = Some((model.hand.pen, tags));
        model.talk.say(Window::Tagged.say(model.lang), now);
    }
    effects
}

/// `dd`: the annotation goes.
pub fn delete(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    change_here(model, now, |note| vec![Edit::Remove(note.id)], Window::Deleted)
}

/// `dn`: the note goes, the stroke stays.
pub fn delete_note(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    change_here(
        model,
        now,
        |note| vec![Edit::Body { note: note.id, body: String::new() }],
        Window::NoteDeleted,
    )
}

/// `dt`: the tags go.
pub fn delete_tags(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let edits = |note: &Note| vec![Edit::Tags { note: note.id, add: Vec::new(), remove: note.tags.clone() }];
    change_here(model, now, edits, Window::TagsDeleted)
}

fn change_here(
    model: &mut Model,
    now: Timestamp,
    edits: impl Fn(&Note) -> Vec<Edit>,
    done: Window,
) -> Vec<Effect> {
    let Some(note) = note_here(model) else {
        model.talk.say(Window::NoAnnotationHere.say(model.lang), now);
        return Vec::new();
    };
    let (edits, name) = (edits(note), name_of(note));
    let effects = make(model, edits, now);
    if effects.is_empty() {
        model.talk.say(Window::NothingToDelete.say(model.lang), now);
    } else {
        model.talk.say(format!("{}{name}{}", done.say(model.lang), Window::UndoHint.say(model.lang)), now);
    }
    effects
}

/// `.`: the pen and the tags of the last annotation, here.
pub fn repeat(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some((pen, tags)) = model.hand.last.clone() else {
        model.talk.say(Window::NothingToRepeat.say(model.lang), now);
        return Vec::new();
    };
    let span = target(model);
    if !is_passage(model, span, now) {
        return Vec::new();
    }
    if model.notes.touching(span).any(|note| note.span() == Some(span) && note.pen == pen) {
        model.talk.say(Window::AlreadyMarked.say(model.lang), now);
        return Vec::new();
    }
    let note = stroke(model, span, pen, String::new(), tags, now);
    leave_selection(model, span);
    model.talk.say(Window::Marked.say(model.lang), now);
    make(model, vec![Edit::Add(Box::new(note))], now)
}

/// `Enter`, `e`: opens what lies under the caret; where nothing does, one line down.
pub fn open(model: &mut Model, args: &Args, now: Timestamp) -> Vec<Effect> {
    if let Some(link) = links::at_caret(model) {
        return links::follow(model, link, now);
    }
    if model.notes.at(model.reading.caret).is_some() {
        return note(model, now);
    }
    let entity = model.analysis.mentions.at(model.reading.caret).next().map(|(_, mention)| mention.entity);
    if let Some(entity) = entity {
        listing::show_entity(model, entity);
        return Vec::new();
    }
    links::or_line_down(model, args, now)
}

/// How a message names an annotation: its note, else its quote, cut short.
#[must_use]
pub fn name_of(note: &Note) -> String {
    let text = if note.has_body() { &note.body } else { &note.anchor.quote };
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(32).collect();
    if short.len() < line.len() {
        short = format!("{}…", short.trim_end());
    }
    format!("«\u{a0}{}\u{a0}»", short.trim_matches(|letter| "«» \u{a0}".contains(letter)))
}
