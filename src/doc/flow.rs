//! What readers of marked-up text write into: blocks whose text comes in pieces, with styles that may
//! begin in one block and end in another.

use super::packed::path::{has_scheme, resolve};
use super::{BlockKind, Builder, Document, Extent, InlineKind, Mark, Meta, Part, addresses};
use crate::text::Span;
use crate::text::decode::visible;

/// Levels of lists and quotations that are told apart.
const DEEPEST: usize = 32;

/// Styles that may be open at once; further ones inside them change nothing.
const STYLES: usize = 32;

/// The text of a rule.
const RULE: &str = "* * *";

/// What a block stands in.
#[derive(Debug)]
enum Container {
    Quote,
    /// An item; its mark, until a block was written with it.
    Item(Option<Mark>),
}

/// Collects the blocks of a document; `finish` gives it.
///
/// Blocks without text are left out. Controls become visible as in [`crate::text::decode`], so
/// entities must have been decoded before.
#[derive(Debug, Default)]
pub(super) struct Flow {
    builder: Builder,
    kind: Option<BlockKind>,
    depth: u8,
    /// Quotations and items that are open, outermost first.
    within: Vec<Container>,
    /// The text of the open block.
    text: String,
    /// Its styles that have ended, in bytes of `text`.
    ended: Vec<(InlineKind, Span)>,
    /// Styles that go on, each with where it began in `text`.
    open: Vec<(InlineKind, usize)>,
    /// Names of places in the open block or, where it stays empty, before the next, in bytes of `text`.
    named: Vec<(String, usize)>,
    /// A footnote is being written; how many bytes of its first block are its number.
    note: Option<usize>,
    /// The file of a book that is being written, by its path there; what it names and links to is of that file.
    chapter: Option<String>,
    /// How many styles were begun inside [`STYLES`] others.
    beyond: usize,
    piece: String,
}

