//! The loop: messages in, one frame, effects out.
//!
//! The first frame is drawn before any thread is started and before anything is asked of the
//! terminal or the disk. Afterwards every message that waits is taken, then at most one frame drawn.

mod again;
mod outside;
mod turning;

use super::clipboard::{self, Way};
use super::environment::Environment;
use super::incoming::Incoming;
use super::input::{Input, keyboard};
use super::keeper::{Keeper, Opened};
use super::open::{Bytes, Source, Ways};
use super::paths::Paths;
use super::saver::Saver;
use super::terminal::{self, Terminal};
use super::unsaved::{unsaved, unsaved_json};
use super::worker::{Analyse, Place, Worker};
use super::{background, backup, clock, editor, export, files, launch, loader, obstacle, signals};
use crate::analyse::Engine;
use crate::app::update::{run as run_command, update};
use crate::app::{Effect, Message, Model};
use crate::command::{Args, Command, Mode};
use crate::doc::Digest;
use crate::exchange::name::markdown_file;
use crate::mark::Event;
use crate::notice::Obstacle;
use crate::ui;
use crate::words::runtime::Problem;
use crate::words::{Lang, notices};
use encoding_rs::Encoding;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use turning::Journeying;

/// How long leaving may wait for the rest of a large document, without which its notes have no place to go
/// to, and then for the disk.
const WHOLE: Duration = Duration::from_secs(10);
/// How long it may wait when the system wants the program to end.
const WHOLE_AT_ONCE: Duration = Duration::from_millis(500);
/// The most messages taken before a frame, so that a flood of them cannot stop the drawing.
const BATCH: usize = 1000;

/// What the loop needs of the world.
#[derive(Debug)]
pub struct World {
    /// Variables and terminals.
    pub environment: Environment,
    /// Where files are kept.
    pub paths: Paths,
    /// What is read.
    pub source: Source,
    /// How it was opened.
    pub ways: Ways,
    /// How far it has been read.
    pub bytes: Bytes,
    /// Where its annotations are kept, where that is known already.
    pub keeper: Option<Keeper>,
    /// What finds quotations, names and themes.
    pub engine: Arc<Engine>,
    /// What is asked of the terminal.
    pub options: terminal::Options,
    /// Whether nothing says if the terminal is dark or light, so that it must be asked.
    pub ask_background: bool,
    /// What to do after the first frame.
    pub effects: Vec<Effect>,
}

/// How the window was left.
#[derive(Debug, Default)]
pub struct Left {
    /// The exit code: 0, or 128 and the signal.
    pub code: i32,
    /// What could not be saved, as Markdown, to be printed.
    pub unsaved: Option<String>,
    /// Where the person had it written instead; it is not printed then.
    pub elsewhere: Option<String>,
}

/// Shows the window until the person leaves, and gives the terminal back.
///
/// # Errors
/// Where there is no terminal, or no thread can be started.
pub fn run(model: Model, world: World) -> io::Result<Left> {
    let signals = signals::Registered::new()?;
    // Taken before the first frame: of a terminal that is closed then nothing more can be asked.
    let keyboard = keyboard()?;
    let mut terminal = Terminal::enter(world.options)?;
    terminal.draw(model.screen.size, |cells| ui::render(&model, cells))?;

    let (loop_end, incoming) = channel();
    signals.listen(loop_end.clone())?;
    // A terminal that is gone already is noticed by who reads it.
    let asked = world.ask_background && terminal.send(background::QUESTION).is_ok();
    let input = Input::start(keyboard, loop_end.clone(), asked)?;
    // A change of size before signals were registered would never be told.
    let _ = loop_end.send(Incoming::resized());
    let worker = Worker::start(Arc::clone(&world.engine), &loop_end)?;
    let digest = turning::digest(&world.bytes);
    let (open, rest) = turning::kept(world.bytes, world.keeper, &model.document);
    let saver = Saver::start(world.paths.clone(), open, loop_end.clone())?;
    backup::start(world.paths.clone(), loop_end.clone())?;
    let is_reading = rest.is_some();
    let began_at = rest.is_some().then_some(model.reading.caret);
    if let Some(rest) = rest {
        loader::read_rest(rest, 0, loop_end.clone())?;
    }

    let mut window = Window {
        model,
        terminal,
        input,
        saver,
        worker,
        loop_end,
        environment: world.environment,
        paths: world.paths,
        engine: world.engine,
        source: world.source,
        ways: world.ways,
        decoding: None,
        showing_whole: None,
        stop: Arc::default(),
        digest,
        journey: Journeying::default(),
        forgotten: HashMap::new(),
        changes: Vec::new(),
        dropped: 0,
        safe: 0,
        began_at,
        is_reading,
        elsewhere: None,
        left: None,
    };
    window.keep_whole_page();
    window.perform_all(world.effects);
    let code = window.turn(&incoming);
    Ok(window.leave(code, &incoming))
}

