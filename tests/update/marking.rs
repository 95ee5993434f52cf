//! Marking, noting, copying, and taking it back.

use crate::{is_at, sitting};
use exergue::app::Message;

#[test]
fn a_stroke_needs_no_selection_and_says_how_to_take_it_back() {
    let mut sitting = sitting();
    sitting.keys("l s");
    assert_eq!(sitting.toast(), "surligné · u annule · enregistré");
    assert_eq!(sitting.notes().len(), 1);
    assert!(sitting.notes()[0].starts_with("Yellow [Dans son discours, il a"), "{:?}", sitting.notes());
    assert!(sitting.screen().contains('◆'));
    sitting.keys("s");
    assert!(sitting.toast().starts_with("déjà surligné"), "{}", sitting.toast());
    assert_eq!(sitting.notes().len(), 1);
    sitting.keys("J S");
    assert!(
        sitting.notes()[1].contains("européens dans l’intelligence artificielle."),
        "{:?}",
        sitting.notes()
    );
}

#[test]
fn pens_are_chosen_and_recolour_what_is_here() {
    let mut sitting = sitting();
    sitting.keys("p 3 s");
    assert!(sitting.notes()[0].starts_with("Blue"));
    sitting.keys("p p");
    assert!(sitting.notes()[0].starts_with("Pink"));
    assert_eq!(sitting.toast(), "surlignage recoloré en rose · u annule · enregistré");
    sitting.keys("J p 1");
    assert_eq!(sitting.toast(), "plume : jaune");
    assert!(sitting.status().contains("plume : jaune"));
    sitting.keys("p 2 s");
    assert!(sitting.notes()[1].starts_with("Green"));
    sitting.keys("K p 4 p 2 u u");
    assert!(sitting.notes()[0].starts_with("Pink"), "{:?}", sitting.notes());
}

#[test]
fn a_note_is_written_kept_and_found_again() {
    for key in ["c", "a"] {
        let mut sitting = sitting();
        sitting.keys("l").keys(key).type_text("Vérifier ce chiffre #climat").keys("Esc");
        assert_eq!(sitting.toast(), "note gardée · u annule · enregistré");
        assert!(sitting.notes()[0].ends_with("Vérifier ce chiffre #climat"), "{:?}", sitting.notes());
        assert_eq!(sitting.model.notes.tags(), [("climat".to_owned(), 1)]);
        assert!(sitting.screen().contains('●'));
        sitting.keys("c").type_text(" #eau").keys("Ctrl-s");
        assert_eq!(sitting.notes().len(), 1, "the same note was opened");
        assert!(sitting.notes()[0].ends_with("#climat #eau"), "{:?}", sitting.notes());
    }
}

#[test]
fn a_note_has_lines_and_a_paste_is_one_piece() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("un").keys("Enter").type_text("deux");
    sitting.send(Message::Paste("\ntrois\nqua\u{1b}tre".to_owned())).keys("Esc");
    assert!(sitting.notes()[0].contains("un\ndeux\ntrois\nquatre"), "{:?}", sitting.notes());
}

#[test]
fn tab_completes_a_tag_and_else_takes_the_next_pen() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("a #climat").keys("Esc J c").type_text("b #cli").keys("Tab Esc");
    assert!(sitting.notes()[1].ends_with("b #climat"), "{:?}", sitting.notes());
    sitting.keys("J c").type_text("c").keys("Tab Esc");
    assert!(sitting.notes()[2].starts_with("Green"), "{:?}", sitting.notes());
}

#[test]
fn an_empty_note_changes_nothing() {
    let mut sitting = sitting();
    sitting.keys("c Esc");
    assert_eq!(sitting.notes(), [""; 0]);
    assert!(sitting.journal.is_empty());
}

#[test]
fn a_discarded_note_comes_back() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("presque perdu").keys("Ctrl-c");
    assert!(sitting.toast().contains("Ctrl-C encore abandonne"), "{}", sitting.toast());
    sitting.keys("Ctrl-c");
    assert_eq!(sitting.toast(), "abandonné · u le rouvre");
    assert!(sitting.notes().is_empty());
    sitting.keys("u Esc");
    assert!(sitting.notes()[0].ends_with("presque perdu"), "{:?}", sitting.notes());
}

#[test]
fn tags_are_typed_on_their_own() {
    let mut sitting = sitting();
    sitting.keys("t").type_text("eau, #climat").keys("Enter");
    assert!(sitting.notes()[0].ends_with("#climat #eau") || sitting.notes()[0].ends_with("#eau #climat"));
    sitting.keys("t Backspace Backspace").type_text(" x").keys("Esc");
    assert_eq!(sitting.model.notes.tags().len(), 2, "Esc changes nothing");
}

