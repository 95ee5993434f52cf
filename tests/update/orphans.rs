//! Passages that are lost or found in other words, and annotations that were deleted.

use crate::common::Sitting;
use crate::{is_at, over};
use exergue::app::{Effect, Message};
use exergue::doc::plain;
use exergue::mark::{Edit, NoteId, Placement};
use exergue::notice::Notice;
use std::sync::Arc;

const BEFORE: &str = "Sur les quais\n\nLa ville refait ses quais, et les marchands attendent depuis quatre ans.\n\n\
    Trois cents arbres seront plantés avant l’hiver, a promis la mairie dans son projet.\n\n\
    Les riverains demandent un calendrier, et des places de vélo.\n";

/// The promise was rewritten.
const AFTER: &str = "Sur les quais\n\nDes élus ont visité le chantier lundi, par temps clair, sans rien annoncer.\n\n\
    Le budget du projet avait doublé en mars dernier, selon la chambre de commerce de la ville.\n\n\
    Près de trois cents platanes furent plantés, un an après, par des entreprises du lieu.\n";

fn opens(sitting: &mut Sitting, text: &str) {
    sitting.send(Message::Opened(Arc::new(plain::read(text, "essai"))));
}

/// A note on the promise, whose passage the new text has lost.
fn lost() -> Sitting {
    let mut sitting = over(BEFORE);
    sitting.keys("/").type_text("Trois cents arbres seront plantés").keys("Enter v c");
    sitting.type_text("tenu ?").keys("Esc");
    opens(&mut sitting, AFTER);
    let placement = sitting.model.notes.iter().next().expect("one note").placement;
    assert_eq!(placement, Placement::Orphan, "the story needs a lost passage");
    sitting
}

fn placement(sitting: &Sitting) -> Placement {
    sitting.model.notes.iter().next().expect("one note").placement
}

/// The words that the first annotation stands on.
fn passage(sitting: &Sitting) -> &str {
    let span = placement(sitting).span().expect("it is placed");
    sitting.model.document.slice(span)
}

#[test]
fn a_lost_passage_is_listed_with_its_nearest_place_and_enter_goes_there_attaching_nothing() {
    let mut sitting = lost();
    sitting.keys("C");
    let screen = sitting.screen();
    for words in [
        "? perdu",
        "« Trois cents arbres seront plantés",
        "tenu ?",
        "texte modifié",
        "meilleure hypothèse §3 (",
    ] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    assert!(sitting.footer().contains("aller voir") && sitting.footer().contains("r rattacher"), "{screen}");
    let written = sitting.journal.len();
    sitting.keys("Enter");
    is_at(&sitting, "trois cents platanes furent");
    assert!(sitting.toast().starts_with("meilleure hypothèse, non rattachée : "), "{}", sitting.toast());
    assert_eq!((placement(&sitting), sitting.journal.len()), (Placement::Orphan, written));
}

/// Notes on the first and on the last paragraph, for which there was no time when the text was read again.
fn pending() -> Sitting {
    let mut sitting = over(BEFORE);
    sitting.keys("c").type_text("ici").keys("Esc J J s");
    let mut notes = sitting.model.notes.clone();
    notes.place(|_| Placement::Pending);
    sitting.model.talk.toast = None;
    let notices = vec![Notice::Replaced { moved: 0, reworded: 0, lost: 0 }];
    let history = std::mem::take(&mut sitting.model.history);
    sitting.send(Message::Loaded { notes, history, writable: Ok(()), notices });
    sitting
}

/// The search that was asked for last: its number and the notes to find.
fn asked(sitting: &Sitting) -> Option<(u64, Vec<NoteId>)> {
    sitting.asked.iter().rev().find_map(|effect| match effect {
        Effect::Place { generation, notes, .. } => {
            Some((*generation, notes.iter().map(|note| note.id).collect()))
        }
        _ => None,
    })
}

