//! EPUB 2 and 3.

use crate::build::Book;
use crate::{contents, document, kinds, led_to, opened};
use exergue::doc::packed;
use exergue::doc::{BlockKind, Extent, InlineKind};
use exergue::notice::Notice;

fn novel() -> Book {
    Book::new("Le Tram des Halles")
        .chapter("un.xhtml", "<section id='s1'><h1>Chapitre un</h1><p>Le maire <em>hésite</em>.<br/>Il <a href='deux%20b.xhtml#fin'>attend</a>.</p></section>")
        .chapter("deux b.xhtml", "<p>La ville attend.</p><p id='fin'>Fin. <a href='un.xhtml'>Début</a></p>")
}

#[test]
fn chapters_are_read_in_the_order_of_the_spine() {
    let document = document(&novel().bytes());
    assert_eq!(document.text(), "Chapitre un\nLe maire hésite.\nIl attend.\nLa ville attend.\nFin. Début");
    assert_eq!(document.title(), "Le Tram des Halles");
    assert_eq!(document.extent(), Extent::Whole);
    let heading = BlockKind::Heading(1);
    assert_eq!(kinds(&document), [heading, BlockKind::Paragraph, BlockKind::Paragraph, BlockKind::Paragraph]);
}

#[test]
fn what_a_book_says_of_itself_is_known() {
    let book = novel().metadata(
        "<dc:creator id='a'>Anne Martin</dc:creator><dc:creator id='b'>Luc Petit</dc:creator>\
         <meta refines='#b' property='role' scheme='marc:relators'>ill</meta>\
         <dc:creator opf:role='trl'>Zoé Durand</dc:creator><dc:creator opf:role='aut'>Éric &amp; Cie</dc:creator>\
         <dc:date opf:event='modification'>2026-01-01</dc:date><dc:date>2024-03-14T00:00:00Z</dc:date>\
         <dc:identifier>autre</dc:identifier>",
    );
    let document = document(&book.bytes());
    let meta = document.meta();
    assert_eq!(meta.authors, ["Anne Martin", "Éric & Cie"]);
    assert_eq!(meta.published.as_deref(), Some("2024-03-14"));
    assert_eq!(meta.language.as_deref(), Some("fr"));
    assert_eq!(meta.identifier.as_deref(), Some("urn:uuid:0c3d"));
    assert_eq!(meta.source, "/livre.epub");
}

#[test]
fn links_between_chapters_lead_to_their_places() {
    let document = document(&novel().bytes());
    assert_eq!(document.links(), ["#OEBPS/deux b.xhtml#fin", "#OEBPS/un.xhtml"]);
    assert_eq!(led_to(&document, "#OEBPS/deux b.xhtml#fin"), Some("Fin. Début"));
    assert_eq!(led_to(&document, "#OEBPS/un.xhtml"), Some("Chapitre un"));
    assert_eq!(led_to(&document, "#OEBPS/un.xhtml#s1"), Some("Chapitre un"));
    assert_eq!(document.chapter_at(0), "OEBPS/un.xhtml");
    assert_eq!(document.chapter_at(document.text().len()), "OEBPS/deux b.xhtml");
    let (start, end) = document.chapter("OEBPS/deux b.xhtml").expect("it is there");
    assert_eq!(&document.text()[start..end], "La ville attend.\nFin. Début");
}

#[test]
fn links_out_of_the_book_stay_as_they_are() {
    let book = Book::new("a")
        .chapter("un.xhtml", "<p><a href='https://example.org/a#b'>x</a> <a href='MAILTO:a@b'>y</a></p>");
    assert_eq!(document(&book.bytes()).links(), ["https://example.org/a#b", "MAILTO:a@b"]);
}

#[test]
fn the_contents_come_from_the_navigation_document_with_their_depth() {
    let book = novel().navigation(
        "<ol><li><a href='un.xhtml'>I. <i>Le doute</i></a><ol><li><a href='un.xhtml#s1'>La mairie</a></li>\
         </ol></li><li><span>Seconde partie</span><ol><li><a href='deux b.xhtml'>II. L’attente</a></li>\
         <li><a href='deux b.xhtml#absent'>Annexe</a></li><li><a href='absent.xhtml'>Rien</a></li></ol></li></ol>",
    );
    let document = document(&book.bytes());
    let expect = [
        (1, "I. Le doute", "Chapitre un"),
        (2, "La mairie", "Chapitre un"),
        (2, "II. L’attente", "La ville attend."),
        (2, "Annexe", "La ville attend."),
    ];
    assert_eq!(contents(&document), expect);
    assert_eq!(document.entry_at(3).expect("under one").title, "La mairie");
    // The navigation document itself is no chapter.
    assert!(!document.text().contains("Table"));
}

