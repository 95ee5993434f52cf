//! Boxes between and below the paragraphs of an article: those that ask for something, and cards of other articles.
//!
//! They are told by what is in them, because many sites give their elements names that say nothing.

use super::prune::{headings, is_heading, remove, remove_headed, text};
use super::weight::{PROSE, Weights};
use dom_query::{NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

/// Letters that a box which asks for something holds at most.
const ASKING: usize = 450;

/// Letters that the card of another article holds at most, and its longest paragraph.
const CARD: usize = 400;
const CARD_PROSE: usize = 200;

/// Elements around a card that are looked at for the row it stands in.
const FRAMES: usize = 5;

/// Nodes of a card that are looked at.
const LOOKED_AT: usize = 60;

/// Fields for an address of electronic mail that are looked at, and how far outwards.
const FIELDS: usize = 200;
const OUTWARDS: usize = 12;

/// What is asked for. Two of them in a small box that speaks to its reader are no part of an article.
const ASKED: [&str; 40] = [
    "1 €",
    "abonne",
    "abonné",
    "accès illimité",
    "adresse e-mail",
    "application",
    "boîte mail",
    "cancel any",
    "commission",
    "contribut",
    "cookie",
    "donat",
    "désinscri",
    "défiscalis",
    "déjà inscrit",
    "email",
    "free trial",
    "inbox",
    "infolettre",
    "inscrivez",
    "je m’abonne",
    "membership",
    "ne vit que",
    "newsletter",
    "no ads",
    "partenaires",
    "partners",
    "paywall",
    "premier mois",
    "reader-supported",
    "sans engagement",
    "sans publicité",
    "sign up",
    "soutenez",
    "soutien",
    "subscri",
    "support us",
    "supporter",
    "un don",
    "unlimited access",
];

/// Words that speak to the reader, or for those who made the page.
const ADDRESS: [&str; 12] =
    ["you", "your", "our", "us", "we", "my", "vous", "votre", "vos", "nos", "notre", "je"];

/// Takes out the boxes that ask for an address, money or consent.
///
/// Fields and buttons have to stand there still.
pub(super) fn asking(body: &NodeRef, weights: &Weights) {
    let titled = above_titles(body);
    let is_box = |node: &NodeRef| !titled.contains(&node.id) && weights.share(node, body) < 20;
    let mut asking: HashSet<NodeId> = HashSet::new();
    let is_field = |node: &NodeRef| {
        node.has_name("input") && node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
    };
    for field in body.descendants_it().filter(is_field).take(FIELDS) {
        let outer = field.ancestors_it(Some(OUTWARDS)).take_while(|node| {
            let weight = weights.get(node);
            !matches!(node.node_name().as_deref(), Some("body" | "main" | "article"))
                && weight.text <= ASKING
                && weight.prose <= 6 * PROSE
                && is_box(node)
        });
        asking.extend(outer.last().map(|node| node.id));
    }
    remove(body, |node| {
        asking.contains(&node.id)
            || (matches!(node.node_name().as_deref(), Some("div" | "section" | "aside" | "table"))
                && (20..=ASKING).contains(&weights.get(node).text)
                && is_box(node)
                && speaks_of_itself(node))
    });
}

/// Whether a small box has a heading or a button, speaks to its reader and asks for two things.
fn speaks_of_itself(node: &NodeRef) -> bool {
    let is_sign = |node: NodeRef| {
        matches!(
            node.node_name().as_deref(),
            Some("h2" | "h3" | "h4" | "h5" | "h6" | "button" | "input" | "form")
        ) || (node.has_name("a") && stands_in_a_block_of_its_own(&node))
    };
    // The cheapest first: most boxes have none.
    if !node.descendants_it().take(LOOKED_AT).any(is_sign) {
        return false;
    }
    let named = |name: &'static str| node.descendants_it().filter(move |node| node.has_name(name));
    if named("label").nth(1).is_some() && named("button").next().is_some() {
        return true;
    }
    let text = text(node).to_lowercase().replace('\'', "’");
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| ADDRESS.contains(&word))
        && ASKED.iter().filter(|asked| text.contains(**asked)).take(2).count() == 2
}