/// Everything the loop holds.
struct Window {
    model: Model,
    terminal: Terminal,
    input: Input,
    saver: Saver,
    worker: Worker,
    loop_end: Sender<Incoming>,
    environment: Environment,
    paths: Paths,
    engine: Arc<Engine>,
    source: Source,
    ways: Ways,
    /// The encoding in which the document is being read again: `None` in it leaves it to the bytes.
    decoding: Option<Option<&'static Encoding>>,
    /// Whether all of the page was asked for, while it is read.
    showing_whole: Option<bool>,
    /// Set when the page that is being fetched is not wanted any more.
    stop: Arc<AtomicBool>,
    /// SHA-256 of the bytes of the document, once they have been read.
    digest: Option<Digest>,
    /// On the way to another document.
    journey: Journeying,
    /// What was kept of the documents that were forgotten, by name.
    forgotten: HashMap<String, Option<Vec<u8>>>,
    /// The changes of this run that are not on disk, and perhaps some before them.
    changes: Vec<Event>,
    /// How many came before these, which nobody asks for any more.
    dropped: usize,
    /// How many of all, the first ones, the disk has.
    safe: usize,
    /// Where the caret was in the first part of a large document, until the whole is there.
    began_at: Option<usize>,
    /// Whether the whole of a large document is still to come, so that nobody knows where its notes belong.
    is_reading: bool,
    /// Where what is not saved was written instead, and how many changes there were then.
    elsewhere: Option<(usize, String)>,
    /// The exit code, once it is time to leave.
    left: Option<i32>,
}

impl Window {
    /// Takes messages until it is time to leave; gives the exit code.
    fn turn(&mut self, incoming: &Receiver<Incoming>) -> i32 {
        loop {
            match self.wait(incoming) {
                Ok(first) => self.take(first),
                Err(RecvTimeoutError::Timeout) => self.message(Message::Tick),
                Err(RecvTimeoutError::Disconnected) => unreachable!("the loop holds a sender itself"),
            }
            for _ in 1..BATCH {
                let Ok(next) = incoming.try_recv() else { break };
                self.take(next);
                if self.left.is_some() {
                    break;
                }
            }
            if let Some(code) = self.left {
                return code;
            }
            let Self { terminal, model, .. } = self;
            if terminal.draw(model.screen.size, |cells| ui::render(model, cells)).is_err() {
                // The terminal is gone; whoever should tell us may still be about to.
                return signals::exit_code(signal_hook::consts::SIGHUP);
            }
        }
    }

