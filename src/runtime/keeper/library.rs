//! The notes of all documents.

use super::index::Index;
use super::load;
use super::reading::{self, Entry};
use crate::app::address::is_page;
use crate::app::journey::Origin;
use crate::app::library::Book;
use crate::mark::{Note, Notes};
use crate::notice::Notice;
use crate::runtime::clock;
use crate::runtime::paths::Paths;
use crate::store::journal::DocEvent;
use crate::store::merge;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::thread;

/// Folders for which a thread is worth its start.
const SHARE: usize = 100;

/// A document with annotations, as its journals know it; the document itself is not read.
#[derive(Debug)]
pub struct AnnotatedDocument {
    /// The name of its folder.
    pub folder: String,
    /// What it was when last seen; `None` where no journal says.
    pub document: Option<DocEvent>,
    /// Its annotations, without a place.
    pub notes: Notes,
}

impl AnnotatedDocument {
    /// Its title, or the name of its folder where no journal says.
    #[must_use]
    pub fn title(&self) -> &str {
        self.document.as_ref().map_or(&self.folder, |document| &document.title)
    }

    /// Its address or its path (with `~` for the home folder); empty for the bundled article and for pipes.
    #[must_use]
    pub fn source(&self) -> &str {
        let Some(document) = &self.document else { return "" };
        if document.href.is_empty() { &document.path } else { &document.href }
    }
}

/// What the journals know of every document, with the name of its folder; what cannot be read is passed over.
///
/// # Errors
/// When the folder of documents is there and cannot be listed.
pub fn known_documents(paths: &Paths) -> io::Result<Vec<(String, DocEvent)>> {
    let mut index = Index::open(paths);
    let mut known = Vec::new();
    for folder in load::folders(paths)? {
        let (documents, _) = index.documents(&folder);
        known.extend(documents.into_iter().map(|document| (folder.clone(), document)));
    }
    index.keep();
    Ok(known)
}

/// Reads the annotations of every document, by title; those without any are left out.
///
/// # Errors
/// When the folder of documents is there and cannot be listed. What cannot be read in it comes as notices.
pub fn all_notes(paths: &Paths) -> io::Result<(Vec<AnnotatedDocument>, Vec<Notice>)> {
    notes_where(paths, None::<fn(&Note) -> bool>)
}

/// Like [`all_notes`], but only those that are `wanted`, also among the deleted; documents without any are left out.
///
/// Each document is sifted in the thread that reads it, before the next is read: few notes of a large library stay in memory.
///
/// # Errors
/// Those of [`all_notes`].
pub fn notes_where(
    paths: &Paths,
    wanted: Option<impl Fn(&Note) -> bool + Sync>,
) -> io::Result<(Vec<AnnotatedDocument>, Vec<Notice>)> {
    let wanted = wanted.as_ref();
    let folders = load::folders(paths)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = folders.len().div_ceil(threads).max(SHARE);
    let mut shares = folders.chunks(share);
    let first = shares.next().unwrap_or_default();
    let (mut documents, notices) = thread::scope(|scope| {
        let others: Vec<_> =
            shares.map(|share| scope.spawn(move || notes_in(paths, share, wanted))).collect();
        let (mut documents, mut notices) = notes_in(paths, first, wanted);
        for other in others {
            let (more, told) = other.join().expect("reading does not panic");
            documents.extend(more);
            notices.extend(told);
        }
        (documents, notices)
    });
    documents.sort_by(|one, other| (one.title(), &one.folder).cmp(&(other.title(), &other.folder)));
    Ok((documents, notices))
}

/// What was read or annotated, in any order; what was forgotten is left out. `bundled` is the title of the bundled
/// article. What cannot be read of the annotations comes as notices.
///
/// # Errors
/// When the folder of documents is there and cannot be listed.
pub fn books(paths: &Paths, bundled: &str, now: Timestamp) -> io::Result<(Vec<Book>, Vec<Notice>)> {
    let (documents, notices) = all_notes(paths)?;
    let mut annotated: HashMap<String, AnnotatedDocument> =
        documents.into_iter().map(|document| (document.folder.clone(), document)).collect();
    let mut books = Vec::new();
    for (folder, entry) in reading::all(paths) {
        let document = annotated.remove(&folder);
        if let Entry::Kept(kept) = entry {
            let notes = document.as_ref().map_or(0, |document| document.notes.len());
            let source = paths.abbreviate(&kept.source);
            let read = Book { progress: kept.progress, read: kept.read, ..Book::default() };
            let lost = kept.lost.map(|lost| lost.min(notes));
            books.push(Book { folder, title: kept.title, source, notes, lost, ..read });
        }
    }
    for (folder, document) in annotated {
        let read = document.notes.iter().map(|note| note.changed).max();
        let (title, source) = (document.title().to_owned(), document.source().to_owned());
        books.push(Book { folder, title, source, notes: document.notes.len(), read, ..Book::default() });
    }
    for book in &mut books {
        complete(book, paths, bundled, now);
    }
    // A file that changed before it was annotated goes by another name: what was read last counts.
    books.sort_by_key(|book| Reverse((book.notes > 0, book.read)));
    let mut seen = HashSet::new();
    books.retain(|book| book.notes > 0 || book.source.is_empty() || seen.insert(book.source.clone()));
    Ok((books, notices))
}

/// Where it can be opened from, whether it is there, and when it was read in words.
fn complete(book: &mut Book, paths: &Paths, bundled: &str, now: Timestamp) {
    let full = match book.source.strip_prefix("~/") {
        Some(rest) => paths.home.join(rest),
        None => PathBuf::from(&book.source),
    };
    book.origin = match book.source.as_str() {
        "" if book.title == bundled => Some(Origin::Bundled),
        "" => None,
        source if is_page(source) => Some(Origin::At(source.to_owned())),
        _ => Some(Origin::At(full.to_string_lossy().into_owned())),
    };
    book.missing = !book.source.is_empty() && !is_page(&book.source) && !full.exists();
    book.day = book.read.map_or_else(String::new, |read| clock::day_or_time(read, now));
}

/// The annotations in these folders, those that are `wanted`.
fn notes_in(
    paths: &Paths,
    folders: &[String],
    wanted: Option<&impl Fn(&Note) -> bool>,
) -> (Vec<AnnotatedDocument>, Vec<Notice>) {
    let (mut documents, mut notices) = (Vec::new(), Vec::new());
    let mut room = Vec::new();
    for folder in folders {
        let loaded = load::journals_through(&paths.documents().join(folder), &mut room);
        notices.extend(loaded.notices);
        let mut merged = merge(loaded.lines);
        let is_listed = match wanted {
            None => !merged.notes.is_empty(),
            Some(wanted) => {
                merged.notes.retain(wanted);
                !merged.notes.is_empty() || merged.notes.deleted().next().is_some()
            }
        };
        if is_listed {
            let document = merged.documents.pop();
            documents.push(AnnotatedDocument { folder: folder.clone(), document, notes: merged.notes });
        }
    }
    (documents, notices)
}
