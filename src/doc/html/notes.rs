//! The footnotes of a chapter: which elements they are, and in which order the text refers to them.
//!
//! Known are those that say what they are (`epub:type`, `role`), and links whose words are a number and which lead to a
//! block that links back.

use dom_query::{NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

/// What says that an element is a note.
const NOTES: [&str; 6] = ["footnote", "rearnote", "endnote", "note", "doc-footnote", "doc-endnote"];

/// Elements above a place that are looked at for the note it is in.
const ABOVE: usize = 8;

/// Nodes in a block that are looked at for a link back.
const WITHIN: usize = 200;

/// Footnotes of one chapter, in the order in which the text refers to them.
#[derive(Default)]
pub(super) struct Notes<'a> {
    pub(super) elements: Vec<Note<'a>>,
    /// Which note an element is.
    places: HashMap<NodeId, usize>,
    /// Which note a link refers to.
    references: HashMap<NodeId, usize>,
    /// Links of notes back to the text.
    backs: HashSet<NodeId>,
    /// Elements beside notes that hold their numbers.
    terms: HashSet<NodeId>,
}

/// A footnote.
pub(super) struct Note<'a> {
    pub(super) element: NodeRef<'a>,
    /// The name of its place.
    pub(super) name: String,
    /// What its reference says (`12`, `*`).
    pub(super) label: String,
}

impl<'a> Notes<'a> {
    /// The notes in `root`, a file of a book whose name ends with `file`.
    pub(super) fn find(root: &NodeRef<'a>, file: &str) -> Self {
        let mut named: HashMap<String, NodeRef> = HashMap::new();
        let mut links = Vec::new();
        for node in root.descendants_it().filter(NodeRef::is_element) {
            if let Some(id) = node.attr("id") {
                named.entry(id.to_string()).or_insert(node);
            }
            if node.has_name("a")
                && let Some(place) = node.attr("href").and_then(|address| place_in(&address, file))
            {
                links.push((node, place));
            }
        }
        let mut notes = Self::default();
        let by_id: HashMap<NodeId, &str> =
            links.iter().map(|(link, place)| (link.id, place.as_str())).collect();
        for (link, place) in &links {
            if let Some(target) = named.get(place)
                && !notes.is_in_note(link)
                && let Some(element) = note_at(link, target, &by_id)
            {
                notes.refer(link, element, place);
            }
        }
        notes.find_backs(&links, &named);
        notes
    }

    fn refer(&mut self, link: &NodeRef<'a>, element: NodeRef<'a>, name: &str) {
        // A list of definitions has the number as a term, and the note below it.
        let below = element.next_element_sibling().filter(|_| element.has_name("dt"));
        let term = below.is_some().then_some(element.id);
        let element = below.unwrap_or(element);
        // A note that is around its own reference is none.
        if link.ancestors_it(None).any(|above| above.id == element.id) {
            return;
        }
        let next = self.elements.len();
        let index = *self.places.entry(element.id).or_insert(next);
        if index == next {
            let name = name.to_owned();
            self.elements.push(Note { element, name, label: label(&link.text()) });
            self.terms.extend(term);
        }
        self.references.insert(link.id, index);
    }

    fn is_in_note(&self, node: &NodeRef) -> bool {
        !self.places.is_empty() && node.ancestors_it(Some(ABOVE)).any(|above| self.is_note(&above))
    }

