//! The clipboard, by the way that fits the surroundings, and the name of that way.
//!
//! Nothing tells for sure that a text has arrived where the person will paste it, so the person is
//! told where it went.

use super::environment::Environment;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The most that is sent through the terminal, in bytes as sent; several terminals drop more.
const TERMINAL_LIMIT: usize = 100_000;
/// How long a program may take over the text.
const PATIENCE: Duration = Duration::from_secs(2);

/// A way to a clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A program that takes the text on its standard input: its name and its arguments.
    Program(&'static str, &'static [&'static str]),
    /// The terminal itself (OSC 52), which also works from another machine.
    Terminal,
}

impl Way {
    /// Its name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Program(name, _) => name,
            Self::Terminal => "terminal (OSC 52)",
        }
    }
}

/// The ways to try, the best first.
#[must_use]
pub fn ways(around: &Environment) -> Vec<Way> {
    let mut ways = Vec::new();
    if around.tmux {
        // tmux drops OSC 52 by default; told itself, it keeps the text and passes it on.
        ways.push(Way::Program("tmux", &["load-buffer", "-w", "-"]));
    }
    if around.ssh {
        // A clipboard on this machine is not the one in front of the person.
        ways.push(Way::Terminal);
        return ways;
    }
    if cfg!(target_os = "macos") {
        ways.push(Way::Program("pbcopy", &[]));
    }
    if cfg!(windows) || around.wsl {
        ways.push(Way::Program("clip.exe", &[]));
    }
    if around.wayland {
        ways.push(Way::Program("wl-copy", &[]));
    }
    if around.x11 {
        ways.push(Way::Program("xclip", &["-selection", "clipboard"]));
        ways.push(Way::Program("xsel", &["--clipboard", "--input"]));
    }
    ways.push(Way::Terminal);
    ways
}

/// Hands `text` to a program; whether it took it. Waits two seconds at most.
#[must_use]
pub fn give(text: &str, name: &str, arguments: &[&str]) -> bool {
    let child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let Some(mut stdin) = child.stdin.take() else { return false };
    let text = text.to_owned();
    // In a thread: a program that does not read would hold us in the write. Killing it ends the thread.
    let writer = thread::spawn(move || stdin.write_all(text.as_bytes()).is_ok());
    succeeded(&mut child) && writer.join().unwrap_or(false)
}

fn succeeded(child: &mut Child) -> bool {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(5)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// The sequence that gives `text` to the terminal's clipboard; `None` where it is too long for that.
#[must_use]
pub fn sequence(text: &str) -> Option<String> {
    let encoded = base64(text.as_bytes());
    (encoded.len() <= TERMINAL_LIMIT).then(|| format!("\x1b]52;c;{encoded}\x07"))
}

/// RFC 4648 base 64, padded. Only these letters reach the terminal, whatever the text holds.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            encoded.push(if place <= group.len() { letter.into() } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(around: &Environment) -> Vec<&'static str> {
        ways(around).into_iter().map(Way::name).collect()
    }

    #[test]
    fn base64_matches_the_examples_of_rfc_4648() {
        for (text, expect) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), expect);
        }
        assert_eq!(base64(&[0xff, 0xfe, 0xfd]), "//79");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_surroundings_decide_where_a_copy_goes() {
        let bare = Environment::default();
        assert_eq!(names(&bare), ["terminal (OSC 52)"]);
        let desktop = Environment { x11: true, ..Environment::default() };
        assert_eq!(names(&desktop), ["xclip", "xsel", "terminal (OSC 52)"]);
        let remote = Environment { ssh: true, x11: true, ..Environment::default() };
        assert_eq!(names(&remote), ["terminal (OSC 52)"]);
        let tmux = Environment { tmux: true, ssh: true, ..Environment::default() };
        assert_eq!(names(&tmux), ["tmux", "terminal (OSC 52)"]);
    }

    #[test]
    fn a_text_too_long_for_a_terminal_is_not_sent() {
        assert_eq!(sequence("é").as_deref(), Some("\x1b]52;c;w6k=\x07"));
        assert_eq!(sequence(&"x".repeat(TERMINAL_LIMIT)), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_hangs_or_fails_is_given_up() {
        assert!(give("text", "cat", &[]));
        assert!(!give("text", "false", &[]));
        assert!(!give("text", "exergue-no-such-program", &[]));
        assert!(!give(&"x".repeat(1 << 20), "sleep", &["60"]));
    }
}
