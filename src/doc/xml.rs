//! XML for readers: elements and text, whatever is wrong with the file.
//!
//! Declarations, instructions, comments and document types are passed over, so no entity of a file's own is known:
//! it stays as it is written. Elements nested over [`DEEPEST`] deep lose their tags and keep their text.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Elements that are told apart when nested in one another.
const DEEPEST: usize = 256;

/// Attributes of an element that are looked at.
const ATTRIBUTES: usize = 256;

/// Pieces of a file that are kept at once; they take some 50 bytes each, and no honest file has as many.
const MOST: usize = 5_000_000;

/// All pieces of a file, or its first [`MOST`].
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    Pieces::new(text).take(MOST).collect()
}

/// What comes next in a file.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// The element that began last ends. There are as many of these as of the others.
    Close,
    /// Text, entities decoded.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix of its namespace.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The attribute of that name, whatever its prefix.
    pub(super) fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .take(ATTRIBUTES)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(unescaped(&found.value))
    }

    /// Whether one of the words of the attribute is `word`.
    pub(super) fn says(&self, name: &str, word: &str) -> bool {
        self.attr(name).is_some_and(|value| value.split_ascii_whitespace().any(|known| known == word))
    }
}

/// Reads a file from its start to its end, or to where it cannot be read any further.
pub(super) struct Pieces<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    ended: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        config.expand_empty_elements = true;
        Self { reader, depth: 0, ended: false }
    }

    /// Passes over the element that began last, to its end and with it.
    pub(super) fn pass_over(&mut self) {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next().is_some() {}
    }

    /// The text in the element that began last, to its end and with it; blanks in a row are one.
    pub(super) fn words(&mut self) -> String {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next() {
                Some(Piece::Text(piece)) => text.push_str(&piece),
                Some(_) => {}
                None => break,
            }
        }
        joined(&text)
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        while !self.ended {
            match self.reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    if self.depth <= DEEPEST {
                        return Some(Piece::Open(Tag(start)));
                    }
                }
                Ok(Event::End(_)) if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth < DEEPEST {
                        return Some(Piece::Close);
                    }
                }
                Ok(Event::Text(text)) => return Some(Piece::Text(text.into_inner())),
                Ok(Event::CData(text)) => return Some(Piece::Text(text.into_inner())),
                Ok(Event::GeneralRef(entity)) => {
                    let name = entity.into_inner();
                    return Some(Piece::Text(Cow::Owned(meant(&name))));
                }
                Ok(Event::Eof) | Err(_) => self.ended = true,
                Ok(_) => {}
            }
        }
        // What the file left open ends with it.
        self.depth = self.depth.min(DEEPEST).checked_sub(1)?;
        Some(Piece::Close)
    }
}

/// What reads a file element by element.
pub(super) trait Visitor {
    /// What is to be done where an element ends.
    type Leave;

    /// An element begins, with all that follows its start; `None` where nothing in it is read.
    fn enter(&mut self, tag: &Tag, rest: &[Piece]) -> Option<Self::Leave>;

    /// Text.
    fn text(&mut self, text: &str);

    /// An element ends.
    fn leave(&mut self, leave: Self::Leave);
}

/// Shows `visitor` all of `pieces`.
pub(super) fn visit<V: Visitor>(pieces: &[Piece], visitor: &mut V) {
    let mut open = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match &pieces[at] {
            Piece::Open(tag) => match visitor.enter(tag, &pieces[at + 1..]) {
                Some(leave) => open.push(leave),
                None => at += inside(&pieces[at + 1..]).len() + 1,
            },
            Piece::Text(text) => visitor.text(text),
            Piece::Close => {
                if let Some(leave) = open.pop() {
                    visitor.leave(leave);
                }
            }
        }
        at += 1;
    }
}

/// What stands in an element, of what follows its start.
pub(super) fn inside<'p, 'a>(rest: &'p [Piece<'a>]) -> &'p [Piece<'a>] {
    let mut depth = 0_usize;
    for (index, piece) in rest.iter().enumerate() {
        match piece {
            Piece::Open(_) => depth += 1,
            Piece::Close if depth == 0 => return &rest[..index],
            Piece::Close => depth -= 1,
            Piece::Text(_) => {}
        }
    }
    rest
}

/// The words in an element, of what follows its start; blanks in a row are one.
pub(super) fn words(rest: &[Piece]) -> String {
    let text = inside(rest).iter().map(|piece| if let Piece::Text(text) = piece { text } else { "" });
    joined(&text.collect::<String>())
}

/// The elements of that name, each with what stands in it.
pub(super) fn elements<'p, 'a>(
    pieces: &'p [Piece<'a>],
    name: &str,
) -> impl Iterator<Item = (&'p Tag<'a>, &'p [Piece<'a>])> {
    pieces.iter().enumerate().filter_map(move |(index, piece)| match piece {
        Piece::Open(tag) if tag.name() == name => Some((tag, inside(&pieces[index + 1..]))),
        _ => None,
    })
}

/// What stands between `&` and `;` means.
fn meant(entity: &str) -> String {
    let number = entity.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    match number {
        Some(code) => code.and_then(char::from_u32).unwrap_or('\u{fffd}').to_string(),
        None => match (resolve_predefined_entity(entity), entity) {
            (Some(known), _) => known.to_owned(),
            (None, "nbsp") => "\u{a0}".to_owned(),
            (None, _) => format!("&{entity};"),
        },
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        match after.split_once(';').filter(|(name, _)| name.len() < 12) {
            Some((name, further)) => {
                text.push_str(&meant(name));
                rest = further;
            }
            None => {
                text.push('&');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Blanks and line ends in a row become one blank, none at the ends.
pub(super) fn joined(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let piece = |piece| match piece {
            Piece::Open(tag) => format!("<{}>", tag.name()),
            Piece::Close => "</>".to_owned(),
            Piece::Text(text) => text.into_owned(),
        };
        Pieces::new(text).map(piece).collect()
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        let text = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"boum\">]><x:a b='1'><!-- c --><c/>d &amp; &b; &#233;&#xE9;<![CDATA[<e>]]></x:a>";
        assert_eq!(shown(text), "<a><c></>d & &b; éé<e></>");
    }

    #[test]
    fn what_is_wrong_ends_the_text_and_nothing_stays_open() {
        assert_eq!(shown("a</b><c>d & e<f>"), "a<c>d & e<f></></>");
        assert_eq!(shown("<a>b<c d=\""), "<a>b</>");
        assert_eq!(shown("<a>&#xD800;&#99999999999;</a>"), "<a>\u{fffd}\u{fffd}</>");
    }

    #[test]
    fn deep_nests_lose_their_tags() {
        let shown = shown(&format!("{}mot{}fin", "<a>".repeat(5_000), "</a>".repeat(5_000)));
        assert_eq!((shown.matches("<a>").count(), shown.matches("</>").count()), (DEEPEST, DEEPEST));
        assert!(shown.contains("<a>mot</>") && shown.ends_with("</>fin"));
    }

    #[test]
    fn attributes_are_found_by_their_local_name_and_decoded() {
        let mut pieces = Pieces::new("<a x:b='1 &lt; &é; &' c=\"deux mots\"/>");
        let Some(Piece::Open(tag)) = pieces.next() else { panic!("an element comes first") };
        assert_eq!(tag.attr("b").as_deref(), Some("1 < &é; &"));
        assert!(tag.says("c", "mots") && !tag.says("c", "mot") && !tag.says("d", "mot"));
    }
}
