//! Torn, damaged and newer journals.

use super::*;
use std::fs;

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
fn a_newer_version_that_writes_meanwhile_makes_the_notes_read_only() {
    let (_root, paths) = root();
    let mut sitting = open(&paths);
    sitting.add("un").expect("saves");
    fs::write(sitting.keeper.folder().join("newer.jsonl"), "{\"v\":2,\"op\":\"add\"}\n").expect("writes");
    let seen = sitting.keeper.look(&sitting.document).expect("something came");
    assert!(seen.writable.is_err() && seen.notes.len() == 1);
    assert!(matches!(sitting.add("deux"), Err(SaveError::Newer)));
}
