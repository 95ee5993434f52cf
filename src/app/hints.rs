//! The keys to show, read from the live map: for footers, popups and the help.

use super::areas::Room;
use super::catalogue::{Catalogue, Of};
use super::correcting;
use super::jump::Purpose;
use super::links;
use super::listing;
use super::model::Model;
use super::overlay::{Overlay, PromptKind};
use super::versions;
use super::view::{Subject, View};
use crate::command::{Command, Key, KeyCode, Lookup, Mode, Sequence, Stroke};
use crate::text::find;
use crate::words::Lang;
use crate::words::correcting::Correcting;
use crate::words::navigation::Navigation;
use crate::words::notebook::Notebook;
use crate::words::window::Window;

/// What a click does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Runs a command.
    Run(Command),
    /// The same as typing the key: a prefix has no command of its own.
    Type(Key),
    /// Takes the answer on that row.
    Choose(usize),
}

/// A key as it is engraved, and what a click on it does.
pub type Cap = (String, Option<Press>);

/// Keys and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The keys, one or two, with the blank between them where they need one.
    pub caps: Vec<Cap>,
    /// One or two words.
    pub label: String,
    /// What a click on the words does.
    pub press: Option<Press>,
}

impl Hint {
    /// The keys as they are read.
    #[must_use]
    pub fn keys(&self) -> String {
        self.caps.iter().map(|(key, _)| key.as_str()).collect()
    }
}

/// The shortest keys of a command in a mode, or everywhere.
#[must_use]
pub fn key(model: &Model, mode: Mode, command: Command) -> Option<String> {
    let keymap = &model.config.keymap;
    let mut keys = keymap.keys_of(mode, command);
    if keys.is_empty() && !mode.is_text_field() {
        keys = keymap.keys_of(Mode::Everywhere, command);
    }
    keys.first().map(|sequence| sequence.label(model.lang))
}

/// The keys of this place and state, the most needed first.
#[must_use]
pub fn footer(model: &Model) -> Vec<Hint> {
    let mode = model.mode();
    let mut hints = Hints { model, mode, found: Vec::new() };
    match model.overlays.last() {
        Some(Overlay::Editor(editor)) => {
            hints.one(Command::SaveNote, Window::HintSave);
            let note = editor.note().and_then(|id| model.notes.get(id));
            if note.is_some_and(|note| note.others().next().is_some()) {
                hints.one(Command::Versions, Notebook::HintVersions);
            }
            hints.one(Command::NextField, Window::HintField);
            hints.one(Command::EditOutside, Window::HintOutside);
            hints.one(Command::DiscardNote, Window::HintDiscard);
        }
        Some(Overlay::Prompt(prompt)) => {
            hints.one(Command::Accept, Window::HintAccept);
            hints.one(Command::Up, Window::HintCancel);
            if !matches!(prompt.kind, PromptKind::Search { .. } | PromptKind::Elsewhere) {
                hints.one(Command::NextField, Window::HintComplete);
            }
            if matches!(prompt.kind, PromptKind::Search { .. }) {
                hints.one(Command::ToggleCase, Window::HintCase);
                hints.one(Command::ToggleWord, Window::HintWord);
            }
        }
        Some(Overlay::Question(question)) => {
            hints.one(Command::Accept, Window::HintAccept);
            hints.one(Command::Up, Window::HintCancel);
            if question.has_scope() {
                hints.one(Command::SwitchScope, Correcting::ScopeHint);
            }
            if question.has_choices() {
                hints.two(Command::LineUp, Command::LineDown, Window::HintChoose);
                hints.one(Command::NextField, Window::HintComplete);
            }
        }
        Some(Overlay::Export { .. }) => {
            hints.fixed(&[KeyCode::Enter], Window::HintWrite, Some(Command::Accept));
            hints.fixed(&[KeyCode::Esc], Window::HintCancel, Some(Command::Up));
        }
        Some(Overlay::Unsaved { .. }) => {
            let ways =
                [('r', Notebook::HintRetry), ('e', Notebook::HintElsewhere), ('p', Notebook::HintPrint)];
            for (letter, way) in ways {
                hints.push(letter.to_string(), way, Some(Press::Type(Key::char(letter))));
            }
            hints.fixed(&[KeyCode::Esc], Notebook::HintStay, Some(Command::Up));
        }
        Some(Overlay::Kin(_)) => {
            let yes = Key::char(model.lang.pick('o', 'y'));
            hints.push("n".to_owned(), Notebook::HintNo, Some(Press::Type(Key::char('n'))));
            hints.push(yes.label(model.lang), Notebook::HintYes, Some(Press::Type(yes)));
        }
        Some(Overlay::Versions(note)) => {
            let note = model.notes.get(*note);
            for (letter, _) in note.map(versions::choices).unwrap_or_default() {
                let key = Key::char(letter);
                hints.push(key.label(model.lang), Notebook::HintKeep, Some(Press::Type(key)));
            }
            let join = Key::char(versions::JOIN);
            hints.push(join.label(model.lang), Notebook::HintJoin, Some(Press::Type(join)));
            hints.fixed(&[KeyCode::Esc], Notebook::HintLeave, Some(Command::Up));
        }
        Some(Overlay::Encodings(_)) => {
            hints.typed(KeyCode::Up, Window::HintMove);
            hints.typed(KeyCode::Down, Window::HintMove);
            hints.typed(KeyCode::Enter, Window::HintReadSo);
            hints.fixed(&[KeyCode::Esc], Window::HintCancel, Some(Command::Up));
        }
        Some(Overlay::Palette(_)) => {
            hints.two(Command::LineUp, Command::LineDown, Window::HintChoose);
            hints.one(Command::Accept, Window::HintAccept);
            hints.one(Command::Up, Window::HintClose);
        }
        Some(Overlay::Help(_)) => {
            hints.two(Command::LineUp, Command::LineDown, Window::HintScroll);
            hints.one(Command::Up, Window::HintClose);
        }
        Some(Overlay::Catalogue(catalogue)) => list_over(&mut hints, catalogue),
        Some(Overlay::Footnote(_)) => {
            let enter = Key::plain(KeyCode::Enter);
            hints.push(enter.label(model.lang), Navigation::HintGoNote, Some(Press::Type(enter)));
            hints.push("y".to_owned(), Window::HintCopy, Some(Press::Type(Key::char('y'))));
            hints.fixed(&[KeyCode::Esc], Window::HintClose, Some(Command::Up));
        }
        Some(Overlay::Labels(labels)) => {
            let follows = labels.purpose == Purpose::Follow;
            let label =
                if follows { Label::from(Navigation::HintLinkLabel) } else { Window::HintLabel.into() };
            hints.push("a–z".to_owned(), label, None);
            hints.fixed(&[KeyCode::Esc], Window::HintClose, Some(Command::Up));
        }
        Some(_) => hints.fixed(&[KeyCode::Esc], Window::HintClose, Some(Command::Up)),
        None if model.view != View::Text => list(&mut hints),
        None if model.selection.is_some() => select(&mut hints),
        None => read(&mut hints),
    }
    hints.found
}

