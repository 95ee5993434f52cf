//! What holds of every document, whatever it was made from.

use exergue::doc::{Block, Document, Inline, InlineKind};

/// Blocks tile the text, styles lie within one block, and all that leads somewhere leads into the text.
pub fn document(document: &Document) {
    let text = document.text();
    assert!(!document.title().is_empty());
    assert!(!controls(text), "{text:?}");
    assert!(!controls(document.title()), "{:?}", document.title());
    assert!(!document.links().iter().any(|link| controls(link)), "{:?}", document.links());
    tiled(document);
    for inline in document.inlines() {
        let block = document.blocks()[document.block_at(inline.span.start()).expect("in a block")];
        assert!(block.span.covers(inline.span), "{inline:?} lies in more than {block:?}");
        assert!(text.is_char_boundary(inline.span.start()) && text.is_char_boundary(inline.span.end()));
        if let InlineKind::Link(link) = inline.kind {
            assert!(document.links().get(link as usize).is_some());
        }
    }
    let named = document.links().iter().filter_map(|link| link.strip_prefix('#'));
    for offset in named.filter_map(|name| document.destination(name)) {
        assert!(text.is_char_boundary(offset), "a link leads into the text");
    }
    for entry in document.outline() {
        assert!(text.is_char_boundary(entry.offset), "{entry:?} is not in the text");
        assert!(!entry.title.trim().is_empty(), "{entry:?} has no title");
        assert!(!controls(&entry.title) && !entry.title.contains('\n'), "{entry:?}");
    }
    assert!(document.outline().is_sorted_by_key(|entry| entry.offset));
    for block in document.blocks() {
        let chapter = document.chapter_at(block.span.start());
        if let Some((start, end)) = document.chapter(chapter) {
            assert!(start <= end && text.is_char_boundary(start) && text.is_char_boundary(end), "{chapter}");
        }
    }
}

/// The same bytes give the same document, or no note would stay where it is.
pub fn same(one: &Document, other: &Document) {
    assert_eq!(one.text(), other.text());
    assert_eq!(one.title(), other.title());
    assert_eq!(one.meta(), other.meta());
    assert_eq!(one.blocks(), other.blocks());
    assert_eq!(one.inlines(), other.inlines());
    assert_eq!(one.links(), other.links());
    assert_eq!(one.outline(), other.outline());
}

/// What is shown first stays where it is when the rest of the file has been read. The last block may go on.
pub fn prefix(first: &Document, whole: &Document) {
    assert!(whole.text().starts_with(first.text()), "{:?}\nbegins\n{:?}", first.text(), whole.text());
    let Some((last, before)) = first.blocks().split_last() else { return };
    assert_eq!(before, &whole.blocks()[..before.len()]);
    assert_eq!(last.span.start(), whole.blocks()[before.len()].span.start());
    let ended =
        |inline: &&Inline| inline.span.end() <= before.last().map_or(0, |block: &Block| block.span.end());
    let styles = |document: &Document| document.inlines().iter().filter(ended).copied().collect::<Vec<_>>();
    assert_eq!(styles(first), styles(whole));
}

fn tiled(document: &Document) {
    let text = document.text();
    let (mut end, mut paragraph) = (0, 0);
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
}

/// Whether there is anything that a terminal obeys, but for the ends of lines and tabs.
fn controls(text: &str) -> bool {
    text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'))
}
