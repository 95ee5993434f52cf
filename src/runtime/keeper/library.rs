//! The notes of all documents.

use super::index::Index;
use super::load;
use crate::mark::Notes;
use crate::notice::Notice;
use crate::runtime::paths::Paths;
use crate::store::journal::DocEvent;
use crate::store::merge;
use std::io;
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
    let folders = load::folders(paths)?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = folders.len().div_ceil(threads).max(SHARE);
    let mut shares = folders.chunks(share);
    let first = shares.next().unwrap_or_default();
    let (mut documents, notices) = thread::scope(|scope| {
        let others: Vec<_> = shares.map(|share| scope.spawn(|| notes_in(paths, share))).collect();
        let (mut documents, mut notices) = notes_in(paths, first);
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

/// The annotations in these folders.
fn notes_in(paths: &Paths, folders: &[String]) -> (Vec<AnnotatedDocument>, Vec<Notice>) {
    let (mut documents, mut notices) = (Vec::new(), Vec::new());
    let mut room = Vec::new();
    for folder in folders {
        let loaded = load::journals_through(&paths.documents().join(folder), &mut room);
        notices.extend(loaded.notices);
        let mut merged = merge(loaded.lines);
        if !merged.notes.is_empty() {
            let document = merged.documents.pop();
            documents.push(AnnotatedDocument { folder: folder.clone(), document, notes: merged.notes });
        }
    }
    (documents, notices)
}