#[test]
fn what_there_was_no_time_for_is_looked_for_behind_the_window_and_is_not_called_lost() {
    let mut sitting = pending();
    let (generation, notes) = asked(&sitting).expect("a search");
    assert_eq!(notes.len(), 2);
    assert!(sitting.status().contains("2 notes à placer…"), "{}", sitting.status());
    assert!(!sitting.status().contains('?') && sitting.toast().is_empty(), "{}", sitting.toast());
    sitting.keys("C");
    let screen = sitting.screen();
    assert!(screen.contains("… cherchée") && !screen.contains("perdu"), "{screen}");
    sitting.keys("X");
    assert!(sitting.toast().contains("encore à placer"), "{}", sitting.toast());

    sitting.model.talk.toast = None;
    let place = Placement::Exact(exergue::text::Span::new(0, 3));
    let first = vec![(notes[0], place)];
    sitting.send(Message::Placed { generation, places: first, is_last: false });
    assert!(sitting.status().contains("1 note à placer…"), "{}", sitting.status());
    let last = vec![(notes[1], Placement::Orphan)];
    sitting.send(Message::Placed { generation, places: last, is_last: true });
    assert!(!sitting.status().contains("à placer"), "{}", sitting.status());
    assert!(sitting.screen().contains("? perdu"), "{}", sitting.screen());
    let told = sitting.model.talk.notices.last();
    assert!(matches!(told, Some(Notice::Replaced { .. })), "told once all is known: {told:?}");
}

#[test]
fn what_was_found_in_a_text_that_is_gone_is_dropped() {
    let mut sitting = pending();
    let (generation, notes) = asked(&sitting).expect("a search");
    opens(&mut sitting, AFTER);
    let place = Placement::Exact(exergue::text::Span::new(0, 3));
    let places = notes.iter().map(|&note| (note, place)).collect();
    sitting.send(Message::Placed { generation, places, is_last: true });
    assert!(sitting.model.notes.iter().all(|note| note.placement != place));
}

