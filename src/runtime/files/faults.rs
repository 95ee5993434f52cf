//! A disk that fails when a test wants it to, and one that forgets what was not synchronised.
//!
//! A plan belongs to the thread that makes it. Calls are counted; at the one it names its fault strikes. Beside that it
//! keeps what the disk is bound to have by the letter of POSIX, no more: a file as it was when it was last
//! synchronised, a name since its folder was. [`Power::lose`] leaves no more than that, or a torn rest of the other.

use super::disk::Call;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::runtime) enum Fault {
    /// Nothing; the calls are counted.
    Nothing,
    /// One call fails and does nothing.
    Once(io::ErrorKind),
    /// One write ends half way, as on a disk that is just full; any other call fails.
    Short,
    /// From that call on there is no room for what is new.
    Full,
    /// From that call on nothing can be changed.
    ReadOnly,
    /// From that call on nothing happens any more: the program was killed there, half way through where it was writing.
    Stop,
}

/// What a loss of power leaves of what was not synchronised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::runtime) enum Loss {
    /// Everything: only the program ended.
    None,
    /// Nothing, names neither.
    All,
    /// The names, and half of what was added.
    Half,
    /// The names, and zeros in the place of what was added.
    Zeros,
    /// The names, and what was there before on the disk in the place of what was added.
    Garbage,
}

#[derive(Debug)]
struct Plan {
    fault: Fault,
    at: usize,
    calls: usize,
    struck: Option<String>,
    power: Power,
}

thread_local! {
    static PLAN: RefCell<Option<Plan>> = const { RefCell::new(None) };
}

/// From now on the calls of this thread are counted from 0, and `fault` strikes at the one numbered `at`. What is under `root`
/// now is on the disk.
pub(in crate::runtime) fn plan(root: &Path, fault: Fault, at: usize) {
    let plan = Plan { fault, at, calls: 0, struck: None, power: Power::of(root) };
    PLAN.set(Some(plan));
}

/// Nothing fails any more; a disk that forgets goes on.
pub(in crate::runtime) fn heal() {
    PLAN.with_borrow_mut(|plan| plan.as_mut().expect("there is a plan").fault = Fault::Nothing);
}

/// Ends the plan: how many calls there were, the one at which the fault struck, and what the disk has.
pub(in crate::runtime) fn end() -> (usize, Option<String>, Power) {
    let plan = PLAN.take().expect("there is a plan");
    (plan.calls, plan.struck, plan.power)
}

enum Verdict {
    Work,
    Fail(io::ErrorKind),
    Half,
}

pub(super) fn run<T>(call: Call<'_>, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let verdict = PLAN.with_borrow_mut(|plan| plan.as_mut().map_or(Verdict::Work, |plan| plan.verdict(call)));
    let with_power = |done: fn(&mut Power, Call<'_>)| {
        PLAN.with_borrow_mut(|plan| plan.iter_mut().for_each(|plan| done(&mut plan.power, call)));
    };
    match verdict {
        Verdict::Work => {
            let result = work()?;
            with_power(Power::done);
            Ok(result)
        }
        Verdict::Half => {
            work()?;
            if let Call::Write { path, length } = call {
                let all = fs::metadata(path)?.len();
                File::options().write(true).open(path)?.set_len(all - (length - length / 2) as u64)?;
            }
            Err(io::ErrorKind::StorageFull.into())
        }
        Verdict::Fail(kind) => {
            with_power(Power::failed);
            Err(kind.into())
        }
    }
}

impl Plan {
    fn verdict(&mut self, call: Call<'_>) -> Verdict {
        let number = self.calls;
        self.calls += 1;
        let is_write = matches!(call, Call::Write { length: 1.., .. });
        let verdict = match self.fault {
            Fault::Once(kind) if number == self.at => Verdict::Fail(kind),
            Fault::Short if number == self.at && is_write => Verdict::Half,
            Fault::Short if number == self.at => Verdict::Fail(io::ErrorKind::StorageFull),
            Fault::Stop if number == self.at && is_write => Verdict::Half,
            Fault::Stop if number >= self.at => Verdict::Fail(io::ErrorKind::Other),
            Fault::Full if number >= self.at && needs_room(call) => Verdict::Fail(io::ErrorKind::StorageFull),
            Fault::ReadOnly if number >= self.at && changes(call) => {
                Verdict::Fail(io::ErrorKind::ReadOnlyFilesystem)
            }
            _ => Verdict::Work,
        };
        if self.struck.is_none() && !matches!(verdict, Verdict::Work) {
            self.struck = Some(format!("{call:?}"));
        }
        verdict
    }
}

fn needs_room(call: Call<'_>) -> bool {
    match call {
        Call::Open(path) => !path.exists(),
        Call::Write { .. } | Call::MakeFolder(_) => true,
        _ => false,
    }
}

fn changes(call: Call<'_>) -> bool {
    !matches!(call, Call::Read(_) | Call::List(_) | Call::Look(_) | Call::Lock(_) | Call::SyncFolder(_))
}

