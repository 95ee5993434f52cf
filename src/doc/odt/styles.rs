//! Styles of paragraphs, words and lists, and what they mean.

use crate::doc::xml::{Piece, Tag, elements};
use std::collections::HashMap;

/// How many styles may be based on one another.
const CHAIN: usize = 16;

/// Levels of a list.
const LEVELS: usize = 10;

/// What a paragraph of a style is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Subtitle,
    Quote,
}

/// How words are set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) role: Option<Role>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) hidden: Option<bool>,
}

/// Where the numbers of each level of a list begin; `None` for bullets.
pub(super) type Levels = [Option<u64>; LEVELS];

/// All styles, by their names in the file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, (Style, Option<String>)>,
    lists: HashMap<String, Levels>,
    /// The language that the paragraphs are in by default.
    pub(super) language: Option<String>,
}

impl Styles {
    /// Takes in the styles of a file.
    pub(super) fn read(&mut self, pieces: &[Piece]) {
        let mut defaults =
            elements(pieces, "default-style").filter(|(tag, _)| tag.says("family", "paragraph"));
        let language = defaults
            .find_map(|(_, inside)| elements(inside, "text-properties").find_map(|(tag, _)| language(tag)));
        self.language = self.language.take().or(language);
        for (tag, inside) in elements(pieces, "style") {
            let Some(name) = tag.attr("name") else { continue };
            let mut style = Style::default();
            for (tag, _) in elements(inside, "text-properties") {
                style.take(tag);
            }
            self.known.insert(name, (style, tag.attr("parent-style-name")));
        }
        for (tag, inside) in elements(pieces, "list-style") {
            let Some(name) = tag.attr("name") else { continue };
            let mut levels: Levels = [None; LEVELS];
            for (tag, _) in elements(inside, "list-level-style-number") {
                let level = tag.attr("level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
                // A level without a format has no numbers.
                if tag.attr("num-format").is_some_and(|format| !format.is_empty())
                    && (1..=LEVELS).contains(&level)
                {
                    let start = tag.attr("start-value").and_then(|start| start.parse().ok());
                    levels[level - 1] = Some(start.unwrap_or(1));
                }
            }
            self.lists.insert(name, levels);
        }
    }

    /// A style with what it takes from those it is based on.
    pub(super) fn of(&self, name: &str) -> Style {
        let mut settled = Style::default();
        let mut next = Some(name.to_owned());
        for _ in 0..CHAIN {
            let Some(name) = next else { break };
            settled.role = settled.role.or(role(&name));
            let Some((style, base)) = self.known.get(&name) else { break };
            settled.bold = settled.bold.or(style.bold);
            settled.italic = settled.italic.or(style.italic);
            settled.struck = settled.struck.or(style.struck);
            settled.hidden = settled.hidden.or(style.hidden);
            next = base.clone();
        }
        settled
    }

    /// Where the numbers of a level, from 0, of a list begin; `None` for bullets.
    pub(super) fn start(&self, list: &str, level: usize) -> Option<u64> {
        self.lists.get(list)?[level.min(LEVELS - 1)]
    }
}

impl Style {
    fn take(&mut self, tag: &Tag) {
        if let Some(weight) = tag.attr("font-weight") {
            self.bold = Some(weight == "bold" || weight.parse::<u32>().is_ok_and(|weight| weight >= 600));
        }
        if let Some(slant) = tag.attr("font-style") {
            self.italic = Some(slant != "normal");
        }
        if let Some(line) = tag.attr("text-line-through-style").or_else(|| tag.attr("text-line-through-type"))
        {
            self.struck = Some(line != "none");
        }
        if let Some(display) = tag.attr("display") {
            self.hidden = Some(display == "none");
        }
    }
}

fn language(tag: &Tag) -> Option<String> {
    let language = tag.attr("language").filter(|language| !language.is_empty() && language != "none")?;
    match tag.attr("country").filter(|country| !country.is_empty() && country != "none") {
        Some(country) => Some(format!("{language}-{country}")),
        None => Some(language),
    }
}

/// What the name of a style means; the names of those that come with word processors are English in every file.
fn role(name: &str) -> Option<Role> {
    match name {
        "Title" => Some(Role::Title),
        "Subtitle" => Some(Role::Subtitle),
        "Quotations" | "Quote" => Some(Role::Quote),
        _ => None,
    }
}
