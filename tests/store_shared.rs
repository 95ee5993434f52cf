//! Corrections on disk: those of a document in its journals, those meant for all in journals of their own.

mod common;

use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::{
    Anchor, Correction, Edit, Event, Naming, Note, NoteId, Notes, Pen, Placement, Saying, Scope,
};
use exergue::notice::Notice;
use exergue::runtime::keeper::{self, Keeper, Opened, SaveError, back_up, missing};
use exergue::runtime::paths::Paths;
use exergue::runtime::unsaved::unsaved;
use exergue::text::Span;
use jiff::Timestamp;
use jiff::civil::date;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

const TEXT: &str =
    "Le groupe veut devenir un acteur du nuage, a dit hier M. Mensch. « Nous y serons », a-t-il dit.";
const OTHER: &str =
    "La recette demande trois œufs, du beurre, une heure de patience, puis un four bien chaud.";

/// A window on an article: its text, its notes and its keeper.
struct Sitting {
    document: Document,
    keeper: Keeper,
    opened: Opened,
}

fn open(paths: &Paths, text: &str) -> Sitting {
    open_as(paths, text, "")
}

fn open_as(paths: &Paths, text: &str, source: &str) -> Sitting {
    let mut builder = Builder::default();
    builder.title("Le marché des télécoms").block(BlockKind::Paragraph, text);
    let document = builder.finish(Extent::Whole);
    let (keeper, opened) = Keeper::open(paths, &document, document.digest(), source);
    Sitting { document, keeper, opened }
}

impl Sitting {
    fn append(&mut self, edits: impl IntoIterator<Item = Edit>) -> Result<(), SaveError> {
        let events: Vec<Event> = edits.into_iter().map(event).collect();
        self.keeper.append(&events)
    }

    fn notes(&self) -> &Notes {
        &self.opened.notes
    }

    fn note(&self, body: &str) -> Edit {
        let (id, at, span) = (Uuid::now_v7(), now(), Span::new(3, 9));
        Edit::Add(Box::new(Note {
            id: NoteId(id),
            anchor: Anchor::new(&self.document, span),
            placement: Placement::Exact(span),
            pen: Pen::Yellow,
            body: body.to_owned(),
            tags: Vec::new(),
            created: at,
            changed: at,
            head: id,
            attached: Vec::new(),
            versions: Vec::new(),
        }))
    }

    /// What is said between the quotation marks, if anything, is said by that person.
    fn said_by(&self, speaker: &str) -> Edit {
        let start = self.document.text().find('«').expect("a quotation");
        let end = self.document.text().find('»').expect("its end") + '»'.len_utf8();
        let anchor = Box::new(Anchor::new(&self.document, Span::new(start, end)));
        let to = Some(Saying::By(Some(speaker.to_owned())));
        let correction = Box::new(Correction::Quotation { id: Uuid::now_v7(), anchor, to });
        Edit::Correct { scope: Scope::Document, correction }
    }
}

fn event(edit: Edit) -> Event {
    Event { id: Uuid::now_v7(), at: now(), edit, base: None, undoes: None }
}

fn called(scope: Scope, of: &str, to: &str) -> Edit {
    let correction = Correction::Name { of: of.to_owned(), to: Some(to.to_owned()) };
    Edit::Correct { scope, correction: Box::new(correction) }
}

/// A millisecond later at every call.
fn now() -> Timestamp {
    static CALLS: AtomicI64 = AtomicI64::new(1_800_000_000_000);
    Timestamp::from_millisecond(CALLS.fetch_add(1, Ordering::Relaxed)).expect("in range")
}

fn root() -> (TempDir, Paths) {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    (root, paths)
}

/// The files of a folder; none where there is none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The one journal of a folder.
fn journal(folder: &Path) -> PathBuf {
    let files = files(folder);
    assert_eq!(files.len(), 1, "{files:?}");
    files.into_iter().next().expect("one file")
}