    fn wait(&self, incoming: &Receiver<Incoming>) -> Result<Incoming, RecvTimeoutError> {
        match self.model.deadline() {
            Some(deadline) => incoming.recv_timeout(clock::until(deadline, clock::now())),
            None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn take(&mut self, incoming: Incoming) {
        if self.is_stale(&incoming) {
            return;
        }
        match incoming {
            // What a fetch that was given up says of itself may have waited here.
            Incoming::Message(Message::Fetching(Some(_))) if self.stop.load(Ordering::Relaxed) => {}
            Incoming::Message(message) => self.message(message),
            Incoming::Loaded { opened, document, changes } => {
                // Else another version has been read meanwhile, and its own journals are to come.
                if Arc::ptr_eq(&document, &self.model.document) {
                    self.loaded(opened, changes);
                }
            }
            Incoming::Merged { mut merged, document, changes } => {
                if Arc::ptr_eq(&document, &self.model.document) {
                    merged.add(self.since(changes), &document);
                    self.message(Message::Merged { notes: merged.notes, writable: merged.writable });
                }
            }
            Incoming::Written { safe, refused } => self.written(safe, refused),
            Incoming::Read { read, turn } if turn == self.journey.turn => self.read(read),
            Incoming::Read { .. } => {}
            Incoming::Arrived { journey, source, opened } => self.arrived(journey, source, opened),
            Incoming::Turned => self.journey.turned(),
            Incoming::CopyThroughTerminal(text) => self.copy_through_terminal(&text),
            Incoming::Drafted(draft) => {
                let when = clock::wall(draft.at, clock::now());
                self.message(Message::Drafted(draft, when));
            }
            Incoming::LeftAt(kept) => {
                // Whoever has moved meanwhile stays where they are.
                if self.began_at.take() == Some(self.model.reading.caret) {
                    launch::resume(&mut self.model, &kept);
                } else {
                    launch::remember(&mut self.model, &kept);
                }
            }
            Incoming::Stop(signal) => {
                if self.model.mode() == Mode::Note {
                    // What is being typed is worth more than the question whether it is finished.
                    let saved =
                        run_command(&mut self.model, Command::SaveNote, &Args::default(), clock::now());
                    self.perform_all(saved);
                    // Its draft is looked after with a message.
                    self.message(Message::Tick);
                }
                self.saver.keep(self.model.kept());
                self.left = Some(signals::exit_code(signal));
            }
            Incoming::Suspend => self.suspend(),
            Incoming::Continued => self.take_terminal_again(),
            // What the hook of `Terminal` printed is on the screen the person sees now.
            Incoming::Panicked => self.left = Some(101),
        }
    }

    /// Gives a message to the application, and does what it asks for, in its order.
    fn message(&mut self, message: Message) {
        let effects = update(&mut self.model, message, clock::now());
        self.perform_all(effects);
    }

    fn perform_all(&mut self, effects: Vec<Effect>) {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            if let Some(answer) = self.perform(effect) {
                effects.extend(update(&mut self.model, answer, clock::now()));
            }
        }
    }

    /// Does one effect; what comes of it at once is returned, the rest comes later.
    fn perform(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Append(events) => {
                self.changes.extend_from_slice(&events);
                self.saver.append(events);
            }
            Effect::RetrySave => self.saver.retry(),
            Effect::Draft(draft) => self.saver.draft(draft),
            Effect::DraftDone(draft) => self.saver.draft_done(draft),
            Effect::Copy(text) => self.copy(text),
            Effect::Analyse { generation, window, themes } => {
                let document = Arc::clone(&self.model.document);
                self.worker.analyse(Analyse { generation, document, window, themes });
            }
            Effect::Hunt(hunt) => self.worker.hunt(Arc::clone(&self.model.document), hunt),
            Effect::Place { generation, notes, strangers } => {
                let document = Arc::clone(&self.model.document);
                self.worker.place(Place { generation, document, notes, strangers });
            }
            Effect::Export { name, contents } => return Some(self.export(&name, &contents)),
            Effect::SaveElsewhere(folder) => {
                return Some(Message::SavedElsewhere(self.save_elsewhere(&folder)));
            }
            Effect::EditOutside(text) => return Some(Message::EditedOutside(self.edit_outside(&text))),
            Effect::SettleIdentity { folder, at } => self.saver.settle_identity(folder, at),
            Effect::Keep(kept) => self.saver.keep(kept),
            Effect::Open(journey) => return self.set_out(journey),
            Effect::OpenOutside(address) => self.open_outside(address),
            Effect::Library => self.list_library(),
            Effect::Forget(name) => return self.forget(name),
            Effect::Remember(name) => return self.remember(&name),
            Effect::Reload => return self.reload(),
            Effect::WholePage => return self.switch_whole_page(),
            Effect::StopFetching => self.stop.store(true, Ordering::Relaxed),
            Effect::Decode(encoding) => return self.decode(encoding),
            Effect::Redraw => self.draw_all(),
            Effect::Suspend => self.suspend(),
            Effect::Quit => self.left = Some(0),
        }
        None
    }

