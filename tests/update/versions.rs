//! A note written in two places at once.

use crate::common::Sitting;
use crate::over;
use exergue::app::Message;
use exergue::mark::{Edit, Note};
use uuid::Uuid;

/// A note of the first sentence, which another device wrote otherwise.
fn twice() -> Sitting {
    let mut sitting = over("Une première phrase. Une deuxième phrase.\n\nUn autre paragraphe, plus loin.\n");
    sitting.keys("c").type_text("ici").keys("Esc");
    let mut notes = sitting.model.notes.clone();
    let id = notes.iter().next().expect("one").id;
    let other = Edit::Settle { note: id, event: Uuid::from_u128(9), body: Some("ailleurs".to_owned()) };
    notes.apply(other, Uuid::from_u128(9), sitting.now).expect("it is new");
    sitting.send(Message::Merged { notes, writable: Ok(()) });
    sitting
}

fn note(sitting: &Sitting) -> &Note {
    sitting.model.notes.iter().next().expect("one note")
}

fn says(sitting: &Sitting) -> (&str, usize) {
    (&note(sitting).body, note(sitting).others().count())
}

#[test]
fn the_mark_stands_in_the_card_the_notebook_and_the_editor() {
    let mut sitting = twice();
    assert!(
        sitting.screen().contains("2 versions") && sitting.footer().contains("gv versions"),
        "{}",
        sitting.screen()
    );
    sitting.keys("C");
    assert!(
        sitting.screen().contains("2 versions") && sitting.footer().contains("v versions"),
        "{}",
        sitting.screen()
    );
    sitting.keys("c");
    assert!(sitting.screen().contains("plume : jaune · 2 versions"), "{}", sitting.screen());
    sitting.type_text("!").keys("Alt-v");
    assert_eq!(sitting.toast(), "Échap enregistre d’abord ce qui est écrit");
    sitting.keys("Esc c Alt-v");
    assert!(sitting.screen().contains("2 versions de cette note"), "{}", sitting.screen());
}

#[test]
fn both_are_shown_and_a_letter_keeps_one() {
    let mut sitting = twice();
    sitting.keys("g v");
    let screen = sitting.screen();
    assert!(screen.contains("a affichée") && screen.contains("b écrite à part"), "{screen}");
    assert!(screen.contains("ici") && screen.contains("ailleurs"), "{screen}");
    assert!(sitting.footer().contains("j joindre"), "{}", sitting.footer());
    sitting.keys("Esc");
    assert_eq!(says(&sitting), ("ici", 1), "nothing is decided");

    sitting.keys("g v b");
    assert_eq!(says(&sitting), ("ailleurs", 0));
    assert!(sitting.toast().starts_with("version gardée : « ailleurs »"), "{}", sitting.toast());
    sitting.keys("u");
    assert_eq!(says(&sitting), ("ici", 1), "one key takes it back");
    sitting.keys("g v a");
    assert_eq!(says(&sitting), ("ici", 0));
    assert!(!sitting.screen().contains("2 versions"));
    sitting.keys("g v");
    assert_eq!(sitting.toast(), "cette note n’a qu’une version");
}

#[test]
fn j_joins_them() {
    let mut sitting = twice();
    sitting.keys("C v j");
    assert_eq!(says(&sitting), ("ici\n\nailleurs", 0));
    sitting.keys("u");
    assert_eq!(says(&sitting), ("ici", 1));
}
