//! The files of drafts: one for each note that is being typed, `drafts/FOLDER.ID.jsonl` in the state folder.
//!
//! Whoever writes a draft holds a lock of its name for as long as the program runs: a draft whose
//! lock is free was left by a program that ended before the note was saved.

use super::files::{self, WriteError, disk};
use super::paths::Paths;
use crate::mark::Draft;
use crate::store::{base32, draft};
use std::collections::BTreeMap;
use std::path::PathBuf;
use uuid::Uuid;

/// The drafts of this run.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    locks: PathBuf,
    held: BTreeMap<Uuid, Held>,
    /// Those whose note is saved, or will be before they go.
    done: Vec<Uuid>,
    /// Whether a draft of an earlier run was found in this one.
    has_found: bool,
}

#[derive(Debug)]
struct Held {
    path: PathBuf,
    /// `None` on a disk without locks.
    _lock: Option<files::Lock>,
}

impl Drafts {
    /// None yet; nothing is written or read.
    #[must_use]
    pub fn new(paths: &Paths) -> Self {
        Self {
            folder: paths.state.join("drafts"),
            locks: paths.state.join("locks"),
            held: BTreeMap::new(),
            done: Vec::new(),
            has_found: false,
        }
    }

    /// Keeps a draft of the document whose folder is `document`, in the place of what was kept of it before.
    ///
    /// # Errors
    /// What was kept before stays.
    pub fn keep(&mut self, document: &str, draft: &Draft) -> Result<(), WriteError> {
        let path = self.folder.join(format!("{document}{}", ending(draft.id)));
        let before = self.held.get(&draft.id).map(|held| held.path.clone());
        if before.is_none() {
            let lock = files::lock_now(&self.lock(draft.id)).ok().flatten();
            self.held.insert(draft.id, Held { path: path.clone(), _lock: lock });
        }
        // One that goes on after having been given up.
        self.done.retain(|&done| done != draft.id);
        files::write_whole(&path, draft::encode(draft).as_bytes())?;
        if let Some(before) = before.filter(|before| *before != path) {
            remove(&before);
            self.held.entry(draft.id).and_modify(|held| held.path = path);
        }
        Ok(())
    }

    /// The newest draft of that document which a program that is gone has left; it is held from now on. Once in a run.
    pub fn left(&mut self, document: &str) -> Option<Draft> {
        if self.has_found {
            return None;
        }
        let mut left: Vec<(Draft, Held)> = Vec::new();
        for path in disk::list(&self.folder).ok()? {
            let name = path.file_name().and_then(|name| name.to_str());
            let Some(id) = name.and_then(|name| id_in(name.strip_prefix(document)?)) else { continue };
            let lock = match files::lock_now(&self.lock(id)) {
                Ok(None) => continue,
                // On a disk without locks a draft shown twice is better than one lost.
                lock => lock.ok().flatten(),
            };
            // Read under the lock: another program may just have been done with it.
            let Some(draft) = disk::read(&path).ok().and_then(|bytes| draft::decode(&bytes)) else {
                continue;
            };
            if draft.id == id {
                left.push((draft, Held { path, _lock: lock }));
            }
        }
        let (draft, held) = left.into_iter().max_by_key(|(draft, _)| draft.at)?;
        self.has_found = true;
        self.held.insert(draft.id, held);
        Some(draft)
    }

    /// The note of that draft is saved or given up; [`Drafts::settle`] removes it.
    pub fn done(&mut self, draft: Uuid) {
        self.done.push(draft);
    }

    /// Removes the drafts that are done, unless notes are still `waiting` for the disk.
    pub fn settle(&mut self, waiting: bool) {
        if waiting {
            return;
        }
        for id in std::mem::take(&mut self.done) {
            if let Some(held) = self.held.remove(&id) {
                remove(&held.path);
                remove(&self.lock(id));
            }
        }
    }

