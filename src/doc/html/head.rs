//! Title, byline and date of an article, and the pieces of its page that say them.

use super::byline::{self, byline, is_name, says_only_who_and_when, within, without_trades};
use super::date;
use super::noise;
use super::prune::{following, headings, is_site_name, remove, spaced, text};
use super::told::Told;
use super::walk;
use super::weight::{PROSE, Weights};
use crate::doc::Meta;
use crate::doc::markdown::day;
use dom_query::{NodeId, NodeRef};
use dom_smoothie::Metadata;
use std::collections::HashSet;

/// Blocks of prose that the head of an article ends before: who wrote it may stand below the first ones,
/// unless it stands above them.
const BLOCKS: usize = 3;

/// Letters that a line about the article holds at most.
pub(super) const LINE: usize = 150;

/// Nodes of a line at the head that are looked at.
pub(super) const LOOKED_AT: usize = 40;

/// Pieces above the article that are looked at for its day.
const NEAR: usize = 4;

/// The heading that is the title of the article, of which the page says that it is `known`: the only one of
/// the first level, else the first that says the same.
pub(super) fn title<'a>(body: &NodeRef<'a>, known: &str) -> Option<NodeRef<'a>> {
    let mut headings = headings(body);
    headings.retain(|node| !is_site_name(node) && !text(node).is_empty());
    headings.truncate(30);
    let known = letters(known);
    let mut ones = headings.iter().filter(|node| node.has_name("h1"));
    let one = ones.next().filter(|_| ones.next().is_none());
    let same = headings.iter().find(|node| {
        let own = letters(&text(node));
        own.len() >= 8 && (known.contains(&own) || (known.len() >= 8 && own.contains(&known)))
    });
    one.or(same).copied()
}

/// Takes the headings out of `root` that say the title again, and the line above the first that says what kind
/// of article it is.
pub(super) fn untitle(root: &NodeRef, title: &str, weights: &Weights) {
    let title = letters(title);
    let mut is_first = true;
    for heading in headings(root) {
        if letters(&text(&heading)) != title {
            continue;
        }
        if std::mem::take(&mut is_first) {
            above(&heading, root)
                .iter()
                .filter(|node| is_kind(node, weights))
                .for_each(NodeRef::remove_from_parent);
        }
        heading.remove_from_parent();
    }
    // Pages older than headings have it in large letters.
    let mut blocks = 0;
    remove(root, |node| {
        let weight = weights.get(node);
        blocks += usize::from(weight.is_prose);
        if blocks >= 2 || title.is_empty() || weight.text >= 2 * LINE {
            return false;
        }
        let says_title = |node: &NodeRef| letters(&text(node)) == title;
        if is_first && weight.text < LINE && says_title(node) {
            is_first = false;
            return true;
        }
        // The path that leads from the first page of the site to this one.
        let is_last = |node: &NodeRef| node.has_name("li") && says_title(node);
        matches!(node.node_name().as_deref(), Some("ul" | "ol"))
            && node.element_children().last().is_some_and(is_last)
    });
}

/// The day that stands just above what was picked as the article, in a line that is called one.
pub(super) fn day_above(root: &NodeRef, body: &NodeRef) -> Option<String> {
    above(root, body).iter().take(NEAR).find_map(|node| {
        let is_called = || {
            let inner = node.descendants_it().take(LOOKED_AT);
            std::iter::once(*node)
                .chain(inner)
                .any(|node| node.has_name("time") || (node.is_element() && noise::is_head(&node)))
        };
        let line = spaced(node);
        (line.chars().count() < LINE && is_called()).then(|| date::day(&line)).flatten()
    })
}

/// What stands before a heading, beside it and beside what it stands in.
fn above<'a>(heading: &NodeRef<'a>, root: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut above = Vec::new();
    let mut node = *heading;
    while node.id != root.id {
        above.extend(
            std::iter::successors(node.prev_element_sibling(), NodeRef::prev_element_sibling).take(10),
        );
        let Some(parent) = node.parent() else { break };
        node = parent;
    }
    above
}