#[test]
fn what_is_meant_for_all_holds_in_every_document_and_needs_no_folder_of_one() {
    let (_root, paths) = root();
    open(&paths, TEXT).append([called(Scope::Everywhere, "Mensch", "Arthur Mensch")]).expect("saves");
    assert!(!paths.documents().exists());
    for text in [TEXT, OTHER] {
        let sitting = open(&paths, text);
        assert_eq!(sitting.opened.notices, []);
        assert_eq!(sitting.notes().corrections().name_of("Mensch"), "Arthur Mensch");
    }
    let line = fs::read_to_string(journal(&paths.shared())).expect("reads");
    assert!(line.contains(r#""op":"fix","fix":"name","of":"Mensch","to":"Arthur Mensch""#), "{line}");
    assert_eq!(line.lines().count(), 1, "no document is introduced there");
    let explained = fs::read_to_string(paths.data.join("README.txt")).expect("it is explained");
    assert!(explained.contains("fix") && explained.contains("shared/"), "{explained}");
}

#[test]
fn what_is_meant_for_one_document_holds_there_alone() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    sitting.append([called(Scope::Document, "Mensch", "Arthur Mensch")]).expect("saves");
    assert!(!paths.shared().exists());
    assert_eq!(open(&paths, TEXT).notes().corrections().name_of("Mensch"), "Arthur Mensch");
    assert!(open(&paths, OTHER).notes().corrections().is_empty());
}

#[test]
fn changes_of_both_kinds_at_once_each_go_to_their_journal() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    let (one, two) = (sitting.note("un"), sitting.note("deux"));
    let both = [one, called(Scope::Everywhere, "A", "B"), called(Scope::Document, "C", "D"), two];
    sitting.append(both).expect("saves");
    assert_eq!(sitting.keeper.waiting(), 0);
    let count = |folder: &Path| fs::read_to_string(journal(folder)).expect("reads").lines().count();
    assert_eq!((count(&sitting.keeper.folder()), count(&paths.shared())), (4, 1));
    let again = open(&paths, TEXT);
    let corrections = again.notes().corrections();
    assert_eq!((corrections.name_of("A"), corrections.name_of("C"), again.notes().len()), ("B", "D", 2));
}

#[test]
fn what_one_journal_refuses_does_not_keep_the_other_from_saving_and_nothing_is_lost() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    fs::create_dir_all(&paths.data).expect("makes");
    fs::write(paths.shared(), "").expect("stands in the place of the folder");
    let (one, two) = (sitting.note("un"), sitting.note("deux"));
    let shared = called(Scope::Everywhere, "Mensch", "Arthur Mensch");
    assert!(matches!(sitting.append([one, shared, two]), Err(SaveError::Write(_))));
    assert_eq!(sitting.keeper.waiting(), 2, "the second note was made after what waits");
    assert_eq!(open(&paths, TEXT).notes().len(), 2, "both notes are on the disk");
    assert!(sitting.keeper.retry().is_err());
    let lines = fs::read_to_string(journal(&sitting.keeper.folder())).expect("reads");
    assert_eq!(lines.lines().count(), 3, "nothing is written twice");

    fs::remove_file(paths.shared()).expect("removes");
    sitting.keeper.retry().expect("saves");
    assert_eq!(sitting.keeper.waiting(), 0);
    let again = open(&paths, TEXT);
    assert_eq!(again.notes().corrections().name_of("Mensch"), "Arthur Mensch");
    assert_eq!(again.notes().len(), 2);
}

