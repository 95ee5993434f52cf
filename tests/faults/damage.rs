//! Files damaged in every way, clocks that are wrong, folders that are gone: what can be read is read, and nothing is overwritten.

use crate::library::{Window, bodies, bodies_in, files_under, home};
use crate::long_or;
use exergue::mark::Edit;
use exergue::notice::Notice;
use exergue::runtime::keeper::{Kept, back_up};
use exergue::runtime::paths::Paths;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::path::{Path, PathBuf};

/// Two notes in one journal; its path and its bytes.
fn two_notes(paths: &Paths) -> (PathBuf, Vec<u8>) {
    let mut window = Window::open(paths);
    window.add("un").expect("saved");
    window.add("deux").expect("saved");
    let journal = window.journals().remove(0);
    let bytes = fs::read(&journal).expect("read");
    (journal, bytes)
}

#[test]
fn every_prefix_of_a_journal_with_any_rest_gives_its_whole_lines_and_takes_another_note() {
    let (_root, paths) = home();
    let (journal, whole) = two_notes(&paths);
    let ends: Vec<usize> =
        whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    // Every length, or every seventh and those at the ends of lines.
    let step = long_or(1, 7);
    let lengths =
        (0..=whole.len()).filter(|at| at % step == 0 || ends.iter().any(|end| end.abs_diff(*at) < 3));
    for length in lengths {
        for rest in [&b""[..], &[0; 100], b"\xff\xfe garbage \"crc\":\"", b"{\"v\":1,\"op\":\"add\"}\n"] {
            let damaged = [&whole[..length], rest].concat();
            fs::write(&journal, &damaged).expect("written");
            let mut window = Window::open(&paths);
            let found = bodies(&window.opened.notes);
            // A line without its end is whole; with a rest it is not, unless the rest is zeros, which are no text.
            let lines =
                ends.iter().filter(|&&end| length > end || (length == end && rest.is_empty())).count();
            let expected: &[&str] = [&[][..], &[], &["un"], &["deux", "un"]][lines];
            assert_eq!(found, expected, "{length} bytes and {rest:?}");
            let is_torn =
                !rest.is_empty() || !(ends.contains(&length) || length == 0 || ends.contains(&(length - 1)));
            let is_told =
                window.opened.notices.iter().any(|told| matches!(told, Notice::JournalDamaged { .. }));
            assert_eq!(is_told, is_torn, "{length} bytes and {rest:?}");
            window.add("trois").expect("saved");
            assert_eq!(bodies_in(&paths).len(), found.len() + 1, "{length} bytes and {rest:?}");
            assert!(fs::read(&journal).expect("read").starts_with(&damaged), "what was there stays");
        }
    }
}

#[test]
fn a_byte_changed_anywhere_harms_its_line_at_most() {
    let (_root, paths) = home();
    let (journal, whole) = two_notes(&paths);
    for at in (0..whole.len()).step_by(long_or(1, 11)) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x15;
        fs::write(&journal, &damaged).expect("written");
        let window = Window::open(&paths);
        // Where the end of a line is gone it takes the next one with it.
        assert!(!window.opened.notes.is_empty() || whole[at] == b'\n', "byte {at}");
        let is_told = |told: &Notice| matches!(told, Notice::JournalDamaged { .. });
        // In the name of the checksum a change makes a line that somebody wrote by hand: it says what it said.
        let is_whole = bodies(&window.opened.notes) == ["deux", "un"];
        assert!(
            is_whole || window.opened.notices.iter().any(is_told),
            "byte {at}: {:?}",
            window.opened.notices
        );
        assert_eq!(fs::read(&journal).expect("read"), damaged);
    }
}

