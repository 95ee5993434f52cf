//! Reads PDF files in a process of its own: this program, called with [`WORD`], bytes in, a document out.
//!
//! What parses such a file may take all memory, never end, panic, overflow its stack or print. There it can do
//! so without harm: that process can open and write nothing, and is ended with its time.

use crate::doc::pdf::{self, Reading, Refusal};
use crate::words::runtime::Problem;
use std::io::{self, Read, Write};
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// The word with which the program calls itself.
pub const WORD: &str = "__pdf";

/// The most bytes of a file.
pub const LARGEST: usize = 256 << 20;

/// How long reading may take by the clock; a machine may be busy with other things.
const DEADLINE: Duration = Duration::from_secs(30);

/// How many seconds of a processor reading may take.
#[cfg(unix)]
const PROCESSOR: u64 = 10;

/// How often it is asked whether the document is still wanted.
const STEP: Duration = Duration::from_millis(50);

/// Bytes of address space of the process that reads.
#[cfg(unix)]
const MEMORY: u64 = 1_536 << 20;

/// Bytes of its answer.
const ANSWER: u64 = 256 << 20;

/// Bytes of its stack.
const STACK: usize = 64 << 20;

/// What that process says.
type Answer = Result<Reading, Refusal>;

/// Reads a file; `None` once `stop` is set.
///
/// # Errors
/// Where there is no text, it cannot be reached, or reading it takes too much.
pub fn read(bytes: Vec<u8>, stop: &AtomicBool) -> Result<Option<Reading>, Problem> {
    read_by(&mut Command::new(program()), bytes, stop)
}

/// This program. On Linux by a name that holds where its file has been replaced since.
fn program() -> PathBuf {
    let own = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() {
        return own;
    }
    std::env::current_exe().unwrap_or_else(|_| PathBuf::from("exergue"))
}

fn read_by(command: &mut Command, bytes: Vec<u8>, stop: &AtomicBool) -> Result<Option<Reading>, Problem> {
    if bytes.len() > LARGEST {
        return Err(Problem::PdfTooLarge);
    }
    command.arg(WORD).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = Running(command.spawn().map_err(|_| Problem::Unreadable)?);
    let mut input = running.0.stdin.take().expect("it is piped");
    let output = running.0.stdout.take().expect("it is piped");
    let (answer, answered) = mpsc::channel();
    // Both threads end with the process at the latest.
    thread::spawn(move || input.write_all(&bytes));
    thread::spawn(move || {
        let mut said = Vec::new();
        let _ = output.take(ANSWER).read_to_end(&mut said);
        let _ = answer.send(said);
    });
    let start = Instant::now();
    let said = loop {
        match answered.recv_timeout(STEP) {
            Ok(said) => break said,
            Err(RecvTimeoutError::Disconnected) => return Err(Problem::PdfDamaged),
            Err(RecvTimeoutError::Timeout) if stop.load(Ordering::Relaxed) => return Ok(None),
            Err(RecvTimeoutError::Timeout) if start.elapsed() > DEADLINE => return Err(Problem::PdfTooSlow),
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    match understood(&said) {
        Some(Ok(reading)) if reading.is_empty() => Err(Problem::PdfPictures),
        Some(Ok(reading)) => Ok(Some(reading)),
        Some(Err(refusal)) => Err(worded(refusal)),
        // It was ended for its memory, its stack or its time.
        None => Err(Problem::PdfTooSlow),
    }
}

/// The answer: the last line, because what parses may print.
fn understood(said: &[u8]) -> Option<Answer> {
    let line = said.rsplit(|&byte| byte == b'\n').next()?;
    serde_json::from_slice(line).ok()
}

fn worded(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Password => Problem::PdfPassword,
        Refusal::Pictures => Problem::PdfPictures,
        Refusal::Unreadable => Problem::PdfUnreadable,
        Refusal::Empty => Problem::Empty,
        Refusal::Damaged => Problem::PdfDamaged,
    }
}

/// A process that does not outlive its reader.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the process does that is called with [`WORD`]: reads a file from its standard input, writes the answer to its
/// standard output, and ends.
#[must_use]
pub fn serve() -> ExitCode {
    confine();
    // A panic is an answer like others.
    panic::set_hook(Box::new(|_| {}));
    let read = || -> io::Result<Answer> {
        let mut bytes = Vec::new();
        io::stdin().take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
        Ok(catch_unwind(AssertUnwindSafe(|| pdf::read(&bytes))).unwrap_or(Err(Refusal::Damaged)))
    };
    let answer =
        thread::Builder::new().stack_size(STACK).spawn(read).ok().and_then(|thread| thread.join().ok());
    let Some(Ok(answer)) = answer else { return ExitCode::FAILURE };
    match write(&answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn write(answer: &Answer) -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    output.write_all(b"\n")?;
    serde_json::to_writer(&mut output, answer)?;
    output.flush()
}

/// Takes from this process what reading does not need. Where the system refuses, its parent still ends it in time.
#[cfg(unix)]
fn confine() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, PROCESSOR),
        // The pipes are open already.
        (Resource::Nofile, 3),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, limit) in limits {
        let _ = setrlimit(resource, Rlimit { current: Some(limit), maximum: Some(limit) });
    }
}

#[cfg(not(unix))]
fn confine() {}
