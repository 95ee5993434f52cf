use super::*;
use crate::doc::hexadecimal;
use crate::mark::{Anchor, Note, Pen, Placement, Rivals};
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

proptest! {
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