/// Parts from which on one goes through a document by them, as in a book.
const MANY_PARTS: usize = 5;

fn read(hints: &mut Hints) {
    let model = hints.model;
    if model.search.is_shown() {
        hints.two(Command::SearchNext, Command::SearchPrevious, Window::HintHits);
        hints.one(Command::Select, Window::HintSelect);
    }
    if model.room() > Room::Narrow {
        hints.two(Command::LineUp, Command::LineDown, Window::HintRead);
    }
    hints.two(Command::PreviousSentence, Command::NextSentence, Window::HintSentence);
    if links::can_enter(model) {
        hints.by(KeyCode::Enter, Command::Open, Navigation::HintFollow);
    }
    hints.one(Command::Highlight, Window::HintHighlight);
    hints.one(Command::Note, Window::HintNote);
    if links::are_seen(model) {
        hints.one(Command::LinkLabels, Navigation::HintLinks);
    }
    let has_many_parts = model.document.outline().len() >= MANY_PARTS;
    if has_many_parts {
        hints.one(Command::Outline, Navigation::HintContents);
    }
    if model.analysis.quotations.at(model.reading.caret).any(|(_, quote)| correcting::is_unsure(quote)) {
        hints.one(Command::SetSpeaker, Correcting::HintSpeaker);
    }
    if let Some(note) = model.notes.at(model.reading.caret) {
        if note.others().next().is_some() {
            hints.one(Command::Versions, Notebook::HintVersions);
        }
        hints.one(Command::Delete, Window::HintDelete);
        hints.one(Command::Undo, Window::HintUndo);
    }
    if !model.search.is_shown() {
        hints.one(Command::Select, Window::HintSelect);
    }
    hints.one(Command::Search, Window::HintSearch);
    hints.prefix(Command::LayerEntities, Window::HintLayers);
    hints.one(Command::Help, Window::HintHelp);
    hints.one(Command::Close, Window::HintQuit);
    hints.one(Command::Export, Window::HintExport);
    hints.one(Command::Palette, Window::HintPalette);
    if !has_many_parts {
        hints.one(Command::Outline, Navigation::HintContents);
    }
    hints.one(Command::Library, Navigation::HintLibrary);
}

