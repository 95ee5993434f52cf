//! A folder of notes, and what they must be.

use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::{Anchor, Edit, Event, Note, NoteId, Notes, Pen, Placement};
use exergue::runtime::keeper::{Keeper, Opened, SaveError};
use exergue::runtime::paths::Paths;
use exergue::text::Span;
use jiff::Timestamp;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

const TEXT: &str =
    "Le groupe veut devenir un acteur majeur du nuage en Europe, a dit hier son président à Barcelone.";

pub(crate) fn article() -> Document {
    let mut builder = Builder::default();
    builder.title("Le marché des télécoms").block(BlockKind::Paragraph, TEXT);
    builder.finish(Extent::Whole)
}

pub(crate) fn home() -> (TempDir, Paths) {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    (root, paths)
}

/// A window on the article.
pub(crate) struct Window {
    pub(crate) document: Document,
    pub(crate) keeper: Keeper,
    pub(crate) opened: Opened,
}

impl Window {
    pub(crate) fn open(paths: &Paths) -> Self {
        let document = article();
        let (keeper, opened) = Keeper::open(paths, &document, document.digest(), "/articles/telecoms.txt");
        Self { document, keeper, opened }
    }

    /// Adds a note, at this time by the computer's clock.
    pub(crate) fn add_at(&mut self, body: &str, at: Timestamp) -> Result<NoteId, SaveError> {
        let (id, span) = (NoteId(Uuid::now_v7()), Span::new(3, 9));
        let note = Note {
            id,
            anchor: Anchor::new(&self.document, span),
            placement: Placement::Exact(span),
            pen: Pen::Yellow,
            body: body.to_owned(),
            tags: Vec::new(),
            created: at,
            changed: at,
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        };
        self.change_at(Edit::Add(Box::new(note)), at)?;
        Ok(id)
    }

    pub(crate) fn add(&mut self, body: &str) -> Result<NoteId, SaveError> {
        self.add_at(body, Timestamp::now())
    }

    pub(crate) fn change_at(&mut self, edit: Edit, at: Timestamp) -> Result<(), SaveError> {
        self.keeper.append(&[Event { id: Uuid::now_v7(), at, edit, base: None, undoes: None }])
    }

    /// The journals in the folder of the article, by name.
    pub(crate) fn journals(&self) -> Vec<PathBuf> {
        files_under(&self.keeper.folder())
    }
}

/// The bodies of the notes as they are when the article is opened anew, in order.
pub(crate) fn bodies_in(paths: &Paths) -> Vec<String> {
    bodies(&Window::open(paths).opened.notes)
}

pub(crate) fn bodies(notes: &Notes) -> Vec<String> {
    let mut bodies: Vec<String> = notes.iter().map(|note| note.body.clone()).collect();
    bodies.sort_unstable();
    bodies
}

/// Every file under a folder, in order; none where there is no folder.
pub(crate) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files.extend(files_under(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// Copies a folder with all it holds, over what is there.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    for file in files_under(from) {
        let target = to.join(file.strip_prefix(from).expect("it is under it"));
        fs::create_dir_all(target.parent().expect("it is in a folder")).expect("made");
        fs::copy(&file, target).expect("copied");
    }
}
