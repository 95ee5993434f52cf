//! The daily copy of the notes and that of fetched pages, made behind the window.
//!
//! It has a thread of its own rather than the saver's: a copy of many notes takes seconds, in which a
//! note could not be saved.

use super::clock;
use super::incoming::Incoming;
use super::keeper::{back_up, clear, missing};
use super::obstacle;
use super::paths::Paths;
use super::web;
use crate::app::Message;
use crate::notice::Notice;
use jiff::tz::TimeZone;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread;

/// Removes what kills left behind, tells what the journals lack of earlier copies, then makes the copy of today.
///
/// # Errors
/// Where no thread can be started.
pub fn start(paths: Paths, loop_end: Sender<Incoming>) -> io::Result<()> {
    let run = move || {
        let notices = catch_unwind(AssertUnwindSafe(|| {
            let removed = clear(&paths, std::time::SystemTime::now());
            if removed > 0 {
                log::info!("{removed} temporary files of an earlier run were removed");
            }
            let mut notices = missing(&paths);
            let today = clock::now().to_zoned(TimeZone::system()).date();
            if let Err(error) = back_up(&paths, today) {
                notices.push(Notice::BackupFailed { why: obstacle::of_write(&error) });
            }
            // The pages themselves are there: that is no reason to disturb anybody.
            if let Err(error) = web::back_up(&paths) {
                log::warn!("the pages were not backed up: {error}");
            }
            notices
        }));
        match notices {
            Err(_) => drop(loop_end.send(Incoming::Panicked)),
            Ok(notices) => {
                for notice in notices {
                    let _ = loop_end.send(Message::Notice(notice).into());
                }
            }
        }
    };
    thread::Builder::new().name("backup".to_owned()).spawn(run).map(drop)
}
