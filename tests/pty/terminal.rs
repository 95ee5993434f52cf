//! A terminal for the program: it types, looks at the screen, and sends signals.
//!
//! Nothing here waits for a fixed time: everything waits for a condition, and fails after a deadline
//! with the screen as it was then.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of the harness")]

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, NativePtySystem, PtySize, PtySystem};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before the test fails; generous, for machines under load.
const DEADLINE: Duration = Duration::from_secs(20);

/// How long a key may take before it is typed again, where that is asked for.
const AGAIN: Duration = Duration::from_millis(200);

/// What the program has sent.
struct Output {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    /// Whether the reader shall end with the next bytes.
    closing: bool,
}

/// A program in a terminal of its own.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    pid: i32,
    exit: Receiver<ExitStatus>,
    output: Arc<(Mutex<Output>, Condvar)>,
    reader_end: Receiver<()>,
    modes: String,
}

/// What to run, with which variables beside the usual ones.
pub struct Setup<'a> {
    /// The home folder: everything the program keeps is under it.
    pub home: &'a Path,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Variables.
    pub variables: &'a [(&'a str, &'a str)],
}

impl Setup<'_> {
    /// The program with these arguments.
    pub fn run(&self, arguments: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_exergue"));
        command.args(arguments);
        self.start(command)
    }

    /// A shell script in which `$exergue` is the program.
    pub fn shell(&self, script: &str) -> Terminal {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        self.start(command)
    }

    fn start(&self, mut command: CommandBuilder) -> Terminal {
        command.env_clear();
        let path = std::env::var("PATH").expect("a PATH");
        let home = self.home.to_str().expect("a path in UTF-8");
        for (name, value) in [
            ("PATH", path.as_str()),
            ("HOME", home),
            ("TERM", "xterm-256color"),
            ("LANG", "fr_FR.UTF-8"),
            ("exergue", env!("CARGO_BIN_EXE_exergue")),
        ] {
            command.env(name, value);
        }
        for (name, value) in self.variables {
            command.env(name, value);
        }
        command.cwd(self.home);
        Terminal::open(command, self.size)
    }
}

