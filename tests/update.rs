//! What a person does and gets: keys in, state or text out, all through `update`.

mod common;

use common::{ARTICLE, Sitting};
use exergue::app::view::View;
use exergue::app::{Message, MouseButton, MouseKind};
use exergue::doc::{BlockKind, Builder, Extent, plain};
use exergue::words::Lang;
use std::sync::Arc;

/// The bundled article at 80 by 24, in French.
fn sitting() -> Sitting {
    Sitting::new(80, 24)
}

fn over(text: &str) -> Sitting {
    Sitting::over(Arc::new(plain::read(text, "essai")), 80, 24, Lang::French)
}

fn is_at(sitting: &Sitting, words: &str) {
    let from = sitting.from_caret();
    assert!(from.starts_with(words), "at {:?}", from.chars().take(60).collect::<String>());
}

// Moving.

#[test]
fn arrows_and_letters_move_by_line_and_keep_their_column() {
    for (down, up) in [("j", "k"), ("Down", "Up"), ("Ctrl-e", "Ctrl-y")] {
        let mut sitting = sitting();
        sitting.keys(down).keys(down);
        is_at(&sitting, "grande conférence");
        sitting.keys(up);
        is_at(&sitting, "convaincant aux");
        sitting.keys("9").keys(up);
        is_at(&sitting, "Arthur Mensch");
    }
}

#[test]
fn the_page_scrolls_at_once_when_the_caret_goes_down() {
    let mut sitting = sitting();
    sitting.keys("j");
    assert!(sitting.screen().lines().nth(1).expect("a row").contains("convaincant aux participants"));
    assert_eq!(sitting.row(), 0, "the caret keeps its row");
}

#[test]
fn counts_move_by_so_many() {
    let mut sitting = sitting();
    sitting.keys("3 l");
    is_at(&sitting, "La société Mistral");
    sitting.keys("2 J");
    is_at(&sitting, "Dans son discours, le chef");
    sitting.keys("3 G");
    is_at(&sitting, "La société Mistral");
    sitting.keys("4 0 %");
    let share = sitting.model.reading.caret * 100 / sitting.model.document.text().len();
    assert!((36..=40).contains(&share), "{share} %");
    sitting.keys("2 h");
    sitting.keys("1 0 0 0 0 0 0 l");
    is_at(&sitting, "L’appel aux entreprises");
}

#[test]
fn a_page_leaves_two_lines_of_overlap_and_comes_back() {
    for (down, up) in [("Space", "b"), ("PageDown", "PageUp"), ("Ctrl-f", "Ctrl-b")] {
        let mut sitting = Sitting::new(80, 12);
        let rows = |sitting: &Sitting| -> Vec<String> {
            sitting
                .screen()
                .lines()
                .skip(1)
                .take(9)
                .map(|row| row[..row.len().min(70)].trim().to_owned())
                .collect()
        };
        let before = rows(&sitting);
        sitting.keys(down);
        let after = rows(&sitting);
        assert!(after[0].ends_with(before[7].trim_start_matches('▌').trim()), "{before:?} then {after:?}");
        sitting.keys(up);
        assert_eq!(rows(&sitting), before);
        assert!(sitting.sentence().starts_with("Arthur Mensch"), "{}", sitting.sentence());
    }
}

#[test]
fn half_pages_come_back_to_where_they_left() {
    let mut sitting = Sitting::new(80, 14);
    sitting.keys("3 j");
    let (caret, top) = (sitting.model.reading.caret, sitting.model.reading.top);
    sitting.keys("Ctrl-d");
    assert_ne!(sitting.model.reading.caret, caret);
    sitting.keys("Ctrl-u");
    assert_eq!((sitting.model.reading.caret, sitting.model.reading.top), (caret, top));
}

#[test]
fn the_last_page_lets_the_caret_go_to_the_end() {
    let mut sitting = sitting();
    sitting.keys("9 Space Space");
    is_at(&sitting, "L’appel aux entreprises");
    assert!(sitting.status().contains("100 %"), "{}", sitting.status());
}

#[test]
fn top_and_end() {
    for (end, top) in [("G", "g g"), ("End", "Home")] {
        let mut sitting = sitting();
        sitting.keys(end);
        is_at(&sitting, "L’appel aux entreprises");
        sitting.keys(top);
        is_at(&sitting, "Arthur Mensch");
    }
}

