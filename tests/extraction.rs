//! How much of an article is found in its page, and how much of the page with it.
//!
//! `tests/pages/NAME.html` are pages in the shapes that sites have, with invented texts; `NAME.txt` is the
//! article in each. Words that stand around the article and not in it are named in the page
//! (`<html data-noise="…">`), and so is what it should be made of (`<!-- expect …`).

#![allow(clippy::print_stdout, reason = "the measure is for reading")]

use exergue::doc::{BlockKind, Document, html, open_bytes};
use exergue::notice::Notice;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What every page reaches at least, of 1.
const FLOOR: f64 = 0.96;

/// What half of the pages reach at least.
const MEDIAN: f64 = 0.99;

/// A page, the article in it and what was made of it.
struct Case {
    name: String,
    html: String,
    expected: String,
    document: Document,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn cases() -> Vec<Case> {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the pages are there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    pages.sort();
    assert!(pages.len() >= 54, "{} pages", pages.len());
    pages
        .iter()
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let html = fs::read_to_string(path).expect("readable");
            let expected = fs::read_to_string(path.with_extension("txt")).expect("the article of the page");
            let (document, _) = open_bytes(html.as_bytes(), &name, "/page.html");
            Case { name, html, expected, document }
        })
        .collect()
}

/// The words of the article as it was read; the byline is checked by itself.
fn read_words(document: &Document) -> Vec<String> {
    let blocks = document.blocks().iter().filter(|block| block.kind != BlockKind::Byline);
    blocks.flat_map(|block| words(document.slice(block.span))).collect()
}

fn words(text: &str) -> Vec<String> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric() && letter != '¶');
    pieces.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Precision and recall of words, each counted as often as it occurs.
fn measure(expected: &[String], found: &[String]) -> (f64, f64) {
    let mut left: HashMap<&str, usize> = HashMap::new();
    expected.iter().for_each(|word| *left.entry(word).or_default() += 1);
    let mut common = 0.0;
    for word in found {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            common += 1.0;
        }
    }
    let of = |words: &[String]| if words.is_empty() { 0.0 } else { common / words.len() as f64 };
    (of(found), of(expected))
}

#[test]
fn the_text_is_the_article() {
    let mut all = Vec::new();
    for case in cases() {
        let (precision, recall) = measure(&words(&case.expected), &read_words(&case.document));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        println!("{:20} precision {precision:.3} recall {recall:.3} F1 {f1:.3}", case.name);
        all.push((f1, case.name));
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let median = all[all.len() / 2].0;
    println!("{} pages: median {median:.3}, least {:.3} ({})", all.len(), all[0].0, all[0].1);
    assert!(median >= MEDIAN, "median {median:.3}");
    let low: Vec<_> = all.iter().filter(|(f1, _)| *f1 < FLOOR).collect();
    assert!(low.is_empty(), "{low:?}");
}

#[test]
fn nothing_that_stands_around_it_is_read() {
    let mut read = Vec::new();
    for case in cases() {
        let (_, rest) = case.html.split_once("data-noise=\"").expect("the page names what is around");
        let (noise, _) = rest.split_once('"').expect("a value");
        let found = read_words(&case.document);
        for word in words(noise) {
            assert!(words(&case.html).contains(&word), "{}: {word} is on the page", case.name);
            if found.contains(&word) {
                read.push(format!("{}: {word}", case.name));
            }
        }
    }
    assert!(read.is_empty(), "{read:#?}");
}

#[test]
fn titles_bylines_dates_headings_and_quotations_are_what_they_are() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (_, expect) = case.html.split_once("<!-- expect\n").expect("the page says what it is made of");
        let (expect, _) = expect.split_once("-->").expect("an end");
        let document = &case.document;
        let byline = document.meta().authors.join(", ");
        let date = document.meta().published.clone().unwrap_or_default();
        assert!(expect.starts_with("title: "), "{}", case.name);
        for line in expect.lines() {
            let (what, value) = line.split_once(": ").expect("a field");
            let is = |kind: fn(BlockKind) -> bool| {
                let blocks = document.blocks().iter().filter(|block| kind(block.kind));
                blocks.map(|block| document.slice(block.span)).any(|text| text.contains(value))
            };
            let right = match what {
                "title" => document.title() == value && is(|kind| kind == BlockKind::Title),
                "byline" => byline == value,
                "date" => date == value,
                "heading" => is(|kind| matches!(kind, BlockKind::Heading(_))),
                "quote" => is(|kind| kind == BlockKind::Quote),
                "item" => is(|kind| matches!(kind, BlockKind::Item(_))),
                "row" => is(|kind| kind == BlockKind::Row),
                "verbatim" => is(|kind| kind == BlockKind::Verbatim),
                other => panic!("{}: {other} is no field", case.name),
            };
            if !right {
                let meta = format!("“{}” {byline} {date}", document.title());
                wrong.push(format!("{}: {line} (read: {meta})", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_whole_page_has_the_article_and_what_stands_around_it() {
    for case in cases().iter().filter(|case| case.name != "en-json-only") {
        let (document, notices) = html::read_whole(&case.html, &case.name, "");
        let (_, recall) = measure(&words(&case.expected), &read_words(&document));
        assert!(recall > 0.97, "{}: {recall}", case.name);
        assert!(document.text().len() > case.document.text().len(), "{}", case.name);
        assert!(!notices.contains(&Notice::WholePage));
    }
}
