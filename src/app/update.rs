//! The one place where what is true changes: a message comes in, effects go out.

use super::model::Model;
use super::talk::Saving;
use super::{Effect, Message};
use super::{
    annotate, catalogue, choose, copying, correcting, deleted, drafts, encoding, exporting, findings, input,
    jump, links, listing, motion, mouse, opened, orphans, overlay, placing, screen, searching, undoing,
    versions,
};
use crate::command::{Args, Command};
use crate::words;
use crate::words::navigation::Navigation;
use crate::words::window::Window;
use jiff::Timestamp;
use std::sync::Arc;

/// Takes one message.
pub fn update(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    let mut effects = take(model, message, now);
    if model.selection.is_none() {
        model.orphans.attaching = None;
    }
    effects.extend(drafts::keep_up(model, now));
    effects.extend(placing::keep_up(model));
    effects
}

fn take(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    match message {
        Message::Key(key) => return input::key(model, key, now),
        Message::Paste(text) => return overlay::paste(model, &text, now),
        Message::Mouse(mouse) => return mouse::mouse(model, mouse, now),
        Message::Resized(size) => {
            model.screen.size = size;
            motion::settle(model);
            listing::refresh(model);
        }
        Message::Tick => {
            model.pending.wake(now);
            model.talk.fade(now);
        }
        Message::Opened(document) => return opened::opened(model, document, now),
        Message::Loaded { notes, history, writable, mut notices } => {
            model.notes = notes;
            placing::begin(model, &mut notices);
            model.history = history;
            model.talk.read_only = writable.err();
            model.screen.welcome &= model.notes.is_empty();
            for notice in notices {
                tell(model, notice, now);
            }
            let effects = findings::renew(model);
            motion::settle(model);
            listing::refresh(model);
            return effects;
        }
        Message::Placed { generation, places, is_last } => {
            if let Some(notice) = placing::take(model, generation, places, is_last) {
                tell(model, notice, now);
            }
        }
        Message::Kin(kin) => model.overlays.insert(0, overlay::Overlay::Kin(Box::new(kin))),
        Message::Merged { notes, writable } => return annotate::merged(model, notes, writable, now),
        Message::Progress { generation, percent } if generation == model.jobs.analysis => {
            model.jobs.progress = Some(percent);
        }
        Message::Analysed { generation, analysis, themes } if generation == model.jobs.analysis => {
            findings::take(model, analysis, &themes);
            model.jobs.progress = None;
            listing::refresh(model);
        }
        Message::Progress { .. } | Message::Analysed { .. } => {}
        Message::Found { generation, hit, count } => {
            return searching::found(model, generation, hit, count, now);
        }
        Message::Fetching(bytes) => model.jobs.fetching = bytes,
        Message::Drafted(draft, when) => return drafts::offer(model, &draft, &when, now),
        Message::Saved => saved(model),
        Message::NotSaved { waiting, why } => {
            model.talk.saving = Saving::NotSaved(waiting, why);
            return model.talk.elsewhere.clone().map(Effect::SaveElsewhere).into_iter().collect();
        }
        Message::Copied(Ok(place)) => {
            model.talk.say(format!("{}{place}", Window::CopiedTo.say(model.lang)), now);
        }
        Message::Copied(Err(why)) => {
            model.talk.complain(format!("{}{why}", Window::NotCopied.say(model.lang)), now)
        }
        Message::Exported(Ok(path)) => {
            model.talk.say(format!("{}{path}", Window::ExportedTo.say(model.lang)), now);
        }
        Message::Exported(Err(why)) => {
            model.talk.complain(format!("{}{why}", Window::NotExported.say(model.lang)), now);
        }
        Message::SavedElsewhere(outcome) => return overlay::saved_elsewhere(model, outcome, now),
        Message::EditedOutside(outcome) => overlay::edited_outside(model, outcome, now),
        Message::NotOpened(why) => {
            model.talk.complain(format!("{}{why}", Navigation::NotOpened.say(model.lang)), now);
        }
        Message::OpenedOutside(Ok(address)) => {
            model.talk.say(format!("{}{address}", Navigation::OpenedOutside.say(model.lang)), now);
        }
        Message::OpenedOutside(Err(why)) => model.talk.complain(why, now),
        Message::Library(books) => catalogue::fill(model, books, now),
        Message::Background(scheme) => model.screen.palette = model.screen.palette.with_scheme(scheme),
        Message::Notice(notice) => tell(model, notice, now),
    }
    Vec::new()
}

