//! The one way to make a [`Document`].

use super::{Block, BlockKind, Document, Extent, Inline, InlineKind, Meta};
use crate::text::Span;
use std::sync::OnceLock;

/// A line of the contents that a file gives, of which only the name of the place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// How deep it stands, from 1.
    pub level: u8,
    /// The name of the place where it begins (see [`Builder::destination`]).
    pub place: String,
}

/// Collects blocks in reading order; `finish` gives the document.
///
/// The text is taken as it comes: it must already be clean of `\r` and controls (see the readers).
#[derive(Debug, Default)]
pub struct Builder {
    title: String,
    meta: Meta,
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    links: Vec<String>,
    destinations: Vec<(String, usize)>,
    chapters: Vec<String>,
    contents: Vec<Part>,
    unnumbered: Vec<u32>,
    paragraphs: u32,
}

impl Builder {
    /// An empty document; room for `bytes` of text is set aside.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Sets room aside for `bytes` more of text.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve_exact(bytes);
    }

    /// Sets the title.
    pub fn title(&mut self, title: impl Into<String>) -> &mut Self {
        self.title = title.into();
        self
    }

    /// Whether a title has been set.
    #[must_use]
    pub fn has_title(&self) -> bool {
        !self.title.is_empty()
    }

    /// Sets what is known beside the text.
    pub fn meta(&mut self, meta: Meta) -> &mut Self {
        self.meta = meta;
        self
    }

    /// Opens a block; what is pushed next belongs to it.
    pub fn open(&mut self, kind: BlockKind, depth: u8) -> &mut Self {
        self.close();
        if !self.blocks.is_empty() {
            self.text.push('\n');
        }
        if kind.is_paragraph() {
            self.paragraphs += 1;
        } else {
            self.unnumbered.push(u32::try_from(self.blocks.len()).expect("blocks are counted in 32 bits"));
        }
        let start = self.text.len();
        self.blocks.push(Block { span: Span::empty(start), kind, depth });
        self
    }

    /// Adds text to the open block.
    pub fn push(&mut self, text: &str) -> &mut Self {
        debug_assert!(!self.blocks.is_empty(), "text belongs to a block");
        self.text.push_str(text);
        self
    }

    /// A whole block at once.
    pub fn block(&mut self, kind: BlockKind, text: &str) -> &mut Self {
        self.open(kind, 0).push(text)
    }

    /// Styles the bytes from `start` (see [`Builder::len`]) to here.
    pub fn inline(&mut self, kind: InlineKind, start: usize) -> &mut Self {
        self.inlines.push(Inline { span: Span::new(start, self.text.len()), kind });
        self
    }

    /// Styles `span`, which must lie inside one block.
    pub fn inline_over(&mut self, kind: InlineKind, span: Span) -> &mut Self {
        self.inlines.push(Inline { span, kind });
        self
    }

    /// Keeps where a link leads to; gives what [`InlineKind::Link`] calls it.
    pub fn link(&mut self, target: String) -> u32 {
        let index = u32::try_from(self.links.len()).expect("links are counted in 32 bits");
        self.links.push(target);
        index
    }

    /// Names the place at `offset` (see [`Builder::len`]), for links of the document to itself. Of two places of
    /// one name the first counts.
    pub fn destination(&mut self, name: String, offset: usize) -> &mut Self {
        self.destinations.push((name, offset));
        self
    }

    /// Says that a file of a book begins at the place that has its path for a name.
    pub fn chapter(&mut self, path: String) -> &mut Self {
        self.chapters.push(path);
        self
    }

    /// Sets the contents; lines whose place is not in the whole text are left out, and without any the headings are they.
    pub fn contents(&mut self, contents: Vec<Part>) -> &mut Self {
        self.contents = contents;
        self
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The inline styles so far, in no order.
    #[must_use]
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// Bytes of text so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The document. An empty title becomes `untitled`.
    #[must_use]
    pub fn finish(mut self, extent: Extent) -> Document {
        self.close();
        self.text.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.inlines.sort_by_key(|inline| (inline.span.start(), inline.span.end()));
        // The sort is stable: the first place of a name stays the first.
        self.destinations.sort_by(|one, other| one.0.cmp(&other.0));
        self.destinations.dedup_by(|later, first| later.0 == first.0);
        let chapters = self.known_chapters();
        if self.title.is_empty() {
            self.title.push_str("untitled");
        }
        Document {
            title: self.title,
            meta: self.meta,
            text: self.text,
            blocks: self.blocks,
            inlines: self.inlines,
            links: self.links,
            destinations: self.destinations,
            chapters,
            contents: Vec::new(),
            to_come: Vec::new(),
            titles: OnceLock::new(),
            unnumbered: self.unnumbered,
            extent,
            paragraphs: self.paragraphs,
            digest: OnceLock::new(),
        }
        .with_contents(self.contents)
    }

    /// The bytes at which a place stands, once the places are in order.
    fn place(&self, name: &str) -> Option<usize> {
        let found = self.destinations.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        Some(self.destinations[found].1)
    }

    fn known_chapters(&mut self) -> Vec<(usize, String)> {
        let named = std::mem::take(&mut self.chapters).into_iter();
        named.filter_map(|path| Some((self.place(&path)?, path))).collect()
    }

    fn close(&mut self) {
        if let Some(block) = self.blocks.last_mut() {
            block.span = Span::new(block.span.start(), self.text.len());
        }
    }
}