/// The keys of a list that lies over the page.
fn list_over(hints: &mut Hints, catalogue: &Catalogue) {
    let go = match catalogue.of {
        Of::Contents(_) => Label::from(Window::HintGo),
        Of::Links(_) => Navigation::HintFollow.into(),
        Of::Library { .. } => Navigation::HintOpen.into(),
    };
    if catalogue.typing {
        hints.one(Command::Accept, go);
        hints.two(Command::LineUp, Command::LineDown, Window::HintChoose);
        hints.one(Command::Up, Window::HintShowAll);
        return;
    }
    let is_filtered = !catalogue.field.text().is_empty();
    hints.one(Command::Open, go);
    hints.two(Command::LineUp, Command::LineDown, Window::HintChoose);
    hints.one(Command::Up, if is_filtered { Window::HintShowAll } else { Window::HintClose });
    hints.one(Command::Filter, Window::HintFilter);
    match &catalogue.of {
        Of::Contents(_) => {}
        Of::Links(_) => {
            hints.one(Command::OpenOutside, Navigation::HintBrowser);
            hints.one(Command::Copy, Window::HintCopy);
        }
        Of::Library { forgotten, .. } => {
            hints.one(Command::Sort, Window::HintSort);
            hints.one(Command::Delete, Navigation::HintForget);
            if !forgotten.is_empty() {
                hints.one(Command::Undo, Window::HintUndo);
            }
        }
    }
    hints.one(Command::Help, Window::HintHelp);
}

fn select(hints: &mut Hints) {
    if hints.model.orphans.attaching.is_some() {
        hints.by(KeyCode::Enter, Command::Highlight, Notebook::HintAttachHere);
        hints.by(KeyCode::Esc, Command::Up, Notebook::HintLeave);
        hints.two(Command::Left, Command::Right, Window::HintExtend);
        hints.one(Command::Grow, Window::HintGrow);
        hints.one(Command::SwapEnds, Window::HintSwap);
        hints.one(Command::Help, Window::HintHelp);
        return;
    }
    hints.by(KeyCode::Enter, Command::Highlight, Window::HintHighlight);
    hints.one(Command::Note, Window::HintNote);
    hints.one(Command::Tag, Window::HintTag);
    hints.one(Command::Copy, Window::HintCopy);
    hints.two(Command::Left, Command::Right, Window::HintExtend);
    hints.one(Command::Grow, Window::HintGrow);
    hints.one(Command::SwapEnds, Window::HintSwap);
    hints.by(KeyCode::Esc, Command::Up, Window::HintCancel);
    hints.prefix_in(Mode::Select, Command::DeclareEntity, Correcting::HintDeclare);
    hints.one(Command::Help, Window::HintHelp);
}