/// Everything is on disk: said where the person looks, in the message about what they did.
fn saved(model: &mut Model) {
    if let (Saving::Writing, Some(toast)) = (&model.talk.saving, &mut model.talk.toast) {
        toast.text.push_str(Window::AndSaved.say(model.lang));
    }
    model.talk.saving = Saving::Saved;
}

/// Keeps a notice, and shows it when it matters.
fn tell(model: &mut Model, notice: crate::notice::Notice, now: Timestamp) {
    let text = words::notices::notice(&notice, model.lang);
    model.talk.notify(notice, text, now);
}

/// Asks for a new analysis.
pub fn analyse(model: &mut Model) -> Vec<Effect> {
    model.jobs.analysis += 1;
    model.jobs.progress = Some(0);
    let themes = Arc::clone(&model.themes);
    vec![Effect::Analyse { generation: model.jobs.analysis, window: motion::window(model), themes }]
}

/// Does what a command asks.
pub fn run(model: &mut Model, command: Command, args: &Args, now: Timestamp) -> Vec<Effect> {
    model.talk.leaving &= command == Command::Interrupt;
    model.pointer.bar = None;
    if overlay::run(model, command) {
        return overlay::command(model, command, now);
    }
    use Command as C;
    match command {
        C::Undo => undoing::undo(model, now),
        C::Redo => undoing::redo(model, now),
        C::Highlight if model.orphans.attaching.is_some() => orphans::attach(model, now),
        C::Highlight => annotate::highlight(model, now),
        C::HighlightParagraph => annotate::highlight_paragraph(model, now),
        C::Note => annotate::note(model, now),
        C::Tag => annotate::tag(model, now),
        C::NextPen => annotate::pen(model, model.hand.pen.next(), now),
        C::PenYellow => annotate::pen(model, crate::mark::Pen::Yellow, now),
        C::PenGreen => annotate::pen(model, crate::mark::Pen::Green, now),
        C::PenBlue => annotate::pen(model, crate::mark::Pen::Blue, now),
        C::PenPink => annotate::pen(model, crate::mark::Pen::Pink, now),
        C::Delete => annotate::delete(model, now),
        C::DeleteNote => annotate::delete_note(model, now),
        C::DeleteTags => annotate::delete_tags(model, now),
        C::Reattach => deleted::open(model, now).unwrap_or_else(|| orphans::begin(model, now)),
        C::ConfirmPlace => orphans::confirm(model, now),
        C::Versions => versions::show(model, now),
        C::RepeatAnnotation => annotate::repeat(model, now),
        C::Copy => copying::copy(model, now),
        C::CopyQuote => copying::copy_quote(model, now),
        C::Export => exporting::ask(model, args, now),
        C::SaveElsewhere => overlay::ask_elsewhere(model, now),

        C::MergeEntity
        | C::RenameEntity
        | C::RetypeEntity
        | C::HideEntity
        | C::NewEntity
        | C::DeclareEntity
        | C::SetSpeaker
        | C::NotAQuotation
        | C::DeclareQuotation
        | C::AddThemeWord
        | C::RemoveThemeWord
        | C::DeclareThemeWord
        | C::NewTheme
        | C::RenameTheme => correcting::run(model, command, now),

        C::Search => searching::ask(model),
        C::SearchNext => searching::next(model, args.times(), now),
        C::SearchPrevious => searching::previous(model, args.times(), now),
        C::SearchWord => searching::word(model, now),
        C::Filter => listing::ask_filter(model),
        C::Labels => jump::ask_label(model, now),
        C::LinkLabels if model.view == super::view::View::Text => links::ask_label(model, now),
        C::OpenOutside => links::open_outside(model, links::here(model), now),
        C::Outline | C::Links | C::Library => catalogue::show(model, command),

        C::Help => overlay::help(model),
        C::Palette => overlay::palette(model),
        C::Info => overlay::info(model),
        C::Close => close(model),
        C::Up => up(model),
        C::Interrupt => interrupt(model, now),
        C::Quit => quit(model),
        C::Encoding => encoding::show(model),
        C::Reload => vec![Effect::Reload],
        C::WholePage => vec![Effect::WholePage],
        C::Redraw => vec![Effect::Redraw],
        C::Suspend => vec![Effect::Suspend],

        C::ViewText | C::ViewEntities | C::ViewQuotes | C::ViewThemes | C::ViewNotebook => {
            listing::show(model, command)
        }
        C::LayerEntities
        | C::LayerQuotes
        | C::LayerThemes
        | C::LayerNotes
        | C::LayersAll
        | C::Legend
        | C::Focus
        | C::Zen
        | C::TextMarks
        | C::InlineNotes
        | C::Hyphenation
        | C::MeasureWider
        | C::MeasureNarrower
        | C::MeasureReset
        | C::Colors => screen::set(model, command, args, now),

        _ if model.view != super::view::View::Text => listing::run(model, command, args, now),
        _ if model.selection.is_some() && choose::run(model, command, args) => Vec::new(),
        C::Select | C::SelectSentence | C::SelectLeft | C::SelectRight | C::SelectUp | C::SelectDown => {
            choose::begin(model, command);
            Vec::new()
        }
        C::Open => annotate::open(model, args, now),
        C::SetMark | C::GoMark | C::Back | C::Forward => jump::place(model, command, args, now),
        _ if jump::family(model, command, args, now) => Vec::new(),
        _ => {
            motion::run(model, command, args);
            Vec::new()
        }
    }
}

