//! Text that is out to harm: nothing it holds reaches the terminal, holds the program up, or writes a file.
//!
//! The program itself is run in a pseudo-terminal and every byte that it sends is looked at ([`stream`]).
#![cfg(unix)]

mod markup;
mod printed;
mod refused;
#[path = "../common/shell.rs"]
mod shell;
mod stream;
#[path = "../pty/terminal.rs"]
mod terminal;
mod window;

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use terminal::Setup;

/// A word that must be readable beside whatever is tried.
const WORD: &str = "SENTINELLE";

/// What a terminal would obey if it got it.
const ATTEMPTS: [&str; 22] = [
    "\u{1b}[5;7;41m",
    "\u{1b}[66;6H",
    "\u{1b}[2J",
    "\u{1b}[?1049l",
    "\u{1b}[6n",
    "\u{1b}]0;titre volé\u{7}",
    "\u{1b}]8;;http://mal.example\u{1b}\\",
    "\u{1b}]52;c;bWFs\u{7}",
    "\u{1b}]9;4;1;50\u{1b}\\",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}_Gi=1;AAAA\u{1b}\\",
    "\u{1b}^mal\u{1b}\\",
    "\u{1b}X\u{1b}\\",
    "\u{1b}c",
    "\u{9b}5;41m",
    "\u{9d}52;c;bWFs\u{9c}",
    "\u{90}q\u{9c}",
    "\u{9f}mal\u{9c}",
    "\u{7}\u{8}\u{e}\u{f}\u{7f}\u{b}\u{c}",
    "\u{202e}envers\u{2066}",
    "\u{200f}\u{200e}\u{61c}\u{2067}",
    "\u{85}\u{84}\u{8d}",
];

/// A home of its own, with nothing in it.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn setup(&self) -> Setup<'_> {
        Setup { home: self.path(), size: (100, 30), variables: &[] }
    }

    fn file(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, contents).expect("written");
        path
    }
}
