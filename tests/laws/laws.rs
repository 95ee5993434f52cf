//! What holds whatever the bytes are. `cargo test --test laws` tries it on some thousands of made-up inputs, and
//! the targets of `fuzz/` for as long as one likes.

#![allow(dead_code, unreachable_pub, reason = "each target uses its own law")]

use exergue::config::{DEFAULT, settle};
use exergue::doc::{Document, InlineKind, html, markdown, open_bytes, plain};
use exergue::mark::Anchor;
use exergue::mark::Placement;
use exergue::mark::anchor::Placer;
use exergue::store::journal::{self, Line};
use exergue::store::merge;
use exergue::text::Span;
use exergue::text::clean::clean;
use exergue::text::graphemes::{ceil_boundary, floor_boundary};
use exergue::words::Lang;
use exergue::words::notices::notice;

/// What holds for every document, whatever it was made from.
pub fn document(document: &Document) {
    assert!(!document.title().is_empty());
    let text = document.text();
    let controls =
        |text: &str| text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'));
    assert!(!controls(text) && !controls(document.title()));
    assert!(!document.links().iter().any(|link| controls(link)));
    let mut end = 0;
    let mut paragraph = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        assert_eq!(block.span.start(), end + usize::from(index > 0), "blocks are joined by one line end");
        assert!(text.is_char_boundary(block.span.start()) && text.is_char_boundary(block.span.end()));
        end = block.span.end();
        if block.kind.is_paragraph() {
            paragraph += 1;
            let counted = document.paragraph_at(block.span.start());
            assert_eq!(counted, paragraph, "paragraphs are counted without a gap");
        }
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

/// Bytes of a file called `name`.
pub fn opened(bytes: &[u8], name: &str) {
    let (read, notices) = open_bytes(bytes, "nom", name);
    document(&read);
    // The same file is the same text, or no note would stay where it is.
    assert_eq!(open_bytes(bytes, "nom", name).0.text(), read.text());
    for told in notices {
        assert!(!notice(&told, Lang::French).contains('\n'));
    }
}

/// A text without markup.
pub fn plain_text(bytes: &[u8]) {
    document(&plain::read(&visible(bytes), "nom"));
    opened(bytes, "/a.txt");
}

/// Markdown.
pub fn markdown_text(bytes: &[u8]) {
    document(&markdown::read(&visible(bytes), "nom", ""));
    opened(bytes, "/a.md");
}

/// A page: its article, and all of it.
pub fn page(bytes: &[u8]) {
    let text = visible(bytes);
    document(&html::read(&text, "nom", "").0);
    document(&html::read_whole(&text, "nom", "").0);
}

/// Text as the decoder gives it to the readers: line ends are `\n`, controls are seen.
fn visible(bytes: &[u8]) -> String {
    let mut text = String::new();
    exergue::text::decode::visible(&String::from_utf8_lossy(bytes), &mut text);
    text
}

/// What is shown of any text.
pub fn cleaned(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let shown = clean(&text);
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
    };
    assert!(!shown.chars().any(obeyed));
    assert_eq!(&*clean(&shown), &*shown, "twice is once");
}

/// A journal with valid lines among whatever else is in it: each of them is read.
pub fn journal(bytes: &[u8]) {
    const FORMATS: &str = include_str!("../../docs/formats.md");
    let valid: Vec<&str> = FORMATS
        .lines()
        .filter(|line| matches!(journal::parse(line.as_bytes()), Line::Event(_) | Line::Doc(_)))
        .collect();
    assert!(valid.len() >= 3, "the page of formats shows a journal");
    let mut file = Vec::new();
    for (index, line) in valid.iter().enumerate() {
        let at = bytes.len() * index / valid.len();
        let to = bytes.len() * (index + 1) / valid.len();
        file.extend_from_slice(&bytes[at..to]);
        file.push(b'\n');
        file.extend_from_slice(line.as_bytes());
        file.push(b'\n');
    }
    let read: Vec<Line> = journal::read(&file).collect();
    for line in &valid {
        assert!(read.contains(&journal::parse(line.as_bytes())), "{line}");
    }
    assert!(!merge(read).documents.is_empty(), "the document of the valid lines is known");
    journal::damaged(&file).for_each(drop);
    let _ = exergue::store::draft::decode(bytes);
}

/// A passage of one text, looked for in it and in another.
pub fn placed(bytes: &[u8]) {
    let (from, rest) = bytes.split_at(bytes.len().min(2));
    let text = String::from_utf8_lossy(rest);
    let (before, after) = text.split_at(floor_boundary(&text, text.len() / 2));
    let before = plain::read(before, "nom");
    let after = plain::read(after, "nom");
    let length = before.text().len();
    let at = |index: usize| usize::from(from.get(index).copied().unwrap_or_default()) * length / 255;
    let start = floor_boundary(before.text(), at(0));
    let end = ceil_boundary(before.text(), at(1)).max(start);
    let span = Span::new(start, end);
    let anchor = Anchor::new(&before, span);
    if !span.is_empty() {
        assert_eq!(Placer::new(&before).place(&anchor), Placement::Exact(span), "in the same text");
    }
    if let Some(span) = Placer::new(&after).place(&anchor).span() {
        let text = after.text();
        assert!(span.end() <= text.len());
        assert!(text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()));
    }
    let _ = Placer::new(&after).nearest(&anchor);
}

/// A settings file: whatever is wrong is told on one line each, and nothing stops.
pub fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (_, notices) = settle(DEFAULT, Some(("config.toml", &text)), None, Lang::English);
    for told in notices {
        assert!(!notice(&told, Lang::English).contains('\n'), "{told:?}");
        assert!(!notice(&told, Lang::French).contains('\n'), "{told:?}");
    }
}
