//! Saved web pages: the article without what stands around it.
//!
//! Nothing is fetched and nothing is run. The page is made safe to parse ([`scan`]), then the article is
//! looked for as the reading modes of browsers do; where there is none, the whole page is read.

mod boxes;
mod byline;
mod charset;
mod date;
mod head;
mod noise;
mod notes;
mod pick;
mod prune;
mod scan;
#[cfg(test)]
mod tests;
mod told;
mod walk;
mod weight;

pub(in crate::doc) use charset::declared;

use super::flow::Flow;
use super::markdown::{day, paragraphs};
use super::{Document, Meta};
use crate::notice::Notice;
use dom_query::Document as Tree;
use dom_smoothie::{Metadata, Readability};
use std::panic::{AssertUnwindSafe, catch_unwind};
use told::Told;
use weight::Weights;

/// Letters that an article has at least, where the page has more than four times as many.
const SHORTEST: usize = 150;

/// How much of a page an article is at least without a word about it, of 100.
const LITTLE: u8 = 25;

/// Whether the text that begins with `sample` is a page: it says so before anything else.
#[must_use]
pub fn looks_like(sample: &str) -> bool {
    let mut rest = sample.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?xml")) {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        let Some((_, after)) = comment.split_once(end) else { return false };
        rest = after.trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|start| rest.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start)))
}

/// Reads the article of a page; `name` is the title where the page has none, `source` where it came from.
#[must_use]
pub fn read(html: &str, name: &str, source: &str) -> (Document, Vec<Notice>) {
    tamed(html, name, source, article)
}

/// Reads all of a page, with whatever stands around the article.
#[must_use]
pub fn read_whole(html: &str, name: &str, source: &str) -> (Document, Vec<Notice>) {
    tamed(html, name, source, |html, name, source| (whole(html, name, source), Vec::new()))
}
/// What makes a document of a page that is safe to parse, its name and its source.
type Parse = fn(&str, &str, &str) -> (Document, Vec<Notice>);

fn tamed(html: &str, name: &str, source: &str, parse: Parse) -> (Document, Vec<Notice>) {
    let tame = scan::tame(html);
    // The parsers are made by others and had their faults on odd trees: no page may take the program down.
    let parsed = catch_unwind(AssertUnwindSafe(|| parse(&tame.html, name, source)));
    let (document, mut notices) =
        parsed.unwrap_or_else(|_| (text_only(&tame.html, name, source), vec![Notice::PageUnparsed]));
    if tame.cut {
        notices.insert(0, Notice::PageCut);
    }
    (document, notices)
}

/// The article, or the whole page for want of one.
fn article(html: &str, name: &str, source: &str) -> (Document, Vec<Notice>) {
    let Page { tree, known, told, canonical, base } = Page::of(html);
    let Some(body) = tree.body() else { return (whole(html, name, source), vec![Notice::WholePage]) };
    prune::silent(&body);
    let weights = Weights::of(&body);
    let page = weights.get(&body).plain();
    boxes::asking(&body, &weights);
    prune::controls(&body);
    boxes::cards(&body, &weights);
    prune::captions(&body, &weights);
    prune::around(&body);
    let known_title = told.headline.as_deref().unwrap_or(&known.title);
    let heading = head::title(&body, known_title);
    let root = pick::root(&body, heading.as_ref());
    // What is taken out from here on is little: they still hold.
    let weights = Weights::of(&root);
    let mut kept = weights.get(&root).plain();
    let told_more = told.body.as_ref().filter(|text| text.len() > 2 * kept);
    if told_more.is_none() && kept < SHORTEST && (page > 4 * kept || kept == 0) {
        return (whole(html, name, source), vec![Notice::WholePage]);
    }
    let title = heading.map_or_else(|| known_title.to_owned(), |heading| prune::text(&heading));
    head::untitle(&root, &title, &weights);
    let mut meta = head::meta(&root, &known, &told, &weights);
    meta.published = meta.published.or_else(|| head::day_above(&root, &body));
    meta.canonical = canonical;
    meta.base = base;
    meta.is_page = true;
    source.clone_into(&mut meta.source);
    pick::below(&root, &weights);
    prune::rest(&root, &meta.authors, &weights);
    pick::tidy(&root);

    let mut flow = Flow::with_capacity(html.len() / 4);
    flow.head(&title, &meta);
    flow.title(&title);
    if let Some(text) = told_more {
        kept = text.len();
        written(text, &mut flow);
    } else {
        walk::write(root, &mut flow, true);
    }
    let percent = u8::try_from((kept * 100 / page.max(1)).min(100)).expect("at most 100");
    let little = percent < LITTLE && page > 4 * SHORTEST;
    (flow.finish(name, meta), if little { vec![Notice::PartOfPage { percent }] } else { Vec::new() })
}

