//! The terminal, taken over and given back.
//!
//! Whatever happens, the terminal is given back once: on drop, on a panic of any thread, or from
//! the thread that listens to signals while the loop hangs. So the state is the process's, as the
//! terminal's modes are.

use super::screen::Screen;
use crate::app::Size;
use crate::text::clean::clean;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal's modes are ours.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the alternate screen has been asked for, so that it must be left.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Clicks, drags and the wheel, with coordinates past column 223. Not every motion: those would
/// wake the program for nothing.
#[cfg(unix)]
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
#[cfg(unix)]
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The size taken where the terminal does not tell its own.
const USUAL_SIZE: Size = Size { columns: 80, rows: 24 };

/// What is asked of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether clicks and the wheel come to us. Selecting text with the mouse then needs Shift.
    pub mouse: bool,
}

/// The terminal while it is ours; giving it back is dropping this.
#[derive(Debug)]
pub struct Terminal {
    screen: Screen,
    /// What is to be sent, of one frame at most.
    bytes: Vec<u8>,
    options: Options,
    size: Size,
}

impl Terminal {
    /// Takes the terminal: raw mode now, the alternate screen with the first frame.
    ///
    /// Nothing is asked of the terminal, so nothing waits for an answer.
    ///
    /// # Errors
    /// Where there is no terminal.
    pub fn enter(options: Options) -> io::Result<Self> {
        give_back_on_panic();
        let size = size();
        let mut terminal = Self { screen: Screen::blank(size), bytes: Vec::new(), options, size };
        terminal.take()?;
        Ok(terminal)
    }

    /// Draws one frame of `size` cells and sends what changed in one write. `render` sets every cell, and gives
    /// the place of the cursor where it is shown.
    ///
    /// Does nothing once the terminal was given back: a panicking thread may do that at any moment.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn draw(
        &mut self,
        size: Size,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        if size != self.size {
            self.size = size;
            self.forget_screen()?;
        }
        self.screen.draw(&mut self.bytes, render)?;
        SHOWN.store(true, Ordering::SeqCst);
        self.send_bytes()
    }

    /// Makes the next frame draw every cell, whatever stands on the screen now.
    ///
    /// # Errors
    /// Never in practice: bytes are collected in memory.
    pub fn forget_screen(&mut self) -> io::Result<()> {
        queue!(self.bytes, ResetColor, Clear(ClearType::All))?;
        self.screen = Screen::blank(self.size);
        Ok(())
    }

    /// Sends a sequence that moves nothing on the screen (a copy for the terminal's clipboard).
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        self.bytes.write_all(sequence.as_bytes())?;
        self.send_bytes()
    }

    /// Gives the terminal to somebody else (shell, editor) until [`Terminal::resume`].
    pub fn suspend(&mut self) {
        give_back();
    }

    /// Takes the terminal again; the next frame draws every cell.
    ///
    /// # Errors
    /// Where there is no terminal any more.
    pub fn resume(&mut self) -> io::Result<()> {
        // A shell may have changed the modes behind our back, so they are read anew.
        give_back();
        self.take()?;
        self.forget_screen()
    }

    fn send_bytes(&mut self) -> io::Result<()> {
        let sent = if self.bytes.is_empty() { Ok(()) } else { write_now(&self.bytes) };
        self.bytes.clear();
        sent
    }

    fn take(&mut self) -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // Linux's own console has no alternate screen, hence the clearing.
        queue!(self.bytes, EnterAlternateScreen, Clear(ClearType::All), EnableBracketedPaste, cursor::Hide)?;
        if self.options.mouse {
            #[cfg(unix)]
            self.bytes.write_all(MOUSE_ON)?;
            #[cfg(windows)]
            queue!(self.bytes, crossterm::event::EnableMouseCapture)?;
        }
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as it was; does nothing the second time. Any thread may call this.
///
/// Takes no lock that a hanging loop could hold, and waits a fifth of a second at most for a
/// terminal that takes no more bytes.
pub fn give_back() {
    if SHOWN.swap(false, Ordering::SeqCst) {
        let mut bytes = Vec::new();
        #[cfg(unix)]
        bytes.extend_from_slice(MOUSE_OFF);
        let left = queue!(bytes, DisableBracketedPaste, ResetColor, cursor::Show, LeaveAlternateScreen);
        #[cfg(windows)]
        let _ = queue!(bytes, crossterm::event::DisableMouseCapture);
        if left.is_ok() && accepts_bytes() {
            // Nothing can be done about a terminal that is gone.
            let _ = write_now(&bytes);
        }
    }
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// The size of the terminal now, 80 × 24 where it does not say.
#[must_use]
pub fn size() -> Size {
    match crossterm::terminal::size() {
        Ok((columns, rows)) if columns > 0 && rows > 0 => Size { columns, rows },
        _ => USUAL_SIZE,
    }
}

/// Gives the terminal back before a panic is printed, else the message would be lost with the
/// alternate screen. The message may quote the article, so it is cleaned.
fn give_back_on_panic() {
    panic::set_hook(Box::new(|info| {
        if std::thread::current().name() == Some(super::open::PARSER) {
            return;
        }
        give_back();
        let trace = Backtrace::capture();
        let trace =
            if trace.status() == BacktraceStatus::Captured { trace.to_string() } else { String::new() };
        // Where nobody can be told, the exit code still says it.
        let _ = writeln!(io::stderr(), "exergue: {}\n{trace}", clean(&info.to_string()));
    }));
}

/// Writes past the standard library's lock, which a loop that hangs in a write would hold.
#[cfg(unix)]
fn write_now(bytes: &[u8]) -> io::Result<()> {
    use std::os::fd::AsFd;
    let own = io::stdout().as_fd().try_clone_to_owned()?;
    std::fs::File::from(own).write_all(bytes)
}

#[cfg(windows)]
fn write_now(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(bytes)?;
    out.flush()
}

#[cfg(unix)]
fn accepts_bytes() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdout = io::stdout();
    let mut watched = [PollFd::new(&stdout, PollFlags::OUT)];
    let wait = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    poll(&mut watched, Some(&wait)).is_ok_and(|ready| ready > 0)
}

#[cfg(windows)]
fn accepts_bytes() -> bool {
    true
}
