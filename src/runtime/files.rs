//! Writing so that what was said to be saved is saved.
//!
//! [`append`] adds whole lines to a journal that several programs may share; [`write_whole`] replaces
//! a file at one stroke. Both return only when the disk has it. Folders are made for their owner
//! alone (0700), files likewise (0600).

#[cfg(test)]
mod tests;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

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

/// Takes the lock `path` without waiting; `None` where another program holds it.
///
/// # Errors
/// When the file cannot be made, or the disk knows no locks.
pub fn lock_now(path: &Path) -> Result<Option<File>, WriteError> {
    let file = open_lock(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
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
    file.persist(path).map_err(|error| WriteError::Write { path: path.to_owned(), source: error.error })?;
    sync_folder(parent(path))
}

/// Like [`write_whole`], but never replaces a file.
///
/// # Errors
/// [`WriteError::Exists`] where there is a file of that name; it stays as it is.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let file = temporary(path, bytes)?;
    file.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_owned() },
        _ => WriteError::Write { path: path.to_owned(), source: error.error },
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
    match builder.create(path) {
        // Another program was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(source) => Err(WriteError::Folder { path: path.to_owned(), source }),
        Ok(()) => sync_folder(parent(path)),
    }
}

/// What `bytes` are written to before they get their name.
fn temporary(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, WriteError> {
    let folder = parent(path);
    create_folder(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".exergue-")
        .tempfile_in(folder)
        .map_err(|source| WriteError::Open { path: path.to_owned(), source })?;
    file.write_all(bytes).map_err(|source| WriteError::Write { path: path.to_owned(), source })?;
    file.as_file().sync_all().map_err(|source| WriteError::Sync { path: path.to_owned(), source })?;
    Ok(file)
}

fn take_lock(path: &Path) -> Result<File, WriteError> {
    let file = open_lock(path)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(BREATH),
            // A disk without locks is as good as a lock that is never free.
            Err(_) => return Err(WriteError::Busy { path: path.to_owned() }),
        }
    }
}

fn open_lock(path: &Path) -> Result<File, WriteError> {
    create_folder(parent(path))?;
    private(OpenOptions::new().write(true).create(true).truncate(false))
        .open(path)
        .map_err(|source| WriteError::Open { path: path.to_owned(), source })
}

fn write_lines(path: &Path, lines: &str, options: &mut OpenOptions) -> Result<(), WriteError> {
    // Looked at first, since opening a pipe would wait for its reader.
    let is_new = match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() => return Err(WriteError::NotAFile { path: path.to_owned() }),
        found => found.is_err(),
    };
    let mut file = private(options).open(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists { path: path.to_owned() },
        _ => WriteError::Open { path: path.to_owned(), source },
    })?;
    write_through(&mut file, lines).map_err(|fault| match fault {
        Fault::Write(source) => WriteError::Write { path: path.to_owned(), source },
        Fault::Sync(source) => WriteError::Sync { path: path.to_owned(), source },
    })?;
    if is_new {
        sync_folder(parent(path))?;
        sync_folder(parent(parent(path)))?;
    }
    Ok(())
}

/// What a journal is written to.
trait Medium: Write {
    fn length(&self) -> io::Result<u64>;
    fn last_byte(&mut self) -> io::Result<u8>;
    fn cut(&mut self, length: u64) -> io::Result<()>;
    fn sync(&mut self) -> io::Result<()>;
}

impl Medium for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn last_byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.seek(SeekFrom::End(-1))?;
        self.read_exact(&mut byte)?;
        Ok(byte[0])
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

/// What went wrong, and what it means for the file.
#[derive(Debug)]
enum Fault {
    /// The file is as it was.
    Write(io::Error),
    /// Nobody knows what the disk has.
    Sync(io::Error),
}

fn write_through(medium: &mut impl Medium, lines: &str) -> Result<(), Fault> {
    let length = medium.length().map_err(Fault::Write)?;
    let torn = length > 0 && medium.last_byte().map_err(Fault::Write)? != b'\n';
    let lines = if torn { format!("\n{lines}") } else { lines.to_owned() };
    if let Err(error) = medium.write_all(lines.as_bytes()) {
        // Should this fail too, half a line stays; it is read as damaged and the next writer starts a new one.
        let _ = medium.cut(length);
        return Err(Fault::Write(error));
    }
    medium.sync().map_err(Fault::Sync)
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
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| WriteError::Sync { path: path.to_owned(), source })
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
