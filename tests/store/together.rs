//! Several programs on one document.

use super::*;
use std::fs;

#[test]
fn two_programs_on_one_document_lose_nothing() {
    let (_root, paths) = root();
    std::thread::scope(|scope| {
        for name in ["a", "b"] {
            let paths = &paths;
            scope.spawn(move || {
                let mut sitting = open(paths);
                for number in 0..100 {
                    sitting.add(&format!("{name}{number}")).expect("saves");
                }
            });
        }
    });
    let opened = open(&paths).opened;
    assert_eq!(opened.notes.len(), 200);
    assert_eq!(opened.notices, []);
}

#[test]
fn a_note_of_another_program_is_seen_and_can_be_built_upon() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths), open(&paths));
    assert!(one.keeper.look(&one.document).is_none(), "there is no folder yet");
    one.add("un").expect("saves");
    let seen = other.keeper.look(&other.document).expect("a note came");
    assert_eq!(seen.notes, one.notes, "placed too");
    assert!(other.keeper.look(&other.document).is_none(), "nothing came since");
    assert!(one.keeper.look(&one.document).is_none(), "what one wrote oneself is no news");

    other.notes = seen.notes;
    let note = other.notes.iter().next().expect("one note").id;
    other.edit(Edit::Body { note, body: "un et demi".to_owned() }).expect("saves");
    other.add("deux").expect("saves");
    let seen = one.keeper.look(&one.document).expect("changes came");
    assert_eq!(bodies(&seen.notes), ["deux", "un et demi"]);
    one.notes = seen.notes;
    one.edit(Edit::Body { note, body: "le dernier mot".to_owned() }).expect("saves");
    assert_eq!(bodies(&open(&paths).notes), ["deux", "le dernier mot"]);
}

#[test]
fn a_journal_that_is_just_being_replaced_takes_no_note_away() {
    let (_root, paths) = root();
    let (mut one, mut other) = (open(&paths), open(&paths));
    one.add("un").expect("saves");
    other.keeper.look(&other.document).expect("a note came");
    let journal = only_file(&one.keeper.folder(), ".jsonl");
    let whole = fs::read(&journal).expect("reads");
    for beginning in [0, whole.len() / 2] {
        fs::write(&journal, &whole[..beginning]).expect("writes");
        assert!(other.keeper.look(&other.document).is_none());
    }
    fs::write(&journal, &whole).expect("writes");
    one.add("deux").expect("saves");
    assert_eq!(bodies(&other.keeper.look(&other.document).expect("it is back").notes), ["deux", "un"]);
}
