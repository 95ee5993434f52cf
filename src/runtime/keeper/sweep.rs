//! The law of saving, with every call to the disk going wrong in turn.
//!
//! A sitting is played with a fault at the first call, at the second, and so on until it plays without. Then the
//! program starts again, after a kill or a loss of power too, and what it finds is held against what it said:
//! all that was said to be saved is there once; the rest is there whole or not at all; what was there before is as it was.

use super::*;
use crate::doc::{BlockKind, Builder, Extent};
use crate::mark::{Anchor, Draft, History, Note, NoteId, Notes, Pen, Placement};
use crate::runtime::drafts::Drafts;
use crate::runtime::files::faults::{self, Fault, Loss};
use crate::store::journal::Line;
use crate::text::Span;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use uuid::Uuid;

const DAY: Date = date(2026, 11, 22);
/// The name under which the tests of `EXERGUE_FAULTS=long` are asked for.
const LONG: &str = "EXERGUE_FAULTS";

fn document() -> Document {
    let mut builder = Builder::default();
    builder.title("Le tram").block(BlockKind::Paragraph, "Le maire a dit oui. La ville attend.");
    builder.finish(Extent::Whole)
}

/// A folder in memory where there is one: a loss of power is played, not waited for.
fn root() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
}

/// What the program was told and what it said.
#[derive(Default)]
struct Told {
    made: Vec<Event>,
    /// So many of the changes are saved, it said.
    saved: usize,
    /// The texts of the draft, as they were typed; and how many were said to be kept.
    typed: Vec<String>,
    kept: usize,
    complaints: Vec<String>,
}

impl Told {
    fn heard<T>(&mut self, answer: Result<T, impl std::fmt::Display>) -> Option<T> {
        answer.map_err(|error| self.complaints.push(error.to_string())).ok()
    }

    fn appended(&mut self, answer: Result<(), SaveError>) {
        if self.heard(answer).is_some() {
            self.saved = self.made.len();
        }
    }
}

/// A sitting: the notes as the person sees them.
struct Sitting<'a> {
    document: Document,
    keeper: Keeper,
    notes: Notes,
    history: History,
    told: &'a mut Told,
}

impl<'a> Sitting<'a> {
    fn open(paths: &Paths, told: &'a mut Told) -> Self {
        let document = document();
        let (keeper, opened) = Keeper::open(paths, &document, document.digest(), "/articles/tram.txt");
        told.complaints.extend(opened.notices.iter().map(|notice| format!("{notice:?}")));
        Self { document, keeper, notes: opened.notes, history: opened.history, told }
    }

    fn change(&mut self, edit: Edit, undoes: Option<Uuid>) -> Result<(), SaveError> {
        let base = match &edit {
            Edit::Remove(note) | Edit::Body { note, .. } => self.notes.get(*note).map(|note| note.head),
            _ => None,
        };
        let id = Uuid::now_v7();
        let at = self.now();
        let event = Event { id, at, edit, base, undoes };
        let inverse = self.notes.apply(event.edit.clone(), id, at).expect("it changes something");
        match undoes {
            None => self.history.record(id, at, inverse),
            Some(_) => self.history.undone(id, at, inverse),
        }
        self.told.made.push(event.clone());
        self.keeper.append(&[event])
    }

    /// A second for each change, so that no two look like those of one command.
    fn now(&self) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + self.told.made.len() as i64).expect("in range")
    }

    fn edit(&mut self, edit: Edit) {
        let answer = self.change(edit, None);
        self.told.appended(answer);
    }

    fn undo(&mut self) {
        let step = self.history.undo().pop().expect("something to undo");
        let answer = self.change(step.edit, Some(step.event));
        self.told.appended(answer);
    }

    fn add(&mut self, body: &str) -> NoteId {
        let id = NoteId(Uuid::now_v7());
        let span = Span::new(8, 16);
        let note = Note {
            id,
            anchor: Anchor::new(&self.document, span),
            placement: Placement::Exact(span),
            pen: Pen::Yellow,
            body: body.to_owned(),
            tags: vec!["ville".to_owned()],
            created: self.now(),
            changed: self.now(),
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        };
        self.edit(Edit::Add(Box::new(note)));
        id
    }
}

