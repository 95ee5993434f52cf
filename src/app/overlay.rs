//! What lies over a view: the editor of notes, prompts, palette, help, labels, cards.

use super::catalogue::{self, Catalogue};
use super::correcting::question::Question;
use super::editor::{Editor, Field};
use super::effect::Effect;
use super::jump::{self, Labels};
use super::kin;
use super::links::{self, Footnote};
use super::model::Model;
use super::palette::Palette;
use super::talk::Saving;
use super::{annotate, correcting, encoding, exporting, hints, listing, palette, searching, versions};
use crate::command::{Command, Key, KeyCode};
use crate::mark::NoteId;
use crate::notice::Obstacle;
use crate::store::Kin;
use crate::text::Span;
use crate::words::window::Window;
use jiff::Timestamp;

/// What a prompt asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PromptKind {
    /// Words of the text; the caret was here before, the window began there.
    Search {
        /// The caret before.
        origin: usize,
        /// The top of the window before.
        top: crate::layout::Place,
    },
    /// What to filter the list by; it was filtered by this before.
    Filter {
        /// The filter before.
        before: String,
    },
    /// The folder to write what is not saved into.
    Elsewhere,
    /// The tags of an annotation, or of a new one on a passage.
    Tags {
        /// The annotation; `None` makes one.
        note: Option<NoteId>,
        /// The passage.
        span: Span,
    },
}

/// One line that is typed.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it asks for.
    pub kind: PromptKind,
    /// What is typed.
    pub field: Field,
    /// Tags in use, for completion.
    pub known: Vec<(String, usize)>,
}

impl Prompt {
    /// A prompt that holds `text`.
    #[must_use]
    pub fn new(kind: PromptKind, text: &str, known: Vec<(String, usize)>) -> Self {
        let field = Field::new(text, false);
        let field = if matches!(kind, PromptKind::Tags { .. }) { field.of_tags() } else { field };
        Self { kind, field, known }
    }
}

/// The help, filtered and scrolled.
#[derive(Debug, Clone)]
pub struct Help {
    /// What it is filtered by.
    pub field: Field,
    /// The first row shown.
    pub top: usize,
}

/// What lies over a view.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The editor of a note.
    Editor(Box<Editor>),
    /// A line that is typed.
    Prompt(Box<Prompt>),
    /// A line that is typed, with answers to choose from.
    Question(Box<Question>),
    /// Every command, by name.
    Palette(Box<Palette>),
    /// Every key.
    Help(Box<Help>),
    /// Letters on the words.
    Labels(Labels),
    /// Contents, links, library.
    Catalogue(Box<Catalogue>),
    /// A footnote, shown where it is named.
    Footnote(Footnote),
    /// What is known of the document.
    Info,
    /// A passage, shown without leaving the list.
    Preview(Span),
    /// The bodies of a note that were written apart.
    Versions(NoteId),
    /// The encodings to read the text in, and the row one is at.
    Encodings(usize),
    /// The document may be that of other annotations.
    Kin(Box<Kin>),
    /// The export is about to be written, under this name.
    Export {
        /// File name.
        name: String,
    },
    /// Something could not be saved, and the person wants to leave.
    Unsaved {
        /// How many annotations and corrections.
        waiting: usize,
        /// Why.
        why: Obstacle,
    },
}

impl Overlay {
    /// The question before leaving with unsaved changes.
    #[must_use]
    pub fn unsaved(waiting: usize, why: Obstacle) -> Self {
        Self::Unsaved { waiting, why }
    }
}

/// Opens the help.
pub fn help(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Help(Box::new(Help { field: Field::new("", false), top: 0 })));
    Vec::new()
}

/// Opens the palette.
pub fn palette(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Palette(Box::default()));
    Vec::new()
}

/// Shows what is known of the document.
pub fn info(model: &mut Model) -> Vec<Effect> {
    model.overlays.push(Overlay::Info);
    Vec::new()
}

/// Whether the overlay takes every key as it comes, before the keymap.
#[must_use]
pub fn takes(model: &Model, _key: Key) -> bool {
    matches!(
        model.overlays.last(),
        Some(
            Overlay::Labels(_)
                | Overlay::Info
                | Overlay::Preview(_)
                | Overlay::Footnote(_)
                | Overlay::Versions(_)
                | Overlay::Encodings(_)
                | Overlay::Kin(_)
                | Overlay::Export { .. }
                | Overlay::Unsaved { .. }
        )
    )
}

