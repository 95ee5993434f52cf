//! `exergue list`: what was read, as a shell sees it.

#[path = "common/shell.rs"]
mod shell;

use exergue::app::journey::Origin;
use exergue::doc::plain;
use exergue::runtime::keeper::{self, Keeper, Kept};
use exergue::runtime::open::BUNDLED_TITLE;
use exergue::runtime::paths::Paths;
use jiff::Timestamp;
#[cfg(unix)]
use rustix::time::{ClockId, clock_gettime};
use serde_json::Value;
use shell::{ENGLISH, program};
use std::fs;
use std::path::Path;
use std::process::Output;

fn run(root: &Path, arguments: &[&str]) -> Output {
    let mut command = program(root, ENGLISH, &[&["list"], arguments].concat());
    for (name, folder) in [("DATA", "data"), ("STATE", "state"), ("CACHE", "cache"), ("CONFIG", "config")] {
        command.env(format!("XDG_{name}_HOME"), root.join(folder));
    }
    command.output().expect("the program starts")
}

/// Reads `text` from the file `name` as far as `progress`, at that second.
fn read(root: &Path, name: &str, text: &str, progress: u8, second: i64) -> Keeper {
    let path = root.join(name);
    fs::write(&path, text).expect("written");
    let source = path.display().to_string();
    let document = plain::read(text, name);
    let (keeper, _) = Keeper::open(&Paths::under(root), &document, digest(text), &source);
    let kept = Kept {
        source,
        title: document.title().to_owned(),
        progress: Some(progress),
        read: Timestamp::from_second(second).ok(),
        lost: Some(0),
        ..Kept::default()
    };
    keeper.keep_reading(&kept).expect("kept");
    keeper
}

fn digest(text: &str) -> [u8; 32] {
    plain::read(text, "").digest()
}

#[test]
fn what_was_read_comes_newest_first_in_a_pipe_and_as_json() {
    let root = tempfile::tempdir().expect("a folder");
    read(root.path(), "ete.txt", "Été\n\nUn texte.", 40, 1_700_000_000);
    read(root.path(), "hiver.txt", "Hiver\n\nUn autre.", 100, 1_700_100_000);
    fs::remove_file(root.path().join("ete.txt")).expect("removed");
    let out = String::from_utf8(run(root.path(), &[]).stdout).expect("UTF-8");
    assert_eq!(
        out,
        "2023-11-16T02:00:00Z\t100\t0\t0\tHiver\t~/hiver.txt\n2023-11-14T22:13:20Z\t40\t0\t0\tÉté\tmissing: ~/ete.txt\n"
    );
    let out = String::from_utf8(run(root.path(), &["--json", "ETE"]).stdout).expect("UTF-8");
    let found: Value = serde_json::from_str(&out).expect("one object");
    let path = root.path().join("ete.txt").display().to_string();
    assert_eq!((&found["path"], &found["href"]), (&Value::from(path.as_str()), &Value::Null));
    assert_eq!(found["read"], "2023-11-14T22:13:20Z");
    assert_eq!((&found["progress"], &found["missing"]), (&Value::from(40), &Value::from(true)));
    assert_eq!((&found["notes"], &found["lost"]), (&Value::from(0), &Value::from(0)));
}

#[test]
fn an_empty_library_says_how_to_open_something() {
    let root = tempfile::tempdir().expect("a folder");
    let out = run(root.path(), &[]);
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("open an article: exergue FILE"));
    read(root.path(), "a.txt", "Un texte.", 0, 1_700_000_000);
    let out = run(root.path(), &["nothing"]);
    assert!(String::from_utf8_lossy(&out.stderr).contains("nothing that was read matches"));
}

#[test]
fn what_is_forgotten_is_listed_again_once_it_is_opened() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    let keeper = read(root.path(), "a.txt", "Un texte.", 10, 1_700_000_000);
    let books = || keeper::books(&paths, BUNDLED_TITLE, Timestamp::UNIX_EPOCH).expect("listed").0;
    let before = keeper::forget(&paths, keeper.name()).expect("forgotten");
    assert!(books().is_empty() && keeper.kept_reading().is_none() && keeper::last_read(&paths).is_none());
    keeper::remember(&paths, keeper.name(), before.as_deref()).expect("remembered");
    assert_eq!(books()[0].progress, Some(10));
    keeper::forget(&paths, keeper.name()).expect("forgotten");
    read(root.path(), "a.txt", "Un texte.", 20, 1_700_000_100);
    assert_eq!(books()[0].progress, Some(20));
}

#[test]
fn a_file_that_changed_before_it_was_annotated_is_listed_once_and_resumed() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    read(root.path(), "a.txt", "Un texte.", 10, 1_700_000_000);
    let keeper = read(root.path(), "a.txt", "Un texte, plus long.", 20, 1_700_000_100);
    let books = keeper::books(&paths, BUNDLED_TITLE, Timestamp::UNIX_EPOCH).expect("listed").0;
    assert_eq!(books.iter().map(|book| book.progress).collect::<Vec<_>>(), [Some(20)]);
    let source = root.path().join("a.txt").display().to_string();
    let third = plain::read("Un texte, encore plus long.", "a.txt");
    let (newest, _) = Keeper::open(&paths, &third, digest("Un texte, encore plus long."), &source);
    assert_ne!(newest.name(), keeper.name());
    assert_eq!(newest.kept_reading().and_then(|kept| kept.progress), Some(20));
    assert_eq!(books[0].origin, Some(Origin::At(source)));
}

/// A home with so many documents, a fifth of them with a journal.
#[cfg(unix)]
fn library(count: usize) -> (tempfile::TempDir, Paths) {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    let reading = paths.state.join("reading");
    fs::create_dir_all(&reading).expect("made");
    for number in 0..count {
        let kept = format!(
            "{{\"source\":\"/presse/{number}.txt\",\"title\":\"Article {number}\",\"offset\":3,\"quote\":\"x\",\
             \"progress\":4,\"read\":\"2026-11-20T08:00:00Z\"}}"
        );
        fs::write(reading.join(format!("article-{number}-00000.json")), kept).expect("written");
        if number % 5 == 0 {
            let folder = paths.documents().join(format!("article-{number}-00000"));
            fs::create_dir_all(&folder).expect("made");
            fs::write(folder.join("one.jsonl"), "").expect("written");
        }
    }
    (root, paths)
}

/// Processor time of this thread, so that other work of the machine makes no difference: were each document held against
/// each other one, ten times as many would take a hundred times as long.
#[test]
#[cfg(unix)]
fn each_of_two_thousand_documents_takes_no_longer_than_each_of_two_hundred() {
    let taken = |count| {
        let (_root, paths) = library(count);
        let began = clock_gettime(ClockId::ThreadCPUTime);
        let (books, _) = keeper::books(&paths, BUNDLED_TITLE, Timestamp::UNIX_EPOCH).expect("listed");
        let ended = clock_gettime(ClockId::ThreadCPUTime);
        assert_eq!(books.len(), count);
        (ended.tv_sec - began.tv_sec) * 1_000_000_000 + ended.tv_nsec - began.tv_nsec
    };
    // The slowest counts: what is asked is not a fine measure, but never a wrong alarm.
    let few = (0..3).map(|_| taken(200)).max().expect("three times");
    let many = taken(2000);
    assert!(many < few * 40, "{few} ns for 200, {many} ns for 2000");
}