#[test]
fn a_folder_damaged_in_every_way_gives_what_can_be_read_and_stays_as_it_is() {
    let (_root, paths) = home();
    let (journal, whole) = two_notes(&paths);
    let folder = journal.parent().expect("a folder").to_owned();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("written");
    put("empty.jsonl", b"");
    put("cut.jsonl", &whole[..whole.len() / 2]);
    put("not-text.jsonl", &[&whole[..], b"\xff\xfe\n"].concat());
    put("not-json.jsonl", b"[1,2\n{\"v\":1}\nnothing\n");
    put("wrong-sum.jsonl", &String::from_utf8_lossy(&whole).replace("un", "uns").into_bytes());
    put("marked.jsonl", &[b"<<<<<<< HEAD\n", &whole[..], b"=======\n", &whole[..], b">>>>>>> x\n"].concat());
    put("doubled.jsonl", &[&whole[..], &whole[..]].concat());
    put(
        "strange.jsonl",
        b"{\"v\":1,\"id\":\"01KAMTAEG0E008000000000009\",\"op\":\"dance\",\"c\":\"000000000001-0000\"}\n",
    );
    put("nested.jsonl", &[b"[".repeat(100_000), b"\n".to_vec()].concat());
    fs::create_dir(folder.join("a-folder.jsonl")).expect("made");
    fs::write(paths.documents().join("a-file-00000"), "not a folder").expect("written");
    std::os::unix::fs::symlink("nowhere", folder.join("link.jsonl")).expect("made");
    let before: Vec<(PathBuf, Vec<u8>)> = files_under(&paths.documents())
        .into_iter()
        .filter(|path| *path != journal)
        .map(|path| (path.clone(), fs::read(path).unwrap_or_default()))
        .collect();
    let mut window = Window::open(&paths);
    assert_eq!(bodies(&window.opened.notes), ["deux", "un"]);
    let told = format!("{:?}", window.opened.notices);
    for name in ["cut", "not-text", "not-json", "wrong-sum", "nested", "a-folder", "link"] {
        assert!(told.contains(&format!("{name}.jsonl")), "{name} in {told}");
    }
    window.keeper.quarantine().expect("copied aside");
    window.add("trois").expect("saved");
    assert_eq!(bodies_in(&paths), ["deux", "trois", "un"]);
    for (path, bytes) in before {
        assert_eq!(fs::read(&path).unwrap_or_default(), bytes, "{}", path.display());
    }
    assert!(fs::read(&journal).expect("read").starts_with(&whole));
}

#[test]
fn damaged_files_of_the_state_folder_cost_what_they_hold_at_most() {
    for damage in [&b""[..], b"\xff\xfe", b"{", b"id = 3\n", b"[[[[[["] {
        let (_root, paths) = home();
        two_notes(&paths);
        let window = Window::open(&paths);
        window.keeper.keep_reading(&Kept::default()).expect("kept");
        back_up(&paths, date(2026, 11, 22)).expect("copied");
        for file in files_under(&paths.state) {
            fs::write(file, damage).expect("written");
        }
        let mut again = Window::open(&paths);
        assert_eq!(bodies(&again.opened.notes), ["deux", "un"]);
        assert!(again.keeper.kept_reading().is_none_or(|kept| kept == Kept::default()));
        again.add("trois").expect("saved");
        assert_eq!(bodies_in(&paths), ["deux", "trois", "un"]);
    }
}

#[test]
fn a_folder_that_cannot_be_read_is_told_though_it_may_be_of_another_document() {
    let (_root, paths) = home();
    let (journal, _) = two_notes(&paths);
    // Under another name than its bytes would give it, only the journal tells which document it is of.
    let renamed = paths.documents().join("autre-ZZZZZ");
    fs::rename(journal.parent().expect("a folder"), &renamed).expect("renamed");
    assert_eq!(bodies_in(&paths), ["deux", "un"]);
    let name = journal.file_name().expect("a name");
    fs::rename(renamed.join(name), renamed.join("aside")).expect("renamed");
    fs::create_dir(renamed.join(name)).expect("made");
    let told = Window::open(&paths).opened.notices;
    assert!(
        told.iter()
            .any(|told| matches!(told, Notice::NotesUnreadable { path, .. } if path.contains("autre-ZZZZZ"))),
        "{told:?}"
    );
}

