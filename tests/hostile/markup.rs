//! Text with markup that is made to hold its parser up, to grow, or to reach the terminal.

#[path = "../laws/laws/documents.rs"]
#[allow(dead_code, unreachable_pub, reason = "these tests need a part of it")]
mod laws;

use exergue::doc::{Document, html, open_bytes};
use exergue::notice::Notice;
use rustix::time::{ClockId, clock_gettime};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

fn open(bytes: &[u8], path: &str) -> (Document, Vec<Notice>) {
    open_bytes(bytes, "nom", path)
}

/// How many times what honest text of its length takes a trap may take. The worst of those below takes 3 times as much; one
/// that a parser goes through again for each of its elements takes hundreds of times as much.
const FACTOR: u32 = 20;

/// Bytes that a trap counts as at least, since opening anything takes some time.
const LEAST: usize = 256 << 10;

/// Time that the processor spends on this thread. What else the machine does makes no difference to it.
fn processor_time() -> Duration {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(spent.tv_sec.unsigned_abs(), u32::try_from(spent.tv_nsec).expect("less than a second"))
}

fn opened(text: &str, path: &str) -> (Duration, (Document, Vec<Notice>)) {
    let start = processor_time();
    let opened = open(text.as_bytes(), path);
    (processor_time() - start, opened)
}

/// What a megabyte of honest text in the format of `path` takes, in the build and on the machine that run the test.
fn honest(path: &str) -> Duration {
    static TAKEN: Mutex<BTreeMap<String, Duration>> = Mutex::new(BTreeMap::new());
    let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
    *taken.entry(path.to_owned()).or_insert_with(|| {
        let paragraph = match path.rsplit('.').next() {
            Some("html" | "xhtml") => {
                "<div><p class=\"texte\">Une <b>phrase</b> de la longueur qu’il faut, à peu près.</p></div>\n"
            }
            Some("md") => "Une **phrase** de la [longueur](a) qu’il faut, à peu près.\n\n",
            _ => "Une phrase de la longueur qu’il faut, à peu près.\n\n",
        };
        let text = paragraph.repeat((1 << 20) / paragraph.len());
        // The slowest counts: what is asked is not a fine measure, but never a wrong alarm.
        (0..3).map(|_| opened(&text, path).0).max().expect("three times")
    })
}

/// Opens what is meant to hold a parser up: it may take [`FACTOR`] times as long as honest text.
fn trap(name: &str, text: &str, path: &str) -> (Document, Vec<Notice>) {
    let megabytes = text.len().max(LEAST) as f64 / f64::from(1 << 20);
    let most = honest(path).mul_f64(megabytes) * FACTOR;
    let (taken, opened) = opened(text, path);
    assert!(taken < most, "{name}: {taken:?} of processor time, more than {most:?}");
    laws::document(&opened.0);
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
        ("3 000 div", "<div>".repeat(3_000) + "mot", true),
        ("headings", "<h2>mot</h2>".repeat(20_000), false),
        ("titles", "<h1>mot</h1>".repeat(20_000), false),
        ("articles", "<article><p>mot</p></article>".repeat(10_000), false),
        ("names", format!("<p class='{}'>mot", "nav-".repeat(15_000)), false),
        ("pulled quotations", "<p class=pullquote>un mot de la fin</p>".repeat(10_000), false),
        ("raised", "mot<sup>2</sup>".repeat(20_000), false),
        ("quoted", "<q>".repeat(20_000) + "mot", true),
        ("forms", "<form class=comment>mot</form>".repeat(10_000), false),
    ];
    for (name, body, cut) in traps {
        let (document, notices) = trap(name, &page(&body), "/a.html");
        assert!(document.text().contains("mot"), "{name}");
        assert_eq!(notices.contains(&Notice::PageCut), cut, "{name}");
        assert!(html::read_whole(&page(&body), "nom", "").0.text().contains("mot"), "{name}");
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
        ("quotations in a row", ">".repeat(10_000) + " mot"),
        ("stars apart", "*a ".repeat(30_000) + "mot"),
        ("pipes", "|".repeat(100_000) + "mot"),
        ("underscores", "a_".repeat(50_000) + "mot"),
        ("tildes", "~~a~".repeat(30_000) + "mot"),
        ("definitions", "[^a]: b\n".repeat(20_000) + "\nmot[^a]"),
        ("links in links", "[![".repeat(20_000) + "mot" + &"](a)](b)".repeat(20_000)),
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
        laws::document(&document);
        assert!(document.title().contains('␛'), "{}", document.title());
        assert!(document.links().iter().any(|link| link.contains('␛')));
    }
}

#[test]
fn entities_of_a_page_do_not_grow() {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a0 \"ha\">");
    for level in 1..40 {
        bomb += &format!("<!ENTITY a{level} \"&a{0};&a{0};\">", level - 1);
    }
    bomb += "]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>mot &a39; fin <!ENTITY x SYSTEM \"file:///etc/passwd\"> &x;</p></body></html>";
    let (document, _) = trap("entities", &bomb, "/a.xhtml");
    assert!(document.text().len() < bomb.len(), "{}", document.text().len());
    assert!(document.text().contains("mot") && document.text().contains("fin"));
    assert!(!document.text().contains("root:"));
}

#[test]
fn a_few_bytes_are_a_document_or_nothing() {
    for path in ["/a.txt", "/a.md", "/a.html", ""] {
        assert_eq!(open(b"", path).0.text(), "");
        for byte in 0..=255u8 {
            laws::document(&open(&[byte], path).0);
            laws::document(&open(&[byte, 0, byte], path).0);
        }
    }
}

#[test]
fn long_lines_and_many_lines_open_in_time() {
    let long = "mot ".repeat(1_000_000);
    let many = "un mot\n".repeat(if cfg!(debug_assertions) { 100_000 } else { 1_000_000 });
    let texts = [
        ("one line", long),
        ("many lines", many),
        ("one word", "x".repeat(3_000_000)),
        ("marks", "\u{301}".repeat(200_000)),
        ("controls", "\0".repeat(1_000_000)),
    ];
    for (name, text) in texts {
        trap(name, &text, "/a.txt");
    }
}
