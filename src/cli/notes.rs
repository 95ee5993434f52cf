//! `exergue notes`: the annotations of one article, or of all.

use super::arguments::NotesArguments;
use super::article::Article;
use super::listing::show;
use super::output::{Stop, print, why};
use super::session::Session;
use crate::doc::Document;
use crate::exchange::json::{Writer, text_address};
use crate::exchange::query::Query;
use crate::exchange::report::Item;
use crate::exchange::table::tab_separate;
use crate::mark::{Deleted, Note};
use crate::notice::{Notice, Severity};
use crate::runtime::keeper::{AnnotatedDocument, notes_where};
use crate::words::cli::{Failure, Help, Nothing};
use crate::words::notices::notice;
use std::path::{Path, PathBuf};

/// Bytes that are printed at once.
const PIECE: usize = 1 << 16;

/// What the words of `exergue notes` ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    /// The article; `None` for the one read last, or for all where `everywhere`.
    file: Option<PathBuf>,
    /// What to look for; empty for everything.
    query: String,
    /// In all articles.
    everywhere: bool,
}

/// Lists the annotations that are asked for.
pub(super) fn run(session: &Session, arguments: &NotesArguments) -> Result<(), Stop> {
    let asked = asked(arguments, |word| Path::new(word).exists())?;
    let none = if asked.query.is_empty() { Nothing::Notes } else { Nothing::Matches };
    let query = Query::new(&asked.query);
    let wanted = |note: &&Note| query.matches(note, &session.config.pens);
    if asked.everywhere {
        return everywhere(session, arguments, &query, none);
    }
    let article = Article::read(session, asked.file.as_deref())?;
    let opened = article.notes(session, arguments.attach.as_deref())?;
    let writer = Writer::new(&article.document);
    let item = |note: &Note, json: String| {
        let mut cells = vec![place(&article.document, note)];
        cells.extend(self::cells(session, note));
        Item { json, cells }
    };
    let items: Vec<Item> = if query.is_for_deleted() {
        let gone = opened.notes.deleted().filter(|deleted| wanted(&&deleted.note));
        gone.map(|deleted| item(&deleted.note, writer.deleted_line(deleted))).collect()
    } else {
        opened.notes.in_reading_order().filter(wanted).map(|note| item(note, writer.line(note))).collect()
    };
    readable(session, &opened.notices, items.is_empty())?;
    let header = [Help::Paragraph, Help::Pen, Help::Passage, Help::Note, Help::Tags];
    show(session, items, &header, arguments.json, (none, &article.name))
}

/// Lists the annotations of all articles. Into a pipe each goes as it comes: there may be a hundred thousand.
fn everywhere(
    session: &Session,
    arguments: &NotesArguments,
    query: &Query,
    none: Nothing,
) -> Result<(), Stop> {
    let answers = |note: &Note| query.matches(note, &session.config.pens);
    let sifted = Some(answers).filter(|_| !query.is_for_all());
    let (documents, notices) =
        notes_where(&session.paths, sifted).map_err(|error| Failure::NotesUnreadable {
            why: format!("{}: {}", session.shown(&session.paths.documents()), why(&error, session.lang())),
        })?;
    let is_table = !arguments.json && session.on_terminal();
    let (mut rows, mut text, mut count) = (Vec::new(), String::new(), 0_usize);
    for document in &documents {
        let (writer, title) = (Writer::closed(&source(session, document)), title(session, document));
        for (note, deleted) in in_order(document, query.is_for_deleted()) {
            count += 1;
            if is_table {
                let mut cells = vec![title.clone()];
                cells.extend(self::cells(session, note));
                rows.push(Item { json: String::new(), cells });
                continue;
            }
            if arguments.json {
                text.push_str(
                    &deleted.map_or_else(|| writer.line(note), |deleted| writer.deleted_line(deleted)),
                );
                text.push('\n');
            } else {
                let tags = tags(note);
                let pen = &session.config.pens[note.pen as usize];
                tab_separate(
                    &mut text,
                    [&title, pen, &note.anchor.quote, &note.body, &tags].map(String::as_str),
                );
            }
            if text.len() >= PIECE {
                print(&text, session.lang())?;
                text.clear();
            }
        }
    }
    // The program is about to end. Taking the notes apart would be a tenth of its work, where they are many.
    std::mem::forget(documents);
    readable(session, &notices, count == 0)?;
    if is_table || count == 0 {
        let header = [Help::Article, Help::Pen, Help::Passage, Help::Note, Help::Tags];
        return show(session, rows, &header, arguments.json, (none, ""));
    }
    print(&text, session.lang())
}

/// The annotations of a document that is not open, in the order of its text as it was; or its deleted ones, with what is
/// known of their end.
fn in_order(document: &AnnotatedDocument, deleted: bool) -> Vec<(&Note, Option<&Deleted>)> {
    if deleted {
        return document.notes.deleted().map(|deleted| (&deleted.note, Some(deleted))).collect();
    }
    let mut all: Vec<&Note> = document.notes.iter().collect();
    all.sort_by_key(|note| (note.anchor.start, note.id));
    all.into_iter().map(|note| (note, None)).collect()
}

