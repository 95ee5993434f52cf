//! What a file says of itself: title, authors, date, language, and the titles of its parts.

use super::LIMIT;
use super::blocks::{Contents, folded};
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Characters of a title or a name; the rest is cut.
const LONGEST: usize = 500;

/// Elements of the metadata that are read.
const ELEMENTS: usize = 10_000;

/// What a file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    /// `2026-03-14`.
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
}

/// What `document` says of itself; its XML comes before its older dictionary.
pub(super) fn about(document: &Document) -> About {
    let info = document.trailer.get_deref(b"Info", document).and_then(Object::as_dict).ok();
    let said = |key: &[u8]| text(info?.get_deref(key, document).ok()?);
    let catalog = document.catalog().ok();
    let xml = catalog.and_then(|catalog| catalog.get_deref(b"Metadata", document).ok()?.as_stream().ok());
    let xml = xml.and_then(|stream| stream.get_plain_content_with_limit(LIMIT).ok());
    let mut about = xml.map(|xml| described(&String::from_utf8_lossy(&xml))).unwrap_or_default();
    about.title = about
        .title
        .filter(|title| is_title(title))
        .or_else(|| said(b"Title").filter(|title| is_title(title)));
    if about.authors.is_empty() {
        about.authors = said(b"Author").map_or_else(Vec::new, |authors| names(&authors));
    }
    about.published = about.published.or_else(|| day(&said(b"CreationDate")?));
    let language = catalog.and_then(|catalog| text(catalog.get_deref(b"Lang", document).ok()?));
    about.language = language.or(about.language).filter(|code| is_language(code));
    about
}

/// The titles of the parts, as the outline lists them.
pub(super) fn contents(document: &Document, pages: &[ObjectId]) -> Contents {
    let mut contents = HashMap::new();
    // Of an outline with a fault nothing is used; headings are still told by their type.
    for entry in document.get_toc().map_or_else(|_| Vec::new(), |toc| toc.toc) {
        let page = entry.page.wrapping_sub(1);
        let title = folded(&entry.title);
        if page < pages.len() && title.len() > 2 {
            contents.insert((page, title), u8::try_from(entry.level.clamp(1, 6)).expect("at most 6"));
        }
    }
    contents
}

fn text(object: &Object) -> Option<String> {
    let text = decode_text_string(object).ok()?;
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    (!text.is_empty()).then_some(text)
}

/// What XMP says (ISO 16684): `dc:title`, `dc:creator`, `dc:language`, `dc:date`, `xmp:CreateDate`.
fn described(xml: &str) -> About {
    let mut about = About::default();
    let mut reader = Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    let mut created = None;
    for _ in 0..ELEMENTS {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => event,
        };
        match event {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                let attributes = start.attributes().flatten();
                for attribute in attributes.filter(|attribute| attribute.key.as_ref() == "xmp:CreateDate") {
                    created = Some(attribute.value.into_owned());
                }
            }
            Event::End(_) => drop(path.pop()),
            Event::Text(words) => {
                let words: String = words.trim().chars().take(LONGEST).collect();
                if words.is_empty() {
                    continue;
                }
                let within = |name: &str| path.iter().any(|element| element == name);
                match () {
                    () if within("dc:title") && about.title.is_none() => about.title = Some(words),
                    () if within("dc:creator") => about.authors.extend(names(&words)),
                    () if within("dc:language") && about.language.is_none() => about.language = Some(words),
                    () if within("dc:date") && about.published.is_none() => about.published = day(&words),
                    () if within("xmp:CreateDate") => created = Some(words),
                    () => {}
                }
            }
            _ => {}
        }
    }
    about.published = about.published.or_else(|| day(&created?));
    about
}

/// The day in `D:20260314…` or `2026-03-14T…`.
fn day(date: &str) -> Option<String> {
    let digits: String = date.chars().filter(char::is_ascii_digit).take(8).collect();
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..8)?);
    let between =
        |text: &str, low: u32, high: u32| text.parse().is_ok_and(|number| (low..=high).contains(&number));
    (between(year, 1900, 2100) && between(month, 1, 12) && between(day, 1, 31))
        .then(|| format!("{year}-{month}-{day}"))
}

fn names(text: &str) -> Vec<String> {
    let names =
        text.split([';', '\n']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" et "));
    names.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Whether a person wrote it, as against the program that wrote the file.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let ending = [
        ".doc", ".docx", ".dvi", ".indd", ".qxd", ".tex", ".pdf", ".odt", ".rtf", ".ps", ".qxp", ".txt",
        ".htm", ".html",
    ];
    let program = ["microsoft word", "untitled", "sans titre", "document1", "slide 1", "powerpoint"];
    title.chars().filter(|letter| letter.is_alphabetic()).count() > 2
        && !ending.iter().any(|ending| lower.ends_with(ending))
        && !program.iter().any(|program| lower.starts_with(program))
}

fn is_language(code: &str) -> bool {
    let main = code.split(['-', '_']).next().unwrap_or_default();
    (2..=3).contains(&main.len()) && code.len() <= 12 && main.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The dictionary of a file's trailer, without which it is no PDF.
pub(super) fn has_catalog(document: &Document) -> bool {
    document.catalog().map(Dictionary::len).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_metadata_of_xml_is_read() {
        let about = described(
            "<x:xmpmeta><rdf:RDF><rdf:Description xmp:CreateDate='2025-01-02T03:04:05Z'>\
             <dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Le tram</rdf:li></rdf:Alt></dc:title>\
             <dc:creator><rdf:Seq><rdf:li>Zoé Martin</rdf:li><rdf:li>Bob</rdf:li></rdf:Seq></dc:creator>\
             </rdf:Description></rdf:RDF>",
        );
        assert_eq!(about.title.as_deref(), Some("Le tram"));
        assert_eq!(about.authors, ["Zoé Martin", "Bob"]);
        assert_eq!(about.published.as_deref(), Some("2025-01-02"));
    }

    #[test]
    fn what_programs_write_as_title_is_none() {
        assert!(is_title("Le tram divise le quartier"));
        assert!(!is_title("Microsoft Word - tram.doc") && !is_title("tram_v3.indd") && !is_title("12"));
    }

    #[test]
    fn days_are_read_in_both_forms() {
        assert_eq!(day("D:20260314120000+01'00'").as_deref(), Some("2026-03-14"));
        assert_eq!(day("2026-03-14T12:00").as_deref(), Some("2026-03-14"));
        assert_eq!(day("D:20261399"), None);
    }
}
