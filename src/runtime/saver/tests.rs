use super::*;
use crate::doc::plain;
use crate::mark::{Anchor, Note, NoteId, Pen, Placement, Rivals, Scope};
use crate::runtime::keeper::Opened;
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
        attached: Vec::new(),
        versions: Vec::new(),
        created: at,
        changed: at,
    };
    Event { id, at, edit: Edit::Add(Box::new(note)), base: None, undoes: None }
}

/// A correction that is meant for every document.
fn shared() -> Event {
    let name = Correction::Name { of: "A".to_owned(), to: Some("B".to_owned()) };
    let edit = Edit::Correct { scope: Scope::Everywhere, correction: Box::new(name) };
    Event { edit, ..event(&subject()) }
}

fn next(incoming: &Receiver<Incoming>) -> Incoming {
    incoming.recv_timeout(Duration::from_secs(20)).expect("an answer")
}

fn loaded(incoming: &Receiver<Incoming>) -> (Opened, usize) {
    match next(incoming) {
        Incoming::Loaded { opened, changes, .. } => (opened, changes),
        other => panic!("{other:?}"),
    }
}

/// How many changes are safe, and whether the others were refused.
fn written(incoming: &Receiver<Incoming>) -> (usize, bool) {
    match next(incoming) {
        Incoming::Written { safe, refused } => (safe, refused.is_some()),
        other => panic!("{other:?}"),
    }
}

/// Makes the data folder impossible, whoever runs the test: a file stands in its place.
fn break_disk(paths: &Paths) {
    std::fs::create_dir_all(paths.data.parent().expect("a parent")).expect("made");
    std::fs::write(&paths.data, "").expect("written");
}

#[test]
fn what_was_appended_is_loaded_the_next_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let (loop_end, incoming) = channel();
    for times in 0..2 {
        let paths = Paths::under(folder.path());
        let saver = Saver::start(paths, None, loop_end.clone()).expect("a thread");
        saver.attach(subject());
        assert_eq!(loaded(&incoming).0.notes.len(), times);
        saver.append(vec![event(&subject())]);
        assert_eq!(written(&incoming), (1, false));
    }
}

#[test]
fn changes_made_before_the_journals_are_read_are_not_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let (loop_end, incoming) = channel();
    let saver = Saver::start(Paths::under(folder.path()), None, loop_end).expect("a thread");
    saver.append(vec![event(&subject())]);
    saver.attach(subject());
    let (opened, changes) = loaded(&incoming);
    assert_eq!((opened.notes.len(), changes), (1, 1));
    assert_eq!(written(&incoming), (1, false));
}

#[test]
fn a_note_made_in_the_first_part_is_anchored_in_the_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (loop_end, incoming) = channel();
    let saver = Saver::start(Paths::under(folder.path()), None, loop_end).expect("a thread");
    let part = Subject { document: plain::read("Une phrase.", "essai").into(), bytes_sha256: [0; 32] };
    saver.append(vec![event(&part)]);
    saver.attach(subject());
    let (opened, _) = loaded(&incoming);
    let anchor = &opened.notes.iter().next().expect("it was kept").anchor;
    assert_eq!(anchor.text, crate::mark::anchor::digest_prefix(&subject().document.digest()));
    assert_eq!((anchor.after.as_str(), anchor.rivals), (" Une autre phrase.", Some(Rivals::default())));
}

#[test]
fn what_cannot_be_written_is_said_and_written_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(folder.path());
    let (loop_end, incoming) = channel();
    let saver = Saver::start(paths.clone(), None, loop_end).expect("a thread");
    saver.attach(subject());
    assert_eq!(loaded(&incoming).1, 0);
    break_disk(&paths);
    saver.append(vec![event(&subject())]);
    assert_eq!(written(&incoming), (0, true));
    std::fs::remove_file(&paths.data).expect("removed");
    saver.retry();
    assert_eq!(written(&incoming), (1, false));
}

#[test]
fn changes_made_before_the_journals_are_read_count_once_though_only_some_could_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(folder.path());
    let (loop_end, incoming) = channel();
    let saver = Saver::start(paths.clone(), None, loop_end).expect("a thread");
    std::fs::create_dir_all(&paths.data).expect("made");
    std::fs::write(paths.shared(), "").expect("stands in the place of the folder");
    saver.append(vec![event(&subject()), shared(), event(&subject())]);
    saver.attach(subject());
    let (opened, changes) = loaded(&incoming);
    assert_eq!((opened.notes.len(), changes), (0, 0), "the loop adds all three");
    assert_eq!(written(&incoming), (1, true));
    std::fs::remove_file(paths.shared()).expect("removed");
    saver.retry();
    assert_eq!(written(&incoming), (3, false));
}

#[test]
fn what_is_corrected_for_all_appears_in_the_window_of_another_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let (loop_end, incoming) = channel();
    let other = Saver::start(Paths::under(folder.path()), None, loop_end).expect("a thread");
    let document = Arc::new(plain::read("Tout autre chose.", "b"));
    other.attach(Subject { document, bytes_sha256: [9; 32] });
    assert!(loaded(&incoming).0.notes.corrections().is_empty());

    let (loop_end, answers) = channel();
    let saver = Saver::start(Paths::under(folder.path()), None, loop_end).expect("a thread");
    saver.attach(subject());
    loaded(&answers);
    saver.append(vec![shared(), event(&subject())]);
    assert_eq!(written(&answers), (2, false));
    let saved = Instant::now();
    match next(&incoming) {
        Incoming::Merged { merged, changes: 0, .. } => {
            assert_eq!(merged.notes.corrections().name_of("A"), "B");
            assert!(merged.notes.is_empty(), "the note concerns the other document");
        }
        other => panic!("{other:?}"),
    }
    assert!(saved.elapsed() < LOOK + Duration::from_secs(5), "{:?}", saved.elapsed());
}

#[test]
fn another_document_waits_until_the_disk_has_the_changes_to_the_one_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(folder.path());
    let (loop_end, incoming) = channel();
    let saver = Saver::start(paths.clone(), None, loop_end).expect("a thread");
    saver.attach(subject());
    assert_eq!(loaded(&incoming).1, 0);
    break_disk(&paths);
    saver.append(vec![event(&subject())]);
    assert_eq!(written(&incoming), (0, true));
    let other = || Subject { document: plain::read("Tout autre chose.", "b").into(), bytes_sha256: [9; 32] };
    saver.attach(other());
    assert_eq!(written(&incoming), (0, true));
    saver.append(vec![event(&other())]);
    std::fs::remove_file(&paths.data).expect("removed");
    saver.retry();
    assert_eq!(written(&incoming), (1, false), "the first is safe, the second not yet");
    let (opened, changes) = loaded(&incoming);
    assert_eq!((opened.notes.len(), changes), (1, 2), "each with its own document");
    assert_eq!(written(&incoming), (2, false));
}
