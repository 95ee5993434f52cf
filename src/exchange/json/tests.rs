//! There and back: what [`Writer`] makes, [`read`] and [`Intake`] give back; and what other programs write.

use super::*;
use crate::doc::{BlockKind, Builder, Document, Extent};
use crate::mark::{Edit, Event, Note, NoteId, Notes, Pen, Placement, Placer};
use crate::text::Span;
use crate::words::Lang;
use crate::words::cli::import::{Refusal, Status};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const TEXT: &str =
    "Le tram divise. « C’est un choix », dit l’adjointe.\nLe chantier durera quatre ans. Le tram passera.";

fn document(text: &str) -> Document {
    let mut builder = Builder::default();
    for paragraph in text.split('\n') {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Extent::Whole)
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("in range")
}

fn now() -> Timestamp {
    at(1_800_000_000)
}

/// Applies what an intake asks for, as the journal would.
fn apply(notes: &mut Notes, events: Vec<Event>) {
    for Event { id, at, edit, .. } in events {
        notes.apply(edit, id, at).expect("every change changes something");
    }
}

/// What becomes of the records in `json` in a document with `notes`, which are changed by it.
fn import(document: &Document, notes: &mut Notes, json: &str, updates: bool) -> Vec<Taken> {
    let before = notes.clone();
    let mut intake = Intake::new(document, &before, updates, now());
    let mut number = notes.len() as u128 * 1000;
    let mut taken = Vec::new();
    for entry in read(json.as_bytes()).expect("JSON") {
        let record = entry.record.expect("an annotation");
        let one = intake.take(&record, || {
            number += 1;
            Uuid::from_u128(number)
        });
        apply(notes, one.events.clone());
        taken.push(one);
    }
    taken
}

fn record(json: &Value) -> Record {
    let mut entries = read(json.to_string().as_bytes()).expect("JSON");
    assert_eq!(entries.len(), 1);
    entries.pop().expect("one").record.expect("an annotation")
}

fn refusals(json: &str) -> Vec<(String, Option<Refusal>)> {
    let entries = read(json.as_bytes()).expect("JSON");
    entries.into_iter().map(|entry| (entry.name, entry.record.err())).collect()
}

/// An annotation by the model, with that selector and body.
fn annotation(id: &str, exact: &str, body: Value) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation", "body": body,
        "target": { "source": "tram.txt", "selector": { "type": "TextQuoteSelector", "exact": exact } },
    })
}

#[test]
fn an_answer_of_hypothesis_maps() {
    let row = json!({
        "id": "a1", "created": "2020-01-02T03:04:05.123456+00:00", "updated": "2021-01-02T03:04:05+00:00",
        "user": "acct:ann@example.org", "uri": "https://example.org/tram", "text": "À *vérifier*",
        "tags": ["chiffres", " #à relire ", "chiffres"], "links": {}, "hidden": false,
        "target": [{ "source": "https://example.org/tram", "selector": [
            { "type": "RangeSelector", "startContainer": "/p[1]" },
            { "type": "TextPositionSelector", "start": 900, "end": 910 },
            { "type": "TextQuoteSelector", "exact": "quatre\n  ans", "prefix": "durera ", "suffix": ". Le" },
        ]}],
    });
    let answer = json!({ "total": 1, "rows": [row] });
    let record = record(&answer);
    assert_eq!(record.sources, ["https://example.org/tram"]);
    assert_eq!((record.body.as_str(), record.pen), ("À *vérifier*", Pen::Yellow));
    assert_eq!(record.tags, ["chiffres", "à relire"]);
    assert_eq!(record.left_out, ["hidden", "user", "RangeSelector"]);
    assert_eq!(record.created.map(Timestamp::as_second), Some(1_577_934_245));

    let document = document(TEXT);
    let mut notes = Notes::default();
    let taken = import(&document, &mut notes, &answer.to_string(), false);
    assert_eq!(taken[0].status, Status::Imported);
    let note = notes.iter().next().expect("a note");
    assert_eq!(note.anchor.quote, "quatre ans", "in the spelling of the text");
    assert_eq!(note.span().map(|span| document.slice(span)), Some("quatre ans"));
    assert_eq!((note.created, note.changed), (record.created.expect("a time"), at(1_609_556_645)));
}

