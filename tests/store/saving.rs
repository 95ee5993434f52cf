//! Saving and reading again, also where the disk refuses.

use super::*;
use std::fs;

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
fn what_is_asked_for_in_all_documents_is_sifted_where_it_is_read_also_among_the_deleted() {
    let (_root, paths) = root();
    let mut kept = open_as(&paths, TEXT, "/a.txt");
    kept.add("un").expect("saves");
    kept.add("deux").expect("saves");
    let mut emptied = open_as(&paths, OTHER, "/b.txt");
    emptied.add("un, effacé").expect("saves");
    let gone = emptied.notes.iter().next().expect("one note").id;
    emptied.edit(Edit::Remove(gone)).expect("saves");
    let sifted = |body: &'static str| {
        let wanted = move |note: &Note| note.body.starts_with(body);
        let (mut documents, notices) = keeper::notes_where(&paths, Some(wanted)).expect("lists");
        assert_eq!(notices, []);
        documents.sort_by_key(|document| document.source().to_owned());
        let of = |document: &keeper::AnnotatedDocument| {
            let deleted =
                document.notes.deleted().map(|deleted| deleted.note.body.clone()).collect::<Vec<_>>();
            (document.source().to_owned(), bodies(&document.notes).join(" "), deleted.join(" "))
        };
        documents.iter().map(of).collect::<Vec<_>>()
    };
    let row =
        |source: &str, there: &str, deleted: &str| (source.to_owned(), there.to_owned(), deleted.to_owned());
    assert_eq!(sifted("un"), [row("/a.txt", "un", ""), row("/b.txt", "", "un, effacé")]);
    assert_eq!(sifted("deux"), [row("/a.txt", "deux", "")]);
    assert_eq!(sifted("trois"), []);
}
