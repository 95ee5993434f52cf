//! `exergue list`: what was read.

use super::listing::show;
use super::notes::readable;
use super::output::{Stop, why};
use super::session::Session;
use crate::app::address::is_page;
use crate::app::journey::Origin;
use crate::app::library::{self, Book};
use crate::exchange::report::Item;
use crate::runtime::open::BUNDLED_TITLE;
use crate::runtime::{clock, keeper};
use crate::words::cli::{Failure, Help, Nothing};
use serde::Serialize;

/// What a line of JSON says of a document.
#[derive(Serialize)]
struct Fields<'a> {
    title: &'a str,
    source: &'a str,
    path: Option<&'a str>,
    href: Option<&'a str>,
    progress: Option<u8>,
    read: Option<String>,
    notes: usize,
    lost: Option<usize>,
    missing: bool,
}

/// Lists what was read, the latest first; of a `query` only what answers it.
pub(super) fn run(session: &Session, query: Option<&str>, json: bool) -> Result<(), Stop> {
    let read = keeper::books(&session.paths, BUNDLED_TITLE, clock::now());
    let (books, notices) = read.map_err(|error| Failure::NotesUnreadable {
        why: format!("{}: {}", session.shown(&session.paths.documents()), why(&error, session.lang())),
    })?;
    let listed = library::fitting(&books, query.unwrap_or_default(), 0);
    let items: Vec<Item> = listed.into_iter().map(|index| item(session, &books[index])).collect();
    readable(session, &notices, items.is_empty())?;
    let header = [Help::Read, Help::Progress, Help::NotesCount, Help::Lost, Help::Title, Help::Where];
    let none = if query.is_some() { Nothing::BookMatches } else { Nothing::Books };
    show(session, items, &header, json, (none, ""))
}

fn item(session: &Session, book: &Book) -> Item {
    let source = match &book.origin {
        Some(Origin::At(source)) => source.as_str(),
        _ => "",
    };
    let is_href = is_page(source);
    let fields = Fields {
        title: &book.title,
        source,
        path: (!is_href && !source.is_empty()).then_some(source),
        href: is_href.then_some(source),
        progress: book.progress,
        read: book.read.map(|read| read.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
        notes: book.notes,
        lost: book.lost,
        missing: book.missing,
    };
    let missing = if book.missing { Help::Missing.say(session.lang()) } else { "" };
    // A program wants the moment; people, the day or, today, the time.
    let when = if session.on_terminal() { Some(book.day.clone()) } else { fields.read.clone() };
    let cells = vec![
        when.unwrap_or_default(),
        book.progress.map_or_else(String::new, |share| share.to_string()),
        book.notes.to_string(),
        book.lost.map_or_else(String::new, |lost| lost.to_string()),
        book.title.clone(),
        format!("{missing}{}", book.source),
    ];
    Item { json: serde_json::to_string(&fields).expect("words and numbers are JSON"), cells }
}
