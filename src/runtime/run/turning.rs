//! Another document in the window: everything that was changed in the one before is on disk first.
//!
//! What its threads sent may still wait in the channel when the next one is there. A mark in the channel says where
//! the next one's begins; what comes before it is passed over.

use super::Window;
use crate::app::Message;
use crate::app::catalogue;
use crate::app::journey::{self, Arrival, Journey, Origin};
use crate::command::Mode;
use crate::doc::{Digest, Document};
use crate::runtime::incoming::Incoming;
use crate::runtime::keeper::Keeper;
use crate::runtime::open::{Bytes, OpenError, Opened, Rest, Source, Wanted, Ways};
use crate::runtime::saver::{Saver, Subject};
use crate::runtime::web::WebError;
use crate::runtime::{clock, launch, loader};
use crate::words::navigation::Navigation;
use std::sync::Arc;
use std::time::Duration;

/// How long the places in the document before may take to be kept.
const PATIENCE: Duration = Duration::from_millis(800);

/// On the way to another document.
#[derive(Debug, Default)]
pub(super) struct Journeying {
    /// How many documents there were before this one.
    pub(super) turn: u64,
    /// Which one is wanted; a newer wish takes the place of an older.
    wanted: Option<Journey>,
    /// It is there, and waits until what was changed in this one is on disk.
    arrived: Option<(Journey, Source, Opened)>,
    /// How many marks are still to come: what is before them is of another document.
    marks: usize,
    /// What came through the pipe, which gives it only once.
    piped: Option<(Arc<Document>, Digest)>,
}

impl Journeying {
    /// The mark has come.
    pub(super) fn turned(&mut self) {
        self.marks = self.marks.saturating_sub(1);
    }
}

/// SHA-256 of the bytes, where all have been read.
pub(super) fn digest(bytes: &Bytes) -> Option<Digest> {
    match bytes {
        Bytes::Read(digest) => Some(*digest),
        Bytes::Pending(_) => None,
    }
}

/// What the saver begins with, and what is still to be read.
pub(super) fn kept(
    bytes: Bytes,
    keeper: Option<Keeper>,
    document: &Arc<Document>,
) -> (Option<(Keeper, Subject)>, Option<Rest>) {
    match bytes {
        Bytes::Read(digest) => {
            let subject = Subject { document: Arc::clone(document), bytes_sha256: digest };
            (keeper.map(|keeper| (keeper, subject)), None)
        }
        Bytes::Pending(rest) => (None, Some(rest)),
    }
}

impl Window {
    /// Whether it is about a document that is no longer in the window.
    pub(super) fn is_stale(&self, incoming: &Incoming) -> bool {
        let of_document = matches!(
            incoming,
            Incoming::Loaded { .. }
                | Incoming::Merged { .. }
                | Incoming::Written { .. }
                | Incoming::Drafted(_)
                | Incoming::LeftAt(_)
        );
        self.journey.marks > 0 && of_document
    }

    /// Begins to open another document. An address that is no file goes to the browser.
    pub(super) fn set_out(&mut self, journey: Journey) -> Option<Message> {
        let source = match &journey.origin {
            Origin::Bundled => Source::Bundled,
            Origin::Pipe => return self.back_to_pipe(journey),
            Origin::At(address) => Source::kept(address),
        };
        let is_page = matches!(source, Source::Address(_));
        // What the command line says of encodings and pages is about the document that it names.
        let ways = Ways { encoding: Wanted::Remembered, whole_page: None, ..self.ways_to_fetch() };
        self.journey.wanted = Some(journey.clone());
        match loader::open_other(source, ways, journey, self.loop_end.clone()) {
            Ok(()) => is_page.then_some(Message::Fetching(Some(0))),
            Err(error) => Some(Message::NotOpened(error.to_string())),
        }
    }

    /// What came through a pipe cannot be read again, so it was kept.
    fn back_to_pipe(&mut self, journey: Journey) -> Option<Message> {
        let Some((document, digest)) = self.journey.piped.clone() else {
            return Some(Message::NotOpened(Navigation::PipeGone.say(self.lang()).to_owned()));
        };
        let opened = Opened { document, notices: Vec::new(), bytes: Bytes::Read(digest) };
        self.journey.wanted = Some(journey.clone());
        let arrived = Incoming::Arrived { journey, source: Source::Stdin, opened: Ok(opened) };
        // The loop holds the other end itself.
        let _ = self.loop_end.send(arrived);
        None
    }

