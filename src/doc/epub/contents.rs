//! The contents of a book: its navigation document (EPUB 3), else its NCX (EPUB 2).

use super::package::Package;
use crate::doc::Part;
use crate::doc::packed::path::resolve;
use crate::doc::packed::{Archive, Refusal, text};
use crate::doc::xml::{Piece, Pieces, joined};
use crate::text::decode::visible;
use crate::text::graphemes::floor_char;

/// Lines of the contents at most.
const LONGEST: usize = 20_000;

/// Bytes of the title of a line at most.
const TITLE: usize = 500;

/// The lines of the contents, none where the book has none.
pub(super) fn read(archive: &mut Archive, package: &Package) -> Result<Vec<Part>, Refusal> {
    let mut of = |path: &Option<String>, parse: fn(&str, &str) -> Vec<Part>| {
        let Some(path) = path else { return Ok(Vec::new()) };
        Ok(archive.read(path)?.map_or_else(Vec::new, |bytes| parse(&text(&bytes), path)))
    };
    let parts = of(&package.navigation, navigation)?;
    if parts.is_empty() { of(&package.ncx, ncx) } else { Ok(parts) }
}

/// Lists in the `nav` that is the contents: a line an item, as deep as its list.
fn navigation(text: &str, path: &str) -> Vec<Part> {
    let mut lines = Lines::new(path);
    let mut pieces = Pieces::new(text);
    // Names of the elements that are open inside the contents.
    let mut open: Vec<String> = Vec::new();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) if open.is_empty() => {
                if tag.name() == "nav" && (tag.says("type", "toc") || tag.says("role", "doc-toc")) {
                    open.push("nav".to_owned());
                }
            }
            Piece::Open(tag) => {
                let depth = open.iter().filter(|name| *name == "ol").count();
                if tag.name() == "a" && depth > 0 {
                    let address = tag.attr("href").unwrap_or_default();
                    let title = pieces.words();
                    lines.add(&title, depth, &address);
                } else {
                    open.push(tag.name().to_owned());
                }
            }
            Piece::Close => {
                if open.pop().is_some() && open.is_empty() {
                    break;
                }
            }
            Piece::Text(_) => {}
        }
    }
    lines.parts
}

/// Points of the map: a line each, as deep as they are nested.
fn ncx(text: &str, path: &str) -> Vec<Part> {
    let mut lines = Lines::new(path);
    let mut pieces = Pieces::new(text);
    let mut open: Vec<bool> = Vec::new();
    let mut title = String::new();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "pageList" | "navList" => pieces.pass_over(),
                "text" => title = pieces.words(),
                "content" => {
                    let depth = open.iter().filter(|is_point| **is_point).count();
                    lines.add(&std::mem::take(&mut title), depth, &tag.attr("src").unwrap_or_default());
                    pieces.pass_over();
                }
                name => open.push(name == "navPoint"),
            },
            Piece::Close => {
                open.pop();
            }
            Piece::Text(_) => {}
        }
    }
    lines.parts
}

struct Lines<'a> {
    path: &'a str,
    parts: Vec<Part>,
}

impl<'a> Lines<'a> {
    fn new(path: &'a str) -> Self {
        Self { path, parts: Vec::new() }
    }

    fn add(&mut self, title: &str, depth: usize, address: &str) {
        let mut shown = String::new();
        visible(&title[..floor_char(title, TITLE)], &mut shown);
        let title = joined(&shown);
        if !title.is_empty() && depth > 0 && !address.is_empty() && self.parts.len() < LONGEST {
            let level = u8::try_from(depth).unwrap_or(u8::MAX);
            self.parts.push(Part { title, level, place: resolve(self.path, address) });
        }
    }
}
