//! Keeps annotations and places in a thread of its own, so that a slow disk never holds a key.
//!
//! Jobs are done in the order they come: changes made while the journals are still being read wait
//! until it is known where they belong. What takes the whole text to know of a passage is added here,
//! since it takes too long for a key.

#[cfg(test)]
mod tests;

use super::clock;
use super::drafts::Drafts;
use super::incoming::Incoming;
use super::keeper::{self, Keeper, SaveError};
use super::obstacle;
use super::paths::Paths;
use crate::app::Message;
use crate::app::reading::Kept;
use crate::doc::{Digest, Document};
use crate::mark::{Correction, Draft, Edit, Event};
use crate::notice::Notice;
use jiff::Timestamp;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long to wait before what was not saved is tried again.
const AGAIN: Duration = Duration::from_secs(5);
/// How often to look whether others have added to the journals. A look costs some names and lengths; terminals that
/// tell when one comes back to them are too few to wait for that.
const LOOK: Duration = Duration::from_secs(2);
/// How long a saver that is dropped may wait for the disk.
const LAST_CHANCE: Duration = Duration::from_millis(800);

/// The thread that keeps things. Dropping it waits until what came before is written, 0.8 s at most.
#[derive(Debug)]
pub struct Saver {
    jobs: Option<Sender<Job>>,
    end: Receiver<()>,
}

/// Whose annotations are kept.
#[derive(Debug)]
pub struct Subject {
    /// The document, whole.
    pub document: Arc<Document>,
    /// SHA-256 of its file.
    pub bytes_sha256: Digest,
}

#[derive(Debug)]
enum Job {
    Attach(Subject),
    Append(Vec<Event>),
    Retry,
    Draft(Box<Draft>),
    DraftDone(Uuid),
    Keep(Kept),
    SettleIdentity(Option<String>, Timestamp),
}

impl Saver {
    /// Starts the thread. `open` is what is kept already; without it, what comes waits for [`Saver::attach`].
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn start(
        paths: Paths,
        open: Option<(Keeper, Subject)>,
        loop_end: Sender<Incoming>,
    ) -> io::Result<Self> {
        let (jobs, waiting) = channel();
        let (ending, end) = channel();
        let thread = SaverThread {
            drafts: Drafts::new(&paths),
            paths,
            open,
            next: None,
            early: Vec::new(),
            early_draft: None,
            received: 0,
            tried: Instant::now(),
            looked: Instant::now(),
            loop_end: loop_end.clone(),
        };
        let run = move || {
            if catch_unwind(AssertUnwindSafe(|| thread.run(&waiting))).is_err() {
                let _ = loop_end.send(Incoming::Panicked);
            }
            drop(ending);
        };
        thread::Builder::new().name("saver".to_owned()).spawn(run)?;
        Ok(Self { jobs: Some(jobs), end })
    }

    /// Reads the journals of this document and keeps its annotations from now on; the loop gets
    /// them as [`Incoming::Loaded`].
    pub fn attach(&self, subject: Subject) {
        self.push(Job::Attach(subject));
    }

    /// Writes these changes; answered by [`Incoming::Written`], once it is known where they belong.
    pub fn append(&self, events: Vec<Event>) {
        self.push(Job::Append(events));
    }

    /// Tries again at once, instead of in some seconds.
    pub fn retry(&self) {
        self.push(Job::Retry);
    }

    /// Keeps what is being typed, as far as the disk lets.
    pub fn draft(&self, draft: Box<Draft>) {
        self.push(Job::Draft(draft));
    }

    /// Lets that draft go, once every change that came before is on disk.
    pub fn draft_done(&self, draft: Uuid) {
        self.push(Job::DraftDone(draft));
    }

    /// Keeps what the person said of the document: whether it is that of the journals in this folder. If so they are read,
    /// as by [`Saver::attach`].
    pub fn settle_identity(&self, folder: Option<String>, at: Timestamp) {
        self.push(Job::SettleIdentity(folder, at));
    }

    /// Remembers the place.
    pub fn keep(&self, kept: Kept) {
        self.push(Job::Keep(kept));
    }

