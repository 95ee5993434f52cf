//! What the papers show is what the program does. `EXERGUE_BLESS=1` writes the examples anew.

mod common;

use common::Sitting;
use exergue::cli::help;
use exergue::command::{Command, Key, Lookup, Mode};
use exergue::config::{Config, DEFAULT, settle};
use exergue::doc::{open_bytes, plain};
use exergue::exchange::json::Writer;
use exergue::mark::{
    Anchor, Correction, Edit, EntityKind, Event, Naming, Note, NoteId, Pen, Placement, Saying, Scope,
};
use exergue::store::journal::{Line, encode, encode_doc, read};
use exergue::store::sketch::Sketch;
use exergue::store::{Clock, DocEvent};
use exergue::text::Span;
use exergue::words::Lang;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// The newcomer of the README: two sentences on, a note with a tag.
fn newcomer() -> Sitting {
    let mut sitting = Sitting::new(80, 24);
    sitting.keys("l l c").type_text("Vérifier ce chiffre #climat").keys("Esc");
    sitting
}

fn path(paper: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(paper)
}

fn text(paper: &str) -> String {
    fs::read_to_string(path(paper)).unwrap_or_else(|error| panic!("{paper}: {error}"))
}

/// What stands in the block of code between `<!-- name -->` and `<!-- /name -->` is `shown`.
fn shows(paper: &str, name: &str, shown: &str) {
    // A paper may have several examples, and tests run side by side.
    static PAPERS: Mutex<()> = Mutex::new(());
    let _held = PAPERS.lock().unwrap_or_else(PoisonError::into_inner);
    let (open, close) = (format!("<!-- {name} -->\n```"), format!("```\n<!-- /{name} -->"));
    let kept = text(paper);
    let (before, rest) = kept.split_once(&open).unwrap_or_else(|| panic!("{paper}: no {open}"));
    let (language, rest) = rest.split_once('\n').expect("the fence ends its line");
    let (example, after) = rest.split_once(&close).unwrap_or_else(|| panic!("{paper}: no {close}"));
    let shown = format!("{}\n", shown.trim_end());
    if example != shown && std::env::var_os("EXERGUE_BLESS").is_some() {
        let paper_anew = format!("{before}{open}{language}\n{shown}{close}{after}");
        return fs::write(path(paper), paper_anew).expect("the paper can be written");
    }
    assert_eq!(example, shown, "{paper} is out of date: run EXERGUE_BLESS=1 cargo test --test readme");
}

/// The part of the README under a heading.
fn section(heading: &str) -> String {
    let readme = text("README.md");
    let (_, rest) = readme.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading}"));
    rest.split("\n## ").next().unwrap_or_default().to_owned()
}

/// What stands between backquotes.
fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn settled(person: &str) -> Config {
    let (config, notices) = settle(DEFAULT, Some(("config.toml", person)), None, Lang::English);
    assert_eq!(notices, [], "{person}");
    config
}

fn command(config: &Config, mode: Mode, keys: &str) -> Lookup {
    let keys: Vec<Key> = keys.split(' ').map(|key| Key::parse(key).expect(key)).collect();
    config.keymap.lookup(mode, &keys)
}

#[test]
fn the_screen_of_the_readme_is_the_screen() {
    // Examples are written one after the other, since they may share a file.
    shows("README.md", "screen", &newcomer().screen());
    let mut sitting = newcomer();
    sitting.keys("X Enter");
    let (name, contents) = sitting.exported.expect("Enter writes the file");
    assert!(name.ends_with(".md"), "{name}");
    shows("README.md", "export", &contents);
}

