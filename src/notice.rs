//! What the person should know, as a code with fields; `words::notices` puts it into a sentence.

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Hint,
    /// Something was not as asked, and the program went on with a default.
    Warning,
    /// Something the person asked for did not happen.
    Error,
}

/// Where in a file something is wrong; line and column count from 1, the column in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The file's name as the person knows it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// Why the disk did not take something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// No room is left, or none that this person may use.
    DiskFull,
    /// Nothing can be written to this disk.
    ReadOnlyDisk,
    /// The person may not write there.
    NoPermission,
    /// The program, or the system, has as many files open as it may.
    TooManyFiles,
    /// The file is as long as files may be.
    FileTooLong,
    /// The disk did not keep its word.
    DiskError,
    /// A newer version wrote there.
    Newer,
    /// The note is over so many megabytes.
    NoteTooLong(usize),
    /// What the system says, in its words.
    Other(String),
}

/// One thing to tell the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The bytes are not UTF-8 and were read in another encoding.
    Decoded {
        /// Name of the encoding (`windows-1252`).
        encoding: &'static str,
    },
    /// Some bytes could not be read as text and became U+FFFD.
    Undecodable {
        /// How many.
        count: usize,
    },
    /// No article was found in a page, so all of the page is shown.
    WholePage,
    /// All of a page is shown, as the person chose it before.
    ShownWhole,
    /// The article that was found is a small part of the words of its page.
    PartOfPage {
        /// How many of 100 words of the page it holds.
        percent: u8,
    },
    /// A page was nested too deep, or had too many attributes on one element, and was read without them.
    PageCut,
    /// A page could not be parsed; only its words are shown.
    PageUnparsed,
    /// What is shown is the copy of a page, not what is at its address now.
    Copy {
        /// The day it was fetched (`2026-03-14`).
        day: String,
    },
    /// A page was fetched, and no copy of it could be kept.
    PageNotKept {
        /// Why.
        why: Obstacle,
    },
    /// Files of a book are missing, or cannot be read.
    ChaptersMissing {
        /// How many.
        count: usize,
    },
    /// A setting is not known.
    UnknownSetting {
        /// Where.
        site: Site,
        /// The key as written.
        key: String,
        /// The table it stands in (`pens`), empty for the top.
        table: String,
        /// The nearest known name, if one is near.
        nearest: Option<String>,
    },
    /// A setting has a value that cannot be used.
    BadSetting {
        /// Where.
        site: Site,
        /// The key, with its tables (`reading.measure`).
        key: String,
        /// What would do (`a number from 20 to 200`).
        expected: String,
    },
    /// The configuration is not TOML.
    BadToml {
        /// Where.
        site: Site,
        /// What the parser says, one line.
        why: String,
    },
    /// A key is bound to a command that does not exist.
    UnknownCommand {
        /// Where.
        site: Site,
        /// The mode (`read`).
        mode: String,
        /// The keys as written.
        keys: String,
        /// The command as written.
        command: String,
        /// The nearest command, if one is near.
        nearest: Option<String>,
    },
    /// A key sequence cannot be read.
    BadKeys {
        /// Where.
        site: Site,
        /// The mode.
        mode: String,
        /// The keys as written.
        keys: String,
    },
    /// One key sequence is the beginning of another, so the longer one could never be typed.
    KeyClash {
        /// Where.
        site: Site,
        /// The mode.
        mode: String,
        /// The sequence that hides.
        shorter: String,
        /// The sequence that is hidden.
        longer: String,
    },
    /// Two colours are too near each other to read.
    LowContrast {
        /// Where.
        site: Site,
        /// The role (`entity.person`).
        role: String,
        /// The contrast, in hundredths (`320` is 3.2:1).
        hundredths: u32,
        /// What is asked for, in hundredths.
        wanted: u32,
    },
    /// The notes cannot be kept where they belong; said before anything is typed.
    NotesUnsavable {
        /// The folder.
        folder: String,
        /// Why.
        why: Obstacle,
    },
    /// A journal, or a folder of journals, is there and cannot be read.
    NotesUnreadable {
        /// Which.
        path: String,
        /// Why.
        why: Obstacle,
    },
    /// Other people on this machine can read the notes.
    NotesExposed {
        /// The folder.
        folder: String,
    },
    /// Lines of a journal could not be read; they are kept where they are.
    JournalDamaged {
        /// The file's name.
        file: String,
        /// How many lines.
        lines: usize,
    },
    /// The journals of a document lack notes that a backup has.
    NotesMissing {
        /// The folder of the document.
        folder: String,
        /// How many notes the backup has.
        had: usize,
        /// How many of them are there now.
        has: usize,
        /// Where the backup is.
        backup: String,
    },
    /// The journals of a document, or those for every document, lack corrections that a backup has.
    CorrectionsMissing {
        /// The folder of the journals.
        folder: String,
        /// How many corrections the backup has.
        had: usize,
        /// How many of them are there now.
        has: usize,
        /// Where the backup is.
        backup: String,
    },
    /// The daily copy of the notes could not be made.
    BackupFailed {
        /// Why.
        why: Obstacle,
    },
    /// A journal was written by a newer version; notes are shown and not changed.
    JournalNewer {
        /// The file's name.
        file: String,
    },
    /// The article changed since the notes were made.
    Replaced {
        /// How many notes moved.
        moved: usize,
        /// How many stand where other words are now.
        reworded: usize,
        /// How many were not found.
        lost: usize,
    },
    /// Anything else of the world that went wrong: what, with what the system says.
    Failed {
        /// What did not work, as a sentence piece already in the person's language.
        what: String,
        /// What the system says.
        why: String,
    },
}

impl Notice {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Notice::Decoded { .. }
            | Notice::WholePage
            | Notice::ShownWhole
            | Notice::PartOfPage { .. }
            | Notice::Copy { .. } => Severity::Hint,
            Notice::Failed { .. } | Notice::NotesUnreadable { .. } => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
