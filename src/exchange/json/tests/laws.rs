//! What holds of any annotation and of any JSON.

use super::*;
use crate::mark::{Deleted, Placer, Rivals};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::collections::BTreeMap;

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
        attached in vec(anchor(), 0..3), confirmed: bool, versions in vec((any::<u128>(), any::<String>()), 0..3),
    ) -> Note {
        let document = document(TEXT);
        // Half of them stand in the text, as those that are made in it do.
        let span = place.map(|(start, length)| {
            let bytes = |points: usize| TEXT.char_indices().nth(points).map_or(TEXT.len(), |(byte, _)| byte);
            Span::new(bytes(start), bytes(start + length))
        });
        let anchor = span.map_or(anchor, |span| Anchor::new(&document, span).completed(&document));
        let time = |millis| Timestamp::from_millisecond(millis).expect("in range");
        // A place that was confirmed is one in this very text.
        let confirmed = confirmed.then(|| Anchor::new(&document, Span::new(0, 2)));
        let attached: BTreeMap<_, _> =
            attached.into_iter().chain(confirmed).map(|anchor| (anchor.text.clone(), anchor)).collect();
        let versions: BTreeMap<_, _> = versions.into_iter().collect();
        let version = |(event, body)| Version { event: Uuid::from_u128(event), body };
        let note = Note {
            id: NoteId(Uuid::from_u128(id)),
            placement: Placement::Orphan,
            anchor,
            pen: Pen::ALL[pen],
            body,
            tags: tags.into_iter().collect(),
            created: time(created),
            changed: time(created + edited),
            head: Uuid::nil(),
            attached: attached.into_values().collect(),
            versions: versions.into_iter().map(version).collect(),
        };
        Note { placement: Placer::new(&document).place_note(&note), ..note }
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
        "exergue:attached",
        "exergue:versions",
        "exergue:event",
        "exergue:deleted",
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
    fn what_is_written_comes_back_with_all_it_had(
        notes in vec(note(), 0..5), gone in vec((note(), 0..99_000_i64), 0..3), is_open: bool,
    ) {
        let document = document(TEXT);
        let writer = if is_open { Writer::new(&document) } else { Writer::closed("/tram.txt") };
        let deleted = |(note, later): (Note, i64)| {
            let at = Timestamp::from_millisecond(note.changed.as_millisecond() + later).expect("in range");
            Deleted { note: Note { placement: Placement::Orphan, ..note }, event: Uuid::nil(), at }
        };
        let gone: Vec<Deleted> = gone.into_iter().map(deleted).collect();
        let lines = notes.iter().map(|note| writer.line(note));
        let lines: Vec<String> = lines.chain(gone.iter().map(|gone| writer.deleted_line(gone))).collect();
        let lines = lines.join("\n");
        let mut back = Notes::default();
        for taken in import(&document, &mut back, &lines, false) {
            prop_assert!(matches!(taken.status, Status::Imported | Status::Lost));
        }
        prop_assert_eq!(back.len(), notes.len());
        for note in &notes {
            let same = back.get(note.id).expect("under its own name");
            prop_assert_eq!(&alike(same), note);
        }
        for gone in &gone {
            let same = back.deleted_note(gone.note.id).expect("under its own name");
            prop_assert_eq!((&alike(&same.note), same.at), (&gone.note, gone.at));
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

/// Without what counts in the journals only: the event of the body, and the order of tags.
fn alike(note: &Note) -> Note {
    let mut tags = note.tags.clone();
    tags.sort();
    Note { head: Uuid::nil(), tags, ..note.clone() }
}
