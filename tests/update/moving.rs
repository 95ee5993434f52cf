//! Moving through the text.

use crate::common::Sitting;
use crate::{is_at, sitting};
use exergue::app::MouseKind;
use exergue::doc::{BlockKind, Builder, Extent};
use exergue::words::Lang;
use std::sync::Arc;

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

#[test]
fn enter_opens_what_is_under_the_caret_and_else_goes_down() {
    for key in ["Enter", "e"] {
        let mut sitting = sitting();
        sitting.keys("] e").keys(key);
        assert!(sitting.screen().contains("▸ Mistral "), "the entity: {}", sitting.screen());
        sitting.keys("Esc G c").type_text("fin").keys("Esc").keys(key);
        assert!(sitting.screen().contains("Note · §8"), "the note: {}", sitting.screen());
        sitting.keys("Esc 5 G $ j");
        sitting.keys("g g j").keys(key);
        is_at(&sitting, "grande conférence");
    }
}

#[test]
fn the_end_is_reached_also_where_unfolded_notes_take_its_room() {
    let mut sitting = Sitting::new(80, 14);
    sitting.keys("6 G c").type_text("une").keys("Esc J c").type_text("deux").keys("Esc x i");
    for keys in ["G", "g g 9 9 9 j", "g g 9 9 Space Space"] {
        sitting.keys(keys);
        let page = sitting.screen();
        assert!(
            page.contains("technologies d’IA en développement") || sitting.sentence().starts_with("L’appel"),
            "{keys}: {page}"
        );
        sitting.row();
    }
    sitting.mouse(MouseKind::WheelUp, 20, 5);
    sitting.row();
}
