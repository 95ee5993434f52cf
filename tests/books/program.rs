//! The program itself, with files in a folder.

use crate::build::Book;
use crate::shell::{FRENCH, program};
use std::path::Path;
use std::process::Output;

fn exergue(home: &Path, arguments: &[&str]) -> Output {
    program(home, FRENCH, arguments).output().expect("it runs")
}

#[test]
fn the_text_of_a_book_is_printed_whatever_the_file_is_called() {
    let home = tempfile::tempdir().expect("a folder");
    let bytes = Book::new("a").chapter("un.xhtml", "<h1>Un</h1><p>Le maire.</p>").bytes();
    for name in ["livre.epub", "livre.txt", "livre"] {
        std::fs::write(home.path().join(name), &bytes).expect("written");
        let output = exergue(home.path(), &["text", name]);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "Un\nLe maire.\n");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn a_long_book_is_printed_whole() {
    let home = tempfile::tempdir().expect("a folder");
    let body = "<p>Une phrase de la longueur qu’il faut.</p>".repeat(400);
    let book = (0..20).fold(Book::new("a"), |book, number| book.chapter(&format!("{number}.xhtml"), &body));
    std::fs::write(home.path().join("long.epub"), book.bytes()).expect("written");
    let output = exergue(home.path(), &["text", "long.epub"]);
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 8_000);
}

#[test]
fn what_is_refused_is_said_on_one_line_in_both_languages() {
    let home = tempfile::tempdir().expect("a folder");
    let locked = Book::new("a").chapter("un.xhtml", "<p>Un.</p>").entry("META-INF/sinf.xml", b"<a/>").bytes();
    std::fs::write(home.path().join("a.epub"), locked).expect("written");
    std::fs::write(home.path().join("b.epub"), b"PK\x03\x04 rien").expect("written");
    let check = |arguments: &[&str], words: &[&str]| {
        let output = exergue(home.path(), arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.lines().count()), (Some(3), 1), "{said}");
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    };
    check(&["text", "a.epub"], &["a.epub", "Apple FairPlay", "sans protection"]);
    check(&["--lang", "en", "text", "a.epub"], &["Apple FairPlay", "without protection"]);
    check(&["text", "b.epub"], &["b.epub", "abîmé"]);
    check(&["--lang", "en", "text", "b.epub"], &["damaged", "download it"]);
}
