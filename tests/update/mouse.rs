//! The mouse alone.

use crate::common::Sitting;
use crate::{is_at, sitting};
use exergue::app::view::View;
use exergue::app::{MouseButton, MouseKind};

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
    assert!(sitting.screen().contains("plume : jaune ─"), "the card opens: {}", sitting.screen());
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

#[test]
fn the_bar_does_not_come_back_with_the_next_selection() {
    let mut sitting = sitting();
    let (column, row) = sitting.find("Barcelone");
    sitting.click(column, row).click(column, row).keys("Esc v");
    assert!(!sitting.screen().contains("Surligner  Noter"), "{}", sitting.screen());
}

#[test]
fn a_click_on_a_card_opens_the_note_it_shows() {
    let mut sitting = Sitting::new(100, 30);
    sitting.keys("c").type_text("sur la phrase").keys("Esc v c").type_text("sur le mot").keys("Esc");
    let (column, row) = sitting.find("sur la phrase");
    sitting.click(column, row).type_text(" !").keys("Esc");
    assert!(sitting.notes().iter().any(|note| note.ends_with("sur la phrase !")), "{:?}", sitting.notes());
}

#[test]
fn a_click_on_a_prefix_shows_what_may_follow_and_a_click_there_does_it() {
    let mut sitting = Sitting::new(100, 30);
    let (column, row) = sitting.find("x calques");
    sitting.click(column + 3, row);
    let (column, row) = sitting.find("l légende");
    sitting.click(column + 2, row);
    assert!(sitting.model.screen.legend && !sitting.screen().contains("l légende"), "{}", sitting.screen());
    let (column, row) = sitting.find("x calques");
    let before = sitting.model.reading.caret;
    sitting.click(column, row).click(20, 3);
    assert!(!sitting.screen().contains("l légende") && sitting.model.reading.caret == before);
}

#[test]
fn each_key_of_a_double_hint_is_clicked_alone() {
    let mut sitting = sitting();
    sitting.keys("/").type_text("centre").keys("Enter");
    let (column, row) = sitting.find("n N résultats");
    sitting.click(column, row);
    assert!(sitting.status().contains("2 sur 4"), "{}", sitting.status());
    sitting.click(column + 2, row).click(column + 2, row);
    assert!(sitting.toast().contains("reprise à la fin"), "{}", sitting.toast());
}

#[test]
fn a_message_stands_until_the_next_click() {
    let mut sitting = sitting();
    sitting.keys("s");
    assert!(sitting.toast().contains("surligné"));
    sitting.click(20, 12);
    assert!(sitting.status().contains("LECTURE"), "{}", sitting.status());
}