#[test]
fn a_set_of_readium_maps() {
    let set = json!({
        "type": "AnnotationSet", "title": "Le tram",
        "items": [{
            "id": "urn:uuid:234-234", "type": "Annotation", "created": "2023-10-14T15:13:28",
            "creator": { "type": "Person", "name": "Ann" },
            "target": {
                "source": "OEBPS/text/1.html",
                "meta": { "headings": [{ "level": 1, "txt": "Les Halles" }], "page": "XI" },
                "selector": [
                    { "type": "TextQuoteSelector", "exact": "absent", "prefix": "a", "suffix": "b" },
                    { "type": "ProgressionSelector", "value": 0.5 },
                    { "type": "CSSSelector", "value": "p", "refinedBy": { "type": "TextPositionSelector", "start": 4, "end": 9 } },
                ],
            },
            "body": { "type": "TextualBody", "value": "J’adore !", "color": "purple", "keyword": "classe", "language": "fr" },
        }],
        "about": { "dc:identifier": ["urn:isbn:123"], "dc:title": "Le tram" },
    });
    let record = record(&set);
    assert_eq!(record.sources, ["OEBPS/text/1.html", "urn:isbn:123"]);
    assert_eq!((record.body.as_str(), record.pen), ("J’adore !", Pen::Pink));
    assert_eq!(record.tags, ["classe"]);
    assert_eq!(
        record.left_out,
        ["body.language", "creator", "CSSSelector", "TextPositionSelector", "target.meta.page"]
    );
    assert_eq!(record.created, Some(at(1_697_296_408)), "without a zone it is UTC");
    let Passage::Quoted(quotation) = &record.passage else { panic!("it is not ours") };
    assert_eq!((quotation.position, quotation.share), (None, Some(0.5)));
    assert_eq!(quotation.headings, ["Les Halles"]);

    let mut notes = Notes::default();
    let taken = import(&document(TEXT), &mut notes, &set.to_string(), false);
    assert_eq!(taken[0].status, Status::Lost);
    let note = notes.iter().next().expect("it is kept");
    assert_eq!(
        (note.anchor.quote.as_str(), note.anchor.permille, note.placement),
        ("absent", 500, Placement::Orphan)
    );
}

#[test]
fn collections_pages_lists_and_lines_are_read() {
    let one = |id: &str| annotation(id, "tram", Value::Null);
    let page =
        json!({ "type": "AnnotationPage", "items": [one("a"), one("b")], "next": "https://example.org/2" });
    let collection = json!({ "type": "AnnotationCollection", "total": 4, "first": page });
    let found = [("a", None), ("b", None), ("https://example.org/2", Some(Refusal::OtherPage))];
    let found = found.map(|(name, refusal)| (name.to_owned(), refusal));
    for json in [page.to_string(), collection.to_string(), format!("\u{feff}{collection:#}\n")] {
        assert_eq!(refusals(&json), found);
    }
    let elsewhere = json!({ "type": "AnnotationCollection", "first": "https://example.org/1" });
    assert_eq!(
        refusals(&elsewhere.to_string()),
        [("https://example.org/1".to_owned(), Some(Refusal::OtherPage))]
    );
    assert_eq!(refusals(&json!([one("a"), one("b")]).to_string()), found[..2]);
    assert_eq!(refusals(&format!("{}\r\n\n{}", one("a"), one("b"))), found[..2]);
    assert_eq!(refusals(" \n"), []);
}

#[test]
fn a_damaged_line_is_refused_by_itself() {
    let one = |id: &str| annotation(id, "tram", Value::Null);
    for json in
        [format!("{}\n{{\"id\": tru\n{}", one("a"), one("b")), format!("{{\"id\n{}\n{}", one("a"), one("b"))]
    {
        let refused = refusals(&json);
        assert_eq!(refused.iter().filter(|(_, refusal)| refusal.is_none()).count(), 2, "{json}");
        assert_eq!(
            refused.iter().filter(|(_, refusal)| *refusal == Some(Refusal::NotJson)).count(),
            1,
            "{json}"
        );
    }
    for json in ["not json", "[1, 2", "{\"items\": [", "{\"items\": []} x"] {
        assert!(read(json.as_bytes()).is_err(), "{json}");
    }
}

