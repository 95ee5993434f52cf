//! Everything that goes out: what the world is asked to do.

use super::journey::Journey;
use super::reading::Kept;
use crate::mark::{Draft, Event, Note, Theme};
use crate::text::Span;
use crate::text::find::Query;
use encoding_rs::Encoding;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// A search that the window leaves to the worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunt {
    /// Which search; a newer one makes it stale.
    pub generation: u64,
    /// What is looked for.
    pub query: Query,
    /// Where from, in bytes.
    pub from: usize,
    /// Towards the start.
    pub backwards: bool,
    /// Whether all hits must be counted too.
    pub count: bool,
}

/// One thing to do. What comes of it returns as a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write these events to the journal; answered by `Saved` or `NotSaved`.
    Append(Vec<Event>),
    /// Try again to write what waits.
    RetrySave,
    /// Keep what is being typed, in the place of what was kept of it before.
    Draft(Box<Draft>),
    /// The note of that draft is saved or given up: once the changes before are on disk, the draft goes.
    DraftDone(Uuid),
    /// Put this text on the clipboard.
    Copy(String),
    /// Analyse the document, what the window shows first.
    Analyse {
        /// Which analysis; a newer one makes it stale.
        generation: u64,
        /// The bytes on the screen.
        window: Span,
        /// The themes to look for.
        themes: Arc<[Theme]>,
    },
    /// Search a large document.
    Hunt(Hunt),
    /// Find the passages of these annotations in the document, in this order; answered by `Placed`.
    Place {
        /// Which search; a newer one makes it stale.
        generation: u64,
        /// The annotations.
        notes: Vec<Note>,
        /// The texts that have little in common with the document; see [`Placer::among`](crate::mark::Placer::among).
        strangers: BTreeSet<String>,
    },
    /// Write this export; the file is named so, in the folder of exports.
    Export {
        /// File name without folder (`le-tram.md`).
        name: String,
        /// What to write.
        contents: String,
    },
    /// Write what the disk has not taken into this folder of the person's, as Markdown and as JSON; answered by `SavedElsewhere`.
    SaveElsewhere(String),
    /// Edit this text in the person's own editor.
    EditOutside(String),
    /// Keep what the person said: the document is that of the journals in `folder`, or with `None` one of its own.
    SettleIdentity {
        /// The folder.
        folder: Option<String>,
        /// When they said it.
        at: Timestamp,
    },
    /// Remember the place.
    Keep(Kept),
    /// Show another document in the window; what was changed in this one is written first. Where it cannot be opened,
    /// this one stays, and `NotOpened` comes.
    Open(Journey),
    /// Hand this address to the person's browser: `http`, `https` or `mailto`; answered by `OpenedOutside`.
    OpenOutside(String),
    /// Read what was read; answered by `Library`.
    Library,
    /// List the document of this name no more, until it is opened again.
    Forget(String),
    /// List it again, with its place.
    Remember(String),
    /// Read the file again, or fetch the page anew.
    Reload,
    /// Read the page again: all of it, or only the article where all of it is shown.
    WholePage,
    /// Let the page be that is being fetched.
    StopFetching,
    /// Read the file again in this encoding, and from now on; `None` leaves it to the bytes.
    Decode(Option<&'static Encoding>),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
}
