//! The notes of all documents.

use super::load;
use crate::mark::Notes;
use crate::notice::Notice;
use crate::runtime::paths::Paths;
use crate::store::journal::DocEvent;
use crate::store::merge;
use std::io;

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
    let of_folder = |folder: String| {
        let documents = load::documents(&paths.documents().join(&folder));
        documents.into_iter().map(move |document| (folder.clone(), document))
    };
    Ok(load::folders(paths)?.into_iter().flat_map(of_folder).collect())
}

/// Reads the annotations of every document, by title; those without any are left out.
///
/// # Errors
/// When the folder of documents is there and cannot be listed. What cannot be read in it comes as notices.
pub fn all_notes(paths: &Paths) -> io::Result<(Vec<AnnotatedDocument>, Vec<Notice>)> {
    let mut documents = Vec::new();
    let mut notices = Vec::new();
    for folder in load::folders(paths)? {
        let loaded = load::journals(&paths.documents().join(&folder));
        notices.extend(loaded.notices);
        let mut merged = merge(loaded.lines);
        if !merged.notes.is_empty() {
            documents.push(AnnotatedDocument {
                folder,
                document: merged.documents.pop(),
                notes: merged.notes,
            });
        }
    }
    documents.sort_by(|one, other| (one.title(), &one.folder).cmp(&(other.title(), &other.folder)));
    Ok((documents, notices))
}
