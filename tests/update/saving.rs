//! What reaches the disk, and what comes from it.

use crate::common::ARTICLE;
use crate::{is_at, over, sitting};
use exergue::app::{Effect, Message};
use exergue::doc::plain;
use exergue::mark::Edit;
use exergue::notice::Obstacle;
use std::sync::Arc;
use uuid::Uuid;

#[test]
fn what_is_not_saved_is_said_until_it_is() {
    let mut sitting = sitting();
    sitting.disk_works = false;
    sitting.keys("s");
    assert!(
        sitting.status().contains("NON ENREGISTRÉ : disque plein, 1 note en attente"),
        "{}",
        sitting.status()
    );
    assert!(!sitting.screen().contains("enregistré"));
    sitting.keys("j y");
    assert!(
        sitting.status().contains("NON ENREGISTRÉ") && sitting.status().contains("copié"),
        "{}",
        sitting.status()
    );
    sitting.keys("q");
    assert!(
        !sitting.has_quit && sitting.screen().contains("ne sont pas enregistrées"),
        "{}",
        sitting.screen()
    );
    sitting.keys("Esc q");
    sitting.disk_works = true;
    sitting.keys("r");
    assert!(
        sitting.status().ends_with("enregistré") && !sitting.status().contains("NON"),
        "{}",
        sitting.status()
    );
    sitting.keys("q");
    assert!(sitting.has_quit);
}

#[test]
fn unsaved_notes_can_be_printed_on_the_way_out() {
    let mut sitting = sitting();
    sitting.disk_works = false;
    sitting.keys("s q p");
    assert!(sitting.has_quit);
}

#[test]
fn unsaved_notes_can_be_written_into_another_folder_on_the_way_out() {
    let mut sitting = sitting();
    sitting.disk_works = false;
    sitting.keys("s q");
    assert!(sitting.screen().contains("dans un autre dossier"), "{}", sitting.screen());
    sitting.keys("e").type_text("ailleurs").keys("Enter");
    assert_eq!(sitting.asked.last(), Some(&Effect::SaveElsewhere("~/ailleurs".to_owned())));
    sitting.send(Message::SavedElsewhere(Err("accès refusé".to_owned())));
    assert!(!sitting.has_quit && sitting.toast() == "non exporté : accès refusé", "{}", sitting.toast());
    assert!(sitting.screen().contains("ne sont pas enregistrées"), "it is asked again\n{}", sitting.screen());
    sitting.send(Message::SavedElsewhere(Ok("~/ailleurs/mistral.md".to_owned())));
    assert!(sitting.has_quit);
}

#[test]
fn another_place_can_be_chosen_before_anything_is_written() {
    let mut sitting = sitting();
    sitting.keys("g w");
    assert!(sitting.toast().contains("rien à écrire ailleurs"), "{}", sitting.toast());
    sitting.model.talk.read_only = Some(Obstacle::ReadOnlyDisk);
    sitting.keys("g w").type_text("cle").keys("Enter");
    assert_eq!(sitting.toast(), "ce qui ne sera pas enregistré ira dans ~/cle");
    assert_eq!(sitting.asked, []);
    sitting.send(Message::NotSaved { waiting: 1, why: Obstacle::ReadOnlyDisk });
    assert_eq!(sitting.asked, [Effect::SaveElsewhere("~/cle".to_owned())]);
    sitting.send(Message::SavedElsewhere(Ok("~/cle/mistral.md".to_owned())));
    assert!(
        !sitting.has_quit && sitting.toast() == "écrit ailleurs : ~/cle/mistral.md",
        "{}",
        sitting.toast()
    );
}

#[test]
fn an_export_shows_its_name_first_and_says_where_it_went() {
    let mut sitting = sitting();
    sitting.keys("X");
    assert!(sitting.toast().contains("rien à exporter"), "{}", sitting.toast());
    sitting.keys("c").type_text("à citer").keys("Esc X");
    assert!(sitting.screen().contains("mistral-au-mobile-world-congress.md"), "{}", sitting.screen());
    sitting.keys("Esc");
    assert!(sitting.exported.is_none() && sitting.toast() == "rien exporté");
    sitting.keys("X Enter");
    assert_eq!(sitting.toast(), "exporté : ~/mistral-au-mobile-world-congress.md");
    let (_, contents) = sitting.exported.clone().expect("written");
    assert!(contents.contains("à citer") && contents.contains("> "), "{contents}");
}