    /// Links in notes that lead to a place of a reference, or say that they lead back.
    fn find_backs(&mut self, links: &[(NodeRef<'a>, String)], named: &HashMap<String, NodeRef<'a>>) {
        let leads_back = |link: &NodeRef, place: &str| {
            let refers = |node: &NodeRef| self.references.contains_key(&node.id);
            says(link, &["backlink", "doc-backlink"])
                || named.get(place).is_some_and(|target| {
                    refers(target)
                        || target.descendants_it().take(20).any(|node| refers(&node))
                        || target.ancestors_it(Some(2)).any(|node| refers(&node))
                })
        };
        let backs = links.iter().filter(|(link, place)| {
            self.is_in_note(link) && leads_back(link, place) && link.text().trim().chars().count() <= 12
        });
        self.backs = backs.map(|(link, _)| link.id).collect();
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// Whether `node` is a note, or the number beside one.
    pub(super) fn is_note(&self, node: &NodeRef) -> bool {
        self.places.contains_key(&node.id) || self.terms.contains(&node.id)
    }

    /// Whether `node` leads from a note back to the text.
    pub(super) fn is_back(&self, node: &NodeRef) -> bool {
        self.backs.contains(&node.id)
    }

    /// The number, from 1, of the note that `node` refers to.
    pub(super) fn number(&self, node: &NodeRef) -> Option<usize> {
        self.references.get(&node.id).map(|index| index + 1)
    }

    /// Whether a link in `node` refers to a note.
    pub(super) fn is_around_reference(&self, node: &NodeRef) -> bool {
        !self.is_empty() && node.descendants_it().take(20).any(|node| self.references.contains_key(&node.id))
    }
}

/// The place in the file itself that an address leads to.
fn place_in(address: &str, file: &str) -> Option<String> {
    let (path, place) = address.trim().split_once('#')?;
    let own = path.is_empty() || path.rsplit('/').next() == file.rsplit('/').next();
    (own && !place.is_empty()).then(|| place.to_owned())
}

/// The note that `link` refers to, if `target` is in one.
fn note_at<'a>(
    link: &NodeRef<'a>,
    target: &NodeRef<'a>,
    links: &HashMap<NodeId, &str>,
) -> Option<NodeRef<'a>> {
    let around = || std::iter::once(*target).chain(target.ancestors_it(Some(ABOVE)));
    if let Some(said) = around().find(|node| says(node, &NOTES)) {
        return Some(said);
    }
    let is_block = |node: &NodeRef| {
        node.node_name()
            .is_some_and(|name| matches!(&*name, "p" | "li" | "div" | "aside" | "dd" | "dt" | "blockquote"))
    };
    let is_inline = |node: &NodeRef| {
        node.node_name().is_some_and(|name| {
            matches!(&*name, "a" | "sup" | "span" | "b" | "i" | "em" | "strong" | "small" | "sub")
        })
    };
    let block = around().find(|node| !is_inline(node)).filter(is_block)?;
    if says(link, &["noteref", "doc-noteref"]) {
        return Some(block);
    }
    if !is_mark(&link.text()) {
        return None;
    }
    // It must lead back to where the link stands.
    let near = std::iter::once(*link).chain(link.ancestors_it(Some(2))).chain(link.descendants_it().take(4));
    let near = near.chain(link.prev_sibling());
    let here: Vec<_> = near.filter_map(|node| node.attr("id")).collect();
    let leads_back = block.descendants_it().take(WITHIN).any(|node| {
        node.has_name("a") && links.get(&node.id).is_some_and(|place| here.iter().any(|id| **id == **place))
    });
    leads_back.then_some(block)
}

/// Whether an element says of itself, by `epub:type` or `role`, that it is one of `kinds`.
fn says(node: &NodeRef, kinds: &[&str]) -> bool {
    ["epub:type", "role"]
        .into_iter()
        .filter_map(|name| node.attr(name))
        .any(|value| value.split_ascii_whitespace().any(|word| kinds.contains(&word)))
}

/// What a reference says, without brackets.
fn label(text: &str) -> String {
    text.trim().trim_matches(['[', ']', '(', ')']).trim().to_owned()
}

/// Whether these are the words of a reference: a number, a letter, a star or a dagger.
fn is_mark(text: &str) -> bool {
    let label = label(text);
    let number = label.bytes().all(|byte| byte.is_ascii_alphanumeric()) && label.len() <= 6;
    let sign = label.chars().all(|sign| "*†‡§¶".contains(sign)) && label.chars().count() <= 4;
    let word = label.len() > 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic());
    !label.is_empty() && (sign || (number && (!word || label.bytes().all(|byte| b"ivxIVX".contains(&byte)))))
}

/// The text of a note from where its own words begin, after its number where it repeats that of its reference.
pub(super) fn own_words<'t>(text: &'t str, label: &str) -> &'t str {
    let start = text.trim_start();
    let open = start.trim_start_matches(['[', '(']);
    let after_label = open.strip_prefix(label).filter(|_| !label.is_empty());
    let ends = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
    if let Some(rest) = after_label.filter(ends) {
        return rest.trim_start_matches(|sign: char| sign.is_whitespace() || "]).:–".contains(sign));
    }
    // What stood around a link back that is gone.
    if open.is_empty() {
        return "";
    }
    let rest = start.trim_start_matches([']', ')', '.', ':']);
    if rest.len() + 1 == start.len() && rest.starts_with(char::is_whitespace) {
        rest.trim_start()
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_does_not_say_its_number_twice() {
        let check = |text, expect| assert_eq!(own_words(text, "1"), expect, "{text}");
        check(" 1. Le maire.", "Le maire.");
        check("[1] Le maire.", "Le maire.");
        check("1914, déjà.", "1914, déjà.");
        check(". Le maire.", "Le maire.");
        check("... et lui.", "... et lui.");
        check("[", "");
        check("Le 1.", "Le 1.");
    }

    #[test]
    fn numbers_and_signs_refer_and_words_do_not() {
        for mark in ["1", "[12]", "*", "††", "a", "xiv", "12b"] {
            assert!(is_mark(mark), "{mark}");
        }
        for words in ["", "ici", "note 1", "1234567", "—"] {
            assert!(!is_mark(words), "{words}");
        }
    }
}
