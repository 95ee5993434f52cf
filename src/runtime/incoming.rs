//! What the threads send to the loop.

use super::keeper::{self, Kept};
use super::open::{OpenError, Opened, Source, Whole};
use crate::app::Message;
use crate::app::journey::Journey;
use crate::doc::Document;
use crate::mark::Draft;
use crate::notice::Obstacle;
use std::sync::Arc;

/// One thing for the loop: a message for the application, or something only the loop can answer.
#[derive(Debug)]
pub enum Incoming {
    /// For the application.
    Message(Message),
    /// A document was read whole, or could not be.
    Read {
        /// What was read.
        read: Result<Whole, OpenError>,
        /// For which document of this sitting: another one may be in the window by now.
        turn: u64,
    },
    /// Another document that was asked for.
    Arrived {
        /// Which, and where in it.
        journey: Journey,
        /// Where it was opened from.
        source: Source,
        /// The document, or why there is none.
        opened: Result<Opened, OpenError>,
    },
    /// Everything that came before is of the documents before the one in the window.
    Turned,
    /// The journals of a document were read.
    Loaded {
        /// What they say, placed in the document.
        opened: keeper::Opened,
        /// The document.
        document: Arc<Document>,
        /// They hold so many changes of this run, from the first on.
        changes: usize,
    },
    /// Others added to the journals of a document.
    Merged {
        /// What the journals say now, placed in the document.
        merged: keeper::Merged,
        /// The document.
        document: Arc<Document>,
        /// They hold so many changes of this run, from the first on.
        changes: usize,
    },
    /// The disk was asked to take changes.
    Written {
        /// It has so many changes of this run, from the first on.
        safe: usize,
        /// Why it refuses the others; `None` where those are still to come.
        refused: Option<Obstacle>,
    },
    /// A note was being typed in the document when an earlier run ended.
    Drafted(Box<Draft>),
    /// Where the person left the document whose journals were just read.
    LeftAt(Kept),
    /// No program took this copy; the terminal itself shall have it.
    CopyThroughTerminal(String),
    /// The program must end because of this signal; a closed terminal counts as `SIGHUP`.
    Stop(i32),
    /// The shell asks the program to give the terminal back for a while (`SIGTSTP`).
    Suspend,
    /// The program runs again after having been stopped; the screen may hold anything.
    Continued,
    /// A thread failed in a way that must not happen; its message was already printed.
    Panicked,
}

impl Incoming {
    /// The terminal's size changed; it is asked for here, so that the loop does not wait for it.
    #[must_use]
    pub fn resized() -> Self {
        Self::Message(Message::Resized(super::terminal::size()))
    }
}

impl From<Message> for Incoming {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
