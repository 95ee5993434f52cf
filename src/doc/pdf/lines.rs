//! Runs to lines, in the order in which a person reads them: column by column.

use super::run::{CELL, LEVEL, Run, join};

/// Columns inside columns that are looked for.
const DEEPEST: usize = 6;

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
    /// Wide gaps in it.
    pub(super) gaps: usize,
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
    let left = runs.iter().map(|run| run.left).fold(f32::INFINITY, f32::min);
    let right = runs.iter().map(|run| run.right).fold(f32::NEG_INFINITY, f32::max);
    let mut best: Option<(usize, f32, Gutter)> = None;
    let steps = ((right - left) / 2.0).clamp(0.0, 2_000.0) as usize;
    for x in (0..steps).map(|step| left + 2.0 * step as f32) {
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
    Line {
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
