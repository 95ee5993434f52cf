//! The walk of somebody who has read no manual.

use crate::{is_at, sitting};

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
    assert_eq!(sitting.toast(), "surligné · u annule · enregistré");
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