/// The text of an article that stands in the page for machines: plain, or with tags.
fn written(text: &str, flow: &mut Flow) {
    if text.contains("</p>") || text.contains("<br") {
        walk::write(Tree::fragment(scan::tame(text).html).root(), flow, true);
    } else {
        for line in text.lines() {
            flow.place();
            flow.text(line);
        }
    }
}

/// All of a page.
fn whole(html: &str, name: &str, source: &str) -> Document {
    let Page { tree, known, told, canonical, base } = Page::of(html);
    let titled = !tree.select_single("h1").exists();
    let authors = known.byline.as_deref().map(byline::authors).unwrap_or_default();
    let published = told.published.or(known.published_time).map(|date| day(date.trim()));
    let meta = Meta {
        authors: if told.authors.is_empty() { authors } else { told.authors },
        published: published.filter(|date| !date.is_empty()),
        language: known.lang.map(|lang| lang.trim().to_owned()).filter(|lang| !lang.is_empty()),
        canonical,
        base,
        is_page: true,
        source: source.to_owned(),
        ..Meta::default()
    };
    let mut flow = Flow::with_capacity(html.len() / 4);
    if titled {
        flow.head(&known.title, &meta);
    }
    flow.title(&known.title);
    walk::write(tree.root(), &mut flow, titled);
    flow.finish(name, meta)
}

/// What went wrong in the files of a book.
#[derive(Debug, Default)]
pub(in crate::doc) struct Faults {
    cut: bool,
    unparsed: bool,
}

impl Faults {
    /// Takes in those of another file.
    pub(in crate::doc) fn add(&mut self, other: Self) {
        self.cut |= other.cut;
        self.unparsed |= other.unparsed;
    }

    /// What the person should know.
    pub(in crate::doc) fn notices(&self) -> Vec<Notice> {
        let cut = self.cut.then_some(Notice::PageCut);
        cut.into_iter().chain(self.unparsed.then_some(Notice::PageUnparsed)).collect()
    }
}

/// Writes all of a page that is a file of a book, of the path `file` there, into `flow`; its footnotes come at its end.
pub(in crate::doc) fn write_chapter(html: &str, file: &str, flow: &mut Flow) -> Faults {
    let tame = scan::tame(html);
    let tree = catch_unwind(AssertUnwindSafe(|| Tree::from(tame.html.as_str())));
    match &tree {
        Ok(tree) => walk::write_chapter(tree.root(), flow, &notes::Notes::find(&tree.root(), file)),
        Err(_) => paragraphs(&tame.html, |paragraph| {
            flow.place();
            flow.text(paragraph);
        }),
    }
    Faults { cut: tame.cut, unparsed: tree.is_err() }
}

/// A page and what it says of itself.
struct Page {
    tree: Tree,
    known: Metadata,
    told: Told,
    canonical: Option<String>,
    base: Option<String>,
}

impl Page {
    fn of(html: &str) -> Self {
        let tree = Tree::from(html);
        let canonical = tree.select_single("link[rel~=canonical][href]").attr("href");
        let base = tree.select_single("base[href]").attr("href").map(|base| base.to_string());
        let mut told = told::told(&tree);
        let (day, byline) = told::meta(&tree);
        let readability = Readability { doc: tree, doc_url: None, config: dom_smoothie::Config::default() };
        let mut known = readability.get_article_metadata(readability.parse_json_ld());
        if known.published_time.is_none() {
            told.published = told.published.or(day);
        }
        known.byline = known.byline.or(byline);
        let canonical = canonical.map(|canonical| canonical.to_string()).or_else(|| known.url.clone());
        Self { tree: readability.doc, known, told, canonical, base }
    }
}

/// The text of a piece of HTML, its blocks on lines of their own; controls are visible as in every text.
#[must_use]
pub fn text(html: &str) -> String {
    let parse: Parse = |html, name, _| {
        let mut flow = Flow::default();
        walk::write(Tree::fragment(html).root(), &mut flow, true);
        (flow.finish(name, Meta::default()), Vec::new())
    };
    tamed(html, "", "", parse).0.text().to_owned()
}

/// The text of a page that cannot be parsed.
fn text_only(html: &str, name: &str, source: &str) -> Document {
    let mut flow = Flow::with_capacity(html.len());
    paragraphs(html, |paragraph| {
        flow.place();
        flow.text(paragraph);
    });
    flow.finish(name, Meta { is_page: true, source: source.to_owned(), ..Meta::default() })
}
