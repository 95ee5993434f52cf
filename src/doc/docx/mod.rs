//! Texts of word processors in Office Open XML (DOCX).
//!
//! Insertions that are tracked are text, deletions are not; hidden text and generated contents are left out. Footnotes and
//! endnotes come at the end, in the order of their references.

mod body;
mod numbering;
mod styles;

use super::flow::Flow;
use super::markdown::day;
use super::packed::{Archive, Refusal, text};
use super::xml::{Piece, elements, pieces, visit, words};
use super::{Document, Meta};
use body::{Body, Parts};
use std::collections::HashMap;

/// Reads a document; `name` is its title where it has none, `source` where it came from.
pub(super) fn read(archive: &mut Archive, name: &str, source: &str) -> Result<Document, Refusal> {
    let main = text(&archive.read("word/document.xml")?.ok_or(Refusal::Damaged)?);
    let mut part = |path| Ok(archive.read(path)?.map(|bytes| text(&bytes)).unwrap_or_default());
    let styles = part("word/styles.xml")?;
    let numbering = part("word/numbering.xml")?;
    let footnotes = part("word/footnotes.xml")?;
    let endnotes = part("word/endnotes.xml")?;
    let relations = part("word/_rels/document.xml.rels")?;
    let core = part("docProps/core.xml")?;

    let (footnotes, endnotes) = (pieces(&footnotes), pieces(&endnotes));
    let mut notes = HashMap::new();
    for (of, element, prefix) in [(&footnotes, "footnote", 'f'), (&endnotes, "endnote", 'e')] {
        // Those with a type are the lines that separate notes from the text.
        let own =
            elements(of, element).filter(|(tag, _)| tag.attr("type").is_none_or(|kind| kind == "normal"));
        notes.extend(own.filter_map(|(tag, note)| Some((format!("{prefix}{}", tag.attr("id")?), note))));
    }
    let styles = pieces(&styles);
    let parts = Parts {
        styles: styles::read(&styles),
        numbering: numbering::read(&pieces(&numbering)),
        links: links(&pieces(&relations)),
        notes,
    };
    let (title, mut meta) = core_properties(&pieces(&core));
    meta.language = meta.language.or_else(|| styles::language(&styles));
    source.clone_into(&mut meta.source);
    let mut flow = Flow::with_capacity(main.len() / 8);
    flow.title(&title);
    let mut body = Body::new(&mut flow, &parts);
    visit(&pieces(&main), &mut body);
    body.finish();
    Ok(flow.finish(name, meta))
}

/// Where links lead, by their names.
fn links(relations: &[Piece]) -> HashMap<String, String> {
    let link = |(tag, _): (&super::xml::Tag, _)| Some((tag.attr("Id")?, tag.attr("Target")?));
    elements(relations, "Relationship").filter_map(link).collect()
}

/// Title, author, date and language.
fn core_properties(core: &[Piece]) -> (String, Meta) {
    let first = |name| elements(core, name).map(|(_, inside)| words(inside)).find(|words| !words.is_empty());
    let authors = first("creator").unwrap_or_default();
    let meta = Meta {
        authors: authors
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        published: first("created").map(|date| day(&date)),
        language: first("language"),
        identifier: first("identifier"),
        ..Meta::default()
    };
    (first("title").unwrap_or_default(), meta)
}
