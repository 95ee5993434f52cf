//! How an annotation holds to its passage when the article changes.
//!
//! [`Anchor::new`] keeps a passage with its surroundings; a [`Placer`] finds it again, in the same
//! text or in another edition, or says that it is not there.

mod headings;
mod pattern;
mod placer;
mod reworded;
mod skeleton;
mod sought;
#[cfg(test)]
mod tests;

pub use placer::Placer;

use crate::doc::{Digest, Document, Heading, hexadecimal};
use crate::text::code_points::CodePoints;
use crate::text::{Span, letters};

/// Letters and digits of context that take part in placing, on each side.
pub(crate) const CONTEXT: usize = 40;
/// Code points of context kept at least, on each side, for people to read.
const SHOWN: usize = 64;
/// The longest text in which rivals are counted, in bytes. Counting reads the whole text, for some tenths of a second.
const COUNTED: usize = 8 << 20;

/// What is kept of a passage so that it is found again. Offsets are code points of the extracted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The passage, whole, as it stands in the text.
    pub quote: String,
    /// Raw text just before it.
    pub before: String,
    /// Raw text just after it.
    pub after: String,
    /// First code point.
    pub start: usize,
    /// First code point after.
    pub end: usize,
    /// Where it stood in the text, in thousandths of its length.
    pub permille: u16,
    /// The file of a book that it stands in, by its path there; empty for other documents.
    pub chapter: String,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
    /// SHA-256 of the extracted text it was made in, as the first 16 hexadecimal digits.
    pub text: String,
    /// What in that text might be taken for the passage. `None` where it was not counted.
    pub rivals: Option<Rivals>,
}

/// What was like a passage in the text it was marked in: where no more than so many are left in another
/// edition, the passage itself may be the one that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rivals {
    /// Other places with the same letters.
    pub twins: usize,
    /// Other places, with the same or nearly the same letters, in surroundings that are like its own.
    pub alike: usize,
    /// Other places with its two sides before and after them.
    pub gaps: usize,
}

impl Anchor {
    /// Keeps the passage under `span`, with text enough on both sides to tell it from its like.
    ///
    /// Each side holds at least 64 code points and 40 letters or digits, less only at the ends of
    /// the document. Costs one count over the text, and its digest the first time.
    ///
    /// # Panics
    /// When `span` does not lie in the document on character boundaries.
    #[must_use]
    pub fn new(document: &Document, span: Span) -> Self {
        let text = document.text();
        let quote = document.slice(span);
        let (ahead, behind) = (&text[..span.start()], &text[span.end()..]);
        let start = ahead.chars().count();
        let length = quote.chars().count();
        let total = start + length + behind.chars().count();
        Self {
            quote: quote.to_owned(),
            before: ahead[ahead.len() - enough(ahead.chars().rev())..].to_owned(),
            after: behind[..enough(behind.chars())].to_owned(),
            start,
            end: start + length,
            permille: u16::try_from(start * 1000 / total.max(1)).expect("a share is at most 1000"),
            chapter: document.chapter_at(span.start()).to_owned(),
            headings: headings_above(document, span.start()),
            text: digest_prefix(&document.digest()),
            rivals: None,
        }
    }

    /// The same passage of `document`, with what takes the whole text to know.
    ///
    /// `document` is the one it was made in or, where only the first part was there then, the whole
    /// one: offsets hold, but the surroundings at the end of that part and the share of the text did
    /// not. Rivals are counted in texts up to 8 MiB. An anchor whose passage does not stand at its offsets stays as it is.
    #[must_use]
    pub fn completed(self, document: &Document) -> Self {
        let whole = if self.text == digest_prefix(&document.digest()) {
            self
        } else {
            let mut points = CodePoints::new(document.text());
            let (start, end) = (points.byte(self.start), points.byte(self.end));
            let same = (start <= end)
                .then(|| Span::new(start, end))
                .filter(|&span| document.slice(span) == self.quote)
                .map(|span| Self::new(document, span))
                .filter(|whole| whole.before == self.before && whole.after.starts_with(&self.after));
            match same {
                Some(whole) => whole,
                None => return self,
            }
        };
        let is_counted = document.text().len() <= COUNTED;
        let rivals = is_counted.then(|| Placer::new(document).rivals(&whole));
        Self { rivals, ..whole }
    }
}

/// Where an annotation stands in the document that is open. Derived, never stored as truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// The same words in the same surroundings.
    Exact(Span),
    /// The same words, in surroundings that changed.
    Moved(Span),
    /// Nearly the same words, in surroundings that speak for it.
    Approximate(Span),
    /// Other words, where the passage stood: what goes before it and what comes after are still there.
    Changed(Span),
    /// The same or nearly the same words stand elsewhere, and nothing tells that the passage is among them.
    Ambiguous,
    /// Not found in this version.
    Orphan,
    /// Not looked for to the end yet: it may be there.
    Pending,
}

impl Placement {
    /// What formats call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Moved(_) => "moved",
            Self::Approximate(_) => "approximate",
            Self::Changed(_) => "changed",
            Self::Ambiguous => "ambiguous",
            Self::Orphan => "orphan",
            Self::Pending => "pending",
        }
    }

    /// The bytes it stands on, where it was found.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Exact(span) | Self::Moved(span) | Self::Approximate(span) | Self::Changed(span) => {
                Some(span)
            }
            Self::Ambiguous | Self::Orphan | Self::Pending => None,
        }
    }

    /// Whether other words stand there than those that were marked, so that the person should look.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        matches!(self, Self::Approximate(_) | Self::Changed(_))
    }

    /// Whether it was looked for and not found.
    #[must_use]
    pub fn is_lost(self) -> bool {
        matches!(self, Self::Ambiguous | Self::Orphan)
    }

    /// From 0 for sure to 5 for not found.
    fn doubt(self) -> u8 {
        match self {
            Self::Exact(_) => 0,
            Self::Moved(_) => 1,
            Self::Approximate(_) => 2,
            Self::Changed(_) => 3,
            Self::Ambiguous => 4,
            Self::Orphan | Self::Pending => 5,
        }
    }
}

/// The place most like a passage that is not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearest {
    /// Its bytes; empty where only the place is known at which the passage stood.
    pub span: Span,
    /// How like it is, in per cent: of its words a little over half, of its surroundings the rest.
    pub likeness: u8,
}

/// The first 16 hexadecimal digits of a digest: how an anchor names the text it was made in.
#[must_use]
pub fn digest_prefix(digest: &Digest) -> String {
    let mut digits = hexadecimal(digest);
    digits.truncate(16);
    digits
}

/// Bytes of the characters to keep, going outwards from the passage.
fn enough(outwards: impl Iterator<Item = char>) -> usize {
    let (mut bytes, mut shown, mut folded) = (0, 0, 0);
    for character in outwards {
        if shown >= SHOWN && folded >= CONTEXT {
            break;
        }
        bytes += character.len_utf8();
        shown += 1;
        letters::fold(character, |_| folded += 1);
    }
    bytes
}

/// The open headings above the block at `offset`, outermost first; a heading closes those of its level and below.
fn headings_above(document: &Document, offset: usize) -> Vec<String> {
    let mut open: Vec<Heading<'_>> = Vec::new();
    for heading in document.headings().take_while(|heading| heading.below <= offset) {
        open.retain(|above| above.level < heading.level);
        open.push(heading);
    }
    open.into_iter().map(|heading| heading.title.to_owned()).collect()
}