/// Whether commands go to the overlay.
#[must_use]
pub fn run(model: &Model, command: Command) -> bool {
    matches!(
        model.overlays.last(),
        Some(
            Overlay::Editor(_)
                | Overlay::Prompt(_)
                | Overlay::Question(_)
                | Overlay::Palette(_)
                | Overlay::Help(_)
                | Overlay::Export { .. }
        )
    ) || (catalogue::topmost(model).is_some() && catalogue::takes(command))
        || (command == Command::Up && !model.overlays.is_empty())
}

/// A key that is no command: text, or the answer to a question.
pub fn key(model: &mut Model, key: Key, now: Timestamp) -> Vec<Effect> {
    let plain = if key.ctrl || key.alt { None } else { Some(key.code) };
    match model.overlays.last_mut() {
        Some(Overlay::Editor(editor)) => {
            editor.leaving = false;
            editor.field.key(key);
        }
        Some(Overlay::Prompt(prompt)) => {
            // A prompt is one line: keys that leave it are taken by the keymap.
            if !matches!(key.code, KeyCode::Enter | KeyCode::Up | KeyCode::Down) {
                prompt.field.key(key);
            }
            return typed(model, now);
        }
        Some(Overlay::Question(question)) => question.key(key),
        Some(Overlay::Palette(palette)) => palette.key(key),
        Some(Overlay::Help(help)) => {
            help.top = 0;
            help.field.key(key);
        }
        Some(Overlay::Catalogue(_)) => catalogue::key(model, key),
        Some(Overlay::Footnote(footnote)) => {
            let footnote = *footnote;
            model.overlays.pop();
            match plain {
                Some(KeyCode::Enter) => links::go_to_footnote(model, footnote),
                Some(KeyCode::Char('y')) => {
                    return vec![Effect::Copy(model.document.slice(footnote.span).to_owned())];
                }
                _ => {}
            }
        }
        Some(Overlay::Labels(_)) => {
            let letter =
                plain.and_then(|code| if let KeyCode::Char(letter) = code { Some(letter) } else { None });
            return jump::label(model, letter, now);
        }
        Some(Overlay::Info | Overlay::Preview(_)) => {
            model.overlays.pop();
        }
        Some(Overlay::Versions(note)) => {
            let note = *note;
            return versions::key(model, note, plain, now);
        }
        Some(Overlay::Encodings(row)) => {
            let row = *row;
            return encoding::key(model, row, plain);
        }
        Some(Overlay::Kin(_)) => return kin::key(model, key, now),
        Some(Overlay::Export { .. }) => {
            model.overlays.pop();
            if plain == Some(KeyCode::Enter) {
                return exporting::write(model, now);
            }
            model.talk.say(Window::NothingExported.say(model.lang), now);
        }
        Some(Overlay::Unsaved { .. }) => return unsaved(model, plain),
        None => {}
    }
    Vec::new()
}