#[test]
fn the_keys_of_the_readme_are_keys() {
    let section = section("Keys");
    let (reading, writing) =
        section.split_once("While a note is written").expect("a table before, one after");
    let (writing, correcting) = writing.split_once("| where |").expect("a third one");
    let config = settled("");
    let mut proven = 0;
    for (mode, table) in [(Mode::Read, reading), (Mode::Note, writing)] {
        for row in table.lines().filter(|line| line.starts_with("| `")) {
            let cells: Vec<&str> = row.split('|').collect();
            let (keys, commands) = (code(cells[1]), code(cells[3]));
            assert_eq!(keys.len(), commands.len(), "{row}");
            for (keys, name) in keys.into_iter().zip(commands) {
                let named = Command::named(name).unwrap_or_else(|| panic!("no command {name}"));
                assert_eq!(command(&config, mode, keys), Lookup::Command(named, None), "{keys}");
                proven += 1;
            }
        }
    }
    for row in correcting.lines().filter(|line| line.contains("| `")) {
        let cells: Vec<&str> = row.split('|').collect();
        let mode = Mode::named(cells[1].trim()).unwrap_or_else(|| panic!("no mode {}", cells[1]));
        let (keys, commands) = (code(cells[2]), code(cells[4]));
        assert_eq!(keys.len(), commands.len(), "{row}");
        for (keys, name) in keys.into_iter().zip(commands) {
            let named = Command::named(name).unwrap_or_else(|| panic!("no command {name}"));
            assert_eq!(command(&config, mode, keys), Lookup::Command(named, None), "{keys}");
            proven += 1;
        }
    }
    assert!(proven >= 45, "{proven} keys");
}

#[test]
fn the_settings_of_the_readme_do_what_it_says() {
    let section = section("Settings");
    let blocks: Vec<&str> =
        section.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [theme, key, pen] = blocks[..] else { panic!("three examples, not {}", blocks.len()) };
    let energy = settled(theme).themes.into_iter().find(|theme| theme.key == "energy");
    assert_eq!(energy.map(|theme| (theme.label, theme.terms.len())), Some(("Energy".to_owned(), 5)));
    let bound = command(&settled(key), Mode::Read, "Ctrl-n");
    assert_eq!(bound, Lookup::Command(Command::NextQuote, None));
    assert_eq!(settled(pen).pens[Pen::Pink as usize], "to check");
}