#[test]
fn what_the_document_refuses_does_not_keep_the_shared_journal_from_saving() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    fs::create_dir_all(&paths.data).expect("makes");
    fs::write(paths.documents(), "").expect("stands in the place of the folder");
    let note = sitting.note("un");
    assert!(sitting.append([note, called(Scope::Everywhere, "Mensch", "Arthur Mensch")]).is_err());
    assert_eq!(sitting.keeper.waiting(), 2);
    assert_eq!(open(&paths, OTHER).notes().corrections().name_of("Mensch"), "Arthur Mensch");
    fs::remove_file(paths.documents()).expect("removes");
    sitting.keeper.retry().expect("saves");
    assert_eq!(open(&paths, TEXT).notes().len(), 1);
    assert_eq!(fs::read_to_string(journal(&paths.shared())).expect("reads").lines().count(), 1);
}

#[test]
fn a_shared_journal_that_is_locked_or_no_file_costs_one_more_journal() {
    let (_root, paths) = root();
    let locks = paths.state.join("locks");
    fs::create_dir_all(&locks).expect("makes");
    let lock = File::create(locks.join("shared.lock")).expect("makes");
    lock.lock().expect("nobody else holds it");
    let mut sitting = open(&paths, TEXT);
    sitting.append([called(Scope::Everywhere, "A", "B")]).expect("saves elsewhere");
    sitting.append([called(Scope::Everywhere, "C", "D")]).expect("saves in the same");
    let name = journal(&paths.shared()).file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(name.matches('.').count(), 2, "{name} is a journal of this run");
    drop(lock);
    open(&paths, TEXT).append([called(Scope::Everywhere, "E", "F")]).expect("saves");
    assert_eq!(files(&paths.shared()).len(), 2);
    let again = open(&paths, OTHER);
    let corrections = again.notes().corrections();
    assert_eq!(["A", "C", "E"].map(|name| corrections.name_of(name).to_owned()), ["B", "D", "F"]);
}

#[test]
fn a_correction_of_one_window_appears_in_the_other() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths, TEXT), open(&paths, TEXT));
    let mut third = open(&paths, OTHER);
    one.append([called(Scope::Document, "Mensch", "Arthur Mensch"), one.said_by("Arthur Mensch")])
        .expect("saves");
    let seen = other.keeper.look(&other.document).expect("corrections came").notes;
    assert_eq!(seen.corrections().name_of("Mensch"), "Arthur Mensch");
    let (_, passage) = seen.corrections().passages().next().expect("a speaker is set");
    let span = passage.span.expect("and its passage found");
    assert_eq!(other.document.slice(span), "« Nous y serons »");
    assert!(third.keeper.look(&third.document).is_none(), "that is no affair of another document");

    other.append([called(Scope::Everywhere, "M. Mensch", "Mensch")]).expect("saves");
    for sitting in [&mut one, &mut third] {
        let seen = sitting.keeper.look(&sitting.document).expect("a correction came").notes;
        assert!(seen.corrections().name_of("M. Mensch").ends_with("Mensch"));
        assert!(sitting.keeper.look(&sitting.document).is_none(), "nothing came since");
    }
    assert!(other.keeper.look(&other.document).is_none(), "what one wrote oneself is no news");
}

#[test]
fn the_later_correction_holds_whichever_window_made_it() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths, TEXT), open(&paths, OTHER));
    one.append([called(Scope::Everywhere, "Mensch", "A. Mensch")]).expect("saves");
    other.append([called(Scope::Everywhere, "Mensch", "Arthur Mensch")]).expect("saves");
    let seen = one.keeper.look(&one.document).expect("a correction came");
    assert_eq!(seen.notes.corrections().name_of("Mensch"), "Arthur Mensch");
    one.append([called(Scope::Everywhere, "Mensch", "Mensch (Mistral)")]).expect("saves");
    assert_eq!(open(&paths, OTHER).notes().corrections().name_of("Mensch"), "Mensch (Mistral)");
}

