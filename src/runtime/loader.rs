//! Reads whole documents behind the window: the rest of a large file, or a file again.

use super::incoming::Incoming;
use super::open::{self, Bytes, OpenError, Rest, Source, Ways, Whole};
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
pub fn read_rest(rest: Rest, loop_end: Sender<Incoming>) -> io::Result<()> {
    in_thread(loop_end, move || rest_of(rest))
}

/// Reads `source` again, whole; of a page the copy. Answered by [`Incoming::Read`].
///
/// # Errors
/// Where no thread can be started.
pub fn read_again(source: Source, ways: Ways, loop_end: Sender<Incoming>) -> io::Result<()> {
    in_thread(loop_end, move || {
        let opened = open::open(&source, &ways)?;
        match opened.bytes {
            Bytes::Pending(rest) => rest_of(rest),
            Bytes::Read(bytes_sha256) => {
                Ok(Whole { document: opened.document, notices: opened.notices, bytes_sha256 })
            }
        }
    })
}

/// Fetches the page at `address` anew, of which one has the text with the digest `known`; answered by [`Incoming::Read`].
///
/// # Errors
/// Where no thread can be started.
pub fn fetch_again(address: String, known: Digest, ways: Ways, loop_end: Sender<Incoming>) -> io::Result<()> {
    in_thread(loop_end, move || open::open_anew(&address, &ways, Some(known)))
}

fn rest_of(rest: Rest) -> Result<Whole, OpenError> {
    // The end of the program ends the thread, so there is no other reason to stop.
    Ok(rest.read(&AtomicBool::new(false))?.expect("nobody stops it"))
}

fn in_thread(
    loop_end: Sender<Incoming>,
    read: impl FnOnce() -> Result<Whole, OpenError> + Send + 'static,
) -> io::Result<()> {
    let run = move || {
        let read = catch_unwind(AssertUnwindSafe(read)).map_or(Incoming::Panicked, Incoming::Read);
        let _ = loop_end.send(read);
    };
    thread::Builder::new().name("loader".to_owned()).spawn(run).map(drop)
}
