//! Disks that are full, broken, read-only, without locks; and who may read what is on them.

use crate::library::{Window, bodies_in, files_under, home};
use crate::writer::{Writer, holds};
use crate::{runs, skipped};
use exergue::notice::Notice;
use exergue::runtime::paths::Paths;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use tempfile::TempDir;

/// A small disk in memory; unmounted in the end.
struct Mounted(TempDir);

impl Mounted {
    /// `None` where that is not allowed.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().to_str().expect("a path in UTF-8").to_owned();
        runs("mount", &["-t", "tmpfs", "-o", "size=64k", "tmpfs", &path]).then_some(Self(folder))
    }

    fn again(&self, options: &str) {
        let path = self.0.path().to_str().expect("a path in UTF-8");
        assert!(runs("mount", &["-o", &format!("remount,{options}"), path]), "{options}");
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        runs("umount", &["-l", self.0.path().to_str().unwrap_or_default()]);
    }
}

#[test]
fn on_a_full_disk_notes_wait_until_there_is_room() {
    let Some(disk) = Mounted::new() else { return skipped("a disk cannot be mounted here") };
    let paths = Paths::under(disk.0.path());
    let mut window = Window::open(&paths);
    window.add("avant").expect("saved");
    let filler = disk.0.path().join("filler");
    fs::write(&filler, vec![0; 1 << 16]).expect_err("there is no more room");
    assert!(window.add(&"x".repeat(9_000)).is_err());
    assert!(window.add("courte").is_err());
    assert_eq!(window.keeper.waiting(), 2);
    assert_eq!(bodies_in(&paths), ["avant"], "what was there is whole");
    fs::remove_file(filler).expect("removed");
    window.keeper.retry().expect("there is room now");
    assert_eq!(bodies_in(&paths), ["avant".to_owned(), "courte".to_owned(), "x".repeat(9_000)]);
}

#[test]
fn a_disk_that_becomes_read_only_is_told_before_anything_is_typed() {
    let Some(disk) = Mounted::new() else { return skipped("a disk cannot be mounted here") };
    let paths = Paths::under(disk.0.path());
    let mut window = Window::open(&paths);
    window.add("avant").expect("saved");
    disk.again("ro");
    assert!(window.add("pendant").is_err());
    let second = Window::open(&paths);
    assert!(second.opened.writable.is_err() && second.opened.notes.len() == 1);
    disk.again("rw");
    window.keeper.retry().expect("it can be written again");
    assert_eq!(bodies_in(&paths), ["avant", "pendant"]);
}

#[test]
fn a_limit_on_the_size_of_files_is_an_error_and_no_end() {
    let (root, paths) = home();
    // In blocks of 512 or of 1,024 bytes: some notes fit, then a longer one does not.
    let under = ["sh", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "sh"];
    let said = Writer { root: root.path(), name: "limited", count: 12, under: &under }.run();
    assert!(said.ended && said.saved < 12 && !said.complaints.is_empty(), "{said:?}");
    holds(&paths, &[("limited", &said)]);
}

/// Runs a writer whose calls fail as `inject` says; all its notes must be saved in the end.
fn with_failing(inject: &str) -> Option<(usize, Vec<PathBuf>)> {
    if !runs("strace", &["-qq", "-o", "/dev/null", "true"]) {
        skipped("no strace, or it may not trace here");
        return None;
    }
    let (root, paths) = home();
    let option = format!("inject={inject}");
    let under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &option];
    let said = Writer { root: root.path(), name: "failing", count: 6, under: &under }.run();
    assert!(said.ended && said.saved == 6, "{inject}: {said:?}");
    holds(&paths, &[("failing", &said)]);
    Some((said.complaints.len(), files_under(&paths.documents())))
}

#[test]
fn a_disk_that_breaks_its_word_gets_another_journal() {
    for when in 1..6 {
        let Some((_, journals)) = with_failing(&format!("fdatasync:error=EIO:when={when}")) else { return };
        assert!((1..=2).contains(&journals.len()), "{when}: {journals:?}");
    }
}

#[test]
fn a_disk_without_locks_gets_a_journal_of_the_run() {
    for error in ["ENOLCK", "EOPNOTSUPP"] {
        let Some((complaints, journals)) = with_failing(&format!("flock:error={error}")) else { return };
        assert_eq!((complaints, journals.len()), (0, 1), "{error}");
        let name = journals[0].file_name().expect("a name").to_string_lossy().into_owned();
        assert_eq!(name.matches('.').count(), 2, "{name} is one of the run");
    }
}

#[test]
fn a_disk_that_cannot_synchronise_folders_is_no_fault() {
    let Some((complaints, journals)) = with_failing("fsync:error=EINVAL") else { return };
    assert_eq!((complaints, journals.len()), (0, 1));
}

#[test]
fn everything_is_for_its_owner_alone_whatever_the_mask() {
    let (root, paths) = home();
    let under = ["sh", "-c", "umask 000; exec \"$@\"", "sh"];
    let said = Writer { root: root.path(), name: "open", count: 1, under: &under }.run();
    assert_eq!(said.saved, 1, "{said:?}");
    let mode = |path: &PathBuf| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let files = files_under(&paths.data).into_iter().chain(files_under(&paths.state));
    let mut seen = 0;
    for file in files {
        let folder = file.parent().expect("it is in a folder").to_owned();
        assert_eq!((mode(&file), mode(&folder)), (0o600, 0o700), "{}", file.display());
        seen += 1;
    }
    assert!(seen > 4, "{seen} files");
}

#[test]
fn notes_that_others_can_read_are_told() {
    let (_root, paths) = home();
    Window::open(&paths).add("un").expect("saved");
    let open_to_others = |mode| {
        fs::set_permissions(&paths.data, fs::Permissions::from_mode(mode)).expect("set");
        let notices = Window::open(&paths).opened.notices;
        notices.iter().any(|notice| matches!(notice, Notice::NotesExposed { .. }))
    };
    assert_eq!([0o700, 0o750, 0o755, 0o777].map(open_to_others), [false, false, true, true]);
}
