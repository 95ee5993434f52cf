//! Finding words in a text, whatever their accents, capitals and blanks.
//!
//! The text is folded a chunk at a time into a buffer, in which a byte search runs; chunks that cannot
//! hold a hit are passed over before that (see `skip`). Where a hit lies in the text itself is worked
//! out only for chunks that have one, by folding them once more.

mod fold;
mod skip;
#[cfg(test)]
mod tests;

pub use fold::fold;

use super::Span;
use super::graphemes::{self, ceil_char, floor_char};
use fold::{Cursor, Folding, unfold};
use memchr::memmem::Finder;
use skip::Skip;

/// Bytes folded and searched at a time; they stay in the processor's cache. Small in tests, so that
/// hits lie across chunks.
const CHUNK: usize = if cfg!(test) { 16 } else { 16 * 1024 };

/// How far before a window, in bytes, a hit that reaches into it is looked for.
const REACH: usize = 4096;

/// What to find.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words, as typed.
    pub text: String,
    /// As typed: capitals and accents count. Otherwise neither does.
    pub case: bool,
    /// Whole words only.
    pub word: bool,
}

/// A query made ready.
///
/// A blank of any kind and length, a line end too, is one blank; straight and curly apostrophes and
/// quotation marks are the same. Hits lie on grapheme boundaries of the text: a hit on half a
/// character (`o` on `œ`) takes all of it, unless accents count, when it is none.
#[derive(Debug, Clone)]
pub struct Pattern {
    finder: Finder<'static>,
    skip: Option<Skip>,
    folding: Folding,
    word: bool,
}

impl Pattern {
    /// `None` where there is nothing to look for: no character but blanks and accents.
    #[must_use]
    pub fn new(query: &Query) -> Option<Self> {
        let folding = if query.case { Folding::Blanks } else { Folding::All };
        let mut needle = Vec::new();
        folding.fold_onto(&query.text, Cursor::default(), query.text.len(), usize::MAX, &mut needle, None);
        let found = needle.iter().any(|&byte| byte != b' ');
        found.then(|| Self {
            skip: Skip::new(&needle, folding),
            finder: Finder::new(&needle).into_owned(),
            folding,
            word: query.word,
        })
    }

    /// Whether a short text holds it, of whole words and accents that count nothing said: what a filter asks. `room` is
    /// for folding, and may be used again.
    #[must_use]
    pub fn is_in(&self, text: &str, room: &mut Vec<u8>) -> bool {
        if self.skip.as_ref().is_some_and(|skip| !skip.may_hold(text, Span::new(0, text.len()))) {
            return false;
        }
        room.clear();
        self.folding.fold_onto(text, Cursor::default(), text.len(), usize::MAX, room, None);
        self.finder.find(room).is_some()
    }

    /// The first hit that starts at or after `from`.
    #[must_use]
    pub fn next(&self, text: &str, from: usize) -> Option<Span> {
        let start = graphemes::ceil_boundary(text, from);
        self.chunks(text, start, text.len()).flatten().find(|hit| hit.start() >= start)
    }

    /// The last hit that starts before `before`.
    #[must_use]
    pub fn previous(&self, text: &str, before: usize) -> Option<Span> {
        let mut end = graphemes::ceil_boundary(text, before);
        let mut buffer = Vec::new();
        while end > 0 {
            let start = graphemes::floor_boundary(text, end.saturating_sub(CHUNK)).min(end - 1);
            let start = floor_char(text, start);
            let hits = self.hits(text, Span::new(start, end), &mut buffer);
            let last = hits.into_iter().rfind(|hit| hit.start() < before);
            if last.is_some() {
                return last;
            }
            end = start;
        }
        None
    }

    /// The hits that share a byte with `window`, in order, none over another.
    #[must_use]
    pub fn within(&self, text: &str, window: Span) -> Vec<Span> {
        let start = graphemes::floor_boundary(text, window.start().saturating_sub(REACH));
        let mut free = start;
        let mut found = Vec::new();
        for hit in self.chunks(text, start, window.end()).flatten().filter(|hit| hit.start() < window.end()) {
            if hit.start() >= free {
                free = hit.end();
                found.extend(hit.overlap(window).map(|_| hit));
            }
        }
        found
    }