    /// Takes no more jobs, and waits until those that came before are done, as long as `patience` at most.
    pub fn finish(&mut self, patience: Duration) {
        if self.jobs.take().is_some() {
            // Either way we leave: the sender of `end` is dropped, or the disk hangs.
            let _ = self.end.recv_timeout(patience);
        }
    }

    fn push(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The thread ends before us only by a panic, which ends the program.
            let _ = jobs.send(job);
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.finish(LAST_CHANCE);
    }
}

struct SaverThread {
    paths: Paths,
    open: Option<(Keeper, Subject)>,
    /// What is to be kept once the disk has taken all changes to what is open.
    next: Option<Subject>,
    /// Changes made before it was known where they belong.
    early: Vec<Event>,
    /// What was typed before that was known.
    early_draft: Option<Draft>,
    drafts: Drafts,
    /// How many changes came in this run.
    received: usize,
    /// When writing was last tried.
    tried: Instant,
    /// When the journals were last looked at.
    looked: Instant,
    loop_end: Sender<Incoming>,
}

impl SaverThread {
    fn run(mut self, jobs: &Receiver<Job>) {
        self.opened();
        loop {
            let job = match &self.open {
                Some(_) => jobs.recv_timeout(LOOK.saturating_sub(self.looked.elapsed())),
                None => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match job {
                Ok(Job::Attach(subject)) => self.attach(subject),
                Ok(Job::Append(events)) => self.append(events),
                Ok(Job::Retry) => self.retry(),
                Err(RecvTimeoutError::Timeout) => {
                    if self.waiting() > 0 && self.tried.elapsed() >= AGAIN {
                        self.retry();
                    }
                    self.look();
                }
                Ok(Job::Draft(draft)) => self.draft(*draft),
                Ok(Job::DraftDone(draft)) => self.draft_done(draft),
                Ok(Job::Keep(kept)) => self.keep(kept),
                Ok(Job::SettleIdentity(folder, at)) => self.settle_identity(folder.as_deref(), at),
                Err(RecvTimeoutError::Disconnected) => {
                    if self.waiting() > 0 {
                        self.retry();
                    }
                    self.drafts.settle(self.waiting() > 0 || !self.early.is_empty());
                    return;
                }
            }
            // A note that waits for the disk still has its draft.
            self.drafts.settle(self.waiting() > 0 || !self.early.is_empty());
        }
    }

    fn waiting(&self) -> usize {
        self.open.as_ref().map_or(0, |(keeper, _)| keeper.waiting())
    }

    fn attach(&mut self, subject: Subject) {
        if self.waiting() > 0 {
            // Changing over would lose what waits for the disk. It goes first.
            self.next = Some(subject);
            return self.retry();
        }
        let source = &subject.document.meta().source;
        let open = || Keeper::open(&self.paths, &subject.document, subject.bytes_sha256, source);
        let (mut keeper, mut opened) = open();
        let early = completed(std::mem::take(&mut self.early), &subject.document);
        let mut saved = Ok(());
        let mut changes = self.received - early.len();
        if !early.is_empty() {
            saved = keeper.append(&early);
            if saved.is_ok() {
                (keeper, opened) = open();
                changes = self.received;
            }
        }
        if let Some(kept) = keeper.kept_reading() {
            let _ = self.loop_end.send(Incoming::LeftAt(kept));
        }
        let document = Arc::clone(&subject.document);
        self.open = Some((keeper, subject));
        let _ = self.loop_end.send(Incoming::Loaded { opened, document, changes });
        if !early.is_empty() {
            self.answer(saved);
        }
        if let Some(draft) = self.early_draft.take() {
            self.draft(draft);
        }
        self.opened();
    }

    /// What is done once, after the person sees what is open.
    fn opened(&mut self) {
        self.offer_draft();
        let Some((keeper, _)) = &self.open else { return };
        if let Err(error) = keeper.quarantine() {
            // The lines stay where they are, and the person was told of them.
            log::warn!("damaged lines were not copied: {error}");
        }
    }

    /// Offers what was being typed in what is open when an earlier run ended; one draft in a run.
    fn offer_draft(&mut self) {
        let Some((keeper, _)) = &self.open else { return };
        if let Some(draft) = self.drafts.left(keeper.name()) {
            let _ = self.loop_end.send(Incoming::Drafted(Box::new(draft)));
        }
    }

    fn draft(&mut self, draft: Draft) {
        let Some((keeper, _)) = &self.open else {
            self.early_draft = Some(draft);
            return;
        };
        if let Err(error) = self.drafts.keep(keeper.name(), &draft) {
            // The note itself will be tried again and asked about; its draft is not worth a message more.
            log::warn!("the draft was not kept: {error}");
        }
    }

    fn draft_done(&mut self, draft: Uuid) {
        self.early_draft = self.early_draft.take().filter(|early| early.id != draft);
        self.drafts.done(draft);
    }

    fn look(&mut self) {
        self.looked = Instant::now();
        let changes = self.received - self.waiting() - self.early.len();
        let Some((keeper, Subject { document, .. })) = &mut self.open else { return };
        if let Some(merged) = keeper.look(document) {
            let document = Arc::clone(document);
            let _ = self.loop_end.send(Incoming::Merged { merged, document, changes });
        }
    }

    fn append(&mut self, events: Vec<Event>) {
        self.tried = Instant::now();
        self.received += events.len();
        match (&mut self.open, &self.next) {
            (Some((keeper, subject)), None) => {
                let saved = keeper.append(&completed(events, &subject.document));
                self.answer(saved);
            }
            _ => self.early.extend(events),
        }
    }

    fn retry(&mut self) {
        self.tried = Instant::now();
        let Some((keeper, _)) = &mut self.open else { return };
        let saved = keeper.retry();
        let is_free = saved.is_ok();
        self.answer(saved);
        if is_free && let Some(subject) = self.next.take() {
            self.attach(subject);
        }
    }

    fn keep(&self, kept: Kept) {
        let Some((keeper, Subject { document, .. })) = &self.open else { return };
        let kept = keeper::Kept {
            source: document.meta().source.clone(),
            title: document.title().to_owned(),
            offset: kept.offset,
            quote: kept.quote,
            pen: kept.pen,
            place_marks: kept.marks.into_iter().collect(),
            mark_quotes: kept.mark_quotes.into_iter().collect(),
            progress: Some(kept.progress),
            notes: kept.notes,
            lost: Some(kept.lost),
            read: Some(clock::now()),
        };
        if let Err(error) = keeper.keep_reading(&kept) {
            // The next time begins at the top; that is no reason to disturb the person now.
            log::warn!("the place was not kept: {error}");
        }
    }

    fn settle_identity(&mut self, folder: Option<&str>, at: Timestamp) {
        let Some((keeper, subject)) = &mut self.open else { return };
        let subject = Subject { document: Arc::clone(&subject.document), bytes_sha256: subject.bytes_sha256 };
        match keeper.settle_identity(&subject.document, folder, at) {
            Ok(()) if folder.is_some() => self.attach(subject),
            Ok(()) => {}
            Err(error) => {
                let folder = keeper.folder().display().to_string();
                let notice = Notice::NotesUnsavable { folder, why: obstacle::of_save(&error) };
                let _ = self.loop_end.send(Incoming::Message(Message::Notice(notice)));
            }
        }
    }

    fn answer(&self, saved: Result<(), SaveError>) {
        let safe = self.received - self.waiting() - self.early.len();
        let refused = saved.err().map(|error| {
            log::warn!("not saved: {error}");
            obstacle::of_save(&error)
        });
        let _ = self.loop_end.send(Incoming::Written { safe, refused });
    }
}

/// The changes, with what takes the whole `document` to know of the passages that are new in them.
fn completed(mut events: Vec<Event>, document: &Document) -> Vec<Event> {
    for event in &mut events {
        let anchor = match &mut event.edit {
            Edit::Add(note) => &mut note.anchor,
            Edit::Attach { to: Some(anchor), .. } => &mut **anchor,
            Edit::Correct { correction, .. } => match &mut **correction {
                Correction::Quotation { anchor, .. } => &mut **anchor,
                _ => continue,
            },
            _ => continue,
        };
        *anchor = anchor.clone().completed(document);
    }
    events
}
