use super::*;

/// A disk with little room, or one that loses what it takes.
struct Disk {
    content: Vec<u8>,
    room: usize,
    loses: bool,
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room - self.content.len());
        if taken == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.content.extend(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Medium for Disk {
    fn length(&self) -> io::Result<u64> {
        Ok(self.content.len() as u64)
    }

    fn last_byte(&mut self) -> io::Result<u8> {
        self.content.last().copied().ok_or(io::ErrorKind::UnexpectedEof.into())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.content.truncate(length as usize);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.loses { Err(io::Error::other("EIO")) } else { Ok(()) }
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_full_disk_leaves_the_journal_as_it_was() {
    for room in 4..12 {
        let mut disk = Disk { content: b"one\n".to_vec(), room, loses: false };
        assert!(matches!(write_through(&mut disk, "two, long\n"), Err(Fault::Write(_))));
        assert_eq!(disk.content, b"one\n");
    }
}

#[test]
fn what_the_disk_did_not_take_is_not_saved() {
    let mut disk = Disk { content: Vec::new(), room: 100, loses: true };
    assert!(matches!(write_through(&mut disk, "one\n"), Err(Fault::Sync(_))));
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
