//! Books in the window.

use crate::build::Book;
use crate::terminal::Setup;

#[test]
fn a_long_book_opens_at_its_first_chapter_and_is_there_to_its_end() {
    let home = tempfile::tempdir().expect("a folder");
    let body = "<p>Une phrase de la longueur qu’il faut.</p>".repeat(400);
    let chapter = |number| format!("<h1>Chapitre {number}</h1>{body}");
    let book =
        Book::new("Le Tram des Halles").chapter("0.xhtml", &chapter(1)).chapter("1.xhtml", &chapter(2));
    let book = book.chapter("2.xhtml", "<h1>Le dernier</h1><p>La ville attend.</p>");
    // Neither the name of the file nor the bytes beyond the first chapters matter.
    let path = home.path().join("livre.txt");
    std::fs::write(&path, book.bytes()).expect("written");
    let setup = Setup { home: home.path(), size: (80, 24), variables: &[] };
    let mut terminal = setup.run(&[path.to_str().expect("UTF-8")]);
    terminal.shows("Le Tram des Halles").shows("Chapitre 1");
    terminal.keys_until("G", "La ville attend.").shows("Le dernier").keys("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_note_in_a_book_is_there_when_the_book_is_another_file_with_its_identifier() {
    let home = tempfile::tempdir().expect("a folder");
    let body = "<p>Le maire hésite depuis un an.</p><p>La ville attend.</p>";
    let path = home.path().join("a.epub");
    std::fs::write(&path, Book::new("Le Tram des Halles").chapter("0.xhtml", body).bytes()).expect("written");
    let setup = Setup { home: home.path(), size: (80, 24), variables: &[] };
    let mut terminal = setup.run(&[path.to_str().expect("UTF-8")]);
    terminal.shows("Le maire").keys("s").keys_until("\x1b", "enregistré").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    // Another edition elsewhere: other bytes, other text, other path.
    let other = home.path().join("autre.epub");
    let body = format!("<h1>Avant-propos</h1><p>Des mots.</p>{body}");
    std::fs::write(&other, Book::new("Le tram des Halles (2e éd.)").chapter("0.xhtml", &body).bytes())
        .expect("written");
    let mut again = setup.run(&[other.to_str().expect("UTF-8")]);
    again.shows("Avant-propos").shows("◆").keys("q");
    assert_eq!(again.exit_code(), 0);
    assert!(journals(home.path()).contains("\"chap\":\"OEBPS/0.xhtml\""));
}

/// All that the journals hold.
fn journals(home: &std::path::Path) -> String {
    let documents = home.join(".local/share/exergue/docs");
    let folders =
        std::fs::read_dir(documents).expect("a folder").map(|folder| folder.expect("an entry").path());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    files.map(|file| std::fs::read_to_string(file.expect("an entry").path()).expect("UTF-8")).collect()
}
