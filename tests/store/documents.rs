//! Which document notes belong to: changed, moved, converted, another one under the same path.

use super::*;
use std::fs;

#[test]
fn a_document_that_changed_keeps_its_notes_and_says_so_once() {
    let (_root, paths) = root();
    let mut sitting = open_as(&paths, TEXT, "/articles/telecoms.txt");
    sitting.add("sur le groupe").expect("saves");
    let lost = sitting.note(TEXT.find("Barcelone").expect("it is there"), "sur Barcelone");
    sitting.edit(Edit::Add(Box::new(lost))).expect("saves");

    let edition = TEXT.replace("hier son président à Barcelone", "ce matin son président à Madrid");
    let mut edited = open_as(&paths, &edition, "/articles/telecoms.txt");
    assert_eq!(bodies(&edited.notes), ["sur Barcelone", "sur le groupe"]);
    assert_eq!(edited.opened.notices, [Notice::Replaced { moved: 0, reworded: 0, lost: 1 }]);
    edited.add("sur l’édition").expect("saves");
    assert_eq!(open_as(&paths, &edition, "/articles/telecoms.txt").opened.notices, []);
    // The old text gives the old places back.
    let old = open_as(&paths, TEXT, "/articles/telecoms.txt");
    assert_eq!(old.notes.iter().filter(|note| note.span().is_none()).count(), 0);
}

#[test]
fn another_document_under_the_same_path_has_no_notes() {
    let (_root, paths) = root();
    open_as(&paths, TEXT, "/articles/telecoms.txt").add("un").expect("saves");
    let mut other = open_as(&paths, OTHER, "/articles/telecoms.txt");
    assert!(other.notes.is_empty());
    other.add("deux").expect("saves");
    assert_eq!(bodies(&open_as(&paths, TEXT, "/articles/telecoms.txt").notes), ["un"]);
    assert_eq!(bodies(&open_as(&paths, OTHER, "").notes), ["deux"]);
}

#[test]
fn a_document_that_moved_or_was_converted_keeps_its_notes() {
    let (_root, paths) = root();
    open_as(&paths, TEXT, "/articles/telecoms.txt").add("un").expect("saves");
    assert_eq!(bodies(&open_as(&paths, TEXT, "/elsewhere/t.txt").notes), ["un"]);
    let document = article(TEXT);
    let other_bytes: Digest = [7; 32];
    let (mut keeper, opened) = Keeper::open(&paths, &document, other_bytes, "/elsewhere/t.html");
    assert_eq!(bodies(&opened.notes), ["un"]);
    let mut sitting = open(&paths);
    let note = sitting.note(3, "deux");
    let event = sitting.event(Edit::Add(Box::new(note)), None);
    keeper.append(&[event]).expect("saves");
    // From now on the new bytes are known too, whatever becomes of the text.
    let (_, opened) = Keeper::open(&paths, &article(OTHER), other_bytes, "");
    assert_eq!(bodies(&opened.notes), ["deux", "un"]);
    sitting = open(&paths);
    assert_eq!(bodies(&sitting.notes), ["deux", "un"]);
}

#[test]
fn notes_of_an_edition_are_read_beside_those_of_a_folder_that_another_device_made_for_it() {
    let edition = TEXT.replace("hier", "ce matin");
    let (_elsewhere, there) = root();
    open_as(&there, &edition, "").add("là-bas").expect("saves");
    let (_root, here) = root();
    open_as(&here, TEXT, "/articles/telecoms.txt").add("ici, avant").expect("saves");
    open_as(&here, &edition, "/articles/telecoms.txt").add("ici").expect("saves");
    for folder in fs::read_dir(there.documents()).expect("reads") {
        let folder = folder.expect("an entry");
        fs::rename(folder.path(), here.documents().join(folder.file_name())).expect("comes by a sync");
    }
    assert_eq!(bodies(&open_as(&here, &edition, "").notes), ["ici", "ici, avant", "là-bas"]);
}