    /// How many hits there are, none over another; `None` when `stop` said so on the way (it is asked
    /// every 16 kB).
    #[must_use]
    pub fn count(&self, text: &str, stop: &dyn Fn() -> bool) -> Option<usize> {
        let (mut count, mut free) = (0, 0);
        for hits in self.chunks(text, 0, text.len()) {
            if stop() {
                return None;
            }
            for hit in hits {
                if hit.start() >= free {
                    free = hit.end();
                    count += 1;
                }
            }
        }
        Some(count)
    }

    /// The hits chunk by chunk, over one another where they are, that start in `start..end`.
    fn chunks<'a>(&'a self, text: &'a str, start: usize, end: usize) -> impl Iterator<Item = Vec<Span>> + 'a {
        let mut at = start;
        let mut buffer = Vec::with_capacity(CHUNK + CHUNK / 8);
        std::iter::from_fn(move || {
            let chunk = Span::new(at, ceil_char(text, (at + CHUNK).min(end)).max(at));
            at = chunk.end();
            (!chunk.is_empty()).then(|| self.hits(text, chunk, &mut buffer))
        })
    }

    /// The hits that start in `chunk`, which lies on character boundaries.
    fn hits(&self, text: &str, chunk: Span, buffer: &mut Vec<u8>) -> Vec<Span> {
        let needle = self.finder.needle().len();
        if let Some(skip) = &self.skip {
            // A hit that starts in the chunk ends before as many folded bytes have come after it.
            buffer.clear();
            let after = Cursor::new(text, chunk.end());
            let reach = self.folding.fold_onto(text, after, text.len(), needle, buffer, None).at;
            if !skip.may_hold(text, Span::new(chunk.start(), reach)) {
                return Vec::new();
            }
        }
        buffer.clear();
        let start = Cursor::new(text, chunk.start());
        let end = self.folding.fold_onto(text, start, chunk.end(), usize::MAX, buffer, None);
        let starts = buffer.len();
        let full = starts + needle - 1;
        let end = self.folding.fold_onto(text, end, text.len(), full, buffer, None);
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(found) = self.finder.find(&buffer[from..]).filter(|found| from + found < starts) {
            places.push(from + found);
            from += found + 1;
        }
        if places.is_empty() {
            return Vec::new();
        }
        let mut segments = Vec::new();
        buffer.clear();
        self.folding.fold_onto(text, start, end.at, usize::MAX, buffer, Some(&mut segments));
        places
            .into_iter()
            .filter_map(|place| self.accept(text, unfold(&segments, place, place + needle)))
            .collect()
    }

    /// The hit for the bytes found, on grapheme boundaries; `None` where the query does not allow it.
    fn accept(&self, text: &str, (start, end): (usize, usize)) -> Option<Span> {
        let hit = Span::new(graphemes::floor_boundary(text, start), graphemes::ceil_boundary(text, end));
        if self.folding == Folding::Blanks && (hit != Span::new(start, end) || !self.is_exact(hit.of(text))) {
            return None;
        }
        (!self.word || is_whole_word(text, hit)).then_some(hit)
    }

    /// Whether `found` folds to the needle and nothing more: half a decomposed character does not.
    fn is_exact(&self, found: &str) -> bool {
        let mut folded = Vec::with_capacity(found.len());
        self.folding.fold_onto(found, Cursor::default(), found.len(), usize::MAX, &mut folded, None);
        folded == self.finder.needle()
    }
}

/// Whether no letter or digit goes on beyond either end of `hit`.
fn is_whole_word(text: &str, hit: Span) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let found = hit.of(text);
    let before = inside(text[..hit.start()].chars().next_back()) && inside(found.chars().next());
    let after = inside(text[hit.end()..].chars().next()) && inside(found.chars().next_back());
    !before && !after
}
