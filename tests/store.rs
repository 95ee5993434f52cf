//! Notes on disk: what was said to be saved is there, whatever happened to the files in between.

use exergue::doc::{BlockKind, Builder, Digest, Document, Extent};
use exergue::mark::{Anchor, Edit, Event, History, Note, NoteId, Notes, Pen, Placement};
use exergue::notice::Notice;
use exergue::runtime::keeper::{self, Keeper, Opened, SaveError, back_up, missing};
use exergue::runtime::paths::Paths;
use exergue::text::Span;
use jiff::Timestamp;
use jiff::civil::date;
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

#[test]
fn reopening_gives_the_same_notes_and_what_can_be_undone() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    for body in ["un", "", "trois"] {
        sitting.add(body).expect("saves");
    }
    let ids: Vec<NoteId> = sitting.notes.iter().map(|note| note.id).collect();
    sitting.edit(Edit::Body { note: ids[1], body: "deux".to_owned() }).expect("saves");
    sitting.edit(Edit::Pen { note: ids[0], pen: Pen::Pink }).expect("saves");
    sitting
        .edit(Edit::Tags { note: ids[0], add: vec!["ia".to_owned()], remove: vec!["nuage".to_owned()] })
        .expect("saves");
    sitting.edit(Edit::Remove(ids[2])).expect("saves");
    sitting.undo();
    sitting.undo();

    let mut again = open(&paths);
    assert_eq!(again.notes, sitting.notes);
    assert_eq!(again.history, sitting.history);
    assert_eq!(again.opened.notices, []);
    assert!(again.notes.iter().all(|note| matches!(note.placement, Placement::Exact(_))));
    again.undo();
    assert_eq!(open(&paths).notes, again.notes);
}

#[test]
fn opening_writes_nothing() {
    let (root, paths) = root();
    let sitting = open(&paths);
    assert!(sitting.opened.notes.is_empty());
    assert_eq!(sitting.opened.writable, Ok(()));
    assert_eq!(fs::read_dir(root.path()).expect("reads").count(), 0);
}

#[test]
fn every_beginning_of_a_journal_gives_all_its_whole_lines() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    for body in ["un", "deux\nlignes", "trois"] {
        sitting.add(body).expect("saves");
    }
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let whole = fs::read(&journal).expect("reads");
    for length in 0..whole.len() {
        fs::write(&journal, &whole[..length]).expect("writes");
        // The closing brace of a line is its last byte but the line end: without the latter the line is whole too.
        let lines = whole[..length].split(|&byte| byte == b'\n');
        let expected =
            lines.filter(|line| line.ends_with(b"\"}") && line.starts_with(b"{\"v\"")).skip(1).count();
        let opened = open(&paths).opened;
        assert_eq!(opened.notes.len(), expected, "after {length} bytes");
        let torn =
            opened.notices.iter().any(|notice| matches!(notice, Notice::JournalDamaged { lines: 1, .. }));
        let ends_whole = whole[..length].is_empty()
            || matches!(whole[length - 1], b'\n')
            || whole[..length].ends_with(b"\"}");
        assert_eq!(torn, !ends_whole, "after {length} bytes");
    }
}

#[test]
fn a_note_after_a_torn_line_starts_a_line_of_its_own() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    sitting.add("deux").expect("saves");
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let whole = fs::read(&journal).expect("reads");
    fs::write(&journal, &whole[..whole.len() - 20]).expect("writes");
    let mut again = open(&paths);
    assert_eq!(bodies(&again.notes), ["un"]);
    again.add("trois").expect("saves");
    let last = open(&paths);
    assert_eq!(bodies(&last.notes), ["trois", "un"]);
    assert!(fs::read(&journal).expect("reads").starts_with(&whole[..whole.len() - 20]));
}

