//! Keeping the annotations of one document: reading its journals at the start, appending to one of them after.
//!
//! Opening writes nothing. A journal that cannot be read is reported and left alone, never taken
//! for "no notes"; a line that cannot be written waits in memory, in its order.

mod backup;
mod device;
mod index;
mod library;
mod load;
mod quarantine;
mod reading;
#[cfg(test)]
mod sweep;
mod watch;

pub use backup::{back_up, missing};
pub use library::{AnnotatedDocument, all_notes};
pub use reading::{Kept, last_read};

use super::files::{self, WriteError};
use super::paths::Paths;
use crate::doc::{Digest, Document, hexadecimal};
use crate::mark::anchor::digest_prefix;
use crate::mark::{Edit, Event, History, Notes, Placement, Placer};
use crate::notice::Notice;
use crate::store::clock::{Clock, HybridClock};
use crate::store::identity::{self, Decision, Seen};
use crate::store::journal::{self, DocEvent};
use crate::store::merge;
use crate::store::sketch::Sketch;
use index::Index;
use std::path::PathBuf;
use uuid::Uuid;
use watch::Watch;

/// Keeps the annotations of the document that is open.
#[derive(Debug)]
pub struct Keeper {
    paths: Paths,
    /// Name of the folder to write into.
    folder: String,
    /// Name of this device; made with the first line.
    device: Option<String>,
    clock: HybridClock,
    /// What to say of the document before the next line, where the journals do not say it yet.
    introduction: Option<DocEvent>,
    /// Lines not written yet, in order.
    queue: Vec<(Event, Clock)>,
    journal: Journal,
    /// Whether the disk has the names of that journal and of the folders above it.
    settled: bool,
    /// What is known of the journals already.
    watch: Watch,
    /// Whether a newer version wrote here, so that nothing may be added.
    newer: bool,
}

/// Which journal is written.
#[derive(Debug)]
enum Journal {
    /// The one of this device.
    Usual,
    /// One made for this run, since the usual one cannot be used.
    Own(PathBuf),
    /// One that is still to be made: the disk did not keep its word on the one before, so that a later success
    /// there would prove nothing.
    Fresh,
}

/// What the journals of a document said when it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The annotations, placed in the document.
    pub notes: Notes,
    /// What can be undone and redone.
    pub history: History,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Whether annotations can be kept; if not, why.
    pub writable: Result<(), String>,
}

/// Why changes were not saved. They wait.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// A newer version wrote here.
    #[error("written by a newer version: update exergue to add notes")]
    Newer,
    /// A line of the journal would be too long to be read again.
    #[error("a note of over {} MB: shorten it", journal::LONGEST >> 20)]
    TooLong,
    /// The files would not have it.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What the journals say once others have added to them.
#[derive(Debug)]
pub struct Merged {
    /// The annotations, placed in the document.
    pub notes: Notes,
    /// Whether the journals still allow annotations to be kept; if not, why.
    pub writable: Result<(), String>,
}

impl Merged {
    /// Adds changes that the journals did not hold yet.
    pub fn add(&mut self, changes: &[Event], document: &Document) {
        let placer = Placer::new(document);
        for event in changes {
            self.notes.apply(placed(event, &placer), event.id, event.at);
        }
    }
}

impl Opened {
    /// Adds changes that the journals do not hold yet, since they were made while those were read.
    pub fn add(&mut self, changes: &[Event], document: &Document) {
        let placer = Placer::new(document);
        for event in changes {
            if let Some(inverse) = self.notes.apply(placed(event, &placer), event.id, event.at) {
                self.history.replay(event.id, event.at, event.undoes, inverse);
            }
        }
    }
}