/// Takes out the cards of other articles: in rows of their like, or one by itself within the text.
pub(super) fn cards(body: &NodeRef, weights: &Weights) {
    let titled = above_titles(body);
    let is_card = |node: &NodeRef| !titled.contains(&node.id) && is_card(node, weights);
    let mut rows: HashMap<NodeId, Vec<NodeRef>> = HashMap::new();
    let mut goes: HashSet<NodeId> = HashSet::new();
    for node in body.descendants_it().filter(is_card) {
        // Each may stand in a frame of its own.
        let fills =
            |outer: &NodeRef| weights.get(outer).text == weights.get(&node).text && outer.id != body.id;
        let Some(parent) = node.ancestors_it(Some(FRAMES)).find(|outer| !fills(outer)) else { continue };
        if node.has_name("article") && node.ancestors_it(None).any(|above| above.has_name("article")) {
            goes.insert(node.id);
        }
        rows.entry(parent.id).or_default().push(node);
    }
    for row in rows.values() {
        let like = |one: &NodeRef, other: &NodeRef| {
            one.node_name() == other.node_name() && one.attr("class") == other.attr("class")
        };
        // Where they are most of the page they are what it is about.
        let share: usize = row.iter().map(|card| weights.share(card, body)).sum();
        if share >= 40 {
            row.iter().for_each(|card| {
                goes.remove(&card.id);
            });
        } else if row.windows(2).any(|two| like(&two[0], &two[1])) {
            goes.extend(row.iter().map(|card| card.id));
        }
    }
    remove_headed(body, weights, |node| goes.contains(&node.id));
}

/// Whether an element is a link to another article with a few words about it.
fn is_card(node: &NodeRef, weights: &Weights) -> bool {
    let weight = weights.get(node);
    let name = node.node_name().unwrap_or_default();
    if !(1..=CARD).contains(&weight.text)
        || !(1..=3).contains(&weight.links)
        || weight.longest >= CARD_PROSE
        || !matches!(&*name, "div" | "article" | "li" | "section")
    {
        return false;
    }
    let mut below = node.descendants_it().filter(|node| node.is_element()).take(LOOKED_AT);
    let Some(link) = below.find(|node| node.has_name("a") && weights.get(node).text > 0) else {
        return false;
    };
    if link.attr("href").is_none_or(|to| to.starts_with('#')) {
        return false;
    }
    let around = |link: &NodeRef| {
        link.ancestors_it(Some(3)).any(|above| is_heading(&above) && weights.get(&above).plain() == 0)
    };
    let within = |link: &NodeRef| !headings(link).is_empty();
    let leads = || {
        matches!(&*name, "div" | "article")
            && stands_in_a_block_of_its_own(&link)
            && weight.plain() >= PROSE / 2
            && weight.prose <= CARD_PROSE
            && node.element_children().len() >= 2
            && node.element_children().first().is_some_and(|first| weights.get(first).plain() == 0)
    };
    within(&link) || around(&link) || leads()
}

/// Whether a link is all that its block says.
fn stands_in_a_block_of_its_own(link: &NodeRef) -> bool {
    let Some(above) =
        link.parent().filter(|above| super::walk::is_block(&above.node_name().unwrap_or_default()))
    else {
        return false;
    };
    above.children_it(false).take(LOOKED_AT).all(|beside| {
        let is_block = super::walk::is_block(&beside.node_name().unwrap_or_default());
        beside.id == link.id || is_block || beside.text().trim().is_empty()
    })
}

/// The elements that a heading of the first level stands in, and it itself.
fn above_titles(body: &NodeRef) -> HashSet<NodeId> {
    let mut above: HashSet<NodeId> = HashSet::new();
    let mut titles: Vec<NodeRef> = body.descendants_it().filter(|node| node.has_name("h1")).collect();
    // Where one leads nowhere, those that lead to other pages are of the cards there.
    let leads = |title: &NodeRef| {
        title.descendants_it().take(LOOKED_AT).any(|node| node.has_name("a") && node.has_attr("href"))
    };
    if titles.iter().any(|title| !leads(title)) {
        titles.retain(|title| !leads(title));
    }
    for heading in titles {
        // What one heading stands in has been walked where another met it.
        let outwards = std::iter::once(heading).chain(heading.ancestors_it(None));
        for node in outwards {
            if !above.insert(node.id) {
                break;
            }
        }
    }
    above
}
