//! What the journals say of their documents, kept in the cache, so that opening one document need not read the notes of all.
//!
//! The first line has a checksum of the rest: for each journal a line with its length, when it changed, how many lines on
//! documents it has, and its path; then those lines. What does not fit is read from the journals: the file may be damaged or
//! deleted at any time. It is made only where there is much to read without it.

use super::load;
use crate::notice::Notice;
use crate::runtime::files::{self, disk};
use crate::runtime::paths::Paths;
use crate::store::journal::{self, DocEvent, Line};
use memchr::memmem;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How the first line begins: what does not begin so is of another version.
const HEADER: &str = "exergue index 1 ";
/// Bytes of journals that may be read at every opening rather than be put into the index.
const LITTLE: u64 = 1 << 20;

/// What is known of the documents.
#[derive(Debug)]
pub(super) struct Index {
    file: PathBuf,
    documents: PathBuf,
    /// As the file says; by the path of the journal.
    kept: HashMap<String, Known>,
    /// Of the journals that were asked for.
    now: Vec<(String, Known)>,
    /// Bytes of journals that the index did not know.
    read: u64,
}

#[derive(Debug)]
struct Known {
    state: State,
    /// The lines on documents, as they stand in the journal.
    lines: Vec<String>,
}

/// What tells whether a journal is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    length: u64,
    /// Nanoseconds since 1970.
    changed: u128,
}

impl Index {
    /// The index as it was kept; empty where it cannot be read.
    pub(super) fn open(paths: &Paths) -> Self {
        let file = paths.cache.join("index");
        let text = disk::read(&file).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        Self { file, documents: paths.documents(), kept: parse(&text), now: Vec::new(), read: 0 }
    }

    /// The documents that the journals in the folder `name` are about, and what could not be read of it.
    pub(super) fn documents(&mut self, name: &str) -> (Vec<DocEvent>, Option<Notice>) {
        let folder = self.documents.join(name);
        let journals = match load::journal_files(&folder) {
            Ok(journals) => journals,
            Err(error) => return (Vec::new(), Some(load::unreadable(&folder, &error))),
        };
        let mut documents = Vec::new();
        let mut unread = None;
        for path in journals {
            match self.lines(name, &path) {
                Ok(lines) => documents.extend(lines.iter().filter_map(|line| document(line))),
                Err(error) => unread = Some(load::unreadable(&path, &error)),
            }
        }
        (documents, unread)
    }

    /// Keeps what was asked for, for the next time, if that spares much reading.
    pub(super) fn keep(self) {
        if self.read < LITTLE {
            return;
        }
        let mut text = String::new();
        for (path, Known { state: State { length, changed }, lines }) in &self.now {
            text.push_str(&format!("{length} {changed} {} {path}\n", lines.len()));
            lines.iter().for_each(|line| text.extend([line, "\n"]));
        }
        let text = format!("{HEADER}{:08x}\n{text}", crc32fast::hash(text.as_bytes()));
        if let Err(error) = files::write_whole(&self.file, text.as_bytes()) {
            log::warn!("the index was not kept: {error}");
        }
    }

    /// The lines on documents in a journal of the folder `name`.
    fn lines(&mut self, name: &str, path: &Path) -> std::io::Result<&[String]> {
        let found = disk::look(path)?;
        // Taken before the journal is read: what comes meanwhile makes it another state.
        let since = found.modified().ok().and_then(|changed| changed.duration_since(UNIX_EPOCH).ok());
        let state = State { length: found.len(), changed: since.map_or(0, |since| since.as_nanos()) };
        let key = format!("{name}/{}", load::file_name(path));
        let known = match self.kept.remove(&key).filter(|known| known.state == state) {
            Some(known) => known,
            None => {
                self.read += found.len();
                Known { state, lines: on_documents(&load::read(path)?) }
            }
        };
        self.now.push((key, known));
        Ok(self.now.last().map_or(&[], |(_, known)| &known.lines))
    }
}

