//! Keeping the annotations and corrections of one document: reading its journals at the start, appending to one of
//! them after. What is meant for every document has journals of its own, read with those of each.
//!
//! Opening writes nothing. A journal that cannot be read is reported and left alone, never taken
//! for "no notes"; a line that cannot be written waits in memory, in its order.

mod backup;
mod device;
mod find;
mod index;
mod library;
mod load;
mod opened;
mod quarantine;
mod reading;
mod remains;
#[cfg(test)]
mod sweep;
mod watch;
mod writer;

pub use backup::{back_up, missing};
pub use find::corrections;
pub use library::{AnnotatedDocument, all_notes, books, known_documents, notes_where};
pub use opened::{Merged, Opened};
pub use reading::{Kept, forget, last_read, remember};
pub use remains::clear;

use super::files::WriteError;
use super::paths::Paths;
use crate::doc::{Digest, Document};
use crate::mark::{Edit, Event, Scope};
use crate::notice::{Notice, Obstacle};
use crate::store::clock::{Clock, HybridClock};
use crate::store::identity::Seen;
use crate::store::journal::{self, DocEvent};
use crate::store::merge::{self, merge};
use find::{Found, find};
use jiff::Timestamp;
use opened::{place, what_moved};
use std::path::PathBuf;
use watch::Watch;
use writer::Writer;

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
    /// Changes that are not on disk, and those made after them, in order.
    queue: Vec<Waiting>,
    /// Writes what concerns this document.
    own: Writer,
    /// Writes what is meant for every document.
    shared: Writer,
    /// What is known of the journals already.
    watch: Watch,
    /// The address or the absolute path of the document, or nothing.
    source: String,
    /// Whether a newer version wrote here, so that nothing may be added.
    newer: bool,
    /// The document, as it is known by.
    seen: Seen,
}

/// A change, until the disk has it and all that were made before it.
#[derive(Debug)]
struct Waiting {
    event: Event,
    clock: Clock,
    /// Whether the disk has it. Another journal may have refused one made before.
    is_written: bool,
}

