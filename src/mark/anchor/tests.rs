mod book;
mod nearest;

use super::*;
use crate::doc::{BlockKind, Builder, Extent, Part};
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
fn in_a_book_the_line_of_its_contents_is_the_heading() {
    let mut builder = Builder::default();
    let part =
        |title: &str, level, place: &str| Part { title: title.to_owned(), level, place: place.to_owned() };
    builder.block(BlockKind::Heading(1), "I").block(BlockKind::Heading(2), "Le départ");
    builder.destination("1".to_owned(), 0).block(BlockKind::Paragraph, FIRST);
    builder.block(BlockKind::Heading(3), "À l’aube").block(BlockKind::Paragraph, SECOND);
    let second = builder.len() + 1;
    builder.block(BlockKind::Paragraph, THIRD).destination("2".to_owned(), second);
    builder.contents(vec![part("Première partie", 1, "1"), part("I. Le départ", 2, "1"), part("II", 2, "2")]);
    let document = builder.finish(Extent::Whole);
    let headings = |words: &str| {
        let start = document.text().find(words).expect("there");
        Anchor::new(&document, Span::new(start, start + words.len())).headings
    };
    assert_eq!(headings(FIRST), ["Première partie", "I. Le départ"], "its own words are not named again");
    assert_eq!(headings(SECOND), ["Première partie", "I. Le départ", "À l’aube"]);
    assert_eq!(headings(THIRD), ["Première partie", "II"], "a chapter without a heading in the text");
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
fn a_reworded_passage_is_found_and_said_to_be_reworded() {
    let reworded = SECOND.replace("a déploré l’échec", "a regretté hier l’échec").replace("nouveau", "autre");
    let (placement, found) = moved(&[FIRST, SECOND, THIRD], SECOND, &[FIRST, &reworded, THIRD]);
    assert!(matches!(placement, Placement::Approximate(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some(&*reworded));
    // It ends with a whole word, though its letters end within one.
    let quote = "déploré l’échec de la réforme du marché";
    let plural = SECOND.replace("la réforme du marché", "la réforme des marchés");
    let (placement, found) = moved(&[FIRST, SECOND, THIRD], quote, &[FIRST, &plural, THIRD]);
    assert!(matches!(placement, Placement::Approximate(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some("déploré l’échec de la réforme des marchés"));
}

#[test]
fn typing_errors_are_forgiven_where_the_surroundings_hold() {
    let (placement, found) =
        moved(&[FIRST, SECOND, THIRD], "hyperscalers", &[&FIRST.replace("hypersc", "hyprsc"), SECOND]);
    assert!(matches!(placement, Placement::Approximate(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some("hyprscalers"));
}

#[test]
fn a_long_passage_is_found_by_its_two_ends() {
    let middle =
        |word: &str| format!("Puis le débat a repris sur {word}, sans conclusion ni vote. ").repeat(8);
    let passage = |word| format!("{FIRST} {SECOND} {} {THIRD} {FIRST}", middle(word));
    let (long, edited) = (passage("les prix"), passage("l’emploi").replace("hier soir", "ce matin"));
    let frame = ["Rien de neuf ce matin dans les couloirs.", "La séance a été levée à minuit passé."];
    let (placement, found) = moved(&[frame[0], &long, frame[1]], &long, &[frame[0], &edited, frame[1]]);
    assert!(matches!(placement, Placement::Approximate(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some(&*edited));
}

#[test]
fn of_places_alike_the_one_in_its_surroundings_is_taken_though_its_words_changed_more() {
    let twin = "Il a promis de publier les comptes de la société avant la fin du mois.";
    let edited = twin.replace("promis de publier les comptes", "juré de montrer tous les comptes");
    let (_, found) =
        moved(&[FIRST, twin, SECOND], twin, &[THIRD, &twin.replace("fin", "mi"), FIRST, &edited, SECOND]);
    assert_eq!(found.as_deref(), Some(&*edited));
}

#[test]
fn a_look_alike_that_was_there_from_the_start_is_not_the_passage() {
    let passage =
        "Le conseil régional a voté hier la hausse du prix des abonnements de train pour les étudiants.";
    let look_alike = passage.replace("hier", "aussi").replace("train", "car");
    let texts = [FIRST, passage, SECOND, FIRST, &look_alike, SECOND];
    let anchor = Anchor::new(&document(&texts), span(&document(&texts), passage, 0));
    let rivals = anchor.completed(&document(&texts)).rivals.expect("they were counted");
    assert_eq!((rivals.twins, rivals.alike), (0, 1));
    let (placement, _) = moved(&texts, passage, &[THIRD, FIRST, &look_alike, SECOND]);
    assert_eq!(placement, Placement::Ambiguous);
}

#[test]
fn what_took_the_place_of_a_passage_is_shown_as_changed() {
    let other =
        "Il pleuvait sur Lisbonne quand les délégués ont quitté le palais, sans un mot pour la presse.";
    let (placement, found) = moved(&[FIRST, SECOND, THIRD], SECOND, &[FIRST, other, THIRD]);
    assert!(matches!(placement, Placement::Changed(_)), "{placement:?}");
    assert_eq!(found.as_deref(), Some(other));
    // Too little to have taken its place: it was deleted.
    assert_eq!(moved(&[FIRST, SECOND, THIRD], SECOND, &[FIRST, "Bref.", THIRD]).0, Placement::Orphan);
    // Far too much.
    let much = other.repeat(8);
    assert_eq!(moved(&[FIRST, SECOND, THIRD], SECOND, &[FIRST, &much, THIRD]).0, Placement::Orphan);
    // Twice, or already twice when the note was made: nothing tells which.
    let twice = [
        FIRST,
        other,
        THIRD,
        FIRST,
        "Un tout autre sujet occupait ce soir-là les conversations du port.",
        THIRD,
    ];
    assert_eq!(moved(&[FIRST, SECOND, THIRD], SECOND, &twice).0, Placement::Orphan);
    let before = [FIRST, SECOND, THIRD, FIRST, twice[4], THIRD];
    assert_eq!(moved(&before, SECOND, &[FIRST, other, THIRD]).0, Placement::Orphan);
}

#[test]
fn work_is_bounded_and_what_comes_after_is_not_placed() {
    let reworded = SECOND.replace("déploré", "regretté");
    let (before, after) = (document(&[FIRST, SECOND, THIRD]), document(&[FIRST, &reworded, THIRD]));
    let anchor = Anchor::new(&before, span(&before, SECOND, 0)).completed(&before);
    let placer = Placer::new(&after);
    assert!(placer.place(&anchor).span().is_some());
    placer.exhaust();
    assert_eq!(placer.place(&anchor), Placement::Pending, "it may be there");
    let here = Anchor::new(&after, span(&after, "réforme", 0));
    assert!(placer.place(&here).span().is_some(), "in its own text it is found without looking");
}

/// Chapters with a heading each.
fn chapters(chapters: &[(&str, &[&str])]) -> Document {
    let mut builder = Builder::default();
    for (heading, paragraphs) in chapters {
        builder.block(BlockKind::Heading(1), heading);
        for paragraph in *paragraphs {
            builder.block(BlockKind::Paragraph, paragraph);
        }
    }
    builder.finish(Extent::Whole)
}

#[test]
fn of_places_that_fit_the_one_in_the_same_chapter_is_taken() {
    let refrain = "Et le fleuve coule encore, sans rien dire, sous les ponts de la ville endormie.";
    let (first, last) = ("Elle part au matin pour la gare.", "Elle revient le soir par le quai.");
    let before =
        chapters(&[("Un", &[first, refrain, last]), ("Deux", &[first, refrain, last]), ("Trois", &[THIRD])]);
    for (nth, chapter) in ["Un", "Deux"].iter().enumerate() {
        for quote in ["coule encore", refrain] {
            let anchor = Anchor::new(&before, span(&before, quote, nth)).completed(&before);
            for reworded in [refrain.to_owned(), refrain.replace("endormie", "qui dort")] {
                let after = chapters(&[
                    ("Avant", &[SECOND]),
                    ("Deux", &[first, &reworded, last]),
                    ("Un", &[first, &reworded, last]),
                ]);
                let found = Placer::new(&after).place(&anchor).span().expect("found");
                let headings = Anchor::new(&after, found).headings;
                assert_eq!(headings, [*chapter], "{quote} in {reworded}");
            }
        }
    }
}

#[test]
fn a_twin_in_another_chapter_is_not_taken_for_a_passage_that_is_gone() {
    let refrain = "Et le fleuve coule encore, sans rien dire, sous les ponts de la ville endormie.";
    let (first, last) = ("Elle part au matin pour la gare.", "Elle revient le soir par le quai.");
    let before = chapters(&[("Un", &[first, refrain, last]), ("Deux", &[first, refrain, last])]);
    let anchor = Anchor::new(&before, span(&before, "coule encore", 0)).completed(&before);
    let after = chapters(&[("Un", &[THIRD]), ("Deux", &[first, refrain, last])]);
    assert_eq!(Placer::new(&after).place(&anchor), Placement::Ambiguous);
    // Where the chapter itself is gone, nobody knows whether it was renamed.
    let after = chapters(&[("Chapitre un", &[first, refrain, last])]);
    assert!(Placer::new(&after).place(&anchor).span().is_some());
}

#[test]
fn a_phrase_in_another_document_is_not_the_passage() {
    let before = document(&[FIRST, SECOND, THIRD]);
    let anchor = Anchor::new(&before, span(&before, "déploré l’échec de la réforme", 0)).completed(&before);
    let after = document(&["Le syndicat a déploré l’échec de la réforme des retraites, votée en mars."]);
    let placer = Placer::new(&after);
    assert!(placer.place(&anchor).span().is_some(), "as far as anybody knows it is an edition");
    let placer = placer.among([anchor.text.clone()].into());
    assert_eq!(placer.place(&anchor), Placement::Ambiguous);
    let whole = document(&["Autre chose.", FIRST, SECOND, THIRD]);
    let placer = Placer::new(&whole).among([anchor.text.clone()].into());
    assert!(placer.place(&anchor).span().is_some(), "with both its sides it is the passage");
}

#[test]
fn the_first_and_the_last_words_and_surroundings_beyond_the_text() {
    let text = "lorem ipsum dolor amet yada yada";
    for (quote, nth) in [("lorem", 0), ("yada", 0), ("yada", 1), (text, 0), ("l", 0)] {
        let before = document(&[text]);
        let anchor = Anchor::new(&before, span(&before, quote, nth)).completed(&before);
        let after = document(&[text, "post scriptum"]);
        let found = Placer::new(&after).place(&anchor).span();
        assert_eq!(found, Some(span(&after, quote, nth)), "{quote} {nth}");
    }
}

#[test]
fn what_is_found_goes_back_when_the_old_edition_comes_back() {
    let before = document(&[FIRST, SECOND, THIRD]);
    let anchor = Anchor::new(&before, span(&before, "réforme du marché", 0)).completed(&before);
    let after = document(&[THIRD, &SECOND.replace("du marché", "des marchés")]);
    assert!(matches!(Placer::new(&after).place(&anchor), Placement::Moved(_) | Placement::Approximate(_)));
    assert_eq!(Placer::new(&before).place(&anchor), Placement::Exact(span(&before, "réforme du marché", 0)));
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
