//! A document that may be another one, which has annotations.

use crate::common::Sitting;
use crate::{is_at, over};
use exergue::app::{Effect, Message};
use exergue::store::Kin;

fn asked() -> Sitting {
    let mut sitting = over("Un titre\n\nUne phrase. Une autre phrase.\n\nUn paragraphe de plus.\n");
    sitting.send(Message::Kin(Kin {
        folder: "le-marche-00000".to_owned(),
        title: "Le marché".to_owned(),
        path: "~/jour.txt".to_owned(),
        notes: 12,
        same_path: true,
    }));
    sitting
}

fn answer(sitting: &Sitting) -> Option<Option<&str>> {
    sitting.asked.iter().find_map(|effect| match effect {
        Effect::SettleIdentity { folder, .. } => Some(folder.as_deref()),
        _ => None,
    })
}

#[test]
fn the_question_says_whose_notes_they_are_and_no_is_the_default() {
    let mut sitting = asked();
    let screen = sitting.screen();
    for words in
        ["Ces notes sont-elles de ce document", "12 notes · « Le marché »", "~/jour.txt", "n non", "o oui"]
    {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    sitting.keys("Enter");
    assert_eq!(answer(&sitting), Some(None));
    assert!(sitting.model.overlays.is_empty() && sitting.toast() == "laissées à leur document");
}

#[test]
fn yes_asks_for_the_notes() {
    let mut sitting = asked();
    sitting.keys("o");
    assert_eq!(answer(&sitting), Some(Some("le-marche-00000")));
}

#[test]
fn reading_goes_on_without_an_answer() {
    let mut sitting = asked();
    sitting.keys("J");
    is_at(&sitting, "Une phrase");
    assert_eq!(answer(&sitting), None, "it is asked again when the document is opened again");
    assert!(sitting.model.overlays.is_empty());
}
