//! Notes on disk: what was said to be saved is there, whatever happened to the files in between.

mod copies;
mod damage;
mod documents;
mod saving;
mod together;

use exergue::doc::{BlockKind, Builder, Digest, Document, Extent};
use exergue::mark::{Anchor, Edit, Event, History, Note, NoteId, Notes, Pen, Placement};
use exergue::notice::Notice;
use exergue::runtime::keeper::{self, Keeper, Opened, SaveError};
use exergue::runtime::paths::Paths;
use exergue::text::Span;
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

const TEXT: &str =
    "Le groupe veut devenir un acteur majeur du nuage en Europe, a dit hier son président à Barcelone.";
const OTHER: &str =
    "La recette demande trois œufs, du beurre, une heure de patience, puis un four bien chaud et du sel.";

fn article(text: &str) -> Document {
    let mut builder = Builder::default();
    builder.title("Le marché des télécoms").block(BlockKind::Paragraph, text);
    builder.finish(Extent::Whole)
}

/// A sitting: the document, its notes and the keeper.
struct Sitting {
    document: Document,
    keeper: Keeper,
    notes: Notes,
    history: History,
    opened: Opened,
}

fn open_as(paths: &Paths, text: &str, source: &str) -> Sitting {
    let document = article(text);
    let (keeper, opened) = Keeper::open(paths, &document, document.digest(), source);
    let (notes, history) = (opened.notes.clone(), opened.history.clone());
    Sitting { document, keeper, notes, history, opened }
}

fn open(paths: &Paths) -> Sitting {
    open_as(paths, TEXT, "")
}

impl Sitting {
    /// Makes a change, as the program does; says what became of it on disk.
    fn edit(&mut self, edit: Edit) -> Result<(), SaveError> {
        let event = self.event(edit, None);
        let inverse =
            self.notes.apply(event.edit.clone(), event.id, event.at).expect("the change changes something");
        self.history.record(event.id, event.at, inverse);
        self.keeper.append(&[event])
    }

    fn undo(&mut self) {
        let step = self.history.undo().pop().expect("something to undo");
        let event = self.event(step.edit, Some(step.event));
        let inverse = self.notes.apply(event.edit.clone(), event.id, event.at).expect("it can be undone");
        self.history.undone(event.id, event.at, inverse);
        self.keeper.append(&[event]).expect("saves");
    }

    fn event(&self, edit: Edit, undoes: Option<Uuid>) -> Event {
        let base = match &edit {
            Edit::Remove(note) | Edit::Body { note, .. } => self.notes.get(*note).map(|note| note.head),
            _ => None,
        };
        let at = match &edit {
            Edit::Add(note) if undoes.is_none() => note.created,
            _ => now(),
        };
        Event { id: Uuid::now_v7(), at, edit, base, undoes }
    }

    /// A note on the word at that offset.
    fn note(&self, start: usize, body: &str) -> Note {
        let (span, at) = (Span::new(start, start + 6), now());
        Note {
            id: NoteId(Uuid::now_v7()),
            anchor: Anchor::new(&self.document, span),
            placement: Placement::Exact(span),
            pen: Pen::Yellow,
            body: body.to_owned(),
            tags: vec!["nuage".to_owned()],
            created: at,
            changed: at,
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        }
    }

    fn add(&mut self, body: &str) -> Result<(), SaveError> {
        let note = self.note(3, body);
        self.edit(Edit::Add(Box::new(note)))
    }
}

/// A millisecond later at every call, so that no two changes look like those of one command.
fn now() -> Timestamp {
    static CALLS: AtomicI64 = AtomicI64::new(1_800_000_000_000);
    Timestamp::from_millisecond(CALLS.fetch_add(1, Ordering::Relaxed)).expect("in range")
}

fn root() -> (tempfile::TempDir, Paths) {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    (root, paths)
}

/// The only file under `folder` whose name ends with `end`.
fn only_file(folder: &Path, end: &str) -> PathBuf {
    let files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(end))
        .collect();
    assert_eq!(files.len(), 1, "{files:?}");
    files.into_iter().next().expect("one file")
}

fn bodies(notes: &Notes) -> Vec<&str> {
    let mut bodies: Vec<&str> = notes.iter().map(|note| note.body.as_str()).collect();
    bodies.sort_unstable();
    bodies
}
