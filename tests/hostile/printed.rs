//! What is printed on a terminal by the commands, with hostile articles, notes, names and settings.

use super::{ATTEMPTS, Home, WORD, stream, window};

/// Waits until `word` has been printed, and makes sure that nothing printed does anything to a terminal.
#[track_caller]
fn check(home: &Home, arguments: &[&str], code: u32, word: &str) {
    let mut terminal = home.setup().run(arguments);
    assert_eq!(terminal.exit_code(), code, "{arguments:?}: {}", terminal.contents());
    let bytes = terminal.sent(word).bytes();
    assert_eq!(stream::obeyed(&bytes), Vec::<String>::new(), "{arguments:?}");
    for attempt in ATTEMPTS {
        assert!(memchr::memmem::find(&bytes, attempt.as_bytes()).is_none(), "{arguments:?}: {attempt:?}");
    }
}

#[test]
fn what_is_found_in_a_hostile_article_is_printed_clean() {
    let home = Home::new();
    let attempts: String = ATTEMPTS.iter().map(|attempt| format!("{attempt}{WORD} ")).collect();
    home.file(
        "a.txt",
        format!("Titre {attempts}\n\n« {attempts} c’est un choix », affirme Claire {attempts} Denoual, adjointe à Paris.\n\nLe centre de données {attempts} viendra.\n"),
    );
    for (command, word) in
        [("text", WORD), ("quotes", WORD), ("entities", "Paris"), ("themes", "centre de données")]
    {
        check(&home, &[command, "a.txt"], 0, word);
    }
    for (command, word) in [("quotes", WORD), ("entities", "Paris"), ("themes", "centre de données")] {
        check(&home, &[command, "a.txt", "--json"], 0, word);
    }
}

#[test]
fn notes_and_exports_are_printed_clean() {
    let home = Home::new();
    window::annotate(&home);
    for arguments in [
        &["notes", "a.txt"][..],
        &["notes", "--all"],
        &["notes", "a.txt", "--json"],
        &["export", "a.txt", "-o", "-"],
        &["notes", "--find", WORD],
    ] {
        check(&home, arguments, 0, WORD);
    }
}

#[test]
fn names_and_wrong_words_are_told_clean() {
    let home = Home::new();
    let name = format!("\u{1b}]0;x\u{7}\u{1b}[5m\u{9b}5m\u{202e}{WORD}");
    for arguments in [
        &["text", name.as_str()][..],
        &["open", name.as_str()],
        &["export", name.as_str(), "-o", "-"],
        &["import", name.as_str()],
    ] {
        check(&home, arguments, 3, WORD);
    }
    let option = format!("--{name}");
    for arguments in
        [&[option.as_str()][..], &["config", name.as_str()], &["quotes", "--width", name.as_str()]]
    {
        check(&home, arguments, 2, "exergue");
    }
    home.file("b.toml", format!("{WORD} = \"\\u001b[5m\"\n\"\\u001b]0;x\\u0007\" = 1\n[a\u{9b}5m"));
    check(&home, &["config", "check", "--config", "b.toml"], 2, "b.toml");
}