fn list(hints: &mut Hints) {
    let model = hints.model;
    let chosen = listing::chosen_subject(model);
    match chosen {
        Some(Subject::Hidden(_)) => hints.one(Command::HideEntity, Correcting::HintShow),
        Some(Subject::HiddenNames | Subject::DeletedNotes) => {
            hints.one(Command::Open, Correcting::HintUnfold)
        }
        Some(Subject::Deleted(_)) => hints.one(Command::Open, Notebook::HintRestore),
        Some(Subject::Note(id)) if model.orphans.nearest_of(id).is_some() => {
            hints.one(Command::Open, Notebook::HintLook);
        }
        _ => hints.one(Command::Open, Window::HintGo),
    }
    let back = match model.list() {
        Some(list) if list.in_details => Window::HintBack,
        Some(list) if !list.filter.is_empty() => Window::HintShowAll,
        _ => Window::HintText,
    };
    match model.view {
        View::Entities => {
            if matches!(chosen, Some(Subject::Entity(_))) {
                hints.one(Command::MergeEntity, Correcting::HintMerge);
                hints.one(Command::Up, back);
                hints.one(Command::RenameEntity, Correcting::HintRename);
                hints.one(Command::RetypeEntity, Correcting::HintType);
                hints.one(Command::HideEntity, Correcting::HintHide);
            } else {
                hints.one(Command::Up, back);
            }
            hints.one(Command::Filter, Window::HintFilter);
            hints.one(Command::NewEntity, Correcting::HintNewName);
            hints.one(Command::NextPane, Window::HintMentions);
        }
        View::Quotes => {
            hints.one(Command::SetSpeaker, Correcting::HintSpeaker);
            hints.one(Command::Up, back);
            hints.one(Command::Copy, Window::HintCopyQuoted);
            hints.one(Command::Highlight, Window::HintHighlight);
            hints.one(Command::Note, Window::HintNote);
            hints.one(Command::NotAQuotation, Correcting::HintNoQuotation);
            hints.two(Command::PreviousUnsure, Command::NextUnsure, Correcting::HintUnsure);
            hints.one(Command::Filter, Window::HintFilter);
        }
        View::Themes => {
            let is_gone = correcting::is_removed_word(model);
            let word = if is_gone { Correcting::HintPutBack } else { Correcting::HintRemoveWord };
            if is_gone {
                hints.one(Command::RemoveThemeWord, word);
            } else {
                hints.one(Command::AddThemeWord, Correcting::HintAddWord);
            }
            hints.one(Command::Up, back);
            if !is_gone {
                hints.one(Command::RemoveThemeWord, word);
            }
            hints.one(Command::NextPane, Window::HintMentions);
            hints.one(Command::NewTheme, Correcting::HintNewTheme);
            hints.one(Command::RenameTheme, Correcting::HintRename);
            hints.one(Command::Filter, Window::HintFilter);
        }
        View::Text | View::Notebook => {
            let note = listing::chosen_note(model).and_then(|id| model.notes.get(id));
            if note.is_some_and(|note| note.span().is_none() || note.placement.is_doubtful()) {
                hints.one(Command::Reattach, Notebook::HintAttach);
            }
            if note.is_some_and(|note| note.others().next().is_some()) {
                hints.one(Command::Versions, Notebook::HintVersions);
            }
            hints.one(Command::Filter, Window::HintFilter);
            if note.is_some() {
                hints.one(Command::Note, Window::HintEdit);
            }
            hints.one(Command::Export, Window::HintExport);
            hints.one(Command::Up, back);
            if note.is_some() {
                hints.one(Command::Delete, Window::HintDelete);
                hints.one(Command::Tag, Window::HintTag);
            }
        }
    }
    hints.one(Command::Preview, Window::HintPreview);
    hints.one(Command::Sort, Window::HintSort);
    hints.one(Command::Help, Window::HintHelp);
}

/// What keys do, in a word or two.
enum Label {
    Navigation(Navigation),
    Notebook(Notebook),
    Window(Window),
    Correcting(Correcting),
}

impl Label {
    fn say(&self, lang: Lang) -> &'static str {
        match self {
            Self::Navigation(word) => word.say(lang),
            Self::Notebook(word) => word.say(lang),
            Self::Window(word) => word.say(lang),
            Self::Correcting(word) => word.say(lang),
        }
    }
}

impl From<Navigation> for Label {
    fn from(word: Navigation) -> Self {
        Self::Navigation(word)
    }
}

impl From<Notebook> for Label {
    fn from(word: Notebook) -> Self {
        Self::Notebook(word)
    }
}

impl From<Window> for Label {
    fn from(word: Window) -> Self {
        Self::Window(word)
    }
}

impl From<Correcting> for Label {
    fn from(word: Correcting) -> Self {
        Self::Correcting(word)
    }
}

struct Hints<'a> {
    model: &'a Model,
    mode: Mode,
    found: Vec<Hint>,
}

