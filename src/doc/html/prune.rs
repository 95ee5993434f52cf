//! Takes out of a page what stands around its article.

use super::head::{self, LINE};
use super::noise::{self, Named};
use super::walk;
use super::weight::{PROSE, Weights};
use dom_query::{NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

/// Takes out what is never read but for fields and buttons, and what the page itself does not show.
pub(super) fn silent(body: &NodeRef) {
    remove(body, |node| {
        let name = node.node_name().unwrap_or_default();
        (walk::is_silent(&name) && !is_control(&name)) || walk::is_hidden(node)
    });
}

/// Takes out fields and buttons.
pub(super) fn controls(body: &NodeRef) {
    remove(body, |node| is_control(&node.node_name().unwrap_or_default()));
}

fn is_control(name: &str) -> bool {
    matches!(name, "button" | "input" | "select" | "textarea")
}

/// Takes out what stands around the article, going by elements, roles, names, links and first words.
///
/// Whatever holds most of what there is to read stays, whatever it is called.
pub(super) fn around(body: &NodeRef) {
    let weights = Weights::of(body);
    remove(body, |node| {
        let share = || weights.share(node, body);
        weights.get(node).text > 0
            && limit(node).is_some_and(|limit| share() < limit)
            && !holds_title(node)
            && !(says_who(node, &weights)
                && (noise::named(node) == Named::Likely || (node.has_name("aside") && head::is_marked(node))))
    });
    let weights = Weights::of(body);
    let most = weights.get(body).text / 5;
    remove_headed(body, &weights, |node| {
        if weights.get(node).text > most {
            return false;
        }
        is_way_back(node)
            || (is_list_of_links(node, &weights) && !says_who(node, &weights))
            || is_lead(node, &weights)
            || is_labelled_link(node, &weights)
    });
    for heading in headings(body) {
        if noise::is_lead(&text(&heading)) {
            heading.remove_from_parent();
        }
    }
}

/// Takes out of an article what was left in it because it might have said who wrote it: lists of links,
/// the name alone that stands before or after the prose, and labels.
pub(super) fn rest(root: &NodeRef, authors: &[String], weights: &Weights) {
    let most = weights.get(root).text / 5;
    let prose = |node: &NodeRef| weights.get(node).is_prose;
    let mut left = root.descendants_it().filter(prose).count();
    let all = left;
    remove(root, |node| {
        left -= usize::from(prose(node)).min(left);
        let weight = weights.get(node);
        if weight.text == 0 || weight.text > most {
            return false;
        }
        let is_edge = left == 0 || left == all;
        let is_small = weight.text < PROSE && walk::is_block(&node.node_name().unwrap_or_default());
        let is_name = || {
            let text = text(node);
            let is_signed =
                || noise::is_byline(node) && authors.iter().any(|name| text.contains(name.as_str()));
            noise::is_label(&text) || (is_edge && (authors.contains(&text) || is_signed()))
        };
        (is_small && !is_heading(node) && is_name())
            || is_list_of_links(node, weights)
            || (noise::named(node) == Named::Likely && says_who(node, weights))
    });
}

/// Takes out of figures with a caption what else is written on them, and out of pictures what they show where a
/// few words stand beside them: it is said once.
pub(super) fn captions(body: &NodeRef, weights: &Weights) {
    let mut seen: HashMap<NodeId, bool> = HashMap::new();
    let mut is_said = |picture: &NodeRef| {
        let frames = picture.ancestors_it(Some(3));
        let mut frames =
            frames.filter(|frame| matches!(frame.node_name().as_deref(), Some("div" | "figure")));
        frames.any(|frame| {
            *seen.entry(frame.id).or_insert_with(|| {
                (10..300).contains(&weights.get(&frame).text) && headings(&frame).is_empty()
            })
        })
    };
    let mut shown: HashSet<String> = HashSet::new();
    let pictures: Vec<NodeRef> = body.descendants_it().filter(|node| node.has_name("img")).collect();
    for picture in &pictures {
        let Some(words) = picture.attr("alt").filter(|words| !words.is_empty()) else { continue };
        if is_said(picture) || is_file_name(&words) || !shown.insert(words.to_string()) {
            picture.remove_attr("alt");
        }
    }
    let is_captioned = |node: &NodeRef| {
        let names = || node.descendants_it().filter_map(|node| node.node_name());
        node.has_name("figure")
            && names().any(|name| &*name == "figcaption")
            && names().any(|name| &*name == "img")
            && !names().any(|name| matches!(&*name, "table" | "pre" | "blockquote" | "p" | "figure"))
    };
    let figures: Vec<NodeRef> = body.descendants_it().filter(is_captioned).collect();
    for figure in figures {
        let caption: Vec<NodeRef> =
            figure.descendants_it().filter(|node| node.has_name("figcaption")).collect();
        let written = caption.iter().any(|caption| !caption.text().trim().is_empty());
        if !written {
            continue;
        }
        remove(&figure, |node| {
            !node.has_name("figcaption")
                && !node.has_name("img")
                && !node
                    .descendants_it()
                    .any(|node| matches!(node.node_name().as_deref(), Some("figcaption" | "img")))
                && !is_within(node, "figcaption")
        });
    }
}

/// Whether what a picture shows is but the name of its file: `google.JPG`, `Campfire_narrow`.
fn is_file_name(words: &str) -> bool {
    let is_one = !words.trim().contains(char::is_whitespace);
    is_one
        && (words.contains(['_', '.'])
            || words == "null"
            || words.contains(|letter: char| letter.is_ascii_digit()))
}

/// Whether a short piece may say who wrote an article and when.
fn says_who(node: &NodeRef, weights: &Weights) -> bool {
    (1..LINE).contains(&weights.get(node).text) && head::is_about(node, &spaced(node))
}

pub(super) fn is_heading(node: &NodeRef) -> bool {
    matches!(node.node_name().as_deref(), Some("h1" | "h2" | "h3" | "h4" | "h5" | "h6"))
}

/// Below which share of the page, of 100, an element is no part of the article; `None` where nothing says so.
fn limit(node: &NodeRef) -> Option<usize> {
    let name = node.node_name()?;
    let role = node.attr("role").unwrap_or_default();
    match (&*name, &*role) {
        ("html" | "body" | "main" | "h1" | "title", _) => return None,
        ("nav", _) | (_, "navigation" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu") => {
            return Some(70);
        }
        ("amp-sidebar" | "amp-consent" | "amp-ad" | "amp-social-share", _) => return Some(70),
        ("footer", _) if !is_within(node, "blockquote") => return Some(50),
        ("aside", _) | (_, "complementary" | "banner" | "toolbar" | "menubar") if !noise::is_kept(node) => {
            return Some(40);
        }
        ("header", _) if !is_within(node, "article") && !is_within(node, "main") => return Some(20),
        ("form", _) => return Some(30),
        _ => {}
    }
    match noise::named(node) {
        Named::Sure => Some(40),
        // A paragraph is rarely a box, and a heading within the text is none.
        Named::Likely if &*name != "p" && !is_heading(node) => Some(20),
        Named::Comments => Some(65),
        Named::Likely | Named::Nothing => None,
    }
}

/// Whether an element holds a heading that may be the title: of the first level, and not the name of the site.
fn holds_title(node: &NodeRef) -> bool {
    let is_title = |node: &NodeRef| node.has_name("h1") && !is_site_name(node);
    is_title(node) || node.descendants_it().any(|node| is_title(&node))
}

/// Whether a heading only leads to the first page of the site.
pub(super) fn is_site_name(heading: &NodeRef) -> bool {
    noise::named(heading) == Named::Sure
        || heading.descendants_it().any(|node| {
            let to = node.attr("href");
            node.has_name("a") && to.is_some_and(|to| leads_home(to.trim()))
        })
}

fn leads_home(address: &str) -> bool {
    let host = address.split_once("://").map(|(_, host)| host.trim_end_matches('/'));
    matches!(address, "/" | "./" | "index.html") || host.is_some_and(|host| !host.contains(['/', '?', '#']))
}

fn is_within(node: &NodeRef, name: &str) -> bool {
    node.ancestors_it(None).any(|above| above.has_name(name))
}

/// Whether an element is a block that is all links, or the list of them.
fn is_list_of_links(node: &NodeRef, weights: &Weights) -> bool {
    let name = node.node_name().unwrap_or_default();
    let weight = weights.get(node);
    if weight.text == 0 || weight.prose >= 2 * PROSE {
        return false;
    }
    match &*name {
        // Sources that the author lists after a colon are the author's.
        "ul" | "ol" | "dl" | "menu" | "dir" => {
            let before = node.prev_element_sibling();
            let announced = before.is_some_and(|before| before.has_name("p") && text(&before).ends_with(':'));
            !announced && weight.links >= 2 && weight.is_linked(60)
        }
        "div" | "section" | "table" | "td" | "font" | "center" | "p" | "footer" => {
            (weight.links >= 2 && weight.is_linked(50) && !holds_heading(node))
                || (weight.links == 1
                    && weight.is_linked(95)
                    && weight.text < 2 * PROSE
                    && !holds_heading(node))
        }
        // By itself on a line.
        "a" => weight.text < PROSE && stands_alone(node),
        _ => false,
    }
}

/// Whether a block is the title of another article behind a label: `See also: Ten places to go`.
fn is_labelled_link(node: &NodeRef, weights: &Weights) -> bool {
    let weight = weights.get(node);
    if weight.links != 1
        || weight.text > 2 * PROSE
        || !weight.is_linked(60)
        || !matches!(node.node_name().as_deref(), Some("p" | "div"))
    {
        return false;
    }
    let text = text(node);
    let Some((label, title)) = text.split_once(':') else { return false };
    let label = label.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_source = label.to_lowercase().starts_with("source");
    // A name or an address is what the text is about; a title has more words.
    !is_source
        && (1..=3).contains(&label.split_whitespace().count())
        && title.split_whitespace().count() >= 4
        && !title.contains("://")
}

/// Whether an element is a sign that leads to another place of the page.
fn is_way_back(node: &NodeRef) -> bool {
    node.has_name("a")
        && node.attr("href").is_some_and(|to| to.starts_with('#'))
        && matches!(node.text().trim(), "¶" | "§" | "#" | "↑" | "^" | "↩" | "↩︎" | "⇑" | "⬆")
}

/// Whether an element stands between blocks, not in a sentence.
fn stands_alone(node: &NodeRef) -> bool {
    let is_edge = |beside: Option<NodeRef>| {
        let name = beside.map(|node| node.node_name().unwrap_or_default());
        name.is_none_or(|name| walk::is_block(&name) || &*name == "hr")
    };
    let is_blank = |node: &NodeRef| !node.is_element() && node.text().trim().is_empty();
    let before =
        node.prev_sibling().and_then(|near| if is_blank(&near) { near.prev_sibling() } else { Some(near) });
    let after =
        node.next_sibling().and_then(|near| if is_blank(&near) { near.next_sibling() } else { Some(near) });
    let in_frame = node.parent().is_some_and(|above| above.has_name("body") || above.has_name("div"));
    in_frame && is_edge(before) && is_edge(after)
}

fn holds_heading(node: &NodeRef) -> bool {
    node.descendants_it().any(|node| matches!(node.node_name().as_deref(), Some("h1" | "h2" | "h3")))
}

/// Whether a block is but a sentence that leads elsewhere.
fn is_lead(node: &NodeRef, weights: &Weights) -> bool {
    let name = node.node_name().unwrap_or_default();
    if !matches!(
        &*name,
        "p" | "div" | "span" | "li" | "section" | "td" | "tr" | "font" | "strong" | "center" | "figcaption"
    ) {
        return false;
    }
    (1..300).contains(&weights.get(node).text) && noise::is_lead(&text(node))
}

/// The headings below an element.
pub(super) fn headings<'a>(root: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut below = root.descendants();
    below.retain(is_heading);
    below
}

