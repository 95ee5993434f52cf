//! How often each theme is touched in each paragraph, counted once for a screen.

use crate::app::view::parts::{Cells, Input};

/// Passages by theme and paragraph.
pub(super) struct Tally {
    /// For each theme, one count a paragraph, the first at 0.
    counts: Vec<Vec<usize>>,
}

impl Tally {
    /// Counts every passage of every theme of the configuration.
    pub(super) fn new(input: &Input) -> Self {
        let paragraphs = (input.document.paragraphs() as usize).max(1);
        let mut counts = vec![vec![0; paragraphs]; input.themes.len()];
        for hit in input.analysis.themes.items() {
            // Themes may have changed since the text was analysed.
            if let Some(counts) = counts.get_mut(hit.theme) {
                counts[input.paragraph(hit.span.start()) - 1] += 1;
            }
        }
        Self { counts }
    }

    /// All passages of a theme.
    pub(super) fn total(&self, theme: usize) -> usize {
        self.counts[theme].iter().sum()
    }

    /// The passages of a theme in each cell.
    pub(super) fn cells(&self, theme: usize, cells: Cells) -> Vec<usize> {
        let mut sums = vec![0; cells.count()];
        for (index, count) in self.counts[theme].iter().enumerate() {
            if let Some(sum) = sums.get_mut(cells.of(index + 1)) {
                *sum += count;
            }
        }
        sums
    }

    /// The paragraphs that no theme touches: `§4, 7–9`, or how many where they are scattered; `None` where there is none.
    pub(super) fn bare(&self) -> Option<String> {
        let paragraphs = self.counts.first().map_or(0, Vec::len);
        let bare: Vec<usize> =
            (0..paragraphs).filter(|&index| self.counts.iter().all(|counts| counts[index] == 0)).collect();
        let runs: Vec<&[usize]> = bare.chunk_by(|one, next| one + 1 == *next).collect();
        match runs.len() {
            0 => None,
            1..=4 => {
                let run = |run: &&[usize]| match **run {
                    [one] => (one + 1).to_string(),
                    [first, .., last] => format!("{}–{}", first + 1, last + 1),
                    [] => unreachable!("a chunk is never empty"),
                };
                Some(format!("§{}", runs.iter().map(run).collect::<Vec<_>>().join(", ")))
            }
            _ => Some(format!("{} §", bare.len())),
        }
    }

    /// Pairs of `themes` with the number of paragraphs both touch, most first.
    pub(super) fn pairs(&self, themes: &[usize]) -> Vec<(usize, usize, usize)> {
        let mut pairs = Vec::new();
        for (place, &one) in themes.iter().enumerate() {
            for &other in &themes[place + 1..] {
                let both = self.counts[one].iter().zip(&self.counts[other]);
                let shared = both.filter(|&(&one, &other)| one > 0 && other > 0).count();
                if shared > 0 {
                    pairs.push((one, other, shared));
                }
            }
        }
        pairs.sort_by_key(|&(_, _, shared)| std::cmp::Reverse(shared));
        pairs
    }
}