#[test]
fn sentences_and_paragraphs_forth_and_back() {
    let mut sitting = sitting();
    sitting.keys("l");
    is_at(&sitting, "Dans son discours, il a");
    sitting.keys("Right");
    is_at(&sitting, "« Nous accueillerions");
    sitting.keys("Left h");
    is_at(&sitting, "Arthur Mensch");
    sitting.keys("J }");
    is_at(&sitting, "La société");
    sitting.keys("j K");
    is_at(&sitting, "La société");
    sitting.keys("{");
    is_at(&sitting, "« Nous accueillerions");
}

#[test]
fn headings_are_reached_by_every_key_for_them() {
    let mut article = Builder::with_capacity(100);
    article.block(BlockKind::Paragraph, "Texte un.").block(BlockKind::Heading(2), "Deux");
    article.block(BlockKind::Paragraph, "Texte deux.").block(BlockKind::Heading(2), "Trois");
    let article = Arc::new(article.finish(Extent::Whole));
    for (next, previous) in [("L", "H"), ("] ]", "[ ["), (") )", "( (")] {
        let mut sitting = Sitting::over(Arc::clone(&article), 80, 24, Lang::French);
        sitting.keys(next);
        is_at(&sitting, "Deux");
        sitting.keys(next);
        is_at(&sitting, "Trois");
        sitting.keys(previous);
        is_at(&sitting, "Deux");
    }
}

#[test]
fn entities_quotations_and_themes_are_jumped_along() {
    for (open, close) in [("]", "["), (")", "(")] {
        let mut sitting = sitting();
        sitting.keys(&format!("{open} e"));
        is_at(&sitting, "Mistral, a lancé");
        sitting.keys(";");
        is_at(&sitting, "Mobile World Congress");
        sitting.keys(",");
        is_at(&sitting, "Mistral, a lancé");
        sitting.keys(&format!("2 {open} q"));
        is_at(&sitting, "« Nous accueillerions");
        sitting.keys(&format!("{close} q"));
        is_at(&sitting, "« devenir");
        sitting.keys(&format!("{open} t"));
        is_at(&sitting, "hyperscalers");
        sitting.keys(&format!("{close} t"));
        is_at(&sitting, "centres de données");
        sitting.keys(&format!("{close} e"));
        is_at(&sitting, "Barcelone");
    }
}

#[test]
fn annotations_are_jumped_along_and_the_end_says_so() {
    let mut sitting = sitting();
    sitting.keys("l s J s g g ] a");
    is_at(&sitting, "Dans son discours, il a");
    sitting.keys(";");
    is_at(&sitting, "« Nous accueillerions");
    sitting.keys(";");
    assert_eq!(sitting.toast(), "il n’y en a plus après");
    sitting.keys("[ a");
    is_at(&sitting, "Dans son discours, il a");
}

#[test]
fn the_sentence_is_placed_in_the_window() {
    let mut sitting = Sitting::new(80, 12);
    sitting.keys("4 G z t");
    let top = sitting.row();
    sitting.keys("z z");
    let middle = sitting.row();
    sitting.keys("z b");
    let bottom = sitting.row();
    assert!(top <= 2 && (3..=5).contains(&middle) && bottom >= 6, "{top} {middle} {bottom}");
    is_at(&sitting, "« Pour moi");
}

#[test]
fn a_place_mark_is_set_and_gone_back_to() {
    let mut sitting = sitting();
    sitting.keys("l m x G ' x");
    is_at(&sitting, "Dans son discours, il a");
    sitting.keys("' '");
    is_at(&sitting, "L’appel aux entreprises");
    sitting.keys("' z");
    assert!(sitting.toast().contains("pas de repère"), "{}", sitting.toast());
}

#[test]
fn back_and_forward_go_through_the_places() {
    for (back, forward) in
        [("Ctrl-o", "Alt-Right"), ("Backspace", "Alt-Right"), ("Alt-Left", "Alt-Right"), ("g o", "Alt-Right")]
    {
        let mut sitting = sitting();
        sitting.keys("G 3 G").keys(back);
        is_at(&sitting, "L’appel aux entreprises");
        sitting.keys(back);
        is_at(&sitting, "Arthur Mensch");
        sitting.keys(back);
        assert_eq!(sitting.toast(), "pas de lieu précédent");
        sitting.keys(forward).keys(forward);
        is_at(&sitting, "La société");
    }
}

