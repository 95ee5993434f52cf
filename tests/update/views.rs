//! The list views, and the way out of everything.

use crate::common::Sitting;
use crate::{is_at, over, sitting};
use exergue::app::view::View;

#[test]
fn every_view_has_its_letter_and_its_function_key_and_the_same_key_comes_back() {
    let views = [
        ("E", "F3", View::Entities),
        ("Q", "F4", View::Quotes),
        ("T", "F5", View::Themes),
        ("C", "F6", View::Notebook),
    ];
    for (letter, function, view) in views {
        for key in [letter, function] {
            let mut sitting = sitting();
            sitting.keys("3 G");
            let (caret, top) = (sitting.model.reading.caret, sitting.model.reading.top);
            sitting.keys(key);
            assert_eq!(sitting.model.view, view);
            sitting.keys("j j").keys(key);
            assert_eq!(sitting.model.view, View::Text);
            assert_eq!((sitting.model.reading.caret, sitting.model.reading.top), (caret, top));
            sitting.keys(key).keys("F2");
            assert_eq!((sitting.model.view, sitting.model.reading.caret), (View::Text, caret));
        }
    }
}

#[test]
fn going_through_all_views_never_loses_the_place() {
    let mut sitting = sitting();
    sitting.keys("5 G l");
    let (caret, top) = (sitting.model.reading.caret, sitting.model.reading.top);
    sitting.keys("E j Q k T j C Q E G T Esc");
    assert_eq!((sitting.model.reading.caret, sitting.model.reading.top), (caret, top));
}

#[test]
fn a_row_leads_to_its_passage_and_back_to_the_same_line() {
    for back in ["E", "Ctrl-o"] {
        let mut sitting = sitting();
        sitting.keys("E j Enter");
        assert_eq!(sitting.model.view, View::Text);
        is_at(&sitting, "Trump");
        sitting.keys(back);
        if back == "E" {
            assert!(sitting.screen().contains("▸ Donald Trump"), "{}", sitting.screen());
            sitting.keys("Esc");
            is_at(&sitting, "Trump");
        } else {
            is_at(&sitting, "Arthur Mensch");
        }
    }
}

#[test]
fn a_passage_is_previewed_without_leaving_the_list() {
    let mut sitting = sitting();
    sitting.keys("E j Space");
    assert!(sitting.screen().contains("Aperçu") && sitting.screen().contains("l’administration"));
    sitting.keys("Esc");
    assert_eq!(sitting.model.view, View::Entities);
    assert!(sitting.model.overlays.is_empty());
}

#[test]
fn mentions_are_walked_along_in_the_details() {
    let mut sitting = sitting();
    sitting.keys("E Tab j j Enter");
    is_at(&sitting, "Mensch a noté");
    sitting.keys("E Esc");
    assert_eq!(sitting.model.view, View::Entities, "Esc first leaves the details");
    sitting.keys("Esc");
    assert_eq!(sitting.model.view, View::Text);
}

#[test]
fn a_list_is_filtered_as_one_types_and_esc_undoes_it_by_levels() {
    let mut sitting = sitting();
    sitting.keys("E /").type_text("trump");
    assert!(sitting.screen().contains("Donald Trump") && !sitting.screen().contains("Barcelone"));
    sitting.keys("Enter");
    assert_eq!(sitting.model.view, View::Entities);
    sitting.keys("Esc");
    assert!(sitting.screen().contains("Amazon"), "the filter went");
    sitting.keys("/").type_text("x").keys("Esc");
    assert!(sitting.screen().contains("Amazon"), "Esc in the filter takes it back");
    sitting.keys("Esc Esc Esc Esc Esc");
    assert!(!sitting.has_quit && sitting.model.view == View::Text);
}

