//! The name of this device, which no other device may use.

use crate::runtime::files::{self, WriteError, disk};
use crate::runtime::paths::Paths;
use crate::store::{base32, slug};
use serde::{Deserialize, Serialize};
use std::fs;
use uuid::Uuid;

/// Bytes of the host's name that are kept.
const HOST: usize = 24;

/// What is kept in the state folder, which is never shared between devices.
#[derive(Debug, Serialize, Deserialize)]
struct Device {
    id: String,
    /// The machine it was made on: on a copy of the disk it differs, and a new name is due.
    machine: String,
}

/// The name of this device, if it was made here.
pub(super) fn known(paths: &Paths) -> Option<String> {
    known_on(paths, &machine())
}

/// Makes the name of this device: that of the host and four random digits (`portable-4f2a`).
///
/// # Errors
/// When the state folder cannot be written.
pub(super) fn make(paths: &Paths) -> Result<String, WriteError> {
    make_on(paths, machine())
}

/// Five digits by chance, to tell files apart.
pub(super) fn chance() -> String {
    base32::of_number(Uuid::now_v7().as_u128()).split_off(21)
}

fn known_on(paths: &Paths, machine: &str) -> Option<String> {
    let text = disk::read(&paths.state.join("device.toml")).ok()?;
    let device: Device = toml::from_slice(&text).ok()?;
    // The name becomes a file name, and people edit files.
    let is_plain = device.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_plain && !device.id.is_empty() && device.machine == machine).then_some(device.id)
}

fn make_on(paths: &Paths, machine: String) -> Result<String, WriteError> {
    let path = paths.state.join("device.toml");
    let random = Uuid::now_v7().as_u128() & 0xffff;
    let device = Device { id: format!("{}-{random:04x}", slug(&host(), HOST)), machine };
    let text = toml::to_string(&device).expect("two strings are TOML");
    match files::create_new(&path, text.as_bytes()) {
        Err(WriteError::Exists { .. }) => {
            // Another program was faster; or the file is another machine's, or not to be read.
            if let Some(known) = known_on(paths, &device.machine) {
                return Ok(known);
            }
            files::write_whole(&path, text.as_bytes())?;
        }
        result => result?,
    }
    Ok(device.id)
}

/// What tells this machine from a copy of its disk; empty where the system does not say.
fn machine() -> String {
    first_of(&["/etc/machine-id", "/var/lib/dbus/machine-id"]).unwrap_or_default()
}

fn host() -> String {
    first_of(&["/proc/sys/kernel/hostname", "/etc/hostname"])
        .or_else(|| std::env::var("HOSTNAME").ok())
        .unwrap_or_else(|| "device".to_owned())
}

fn first_of(files: &[&str]) -> Option<String> {
    let content = files.iter().find_map(|file| fs::read_to_string(file).ok())?;
    Some(content.trim().to_owned()).filter(|content| !content.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_keeps_its_name_and_a_copy_of_its_disk_gets_another() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(folder.path());
        assert_eq!(known_on(&paths, "one"), None);
        let first = make_on(&paths, "one".to_owned()).expect("makes a name");
        assert_eq!(known_on(&paths, "one").as_ref(), Some(&first));
        assert_eq!(make_on(&paths, "one".to_owned()).expect("finds the name"), first);
        assert_eq!(known_on(&paths, "two"), None);
        let second = make_on(&paths, "two".to_owned()).expect("makes a name");
        assert_eq!(known_on(&paths, "two"), Some(second));
    }

    #[test]
    fn a_name_that_is_a_path_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = Paths::under(folder.path());
        let text = b"id = \"../../elsewhere\"\nmachine = \"one\"\n";
        files::write_whole(&paths.state.join("device.toml"), text).expect("writes");
        assert_eq!(known_on(&paths, "one"), None);
    }
}