#[test]
fn the_nearest_place_can_be_looked_at_from_the_notebook() {
    let mut sitting = lost();
    sitting.keys("C Space");
    assert!(
        sitting.screen().contains("Aperçu") && sitting.screen().contains("platanes"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn r_selects_the_nearest_place_and_enter_attaches_to_what_is_selected() {
    let mut sitting = lost();
    sitting.keys("C r");
    assert!(sitting.selected().starts_with("trois cents platanes furent"), "{}", sitting.selected());
    assert!(sitting.toast().contains("Entrée rattache ici « tenu ? »"), "{}", sitting.toast());
    sitting.keys("i s");
    assert!(sitting.status().contains("RATTACHER"), "{}", sitting.status());
    assert!(sitting.footer().contains("Entrée rattacher ici") && sitting.footer().contains("laisser"));
    sitting.keys("Enter");
    assert!(
        passage(&sitting).starts_with("Près de trois cents platanes") && sitting.model.selection.is_none()
    );
    let note = sitting.model.notes.iter().next().expect("one note");
    assert_eq!(note.anchor.quote, "Trois cents arbres seront plantés", "what was marked first is kept");
    assert_eq!(sitting.model.notes.len(), 1, "nothing new was made");
    assert_eq!(sitting.toast(), "rattaché : « tenu ? » · u annule · enregistré");
    let event = sitting.journal.last().expect("written");
    assert!(matches!(&event.edit, Edit::Attach { to: Some(anchor), text, .. } if anchor.text == *text));

    sitting.keys("u");
    assert_eq!(placement(&sitting), Placement::Orphan);
    sitting.keys("Ctrl-r");
    assert!(passage(&sitting).starts_with("Près de trois cents platanes"));
}

#[test]
fn the_old_text_brings_the_old_place_back_and_the_new_one_the_person_s() {
    let mut sitting = lost();
    sitting.keys("C r i s Enter");
    opens(&mut sitting, BEFORE);
    assert_eq!(passage(&sitting), "Trois cents arbres seront plantés");
    opens(&mut sitting, AFTER);
    assert!(passage(&sitting).starts_with("Près de trois cents platanes"));
}

#[test]
fn esc_leaves_a_lost_passage_as_it_was_and_the_next_selection_is_an_ordinary_one() {
    let mut sitting = lost();
    sitting.keys("C r Esc");
    assert_eq!((placement(&sitting), sitting.selected()), (Placement::Orphan, ""));
    sitting.keys("v Enter");
    assert_eq!(sitting.model.notes.len(), 2, "Enter highlights again");
    assert_eq!(placement(&sitting), Placement::Orphan);
}

#[test]
fn where_nothing_is_like_the_passage_one_selects_where_it_is() {
    let mut sitting = lost();
    opens(&mut sitting, "Une recette\n\nPelez les pommes, puis versez le miel chaud dessus.\n");
    sitting.keys("C");
    assert!(sitting.screen().contains("rien de semblable dans ce texte"), "{}", sitting.screen());
    sitting.keys("Enter");
    assert_eq!(sitting.toast(), "ce passage n’est plus dans le texte");
    sitting.keys("r i w");
    assert!(!sitting.selected().is_empty(), "{}", sitting.screen());
    let selected = sitting.selected().to_owned();
    sitting.keys("Enter");
    assert_eq!(passage(&sitting), selected);
}

#[test]
fn a_passage_found_in_other_words_is_marked_and_can_be_confirmed() {
    let mut sitting = over(BEFORE);
    sitting.keys("/").type_text("Trois cents arbres seront plantés avant").keys("Enter v c");
    sitting.type_text("tenu ?").keys("Esc Esc");
    opens(&mut sitting, &BEFORE.replace("arbres seront plantés", "platanes seront plantés"));
    assert!(matches!(placement(&sitting), Placement::Approximate(_)), "{:?}", placement(&sitting));
    let screen = sitting.screen();
    assert!(screen.contains("≈   Trois cents platanes") || screen.contains("≈ "), "{screen}");
    assert!(screen.contains("≈ mots voisins"), "{screen}");
    sitting.keys("C");
    assert!(
        sitting.screen().contains("≈ §") && sitting.footer().contains("r rattacher"),
        "{}",
        sitting.screen()
    );
    sitting.keys("r Enter");
    assert!(matches!(placement(&sitting), Placement::Exact(_)));
    assert!(!sitting.screen().contains('≈'), "{}", sitting.screen());
    sitting.keys("u");
    assert!(matches!(placement(&sitting), Placement::Approximate(_)));
    sitting.keys(":").type_text("confirm-place").keys("Enter");
    assert!(matches!(placement(&sitting), Placement::Exact(_)));
    sitting.keys(":").type_text("confirm-place").keys("Enter");
    assert_eq!(sitting.toast(), "ce passage est sûr : rien à confirmer");
}

#[test]
fn a_deleted_annotation_comes_back_from_the_end_of_the_notebook() {
    let mut sitting = over(BEFORE);
    sitting.keys("c").type_text("à garder").keys("Esc t").type_text("ville").keys("Enter d d C");
    assert!(sitting.screen().contains("supprimées (1)"), "{}", sitting.screen());
    sitting.keys("Enter");
    assert!(sitting.screen().contains("à garder"), "unfolded\n{}", sitting.screen());
    sitting.keys("j Enter");
    assert_eq!(sitting.toast(), "rétablie : « à garder » · u annule · enregistré");
    assert_eq!(sitting.notes(), ["Yellow [Sur les quais] à garder #ville"]);
    let (deleting, restoring) =
        (&sitting.journal[sitting.journal.len() - 2], sitting.journal.last().expect("two"));
    assert_eq!(restoring.undoes, Some(deleting.id), "the journal keeps it as it was");
    assert!(!sitting.screen().contains("supprimées"), "{}", sitting.screen());
    sitting.keys("d d g g r");
    assert_eq!(sitting.model.notes.len(), 0, "r on the heading only folds");
    sitting.keys("r G r");
    assert_eq!(sitting.model.notes.len(), 1);
}

#[test]
fn lost_and_deleted_annotations_are_filtered_by_name_and_the_deleted_show_their_day() {
    let mut sitting = lost();
    sitting.keys("s d d C");
    let day = sitting.now.strftime("%Y-%m-%d").to_string();
    sitting.keys("/").type_text("perdu:").keys("Enter");
    let screen = sitting.screen();
    assert!(screen.contains("? perdu") && !screen.contains("supprimées"), "{screen}");
    sitting.keys("Esc /").type_text("supprimé:").keys("Enter");
    let screen = sitting.screen();
    assert!(
        screen.contains("▾ supprimées (1)") && screen.contains(&day) && !screen.contains("? perdu"),
        "{screen}"
    );
}