#[test]
fn the_contents_of_an_older_book_come_from_its_ncx() {
    let book = novel().ncx(
        "<navPoint><navLabel><text>Le doute</text></navLabel><content src='un.xhtml'/><navPoint><navLabel>\
         <text>La mairie</text></navLabel><content src='un.xhtml#s1'/></navPoint></navPoint><navPoint><navLabel>\
         <text>L’attente</text></navLabel><content src='deux%20b.xhtml'/></navPoint>",
    );
    let expect = [
        (1, "Le doute", "Chapitre un"),
        (2, "La mairie", "Chapitre un"),
        (1, "L’attente", "La ville attend."),
    ];
    assert_eq!(contents(&document(&book.bytes())), expect);
}

#[test]
fn without_either_the_headings_are_the_contents() {
    assert_eq!(contents(&document(&novel().bytes())), [(1, "Chapitre un", "Chapitre un")]);
}

#[test]
fn footnotes_come_where_their_chapter_ends_with_the_numbers_of_their_references() {
    let book = Book::new("a")
        .chapter(
            "un.xhtml",
            "<p>Un<a epub:type='noteref' href='#n2' id='r2'><sup>12</sup></a> et deux<sup><a href='un.xhtml#n1' role='doc-noteref'>13</a></sup>.</p>\
             <aside epub:type='footnote' id='n1'><p><a href='#r1'>13</a>. La <b>première</b>.</p><p>Suite.</p></aside>\
             <aside epub:type='footnote' id='n2'><p>12. La seconde. <a epub:type='backlink' href='#r2'>↩</a></p></aside>\
             <p>Après.</p>",
        )
        .chapter("deux.xhtml", "<p>Trois <a href='#f1' id='b1'>[1]</a>.</p><hr/><p id='f1'><a href='#b1'>[1]</a> Une note sans rôle.</p>");
    let document = document(&book.bytes());
    let text = "Un[1] et deux[2].\nAprès.\n[1] La seconde.\n[2] La première.\nSuite.\n\
                Trois [1].\n* * *\n[1] Une note sans rôle.";
    assert_eq!(document.text(), text);
    let notes = kinds(&document).into_iter().filter(|kind| *kind == BlockKind::Footnote).count();
    assert_eq!(notes, 4);
    let references = document.inlines().iter().filter(|inline| inline.kind == InlineKind::Reference);
    let references: Vec<&str> = references.map(|inline| document.slice(inline.span)).collect();
    assert_eq!(references, ["[1]", "[2]", "[1]", "[2]", "[1]", "[1]"]);
    assert_eq!(led_to(&document, "#OEBPS/un.xhtml#n1"), Some("[2] La première."));
}

#[test]
fn notes_may_be_a_list_of_definitions() {
    let book = Book::new("a").chapter(
        "un.xhtml",
        "<p>Un <a href='#n1' id='r1'>1</a>.</p><dl><dt id='n1'><span><a href='#r1'>1</a></span></dt><dd><p>La note.</p></dd></dl><p>Fin.</p>",
    );
    let document = document(&book.bytes());
    assert_eq!(document.text(), "Un [1].\nFin.\n[1] La note.");
    assert_eq!(led_to(&document, "#OEBPS/un.xhtml#n1"), Some("[1] La note."));
}

#[test]
fn notes_of_another_file_stay_where_they_are_and_are_linked() {
    let book = Book::new("a")
        .chapter("un.xhtml", "<p>Un<a epub:type='noteref' href='notes.xhtml#n1'>1</a>.</p>")
        .chapter("notes.xhtml", "<ol><li id='n1' epub:type='endnote'>La note.</li></ol>");
    let document = document(&book.bytes());
    assert_eq!(document.text(), "Un1.\nLa note.");
    assert_eq!(led_to(&document, &document.links()[0]), Some("La note."));
}