#[test]
fn two_programs_on_one_document_lose_nothing() {
    let (_root, paths) = root();
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let paths = &paths;
            scope.spawn(move || {
                let mut sitting = open(paths);
                for number in 0..100 {
                    sitting.add(&format!("{name}{number}")).expect("saves");
                }
            });
        }
    });
    let opened = open(&paths).opened;
    assert_eq!(opened.notes.len(), 200);
    assert_eq!(opened.notices, []);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_before_anything_is_typed_and_notes_wait() {
    let (_root, paths) = root();
    fs::create_dir_all(paths.data.parent().expect("a folder above")).expect("makes");
    fs::write(&paths.data, "not a folder").expect("writes");
    let mut sitting = open(&paths);
    assert!(sitting.opened.writable.is_err());
    assert!(matches!(sitting.opened.notices[..], [_, ..]));
    assert!(sitting.opened.notices.iter().any(|notice| matches!(notice, Notice::NotesUnsavable { .. })));
    assert!(sitting.add("un").is_err());
    assert!(sitting.add("deux").is_err());
    assert_eq!(sitting.keeper.waiting(), 2);

    fs::remove_file(&paths.data).expect("removes");
    sitting.keeper.retry().expect("saves what waited");
    assert_eq!(sitting.keeper.waiting(), 0);
    let again = open(&paths);
    assert_eq!(again.notes, sitting.notes);
    assert_eq!(again.history, sitting.history);
}

#[test]
fn damaged_lines_are_counted_and_stay_as_they_are() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    sitting.add("deux").expect("saves");
    let folder = sitting.keeper.folder();
    let journal = only_file(&folder, ".jsonl");
    let mut bytes = fs::read(&journal).expect("reads");
    bytes.extend(b"\xff\xfe\n{\"v\":1,\"op\":\"add\"}\n<<<<<<< HEAD\n=======\n>>>>>>> other\n");
    fs::write(&journal, &bytes).expect("writes");
    // Copies left by a synchronisation, and a folder where a journal should be.
    fs::write(folder.join("x.sync-conflict-20261122.jsonl"), &bytes).expect("writes");
    fs::create_dir(folder.join("folder.jsonl")).expect("makes");

    let mut again = open(&paths);
    assert_eq!(bodies(&again.notes), ["deux", "un"]);
    let damaged = |notice: &&Notice| matches!(notice, Notice::JournalDamaged { lines: 2, .. });
    assert_eq!(again.opened.notices.iter().filter(damaged).count(), 2, "{:?}", again.opened.notices);
    assert!(again.opened.notices.iter().any(|notice| matches!(notice, Notice::NotesUnreadable { .. })));
    again.add("trois").expect("saves");
    assert!(fs::read(&journal).expect("reads").starts_with(&bytes));
    assert_eq!(fs::read(folder.join("x.sync-conflict-20261122.jsonl")).expect("reads"), bytes);
}

#[test]
fn what_a_newer_version_wrote_is_not_added_to() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    let newer = sitting.keeper.folder().join("newer.jsonl");
    fs::write(&newer, "{\"v\":2,\"op\":\"add\"}\n").expect("writes");
    let mut again = open(&paths);
    assert_eq!(bodies(&again.notes), ["un"]);
    assert!(again.opened.writable.is_err());
    assert!(matches!(&again.opened.notices[..], [Notice::JournalNewer { file }] if file == "newer.jsonl"));
    assert!(matches!(again.add("deux"), Err(SaveError::Newer)));
    assert_eq!(bodies(&open(&paths).notes), ["un"]);
}

#[test]
fn a_journal_that_cannot_be_written_is_left_and_another_made() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let aside = journal.with_extension("jsonl.orig");
    fs::rename(&journal, &aside).expect("renames");
    fs::create_dir(&journal).expect("makes");
    sitting.add("deux").expect("saves elsewhere");
    sitting.add("trois").expect("saves elsewhere");
    assert_eq!(bodies(&open(&paths).notes), ["deux", "trois", "un"]);
    assert_eq!(fs::read_dir(sitting.keeper.folder()).expect("reads").count(), 3);
}

#[test]
fn a_lock_that_is_never_free_costs_one_more_journal() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    let lock = fs::File::open(only_file(&paths.state.join("locks"), ".lock")).expect("opens");
    lock.lock().expect("locks");
    sitting.add("deux").expect("saves elsewhere");
    sitting.add("trois").expect("saves elsewhere");
    assert_eq!(bodies(&open(&paths).notes), ["deux", "trois", "un"]);
    assert_eq!(fs::read_dir(sitting.keeper.folder()).expect("reads").count(), 2);
}

