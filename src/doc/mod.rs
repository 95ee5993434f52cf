//! The article: one text, flat blocks, inline styles, metadata.

mod addresses;
mod builder;
mod docx;
mod epub;
mod fb2;
mod flow;
mod footnotes;
pub mod format;
pub mod html;
pub mod markdown;
mod odt;
mod outline;
pub mod packed;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod plain;
mod xml;

pub use builder::{Builder, Part};
pub use format::{Format, Opening, open_bytes};
pub use outline::{Entry, Heading};

use crate::text::decode::Decoding;
use crate::text::{Span, Spanned};
use std::sync::OnceLock;

/// SHA-256 of some bytes.
pub type Digest = [u8; 32];

/// The 64 hexadecimal digits of a digest, in lower case.
#[must_use]
pub fn hexadecimal(digest: &Digest) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The title of the article, where the text itself holds it.
    Title,
    /// Who wrote it and when, where the text itself says so.
    Byline,
    /// A heading of the given level, from 1.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list. Its mark is drawn before it and is no part of the text, so that notes and
    /// findings hold the words of the author only, and numbering a list anew moves nothing.
    Item(Mark),
    /// A block quotation.
    Quote,
    /// Lines kept as they stand (verse, code); the span may hold line ends.
    Verbatim,
    /// A row of a table, its cells joined by ` · `; it reads well at any width.
    Row,
    /// A footnote, at the end of the text; begins with its number (`[1]`).
    Footnote,
    /// A break between two parts; its text is `* * *`.
    Rule,
}

impl BlockKind {
    /// Whether it counts as a paragraph (§).
    #[must_use]
    pub fn is_paragraph(self) -> bool {
        !matches!(self, Self::Title | Self::Byline | Self::Heading(_) | Self::Rule)
    }
}

/// What is drawn before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A bullet.
    Bullet,
    /// A number.
    Number(Ordinal),
    /// A box of a list of tasks, ticked or not.
    Task(bool),
}

impl Mark {
    /// A number of any size.
    #[must_use]
    pub fn number(number: u64) -> Self {
        Self::Number(Ordinal(u16::try_from(number).unwrap_or(u16::MAX).to_ne_bytes()))
    }
}

/// The number of an item. Bytes, so that a block takes no room for its alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ordinal([u8; 2]);

impl Ordinal {
    /// The number; the highest stands for all above it.
    #[must_use]
    pub fn get(self) -> u16 {
        u16::from_ne_bytes(self.0)
    }
}

/// A piece of the text that is laid out by itself. The number of its paragraph (§) is not kept with it: see
/// [`Document::paragraph_at`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its bytes, without the line end that joins it to the next block.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// How deep it is nested in lists or quotations, from 0.
    pub depth: u8,
}

impl Spanned for Block {
    fn span(&self) -> Span {
        self.span
    }
}

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InlineKind {
    /// Emphasis, usually italics.
    Emphasis,
    /// Strong emphasis, usually bold.
    Strong,
    /// Code.
    Code,
    /// Struck through.
    Struck,
    /// A link, by its index in [`Document::links`].
    Link(u32),
    /// What stands for an image: its alternative text.
    Image,
    /// The number of a footnote (`[1]`), in the text and before the footnote itself.
    Reference,
}

/// A style over a span of one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inline {
    /// Its bytes.
    pub span: Span,
    /// How it is set.
    pub kind: InlineKind,
}

impl Spanned for Inline {
    fn span(&self) -> Span {
        self.span
    }
}

/// What is known of the article beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// Authors, in their order.
    pub authors: Vec<String>,
    /// Date of publication (`2026-03-14`), where known.
    pub published: Option<String>,
    /// Code of the language that the file itself says it is in (`fr`, `pt-BR`).
    pub language: Option<String>,
    /// The address that the article itself gives for itself.
    pub canonical: Option<String>,
    /// The identifier that a book gives itself (`urn:uuid:…`, an ISBN), as it says it.
    pub identifier: Option<String>,
    /// Where it came from: a URL or an absolute path; empty for the bundled article and for pipes.
    pub source: String,
    /// Whether it is a web page, of which there may be more than the article.
    pub is_page: bool,
    /// Where redirections from `source` led; `None` where there were none.
    pub location: Option<String>,
    /// What a page says that its links are made whole by (`<base href>`), as it says it.
    pub base: Option<String>,
    /// The encoding its text was read in; `None` for what is not one text, or was made in memory.
    pub decoding: Option<Decoding>,
}

