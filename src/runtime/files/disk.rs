//! What is asked of the system where notes are kept: one function for each kind of call.
//!
//! In the tests of this crate every call goes through `faults`, which lets any of them fail, or the power. Elsewhere
//! they are what they say.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A call, with what it is about.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code, reason = "only tests look at it, and some of it is for people to read")]
pub(in crate::runtime) enum Call<'a> {
    Open(&'a Path),
    Read(&'a Path),
    List(&'a Path),
    Look(&'a Path),
    Write { path: &'a Path, length: usize },
    Cut(&'a Path),
    Sync(&'a Path),
    SyncFolder(&'a Path),
    MakeFolder(&'a Path),
    Lock(&'a Path),
    Rename { from: &'a Path, to: &'a Path },
    Link { from: &'a Path, to: &'a Path },
    Remove(&'a Path),
}

/// Opens a file, or makes it.
pub(in crate::runtime) fn open(path: &Path, options: &OpenOptions) -> io::Result<File> {
    run(Call::Open(path), || options.open(path))
}

/// The whole content of a file.
pub(in crate::runtime) fn read(path: &Path) -> io::Result<Vec<u8>> {
    run(Call::Read(path), || fs::read(path))
}

/// The whole content of a file, in the place of what `bytes` holds.
pub(in crate::runtime) fn read_into(path: &Path, bytes: &mut Vec<u8>) -> io::Result<()> {
    run(Call::Read(path), || {
        bytes.clear();
        File::open(path)?.read_to_end(bytes).map(drop)
    })
}

/// What a folder holds, in no order.
pub(in crate::runtime) fn list(path: &Path) -> io::Result<Vec<PathBuf>> {
    run(Call::List(path), || fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect())
}

/// What a path leads to.
pub(in crate::runtime) fn look(path: &Path) -> io::Result<Metadata> {
    run(Call::Look(path), || fs::metadata(path))
}

/// The last byte of a file that is not empty.
pub(super) fn last_byte(file: &mut File, path: &Path) -> io::Result<u8> {
    run(Call::Read(path), || {
        let mut byte = [0];
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut byte)?;
        Ok(byte[0])
    })
}

/// Writes all bytes; where this fails, some may have been written.
pub(super) fn write(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    run(Call::Write { path, length: bytes.len() }, || file.write_all(bytes))
}

/// Gives a file this length.
pub(super) fn cut(file: &File, path: &Path, length: u64) -> io::Result<()> {
    run(Call::Cut(path), || file.set_len(length))
}

/// Waits until the disk has the content of a file.
pub(super) fn sync(file: &File, path: &Path) -> io::Result<()> {
    run(Call::Sync(path), || file.sync_data())
}

/// Waits until the disk has the names in a folder.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    run(Call::SyncFolder(path), || File::open(path)?.sync_all())
}

/// Makes one folder.
pub(super) fn make_folder(path: &Path, builder: &DirBuilder) -> io::Result<()> {
    run(Call::MakeFolder(path), || builder.create(path))
}

/// Takes the lock of a file, without waiting.
pub(super) fn lock(file: &File, path: &Path) -> Result<(), TryLockError> {
    run(Call::Lock(path), || Ok(file.try_lock())).map_err(TryLockError::Error)?
}

/// A file with a name of its own in `folder`; it goes where it gets no other.
pub(super) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let file = tempfile::Builder::new().prefix(super::TEMPORARY).tempfile_in(folder)?;
    let path = file.path().to_owned();
    run(Call::Open(&path), || Ok(file))
}

/// Gives a temporary file its name, in the place of what had it.
pub(super) fn replace(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let from = file.path().to_owned();
    run(Call::Rename { from: &from, to: path }, || Ok(file.persist(path).map(drop)?))
}

/// Gives a temporary file its name, unless something has it.
pub(super) fn name(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let from = file.path().to_owned();
    run(Call::Rename { from: &from, to: path }, || Ok(file.persist_noclobber(path).map(drop)?))
}

/// Gives a folder another name.
pub(in crate::runtime) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    run(Call::Rename { from, to }, || fs::rename(from, to))
}

/// Gives a file a second name.
pub(in crate::runtime) fn link(from: &Path, to: &Path) -> io::Result<()> {
    run(Call::Link { from, to }, || fs::hard_link(from, to))
}

/// Removes a file.
pub(in crate::runtime) fn remove(path: &Path) -> io::Result<()> {
    run(Call::Remove(path), || fs::remove_file(path))
}

#[cfg(test)]
fn run<T>(call: Call<'_>, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    super::faults::run(call, work)
}

#[cfg(not(test))]
fn run<T>(_call: Call<'_>, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    work()
}
