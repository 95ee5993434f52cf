//! The same text is the same text, whichever way its bytes are written down.
#![cfg(unix)]

#[path = "common/shell.rs"]
mod shell;
#[path = "pty/terminal.rs"]
mod terminal;

use shell::{FRENCH, program};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;
use terminal::Setup;
use unicode_normalization::UnicodeNormalization as _;

const PLAIN: &str = "L’Élysée hésite\n\n« Où sera l’œuvre, à Noël ? » demande Zoé Lefèvre, gênée par les 12 € \
                     de l’entrée.\n\nÀ Besançon, le maire n’a pas répondu : « Ça dépend. »\n";
const MARKDOWN: &str = "# L’Élysée hésite\n\n« Où sera l’*œuvre*, à Noël ? » demande **Zoé Lefèvre**, gênée.\n\n\
                        - à Besançon ;\n- ça dépend.\n\n## La suite\n\nUn [lien](a.html).\n";
const PAGE: &str = "<!DOCTYPE html>\n<html lang=fr><head><title>L’Élysée hésite</title></head>\n<body><article>\n\
                    <h1>L’Élysée hésite</h1>\n<p>« Où sera l’œuvre, à Noël ? » demande Zoé Lefèvre, gênée par les \
                    12 € de l’entrée.</p>\n<p>À Besançon, le maire n’a pas répondu : « Ça dépend. »</p>\n\
                    </article></body></html>\n";

fn run(home: &Path, arguments: &[&str]) -> Output {
    program(home, FRENCH, arguments).output().expect("the program starts")
}