/// How much of the file the document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its first part; the rest is being read. The file has about this many bytes.
    Prefix(u64),
}

/// An article, never changed once built. Offsets are bytes of `text`.
#[derive(Debug)]
pub struct Document {
    title: String,
    meta: Meta,
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    links: Vec<String>,
    /// Names of places and their bytes, by name.
    destinations: Vec<(String, usize)>,
    /// Where the files of a book begin, and their paths in it.
    chapters: Vec<(usize, String)>,
    /// The contents that the file gives.
    contents: Vec<Entry>,
    /// What they list of a book that is not read to its end.
    to_come: Vec<Part>,
    /// Title and headings, found once they are asked for.
    titles: OnceLock<Vec<Entry>>,
    /// Indices of the blocks that are no paragraphs.
    unnumbered: Vec<u32>,
    extent: Extent,
    paragraphs: u32,
    digest: OnceLock<Digest>,
}

impl Document {
    /// The same, read from bytes in this way.
    fn decoded(mut self, decoding: Decoding) -> Self {
        self.meta.decoding = Some(decoding);
        self
    }

    /// Says that redirections from its source led to the address `location`.
    pub fn set_location(&mut self, location: String) {
        self.meta.location = Some(location);
    }

    /// Title for people; never empty.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What is known beside the text.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The whole text: blocks joined by one line end, no final line end.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The piece of text under `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The blocks, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The inline styles, by start.
    #[must_use]
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    /// Where the links lead to, as the file says it: any address of any kind, or none. One that begins with `#` leads
    /// to a place in this document (see [`Document::destination`]), or nowhere.
    #[must_use]
    pub fn links(&self) -> &[String] {
        &self.links
    }

    /// Where a link of the document to itself leads, in bytes: to the place of that name, `None` where there is none. The
    /// address of such a link is `#` and the name. In a book the name is that of a file in it, and for a place in that
    /// file `#` and the name of the place follow (`text/ch2.xhtml#n1`).
    #[must_use]
    pub fn destination(&self, name: &str) -> Option<usize> {
        let found = self.destinations.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        Some(self.destinations[found].1)
    }

    /// How much of the file is here.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// Number of paragraphs (§).
    #[must_use]
    pub fn paragraphs(&self) -> u32 {
        self.paragraphs
    }

    /// Index of the block that holds `offset`; the line end after a block belongs to it, and an
    /// offset past the end to the last. `None` only where there is no block.
    #[must_use]
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.span.start() <= offset);
        after.checked_sub(1).or(if self.blocks.is_empty() { None } else { Some(0) })
    }

    /// Number of the paragraph that holds `offset`, or of the last one before it; 0 before the first.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> u32 {
        let Some(index) = self.block_at(offset) else { return 0 };
        let unnumbered = self.unnumbered.partition_point(|&other| other as usize <= index);
        u32::try_from(index + 1 - unnumbered).expect("paragraphs are counted in 32 bits")
    }

    /// Index of the block that is paragraph `number`, or of the last paragraph where there are fewer;
    /// 0 counts as 1. `None` where there is no paragraph.
    #[must_use]
    pub fn block_of_paragraph(&self, number: u32) -> Option<usize> {
        let number = number.clamp(1, self.paragraphs.max(1)) as usize;
        // Before the k-th of the others stand as many paragraphs as its index less the k before it.
        let (mut low, mut high) = (0, self.unnumbered.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.unnumbered[middle] as usize - middle < number { low = middle + 1 } else { high = middle }
        }
        (self.paragraphs > 0).then_some(number - 1 + low)
    }

    /// SHA-256 of the text; computed once, on the first call (about 2 ms a megabyte or less).
    pub fn digest(&self) -> Digest {
        *self.digest.get_or_init(|| {
            use sha2::Digest as _;
            sha2::Sha256::digest(self.text.as_bytes()).into()
        })
    }
}
