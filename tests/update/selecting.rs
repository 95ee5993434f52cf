//! Selecting more exactly than by the sentence.

use crate::common::Sitting;
use crate::{is_at, over, sitting};

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

#[test]
fn far_motions_and_jumps_extend_too() {
    for (keys, end) in [("Ctrl-d h", ""), ("PageDown h", ""), ("3 G", "\nL"), ("5 0 % h", ""), (": ", "")] {
        let mut sitting = Sitting::new(80, 14);
        sitting.keys("v");
        if keys == ": " {
            sitting.keys(":").type_text("next-quote").keys("Enter");
            assert!(sitting.selected().ends_with("de «"), "{}", sitting.selected());
            continue;
        }
        sitting.keys(keys);
        let selected = sitting.selected();
        assert!(selected.len() > 300 && selected.ends_with(end), "{keys}: {selected}");
    }
}

#[test]
fn a_search_taken_back_leaves_the_selection_as_it_was() {
    let mut sitting = sitting();
    sitting.keys("v /").type_text("cloud").keys("Esc");
    assert_eq!(sitting.selected(), "Arthur");
    sitting.keys("/").type_text("Barcelone").keys("Enter");
    assert!(sitting.selected().ends_with("tient à B"), "{}", sitting.selected());
}