#[test]
fn parts_of_an_annotation_are_deleted_one_by_one() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("note #eau").keys("Esc d n");
    assert!(sitting.notes()[0].ends_with("]  #eau"), "{:?}", sitting.notes());
    assert_eq!(sitting.toast(), "note supprimée, surlignage gardé : « note » · u annule · enregistré");
    sitting.keys("d t");
    assert!(sitting.notes()[0].ends_with("] "), "{:?}", sitting.notes());
    sitting.keys("d d");
    assert!(sitting.notes().is_empty());
    sitting.keys("d d");
    assert_eq!(sitting.toast(), "pas d’annotation ici");
    sitting.keys("u u u");
    assert!(sitting.notes()[0].ends_with("note #eau"), "{:?}", sitting.notes());
}

#[test]
fn d_alone_deletes_nothing() {
    let mut sitting = sitting();
    sitting.keys("s d j");
    assert_eq!(sitting.notes().len(), 1);
}

#[test]
fn the_last_annotation_is_repeated_here() {
    let mut sitting = sitting();
    sitting.keys("p 2 t").type_text("eau").keys("Enter J .");
    assert_eq!(sitting.notes().len(), 2);
    assert!(
        sitting.notes()[1].starts_with("Green [« Nous") && sitting.notes()[1].ends_with("#eau"),
        "{:?}",
        sitting.notes()
    );
}

#[test]
fn undo_and_redo_name_the_note_and_go_to_it() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("Vérifier ce chiffre").keys("Esc G u");
    assert!(sitting.notes().is_empty());
    assert_eq!(sitting.toast(), "annulé : « Vérifier ce chiffre » · Ctrl-R rétablit · enregistré");
    is_at(&sitting, "Arthur Mensch");
    for redo in ["Ctrl-r", "U"] {
        sitting.keys(redo);
        assert_eq!(sitting.notes().len(), 1);
        assert_eq!(sitting.toast(), "rétabli : « Vérifier ce chiffre » · u annule · enregistré");
        sitting.keys("u");
    }
    sitting.keys("u");
    assert_eq!(sitting.toast(), "rien à annuler");
}

#[test]
fn an_undone_deletion_brings_the_note_back_where_it_was() {
    let mut sitting = sitting();
    sitting.keys("l c").type_text("garde-moi #eau").keys("Esc d d");
    assert_eq!(sitting.toast(), "supprimé : « garde-moi » · u annule · enregistré");
    sitting.keys("u");
    assert!(sitting.notes()[0].ends_with("garde-moi #eau"), "{:?}", sitting.notes());
    assert!(sitting.screen().contains('●'));
}

#[test]
fn every_change_goes_to_the_journal() {
    let mut sitting = sitting();
    sitting.keys("s c").type_text("x").keys("Esc d d u u");
    assert_eq!(sitting.journal.len(), 5);
    assert_eq!(sitting.journal.iter().filter(|event| event.undoes.is_some()).count(), 2);
    sitting.keys("l");
    assert!(sitting.status().ends_with("enregistré"), "{}", sitting.status());
}

#[test]
fn several_marks_on_one_span_and_inside_one_another() {
    let mut sitting = sitting();
    sitting.keys("s v p 3 v p 4");
    assert_eq!(sitting.notes().len(), 3);
    assert!(sitting.notes().iter().any(|note| note.starts_with("Pink [Arthur]")), "{:?}", sitting.notes());
    sitting.keys("d d d d");
    assert_eq!(sitting.notes().len(), 1);
    assert!(sitting.notes()[0].starts_with("Yellow"), "the innermost goes first: {:?}", sitting.notes());
}

#[test]
fn a_sentence_is_copied_and_where_to_is_said() {
    let mut sitting = sitting();
    sitting.keys("l l y");
    assert!(sitting.clipboard.as_deref().expect("copied").starts_with("« Nous accueillerions"));
    assert_eq!(sitting.toast(), "copié · presse-papiers : tmux");
    sitting.keys("Y");
    let copied = sitting.clipboard.clone().expect("copied");
    assert!(copied.starts_with("> « Nous accueillerions"), "{copied}");
    assert!(copied.contains("— Arthur Mensch, Mistral au Mobile World Congress, §2"), "{copied}");
}

#[test]
fn tab_completes_the_tags_of_a_line_with_or_without_their_sign() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("a #climat").keys("Esc");
    for typed in ["cli", "#cli", "eau, cli"] {
        sitting.keys("J t").type_text(typed).keys("Tab Enter");
        assert!(sitting.notes().last().expect("one").contains("#climat"), "{typed}: {:?}", sitting.notes());
    }
}

#[test]
fn a_note_written_at_the_foot_of_the_window_is_shown_whole() {
    let mut sitting = sitting();
    sitting.keys("J J").keys("c").type_text("un").keys("Enter").type_text("deux").keys("Esc");
    assert!(sitting.screen().contains("╰ c éditer · dd supprimer"), "{}", sitting.screen());
    is_at(&sitting, "La société");
}
