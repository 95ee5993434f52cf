//! Standard output and standard error.

use crate::runtime::open::OpenError;
use crate::text::clean;
use crate::words::Lang;
use crate::words::cli::{Failure, system};
use crate::words::runtime::WebProblem;
use std::io::{self, ErrorKind, Write as _};

/// Why a command ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something the person should read.
    Failure(Failure),
    /// The article cannot be read.
    Open(OpenError),
    /// No fault, nothing more to say: help was asked for and is printed, or who read our output has enough, as
    /// `head` does.
    Enough,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<OpenError> for Stop {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

/// Writes `text` to standard output as it is.
pub(super) fn print(text: &str, lang: Lang) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Stop::Enough,
        _ => {
            let path = lang.pick("sortie standard", "standard output").to_owned();
            Stop::Failure(Failure::NotWritten { path, why: why(&error, lang) })
        }
    })
}

/// Writes foreign text to standard output: as it is into a pipe or a file, harmless on a terminal.
pub(super) fn print_foreign(text: &str, is_terminal: bool, lang: Lang) -> Result<(), Stop> {
    if !is_terminal {
        return print(text, lang);
    }
    let lines: String = text.split_inclusive('\n').map(clean_line).collect();
    print(&lines, lang)
}

fn clean_line(line: &str) -> String {
    match line.strip_suffix('\n') {
        Some(line) => clean(line).into_string() + "\n",
        None => clean(line).into_string(),
    }
}

/// One line on standard error. Where that is closed there is nobody to tell.
pub(super) fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "exergue: {}", clean(line));
}

/// How much of a page has come, on the one line of standard error that each call writes anew.
pub(super) fn fetching(bytes: u64, lang: Lang) {
    let words = [WebProblem::Fetching, WebProblem::CtrlC].map(|words| words.say(lang));
    let line = format!("{} {} {} ({})", words[0], bytes.div_ceil(1000), lang.pick("ko", "kB"), words[1]);
    let _ = write!(io::stderr(), "\r\x1b[Kexergue: {line}\r");
}

/// Takes away the line that [`fetching`] wrote.
pub(super) fn fetched() {
    let _ = write!(io::stderr(), "\r\x1b[K");
}

/// What the system says, in the person's language as far as it is a usual error.
pub(super) fn why(error: &io::Error, lang: Lang) -> String {
    system(error.kind(), lang).map_or_else(|| error.to_string(), str::to_owned)
}