fn draft(text: &str) -> Draft {
    let document = document();
    Draft {
        id: Uuid::from_u128(7),
        note: None,
        anchor: Anchor::new(&document, Span::new(8, 16)),
        pen: Pen::Green,
        before: String::new(),
        text: text.to_owned(),
        at: Timestamp::from_second(1_800_000_000).expect("in range"),
    }
}

/// What a person does in a sitting, with one draft that is left.
fn play(paths: &Paths, told: &mut Told) -> Keeper {
    let mut sitting = Sitting::open(paths, told);
    let one = sitting.add("un");
    let two = sitting.add("deux\nlignes");
    sitting.edit(Edit::Body { note: one, body: "un, revu".to_owned() });
    sitting.edit(Edit::Pen { note: two, pen: Pen::Pink });
    sitting.edit(Edit::Tags { note: one, add: vec!["eau".to_owned()], remove: vec!["ville".to_owned()] });
    sitting.edit(Edit::Remove(two));
    sitting.undo();
    let answer = sitting.keeper.quarantine();
    sitting.told.heard(answer);
    let mut drafts = Drafts::new(paths);
    let name = sitting.keeper.name().to_owned();
    for text in ["à moi", "à moitié écrit"] {
        sitting.told.typed.push(text.to_owned());
        if sitting.told.heard(drafts.keep(&name, &draft(text))).is_some() {
            sitting.told.kept = sitting.told.typed.len();
        }
    }
    sitting.told.heard(back_up(paths, DAY));
    sitting.add("trois");
    let _ = sitting.keeper.look(&sitting.document);
    let place = Kept { offset: 3, ..Kept::default() };
    let answer = sitting.keeper.keep_reading(&place);
    sitting.told.heard(answer);
    sitting.told.heard(back_up(paths, DAY.tomorrow().expect("in range")));
    sitting.keeper
}

/// What was there before: notes, and in another journal a line that cannot be read.
fn before(paths: &Paths) -> (Told, Vec<(PathBuf, Vec<u8>)>) {
    let mut told = Told::default();
    let mut sitting = Sitting::open(paths, &mut told);
    sitting.add("avant");
    let folder = sitting.keeper.folder();
    fs::write(folder.join("other-0000.jsonl"), "{\"v\":1,\"op\":\"add\"}\n").expect("written");
    let journals = load::journal_files(&folder).expect("journals");
    let files = journals.into_iter().map(|path| (path.clone(), fs::read(path).expect("read"))).collect();
    (told, files)
}

/// One sitting with one fault; how many calls there were, and whether the fault struck.
fn sitting_with(fault: Fault, at: usize, loss: Loss, is_first: bool) -> bool {
    let root = root();
    let paths = Paths::under(root.path());
    let (mut told, files) = if is_first { (Told::default(), Vec::new()) } else { before(&paths) };
    faults::plan(root.path(), fault, at);
    let mut keeper = play(&paths, &mut told);
    if fault != Fault::Stop {
        faults::heal();
        keeper.retry().expect("the disk is well again");
        told.saved = told.made.len();
    }
    let (_, struck, power) = faults::end();
    power.lose(loss);
    let what = format!("{fault:?} at call {at}, {loss:?}: {}", struck.as_deref().unwrap_or("nothing"));
    holds(&paths, &told, &files, &what);
    struck.is_some()
}

