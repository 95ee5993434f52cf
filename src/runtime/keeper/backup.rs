//! Daily copies of the journals: `backup/DATE/DOCUMENT/JOURNAL.DATE.jsonl` in the state folder.
//!
//! Copies bear another name than the journal they are of, and events count once. So a copy is brought
//! back by putting its files beside the journals: nothing is replaced, and nothing counts twice.

use super::load;
use crate::mark::EventId;
use crate::notice::Notice;
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::store::journal::Line;
use crate::store::merge;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many of the newest copies are kept.
const DAILY: usize = 7;
/// From how many weeks before them one copy is kept.
const WEEKLY: usize = 8;

/// What stands before the name of a copy that is not whole yet.
const UNFINISHED: &str = "unfinished-";

/// The journals of all documents: document and name, with their lengths in bytes.
type Lengths = BTreeMap<(String, String), u64>;

/// Copies the journals of all documents, where they changed since the last copy and there is none of `today`;
/// then lets the copies go that are too many. A copy has its name only once all of it is on disk and was read back.
///
/// # Errors
/// When the copy cannot be made whole; those made before stay.
pub fn back_up(paths: &Paths, today: Date) -> Result<(), WriteError> {
    let copies = copies(paths);
    let target = folder(paths).join(today.to_string());
    let now = lengths(&paths.documents(), "");
    if copies.contains(&today) || now.is_empty() {
        return Ok(());
    }
    let last = copies.last().map(|date| lengths(&folder(paths).join(date.to_string()), &ending(*date)));
    if last.is_some_and(|last| last == now) {
        return Ok(());
    }
    // Another window that is at it will finish it.
    let Ok(Some(_lock)) = files::lock_now(&paths.state.join("locks/backup.lock")) else { return Ok(()) };
    if target.exists() {
        return Ok(());
    }
    for stale in names(&folder(paths)).into_iter().filter(|name| name.starts_with(UNFINISHED)) {
        remove(&folder(paths).join(stale));
    }
    let unfinished = folder(paths).join(format!("{UNFINISHED}{today}"));
    for (document, journal) in now.keys() {
        let copy = unfinished.join(document).join(format!("{journal}{}", ending(today)));
        copy_verified(&paths.documents().join(document).join(journal), &copy)?;
    }
    match disk::rename(&unfinished, &target) {
        Err(source) => return Err(WriteError::Write { path: target, source }),
        Ok(()) => files::sync_folder(&folder(paths))?,
    }
    let mut copies = copies;
    copies.push(today);
    for date in outdated(&copies) {
        remove(&folder(paths).join(date.to_string()));
    }
    Ok(())
}

/// The documents whose journals lack notes that one of the newest copies has, each with the newest copy that has them.
#[must_use]
pub fn missing(paths: &Paths) -> Vec<Notice> {
    // What cannot be read is not gone; it is reported when the document is opened.
    if load::folders(paths).is_err() {
        return Vec::new();
    }
    let now = lengths(&paths.documents(), "");
    let mut told = BTreeSet::new();
    let mut notices = Vec::new();
    for date in copies(paths).into_iter().rev().take(DAILY) {
        let copy = folder(paths).join(date.to_string());
        // A journal only grows, so most need not be read.
        let shrunk = |(journal, length): (&(String, String), &u64)| {
            (now.get(journal).is_none_or(|now| now < length)).then(|| journal.0.clone())
        };
        let suspect: BTreeSet<String> = lengths(&copy, &ending(date)).iter().filter_map(shrunk).collect();
        for document in suspect {
            let (had, has) = (copy.join(&document), paths.documents().join(&document));
            if let Some((had_notes, has_notes)) = lost(&had, &has)
                && told.insert(document)
            {
                notices.push(Notice::NotesMissing {
                    folder: paths.abbreviate(&has.display().to_string()),
                    had: had_notes,
                    has: has_notes,
                    backup: paths.abbreviate(&had.display().to_string()),
                });
            }
        }
    }
    notices
}