/// The words of an element, with one blank between them.
pub(super) fn text(node: &NodeRef) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of an element, with a blank between its pieces too.
pub(super) fn spaced(node: &NodeRef) -> String {
    let pieces: Vec<String> =
        node.descendants_it().filter(NodeRef::is_text).map(|piece| text(&piece)).collect();
    pieces.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As [`remove`], with the headings that stood above what goes and have nothing else below them.
pub(super) fn remove_headed<'a>(
    root: &NodeRef<'a>,
    weights: &Weights,
    mut unwanted: impl FnMut(&NodeRef<'a>) -> bool,
) {
    let mut frames = Vec::new();
    remove(root, |node| {
        let goes = unwanted(node);
        // A sign beside a heading has none above it.
        if goes && !node.has_name("a") && weights.get(node).text > PROSE / 2 {
            frames.extend(node.parent().map(|frame| (frame, node.prev_element_sibling())));
        }
        goes
    });
    for (frame, before) in frames {
        if let Some(heading) = before.filter(|node| is_heading(node) && !node.has_name("h1")) {
            let after = heading.next_element_sibling();
            if after.is_none_or(|after| is_heading(&after) && after.node_name() <= heading.node_name()) {
                heading.remove_from_parent();
            }
        }
        behead(frame, root);
    }
}

/// Takes out a box in which nothing but its heading was left, and the box of an empty one.
fn behead<'a>(mut frame: NodeRef<'a>, root: &NodeRef<'a>) {
    for _ in 0..6 {
        if frame.id == root.id || matches!(frame.node_name().as_deref(), Some("main" | "article") | None) {
            return;
        }
        let headings = headings_of(&frame);
        match headings {
            Some(0) => {}
            Some(_) => return frame.remove_from_parent(),
            None => return,
        }
        let Some(outer) = frame.parent() else { return };
        frame = outer;
    }
}

