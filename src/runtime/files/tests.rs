use super::faults::{Fault, Loss};
use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// What an appended line leaves where the call numbered `at` goes wrong, and what is said of it.
fn appended(fault: Fault, at: usize) -> (Result<(), WriteError>, Option<String>, String) {
    let folder = folder();
    let journal = folder.path().join("d.jsonl");
    fs::write(&journal, "one\n").expect("written");
    faults::plan(folder.path(), fault, at);
    let result = append(&journal, None, "two, long\n");
    let (_, struck, _) = faults::end();
    (result, struck, fs::read_to_string(&journal).expect("it is there"))
}

#[test]
fn a_call_that_fails_leaves_the_journal_as_it_was_unless_it_is_the_last() {
    for fault in [Fault::Once(io::ErrorKind::Other), Fault::Short] {
        for at in 0.. {
            let (result, struck, content) = appended(fault, at);
            match struck.as_deref() {
                None => {
                    assert!(result.is_ok() && at > 3, "{at} calls");
                    break;
                }
                Some(call) if call.starts_with("Sync") => {
                    assert!(matches!(result, Err(WriteError::Sync { .. })), "{call}: {result:?}");
                }
                // Where nothing can be looked at, opening shows what it is.
                Some(call) if call.starts_with("Look") => assert!(result.is_ok()),
                Some(call) => assert!(result.is_err() && content == "one\n", "{call}: {result:?}, {content}"),
            }
        }
    }
}

#[test]
fn what_the_disk_did_not_take_is_lost_with_the_power_and_nothing_else() {
    for (loss, expected) in
        [(Loss::None, "one\ntwo\nthree\n"), (Loss::All, "one\ntwo\n"), (Loss::Half, "one\ntwo\nthr")]
    {
        let folder = folder();
        let journal = folder.path().join("docs/d.jsonl");
        faults::plan(folder.path(), Fault::Nothing, 0);
        append(&journal, None, "one\n").and_then(|()| append(&journal, None, "two\n")).expect("saved");
        settle(&journal, folder.path()).expect("settled");
        let mut file = disk::open(&journal, OpenOptions::new().append(true)).expect("opened");
        disk::write(&mut file, &journal, b"three\n").expect("written");
        faults::end().2.lose(loss);
        assert_eq!(fs::read_to_string(&journal).expect("it is there"), expected, "{loss:?}");
    }
}

#[test]
fn a_name_that_was_not_settled_is_lost_with_the_power() {
    let folder = folder();
    let journal = folder.path().join("d.jsonl");
    faults::plan(folder.path(), Fault::Nothing, 0);
    append(&journal, None, "one\n").expect("saved");
    faults::end().2.lose(Loss::All);
    assert!(!journal.exists());
}

#[test]
fn lines_are_added_and_a_torn_one_stays_alone() {
    let folder = folder();
    let (journal, lock) = (folder.path().join("docs/a/d.jsonl"), folder.path().join("locks/a.lock"));
    append(&journal, Some(&lock), "one\n").expect("appends");
    append(&journal, Some(&lock), "two\n").expect("appends");
    fs::write(&journal, "one\ntwo\nthr").expect("writes");
    append(&journal, Some(&lock), "four\n").expect("appends");
    assert_eq!(fs::read_to_string(&journal).expect("reads"), "one\ntwo\nthr\nfour\n");
}

#[test]
fn a_lock_held_elsewhere_or_something_not_a_file_is_an_error_and_changes_nothing() {
    let folder = folder();
    let (journal, lock) = (folder.path().join("d.jsonl"), folder.path().join("a.lock"));
    let held = take_lock(&lock).expect("free");
    assert!(matches!(append(&journal, Some(&lock), "one\n"), Err(WriteError::Busy { .. })));
    assert!(!journal.exists());
    drop(held);
    fs::create_dir(&journal).expect("makes a folder");
    assert!(matches!(append(&journal, Some(&lock), "one\n"), Err(WriteError::NotAFile { .. })));
}

#[test]
fn a_lock_given_back_is_free_though_a_program_being_started_has_a_copy_of_it() {
    let folder = folder();
    let path = folder.path().join("a.lock");
    let held = lock_now(&path).expect("a disk with locks").expect("free");
    let copy = held.0.try_clone().expect("what a fork does");
    assert!(lock_now(&path).expect("a disk with locks").is_none());
    drop(held);
    assert!(lock_now(&path).expect("a disk with locks").is_some());
    drop(copy);
}

#[test]
fn whole_files_are_replaced_or_kept() {
    let folder = folder();
    let path = folder.path().join("new/a.json");
    write_whole(&path, b"one").expect("writes");
    write_whole(&path, b"two").expect("writes");
    assert!(matches!(create_new(&path, b"three"), Err(WriteError::Exists { .. })));
    assert!(matches!(append_new(&path, "three\n"), Err(WriteError::Exists { .. })));
    assert_eq!(fs::read(&path).expect("reads"), b"two");
    assert_eq!(fs::read_dir(folder.path().join("new")).expect("reads").count(), 1, "no temporary file stays");
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let (journal, lock) = (folder.path().join("docs/a/d.jsonl"), folder.path().join("locks/a.lock"));
    append(&journal, Some(&lock), "one\n").expect("appends");
    write_whole(&folder.path().join("whole"), b"").expect("writes");
    let mode =
        |path: &str| fs::metadata(folder.path().join(path)).expect("is there").permissions().mode() & 0o777;
    for (path, expect) in [
        ("docs", 0o700),
        ("docs/a", 0o700),
        ("docs/a/d.jsonl", 0o600),
        ("locks/a.lock", 0o600),
        ("whole", 0o600),
    ] {
        assert_eq!(mode(path), expect, "{path}");
    }
}
