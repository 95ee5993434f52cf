//! What the person chose for documents, by path or address: one small JSON file for each sort of choice.
//!
//! These must be known before a document is read, and so before it is known which one it is.

use super::files::{self, WriteError, disk};
use super::paths::Paths;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// The choices in the file `name`; none where it is not there, or damaged.
pub(super) fn read<T: DeserializeOwned + Default>(paths: &Paths, name: &str) -> T {
    disk::read(&file(paths, name))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Keeps the choices, strings and maps of strings, in the file `name`.
///
/// # Errors
/// What was kept before stays.
pub(super) fn write<T: Serialize>(paths: &Paths, name: &str, choices: &T) -> Result<(), WriteError> {
    files::write_whole(&file(paths, name), &serde_json::to_vec(choices).expect("strings are JSON"))
}

pub(super) fn file(paths: &Paths, name: &str) -> PathBuf {
    paths.state.join("reading").join(name)
}
