//! Signals of the system, as messages.

use super::incoming::Incoming;
use super::terminal;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How long the loop has to leave by itself.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether another program has the terminal: its keys for interrupting and stopping reach us too.
static LENT: AtomicBool = AtomicBool::new(false);

/// Says that another program has the terminal, or has it no more. While it has, `SIGINT` is its
/// business alone, and we stop when it is stopped.
pub fn lend_terminal(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// The signals, held back from the moment of [`Registered::new`].
#[derive(Debug)]
pub struct Registered(Signals);

impl Registered {
    /// From now on signals wait instead of ending the program. Costs no thread, so it can stand
    /// before the first frame.
    ///
    /// # Errors
    /// Where the system refuses.
    pub fn new() -> io::Result<Self> {
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH, SIGXFSZ]).map(Self)
    }

    /// Sends what waits and what comes to the loop, from a thread of its own.
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn listen(mut self, loop_end: Sender<Incoming>) -> io::Result<()> {
        let listen = move || {
            for signal in self.0.forever() {
                let lent = LENT.load(Ordering::SeqCst);
                let sent = match signal {
                    SIGINT | SIGCONT if lent => Ok(()),
                    // Whoever writes beyond the limit gets an error too, and the note waits.
                    SIGXFSZ => Ok(()),
                    SIGTSTP if lent => {
                        // The loop waits for the other program, so it could not stop us.
                        stop_until_continued();
                        Ok(())
                    }
                    SIGWINCH => loop_end.send(Incoming::resized()),
                    SIGTSTP => loop_end.send(Incoming::Suspend),
                    SIGCONT => loop_end.send(Incoming::Continued),
                    _ => {
                        ask_to_leave(&loop_end, signal);
                        return;
                    }
                };
                if sent.is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(listen).map(drop)
    }
}

/// Asks the loop to leave, and ends the program from this thread if it does not within a second.
///
/// A flag read by the loop is not enough: it may hang in a write to a dead terminal.
pub fn ask_to_leave(loop_end: &Sender<Incoming>, signal: i32) {
    // A closed channel means that the loop is already on its way out.
    let _ = loop_end.send(Incoming::Stop(signal));
    thread::sleep(PATIENCE);
    terminal::give_back();
    std::process::exit(exit_code(signal));
}

/// What shells expect of a program that a signal ended: 143 for `SIGTERM`, 129 for `SIGHUP`.
#[must_use]
pub fn exit_code(signal: i32) -> i32 {
    128 + signal
}

/// Stops the program until the shell continues it. The terminal must have been given back.
///
/// Does nothing where no shell could continue it: a program that a terminal window started by
/// itself would be frozen for good.
pub fn stop_until_continued() {
    use rustix::process::{getppid, getsid};
    let session = getsid(None);
    let parent = getppid().map(|parent| getsid(Some(parent)));
    let (Ok(session), Some(Ok(parent_session))) = (session, parent) else { return };
    if session == parent_session {
        // `SIGTSTP` has our own handler, so its default is done by hand.
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
    }
}
