//! Whatever is pressed, the window stands: no panic, the caret in the text and on the screen, no change lost.

mod common;

use common::Sitting;
use exergue::app::view::{View, text};
use exergue::app::{Message, Mouse, MouseButton, MouseKind, Size};
use exergue::command::{Key, KeyCode, Mode, Stroke};
use exergue::config::{DEFAULT, settle};
use exergue::doc::plain;
use exergue::text::graphemes;
use exergue::words::Lang;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::Arc;

/// One thing a person, or the world, may do next.
#[derive(Debug, Clone)]
enum Deed {
    /// Keys that are bound together, one after the other.
    Keys(Vec<Key>),
    Mouse(Mouse),
    Paste(String),
    Resize(u16, u16),
    /// So many milliseconds go by.
    Wait(u16),
    /// The file was changed outside and is read again.
    Open(&'static str),
}

/// Articles small enough to see, with what is hard in them.
const ARTICLES: [&str; 7] = [
    "",
    "x",
    "Un titre\n\nLe projet coûte cher. « Je n’y crois pas », a dit Anne Dupont à Paris. Selon elle, le marché unique attend.\n\nFin de l’article en 2024.",
    "e\u{301}a\u{308}\u{323} 漢字かな交じり文 👩\u{200d}👩\u{200d}👧\u{200d}👦 fin. \u{200b}\u{301}\n\n\u{301}début «\u{a0}mot\u{202f}»\u{a0}!",
    "\u{1b}[31mrouge\u{1b}[0m \u{202e}envers\u{202c} \u{7}cloche\t\ttab. Une phrase.\n\n• un\n• deux\n• trois\n\n> cité",
    "A.\n\nB.\n\nC. D. E. F.\n\nG\n\nH\n\nI\n\nJ\n\nK\n\nL\n\nM\n\nN\n\nO\n\nP\n\nQ",
    "Anticonstitutionnellementanticonstitutionnellementanticonstitutionnellement Mistral AI et Arthur Mensch, centre de données, centre de données. Mistral AI.",
];

fn bound() -> Vec<Vec<Key>> {
    let (config, _) = settle(DEFAULT, None, None, Lang::English);
    let keys = |stroke: &Stroke| match stroke {
        Stroke::Key(key) => *key,
        Stroke::AnyCharacter => Key::char('w'),
    };
    let bindings = Mode::ALL.iter().flat_map(|&mode| config.keymap.bindings(mode));
    bindings.map(|binding| binding.keys.strokes().iter().map(keys).collect()).collect()
}

fn mouse() -> impl Strategy<Value = Mouse> {
    let kinds = [
        MouseKind::Down(MouseButton::Left),
        MouseKind::Drag(MouseButton::Left),
        MouseKind::Up(MouseButton::Left),
        MouseKind::Down(MouseButton::Right),
        MouseKind::WheelDown,
        MouseKind::WheelUp,
    ];
    (select(kinds.to_vec()), 0..100_u16, 0..40_u16, any::<bool>())
        .prop_map(|(kind, column, row, ctrl)| Mouse { kind, column, row, ctrl })
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![(1..=200_u16, 1..=60_u16), (1..=12_u16, 1..=6_u16), Just((80, 24)), Just((100, 30))]
}

fn deed() -> impl Strategy<Value = Deed> {
    let letter = select("abcdeéfghijklmnopqrstuvwxyz#«» '/".chars().collect::<Vec<_>>());
    let special = select(vec![KeyCode::Enter, KeyCode::Esc, KeyCode::Backspace, KeyCode::Delete]);
    prop_oneof![
        20 => select(bound()).prop_map(Deed::Keys),
        6 => letter.prop_map(|letter| Deed::Keys(vec![Key::char(letter)])),
        2 => any::<char>().prop_map(|letter| Deed::Keys(vec![Key::char(letter)])),
        3 => special.prop_map(|code| Deed::Keys(vec![Key::plain(code)])),
        3 => select(('0'..='9').collect::<Vec<_>>()).prop_map(|digit| Deed::Keys(vec![Key::char(digit)])),
        5 => mouse().prop_map(Deed::Mouse),
        1 => select(vec!["collé", "deux\nlignes #tag", "\u{1b}[2J"]).prop_map(|text| Deed::Paste(text.to_owned())),
        2 => size().prop_map(|(columns, rows)| Deed::Resize(columns, rows)),
        1 => (0..700_u16).prop_map(Deed::Wait),
        1 => select(ARTICLES.to_vec()).prop_map(Deed::Open),
    ]
}

fn open(text: &str) -> Arc<exergue::doc::Document> {
    Arc::new(plain::read(text, "essai"))
}

fn perform(sitting: &mut Sitting, deed: &Deed) {
    match deed {
        Deed::Keys(keys) => {
            for &key in keys {
                sitting.send(Message::Key(key));
            }
        }
        Deed::Mouse(mouse) => {
            sitting.send(Message::Mouse(*mouse));
        }
        Deed::Paste(text) => {
            sitting.send(Message::Paste(text.clone()));
        }
        Deed::Resize(columns, rows) => {
            sitting.resize(*columns, *rows);
        }
        Deed::Wait(millis) => {
            sitting.wait(i64::from(*millis));
        }
        Deed::Open(text) => {
            sitting.send(Message::Opened(open(text)));
        }
    }
}

/// What must hold at every moment.
fn check(sitting: &Sitting) -> Result<(), TestCaseError> {
    let model = &sitting.model;
    let text = model.document.text();
    let ends = model.selection.iter().flat_map(|selection| [selection.anchor, selection.head]);
    for offset in ends.chain([model.reading.caret]) {
        prop_assert!(offset < text.len().max(1), "{offset} is past the end of {text:?}");
        prop_assert!(graphemes::is_boundary(text, offset), "{offset} is inside a cluster of {text:?}");
    }
    let Size { columns, rows } = model.screen.size;
    let typing = !model.overlays.is_empty();
    if model.view == View::Text && columns >= 20 && rows >= 5 && !typing && !text.trim().is_empty() {
        let page = text::page(model);
        prop_assert!(
            text::row_of(&page, model.reading.caret).is_some(),
            "the caret, {}, is not on the screen:\n{}",
            model.reading.caret,
            sitting.screen()
        );
    }
    let screen = sitting.screen();
    prop_assert!(!screen.contains(|letter: char| letter != '\n' && letter.is_control()), "{screen:?}");
    Ok(())
}

/// Few enough sittings for a few seconds; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 80, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_done_the_window_stands(
        article in select(ARTICLES.to_vec()),
        (columns, rows) in size(),
        deeds in prop::collection::vec(deed(), 1..60),
    ) {
        let mut sitting = Sitting::over(open(article), columns, rows, Lang::French);
        check(&sitting)?;
        for deed in &deeds {
            perform(&mut sitting, deed);
            check(&sitting)?;
        }
    }

    #[test]
    fn undoing_everything_gives_back_no_notes(
        deeds in prop::collection::vec(deed(), 1..60),
    ) {
        let mut sitting = Sitting::over(open(ARTICLES[2]), 80, 24, Lang::French);
        for deed in deeds.iter().filter(|deed| !matches!(deed, Deed::Open(_))) {
            perform(&mut sitting, deed);
        }
        sitting.send(Message::Resized(Size { columns: 80, rows: 24 }));
        for _ in 0..10 {
            sitting.keys("Ctrl-c Esc");
        }
        sitting.model.hand.discarded = None;
        for _ in 0..120 {
            sitting.keys("u");
        }
        prop_assert!(sitting.model.notes.is_empty(), "{:?}", sitting.model.notes);
        let corrections = sitting.model.notes.corrections();
        prop_assert!(corrections.is_empty(), "{corrections:?}");
    }
}

#[test]
fn a_note_can_go_on_being_written_when_the_article_becomes_empty() {
    let mut sitting = Sitting::over(open("x"), 40, 12, Lang::French);
    sitting.keys("c").send(Message::Opened(open("")));
    sitting.type_text("gardé").send(Message::Opened(open("x")));
    assert!(sitting.screen().contains("gardé"), "{}", sitting.screen());
}
