//! The copies of pages once more, in `backup/pages` of the state folder, so that they outlive the loss of their folder.
//!
//! What is kept of a page never changes, so it goes there once: by a hard link, which takes no room as long as both
//! are there, or as a copy where the folders are on different disks. [`Copies`](super::copies::Copies) looks there for
//! what its own folder lacks, so that nothing has to be brought back.

use super::copies::{lines, stem};
use crate::doc::hexadecimal;
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Bytes of pages that are backed up, the newest first; older ones make room.
const ROOM: u64 = 1 << 30;

/// Backs up every page that is not yet, where its bytes are what they were. Does nothing where another window is at it.
///
/// # Errors
/// Those that were backed up before stay; the next start tries again.
pub fn back_up(paths: &Paths) -> Result<(), WriteError> {
    back_up_within(ROOM, paths)
}

fn back_up_within(room: u64, paths: &Paths) -> Result<(), WriteError> {
    let (own, saved) = (paths.pages(), paths.saved_pages());
    let (originals, there) = (pages(&own), pages(&saved));
    if originals.is_empty() {
        return Ok(());
    }
    let Ok(Some(_lock)) = files::lock_now(&paths.state.join("locks/pages-backup.lock")) else {
        return Ok(());
    };
    let mut all = there.clone();
    all.extend(originals.clone());
    let mut newest: Vec<(&PathBuf, &Size)> = all.iter().collect();
    newest.sort_by_key(|(_, size)| std::cmp::Reverse(size.written));
    let mut taken = 0;
    for (page, size) in newest {
        taken += size.bytes;
        let is_there = there.contains_key(page);
        if taken > room {
            // What is not removed takes room only.
            let _ = is_there.then(|| disk::remove(&saved.join(page)));
        } else if !is_there {
            save(&own.join(page), &saved.join(page))?;
        }
    }
    // The bytes first, as in the folder of the page itself.
    let folders: BTreeSet<&Path> = originals.keys().filter_map(|page| page.parent()).collect();
    folders.into_iter().try_for_each(|folder| save_lines(&own.join(folder), &saved.join(folder)))
}

/// When the bytes of a page were written, and how many they are.
#[derive(Clone)]
struct Size {
    written: SystemTime,
    bytes: u64,
}

/// The bytes of pages under `root`, by folder and name.
fn pages(root: &Path) -> BTreeMap<PathBuf, Size> {
    let mut pages = BTreeMap::new();
    for folder in disk::list(root).unwrap_or_default() {
        for path in disk::list(&folder).unwrap_or_default() {
            let Some(about) = disk::look(&path).ok().filter(std::fs::Metadata::is_file) else { continue };
            if let (Some(_), Ok(page)) = (stem(&path), path.strip_prefix(root)) {
                let written = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                pages.insert(page.to_owned(), Size { written, bytes: about.len() });
            }
        }
    }
    pages
}

/// Puts the bytes of a page at `target`, where they are what the name says.
fn save(page: &Path, target: &Path) -> Result<(), WriteError> {
    let unreadable = |path: &Path, source: io::Error| WriteError::Open { path: path.to_owned(), source };
    let bytes = disk::read(page).map_err(|error| unreadable(page, error))?;
    if stem(page) != Some(&*hexadecimal(&Sha256::digest(&bytes).into())) {
        return Ok(());
    }
    if let Some(folder) = target.parent() {
        files::create_folder(folder)?;
    }
    if disk::link(page, target).is_ok() {
        return Ok(());
    }
    // Another disk, or one without hard links.
    files::create_new(target, &bytes)?;
    match disk::read(target) {
        Ok(read) if read == bytes => Ok(()),
        Ok(_) => Err(unreadable(target, io::ErrorKind::InvalidData.into())),
        Err(error) => Err(unreadable(target, error)),
    }
}

