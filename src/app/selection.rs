//! What is selected: two ends, each a grapheme cluster, both inside.

use crate::text::{Span, graphemes};

/// A selection. Both ends are starts of grapheme clusters, and both clusters belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: usize,
    /// The end that moves.
    pub head: usize,
    /// Selections that this one grew from, so that it can shrink again.
    grown: Vec<(usize, usize)>,
}

impl Selection {
    /// One cluster.
    #[must_use]
    pub fn at(offset: usize) -> Self {
        Self { anchor: offset, head: offset, grown: Vec::new() }
    }

    /// The clusters of `span`, the moving end last. An empty span selects the cluster it stands at.
    #[must_use]
    pub fn over(text: &str, span: Span) -> Self {
        let last =
            if span.is_empty() { span.start() } else { graphemes::previous_boundary(text, span.end()) };
        Self { anchor: span.start(), head: last.max(span.start()), grown: Vec::new() }
    }

    /// The bytes selected.
    #[must_use]
    pub fn span(&self, text: &str) -> Span {
        let first = self.anchor.min(self.head);
        let last = self.anchor.max(self.head);
        Span::new(first, graphemes::next_boundary(text, last).max(last))
    }

    /// Selects `span`, remembering what was selected.
    pub fn grow(&mut self, text: &str, span: Span) {
        let grown = Self::over(text, span);
        self.grown.push((self.anchor, self.head));
        (self.anchor, self.head) = (grown.anchor, grown.head);
    }

    /// Back to what was selected before growing; `false` where there is nothing smaller.
    pub fn shrink(&mut self) -> bool {
        let Some((anchor, head)) = self.grown.pop() else { return false };
        (self.anchor, self.head) = (anchor, head);
        true
    }

    /// The other end moves from now on.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.anchor, &mut self.head);
    }
}
