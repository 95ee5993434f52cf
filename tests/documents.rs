//! Files of every format that can be opened, as stories, laws and traps.

#[path = "laws/laws/documents.rs"]
#[allow(dead_code, unreachable_pub, reason = "these tests need a part of it")]
mod laws;

use exergue::doc::{Document, Format, open_bytes};
use exergue::mark::{Anchor, Placement, anchor::Placer};
use exergue::notice::Notice;
use exergue::text::Span;
use proptest::prelude::*;

fn open(bytes: &[u8], path: &str) -> (Document, Vec<Notice>) {
    open_bytes(bytes, "nom", path)
}

#[test]
fn the_contents_and_then_the_name_say_what_a_file_is() {
    let of = |text: &str, path: &str| Format::of(text, path);
    assert_eq!(of("<!DOCTYPE html><p>", "/a/b.txt"), Format::Html);
    assert_eq!(of("<p>un", "/a/b.HTML"), Format::Html);
    assert_eq!(of("un", "/a/b.html"), Format::Plain);
    assert_eq!(of("un", "/a/b.md"), Format::Markdown);
    assert_eq!(of("# Un\n\n**deux** [trois](http://a)\n[b](/b)", ""), Format::Markdown);
    assert_eq!(of(include_str!("../assets/mistral-mwc.fr.txt"), ""), Format::Plain);
    assert_eq!(of("* un\n* deux\n", "/a.b/c"), Format::Plain);
}

#[test]
fn a_page_may_be_in_any_encoding() {
    let page = "<html><meta charset=iso-8859-15><title>Été</title><p>Un été à 3 € l’Œuvre.</p></html>";
    let latin: Vec<u8> = page
        .chars()
        .map(|letter| match letter {
            '€' => 0xa4,
            'Œ' => 0xbc,
            '’' => b'\'',
            other => u8::try_from(u32::from(other)).expect("a letter of Latin-1"),
        })
        .collect();
    let (document, notices) = open(&latin, "/a/b.html");
    assert_eq!(document.text(), "Été\nUn été à 3 € l'Œuvre.");
    assert_eq!(notices, []);
    let utf16: Vec<u8> = format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(open(&utf16, "").0.text(), "Été\nUn été à 3 € l’Œuvre.");
    assert_eq!(open(page.as_bytes(), "").0.text(), "Été\nUn été à 3 € l’Œuvre.");
}

/// A note on `words` of the first text is found in the second.
fn check_note(before: &Document, after: &Document, words: &str) {
    let start = before.text().find(words).expect("the words are there");
    let anchor = Anchor::new(before, Span::new(start, start + words.len()));
    let placed = Placer::new(after).place(&anchor);
    let span = match placed {
        Placement::Exact(span) | Placement::Moved(span) => span,
        other => panic!("{words}: {other:?}"),
    };
    assert_eq!(after.slice(span), words);
}

#[test]
fn notes_stay_where_they_are_when_the_file_changes() {
    let text = "---\ntitle: Le tram\n---\n\n# Le tram\n\nLe maire a dit *oui*.\n\n1. La ville attend la suite.\n2. Le reste vient.\n\n> On verra bien.\n";
    let (before, _) = open(text.as_bytes(), "/a.md");
    let (same, _) = open(text.as_bytes(), "/a.md");
    let edited = text.replace(
        "# Le tram\n",
        "# Le tram\n\nUn **nouveau** paragraphe avec [un lien](http://a).\n\n1. Avant.\n",
    );
    let (after, _) = open(edited.as_bytes(), "/a.md");
    for words in ["dit oui", "La ville attend la suite.", "On verra bien"] {
        check_note(&before, &same, words);
        check_note(&before, &after, words);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_document(bytes in prop::collection::vec(any::<u8>(), 0..200), path in "(/a\\.(md|html|txt))?") {
        laws::document(&open(&bytes, &path).0);
    }

    #[test]
    fn any_words_of_any_format_are_a_document(
        words in "(<!DOCTYPE html>)?(<[a-z/]{1,4}>|# |\\n|\\n\\n|[*_`>\\[\\]()|-]|é\u{301}|👩‍👩‍👧|&#[0-9]{1,3};|[a-z ]{1,5}|\u{9b}|\u{1b}){0,40}",
        path in "(/a\\.(md|html|txt))?",
    ) {
        laws::document(&open(words.as_bytes(), &path).0);
    }
}
