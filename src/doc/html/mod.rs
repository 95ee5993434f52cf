//! Saved web pages: the article without what stands around it.
//!
//! Nothing is fetched and nothing is run. The page is made safe to parse ([`scan`]), then the article is
//! looked for as the reading modes of browsers do; where there is none, the whole page is read.

mod charset;
mod notes;
mod scan;
#[cfg(test)]
mod tests;
mod walk;

pub(in crate::doc) use charset::declared;

use super::flow::Flow;
use super::markdown::{day, paragraphs};
use super::{Document, Meta};
use crate::notice::Notice;
use dom_query::Document as Tree;
use dom_smoothie::{Article, Metadata, Readability};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Characters that an article has at least, where the page has more than twice as many.
const SHORTEST: usize = 250;

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
    let tree = Tree::from(html);
    let canonical = tree.select_single("link[rel~=canonical][href]").attr("href");
    let page = tree.body().map_or(0, |body| body.normalized_char_count());
    let mut readability = Readability { doc: tree, doc_url: None, config: dom_smoothie::Config::default() };
    let known = readability.get_article_metadata(readability.parse_json_ld());
    let article = readability.parse().ok();
    let article = article.filter(|article| article.length >= SHORTEST || page <= 2 * article.length);
    let Some(article) = article else { return (whole(html, name, source), vec![Notice::WholePage]) };
    let mut meta = meta(&known, Some(&article));
    meta.canonical = canonical.map(|canonical| canonical.to_string()).or_else(|| known.url.clone());
    source.clone_into(&mut meta.source);
    let mut flow = Flow::with_capacity(html.len() / 4);
    flow.head(&article.title, &meta);
    flow.title(&article.title);
    walk::write(Tree::fragment(article.content.clone()).root(), &mut flow, true);
    (flow.finish(name, meta), Vec::new())
}

/// All of a page.
fn whole(html: &str, name: &str, source: &str) -> Document {
    let tree = Tree::from(html);
    let canonical = tree.select_single("link[rel~=canonical][href]").attr("href");
    let titled = !tree.select_single("h1").exists();
    let readability = Readability { doc: tree, doc_url: None, config: dom_smoothie::Config::default() };
    let known = readability.get_article_metadata(readability.parse_json_ld());
    let mut meta = meta(&known, None);
    meta.canonical = canonical.map(|canonical| canonical.to_string()).or_else(|| known.url.clone());
    source.clone_into(&mut meta.source);
    let mut flow = Flow::with_capacity(html.len() / 4);
    if titled {
        flow.head(&known.title, &meta);
    }
    flow.title(&known.title);
    walk::write(readability.doc.root(), &mut flow, titled);
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

fn meta(known: &Metadata, article: Option<&Article>) -> Meta {
    let byline = article.and_then(|article| article.byline.as_ref()).or(known.byline.as_ref());
    let published =
        article.and_then(|article| article.published_time.as_ref()).or(known.published_time.as_ref());
    Meta {
        authors: byline.map(|byline| authors(byline)).unwrap_or_default(),
        published: published.map(|date| day(date.trim())).filter(|date| !date.is_empty()),
        language: known.lang.as_ref().map(|lang| lang.trim().to_owned()).filter(|lang| !lang.is_empty()),
        ..Meta::default()
    }
}

/// The names in a byline: `Par Anne Martin et Luc Petit, à Lyon` gives two and the place is left out.
fn authors(byline: &str) -> Vec<String> {
    let byline = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let names =
        ["Par ", "By ", "par ", "by "].iter().find_map(|by| byline.strip_prefix(by)).unwrap_or(&byline);
    let names = names.replace(" et ", ", ").replace(" and ", ", ").replace(" & ", ", ");
    names
        .split([',', ';', '|', '·'])
        .map(str::trim)
        .filter(|name| {
            let place = ["à ", "in ", "le ", "on "].iter().any(|start| name.starts_with(start));
            !name.is_empty() && !place && !name.contains(|letter: char| letter.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect()
}

/// The text of a page that cannot be parsed.
fn text_only(html: &str, name: &str, source: &str) -> Document {
    let mut flow = Flow::with_capacity(html.len());
    paragraphs(html, |paragraph| {
        flow.place();
        flow.text(paragraph);
    });
    flow.finish(name, Meta { source: source.to_owned(), ..Meta::default() })
}
