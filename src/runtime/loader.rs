//! Reads whole documents behind the window: the rest of a large file, or a file again.

use super::incoming::Incoming;
use super::open::{self, Bytes, OpenError, Rest, Source, Ways, Whole};
use crate::app::journey::Journey;
use crate::doc::Digest;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;

/// Reads the rest of a file that was shown from its first part; answered by [`Incoming::Read`].
///
/// # Errors
/// Where no thread can be started.
pub fn read_rest(rest: Rest, turn: u64, loop_end: Sender<Incoming>) -> io::Result<()> {
    in_thread(loop_end, move || Incoming::Read { read: rest_of(rest), turn })
}

/// Reads `source` again, whole; of a page the copy. Answered by [`Incoming::Read`].
///
/// # Errors
/// Where no thread can be started.
pub fn read_again(source: Source, ways: Ways, turn: u64, loop_end: Sender<Incoming>) -> io::Result<()> {
    in_thread(loop_end, move || Incoming::Read { read: whole(&source, &ways), turn })
}

/// Fetches the page at `address` anew, of which one has the text with the digest `known`; answered by [`Incoming::Read`].
///
/// # Errors
/// Where no thread can be started.
pub fn fetch_again(
    address: String,
    known: Digest,
    ways: Ways,
    turn: u64,
    loop_end: Sender<Incoming>,
) -> io::Result<()> {
    in_thread(loop_end, move || Incoming::Read { read: open::open_anew(&address, &ways, Some(known)), turn })
}

/// Opens another document; answered by [`Incoming::Arrived`].
///
/// # Errors
/// Where no thread can be started.
pub fn open_other(
    source: Source,
    ways: Ways,
    journey: Journey,
    loop_end: Sender<Incoming>,
) -> io::Result<()> {
    in_thread(loop_end, move || {
        let opened = ordinary(&source).and_then(|()| open::open(&source, &ways));
        Incoming::Arrived { journey, source, opened }
    })
}

/// A link may name a device or a pipe, which has no end. The person who wants one names it on the command line.
fn ordinary(source: &Source) -> Result<(), OpenError> {
    let Source::File(path) = source else { return Ok(()) };
    match std::fs::metadata(path) {
        Ok(about) if !about.is_file() && !about.is_dir() => Err(OpenError::Unreadable {
            name: path.display().to_string(),
            why: "not an ordinary file".to_owned(),
        }),
        _ => Ok(()),
    }
}

fn whole(source: &Source, ways: &Ways) -> Result<Whole, OpenError> {
    let opened = open::open(source, ways)?;
    match opened.bytes {
        Bytes::Pending(rest) => rest_of(rest),
        Bytes::Read(bytes_sha256) => {
            Ok(Whole { document: opened.document, notices: opened.notices, bytes_sha256 })
        }
    }
}

fn rest_of(rest: Rest) -> Result<Whole, OpenError> {
    // The end of the program ends the thread, so there is no other reason to stop.
    Ok(rest.read(&AtomicBool::new(false))?.expect("nobody stops it"))
}

fn in_thread(loop_end: Sender<Incoming>, read: impl FnOnce() -> Incoming + Send + 'static) -> io::Result<()> {
    let run = move || {
        let read = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Incoming::Panicked);
        let _ = loop_end.send(read);
    };
    thread::Builder::new().name("loader".to_owned()).spawn(run).map(drop)
}