    /// The other document is there, unless another one has been asked for since.
    pub(super) fn arrived(&mut self, journey: Journey, source: Source, opened: Result<Opened, OpenError>) {
        if self.journey.wanted.as_ref() != Some(&journey) {
            return;
        }
        self.journey.wanted = None;
        self.message(Message::Fetching(None));
        match opened {
            Err(OpenError::Web { why: WebError::Stopped, .. }) => {}
            // The person has just chosen the address, and it is long.
            Err(OpenError::Web { why, .. }) => self.message(Message::NotOpened(why.say(self.lang()))),
            Err(error) => self.message(Message::NotOpened(error.say(self.lang()))),
            Ok(opened) => {
                self.journey.arrived = Some((journey, source, opened));
                self.turn_if_saved();
            }
        }
    }

    /// What was changed here could not be saved: the person stays with it.
    pub(super) fn stay_unsaved(&mut self) {
        if self.journey.arrived.take().is_some() {
            let why = Navigation::StayUnsaved.say(self.lang()).to_owned();
            self.message(Message::NotOpened(why));
        }
    }

    /// Shows the document that has arrived, once the disk has all that was changed in this one.
    pub(super) fn turn_if_saved(&mut self) {
        if self.journey.arrived.is_none() || self.safe < self.made() {
            return;
        }
        let is_typing = self.model.mode() == Mode::Note
            || (self.model.mode() == Mode::Prompt && catalogue::topmost(&self.model).is_none());
        if is_typing {
            self.journey.arrived = None;
            return self.message(Message::NotOpened(Navigation::NoteOpen.say(self.lang()).to_owned()));
        }
        if let Some((journey, source, opened)) = self.journey.arrived.take()
            && let Err(error) = self.change_over(&journey, source, opened)
        {
            // The system gives no thread, so that nothing more could be kept; all that was made is on disk.
            log::error!("no other document can be shown: {error}");
            self.left = Some(1);
        }
    }

    /// Puts the document into the window. The person's place in the one before is kept.
    fn change_over(&mut self, journey: &Journey, source: Source, opened: Opened) -> std::io::Result<()> {
        self.saver.keep(self.model.kept());
        self.saver.finish(PATIENCE);
        if let (Source::Stdin, Some(digest)) = (&self.source, self.digest) {
            self.journey.piped = Some((Arc::clone(&self.model.document), digest));
        }
        let Opened { document, notices, bytes } = opened;
        let mut model = journey::leave_for(&self.model, document, journey, launch::seed());
        // A link may name the same file in another way.
        model.reading.trail.here = launch::origin(&source);
        let address = source.address();
        let (keeper, later) = launch::take_up(&mut model, &self.paths, &bytes, &address);
        journey::arrive(&mut model, &journey.arrival, clock::now());
        let mut effects = launch::analysis(&mut model, &self.engine);
        effects.extend(later);
        let digest = digest(&bytes);
        let (open, rest) = kept(bytes, keeper, &model.document);

        let _ = self.loop_end.send(Incoming::Turned);
        self.journey.marks += 1;
        self.journey.turn += 1;
        self.saver = Saver::start(self.paths.clone(), open, self.loop_end.clone())?;
        self.is_reading = rest.is_some();
        // Where the person asked for a place, they do not want the one they left.
        let resumes = rest.is_some() && journey.arrival == Arrival::Left;
        self.began_at = resumes.then_some(model.reading.caret);
        if let Some(rest) = rest {
            loader::read_rest(rest, self.journey.turn, self.loop_end.clone())?;
        }
        self.model = model;
        self.source = source;
        self.ways = Ways { encoding: Wanted::Remembered, whole_page: None, ..self.ways.clone() };
        self.digest = digest;
        self.changes.clear();
        self.dropped = 0;
        self.safe = 0;
        self.elsewhere = None;
        self.perform_all(effects);
        self.saver.keep(self.model.kept());
        for notice in notices {
            self.message(Message::Notice(notice));
        }
        Ok(())
    }
}