#[test]
fn what_is_no_annotation_is_refused_by_name() {
    for (value, refusal) in [
        (json!({ "id": "x", "type": "Annotation" }), Refusal::NoTarget),
        (json!({ "id": "x", "target": null }), Refusal::NoTarget),
        (json!({ "id": "x", "uri": "https://example.org", "text": "page" }), Refusal::NoQuote),
        (json!({ "id": "x", "target": "https://example.org" }), Refusal::NoQuote),
        (
            json!({ "id": "x", "target": { "selector": { "type": "TextPositionSelector", "start": 1, "end": 2 } } }),
            Refusal::NoQuote,
        ),
        (json!({ "id": "x", "type": "Person" }), Refusal::NotAnnotation),
    ] {
        assert_eq!(refusals(&value.to_string()), [("x".to_owned(), Some(refusal))], "{value}");
    }
    let strange = json!([1, -1, 1.5, true, null, "text", []]);
    let refused = refusals(&strange.to_string());
    assert_eq!(refused.len(), 6);
    assert!(refused.iter().all(|(_, refusal)| *refusal == Some(Refusal::NotAnnotation)));
}

#[test]
fn bodies_of_every_sort_become_text_and_tags() {
    let body = json!([
        "https://example.org/reply",
        { "type": "TextualBody", "value": "<p>Un&nbsp;<b>mot</b></p>", "format": "text/html" },
        { "type": "Choice", "items": [{ "value": "deux", "purpose": ["commenting"] }] },
        { "type": "SpecificResource", "purpose": "tagging", "source": "ville" },
        { "value": 3 },
        { "value": { "nested": "n" } },
    ]);
    let mut annotation = annotation("x", "tram", body);
    annotation["bodyValue"] = "trois".into();
    let record = record(&annotation);
    assert_eq!(record.body, "https://example.org/reply\n\nUn\u{a0}mot\n\ndeux\n\n3\n\ntrois");
    assert_eq!(record.tags, ["ville"]);
    assert_eq!(record.left_out, ["body.nested"]);
}

#[test]
fn an_annotation_on_several_passages_is_one_note_for_each() {
    let mut value = annotation("x", "tram", Value::Null);
    let second = json!({ "source": "b.txt", "selector": { "type": "TextQuoteSelector", "exact": "ans" } });
    value["target"] = json!({ "type": "List", "items": [value["target"], second] });
    let entries = read(value.to_string().as_bytes()).expect("JSON");
    let records: Vec<Record> =
        entries.into_iter().map(|entry| entry.record.expect("an annotation")).collect();
    assert_eq!(records.iter().map(|record| record.passage.quote()).collect::<Vec<_>>(), ["tram", "ans"]);
    assert_ne!(records[0].id, records[1].id);
}

#[test]
fn the_name_of_a_note_comes_from_that_of_the_record() {
    let id = |name: &str| record(&annotation(name, "tram", Value::Null)).id;
    let own = "urn:uuid:01933bd1-6c2e-7d64-9a11-5b1c03aa0001";
    assert_eq!(format!("urn:uuid:{}", id(own).0), own);
    assert_eq!(id("https://example.org/1"), id("https://example.org/1"));
    assert_ne!(id("https://example.org/1"), id("https://example.org/2"));
    let foreign = "urn:uuid:7b1c7a56-0b0e-4b5e-8e0e-3b1f3f5f7a11";
    assert_eq!(id(foreign).0.get_version_num(), 8, "ids of version 4 do not sort by time");
    // Without a name, the same content is the same note.
    assert_eq!(id(""), id(""));
    assert_ne!(id(""), record(&annotation("", "ans", Value::Null)).id);
}

#[test]
fn the_position_tells_which_of_several_places_is_meant() {
    let document = document(TEXT);
    let second = TEXT.rfind("tram").expect("twice");
    let start = TEXT[..second].chars().count();
    let mut value = annotation("x", "tram", Value::Null);
    let quote = value["target"]["selector"].clone();
    let mut notes = Notes::default();
    assert_eq!(import(&document, &mut notes, &value.to_string(), false)[0].places, 2);
    value["id"] = "y".into();
    value["target"]["selector"] =
        json!([quote, { "type": "TextPositionSelector", "start": start, "end": start + 4 }]);
    let taken = import(&document, &mut notes, &value.to_string(), false);
    assert_eq!((taken[0].placement, taken[0].places), (Placement::Exact(Span::new(second, second + 4)), 0));
    // Where other words stand at the position, it was counted in another way.
    value["id"] = "z".into();
    value["target"]["selector"][1] = json!({ "type": "TextPositionSelector", "start": 0, "end": usize::MAX });
    assert_eq!(import(&document, &mut notes, &value.to_string(), false)[0].places, 2);
}