#[test]
fn corrections_made_while_the_journals_were_read_come_on_top_and_find_their_passage() {
    let (_root, paths) = root();
    let mut one = open(&paths, TEXT);
    one.append([called(Scope::Everywhere, "Mensch", "A. Mensch")]).expect("saves");
    let mut sitting = open(&paths, TEXT);
    let changes = [event(sitting.said_by("Mensch")), event(called(Scope::Everywhere, "Mensch", "Mensch"))];
    sitting.opened.add(&changes, &sitting.document);
    let corrections = sitting.notes().corrections();
    assert_eq!(corrections.name_of("Mensch"), "Mensch");
    assert!(corrections.passages().next().is_some_and(|(_, passage)| passage.span.is_some()));

    one.append([called(Scope::Document, "groupe", "Groupe")]).expect("saves");
    let mut merged = sitting.keeper.look(&sitting.document).expect("a correction came");
    merged.add(&changes, &sitting.document);
    let corrections = merged.notes.corrections();
    assert_eq!((corrections.name_of("Mensch"), corrections.name_of("groupe")), ("Mensch", "Groupe"));
    assert!(corrections.passages().next().is_some_and(|(_, passage)| passage.span.is_some()));
}

#[test]
fn what_the_disk_has_already_is_not_laid_over_what_came_after_it() {
    let (_root, paths) = root();
    fs::create_dir_all(&paths.data).expect("makes");
    fs::write(paths.shared(), "").expect("stands in the place of the folder");
    let (mut one, mut other) = (open(&paths, TEXT), open(&paths, TEXT));
    let changes =
        [event(called(Scope::Everywhere, "A", "B")), event(called(Scope::Document, "Mensch", "A. Mensch"))];
    assert!(one.keeper.append(&changes).is_err());
    other.keeper.look(&other.document).expect("a correction came");
    other.append([called(Scope::Document, "Mensch", "Arthur Mensch")]).expect("saves");
    let mut merged = one.keeper.look(&one.document).expect("a correction came");
    merged.add(&changes, &one.document);
    let corrections = merged.notes.corrections();
    assert_eq!((corrections.name_of("Mensch"), corrections.name_of("A")), ("Arthur Mensch", "B"));
}

#[test]
fn every_beginning_of_a_shared_journal_gives_all_its_whole_lines() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    let names = ["a", "b", "c"];
    for name in names {
        sitting.append([called(Scope::Everywhere, name, "Arthur Mensch")]).expect("saves");
    }
    let journal = journal(&paths.shared());
    let whole = fs::read(&journal).expect("reads");
    for length in 0..=whole.len() {
        fs::write(&journal, &whole[..length]).expect("writes");
        let (corrections, _) = keeper::corrections(&paths, &sitting.document, sitting.document.digest(), "");
        let lines = whole[..length].iter().filter(|&&byte| byte == b'\n').count();
        let held = names.iter().filter(|name| corrections.name_of(name) == "Arthur Mensch").count();
        assert!(held >= lines && held <= lines + 1, "{held} of {lines} lines at {length}");
    }
}

#[test]
fn damage_among_the_shared_journals_is_told_copied_and_left() {
    let (_root, paths) = root();
    open(&paths, TEXT).append([called(Scope::Everywhere, "Mensch", "Arthur Mensch")]).expect("saves");
    let journal = journal(&paths.shared());
    let name = journal.file_name().expect("a name").to_string_lossy().into_owned();
    let bytes = [&fs::read(&journal).expect("reads")[..], b"{\"v\":1,\"op\":\"fix\"}\n"].concat();
    fs::write(&journal, &bytes).expect("writes");
    let mut sitting = open(&paths, TEXT);
    assert_eq!(sitting.opened.notices, [Notice::JournalDamaged { file: format!("shared/{name}"), lines: 1 }]);
    assert_eq!(sitting.notes().corrections().name_of("Mensch"), "Arthur Mensch");
    sitting.keeper.quarantine().expect("copies");
    let copies = files(&paths.state.join("quarantine"));
    assert!(matches!(&copies[..], [copy] if copy.to_string_lossy().contains(&format!("shared.{name}."))));
    sitting.append([called(Scope::Everywhere, "A", "B")]).expect("saves");
    assert!(fs::read(&journal).expect("reads").starts_with(&bytes), "what is there stays");
}

