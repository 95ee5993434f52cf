//! The copies of a page: the bytes as they came, each edition once, and a line for each that says when.
//!
//! Notes were made on one text, and what is at an address changes. So a page that was opened stays as it was, and opens
//! without a network. `docs/formats.md` has the format.

use super::address::host;
use crate::doc::{Digest, hexadecimal};
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::store::identity::{canonical, slug};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Letters of the host in the name of a folder.
const HOST: usize = 40;
/// Digits of the address in it.
const DIGITS: usize = 16;

/// What the server said of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// What it is (`text/html`), or nothing.
    pub kind: String,
    /// The encoding.
    pub charset: Option<String>,
    /// Where redirections led; `None` where there were none, and in copies of versions that did not keep it.
    pub location: Option<String>,
}

/// A copy of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// When it was fetched.
    pub at: Timestamp,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// What the server said of it.
    pub seen: Seen,
}

/// A line about a copy. What is missing takes its default, so that later versions may add.
#[derive(Serialize, Deserialize)]
struct Line {
    address: String,
    at: Timestamp,
    sha256: String,
    #[serde(rename = "type", default, skip_serializing_if = "String::is_empty")]
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    charset: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    location: Option<String>,
}

/// The copies of one page.
#[derive(Debug)]
pub struct Copies {
    address: String,
    data: PathBuf,
    folder: PathBuf,
    /// The folder in the backup.
    saved: PathBuf,
    lock: PathBuf,
}

impl Copies {
    /// Those of the page at `address`. Addresses that differ in what does not tell pages apart have the same.
    #[must_use]
    pub fn of(paths: &Paths, address: &str) -> Self {
        let digest: Digest = Sha256::digest(canonical(address)).into();
        let name = format!("{}-{}", slug(host(address), HOST), &hexadecimal(&digest)[..DIGITS]);
        let lock = paths.state.join("locks").join("pages.lock");
        Self {
            address: address.to_owned(),
            data: paths.data.clone(),
            folder: paths.pages().join(&name),
            saved: paths.saved_pages().join(&name),
            lock,
        }
    }

    /// The newest copy whose bytes are there and are what they were, in the backup for want of others.
    #[must_use]
    pub fn newest(&self) -> Option<(Copy, Vec<u8>)> {
        let mut lines = self.lines();
        lines.sort_by_key(|line| line.at);
        lines.into_iter().rev().find_map(|line| {
            let name = file(&line.sha256, &line.kind);
            let (sha256, bytes) = [&self.folder, &self.saved].into_iter().find_map(|folder| {
                let bytes = bytes(&folder.join(&name))?;
                let sha256: Digest = Sha256::digest(&bytes).into();
                // A copy that the disk or a synchronisation damaged is no copy.
                (hexadecimal(&sha256) == line.sha256).then_some((sha256, bytes))
            })?;
            let seen = Seen { kind: line.kind, charset: line.charset, location: line.location };
            Some((Copy { at: line.at, sha256, seen }, bytes))
        })
    }

    /// Whether there is a copy that can be opened.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.newest().is_some()
    }

    /// How many copies are kept.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lines().len()
    }

    /// Keeps a copy with these bytes.
    ///
    /// # Errors
    /// The copies before stay as they are.
    pub fn keep(&self, copy: &Copy, page: &[u8]) -> Result<(), WriteError> {
        let sha256 = hexadecimal(&copy.sha256);
        // The bytes first: a line must not tell of what is not there.
        let name = file(&sha256, &copy.seen.kind);
        match files::create_new(&self.folder.join(&name), page) {
            Ok(()) => {}
            // The page has become again what it was before.
            Err(WriteError::Exists { path }) if bytes(&path).as_deref() == Some(page) => {}
            Err(WriteError::Exists { path }) => files::write_whole(&path, page)?,
            Err(error) => return Err(error),
        }
        let line = Line {
            address: self.address.clone(),
            at: copy.at,
            sha256,
            kind: copy.seen.kind.clone(),
            charset: copy.seen.charset.clone(),
            location: copy.seen.location.clone(),
        };
        let line = serde_json::to_string(&line).expect("strings are JSON") + "\n";
        let journal = self.folder.join("copies.jsonl");
        files::append(&journal, Some(&self.lock), &line)?;
        files::settle(&journal, &self.data)
    }

    /// Every line that can be read, those of the backup too, each once.
    fn lines(&self) -> Vec<Line> {
        let texts: BTreeSet<String> = lines(&self.folder).into_iter().chain(lines(&self.saved)).collect();
        texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect()
    }
}