#[test]
fn a_note_that_differs_is_changed_only_when_asked() {
    let document = document(TEXT);
    let mut notes = Notes::default();
    let mut value = annotation(
        "x",
        "quatre ans",
        json!([{ "value": "Vérifier" }, { "value": "a", "purpose": "tagging" }]),
    );
    import(&document, &mut notes, &value.to_string(), false);
    assert_eq!(import(&document, &mut notes, &value.to_string(), true)[0].status, Status::Present);
    value["body"] = json!([{ "value": "Vérifié" }, { "value": "b", "purpose": "tagging" }]);
    value["color"] = "#00f".into();
    let before = notes.clone();
    let refused = import(&document, &mut notes, &value.to_string(), false);
    assert_eq!((refused[0].status, &refused[0].events), (Status::Differs, &vec![]));
    assert_eq!(refused[0].differs, [Field::Body, Field::Tags, Field::Pen]);
    assert_eq!(notes, before);
    let head = notes.iter().next().expect("the note").head;
    let updated = import(&document, &mut notes, &value.to_string(), true);
    assert_eq!((updated[0].status, updated[0].events[0].base), (Status::Updated, Some(head)));
    let note = notes.iter().next().expect("the note");
    assert_eq!((note.body.as_str(), &note.tags, note.pen), ("Vérifié", &vec!["b".to_owned()], Pen::Blue));
    assert_eq!(import(&document, &mut notes, &value.to_string(), false)[0].status, Status::Present);
}

#[test]
fn a_record_of_a_time_to_come_is_of_now() {
    let mut value = annotation("x", "quatre ans", Value::Null);
    value["created"] = "9000-01-01T00:00:00Z".into();
    let mut notes = Notes::default();
    let taken = import(&document(TEXT), &mut notes, &value.to_string(), false);
    assert!(taken[0].is_early);
    assert_eq!(notes.iter().next().expect("the note").created, now());
}

#[test]
fn a_line_on_a_record_names_it_and_says_why() {
    let outcome = Outcome {
        number: 3,
        name: "urn:x".to_owned(),
        status: Status::Refused,
        note: None,
        document: String::new(),
        passage: String::new(),
        placement: None,
        refusal: Some(Refusal::NoQuote),
        detail: String::new(),
        differs: Vec::new(),
        places: 0,
        left_out: Vec::new(),
    };
    let item = outcome.item(Lang::English);
    assert_eq!(item.cells, ["refused", "", "urn:x", "no quoted passage (TextQuoteSelector)"]);
    assert_eq!(
        item.json,
        r#"{"record":3,"id":"urn:x","status":"refused","why":"no-quote","note":null,"document":null,"state":null}"#
    );
}

prop_compose! {
    fn rivals()(twins in 0..9_usize, alike in 0..9_usize, gaps: usize) -> Rivals {
        Rivals { twins, alike, gaps }
    }
}

prop_compose! {
    /// An anchor made in some other text, or in none.
    fn anchor()(
        quote: String, before: String, after: String, start: usize, end: usize, permille in 0..=1000_u16,
        chapter in any::<String>(), headings in vec(any::<String>(), 0..3), text in "[0-9a-f]{16}|", rivals in option::of(rivals()),
    ) -> Anchor {
        Anchor { quote, before, after, start, end, permille, chapter, headings, text, rivals }
    }
}

prop_compose! {
    fn note()(
        id: u128, anchor in anchor(), place in option::of((0..60_usize, 1..20_usize)), pen in 0..Pen::ALL.len(),
        body in any::<String>(), tags in prop::collection::btree_set(any::<String>(), 0..4),
        created in 0..1_700_000_000_000_i64, edited in 0..99_000_i64,
    ) -> Note {
        let document = document(TEXT);
        // Half of them stand in the text, as those that are made in it do.
        let span = place.map(|(start, length)| {
            let bytes = |points: usize| TEXT.char_indices().nth(points).map_or(TEXT.len(), |(byte, _)| byte);
            Span::new(bytes(start), bytes(start + length))
        });
        let anchor = span.map_or(anchor, |span| Anchor::new(&document, span).completed(&document));
        let time = |millis| Timestamp::from_millisecond(millis).expect("in range");
        let edited = if body.is_empty() && tags.is_empty() { 0 } else { edited };
        Note {
            id: NoteId(Uuid::from_u128(id)),
            placement: Placer::new(&document).place(&anchor),
            anchor,
            pen: Pen::ALL[pen],
            body,
            tags: tags.into_iter().collect(),
            created: time(created),
            changed: time(created + edited),
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        }
    }
}

