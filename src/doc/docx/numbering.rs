//! Lists: which levels have numbers, and what comes next in each.

use crate::doc::Mark;
use crate::doc::xml::{Piece, Tag, elements};
use std::collections::HashMap;

/// Levels of a list.
const LEVELS: usize = 9;

/// What stands before the items of a level.
#[derive(Debug, Clone, Copy)]
enum Sort {
    Bullet,
    /// Numbers from this one.
    Number(u64),
    /// Nothing: its paragraphs are no items.
    Nothing,
}

/// The lists of a document, by their names.
#[derive(Debug, Default)]
pub(super) struct Numbering(HashMap<String, [Sort; LEVELS]>);

/// Numbers of the last items of each list and level.
#[derive(Debug, Default)]
pub(super) struct Counters(HashMap<String, [Option<u64>; LEVELS]>);

/// Reads `numbering.xml`.
pub(super) fn read(pieces: &[Piece]) -> Numbering {
    let levels = |inside_of: &[Piece]| {
        let mut levels = [Sort::Bullet; LEVELS];
        for (index, sort) in
            elements(inside_of, "lvl").filter_map(|(tag, level)| Some((index(tag)?, sort(level))))
        {
            levels[index] = sort;
        }
        levels
    };
    let kinds: HashMap<String, [Sort; LEVELS]> = elements(pieces, "abstractNum")
        .filter_map(|(tag, kind)| Some((tag.attr("abstractNumId")?, levels(kind))))
        .collect();
    let list = |(tag, list): (&Tag, &[Piece])| {
        let name = tag.attr("numId")?;
        let kind = elements(list, "abstractNumId").find_map(|(tag, _)| tag.attr("val"))?;
        let mut levels = *kinds.get(&kind)?;
        for (tag, change) in elements(list, "lvlOverride") {
            let start = elements(change, "startOverride").find_map(|(tag, _)| tag.attr("val")?.parse().ok());
            if let (Some(index), Some(start)) = (index(tag), start)
                && matches!(levels[index], Sort::Number(_))
            {
                levels[index] = Sort::Number(start);
            }
        }
        Some((name, levels))
    };
    Numbering(elements(pieces, "num").filter_map(list).collect())
}

fn index(tag: &Tag) -> Option<usize> {
    tag.attr("ilvl")?.parse().ok().filter(|index| *index < LEVELS)
}

fn sort(level: &[Piece]) -> Sort {
    let value = |name| elements(level, name).find_map(|(tag, _)| tag.attr("val"));
    match value("numFmt").as_deref() {
        Some("bullet") => Sort::Bullet,
        Some("none") => Sort::Nothing,
        _ => Sort::Number(value("start").and_then(|start| start.parse().ok()).unwrap_or(1)),
    }
}

impl Counters {
    /// The mark of the next item of a list at `level`; `None` where its paragraphs are no items.
    pub(super) fn next(&mut self, numbering: &Numbering, list: &str, level: usize) -> Option<Mark> {
        let sorts = numbering.0.get(list)?;
        let level = level.min(LEVELS - 1);
        let counters = self.0.entry(list.to_owned()).or_default();
        // A level begins again below each item above it.
        counters[level + 1..].fill(None);
        match sorts[level] {
            Sort::Bullet => Some(Mark::Bullet),
            Sort::Nothing => None,
            Sort::Number(start) => {
                let number = counters[level].map_or(start, |last| last.saturating_add(1));
                counters[level] = Some(number);
                Some(Mark::number(number))
            }
        }
    }
}