#[test]
fn shared_journals_of_a_newer_version_are_not_added_to_and_notes_go_on() {
    let (_root, paths) = root();
    fs::DirBuilder::new().recursive(true).mode(0o700).create(paths.shared()).expect("makes");
    fs::write(paths.shared().join("newer.jsonl"), "{\"v\":2,\"op\":\"fix\"}\n").expect("writes");
    let mut sitting = open(&paths, TEXT);
    assert_eq!(sitting.opened.notices, [Notice::JournalNewer { file: "shared/newer.jsonl".to_owned() }]);
    assert_eq!(sitting.opened.writable, Ok(()));
    sitting.append([sitting.note("un"), called(Scope::Document, "A", "B")]).expect("saves");
    let refused = sitting.append([called(Scope::Everywhere, "C", "D")]);
    assert!(matches!(refused, Err(SaveError::Newer)));
    assert_eq!(files(&paths.shared()).len(), 1);
}

#[test]
fn what_is_no_correction_in_a_shared_journal_concerns_nobody() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    sitting.append([sitting.note("un"), called(Scope::Document, "A", "B")]).expect("saves");
    fs::create_dir_all(paths.shared()).expect("makes");
    fs::rename(journal(&sitting.keeper.folder()), paths.shared().join("astray.jsonl")).expect("moves");
    let other = open(&paths, OTHER);
    assert!(other.notes().is_empty() && other.opened.notices.is_empty());
    assert_eq!(other.notes().corrections().name_of("A"), "B", "its corrections are now meant for all");
}

#[test]
fn copies_have_the_shared_journals_and_corrections_that_are_gone_are_missed() {
    let (_root, paths) = root();
    let mut sitting = open(&paths, TEXT);
    sitting
        .append([called(Scope::Everywhere, "A", "B"), called(Scope::Everywhere, "C", "D")])
        .expect("saves");
    back_up(&paths, date(2026, 11, 21)).expect("copies");
    let shared = journal(&paths.shared());
    let copy = journal(&paths.state.join("backup/2026-11-21/shared"));
    assert_eq!(fs::read(&copy).expect("reads"), fs::read(&shared).expect("reads"));
    assert_eq!(missing(&paths), []);

    fs::remove_file(&shared).expect("removes");
    let told = missing(&paths);
    assert!(
        matches!(&told[..], [Notice::CorrectionsMissing { had: 2, has: 0, folder, .. }] if folder.ends_with("/shared")),
        "{told:?}"
    );
    fs::copy(&copy, paths.shared().join(copy.file_name().expect("a name"))).expect("copies");
    assert_eq!(missing(&paths), []);
    assert_eq!(open(&paths, OTHER).notes().corrections().name_of("C"), "D");
}

#[test]
fn a_correction_taken_back_in_the_next_run_is_as_if_it_had_never_been() {
    let (_root, paths) = root();
    let hidden = Correction::Kind { of: "Halles".to_owned(), to: Some(Naming::Nothing) };
    let hidden = Edit::Correct { scope: Scope::Document, correction: Box::new(hidden) };
    open(&paths, TEXT).append([hidden]).expect("saves");
    let mut sitting = open(&paths, TEXT);
    let step = sitting.opened.history.undo().pop().expect("it can be undone");
    sitting.keeper.append(&[Event { undoes: Some(step.event), ..event(step.edit) }]).expect("saves");
    let mut again = open(&paths, TEXT);
    assert!(again.notes().corrections().is_empty());
    let step = again.opened.history.redo().pop().expect("and made again");
    again.keeper.append(&[Event { undoes: Some(step.event), ..event(step.edit) }]).expect("saves");
    assert_eq!(open(&paths, TEXT).notes().corrections().kind_of("Halles"), Some(Naming::Nothing));
}