/// Any JSON, with the names that mean something.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "Annotation",
            "TextQuoteSelector",
            "TextPositionSelector",
            "tram",
            "tagging",
            "text/html"
        ])
        .prop_map(Value::from),
    ];
    let names = vec![
        "@context",
        "id",
        "type",
        "motivation",
        "created",
        "modified",
        "body",
        "target",
        "selector",
        "exact",
        "prefix",
        "suffix",
        "start",
        "end",
        "refinedBy",
        "value",
        "purpose",
        "format",
        "color",
        "tags",
        "items",
        "rows",
        "first",
        "next",
        "about",
        "source",
        "uri",
        "text",
        "meta",
        "headings",
        "exergue:anchor",
        "exergue:pen",
        "other",
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((prop::sample::select(names.clone()), inner), 0..8).prop_map(|fields| {
                Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_comes_back_with_all_it_had(notes in vec(note(), 0..5), is_open: bool) {
        let document = document(TEXT);
        let writer = if is_open { Writer::new(&document) } else { Writer::closed("/tram.txt") };
        let lines: String = notes.iter().map(|note| writer.line(note) + "\n").collect();
        let mut back = Notes::default();
        for taken in import(&document, &mut back, &lines, false) {
            prop_assert!(matches!(taken.status, Status::Imported | Status::Lost));
        }
        prop_assert_eq!(back.len(), notes.len());
        for note in &notes {
            let same = back.get(note.id).expect("under its own name");
            prop_assert_eq!(&Note { head: Uuid::nil(), tags: sorted(&same.tags), ..same.clone() }, note);
        }
        let again = back.clone();
        for taken in import(&document, &mut back, &lines, true) {
            prop_assert_eq!(taken.status, Status::Present);
        }
        prop_assert_eq!(&back, &again);
        for entry in read(lines.as_bytes()).expect("JSON") {
            prop_assert_eq!(entry.record.expect("ours").left_out, Vec::<String>::new());
        }
    }

    #[test]
    fn no_json_is_too_strange(value in any_json()) {
        let document = document(TEXT);
        let notes = Notes::default();
        let mut intake = Intake::new(&document, &notes, true, now());
        let entries = read(value.to_string().as_bytes()).expect("JSON");
        for record in entries.into_iter().filter_map(|entry| entry.record.ok()) {
            let first = intake.take(&record, Uuid::nil);
            prop_assert_ne!(first.status, Status::Refused);
            prop_assert_ne!(intake.take(&record, Uuid::nil).status, Status::Imported);
        }
    }

    #[test]
    fn no_bytes_are_too_strange(bytes: Vec<u8>, text in "[\\[\\]{}\":,a-z0-9 \n]{0,80}") {
        let _ = read(&bytes);
        let _ = read(text.as_bytes());
    }

    #[test]
    fn what_others_wrote_comes_twice_without_harm(value in any_json(), exact in "(tram|quatre ans|[a-z ]{1,9})") {
        let document = document(TEXT);
        let mut foreign = annotation("x", &exact, value.clone());
        foreign["tags"] = value;
        let mut notes = Notes::default();
        import(&document, &mut notes, &foreign.to_string(), false);
        let once = notes.clone();
        let again = import(&document, &mut notes, &foreign.to_string(), true);
        prop_assert_eq!(again[0].status, Status::Present);
        prop_assert_eq!(notes, once);
    }
}

fn sorted(tags: &[String]) -> Vec<String> {
    let mut tags = tags.to_vec();
    tags.sort();
    tags
}

#[test]
fn only_additions_come_of_new_records() {
    let document = document(TEXT);
    let notes = Notes::default();
    let mut intake = Intake::new(&document, &notes, true, now());
    let taken = intake.take(&record(&annotation("x", "quatre ans", Value::Null)), Uuid::nil);
    assert!(matches!(&taken.events[..], [Event { edit: Edit::Add(_), base: None, undoes: None, .. }]));
}