impl Keeper {
    /// Reads the annotations of `document`, made from bytes with the digest `bytes_sha256`.
    ///
    /// `source` is its address or its absolute path; empty for the bundled article and for pipes.
    #[must_use]
    pub fn open(paths: &Paths, document: &Document, bytes_sha256: Digest, source: &str) -> (Self, Opened) {
        let is_address = source.starts_with("https://") || source.starts_with("http://");
        let (href, path) = if is_address {
            (source.to_owned(), String::new())
        } else {
            (String::new(), paths.abbreviate(source))
        };
        let seen = Seen { bytes: bytes_sha256, text: document.digest(), href, path };
        let sketch = || Sketch::of(document.text());

        let mut notices = Vec::new();
        let (folders, names) = match load::folders(paths) {
            Ok(names) => {
                let (folders, unread) = find_folders(paths, &names, &seen, sketch);
                notices.extend(unread);
                (folders, names)
            }
            Err(error) => {
                notices.push(load::unreadable(&paths.documents(), &error));
                (Vec::new(), Vec::new())
            }
        };
        let folder = folders.first().cloned().unwrap_or_else(|| {
            identity::folder_name(document.title(), &bytes_sha256, |name| {
                names.iter().any(|known| known == name)
            })
        });
        // The one to write into may come to be while the window is open.
        let mut watched: Vec<PathBuf> = folders.iter().map(|name| paths.documents().join(name)).collect();
        if watched.is_empty() {
            watched.push(paths.documents().join(&folder));
        }
        let (watch, loaded) = Watch::start(watched);
        notices.extend(loaded.notices);
        let merged = merge(loaded.lines);

        let mut clock = HybridClock::default();
        clock.observe(merged.clock);
        let device = device::known(paths);
        let introduction = is_introduction_due(paths, &folder, device.as_deref(), &merged.documents, &seen)
            .then(|| introduction(document, &seen, sketch()));
        let mut notes = merged.notes;
        place(&mut notes, document);
        notices.extend(what_moved(&notes, &merged.documents, &seen));
        let writable = if merged.newer {
            Err(SaveError::Newer.to_string())
        } else {
            load::writable(&[paths.documents().join(&folder), paths.state.join("locks")])
        };
        if let (Err(why), false) = (&writable, merged.newer) {
            let folder = paths.documents().display().to_string();
            notices.push(Notice::NotesUnsavable { folder, why: why.clone() });
        }
        if load::is_exposed(&paths.data) {
            notices
                .push(Notice::NotesExposed { folder: paths.abbreviate(&paths.data.display().to_string()) });
        }

        let keeper = Self {
            paths: paths.clone(),
            folder,
            device,
            clock,
            introduction,
            queue: Vec::new(),
            journal: Journal::Usual,
            settled: false,
            watch,
            newer: merged.newer,
        };
        (keeper, Opened { notes, history: merged.history, notices, writable })
    }

    /// Copies the lines that cannot be read into the quarantine, each content once; the journals stay as they are.
    ///
    /// # Errors
    /// When the copy cannot be written, or a journal not be read.
    pub fn quarantine(&self) -> Result<(), WriteError> {
        self.watch.folders().iter().try_for_each(|folder| quarantine::copy(&self.paths, folder))
    }

    /// Writes changes, after those that still wait. When this returns without error the disk has them all.
    ///
    /// # Errors
    /// What was not written waits, in order, for the next call or [`Keeper::retry`].
    pub fn append(&mut self, events: &[Event]) -> Result<(), SaveError> {
        for event in events {
            if let Some(introduction) = &mut self.introduction
                && introduction.clock == Clock::default()
            {
                introduction.at = event.at;
                introduction.clock = self.clock.next(milliseconds(event));
            }
            let clock = self.clock.next(milliseconds(event));
            self.queue.push((event.clone(), clock));
        }
        self.retry()
    }