#[test]
fn a_label_brings_the_caret_to_its_word() {
    let mut sitting = sitting();
    sitting.keys("f");
    let (column, row) = sitting.find("jkn jsscours");
    assert!(column > 0 && row > 0);
    sitting.keys("j s");
    is_at(&sitting, "discours");
    sitting.keys("f Esc j");
    assert!(sitting.model.overlays.is_empty(), "Esc takes the labels away");
}

// Searching.

#[test]
fn a_search_finds_without_accents_counts_and_esc_brings_back() {
    let mut sitting = sitting();
    sitting.keys("/").type_text("decentralisation");
    is_at(&sitting, "décentralisation");
    assert!(sitting.screen().contains("1 sur 1 · §4"), "{}", sitting.screen());
    sitting.keys("Esc");
    is_at(&sitting, "Arthur Mensch");
    sitting.keys("/").type_text("mensch").keys("Enter");
    is_at(&sitting, "Mensch, directeur");
    assert!(sitting.status().contains("1 sur 5"), "{}", sitting.status());
    sitting.keys("n");
    assert!(sitting.status().contains("2 sur 5"), "{}", sitting.status());
    sitting.keys("N N");
    assert_eq!(sitting.toast(), "reprise à la fin");
    is_at(&sitting, "Mensch au MWC");
    sitting.keys("7 n");
    is_at(&sitting, "Mensch lors");
    sitting.keys("9 9 9 9 9 9 9 n Esc");
    assert!(!sitting.status().contains("sur 5"), "Esc takes the hits away: {}", sitting.status());
}

#[test]
fn a_search_can_ask_for_case_and_whole_words() {
    let mut sitting = sitting();
    sitting.keys("/").type_text("ia").keys("Alt-w");
    assert!(sitting.screen().contains("mot entier"));
    is_at(&sitting, "IA.");
    sitting.keys("Alt-c");
    assert!(sitting.screen().contains("aucun résultat"), "{}", sitting.screen());
}

#[test]
fn the_word_under_the_caret_is_searched() {
    let mut sitting = sitting();
    sitting.keys("] e *");
    is_at(&sitting, "Mistral, spécialisée");
    assert!(sitting.status().contains("2 sur 3"), "{}", sitting.status());
}

#[test]
fn what_is_not_found_is_said() {
    let mut sitting = sitting();
    sitting.keys("/").type_text("girafe").keys("Enter");
    assert_eq!(sitting.toast(), "introuvable : girafe");
    is_at(&sitting, "Arthur Mensch");
    sitting.keys("Esc");
}

// Marking.

#[test]
fn a_stroke_needs_no_selection_and_says_how_to_take_it_back() {
    let mut sitting = sitting();
    sitting.keys("l s");
    assert_eq!(sitting.toast(), "surligné · u annule");
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
    assert_eq!(sitting.toast(), "recoloré en rose · u annule");
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
        assert_eq!(sitting.toast(), "note gardée · u annule");
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
    sitting.send(Message::Paste("\ntrois\nquatre".to_owned())).keys("Esc");
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
    assert_eq!(sitting.toast(), "note supprimée, surlignage gardé : « note » · u annule");
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
    assert_eq!(sitting.toast(), "annulé : « Vérifier ce chiffre » · Ctrl-R rétablit");
    is_at(&sitting, "Arthur Mensch");
    for redo in ["Ctrl-r", "U"] {
        sitting.keys(redo);
        assert_eq!(sitting.notes().len(), 1);
        assert_eq!(sitting.toast(), "rétabli : « Vérifier ce chiffre » · u annule");
        sitting.keys("u");
    }
    sitting.keys("u");
    assert_eq!(sitting.toast(), "rien à annuler");
}

