//! Styles of paragraphs and characters, and what they mean.

use crate::doc::xml::{Piece, Tag, elements};
use std::collections::HashMap;

/// How many styles may be based on one another.
const CHAIN: usize = 16;

/// What a paragraph of a style is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Quote,
    /// A line of generated contents.
    Contents,
}

/// A style.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    base: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) list: Option<(String, usize)>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    is_character: bool,
}

/// All styles, by their names in the file.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// A style with what it takes from those it is based on; the bold and the italic of paragraphs are left out.
    pub(super) fn of(&self, name: &str) -> Style {
        let mut settled = Style::default();
        let mut next = Some(name.to_owned());
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|name| self.0.get(&name)) else { break };
            settled.role = settled.role.or(style.role);
            settled.list = settled.list.or_else(|| style.list.clone());
            settled.hidden = settled.hidden.or(style.hidden);
            if style.is_character {
                settled.bold = settled.bold.or(style.bold);
                settled.italic = settled.italic.or(style.italic);
            }
            next = style.base.clone();
        }
        settled
    }
}

/// Reads `styles.xml`.
pub(super) fn read(pieces: &[Piece]) -> Styles {
    let style = |(tag, inside): (&Tag, &[Piece])| {
        let name = tag.attr("styleId")?;
        let mut style = Style { is_character: tag.says("type", "character"), ..Style::default() };
        let mut list = None;
        let mut level = 0;
        for piece in inside {
            let Piece::Open(tag) = piece else { continue };
            let value = || tag.attr("val").unwrap_or_default();
            match tag.name() {
                "name" => style.role = style.role.or(role(&value())),
                "basedOn" => style.base = Some(value()),
                "outlineLvl" => style.role = style.role.or(outline_level(&value())),
                "numId" => list = Some(value()),
                "ilvl" => level = value().parse().unwrap_or_default(),
                "b" => style.bold = Some(is_on(tag)),
                "i" => style.italic = Some(is_on(tag)),
                "vanish" => style.hidden = Some(is_on(tag)),
                _ => {}
            }
        }
        style.list = list.map(|list| (list, level));
        Some((name, style))
    };
    Styles(elements(pieces, "style").filter_map(style).collect())
}

/// The language of the document.
pub(super) fn language(pieces: &[Piece]) -> Option<String> {
    let (_, defaults) = elements(pieces, "docDefaults").next()?;
    elements(defaults, "lang").find_map(|(tag, _)| tag.attr("val")).filter(|code| !code.is_empty())
}

/// Whether a property without a value, or with one, is on.
pub(super) fn is_on(tag: &Tag) -> bool {
    tag.attr("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// Level of a heading from its number, which counts from 0; 9 is running text.
pub(super) fn outline_level(value: &str) -> Option<Role> {
    value.parse().ok().filter(|level| *level < 9).map(|level: u8| Role::Heading(level + 1))
}

/// What the name of a style means; the names of those that come with word processors are English in every file.
fn role(name: &str) -> Option<Role> {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "title" => Some(Role::Title),
        "subtitle" => Some(Role::Heading(2)),
        "quote" | "intense quote" | "block text" => Some(Role::Quote),
        _ if name.starts_with("toc ") => Some(Role::Contents),
        _ => {
            let level = name.strip_prefix("heading ")?.trim().parse::<u8>().ok()?;
            (1..=9).contains(&level).then_some(Role::Heading(level))
        }
    }
}
