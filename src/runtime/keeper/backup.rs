//! Daily copies of the journals: `backup/DATE/DOCUMENT/JOURNAL.DATE.jsonl` in the state folder, and likewise in
//! `backup/DATE/shared` those for every document.
//!
//! Copies bear another name than the journal they are of, and events count once. So a copy is brought
//! back by putting its files beside the journals: nothing is replaced, and nothing counts twice.

use super::load;
use crate::mark::{Edit, EventId};
use crate::notice::Notice;
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::store::journal::{Change, Entry, Line};
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

/// The folder of the journals for every document, among those of the documents, whose names all have a dash.
const SHARED: &str = "shared";

/// The journals: document, or [`SHARED`], and name, with their lengths in bytes.
type Lengths = BTreeMap<(String, String), u64>;

/// Copies the journals of all documents, where they changed since the last copy and there is none of `today`;
/// then lets the copies go that are too many. A copy has its name only once all of it is on disk and was read back.
///
/// # Errors
/// When the copy cannot be made whole; those made before stay.
pub fn back_up(paths: &Paths, today: Date) -> Result<(), WriteError> {
    let copies = copies(paths);
    let target = folder(paths).join(today.to_string());
    let now = lengths_now(paths);
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
        copy_verified(&origin(paths, document).join(journal), &copy)?;
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

/// The documents whose journals lack notes or corrections that one of the newest copies has, each with the newest copy that has them.
#[must_use]
pub fn missing(paths: &Paths) -> Vec<Notice> {
    // What cannot be read is not gone; it is reported when the document is opened.
    if load::folders(paths).is_err() {
        return Vec::new();
    }
    let now = lengths_now(paths);
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
            let (copied, there) = (copy.join(&document), origin(paths, &document));
            let Some(lost) = lost(&copied, &there).filter(|_| told.insert(document)) else { continue };
            let folder = paths.abbreviate(&there.display().to_string());
            let backup = paths.abbreviate(&copied.display().to_string());
            notices.push(match lost {
                Lost::Notes { had, has } => Notice::NotesMissing { folder, had, has, backup },
                Lost::Corrections { had, has } => Notice::CorrectionsMissing { folder, had, has, backup },
            });
        }
    }
    notices
}

/// How many a copy has, and how many of them are there now.
enum Lost {
    Notes { had: usize, has: usize },
    Corrections { had: usize, has: usize },
}

/// What the copy has and the document lacks; `None` where that is nothing, or a journal cannot be read.
fn lost(copy: &Path, document: &Path) -> Option<Lost> {
    let copied = load::journals(copy).lines;
    let there = if load::is_there(document) { load::journals(document) } else { load::Loaded::default() };
    if there.notices.iter().any(|notice| matches!(notice, Notice::Failed { .. })) {
        return None;
    }
    let is_correction = |entry: &&Entry| matches!(entry.change, Change::Edit(Edit::Correct { .. }));
    let known: HashSet<EventId> = events(&there.lines).map(|entry| entry.id).collect();
    if events(&copied).all(|entry| known.contains(&entry.id)) {
        return None;
    }
    let corrections: HashSet<EventId> = events(&copied).filter(is_correction).map(|entry| entry.id).collect();
    let (notes_then, notes_now) = (merge(copied).notes, merge(there.lines).notes);
    let left = notes_then.iter().filter(|note| notes_now.get(note.id).is_some()).count();
    if left < notes_then.len() {
        return Some(Lost::Notes { had: notes_then.len(), has: left });
    }
    let (had, has) = (corrections.len(), corrections.intersection(&known).count());
    (has < had).then_some(Lost::Corrections { had, has })
}

fn events(lines: &[Line]) -> impl Iterator<Item = &Entry> {
    lines.iter().filter_map(|line| match line {
        Line::Event(entry) => Some(&**entry),
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

/// The journals that there are.
fn lengths_now(paths: &Paths) -> Lengths {
    let mut now = lengths(&paths.documents(), "");
    now.extend(lengths_of(&paths.shared(), SHARED, ""));
    now
}

/// Where the journals of a document are, or those for every document.
fn origin(paths: &Paths, document: &str) -> PathBuf {
    if document == SHARED { paths.shared() } else { paths.documents().join(document) }
}

/// The journals under `root`, in one folder for each document; `ending` is cut off their names.
fn lengths(root: &Path, ending: &str) -> Lengths {
    let of = |document: String| lengths_of(&root.join(&document), &document, ending);
    names(root).into_iter().flat_map(of).collect()
}

/// The journals in `folder`, which are those of `document`; `ending` is cut off their names.
fn lengths_of(folder: &Path, document: &str, ending: &str) -> Lengths {
    let mut lengths = Lengths::new();
    for path in load::journal_files(folder).unwrap_or_default() {
        let name = load::file_name(&path);
        let known = disk::look(&path).ok().filter(fs::Metadata::is_file);
        if let (Some(name), Some(known)) = (name.strip_suffix(ending), known) {
            lengths.insert((document.to_owned(), name.to_owned()), known.len());
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
