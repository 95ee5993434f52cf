//! A whole sitting and the next, with real journals between them: what was corrected is there again.

mod common;

use common::{Sitting, article};
use exergue::app::Message;
use exergue::runtime::keeper::Keeper;
use exergue::runtime::paths::Paths;
use exergue::words::Lang;

/// Opens the article as a new run does, with what its journals hold.
fn run(paths: &Paths) -> (Sitting, Keeper) {
    let document = article();
    let mut sitting = Sitting::over(document.clone(), 80, 24, Lang::French);
    let (keeper, opened) = Keeper::open(paths, &document, document.digest(), "article.txt");
    assert_eq!(opened.writable, Ok(()));
    sitting.send(Message::Loaded {
        notes: opened.notes,
        history: opened.history,
        writable: opened.writable,
        notices: opened.notices,
    });
    (sitting, keeper)
}

/// Ends the run: what went to the journal is on disk.
fn leave(sitting: &Sitting, keeper: &mut Keeper) {
    keeper.append(&sitting.journal).expect("the disk takes it");
}

fn strip(sitting: &Sitting) -> String {
    let screen = sitting.screen();
    screen.lines().find(|row| row.contains("A Centres")).expect("the strip of the first theme").to_owned()
}

#[test]
fn a_word_added_to_a_theme_is_kept() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    let (mut first, mut keeper) = run(&paths);
    let before = strip(first.keys("T"));
    first.keys("a").type_text("startup").keys("Enter");
    let after = strip(&first);
    assert_ne!(before, after, "the strip changes at once");
    leave(&first, &mut keeper);

    let (mut next, mut keeper) = run(&paths);
    assert_eq!(strip(next.keys("T")), after, "it is kept");
    next.keys("u");
    assert!(next.toast().starts_with("annulé : startup → Centres de données"), "{}", next.toast());
    assert_eq!(strip(&next), before);
    leave(&next, &mut keeper);

    let (mut last, _) = run(&paths);
    assert_eq!(strip(last.keys("T")), before);
    last.keys("Ctrl-r");
    assert_eq!(strip(&last), after, "what was undone in the run before is made again");
}

#[test]
fn names_and_speakers_corrected_are_kept() {
    let root = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(root.path());
    let (mut first, mut keeper) = run(&paths);
    first.keys("E m").type_text("donald").keys("Enter Q g g j r").type_text("Quelqu’un").keys("Enter");
    leave(&first, &mut keeper);

    let (mut next, _) = run(&paths);
    let found = next.model.found.clone();
    assert_eq!(next.model.analysis, first.model.analysis);
    assert_ne!(next.model.analysis, found);
    next.keys("u u");
    assert_eq!(next.model.analysis, found, "as it was found");
}