/// How many notes the copy has, and how many of them are there now; `None` where none is missing, or a journal cannot be read.
fn lost(copy: &Path, document: &Path) -> Option<(usize, usize)> {
    let had = load::journals(copy).lines;
    let has = if load::is_there(document) { load::journals(document) } else { load::Loaded::default() };
    if has.notices.iter().any(|notice| matches!(notice, Notice::Failed { .. })) {
        return None;
    }
    let has = has.lines;
    let known: HashSet<EventId> = events(&has).collect();
    if events(&had).all(|event| known.contains(&event)) {
        return None;
    }
    let (had, has) = (merge(had).notes, merge(has).notes);
    let left = had.iter().filter(|note| has.get(note.id).is_some()).count();
    (left < had.len()).then_some((had.len(), left))
}

fn events(lines: &[Line]) -> impl Iterator<Item = EventId> {
    lines.iter().filter_map(|line| match line {
        Line::Event(entry) => Some(entry.id),
        _ => None,
    })
}

/// The copies that are too many: all but the newest, and the newest of each week before those.
fn outdated(copies: &[Date]) -> Vec<Date> {
    let mut weeks = BTreeSet::new();
    let mut outdated = Vec::new();
    for &date in copies.iter().rev().skip(DAILY) {
        let week = date.iso_week_date();
        let is_first = weeks.insert((week.year(), week.week()));
        if !is_first || weeks.len() > WEEKLY {
            outdated.push(date);
        }
    }
    outdated
}

/// The dates of the copies that are whole, oldest first.
fn copies(paths: &Paths) -> Vec<Date> {
    let mut dates: Vec<Date> = names(&folder(paths)).iter().filter_map(|name| name.parse().ok()).collect();
    dates.sort();
    dates
}

/// The journals under `root`, in one folder for each document; `ending` is cut off their names.
fn lengths(root: &Path, ending: &str) -> Lengths {
    let mut lengths = Lengths::new();
    for document in names(root) {
        for path in load::journal_files(&root.join(&document)).unwrap_or_default() {
            let name = load::file_name(&path);
            let known = disk::look(&path).ok().filter(fs::Metadata::is_file);
            if let (Some(name), Some(known)) = (name.strip_suffix(ending), known) {
                lengths.insert((document.clone(), name.to_owned()), known.len());
            }
        }
    }
    lengths
}

fn copy_verified(journal: &Path, copy: &Path) -> Result<(), WriteError> {
    let unreadable = |path: &Path, source: io::Error| WriteError::Open { path: path.to_owned(), source };
    let bytes = load::read(journal).map_err(|error| unreadable(journal, error))?;
    files::create_new(copy, &bytes)?;
    let read = load::read(copy).map_err(|error| unreadable(copy, error))?;
    if read == bytes { Ok(()) } else { Err(unreadable(copy, io::ErrorKind::InvalidData.into())) }
}

/// What a copy that cannot be removed takes is room only.
fn remove(copy: &Path) {
    if let Err(error) = fs::remove_dir_all(copy) {
        log::warn!("{}: {error}", copy.display());
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = disk::list(folder).unwrap_or_default();
    let mut names: Vec<String> =
        entries.iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}

fn ending(date: Date) -> String {
    format!(".{date}.jsonl")
}

fn folder(paths: &Paths) -> PathBuf {
    paths.state.join("backup")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    #[test]
    fn of_many_copies_a_week_of_days_and_eight_weeks_are_kept() {
        let first = date(2026, 1, 1);
        let mut kept: Vec<Date> = Vec::new();
        for day in 0..200 {
            kept.push(first + day.days());
            let outdated = outdated(&kept);
            kept.retain(|date| !outdated.contains(date));
        }
        let last = first + 199.days();
        assert_eq!(kept.len(), DAILY + WEEKLY);
        assert!((0..7).all(|day| kept.contains(&(last - day.days()))));
        let weeks: Vec<Date> = kept[..WEEKLY].to_vec();
        assert!(weeks.windows(2).all(|pair| pair[0] + 7.days() == pair[1]), "{weeks:?}");
    }
}
