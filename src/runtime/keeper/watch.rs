//! Seeing that other programs or devices have added to the journals of a document, or to the shared ones.

use super::load::{self, FileState, Loaded};
use crate::mark::EventId;
use crate::notice::Notice;
use crate::store::journal::{self, Line};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// What is known of the journals that hold for a document.
#[derive(Debug)]
pub(super) struct Watch {
    folders: Vec<PathBuf>,
    /// The folder with the journals that hold for every document.
    shared: PathBuf,
    /// Whether a newer version wrote there.
    is_shared_newer: bool,
    /// How the files were before they were last read, so that what came while they were read is not overlooked.
    state: Vec<FileState>,
    known: HashSet<EventId>,
    /// What could not be read from the start.
    unreadable: Vec<Notice>,
}

impl Watch {
    /// Reads the journals in these folders, and those for every document in the folder `shared`.
    pub(super) fn start(folders: Vec<PathBuf>, shared: PathBuf) -> (Self, Loaded) {
        let mut watch = Self {
            folders,
            shared,
            is_shared_newer: false,
            state: Vec::new(),
            known: HashSet::new(),
            unreadable: Vec::new(),
        };
        watch.state = watch.state_now();
        let loaded = watch.read();
        watch.know(events(&loaded.lines));
        watch.unreadable = unreadable(&loaded.notices);
        (watch, loaded)
    }

    /// The folders with the journals, the shared one last; they may not exist yet.
    pub(super) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.folders.iter().chain([&self.shared]).map(PathBuf::as_path)
    }

    /// Whether a newer version wrote into a shared journal, so that nothing may be added there.
    pub(super) fn is_shared_newer(&self) -> bool {
        self.is_shared_newer
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
        if found.len() == self.known.len() && !lines.iter().any(is_newer) {
            return None;
        }
        self.known = found;
        Some(lines)
    }

    fn state_now(&self) -> Vec<FileState> {
        self.folders().flat_map(load::state).collect()
    }

    fn read(&mut self) -> Loaded {
        let mut all = Loaded::default();
        for folder in self.folders.iter().filter(|folder| load::is_there(folder)) {
            let loaded = load::journals(folder);
            all.lines.extend(loaded.lines);
            all.notices.extend(loaded.notices);
        }
        if self.shared.exists() {
            let loaded = load::journals(&self.shared);
            self.is_shared_newer |= loaded.lines.iter().any(is_newer);
            all.lines.extend(loaded.lines.into_iter().map(journal::shared));
            // Its journals bear the names of those of the document.
            all.notices.extend(loaded.notices.into_iter().map(in_shared));
        }
        all
    }
}

fn is_newer(line: &Line) -> bool {
    matches!(line, Line::Unknown { newer: true, .. })
}

/// The notice of a journal of the shared folder.
fn in_shared(notice: Notice) -> Notice {
    let named = |file: String| format!("shared/{file}");
    match notice {
        Notice::JournalDamaged { file, lines } => Notice::JournalDamaged { file: named(file), lines },
        Notice::JournalNewer { file } => Notice::JournalNewer { file: named(file) },
        notice => notice,
    }
}

/// The notices of files that could not be read at all.
fn unreadable(notices: &[Notice]) -> Vec<Notice> {
    notices.iter().filter(|notice| matches!(notice, Notice::Failed { .. })).cloned().collect()
}

/// The changes in `lines`.
fn events(lines: &[Line]) -> impl Iterator<Item = EventId> {
    lines.iter().filter_map(|line| match line {
        Line::Event(entry) => Some(entry.id),
        _ => None,
    })
}
