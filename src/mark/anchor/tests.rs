use super::*;
use crate::doc::{Builder, Extent};
use proptest::prelude::*;

const FIRST: &str =
    "Le groupe veut «\u{a0}devenir des hyperscalers\u{a0}», a dit hier son président à Barcelone.";
const SECOND: &str = "La fédération a déploré l’échec de la réforme du marché et demandé un nouveau texte.";
const THIRD: &str = "Les opérateurs, eux, attendent la décision de la Commission avant la fin de l’année.";

fn document(paragraphs: &[&str]) -> Document {
    let mut builder = Builder::default();
    for paragraph in paragraphs {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Extent::Whole)
}

/// The `nth` occurrence of `quote` in `document`.
fn span(document: &Document, quote: &str, nth: usize) -> Span {
    let (start, _) = document.text().match_indices(quote).nth(nth).expect("the quote is there");
    Span::new(start, start + quote.len())
}

/// Anchors the first `quote` in `before`, and says where it stands in `after`.
fn moved(before: &[&str], quote: &str, after: &[&str]) -> (Placement, Option<String>) {
    let before = document(before);
    let anchor = Anchor::new(&before, span(&before, quote, 0)).completed(&before);
    let after = document(after);
    let placement = Placer::new(&after).place(&anchor);
    (placement, placement.span().map(|span| after.slice(span).to_owned()))
}

#[test]
fn an_anchor_keeps_the_quote_its_surroundings_and_its_headings() {
    let mut builder = Builder::default();
    builder.block(BlockKind::Heading(1), "Discours").block(BlockKind::Heading(2), "Lundi");
    builder.block(BlockKind::Heading(2), "Mardi").block(BlockKind::Paragraph, FIRST);
    let document = builder.finish(Extent::Whole);
    let anchor = Anchor::new(&document, span(&document, "devenir des hyperscalers", 0));
    assert_eq!(anchor.quote, "devenir des hyperscalers");
    assert_eq!(anchor.before, "Discours\nLundi\nMardi\nLe groupe veut «\u{a0}");
    assert_eq!(anchor.after, "\u{a0}», a dit hier son président à Barcelone.");
    assert_eq!((anchor.start, anchor.end), (38, 62));
    assert_eq!(anchor.headings, ["Discours", "Mardi"]);
    assert_eq!(anchor.text.len(), 16);
}

#[test]
fn context_is_long_enough_even_where_letters_are_rare() {
    let dots = ". . . . ".repeat(40);
    let document = document(&[&format!("{}{dots}ici{dots}", "abcdefgh".repeat(10))]);
    let anchor = Anchor::new(&document, span(&document, "ici", 0));
    assert_eq!(letters::letters(&anchor.before).len(), CONTEXT);
    assert_eq!(anchor.after, dots);
}

#[test]
fn typography_does_not_move_a_note() {
    use unicode_normalization::UnicodeNormalization as _;
    let english = FIRST.replace("«\u{a0}", "\"").replace("\u{a0}»", "\"").replace('’', "'");
    let decomposed: String = SECOND.nfd().collect();
    let wrapped = FIRST.replace("des hyperscalers", "des hyper\u{ad}sca\u{ad}lers").to_uppercase();
    for (first, second) in [
        (english.as_str(), SECOND),
        (FIRST, decomposed.as_str()),
        (wrapped.as_str(), SECOND),
        (
            "Le groupe veut «\u{202f}devenir des\nhyperscalers\u{202f}»,\na dit hier son président à Barcelone.",
            SECOND,
        ),
    ] {
        for quote in ["devenir des hyperscalers", "échec de la réforme", "échec", "hyperscalers"] {
            let (placement, found) = moved(&[FIRST, SECOND, THIRD], quote, &[first, second, THIRD]);
            assert!(matches!(placement, Placement::Exact(_)), "{quote}: {placement:?} in {first} {second}");
            let found = found.expect("it is placed");
            assert_eq!(letters::letters(&found), letters::letters(quote));
        }
    }
}

#[test]
fn a_mark_over_the_last_letter_belongs_to_the_place() {
    let (_, found) = moved(&["Un café noir", SECOND], "café", &["Un cafe\u{301} noir", SECOND]);
    assert_eq!(found.as_deref(), Some("cafe\u{301}"));
}

