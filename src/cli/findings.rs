//! `exergue text`, `quotes`, `entities`, `themes`: what is in the article.

use super::arguments::Listing;
use super::article::Article;
use super::listing::show;
use super::output::{Stop, print_foreign};
use super::session::Session;
use crate::exchange::report;
use crate::layout::{Line, indent, mark, wrap};
use crate::words::cli::{Help, Nothing};
use std::path::Path;

/// The extracted text as it is, one line end after it.
pub(super) fn text(session: &Session, file: Option<&Path>) -> Result<(), Stop> {
    let article = Article::read(session, file)?;
    print_foreign(&format!("{}\n", article.document.text()), session.on_terminal(), session.lang())
}

/// The text in lines, an empty line between blocks, marks of items and quotations before them: for reading where no window can be drawn.
pub(super) fn page(session: &Session, article: &Article) -> Result<(), Stop> {
    let document = &article.document;
    let mut page = String::with_capacity(document.text().len() + document.text().len() / 16);
    let columns = session.columns();
    for (index, block) in document.blocks().iter().enumerate() {
        if !page.is_empty() {
            page.push('\n');
        }
        let indent = indent(block, columns);
        for (row, span) in wrap(document, block.span, columns - indent).into_iter().enumerate() {
            let line = Line { span, block: index, first: row == 0, last: false, indent, hyphen: false };
            let mark = mark(document, &line, false);
            let row = format!("{mark:>0$}{1}", usize::from(indent), document.slice(span));
            page.push_str(row.trim_end());
            page.push('\n');
        }
    }
    print_foreign(&page, session.on_terminal(), session.lang())
}

/// Who says what.
pub(super) fn quotes(session: &Session, listing: &Listing) -> Result<(), Stop> {
    let article = Article::read(session, listing.file.as_deref())?;
    let found = article.read_findings(session, listing.as_found);
    let items = report::quotations(&article.document, &found.analysis);
    let header = [Help::Paragraph, Help::Kind, Help::Speaker, Help::Cue, Help::Passage];
    show(session, items, &header, listing.json, (Nothing::Quotations, &article.name))
}

/// Who and what is named.
pub(super) fn entities(session: &Session, listing: &Listing, landmarks: bool) -> Result<(), Stop> {
    let article = Article::read(session, listing.file.as_deref())?;
    let found = article.read_findings(session, listing.as_found);
    let items = report::entities(&article.document, &found.analysis, landmarks);
    let header = [Help::Count, Help::Kind, Help::Name, Help::Aliases];
    show(session, items, &header, listing.json, (Nothing::Entities, &article.name))
}

/// The passages of the themes.
pub(super) fn themes(session: &Session, listing: &Listing) -> Result<(), Stop> {
    let article = Article::read(session, listing.file.as_deref())?;
    let found = article.read_findings(session, listing.as_found);
    let items = report::themes(&article.document, &found.analysis, &found.themes);
    let header = [Help::Paragraph, Help::Theme, Help::Term, Help::Passage];
    show(session, items, &header, listing.json, (Nothing::Themes, &article.name))
}