/// `q`: closes the view; in the text, leaves.
fn close(model: &mut Model) -> Vec<Effect> {
    if model.view == super::view::View::Text {
        return quit(model);
    }
    listing::leave(model);
    Vec::new()
}

/// `Esc`: one level up, never out.
fn up(model: &mut Model) -> Vec<Effect> {
    if model.jobs.fetching.take().is_some() {
        return vec![Effect::StopFetching];
    }
    if model.selection.take().is_some() {
        return Vec::new();
    }
    if model.view != super::view::View::Text {
        listing::up(model);
    } else if model.search.is_shown() {
        searching::forget(model);
    } else if model.screen.zen {
        // Nothing on the screen says how to come back, so the usual key does.
        model.screen.zen = false;
        motion::settle(model);
    } else {
        model.screen.welcome = false;
        motion::settle(model);
    }
    Vec::new()
}

/// `Ctrl-C`: copies a selection; else says how to leave, and the second time leaves.
fn interrupt(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if model.selection.is_some() {
        return copying::copy(model, now);
    }
    if model.talk.leaving {
        return quit(model);
    }
    model.talk.leaving = true;
    model.talk.say(Window::HowToQuit.say(model.lang), now);
    Vec::new()
}

/// Leaves, unless something could not be saved: that is asked about once.
pub fn quit(model: &mut Model) -> Vec<Effect> {
    if let Saving::NotSaved(waiting, why) = &model.talk.saving {
        model.overlays.push(overlay::Overlay::unsaved(*waiting, why.clone()));
        return vec![Effect::RetrySave];
    }
    vec![Effect::Keep(model.kept()), Effect::Quit]
}