#[test]
fn quotation_marks_of_the_passage_are_taken_in_again() {
    let quote = "«\u{a0}devenir des hyperscalers\u{a0}»";
    let english = FIRST.replace("«\u{a0}", "“").replace("\u{a0}»", "”");
    let (_, found) = moved(&[FIRST, SECOND], quote, &[&english, SECOND]);
    assert_eq!(found.as_deref(), Some("“devenir des hyperscalers”"));
    let (_, found) = moved(&[&english, SECOND], "“devenir des hyperscalers”", &[FIRST, SECOND]);
    assert_eq!(found.as_deref(), Some(quote));
}

#[test]
fn a_paragraph_that_moved_is_found() {
    let (placement, found) = moved(&[FIRST, SECOND, THIRD], SECOND, &[THIRD, SECOND, FIRST]);
    assert!(matches!(placement, Placement::Moved(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some(SECOND));
}

#[test]
fn two_occurrences_are_told_apart_by_what_surrounds_them() {
    let texts = [
        "At first we had everything before us, and nobody asked why.",
        "Then the winter came and we had nothing before us, and everybody knew why.",
    ];
    let before = document(&texts);
    let after =
        document(&[THIRD, "At first we had every-thing before us, and nobody asked.", SECOND, texts[1]]);
    let placer = Placer::new(&after);
    for (nth, side) in [(0, "every-thing "), (1, "nothing ")] {
        let anchor = Anchor::new(&before, span(&before, "before us", nth));
        let span = placer.place(&anchor).span().expect("it is placed");
        assert!(after.text()[..span.start()].ends_with(side), "{}", &after.text()[..span.start()]);
    }
}

#[test]
fn of_many_occurrences_the_right_one_is_found() {
    let paragraphs: Vec<String> = (0..200)
        .map(|number| format!("Le marché {number} du pays {} a crû de {} points.", number * 7, number * 3))
        .collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let before = document(&paragraphs);
    // So many more of them ahead that the place in the text says nothing.
    let mut edited = vec!["Rien de neuf du pays depuis."; 300];
    edited.extend(&paragraphs);
    let after = document(&edited);
    let anchor = Anchor::new(&before, span(&before, "du pays", 117));
    let found = Placer::new(&after).place(&anchor).span().expect("it is placed");
    assert_eq!(found, span(&after, "du pays", 417));
}

#[test]
fn a_short_quote_is_found_on_whole_words_only() {
    let (placement, _) = moved(
        &["Un art ancien, disait-il, que personne ne pratique plus.", SECOND],
        "art",
        &["Une partie ancienne, disait-il, que personne ne pratique plus.", SECOND],
    );
    assert_eq!(placement, Placement::Orphan);
    let nfd = "Un tat, un e\u{301}tat.";
    let before = document(&[nfd]);
    let anchor = Anchor::new(&before, span(&before, "tat", 0));
    let after = document(&["Un e\u{301}tat, un."]);
    assert_eq!(Placer::new(&after).place(&anchor), Placement::Orphan);
}

#[test]
fn a_soft_hyphen_does_not_end_a_word() {
    let before = ["Un tat ancien, disait-il, que personne ne pratique plus.", SECOND];
    let after = ["Un é\u{ad}tat ancien, disait-il, que personne ne pratique plus.", SECOND];
    assert_eq!(moved(&before, "tat", &after).0, Placement::Orphan);
}

#[test]
fn of_a_quote_of_middle_length_one_side_must_remain_in_part() {
    let before = ["Hier soir encore, la réforme du marché a occupé les bancs de la gauche jusqu’à minuit."];
    let half =
        ["Autre séance, autre sujet : la réforme du marché a occupé les bancs du centre une heure, dit-on."];
    let none = ["On lit partout que la réforme du marché, pourtant votée, dort dans un tiroir ministériel."];
    assert!(matches!(moved(&before, "la réforme du marché", &half).0, Placement::Moved(_)));
    assert_eq!(moved(&before, "la réforme du marché", &none).0, Placement::Orphan);
}

#[test]
fn a_look_alike_does_not_take_the_place_of_a_deleted_passage() {
    let passage = "Selon lui, la hausse des prix a été décidée par le conseil de mars.";
    let look_alike = "Selon elle, la baisse des prix a été décidée par le conseil de juin.";
    for quote in [passage, "la hausse des prix a été décidée", "hausse"] {
        let (placement, _) =
            moved(&[FIRST, passage, SECOND, look_alike], quote, &[FIRST, SECOND, look_alike]);
        assert_eq!(placement, Placement::Orphan, "{quote}");
    }
    // The very words stand twice elsewhere, in other surroundings: they are there, but not here.
    let formula = "il a refusé de répondre à nos questions";
    let (placement, _) = moved(
        &[&format!("{FIRST} Joint hier par téléphone, {formula}, puis raccroché sans un mot."), SECOND],
        formula,
        &[&format!("Rien : {formula}."), SECOND, &format!("Vu lundi, {formula} aussi."), THIRD],
    );
    assert_eq!(placement, Placement::Ambiguous);
}

#[test]
fn a_twin_does_not_take_the_place_of_a_deleted_passage() {
    let refrain = "Il pleut sur la ville et sur les toits gris.";
    let refrains = [FIRST, refrain, SECOND, refrain, THIRD];
    let placement = |quote, after: &[&str]| moved(&refrains, quote, after).0;
    for quote in [refrain, "sur la ville", "pleut"] {
        assert_eq!(placement(quote, &[FIRST, SECOND, refrain, THIRD]).span(), None, "{quote}");
        let kept = [FIRST, refrain, SECOND, THIRD];
        assert_eq!(moved(&refrains, quote, &kept).1.as_deref(), Some(quote), "the twin went");
        let edited = [FIRST, refrain, &SECOND.replace("déploré", "regretté"), THIRD];
        assert_eq!(moved(&refrains, quote, &edited).1.as_deref(), Some(quote), "and its neighbour changed");
    }
    // A refrain of two lines: what follows fits as well as before, what goes before does not.
    let second_line = "Et le vent tourne autour de la vieille horloge.";
    let song = [FIRST, refrain, second_line, SECOND, refrain, second_line];
    let (placement, _) = moved(&song, refrain, &[FIRST, SECOND, refrain, second_line]);
    assert_eq!(placement, Placement::Ambiguous);
}

#[test]
fn an_anchor_made_in_the_first_part_is_completed_in_the_whole() {
    let refrain = "Il pleut sur la ville.";
    let whole = document(&[FIRST, refrain, SECOND, refrain, THIRD]);
    let mut builder = Builder::default();
    builder.block(BlockKind::Paragraph, FIRST).block(BlockKind::Paragraph, refrain);
    let part = builder.finish(Extent::Prefix(whole.text().len() as u64));
    let of_part = Anchor::new(&part, span(&part, refrain, 0));
    let of_whole = Anchor::new(&whole, span(&whole, refrain, 0)).completed(&whole);
    assert_ne!(of_part.text, of_whole.text);
    assert_eq!(of_part.completed(&whole), of_whole);
    assert_eq!(of_whole.rivals.map(|rivals| rivals.twins), Some(1));
    let elsewhere = Anchor::new(&whole, span(&whole, refrain, 0));
    let other = document(&[THIRD, refrain]);
    assert_eq!(elsewhere.clone().completed(&other), elsewhere, "it was not made in a part of that");
}

#[test]
fn what_was_deleted_is_an_orphan() {
    let (placement, _) = moved(&[FIRST, SECOND, THIRD], SECOND, &[FIRST, THIRD]);
    assert_eq!(placement, Placement::Orphan);
    let (placement, _) = moved(&[FIRST, SECOND, THIRD], "marché", &[FIRST, THIRD]);
    assert_eq!(placement, Placement::Orphan);
}

#[test]
fn nothing_is_found_in_another_document() {
    let other =
        "We the undersigned ask the council to think again about the road, the school and the market.";
    for quote in [SECOND, "la réforme du marché", "texte", "marché"] {
        let (placement, _) =
            moved(&[FIRST, SECOND, THIRD], quote, &[other, "Le texte du marché de la semaine."]);
        assert_eq!(placement, Placement::Orphan, "{quote}");
    }
    let (placement, _) = moved(&[FIRST], "»", &[other]);
    assert_eq!(placement, Placement::Orphan);
    let empty = Builder::default().finish(Extent::Whole);
    let before = document(&[FIRST]);
    let anchor = Anchor::new(&before, span(&before, "groupe", 0));
    assert_eq!(Placer::new(&empty).place(&anchor), Placement::Orphan);
}

proptest! {
    #[test]
    fn in_the_same_document_every_span_is_exact(text in "(\\PC|[ a-zé«»’.]){1,600}", one: prop::sample::Index, other: prop::sample::Index) {
        let document = document(&[&text]);
        let edges: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        let span = Span::between(edges[one.index(edges.len())], edges[other.index(edges.len())]);
        let anchor = Anchor::new(&document, span);
        prop_assert_eq!(Placer::new(&document).place(&anchor), Placement::Exact(span));
        // Any other text may hold it or not, but must not stop the program.
        let other = self::document(&[&text.to_uppercase(), FIRST]);
        let found = Placer::new(&other).place(&anchor).span();
        prop_assert!(found.is_none_or(|span| other.text().get(span.range()).is_some()));
    }
}