/// Says what could not be read of the notes; where nothing could, "no notes" would be a lie.
pub(super) fn readable(session: &Session, notices: &[Notice], nothing: bool) -> Result<(), Failure> {
    let unread =
        |each: &&Notice| matches!(each, Notice::JournalDamaged { .. }) || each.severity() == Severity::Error;
    if let (true, Some(first)) = (nothing, notices.iter().find(unread)) {
        return Err(Failure::NotesUnreadable { why: notice(first, session.lang()) });
    }
    let told: Vec<Notice> =
        notices.iter().filter(|each| !matches!(each, Notice::NotesUnsavable { .. })).cloned().collect();
    session.tell(&told);
    Ok(())
}

/// Which words are the article and which the query: the first of two is the article; one alone is
/// the article where there is such a file or it looks like the name of one. A query without an
/// article looks everywhere.
fn asked(arguments: &NotesArguments, exists: impl Fn(&str) -> bool) -> Result<Asked, Failure> {
    let (file, word) = match arguments.words.as_slice() {
        [] => (None, None),
        [file, query] => (Some(file), Some(query)),
        [word, ..] if exists(word) || looks_like_a_file(word) => (Some(word), None),
        [word, ..] => (None, Some(word)),
    };
    if let (Some(_), Some(word)) = (&arguments.find, word) {
        return Err(Failure::UnexpectedWord(word.clone()));
    }
    if let (true, Some(file)) = (arguments.all, file) {
        return Err(Failure::Conflict { one: "--all".to_owned(), other: file.clone() });
    }
    let query = arguments.find.as_ref().or(word).cloned().unwrap_or_default();
    // Whether a passage is lost only its article can tell.
    let is_for_lost = Query::new(&query).is_for_lost();
    if let (true, Some(other)) = (
        arguments.all,
        Some("lost:").filter(|_| is_for_lost).or(arguments.attach.as_deref().map(|_| "--attach")),
    ) {
        return Err(Failure::Conflict { one: "--all".to_owned(), other: other.to_owned() });
    }
    let everywhere =
        arguments.all || (file.is_none() && !query.is_empty() && !is_for_lost && arguments.attach.is_none());
    Ok(Asked { file: file.map(PathBuf::from), query, everywhere })
}

/// `-`, a path, or a name with an ending.
fn looks_like_a_file(word: &str) -> bool {
    let ending = word.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or("", |(_, ending)| ending);
    let plain = (1..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    !word.starts_with('#') && (word == "-" || word.contains(['/', '\\']) || plain)
}

/// The paragraph, or a question mark where the passage is not found.
fn place(document: &Document, note: &Note) -> String {
    note.span().map_or_else(|| "?".to_owned(), |span| document.paragraph_at(span.start()).to_string())
}

fn cells(session: &Session, note: &Note) -> [String; 4] {
    let pen = session.config.pens[note.pen as usize].clone();
    [pen, note.anchor.quote.clone(), note.body.clone(), tags(note)]
}

/// `#climat #à relire`
fn tags(note: &Note) -> String {
    let mut tags = String::new();
    for tag in &note.tags {
        tags.extend([if tags.is_empty() { "#" } else { " #" }, tag]);
    }
    tags
}

/// The title of a document, with where its file was last if it is no longer there.
fn title(session: &Session, document: &AnnotatedDocument) -> String {
    let (title, source) = (document.title(), document.source());
    let is_file = !source.is_empty() && !source.contains("://");
    if is_file && !session.full(source).exists() {
        return format!("{title} ({}{source})", Help::Absent.say(session.lang()));
    }
    title.to_owned()
}

/// Where a document that is not open was, in full; one from a pipe and the bundled article are known by their text.
fn source(session: &Session, document: &AnnotatedDocument) -> String {
    match (document.source(), &document.document) {
        ("", Some(known)) => text_address(&known.text),
        ("", None) => document.folder.clone(),
        (source, _) => session.full(source).to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str], find: Option<&str>, all: bool) -> Result<Asked, Failure> {
        let words = words.iter().map(|&word| word.to_owned()).collect();
        let arguments =
            NotesArguments { words, find: find.map(str::to_owned), all, attach: None, json: false };
        asked(&arguments, |word| word == "tram")
    }

    #[test]
    fn words_are_an_article_or_a_query() {
        let asked = |file: Option<&str>, query: &str, everywhere| {
            Ok(Asked { file: file.map(PathBuf::from), query: query.to_owned(), everywhere })
        };
        assert_eq!(parsed(&[], None, false), asked(None, "", false));
        assert_eq!(parsed(&["tram"], None, false), asked(Some("tram"), "", false));
        assert_eq!(parsed(&["absent.txt"], None, false), asked(Some("absent.txt"), "", false));
        assert_eq!(parsed(&["#climat"], None, false), asked(None, "#climat", true));
        assert_eq!(parsed(&["climat"], None, false), asked(None, "climat", true));
        assert_eq!(parsed(&["a", "climat"], None, false), asked(Some("a"), "climat", false));
        assert_eq!(parsed(&["tram"], Some("#x"), false), asked(Some("tram"), "#x", false));
        assert_eq!(parsed(&[], Some("#x"), false), asked(None, "#x", true));
        assert_eq!(parsed(&[], None, true), asked(None, "", true));
        assert_eq!(parsed(&["lost:"], None, false), asked(None, "lost:", false), "of the article read last");
        assert!(parsed(&["perdu:"], None, true).is_err(), "articles that are not read cannot tell");
        assert!(parsed(&["a.txt"], None, true).is_err());
        assert!(parsed(&["climat"], Some("x"), false).is_err());
    }
}
