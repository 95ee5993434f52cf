//! Writing so that what was said to be saved is saved.
//!
//! [`append`] adds whole lines to a journal that several programs may share; [`write_whole`] replaces
//! a file at one stroke. Both return only when the disk has it. Folders are made for their owner
//! alone (0700), files likewise (0600).

pub(super) mod disk;
#[cfg(test)]
pub(super) mod faults;
#[cfg(test)]
mod tests;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How the names of files begin that are not whole yet.
pub(super) const TEMPORARY: &str = ".exergue-";
/// How long a lock is waited for.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long to wait between two tries.
const BREATH: Duration = Duration::from_millis(10);

/// Why something was not saved.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A folder could not be made.
    #[error("{}: {source}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another program holds the lock, or the disk knows no locks.
    #[error("{}: in use by another program", path.display())]
    Busy {
        /// The lock.
        path: PathBuf,
    },
    /// Something else stands where the file should be.
    #[error("{}: not a file", path.display())]
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// There is a file of that name, and it was not to be replaced.
    #[error("{}: there is a file of that name", path.display())]
    Exists {
        /// Its path.
        path: PathBuf,
    },
    /// The file could not be opened or made.
    #[error("{}: {source}", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file could not be written; it is as it was.
    #[error("{}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The disk did not take what was written. A later success on this file would prove nothing.
    #[error("{}: {source}", path.display())]
    Sync {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// A lock that is held; it is free once this is dropped, or the program has ended.
#[derive(Debug)]
pub struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough: a program that is just being started from another thread has
        // a copy of it for a moment, and would hold the lock that long.
        let _ = self.0.unlock();
    }
}

/// Adds `lines`, which end with a line end, to `journal`.
///
/// A line that an earlier writer left unfinished stays alone on its line. All lines are added, or
/// none. `lock` is a file that other writers of the journal lock too; it is waited for up to half a
/// second. A journal that nobody else writes needs none.
///
/// # Errors
/// After [`WriteError::Sync`] the journal must not be written again in this run; after the others it is as it was.
pub fn append(journal: &Path, lock: Option<&Path>, lines: &str) -> Result<(), WriteError> {
    create_folder(parent(journal))?;
    let _held = lock.map(take_lock).transpose()?;
    write_lines(journal, lines, OpenOptions::new().read(true).append(true).create(true))
}

/// Makes the journal `journal`, which nobody else knows yet, with `lines` in it.
///
/// # Errors
/// [`WriteError::Exists`] where there is a file of that name, else as [`append`].
pub fn append_new(journal: &Path, lines: &str) -> Result<(), WriteError> {
    create_folder(parent(journal))?;
    write_lines(journal, lines, OpenOptions::new().read(true).append(true).create_new(true))
}

/// Sees to it that the disk has the name of `journal` and of the folders above it, up to `top` and with it.
///
/// [`append`] does not: the names may have been made by this run, by one that was killed, or by another program that
/// has not come to it yet. Once in a run is enough.
///
/// # Errors
/// As long as this fails, what was appended counts as not saved.
pub fn settle(journal: &Path, top: &Path) -> Result<(), WriteError> {
    let mut ours = journal.ancestors().skip(1).take_while(|folder| folder.starts_with(top));
    ours.try_for_each(sync_folder)?;
    match sync_folder(parent(top)) {
        // What is above ours may be somebody else's.
        Err(WriteError::Sync { source, .. }) if source.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        done => done,
    }
}

/// Takes the lock `path` without waiting; `None` where another program holds it.
///
/// # Errors
/// When the file cannot be made, or the disk knows no locks.
pub fn lock_now(path: &Path) -> Result<Option<Lock>, WriteError> {
    let file = open_lock(path)?;
    match disk::lock(&file, path) {
        Ok(()) => Ok(Some(Lock(file))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(source)) => Err(WriteError::Open { path: path.to_owned(), source }),
    }
}