#[test]
fn the_notebook_is_filtered_by_tag_pen_and_note() {
    let mut sitting = sitting();
    sitting
        .keys("c")
        .type_text("un #eau")
        .keys("Esc J p 3 s J p 2 c")
        .type_text("deux #climat")
        .keys("Esc C");
    assert!(sitting.screen().contains("Carnet (3)"), "{}", sitting.screen());
    for (filter, left) in
        [("#eau", "un"), ("plume:bleu", "« Nous"), ("plume:vert a:note", "deux"), ("deux", "deux")]
    {
        sitting.keys("/").type_text(filter).keys("Enter");
        assert!(sitting.screen().contains(left), "{filter}: {}", sitting.screen());
        assert_eq!(sitting.screen().matches(" ▸ ").count(), 1);
        let others = ["un", "« Nous", "deux"].into_iter().filter(|other| *other != left);
        for other in others {
            assert!(
                !sitting.screen().lines().skip(2).take(18).any(|row| row.contains(other)),
                "{filter} and {other}"
            );
        }
        sitting.keys("Esc");
    }
}

#[test]
fn lists_are_sorted_another_way() {
    let mut sitting = sitting();
    sitting.keys("E S");
    assert!(sitting.toast().starts_with("tri"), "{}", sitting.toast());
    let first = sitting.screen();
    sitting.keys("S");
    assert_ne!(sitting.screen().lines().nth(1), first.lines().nth(1));
}

#[test]
fn verbs_work_on_the_chosen_row() {
    let mut sitting = sitting();
    sitting.keys("Q j s");
    assert_eq!(sitting.notes().len(), 1);
    assert!(sitting.notes()[0].contains("« "), "{:?}", sitting.notes());
    sitting.keys("c").type_text("à vérifier").keys("Esc");
    assert_eq!(sitting.notes().len(), 1, "the note goes to the stroke: {:?}", sitting.notes());
    sitting.keys("y");
    let copied = sitting.clipboard.clone().expect("copied");
    assert!(copied.contains("— Arthur Mensch, Mistral au Mobile World Congress, §"), "{copied}");
    sitting.keys("C d d");
    assert!(sitting.notes().is_empty());
    sitting.keys("u");
    assert_eq!(sitting.notes().len(), 1);
    assert_eq!(sitting.model.view, View::Notebook);
}

#[test]
fn a_row_without_a_passage_marks_nothing() {
    let mut sitting = over("Rien de tout cela ici.");
    for keys in ["E s", "T s", "T c", "C s", "Q S", "C ."] {
        sitting.keys("F2").keys(keys);
        assert!(sitting.notes().is_empty(), "{keys}: {:?}", sitting.notes());
        assert!(sitting.model.overlays.is_empty(), "{keys}");
    }
}

#[test]
fn q_closes_a_view_and_then_the_program() {
    let mut sitting = sitting();
    sitting.keys("E q");
    assert!(!sitting.has_quit && sitting.model.view == View::Text);
    sitting.keys("v q");
    assert!(!sitting.has_quit && sitting.selected().is_empty());
    sitting.keys("q");
    assert!(sitting.has_quit);
}

#[test]
fn ctrl_c_says_how_to_leave_and_then_leaves() {
    let mut sitting = sitting();
    sitting.keys("Ctrl-c");
    assert!(!sitting.has_quit && sitting.toast().contains("q pour quitter"));
    sitting.keys("j Ctrl-c");
    assert!(!sitting.has_quit, "another key between them takes it back");
    sitting.keys("Ctrl-c");
    assert!(sitting.has_quit);
}

#[test]
fn esc_goes_up_and_never_out() {
    let mut sitting = sitting();
    for _ in 0..10 {
        sitting.keys("Esc");
    }
    assert!(!sitting.has_quit);
    sitting.keys("x z");
    assert!(!sitting.screen().contains("LECTURE"));
    sitting.keys("Esc");
    assert!(sitting.screen().contains("LECTURE"), "Esc leaves zen");
    sitting.keys("3 Esc l");
    is_at(&sitting, "Dans son discours, il a");
}

#[test]
fn in_a_narrow_window_the_details_take_the_place_of_the_list() {
    let mut sitting = Sitting::new(50, 20);
    sitting.keys("E Tab j");
    assert!(sitting.screen().contains("Arthur Mensch — personne") && !sitting.screen().contains("Amazon"));
    sitting.keys("Enter");
    is_at(&sitting, "Mensch lors");
    sitting.keys("E Esc");
    assert!(sitting.screen().contains("Amazon"), "{}", sitting.screen());
}
