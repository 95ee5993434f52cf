//! Copies of damaged lines, so that they are still there after somebody has mended or replaced the journal.

use super::load;
use crate::runtime::files::{self, WriteError};
use crate::runtime::paths::Paths;
use crate::store::journal;
use std::path::Path;

/// Copies the damaged lines of each journal in the folder `document` to
/// `quarantine/DOCUMENT.JOURNAL.CHECKSUM`, where the same ones are not there already. A journal that cannot be
/// read at all is passed over: it was reported when the document was opened.
pub(super) fn copy(paths: &Paths, document: &Path) -> Result<(), WriteError> {
    for path in load::journal_files(document).unwrap_or_default() {
        let bytes = load::read(&path).unwrap_or_default();
        let damaged: Vec<&[u8]> = journal::damaged(&bytes).collect();
        if damaged.is_empty() {
            continue;
        }
        let damaged = damaged.join(&b'\n');
        let checksum = crc32fast::hash(&damaged);
        let name = format!("{}.{}.{checksum:08x}", load::file_name(document), load::file_name(&path));
        let copy = paths.state.join("quarantine").join(name);
        if copy.exists() {
            continue;
        }
        match files::create_new(&copy, &damaged) {
            Ok(()) | Err(WriteError::Exists { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