/// Starts again, and holds what is there against what was said.
fn holds(paths: &Paths, told: &Told, files: &[(PathBuf, Vec<u8>)], what: &str) {
    for (path, content) in files {
        assert!(
            fs::read(path).is_ok_and(|now| now.starts_with(content)),
            "{what}: {} changed",
            path.display()
        );
    }
    let mut again = Told::default();
    let mut sitting = Sitting::open(paths, &mut again);
    let found: HashSet<Uuid> = load::journals(&sitting.keeper.folder())
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::Event(entry) => Some(entry.id),
            _ => None,
        })
        .collect();
    let mut expected = Notes::default();
    for (number, event) in told.made.iter().enumerate() {
        let is_there = found.contains(&event.id);
        assert!(is_there || number >= told.saved, "{what}: change {number} was saved and is gone");
        if is_there {
            expected.apply(event.edit.clone(), event.id, event.at);
        }
    }
    assert_eq!(
        found.len(),
        told.made.iter().filter(|event| found.contains(&event.id)).count(),
        "{what}: strange changes"
    );
    place(&mut expected, &document(), &[]);
    assert_eq!(sitting.notes, expected, "{what}: other notes than were made");
    let left = Drafts::new(paths).left(sitting.keeper.name()).map(|draft| draft.text);
    let typed = |text: &String| told.typed.iter().position(|known| known == text).map(|place| place + 1);
    let last = left.as_ref().map(|text| typed(text).expect("a draft as it was typed"));
    assert!(
        last.unwrap_or(0) >= told.kept,
        "{what}: the draft is {left:?}, of which {} were kept",
        told.kept
    );
    sitting.add("après");
    assert_eq!(again.saved, 1, "{what}: nothing can be saved any more: {:?}", again.complaints);
    let count = expected.len() + 1;
    assert_eq!(Sitting::open(paths, &mut again).notes.len(), count, "{what}: after one more");
    copies_are_whole(paths, what);
}

/// Every copy that has its name holds whole lines only, but for the one that was damaged before.
fn copies_are_whole(paths: &Paths, what: &str) {
    for day in [DAY, DAY.tomorrow().expect("in range")] {
        let copy = paths.state.join("backup").join(day.to_string());
        for folder in fs::read_dir(&copy).into_iter().flatten() {
            for path in load::journal_files(&folder.expect("an entry").path()).expect("journals") {
                let bytes = fs::read(&path).expect("read");
                let is_damaged = journal::damaged(&bytes).next().is_some();
                let was_damaged = load::file_name(&path).starts_with("other-0000");
                assert!(!bytes.is_empty() && is_damaged == was_damaged, "{what}: {}", path.display());
            }
        }
    }
    assert_eq!(missing(paths), [], "{what}");
}

/// Plays a sitting with `fault` at every call, on top of earlier notes; where all are asked for, the first on a device too.
#[expect(clippy::print_stderr, reason = "a long run says what it did")]
fn sweep(fault: Fault, loss: Loss) {
    let is_long = std::env::var_os(LONG).is_some();
    for is_first in [false, true].into_iter().take(if is_long || loss == Loss::All { 2 } else { 1 }) {
        let sittings = (0..).take_while(|&at| sitting_with(fault, at, loss, is_first)).count();
        assert!(sittings > 100, "{sittings} calls");
        if is_long {
            eprintln!("{fault:?}, {loss:?}: {sittings} sittings");
        }
    }
}

#[test]
fn a_call_that_fails_loses_nothing() {
    sweep(Fault::Once(ErrorKind::Other), Loss::None);
}

#[test]
fn a_call_without_permission_loses_nothing() {
    sweep(Fault::Once(ErrorKind::PermissionDenied), Loss::None);
}

#[test]
fn what_a_disk_refused_once_is_not_lost_with_the_power_either() {
    sweep(Fault::Once(ErrorKind::Other), Loss::All);
}

#[test]
fn a_write_that_ends_half_way_loses_nothing() {
    sweep(Fault::Short, Loss::None);
}

#[test]
fn a_disk_that_is_full_from_some_call_on_loses_nothing() {
    sweep(Fault::Full, Loss::None);
}

#[test]
fn a_disk_that_is_read_only_from_some_call_on_loses_nothing() {
    sweep(Fault::ReadOnly, Loss::None);
}

#[test]
fn a_kill_at_any_call_loses_nothing() {
    sweep(Fault::Stop, Loss::None);
}

#[test]
fn a_loss_of_power_at_any_call_loses_nothing() {
    sweep(Fault::Stop, Loss::All);
}

#[test]
fn a_loss_of_power_that_leaves_half_a_line_loses_nothing() {
    sweep(Fault::Stop, Loss::Half);
}

#[test]
fn a_loss_of_power_that_leaves_zeros_loses_nothing() {
    sweep(Fault::Stop, Loss::Zeros);
}

#[test]
fn a_loss_of_power_that_leaves_garbage_loses_nothing() {
    sweep(Fault::Stop, Loss::Garbage);
}