/// Whether an element is a few words and no sentence.
fn is_kind(node: &NodeRef, weights: &Weights) -> bool {
    let text = text(node);
    (1..40).contains(&weights.get(node).text) && !text.ends_with(['.', '!', '?', '…', ':', '»', '”'])
}

/// Who wrote the article and when, and the pieces of `root` taken out that say so.
pub(super) fn meta(root: &NodeRef, known: &Metadata, told: &Told, weights: &Weights) -> Meta {
    let lines = lines(root, weights);
    let time = |node: &NodeRef| {
        let node = node
            .descendants_it()
            .chain([*node])
            .find(|node| node.has_attr("datetime") || node.has_name("abbr"))?;
        date::day(&node.attr("datetime").or_else(|| node.attr("title"))?)
    };
    let mut authors = told.authors.clone();
    if authors.is_empty() {
        // The house is named where nobody else is.
        let byline =
            known.byline.as_deref().filter(|by| !told.publisher.iter().any(|house| house == by.trim()));
        authors = byline.map(byline::authors).unwrap_or_default();
    }
    if authors.is_empty() {
        let says = |node: &NodeRef| {
            let by = node.attr("rel").or_else(|| node.attr("itemprop"));
            by.is_some_and(|by| by.contains("author")) || noise::is_byline(node)
        };
        authors = lines
            .iter()
            .filter_map(|(node, line)| {
                let inner = node
                    .descendants_it()
                    .find(|node| node.is_element() && says(node))
                    .map(|node| spaced(&node));
                let own = || (says(node) || byline(line).is_some()).then(|| line.clone());
                inner.or_else(own).map(|names| without_trades(node, byline::authors(&names)))
            })
            .find(|names| !names.is_empty())
            .unwrap_or_default();
    }
    if authors.is_empty() {
        authors =
            lines.iter().map(|(_, line)| within(line)).find(|names| !names.is_empty()).unwrap_or_default();
    }
    if authors.is_empty() {
        authors = lines.iter().find_map(|(node, _)| first_name(node)).into_iter().collect();
    }
    if authors.is_empty() {
        authors = told.publisher.clone();
    }
    let published = told.published.as_deref().or(known.published_time.as_deref());
    let published = published.map(|date| day(date.trim())).filter(|date| !date.is_empty());
    let published = published
        .or_else(|| lines.iter().find_map(|(node, _)| time(node)))
        .or_else(|| lines.iter().find_map(|(_, text)| date::day(text)));
    for (node, text) in &lines {
        let is_date = text.chars().count() < 60 && date::day(text).is_some();
        let is_short = text.chars().count() < LINE;
        let is_by = is_short && byline(text).is_some_and(|names| !byline::authors(names).is_empty());
        if is_date
            || is_by
            || (is_short && (noise::is_head(node) || node.has_name("time")))
            || says_only_who_and_when(text, &authors)
            || (is_short && is_marked(node) && date::day(text).is_some())
        {
            node.remove_from_parent();
        }
    }
    Meta {
        authors,
        published,
        language: known.lang.as_ref().map(|lang| lang.trim().to_owned()).filter(|lang| !lang.is_empty()),
        ..Meta::default()
    }
}

/// Whether a piece holds a name that is marked as the author's.
pub(super) fn is_marked(node: &NodeRef) -> bool {
    node.descendants_it().take(LOOKED_AT).any(|node| {
        let by = node.attr("rel").or_else(|| node.attr("itemprop"));
        by.is_some_and(|by| by.contains("author"))
    })
}

