//! The text of PDF files.
//!
//! A PDF draws glyphs at places and knows no words, lines or paragraphs. They are found in steps: a page's glyphs
//! ([`content`], by the fonts of [`font`] and the maps of [`cmap`]), runs of them side by side ([`run`]), lines column by column ([`lines`]),
//! without running heads ([`furniture`]), footnotes apart ([`notes`]), blocks ([`blocks`]).
//!
//! What reads a file may take all the memory and time it can get, and may panic: it runs in a process of its own (see
//! `runtime::pdf`), which gives a [`Reading`] as bytes.

mod blocks;
mod cmap;
mod content;
mod font;
mod furniture;
mod lines;
mod meta;
mod notes;
mod run;
mod words;

use super::flow::Flow;
use super::{BlockKind, Document, InlineKind, Mark, Meta};
use blocks::{Kind, Piece};
use lopdf::{Error, LoadOptions};
use serde::{Deserialize, Serialize};

/// Bytes that one stream of a file may be once it is unpacked.
const LIMIT: usize = 64 << 20;

/// Characters of text that are read; what comes after is left out.
const LONGEST: usize = 64 << 20;

/// Pages that are read.
const PAGES: usize = 20_000;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    about: meta::About,
    pieces: Vec<Piece>,
}

/// Why there is nothing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It opens with a password only.
    Password,
    /// Its pages are pictures.
    Pictures,
    /// It has no page with anything on it.
    Empty,
    /// Its text is there, but not which characters it is made of.
    Unreadable,
    /// It is no PDF, or too damaged.
    Damaged,
}

/// Reads a whole file.
///
/// # Errors
/// Where there is no text, or it cannot be reached.
///
/// # Panics
/// Where the library does; see [`self`].
pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    let options =
        LoadOptions { password: Some(String::new()), ..LoadOptions::with_max_decompressed_size(LIMIT) };
    let document = lopdf::Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            Refusal::Password
        }
        _ => Refusal::Damaged,
    })?;
    if document.is_encrypted() {
        return Err(Refusal::Password);
    }
    if !meta::has_catalog(&document) {
        return Err(Refusal::Damaged);
    }
    let ids: Vec<lopdf::ObjectId> = document.page_iter().take(PAGES).collect();
    let mut fonts = content::Fonts::new(&document);
    let (mut pages, mut heights) = (Vec::new(), Vec::new());
    let (mut characters, mut unknown) = (0, 0);
    for (page, &id) in ids.iter().enumerate() {
        let sheet = content::read(&document, id, &mut fonts);
        characters += sheet.glyphs.len();
        unknown += sheet.glyphs.iter().filter(|glyph| &*glyph.text == "\u{FFFD}").count();
        pages.push(lines::lines(run::runs(&sheet.glyphs), page));
        heights.push(sheet.height);
        if characters > LONGEST {
            break;
        }
    }
    if characters == 0 {
        return Err(nothing(&document, &ids));
    }
    if unknown * 3 > characters {
        return Err(Refusal::Unreadable);
    }
    let body = blocks::body_size(&pages);
    furniture::remove(&mut pages, &heights, body);
    let pieces = blocks::blocks(pages, &meta::contents(&document, &ids));
    Ok(Reading { about: meta::about(&document), pieces })
}

/// Why a file has no text.
fn nothing(document: &lopdf::Document, pages: &[lopdf::ObjectId]) -> Refusal {
    let drawn = pages.iter().any(|&page| {
        document.get_page_contents(page).into_iter().any(|stream| {
            let content = document.get_object(stream).and_then(lopdf::Object::as_stream);
            content.is_ok_and(|content| !content.content.is_empty())
        })
    });
    match drawn {
        true => Refusal::Pictures,
        false if pages.is_empty() => Refusal::Damaged,
        false => Refusal::Empty,
    }
}

impl Reading {
    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The document; `name` is its title where the file gives none, `source` where it came from.
    #[must_use]
    pub fn document(self, name: &str, source: &str) -> Document {
        let size = self.pieces.iter().map(|piece| piece.text.len() + 1).sum();
        let mut flow = Flow::with_capacity(size);
        for piece in &self.pieces {
            match piece.kind {
                Kind::Bullet => flow.open_item(Mark::Bullet),
                Kind::Number(number) => flow.open_item(Mark::number(number)),
                _ => {}
            }
            match piece.kind {
                Kind::Title => flow.block(BlockKind::Title),
                Kind::Heading(level) => flow.block(BlockKind::Heading(level.clamp(1, 6))),
                Kind::Paragraph => flow.block(BlockKind::Paragraph),
                Kind::Row => flow.block(BlockKind::Row),
                Kind::Code => flow.block(BlockKind::Verbatim),
                Kind::Footnote => flow.block(BlockKind::Footnote),
                Kind::Bullet | Kind::Number(_) => flow.place(),
            }
            match piece.kind {
                Kind::Code => flow.verbatim(&piece.text),
                _ => write(&mut flow, &piece.text),
            }
            if matches!(piece.kind, Kind::Bullet | Kind::Number(_)) {
                flow.close();
            }
        }
        if let Some(title) = &self.about.title {
            flow.end();
            flow.title(title);
        }
        let about = self.about;
        let meta = Meta {
            authors: about.authors,
            published: about.published,
            language: about.language,
            source: source.to_owned(),
            ..Meta::default()
        };
        flow.finish(name, meta)
    }
}

/// The text of a block, with the numbers of its footnotes.
fn write(flow: &mut Flow, text: &str) {
    let mut rest = text;
    while let Some((before, number, after)) = notes::cut(rest) {
        flow.text(before);
        flow.styled(InlineKind::Reference, &format!("[{number}]"));
        rest = after;
    }
    flow.text(rest);
}
