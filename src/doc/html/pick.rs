//! Which part of a page is its article, once what is around it has been taken out.

use super::noise;
use super::prune::{following, headings, is_heading, remove, text};
use super::weight::{PROSE, Weights};
use dom_query::NodeRef;
use std::cell::OnceCell;

/// The smallest part of the page that holds the article and its title.
pub(super) fn root<'a>(body: &NodeRef<'a>, title: Option<&NodeRef>) -> NodeRef<'a> {
    let weights = Weights::of(body);
    let holds_title =
        |node: &NodeRef| title.is_some_and(|title| title.ancestors_it(None).any(|above| above.id == node.id));
    let mut root = *body;
    // First by what the page itself says its article is.
    for (name, least) in [("main", 50), ("article", 60)] {
        let named = root.descendants_it().filter(|node| is_called(node, name));
        let best = named.max_by_key(|node| weights.get(node).prose);
        let titled = holds_title(&root);
        if let Some(best) = best
            && weights.share(&best, &root) >= least
            && (!titled || holds_title(&best))
        {
            root = best;
        }
    }
    // Then inwards, as long as all that is left out is little.
    loop {
        let titled = holds_title(&root);
        let inner = root.element_children().into_iter().find(|child| {
            let whole = weights.get(&root).prose;
            let inside = weights.get(child).prose;
            // Where there are no paragraphs to speak of, nothing says which part it is.
            whole >= 2 * PROSE
                && (inside * 100 >= whole * 85
                    || ((titled || child.has_name("td")) && is_main_column(child, &root, &weights)))
                && (!titled || holds_title(child))
        });
        match inner {
            Some(inner) if !inner.has_name("p") && !inner.has_name("pre") => root = inner,
            _ => return root,
        }
    }
}

/// How much of the text an element holds at least that is the trunk of an article, of 100.
const TRUNK: usize = 50;

/// Letters about one link to another article, at most, and of the longest paragraph about it.
const ABOUT_LINK: usize = 250;
const TEASER: usize = 300;

/// Takes out what leads to other articles below the part of `root` that holds most of the text.
pub(super) fn below(root: &NodeRef, weights: &Weights) {
    let whole = weights.get(root).prose;
    let mut trunk = *root;
    let is_trunk = |child: &NodeRef| {
        weights.get(child).prose * 100 >= whole * TRUNK && !child.has_name("p") && !child.has_name("pre")
    };
    while let Some(inner) = trunk.element_children().into_iter().find(|child| whole > 0 && is_trunk(child)) {
        trunk = inner;
    }
    while trunk.id != root.id {
        let after = std::iter::successors(trunk.next_element_sibling(), NodeRef::next_element_sibling);
        // Its like are other parts of the text, or answers to it.
        let is_like = |node: &NodeRef| {
            node.node_name() == trunk.node_name()
                && trunk.has_attr("class")
                && node.attr("class") == trunk.attr("class")
        };
        let leading: Vec<NodeRef> =
            after.filter(|node| !is_like(node) && is_teasing(node, weights)).collect();
        leading.iter().for_each(NodeRef::remove_from_parent);
        let Some(outer) = trunk.parent() else { return };
        trunk = outer;
    }
}

/// Whether an element is made of headings and pictures that lead to other articles, with little said about each.
fn is_teasing(node: &NodeRef, weights: &Weights) -> bool {
    let weight = weights.get(node);
    if weight.links == 0 || weight.plain() > ABOUT_LINK * weight.links || weight.longest >= TEASER {
        return false;
    }
    let mut links = node.descendants_it().filter(|node| {
        node.has_name("a")
            && node.attr("href").is_some_and(|to| !to.trim().is_empty() && !to.starts_with('#'))
    });
    links.any(|link| {
        link.ancestors_it(Some(2)).any(|above| is_heading(&above))
            || link.descendants_it().any(|node| is_heading(&node) || node.has_name("img"))
    })
}

/// Whether an element holds most of the prose, and what stands beside it is a column of short pieces.
fn is_main_column(node: &NodeRef, root: &NodeRef, weights: &Weights) -> bool {
    let (own, whole) = (weights.get(node), weights.get(root));
    let beside = || root.element_children().into_iter().filter(|beside| beside.id != node.id);
    if node.has_name("td") {
        // Tables that lay out a page: a cell of paragraphs between two narrow ones.
        return own.prose >= 10 * PROSE
            && beside().all(|beside| weights.get(&beside).text * 4 <= own.text)
            && node
                .descendants_it()
                .filter(|node| node.has_name("br") || node.has_name("p"))
                .nth(1)
                .is_some();
    }
    own.prose * 100 >= whole.prose * 60
        && own.longest >= 3 * PROSE
        && noise::is_column(node)
        && beside().all(|beside| {
            let is_list = |node: NodeRef| {
                matches!(node.node_name().as_deref(), Some("ul" | "ol" | "table" | "pre" | "dl"))
            };
            weights.get(&beside).longest < 5 * PROSE / 2 && !beside.descendants_it().any(is_list)
        })
}

fn is_called(node: &NodeRef, name: &str) -> bool {
    node.has_name(name) || (name == "main" && node.attr("role").is_some_and(|role| &*role == "main"))
}

/// Takes out what repeats the text and headings that nothing follows.
pub(super) fn tidy(root: &NodeRef) {
    // Few pages have something that might be pulled out of their text.
    let all = OnceCell::new();
    let mut looked_at = 0;
    remove(root, |node| {
        if noise::is_motto(node) {
            return true;
        }
        // Readers who answer one another repeat what they quote; only what is pulled out of the text goes.
        let is_quote =
            node.attr("class").is_some_and(|class| class.contains("pull") || class.contains("quote"));
        if !is_quote || looked_at >= 100 {
            return false;
        }
        looked_at += 1;
        let quote = letters(&text(node));
        let all = || all.get_or_init(|| letters(&root.text()));
        (12..600).contains(&quote.len()) && all().matches(&quote).count() > 1
    });
    // The last few: a page of nothing but headings is one all the same.
    for heading in headings(root).iter().rev().take(3) {
        let mut after = following(heading, root, false);
        while let Some(node) = after.filter(|node| !node.is_text() || node.text().trim().is_empty()) {
            after = following(&node, root, true);
        }
        if after.is_some() {
            break;
        }
        heading.remove_from_parent();
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
