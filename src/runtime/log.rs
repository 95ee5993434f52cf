//! A log file, only when asked for: nothing may be printed beside the screen.

use super::clock;
use log::{LevelFilter, Log, Metadata, Record};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

/// From this size on, in bytes, the log begins anew and the last one is kept beside it.
const FULL: u64 = 1024 * 1024;

static LOG: OnceLock<LogFile> = OnceLock::new();

/// Writes what the program logs to `exergue.log` in `folder`, the last log to `exergue.log.old`
/// where it is full. `verbosity` counts the `-v`: 1 tells what it does, 2 and more every detail.
///
/// # Errors
/// Where the file cannot be opened.
pub fn start(folder: &Path, verbosity: u8) -> io::Result<()> {
    let path = folder.join("exergue.log");
    if fs::metadata(&path).is_ok_and(|file| file.len() >= FULL) {
        fs::rename(&path, folder.join("exergue.log.old"))?;
    }
    let mut open = File::options();
    open.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    let file = Mutex::new(open.open(&path)?);
    let level = if verbosity > 1 { LevelFilter::Trace } else { LevelFilter::Info };
    // A second logger in one process is refused; the first goes on.
    if log::set_logger(LOG.get_or_init(|| LogFile { file })).is_ok() {
        log::set_max_level(level);
    }
    Ok(())
}

struct LogFile {
    file: Mutex<File>,
}

impl Log for LogFile {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = format!("{} {:5} {} {}\n", clock::now(), record.level(), record.target(), record.args());
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        // A log that cannot be written must not stop the reader.
        let _ = file.write_all(line.as_bytes());
    }

    fn flush(&self) {}
}
