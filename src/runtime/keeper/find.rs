//! Finding the journals of a document, and what they say.

use super::index::Index;
use super::load;
use super::watch::Watch;
use crate::app::address::base;
use crate::doc::{Digest, Document, hexadecimal};
use crate::mark::{Corrections, Placer};
use crate::notice::Notice;
use crate::runtime::paths::Paths;
use crate::runtime::web::address;
use crate::store::clock::Clock;
use crate::store::identity::{self, Decision, Kin, Likely, Seen};
use crate::store::journal::DocEvent;
use crate::store::merge::{Merged, merge};
use crate::store::sketch::Sketch;
use std::path::PathBuf;
use uuid::Uuid;

/// What the journals say of a document.
pub(super) struct Found {
    /// The document, as it is known by.
    pub(super) seen: Seen,
    /// Name of the folder to write into.
    pub(super) folder: String,
    /// What is known of the journals from now on.
    pub(super) watch: Watch,
    /// What they add up to, without places.
    pub(super) merged: Merged,
    /// A document with annotations that this may be; the person knows.
    pub(super) kin: Option<Kin>,
    /// What could not be read.
    pub(super) notices: Vec<Notice>,
}

/// Reads the journals of a document and those for every document.
pub(super) fn find(paths: &Paths, document: &Document, bytes_sha256: Digest, source: &str) -> Found {
    let (href, path) = match address::of_web(source) {
        Some(page) => (own_address(&page, document).unwrap_or(page), String::new()),
        None => (String::new(), paths.abbreviate(source)),
    };
    let ident = document.meta().identifier.clone().unwrap_or_default();
    let title = document.title().to_owned();
    let seen = Seen { bytes: bytes_sha256, text: document.digest(), href, path, ident, title };
    let mut notices = Vec::new();
    let names = load::folders(paths).unwrap_or_else(|error| {
        notices.push(load::unreadable(&paths.documents(), &error));
        Vec::new()
    });
    let Folders { known: folders, likely, unread } =
        find_folders(paths, &names, &seen, || Sketch::of(document.text()));
    notices.extend(unread);
    let kin = likely.into_iter().find_map(|likely| kin(paths, likely));
    let folder = folders.first().cloned().unwrap_or_else(|| {
        identity::folder_name(document.title(), &bytes_sha256, |name| names.iter().any(|known| known == name))
    });
    // The one to write into may come to be while the window is open.
    let mut watched: Vec<PathBuf> = folders.iter().map(|name| paths.documents().join(name)).collect();
    if watched.is_empty() {
        watched.push(paths.documents().join(&folder));
    }
    let (watch, loaded) = Watch::start(watched, paths.shared());
    notices.extend(loaded.notices);
    Found { seen, folder, watch, merged: merge(loaded.lines), kin, notices }
}

/// The address that the page at `page` gives for itself, where its host may say so: editions for telephones, for
/// printing and for sharing then have the same notes. The host is the one that redirections led to.
fn own_address(page: &str, document: &Document) -> Option<String> {
    let meta = document.meta();
    let own = address::of_web(&address::join(&base(meta), meta.canonical.as_deref()?))?;
    // A site that names its front page on every page says nothing.
    let is_front =
        own.split_once("://").is_some_and(|(_, rest)| rest.trim_end_matches('/') == address::host(&own));
    let found = meta.location.as_deref().unwrap_or(page);
    (address::host(&own) == address::host(found) && !is_front).then_some(own)
}

/// The corrections that hold for `document`, their passages placed in it, and what could not be read; its notes are not
/// placed. The arguments are those of [`Keeper::open`](super::Keeper::open).
#[must_use]
pub fn corrections(
    paths: &Paths,
    document: &Document,
    bytes_sha256: Digest,
    source: &str,
) -> (Corrections, Vec<Notice>) {
    let Found { merged, notices, .. } = find(paths, document, bytes_sha256, source);
    let mut corrections = merged.notes.corrections().clone();
    let placer = Placer::new(document);
    corrections.place(|anchor| placer.place_surely(anchor));
    (corrections, notices)
}

