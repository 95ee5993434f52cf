//! Setting the page; keys that wait for more; palette and help.

use crate::common::Sitting;
use crate::{is_at, sitting};
use exergue::app::Effect;
use ratatui::style::Color;

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

#[test]
fn a_name_typed_in_full_comes_first_and_hides_no_other() {
    let mut sitting = sitting();
    sitting.keys(":").type_text("note");
    assert!(
        sitting.screen().contains("▸ note ") && sitting.screen().contains("delete-note"),
        "{}",
        sitting.screen()
    );
}

#[test]
fn layers_written_into_the_text_cost_none_of_its_words() {
    let mut sitting = sitting();
    sitting.keys("S x m");
    let words = |screen: &str| screen.matches("télécommunications").count();
    assert_eq!(words(&sitting.screen()), 2, "{}", sitting.screen());
    assert!(sitting.screen().contains("_centres de données_{A} et de « devenir"), "{}", sitting.screen());
}

#[test]
fn colours_of_their_own_background_are_asked_for_by_name() {
    let mut sitting = sitting();
    sitting.keys(":").type_text("colors paper").keys("Enter");
    assert_ne!(sitting.buffer()[(0, 5)].bg, Color::Reset);
    sitting.keys(":").type_text("colors dark").keys("Enter");
    assert_eq!(sitting.buffer()[(0, 5)].bg, Color::Reset);
    sitting.keys(":").type_text("colors mauve").keys("Enter");
    assert!(sitting.toast().ends_with("mauve"), "{}", sitting.toast());
}

#[test]
fn the_world_is_asked_to_read_again_to_draw_anew_and_to_wait() {
    let mut sitting = sitting();
    sitting.keys("R Ctrl-l Ctrl-z");
    assert_eq!(sitting.asked, [Effect::Reload, Effect::Redraw, Effect::Suspend]);
}

#[test]
fn what_is_known_of_the_article_is_shown() {
    let mut sitting = sitting();
    sitting.keys("i");
    assert!(sitting.screen().contains("temps de lecture"));
    sitting.keys("Esc");
    assert!(!sitting.screen().contains("temps de lecture"));
}

#[test]
fn a_list_says_where_the_text_waits_and_counts_no_sentences() {
    let mut sitting = sitting();
    sitting.keys("/").type_text("centre").keys("Enter E");
    let status = sitting.status();
    assert!(status.contains("ENTITÉS ici §1 · plume : jaune"), "{status}");
    assert!(!status.contains("phrase") && !status.contains("sur 4"), "{status}");
}

#[test]
fn a_highlight_under_the_caret_is_named_first() {
    let mut sitting = sitting();
    sitting.keys("J s j k");
    assert!(sitting.status().contains("jaune | surligné en jaune"), "{}", sitting.status());
}

#[test]
fn a_sentence_that_is_alone_is_not_numbered() {
    let mut sitting = sitting();
    assert!(sitting.status().contains("§1 ph.1/2"), "{}", sitting.status());
    sitting.keys("J");
    assert!(sitting.status().contains("§2 · 15 %"), "{}", sitting.status());
}

#[test]
fn one_annotation_to_export_is_singular() {
    let mut sitting = sitting();
    sitting.keys("s X");
    assert!(sitting.screen().contains("· 1 annotation "), "{}", sitting.screen());
    sitting.keys("Esc J s X");
    assert!(sitting.screen().contains("· 2 annotations "), "{}", sitting.screen());
}

#[test]
fn the_editor_makes_way_for_its_passage() {
    let mut sitting = sitting();
    for keys in ["g g", "J J J", "G"] {
        sitting.keys(keys);
        let last = sitting.sentence().chars().rev().take(6).collect::<String>();
        let last: String = last.chars().rev().collect();
        sitting.keys("c");
        assert!(sitting.screen().contains(&last), "{keys}: {last}: {}", sitting.screen());
        sitting.keys("Ctrl-c");
    }
}

#[test]
fn the_footer_of_a_list_names_what_escape_does() {
    let mut sitting = sitting();
    sitting.keys("s C");
    assert!(sitting.footer().contains("/ filtre") && sitting.footer().contains("Échap texte"));
    sitting.keys("/").type_text("rien").keys("Enter");
    assert!(sitting.footer().contains("Échap tout montrer"), "{}", sitting.footer());
    sitting.keys("Esc E Tab");
    assert!(sitting.footer().contains("Échap retour"), "{}", sitting.footer());
}

#[test]
fn an_unbound_key_of_a_list_offers_no_verb_of_the_text() {
    let mut sitting = sitting();
    sitting.keys("T w");
    assert_eq!(sitting.toast(), "w : rien ici · ? aide");
}

#[test]
fn the_title_has_a_name_and_no_number() {
    let mut sitting =
        crate::over("Un titre court\n\nUn paragraphe qui dit quelque chose de plus long que le titre.\n");
    sitting.keys("g g");
    assert!(sitting.status().contains("LECTURE titre ·"), "{}", sitting.status());
    sitting.keys("J");
    assert!(sitting.status().contains("LECTURE §1 ·"), "{}", sitting.status());
}

#[test]
fn of_several_notices_the_first_stands_and_the_others_are_counted() {
    use exergue::app::Message;
    use exergue::notice::Notice;
    let mut sitting = sitting();
    for what in ["un", "deux", "trois"] {
        let why = "raison".to_owned();
        sitting.send(Message::Notice(Notice::Failed { what: what.to_owned(), why }));
    }
    assert_eq!(sitting.status().trim(), "un : raison (+2)");
    sitting
        .keys("w")
        .send(Message::Notice(Notice::Failed { what: "quatre".to_owned(), why: "raison".to_owned() }));
    assert_eq!(sitting.status().trim(), "quatre : raison", "a message of another kind does not hold it back");
}

#[test]
fn labels_say_what_to_type() {
    let mut sitting = sitting();
    sitting.keys("f");
    assert!(sitting.footer().contains("a–z deux lettres vont au mot"), "{}", sitting.footer());
}

#[test]
fn no_sentence_of_the_help_is_cut_in_a_window_of_80_columns() {
    let mut sitting = sitting();
    sitting.keys("?");
    for _ in 0..30 {
        let screen = sitting.screen();
        let cut = screen.lines().find(|row| row.contains("… │"));
        assert_eq!(cut, None, "{screen}");
        sitting.keys("PageDown");
    }
}

#[test]
fn a_narrow_window_names_the_highlight_in_the_place_of_the_pen() {
    let mut sitting = Sitting::new(50, 20);
    sitting.keys("s j k");
    assert!(sitting.status().contains("§1 · surligné en jaune") && sitting.status().contains("enregistré"));
}

#[test]
fn words_part_at_the_ends_of_lines_and_stay_whole_words() {
    let mut sitting = Sitting::new(50, 24);
    let parted = |sitting: &Sitting| sitting.screen().contains("mondiale sur les télécommunica- ");
    assert!(!parted(&sitting));
    sitting.keys("x h");
    assert_eq!(sitting.toast(), "les mots longs sont coupés en fin de ligne");
    assert!(parted(&sitting), "{}", sitting.screen());
    sitting.keys("/").type_text("telecommunications").keys("Enter");
    assert!(sitting.rest().starts_with("télécommunications"), "{}", sitting.rest());
    sitting.keys("v Enter");
    assert!(sitting.notes()[0].contains("[télécommunications]"), "{:?}", sitting.notes());
    sitting.keys("x h");
    assert!(!parted(&sitting));
}
