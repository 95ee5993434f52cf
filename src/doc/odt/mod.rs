//! Texts of word processors in OpenDocument (ODT).
//!
//! Text whose deletion is tracked, hidden text and generated contents are left out. Footnotes and endnotes come at the
//! end, in the order of their references.

mod body;
mod styles;

use super::flow::Flow;
use super::markdown::day;
use super::packed::{Archive, Refusal, text};
use super::xml::{Piece, elements, pieces, visit, words};
use super::{Document, Meta};
use body::Body;
use styles::Styles;

/// Reads a document; `name` is its title where it has none, `source` where it came from.
pub(super) fn read(archive: &mut Archive, name: &str, source: &str) -> Result<Document, Refusal> {
    let content = text(&archive.read("content.xml")?.ok_or(Refusal::Damaged)?);
    let mut part = |path| Ok(archive.read(path)?.map(|bytes| text(&bytes)).unwrap_or_default());
    let (common, about) = (part("styles.xml")?, part("meta.xml")?);

    let (content, common, about) = (pieces(&content), pieces(&common), pieces(&about));
    let mut styles = Styles::default();
    styles.read(&common);
    styles.read(&content);
    let (title, mut meta) = properties(&about);
    meta.language = meta.language.or_else(|| styles.language.clone());
    source.clone_into(&mut meta.source);
    let mut flow = Flow::default();
    flow.title(&title);
    if let Some((_, body)) = elements(&content, "body").next() {
        let mut writer = Body::new(&mut flow, &styles, body);
        visit(body, &mut writer);
        writer.finish();
    }
    Ok(flow.finish(name, meta))
}

/// Title, author, date and language.
fn properties(about: &[Piece]) -> (String, Meta) {
    let first = |name| elements(about, name).map(|(_, inside)| words(inside)).find(|words| !words.is_empty());
    let meta = Meta {
        authors: first("initial-creator").or_else(|| first("creator")).into_iter().collect(),
        published: first("creation-date").or_else(|| first("date")).map(|date| day(&date)),
        language: first("language"),
        ..Meta::default()
    };
    (first("title").unwrap_or_default(), meta)
}