#[test]
fn the_commands_of_the_readme_are_commands() {
    let section = section("Command line");
    let lines = section.lines().filter(|line| line.starts_with("exergue "));
    let words = |line: &str| {
        let line = line.split("  #").next().unwrap_or_default().replace('"', "");
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let mut proven = 0;
    for line in lines {
        let found = help::command(Lang::English).try_get_matches_from(words(line));
        assert!(found.expect(line).subcommand_name().is_some(), "{line}");
        proven += 1;
    }
    assert!(proven >= 5, "{proven} commands");
}

#[test]
fn the_journal_of_the_formats_is_a_journal() {
    let document = plain::read("Le tram\n\nLe maire a dit oui. La ville attend.\n", "tram");
    let at = |second: i64| jiff::Timestamp::from_second(1_795_336_800 + second).expect("a time in range");
    let id = |number: u128| Uuid::from_u128(0x019a_a9a5_3a00_7000_8000_0000_0000_0000 + number);
    let clock = |second: i64| Clock::new(u64::try_from(at(second).as_millisecond()).expect("after 1970"), 0);
    let digest = exergue::doc::hexadecimal;
    let seen = DocEvent {
        id: id(0),
        at: at(0),
        clock: clock(0),
        device: "portable-4f2a".to_owned(),
        sha256: digest(&[0x9c; 32]),
        text: digest(&document.digest()),
        title: document.title().to_owned(),
        href: String::new(),
        path: "~/Articles/tram.txt".to_owned(),
        ident: String::new(),
        sketch: Sketch::of(document.text()).to_text(),
    };
    let start = document.text().find("La ville").expect("the passage is there");
    let span = Span::new(start, document.text().len());
    let note = Note {
        id: NoteId(id(1)),
        anchor: Anchor::new(&document, span),
        placement: Placement::Exact(span),
        pen: Pen::Yellow,
        body: "Quoi ?".to_owned(),
        tags: vec!["à relire".to_owned()],
        created: at(1),
        changed: at(1),
        head: id(2),
        attached: Vec::new(),
        versions: Vec::new(),
    };
    let event = |number: u128, second: i64, edit: Edit, base: Option<Uuid>, undoes: Option<Uuid>| Event {
        id: id(number),
        at: at(second),
        edit,
        base,
        undoes,
    };
    let on = note.id;
    let changes = [
        event(2, 1, Edit::Add(Box::new(note)), None, None),
        event(3, 2, Edit::Body { note: on, body: "Quoi donc ?".to_owned() }, Some(id(2)), None),
        event(4, 3, Edit::Tags { note: on, add: vec!["ville".to_owned()], remove: vec![] }, None, None),
        event(5, 4, Edit::Pen { note: on, pen: Pen::Pink }, None, None),
        event(6, 5, Edit::Remove(on), Some(id(3)), None),
    ];
    let mut journal = encode_doc(&seen);
    for (second, change) in (1..).zip(&changes) {
        journal.push_str(&encode(change, clock(second), "portable-4f2a"));
    }
    let is_read = |line: &Line| matches!(line, Line::Event(_) | Line::Doc(_));
    assert_eq!(read(journal.as_bytes()).filter(is_read).count(), 6);
    shows("docs/formats.md", "journal", &journal);
}

#[test]
fn the_corrections_of_the_formats_are_lines_of_a_journal() {
    let document = plain::read("Le tram\n\n« Il viendra », dit-il. Denoual se tait.\n", "tram");
    let text = |text: &str| text.to_owned();
    let start = document.text().find('«').expect("the passage is there");
    let end = document.text().find('»').expect("the passage is there") + '»'.len_utf8();
    let anchor = Box::new(Anchor::new(&document, Span::new(start, end)));
    let id = |number: u128| Uuid::from_u128(0x019a_a9a5_3a00_7000_8000_0000_0000_0010 + number);
    let speaker = Some(Saying::By(Some(text("Claire Denoual"))));
    let corrections = [
        Correction::Name { of: text("Denoual"), to: Some(text("Claire Denoual")) },
        Correction::Kind { of: text("Halles"), to: Some(Naming::Name(EntityKind::Place)) },
        Correction::Kind { of: text("Le Chat"), to: Some(Naming::Nothing) },
        Correction::Quotation { id: id(0), anchor, to: speaker },
        Correction::Theme { key: text("ville"), to: Some(text("La ville")) },
        Correction::Term { theme: text("ville"), term: text("tram"), to: Some(true) },
        Correction::Kind { of: text("Le Chat"), to: None },
    ];
    let mut journal = String::new();
    for (second, correction) in (1..).zip(&corrections) {
        let at = jiff::Timestamp::from_second(1_795_336_900 + second).expect("a time in range");
        let clock = Clock::new(u64::try_from(at.as_millisecond()).expect("after 1970"), 0);
        let edit = Edit::Correct { scope: Scope::Document, correction: Box::new(correction.clone()) };
        let number = u128::try_from(second).expect("a small number");
        let event = Event { id: id(number), at, edit, base: None, undoes: None };
        journal.push_str(&encode(&event, clock, "portable-4f2a"));
    }
    assert!(read(journal.as_bytes()).all(|line| matches!(line, Line::Event(_))));
    shows("docs/formats.md", "corrections", &journal);
}

#[test]
fn the_annotation_of_the_formats_is_what_is_printed() {
    let text = "Le tram\n\nLe maire a dit oui. La ville attend.\n";
    let (document, _) = open_bytes(text.as_bytes(), "tram", "/home/ann/Articles/tram.txt");
    let start = document.text().find("La ville").expect("the passage is there");
    let span = Span::new(start, document.text().len());
    let at = |second: i64| jiff::Timestamp::from_second(1_795_336_800 + second).expect("a time in range");
    let note = Note {
        id: NoteId(Uuid::from_u128(0x019a_a9a5_3a00_7000_8000_0000_0000_0001)),
        anchor: Anchor::new(&document, span).completed(&document),
        placement: Placement::Exact(span),
        pen: Pen::Yellow,
        body: "Quoi donc ?".to_owned(),
        tags: vec!["à relire".to_owned()],
        created: at(1),
        changed: at(2),
        head: Uuid::nil(),
        attached: Vec::new(),
        versions: Vec::new(),
    };
    shows("docs/formats.md", "annotation", &Writer::new(&document).line(&note));
}
