//! Drafts: what is being typed outlives the program, and takes the place of nothing.

use crate::common::Sitting;
use crate::{over, sitting};
use exergue::app::Message;
use exergue::doc::plain;
use exergue::mark::Draft;
use std::sync::Arc;

/// The draft that is kept once two seconds have passed since the last one.
fn kept(sitting: &mut Sitting) -> Draft {
    sitting.wait(2_000);
    sitting.drafts.0.last().cloned().expect("one is kept")
}

/// The same document in another run, with the notes of the one before.
fn next_run(before: &Sitting) -> Sitting {
    let mut sitting = sitting();
    for event in &before.journal {
        sitting.model.notes.apply(event.edit.clone(), event.id, event.at);
    }
    sitting
}

fn offer(sitting: &mut Sitting, draft: Draft) {
    sitting.send(Message::Drafted(Box::new(draft), "14:05".to_owned()));
}

#[test]
fn what_is_typed_is_kept_every_two_seconds_at_most() {
    let mut sitting = sitting();
    sitting.keys("l l c");
    assert_eq!(sitting.drafts.1, 0, "nothing is typed yet");
    // Twenty letters a second.
    sitting.type_text(&"lettres".repeat(17));
    assert_eq!(sitting.drafts.1, 3);
    assert_eq!(kept(&mut sitting).text, "lettres".repeat(17));
    assert_eq!(sitting.model.deadline(), None, "nothing more is to be done");
    sitting.wait(60_000).type_text("!");
    assert!(sitting.drafts.0[0].text.ends_with("lettres!"), "after a pause it is kept at once");
}

#[test]
fn a_draft_goes_when_its_note_is_saved_given_up_or_as_before() {
    for end in ["Esc", "Ctrl-c Ctrl-c", "Backspace"] {
        let mut sitting = sitting();
        sitting.keys("c").type_text("à").wait(5_000);
        assert_eq!(sitting.drafts.0.len(), 1);
        sitting.keys(end);
        assert_eq!(sitting.drafts.0, [], "{end}");
    }
}

#[test]
fn a_note_given_up_and_opened_again_is_a_draft_again() {
    let mut sitting = sitting();
    sitting.keys("c").type_text("à moitié").keys("Ctrl-c Ctrl-c").wait(5_000);
    sitting.keys("u");
    assert_eq!(kept(&mut sitting).text, "à moitié");
}

#[test]
fn a_draft_is_offered_on_its_passage_and_saved_by_the_usual_key() {
    let mut first = sitting();
    first.keys("l l c Tab").type_text("à moitié #eau");
    let (draft, passage) = (kept(&mut first), first.sentence().to_owned());
    let mut second = sitting();
    offer(&mut second, draft);
    let toast = second.toast();
    assert_eq!(toast, "brouillon retrouvé (14:05) · Échap l’enregistre · Ctrl-C l’abandonne");
    assert_eq!(second.sentence(), passage);
    second.type_text("x").keys("Esc");
    assert_eq!(second.notes(), [format!("Green [{passage}] à moitié #eaux")]);
    assert_eq!(second.drafts.0, []);
}

#[test]
fn the_draft_of_a_note_that_is_as_it_was_rewrites_it() {
    let mut first = sitting();
    first.keys("c").type_text("un #eau").keys("Esc c").type_text(" deux");
    let draft = kept(&mut first);
    let mut second = next_run(&first);
    offer(&mut second, draft);
    second.keys("Esc");
    assert_eq!(second.notes().len(), 1);
    assert!(second.notes()[0].ends_with("un #eau deux #eau"), "{:?}", second.notes());
}

#[test]
fn a_draft_takes_the_place_of_no_note_that_was_changed_since() {
    let mut first = sitting();
    first.keys("c").type_text("un").keys("Esc c").type_text(" deux");
    let draft = kept(&mut first);
    let mut second = next_run(&first);
    second.keys("c").type_text(" trois").keys("Esc");
    offer(&mut second, draft);
    second.keys("Esc");
    let bodies: Vec<&str> = second.model.notes.iter().map(|note| note.body.as_str()).collect();
    assert_eq!(bodies, ["un trois", "un deux"]);
}

#[test]
fn a_draft_that_was_saved_is_not_offered() {
    let mut first = sitting();
    first.keys("c").type_text("entier #eau");
    let draft = kept(&mut first);
    first.keys("Esc");
    let mut second = next_run(&first);
    second.drafts.0.push(draft.clone());
    offer(&mut second, draft);
    assert_eq!((second.toast().as_str(), second.model.overlays.len()), ("", 0));
    assert_eq!(second.drafts.0, [], "it goes");
}

#[test]
fn a_draft_waits_under_what_is_being_typed() {
    let mut first = sitting();
    first.keys("l l c").type_text("premier");
    let draft = kept(&mut first);
    let mut second = sitting();
    second.keys("c").type_text("second");
    offer(&mut second, draft);
    second.type_text(" !").keys("Esc");
    assert!(second.notes()[0].ends_with("second !"), "{:?}", second.notes());
    second.type_text(" ?");
    assert_eq!(kept(&mut second).text, "premier ?");
    second.keys("Esc");
    assert_eq!(second.notes().len(), 2);
}

#[test]
fn a_draft_whose_passage_is_lost_stands_on_the_sentence_at_the_caret() {
    let mut first = sitting();
    first.keys("l l c").type_text("à moitié");
    let draft = kept(&mut first);
    let mut second = over("Tout autre chose. Et encore.");
    offer(&mut second, draft);
    second.keys("Esc");
    assert_eq!(second.notes(), ["Yellow [Tout autre chose.] à moitié"]);
}

#[test]
fn a_draft_belongs_to_its_passage_whatever_becomes_of_the_article_meanwhile() {
    let mut first = sitting();
    first.keys("l l c").type_text("à moitié").wait(5_000);
    let passage = first.sentence().to_owned();
    first.send(Message::Opened(Arc::new(plain::read("Rien.", "essai")))).type_text(" écrit");
    let draft = kept(&mut first);
    assert_eq!((draft.text.as_str(), draft.anchor.quote), ("à moitié écrit", passage));
}
