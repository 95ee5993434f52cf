//! Contents, links, footnotes, places, other documents, the library.

use crate::common::Sitting;
use crate::{is_at, over, sitting};
use exergue::app::journey::{self, Arrival, Journey, Origin};
use exergue::app::library::Book;
use exergue::app::{Effect, Message};
use exergue::doc::{BlockKind, Builder, Document, Extent, Part, markdown, plain};
use exergue::notice::Obstacle;
use exergue::words::Lang;
use jiff::Timestamp;
use std::sync::Arc;

const TRAM: &str = "\
# Le tram

Le tram divise[^1] le quartier.

Voir [la suite](b.md#deux), [le site](https://exemple.fr/tram), [plus bas](#detail) ou [rien](#absent).

## Les commerçants

Ils s’inquiètent[^2], dit-on au marché.

### Détail

Rien de plus. Une [commande](javascript:x). ![Un plan](plan.png)

[^1]: Une note qui explique.

[^2]: L’autre note.
";

fn document(text: &str, path: &str) -> Arc<Document> {
    Arc::new(markdown::read(text, "tram", path))
}

fn tram() -> Sitting {
    let mut sitting = Sitting::over(document(TRAM, "/presse/a.md"), 80, 24, Lang::French);
    sitting.model.reading.trail.here = Origin::At("/presse/a.md".to_owned());
    sitting
}

fn book(title: &str, day: &str, second: i64) -> Book {
    Book {
        folder: title.to_lowercase(),
        title: title.to_owned(),
        origin: Some(Origin::At(format!("/presse/{title}.md"))),
        source: format!("~/presse/{title}.md"),
        progress: Some(40),
        read: Timestamp::from_second(second).ok(),
        day: day.to_owned(),
        notes: 2,
        lost: Some(1),
        missing: false,
    }
}

#[test]
fn the_contents_go_to_a_part_and_esc_comes_back_to_the_very_line() {
    let mut sitting = tram();
    sitting.keys("j j");
    let before = (sitting.model.reading.caret, sitting.model.reading.top);
    sitting.keys("o");
    let screen = sitting.screen();
    assert!(screen.contains("Sommaire (3)") && screen.contains("▸ ▌ Le tram"), "{screen}");
    sitting.keys("j Esc");
    assert_eq!((sitting.model.reading.caret, sitting.model.reading.top), before);
    sitting.keys("o G Enter");
    is_at(&sitting, "Détail");
    sitting.keys("Ctrl-o");
    assert_eq!(sitting.model.reading.caret, before.0);
}

#[test]
fn the_contents_are_filtered_while_one_types_and_o_closes_them() {
    let mut sitting = tram();
    sitting.keys("o /").type_text("commercants");
    assert!(sitting.screen().contains("Sommaire (1/3)"), "{}", sitting.screen());
    sitting.keys("Enter");
    is_at(&sitting, "Les commerçants");
    sitting.keys("o /").type_text("xyz");
    assert!(sitting.screen().contains("Rien ne répond au filtre."));
    sitting.keys("Esc o");
    assert!(sitting.model.overlays.is_empty());
}

#[test]
fn an_article_without_headings_shows_its_paragraphs() {
    let mut sitting = over("Un début. Et la suite.\n\nDeux mots encore.");
    sitting.keys("o");
    assert!(sitting.screen().contains("pas de titres, les paragraphes (2)"), "{}", sitting.screen());
    sitting.keys("j Enter");
    is_at(&sitting, "Deux mots");
    let mut empty = over("");
    assert!(empty.keys("o").screen().contains("Ce texte est vide."));
}

/// A book whose chapters have no heading in the text; of a first part only the first two are there.
fn book_of_chapters(extent: Extent) -> Arc<Document> {
    let mut builder = Builder::default();
    builder.title("Le Tram des Halles");
    let part = |number: usize, level| Part {
        title: format!("Chapitre {number}"),
        level,
        place: format!("{number}.xhtml#haut"),
    };
    let there = if extent == Extent::Whole { 4 } else { 2 };
    for number in 1..=there {
        let start = if builder.is_empty() { 0 } else { builder.len() + 1 };
        builder.destination(format!("{number}.xhtml"), start);
        builder.block(BlockKind::Paragraph, &format!("Le récit {number} commence. "));
        builder.block(BlockKind::Paragraph, &"Il continue sans hâte. ".repeat(30));
    }
    builder.contents(vec![part(1, 1), part(2, 2), part(3, 2), part(4, 1)]);
    Arc::new(builder.finish(extent))
}

#[test]
fn the_chapters_of_a_book_are_its_contents_though_the_text_has_no_heading() {
    let mut sitting = Sitting::over(book_of_chapters(Extent::Whole), 80, 24, Lang::French);
    sitting.keys("L");
    is_at(&sitting, "Le récit 2");
    assert!(sitting.screen().contains("Le Tram des Halles › Chapitre 2"), "{}", sitting.screen());
    sitting.keys("J L H");
    is_at(&sitting, "Le récit 2");
    sitting.keys("L L L H H");
    is_at(&sitting, "Le récit 2");
    sitting.keys("o");
    let screen = sitting.screen();
    assert!(screen.contains("Sommaire (4)") && screen.contains("▸ ▌   Chapitre 2"), "{screen}");
    sitting.keys("G Enter");
    is_at(&sitting, "Le récit 4");
    sitting.resize(50, 20);
    assert!(!sitting.screen().contains("› Chapitre"), "no room: {}", sitting.screen());
}

#[test]
fn a_chapter_that_is_not_read_yet_is_gone_to_once_it_is_there() {
    let mut sitting = Sitting::over(book_of_chapters(Extent::Prefix(9000)), 80, 24, Lang::French);
    sitting.keys("o");
    let screen = sitting.screen();
    assert!(screen.contains("Sommaire (4)") && screen.contains("Chapitre 4"), "{screen}");
    sitting.keys("G Enter");
    is_at(&sitting, "Le récit 1");
    sitting.send(Message::Opened(book_of_chapters(Extent::Whole)));
    is_at(&sitting, "Le récit 4");
    sitting.keys("Ctrl-o");
    is_at(&sitting, "Le récit 1");
}

#[test]
fn contents_found_so_far_are_not_counted_as_all() {
    let part = |extent| {
        let mut builder = Builder::default();
        builder.block(BlockKind::Heading(1), "Un").block(BlockKind::Paragraph, "Le début.");
        Arc::new(builder.finish(extent))
    };
    let mut sitting = Sitting::over(part(Extent::Prefix(9000)), 80, 24, Lang::French);
    sitting.keys("o");
    assert!(sitting.screen().contains("Sommaire (1…)"), "{}", sitting.screen());
    sitting.send(Message::Opened(part(Extent::Whole)));
    assert!(sitting.screen().contains("Sommaire (1)"), "{}", sitting.screen());
}

#[test]
fn in_a_text_of_many_parts_the_keys_name_the_contents() {
    let book =
        markdown::read("# Un\n\na\n\n## Deux\n\nb\n\n## Trois\n\nc\n\n## Quatre\n\n## Cinq\n", "x", "");
    let sitting = Sitting::over(Arc::new(book), 80, 24, Lang::French);
    assert!(sitting.footer().contains("o sommaire"), "{}", sitting.footer());
}

#[test]
fn while_a_list_is_filtered_the_keys_say_what_enter_does_in_it() {
    let mut sitting = tram();
    sitting.keys("O").send(Message::Library(vec![book("Été", "2026-11-20", 9)]));
    sitting.keys("/");
    assert!(sitting.footer().contains("Entrée ouvrir"), "{}", sitting.footer());
    sitting.keys("Esc Esc g l /");
    assert!(sitting.footer().contains("Entrée suivre"), "{}", sitting.footer());
}

#[test]
fn the_image_of_a_page_is_handed_outside_whatever_its_address_and_its_link_is_followed() {
    let text = "![Un plan](https://exemple.fr/plan?format=webp) est là.\n\n\
                [![Un plan](https://exemple.fr/p.png)](https://exemple.fr/tram) mène ailleurs.\n";
    let mut sitting = Sitting::over(document(text, "https://exemple.fr/a"), 80, 24, Lang::French);
    sitting.keys("Enter");
    let image = "https://exemple.fr/plan?format=webp".to_owned();
    assert_eq!(sitting.asked.pop(), Some(Effect::OpenOutside(image)));
    sitting.keys("J Enter");
    let Some(Effect::Open(journey)) = sitting.asked.pop() else { panic!("the link around the image") };
    assert_eq!(journey.origin, Origin::At("https://exemple.fr/tram".to_owned()));
}

#[test]
fn contents_that_lie_open_are_those_of_the_whole_book_once_it_is_there() {
    let mut sitting = Sitting::over(book_of_chapters(Extent::Prefix(9000)), 80, 24, Lang::French);
    sitting.keys("o j j");
    sitting.send(Message::Opened(book_of_chapters(Extent::Whole)));
    assert!(!sitting.screen().contains("Chapitre 3                                                  …"));
    sitting.keys("Enter");
    is_at(&sitting, "Le récit 3");
}

#[test]
fn headings_are_walked_along_by_capitals() {
    let mut sitting = tram();
    sitting.keys("L");
    is_at(&sitting, "Les commerçants");
    sitting.keys("L");
    is_at(&sitting, "Détail");
    sitting.keys("H H");
    is_at(&sitting, "Le tram");
}

#[test]
fn a_footnote_is_shown_in_place_then_gone_to_and_left_again() {
    let mut sitting = tram();
    sitting.keys("l");
    assert!(sitting.footer().contains("Entrée suivre"), "{}", sitting.footer());
    assert!(sitting.status().contains("[1] Une note"), "{}", sitting.status());
    sitting.keys("Enter");
    assert!(sitting.screen().contains("Note de bas de page"), "{}", sitting.screen());
    is_at(&sitting, "Le tram divise");
    sitting.keys("Esc Enter Enter");
    is_at(&sitting, "[1] Une note");
    sitting.keys("Enter");
    is_at(&sitting, "[1] le quartier");
}

#[test]
fn a_link_inside_the_document_is_a_jump_that_can_be_taken_back() {
    let mut sitting = tram();
    sitting.keys("/").type_text("plus bas").keys("Enter Esc Enter");
    is_at(&sitting, "Détail");
    sitting.keys("Ctrl-o");
    is_at(&sitting, "plus bas");
    sitting.keys("Alt-Right");
    is_at(&sitting, "Détail");
    sitting.keys("Ctrl-o /").type_text("rien]").keys("Esc");
    sitting.keys("/").type_text("rien").keys("Enter Esc Enter");
    assert_eq!(sitting.toast(), "ce lieu n’est pas dans le texte : #absent");
}

#[test]
fn a_link_by_the_whole_address_of_its_own_page_is_a_jump_and_fetches_nothing() {
    for (place, fetches) in [("detail", false), ("absent", true)] {
        let text = format!(
            "# Le tram\n\nVoir [plus bas](https://exemple.fr/tram/#{place}).\n\n## Détail\n\nRien.\n"
        );
        let page = document(&text, "https://exemple.fr/tram");
        let mut sitting = Sitting::over(page, 80, 24, Lang::French);
        sitting.keys("l Enter");
        let is_asked = sitting.asked.iter().any(|effect| matches!(effect, Effect::Open(_)));
        assert_eq!(is_asked, fetches, "{place}");
        is_at(&sitting, if fetches { "Voir" } else { "Détail" });
    }
}

#[test]
fn enter_in_a_sentence_of_several_links_asks_which() {
    let mut sitting = tram();
    sitting.keys("J J");
    is_at(&sitting, "Voir");
    sitting.keys("Enter");
    assert!(sitting.footer().contains("deux lettres suivent le lien"), "{}", sitting.footer());
    sitting.keys("f d");
    is_at(&sitting, "Détail");
}

#[test]
fn labels_follow_the_links_of_the_window_and_say_where_there_is_none() {
    let mut sitting = tram();
    sitting.keys("F f j");
    let journey =
        Journey { origin: Origin::At("/presse/b.md".to_owned()), arrival: Arrival::Place("deux".to_owned()) };
    assert_eq!(sitting.asked.pop(), Some(Effect::Open(journey)));
    let mut none = over("Un texte sans lien.");
    assert_eq!(none.keys("F").toast(), "aucun lien à l’écran");
}

#[test]
fn what_is_no_document_is_shown_and_copied_but_never_run() {
    let mut sitting = tram();
    sitting.keys("/").type_text("commande").keys("Enter Esc Enter");
    assert!(sitting.toast().contains("jamais lancée · y copie : javascript:x"), "{}", sitting.toast());
    sitting.keys("g x");
    assert_eq!(sitting.toast(), "pas d’adresse à ouvrir ici");
    assert!(sitting.asked.is_empty());
    sitting.keys("/").type_text("le site").keys("Enter Esc g x");
    assert_eq!(sitting.asked.pop(), Some(Effect::OpenOutside("https://exemple.fr/tram".to_owned())));
}

#[test]
fn the_words_of_an_image_lead_to_it_outside() {
    let mut sitting = tram();
    sitting.keys("/").type_text("un plan").keys("Enter Esc Enter");
    assert_eq!(sitting.asked.pop(), Some(Effect::OpenOutside("/presse/plan.png".to_owned())));
}

#[test]
fn every_link_is_listed_with_its_address_which_can_be_copied() {
    let mut sitting = tram();
    sitting.keys("g l");
    let screen = sitting.screen();
    assert!(screen.contains("Liens (6)") && screen.contains("https://exemple.fr/tram"), "{screen}");
    sitting.keys("/").type_text("exemple").keys("Tab y");
    assert_eq!(sitting.clipboard.as_deref(), Some("https://exemple.fr/tram"));
    sitting.keys("Esc g g Enter");
    assert!(matches!(sitting.asked.pop(), Some(Effect::Open(_))));
}

#[test]
fn a_click_on_a_link_follows_it_and_on_a_row_chooses_then_goes() {
    let mut sitting = tram();
    let (column, row) = sitting.find("plus bas");
    sitting.click(column + 1, row);
    is_at(&sitting, "Détail");
    sitting.keys("g g o");
    let (column, row) = sitting.find("  Les commerçants");
    sitting.click(column + 3, row);
    assert!(!sitting.model.overlays.is_empty(), "the first click chooses");
    sitting.click(column + 3, row);
    is_at(&sitting, "Les commerçants");
}

/// Opens `document` in the place of the one in the window, as the loop does.
fn turn(sitting: &mut Sitting, document: Arc<Document>, journey: &Journey) {
    let model = journey::leave_for(&sitting.model, document, journey, 9);
    sitting.model = model;
    journey::arrive(&mut sitting.model, &journey.arrival, sitting.now);
}

#[test]
fn back_goes_to_the_document_before_at_its_line_and_forward_to_the_next() {
    let mut sitting = tram();
    sitting.keys("o /").type_text("commerçants").keys("Enter");
    let place = sitting.model.reading.caret;
    let there =
        Journey { origin: Origin::At("/presse/b.md".to_owned()), arrival: Arrival::Place("deux".to_owned()) };
    turn(&mut sitting, document("# La suite\n\nUn.\n\n## Deux\n\nTrois.\n", "/presse/b.md"), &there);
    is_at(&sitting, "Deux");
    assert_eq!(sitting.toast(), "La suite · Ctrl-O revient");
    sitting.keys("J Ctrl-o Ctrl-o");
    let Some(Effect::Open(back)) = sitting.asked.pop() else { panic!("the document before") };
    assert_eq!(back, Journey { origin: Origin::At("/presse/a.md".to_owned()), arrival: Arrival::Earlier });
    turn(&mut sitting, document(&TRAM.replace("# Le tram", "# Le tram\n\nNouveau."), "/presse/a.md"), &back);
    is_at(&sitting, "Les commerçants");
    assert_ne!(sitting.model.reading.caret, place, "the words are found, not the offset");
    sitting.keys("Ctrl-o");
    is_at(&sitting, "Le tram");
    sitting.keys("Alt-Right Alt-Right");
    assert!(matches!(sitting.asked.pop(), Some(Effect::Open(Journey { arrival: Arrival::Later, .. }))));
}

#[test]
fn what_could_not_be_saved_keeps_one_here() {
    let mut sitting = tram();
    sitting.send(Message::NotSaved { waiting: 1, why: Obstacle::DiskFull });
    sitting.keys("F f j");
    assert!(sitting.toast().contains("pas encore enregistrés : on reste ici"), "{}", sitting.toast());
    assert!(!sitting.asked.iter().any(|effect| matches!(effect, Effect::Open(_))));
}

#[test]
fn the_settings_of_the_window_go_along_to_the_next_document() {
    let mut sitting = tram();
    sitting.keys("x e + + p 3");
    let measure = sitting.model.screen.measure;
    let there = Journey { origin: Origin::Bundled, arrival: Arrival::Left };
    turn(&mut sitting, Arc::new(plain::read("Autre texte.", "autre")), &there);
    assert_eq!(sitting.model.screen.measure, measure);
    assert!(!sitting.model.screen.shown.entities);
    assert!(sitting.model.notes.is_empty() && sitting.model.reading.marks.is_empty());
}

#[test]
fn the_library_lists_what_was_read_and_opens_it() {
    let mut sitting = tram();
    sitting.keys("O");
    assert_eq!(sitting.asked.pop(), Some(Effect::Library));
    assert!(sitting.screen().contains("lecture de la bibliothèque…"));
    sitting.send(Message::Library(vec![book("Hiver", "2026-11-02", 5), book("Été", "2026-11-20", 9)]));
    let screen = sitting.screen();
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).expect(words);
    assert!(row("Le tram (ouvert)") < row("Été") && row("Été") < row("Hiver"), "{screen}");
    sitting.keys("S");
    assert_eq!(sitting.toast(), "tri : titre");
    sitting.keys("/").type_text("ete").keys("Enter");
    let origin = Origin::At("/presse/Été.md".to_owned());
    assert_eq!(sitting.asked.pop(), Some(Effect::Open(Journey { origin, arrival: Arrival::Left })));
}