impl Terminal {
    fn open(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).expect("a pseudo-terminal");
        let modes = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let output = Output {
            screen: vt100::Parser::new(cells(rows), cells(cols), 0),
            bytes: Vec::new(),
            closing: false,
        };
        let output = Arc::new((Mutex::new(output), Condvar::new()));
        let keyboard = pair.master.take_writer().expect("the keyboard");
        let reader_end = show(pair.master.try_clone_reader().expect("the screen"), Arc::clone(&output));
        let pid = i32::try_from(child.process_id().expect("a process")).expect("a process number");
        Self {
            pid,
            exit: wait_for_end(child),
            master: Some(pair.master),
            keyboard: Some(keyboard),
            output,
            reader_end,
            modes,
        }
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let keyboard = self.keyboard.as_mut().expect("the terminal is open");
        keyboard.write_all(keys.as_bytes()).and_then(|()| keyboard.flush()).expect("typed");
        self
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("`{text}`"), |output| output.screen.screen().contents().contains(text))
    }

    /// Waits until the screen does not show `text`.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("no `{text}`"), |output| !output.screen.screen().contents().contains(text))
    }

    /// Waits until the program has sent these bytes.
    #[track_caller]
    pub fn sent(&mut self, bytes: &str) -> &mut Self {
        self.wait(&format!("{bytes:?} sent"), |output| {
            memchr::memmem::find(&output.bytes, bytes.as_bytes()).is_some()
        })
    }

    /// Waits until a `.jsonl` file under `folder` holds `text`.
    #[track_caller]
    pub fn writes(&mut self, folder: &Path, text: &str) -> &mut Self {
        self.wait(&format!("`{text}` under {}", folder.display()), |_| holds(folder, text))
    }

    /// Waits until `condition` holds for the screen.
    #[track_caller]
    pub fn until(&mut self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        self.wait(what, |output| condition(output.screen.screen()))
    }

    #[track_caller]
    fn wait(&mut self, what: &str, condition: impl Fn(&Output) -> bool) -> &mut Self {
        let deadline = Instant::now() + DEADLINE;
        {
            let (lock, changed) = &*self.output;
            let mut output = lock.lock().expect("no reader panics");
            while !condition(&output) {
                let left = deadline.saturating_duration_since(Instant::now());
                assert!(
                    !left.is_zero(),
                    "waited in vain for {what}; the screen:\n{}",
                    output.screen.screen().contents()
                );
                // What is waited for may be outside the screen, where nobody tells of changes.
                output = changed.wait_timeout(output, left.min(AGAIN)).expect("no reader panics").0;
            }
        }
        self
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.output().screen.screen_mut().set_size(cells(rows), cells(cols));
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the terminal is open").resize(size).expect("resized");
        self
    }

    /// Sends a signal to the program that was started.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(Pid::from_raw(self.pid).expect("a process"), signal).expect("sent");
        self
    }

    /// Closes the window, as its cross does.
    #[track_caller]
    pub fn close(&mut self) -> &mut Self {
        self.output().closing = true;
        // Our reader holds the terminal open until something comes: the new size makes the program draw.
        self.resize(70, 20);
        self.reader_end.recv_timeout(DEADLINE).expect_err("the reader only ends");
        self.keyboard = None;
        self.master = None;
        self
    }

    /// Types the same again and again until the screen shows `text`.
    #[track_caller]
    pub fn keys_until(&mut self, keys: &str, text: &str) -> &mut Self {
        let deadline = Instant::now() + DEADLINE;
        while Instant::now() < deadline {
            self.keys(keys);
            let (lock, changed) = &*self.output;
            let output = lock.lock().expect("no reader panics");
            let hidden = |output: &mut Output| !output.screen.screen().contents().contains(text);
            let waited = changed.wait_timeout_while(output, AGAIN, hidden).expect("no reader panics");
            if !waited.1.timed_out() {
                break;
            }
        }
        self.shows(text)
    }

    /// Waits for the end and gives the exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> u32 {
        match self.exit.recv_timeout(DEADLINE) {
            Ok(status) => status.exit_code(),
            Err(_) => panic!("the program did not end; the screen:\n{}", self.contents()),
        }
    }

    /// What is on the screen.
    pub fn contents(&self) -> String {
        self.output().screen.screen().contents()
    }

    /// Everything that the program has sent.
    pub fn bytes(&self) -> Vec<u8> {
        self.output().bytes.clone()
    }

    /// Proves that the terminal is as it was before the program: modes, screen, cursor, mouse, paste.
    #[track_caller]
    pub fn is_as_before(&mut self) {
        self.until("the terminal given back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        let modes = format!("{:?}", self.master.as_ref().expect("the terminal is open").get_termios());
        assert_eq!(modes, self.modes, "the modes of the terminal");
    }

    fn output(&self) -> MutexGuard<'_, Output> {
        self.output.0.lock().expect("no reader panics")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves nothing running; closing the terminal ends the rest of its session.
        if self.exit.try_recv().is_err()
            && let Some(pid) = Pid::from_raw(self.pid)
        {
            let _ = kill_process(pid, Signal::KILL);
        }
    }
}

/// Whether a file under `folder` holds `text`. Others than `.jsonl` are files on their way to their name.
fn holds(folder: &Path, text: &str) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| {
        let is_journal = path.extension().is_some_and(|end| end == "jsonl");
        let content = || std::fs::read_to_string(&path).is_ok_and(|content| content.contains(text));
        (is_journal && content()) || (path.is_dir() && holds(&path, text))
    })
}

/// Sets on the screen what the program sends; the channel closes when the reader has ended.
fn show(mut screen: Box<dyn Read + Send>, output: Arc<(Mutex<Output>, Condvar)>) -> Receiver<()> {
    let (ending, end) = channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(length @ 1..) = screen.read(&mut bytes) {
            let mut output_now = output.0.lock().expect("no test panics while it looks");
            output_now.screen.process(&bytes[..length]);
            output_now.bytes.extend_from_slice(&bytes[..length]);
            let closing = output_now.closing;
            drop(output_now);
            output.1.notify_all();
            if closing {
                break;
            }
        }
        drop(screen);
        drop(ending);
    });
    end
}

fn wait_for_end(mut child: Box<dyn Child + Send + Sync>) -> Receiver<ExitStatus> {
    let (ended, exit) = channel();
    thread::spawn(move || {
        if let Ok(status) = child.wait() {
            let _ = ended.send(status);
        }
    });
    exit
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one cell")
}
