//! A process that saves notes and says of each whether it is saved: this very program, with one test to run.

use crate::library::{Window, bodies_in};
use exergue::runtime::paths::Paths;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// The note number `number` of the writer `name`: from some to 5,000 characters.
fn body(name: &str, number: usize) -> String {
    format!("{name} {number} {}.", "é".repeat(number * 7919 % 5_000))
}

/// Saves notes, as the variables say. What was not saved is tried again for some seconds.
#[test]
#[ignore = "a process of the other tests"]
fn writes() {
    let variable = |name: &str| std::env::var(name).expect("set by whoever starts the writer");
    let (root, name) = (variable("WRITER_ROOT"), variable("WRITER_NAME"));
    let count: usize = variable("WRITER_COUNT").parse().expect("a number");
    let say = |line: &str| {
        let mut out = std::io::stdout().lock();
        out.write_all(format!("{line}\n").as_bytes()).and_then(|()| out.flush()).expect("somebody listens");
    };
    let mut window = Window::open(&Paths::under(Path::new(&root)));
    for notice in &window.opened.notices {
        say(&format!("notice {notice:?}"));
    }
    for number in 0..count {
        match window.add(&body(&name, number)) {
            Ok(_) => say(&format!("saved {}", number + 1)),
            Err(error) => say(&format!("waits {error}")),
        }
    }
    let start = Instant::now();
    while window.keeper.waiting() > 0 && start.elapsed() < Duration::from_secs(5) {
        std::thread::sleep(Duration::from_millis(20));
        if window.keeper.retry().is_ok() {
            say(&format!("saved {count}"));
        }
    }
}

/// How a writer is started: what stands before its command, as in `strace … COMMAND`.
pub(crate) struct Writer<'a> {
    pub(crate) root: &'a Path,
    pub(crate) name: &'a str,
    pub(crate) count: usize,
    pub(crate) under: &'a [&'a str],
}

pub(crate) struct Running {
    pub(crate) child: Child,
    out: BufReader<ChildStdout>,
}

/// What a writer said.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// So many notes are saved.
    pub(crate) saved: usize,
    /// Why some were not saved at once, and what it found when it opened.
    pub(crate) complaints: Vec<String>,
    /// Whether it came to its end.
    pub(crate) ended: bool,
}

impl Writer<'_> {
    pub(crate) fn start(&self) -> Running {
        let this = std::env::current_exe().expect("this program");
        let this = this.to_str().expect("a path in UTF-8");
        let words = [this, "writer::writes", "--exact", "--ignored", "--nocapture", "--test-threads=1"];
        let line: Vec<&str> = self.under.iter().copied().chain(words).collect();
        let mut child = Command::new(line[0])
            .args(&line[1..])
            .envs([("WRITER_NAME", self.name), ("WRITER_COUNT", &self.count.to_string())])
            .env("WRITER_ROOT", self.root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let out = BufReader::new(child.stdout.take().expect("it is a pipe"));
        Running { child, out }
    }

    /// Runs to the end, whichever that is.
    pub(crate) fn run(&self) -> Said {
        self.start().end()
    }
}

impl Running {
    /// Waits until it has saved something.
    pub(crate) fn wait_for_first(&mut self, said: &mut Said) {
        let mut line = String::new();
        while said.saved == 0 && self.out.read_line(&mut line).expect("text") > 0 {
            said.hear(line.trim_end());
            line.clear();
        }
    }

    /// Listens until it ends.
    pub(crate) fn end_of(mut self, mut said: Said) -> Said {
        let mut line = Vec::new();
        while self.out.read_until(b'\n', &mut line).expect("it is a pipe") > 0 {
            if line.ends_with(b"\n") {
                said.hear(String::from_utf8_lossy(&line).trim_end());
            }
            line.clear();
        }
        said.ended = self.child.wait().expect("it ends").success();
        said
    }

    pub(crate) fn end(self) -> Said {
        self.end_of(Said::default())
    }
}

impl Said {
    fn hear(&mut self, line: &str) {
        // The frame of the tests writes too, and does not end its line.
        if let Some(number) = line.find("saved ").and_then(|at| line[at + 6..].parse().ok()) {
            self.saved = number;
        } else if let Some(at) = line.find("waits ").or_else(|| line.find("notice ")) {
            self.complaints.push(line[at..].to_owned());
        }
    }
}

/// The law: of each writer all notes that it said to be saved are there, whole and once; at most one more, that it was at;
/// and nothing else.
#[track_caller]
pub(crate) fn holds(paths: &Paths, writers: &[(&str, &Said)]) {
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for body in bodies_in(paths) {
        *there.entry(body).or_default() += 1;
    }
    let mut expected = BTreeSet::new();
    for (name, said) in writers {
        for number in 0..said.saved {
            let body = body(name, number);
            assert_eq!(there.get(&body), Some(&1), "note {number} of {name} ({said:?})");
            expected.insert(body);
        }
        expected.insert(body(name, said.saved));
    }
    for (body, count) in there {
        let beginning: String = body.chars().take(40).collect();
        assert!(expected.contains(&body) && count == 1, "{count} times {beginning} ({writers:?})");
    }
}
