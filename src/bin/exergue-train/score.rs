//! Precision, recall and their mean, by kind.

use std::collections::BTreeMap;

/// What was found, what was to be found, and what is both.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

/// Counts by kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    kinds: BTreeMap<String, Count>,
}

impl Tally {
    /// Counts one text: `found` is right where it is equal to something of `gold`.
    pub(crate) fn add<T: PartialEq>(&mut self, gold: &[T], found: &[T], kind: impl Fn(&T) -> String) {
        for item in gold {
            self.kinds.entry(kind(item)).or_default().gold += 1;
        }
        for item in found {
            let count = self.kinds.entry(kind(item)).or_default();
            count.found += 1;
            count.right += usize::from(gold.contains(item));
        }
    }

    /// A line for all kinds together and one for each.
    pub(crate) fn print(&self, title: &str) {
        let mut all = Count::default();
        for count in self.kinds.values() {
            all.right += count.right;
            all.found += count.found;
            all.gold += count.gold;
        }
        line(title, all);
        if self.kinds.len() > 1 {
            self.kinds.iter().for_each(|(kind, count)| line(&format!("  {kind}"), *count));
        }
    }
}

fn line(title: &str, count: Count) {
    let part = |whole: usize| if whole == 0 { 0.0 } else { count.right as f64 / whole as f64 };
    let (precision, recall) = (part(count.found), part(count.gold));
    let sum = precision + recall;
    let mean = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
    println!("{title:24} P {precision:.3}  R {recall:.3}  F1 {mean:.3}  ({} to find)", count.gold);
}
