//! Keys, pastes and the mouse, read in a thread of their own.

use super::incoming::Incoming;
use crate::app::message::{Message, Mouse, MouseButton, MouseKind, Size};
use crate::command::{Key, KeyCode};
use crossterm::event;
use crossterm::event::{Event, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind};

/// The message that an event of the terminal makes; `None` for what nobody waits for (keys coming
/// up, the mouse moving by itself, a window getting the focus).
#[must_use]
pub fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) => self::key(key).map(Message::Key),
        Event::Mouse(mouse) => self::mouse(mouse).map(Message::Mouse),
        Event::Paste(text) => Some(Message::Paste(unix_lines(&text))),
        Event::Resize(columns, rows) => Some(Message::Resized(Size { columns, rows })),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The press; `None` for a release and for keys that stand for nothing alone (Shift, Caps Lock).
#[must_use]
pub fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let code = match event.code {
        event::KeyCode::Char(letter) => KeyCode::Char(letter),
        event::KeyCode::Enter => KeyCode::Enter,
        event::KeyCode::Esc => KeyCode::Esc,
        event::KeyCode::Tab => KeyCode::Tab,
        event::KeyCode::BackTab => KeyCode::BackTab,
        event::KeyCode::Backspace => KeyCode::Backspace,
        event::KeyCode::Delete => KeyCode::Delete,
        event::KeyCode::Insert => KeyCode::Insert,
        event::KeyCode::Left => KeyCode::Left,
        event::KeyCode::Right => KeyCode::Right,
        event::KeyCode::Up => KeyCode::Up,
        event::KeyCode::Down => KeyCode::Down,
        event::KeyCode::Home => KeyCode::Home,
        event::KeyCode::End => KeyCode::End,
        event::KeyCode::PageUp => KeyCode::PageUp,
        event::KeyCode::PageDown => KeyCode::PageDown,
        event::KeyCode::F(number) => KeyCode::Function(number),
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    Some(Key::new(code, held(KeyModifiers::CONTROL), held(KeyModifiers::ALT), held(KeyModifiers::SHIFT)))
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(button) => MouseKind::Down(self::button(button)),
        MouseEventKind::Up(button) => MouseKind::Up(self::button(button)),
        MouseEventKind::Drag(button) => MouseKind::Drag(self::button(button)),
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::Moved | MouseEventKind::ScrollLeft | MouseEventKind::ScrollRight => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(Mouse { kind, column: event.column, row: event.row, ctrl })
}

fn button(button: event::MouseButton) -> MouseButton {
    match button {
        event::MouseButton::Left => MouseButton::Left,
        event::MouseButton::Middle => MouseButton::Middle,
        event::MouseButton::Right => MouseButton::Right,
    }
}

/// Terminals paste line ends as `\r`, some as `\r\n`.
fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(unix)]
pub use reader::{Input, keyboard};

#[cfg(unix)]
mod reader {
    use super::{Incoming, Message, event, message};
    use crate::runtime::background::{Answer, Late};
    use crate::runtime::signals;
    use rustix::event::{PollFd, PollFlags, poll};
    use std::fs::File;
    use std::io::{self, IsTerminal, Read, Write};
    use std::os::fd::{AsFd, OwnedFd};
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::thread;
    use std::time::{Duration, Instant};

    /// How long an event may take to be put together once its first byte is there.
    ///
    /// Crossterm sleeps through whole milliseconds and spins through the rest, and a thread that spins keeps the
    /// drawing waiting wherever both share a processor. A little over whole milliseconds leaves no rest: systems
    /// wake a sleeper that much too late.
    const ONE_EVENT: Duration = Duration::from_micros(2_020);
    /// How long a terminal may take to say whether it is dark or light.
    const AN_ANSWER: Duration = Duration::from_millis(200);
    /// How long to look for keys where the system cannot wait for them; the pause then lasts as long.
    const A_GLANCE: Duration = Duration::from_millis(100);
    /// How long to wait for the thread to let go of the terminal.
    const HANDOVER: Duration = Duration::from_millis(500);

    /// The thread that reads the terminal. It can be told to leave the terminal alone, so that an
    /// editor gets every key.
    #[derive(Debug)]
    pub struct Input {
        wake: UnixStream,
        paused: Arc<AtomicBool>,
        let_go: Receiver<()>,
    }

    impl Input {
        /// Starts reading `terminal`. `asked` says that it was asked for its background, and that its answer
        /// comes first.
        ///
        /// # Errors
        /// Where the system gives no thread.
        pub fn start(terminal: OwnedFd, loop_end: Sender<Incoming>, asked: bool) -> io::Result<Self> {
            let (wake, woken) = UnixStream::pair()?;
            woken.set_nonblocking(true)?;
            let paused = Arc::new(AtomicBool::new(false));
            let (letting_go, let_go) = channel();
            let late = asked.then(Late::default);
            let paused_too = Arc::clone(&paused);
            let reader = Reader { terminal, woken, paused: paused_too, letting_go, loop_end, late };
            thread::Builder::new().name("input".to_owned()).spawn(move || reader.run())?;
            Ok(Self { wake, paused, let_go })
        }

        /// Leaves the terminal to another program; returns when the thread no longer reads.
        pub fn pause(&mut self) {
            self.paused.store(true, Ordering::SeqCst);
            self.wake_up();
            // After the time is over the thread waits in a read; the other program loses a key at worst.
            let _ = self.let_go.recv_timeout(HANDOVER);
        }