/// The lines of a journal that tell of a document.
fn on_documents(bytes: &[u8]) -> Vec<String> {
    // Where the mark stands is looked for first: a journal is long, and hardly any of its lines has it.
    memmem::find_iter(bytes, b"\"op\":\"doc\"")
        .filter_map(|at| {
            let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
            let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length);
            let line = std::str::from_utf8(bytes[start..end].trim_ascii()).ok()?;
            document(line).map(|_| line.to_owned())
        })
        .collect()
}

fn document(line: &str) -> Option<DocEvent> {
    match journal::parse(line.as_bytes()) {
        Line::Doc(document) => Some(*document),
        _ => None,
    }
}

/// What the file of an index says; nothing where it is damaged.
fn parse(text: &str) -> HashMap<String, Known> {
    let mut kept = HashMap::new();
    let Some((checksum, rest)) = text.strip_prefix(HEADER).and_then(|text| text.split_once('\n')) else {
        return kept;
    };
    if u32::from_str_radix(checksum, 16) != Ok(crc32fast::hash(rest.as_bytes())) {
        return kept;
    }
    let mut lines = rest.lines();
    while let Some((path, state, count)) = lines.next().and_then(heading) {
        let documents = lines.by_ref().take(count).map(str::to_owned).collect();
        kept.insert(path, Known { state, lines: documents });
    }
    kept
}

fn heading(line: &str) -> Option<(String, State, usize)> {
    let mut words = line.splitn(4, ' ');
    let (length, changed) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let count = words.next()?.parse().ok()?;
    Some((words.next()?.to_owned(), State { length, changed }, count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::journal::doc_event;
    use std::fs;

    /// A library of one document with a long journal.
    fn library() -> (tempfile::TempDir, Paths, PathBuf) {
        let root = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(root.path());
        let journal = paths.documents().join("a-00000/one.jsonl");
        let line = journal::encode_doc(&DocEvent { title: "Le tram".to_owned(), ..doc_event() });
        let rest = "{\"a note\":1}\n".repeat(100_000);
        fs::create_dir_all(paths.documents().join("a-00000")).expect("made");
        fs::write(&journal, format!("{line}{rest}")).expect("written");
        (root, paths, journal)
    }

    fn titles(paths: &Paths) -> (Vec<String>, u64) {
        let mut index = Index::open(paths);
        let (documents, unread) = index.documents("a-00000");
        assert_eq!(unread, None);
        let read = index.read;
        index.keep();
        (documents.into_iter().map(|document| document.title).collect(), read)
    }

    #[test]
    fn a_journal_that_is_as_it_was_is_not_read_again() {
        let (_root, paths, journal) = library();
        let (first, read) = titles(&paths);
        assert_eq!((first.len(), read), (1, fs::metadata(&journal).expect("there").len()));
        assert_eq!(titles(&paths), (first.clone(), 0));
        let more = journal::encode_doc(&DocEvent { title: "Le tram, 2".to_owned(), ..doc_event() });
        fs::write(&journal, format!("{}{more}", fs::read_to_string(&journal).expect("read")))
            .expect("written");
        assert_eq!(titles(&paths).0, ["Le tram", "Le tram, 2"]);
        assert_eq!(titles(&paths).1, 0);
    }

    #[test]
    fn an_index_damaged_in_any_way_or_gone_changes_nothing() {
        let (_root, paths, _) = library();
        let expected = titles(&paths).0;
        let file = paths.cache.join("index");
        let whole = fs::read(&file).expect("it was made");
        for length in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[length] ^= 1;
            for damaged in [&whole[..length], &flipped] {
                assert!(parse(&String::from_utf8_lossy(damaged)).is_empty(), "{length}");
            }
        }
        fs::write(&file, b"\xff\xfe").expect("written");
        assert_eq!(titles(&paths).0, expected);
        fs::remove_dir_all(&paths.cache).expect("removed");
        assert_eq!(titles(&paths).0, expected);
    }
}