#[test]
fn a_document_is_forgotten_and_remembered_but_not_the_open_one() {
    let mut sitting = tram();
    sitting.keys("O").send(Message::Library(vec![book("Été", "2026-11-20", 9)]));
    sitting.keys("d d");
    assert_eq!(sitting.toast(), "c’est le document ouvert");
    sitting.keys("j d d");
    assert!(sitting.toast().contains("ses notes restent · u annule : Été"), "{}", sitting.toast());
    assert_eq!(sitting.asked.pop(), Some(Effect::Forget("été".to_owned())));
    assert!(!sitting.screen().contains("│   Été") && sitting.screen().contains("Bibliothèque (1)"));
    sitting.keys("u");
    assert_eq!(sitting.asked.pop(), Some(Effect::Remember("été".to_owned())));
    assert!(sitting.screen().contains("Bibliothèque (2)"));
    sitting.keys("u");
    assert_eq!(sitting.toast(), "rien à annuler ici");
}

#[test]
fn a_stray_key_over_a_list_changes_nothing_in_the_text() {
    let mut sitting = tram();
    sitting.keys("o s c t p p");
    assert!(sitting.journal.is_empty() && sitting.notes().is_empty());
    sitting.keys("E");
    assert!(sitting.model.overlays.is_empty(), "a view takes the place of the list");
}

