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
    let (mut documents, notices) = each_document(paths, |mut document| {
        if let Some(wanted) = &wanted {
            document.notes.retain(wanted);
        }
        let is_listed =
            !document.notes.is_empty() || wanted.is_some() && document.notes.deleted().next().is_some();
        is_listed.then_some(document)
    })?;
    documents.sort_by(|one, other| (one.title(), &one.folder).cmp(&(other.title(), &other.folder)));
    Ok((documents, notices))
}

/// What was read or annotated, in any order; what was forgotten is left out. `bundled` is the title of the bundled
/// article. What cannot be read of the annotations comes as notices.
///
/// # Errors
/// When the folder of documents is there and cannot be listed.
pub fn books(paths: &Paths, bundled: &str, now: Timestamp) -> io::Result<(Vec<Book>, Vec<Notice>)> {
    let (annotated, notices) = each_document(paths, |document| annotated(&document))?;
    let mut annotated: HashMap<String, Book> =
        annotated.into_iter().map(|book| (book.folder.clone(), book)).collect();
    let mut books = Vec::new();
    for (folder, entry) in reading::all(paths) {
        let book = annotated.remove(&folder);
        if let Entry::Kept(kept) = entry {
            let notes = book.map_or(0, |book| book.notes);
            let source = paths.abbreviate(&kept.source);
            let read = Book { progress: kept.progress, read: kept.read, ..Book::default() };
            let lost = kept.lost.map(|lost| lost.min(notes));
            books.push(Book { folder, title: kept.title, source, notes, lost, ..read });
        }
    }
    books.extend(annotated.into_values());
    for book in &mut books {
        complete(book, paths, bundled, now);
    }
    // A file that changed before it was annotated goes by another name: what was read last counts.
    books.sort_by_key(|book| Reverse((book.notes > 0, book.read)));
    let mut seen = HashSet::new();
    books.retain(|book| book.notes > 0 || book.source.is_empty() || seen.insert(book.source.clone()));
    Ok((books, notices))
}

/// What its journals alone know of a document; `None` where it has no annotation.
fn annotated(document: &AnnotatedDocument) -> Option<Book> {
    let read = document.notes.iter().map(|note| note.changed).max()?;
    Some(Book {
        folder: document.folder.clone(),
        title: document.title().to_owned(),
        source: document.source().to_owned(),
        notes: document.notes.len(),
        read: Some(read),
        ..Book::default()
    })
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

/// What `keep` makes of each document, in no order, without those of which it makes nothing; and what could not be read.
///
/// It is asked in the thread that reads the document, before the next is read: what it lets go of does not pile up.
fn each_document<T: Send>(
    paths: &Paths,
    keep: impl Fn(AnnotatedDocument) -> Option<T> + Sync,
) -> io::Result<(Vec<T>, Vec<Notice>)> {
    let folders = load::folders(paths)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = folders.len().div_ceil(threads).max(SHARE);
    let mut shares = folders.chunks(share);
    let first = shares.next().unwrap_or_default();
    let keep = &keep;
    Ok(thread::scope(|scope| {
        let others: Vec<_> =
            shares.map(|share| scope.spawn(move || documents_in(paths, share, keep))).collect();
        let (mut kept, mut notices) = documents_in(paths, first, keep);
        for other in others {
            let (more, told) = other.join().expect("reading does not panic");
            kept.extend(more);
            notices.extend(told);
        }
        (kept, notices)
    }))
}

/// What `keep` makes of the documents in these folders.
fn documents_in<T>(
    paths: &Paths,
    folders: &[String],
    keep: impl Fn(AnnotatedDocument) -> Option<T>,
) -> (Vec<T>, Vec<Notice>) {
    let (mut kept, mut notices) = (Vec::new(), Vec::new());
    let mut room = Vec::new();
    for folder in folders {
        let loaded = load::journals_through(&paths.documents().join(folder), &mut room);
        notices.extend(loaded.notices);
        let mut merged = merge(loaded.lines);
        let document = merged.documents.pop();
        kept.extend(keep(AnnotatedDocument { folder: folder.clone(), document, notes: merged.notes }));
    }
    (kept, notices)
}