/// The lines about copies in `folder` that can be read, of copies of the file under other names too, as synchronisations
/// make them.
pub(super) fn lines(folder: &Path) -> Vec<String> {
    let Ok(entries) = disk::list(folder) else { return Vec::new() };
    let is_journal = |path: &PathBuf| path.to_string_lossy().contains(".jsonl");
    let is_sound = |text: &&str| serde_json::from_str(text).is_ok_and(|line: Line| is_digest(&line.sha256));
    let mut lines = Vec::new();
    for bytes in entries.iter().filter(|path| is_journal(path)).filter_map(|path| disk::read(path).ok()) {
        let texts = bytes.split(|&byte| byte == b'\n').filter_map(|text| std::str::from_utf8(text).ok());
        lines.extend(texts.filter(is_sound).map(str::to_owned));
    }
    lines
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    disk::look(path).ok().filter(std::fs::Metadata::is_file)?;
    disk::read(path).ok()
}

/// The digest in the name of a file with the bytes of a page; `None` for what is not called so.
pub(super) fn stem(path: &Path) -> Option<&str> {
    path.file_stem()?.to_str().filter(|stem| is_digest(stem))
}

/// The name of the file with the bytes, so that people can open it without us.
fn file(sha256: &str, kind: &str) -> String {
    let ending = match kind {
        "text/html" => ".html",
        "application/xhtml+xml" => ".xhtml",
        "text/plain" => ".txt",
        "text/markdown" => ".md",
        "application/pdf" => ".pdf",
        "application/epub+zip" => ".epub",
        _ => "",
    };
    format!("{sha256}{ending}")
}

/// Whether it is a name that we give: nothing outside the folder is opened.
fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://example.org/le-tram?utm_source=x";

    fn copy(bytes: &[u8], second: i64) -> Copy {
        let seen = Seen { kind: "text/html".to_owned(), charset: Some("utf-8".to_owned()), location: None };
        Copy {
            at: Timestamp::from_second(second).expect("in range"),
            sha256: Sha256::digest(bytes).into(),
            seen,
        }
    }

    #[test]
    fn the_newest_copy_comes_back_and_the_others_stay() {
        let root = tempfile::tempdir().expect("a folder");
        let copies = Copies::of(&Paths::under(root.path()), ADDRESS);
        assert_eq!(copies.newest(), None);
        for (text, second) in [("un", 30), ("deux", 20), ("un", 40), ("trois", 10)] {
            copies.keep(&copy(text.as_bytes(), second), text.as_bytes()).expect("kept");
        }
        assert_eq!(copies.newest(), Some((copy(b"un", 40), b"un".to_vec())));
        assert_eq!(copies.count(), 4);
        let same = Copies::of(&Paths::under(root.path()), "http://example.org/le-tram/");
        assert_eq!(same.newest(), copies.newest());
        let other = Copies::of(&Paths::under(root.path()), "https://example.org/le-tram?p=2");
        assert_eq!(other.newest(), None);
    }

    #[test]
    fn where_redirections_led_is_kept_and_a_line_without_it_is_read() {
        let root = tempfile::tempdir().expect("a folder");
        let copies = Copies::of(&Paths::under(root.path()), ADDRESS);
        copies.keep(&copy(b"un", 1), b"un").expect("kept");
        let journal = copies.folder.join("copies.jsonl");
        assert!(!std::fs::read_to_string(&journal).expect("text").contains("location"));
        let mut redirected = copy(b"deux", 2);
        redirected.seen.location = Some("https://example.org/2026/le-tram".to_owned());
        copies.keep(&redirected, b"deux").expect("kept");
        assert_eq!(copies.newest(), Some((redirected, b"deux".to_vec())));
    }

    #[test]
    fn a_damaged_copy_is_passed_over() {
        let root = tempfile::tempdir().expect("a folder");
        let copies = Copies::of(&Paths::under(root.path()), ADDRESS);
        copies.keep(&copy(b"un", 1), b"un").expect("kept");
        copies.keep(&copy(b"deux", 2), b"deux").expect("kept");
        std::fs::write(copies.folder.join(hexadecimal(&copy(b"deux", 2).sha256) + ".html"), "de")
            .expect("written");
        let journal = copies.folder.join("copies.jsonl");
        let torn = std::fs::read_to_string(&journal).expect("text") + "{\"sha256\":\"../../etc\"}\n{\"at";
        std::fs::write(&journal, torn).expect("written");
        assert_eq!(copies.newest().map(|(copy, _)| copy), Some(copy(b"un", 1)));
        copies.keep(&copy(b"deux", 3), b"deux").expect("kept");
        assert_eq!(copies.newest(), Some((copy(b"deux", 3), b"deux".to_vec())));
    }

    #[test]
    #[cfg(unix)]
    fn copies_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let root = tempfile::tempdir().expect("a folder");
        let copies = Copies::of(&Paths::under(root.path()), ADDRESS);
        copies.keep(&copy(b"un", 1), b"un").expect("kept");
        let mode = |path: PathBuf| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(copies.folder.clone()), 0o700);
        assert_eq!(mode(copies.folder.join(hexadecimal(&copy(b"un", 1).sha256) + ".html")), 0o600);
        assert_eq!(mode(copies.folder.join("copies.jsonl")), 0o600);
    }
}