#[test]
fn tags_of_xml_that_html_would_leave_open_take_nothing_in() {
    let book = Book::new("a").chapter(
        "un.xhtml",
        "<p><a id='p1'/>Un <span/>mot.</p><script/><title/><p><span epub:type='pagebreak' id='p2'>17</span>Deux &eacute; &amp; <![CDATA[<b>]]>.</p>",
    );
    let document = document(&book.bytes());
    assert_eq!(document.text(), "Un mot.\nDeux é & <b>.");
    assert!(document.links().is_empty());
    assert_eq!(led_to(&document, "#OEBPS/un.xhtml#p2"), Some("Deux é & <b>."));
}

#[test]
fn nothing_of_a_book_runs_and_pictures_are_their_words() {
    let book = Book::new("a").chapter(
        "un.xhtml",
        "<script>document.write('non')</script><p><img src='file:///etc/passwd' alt='Le pont'/></p><svg><text>non</text></svg><iframe src='https://example.org'>non</iframe>",
    );
    assert_eq!(document(&book.bytes()).text(), "Le pont");
}

#[test]
fn missing_and_foreign_files_of_the_spine_are_passed_over_and_said() {
    let book = novel()
        .spine_item("absent.xhtml", "application/xhtml+xml", "")
        .spine_item("image.png", "image/png", "")
        .item("<item id='plate' href='planche.svg' media-type='image/svg+xml' fallback='i0'/>");
    let (document, notices) = opened(&book.bytes());
    assert!(document.text().ends_with("Fin. Début"));
    assert_eq!(notices, [Notice::ChaptersMissing { count: 1 }]);
}

#[test]
fn what_is_beside_the_main_order_comes_last() {
    let book = Book::new("a")
        .spine_item("aside.xhtml", "application/xhtml+xml", "linear='no'")
        .entry("OEBPS/aside.xhtml", b"<html><body><p>Notes.</p></body></html>")
        .chapter("un.xhtml", "<p>Un.</p>");
    assert_eq!(document(&book.bytes()).text(), "Un.\nNotes.");
}

#[test]
fn chapters_may_be_in_other_encodings_and_have_entities_of_their_own() {
    let latin =
        b"<?xml version='1.0' encoding='iso-8859-15'?><html><body><p>\xc9t\xe9 \xa4</p></body></html>";
    let utf16: Vec<u8> =
        "\u{feff}<?xml version='1.0' encoding='UTF-16'?><html><body><p>L’œuvre</p></body></html>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
    let own = "<!DOCTYPE html [<!ENTITY auteur \"Anne\"><!ENTITY % x SYSTEM 'file:///etc/passwd'>]><html><body><p>De &auteur; à &lt;toi&gt;</p></body></html>";
    let media = "application/xhtml+xml";
    let book = Book::new("a")
        .spine_item("1.xhtml", media, "")
        .spine_item("2.xhtml", media, "")
        .spine_item("3.xhtml", media, "")
        .entry("OEBPS/1.xhtml", latin)
        .entry("OEBPS/2.xhtml", &utf16)
        .entry("OEBPS/3.xhtml", own.as_bytes());
    assert_eq!(document(&book.bytes()).text(), "Été €\nL’œuvre\nDe &auteur; à <toi>");
}

#[test]
fn a_long_book_begins_with_its_first_chapters_and_nothing_moves() {
    let body = "<h1>Chapitre</h1>".to_owned() + &"<p>Une phrase de la longueur qu’il faut.</p>".repeat(400);
    let book =
        (0..20).fold(Book::new("Long"), |book, number| book.chapter(&format!("c{number}.xhtml"), &body));
    let bytes = book
        .ncx("<navPoint><navLabel><text>Fin</text></navLabel><content src='c19.xhtml'/></navPoint>")
        .bytes();
    let (first, _) =
        packed::read(&bytes, "nom", "", Extent::Prefix(bytes.len() as u64)).expect("it can be read");
    let whole = document(&bytes);
    assert_eq!(first.extent(), Extent::Prefix(bytes.len() as u64));
    assert_eq!(first.title(), whole.title());
    assert!(first.text().len() > 20_000 && first.text().len() < whole.text().len() / 5);
    assert!(whole.text().starts_with(first.text()));
    assert_eq!(first.blocks(), &whole.blocks()[..first.blocks().len()]);
    assert_eq!(contents(&whole), [(1, "Fin", "Chapitre")]);
}

#[test]
fn a_short_book_is_whole_at_once() {
    let bytes = novel().bytes();
    let (first, _) = packed::read(&bytes, "nom", "", Extent::Prefix(9)).expect("it can be read");
    assert_eq!(first.extent(), Extent::Whole);
}