#[test]
fn a_clock_set_back_or_forward_changes_no_order() {
    let (_root, paths) = home();
    let now = Timestamp::now();
    let mut window = Window::open(&paths);
    let note = window.add_at("au début", now).expect("saved");
    let mut last = String::new();
    let days = [-2, 3_650, 0, -2, 3_650, -9_000];
    for (number, days) in days.into_iter().enumerate() {
        // Every second change in a window of its own, as after a start with another time.
        if number % 2 == 1 {
            window = Window::open(&paths);
        }
        last = format!("version {number}");
        let at = now + SignedDuration::from_hours(days * 24);
        window.change_at(Edit::Body { note, body: last.clone() }, at).expect("saved");
        assert_eq!(bodies_in(&paths), [last.as_str()], "{days} days");
    }
    assert_eq!(bodies_in(&paths), [last]);
}

#[test]
fn the_cache_may_go_at_any_time() {
    let (_root, paths) = home();
    let mut window = Window::open(&paths);
    // Long enough for an index to be made.
    window.add(&"x".repeat(2 << 20)).expect("saved");
    assert_eq!(bodies_in(&paths).len(), 1);
    assert!(paths.cache.join("index").is_file());
    window.add("deux").expect("saved");
    for gone in [true, false] {
        if gone {
            fs::remove_dir_all(&paths.cache).expect("removed");
        } else {
            fs::write(paths.cache.join("index"), "exergue index 1 00000000\nnonsense").expect("written");
        }
        window.add("encore").expect("saved");
        assert!(Window::open(&paths).opened.notices.is_empty());
    }
    assert_eq!(bodies_in(&paths).len(), 4);
    fs::remove_dir_all(&paths.cache).expect("removed");
    fs::write(&paths.cache, "not a folder").expect("written");
    assert_eq!(bodies_in(&paths).len(), 4);
}

#[test]
fn all_notes_come_back_from_a_copy_when_the_folder_is_deleted() {
    let (_root, paths) = home();
    two_notes(&paths);
    let before = Window::open(&paths).opened.notes;
    back_up(&paths, date(2026, 11, 22)).expect("copied");
    fs::remove_dir_all(&paths.data).expect("removed");
    assert_eq!(bodies_in(&paths), [""; 0]);
    let copy = paths.state.join("backup/2026-11-22");
    crate::library::copy_folder(&copy, &paths.documents());
    let mut window = Window::open(&paths);
    assert_eq!(window.opened.notes, before, "with their places");
    window.add("trois").expect("saved");
    // Twice does no harm.
    crate::library::copy_folder(&copy, &paths.documents());
    assert_eq!(bodies_in(&paths), ["deux", "trois", "un"]);
}

#[test]
fn lines_of_a_newer_version_are_kept_to_the_byte() {
    let (_root, paths) = home();
    let (journal, whole) = two_notes(&paths);
    let beside = |name: &str, line: &str| {
        let path = journal.parent().unwrap_or(Path::new("")).join(name);
        fs::write(&path, line).expect("written");
        path
    };
    // What is unknown and says nothing of a newer format does not stop anybody.
    let strange = "{\"v\":1,\"id\":\"01KAMTAEG0E008000000000009\",\"c\":\"000000000001-0000\",\"op\":\"dance\",\"steps\":[1]}\n";
    let strange = (beside("strange.jsonl", strange), strange);
    let mut window = Window::open(&paths);
    window.add("trois").expect("saved");
    let newer = "{\"v\":2,\"op\":\"add\",\"body\":{\"rich\":true}}\n";
    let newer = (beside("newer.jsonl", newer), newer);
    let mut window = Window::open(&paths);
    assert!(window.opened.writable.is_err() && window.opened.notes.len() == 3);
    assert!(window.add("quatre").is_err());
    for (path, line) in [strange, newer] {
        assert_eq!(fs::read_to_string(path).expect("read"), line);
    }
    assert!(fs::read(&journal).expect("read").starts_with(&whole));
}