#[test]
fn a_document_that_changed_keeps_its_notes_and_says_so_once() {
    let (_root, paths) = root();
    let mut sitting = open_as(&paths, TEXT, "/articles/telecoms.txt");
    sitting.add("sur le groupe").expect("saves");
    let lost = sitting.note(TEXT.find("Barcelone").expect("it is there"), "sur Barcelone");
    sitting.edit(Edit::Add(Box::new(lost))).expect("saves");

    let edition = TEXT.replace("hier son président à Barcelone", "ce matin son président à Madrid");
    let mut edited = open_as(&paths, &edition, "/articles/telecoms.txt");
    assert_eq!(bodies(&edited.notes), ["sur Barcelone", "sur le groupe"]);
    assert_eq!(edited.opened.notices, [Notice::Replaced { moved: 0, reworded: 0, lost: 1 }]);
    edited.add("sur l’édition").expect("saves");
    assert_eq!(open_as(&paths, &edition, "/articles/telecoms.txt").opened.notices, []);
    // The old text gives the old places back.
    let old = open_as(&paths, TEXT, "/articles/telecoms.txt");
    assert_eq!(old.notes.iter().filter(|note| note.span().is_none()).count(), 0);
}

#[test]
fn another_document_under_the_same_path_has_no_notes() {
    let (_root, paths) = root();
    open_as(&paths, TEXT, "/articles/telecoms.txt").add("un").expect("saves");
    let mut other = open_as(&paths, OTHER, "/articles/telecoms.txt");
    assert!(other.notes.is_empty());
    other.add("deux").expect("saves");
    assert_eq!(bodies(&open_as(&paths, TEXT, "/articles/telecoms.txt").notes), ["un"]);
    assert_eq!(bodies(&open_as(&paths, OTHER, "").notes), ["deux"]);
}

#[test]
fn a_document_that_moved_or_was_converted_keeps_its_notes() {
    let (_root, paths) = root();
    open_as(&paths, TEXT, "/articles/telecoms.txt").add("un").expect("saves");
    assert_eq!(bodies(&open_as(&paths, TEXT, "/elsewhere/t.txt").notes), ["un"]);
    let document = article(TEXT);
    let other_bytes: Digest = [7; 32];
    let (mut keeper, opened) = Keeper::open(&paths, &document, other_bytes, "/elsewhere/t.html");
    assert_eq!(bodies(&opened.notes), ["un"]);
    let mut sitting = open(&paths);
    let note = sitting.note(3, "deux");
    let event = sitting.event(Edit::Add(Box::new(note)), None);
    keeper.append(&[event]).expect("saves");
    // From now on the new bytes are known too, whatever becomes of the text.
    let (_, opened) = Keeper::open(&paths, &article(OTHER), other_bytes, "");
    assert_eq!(bodies(&opened.notes), ["deux", "un"]);
    sitting = open(&paths);
    assert_eq!(bodies(&sitting.notes), ["deux", "un"]);
}

#[test]
fn notes_of_an_edition_are_read_beside_those_of_a_folder_that_another_device_made_for_it() {
    let edition = TEXT.replace("hier", "ce matin");
    let (_elsewhere, there) = root();
    open_as(&there, &edition, "").add("là-bas").expect("saves");
    let (_root, here) = root();
    open_as(&here, TEXT, "/articles/telecoms.txt").add("ici, avant").expect("saves");
    open_as(&here, &edition, "/articles/telecoms.txt").add("ici").expect("saves");
    for folder in fs::read_dir(there.documents()).expect("reads") {
        let folder = folder.expect("an entry");
        fs::rename(folder.path(), here.documents().join(folder.file_name())).expect("comes by a sync");
    }
    assert_eq!(bodies(&open_as(&here, &edition, "").notes), ["ici", "ici, avant", "là-bas"]);
}

#[test]
fn changes_made_while_the_journals_were_read_come_on_top_and_can_be_undone() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    let known = sitting.notes.iter().next().expect("a note").id;
    let mut read = open(&paths).opened;
    let new = sitting.note(TEXT.find("acteur").expect("it is there"), "deux");
    let body = Edit::Body { note: known, body: "un, revu".to_owned() };
    let changes = [sitting.event(Edit::Add(Box::new(new)), None), sitting.event(body, None)];
    read.add(&changes, &sitting.document);
    assert_eq!(bodies(&read.notes), ["deux", "un, revu"]);
    assert!(read.notes.iter().all(|note| note.span().is_some()));
    assert_eq!(read.history.undo().first().map(|step| step.event), Some(changes[1].id));
}

#[test]
fn a_note_too_long_to_be_read_again_is_not_said_to_be_saved() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    let too_long = sitting.add(&"x".repeat(exergue::store::journal::LONGEST));
    assert!(matches!(too_long, Err(SaveError::TooLong)), "{too_long:?}");
    let (_root, paths) = root();
    let long = "x".repeat(exergue::store::journal::LONGEST / 2);
    open(&paths).add(&long).expect("saves");
    assert_eq!(bodies(&open(&paths).notes), [long]);
}

