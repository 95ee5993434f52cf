//! Files of every format that can be opened, as stories, laws and traps.

use exergue::doc::{Document, Format, InlineKind, open_bytes};
use exergue::mark::{Anchor, Placement, anchor::Placer};
use exergue::notice::Notice;
use exergue::text::Span;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn open(bytes: &[u8], path: &str) -> (Document, Vec<Notice>) {
    open_bytes(bytes, "nom", path)
}

/// What holds for every document, whatever it was made from.
fn check_laws(document: &Document) {
    assert!(!document.title().is_empty());
    let text = document.text();
    let controls =
        |text: &str| text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'));
    assert!(!controls(text) && !controls(document.title()));
    assert!(!document.links().iter().any(|link| controls(link)));
    let mut end = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        assert_eq!(block.span.start(), end + usize::from(index > 0), "blocks are joined by one line end");
        assert!(text.is_char_boundary(block.span.start()) && text.is_char_boundary(block.span.end()));
        end = block.span.end();
    }
    assert_eq!(end, text.len());
    for inline in document.inlines() {
        let block = document.blocks()[document.block_at(inline.span.start()).expect("in a block")];
        assert!(block.span.covers(inline.span));
        assert!(text.is_char_boundary(inline.span.start()) && text.is_char_boundary(inline.span.end()));
        if let InlineKind::Link(link) = inline.kind {
            assert!(document.links().get(link as usize).is_some());
        }
    }
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

/// Opens what is meant to hold a parser up; it must take less than a second, or three without optimisation.
fn trap(name: &str, text: &str, path: &str) -> (Document, Vec<Notice>) {
    let most = Duration::from_secs(if cfg!(debug_assertions) { 3 } else { 1 });
    let start = Instant::now();
    let opened = open(text.as_bytes(), path);
    let taken = start.elapsed();
    assert!(taken < most, "{name}: {taken:?}");
    check_laws(&opened.0);
    opened
}

#[test]
fn no_page_holds_the_parser_up() {
    let page = |body: &str| format!("<!DOCTYPE html><title>Un titre</title><body>{body}");
    let attributes: String = (0..50_000).map(|number| format!(" a{number}=b")).collect();
    let traps = [
        ("nested div", "<div>".repeat(40_000) + "mot", true),
        ("nested lists", "<ul><li>".repeat(20_000) + "mot", true),
        ("nested words", "<b><i><a href=x>".repeat(20_000) + "mot", true),
        ("words over blocks", "<b><div></b>".repeat(20_000) + "mot", true),
        ("words over paragraphs", "<a><p><b></a></p>".repeat(5_000) + "mot", true),
        ("nested tables", "<table><tr><td>".repeat(10_000) + "mot", true),
        ("tables and blocks", "<div><table><td></div>".repeat(5_000) + "mot", true),
        ("quotations", "<blockquote>".repeat(20_000) + "mot", true),
        ("unknown", "<x/>".repeat(40_000) + "mot", true),
        ("wrong ends", "<div></x>".repeat(40_000) + "mot", true),
        ("attributes", format!("<p{attributes}>mot"), true),
        ("long attribute", format!("<p title='{}'>mot", "x".repeat(1 << 20)), true),
        ("paragraphs", "<p>".repeat(100_000) + "mot", false),
        ("line breaks", "<br>".repeat(50_000) + "mot", false),
        ("entities", "&amp;&#x9b;&bogus;&".repeat(50_000) + "mot", false),
        ("comments", "<!--".repeat(50_000) + "-->mot", false),
        ("open tags", "<a ".repeat(100_000) + ">mot", true),
        ("scripts", "<script>".repeat(50_000) + "</script>mot", false),
        ("drawings", "<svg>".repeat(5_000) + "mot", false),
        ("links", "<a href=x>y</a>".repeat(20_000) + "mot", false),
        ("one line", "mot ".repeat(250_000), false),
    ];
    for (name, body, cut) in traps {
        let (document, notices) = trap(name, &page(&body), "/a.html");
        assert!(document.text().contains("mot"), "{name}");
        assert_eq!(notices.contains(&Notice::PageCut), cut, "{name}");
        assert!(!notices.contains(&Notice::PageUnparsed), "{name}");
    }
}

#[test]
fn no_markdown_holds_the_parser_up() {
    let traps = [
        ("quotations", "> ".repeat(20_000) + "mot"),
        ("items", "- ".repeat(20_000) + "mot"),
        ("items in items", (0..500).map(|level| "  ".repeat(level) + "- mot\n").collect()),
        ("stars", "*".repeat(100_000) + "mot"),
        ("emphasis", "*a **b ".repeat(20_000) + "mot"),
        ("brackets", "[".repeat(50_000) + "mot"),
        ("links", "[a](".repeat(50_000) + "mot"),
        ("notes", "[^".repeat(50_000) + "mot"),
        ("notes at line ends", "[^\n".repeat(20_000) + "mot"),
        ("notes of notes", (0..5_000).map(|n| format!("mot[^{n}]\n\n[^{n}]: b[^{}]\n\n", n + 1)).collect()),
        ("references", "[a]: b\n".repeat(20_000) + "\n[a] mot"),
        ("backticks", (0..1_000).map(|count| "`".repeat(count) + " mot ").collect()),
        ("tables", format!("mot|{}\n-|{}\n{}", "a|".repeat(500), "-|".repeat(500), "b|\n".repeat(500))),
        ("html", "<div>".repeat(40_000) + "\n\nmot"),
        ("comments", "<!-- ".repeat(40_000) + "-->\n\nmot"),
        ("entities", "&amp;&#27;&bogus;".repeat(50_000) + "mot"),
        ("front matter", "---\n".to_owned() + &"a: b\n".repeat(50_000) + "mot"),
    ];
    for (name, text) in traps {
        let (document, _) = trap(name, &text, "/a.md");
        assert!(document.text().contains("mot"), "{name}");
    }
}

#[test]
fn nothing_in_a_title_or_a_link_reaches_the_terminal() {
    let page = "<html><title>a&#27;]0;b&#7;</title><link rel=canonical href='&#x9b;x'><body><h1>\u{1b}[31m</h1>\
                <p><a href='http://a/&#27;[2J'>c\u{9d}d</a></p><img alt='&#27;e'>";
    for (text, path) in [(page, "/a.html"), ("---\ntitle: \"a\u{1b}b\"\n---\n[c](<d&#27;e>)\u{7}", "/a.md")] {
        let (document, _) = open(text.as_bytes(), path);
        check_laws(&document);
        assert!(document.title().contains('␛'), "{}", document.title());
        assert!(document.links().iter().any(|link| link.contains('␛')));
    }
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
        check_laws(&open(&bytes, &path).0);
    }

    #[test]
    fn any_words_of_any_format_are_a_document(
        words in "(<!DOCTYPE html>)?(<[a-z/]{1,4}>|# |\\n|\\n\\n|[*_`>\\[\\]()|-]|é\u{301}|👩‍👩‍👧|&#[0-9]{1,3};|[a-z ]{1,5}|\u{9b}|\u{1b}){0,40}",
        path in "(/a\\.(md|html|txt))?",
    ) {
        check_laws(&open(words.as_bytes(), &path).0);
    }
}