#[test]
fn a_speaker_stays_with_its_passage_when_the_text_changes_and_is_let_go_with_it() {
    let (_root, paths) = root();
    let mut sitting = open_as(&paths, TEXT, "/a/telecoms.txt");
    sitting.append([sitting.said_by("Arthur Mensch")]).expect("saves");
    let passage = |text: &str| {
        let sitting = open_as(&paths, text, "/a/telecoms.txt");
        let corrections = sitting.notes().corrections();
        let (_, passage) = corrections.passages().next().expect("it is kept");
        passage.span.map(|span| sitting.document.slice(span).to_owned())
    };
    assert_eq!(passage(&format!("Hier encore. {TEXT}")).as_deref(), Some("« Nous y serons »"));
    let without = TEXT.replace("« Nous y serons », a-t-il dit.", "Il n’a rien ajouté.");
    assert_eq!(passage(&without), None);
    assert_eq!(passage(TEXT).as_deref(), Some("« Nous y serons »"), "and comes back with the text");
}

#[test]
fn what_was_never_saved_is_printed_notes_and_corrections() {
    let mut window = common::Sitting::new(80, 24);
    window.keys("c").type_text("Vérifier").keys("Esc");
    let corrections = [
        event(called(Scope::Everywhere, "Mensch", "Arthur Mensch")),
        event(called(Scope::Document, "A", "B")),
    ];
    let lines = "Corrections non enregistrées\u{a0}:\n\
                 - «\u{a0}Mensch\u{a0}» s’appelle «\u{a0}Arthur Mensch\u{a0}» (dans tous les articles)\n\
                 - «\u{a0}A\u{a0}» s’appelle «\u{a0}B\u{a0}»\n";
    assert_eq!(unsaved(&window.model, &corrections), lines);
    let notes = unsaved(&window.model, &window.journal);
    assert!(notes.contains("\nVérifier\n") && !notes.contains("Corrections"), "{notes}");
    let all = [&window.journal[..], &corrections].concat();
    assert_eq!(unsaved(&window.model, &all), format!("{notes}{lines}"));
}

/// Where the other half of the next test writes.
const ROOT: &str = "EXERGUE_TEST_ROOT";

#[test]
fn what_is_said_to_be_saved_survives_a_kill() {
    let (root, paths) = root();
    let mut program = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "--ignored", "--nocapture", "corrections_until_one_is_killed"])
        .env(ROOT, root.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let said = BufReader::new(program.stdout.take().expect("a pipe"));
    let mut lines = said.lines().map(|line| line.expect("text"));
    let last = lines.find(|line| line == "saved 20").expect("it saves one after the other");
    program.kill().expect("it can be killed");
    program.wait().expect("it has ended");
    let last = lines.filter(|line| line.starts_with("saved ")).last().unwrap_or(last);
    let saved: usize = last["saved ".len()..].parse().expect("a number");
    let sitting = open(&paths, TEXT);
    let corrections = sitting.notes().corrections();
    for number in 0..=saved {
        for of in [format!("here {number}"), format!("everywhere {number}")] {
            assert_eq!(corrections.name_of(&of), "Arthur Mensch", "{of} of {saved}");
        }
    }
}

#[test]
#[ignore = "the other half of the test before, which kills it"]
fn corrections_until_one_is_killed() {
    let root = std::env::var_os(ROOT).expect("run by the test before");
    let mut sitting = open(&Paths::under(Path::new(&root)), TEXT);
    for number in 0..10_000 {
        let here = called(Scope::Document, &format!("here {number}"), "Arthur Mensch");
        let everywhere = called(Scope::Everywhere, &format!("everywhere {number}"), "Arthur Mensch");
        sitting.append([here, everywhere]).expect("saves");
        writeln!(std::io::stdout(), "saved {number}").expect("somebody listens");
    }
}