/// What the disk has for certain.
#[derive(Debug)]
pub(in crate::runtime) struct Power {
    root: PathBuf,
    /// The file that each path leads to now.
    files: BTreeMap<PathBuf, usize>,
    next: usize,
    /// The names that are on the disk; `None` for folders.
    names: BTreeMap<PathBuf, Option<usize>>,
    /// What of each file is on the disk.
    contents: BTreeMap<usize, Vec<u8>>,
    /// What the disk refused once. The system thinks it done, so that no later call writes it.
    lost: BTreeMap<usize, Vec<Range<usize>>>,
    /// Folders that were renamed since the folder above was synchronised.
    moved: Vec<(PathBuf, PathBuf)>,
}

impl Power {
    fn of(root: &Path) -> Self {
        let mut power = Self {
            root: root.to_owned(),
            files: BTreeMap::new(),
            next: 0,
            names: BTreeMap::new(),
            contents: BTreeMap::new(),
            lost: BTreeMap::new(),
            moved: Vec::new(),
        };
        for path in all_under(root) {
            power.names_of(path.parent().expect("it is under the root"));
        }
        power
    }

    fn done(&mut self, call: Call<'_>) {
        match call {
            Call::Open(path) => drop(self.file(path)),
            Call::Sync(path) => self.synchronised(path),
            Call::SyncFolder(path) => {
                for (from, to) in std::mem::take(&mut self.moved) {
                    if to.parent() == Some(path) {
                        self.names = renamed(std::mem::take(&mut self.names), &from, &to);
                    } else {
                        self.moved.push((from, to));
                    }
                }
                self.names_of(path);
            }
            Call::Rename { from, to } => {
                self.files.remove(to);
                self.files = renamed(std::mem::take(&mut self.files), from, to);
                if to.is_dir() {
                    self.moved.push((from.to_owned(), to.to_owned()));
                }
            }
            Call::Remove(path) => drop(self.files.remove(path)),
            Call::Cut(path) => {
                let length = fs::metadata(path).map_or(0, |known| known.len() as usize);
                let file = self.file(path);
                self.lost.entry(file).or_default().retain(|range| range.end <= length);
            }
            _ => {}
        }
    }

    fn failed(&mut self, call: Call<'_>) {
        if let Call::Sync(path) = call {
            let file = self.file(path);
            let known = self.contents.get(&file).map_or(0, Vec::len);
            let length = fs::metadata(path).map_or(0, |known| known.len() as usize);
            self.lost.entry(file).or_default().push(known..length);
        }
    }

    fn file(&mut self, path: &Path) -> usize {
        let next = &mut self.next;
        *self.files.entry(path.to_owned()).or_insert_with(|| {
            *next += 1;
            *next
        })
    }

    fn synchronised(&mut self, path: &Path) {
        let file = self.file(path);
        let mut content = fs::read(path).expect("it was just written");
        for range in self.lost.get(&file).into_iter().flatten() {
            content[range.clone()].fill(0);
        }
        self.contents.insert(file, content);
    }

    fn names_of(&mut self, folder: &Path) {
        if !folder.starts_with(&self.root) {
            return;
        }
        self.names.retain(|path, _| path.parent() != Some(folder));
        for entry in fs::read_dir(folder).expect("it was just synchronised") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.names.insert(path, None);
                continue;
            }
            if !self.files.contains_key(&path) {
                // Made by the test itself, which is not what is tested.
                self.synchronised(&path);
            }
            let file = self.file(&path);
            self.names.insert(path, Some(file));
        }
    }

    /// Leaves under the root what a loss of power would.
    pub(in crate::runtime) fn lose(self, loss: Loss) {
        match loss {
            Loss::None => {}
            Loss::All => {
                for entry in fs::read_dir(&self.root).expect("the root") {
                    let path = entry.expect("an entry").path();
                    if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
                        .expect("removed");
                }
                for (path, file) in &self.names {
                    match file {
                        _ if !path.parent().is_some_and(Path::exists) => {}
                        None => fs::create_dir(path).expect("made"),
                        Some(file) => {
                            let content = self.contents.get(file).map_or(&[][..], Vec::as_slice);
                            fs::write(path, content).expect("written");
                        }
                    }
                }
            }
            Loss::Half | Loss::Zeros | Loss::Garbage => {
                for (path, file) in &self.files {
                    let Ok(now) = fs::read(path) else { continue };
                    let mut content = self.contents.get(file).cloned().unwrap_or_default();
                    let added = now.get(content.len()..).unwrap_or_default();
                    content.extend(match loss {
                        Loss::Half => added[..added.len() / 2].to_vec(),
                        Loss::Zeros => vec![0; added.len()],
                        _ => added.iter().rev().map(|byte| byte ^ 0x55).collect(),
                    });
                    fs::write(path, content).expect("written");
                }
            }
        }
    }
}

fn renamed<T>(paths: BTreeMap<PathBuf, T>, from: &Path, to: &Path) -> BTreeMap<PathBuf, T> {
    let rename = |path: PathBuf| match path.strip_prefix(from) {
        Ok(rest) if rest.as_os_str().is_empty() => to.to_owned(),
        Ok(rest) => to.join(rest),
        Err(_) => path,
    };
    paths.into_iter().map(|(path, value)| (rename(path), value)).collect()
}

/// Every path under `folder`.
fn all_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(all_under(&path));
        }
        found.push(path);
    }
    found
}