#[test]
fn place_marks_and_the_way_back_follow_a_text_that_changed() {
    let mut sitting = sitting();
    sitting.keys("L L l m a g g J J");
    let at_mark = {
        sitting.keys("' a");
        sitting.sentence().to_owned()
    };
    let longer = format!("Un paragraphe de plus, tout au début.\n\n{}", sitting.model.document.text());
    sitting.send(Message::Opened(Arc::new(plain::read(&longer, "essai"))));
    sitting.keys("g g ' a");
    assert_eq!(sitting.sentence(), at_mark);
}

#[test]
fn the_same_keys_lead_on_in_english() {
    let mut sitting = Sitting::over(document(TRAM, "/press/a.md"), 50, 20, Lang::English);
    sitting.keys("o");
    assert!(sitting.screen().contains("Contents (3)"), "{}", sitting.screen());
    sitting.keys("Esc O");
    assert!(sitting.screen().contains("reading the library"));
}

#[test]
fn the_footnotes_of_a_page_are_shown_in_place_too() {
    let filler = "Le tram divise le quartier, et chacun a son avis sur la question, dit-on. ".repeat(12);
    let page = format!(
        "<html><body><article><h1>Le tram</h1><p>Un mot<sup><a href=\"#fn1\">[1]</a></sup>. {filler}</p><p>{filler}</p>\
         <ol><li id=\"fn1\">La note du mot. <a href=\"#haut\">retour</a></li></ol></article></body></html>"
    );
    let (document, _) = exergue::doc::html::read(&page, "page", "/presse/page.html");
    let mut sitting = Sitting::over(Arc::new(document), 80, 24, Lang::French);
    sitting.keys("/").type_text("un mot").keys("Enter Esc Enter");
    assert!(sitting.screen().contains("Note de bas de page"), "{}", sitting.screen());
    sitting.keys("Enter");
    is_at(&sitting, "La note du mot.");
}
