//! Why the disk did not take something, as the person should hear it.

use super::files::WriteError;
use super::keeper::SaveError;
use crate::notice::Obstacle;
use crate::store::journal::LONGEST;
use rustix::io::Errno;
use std::io::{self, ErrorKind};

/// Of a change that was not saved.
#[must_use]
pub fn of_save(error: &SaveError) -> Obstacle {
    match error {
        SaveError::Newer => Obstacle::Newer,
        SaveError::TooLong => Obstacle::NoteTooLong(LONGEST >> 20),
        SaveError::Write(error) => of_write(error),
    }
}

/// Of a file that was not written.
#[must_use]
pub fn of_write(error: &WriteError) -> Obstacle {
    match error {
        WriteError::Folder { path, source }
        | WriteError::Open { path, source }
        | WriteError::Write { path, source }
        | WriteError::Sync { path, source } => match of_io(source) {
            Obstacle::Other(said) => Obstacle::Other(format!("{}: {said}", path.display())),
            known => known,
        },
        error => Obstacle::Other(error.to_string()),
    }
}

/// Of what the system says, not naming what it is about.
#[must_use]
pub fn of_io(error: &io::Error) -> Obstacle {
    match Errno::from_io_error(error) {
        Some(Errno::MFILE | Errno::NFILE) => return Obstacle::TooManyFiles,
        Some(Errno::IO) => return Obstacle::DiskError,
        _ => {}
    }
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Obstacle::DiskFull,
        ErrorKind::ReadOnlyFilesystem => Obstacle::ReadOnlyDisk,
        ErrorKind::PermissionDenied => Obstacle::NoPermission,
        ErrorKind::FileTooLarge => Obstacle::FileTooLong,
        _ => {
            let said = error.to_string();
            // Its number says nothing to a person.
            let said = said.split(" (os error").next().unwrap_or_default();
            Obstacle::Other(said.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_can_mend_has_a_name_and_the_rest_says_where() {
        let of = |errno: Errno| {
            of_write(&WriteError::Open { path: "/notes".into(), source: io::Error::from(errno) })
        };
        assert_eq!(of(Errno::NOSPC), Obstacle::DiskFull);
        assert_eq!(of(Errno::DQUOT), Obstacle::DiskFull);
        assert_eq!(of(Errno::ROFS), Obstacle::ReadOnlyDisk);
        assert_eq!(of(Errno::ACCESS), Obstacle::NoPermission);
        assert_eq!(of(Errno::MFILE), Obstacle::TooManyFiles);
        assert_eq!(of(Errno::FBIG), Obstacle::FileTooLong);
        assert_eq!(of(Errno::IO), Obstacle::DiskError);
        assert_eq!(of(Errno::NOTDIR), Obstacle::Other("/notes: Not a directory".to_owned()));
    }
}