/// Gives `path` the content `bytes` at one stroke: whoever reads it sees the old or the new content, whole.
///
/// # Errors
/// The old content stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let file = temporary(path, bytes)?;
    disk::replace(file, path).map_err(|source| WriteError::Write { path: path.to_owned(), source })?;
    sync_folder(parent(path))
}

/// Like [`write_whole`], but never replaces a file.
///
/// # Errors
/// [`WriteError::Exists`] where there is a file of that name; it stays as it is.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let file = temporary(path, bytes)?;
    disk::name(file, path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_owned() },
        _ => WriteError::Write { path: path.to_owned(), source },
    })?;
    sync_folder(parent(path))
}

/// Makes a folder and those above it, each for its owner alone; does nothing where it is there.
///
/// # Errors
/// When the system refuses, or something else has that name.
pub fn create_folder(path: &Path) -> Result<(), WriteError> {
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent().filter(|above| !above.as_os_str().is_empty()) {
        create_folder(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match disk::make_folder(path, &builder) {
        // Another program was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(source) => Err(WriteError::Folder { path: path.to_owned(), source }),
        Ok(()) => sync_folder(parent(path)).inspect_err(|_| {
            // The next try shall find that there is something to do.
            let _ = fs::remove_dir(path);
        }),
    }
}

/// What `bytes` are written to before they get their name.
fn temporary(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, WriteError> {
    let folder = parent(path);
    create_folder(folder)?;
    let mut file =
        disk::temporary(folder).map_err(|source| WriteError::Open { path: path.to_owned(), source })?;
    let name = file.path().to_owned();
    disk::write(file.as_file_mut(), &name, bytes)
        .map_err(|source| WriteError::Write { path: path.to_owned(), source })?;
    disk::sync(file.as_file(), &name).map_err(|source| WriteError::Sync { path: path.to_owned(), source })?;
    Ok(file)
}

fn take_lock(path: &Path) -> Result<Lock, WriteError> {
    let file = open_lock(path)?;
    let start = Instant::now();
    loop {
        match disk::lock(&file, path) {
            Ok(()) => return Ok(Lock(file)),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(BREATH),
            // A disk without locks is as good as a lock that is never free.
            Err(_) => return Err(WriteError::Busy { path: path.to_owned() }),
        }
    }
}

fn open_lock(path: &Path) -> Result<File, WriteError> {
    create_folder(parent(path))?;
    disk::open(path, private(OpenOptions::new().write(true).create(true).truncate(false)))
        .map_err(|source| WriteError::Open { path: path.to_owned(), source })
}

fn write_lines(path: &Path, lines: &str, options: &mut OpenOptions) -> Result<(), WriteError> {
    // Looked at first, since opening a pipe would wait for its reader.
    if disk::look(path).is_ok_and(|found| !found.is_file()) {
        return Err(WriteError::NotAFile { path: path.to_owned() });
    }
    let mut file = disk::open(path, private(options)).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_owned() },
        _ => WriteError::Open { path: path.to_owned(), source },
    })?;
    let write = |source| WriteError::Write { path: path.to_owned(), source };
    let length = file.metadata().map_err(write)?.len();
    let torn = length > 0 && disk::last_byte(&mut file, path).map_err(write)? != b'\n';
    let lines = if torn { format!("\n{lines}") } else { lines.to_owned() };
    if let Err(source) = disk::write(&mut file, path, lines.as_bytes()) {
        // Should this fail too, half a line stays; it is read as damaged and the next writer starts a new one.
        let _ = disk::cut(&file, path, length);
        return Err(write(source));
    }
    disk::sync(&file, path).map_err(|source| WriteError::Sync { path: path.to_owned(), source })
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Sees to it that the names in a folder are on the disk.
pub(super) fn sync_folder(path: &Path) -> Result<(), WriteError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    match disk::sync_folder(path) {
        // Some shared disks know no such thing for folders.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        done => done.map_err(|source| WriteError::Sync { path: path.to_owned(), source }),
    }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
