//! Another document under a known path, and a known text under another path: the person says whose the notes are.

use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::{Anchor, Edit, Event, Note, NoteId, Pen, Placement};
use exergue::runtime::keeper::{Keeper, Opened};
use exergue::runtime::paths::Paths;
use exergue::text::Span;
use jiff::Timestamp;
use uuid::Uuid;

fn document(text: &str) -> Document {
    let mut builder = Builder::default();
    builder.title("Le marché").block(BlockKind::Paragraph, text);
    builder.finish(Extent::Whole)
}

/// Words enough to be told from others.
fn words(from: usize, to: usize) -> String {
    (from..to).map(|number| format!("mot{number} ")).collect()
}

fn open(paths: &Paths, text: &str, path: &str) -> (Document, Keeper, Opened) {
    let document = document(text);
    let (keeper, opened) = Keeper::open(paths, &document, document.digest(), path);
    (document, keeper, opened)
}

fn now() -> Timestamp {
    Timestamp::from_second(1_800_000_000).expect("in range")
}

/// A document with one note, kept under `~/jour.txt`.
fn noted(paths: &Paths) {
    let (document, mut keeper, _) = open(paths, &words(0, 300), "/home/ann/jour.txt");
    let (span, id) = (Span::new(0, 4), Uuid::now_v7());
    let note = Note {
        id: NoteId(id),
        anchor: Anchor::new(&document, span),
        placement: Placement::Exact(span),
        pen: Pen::Yellow,
        body: "à garder".to_owned(),
        tags: Vec::new(),
        created: now(),
        changed: now(),
        head: id,
        attached: Vec::new(),
        versions: Vec::new(),
    };
    let event = Event { id, at: now(), edit: Edit::Add(Box::new(note)), base: None, undoes: None };
    keeper.append(&[event]).expect("saves");
}

#[test]
fn another_text_under_the_name_is_asked_about_once_and_no_keeps_them_apart() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    noted(&paths);
    let today = words(1000, 1300);
    let (document, mut keeper, opened) = open(&paths, &today, "/home/ann/jour.txt");
    assert!(opened.notes.is_empty(), "never on the wrong document");
    let kin = opened.kin.expect("asked");
    assert_eq!((kin.title.as_str(), kin.path.as_str(), kin.notes), ("Le marché", "/home/ann/jour.txt", 1));
    assert!(kin.same_path);

    keeper.settle_identity(&document, None, now()).expect("saves");
    let (_, _, opened) = open(&paths, &today, "/home/ann/jour.txt");
    assert_eq!((opened.notes.len(), opened.kin), (0, None), "not asked again");
    let (_, _, opened) = open(&paths, &words(1000, 1290), "/home/ann/jour.txt");
    assert_eq!((opened.notes.len(), opened.kin), (0, None), "nor of an edition of it");
    let (_, _, opened) = open(&paths, &words(0, 300), "/home/ann/elsewhere.txt");
    assert_eq!(opened.notes.len(), 1, "the old text has its notes wherever it is");
}

#[test]
fn yes_takes_the_notes_and_is_remembered() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    noted(&paths);
    let edition = words(30, 330);
    let (document, mut keeper, opened) = open(&paths, &edition, "/home/ann/copie.txt");
    let kin = opened.kin.expect("asked");
    assert!(opened.notes.is_empty() && !kin.same_path);
    keeper.settle_identity(&document, Some(&kin.folder), now()).expect("saves");
    let (_, keeper, opened) = open(&paths, &edition, "/home/ann/copie.txt");
    assert_eq!((opened.notes.len(), opened.kin), (1, None));
    assert_eq!(keeper.name(), kin.folder);
    assert_eq!(opened.notes.iter().next().expect("one").span(), None, "its passage is not in this edition");
}

#[test]
fn a_document_without_notes_is_not_asked_about() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    let (document, mut keeper, _) = open(&paths, &words(0, 300), "/home/ann/jour.txt");
    keeper.settle_identity(&document, None, now()).expect("saves");
    let (_, _, opened) = open(&paths, &words(1000, 1300), "/home/ann/jour.txt");
    assert_eq!(opened.kin, None);
}
