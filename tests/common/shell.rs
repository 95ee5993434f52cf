//! The program as a shell starts it, far from the settings of whoever runs the test.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of the harness")]

use exergue::runtime::paths::Paths;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// French, as the environment says it.
pub const FRENCH: &str = "fr_FR.UTF-8";
/// No language, which makes it English.
pub const ENGLISH: &str = "C.UTF-8";

/// The program in the folder `home`, which is its home too, with nothing on standard input.
pub fn program(home: &Path, locale: &str, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_exergue"));
    command.args(arguments).current_dir(home).env_clear().stdin(Stdio::null());
    command.env("HOME", home).env("LANG", locale).env("TERM", "xterm-256color").env("TZ", "UTC");
    command
}

/// A home of its own, with nothing in it.
pub struct Home {
    pub root: TempDir,
    locale: &'static str,
}

impl Home {
    pub fn speaking(locale: &'static str) -> Self {
        Self { root: tempfile::tempdir().expect("a folder"), locale }
    }

    pub fn paths(&self) -> Paths {
        Paths::under(self.root.path())
    }

    /// The program, with the folders of [`Home::paths`].
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(self.root.path(), self.locale, arguments);
        for (name, folder) in [("DATA", "data"), ("STATE", "state"), ("CACHE", "cache"), ("CONFIG", "config")]
        {
            command.env(format!("XDG_{name}_HOME"), self.root.path().join(folder));
        }
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Outcome {
        self.command(arguments).output().expect("the program starts").into()
    }

    pub fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.root.path().join(name);
        fs::write(&path, contents).expect("written");
        path
    }
}

/// What a run left behind.
#[derive(Debug)]
pub struct Outcome {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Outcome {
    /// Asserts that it went well, and gives what was printed.
    #[track_caller]
    pub fn printed(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// Asserts that it stopped with `code`, and gives the one line that says why.
    #[track_caller]
    pub fn stopped(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{} {}", self.out, self.err);
        assert_eq!(self.out, "");
        let line = self.err.strip_prefix("exergue: ").and_then(|line| line.strip_suffix('\n'));
        let line = line.unwrap_or_else(|| panic!("one line of ours: {:?}", self.err));
        assert!(!line.contains('\n') && !line.ends_with('.'), "{line:?}");
        line.to_owned()
    }
}
