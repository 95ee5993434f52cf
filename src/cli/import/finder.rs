//! Which document a record is about.

use crate::cli::session::Session;
use crate::doc::hexadecimal;
use crate::runtime::keeper::known_documents;
use crate::runtime::open::{Source, open};
use crate::runtime::web::address::unescaped;
use crate::runtime::web::copies::Copies;
use crate::store::DocEvent;
use crate::store::identity::canonical;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

/// Finds documents by what records say of them: paths, addresses, digests, as files that are there.
pub(super) struct Finder<'s> {
    session: &'s Session,
    /// Where relative paths start.
    folder: PathBuf,
    /// What the journals know, with the names of their folders.
    known: Vec<(String, DocEvent)>,
    /// The digest of the text of the bundled article.
    bundled: String,
    found: HashMap<Vec<String>, Option<Source>>,
}

impl<'s> Finder<'s> {
    /// For records in a file of `folder`; reads what the journals know.
    pub(super) fn new(session: &'s Session, folder: &Path) -> io::Result<Self> {
        let mut known = known_documents(&session.paths)?;
        // Where a document was last comes first.
        known.sort_by_key(|(_, event)| std::cmp::Reverse(event.clock));
        let bundled =
            open(&Source::Bundled, &session.ways()).expect("it is in the program, and it is a text");
        let bundled = hexadecimal(&bundled.document.digest());
        Ok(Self { session, folder: folder.to_owned(), known, bundled, found: HashMap::new() })
    }

    /// The first document that one of `sources` names and that can be opened.
    pub(super) fn find(&mut self, sources: &[String]) -> Option<Source> {
        if let Some(found) = self.found.get(sources) {
            return found.clone();
        }
        let found = sources.iter().find_map(|source| self.one(source));
        self.found.insert(sources.to_owned(), found.clone());
        found
    }

    fn one(&self, source: &str) -> Option<Source> {
        if let Some(digest) = source.strip_prefix("urn:sha256:") {
            return self.bundled_by(digest).or_else(|| self.last_seen(|event| event.text == digest));
        }
        let address = canonical(source);
        if !address.is_empty() {
            let page = Source::kept(source);
            let copies = Copies::of(&self.session.paths, source);
            let copy = (matches!(page, Source::Address(_)) && copies.is_kept()).then_some(page);
            return copy.or_else(|| self.last_seen(|event| canonical(&event.href) == address));
        }
        if let Some(file) = self.file(source) {
            return Some(Source::File(file));
        }
        let path = self.session.shown(&self.path(source));
        self.last_seen(|event| event.path == path || event.ident == source).or_else(|| {
            let (_, event) = self.known.iter().find(|(folder, _)| folder == source)?;
            self.bundled_by(&event.text).or_else(|| self.last_seen(|other| other.text == event.text))
        })
    }

    fn bundled_by(&self, digest: &str) -> Option<Source> {
        (digest == self.bundled).then_some(Source::Bundled)
    }

    /// The file that `source` names, if there is one.
    fn file(&self, source: &str) -> Option<PathBuf> {
        let path = self.path(source);
        let candidates = [self.folder.join(&path), path];
        candidates.into_iter().find(|path| path.is_file())
    }

    fn path(&self, source: &str) -> PathBuf {
        match source.strip_prefix("file://") {
            Some(rest) => PathBuf::from(unescaped(rest.strip_prefix("localhost").unwrap_or(rest))),
            None => self.session.full(source),
        }
    }

    /// A file in which the journals saw a document that is `wanted`; where it moved, the one it was seen in elsewhere.
    fn last_seen(&self, wanted: impl Fn(&DocEvent) -> bool) -> Option<Source> {
        let folders: Vec<&String> =
            self.known.iter().filter(|(_, event)| wanted(event)).map(|(folder, _)| folder).collect();
        let of_folders = self.known.iter().filter(|(folder, _)| folders.contains(&folder));
        let mut files = of_folders.filter(|(_, event)| !event.path.is_empty());
        files.find_map(|(_, event)| {
            let path = self.session.full(&event.path);
            path.is_file().then_some(Source::File(path))
        })
    }
}
