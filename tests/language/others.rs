//! Texts in other languages and scripts than French and English, and texts of unusual shape.

use super::{analyse, document, said, themes};
use exergue::analyse::Engine;
use exergue::doc::{BlockKind, Builder, Extent};
use exergue::mark::{Language, ReadAs};
use exergue::text::Span;
use std::cell::Cell;
use std::fs;

fn language(text: &str) -> Language {
    analyse(&document(text)).read_as.expect("an analysis says in which language").language
}

#[test]
fn every_article_of_the_gold_is_read_in_its_language() {
    let folder = format!("{}/tests/gold", env!("CARGO_MANIFEST_DIR"));
    let mut read = 0;
    for file in fs::read_dir(&folder).expect("the gold is there").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if let Some(expected) = Language::of_code(&name).filter(|_| name.ends_with(".txt")) {
            let text = fs::read_to_string(file.path()).expect("the gold can be read");
            assert_eq!(language(&text), expected, "{name}");
            read += 1;
        }
    }
    assert!(read >= 30, "{read}");
}

#[test]
fn what_the_person_chose_wins() {
    let document = document("Der Minister sagte, dass die Arbeiten bald fertig sind.");
    let engine = Engine::new(&[], &[]).in_language(Some(Language::Spanish));
    let analysis =
        engine.analyse(&document, Span::default(), &|| false, &mut |_| {}).expect("nobody stops it");
    assert_eq!(analysis.read_as, Some(ReadAs { language: Language::Spanish, chosen: true }));
    let found = analyse(&document).read_as;
    assert_eq!(found, Some(ReadAs { language: Language::German, chosen: false }));
}

#[test]
fn a_paragraph_may_be_in_another_language_than_its_document() {
    let text = "Le maire de la ville a parlé des travaux. Ils sont finis depuis hier, et les habitants sont contents.\n\
                „Wir haben das nicht gewusst, und es ist auch nicht unsere Schuld“, sagte Angela Schneider der Zeitung.";
    assert_eq!(said(text), ["Angela Schneider / Angela Schneider / sagte"]);
}

#[test]
fn each_language_has_its_ways_to_report() {
    for (text, expected) in [
        ("„Das wird nicht leicht“, sagte der Minister am Montag in Berlin.", "der Minister / - / sagte"),
        (
            "Laut Angela Schneider ist das „ein Fehler und eine Schande“.",
            "Angela Schneider / Angela Schneider / Laut",
        ),
        (
            "Angela Schneider hat am Montag gesagt: „Das ist nicht wahr.“",
            "Angela Schneider / Angela Schneider / gesagt",
        ),
        (
            "„Das ist nicht wahr“, hat Angela Schneider gesagt.",
            "Angela Schneider / Angela Schneider / gesagt",
        ),
        ("„Das ist der Stand der Dinge“, so Angela Schneider.", "Angela Schneider / Angela Schneider / so"),
        (
            "„Das ist der Stand der Dinge“, Angela Schneider zufolge.",
            "Angela Schneider / Angela Schneider / zufolge",
        ),
        ("«No es la hora de las dudas», dijo ayer Carmen Ruiz.", "Carmen Ruiz / Carmen Ruiz / dijo"),
        ("Según Carmen Ruiz, la obra «no se va a terminar».", "Carmen Ruiz / Carmen Ruiz / Según"),
        ("—No me voy de aquí —dijo Carmen Ruiz—. Es mi casa.", "Carmen Ruiz / Carmen Ruiz / dijo"),
        (
            "«Non è il momento dei dubbi», ha detto ieri Carla Bianchi.",
            "Carla Bianchi / Carla Bianchi / ha detto",
        ),
        (
            "«Non è vero, ha detto Carla Bianchi, e lo sanno tutti.»",
            "Carla Bianchi / Carla Bianchi / ha detto",
        ),
        (
            "“Não é a hora das dúvidas”, queixou-se Paula Moreira.",
            "Paula Moreira / Paula Moreira / queixou-se",
        ),
        (
            "De acordo com Paula Moreira, a obra “não vai acabar”.",
            "Paula Moreira / Paula Moreira / De acordo com",
        ),
        ("‘Dat is niet wat we hebben gezegd’, zei Anneke Bakker.", "Anneke Bakker / Anneke Bakker / zei"),
        (
            "Volgens Anneke Bakker is het plan ‘een grote vergissing’.",
            "Anneke Bakker / Anneke Bakker / Volgens",
        ),
    ] {
        assert_eq!(said(text), [expected], "{text}");
    }
}

#[test]
fn no_rules_of_french_fall_on_text_in_another_script() {
    let text = "Мэр города Иван Петров сказал: «Работы скоро закончатся». Президент Анна Смирнова молчит.\n\
                市長の田中さんは「工事は終わる」と述べた。\nΟ δήμαρχος Γιώργος Παππάς είπε «όχι».";
    let document = document(text);
    let analysis = analyse(&document);
    assert_eq!(analysis.read_as.map(|read| read.language), Some(Language::Other));
    assert!(analysis.entities.is_empty(), "{:?}", analysis.entities);
    let quotations = analysis.quotations.items();
    assert!(quotations.iter().all(|quotation| quotation.speaker.is_none() && quotation.cue.is_none()));
    assert_eq!(quotations[0].span.of(document.text()), "«Работы скоро закончатся»", "marks need no words");
}

#[test]
fn nothing_is_found_in_nothing() {
    let analysis = analyse(&Builder::with_capacity(0).finish(Extent::Whole));
    assert!(
        analysis.quotations.items().is_empty() && analysis.entities.is_empty() && analysis.covered.is_empty()
    );
}

#[test]
fn one_paragraph_of_megabytes_is_stopped_as_soon_as_many_small_ones() {
    let sentence = "« Nous verrons bien demain », a dit Paul Martin à Lyon. ";
    let mut builder = Builder::with_capacity(0);
    builder.block(BlockKind::Paragraph, sentence.repeat((1 << 20) / sentence.len()).trim());
    let document = builder.finish(Extent::Whole);
    let engine = Engine::new(&[], &themes());
    let asked = Cell::new(0);
    let count = || {
        asked.set(asked.get() + 1);
        false
    };
    let analysis = engine.analyse(&document, Span::default(), &count, &mut |_| {}).expect("nobody stops it");
    assert!(asked.get() >= 3 * (document.text().len() >> 16), "asked {} times", asked.get());
    let quotations = analysis.quotations.items();
    assert_eq!(quotations.len(), document.text().matches('«').count(), "no cut falls into a quotation");
    assert!(quotations.iter().all(|quotation| quotation.speaker.is_some()));
}

#[test]
fn the_language_does_not_depend_on_the_window() {
    let german =
        "Der Minister sagte, dass die Arbeiten bald fertig sind und dass es nicht mehr lange dauert.\n";
    let french =
        "Le maire de la ville a dit que les travaux seraient finis et que tout irait bien pour nous.\n";
    let half = exergue::analyse::WHOLE_LIMIT / german.len();
    let document = document(&(german.repeat(half) + &french.repeat(half)));
    let engine = Engine::new(&[], &[]);
    let end = document.text().len();
    let read = |window| {
        let analysis = engine.analyse(&document, window, &|| false, &mut |_| {}).expect("nobody stops it");
        (analysis.read_as, analysis.covered.len() < end)
    };
    assert_eq!(read(Span::default()), read(Span::new(end, end)));
}