#[test]
fn a_changed_article_keeps_the_sentence_the_notes_and_what_is_being_written() {
    let mut sitting = sitting();
    sitting.keys("l l s l c").type_text("à moitié");
    let changed = format!("Un paragraphe de plus.\n{}", ARTICLE.trim_start());
    sitting.send(Message::Opened(Arc::new(plain::read(&changed, "essai"))));
    is_at(&sitting, "La société Mistral");
    sitting.keys("Esc");
    let placed: Vec<&str> = sitting
        .model
        .notes
        .in_reading_order()
        .map(|note| sitting.model.document.slice(note.span().expect("placed")))
        .collect();
    assert!(
        placed[0].starts_with("« Nous accueillerions") && placed[1].starts_with("La société"),
        "{placed:?}"
    );
    sitting.send(Message::Opened(Arc::new(plain::read("Tout autre chose.", "essai"))));
    sitting.keys("l");
    assert!(sitting.screen().contains("●0 ◆0 ?2"), "both are lost, and counted: {}", sitting.screen());
    sitting.keys("C");
    assert!(sitting.screen().contains("à moitié"), "{}", sitting.screen());
}

#[test]
fn notes_of_another_window_come_and_ones_own_can_still_be_undone() {
    let mut other = sitting();
    other.keys("l l c").type_text("d’ailleurs").keys("Esc");
    let mut sitting = sitting();
    sitting.keys("s");
    let mut notes = other.model.notes.clone();
    for event in &sitting.journal {
        notes.apply(event.edit.clone(), event.id, event.at);
    }
    sitting.send(Message::Merged { notes, writable: Ok(()) });
    assert!(sitting.screen().contains('●') && sitting.screen().contains('◆'), "{}", sitting.screen());
    sitting.keys("u");
    assert!(
        sitting.notes().len() == 1 && sitting.notes()[0].ends_with("d’ailleurs"),
        "{:?}",
        sitting.notes()
    );
}

#[test]
fn a_note_that_is_changed_elsewhere_while_it_is_open_is_not_replaced_unseen() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("un").keys("Esc");
    let mut notes = sitting.model.notes.clone();
    let note = notes.iter().next().expect("one note").id;
    notes.apply(Edit::Body { note, body: "deux".to_owned() }, Uuid::from_u128(1), sitting.now);
    let merged = |notes| Message::Merged { notes, writable: Ok(()) };
    sitting.keys("c").send(merged(notes.clone()));
    assert!(sitting.screen().contains("│ deux"), "nothing was typed yet: {}", sitting.screen());
    sitting.type_text(" et demi");
    notes.apply(Edit::Body { note, body: "trois".to_owned() }, Uuid::from_u128(2), sitting.now);
    sitting.send(merged(notes));
    assert!(sitting.toast().starts_with("cette note vient d’être changée ailleurs"), "{}", sitting.toast());
    assert!(sitting.screen().contains("│ deux et demi"), "{}", sitting.screen());
    sitting.keys("Ctrl-c Ctrl-c");
    assert!(sitting.notes()[0].ends_with("trois"), "{:?}", sitting.notes());
}

#[test]
fn the_rest_of_a_large_article_moves_nothing() {
    let (part, whole) = ("Un. Deux.\n\nTrois.", "Un. Deux.\n\nTrois.\n\nQuatre.");
    let mut sitting = over(part);
    sitting.keys("l v");
    sitting.send(Message::Opened(Arc::new(plain::read(whole, "essai"))));
    assert_eq!(sitting.selected(), "Deux");
    is_at(&sitting, "x.");
}

#[test]
fn the_place_and_the_marks_are_remembered() {
    let mut sitting = sitting();
    sitting.keys("l m x l q");
    let [Effect::Keep(first), Effect::Keep(last)] = &sitting.asked[..] else { panic!("{:?}", sitting.asked) };
    assert_eq!(first.marks.keys().collect::<Vec<_>>(), [&'x']);
    assert_eq!(last.offset, sitting.model.reading.caret);
    assert!(last.quote.starts_with("« Nous accueillerions"), "{}", last.quote);
}

#[test]
fn a_note_goes_through_the_editor_of_the_person() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("avant").keys("Ctrl-o");
    assert_eq!(sitting.asked, [Effect::EditOutside("avant".to_owned())]);
    sitting.send(Message::EditedOutside(Ok("avant et après #eau\n".to_owned()))).keys("Esc");
    assert!(sitting.notes()[0].ends_with("avant et après #eau"), "{:?}", sitting.notes());
    sitting.keys("c Ctrl-o");
    sitting.send(Message::EditedOutside(Err("vi: introuvable".to_owned())));
    assert!(sitting.toast().contains("introuvable"));
    sitting.keys("Esc");
    assert!(sitting.notes()[0].ends_with("avant et après #eau"), "{:?}", sitting.notes());
}
