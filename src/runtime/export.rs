//! Where an export is written, so that nothing of the person's is overwritten.

use super::files::{self, WriteError};
use crate::exchange::markdown::replaces;
use crate::exchange::name::first_usable;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Writes `contents` into `folder` under `name`, and gives the path.
///
/// An export of the same article that nobody edited is replaced; any other file stays, and ours gets
/// the next number: `name (2).md`.
///
/// # Errors
/// Where nothing could be written; no file was changed then.
pub fn write(folder: &Path, name: &str, contents: &str) -> Result<PathBuf, WriteError> {
    let mut replace = false;
    let usable = |name: &str| match fs::read_to_string(folder.join(name)) {
        Ok(old) => {
            replace = replaces(contents, &old);
            replace
        }
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    let Some(name) = first_usable(name, usable) else {
        return Err(WriteError::Exists { path: folder.join(name) });
    };
    let path = folder.join(name);
    if replace {
        files::write_whole(&path, contents.as_bytes())?;
    } else {
        files::create_new(&path, contents.as_bytes())?;
    }
    Ok(path)
}

/// The folder that the settings name: `~` is the home folder. Without one, that of the document, and
/// for a document without a file the current folder.
#[must_use]
pub fn folder(setting: Option<&str>, home: &Path, source: &str) -> PathBuf {
    match setting {
        Some("~") => home.to_owned(),
        Some(folder) => match folder.strip_prefix("~/") {
            Some(rest) => home.join(rest),
            None => PathBuf::from(folder),
        },
        None if source.contains("://") => PathBuf::new(),
        None => Path::new(source).parent().map(Path::to_owned).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_the_person_is_never_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = write(folder.path(), "tram.md", "ours\n").expect("written");
        assert_eq!(first, folder.path().join("tram.md"));
        let second = write(folder.path(), "tram.md", "ours again\n").expect("written");
        assert_eq!(second, folder.path().join("tram (2).md"));
        assert_eq!(fs::read_to_string(first).expect("readable"), "ours\n");
    }

    #[test]
    fn exports_go_where_the_settings_say() {
        let home = Path::new("/home/ann");
        assert_eq!(folder(Some("~/notes"), home, "/a/b.txt"), Path::new("/home/ann/notes"));
        assert_eq!(folder(Some("/vault"), home, "/a/b.txt"), Path::new("/vault"));
        assert_eq!(folder(None, home, "/a/b.txt"), Path::new("/a"));
        assert_eq!(folder(None, home, ""), Path::new(""));
        assert_eq!(folder(None, home, "https://example.org/a/b"), Path::new(""));
    }
}
