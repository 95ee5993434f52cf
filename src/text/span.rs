//! Half-open byte ranges, and lists of them that answer "what lies here" fast.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes of one document, on grapheme boundaries.
///
/// Takes ten bytes: a large document has millions of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: Offset,
    end: Offset,
}

/// A place in a text of up to a terabyte, its highest byte first, so that bytes compare as numbers do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Offset([u8; 5]);

impl Offset {
    fn new(offset: usize) -> Self {
        let [high @ .., a, b, c, d, e] = (offset as u64).to_be_bytes();
        assert!(high == [0; 3], "no text is a terabyte long ({offset})");
        Self([a, b, c, d, e])
    }

    fn get(self) -> usize {
        let [a, b, c, d, e] = self.0;
        u64::from_be_bytes([0, 0, 0, a, b, c, d, e]) as usize
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.range().fmt(out)
    }
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// When `start > end`: such a span has no meaning.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span cannot end ({end}) before it starts ({start})");
        Self { start: Offset::new(start), end: Offset::new(end) }
    }

    /// The bytes between two offsets, whichever comes first.
    #[must_use]
    pub fn between(one: usize, other: usize) -> Self {
        Self::new(one.min(other), one.max(other))
    }

    /// No bytes, at `offset`.
    #[must_use]
    pub fn empty(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start.get()
    }

    /// First byte after the span.
    #[must_use]
    pub fn end(self) -> usize {
        self.end.get()
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span has no bytes.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` belongs to the span.
    #[must_use]
    pub fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether every byte of `other` belongs to the span.
    #[must_use]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes both spans cover; `None` where they only touch or lie apart.
    #[must_use]
    pub fn overlap(self, other: Span) -> Option<Span> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        if start < end { Some(Span { start, end }) } else { None }
    }

    /// The least span that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The piece of `text` that the span covers.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The same bytes as a standard range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

/// A thing that lies somewhere in the text.
pub trait Spanned {
    /// Where it lies.
    fn span(&self) -> Span;
}

impl Spanned for Span {
    fn span(&self) -> Span {
        *self
    }
}

/// Things in order of their start, which may nest and overlap.
///
/// Beside each item stands the furthest end reached up to it, so that the items touching a window
/// are found by two binary searches, however long some of them are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanList<T> {
    items: Vec<T>,
    reach: Vec<usize>,
}

impl<T> Default for SpanList<T> {
    fn default() -> Self {
        Self { items: Vec::new(), reach: Vec::new() }
    }
}

impl<T: Spanned> SpanList<T> {
    /// Sorts `items` by start, longer first where they start together.
    #[must_use]
    pub fn new(mut items: Vec<T>) -> Self {
        items.sort_by_key(|item| (item.span().start, std::cmp::Reverse(item.span().end)));
        let mut furthest = 0;
        let reach = items
            .iter()
            .map(|item| {
                furthest = furthest.max(item.span().end());
                furthest
            })
            .collect();
        Self { items, reach }
    }

    /// All items, by start.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// The items that share at least one byte with `window`, with their index, by start.
    pub fn touching(&self, window: Span) -> impl Iterator<Item = (usize, &T)> {
        let first = self.reach.partition_point(|&reach| reach <= window.start());
        let last = self.items.partition_point(|item| item.span().start < window.end);
        (first..last.max(first))
            .map(|index| (index, &self.items[index]))
            .filter(move |(_, item)| item.span().overlap(window).is_some())
    }

    /// The items that cover the byte at `offset`, with their index, outermost first.
    pub fn at(&self, offset: usize) -> impl Iterator<Item = (usize, &T)> {
        self.touching(Span::new(offset, offset + 1))
    }

    /// The index of the first item that starts after `offset`.
    #[must_use]
    pub fn after(&self, offset: usize) -> Option<usize> {
        let index = self.items.partition_point(|item| item.span().start() <= offset);
        (index < self.items.len()).then_some(index)
    }

    /// The index of the last item that starts before `offset`.
    #[must_use]
    pub fn before(&self, offset: usize) -> Option<usize> {
        self.items.partition_point(|item| item.span().start() < offset).checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span() -> impl Strategy<Value = Span> {
        (0_usize..60, 0_usize..20).prop_map(|(start, length)| Span::new(start, start + length))
    }

    #[test]
    fn a_span_is_small_and_reaches_far() {
        assert_eq!(size_of::<Span>(), 10);
        let far = Span::new(5 << 30, 6 << 30);
        assert_eq!((far.start(), far.end(), far.len()), (5 << 30, 6 << 30, 1 << 30));
        assert!(Span::new(255, 256) < Span::new(256, 256));
    }

    #[test]
    fn spans_that_only_touch_do_not_overlap() {
        assert_eq!(Span::new(0, 3).overlap(Span::new(3, 5)), None);
        assert_eq!(Span::new(0, 4).overlap(Span::new(3, 5)), Some(Span::new(3, 4)));
    }

    proptest! {
        #[test]
        fn a_list_finds_what_a_scan_finds(spans in prop::collection::vec(span(), 0..20), window in span()) {
            let list = SpanList::new(spans);
            let found: Vec<Span> = list.touching(window).map(|(_, span)| *span).collect();
            let scanned: Vec<Span> =
                list.items().iter().copied().filter(|span| span.overlap(window).is_some()).collect();
            prop_assert_eq!(found, scanned);
        }
    }
}
