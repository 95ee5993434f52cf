//! Annotations: where they are placed, how they are kept, brought in and asked for.

use super::parts;
use exergue::doc::{Document, plain};
use exergue::exchange::json::{self, Intake};
use exergue::exchange::query::Query;
use exergue::mark::anchor::Placer;
use exergue::mark::{Anchor, Event, Notes, Pen, Placement};
use exergue::store::journal::{self as lines, Line};
use exergue::store::merge;
use exergue::text::Span;
use exergue::text::graphemes::{ceil_boundary, floor_boundary};
use exergue::words::cli::import::Status;
use jiff::Timestamp;
use uuid::Uuid;

/// What records are brought into.
const TEXT: &str =
    "Le tram divise. « C’est un choix », dit l’adjointe.\n\nLe chantier durera quatre ans. Le tram passera.";

/// A journal with valid lines among whatever else is in it: each of them is read.
pub fn journal(bytes: &[u8]) {
    const FORMATS: &str = include_str!("../../../docs/formats.md");
    let is_valid = |line: &&str| matches!(lines::parse(line.as_bytes()), Line::Event(_) | Line::Doc(_));
    let valid: Vec<&str> = FORMATS.lines().filter(is_valid).collect();
    assert!(valid.len() >= 3, "the page of formats shows a journal");
    let mut file = Vec::new();
    for (index, line) in valid.iter().enumerate() {
        let at = bytes.len() * index / valid.len();
        let to = bytes.len() * (index + 1) / valid.len();
        file.extend_from_slice(&bytes[at..to]);
        file.push(b'\n');
        file.extend_from_slice(line.as_bytes());
        file.push(b'\n');
    }
    let read: Vec<Line> = lines::read(&file).collect();
    for line in &valid {
        assert!(read.contains(&lines::parse(line.as_bytes())), "{line}");
    }
    assert!(!merge(read).documents.is_empty(), "the document of the valid lines is known");
    lines::damaged(&file).for_each(drop);
    let _ = exergue::store::draft::decode(bytes);
}

/// A passage of one text, looked for in it and in another. The first two bytes choose it; the texts are parts (see
/// [`parts`]), or the halves of one.
pub fn placed(bytes: &[u8]) {
    let (from, rest) = bytes.split_at(bytes.len().min(2));
    let texts: Vec<String> = parts(rest).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    let half = floor_boundary(&texts[0], texts[0].len() / 2);
    let (before, after) = match texts.get(1) {
        Some(after) => (texts[0].as_str(), after.as_str()),
        None => texts[0].split_at(half),
    };
    let before = plain::read(before, "nom");
    let after = plain::read(after, "nom");
    let length = before.text().len();
    let at = |index: usize| usize::from(from.get(index).copied().unwrap_or_default()) * length / 255;
    let start = floor_boundary(before.text(), at(0));
    let end = ceil_boundary(before.text(), at(1)).max(start);
    let span = Span::new(start, end);
    let anchor = Anchor::new(&before, span);
    if !span.is_empty() {
        assert_eq!(Placer::new(&before).place(&anchor), Placement::Exact(span), "in the same text");
    }
    let found = Placer::new(&after).place(&anchor);
    assert_eq!(Placer::new(&after).place(&anchor), found, "twice is the same");
    let near = Placer::new(&after).nearest(&anchor);
    for span in found.span().into_iter().chain(near.map(|near| near.span)) {
        inside(&after, span);
    }
}

/// A file of annotations: what can be read of it is taken, once, and what is written comes back.
pub fn records(bytes: &[u8]) {
    let document = plain::read(TEXT, "tram");
    let now = Timestamp::from_second(1_800_000_000).expect("in range");
    let entries = match json::read(bytes) {
        Ok(entries) => entries,
        Err(error) => return assert!(!error.to_string().contains('\n'), "{error}"),
    };
    let (mut notes, mut number) = (Notes::default(), 0);
    let mut new_id = || {
        number += 1;
        Uuid::from_u128(number)
    };
    for record in entries.iter().filter_map(|entry| entry.record.as_ref().ok()) {
        let before = notes.clone();
        let taken = Intake::new(&document, &before, true, now).take(record, &mut new_id);
        if let Some(span) = taken.placement.span() {
            inside(&document, span);
        }
        for Event { id, at, edit, .. } in taken.events {
            assert!(notes.apply(edit, id, at).is_some(), "every change changes something");
        }
        let known = notes.clone();
        let again = Intake::new(&document, &known, true, now).take(record, &mut new_id);
        assert_eq!(again.status, Status::Present, "twice is once: {record:?}");
    }
    let writer = json::Writer::new(&document);
    for note in notes.iter() {
        let line = writer.line(note);
        assert!(!line.contains('\n'), "{line}");
        let back = json::read(line.as_bytes()).expect("what is written is JSON");
        let back = back[0].record.as_ref().expect("and an annotation");
        let known = notes.clone();
        let taken = Intake::new(&document, &known, true, now).take(back, &mut new_id);
        assert_eq!(taken.status, Status::Present, "{line}");
    }
}

/// A query: what is asked for by all of it is what is asked for by each of its words.
pub fn query(bytes: &[u8]) {
    const RECORD: &str = r##"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"x","type":"Annotation",
"body":[{"type":"TextualBody","value":"Vérifier l’ŒUVRE ﬁnale"},{"type":"TextualBody","value":"Été","purpose":"tagging"}],
"target":{"source":"tram.txt","selector":{"type":"TextQuoteSelector","exact":"Le tram passera"}}}"##;
    let document = plain::read(TEXT, "tram");
    let mut notes = Notes::default();
    let entries = json::read(RECORD.as_bytes()).expect("JSON");
    let record = entries[0].record.as_ref().expect("an annotation");
    let now = Timestamp::UNIX_EPOCH;
    let taken = Intake::new(&document, &Notes::default(), false, now).take(record, Uuid::nil);
    for Event { id, at, edit, .. } in taken.events {
        notes.apply(edit, id, at);
    }
    let note = notes.iter().next().expect("it was brought in");
    let pens = Pen::ALL.map(|pen| pen.name().to_owned());
    let text = String::from_utf8_lossy(bytes);
    let all = Query::new(&text);
    let mut words = text.split_whitespace().map(Query::new);
    assert_eq!(all.matches(note, &pens), words.all(|word| word.matches(note, &pens)));
    assert!(Query::default().matches(note, &pens));
}

fn inside(document: &Document, span: Span) {
    let text = document.text();
    assert!(text.get(span.start()..span.end()).is_some(), "{span:?} is not in {text:?}");
}
