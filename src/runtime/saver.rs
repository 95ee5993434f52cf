//! Keeps annotations and places in a thread of its own, so that a slow disk never holds a key.
//!
//! Jobs are done in the order they come: changes made while the journals are still being read wait
//! until it is known where they belong.

use super::incoming::Incoming;
use super::keeper::{self, Keeper};
use super::paths::Paths;
use crate::app::Message;
use crate::app::reading::Kept;
use crate::doc::{Digest, Document};
use crate::mark::Event;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long to wait before what was not saved is tried again.
const AGAIN: Duration = Duration::from_secs(5);
/// How long leaving may wait for the disk.
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
    Keep(Kept),
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
        let thread = SaverThread { paths, open, early: Vec::new(), loop_end: loop_end.clone() };
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
    /// them as [`Message::Loaded`].
    pub fn attach(&self, subject: Subject) {
        self.push(Job::Attach(subject));
    }

    /// Writes these changes; answered by [`Message::Saved`] or [`Message::NotSaved`].
    pub fn append(&self, events: Vec<Event>) {
        self.push(Job::Append(events));
    }

    /// Tries again at once, instead of in some seconds.
    pub fn retry(&self) {
        self.push(Job::Retry);
    }

    /// Remembers the place.
    pub fn keep(&self, kept: Kept) {
        self.push(Job::Keep(kept));
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
        self.jobs = None;
        // Either way we leave: the sender of `end` is dropped, or the disk hangs.
        let _ = self.end.recv_timeout(LAST_CHANCE);
    }
}

struct SaverThread {
    paths: Paths,
    open: Option<(Keeper, Subject)>,
    /// Changes made before it was known where they belong.
    early: Vec<Event>,
    loop_end: Sender<Incoming>,
}

impl SaverThread {
    fn run(mut self, jobs: &Receiver<Job>) {
        loop {
            let job = if self.waiting() > 0 {
                jobs.recv_timeout(AGAIN)
            } else {
                jobs.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            match job {
                Ok(Job::Attach(subject)) => self.attach(subject),
                Ok(Job::Append(events)) => self.append(&events),
                Ok(Job::Retry) | Err(RecvTimeoutError::Timeout) => self.append(&[]),
                Ok(Job::Keep(kept)) => self.keep(kept),
                Err(RecvTimeoutError::Disconnected) => {
                    if self.waiting() > 0 {
                        self.append(&[]);
                    }
                    return;
                }
            }
        }
    }

    fn waiting(&self) -> usize {
        self.open.as_ref().map_or(0, |(keeper, _)| keeper.waiting())
    }

    fn attach(&mut self, subject: Subject) {
        if self.waiting() > 0 {
            self.append(&[]);
        }
        if self.waiting() > 0 {
            // Changing over would lose what waits; it goes on waiting where it belongs.
            return;
        }
        let open = |paths: &Paths, subject: &Subject| {
            let source = &subject.document.meta().source;
            Keeper::open(paths, &subject.document, subject.bytes_sha256, source)
        };
        let (mut keeper, mut opened) = open(&self.paths, &subject);
        let early = std::mem::take(&mut self.early);
        if !early.is_empty() {
            let saved = keeper.append(&early);
            if saved.is_ok() {
                (keeper, opened) = open(&self.paths, &subject);
            }
            self.tell(answer(&keeper, saved));
        }
        if let Some(kept) = keeper.kept_reading() {
            let _ = self.loop_end.send(Incoming::LeftAt(kept));
        }
        self.tell(Message::Loaded {
            notes: opened.notes,
            history: opened.history,
            writable: opened.writable,
            notices: opened.notices,
        });
        self.open = Some((keeper, subject));
    }

    fn append(&mut self, events: &[Event]) {
        let Some((keeper, _)) = &mut self.open else {
            self.early.extend_from_slice(events);
            return;
        };
        let saved = if events.is_empty() { keeper.retry() } else { keeper.append(events) };
        let message = answer(keeper, saved);
        self.tell(message);
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
            measure: None,
        };
        if let Err(error) = keeper.keep_reading(&kept) {
            // The next time begins at the top; that is no reason to disturb the person now.
            log::warn!("the place was not kept: {error}");
        }
    }

    fn tell(&self, message: Message) {
        let _ = self.loop_end.send(Incoming::Message(message));
    }
}

fn answer(keeper: &Keeper, saved: Result<(), keeper::SaveError>) -> Message {
    match saved {
        Ok(()) => Message::Saved,
        Err(error) => Message::NotSaved { waiting: keeper.waiting(), why: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::plain;
    use crate::mark::{Anchor, Edit, Note, NoteId, Pen, Placement};
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn subject() -> Subject {
        let document = Arc::new(plain::read("Une phrase. Une autre phrase.", "essai"));
        Subject { document, bytes_sha256: [7; 32] }
    }

    fn event(subject: &Subject) -> Event {
        let id = Uuid::now_v7();
        let at = Timestamp::from_second(1_800_000_000).expect("in range");
        let span = Span::new(0, 11);
        let note = Note {
            id: NoteId(id),
            anchor: Anchor::new(&subject.document, span),
            placement: Placement::Exact(span),
            pen: Pen::Green,
            tags: Vec::new(),
            body: "à vérifier".to_owned(),
            head: id,
            created: at,
            changed: at,
        };
        Event { id, at, edit: Edit::Add(Box::new(note)), base: None, undoes: None }
    }

    fn next(incoming: &Receiver<Incoming>) -> Message {
        match incoming.recv_timeout(Duration::from_secs(20)).expect("an answer") {
            Incoming::Message(message) => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_appended_is_loaded_the_next_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let (loop_end, incoming) = channel();
        for times in 0..2 {
            let paths = Paths::under(folder.path());
            let saver = Saver::start(paths, None, loop_end.clone()).expect("a thread");
            saver.attach(subject());
            let Message::Loaded { notes, .. } = next(&incoming) else { panic!("the journals") };
            assert_eq!(notes.len(), times);
            saver.append(vec![event(&subject())]);
            assert!(matches!(next(&incoming), Message::Saved));
        }
    }

    #[test]
    fn changes_made_before_the_journals_are_read_are_not_lost() {
        let folder = tempfile::tempdir().expect("a folder");
        let (loop_end, incoming) = channel();
        let saver = Saver::start(Paths::under(folder.path()), None, loop_end).expect("a thread");
        saver.append(vec![event(&subject())]);
        saver.attach(subject());
        assert!(matches!(next(&incoming), Message::Saved));
        assert!(matches!(next(&incoming), Message::Loaded { notes, .. } if notes.len() == 1));
    }

    #[test]
    fn what_cannot_be_written_is_said_and_written_later() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(folder.path());
        let (loop_end, incoming) = channel();
        let saver = Saver::start(paths.clone(), None, loop_end).expect("a thread");
        saver.attach(subject());
        assert!(matches!(next(&incoming), Message::Loaded { .. }));
        // A file where the folder should be: nothing can be written, whoever runs the test.
        std::fs::create_dir_all(paths.data.parent().expect("a parent")).expect("made");
        std::fs::write(&paths.data, "").expect("written");
        saver.append(vec![event(&subject())]);
        assert!(matches!(next(&incoming), Message::NotSaved { waiting: 1, .. }));
        std::fs::remove_file(&paths.data).expect("removed");
        saver.retry();
        assert!(matches!(next(&incoming), Message::Saved));
    }
}