impl Hints<'_> {
    fn one(&mut self, command: Command, label: impl Into<Label>) {
        if let Some(keys) = key(self.model, self.mode, command) {
            self.push(keys, label, Some(Press::Run(command)));
        }
    }

    /// Two opposite commands in one hint, by their arrows where they have them. Each key can be clicked; the
    /// words stand for neither.
    fn two(&mut self, one: Command, other: Command, label: impl Into<Label>) {
        let arrow = |command| {
            let keys = self.model.config.keymap.keys_of(self.mode, command);
            let label = |sequence: &&Sequence| sequence.label(self.model.lang);
            let arrow =
                keys.iter().find(|sequence| "↑↓←→".contains(sequence.label(self.model.lang).as_str()));
            arrow.or(keys.first()).map(label)
        };
        if let (Some(one_key), Some(other_key)) = (arrow(one), arrow(other)) {
            let arrows = |keys: &str| keys.chars().all(|key| "↑↓←→".contains(key));
            let gap = if arrows(&one_key) && arrows(&other_key) { "" } else { " " };
            let caps = vec![
                (format!("{one_key}{gap}"), Some(Press::Run(one))),
                (other_key, Some(Press::Run(other))),
            ];
            let label = label.into().say(self.model.lang).to_owned();
            self.found.push(Hint { caps, label, press: None });
        }
    }

    /// The first key of a command of several keys: a click on `x` shows what may follow it.
    fn prefix(&mut self, command: Command, label: Window) {
        self.prefix_in(Mode::Everywhere, command, label);
    }

    fn prefix_in(&mut self, mode: Mode, command: Command, label: impl Into<Label>) {
        let keys = self.model.config.keymap.keys_of(mode, command);
        if let Some(&Stroke::Key(key)) = keys.first().and_then(|sequence| sequence.strokes().first()) {
            self.push(key.label(self.model.lang), label, Some(Press::Type(key)));
        }
    }

    /// A command by the key that a newcomer would press, where it has it (Enter, Esc), else by its shortest.
    fn by(&mut self, code: KeyCode, command: Command, label: impl Into<Label>) {
        let wanted = [Stroke::Key(Key::plain(code))];
        let keys = self.model.config.keymap.keys_of(self.mode, command);
        if keys.iter().any(|sequence| sequence.strokes() == wanted) {
            self.fixed(&[code], label, Some(command));
        } else {
            self.one(command, label);
        }
    }

    fn fixed(&mut self, codes: &[KeyCode], label: impl Into<Label>, command: Option<Command>) {
        let keys: Vec<String> = codes.iter().map(|&code| Key::plain(code).label(self.model.lang)).collect();
        self.push(keys.join(""), label, command.map(Press::Run));
    }

    /// A key that what lies over the view takes itself.
    fn typed(&mut self, code: KeyCode, label: impl Into<Label>) {
        let key = Key::plain(code);
        self.push(key.label(self.model.lang), label, Some(Press::Type(key)));
    }

    fn push(&mut self, keys: String, label: impl Into<Label>, press: Option<Press>) {
        let label = label.into().say(self.model.lang).to_owned();
        self.found.push(Hint { caps: vec![(keys, press)], label, press });
    }
}

/// What may follow the keys typed so far, for the popup.
#[must_use]
pub fn following(model: &Model) -> Vec<Hint> {
    let Lookup::Prefix(next) = model.config.keymap.lookup(model.mode(), &model.pending.keys) else {
        return Vec::new();
    };
    next.into_iter()
        .map(|hint| {
            let label = hint.command.map_or("…", |command| command.label(model.lang));
            let press = match hint.stroke {
                Stroke::Key(key) => Some(Press::Type(key)),
                _ => None,
            };
            Hint { caps: vec![(hint.stroke.label(model.lang), press)], label: label.to_owned(), press }
        })
        .collect()
}

/// A row of the help: a heading, or keys with their sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// The title of a group, with the mode its keys belong to.
    Group(String),
    /// Keys and what they do.
    Keys(String, String),
}

/// The help of the live map: the keys of this view first, filtered by words of their sentence or by key.
#[must_use]
pub fn help(model: &Model, filter: &str) -> Vec<HelpRow> {
    let behind = model.mode_behind();
    let mut modes = vec![behind];
    modes.extend(behind.is_list().then_some(Mode::Lists));
    modes.push(Mode::Everywhere);
    modes.extend(Mode::ALL.into_iter().filter(|mode| !modes.contains(mode)).collect::<Vec<_>>());
    let wanted = find::fold(filter.trim());
    let keymap = &model.config.keymap;
    let mut rows = Vec::new();
    for mode in modes {
        let is_of =
            |mode: Mode, keys: &Sequence| keymap.bindings(mode).iter().any(|binding| binding.keys == *keys);
        // Of a list only what is its own, then what it shares with the others and does not override.
        let counts = |keys: &Sequence| match mode {
            Mode::Lists => is_of(mode, keys) && (!behind.is_list() || !is_of(behind, keys)),
            mode => !mode.is_list() || is_of(mode, keys),
        };
        let mut group = None;
        for command in Command::ALL.iter().copied() {
            let keys: Vec<String> = keymap
                .keys_of(mode, command)
                .into_iter()
                .filter(|keys| counts(keys))
                .map(|keys| keys.label(model.lang))
                .collect();
            let sentence = command.doc(model.lang);
            let fits = wanted.is_empty()
                || find::fold(sentence).contains(&wanted)
                || find::fold(command.label(model.lang)).contains(&wanted)
                || keys.iter().any(|key| key == filter.trim())
                || command.name().contains(&wanted);
            if keys.is_empty() || !fits {
                continue;
            }
            if group != Some(command.group()) {
                group = Some(command.group());
                let title = format!(
                    "{} · {}",
                    Window::of_mode(mode.name()).say(model.lang),
                    command.group().title(model.lang)
                );
                rows.push(HelpRow::Group(title));
            }
            rows.push(HelpRow::Keys(keys.join("  "), sentence.to_owned()));
        }
    }
    rows
}