    /// Writes the changes that wait; does nothing where none does.
    ///
    /// # Errors
    /// They go on waiting.
    pub fn retry(&mut self) -> Result<(), SaveError> {
        if self.queue.is_empty() {
            return Ok(());
        }
        if self.newer {
            return Err(SaveError::Newer);
        }
        let device = match &self.device {
            Some(device) => device.clone(),
            None => device::make(&self.paths)?,
        };
        if self.introduction.is_some() {
            load::explain(&self.paths);
        }
        self.device = Some(device.clone());
        let lines = self.lines(&device);
        if lines.lines().any(|line| line.len() > journal::LONGEST) {
            return Err(SaveError::TooLong);
        }
        self.write(&device, &lines)?;
        self.introduction = None;
        self.watch.know(self.queue.drain(..).map(|(event, _)| event.id));
        Ok(())
    }

    /// What the journals say, placed in `document`, if other programs or devices added to them since they were read;
    /// the changes that wait are not in it. Where nothing was added this costs a look at names and lengths.
    pub fn look(&mut self, document: &Document) -> Option<Merged> {
        let merged = merge(self.watch.look()?);
        self.clock.observe(merged.clock);
        self.newer |= merged.newer;
        let mut notes = merged.notes;
        place(&mut notes, document);
        Some(Merged { notes, writable: if self.newer { Err(SaveError::Newer.to_string()) } else { Ok(()) } })
    }

    /// How many changes wait to be written.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The name of that folder, by which the document is known on this device too.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.folder
    }

    /// The folder with the journals of this document; it may not exist yet.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.paths.documents().join(&self.folder)
    }

    /// Keeps where the person is in the document, for the next time.
    ///
    /// # Errors
    /// What was kept before stays.
    pub fn keep_reading(&self, kept: &Kept) -> Result<(), WriteError> {
        reading::keep(&self.paths, &self.folder, kept)
    }

    /// Where the person was in the document; `None` the first time, and where that cannot be read.
    #[must_use]
    pub fn kept_reading(&self) -> Option<Kept> {
        reading::kept(&self.paths, &self.folder)
    }

    fn lines(&self, device: &str) -> String {
        let introduction = self
            .introduction
            .clone()
            .map(|event| journal::encode_doc(&DocEvent { device: device.to_owned(), ..event }));
        let events = self.queue.iter().map(|(event, clock)| journal::encode(event, *clock, device));
        introduction.into_iter().chain(events).collect()
    }

    /// Appends to the journal of this device, or, where that cannot be used, to one made for this run.
    fn write(&mut self, device: &str, lines: &str) -> Result<(), WriteError> {
        let folder = self.folder();
        let (journal, written) = match &self.journal {
            Journal::Usual => {
                let lock = self.paths.state.join("locks").join(format!("{}.lock", self.folder));
                let usual = folder.join(format!("{device}.jsonl"));
                let written = files::append(&usual, Some(&lock), lines);
                (usual, written)
            }
            Journal::Own(own) => (own.clone(), files::append(own, None, lines)),
            Journal::Fresh => {
                let fresh = folder.join(format!("{device}.{}.jsonl", device::chance()));
                files::append_new(&fresh, lines)?;
                files::settle(&fresh, &self.paths.data)?;
                self.journal = Journal::Own(fresh);
                self.settled = true;
                return Ok(());
            }
        };
        let written = match written {
            Ok(()) if !self.settled => files::settle(&journal, &self.paths.data),
            written => written,
        };
        match written {
            Err(error @ (WriteError::Folder { .. } | WriteError::Write { .. })) => Err(error),
            Err(error) => {
                log::warn!("{error}; a journal of this run is used instead");
                // The same change may then stand in two journals: it has the same id and counts once.
                self.journal = Journal::Fresh;
                self.write(device, lines)
            }
            Ok(()) => {
                self.settled = true;
                Ok(())
            }
        }
    }
}