    fn lock(&self, id: Uuid) -> PathBuf {
        self.locks.join(format!("draft.{}.lock", base32::of_number(id.as_u128())))
    }
}

/// What the file of a draft ends with, after the name of the document.
fn ending(id: Uuid) -> String {
    format!(".{}.jsonl", base32::of_number(id.as_u128()))
}

fn id_in(ending: &str) -> Option<Uuid> {
    let digits = ending.strip_prefix('.')?.strip_suffix(".jsonl")?;
    base32::number(digits).map(Uuid::from_u128)
}

/// A draft that cannot be removed is found again, and then seen to be saved.
fn remove(path: &std::path::Path) {
    if let Err(error) = disk::remove(path) {
        log::warn!("{}: {error}", path.display());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{BlockKind, Builder, Extent};
    use crate::mark::{Anchor, Pen};
    use crate::text::Span;
    use jiff::Timestamp;
    use std::fs;

    fn draft(number: u128, text: &str) -> Draft {
        let mut builder = Builder::default();
        builder.block(BlockKind::Paragraph, "Une phrase.");
        Draft {
            id: Uuid::from_u128(number),
            note: None,
            anchor: Anchor::new(&builder.finish(Extent::Whole), Span::new(0, 11)),
            pen: Pen::Green,
            before: String::new(),
            text: text.to_owned(),
            at: Timestamp::from_second(1_800_000_000 + i64::try_from(number).expect("small"))
                .expect("in range"),
        }
    }

    #[test]
    fn the_last_version_of_a_draft_is_found_once_its_program_is_gone() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        let mut first = Drafts::new(&paths);
        assert_eq!(Drafts::new(&paths).left("a-00000"), None);
        first.keep("a-00000", &draft(1, "à")).expect("kept");
        first.keep("a-00000", &draft(1, "à moitié")).expect("kept");
        assert_eq!(Drafts::new(&paths).left("a-00000"), None, "its program still runs");
        drop(first);
        assert_eq!(Drafts::new(&paths).left("a-0000"), None, "another document");
        let mut second = Drafts::new(&paths);
        assert_eq!(second.left("a-00000"), Some(draft(1, "à moitié")));
        assert_eq!(Drafts::new(&paths).left("a-00000"), None, "one program has it");
        second.done(Uuid::from_u128(1));
        second.settle(true);
        assert_eq!(fs::read_dir(paths.state.join("drafts")).expect("a folder").count(), 1);
        second.settle(false);
        assert_eq!(fs::read_dir(paths.state.join("drafts")).expect("a folder").count(), 0);
        assert_eq!(fs::read_dir(paths.state.join("locks")).expect("a folder").count(), 0);
    }

    #[test]
    fn of_several_drafts_the_newest_is_found_and_the_others_wait() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        let mut first = Drafts::new(&paths);
        for (number, text) in [(1, "un"), (3, "trois"), (2, "deux")] {
            first.keep("a-00000", &draft(number, text)).expect("kept");
        }
        drop(first);
        for expected in ["trois", "deux", "un"] {
            let mut next = Drafts::new(&paths);
            let found = next.left("a-00000").expect("one is left");
            assert_eq!(found.text, expected);
            assert_eq!(next.left("a-00000"), None, "one in a run");
            next.done(found.id);
            next.settle(false);
        }
        assert_eq!(Drafts::new(&paths).left("a-00000"), None);
    }

    #[test]
    fn a_draft_follows_its_document_to_another_name() {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        let mut drafts = Drafts::new(&paths);
        drafts.keep("a-00000", &draft(1, "un")).expect("kept");
        drafts.keep("b-00000", &draft(1, "un et demi")).expect("kept");
        drop(drafts);
        assert_eq!(Drafts::new(&paths).left("a-00000"), None);
        assert_eq!(
            Drafts::new(&paths).left("b-00000").map(|draft| draft.text).as_deref(),
            Some("un et demi")
        );
    }
}