/// The answer to the question before leaving with unsaved changes.
fn unsaved(model: &mut Model, code: Option<KeyCode>) -> Vec<Effect> {
    match code {
        Some(KeyCode::Char('r' | 'R')) => {
            model.overlays.pop();
            vec![Effect::RetrySave]
        }
        Some(KeyCode::Char('e' | 'E')) => {
            let prompt = Prompt::new(PromptKind::Elsewhere, "~/", Vec::new());
            model.overlays.push(Overlay::Prompt(Box::new(prompt)));
            Vec::new()
        }
        Some(KeyCode::Char('p' | 'P' | 'i' | 'I')) => {
            model.overlays.pop();
            vec![Effect::Keep(model.kept()), Effect::Quit]
        }
        Some(KeyCode::Esc) => {
            model.overlays.pop();
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// `g w`: asks for a folder into which what cannot be saved, now and later, is written instead.
pub fn ask_elsewhere(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if model.talk.read_only.is_none() && !matches!(model.talk.saving, Saving::NotSaved(..)) {
        model.talk.say(Window::NothingUnsaved.say(model.lang), now);
        return Vec::new();
    }
    let folder = model.talk.elsewhere.as_deref().unwrap_or("~/");
    let prompt = Prompt::new(PromptKind::Elsewhere, folder, Vec::new());
    model.overlays.push(Overlay::Prompt(Box::new(prompt)));
    Vec::new()
}

/// The folder was typed: what is not saved is written there, and what will not be from now on.
fn elsewhere(model: &mut Model, folder: String, now: Timestamp) -> Vec<Effect> {
    model.talk.elsewhere = Some(folder.clone());
    if matches!(model.talk.saving, Saving::NotSaved(..)) {
        return vec![Effect::SaveElsewhere(folder)];
    }
    model.talk.say(format!("{}{folder}", Window::ElsewhereFromNow.say(model.lang)), now);
    Vec::new()
}

/// What was not saved is in another folder: nothing keeps the person who wanted to leave. Where it could not be written, the
/// question stays.
pub fn saved_elsewhere(model: &mut Model, outcome: Result<String, String>, now: Timestamp) -> Vec<Effect> {
    match outcome {
        Ok(path) if !model.overlays.iter().any(|overlay| matches!(overlay, Overlay::Unsaved { .. })) => {
            model.talk.say(format!("{}{path}", Window::WrittenElsewhere.say(model.lang)), now);
            Vec::new()
        }
        Ok(_) => {
            model.overlays.retain(|overlay| !matches!(overlay, Overlay::Unsaved { .. }));
            vec![Effect::Keep(model.kept()), Effect::Quit]
        }
        Err(why) => {
            model.talk.complain(format!("{}{why}", Window::NotExported.say(model.lang)), now);
            Vec::new()
        }
    }
}

/// The text of a prompt changed.
fn typed(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Prompt(prompt)) = model.overlays.last() else { return Vec::new() };
    let text = prompt.field.text();
    match prompt.kind {
        PromptKind::Search { origin, top } => searching::typed(model, &text, (origin, top), now),
        PromptKind::Filter { .. } => {
            listing::set_filter(model, text);
            Vec::new()
        }
        PromptKind::Tags { .. } | PromptKind::Elsewhere => Vec::new(),
    }
}

/// Pasted text goes into what is typed; elsewhere it has no place.
pub fn paste(model: &mut Model, text: &str, now: Timestamp) -> Vec<Effect> {
    match model.overlays.last_mut() {
        Some(Overlay::Editor(editor)) => editor.field.paste(text),
        Some(Overlay::Prompt(prompt)) => {
            prompt.field.paste(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            return typed(model, now);
        }
        Some(Overlay::Question(question)) => question.paste(text),
        Some(Overlay::Catalogue(_)) => catalogue::paste(model, text),
        Some(Overlay::Palette(palette)) => palette.field.paste(text.trim()),
        Some(Overlay::Help(help)) => help.field.paste(text.trim()),
        _ => model.talk.say(Window::PasteNowhere.say(model.lang), now),
    }
    Vec::new()
}

/// A command while an overlay is open.
pub fn command(model: &mut Model, command: Command, now: Timestamp) -> Vec<Effect> {
    match (model.overlays.last_mut(), command) {
        (Some(Overlay::Editor(_)), Command::SaveNote | Command::Up) => {
            let Some(Overlay::Editor(editor)) = model.overlays.pop() else { return Vec::new() };
            return annotate::write(model, &editor, now);
        }
        (Some(Overlay::Editor(editor)), Command::DiscardNote) => {
            if editor.is_changed() && !editor.leaving {
                editor.leaving = true;
                model.talk.say(Window::DiscardAgain.say(model.lang), now);
            } else if let Some(Overlay::Editor(editor)) = model.overlays.pop() {
                let lost = editor.is_changed();
                model.hand.discarded = lost.then_some(editor);
                model
                    .talk
                    .say(if lost { Window::Discarded } else { Window::NothingWritten }.say(model.lang), now);
            }
        }
        (Some(Overlay::Editor(_)), Command::Versions) => return versions::show(model, now),
        (Some(Overlay::Editor(editor)), Command::EditOutside) => {
            return vec![Effect::EditOutside(editor.field.text())];
        }
        (Some(Overlay::Editor(editor)), Command::NextField) => {
            let known = std::mem::take(&mut editor.known);
            if !editor.field.complete(&known) {
                editor.next_pen();
            }
            editor.known = known;
        }
        (Some(Overlay::Prompt(prompt)), Command::NextField) => {
            let known = std::mem::take(&mut prompt.known);
            prompt.field.complete(&known);
            prompt.known = known;
        }
        (Some(Overlay::Prompt(_)), Command::Accept) => return accept(model, now),
        (Some(Overlay::Prompt(_)), Command::ToggleCase | Command::ToggleWord) => {
            searching::toggle(model, command);
            return typed(model, now);
        }
        (Some(Overlay::Prompt(_)), Command::Up | Command::Interrupt) => cancel(model),
        (Some(Overlay::Question(_)), _) => return correcting::command(model, command, now),
        (Some(Overlay::Catalogue(_)), _) => return catalogue::run(model, command, now),
        (Some(Overlay::Palette(_)), Command::Accept) => {
            let Some(Overlay::Palette(palette)) = model.overlays.pop() else { return Vec::new() };
            return palette::accept(model, &palette, now);
        }
        (Some(Overlay::Export { .. }), Command::Accept) => {
            model.overlays.pop();
            return exporting::write(model, now);
        }
        (Some(Overlay::Export { .. }), Command::Up) => {
            model.overlays.pop();
            model.talk.say(Window::NothingExported.say(model.lang), now);
        }
        (Some(Overlay::Palette(palette)), _) if by(command).is_some() => {
            let by = by(command).unwrap_or_default();
            let last = palette::fitting(&palette.field.text(), model.lang).len().saturating_sub(1);
            palette.chosen = palette.chosen.min(last).saturating_add_signed(by).min(last);
        }
        (Some(Overlay::Help(_)), _) if by(command).is_some() => {
            scroll_help(model, by(command).unwrap_or_default());
        }
        (Some(_), Command::Up | Command::Interrupt | Command::Accept) => {
            model.overlays.pop();
        }
        _ => {}
    }
    Vec::new()
}

/// How many rows a command moves in the palette and in the help.
fn by(command: Command) -> Option<isize> {
    match command {
        Command::LineDown => Some(1),
        Command::LineUp => Some(-1),
        Command::PageDown => Some(10),
        Command::PageUp => Some(-10),
        _ => None,
    }
}

/// Scrolls the help, no further than its last row.
pub fn scroll_help(model: &mut Model, by: isize) {
    let Some(Overlay::Help(help)) = model.overlays.last() else { return };
    // A box with its frame and its field stands in the body.
    let room = usize::from(model.areas().body.height.saturating_sub(3));
    let most = hints::help(model, &help.field.text()).len().saturating_sub(room);
    if let Some(Overlay::Help(help)) = model.overlays.last_mut() {
        help.top = help.top.min(most).saturating_add_signed(by).min(most);
    }
}

/// Enter in a prompt.
fn accept(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Prompt(prompt)) = model.overlays.pop() else { return Vec::new() };
    match prompt.kind {
        PromptKind::Search { origin, .. } => searching::accept(model, origin, now),
        PromptKind::Filter { .. } => Vec::new(),
        PromptKind::Elsewhere => elsewhere(model, prompt.field.text().trim().to_owned(), now),
        PromptKind::Tags { note, span } => annotate::write_tags(model, note, span, &prompt.field.text(), now),
    }
}

/// Esc in a prompt: everything is as it was before.
fn cancel(model: &mut Model) {
    let Some(Overlay::Prompt(prompt)) = model.overlays.pop() else { return };
    match prompt.kind {
        PromptKind::Search { origin, top } => {
            searching::put_back(model, origin, top);
            searching::forget(model);
        }
        PromptKind::Filter { before } => listing::set_filter(model, before),
        PromptKind::Tags { .. } | PromptKind::Elsewhere => {}
    }
}

/// The editor outside is done.
pub fn edited_outside(model: &mut Model, outcome: Result<String, String>, now: Timestamp) {
    match (model.overlays.last_mut(), outcome) {
        (Some(Overlay::Editor(editor)), Ok(text)) if text.trim().is_empty() && editor.is_changed() => {
            model.talk.complain(Window::EditorEmptied.say(model.lang), now);
        }
        (Some(Overlay::Editor(editor)), Ok(text)) => editor.replace(&text),
        (_, Err(why)) => model.talk.complain(why, now),
        (_, Ok(_)) => {}
    }
}
