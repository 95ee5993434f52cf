//! Daily copies, and what they have that the journals lack.

use super::*;
use exergue::runtime::keeper::{back_up, missing};
use jiff::civil::date;
use std::fs;

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
