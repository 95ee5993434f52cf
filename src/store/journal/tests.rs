use super::*;
use crate::doc::hexadecimal;
use crate::mark::{Anchor, Correction, EntityKind, Naming, Note, Pen, Placement, Rivals, Saying};
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn at() -> Timestamp {
    "2026-11-22T08:30:11.123Z".parse().expect("a timestamp")
}

fn note(body: &str, tags: &[&str]) -> Note {
    Note {
        id: NoteId(id(1)),
        anchor: Anchor {
            quote: "devenir des « hyperscalers »\nen Europe".to_owned(),
            before: "Le groupe veut ".to_owned(),
            after: ", a dit \"quelqu’un\"\\".to_owned(),
            start: 412,
            end: 436,
            permille: 141,
            chapter: String::new(),
            headings: vec!["Discours".to_owned()],
            text: "b7e0b7e0b7e0b7e0".to_owned(),
            rivals: Some(Rivals { twins: 3, alike: 2, gaps: 1 }),
        },
        placement: Placement::Orphan,
        pen: Pen::Green,
        body: body.to_owned(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        created: at(),
        changed: at(),
        head: id(2),
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

fn event(edit: Edit) -> Event {
    Event { id: id(2), at: at(), edit, base: None, undoes: None }
}

fn read_back(event: &Event) -> Entry {
    let line = encode(event, Clock::new(1000, 4), "portable-4f2a");
    match read(line.as_bytes()).next() {
        Some(Line::Event(entry)) => *entry,
        other => panic!("{other:?} from {line}"),
    }
}

#[test]
fn a_line_has_its_fields_in_their_order_and_the_checksum_last() {
    let add = event(Edit::Add(Box::new(note("À comparer avec OVH", &["cloud", "à relire"]))));
    assert_eq!(
        encode(&add, Clock::new(0x0001_9353_0a1b, 4), "portable-4f2a"),
        concat!(
            r#"{"v":1,"id":"00000000000000000000000002","at":"2026-11-22T08:30:11.123Z","c":"000193530a1b-0004","#,
            r#""dev":"portable-4f2a","op":"add","note":"00000000000000000000000001","kind":"highlight","color":"green","#,
            r#""sel":{"quote":"devenir des « hyperscalers »\nen Europe","pre":"Le groupe veut ","#,
            r#""suf":", a dit \"quelqu’un\"\\","start":412,"end":436,"rel":0.141,"chap":"","head":["Discours"],"#,
            r#""text":"b7e0b7e0b7e0b7e0","x":1,"rivals":2,"gaprivals":1,"twins":3},"body":"À comparer avec OVH","tags":["cloud","à relire"],"#,
            r#""crc":"8f5ee1b4"}"#,
            "\n"
        )
    );
}

#[test]
fn a_line_that_counted_less_says_what_it_knows() {
    let line = |counts: &str| {
        format!(
            r#"{{"v":1,"id":"00000000000000000000000002","at":"2026-11-22T08:30:11.123Z","c":"000193530a1b-0004","dev":"a","op":"add","note":"00000000000000000000000001","sel":{{"quote":"q"{counts}}}}}"#
        )
    };
    for (counts, expected) in [
        ("", None),
        (r#","rivals":2"#, Some(Rivals { twins: 2, alike: 2, gaps: 0 })),
        (r#","rivals":2,"gaprivals":1"#, Some(Rivals { twins: 2, alike: 2, gaps: 1 })),
        (r#","rivals":2,"gaprivals":1,"twins":0"#, Some(Rivals { twins: 0, alike: 2, gaps: 1 })),
    ] {
        let Line::Event(entry) = parse(line(counts).as_bytes()) else { panic!("{counts}") };
        let Change::Edit(Edit::Add(note)) = entry.change else { panic!("{counts}") };
        assert_eq!(note.anchor.rivals, expected, "{counts}");
    }
}

#[test]
fn every_change_comes_back_from_its_line() {
    let note_id = NoteId(id(1));
    for edit in [
        Edit::Add(Box::new(note("", &[]))),
        Edit::Add(Box::new(note("deux\nlignes, \"crc\":\"0\"", &["a"]))),
        Edit::Remove(note_id),
        Edit::Attach { note: note_id, text: "b7e0".to_owned(), to: None },
        Edit::Settle { note: note_id, event: id(7), body: None },
        Edit::Settle { note: note_id, event: id(7), body: Some("autrement".to_owned()) },
        Edit::Body { note: note_id, body: String::new() },
        Edit::Body { note: note_id, body: ",\"crc\":\"00000000\"}".to_owned() },
        Edit::Pen { note: note_id, pen: Pen::Pink },
        Edit::Tags { note: note_id, add: vec!["ia".to_owned()], remove: vec!["à relire".to_owned()] },
    ] {
        let mut event = event(edit);
        event.base = Some(id(7));
        let entry = read_back(&event);
        assert_eq!(entry.change, Change::Edit(event.edit.clone()));
        assert_eq!((entry.id, entry.at, entry.base, entry.undoes), (event.id, event.at, event.base, None));
        assert_eq!((entry.clock, entry.device.as_str()), (Clock::new(1000, 4), "portable-4f2a"));
    }
}

#[test]
fn an_annotation_that_comes_back_is_named_and_not_written_again() {
    let mut event = event(Edit::Add(Box::new(note("long", &["a"]))));
    event.undoes = Some(id(9));
    assert!(!encode(&event, Clock::default(), "d-0000").contains("long"));
    let entry = read_back(&event);
    assert_eq!((entry.change, entry.undoes), (Change::Restore(NoteId(id(1))), Some(id(9))));
}

#[test]
fn a_document_comes_back_from_its_line() {
    let mut document = doc_event();
    document.at = at();
    document.sha256 = hexadecimal(&[0x9c; 32]);
    document.text = hexadecimal(&[0xb7; 32]);
    document.title = "Le marché des télécoms".to_owned();
    document.path = "~/Articles/telecoms.html".to_owned();
    let line = encode_doc(&document);
    assert!(line.contains(r#""op":"doc","sha256":"9c9c"#) && line.ends_with("\"}\n"), "{line}");
    assert_eq!(read(line.as_bytes()).collect::<Vec<_>>(), [Line::Doc(Box::new(document))]);
}

#[test]
fn damage_is_told_from_what_is_newer() {
    let good = encode(&event(Edit::Remove(NoteId(id(1)))), Clock::new(5, 0), "d-0000");
    let good = good.trim_end();
    let without_checksum = |line: &str| format!("{}}}", &line[..line.rfind(CHECKED).expect("a checksum")]);
    const CHECKED: &str = ",\"crc\":";
    let unknown = |newer, clock| Line::Unknown { newer, clock };
    let five = Some(Clock::new(5, 0));
    let hand_made = without_checksum(good);
    assert!(matches!(parse(hand_made.as_bytes()), Line::Event(_)), "a line without checksum is taken");
    for (line, expect) in [
        (good.replace("d-0000", "d-0001"), Line::Damaged(Damage::Checksum)),
        (good[..good.len() - 1].to_owned(), Line::Damaged(Damage::Checksum)),
        (good[..40].to_owned(), Line::Damaged(Damage::NotJson)),
        ("{}".to_owned(), Line::Damaged(Damage::Field("v"))),
        ("{\"v\":1}".to_owned(), Line::Damaged(Damage::Field("op"))),
        ("[1]".to_owned(), Line::Damaged(Damage::NotJson)),
        (" ".repeat(LONGEST) + good, Line::Damaged(Damage::TooLong)),
        (hand_made.replace("\"at\":\"2026", "\"at\":\"soon"), Line::Damaged(Damage::Field("at"))),
        (hand_made.replace("000000000005-", "5-"), Line::Damaged(Damage::Field("c"))),
        (hand_made.replace("\"op\":\"del\"", "\"op\":\"set\""), Line::Damaged(Damage::Field("body"))),
        (hand_made.replace("\"op\":\"del\"", "\"op\":\"add\""), Line::Damaged(Damage::Field("sel"))),
        (hand_made.replace("\"op\":\"del\"", "\"op\":\"fold\""), unknown(false, five)),
        (hand_made.replace("\"op\":\"del\"", "\"op\":\"fold\",\"add\":3"), unknown(false, five)),
        (hand_made.replace("\"v\":1", "\"v\":2"), unknown(true, five)),
        (hand_made.replace("\"v\":1", "\"v\":2,\"add\":3"), unknown(true, five)),
    ] {
        assert_eq!(parse(line.as_bytes()), expect, "{line}");
    }
    assert_eq!(parse(b"\xff\xfe"), Line::Damaged(Damage::NotUtf8));
    let more = hand_made.replace("\"op\":\"del\"", "\"op\":\"del\",\"mood\":{\"deep\":[1]}");
    assert!(matches!(parse(more.as_bytes()), Line::Event(_)), "unknown fields are passed over");
}

#[test]
fn a_pen_of_a_later_version_does_not_hide_the_note() {
    let line = encode(&event(Edit::Add(Box::new(note("à citer", &[])))), Clock::default(), "d-0000");
    let line = format!("{}}}", &line[..line.rfind(",\"crc\":").expect("a checksum")]);
    let Line::Event(entry) = parse(line.replace("\"green\"", "\"orange\"").as_bytes()) else {
        panic!("{line}")
    };
    let Change::Edit(Edit::Add(shown)) = entry.change else { panic!("an annotation") };
    assert_eq!((shown.pen, shown.body), (Pen::default(), "à citer".to_owned()));
}

#[test]
fn both_sides_of_a_git_conflict_are_read() {
    let one = encode(&event(Edit::Remove(NoteId(id(1)))), Clock::default(), "a-0000");
    let other = encode(&event(Edit::Remove(NoteId(id(1)))), Clock::default(), "b-0000");
    let text = format!("<<<<<<< HEAD\r\n{one}=======\n\n{other}>>>>>>> theirs\n");
    assert!(read(text.as_bytes()).all(|line| matches!(line, Line::Event(_))));
    assert_eq!(read(text.as_bytes()).count(), 2);
}

/// Any correction, taken back too.
fn correction() -> impl Strategy<Value = Correction> {
    let of = any::<String>;
    let naming = prop_oneof![
        4 => prop::sample::select(EntityKind::ALL.to_vec()).prop_map(Naming::Name),
        1 => Just(Naming::Nothing),
    ];
    let saying = prop_oneof![
        3 => prop::option::of(of()).prop_map(Saying::By),
        1 => Just(Saying::Nothing),
    ];
    prop_oneof![
        (of(), prop::option::of(of())).prop_map(|(of, to)| Correction::Name { of, to }),
        (of(), prop::option::of(naming)).prop_map(|(of, to)| Correction::Kind { of, to }),
        (any::<u128>(), of(), prop::option::of(saying)).prop_map(|(number, quote, to)| {
            let anchor = Box::new(Anchor { quote, ..note("", &[]).anchor });
            Correction::Quotation { id: id(number), anchor, to }
        }),
        (of(), of(), prop::option::of(any::<bool>())).prop_map(|(theme, term, to)| Correction::Term {
            theme,
            term,
            to
        }),
        (of(), prop::option::of(of())).prop_map(|(key, to)| Correction::Theme { key, to }),
    ]
}

fn fix(scope: Scope, correction: Correction) -> Edit {
    Edit::Correct { scope, correction: Box::new(correction) }
}

#[test]
fn a_correction_is_one_line_of_its_own_fields() {
    let line = |correction| encode(&event(fix(Scope::Document, correction)), Clock::new(5, 0), "d-0000");
    let head = r#"{"v":1,"id":"00000000000000000000000002","at":"2026-11-22T08:30:11.123Z","c":"000000000005-0000","dev":"d-0000","op":"fix","#;
    let (of, yes) = (|text: &str| text.to_owned(), Some("Arthur Mensch".to_owned()));
    for (correction, expect) in [
        (
            Correction::Name { of: of("Mensch"), to: yes.clone() },
            r#""fix":"name","of":"Mensch","to":"Arthur Mensch","#,
        ),
        (Correction::Name { of: of("Mensch"), to: None }, r#""fix":"name","of":"Mensch","#),
        (
            Correction::Kind { of: of("Le Chat"), to: Some(Naming::Name(EntityKind::Product)) },
            r#""fix":"kind","of":"Le Chat","to":"product","#,
        ),
        (
            Correction::Kind { of: of("Halles"), to: Some(Naming::Nothing) },
            r#""fix":"kind","of":"Halles","to":"none","#,
        ),
        (
            Correction::Term { theme: of("city"), term: of("tram"), to: Some(true) },
            r#""fix":"term","theme":"city","of":"tram","to":"in","#,
        ),
        (
            Correction::Term { theme: of("city"), term: of("tram"), to: Some(false) },
            r#""fix":"term","theme":"city","of":"tram","to":"out","#,
        ),
        (
            Correction::Theme { key: of("city"), to: Some("Ville".to_owned()) },
            r#""fix":"theme","of":"city","to":"Ville","#,
        ),
    ] {
        let line = line(correction);
        let fields = line.strip_prefix(head).unwrap_or_else(|| panic!("{line}"));
        assert!(fields.starts_with(expect) && fields[expect.len()..].starts_with("\"crc\":"), "{line}");
    }
    let anchor = Box::new(note("", &[]).anchor);
    let line = line(Correction::Quotation { id: id(9), anchor, to: Some(Saying::By(yes)) });
    let start = r#""note":"00000000000000000000000009","fix":"quote","to":"Arthur Mensch","kind":"quote","sel":{"quote":"#;
    assert!(line.strip_prefix(head).is_some_and(|fields| fields.starts_with(start)), "{line}");
}

#[test]
fn a_correction_that_only_a_later_version_understands_is_not_damage() {
    let name = Correction::Name { of: "Mensch".to_owned(), to: Some("Arthur Mensch".to_owned()) };
    let line = encode(&event(fix(Scope::Document, name)), Clock::new(5, 0), "d-0000");
    let line = format!("{}}}", &line[..line.rfind(",\"crc\":").expect("a checksum")]);
    let unknown = Line::Unknown { newer: false, clock: Some(Clock::new(5, 0)) };
    let damaged = |field| Line::Damaged(Damage::Field(field));
    for (from, to, expect) in [
        (r#""fix":"name""#, r#""fix":"gender""#, unknown.clone()),
        (r#""fix":"name""#, r#""fix":"kind""#, unknown.clone()),
        (r#""fix":"name""#, r#""fix":"term","theme":"city""#, unknown),
        (r#""fix":"name","#, "", damaged("fix")),
        (r#""of":"Mensch","#, "", damaged("of")),
        (
            r#""fix":"name","of":"Mensch","to":"Arthur Mensch""#,
            r#""fix":"term","of":"tram","to":"in""#,
            damaged("theme"),
        ),
        (r#""fix":"name""#, r#""fix":"quote""#, damaged("note")),
    ] {
        assert_eq!(parse(line.replace(from, to).as_bytes()), expect, "{to}");
    }
}

#[test]
fn in_a_shared_journal_only_corrections_count() {
    let name = Correction::Name { of: "Mensch".to_owned(), to: None };
    let change = |edit: Edit| {
        let line = encode(&event(edit), Clock::new(5, 0), "d-0000");
        shared(parse(line.trim_end().as_bytes()))
    };
    let Line::Event(entry) = change(fix(Scope::Everywhere, name.clone())) else { panic!("a correction") };
    assert_eq!(entry.change, Change::Edit(fix(Scope::Everywhere, name)));
    let unknown = |clock| Line::Unknown { newer: false, clock };
    assert_eq!(change(Edit::Remove(NoteId(id(1)))), unknown(Some(Clock::new(5, 0))));
    assert_eq!(shared(Line::Doc(Box::new(doc_event()))), unknown(Some(Clock::default())));
    assert_eq!(shared(Line::Unknown { newer: true, clock: None }), unknown(None));
    assert_eq!(shared(Line::Damaged(Damage::NotJson)), Line::Damaged(Damage::NotJson));
}

proptest! {
    #[test]
    fn every_correction_comes_back_from_its_line(correction in correction(), undoes: Option<u64>) {
        let mut event = event(fix(Scope::Document, correction));
        event.undoes = undoes.map(|number| id(number.into()));
        let entry = read_back(&event);
        prop_assert_eq!(entry.change, Change::Edit(event.edit));
        prop_assert_eq!((entry.id, entry.at, entry.undoes), (event.id, event.at, event.undoes));
        prop_assert_eq!((entry.clock, entry.device.as_str()), (Clock::new(1000, 4), "portable-4f2a"));
    }

    #[test]
    fn bodies_and_tags_of_any_text_come_back(body: String, tags: Vec<String>) {
        let mut note = note(&body, &[]);
        note.tags = tags;
        let edit = Edit::Add(Box::new(note));
        prop_assert_eq!(read_back(&event(edit.clone())).change, Change::Edit(edit));
    }

    #[test]
    fn any_bytes_among_good_lines_take_none_of_them_away(noise: Vec<u8>, cut in 0_usize..300) {
        let good = encode(&event(Edit::Remove(NoteId(id(1)))), Clock::default(), "d-0000");
        let torn = &good.as_bytes()[..cut.min(good.len() - 2)];
        let bytes = [good.as_bytes(), &noise, b"\n", torn, b"\n", good.as_bytes()].concat();
        let events = read(&bytes).filter(|line| matches!(line, Line::Event(_))).count();
        prop_assert_eq!(events, 2);
    }
}
