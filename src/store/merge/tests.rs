use super::*;
use crate::mark::{Anchor, Correction, EntityKind, Event, Naming, Pen, Placement, Saying};
use crate::store::clock::HybridClock;
use crate::store::journal;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: usize) -> Uuid {
    Uuid::from_u128(number as u128)
}

fn at(number: usize) -> Timestamp {
    Timestamp::from_second(number as i64).expect("a timestamp")
}

fn note(number: usize) -> Note {
    Note {
        id: NoteId(id(number)),
        anchor: Anchor {
            quote: "mot".to_owned(),
            before: String::new(),
            after: String::new(),
            start: number,
            end: number + 3,
            permille: 0,
            chapter: String::new(),
            headings: Vec::new(),
            text: String::new(),
            rivals: None,
        },
        placement: Placement::Orphan,
        pen: Pen::Yellow,
        body: String::new(),
        tags: Vec::new(),
        created: at(number),
        changed: at(number),
        head: id(number),
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

/// What a person does; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Add,
    Remove(usize),
    Body(usize, String),
    Pen(usize),
    Tag(usize, bool),
    Attach(usize, usize),
    /// Takes another body for the present one, or puts both together, where there is another.
    Choose(usize, bool),
    Correct(Scope, Correction),
    Undo,
    Redo,
}

/// A correction of one of few subjects, so that many are of the same.
fn correction() -> impl Strategy<Value = Correction> {
    let saying = prop_oneof![prop::option::of("[ab]").prop_map(Saying::By), Just(Saying::Nothing)];
    let naming = prop_oneof![Just(Naming::Name(EntityKind::Place)), Just(Naming::Nothing)];
    prop_oneof![
        ("[ab]", prop::option::of("[ab]")).prop_map(|(of, to)| Correction::Name { of, to }),
        ("[ab]", prop::option::of(naming)).prop_map(|(of, to)| Correction::Kind { of, to }),
        (0..2_usize, prop::option::of(saying)).prop_map(|(number, to)| {
            let anchor = Box::new(note(number).anchor);
            Correction::Quotation { id: id(number), anchor, to }
        }),
        ("[ab]", "[ab]", prop::option::of(any::<bool>())).prop_map(|(theme, term, to)| Correction::Term {
            theme,
            term,
            to
        }),
        ("[ab]", prop::option::of("[ab]")).prop_map(|(key, to)| Correction::Theme { key, to }),
    ]
}

/// What is done to one document, and now and then to all.
fn deed() -> impl Strategy<Value = Deed> {
    let shared = correction().prop_map(|correction| Deed::Correct(Scope::Everywhere, correction));
    prop_oneof![5 => deed_here(), 1 => shared]
}

fn deed_here() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => Just(Deed::Add),
        1 => any::<usize>().prop_map(Deed::Remove),
        2 => (any::<usize>(), "[a-c]{0,2}").prop_map(|(which, body)| Deed::Body(which, body)),
        1 => any::<usize>().prop_map(Deed::Pen),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(which, come)| Deed::Tag(which, come)),
        1 => (any::<usize>(), 0..3_usize).prop_map(|(which, text)| Deed::Attach(which, text)),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(which, both)| Deed::Choose(which, both)),
        2 => correction().prop_map(|correction| Deed::Correct(Scope::Document, correction)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

/// A device at work: what it shows, and the lines it wrote.
struct Device {
    name: &'static str,
    notes: Notes,
    history: History,
    clock: HybridClock,
    made: usize,
    lines: Vec<Written>,
}

/// A line, and whose journal it is in.
#[derive(Debug, Clone)]
struct Written {
    scope: Scope,
    line: String,
}

impl Device {
    fn new(name: &'static str, first: usize) -> Self {
        Self {
            name,
            notes: Notes::default(),
            history: History::default(),
            clock: HybridClock::default(),
            made: first,
            lines: Vec::new(),
        }
    }

    /// Reads what another device wrote, as at a start.
    fn load(&mut self, lines: &[Written]) {
        let merged = merged(lines);
        self.clock.observe(merged.clock);
        (self.notes, self.history) = (merged.notes, merged.history);
    }

    fn write(&mut self, edit: Edit, undoes: Option<Uuid>) -> (Uuid, Option<Edit>) {
        self.made += 1;
        let base = match &edit {
            Edit::Remove(note) | Edit::Body { note, .. } => self.notes.get(*note).map(|note| note.head),
            _ => None,
        };
        let event = Event { id: id(self.made), at: at(self.made), edit: edit.clone(), base, undoes };
        let inverse = self.notes.apply(edit, event.id, event.at);
        if inverse.is_some() {
            let line = journal::encode(&event, self.clock.next(self.made as u64), self.name);
            let scope = match event.edit {
                Edit::Correct { scope, .. } => scope,
                _ => Scope::Document,
            };
            self.lines.push(Written { scope, line });
        }
        (event.id, inverse)
    }

    fn edit(&mut self, edit: Edit) {
        if let (event, Some(inverse)) = self.write(edit, None) {
            self.history.record(event, at(self.made), inverse);
        }
    }

    fn choose(&self, which: usize) -> Option<NoteId> {
        self.notes.iter().nth(which.checked_rem(self.notes.len())?).map(|note| note.id)
    }

    fn play(&mut self, deed: Deed) {
        match deed {
            Deed::Add => {
                let mut note = note(self.made + 1);
                note.placement = Placement::Orphan;
                self.edit(Edit::Add(Box::new(note)));
            }
            Deed::Undo => {
                for step in self.history.undo() {
                    if let (event, Some(inverse)) = self.write(step.edit, Some(step.event)) {
                        self.history.undone(event, at(self.made), inverse);
                    }
                }
            }
            Deed::Redo => {
                for step in self.history.redo() {
                    if let (event, Some(inverse)) = self.write(step.edit, Some(step.event)) {
                        self.history.redone(event, at(self.made), inverse);
                    }
                }
            }
            Deed::Attach(which, text) => {
                let Some(note) = self.choose(which) else { return };
                let text = text.to_string();
                let anchor = Anchor { text: text.clone(), start: self.made, ..self::note(0).anchor };
                self.edit(Edit::Attach { note, text, to: (which % 4 > 0).then(|| Box::new(anchor)) });
            }
            Deed::Choose(which, both) => {
                let Some(note) = self.choose(which).and_then(|note| self.notes.get(note)) else { return };
                let Some(other) = note.others().next().cloned() else { return };
                let body = if both { format!("{}{}", other.body, note.body) } else { other.body };
                let note = note.id;
                self.edit(Edit::Body { note, body });
                self.edit(Edit::Settle { note, event: other.event, body: None });
            }
            Deed::Correct(scope, correction) => {
                self.edit(Edit::Correct { scope, correction: Box::new(correction) });
            }
            Deed::Remove(which) | Deed::Body(which, _) | Deed::Pen(which) | Deed::Tag(which, _) => {
                let Some(note) = self.choose(which) else { return };
                let tag = || vec![format!("t{}", which % 3)];
                self.edit(match deed {
                    Deed::Remove(_) => Edit::Remove(note),
                    Deed::Body(_, body) => Edit::Body { note, body },
                    Deed::Pen(which) => Edit::Pen { note, pen: Pen::ALL[which % 4] },
                    Deed::Tag(_, true) => Edit::Tags { note, add: tag(), remove: Vec::new() },
                    _ => Edit::Tags { note, add: Vec::new(), remove: tag() },
                });
            }
        }
    }
}

fn merged(lines: &[Written]) -> Merged {
    merge(lines.iter().flat_map(|Written { scope, line }| {
        journal::read(line.as_bytes()).map(|line| match scope {
            Scope::Document => line,
            Scope::Everywhere => journal::shared(line),
        })
    }))
}

/// Two devices that both know one annotation with a body; then each does what it is told, without seeing the other.
fn apart(one: impl FnOnce(&mut Device, NoteId), other: impl FnOnce(&mut Device, NoteId)) -> Merged {
    let mut first = Device::new("a-0000", 0);
    first.play(Deed::Add);
    first.play(Deed::Body(0, "début".to_owned()));
    let shared = first.choose(0).expect("one annotation");
    let mut second = Device::new("b-0000", 1000);
    second.load(&first.lines);
    one(&mut first, shared);
    other(&mut second, shared);
    merged(&[first.lines, second.lines].concat())
}

/// What the first annotation says, then what was written apart.
fn bodies(merged: &Merged) -> Vec<&str> {
    let note = merged.notes.iter().next().expect("an annotation");
    std::iter::once(&note.body).chain(note.others().map(|other| &other.body)).map(String::as_str).collect()
}

fn body(body: &str) -> impl FnOnce(&mut Device, NoteId) {
    let body = body.to_owned();
    |device, _| device.play(Deed::Body(0, body))
}

#[test]
fn of_two_bodies_written_apart_the_later_is_shown_and_the_other_kept() {
    assert_eq!(bodies(&apart(body("un"), body("deux"))), ["deux", "un"]);
    assert_eq!(bodies(&apart(body("deux"), body("deux"))), ["deux"], "both say the same");
    assert_eq!(bodies(&apart(body("un"), |_, _| ())), ["un"], "one after the other");
    assert_eq!(bodies(&apart(body(""), body("deux"))), ["deux"], "nothing is lost with an empty one");
}

#[test]
fn a_body_written_apart_goes_on_in_its_own_line() {
    let twice = |device: &mut Device, _| {
        device.play(Deed::Body(0, "un".to_owned()));
        device.play(Deed::Body(0, "un, relu".to_owned()));
    };
    assert_eq!(bodies(&apart(twice, body("deux"))), ["deux", "un, relu"]);
    assert_eq!(bodies(&apart(body("deux"), twice)), ["un, relu", "deux"]);
    let undone = |device: &mut Device, _| {
        device.play(Deed::Body(0, "un".to_owned()));
        device.play(Deed::Undo);
    };
    assert_eq!(bodies(&apart(undone, body("deux"))), ["deux"], "it was as the other device knew it");
}

#[test]
fn what_the_person_chose_is_no_longer_asked() {
    for both in [false, true] {
        let mut first = Device::new("a-0000", 0);
        first.play(Deed::Add);
        first.play(Deed::Body(0, "début".to_owned()));
        let mut second = Device::new("b-0000", 1000);
        second.load(&first.lines);
        first.play(Deed::Body(0, "un".to_owned()));
        second.play(Deed::Body(0, "deux".to_owned()));
        let mut third = Device::new("c-0000", 2000);
        let apart = [first.lines, second.lines].concat();
        third.load(&apart);
        third.play(Deed::Choose(0, both));
        let chosen = if both { "undeux" } else { "un" };
        assert_eq!(bodies(&merged(&[apart.clone(), third.lines.clone()].concat())), [chosen]);
        third.play(Deed::Undo);
        third.play(Deed::Undo);
        assert_eq!(bodies(&merged(&[apart, third.lines].concat())), ["deux", "un"], "as it was");
    }
}

#[test]
fn a_deleted_annotation_is_kept_and_comes_back_as_it_was() {
    let mut device = Device::new("a-0000", 0);
    device.play(Deed::Add);
    device.play(Deed::Body(0, "début".to_owned()));
    device.play(Deed::Remove(0));
    let mut later = Device::new("a-0000", 10);
    later.load(&device.lines);
    assert!(later.notes.is_empty());
    let deleted = later.notes.deleted().next().expect("kept").clone();
    assert_eq!((deleted.note.body.as_str(), deleted.event), ("début", id(3)));
    later.write(Edit::Add(Box::new(deleted.note)), Some(deleted.event));
    let back = merged(&[device.lines, later.lines].concat());
    assert_eq!((bodies(&back), back.notes.deleted().count()), (vec!["début"], 0));
}

#[test]
fn an_annotation_edited_elsewhere_is_not_lost_to_a_removal() {
    let edit = |device: &mut Device, _| device.play(Deed::Body(0, "relu".to_owned()));
    let remove = |device: &mut Device, note| device.edit(Edit::Remove(note));
    // The second device has the later clock, so both orders are tried.
    for merged in [apart(edit, remove), apart(remove, edit)] {
        assert_eq!(merged.notes.iter().map(|note| note.body.as_str()).collect::<Vec<_>>(), ["relu"]);
    }
    let tagged = apart(remove, |device, _| device.play(Deed::Tag(0, true)));
    let note = tagged.notes.iter().next().expect("it came back");
    assert_eq!((note.body.as_str(), note.tags.len()), ("début", 1));
    assert!(apart(remove, |_, _| ()).notes.is_empty());
}

#[test]
fn tags_given_on_two_devices_are_all_kept() {
    let merged =
        apart(|device, _| device.play(Deed::Tag(0, true)), |device, _| device.play(Deed::Tag(1, true)));
    assert_eq!(merged.notes.tags().len(), 2);
}

fn called(of: &str, to: &str) -> Deed {
    let (of, to) = (of.to_owned(), Some(to.to_owned()));
    Deed::Correct(Scope::Document, Correction::Name { of, to })
}

#[test]
fn of_two_corrections_of_one_subject_the_later_holds_and_those_of_others_stay() {
    let merged = apart(
        |device, _| {
            device.play(called("Mensch", "A. Mensch"));
            device.play(called("Macron", "Emmanuel Macron"));
        },
        |device, _| device.play(called("Mensch", "Arthur Mensch")),
    );
    let corrections = merged.notes.corrections();
    assert_eq!(corrections.name_of("Mensch"), "Arthur Mensch");
    assert_eq!(corrections.name_of("Macron"), "Emmanuel Macron");
}

#[test]
fn what_is_meant_for_all_is_not_undone_here() {
    let mut device = Device::new("a-0000", 0);
    device.play(called("Mensch", "Arthur Mensch"));
    let everywhere = Correction::Name { of: "Macron".to_owned(), to: Some("E. Macron".to_owned()) };
    device.play(Deed::Correct(Scope::Everywhere, everywhere));
    let mut later = Device::new("a-0000", 10);
    later.load(&device.lines);
    later.play(Deed::Undo);
    later.play(Deed::Undo);
    let corrections = later.notes.corrections();
    assert_eq!((corrections.name_of("Mensch"), corrections.name_of("Macron")), ("Mensch", "E. Macron"));
}

#[test]
fn a_change_to_what_is_not_here_is_counted() {
    let mut device = Device::new("a-0000", 0);
    device.play(Deed::Add);
    device.play(Deed::Body(0, "corps".to_owned()));
    let late = device.lines[1].clone();
    let merged = merged(&[late.clone(), late]);
    assert!(merged.notes.is_empty());
    assert_eq!(merged.adrift, 1);
}

#[test]
fn unknown_and_damaged_lines_are_counted_and_clocks_observed() {
    let lines = [
        r#"{"v":2,"op":"add","c":"00000000ffff-0001"}"#.to_owned(),
        r#"{"v":1,"op":"fold","c":"00000000fffe-0001"}"#.to_owned(),
        "not a line".to_owned(),
    ];
    let merged = merged(&lines.map(|line| Written { scope: Scope::Document, line }));
    assert_eq!((merged.unknown, merged.damaged, merged.newer), (2, 1, true));
    assert_eq!(merged.clock, Clock::new(0xffff, 1));
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_shown(deeds in prop::collection::vec(deed_here(), 0..40)) {
        let mut device = Device::new("a-0000", 0);
        deeds.into_iter().for_each(|deed| device.play(deed));
        let merged = merged(&device.lines);
        prop_assert_eq!(merged.notes, device.notes);
        prop_assert_eq!(merged.history, device.history);
        prop_assert_eq!((merged.damaged, merged.unknown, merged.adrift), (0, 0, 0));
    }

    #[test]
    fn what_is_meant_for_all_is_read_back_too(deeds in prop::collection::vec(deed(), 0..40)) {
        let mut device = Device::new("a-0000", 0);
        deeds.into_iter().for_each(|deed| device.play(deed));
        let merged = merged(&device.lines);
        prop_assert_eq!(merged.notes, device.notes);
        prop_assert_eq!((merged.damaged, merged.unknown, merged.adrift), (0, 0, 0));
    }

    #[test]
    fn what_comes_after_a_choice_is_read_back_too(
        one in prop::collection::vec(deed_here(), 0..8),
        other in prop::collection::vec(deed_here(), 0..8),
        after in prop::collection::vec(deed_here(), 0..20),
    ) {
        let mut first = Device::new("a-0000", 0);
        first.play(Deed::Add);
        let mut second = Device::new("b-0000", 1000);
        second.load(&first.lines);
        one.into_iter().for_each(|deed| first.play(deed));
        other.into_iter().for_each(|deed| second.play(deed));
        let apart = [first.lines, second.lines].concat();
        let mut third = Device::new("c-0000", 2000);
        third.load(&apart);
        after.into_iter().for_each(|deed| third.play(deed));
        prop_assert_eq!(merged(&[apart, third.lines].concat()).notes, third.notes);
    }

    #[test]
    fn of_bodies_written_apart_the_last_of_each_side_is_there(
        one in prop::collection::vec("[a-c]{0,2}", 0..5),
        other in prop::collection::vec("[x-z]{0,2}", 0..5),
    ) {
        let write = |bodies: Vec<String>| move |device: &mut Device, _| {
            bodies.into_iter().for_each(|body| device.play(Deed::Body(0, body)));
        };
        let last = |bodies: &[String]| bodies.last().cloned().unwrap_or_else(|| "début".to_owned());
        let (mine, yours) = (last(&one), last(&other));
        let merged = apart(write(one), write(other));
        let found = bodies(&merged);
        // Who changed nothing has the start, which the other has seen.
        for body in [&mine, &yours].into_iter().filter(|body| !body.is_empty() && *body != "début") {
            prop_assert!(found.contains(&body.as_str()), "{found:?} lacks {body:?}");
        }
        prop_assert!(found.len() <= 2, "{found:?}");
    }

    #[test]
    fn the_last_correction_of_a_subject_holds(all in prop::collection::vec(correction(), 1..20)) {
        let mut device = Device::new("a-0000", 0);
        let play = |device: &mut Device, correction: &Correction| {
            device.play(Deed::Correct(Scope::Document, correction.clone()));
        };
        all.iter().for_each(|correction| play(&mut device, correction));
        let last = all.last().expect("at least one");
        let mut merged = merged(&device.lines).notes;
        let again = Edit::Correct { scope: Scope::Document, correction: Box::new(last.clone()) };
        prop_assert_eq!(merged.apply(again, id(0), at(0)), None, "it holds already");
    }

    #[test]
    fn order_copies_and_files_make_no_difference(
        shared in prop::collection::vec(deed(), 0..10),
        one in prop::collection::vec(deed(), 0..10),
        other in prop::collection::vec(deed(), 0..10),
        shuffle in prop::collection::vec(any::<prop::sample::Index>(), 60),
    ) {
        let mut first = Device::new("a-0000", 0);
        shared.into_iter().for_each(|deed| first.play(deed));
        let mut second = Device::new("b-0000", 1000);
        second.load(&first.lines);
        one.into_iter().for_each(|deed| first.play(deed));
        other.into_iter().for_each(|deed| second.play(deed));
        let lines = [first.lines, second.lines].concat();
        let expected = merged(&lines);
        let mut mixed = lines.clone();
        for index in shuffle {
            if !mixed.is_empty() {
                let line = mixed.remove(index.index(mixed.len()));
                if index.index(3) == 0 {
                    mixed.insert(0, line.clone());
                }
                mixed.push(line);
            }
        }
        prop_assert_eq!(merged(&mixed), expected);
    }
}
