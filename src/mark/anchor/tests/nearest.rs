//! The nearest place of what is not found, and what the person says of it.

use super::*;
use crate::mark::{EventId, Note, NoteId, Pen};
use jiff::Timestamp;

/// The words nearest to `quote` of the first text in the second, and how like they are.
fn nearest(before: &[&str], quote: &str, after: &[&str]) -> Option<(String, u8)> {
    let before = document(before);
    let anchor = Anchor::new(&before, span(&before, quote, 0)).completed(&before);
    let after = document(after);
    let nearest = Placer::new(&after).nearest(&anchor)?;
    Some((after.slice(nearest.span).to_owned(), nearest.likeness))
}

const TREES: &str = "Sur les quais, trois cents arbres seront plantés avant l’hiver, promet la mairie.";

#[test]
fn the_nearest_place_is_the_one_most_like_the_passage() {
    let other = "Ailleurs, cinq cents arbres furent abattus, et trois cents bancs seront posés.";
    let changed = "Le long du fleuve, trois cents platanes furent plantés dès l’automne, selon la ville.";
    let (words, likeness) =
        nearest(&[FIRST, TREES, THIRD], "trois cents arbres seront plantés", &[FIRST, changed, other, THIRD])
            .expect("there is one");
    assert_eq!(words, "trois cents platanes furent plantés");
    assert!((55..80).contains(&likeness), "{likeness}");
}

#[test]
fn of_several_places_with_its_words_one_is_offered() {
    let (words, likeness) =
        nearest(&[FIRST, TREES], "trois cents arbres", &[THIRD, "Trois cents arbres. Trois cents arbres."])
            .expect("there is one");
    assert_eq!(words, "Trois cents arbres");
    assert!(likeness > 55, "{likeness}");
}

#[test]
fn where_the_passage_is_gone_the_place_it_stood_at_is_offered() {
    let (words, likeness) =
        nearest(&[FIRST, SECOND, TREES, THIRD], TREES, &[FIRST, SECOND, THIRD]).expect("one");
    assert_eq!((words.as_str(), likeness), ("", 0), "nothing stands there");
}

#[test]
fn nothing_is_like_a_passage_in_another_document() {
    let other = "Une recette de pommes au four avec du miel et quelques noix concassées.";
    assert_eq!(nearest(&[FIRST, TREES, THIRD], "trois cents arbres seront plantés", &[other]), None);
    assert_eq!(nearest(&[FIRST], "groupe", &["…"]), None);
}

fn note(anchor: Anchor) -> Note {
    Note {
        id: NoteId(EventId::nil()),
        anchor,
        placement: Placement::Orphan,
        pen: Pen::Yellow,
        body: String::new(),
        tags: Vec::new(),
        created: Timestamp::UNIX_EPOCH,
        changed: Timestamp::UNIX_EPOCH,
        head: EventId::nil(),
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

#[test]
fn what_the_person_says_of_one_text_holds_in_that_text_and_the_old_text_brings_the_old_place_back() {
    let old = document(&[FIRST, TREES, THIRD]);
    let new = document(&[FIRST, "Rien de tel, dit la mairie, qui plante ailleurs.", THIRD]);
    let mut note = note(Anchor::new(&old, span(&old, "trois cents arbres", 0)).completed(&old));
    assert_eq!(Placer::new(&new).place_note(&note), Placement::Orphan);
    let here = Anchor::new(&new, span(&new, "qui plante ailleurs", 0)).completed(&new);
    assert_eq!(note.attach(&here.text.clone(), Some(here.clone())), None);

    let place = |document: &Document| Placer::new(document).place_note(&note);
    assert_eq!(place(&new), Placement::Exact(span(&new, "qui plante ailleurs", 0)));
    assert_eq!(place(&old), Placement::Exact(span(&old, "trois cents arbres", 0)));
    // Of a third text neither is said: what is surest there counts.
    let third = document(&[THIRD, FIRST, "Rien de tel, dit la mairie, qui plante ailleurs."]);
    assert_eq!(place(&third).span(), Some(span(&third, "qui plante ailleurs", 0)));
    assert_eq!(note.attach(&here.text, None), Some(here));
    assert_eq!(Placer::new(&new).place_note(&note), Placement::Orphan);
}