#[test]
fn the_notes_of_all_documents_are_listed_by_title() {
    let (_root, paths) = root();
    open_as(&paths, TEXT, &paths.home.join("a.txt").display().to_string()).add("un").expect("saves");
    open_as(&paths, OTHER, "https://press.example/recette").add("deux").expect("saves");
    let (documents, notices) = keeper::all_notes(&paths).expect("lists");
    assert_eq!(notices, []);
    let mut sources: Vec<(&str, &str, Vec<&str>)> = documents
        .iter()
        .map(|document| (document.title(), document.source(), bodies(&document.notes)))
        .collect();
    sources.sort();
    assert_eq!(
        sources,
        [
            ("Le marché des télécoms", "https://press.example/recette", vec!["deux"]),
            ("Le marché des télécoms", "~/a.txt", vec!["un"]),
        ]
    );
}

#[cfg(unix)]
#[test]
fn everything_written_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    fn walk(folder: &Path, seen: &mut Vec<(PathBuf, u32)>) {
        for entry in fs::read_dir(folder).expect("reads") {
            let path = entry.expect("an entry").path();
            seen.push((path.clone(), fs::metadata(&path).expect("is there").permissions().mode() & 0o777));
            if path.is_dir() {
                walk(&path, seen);
            }
        }
    }
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    sitting.keeper.keep_reading(&keeper::Kept::default()).expect("keeps");
    let mut seen = Vec::new();
    walk(&paths.data, &mut seen);
    walk(&paths.state, &mut seen);
    for name in ["README.txt", ".gitattributes", "docs", "device.toml", "locks", "reading", "last"] {
        assert!(seen.iter().any(|(path, _)| path.ends_with(name)), "{name} in {seen:?}");
    }
    for (path, mode) in seen {
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[test]
fn a_note_of_another_program_is_seen_and_can_be_built_upon() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths), open(&paths));
    assert!(one.keeper.look(&one.document).is_none(), "there is no folder yet");
    one.add("un").expect("saves");
    let seen = other.keeper.look(&other.document).expect("a note came");
    assert_eq!(seen.notes, one.notes, "placed too");
    assert!(other.keeper.look(&other.document).is_none(), "nothing came since");
    assert!(one.keeper.look(&one.document).is_none(), "what one wrote oneself is no news");

    other.notes = seen.notes;
    let note = other.notes.iter().next().expect("one note").id;
    other.edit(Edit::Body { note, body: "un et demi".to_owned() }).expect("saves");
    other.add("deux").expect("saves");
    let seen = one.keeper.look(&one.document).expect("changes came");
    assert_eq!(bodies(&seen.notes), ["deux", "un et demi"]);
    one.notes = seen.notes;
    one.edit(Edit::Body { note, body: "le dernier mot".to_owned() }).expect("saves");
    assert_eq!(bodies(&open(&paths).notes), ["deux", "le dernier mot"]);
}

#[test]
fn a_journal_that_is_just_being_replaced_takes_no_note_away() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths), open(&paths));
    one.add("un").expect("saves");
    other.keeper.look(&other.document).expect("a note came");
    let journal = only_file(&one.keeper.folder(), ".jsonl");
    let whole = fs::read(&journal).expect("reads");
    for beginning in [0, whole.len() / 2] {
        fs::write(&journal, &whole[..beginning]).expect("writes");
        assert!(other.keeper.look(&other.document).is_none());
    }
    fs::write(&journal, &whole).expect("writes");
    one.add("deux").expect("saves");
    assert_eq!(bodies(&other.keeper.look(&other.document).expect("it is back").notes), ["deux", "un"]);
}

#[test]
fn a_newer_version_that_writes_meanwhile_makes_the_notes_read_only() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    fs::write(sitting.keeper.folder().join("newer.jsonl"), "{\"v\":2,\"op\":\"add\"}\n").expect("writes");
    let seen = sitting.keeper.look(&sitting.document).expect("something came");
    assert!(seen.writable.is_err() && seen.notes.len() == 1);
    assert!(matches!(sitting.add("deux"), Err(SaveError::Newer)));
}