impl Flow {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { builder: Builder::with_capacity(bytes), ..Self::default() }
    }

    /// Whether nothing has been written into the open block.
    pub(super) fn is_block_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Begins a footnote: its number. Its first paragraph goes on after it.
    pub(super) fn begin_note(&mut self, number: usize) {
        self.block(BlockKind::Footnote);
        self.styled(InlineKind::Reference, &format!("[{number}]"));
        self.text(" ");
        self.note = Some(self.text.len());
    }

    /// Ends the footnote that was begun last.
    pub(super) fn end_note(&mut self) {
        self.end();
        self.note = None;
    }

    /// Whether a footnote has been begun, and nothing but its number has been written.
    pub(super) fn is_note_begun(&self) -> bool {
        self.note == Some(self.text.len())
    }

    /// Bytes of the blocks before the open one.
    pub(super) fn len(&self) -> usize {
        self.builder.len()
    }

    /// Begins the file of a book that has that path in it: names of places and addresses that come next are
    /// those of this file.
    pub(super) fn chapter(&mut self, path: &str) {
        self.end();
        self.named.push((path.to_owned(), 0));
        self.builder.chapter(path.to_owned());
        self.chapter = Some(path.to_owned());
    }

    /// Whether what is written is a file of a book.
    pub(super) fn is_in_book(&self) -> bool {
        self.chapter.is_some()
    }

    /// Sets the contents that the file gives.
    pub(super) fn contents(&mut self, contents: Vec<Part>) {
        self.builder.contents(contents);
    }

    /// What has been written into the open block.
    pub(super) fn so_far(&self) -> &str {
        &self.text
    }

    /// Opens a quotation.
    pub(super) fn open_quote(&mut self) {
        self.end();
        self.within.push(Container::Quote);
    }

    /// Opens an item; `mark` goes to the first running text in it.
    pub(super) fn open_item(&mut self, mark: Mark) {
        self.end();
        self.within.push(Container::Item(Some(mark)));
    }

    /// Gives the open item another mark, where it has not been written yet.
    pub(super) fn mark_item(&mut self, mark: Mark) {
        if let Some(Container::Item(own @ Some(_))) = self.within.last_mut() {
            *own = Some(mark);
        }
    }

    /// Closes the quotation or item that was opened last.
    pub(super) fn close(&mut self) {
        self.end();
        self.within.pop();
    }

    /// How many quotations and items are open.
    pub(super) fn depth(&self) -> usize {
        self.within.len()
    }

    /// Ends the open block; running text comes next, in what is open.
    pub(super) fn place(&mut self) {
        if self.is_note_begun() {
            return;
        }
        if self.note.is_some() && self.within.is_empty() {
            return self.block(BlockKind::Footnote);
        }
        self.end();
        let outside = self.within.len().saturating_sub(1);
        match self.within.last() {
            Some(Container::Item(Some(mark))) => self.set(BlockKind::Item(*mark), outside),
            Some(Container::Quote) => self.set(BlockKind::Quote, outside),
            Some(Container::Item(None)) | None => self.set(BlockKind::Paragraph, self.within.len()),
        }
    }

    /// Ends the open block; what comes next belongs to one of `kind`, in what is open.
    pub(super) fn block(&mut self, kind: BlockKind) {
        self.end();
        self.set(kind, self.within.len());
    }

    fn set(&mut self, kind: BlockKind, depth: usize) {
        self.kind = Some(kind);
        self.depth = u8::try_from(depth.min(DEEPEST)).expect("32 fits");
    }

    /// Ends the open block; text that comes before the next is a paragraph.
    pub(super) fn end(&mut self) {
        let kind = self.kind.take().unwrap_or(BlockKind::Paragraph);
        let depth = std::mem::take(&mut self.depth);
        for &(style, start) in &self.open {
            self.ended.push((style, Span::new(start.min(self.text.len()), self.text.len())));
        }
        self.open.iter_mut().for_each(|(_, start)| *start = 0);
        self.write(kind, depth);
        self.named.iter_mut().for_each(|(_, offset)| *offset = 0);
        self.text.clear();
        self.ended.clear();
    }

    fn write(&mut self, kind: BlockKind, depth: u8) {
        let verbatim = kind == BlockKind::Verbatim;
        let last = self.text.trim_end().len();
        // Of lines that stand as they are, only whole blank ones go.
        let first = self.text.len() - self.text.trim_start().len();
        let first = if verbatim { self.text[..first].rfind('\n').map_or(0, |end| end + 1) } else { first };
        if first >= last {
            return;
        }
        if let (BlockKind::Item(_), Some(Container::Item(mark))) = (kind, self.within.last_mut()) {
            *mark = None;
        }
        let kept = Span::new(first, last);
        self.builder.open(kind, depth);
        let base = self.builder.len();
        let text = kept.of(&self.text);
        self.builder.push(text);
        if matches!(kind, BlockKind::Title | BlockKind::Heading(1)) && !self.builder.has_title() {
            self.builder.title(text.replace('\n', " "));
        }
        for (style, span) in &self.ended {
            if let Some(span) = span.overlap(kept) {
                let span = Span::new(base + span.start() - first, base + span.end() - first);
                self.builder.inline_over(*style, span);
            }
        }
        for (name, offset) in self.named.drain(..) {
            self.builder.destination(name, base + offset.clamp(first, last) - first);
        }
    }

    /// Adds running text: blanks and line ends in a row become one blank, none at the start of a line.
    pub(super) fn text(&mut self, text: &str) {
        let mut piece = std::mem::take(&mut self.piece);
        visible(text, &mut piece);
        let mut rest = piece.as_str();
        while !rest.is_empty() {
            let word = rest.find([' ', '\n', '\t']).unwrap_or(rest.len());
            self.text.push_str(&rest[..word]);
            rest = &rest[word..];
            let blank = rest.len() - rest.trim_start_matches([' ', '\n', '\t']).len();
            if blank > 0 && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
            rest = &rest[blank..];
        }
        piece.clear();
        self.piece = piece;
    }

    /// Adds text as it stands.
    pub(super) fn verbatim(&mut self, text: &str) {
        visible(text, &mut self.text);
    }

    /// Ends the line, not the block.
    pub(super) fn line_break(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Begins the next cell of a row.
    pub(super) fn cell(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() {
            self.text.push_str(" · ");
        }
    }

    /// A break between two parts.
    pub(super) fn rule(&mut self) {
        self.block(BlockKind::Rule);
        self.text.push_str(RULE);
        self.end();
    }

    /// Begins a style; each must be ended by [`Flow::end_style`].
    pub(super) fn begin_style(&mut self, kind: InlineKind) {
        if self.open.len() < STYLES {
            self.open.push((kind, self.text.len()));
        } else {
            self.beyond += 1;
        }
    }

    /// Begins the style of a link to `target`.
    pub(super) fn begin_link(&mut self, target: &str) {
        let target = match &self.chapter {
            Some(chapter) if !has_scheme(target) => &format!("#{}", resolve(chapter, target)),
            _ => target,
        };
        let mut shown = String::new();
        visible(target.trim(), &mut shown);
        let link = self.builder.link(shown);
        self.begin_style(InlineKind::Link(link));
    }

    /// Names the place of what comes next, for links of the document to itself.
    pub(super) fn destination(&mut self, name: &str) {
        let name = match &self.chapter {
            Some(chapter) => format!("{chapter}#{name}"),
            None => name.to_owned(),
        };
        self.named.push((name, self.text.len()));
    }

    /// Ends the style that was begun last.
    pub(super) fn end_style(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some((kind, start)) = self.open.pop() {
            // A block may have lost the blank at its end meanwhile.
            self.ended.push((kind, Span::new(start.min(self.text.len()), self.text.len())));
        }
    }

    /// Text in one style.
    pub(super) fn styled(&mut self, kind: InlineKind, text: &str) {
        self.begin_style(kind);
        self.text(text);
        self.end_style();
    }

    /// Title and byline, where the file gives them beside its text; `meta` says who and when.
    pub(super) fn head(&mut self, title: &str, meta: &Meta) {
        self.block(BlockKind::Title);
        self.text(title);
        self.byline(meta);
    }

    /// Who and when.
    pub(super) fn byline(&mut self, meta: &Meta) {
        self.block(BlockKind::Byline);
        self.text(&meta.authors.join(", "));
        if let Some(published) = &meta.published {
            self.cell();
            self.text(published);
        }
        self.end();
    }

    /// Sets the title for people, whatever the blocks hold.
    pub(super) fn title(&mut self, title: &str) {
        let mut shown = String::new();
        visible(title, &mut shown);
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        if !shown.is_empty() {
            self.builder.title(shown);
        }
    }

    /// Makes links of the addresses that stand in the text as they are.
    pub(super) fn link_addresses(&mut self) {
        self.end();
        addresses::link(&mut self.builder);
    }

    /// The whole document; `name` is its title where it has none.
    pub(super) fn finish(self, name: &str, meta: Meta) -> Document {
        self.finish_as(name, meta, Extent::Whole)
    }

    /// The document, of which `extent` is here.
    pub(super) fn finish_as(mut self, name: &str, meta: Meta, extent: Extent) -> Document {
        self.end();
        let end = self.builder.len();
        for (name, _) in self.named.drain(..) {
            self.builder.destination(name, end);
        }
        if !self.builder.has_title() {
            self.builder.title(name);
        }
        self.builder.meta(meta);
        self.builder.finish(extent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_joined_and_styles_follow_the_text() {
        let mut flow = Flow::default();
        flow.text(" \n un\t ");
        flow.styled(InlineKind::Strong, " deux ");
        flow.text("  \u{1b}trois ");
        let document = flow.finish("nom", Meta::default());
        assert_eq!(document.text(), "un deux ␛trois");
        assert_eq!(document.title(), "nom");
        assert_eq!(document.slice(document.inlines()[0].span), "deux ");
    }

    #[test]
    fn a_style_that_goes_on_is_cut_at_the_end_of_its_block() {
        let mut flow = Flow::default();
        flow.begin_style(InlineKind::Emphasis);
        flow.text("un ");
        flow.open_quote();
        flow.place();
        flow.text("deux");
        flow.end_style();
        flow.close();
        flow.text("trois");
        let document = flow.finish("", Meta::default());
        let styled: Vec<&str> = document.inlines().iter().map(|inline| document.slice(inline.span)).collect();
        assert_eq!(styled, ["un", "deux"]);
    }

    #[test]
    fn places_are_those_of_the_words_after_them() {
        let mut flow = Flow::default();
        flow.destination("vide");
        flow.place();
        flow.destination("début");
        flow.text("un deux ");
        flow.destination("trois");
        flow.place();
        flow.text("trois");
        flow.destination("fin");
        flow.destination("fin");
        let document = flow.finish("", Meta::default());
        let rest = |name| document.destination(name).map(|offset| &document.text()[offset..]);
        assert_eq!(rest("vide"), Some("un deux\ntrois"));
        assert_eq!(rest("début"), Some("un deux\ntrois"));
        assert_eq!(rest("trois"), Some("\ntrois"));
        assert_eq!((rest("fin"), rest("rien")), (Some(""), None));
    }

    #[test]
    fn too_many_styles_and_levels_are_counted_and_not_kept() {
        let mut flow = Flow::default();
        (0..500).for_each(|_| flow.open_quote());
        flow.place();
        (0..50_000).for_each(|_| flow.begin_style(InlineKind::Strong));
        flow.text("mot");
        (0..50_000).for_each(|_| flow.end_style());
        let document = flow.finish("", Meta::default());
        assert_eq!((document.inlines().len(), document.blocks()[0].depth), (STYLES, 32));
    }

    #[test]
    fn lines_that_stand_keep_their_indent_and_lose_blank_ones_around() {
        let mut flow = Flow::default();
        flow.block(BlockKind::Verbatim);
        flow.verbatim("\n  \n  si x:\n\n    y\n\n");
        assert_eq!(flow.finish("", Meta::default()).text(), "  si x:\n\n    y");
    }
}