/// What `exergue text` prints of a file with these bytes.
#[track_caller]
fn text(home: &TempDir, name: &str, bytes: &[u8], more: &[&str]) -> String {
    fs::write(home.path().join(name), bytes).expect("written");
    let output = run(home.path(), &[&["text", name][..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn wide(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn in_encoding(text: &str, label: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("known");
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{label} has all of it");
    bytes.into_owned()
}

/// The ways in which people have such a file.
fn written(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let little = wide(text, u16::to_le_bytes);
    let big = wide(text, u16::to_be_bytes);
    let decomposed: String = text.nfd().collect();
    assert_ne!(decomposed, text);
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("UTF-16LE", little.clone()),
        ("UTF-16BE", big.clone()),
        ("UTF-16LE with a mark", [&b"\xff\xfe"[..], &little].concat()),
        ("UTF-16BE with a mark", [&b"\xfe\xff"[..], &big].concat()),
        ("windows-1252", in_encoding(text, "windows-1252")),
        ("decomposed", decomposed.into_bytes()),
        ("CR", text.replace('\n', "\r").into_bytes()),
        ("CRLF", text.replace('\n', "\r\n").into_bytes()),
        ("CRLF in windows-1252", in_encoding(&text.replace('\n', "\r\n"), "windows-1252")),
        ("CRLF in UTF-16", wide(&format!("\u{feff}{}", text.replace('\n', "\r\n")), u16::to_le_bytes)),
    ]
}

#[test]
fn a_text_is_the_same_in_every_encoding() {
    let home = tempfile::tempdir().expect("a folder");
    for (name, source) in [("a.txt", PLAIN), ("a.md", MARKDOWN), ("a.html", PAGE)] {
        let expected = text(&home, name, source.as_bytes(), &[]);
        assert!(expected.starts_with("L’Élysée hésite\n« Où sera l’œuvre, à Noël ? » demande"), "{expected}");
        assert!(expected.contains("esançon"), "{expected}");
        for (way, bytes) in written(source) {
            assert_eq!(text(&home, name, &bytes, &[]), expected, "{name} in {way}");
        }
    }
}

#[test]
fn a_page_is_read_as_it_says() {
    let home = tempfile::tempdir().expect("a folder");
    let page = PAGE.replace('’', "'").replace('œ', "oe");
    let expected = text(&home, "a.html", page.as_bytes(), &[]);
    for (label, declaration) in [
        ("iso-8859-15", "<meta charset=iso-8859-15>"),
        ("iso-8859-15", "<meta http-equiv=Content-Type content='text/html; charset=latin9'>"),
        ("macintosh", "<meta charset=\"x-mac-roman\">"),
        ("windows-1252", "<meta charset=utf-8>"),
    ] {
        let declared = page.replace("<title>", &format!("{declaration}<title>"));
        assert_eq!(text(&home, "a.html", &in_encoding(&declared, label), &[]), expected, "{declaration}");
    }
    let xml = page.replace("<!DOCTYPE html>", "<?xml version='1.0' encoding='iso-8859-15'?>");
    assert_eq!(text(&home, "a.html", &in_encoding(&xml, "iso-8859-15"), &[]), expected);
}

#[test]
fn an_encoding_that_nothing_tells_is_named_on_the_command_line() {
    let home = tempfile::tempdir().expect("a folder");
    let roman = in_encoding(PLAIN, "macintosh");
    let expected = text(&home, "a.txt", PLAIN.as_bytes(), &[]);
    assert_ne!(text(&home, "a.txt", &roman, &[]), expected);
    assert_eq!(text(&home, "a.txt", &roman, &["--encoding", "Mac Roman"]), expected);
    // It was meant for that once.
    assert_ne!(text(&home, "a.txt", &roman, &[]), expected);
    let wrong = run(home.path(), &["text", "a.txt", "--encoding", "klingon"]);
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8(wrong.stderr).expect("UTF-8");
    assert!(said.contains("klingon") && said.lines().count() == 1, "{said}");
}

#[test]
fn utf_16_that_looks_like_nothing_can_be_asked_for() {
    let home = tempfile::tempdir().expect("a folder");
    // Hardly a letter of it has a NUL, and some have: no guess is sure.
    let greek = "Αθήνα και Θεσσαλονίκη: a.\n".repeat(3);
    let bytes = wide(&greek, u16::to_be_bytes);
    fs::write(home.path().join("a.txt"), &bytes).expect("written");
    assert_eq!(run(home.path(), &["text", "a.txt"]).status.code(), Some(3));
    assert_eq!(
        text(&home, "a.txt", &bytes, &["--encoding", "utf-16be"]).lines().next(),
        greek.lines().next()
    );
}

#[test]
fn an_encoding_chosen_in_the_window_is_remembered_and_notes_find_their_place() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("a.txt"), in_encoding(PLAIN, "macintosh")).expect("written");
    let setup = Setup { home: home.path(), size: (80, 24), variables: &[] };
    let mut window = setup.run(&["a.txt"]);
    window.shows("demande Zo").hides("Zoé Lefèvre");
    window.keys("llc").shows("Nouvelle note").keys("qui ?").keys_until("\x13", "enregistré");
    window.keys("gc").shows("Encodage du texte").shows("windows-1252 (supposé)").keys("e");
    window.shows("Zoé Lefèvre").shows("●").keys("i").shows("Mac Roman (choisi)").keys("qq");
    assert_eq!(window.exit_code(), 0);

    let expected = format!("{}\n", PLAIN.trim_end().replace("\n\n", "\n"));
    let printed = run(home.path(), &["text", "a.txt"]);
    assert_eq!(String::from_utf8(printed.stdout).expect("UTF-8"), expected);
    let notes = String::from_utf8(run(home.path(), &["notes", "a.txt"]).stdout).expect("UTF-8");
    assert!(notes.contains("qui ?") && !notes.starts_with('?'), "{notes}");

    let mut again = setup.run(&["a.txt"]);
    again.shows("Zoé Lefèvre").shows("●").keys("gc").shows("▸ e").keys("a").hides("Zoé Lefèvre").keys("q");
    assert_eq!(again.exit_code(), 0);
    assert_ne!(run(home.path(), &["text", "a.txt"]).stdout, expected.into_bytes());
}

#[test]
fn an_encoding_that_gives_no_text_is_not_remembered() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("a.txt"), PLAIN).expect("written");
    let mut window = Setup { home: home.path(), size: (80, 24), variables: &[] }.run(&["a.txt"]);
    window.shows("Zoé Lefèvre");
    fs::write(home.path().join("a.txt"), "\0 \0\n").expect("written");
    window.keys("gcg").shows("aucun texte").shows("Zoé Lefèvre");
    fs::write(home.path().join("a.txt"), PLAIN).expect("written");
    assert_eq!(window.keys("q").exit_code(), 0);
    assert_eq!(
        text(&home, "a.txt", PLAIN.as_bytes(), &[]),
        text(&home, "a.txt", PLAIN.as_bytes(), &["--encoding", "auto"])
    );
    assert!(!home.path().join(".local/state/exergue/reading/encodings").exists());
}

#[test]
fn a_pipe_is_known_by_its_content_in_every_encoding() {
    let home = tempfile::tempdir().expect("a folder");
    for (name, source) in [("a.txt", PLAIN), ("a.html", PAGE), ("a.md", MARKDOWN)] {
        let expected = text(&home, name, source.as_bytes(), &[]);
        for (way, bytes) in written(source) {
            fs::write(home.path().join("pipe"), &bytes).expect("written");
            let script = "cat pipe | \"$exergue\" text -";
            let mut shell = Command::new("sh");
            shell.args(["-c", script]).current_dir(home.path()).env("HOME", home.path());
            let output = shell.env("exergue", env!("CARGO_BIN_EXE_exergue")).output().expect("a shell");
            assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{name} in {way}");
        }
    }
}