/// What a person should know of a document that the open one may be; `None` where it has no annotation to lose, or
/// nothing may be added to its journals from here.
fn kin(paths: &Paths, Likely { folder, same_path }: Likely) -> Option<Kin> {
    let merged = merge(load::journals(&paths.documents().join(&folder)).lines);
    let document = merged.documents.last().filter(|_| !merged.newer && !merged.notes.is_empty())?;
    let path = if document.href.is_empty() { &document.path } else { &document.href };
    let (title, path) = (document.title.clone(), path.clone());
    Some(Kin { folder, title, path, notes: merged.notes.len(), same_path })
}

/// Where the notes of a document may be.
#[derive(Debug, Default)]
struct Folders {
    /// Those that hold its notes, the one to write into first.
    known: Vec<String>,
    /// Those that may be its own.
    likely: Vec<Likely>,
    /// What could not be read of the others, which may hold notes of this document too.
    unread: Vec<Notice>,
}

/// The folders with the notes of the document.
///
/// All are looked into, though one has the name of these very bytes: a copy made on another device may
/// have come beside the one in which this device kept them as an edition.
fn find_folders(paths: &Paths, names: &[String], seen: &Seen, sketch: impl FnOnce() -> Sketch) -> Folders {
    let mut index = Index::open(paths);
    let mut known: Vec<(&str, DocEvent)> = Vec::new();
    let mut nameless = Vec::new();
    let mut unread = Vec::new();
    for name in names {
        let (documents, notice) = index.documents(name);
        unread.extend(notice.map(|notice| (name, notice)));
        // A folder whose `doc` line is damaged is taken by its name alone.
        if documents.is_empty() && identity::may_hold(name, &seen.bytes) {
            nameless.push(name.clone());
        }
        known.extend(documents.into_iter().map(|event| (name.as_str(), event)));
    }
    index.keep();
    let (found, likely) =
        match identity::decide(known.iter().map(|(name, event)| (*name, event)), seen, sketch) {
            Decision::Attach(folders) => (folders.into_iter().chain(nameless).collect(), Vec::new()),
            Decision::Ask(likely) if nameless.is_empty() => (nameless, likely),
            Decision::Ask(_) | Decision::New => (nameless, Vec::new()),
        };
    // Those that are read whole now report themselves.
    let others = unread.into_iter().filter(|(name, _)| !found.contains(name));
    let unread = others.map(|(_, notice)| notice).collect();
    Folders { known: found, likely, unread }
}

/// Whether the journals must be told of the document: in a new journal, and where it is not known as it is now.
pub(super) fn is_introduction_due(
    paths: &Paths,
    folder: &str,
    device: Option<&str>,
    known: &[DocEvent],
    seen: &Seen,
) -> bool {
    let has_journal =
        device.is_some_and(|device| paths.documents().join(folder).join(format!("{device}.jsonl")).exists());
    let (bytes, text) = (hexadecimal(&seen.bytes), hexadecimal(&seen.text));
    let is_known = known.iter().any(|event| {
        event.sha256 == bytes && event.text == text && event.href == seen.href && event.path == seen.path
    });
    !has_journal || !is_known
}

/// What to say of the document; time and device come with the first change.
pub(super) fn introduction(document: &Document, seen: &Seen) -> DocEvent {
    DocEvent {
        id: Uuid::now_v7(),
        at: jiff::Timestamp::UNIX_EPOCH,
        clock: Clock::default(),
        device: String::new(),
        sha256: hexadecimal(&seen.bytes),
        text: hexadecimal(&seen.text),
        title: document.title().to_owned(),
        href: seen.href.clone(),
        path: seen.path.clone(),
        ident: seen.ident.clone(),
        sketch: Sketch::of(document.text()).to_text(),
    }
}