#[test]
fn damaged_lines_are_copied_once_and_nothing_where_there_are_none() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    sitting.keeper.quarantine().expect("nothing to copy");
    assert!(!paths.state.join("quarantine").exists());
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let mut bytes = fs::read(&journal).expect("reads");
    bytes.extend(b"{\"v\":1,\"op\":\"add\"}\n\n\xff\xfe");
    fs::write(&journal, &bytes).expect("writes");
    let again = open(&paths);
    for _ in 0..2 {
        again.keeper.quarantine().expect("copies");
        let copy = only_file(&paths.state.join("quarantine"), "");
        assert_eq!(fs::read(copy).expect("reads"), b"{\"v\":1,\"op\":\"add\"}\n\xff\xfe");
    }
    assert_eq!(fs::read(&journal).expect("reads"), bytes, "the journal stays as it is");
    fs::write(&journal, [&bytes[..], b"\n{"].concat()).expect("writes");
    again.keeper.quarantine().expect("copies");
    assert_eq!(fs::read_dir(paths.state.join("quarantine")).expect("reads").count(), 2, "other damage");
}

/// Everything under a folder: path from there, and content.
fn files_under(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files_under(&path).into_iter().map(|(rest, text)| (format!("{name}/{rest}"), text)));
        } else {
            found.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
    found.sort();
    found
}

#[test]
fn a_copy_is_made_once_a_day_where_something_changed() {
    let (_root, paths) = root();
    let (backup, day) = (paths.state.join("backup"), |day| date(2026, 11, day));
    back_up(&paths, day(20)).expect("nothing to copy");
    assert!(!backup.exists());
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    back_up(&paths, day(20)).expect("copies");
    sitting.add("deux").expect("saves");
    back_up(&paths, day(20)).expect("there is one of today");
    back_up(&paths, day(21)).expect("copies");
    back_up(&paths, day(22)).expect("nothing changed");
    let copies = files_under(&backup);
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let text = fs::read_to_string(&journal).expect("reads");
    let name = journal.file_name().expect("a name").to_string_lossy().into_owned();
    let folder = sitting.keeper.name();
    assert_eq!(copies.len(), 2, "{copies:?}");
    assert!(text.starts_with(&copies[0].1) && copies[0].1.len() < text.len());
    assert_eq!(copies[1], (format!("2026-11-21/{folder}/{name}.2026-11-21.jsonl"), text));
}

#[test]
fn notes_that_a_copy_has_are_missed_and_come_back_with_it_beside_newer_ones() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    sitting.add("deux").expect("saves");
    back_up(&paths, date(2026, 11, 21)).expect("copies");
    sitting.add("trois").expect("saves");
    assert_eq!(missing(&paths), []);
    let journal = only_file(&sitting.keeper.folder(), ".jsonl");
    let renamed = journal.with_extension("jsonl.orig");
    fs::rename(&journal, &renamed).expect("renames");
    assert_eq!(missing(&paths), [], "what a synchronisation renames is not lost");

    fs::remove_file(&renamed).expect("removes");
    open(&paths).add("quatre").expect("saves");
    let copy = paths.state.join("backup/2026-11-21").join(sitting.keeper.name());
    let told = missing(&paths);
    assert!(
        matches!(&told[..], [Notice::NotesMissing { had: 2, has: 0, backup, .. }]
            if backup.ends_with(&format!("2026-11-21/{}", sitting.keeper.name()))),
        "{told:?}"
    );
    back_up(&paths, date(2026, 11, 22)).expect("copies what is there");
    assert_eq!(missing(&paths), told, "it is still missed");

    let copied = only_file(&copy, ".jsonl");
    fs::copy(&copied, sitting.keeper.folder().join(copied.file_name().expect("a name"))).expect("copies");
    assert_eq!(missing(&paths), []);
    assert_eq!(bodies(&open(&paths).notes), ["deux", "quatre", "un"]);
}

#[test]
fn a_copy_that_was_not_finished_is_made_anew() {
    let (_root, paths) = root();
    open(&paths).add("un").expect("saves");
    let unfinished = paths.state.join("backup/unfinished-2026-11-20/a-00000");
    fs::create_dir_all(&unfinished).expect("makes");
    fs::write(unfinished.join("half.jsonl"), "{").expect("writes");
    back_up(&paths, date(2026, 11, 21)).expect("copies");
    let copies = files_under(&paths.state.join("backup"));
    assert!(matches!(&copies[..], [(path, _)] if path.starts_with("2026-11-21/")), "{copies:?}");
}