    /// The journals were read: they hold the first `known` changes of this run. Those made meanwhile come on top.
    fn loaded(&mut self, mut opened: Opened, known: usize) {
        opened.add(self.since(known), &self.model.document);
        let Opened { notes, history, notices, writable, kin } = opened;
        self.message(Message::Loaded { notes, history, writable, notices });
        if let Some(kin) = kin {
            self.message(Message::Kin(kin));
        }
    }

    /// How many changes were made in this run.
    fn made(&self) -> usize {
        self.dropped + self.changes.len()
    }

    /// The changes after the first `known`, of which the disk has all that were dropped.
    fn since(&self, known: usize) -> &[Event] {
        &self.changes[known.saturating_sub(self.dropped)..]
    }

    /// Lets go of the changes that the disk has. Whoever reads the journals from now on finds them there; what was read before
    /// has come already, since messages come in their order.
    fn forget_saved(&mut self) {
        let saved = self.safe.saturating_sub(self.dropped).min(self.changes.len());
        self.changes.drain(..saved);
        self.dropped += saved;
    }

    /// The disk has the first `safe` changes. Only when it has all of them they are said to be saved.
    fn written(&mut self, safe: usize, refused: Option<Obstacle>) {
        self.safe = safe;
        self.forget_saved();
        match refused {
            Some(why) => {
                // A note that was rewritten twice is one note to whoever waits for it.
                let (notes, others): (Vec<_>, Vec<_>) =
                    self.since(safe).iter().map(|event| event.edit.note()).partition(Option::is_some);
                let waiting = notes.into_iter().collect::<BTreeSet<_>>().len() + others.len();
                self.message(Message::NotSaved { waiting, why });
                self.stay_unsaved();
            }
            None if safe == self.made() => {
                self.message(Message::Saved);
                self.turn_if_saved();
            }
            None => {}
        }
    }