#[test]
fn an_undone_deletion_brings_the_note_back_where_it_was() {
    let mut sitting = sitting();
    sitting.keys("l c").type_text("garde-moi #eau").keys("Esc d d");
    assert_eq!(sitting.toast(), "supprimé : « garde-moi » · u annule");
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

// Copying.

#[test]
fn a_sentence_is_copied_and_where_to_is_said() {
    let mut sitting = sitting();
    sitting.keys("l l y");
    assert!(sitting.clipboard.as_deref().expect("copied").starts_with("« Nous accueillerions"));
    assert_eq!(sitting.toast(), "copié : tmux");
    sitting.keys("Y");
    let copied = sitting.clipboard.clone().expect("copied");
    assert!(copied.starts_with("> « Nous accueillerions"), "{copied}");
    assert!(copied.contains("— Arthur Mensch, Mistral au Mobile World Congress, §2"), "{copied}");
}

// Selecting.

#[test]
fn a_word_is_selected_and_motions_extend_it() {
    let mut sitting = sitting();
    sitting.keys("v");
    assert_eq!(sitting.selected(), "Arthur");
    let steps = [
        ("w", "Arthur M"),
        ("e", "Arthur Mensch"),
        ("l", "Arthur Mensch,"),
        ("h", "Arthur Mensch"),
        ("b", "Arthur M"),
        ("0", "A"),
        ("$", "Arthur Mensch, directeur général de Mistral, a lancé un appel"),
    ];
    for (keys, expect) in steps {
        sitting.keys(keys);
        assert_eq!(sitting.selected().trim_end(), expect, "after {keys}");
    }
    sitting.keys("Esc");
    assert_eq!(sitting.selected(), "");
}

#[test]
fn the_other_end_moves_after_o() {
    let mut sitting = sitting();
    sitting.keys("j v o h");
    assert_eq!(sitting.selected().trim_start(), "convaincant");
    assert!(sitting.selected().len() > "convaincant".len());
}

#[test]
fn sentences_paragraphs_and_ends_extend_a_selection() {
    let mut sitting = sitting();
    sitting.keys("v )");
    assert!(sitting.selected().ends_with("Barcelone. D"), "{}", sitting.selected());
    sitting.keys("}");
    assert!(sitting.selected().ends_with("l’IA.\n«"), "{}", sitting.selected());
    sitting.keys("{ (");
    assert!(!sitting.selected().contains('\n'), "{}", sitting.selected());
    sitting.keys("G");
    assert!(sitting.selected().ends_with("en Europe."), "{}", sitting.selected());
    sitting.keys("g g");
    assert_eq!(sitting.selected(), "A");
}

#[test]
fn objects_are_selected_whole() {
    let mut sitting = sitting();
    sitting.keys("l l v");
    let objects = [
        ("i s", "« Nous", "artificielle."),
        ("i p", "« Nous", "artificielle."),
        ("i q", "Nous accueillerions", "centres de données"),
        ("a q", "« Nous", "données »"),
    ];
    for (keys, start, end) in objects {
        sitting.keys("Esc l l K").keys("v").keys("w w");
        sitting.model.selection = None;
        sitting.model.reading.caret = sitting.model.document.text().find("accueillerions").expect("there");
        sitting.keys("v").keys(keys);
        let selected = sitting.selected();
        assert!(selected.starts_with(start) && selected.trim_end().ends_with(end), "{keys}: {selected}");
    }
    sitting.keys("Esc 3 G ] e v i e");
    assert_eq!(sitting.selected(), "Mistral");
    sitting.keys("Esc g g v a w");
    assert_eq!(sitting.selected(), "Arthur ");
    sitting.keys("i w");
    assert_eq!(sitting.selected(), "Arthur");
}

#[test]
fn a_selection_grows_and_shrinks() {
    let mut sitting = sitting();
    sitting.keys("v");
    let mut grown = vec![sitting.selected().to_owned()];
    for _ in 0..3 {
        sitting.keys("Space");
        grown.push(sitting.selected().to_owned());
    }
    assert_eq!(grown[1], "Arthur Mensch");
    assert!(grown[2].ends_with("Barcelone.") && grown[3].ends_with("l’IA."), "{grown:?}");
    for expect in grown[..3].iter().rev() {
        sitting.keys("Backspace");
        assert_eq!(sitting.selected(), expect);
    }
}

#[test]
fn shift_and_arrows_select_as_everywhere_else() {
    let mut sitting = sitting();
    sitting.keys("Shift-Right Shift-Right");
    assert_eq!(sitting.selected(), "Art");
    sitting.keys("Shift-Left");
    assert_eq!(sitting.selected(), "Ar");
    sitting.keys("Shift-Down");
    assert!(
        sitting.selected().starts_with("Arthur Mensch, directeur") && sitting.selected().ends_with("co"),
        "{}",
        sitting.selected()
    );
    sitting.keys("Shift-Up");
    assert_eq!(sitting.selected(), "Ar");
}

#[test]
fn a_selection_is_marked_noted_tagged_and_copied() {
    for (keys, expect) in
        [("s", "Yellow [Arthur] "), ("Enter", "Yellow [Arthur] "), ("p 2", "Green [Arthur] ")]
    {
        let mut sitting = sitting();
        sitting.keys("v").keys(keys);
        assert_eq!(sitting.notes(), [expect], "{keys}");
        assert_eq!(sitting.selected(), "");
    }
    let mut sitting = sitting();
    sitting.keys("V y");
    assert!(sitting.clipboard.as_deref().expect("copied").ends_with("Barcelone."));
    is_at(&sitting, "Arthur");
    sitting.keys("v c").type_text("qui ?").keys("Esc j v t").type_text("mot").keys("Enter");
    assert_eq!(sitting.notes(), ["Yellow [Arthur] qui ?", "Yellow [convaincant]  #mot"]);
    sitting.keys("v Ctrl-c");
    assert_eq!(sitting.clipboard.as_deref(), Some("convaincant"));
    assert!(!sitting.has_quit);
}

#[test]
fn the_end_of_a_paragraph_is_crossed_in_one_step() {
    let mut sitting = over("Un.\n\nDeux.");
    sitting.keys("v $ l");
    assert_eq!(sitting.selected(), "Un.\nD");
    sitting.keys("h");
    assert_eq!(sitting.selected(), "Un.");
}

#[test]
fn a_huge_count_is_over_at_once() {
    let mut sitting = sitting();
    sitting.keys("v 9 9 9 9 9 9 9 l");
    assert!(sitting.selected().ends_with("en Europe."));
    sitting.keys("9 9 9 9 9 9 9 b");
    assert_eq!(sitting.selected(), "A");
    sitting.keys("Esc 9 9 9 9 9 9 9 j 9 9 9 9 9 9 9 Space");
    is_at(&sitting, "L’appel aux entreprises");
}

// The views.

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

// Keys that wait for more.

#[test]
fn a_count_and_a_prefix_stand_in_the_status_line() {
    let mut sitting = sitting();
    sitting.keys("1 2");
    assert!(sitting.status().contains("12"), "{}", sitting.status());
    sitting.keys("z");
    assert!(sitting.status().contains("12 z"), "{}", sitting.status());
    sitting.keys("z");
    assert!(!sitting.status().contains("12"), "{}", sitting.status());
}

#[test]
fn what_may_follow_is_shown_after_a_moment_only() {
    let mut sitting = sitting();
    sitting.keys("x");
    assert!(!sitting.screen().contains("tous les calques"));
    assert!(sitting.model.deadline().is_some(), "the window asks to be woken");
    sitting.wait(100);
    assert!(!sitting.screen().contains("tous les calques"));
    sitting.wait(300);
    assert!(sitting.screen().contains("x tous les calques"), "{}", sitting.screen());
    sitting.keys("Esc");
    assert!(!sitting.screen().contains("tous les calques"));
    sitting.keys("x").wait(400).keys("e");
    assert!(!sitting.model.screen.shown.entities && !sitting.screen().contains("tous les calques"));
}

#[test]
fn an_unbound_key_says_so_and_what_to_do() {
    let mut sitting = sitting();
    sitting.keys("w");
    assert_eq!(sitting.toast(), "w : rien ici · v choisir · ? aide");
}

// Setting the page.

#[test]
fn layers_are_switched_one_by_one_and_all_together() {
    let mut sitting = sitting();
    let shown = |sitting: &Sitting| {
        let shown = sitting.model.screen.shown;
        [shown.entities, shown.quotes, shown.themes, shown.notes]
    };
    for (index, keys) in ["x e", "x q", "x t", "x c"].into_iter().enumerate() {
        sitting.keys(keys);
        assert!(!shown(&sitting)[index] && sitting.toast().ends_with("caché"), "{keys}");
    }
    assert!(!sitting.painted().lines().any(|row| row.starts_with(':') && row.contains('p')));
    sitting.keys("x x");
    assert_eq!(shown(&sitting), [true; 4]);
    sitting.keys("x x");
    assert_eq!(shown(&sitting), [false; 4]);
}

#[test]
fn the_measure_is_wider_narrower_and_as_it_was() {
    let mut sitting = Sitting::new(120, 30);
    sitting.keys("l");
    for (key, columns) in [("+", 70), ("-", 66), ("-", 62), ("=", 66)] {
        sitting.keys(key);
        assert_eq!(sitting.model.areas().text.width, columns);
        is_at(&sitting, "Dans son discours, il a");
        assert!(sitting.toast().contains(&columns.to_string()), "{}", sitting.toast());
    }
}

#[test]
fn legend_focus_marks_and_notes_in_the_text() {
    let mut sitting = sitting();
    sitting.keys("x l");
    assert!(sitting.screen().contains("■personne"));
    sitting.keys("x m");
    assert!(sitting.screen().contains("[Arthur Mensch]ᴾ"), "{}", sitting.screen());
    sitting.keys("x m c").type_text("là").keys("Esc J J");
    assert!(!sitting.screen().contains("│ là"));
    sitting.keys("x i");
    assert!(sitting.screen().contains("│ là"), "{}", sitting.screen());
    let before = sitting.painted();
    sitting.keys("x f");
    assert_ne!(sitting.painted(), before);
}

#[test]
fn a_resize_keeps_the_sentence() {
    let mut sitting = sitting();
    sitting.keys("6 G l");
    let sentence = sitting.sentence().to_owned();
    for (columns, rows) in [(50, 20), (100, 30), (36, 8), (200, 60), (10, 3), (1, 1), (80, 24)] {
        sitting.resize(columns, rows);
        assert_eq!(sitting.sentence(), sentence);
        assert!(columns < 20 || sitting.screen().contains("Il a"), "{}", sitting.screen());
    }
}

#[test]
fn a_resize_keeps_the_chosen_row_in_sight() {
    let mut sitting = Sitting::new(100, 30);
    sitting.keys("E G").resize(100, 12);
    assert!(sitting.screen().contains("▸ AI Act"), "{}", sitting.screen());
}

// Palette and help.

#[test]
fn a_command_is_found_by_its_words_and_run() {
    let mut sitting = sitting();
    sitting.keys("s :").type_text("export md").keys("Enter Enter");
    assert_eq!(
        sitting.exported.as_ref().map(|(name, _)| name.as_str()),
        Some("mistral-au-mobile-world-congress.md")
    );
    sitting.keys(":").type_text("colors light").keys("Enter");
    assert_eq!(sitting.model.screen.palette.scheme(), exergue::config::colors::Scheme::Light);
    sitting.keys("Ctrl-p").type_text("sommeil inconnu").keys("Enter");
    assert!(sitting.toast().contains("pas de commande"), "{}", sitting.toast());
    sitting.keys(": Esc");
    assert!(sitting.model.overlays.is_empty());
}

#[test]
fn arrows_choose_in_the_palette() {
    let mut sitting = sitting();
    sitting.keys(":").type_text("view").keys("Down Down Up");
    let chosen = sitting.screen().lines().find(|row| row.contains('▸')).expect("a row").to_owned();
    let first = sitting.screen().lines().position(|row| row.contains('▸'));
    assert!(chosen.contains("view-"), "{chosen}");
    assert_eq!(first, Some(4), "the second row: {}", sitting.screen());
    sitting.keys("PageDown PageDown PageDown PageUp PageUp PageUp");
    assert_eq!(sitting.screen().lines().position(|row| row.contains('▸')), Some(3));
}

#[test]
fn the_help_is_in_french_scrolls_and_is_searched() {
    for key in ["?", "F1"] {
        let mut sitting = sitting();
        sitting.keys(key);
        assert!(sitting.screen().contains("Descendre d’une ligne"));
        sitting.keys("Down Down PageDown");
        assert!(!sitting.screen().contains("Descendre d’une ligne"), "{}", sitting.screen());
        sitting.keys("PageUp PageUp").type_text("surligner");
        assert!(sitting.screen().contains("Surligner"), "{}", sitting.screen());
        assert!(!sitting.screen().contains("Descendre d’une ligne"));
        sitting.keys("Esc");
        assert!(sitting.model.overlays.is_empty() && !sitting.has_quit);
    }
}

// Saving.

#[test]
fn what_is_not_saved_is_said_until_it_is() {
    let mut sitting = sitting();
    sitting.disk_works = false;
    sitting.keys("s");
    assert!(sitting.status().contains("NON ENREGISTRÉ (1) · disque plein"), "{}", sitting.status());
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

// Exporting.

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

// The mouse.

#[test]
fn a_click_puts_the_caret_there() {
    let mut sitting = sitting();
    let (column, row) = sitting.find("Barcelone");
    sitting.click(column + 2, row);
    is_at(&sitting, "rcelone");
    assert_eq!(sitting.selected(), "");
}

#[test]
fn more_clicks_select_more_and_the_bar_offers_the_verbs() {
    let mut sitting = sitting();
    let (column, row) = sitting.find("discours");
    sitting.click(column, row).click(column, row);
    assert_eq!(sitting.selected(), "discours");
    let bar = sitting.find("Surligner  Noter  Étiqueter  Copier");
    sitting.click(column, row);
    assert!(sitting.selected().starts_with("Dans son discours") && sitting.selected().ends_with("l’IA."));
    sitting.click(column, row);
    assert!(sitting.selected().starts_with("Arthur Mensch"));
    let _ = bar;
    let (column, row) = sitting.find("Surligner  Noter");
    sitting.click(column, row);
    assert_eq!(sitting.notes().len(), 1);
    assert!(!sitting.screen().contains("Surligner  Noter"), "the bar goes");
}

#[test]
fn a_drag_selects_and_enter_marks() {
    let mut sitting = sitting();
    let (column, row) = sitting.find("lancé un appel");
    sitting.mouse(MouseKind::Down(MouseButton::Left), column, row);
    sitting.mouse(MouseKind::Drag(MouseButton::Left), column + 3, row);
    assert!(sitting.toast().contains("Maj + glisser"), "{}", sitting.toast());
    sitting.mouse(MouseKind::Drag(MouseButton::Left), column + 13, row);
    sitting.mouse(MouseKind::Up(MouseButton::Left), column + 13, row);
    assert_eq!(sitting.selected(), "lancé un appel");
    assert!(sitting.screen().contains("Surligner  Noter"));
    sitting.keys("Enter");
    assert_eq!(sitting.notes(), ["Yellow [lancé un appel] "]);
}

#[test]
fn the_right_button_offers_the_verbs_on_the_sentence() {
    let mut sitting = sitting();
    let (column, row) = sitting.find("Barcelone");
    sitting.mouse(MouseKind::Down(MouseButton::Right), column, row);
    let (column, row) = sitting.find("Copier");
    sitting.click(column, row);
    assert!(sitting.clipboard.as_deref().expect("copied").starts_with("Arthur Mensch, directeur"));
}

#[test]
fn the_wheel_turns_three_lines_and_the_caret_stays_in_sight() {
    let mut sitting = sitting();
    sitting.mouse(MouseKind::WheelDown, 20, 10);
    assert!(
        sitting.screen().lines().nth(1).expect("a row").contains("tient à Barcelone"),
        "{}",
        sitting.screen()
    );
    sitting.mouse(MouseKind::WheelUp, 20, 10);
    assert!(sitting.screen().lines().nth(1).expect("a row").contains("Arthur Mensch"));
}

#[test]
fn tabs_hints_rows_details_cards_and_strip_are_clicked() {
    let mut sitting = sitting();
    let click = |sitting: &mut Sitting, words: &str| {
        let (column, row) = sitting.find(words);
        sitting.click(column, row);
    };
    click(&mut sitting, "E Q T C");
    assert_eq!(sitting.model.view, View::Entities);
    click(&mut sitting, "Amazon");
    assert!(sitting.screen().contains("▸ Amazon"), "{}", sitting.screen());
    assert_eq!(sitting.model.view, View::Entities, "one click chooses");
    click(&mut sitting, "Arthur Mensch");
    click(&mut sitting, "§3");
    assert!(sitting.model.view == View::Entities && sitting.model.lists.entities.detail == 2);
    click(&mut sitting, "§3");
    is_at(&sitting, "Mensch a noté");
    click(&mut sitting, "s surligner");
    assert_eq!(sitting.notes().len(), 1);
    sitting.keys("c").type_text("carte").keys("Esc");
    click(&mut sitting, "│ carte");
    assert!(sitting.screen().contains("plume jaune ─"), "the card opens: {}", sitting.screen());
    click(&mut sitting, "Échap enregistrer");
    let strip = sitting.model.areas().strip;
    sitting.click(strip.x, strip.y + strip.height - 1);
    assert!(sitting.model.reading.caret * 100 / sitting.model.document.text().len() > 85);
    sitting.click(strip.x, strip.y);
    is_at(&sitting, "Arthur Mensch");
}

#[test]
fn an_export_needs_no_keyboard() {
    let mut sitting = sitting();
    sitting.keys("s X");
    let (column, row) = sitting.find("Entrée écrire  ");
    sitting.click(column, row);
    assert!(sitting.exported.is_some());
}

// The walk.

#[test]
fn a_newcomer_walks_through_the_article() {
    let mut sitting = sitting();
    let first = sitting.screen();
    for hint in
        ["↑↓ lire", "←→ phrase", "s surligner", "c noter", "v choisir", "/ chercher", "? aide", "E Q T C"]
    {
        assert!(first.contains(hint), "{hint}\n{first}");
    }
    assert!(sitting.journal.is_empty());

    sitting.keys("Down");
    assert_ne!(sitting.screen().lines().nth(1), first.lines().nth(1), "it scrolls at once");
    sitting.keys("Space b g g");
    let lone = |row: &str| row.trim_start().starts_with('»');
    assert!(!sitting.screen().lines().any(lone));

    sitting.keys("Right Right s");
    assert_eq!(sitting.toast(), "surligné · u annule");
    assert!(
        sitting.screen().contains('◆') && sitting.painted().contains("yyyyyyyy"),
        "{}",
        sitting.painted()
    );

    sitting.keys("c").type_text("Vérifier ce chiffre #climat").keys("Esc");
    assert!(sitting.screen().contains('●') && sitting.screen().contains("│ Vérifier ce chiffre"));
    assert!(sitting.screen().contains("#climat"));

    sitting.keys("u");
    assert!(
        sitting.toast().contains("Vérifier ce chiffre") || sitting.toast().contains("Nous accueillerions")
    );
    assert!(!sitting.screen().contains("│ Vérifier ce chiffre"));
    sitting.keys("Ctrl-r");
    assert!(
        sitting.toast().contains("Vérifier ce chiffre") || sitting.toast().contains("Nous accueillerions")
    );
    assert!(sitting.screen().contains("│ Vérifier ce chiffre"), "{}", sitting.screen());

    sitting.keys("/").type_text("decentralisation").keys("Enter");
    assert!(sitting.status().contains("1 sur 1"), "{}", sitting.status());
    sitting.keys("v Enter");
    assert!(sitting.notes().iter().any(|note| note == "Yellow [décentralisation] "), "{:?}", sitting.notes());
    sitting.keys("Esc");

    let row = sitting.model.reading.top;
    sitting.keys("E");
    assert!(sitting.screen().contains("PERSONNES") && sitting.screen().contains("LIEUX"));
    sitting.keys("Esc");
    assert_eq!(sitting.model.reading.top, row);
    sitting.keys("E Down Enter");
    is_at(&sitting, "Trump");
    let row = (sitting.model.reading.caret, sitting.model.reading.top);
    sitting.keys("E Esc");
    assert_eq!((sitting.model.reading.caret, sitting.model.reading.top), row);

    sitting.keys("C /").type_text("#climat").keys("Enter");
    assert!(
        sitting.screen().contains("Vérifier ce chiffre")
            && !sitting.screen().contains("« décentralisation »")
    );
    sitting.keys("Enter");
    is_at(&sitting, "« Nous accueillerions");
    sitting.keys("X Enter");
    assert!(sitting.toast().contains(".md"), "{}", sitting.toast());
    sitting.keys("?").type_text("surligner");
    assert!(sitting.screen().contains("Surligner la phrase"), "{}", sitting.screen());
    sitting.keys("Esc q");
    assert!(sitting.has_quit);
}

// The article changes under the window.

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
    assert!(sitting.screen().contains("?2"), "both are lost, and counted: {}", sitting.screen());
    sitting.keys("C");
    assert!(sitting.screen().contains("à moitié"), "{}", sitting.screen());
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
