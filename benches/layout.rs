//! What a key costs: pages, scrolls and jumps on small and very large documents.

use divan::{Bencher, black_box};
use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::layout::{Place, last_page, line_at, line_below, page, place_showing, scroll, wrap};
use std::sync::LazyLock;

const COLUMNS: u16 = 66;
const ROWS: u16 = 40;

/// The bundled article: 3 kB.
static ARTICLE: LazyLock<Document> = LazyLock::new(|| of_paragraphs(ARTICLE_TEXT.lines(), 0));
/// The article again and again, up to 100 MB.
static LIBRARY: LazyLock<Document> = LazyLock::new(|| of_paragraphs(ARTICLE_TEXT.lines().cycle(), 100 << 20));
/// 20 MB in one paragraph.
static ONE_LINE: LazyLock<Document> = LazyLock::new(|| {
    let line = ARTICLE_TEXT.replace('\n', " ");
    of_paragraphs([line.repeat((20 << 20) / line.len()).as_str()].into_iter(), 0)
});
/// The longest paragraph that is not cut into parts.
static UNCUT: LazyLock<Document> = LazyLock::new(|| {
    let line = ARTICLE_TEXT.replace('\n', " ");
    of_paragraphs([line.repeat(23 * 1024 / line.len()).as_str()].into_iter(), 0)
});

const ARTICLE_TEXT: &str = include_str!("../assets/mistral-mwc.fr.txt");

/// Paragraphs of the given lines, until there are `bytes` of them (0: all).
fn of_paragraphs<'a>(lines: impl Iterator<Item = &'a str>, bytes: usize) -> Document {
    let mut builder = Builder::with_capacity(bytes);
    for line in lines.filter(|line| !line.is_empty()) {
        builder.block(BlockKind::Paragraph, line);
        if bytes > 0 && builder.len() >= bytes {
            break;
        }
    }
    builder.finish(Extent::Whole)
}

fn document(name: &str) -> &'static Document {
    match name {
        "3 kB" => &ARTICLE,
        "100 MB" => &LIBRARY,
        "20 MB in a line" => &ONE_LINE,
        _ => &UNCUT,
    }
}

const DOCUMENTS: [&str; 4] = ["3 kB", "100 MB", "20 MB in a line", "23 kB in a line"];

/// A place in the middle.
fn middle(document: &Document) -> Place {
    let offset = (document.text().len() / 2..).find(|&offset| document.text().is_char_boundary(offset));
    Place { offset: offset.unwrap_or(0), gap: 0 }
}

#[divan::bench(args = DOCUMENTS)]
fn page_in_the_middle(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    bencher.bench(|| page(black_box(document), middle(document), COLUMNS, ROWS));
}

#[divan::bench(args = DOCUMENTS)]
fn scroll_by_one(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    bencher.bench(|| scroll(black_box(document), middle(document), COLUMNS, ROWS, 1));
}

#[divan::bench(args = DOCUMENTS)]
fn find_a_line(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    bencher.bench(|| line_at(black_box(document), middle(document).offset, COLUMNS));
}

#[divan::bench(args = DOCUMENTS)]
fn go_to_the_end(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    bencher.bench(|| last_page(black_box(document), COLUMNS, ROWS));
}

/// All that the key for the next line asks of the layout.
#[divan::bench(args = DOCUMENTS)]
fn move_down_a_line(bencher: Bencher<'_, '_>, name: &str) {
    let document = document(name);
    let top = middle(document);
    let line = line_at(document, top.offset, COLUMNS).expect("the document has lines");
    bencher.bench(|| {
        let below = line_below(black_box(document), &line, COLUMNS).expect("the middle has a line below it");
        let top = place_showing(document, top, COLUMNS, ROWS, below.span.start(), 5);
        page(document, top, COLUMNS, ROWS)
    });
}

#[divan::bench]
fn wrap_23_kb(bencher: Bencher<'_, '_>) {
    let document = document("");
    bencher.bench(|| wrap(black_box(document), document.blocks()[0].span, COLUMNS));
}

fn main() {
    divan::main();
}
