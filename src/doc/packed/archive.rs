//! A ZIP archive in memory, read under limits that count what really comes out of it.
//!
//! Names are keys and never paths: nothing is written anywhere, and links are not followed.

use super::Refusal;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes that come out of one entry at most.
const ENTRY: u64 = 32 << 20;

/// Bytes that come out of an archive at most.
const ALL: u64 = 256 << 20;

/// Entries of an archive at most.
const ENTRIES: usize = 20_000;

/// How many times its size an entry may unpack to, beyond [`FREE`].
const RATIO: u64 = 200;

/// Bytes of an entry that may be packed as tight as one likes.
const FREE: u64 = 1 << 20;

/// What an entry of the directory of an archive begins with.
const DIRECTORY: &[u8] = b"PK\x01\x02";

/// An archive whose entries can be read.
pub(in crate::doc) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still come out.
    left: u64,
}

impl<'a> Archive<'a> {
    /// Reads the directory of the archive.
    pub(in crate::doc) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        // Counted before the directory is read, which would take memory for each.
        if memchr::memmem::find_iter(bytes, DIRECTORY).nth(ENTRIES).is_some() {
            return Err(Refusal::TooLarge);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        Ok(Self { zip, left: ALL })
    }

    /// Whether there is an entry of that name.
    pub(in crate::doc) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The names of all entries that are UTF-8.
    pub(in crate::doc) fn names(&self) -> impl Iterator<Item = &str> {
        self.zip.file_names_raw().filter_map(|name| str::from_utf8(name).ok())
    }

    /// What the entry of that name holds, of two of one name the last of the directory; `None` where there is none, or
    /// where it is damaged or a link.
    pub(in crate::doc) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let mut entry = match self.zip.by_index(index) {
            Ok(entry) if !entry.is_symlink() && !entry.is_dir() => entry,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Protected("ZIP"));
            }
            _ => return Ok(None),
        };
        let packed = entry.compressed_size();
        let limit = ENTRY.min(FREE.max(packed.saturating_mul(RATIO))).min(self.left);
        let mut bytes = Vec::with_capacity(usize::try_from(entry.size().min(FREE)).unwrap_or_default());
        let read = entry.by_ref().take(limit + 1).read_to_end(&mut bytes);
        let got = bytes.len() as u64;
        self.left = self.left.saturating_sub(got);
        if got > limit {
            return Err(Refusal::TooLarge);
        }
        Ok(read.is_ok().then_some(bytes))
    }
}
