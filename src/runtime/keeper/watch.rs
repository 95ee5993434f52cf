//! Seeing that other programs or devices have added to the journals of a document.

use super::load::{self, FileState, Loaded};
use crate::mark::EventId;
use crate::notice::Notice;
use crate::store::journal::Line;
use std::collections::HashSet;
use std::path::PathBuf;

/// What is known of the journals of a document.
#[derive(Debug)]
pub(super) struct Watch {
    folders: Vec<PathBuf>,
    /// How the files were before they were last read, so that what came while they were read is not overlooked.
    state: Vec<FileState>,
    known: HashSet<EventId>,
    /// What could not be read from the start.
    unreadable: Vec<Notice>,
}

impl Watch {
    /// Reads the journals in these folders.
    pub(super) fn start(folders: Vec<PathBuf>) -> (Self, Loaded) {
        let mut watch = Self { folders, state: Vec::new(), known: HashSet::new(), unreadable: Vec::new() };
        watch.state = watch.state_now();
        let loaded = watch.read();
        watch.know(events(&loaded.lines));
        watch.unreadable = unreadable(&loaded.notices);
        (watch, loaded)
    }

    /// The folders with the journals; they may not exist yet.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// These events are known without being read: they were just written.
    pub(super) fn know(&mut self, events: impl IntoIterator<Item = EventId>) {
        self.known.extend(events);
    }

    /// All lines of all journals, where there are new ones among them.
    ///
    /// Lines are never taken away. Where known ones are missing, or a journal cannot be read, a file is
    /// just being replaced: that is not to be shown, and the next change to the files is looked at again.
    pub(super) fn look(&mut self) -> Option<Vec<Line>> {
        let state = self.state_now();
        if state == self.state {
            return None;
        }
        self.state = state;
        let Loaded { lines, notices } = self.read();
        let found: HashSet<EventId> = events(&lines).collect();
        if !self.known.is_subset(&found) || unreadable(&notices) != self.unreadable {
            return None;
        }
        let is_newer = |line: &Line| matches!(line, Line::Unknown { newer: true, .. });
        if found.len() == self.known.len() && !lines.iter().any(is_newer) {
            return None;
        }
        self.known = found;
        Some(lines)
    }

    fn state_now(&self) -> Vec<FileState> {
        self.folders.iter().flat_map(|folder| load::state(folder)).collect()
    }

    fn read(&self) -> Loaded {
        let mut all = Loaded::default();
        for folder in self.folders.iter().filter(|folder| load::is_there(folder)) {
            let loaded = load::journals(folder);
            all.lines.extend(loaded.lines);
            all.notices.extend(loaded.notices);
        }
        all
    }
}

/// The notices of files that could not be read at all.
fn unreadable(notices: &[Notice]) -> Vec<Notice> {
    notices.iter().filter(|notice| matches!(notice, Notice::Failed { .. })).cloned().collect()
}

/// The changes to annotations in `lines`.
fn events(lines: &[Line]) -> impl Iterator<Item = EventId> {
    lines.iter().filter_map(|line| match line {
        Line::Event(entry) => Some(entry.id),
        _ => None,
    })
}