/// Adds the lines about copies that are missing there.
fn save_lines(folder: &Path, saved: &Path) -> Result<(), WriteError> {
    let known: HashSet<String> = lines(saved).into_iter().collect();
    let missing: Vec<String> = lines(folder).into_iter().filter(|line| !known.contains(line)).collect();
    if missing.is_empty() || !saved.is_dir() {
        return Ok(());
    }
    files::append(&saved.join("copies.jsonl"), None, &(missing.join("\n") + "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::web::copies::{Copies, Copy, Seen};
    use jiff::Timestamp;
    use std::fs;

    const ADDRESS: &str = "https://example.org/le-tram";

    /// A home with copies of one page, one a second.
    fn home(texts: &[&str]) -> (tempfile::TempDir, Paths) {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        for (second, text) in texts.iter().enumerate() {
            keep(&paths, text, second);
        }
        (root, paths)
    }

    fn keep(paths: &Paths, text: &str, second: usize) {
        let at = Timestamp::from_second(second as i64).expect("in range");
        let copy = Copy { at, sha256: Sha256::digest(text).into(), seen: Seen::default() };
        Copies::of(paths, ADDRESS).keep(&copy, text.as_bytes()).expect("kept");
        // So that those of one test do not have the same time on a coarse clock.
        let written = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(second as u64);
        let name = hexadecimal(&copy.sha256);
        let path = pages(&paths.pages()).into_keys().find(|page| page.ends_with(&name)).expect("there");
        let file = fs::File::options().write(true).open(paths.pages().join(path)).expect("there");
        file.set_modified(written).expect("ours");
    }

    fn newest(paths: &Paths) -> Option<String> {
        Some(String::from_utf8(Copies::of(paths, ADDRESS).newest()?.1).expect("text"))
    }

    #[test]
    fn pages_open_from_the_backup_when_their_folder_is_lost() {
        let (_root, paths) = home(&["un", "deux"]);
        back_up(&paths).expect("backed up");
        back_up(&paths).expect("twice does no harm");
        fs::remove_dir_all(&paths.data).expect("removed");
        assert_eq!(newest(&paths).as_deref(), Some("deux"));
        assert_eq!(Copies::of(&paths, ADDRESS).count(), 2);
        // A page that is fetched afterwards is newer than what the backup has.
        keep(&paths, "trois", 3);
        assert_eq!(newest(&paths).as_deref(), Some("trois"));
        back_up(&paths).expect("backed up");
        assert_eq!((pages(&paths.saved_pages()).len(), Copies::of(&paths, ADDRESS).count()), (3, 3));
    }

    #[test]
    fn a_page_that_is_there_takes_no_room_in_the_backup() {
        let (_root, paths) = home(&["un"]);
        back_up(&paths).expect("backed up");
        let page = pages(&paths.pages()).into_keys().next().expect("there");
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let about = fs::metadata(paths.saved_pages().join(&page)).expect("there");
            assert_eq!((about.nlink(), about.mode() & 0o777), (2, 0o600));
        }
        // A synchronisation replaces a file by another of its name.
        fs::remove_file(paths.pages().join(&page)).expect("removed");
        fs::write(paths.pages().join(&page), "dam").expect("written");
        assert_eq!(newest(&paths).as_deref(), Some("un"));
    }

    #[test]
    fn a_damaged_page_is_not_backed_up() {
        let (_root, paths) = home(&["un"]);
        let page = pages(&paths.pages()).into_keys().next().expect("there");
        fs::write(paths.pages().join(&page), "dam").expect("written");
        back_up(&paths).expect("passed over");
        assert!(pages(&paths.saved_pages()).is_empty());
    }

    #[test]
    fn the_oldest_pages_make_room_in_the_backup() {
        let (_root, paths) = home(&["un", "deux"]);
        back_up_within(7, &paths).expect("backed up");
        keep(&paths, "trois", 3);
        back_up_within(7, &paths).expect("backed up");
        let names: Vec<PathBuf> = pages(&paths.saved_pages()).into_keys().collect();
        let trois = hexadecimal(&Sha256::digest("trois").into());
        assert!(matches!(&names[..], [name] if name.ends_with(trois)), "{names:?}");
        assert_eq!(pages(&paths.pages()).len(), 3, "those of the data folder stay");
    }
}
