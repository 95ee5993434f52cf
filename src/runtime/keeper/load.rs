//! Reading journals, and looking whether they can be written.

use crate::doc::hexadecimal;
use crate::notice::{Notice, Obstacle};
use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::obstacle;
use crate::runtime::paths::Paths;
use crate::store::journal::{self, Line};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What the journals in a folder say.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// All lines of all journals.
    pub(super) lines: Vec<Line>,
    /// What could not be read.
    pub(super) notices: Vec<Notice>,
}

/// How a journal was when it was looked at.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileState {
    path: PathBuf,
    length: Option<u64>,
    changed: Option<SystemTime>,
}

/// The names of the folders of documents, in order; none where there is no such folder yet.
pub(super) fn folders(paths: &Paths) -> io::Result<Vec<String>> {
    let entries = match disk::list(&paths.documents()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        // One that cannot be looked at may hold notes, and is reported where it cannot be read.
        let may_hold_notes = match disk::look(&entry) {
            Ok(found) => found.is_dir(),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if may_hold_notes && let Some(name) = entry.file_name().and_then(|name| name.to_str()) {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Reads every journal in a folder, copies under other names too.
pub(super) fn journals(folder: &Path) -> Loaded {
    journals_through(folder, &mut Vec::new())
}

/// Like [`journals`], with room for the content of a file, which is made once for many folders.
pub(super) fn journals_through(folder: &Path, room: &mut Vec<u8>) -> Loaded {
    let mut loaded = Loaded::default();
    let files = match journal_files(folder) {
        Ok(files) => files,
        Err(error) => {
            loaded.notices.push(unreadable(folder, &error));
            return loaded;
        }
    };
    for path in files {
        let first = loaded.lines.len();
        match read_into(&path, room) {
            Ok(()) => loaded.lines.extend(journal::read(room)),
            Err(error) => {
                loaded.notices.push(unreadable(&path, &error));
                continue;
            }
        }
        let lines = &loaded.lines[first..];
        let damaged = lines.iter().filter(|line| matches!(line, Line::Damaged(_))).count();
        if damaged > 0 {
            loaded.notices.push(Notice::JournalDamaged { file: file_name(&path), lines: damaged });
        }
        if lines.iter().any(|line| matches!(line, Line::Unknown { newer: true, .. })) {
            loaded.notices.push(Notice::JournalNewer { file: file_name(&path) });
        }
    }
    loaded
}

/// Whether files can be made in each of the folders, or in the nearest folder above that exists.
pub(super) fn writable(folders: &[PathBuf]) -> Result<(), Obstacle> {
    for folder in folders {
        let Some(there) = folder.ancestors().find(|folder| fs::symlink_metadata(folder).is_ok()) else {
            continue;
        };
        let refused = if there.is_dir() {
            access(there).err()
        } else {
            Some(io::Error::from(io::ErrorKind::NotADirectory))
        };
        if let Some(error) = refused {
            return Err(obstacle::of_io(&error));
        }
    }
    Ok(())
}

/// Whether everybody on this machine can go into the folder and read what is there.
#[cfg(unix)]
pub(super) fn is_exposed(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o005 == 0o005)
}

#[cfg(not(unix))]
pub(super) fn is_exposed(_folder: &Path) -> bool {
    false
}

/// Puts beside the journals what people and git should know. Notes matter more: where this fails they go on.
pub(super) fn explain(paths: &Paths) {
    for (name, content) in [("README.txt", README), (".gitattributes", "*.jsonl merge=union text eol=lf\n")] {
        let path = paths.data.join(name);
        let written = match fs::read(&path) {
            // What the person made of it stays.
            Ok(known) if !is_earlier(&known) => continue,
            Ok(_) => files::write_whole(&path, content.as_bytes()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                files::create_new(&path, content.as_bytes())
            }
            Err(_) => continue,
        };
        match written {
            Ok(()) | Err(WriteError::Exists { .. }) => (),
            Err(error) => log::warn!("{error}"),
        }
    }
}

/// Something that is there and cannot be read.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Notice {
    Notice::NotesUnreadable { path: path.display().to_string(), why: obstacle::of_io(error) }
}

/// The SHA-256 of what earlier versions wrote into README.txt.
const EARLIER: [&str; 2] = [
    "0e2b312919116100afe37183d827ce9462589dcbd6acb9ba290d386e03bd01e1",
    "e5e7ca420881be2054913b66e8860c347510f7bc8e991c589d688fef08082e60",
];

fn is_earlier(content: &[u8]) -> bool {
    let digest: [u8; 32] = Sha256::digest(content).into();
    EARLIER.contains(&hexadecimal(&digest).as_str())
}

const README: &str = "\
These are the notes and corrections made with exergue, a reader for the terminal.

docs/ has one folder for each document, shared/ what holds for every document. The .jsonl files in them
are journals: one change a line, each line a JSON object, oldest first. Lines are added, never changed.
Each device writes a journal of its own, so the folder can be kept in git or synchronised, and copies of
a journal do no harm.

pages/ has one folder for each address that was opened: the page as it was, and in copies.jsonl when.

Without exergue: `op` is add, set, tag or del; `note` says which note; `sel.quote` is the passage,
`body` the note, `tags` its tags. The last change wins. Where `op` is place, the person said where the
note stands in another text (`sel.quote` there); where it is settle, one of two bodies was chosen.

Where `op` is fix, it corrects what was found, and the last one of a subject holds; without `to`, none does.
`fix` says what: name (who is called `of` is called `to`), kind (`of` is a person, a place, ... or none),
term (`of` is in the theme `theme`, or out), theme (`of` is its key, `to` its name), quote (the passage is
said by `to`, or `kind` is none).
";

/// What tells whether the journals in a folder are as they were: their lengths and times. Nothing where it cannot be listed.
pub(super) fn state(folder: &Path) -> Vec<FileState> {
    let files = journal_files(folder).unwrap_or_default();
    let state = |path: PathBuf| {
        let known = disk::look(&path).ok();
        let changed = known.as_ref().and_then(|known| known.modified().ok());
        FileState { path, length: known.map(|known| known.len()), changed }
    };
    files.into_iter().map(state).collect()
}

/// The files of a folder that are journals or copies of one, whatever a synchronisation made of their names.
pub(super) fn journal_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in disk::list(folder)? {
        if path.file_name().is_some_and(|name| name.to_string_lossy().contains(".jsonl")) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether there is something of that name; what cannot be looked at is there.
pub(super) fn is_there(path: &Path) -> bool {
    !disk::look(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// The bytes of a file; anything else of that name is refused, since reading a pipe would wait for ever.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_into(path, &mut bytes).map(|()| bytes)
}

/// Like [`read`], in the place of what `bytes` holds.
fn read_into(path: &Path, bytes: &mut Vec<u8>) -> io::Result<()> {
    if !disk::look(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    disk::read_into(path, bytes)
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(unix)]
fn access(folder: &Path) -> io::Result<()> {
    use rustix::fs::Access;
    Ok(rustix::fs::access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(not(unix))]
fn access(folder: &Path) -> io::Result<()> {
    let is_read_only = fs::metadata(folder)?.permissions().readonly();
    if is_read_only { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_version_explained_is_explained_anew_and_what_people_wrote_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(folder.path());
        let readme = paths.data.join("README.txt");
        explain(&paths);
        assert_eq!(fs::read_to_string(&readme).expect("written"), README);
        let earlier = README.replace(
            " Where `op` is place, the person said where the\nnote stands in another text (`sel.quote` there); \
             where it is settle, one of two bodies was chosen.",
            "",
        );
        let pages = "pages/ has one folder for each address that was opened: the page as it was, and in copies.jsonl when.\n\n";
        let earlier = earlier.replace(pages, "");
        assert!(is_earlier(earlier.as_bytes()), "the text of the version before");
        fs::write(&readme, &earlier).expect("written");
        explain(&paths);
        assert_eq!(fs::read_to_string(&readme).expect("there"), README);
        fs::write(&readme, "à moi").expect("written");
        explain(&paths);
        assert_eq!(fs::read_to_string(&readme).expect("there"), "à moi");
    }
}
