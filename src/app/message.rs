//! Everything that comes in.

use super::library::Book;
use crate::command::Key;
use crate::config::colors::Scheme;
use crate::doc::Document;
use crate::mark::{Analysis, Draft, History, NoteId, Notes, Placement, Theme};
use crate::notice::{Notice, Obstacle};
use crate::store::Kin;
use crate::text::Span;
use std::sync::Arc;

/// The size of the screen, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Cells across.
    pub columns: u16,
    /// Cells down.
    pub rows: u16,
}

/// A button of the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseButton {
    /// The main one.
    Left,
    /// The wheel, pressed.
    Middle,
    /// The one for menus.
    Right,
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// A button went down.
    Down(MouseButton),
    /// It moved with a button down.
    Drag(MouseButton),
    /// A button came up.
    Up(MouseButton),
    /// The wheel turned towards the end of the text.
    WheelDown,
    /// The wheel turned towards its start.
    WheelUp,
}

/// What the mouse did, and where, in cells from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Column.
    pub column: u16,
    /// Row.
    pub row: u16,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

/// One thing that happened.
#[derive(Debug)]
pub enum Message {
    /// A key.
    Key(Key),
    /// Text pasted in one piece.
    Paste(String),
    /// The mouse.
    Mouse(Mouse),
    /// The screen has this size now.
    Resized(Size),
    /// The time that [`super::Model::deadline`] named has come.
    Tick,
    /// The document, whole, in the place of its first part or of an older version.
    Opened(Arc<Document>),
    /// The notes of the document, placed in it.
    Loaded {
        /// The annotations.
        notes: Notes,
        /// What can be undone.
        history: History,
        /// Whether they can be saved; else what the system says.
        writable: Result<(), Obstacle>,
        /// What there is to tell.
        notices: Vec<Notice>,
    },
    /// Where annotations stand that were not found at once.
    Placed {
        /// Which search.
        generation: u64,
        /// Some of them.
        places: Vec<(NoteId, Placement)>,
        /// Whether these are the last.
        is_last: bool,
    },
    /// The document is new, but may be this one, which has annotations.
    Kin(Kin),
    /// Other windows or devices changed the notes: they are all here, with those made in this window, placed in the document.
    Merged {
        /// The annotations.
        notes: Notes,
        /// Whether they can still be saved; else why not.
        writable: Result<(), Obstacle>,
    },
    /// How far the analysis of this generation is, in per cent.
    Progress {
        /// Which analysis.
        generation: u64,
        /// Per cent.
        percent: u8,
    },
    /// What analysis found.
    Analysed {
        /// Which analysis.
        generation: u64,
        /// What it found.
        analysis: Arc<Analysis>,
        /// The themes it looked for, which its theme passages count in.
        themes: Arc<[Theme]>,
    },
    /// What a search in a large document found.
    Found {
        /// Which search.
        generation: u64,
        /// The hit to go to; `None` where there is none.
        hit: Option<Span>,
        /// How many there are, once they have been counted.
        count: Option<usize>,
    },
    /// So many bytes of the page have come that is being fetched; `None` once it is over.
    Fetching(Option<u64>),
    /// A note was being typed when the program ended: the draft, and when that was, in words.
    Drafted(Box<Draft>, String),
    /// Every change so far is on disk.
    Saved,
    /// So much is not on disk, and why.
    NotSaved {
        /// How many annotations and corrections wait.
        waiting: usize,
        /// Why.
        why: Obstacle,
    },
    /// The text was copied: where to, or what went wrong.
    Copied(Result<String, String>),
    /// The export was written: its path, or what went wrong.
    Exported(Result<String, String>),
    /// What was not saved was written into another folder: its paths, or what went wrong.
    SavedElsewhere(Result<String, String>),
    /// The editor outside is done: the text it left, or what went wrong.
    EditedOutside(Result<String, String>),
    /// Another document was not opened: what went wrong.
    NotOpened(String),
    /// An address was handed to the browser, or what went wrong.
    OpenedOutside(Result<String, String>),
    /// What was read, in any order.
    Library(Vec<Book>),
    /// The terminal said whether it is dark or light.
    Background(Scheme),
    /// Something to tell.
    Notice(Notice),
}
