//! What a kill leaves behind: files that were to be renamed once they were whole.

use crate::runtime::files::TEMPORARY;
use crate::runtime::paths::Paths;
use std::fs::{self, DirEntry, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Younger ones may be under way.
const AGE: Duration = Duration::from_secs(24 * 60 * 60);
/// Letters and digits that make the name of such a file its own.
const RANDOM: usize = 6;
/// How deep folders are looked into: `backup/<date>/<folder>` is three.
const DEPTH: usize = 4;

/// Removes the temporary files in the folders of notes, of state and of the cache that are over a day old, ours and of our
/// making. Gives how many; what cannot be removed stays.
pub fn clear(paths: &Paths, now: SystemTime) -> usize {
    [&paths.data, &paths.state, &paths.cache].into_iter().map(|folder| clear_in(folder, now, DEPTH)).sum()
}

fn clear_in(folder: &Path, now: SystemTime, depth: usize) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let mut removed = 0;
    for entry in entries.flatten() {
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() && depth > 0 {
            removed += clear_in(&entry.path(), now, depth - 1);
        } else if is_remains(&entry, &about, now) && fs::remove_file(entry.path()).is_ok() {
            removed += 1;
        }
    }
    removed
}

/// A link is none: [`DirEntry::metadata`] does not follow it.
fn is_remains(entry: &DirEntry, about: &Metadata, now: SystemTime) -> bool {
    let name = entry.file_name();
    let random = name.to_str().and_then(|name| name.strip_prefix(TEMPORARY));
    let is_named = random.is_some_and(|random| {
        random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    let is_old = about.modified().is_ok_and(|changed| now.duration_since(changed).is_ok_and(|age| age > AGE));
    about.is_file() && is_named && is_old && is_own(about)
}

#[cfg(unix)]
fn is_own(about: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(about) == rustix::process::getuid().as_raw()
}

#[cfg(not(unix))]
fn is_own(_about: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_kill_left_a_day_ago_goes_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(folder.path());
        let inner = paths.state.join("backup/2026-11-22/tram-7K3Q9");
        for place in [&paths.data, &inner, &paths.cache] {
            fs::create_dir_all(place).expect("made");
        }
        let names =
            [".exergue-a1B2c3", ".exergue-notes", ".exergue-a1B2c3.jsonl", "journal.jsonl", ".other-a1B2c3"];
        for place in [&paths.data, &inner, &paths.cache] {
            for name in names {
                fs::write(place.join(name), "x").expect("written");
            }
        }
        let now = SystemTime::now();
        assert_eq!(clear(&paths, now), 0, "they may be under way");
        let later = now + AGE + Duration::from_secs(60);
        assert_eq!(clear(&paths, later), 3);
        for place in [&paths.data, &inner, &paths.cache] {
            let left = fs::read_dir(place).expect("listed").flatten().filter(|entry| entry.path().is_file());
            assert_eq!(left.count(), names.len() - 1, "in {}", place.display());
        }
    }
}
