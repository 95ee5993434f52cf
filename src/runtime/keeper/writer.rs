//! Appending to the journals of one folder: to that of this device, or to one of this run where that cannot be used.

use super::device;
use crate::runtime::files::{self, WriteError};
use crate::runtime::paths::Paths;
use std::path::PathBuf;

/// Writes into one folder of journals.
#[derive(Debug)]
pub(super) struct Writer {
    folder: PathBuf,
    lock: PathBuf,
    /// The folder above all journals.
    top: PathBuf,
    journal: Journal,
    /// Whether the disk has the names of that journal and of the folders above it.
    settled: bool,
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

impl Writer {
    /// Writes into `folder`, which need not exist yet; all who write the journals of this device in it hold the
    /// lock of that name.
    pub(super) fn new(paths: &Paths, folder: PathBuf, lock: &str) -> Self {
        let lock = paths.state.join("locks").join(lock);
        Self { folder, lock, top: paths.data.clone(), journal: Journal::Usual, settled: false }
    }

    /// Adds `lines` to the journal of `device`, or, where that cannot be used, to one made for this run.
    ///
    /// # Errors
    /// None of them is there then, or none for sure.
    pub(super) fn write(&mut self, device: &str, lines: &str) -> Result<(), WriteError> {
        let (journal, written) = match &self.journal {
            Journal::Usual => {
                let usual = self.folder.join(format!("{device}.jsonl"));
                let written = files::append(&usual, Some(&self.lock), lines);
                (usual, written)
            }
            Journal::Own(own) => (own.clone(), files::append(own, None, lines)),
            Journal::Fresh => {
                let fresh = self.folder.join(format!("{device}.{}.jsonl", device::chance()));
                files::append_new(&fresh, lines)?;
                files::settle(&fresh, &self.top)?;
                self.journal = Journal::Own(fresh);
                self.settled = true;
                return Ok(());
            }
        };
        let written = match written {
            Ok(()) if !self.settled => files::settle(&journal, &self.top),
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