    /// Ends what is under way. What the disk does not have then is given out, to be printed.
    fn leave(mut self, code: i32, incoming: &Receiver<Incoming>) -> Left {
        self.terminal.suspend();
        let patience = if code == 0 { WHOLE } else { WHOLE_AT_ONCE };
        let until = Instant::now() + patience;
        while self.is_reading && self.safe < self.made() {
            match incoming.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Incoming::Read { read, turn }) if turn == self.journey.turn => self.read(read),
                Ok(_) => {}
                Err(_) => break,
            }
        }
        self.saver.finish(patience);
        for last in incoming.try_iter() {
            if let Incoming::Written { safe, .. } = last {
                self.safe = safe;
            }
        }
        let unsaved = (self.safe < self.made()).then(|| unsaved(&self.model, self.since(self.safe)));
        let made = self.made();
        let kept = self.elsewhere.filter(|&(changes, _)| changes == made);
        let elsewhere = kept.map(|(_, path)| path).filter(|_| unsaved.is_some());
        Left { code, unsaved: unsaved.filter(|_| elsewhere.is_none()), elsewhere }
    }

    fn export(&self, name: &str, contents: &str) -> Message {
        let setting = self.model.config.export.folder.as_deref();
        let folder = export::folder(setting, &self.paths.home, &self.model.document.meta().source);
        let written = export::write(&folder, name, contents);
        let shown = |path: std::path::PathBuf| {
            let path = std::path::absolute(&path).unwrap_or(path);
            self.paths.abbreviate(&path.display().to_string())
        };
        let lang = self.lang();
        let why = |error| notices::obstacle(&obstacle::of_write(&error), lang);
        Message::Exported(written.map(shown).map_err(why))
    }

    /// Writes what the disk has not taken into `folder`, as Markdown and as JSON; gives the paths.
    fn save_elsewhere(&mut self, folder: &str) -> Result<String, String> {
        let lang = self.lang();
        let changes = self.since(self.safe);
        let folder = export::folder(Some(folder), &self.paths.home, "");
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        let markdown = unsaved(&self.model, changes);
        let json = unsaved_json(&self.model, changes);
        let name = markdown_file(self.model.document.title());
        let write = || {
            files::create_folder(&folder)?;
            let path = export::write(&folder, &name, &markdown)?;
            if !json.is_empty() {
                export::write(&folder, &name.replace(".md", ".json"), &json)?;
            }
            Ok(path)
        };
        let path = write().map_err(|error| notices::obstacle(&obstacle::of_write(&error), lang))?;
        let path = self.paths.abbreviate(&path.display().to_string());
        self.elsewhere = Some((self.made(), path.clone()));
        Ok(path)
    }

    /// Copies in a thread: a program that is asked to take the text may hang.
    fn copy(&mut self, text: String) {
        let mut programs = Vec::new();
        for way in clipboard::ways(&self.environment) {
            match way {
                Way::Program(name, arguments) => programs.push((name, arguments)),
                Way::Terminal => break,
            }
        }
        if programs.is_empty() {
            return self.copy_through_terminal(&text);
        }
        let loop_end = self.loop_end.clone();
        let give = move || {
            let taken = programs.iter().find(|(name, arguments)| clipboard::give(&text, name, arguments));
            let incoming = match taken {
                Some((name, _)) => Incoming::Message(Message::Copied(Ok((*name).to_owned()))),
                None => Incoming::CopyThroughTerminal(text),
            };
            let _ = loop_end.send(incoming);
        };
        thread::spawn(give);
    }

    fn copy_through_terminal(&mut self, text: &str) {
        let copied = match clipboard::sequence(text) {
            None => Err(Problem::TooLongToCopy.say(self.lang()).to_owned()),
            Some(sequence) => {
                let sent = self.terminal.send(&sequence);
                sent.map(|()| Way::Terminal.name().to_owned()).map_err(|error| error.to_string())
            }
        };
        self.message(Message::Copied(copied));
    }

    fn edit_outside(&mut self, text: &str) -> Result<String, String> {
        files::create_folder(&self.paths.state).map_err(|error| error.to_string())?;
        self.input.pause();
        self.terminal.suspend();
        signals::lend_terminal(true);
        let edited = editor::edit(text, self.environment.editor.as_deref(), &self.paths.state);
        signals::lend_terminal(false);
        self.take_terminal_again();
        self.input.resume();
        let lang = self.lang();
        edited.map_err(|error| match error {
            editor::EditorError::Unset => Problem::NoEditor.say(lang).to_owned(),
            error => format!("{}: {error}", Problem::EditorFailed.say(lang)),
        })
    }

    fn suspend(&mut self) {
        self.terminal.suspend();
        signals::stop_until_continued();
        self.take_terminal_again();
    }

    /// Somebody else had the terminal: takes it, asks for its size, draws all.
    fn take_terminal_again(&mut self) {
        if self.terminal.resume().is_err() {
            self.left = Some(signals::exit_code(signal_hook::consts::SIGHUP));
        }
        let _ = self.loop_end.send(Incoming::resized());
    }

    fn draw_all(&mut self) {
        // Collected in memory, so it cannot fail; the frame that follows can, and says so.
        let _ = self.terminal.forget_screen();
    }

    fn lang(&self) -> Lang {
        self.model.lang
    }
}