/// Why changes were not saved. They wait.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// A newer version wrote here.
    #[error("written by a newer version: update exergue to add to it")]
    Newer,
    /// A line of the journal would be too long to be read again.
    #[error("a note of over {} MB: shorten it", journal::LONGEST >> 20)]
    TooLong,
    /// The files would not have it.
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Keeper {
    /// Reads the annotations and corrections of `document`, made from bytes with the digest `bytes_sha256`.
    ///
    /// `source` is its address or its absolute path; empty for the bundled article and for pipes.
    #[must_use]
    pub fn open(paths: &Paths, document: &Document, bytes_sha256: Digest, source: &str) -> (Self, Opened) {
        let Found { seen, folder, watch, mut merged, kin, mut notices } =
            find(paths, document, bytes_sha256, source);
        let mut clock = HybridClock::default();
        clock.observe(merged.clock);
        let device = device::known(paths);
        let introduction =
            find::is_introduction_due(paths, &folder, device.as_deref(), &merged.documents, &seen)
                .then(|| find::introduction(document, &seen));
        place(&mut merged.notes, document, &merged.documents);
        notices.extend(what_moved(&merged.notes, &merged.documents, &seen));
        let writable = if merged.newer {
            Err(Obstacle::Newer)
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
            device,
            clock,
            introduction,
            queue: Vec::new(),
            own: Writer::new(paths, paths.documents().join(&folder), &format!("{folder}.lock")),
            shared: Writer::new(paths, paths.shared(), "shared.lock"),
            folder,
            watch,
            newer: merged.newer,
            source: source.to_owned(),
            seen,
        };
        let merge::Merged { notes, history, .. } = merged;
        (keeper, Opened { notes, history, notices, writable, kin })
    }

    /// Copies the lines that cannot be read into the quarantine, each content once; the journals stay as they are.
    ///
    /// # Errors
    /// When the copy cannot be written, or a journal not be read.
    pub fn quarantine(&self) -> Result<(), WriteError> {
        self.watch.folders().try_for_each(|folder| quarantine::copy(&self.paths, folder))
    }

    /// Writes changes, after those that still wait. When this returns without error the disk has them all.
    ///
    /// # Errors
    /// What was not written waits, in order, for the next call or [`Keeper::retry`].
    pub fn append(&mut self, events: &[Event]) -> Result<(), SaveError> {
        for event in events {
            if let Some(introduction) = &mut self.introduction
                && introduction.clock == Clock::default()
                && !is_shared(event)
            {
                introduction.at = event.at;
                introduction.clock = self.clock.next(milliseconds(event));
            }
            let clock = self.clock.next(milliseconds(event));
            self.queue.push(Waiting { event: event.clone(), clock, is_written: false });
        }
        self.retry()
    }

    /// Keeps what the person said of the document: it is that of the journals in `folder`, or with `None` one of its own.
    /// Opened again, it is known by its bytes.
    ///
    /// # Errors
    /// It was not written; the person will be asked again.
    pub fn settle_identity(
        &mut self,
        document: &Document,
        folder: Option<&str>,
        at: Timestamp,
    ) -> Result<(), SaveError> {
        let device = match &self.device {
            Some(device) => device.clone(),
            None => device::make(&self.paths)?,
        };
        self.device = Some(device.clone());
        let clock = self.clock.next(u64::try_from(at.as_millisecond()).unwrap_or_default());
        let event =
            DocEvent { at, clock, device: device.clone(), ..find::introduction(document, &self.seen) };
        let line = journal::encode_doc(&event);
        load::explain(&self.paths);
        match folder {
            Some(folder) => {
                let lock = format!("{folder}.lock");
                Writer::new(&self.paths, self.paths.documents().join(folder), &lock).write(&device, &line)?;
            }
            None => {
                self.own.write(&device, &line)?;
                self.introduction = None;
            }
        }
        Ok(())
    }

    /// Writes the changes that wait; does nothing where none does.
    ///
    /// # Errors
    /// What was not written goes on waiting, and so does what was made after it.
    pub fn retry(&mut self) -> Result<(), SaveError> {
        if self.queue.is_empty() {
            return Ok(());
        }
        let device = match &self.device {
            Some(device) => device.clone(),
            None => device::make(&self.paths)?,
        };
        self.device = Some(device.clone());
        // What one journal refuses, the other may take.
        let own = self.write(&device, false);
        let shared = self.write(&device, true);
        let first = self.queue.iter().position(|waiting| !waiting.is_written).unwrap_or(self.queue.len());
        self.queue.drain(..first);
        own.and(shared)
    }

    /// What the journals say, placed in `document`, if other programs or devices added to them since they were read;
    /// the changes that wait are not in it. Where nothing was added this costs a look at names and lengths.
    pub fn look(&mut self, document: &Document) -> Option<Merged> {
        let merged = merge(self.watch.look()?);
        self.clock.observe(merged.clock);
        self.newer |= merged.newer;
        let mut notes = merged.notes;
        place(&mut notes, document, &merged.documents);
        let writable = if self.newer { Err(Obstacle::Newer) } else { Ok(()) };
        let written = self.queue.iter().filter(|waiting| waiting.is_written);
        Some(Merged { notes, writable, written: written.map(|waiting| waiting.event.id).collect() })
    }

    /// How many changes wait to be written, those among them that were made after one that waits.
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
        reading::kept(&self.paths, &self.folder).or_else(|| reading::kept_of(&self.paths, &self.source))
    }

    /// Writes what waits for the shared journal, or what waits for that of the document.
    fn write(&mut self, device: &str, for_all: bool) -> Result<(), SaveError> {
        let due = |waiting: &Waiting| !waiting.is_written && is_shared(&waiting.event) == for_all;
        if !self.queue.iter().any(due) {
            return Ok(());
        }
        let is_newer = if for_all { self.watch.is_shared_newer() } else { self.newer };
        if is_newer {
            return Err(SaveError::Newer);
        }
        let introduction = self.introduction.as_ref().filter(|_| !for_all);
        let introduction = introduction
            .map(|event| journal::encode_doc(&DocEvent { device: device.to_owned(), ..event.clone() }));
        let changes = self.queue.iter().filter(|waiting| due(waiting));
        let changes = changes.map(|waiting| journal::encode(&waiting.event, waiting.clock, device));
        let lines: String = introduction.into_iter().chain(changes).collect();
        if lines.lines().any(|line| line.len() > journal::LONGEST) {
            return Err(SaveError::TooLong);
        }
        let is_first = if for_all { !self.paths.shared().exists() } else { self.introduction.is_some() };
        if is_first {
            load::explain(&self.paths);
        }
        let writer = if for_all { &mut self.shared } else { &mut self.own };
        writer.write(device, &lines)?;
        if !for_all {
            self.introduction = None;
        }
        for waiting in self.queue.iter_mut().filter(|waiting| due(waiting)) {
            waiting.is_written = true;
            self.watch.know([waiting.event.id]);
        }
        Ok(())
    }
}

/// Whether the change is meant for every document.
fn is_shared(event: &Event) -> bool {
    matches!(event.edit, Edit::Correct { scope: Scope::Everywhere, .. })
}

fn milliseconds(event: &Event) -> u64 {
    u64::try_from(event.at.as_millisecond()).unwrap_or_default()
}
