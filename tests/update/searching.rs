//! Searching.

use crate::{is_at, sitting};

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
