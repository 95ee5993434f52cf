//! Books of FictionBook.

use crate::build::{archive, misprints};
use crate::{contents, document, kinds, led_to, sound};
use exergue::doc::{BlockKind, Document, open_bytes};
use proptest::prelude::*;

const BOOK: &str = r##"<?xml version="1.0" encoding="utf-8"?>
<!-- un livre -->
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Anne</first-name><last-name>Martin</last-name></author>
<book-title>Le Tram</book-title><lang>fr</lang><date value="2024-03-14">mars</date></title-info>
<document-info><author><nickname>x</nickname></author><id>A1-B2</id></document-info></description>
<body><title><p>Le Tram</p><p>Roman</p></title><epigraph><p>Qui attend ?</p><text-author>Proverbe</text-author></epigraph>
<section id="s1"><title><p>Le doute</p></title><p>Le <emphasis>maire</emphasis> hésite<a l:href="#n1" type="note">1</a>.</p><empty-line/>
<section><title><p>La mairie</p></title><cite><p>Non.</p></cite><subtitle>* * *</subtitle><subtitle>Midi</subtitle>
<poem><stanza><v>Un vers
  long</v><v>Et <strong>deux</strong></v></stanza></poem><image l:href="#i.png" alt="Le pont"/></section></section>
<section><title><p>L’attente</p></title><p>Fin<a l:href="#n2" type="note">*</a>. <a l:href="#s1">Début</a></p>
<table><tr><th>Ville</th><td>Ans</td></tr></table></section></body>
<body name="notes"><title><p>Notes</p></title><section id="n1"><title><p>1</p></title><p>La note.</p><p>Suite.</p></section>
<section id="n2"><p>L’autre.</p></section></body><binary id="i.png">AAAA</binary></FictionBook>"##;

fn check(document: &Document) {
    let text = "Le Tram\nRoman\nQui attend ?\nProverbe\nLe doute\nLe maire hésite[1].\nLa mairie\nNon.\n* * *\nMidi\n\
                Un vers long\nEt deux\nLe pont\n[1] La note.\nSuite.\nL’attente\nFin[1]. Début\nVille · Ans\n[1] L’autre.";
    assert_eq!(document.text(), text);
    let heading = BlockKind::Heading;
    let expect = [
        BlockKind::Title,
        BlockKind::Quote,
        BlockKind::Quote,
        heading(1),
        BlockKind::Paragraph,
        heading(2),
        BlockKind::Quote,
        BlockKind::Rule,
        heading(3),
        BlockKind::Verbatim,
        BlockKind::Paragraph,
        BlockKind::Footnote,
        BlockKind::Footnote,
        heading(1),
        BlockKind::Paragraph,
        BlockKind::Row,
        BlockKind::Footnote,
    ];
    assert_eq!(kinds(document), expect);
    let meta = document.meta();
    assert_eq!((document.title(), meta.authors.join("+")), ("Le Tram", "Anne Martin".to_owned()));
    assert_eq!((meta.language.as_deref(), meta.published.as_deref()), (Some("fr"), Some("2024-03-14")));
    assert_eq!(meta.identifier.as_deref(), Some("A1-B2"));
    assert_eq!(led_to(document, "#s1"), Some("Le doute"));
    assert_eq!(contents(document)[0], (0, "Le Tram Roman", "Le Tram"));
}

#[test]
fn sections_are_headings_and_notes_come_where_their_section_ends() {
    check(&open_bytes(BOOK.as_bytes(), "nom", "/a.txt").0);
}

#[test]
fn a_note_with_sections_that_refers_to_itself_is_written_once() {
    let book = "<FictionBook><body><section><p>Un<a href='#n'>1</a></p></section></body><body name='notes'><section id='n'>\
                <p>La note.</p><section><p>a</p></section><section><p>b<a href='#n'>1</a></p></section></section></body></FictionBook>";
    let document = open_bytes(book.as_bytes(), "nom", "").0;
    assert_eq!(document.text(), "Un[1]\n[1] La note.\na\nb[1]");
}

#[test]
fn it_may_be_packed() {
    check(&document(&archive(&[("livre.fb2", BOOK.as_bytes())])));
}

#[test]
fn it_may_be_in_another_encoding() {
    let book = BOOK.replace("utf-8", "windows-1251").replace("Le <emphasis>maire", "Мэр <emphasis>maire");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&book);
    let (document, notices) = open_bytes(&bytes, "nom", "/a.fb2");
    assert!(document.text().contains("Мэр maire"), "{}", document.text());
    assert!(notices.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_book_makes_it_panic(texts in misprints([BOOK])) {
        let [book] = texts;
        sound(&archive(&[("a.fb2", book.as_bytes())]))?;
        sound(book.as_bytes())?;
    }
}
