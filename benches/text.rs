//! How fast files become documents, and how fast words are found in them.
//!
//! `cargo bench --bench text`

use divan::Bencher;
use divan::counter::BytesCount;
use exergue::doc::open_bytes;
use exergue::text::Span;
use exergue::text::decode::decode;
use exergue::text::find::{Pattern, Query};
use exergue::text::segment::sentences;

const MEGABYTE: usize = 1 << 20;

fn main() {
    divan::main();
}

/// Paragraphs that look like French to a decoder and to a search, the last one with `zzsentinelle`.
fn french(bytes: usize) -> String {
    let words = [
        "L’été",
        "dernier",
        "le",
        "ministre",
        "a",
        "déclaré",
        "que",
        "la",
        "fragmentation",
        "du",
        "marché",
        "européen",
        "« reste »",
        "préoccupante",
        "selon",
        "plusieurs",
        "élus",
        "d’infrastructures",
        "à",
        "Paris",
    ];
    let mut text = String::with_capacity(bytes + 100);
    let mut seed = 1_u64;
    while text.len() < bytes {
        for _ in 0..60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(words[(seed >> 33) as usize % words.len()]);
            text.push(' ');
        }
        text.push_str("enfin.\n\n");
    }
    text.push_str("Fin : Zzsentinelle.\n");
    text
}

#[divan::bench(args = [3, 100])]
fn decode_bytes(bencher: Bencher, megabytes: usize) {
    let text = french(megabytes * MEGABYTE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| decode(text.as_bytes()));
}

#[divan::bench(args = [3, 100])]
fn open_a_file(bencher: Bencher, megabytes: usize) {
    let text = french(megabytes * MEGABYTE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| open_bytes(text.as_bytes(), "name", ""));
}

/// A quarter of a megabyte of Markdown is what a long report has.
#[divan::bench(args = [250, 3000])]
fn open_markdown(bencher: Bencher, kilobytes: usize) {
    let piece = "## Un titre\n\nUn *mot* et **deux**, [un lien](https://example.org/a) et `du code`[^a].\n\n- un\n- deux\n\n> Dit.\n\n";
    let text = piece.repeat(kilobytes * 1000 / piece.len()) + "[^a]: Une note.\n";
    bencher.counter(BytesCount::of_str(&text)).bench(|| open_bytes(text.as_bytes(), "name", "/a.md"));
}

#[divan::bench(args = [100, 1000])]
fn open_a_page(bencher: Bencher, kilobytes: usize) {
    let article = french(kilobytes * 500).replace("\n\n", "</p><p class=\"texte\">");
    let around = "<div class=menu><ul><li><a href=/a>Lien</a></ul></div><script>var a = '<p>';</script>\n";
    let around = around.repeat(kilobytes * 500 / around.len());
    let page = format!(
        "<!DOCTYPE html><html lang=fr><title>Un titre</title><body>{around}<article><p>{article}</article>"
    );
    bencher.counter(BytesCount::of_str(&page)).bench(|| open_bytes(page.as_bytes(), "name", "/a.html"));
}

#[divan::bench(args = ["zzsentinelle", "Zzséntinelle"])]
fn find_at_the_end_of_100_megabytes(bencher: Bencher, word: &str) {
    let text = french(100 * MEGABYTE);
    let query = Query { text: word.to_owned(), ..Query::default() };
    let pattern = Pattern::new(&query).expect("a word to find");
    bencher.counter(BytesCount::of_str(&text)).bench(|| pattern.next(&text, 0).expect("it is there"));
}

#[divan::bench]
fn count_a_common_word(bencher: Bencher) {
    let text = french(10 * MEGABYTE);
    let query = Query { text: "marche".to_owned(), ..Query::default() };
    let pattern = Pattern::new(&query).expect("a word to find");
    bencher.counter(BytesCount::of_str(&text)).bench(|| pattern.count(&text, &|| false));
}

#[divan::bench]
fn cut_into_sentences(bencher: Bencher) {
    let text = french(3 * MEGABYTE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| sentences(&text, Span::new(0, text.len())));
}
