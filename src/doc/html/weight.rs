//! How much there is to read in each part of a page.

use dom_query::{NodeData, NodeId, NodeRef};
use foldhash::{HashMap, HashMapExt as _};

/// Letters of its own that a block has at least to count as prose.
pub(super) const PROSE: usize = 50;

/// What stands in an element, in characters that are no blanks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    /// All of it.
    pub(super) text: usize,
    /// What stands in links.
    pub(super) linked: usize,
    /// How many links.
    pub(super) links: usize,
    /// What stands outside of links in blocks with at least [`PROSE`] of it.
    pub(super) prose: usize,
    /// The most prose in a single block.
    pub(super) longest: usize,
    /// Whether it is itself a block of prose.
    pub(super) is_prose: bool,
    /// What stands outside of links in no block yet.
    own: usize,
}

impl Weight {
    /// What stands outside of links.
    pub(super) fn plain(&self) -> usize {
        self.text - self.linked
    }

    /// Whether more than `percent` of it stands in links.
    pub(super) fn is_linked(&self, percent: usize) -> bool {
        self.linked * 100 > self.text * percent
    }
}

/// How many characters are no blanks.
fn letters(text: &str) -> usize {
    if text.is_ascii() {
        // The same, several bytes at a time.
        return text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'..=b'\r')).count();
    }
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

/// The weights of an element and of all below it.
pub(super) struct Weights(HashMap<NodeId, Weight>);

impl Weights {
    pub(super) fn of(root: &NodeRef) -> Self {
        let below = root.descendants();
        let mut weights: HashMap<NodeId, Weight> = HashMap::with_capacity(below.len());
        // Backwards, everything below a node has been added up when it is reached.
        for node in below.iter().rev().chain([root]) {
            let mut weight = weights.get(&node.id).copied().unwrap_or_default();
            node.query(|node| {
                if let NodeData::Text { contents } = &node.data {
                    weight.text = letters(contents);
                    weight.own = weight.text;
                }
            });
            let name = node.node_name();
            let name = name.as_deref().unwrap_or_default();
            if name == "a" {
                (weight.linked, weight.own) = (weight.text, 0);
                weight.links = weight.links.max(1);
            } else if super::walk::is_block(name) {
                weight.is_prose = weight.own >= PROSE;
                weight.prose += if weight.is_prose { weight.own } else { 0 };
                weight.longest = weight.longest.max(weight.own);
                weight.own = 0;
            }
            if weight.text == 0 {
                continue;
            }
            weights.insert(node.id, weight);
            if let Some(parent) = node.parent().filter(|_| node.id != root.id) {
                let sum = weights.entry(parent.id).or_default();
                sum.text += weight.text;
                sum.linked += weight.linked;
                sum.links += weight.links;
                sum.prose += weight.prose;
                sum.own += weight.own;
                sum.longest = sum.longest.max(weight.longest);
            }
        }
        Self(weights)
    }

    pub(super) fn get(&self, node: &NodeRef) -> Weight {
        self.0.get(&node.id).copied().unwrap_or_default()
    }

    /// How much of what there is to read in `whole` stands in `part`, of 100.
    pub(super) fn share(&self, part: &NodeRef, whole: &NodeRef) -> usize {
        let (part, whole) = (self.get(part), self.get(whole));
        let (part, whole) =
            if whole.prose >= 4 * PROSE { (part.prose, whole.prose) } else { (part.plain(), whole.plain()) };
        part * 100 / whole.max(1)
    }
}