/// Nodes of a box that are looked at for words besides its heading.
const LOOKED_AT: usize = 200;

/// How many headings a small box holds that has no other words; `None` where it has, holds the title, or is large.
fn headings_of(frame: &NodeRef) -> Option<usize> {
    let mut headings = 0;
    for (looked_at, node) in frame.descendants_it().enumerate() {
        if looked_at >= LOOKED_AT {
            return None;
        }
        if is_heading(&node) {
            headings += 1;
        } else if node.is_text()
            && !node.text().trim().is_empty()
            && !node.ancestors_it(Some(3)).any(|above| is_heading(&above) && !above.has_name("h1"))
        {
            return None;
        }
    }
    Some(headings)
}

/// Removes the outermost elements below `root` that are `unwanted`.
pub(super) fn remove<'a>(root: &NodeRef<'a>, mut unwanted: impl FnMut(&NodeRef<'a>) -> bool) {
    let mut found = Vec::new();
    let mut next = root.first_child();
    while let Some(node) = next {
        let goes = node.is_element() && unwanted(&node);
        if goes {
            found.push(node);
        }
        next = following(&node, root, !goes);
    }
    found.iter().for_each(|node: &NodeRef| node.remove_from_parent());
}

/// The node after `node` below `root` in the order of the page, below it too where `inside`.
pub(super) fn following<'a>(node: &NodeRef<'a>, root: &NodeRef<'a>, inside: bool) -> Option<NodeRef<'a>> {
    if let Some(child) = node.first_child().filter(|_| inside) {
        return Some(child);
    }
    let mut node = *node;
    loop {
        if node.id == root.id {
            return None;
        }
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent()?;
    }
}
