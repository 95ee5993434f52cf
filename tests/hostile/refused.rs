//! What cannot be read: one line says what it is, why not and what would do; nothing is written.

use super::Home;
use super::shell::{ENGLISH, program};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The exit code and what is said of `arguments`, without a terminal.
fn told(home: &Home, arguments: &[&std::ffi::OsStr]) -> (i32, String, String) {
    let output = program(home.path(), ENGLISH, arguments).output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// Every file under `folder`, but for those that were there.
fn written(folder: &Path, but: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                folders.push(entry.path());
            }
            if !but.contains(&name.as_str()) {
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_and_nothing_is_written() {
    let large = [&b"<html>"[..], &vec![b' '; exergue::doc::format::MARKUP_LIMIT]].concat();
    let nothing: &[u8] = b"";
    let cases: [(&str, &[u8], i32); 9] = [
        ("vide.txt", nothing, 1),
        ("blanc.txt", b" \n\t\n", 1),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3),
        ("nuls.txt", &[0; 1000], 3),
        ("archive.gz", b"\x1f\x8b\x08\0\0\0\0\0", 3),
        ("programme", b"\x7fELF\x02\x01\x01\0", 3),
        ("image.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", 3),
        ("grande.html", &large, 3),
        ("vide.html", b"<html><body></body></html>", 1),
    ];
    for (name, bytes, code) in cases {
        let home = Home::new();
        home.file(name, bytes);
        for command in ["text", "open", "quotes", "export"] {
            let (found, printed, said) = told(&home, &[command.as_ref(), name.as_ref()]);
            assert_eq!((found, printed.as_str()), (code, ""), "{command} {name}: {said}");
            assert_eq!(said.lines().count(), 1, "{command} {name}: {said}");
            assert!(said.contains(name), "{said}");
            assert_eq!(written(home.path(), &[name]), Vec::<String>::new(), "{command} {name}");
        }
    }
}

#[test]
fn a_name_that_is_no_text_and_a_folder_are_told() {
    let home = Home::new();
    fs::create_dir(home.path().join("dossier")).expect("made");
    let (code, _, said) = told(&home, &["text".as_ref(), "dossier".as_ref()]);
    assert_eq!((code, said.lines().count()), (3, 1), "{said}");
    let name = std::ffi::OsStr::from_bytes(b"a\xff\x1b]0;x\x07.txt");
    let (code, _, said) = told(&home, &["text".as_ref(), name]);
    assert_eq!((code, said.lines().count()), (3, 1), "{said}");
    assert!(!said.contains('\u{1b}') && !said.contains('\u{7}'), "{said:?}");
    assert_eq!(written(home.path(), &["dossier"]), Vec::<String>::new());
}

#[test]
fn one_byte_is_an_article() {
    let home = Home::new();
    home.file("a.txt", "x");
    let (code, printed, said) = told(&home, &["text".as_ref(), "a.txt".as_ref()]);
    assert_eq!((code, printed.trim(), said.as_str()), (0, "x", ""));
    assert_eq!(written(home.path(), &["a.txt"]), Vec::<String>::new(), "reading writes nothing");
}

#[test]
fn settings_of_any_kind_are_told_and_left_as_they_are() {
    let home = Home::new();
    home.file("a.txt", "Un mot.");
    let deep = "a = ".to_owned() + &"[".repeat(100_000);
    let long = "x".repeat(2_000_000);
    let tables = "[a]\n".repeat(50_000);
    let regex = "[[themes]]\nkey = \"a\"\nlabel = \"a\"\nterms = [\"*\", \"\", \"(a+)+$\"]\n";
    for (index, config) in
        [deep.as_str(), &long, &tables, regex, "\0", "reading = 3", "[keys.read]\nj = 1"].iter().enumerate()
    {
        let path = home.file("c.toml", config);
        let arguments = ["config", "check", "--config", "c.toml"].map(AsRef::as_ref);
        let (code, ..) = told(&home, &arguments);
        assert!((0..=4).contains(&code), "{index}: {code}");
        let (code, printed, said) = told(&home, &["text", "a.txt", "--config", "c.toml"].map(AsRef::as_ref));
        // What is no TOML at all stops the program where it was asked for by name.
        assert!((code, printed.trim()) == (0, "Un mot.") || code == 2, "{index}: {said}");
        assert!(said.lines().all(|line| line.len() < 1000), "{index}: a line of {}", said.len());
        assert_eq!(fs::read_to_string(path).expect("there"), *config, "{index}");
    }
}