/// The folders with the notes of the document, the one to write into first; and what could not be read of the others,
/// which may hold notes of this document too.
///
/// All are looked into, though one has the name of these very bytes: a copy made on another device may
/// have come beside the one in which this device kept them as an edition.
fn find_folders(
    paths: &Paths,
    names: &[String],
    seen: &Seen,
    sketch: impl FnOnce() -> Sketch,
) -> (Vec<String>, Vec<Notice>) {
    let mut index = Index::open(paths);
    let mut known: Vec<(&str, DocEvent)> = Vec::new();
    let mut nameless = Vec::new();
    let mut unread = Vec::new();
    for name in names {
        let (documents, notice) = index.documents(name);
        unread.extend(notice.map(|notice| (name, notice)));
        // A folder whose `doc` line is damaged is taken by its name alone.
        if documents.is_empty() && identity::may_hold(name, &seen.bytes) {
            nameless.push(name.clone());
        }
        known.extend(documents.into_iter().map(|event| (name.as_str(), event)));
    }
    index.keep();
    let folders = match identity::decide(known.iter().map(|(name, event)| (*name, event)), seen, sketch) {
        Decision::Attach(folders) => folders.into_iter().chain(nameless).collect(),
        Decision::New => nameless,
    };
    // Those that are read whole now report themselves.
    let others = unread.into_iter().filter(|(name, _)| !folders.contains(name));
    let notices = others.map(|(_, notice)| notice).collect();
    (folders, notices)
}

/// Whether the journals must be told of the document: in a new journal, and where it is not known as it is now.
fn is_introduction_due(
    paths: &Paths,
    folder: &str,
    device: Option<&str>,
    known: &[DocEvent],
    seen: &Seen,
) -> bool {
    let has_journal =
        device.is_some_and(|device| paths.documents().join(folder).join(format!("{device}.jsonl")).exists());
    let (bytes, text) = (hexadecimal(&seen.bytes), hexadecimal(&seen.text));
    let is_known = known.iter().any(|event| {
        event.sha256 == bytes && event.text == text && event.href == seen.href && event.path == seen.path
    });
    !has_journal || !is_known
}

/// What to say of the document; time and device come with the first change.
fn introduction(document: &Document, seen: &Seen, sketch: Sketch) -> DocEvent {
    DocEvent {
        id: Uuid::now_v7(),
        at: jiff::Timestamp::UNIX_EPOCH,
        clock: Clock::default(),
        device: String::new(),
        sha256: hexadecimal(&seen.bytes),
        text: hexadecimal(&seen.text),
        title: document.title().to_owned(),
        href: seen.href.clone(),
        path: seen.path.clone(),
        ident: String::new(),
        sketch: sketch.to_text(),
    }
}

fn place(notes: &mut Notes, document: &Document) {
    let placer = Placer::new(document);
    notes.place(|note| placer.place(&note.anchor));
}

/// The edit of a change; an annotation that is new in it is placed.
fn placed(event: &Event, placer: &Placer) -> Edit {
    let mut edit = event.edit.clone();
    if let Edit::Add(note) = &mut edit {
        note.placement = placer.place(&note.anchor);
    }
    edit
}

/// What became of the annotations in a text that no journal knows yet.
fn what_moved(notes: &Notes, known: &[DocEvent], seen: &Seen) -> Option<Notice> {
    let text = hexadecimal(&seen.text);
    if notes.is_empty() || known.iter().any(|event| event.text == text) {
        return None;
    }
    let made_elsewhere = || notes.iter().filter(|note| note.anchor.text != digest_prefix(&seen.text));
    let moved = made_elsewhere().filter(|note| matches!(note.placement, Placement::Moved(_))).count();
    let reworded = made_elsewhere()
        .filter(|note| matches!(note.placement, Placement::Approximate(_) | Placement::Changed(_)))
        .count();
    let lost = made_elsewhere().filter(|note| note.span().is_none()).count();
    Some(Notice::Replaced { moved, reworded, lost })
}

fn milliseconds(event: &Event) -> u64 {
    u64::try_from(event.at.as_millisecond()).unwrap_or_default()
}