/// The short pieces before the prose of the article, outermost first, that may say something about it.
fn lines<'a>(root: &NodeRef<'a>, weights: &Weights) -> Vec<(NodeRef<'a>, String)> {
    let mut lines = Vec::new();
    let (mut blocks, mut is_signed) = (0, false);
    let mut own: HashSet<NodeId> = HashSet::new();
    let mut next = root.first_child();
    while let Some(node) = next {
        let name = node.node_name().unwrap_or_default();
        let weight = weights.get(&node);
        // Who, for whom and when, in a row, are as long as a sentence.
        let is_signature = node.is_element()
            && (PROSE..LINE).contains(&weight.prose)
            && weight.text < LINE
            && is_signature(&node);
        let is_prose = weight.is_prose && !is_signature && !is_frame(&node, weights);
        blocks += usize::from(is_prose);
        if blocks >= if is_signed { 1 } else { BLOCKS } {
            break;
        }
        // Not what others wrote in an article of their own.
        let is_other = &*name == "article" && weights.share(&node, root) < 50;
        let inside = !(is_prose || is_other || matches!(&*name, "table" | "pre" | "blockquote"));
        let is_heading = matches!(&*name, "h2" | "h3" | "h4");
        if node.is_element()
            && inside
            && (weight.prose == 0 || is_signature)
            && (1..PROSE * 3).contains(&weight.text)
            && !matches!(&*name, "h1" | "ul" | "ol" | "figure" | "figcaption" | "strong")
            && (!is_heading || is_signature_in_heading(&node))
            && node.parent().is_none_or(|parent| !own.contains(&parent.id))
            && headings(&node).is_empty()
        {
            let text = spaced(&node);
            // What stands in a list there says when, or is the first of the text.
            let is_item = || byline(&text).is_some() || says_only_who_and_when(&text, &[]);
            if if &*name == "li" { is_item() } else { is_about(&node, &text) || noise::is_head(&node) } {
                is_signed |= blocks == 0
                    && (byline(&text).is_some() || noise::is_byline(&node) || node.has_attr("rel"));
                own.insert(node.id);
                lines.push((node, text));
            }
        }
        next = following(&node, root, inside && !own.contains(&node.id));
    }
    lines
}

/// Whether what looks like a sentence are short pieces in a row, beside blocks of their own.
fn is_frame(node: &NodeRef, weights: &Weights) -> bool {
    let is_block = |node: &NodeRef| walk::is_block(&node.node_name().unwrap_or_default());
    let mut own = 0;
    let mut beside = false;
    for child in node.children_it(false) {
        beside |= is_block(&child) && weights.get(&child).text > 0;
        own += if child.is_text() { weights.get(&child).text } else { 0 };
    }
    beside && own < PROSE / 2
}

/// Whether a line as long as a sentence is called a byline and begins with one, or with a name.
fn is_signature(node: &NodeRef) -> bool {
    let mut inner = node.descendants_it().filter(NodeRef::is_element).take(LOOKED_AT);
    if !noise::is_byline(node) && !inner.any(|node| noise::is_byline(&node)) {
        return false;
    }
    let text = spaced(node);
    let who = [" By ", " Par "].iter().find_map(|by| Some(text.split_once(by)?.1)).unwrap_or(&text);
    byline::authors(who).first().is_some_and(|name| is_name(name)) || date::day(&text).is_some()
}

/// Whether a heading says who wrote the article or when: it is called so and names but a day, or it begins as a
/// byline does and a name is marked as such in it.
fn is_signature_in_heading(node: &NodeRef) -> bool {
    let line = spaced(node);
    (byline(&line).is_some() && is_marked(node))
        || (noise::is_head(node) && line.chars().count() < LINE / 3 && date::day(&line).is_some())
}

/// Whether a short piece says who or when, going by its words and what the page says of it.
pub(super) fn is_about(node: &NodeRef, text: &str) -> bool {
    let is_marked = |node: &NodeRef| node.has_name("time") || node.has_name("address");
    byline(text).is_some()
        || date::day(text).is_some()
        || is_marked(node)
        || node.has_attr("rel")
        || node.has_attr("itemprop")
        || noise::is_byline(node)
}

/// The first name in pieces of their own below an element that is called a byline.
fn first_name(node: &NodeRef) -> Option<String> {
    if !noise::is_byline(node)
        && !node.descendants_it().any(|node| node.is_element() && noise::is_byline(&node))
    {
        return None;
    }
    let pieces = node.descendants_it().filter(NodeRef::is_text).map(|piece| text(&piece));
    pieces.flat_map(|piece| byline::authors(&piece)).find(|name| is_name(name))
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
