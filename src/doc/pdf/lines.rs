//! Runs to lines, in the order in which a person reads them: column by column.

use super::run::{CELL, LEVEL, Run, join};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Columns inside columns that are looked for.
const DEEPEST: usize = 6;

/// Left edges of columns that are tried, those of most runs first.
const EDGES: usize = 40;

/// The fewest runs in a column.
const FEWEST: usize = 4;

/// The narrowest column, in ems.
const NARROWEST: f32 = 7.0;

/// Gap between two runs of a line from which they are cells of a table, in ems.
const APART: f32 = 2.0;

/// A line as it is read. Lengths are points.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    pub(super) size: f32,
    /// Whether most of it is bold.
    pub(super) bold: bool,
    /// Whether it is in letters of one width, as code is.
    pub(super) even: bool,
    /// Wide gaps in it.
    pub(super) gaps: usize,
    /// Whether dots lead from its words to a number.
    pub(super) led: bool,
    /// Edges of the column that it stands in.
    pub(super) column: (f32, f32),
    /// Page, from 0.
    pub(super) page: usize,
    /// Whether it is the first of its column.
    pub(super) first: bool,
}

/// The lines of a page.
pub(super) fn lines(runs: Vec<Run>, page: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    order(runs, page, 0, &mut lines);
    lines
}

fn order(mut runs: Vec<Run>, page: usize, depth: usize, lines: &mut Vec<Line>) {
    runs.sort_by(|one, other| other.base.total_cmp(&one.base).then(one.left.total_cmp(&other.left)));
    let gutter = if depth < DEEPEST { gutter(&runs) } else { None };
    let Some(Gutter { x, first, last }) = gutter else {
        lines.extend(leaf(runs, page));
        return;
    };
    let below = runs.split_off(last);
    let within = runs.split_off(first);
    let (left, right): (Vec<Run>, Vec<Run>) =
        within.into_iter().partition(|run| run.left + run.right < 2.0 * x);
    for part in [runs, left, right, below] {
        if !part.is_empty() {
            order(part, page, depth + 1, lines);
        }
    }
}

/// A blank strip between two columns, beside the runs `first..last`.
struct Gutter {
    x: f32,
    first: usize,
    last: usize,
}

/// The strip that has most text on both sides; `runs` come from the top.
fn gutter(runs: &[Run]) -> Option<Gutter> {
    if runs.len() < 2 * FEWEST {
        return None;
    }
    // A column begins where several runs do.
    let mut lefts: HashMap<i32, usize> = HashMap::new();
    runs.iter().for_each(|run| *lefts.entry((run.left / 2.0).round() as i32).or_default() += 1);
    let mut lefts: Vec<(i32, usize)> = lefts.into_iter().collect();
    lefts.sort_unstable_by_key(|&(left, count)| (Reverse(count), left));
    let mut best: Option<(usize, f32, Gutter)> = None;
    for (left, _) in lefts.into_iter().take(EDGES) {
        let x = 2.0 * left as f32 - 3.0;
        for streak in streaks(runs, x) {
            let Some((count, gap)) = columns(&runs[streak.0..streak.1], x) else { continue };
            if best.as_ref().is_none_or(|(most, widest, _)| (count, gap) > (*most, *widest)) {
                best = Some((count, gap, Gutter { x, first: streak.0, last: streak.1 }));
            }
        }
    }
    best.map(|(_, _, gutter)| gutter)
}

/// Stretches of runs of which none lies across `x`.
fn streaks(runs: &[Run], x: f32) -> impl Iterator<Item = (usize, usize)> + '_ {
    let crosses = move |run: &Run| run.left < x - 0.5 * run.size && run.right > x + 0.5 * run.size;
    let mut start = 0;
    std::iter::from_fn(move || {
        while start < runs.len() {
            let length = runs[start..].iter().take_while(|run| !crosses(run)).count();
            let streak = (start, start + length);
            start += length + 1;
            if length >= 2 * FEWEST {
                // What stands on one line with a run across the strip is part of that line.
                let level =
                    |one: &Run, other: &Run| (one.base - other.base).abs() < LEVEL * one.size.min(other.size);
                let above = streak.0.checked_sub(1).map(|index| &runs[index]);
                let below = runs.get(streak.1);
                let first = streak.0
                    + runs[streak.0..streak.1]
                        .iter()
                        .take_while(|run| above.is_some_and(|above| level(above, run)))
                        .count();
                let last = streak.1
                    - runs[first..streak.1]
                        .iter()
                        .rev()
                        .take_while(|run| below.is_some_and(|below| level(below, run)))
                        .count();
                return Some((first, last));
            }
        }
        None
    })
}