        /// Reads again.
        pub fn resume(&mut self) {
            self.paused.store(false, Ordering::SeqCst);
            self.wake_up();
        }

        fn wake_up(&mut self) {
            // Fails only where the thread has ended, and then there is nobody to wake.
            let _ = self.wake.write_all(b"!");
        }
    }

    struct Reader {
        terminal: OwnedFd,
        woken: UnixStream,
        paused: Arc<AtomicBool>,
        letting_go: Sender<()>,
        loop_end: Sender<Incoming>,
        /// Watches for the answer about the background, where it may still come.
        late: Option<Late>,
    }

    impl Reader {
        fn run(mut self) {
            if self.late.is_some() && self.background().is_err() {
                return;
            }
            loop {
                let paused = self.paused.load(Ordering::SeqCst);
                match self.wait(paused) {
                    Ok(Ready::Woken) => {
                        let mut signs = [0; 64];
                        let _ = self.woken.read(&mut signs);
                        if self.paused.load(Ordering::SeqCst) && self.letting_go.send(()).is_err() {
                            return;
                        }
                    }
                    Ok(ready @ (Ready::Readable | Ready::Unwatchable)) => {
                        let patience = if ready == Ready::Readable { ONE_EVENT } else { A_GLANCE };
                        if self.forward(patience).is_err() {
                            // A terminal that cannot be read is as good as closed; never go deaf in silence.
                            return signals::ask_to_leave(&self.loop_end, signal_hook::consts::SIGHUP);
                        }
                    }
                    // A closed terminal is readable for ever and gives nothing: asking for its
                    // events would burn a processor. Nobody may have sent us `SIGHUP`.
                    Ok(Ready::Closed) | Err(_) => {
                        return signals::ask_to_leave(&self.loop_end, signal_hook::consts::SIGHUP);
                    }
                }
            }
        }

        /// Waits a moment for the terminal to say whether it is dark or light, and hands on what was
        /// typed meanwhile. An error means that nobody listens any more.
        fn background(&mut self) -> Result<(), ()> {
            let until = Instant::now() + AN_ANSWER;
            let mut answer = Answer::default();
            let mut bytes = [0; 1024];
            loop {
                let left = until.saturating_duration_since(Instant::now());
                let patience = rustix::event::Timespec { tv_sec: 0, tv_nsec: i64::from(left.subsec_nanos()) };
                let mut watched = [PollFd::new(&self.terminal, PollFlags::IN)];
                match poll(&mut watched, Some(&patience)) {
                    Err(rustix::io::Errno::INTR) => continue,
                    Ok(1..) if watched[0].revents().contains(PollFlags::IN) => {}
                    // No answer in time, or no terminal any more: the loop after this one will see.
                    _ => break,
                }
                let Ok(read @ 1..) = rustix::io::read(&self.terminal, &mut bytes) else { break };
                if answer.push(&bytes[..read]) {
                    self.late = None;
                    break;
                }
            }
            let (scheme, keys) = answer.read();
            let scheme = scheme.map(Message::Background);
            for message in scheme.into_iter().chain(keys.into_iter().map(Message::Key)) {
                self.loop_end.send(Incoming::Message(message)).map_err(drop)?;
            }
            Ok(())
        }

        /// Waits without a time limit, so an idle program never wakes.
        fn wait(&self, paused: bool) -> io::Result<Ready> {
            let keys = if paused { PollFlags::empty() } else { PollFlags::IN };
            let mut watched = [PollFd::new(&self.terminal, keys), PollFd::new(&self.woken, PollFlags::IN)];
            loop {
                match poll(&mut watched, None) {
                    Ok(_) => break,
                    Err(rustix::io::Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            let terminal = watched[0].revents();
            if watched[1].revents().contains(PollFlags::IN) {
                Ok(Ready::Woken)
            } else if terminal.intersects(PollFlags::HUP | PollFlags::ERR) {
                Ok(Ready::Closed)
            } else if terminal.contains(PollFlags::NVAL) {
                Ok(Ready::Unwatchable)
            } else {
                Ok(Ready::Readable)
            }
        }

        /// Sends every event that is complete. An error means that the terminal cannot be read, or that nobody
        /// listens any more.
        fn forward(&mut self, patience: Duration) -> Result<(), ()> {
            loop {
                match event::poll(patience) {
                    Ok(true) => {}
                    Ok(false) => return Ok(()),
                    // A signal came between; the keys are still to come.
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(_) => return Err(()),
                }
                let event = event::read().map_err(drop)?;
                let held = |late: &mut Late, message: &Message| matches!(message, Message::Key(key) if late.holds(*key));
                let typed = message(event)
                    .filter(|message| !self.late.as_mut().is_some_and(|late| held(late, message)));
                if let Some(message) = typed {
                    self.loop_end.send(Incoming::Message(message)).map_err(drop)?;
                }
            }
        }
    }

    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Ready {
        Woken,
        Readable,
        /// The system cannot wait for it (macOS, `/dev/tty`).
        Unwatchable,
        Closed,
    }

    /// The terminal that keys come from: standard input, or the controlling terminal where text is
    /// piped in. The same choice as crossterm makes.
    ///
    /// # Errors
    /// Where there is no terminal to read from.
    pub fn keyboard() -> io::Result<OwnedFd> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return stdin.as_fd().try_clone_to_owned();
        }
        Ok(File::options().read(true).write(true).open("/dev/tty")?.into())
    }
}
