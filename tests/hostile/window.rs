//! The window over hostile articles, names, notes and settings.

use super::{ATTEMPTS, Home, WORD, stream};
use crate::terminal::Terminal;
use serde_json::json;
use std::fs;

/// Nothing that was tried has reached the terminal.
#[track_caller]
fn check(terminal: &Terminal, what: &str) {
    let bytes = terminal.bytes();
    assert_eq!(stream::obeyed(&bytes), Vec::<String>::new(), "{what}");
    for attempt in ATTEMPTS.iter().filter(|attempt| **attempt != "\u{1b}[2J" && **attempt != "\u{1b}[?1049l")
    {
        assert!(memchr::memmem::find(&bytes, attempt.as_bytes()).is_none(), "{what}: {attempt:?}");
    }
}

/// Goes through every view, the information, the help and the palette, and leaves.
fn walk(terminal: &mut Terminal) {
    terminal.keys("E").keys("\x1bOR").keys("Q").keys("T").keys("C").keys("\x1bOQ");
    terminal.keys("xl").keys("xm").keys("xi").keys("xe").keys("}").keys("}").keys("i").keys("G").keys("gg");
    terminal.shows(WORD);
}

#[test]
fn nothing_in_an_article_reaches_the_terminal() {
    let attempts: String = ATTEMPTS.iter().map(|attempt| format!("{attempt}{WORD} ")).collect();
    let encoded = "&#27;]0;x&#7;&#x1b;[5m&#x9b;5m&#x9d;52;c;bWFs&#x9c;&#8238;";
    let articles = [
        (
            "texte.txt",
            format!("{WORD}\n\n« {attempts} », a dit Anne {attempts} Martin à Paris.\n\n{attempts}\n"),
        ),
        (
            "notes.md",
            format!(
                "---\ntitle: \"{WORD} {attempts}\"\nauthor: \"Ann {attempts}\"\n---\n\n# {WORD} {encoded}\n\n[{encoded}](http://a/{encoded}) ![{encoded}](b)\n\n    {attempts}\n\n{attempts}[^1]\n\n[^1]: {encoded}\n"
            ),
        ),
        (
            "page.html",
            format!(
                "<html><title>{WORD}{encoded}</title><meta name=author content='Ann {encoded}'><body><h1>{WORD} {attempts}</h1><p>{attempts}<a href='http://a/{encoded}'>{encoded}</a><img alt='{encoded}'></p><pre>{attempts}</pre>"
            ),
        ),
    ];
    for (name, text) in articles {
        let home = Home::new();
        home.file(name, text);
        let mut terminal = home.setup().run(&[name]);
        terminal.shows(WORD);
        walk(&mut terminal);
        terminal.keys(":").shows("Commandes");
        check(&terminal, name);
        terminal.signal(rustix::process::Signal::TERM);
        assert_eq!(terminal.exit_code(), 143, "{name}");
        check(&terminal, name);
    }
}

#[test]
fn nothing_in_the_name_of_a_file_reaches_the_terminal() {
    let home = Home::new();
    let name = "a\u{1b}]0;x\u{7}\u{1b}[5m\u{9b}5m\u{202e}SENTINELLE.txt";
    home.file(name, "Un texte sans titre, mais assez long pour qu’il y ait de quoi lire.\n");
    let mut terminal = home.setup().run(&[name]);
    terminal
        .shows(WORD)
        .shows("Un texte sans titre")
        .keys("c")
        .keys("mot")
        .keys_until("\x1b", "nregistr")
        .keys("C");
    check(&terminal, "name");
    terminal.keys("qqq");
    assert_eq!(terminal.exit_code(), 0);
    check(&terminal, "name");
}

/// Takes in a note on `home/a.txt` whose words, tag and pen are hostile.
pub(crate) fn annotate(home: &Home) {
    let attempts: String = ATTEMPTS.iter().map(|attempt| format!("{attempt}{WORD} ")).collect();
    home.file("a.txt", "Le tram divise.\n\nLa ville attend la suite du chantier.\n");
    let note = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:019aa9a5-3a00-7000-8000-000000000001",
        "type": "Annotation",
        "created": "2026-11-22T08:40:01Z",
        "body": [
            {"type": "TextualBody", "value": attempts, "purpose": "commenting"},
            {"type": "TextualBody", "value": format!("{WORD}\u{1b}[5m\u{9b}5m"), "purpose": "tagging"},
        ],
        "target": {"source": "a.txt", "selector": [{"type": "TextQuoteSelector", "exact": "La ville attend"}]},
    });
    home.file("notes.jsonl", note.to_string());
    let mut import = home.setup().run(&["import", "notes.jsonl", "--for", "a.txt"]);
    assert_eq!(import.exit_code(), 0, "{}", import.contents());
    assert_eq!(stream::obeyed(&import.bytes()), Vec::<String>::new());
}

#[test]
fn nothing_in_a_note_or_a_tag_reaches_the_terminal() {
    let home = Home::new();
    annotate(&home);
    let mut terminal = home.setup().run(&["a.txt"]);
    terminal
        .shows("La ville attend")
        .keys("C")
        .shows(WORD)
        .keys("\r")
        .keys("xi")
        .keys("j")
        .keys("c")
        .shows(WORD);
    check(&terminal, "note");
    terminal.signal(rustix::process::Signal::TERM);
    terminal.exit_code();
    check(&terminal, "note");
}

#[test]
fn nothing_in_the_settings_reaches_the_terminal() {
    let home = Home::new();
    home.file(
        ".config/exergue/config.toml",
        "[[themes]]\nkey = \"tram\"\nlabel = { fr = \"SENTINELLE\\u001b]0;x\\u0007\\u009b5m\\u202e\", en = \"x\" }\n\
         terms = [\"tram\"]\n[[names]]\nname = \"Anne\\u001b[5mMartin\"\ntype = \"person\"\n\
         [keys.read]\n\"\\u001b[5m\" = \"\\u001b]0;x\\u0007\"\n",
    );
    home.file("a.txt", "Le tram divise la ville.\n\nLe tram, dit Anne Martin, viendra plus tard.\n");
    let mut terminal = home.setup().run(&["a.txt"]);
    terminal.shows("divise la ville").keys("T").shows(WORD);
    check(&terminal, "settings");
    terminal.keys("qqq");
    terminal.exit_code();
    check(&terminal, "settings");
    let mut told = home.setup().run(&["config", "check"]);
    told.exit_code();
    check(&told, "settings told");
}

#[test]
fn floods_of_marks_and_turned_text_leave_the_borders_straight() {
    let home = Home::new();
    let flood = format!(
        "{WORD} e{} fin\n\n\u{202e}\u{2067}envers {WORD}\u{202c}\n\n{}\n\nz{}z\n\n{}\n",
        "\u{301}".repeat(100_000),
        "\u{200b}\u{feff}mot\u{ad}".repeat(200),
        "\u{200d}".repeat(70_000),
        "ᄀ".repeat(70_000)
    );
    home.file("a.txt", flood);
    let mut terminal = home.setup().run(&["a.txt"]);
    terminal.shows(WORD);
    // The bar at the right stands in one column.
    terminal.until("a straight border", |screen| {
        let (rows, columns) = screen.size();
        let is_bar =
            |row| screen.cell(row, columns.get() - 1).is_some_and(|cell| !cell.contents().trim().is_empty());
        (1..rows.get() - 5).all(is_bar)
    });
    check(&terminal, "flood");
    terminal.keys("qqq");
    assert_eq!(terminal.exit_code(), 0);
    assert!(fs::metadata(home.path().join("a.txt")).is_ok());
}
