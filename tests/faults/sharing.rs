//! Notes on several devices: copies by Syncthing, merges by git, disks that were cloned.

use crate::library::{Window, bodies, bodies_in, copy_folder, files_under, home};
use crate::{long_or, runs, skipped};
use exergue::mark::{Edit, Notes};
use exergue::runtime::paths::Paths;
use jiff::Timestamp;
use std::fs;
use std::path::Path;

/// So many changes are made on each side.
fn changes() -> usize {
    long_or(200, 40)
}

/// Changes on one device: new notes, and every fourth a change to the note that both sides know.
fn change(paths: &Paths, name: &str) {
    let mut window = Window::open(paths);
    let shared =
        window.opened.notes.iter().find(|note| note.body.starts_with("commune")).expect("it is shared").id;
    for number in 0..changes() {
        if number % 4 == 3 {
            let body = format!("commune, vue de {name} pour la {number}e fois");
            window.change_at(Edit::Body { note: shared, body }, Timestamp::now()).expect("saved");
        } else {
            window.add(&format!("{name} {number}")).expect("saved");
        }
    }
}

/// The notes of two devices that should have the same; asserts that they have.
#[track_caller]
fn agree(one: &Paths, other: &Paths) -> Notes {
    let (one, other) = (Window::open(one), Window::open(other));
    assert_eq!(one.opened.notes, other.opened.notes);
    assert_eq!(one.opened.notices, [], "nothing is damaged");
    let new = changes() - changes() / 4;
    assert_eq!(one.opened.notes.len(), 1 + 2 * new, "{:?}", bodies(&one.opened.notes));
    one.opened.notes
}

/// A device with one note, and another with a copy of its notes. Where the disk was cloned they have one name.
fn two_devices(cloned: bool) -> ((tempfile::TempDir, Paths), (tempfile::TempDir, Paths)) {
    let (one, other) = (home(), home());
    Window::open(&one.1).add("commune").expect("saved");
    copy_folder(&one.1.data, &other.1.data);
    if cloned {
        copy_folder(&one.1.state, &other.1.state);
    }
    (one, other)
}

/// Copies the journals from one to the other as Syncthing does: what both changed comes under another name.
fn synchronise(from: &Paths, to: &Paths, mark: &str) {
    for file in files_under(&from.documents()) {
        let rest = file.strip_prefix(from.documents()).expect("it is under it");
        let target = to.documents().join(rest);
        let (ours, theirs) = (fs::read(&target).ok(), fs::read(&file).expect("read"));
        let is_conflict = rest.to_string_lossy().contains("sync-conflict");
        let target = match ours {
            Some(ours) if !theirs.starts_with(&ours) && !is_conflict => {
                target.with_extension(format!("sync-conflict-20261122-084000-{mark}.jsonl"))
            }
            _ => target,
        };
        fs::create_dir_all(target.parent().expect("a folder")).expect("made");
        fs::write(target, theirs).expect("written");
    }
}

#[test]
fn two_devices_that_syncthing_joins_have_the_same_notes() {
    for cloned in [false, true] {
        let ((_one, one), (_other, other)) = two_devices(cloned);
        change(&one, "un");
        change(&other, "deux");
        synchronise(&one, &other, "AAAAAAA");
        synchronise(&other, &one, "BBBBBBB");
        agree(&one, &other);
        let names = |paths| Window::open(paths).journals().len();
        assert_eq!((names(&one), names(&other)), if cloned { (3, 2) } else { (2, 2) });
    }
}

#[test]
fn a_cloned_disk_goes_on_with_all_its_notes() {
    let ((_one, one), (_other, other)) = two_devices(true);
    Window::open(&other).add("sur la copie").expect("saved");
    assert_eq!(bodies_in(&other), ["commune", "sur la copie"]);
    assert_eq!(bodies_in(&one), ["commune"]);
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let folder = folder.to_str().expect("a path in UTF-8");
    let person = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
    runs("git", &[&["-C", folder][..], &person, arguments].concat())
}

fn commit(paths: &Paths) {
    assert!(git(&paths.data, &["add", "-A"]) && git(&paths.data, &["commit", "-q", "-m", "notes"]));
}

#[test]
fn two_devices_that_git_merges_have_the_same_notes_conflict_marks_or_not() {
    if !runs("git", &["--version"]) {
        return skipped("no git");
    }
    for with_attributes in [true, false] {
        // One name on both sides: else nothing would have to be merged.
        let ((_one, one), (_other, other)) = two_devices(true);
        if !with_attributes {
            fs::remove_file(one.data.join(".gitattributes")).expect("it was there");
        }
        assert!(git(&one.data, &["init", "-q", "-b", "main"]));
        commit(&one);
        fs::remove_dir_all(&other.data).expect("removed");
        let clone = ["clone", "-q", one.data.to_str().expect("UTF-8"), other.data.to_str().expect("UTF-8")];
        assert!(runs("git", &clone));
        change(&one, "un");
        change(&other, "deux");
        commit(&one);
        commit(&other);
        // Opening made the file again where it was not there; it must not be what decides.
        let merged = git(&other.data, &["pull", "-q", "--no-rebase", "--no-edit", "origin", "main"]);
        assert_eq!(merged, with_attributes, "only the attributes spare a conflict");
        let journal = Window::open(&other).journals().remove(0);
        let text = fs::read_to_string(journal).expect("read");
        assert_eq!(text.contains("<<<<<<< "), !with_attributes);
        commit_if_merging(&other);
        assert!(git(&one.data, &["pull", "-q", "--ff-only", other.data.to_str().expect("UTF-8"), "main"]));
        fs::set_permissions(&other.data, std::os::unix::fs::PermissionsExt::from_mode(0o700)).expect("set");
        agree(&one, &other);
    }
}

/// Ends a merge with the conflict marks left where they are.
fn commit_if_merging(paths: &Paths) {
    if paths.data.join(".git/MERGE_HEAD").exists() {
        commit(paths);
    }
}