/// Where there are two columns of running text beside `x`: lines of the shorter one, and the gap between them.
fn columns(runs: &[Run], x: f32) -> Option<(usize, f32)> {
    let (left, right): (Vec<&Run>, Vec<&Run>) = runs.iter().partition(|run| run.left + run.right < 2.0 * x);
    let count = left.len().min(right.len());
    if count < FEWEST {
        return None;
    }
    let [one, other] = [&left, &right].map(|side| Extent::of(side));
    let size = runs.iter().map(|run| run.size).sum::<f32>() / runs.len() as f32;
    let gap = other.left - one.right;
    let beside = one.top.min(other.top) - one.bottom.max(other.bottom);
    let height = (one.top - one.bottom).min(other.top - other.bottom);
    let running = |side: &[&Run], extent: &Extent| {
        let mut widths: Vec<f32> = side.iter().map(|run| run.right - run.left).collect();
        widths.sort_by(f32::total_cmp);
        let width = extent.right - extent.left;
        width > NARROWEST * size && widths[widths.len() / 2] > 0.55 * width
    };
    let fits = gap > 0.6 * size && beside > 0.5 * height && running(&left, &one) && running(&right, &other);
    fits.then_some((count, gap))
}

struct Extent {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
}

impl Extent {
    fn of(runs: &[&Run]) -> Self {
        let empty = Self {
            left: f32::INFINITY,
            right: f32::NEG_INFINITY,
            top: f32::NEG_INFINITY,
            bottom: f32::INFINITY,
        };
        runs.iter().fold(empty, |extent, run| Self {
            left: extent.left.min(run.left),
            right: extent.right.max(run.right),
            top: extent.top.max(run.base),
            bottom: extent.bottom.min(run.base),
        })
    }
}

/// The lines of one column, from the top.
fn leaf(runs: Vec<Run>, page: usize) -> Vec<Line> {
    let extent = Extent::of(&runs.iter().collect::<Vec<_>>());
    let mut rows: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        match rows.last_mut() {
            Some(row) if is_level(row, &run) => row.push(run),
            _ => rows.push(vec![run]),
        }
    }
    let mut lines: Vec<Line> =
        rows.into_iter().map(|row| line(row, (extent.left, extent.right), page)).collect();
    if let Some(first) = lines.first_mut() {
        first.first = true;
    }
    lines
}

fn is_level(row: &[Run], run: &Run) -> bool {
    // A raised label comes before the line that it belongs to; that line is what counts.
    let largest = row.iter().max_by(|one, other| one.size.total_cmp(&other.size)).expect("a row has a run");
    let apart = (largest.base - run.base).abs();
    let (small, large) = (largest.size.min(run.size), largest.size.max(run.size));
    apart < LEVEL * small || (small < 0.85 * large && large < 2.0 * small && apart < 0.5 * large)
}

fn line(mut row: Vec<Run>, column: (f32, f32), page: usize) -> Line {
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut rest = row.into_iter();
    let mut whole = rest.next().expect("a row has a run");
    let mut gaps = 0;
    for run in rest {
        if run.left - whole.right > APART * whole.size {
            gaps += 1;
            whole.text.extend([' ', CELL]);
        }
        join(&mut whole, &run);
    }
    let led = lead(&mut whole.text);
    Line {
        even: whole.even == whole.letters,
        led,
        bold: whole.bold * 10 > whole.letters * 8,
        text: std::mem::take(&mut whole.text),
        left: whole.left,
        right: whole.right,
        base: whole.base,
        size: whole.usual_size(),
        gaps,
        column,
        page,
        first: false,
    }
}

/// Puts the sign of a cell in place of dots that lead the eye to the number of a page; whether there were any.
fn lead(text: &mut String) -> bool {
    let is_dot = |letter: char| matches!(letter, '.' | ' ' | '…' | '·');
    let whole = text.trim_end();
    let start = whole
        .rfind(is_dot)
        .map_or(0, |dot| whole[dot..].find(|letter| !is_dot(letter)).map_or(0, |after| dot + after));
    let (before, number) = whole.split_at(start);
    let words = before.trim_end_matches(is_dot);
    let dots = before[words.len()..].chars().map(|letter| match letter {
        ' ' => 0,
        '…' => 3,
        _ => 1,
    });
    if dots.sum::<usize>() < 5 {
        return false;
    }
    *text = format!("{words} {CELL} {number}");
    true
}
