//! Texts with what is to be found in them, from three kinds of files.
//!
//! A folder holds `*.json` that name their `article` and count code points of the extracted text, or
//! `NAME.gold.json` beside `NAME.txt` that count code points of the raw file. A `.tsv` file of labelled
//! sentences becomes one text a document, with the blanks put back.

use crate::data::{DataError, Sentence, sentences, text_of};
use crate::train::spans;
use exergue::analyse::tagger::Class;
use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::Language;
use exergue::text::Span;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A text and what is to be found in it. Lists that the file does not have are `None`.
pub(crate) struct Gold {
    pub(crate) name: String,
    /// The code of the language, from the name of the file.
    pub(crate) language: &'static str,
    pub(crate) document: Document,
    pub(crate) quotations: Option<Vec<Quotation>>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) themes: Option<Vec<(String, Span)>>,
    /// The entities have the four classes of the tagger only.
    pub(crate) coarse: bool,
    /// The words of each sentence, where a file of labelled sentences says them.
    pub(crate) sentences: Vec<Vec<Span>>,
}

/// A quotation to be found.
pub(crate) struct Quotation {
    pub(crate) span: Span,
    pub(crate) speaker: Option<Span>,
    /// Who speaks, by canonical name.
    pub(crate) name: Option<String>,
    pub(crate) cue: Option<Span>,
}

/// A name to be found.
pub(crate) struct Entity {
    pub(crate) span: Span,
    pub(crate) kind: String,
    /// Other kinds that are right.
    pub(crate) or: Vec<String>,
}

/// All the gold of a folder or file.
pub(crate) fn read(path: &Path) -> Result<Vec<Gold>, DataError> {
    if path.is_file() {
        let name = path.display().to_string();
        return Ok(rebuilt(&sentences(&text_of(path)?, path)?, &name));
    }
    let entries = std::fs::read_dir(path).map_err(|error| DataError::Unreadable(path.to_owned(), error))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let gold: Result<Vec<Option<Gold>>, DataError> = files.iter().map(|file| annotated(file)).collect();
    Ok(gold?.into_iter().flatten().collect())
}

/// The gold of one file; `None` where its text is not there.
fn annotated(file: &Path) -> Result<Option<Gold>, DataError> {
    let gold: Value = serde_json::from_str(&text_of(file)?)
        .map_err(|error| DataError::Gold(file.to_owned(), error.to_string()))?;
    let own = gold.get("article").and_then(Value::as_str);
    let text = match own {
        Some(article) => file.ancestors().map(|folder| folder.join(article)).find(|path| path.is_file()),
        None => file
            .to_str()
            .and_then(|name| Some(PathBuf::from(format!("{}.txt", name.strip_suffix(".gold.json")?)))),
    };
    let Some(text) = text.filter(|text| text.is_file()) else { return Ok(None) };
    let raw = text_of(&text)?;
    let document = document(raw.lines());
    let places = if own.is_some() { offsets(document.text()) } else { raw_offsets(&raw) };
    let reader = Reader { places, raw: own.is_none() };
    let list = |name: &str| gold.get(name).and_then(Value::as_array);
    let quotations =
        list("quotes").map(|quotes| quotes.iter().filter_map(|quote| reader.quotation(quote)).collect());
    let entities =
        list("entities").into_iter().flatten().filter_map(|entity| reader.entity(entity)).collect();
    let themes = list("themes").map(|hits| {
        hits.iter()
            .filter_map(|hit| Some((hit.get("theme")?.as_str()?.to_owned(), reader.span(hit)?)))
            .collect()
    });
    let name = text.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Some(Gold {
        language: language(&name),
        name,
        document,
        quotations,
        entities,
        themes,
        coarse: false,
        sentences: Vec::new(),
    }))
}

fn language(name: &str) -> &'static str {
    let digit = |letter: char| letter.is_ascii_digit();
    let parts = || name.split(['.', '_', '-', '/']).map(|part| part.trim_end_matches(digit));
    let known = Language::KNOWN.into_iter().find(|language| parts().any(|part| part == language.code()));
    known.map_or("fr", Language::code)
}

/// Each line that is not blank is a paragraph.
fn document<'a>(lines: impl Iterator<Item = &'a str>) -> Document {
    let mut builder = Builder::with_capacity(0);
    lines.map(str::trim).filter(|line| !line.is_empty()).for_each(|line| {
        builder.block(BlockKind::Paragraph, line);
    });
    builder.finish(Extent::Whole)
}

/// The byte offset of each code point, and of the end.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// The byte offset in the extracted text of each code point of the raw one, blank lines and the
/// blanks around lines left out.
fn raw_offsets(raw: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 0;
    for line in raw.split('\n') {
        let start = line.len() - line.trim_start().len();
        let length = line.trim().len();
        places.extend(line.char_indices().map(|(byte, _)| at + byte.saturating_sub(start).min(length)));
        places.push(at + length);
        at += if length > 0 { length + 1 } else { 0 };
    }
    places.push(at);
    places
}

struct Reader {
    places: Vec<usize>,
    raw: bool,
}

impl Reader {
    fn span(&self, value: &Value) -> Option<Span> {
        let offsets = value.get("span").unwrap_or(value);
        let (start, end) = match offsets.get("char").and_then(Value::as_array) {
            Some(pair) => (pair.first()?.as_u64()?, pair.get(1)?.as_u64()?),
            None => (offsets.get("start")?.as_u64()?, offsets.get("end")?.as_u64()?),
        };
        let place = |at: u64| self.places.get(usize::try_from(at).ok()?).copied();
        Some(Span::between(place(start)?, place(end)?))
    }

    fn quotation(&self, value: &Value) -> Option<Quotation> {
        let (name, cue) = if self.raw { ("speaker_canonical", "verb") } else { ("name", "cue") };
        Some(Quotation {
            span: self.span(value)?,
            speaker: value.get("speaker").and_then(|speaker| self.span(speaker)),
            name: value.get(name).and_then(Value::as_str).map(str::to_owned),
            cue: value.get(cue).and_then(|cue| self.span(cue)),
        })
    }

    fn entity(&self, value: &Value) -> Option<Entity> {
        let kind = match value.get("type")?.as_str()? {
            "PER" => "person",
            "ORG" => "organisation",
            "LOC" => "place",
            kind => &kind.to_lowercase(),
        };
        let or = value.get("or").and_then(Value::as_array).into_iter().flatten();
        let or = or.filter_map(Value::as_str).map(str::to_owned).collect();
        Some(Entity { span: self.span(value)?, kind: kind.to_owned(), or })
    }
}

/// Texts from labelled words.
fn rebuilt(sentences: &[Sentence], name: &str) -> Vec<Gold> {
    let documents = sentences.chunk_by(|one, other| one.document == other.document);
    documents
        .map(|sentences| {
            // The file does not say where paragraphs end: each sentence is one.
            let mut builder = Builder::with_capacity(0);
            let mut entities = Vec::new();
            let mut words = Vec::new();
            let mut start = 0;
            for sentence in sentences {
                let (line, places) = joined(&sentence.words);
                entities.extend(spans(&sentence.labels).into_iter().map(|(first, end, class)| Entity {
                    span: Span::new(start + places[first].start(), start + places[end - 1].end()),
                    kind: class_name(class).to_owned(),
                    or: Vec::new(),
                }));
                words.push(
                    places
                        .iter()
                        .map(|place| Span::new(start + place.start(), start + place.end()))
                        .collect(),
                );
                builder.block(BlockKind::Paragraph, &line);
                start += line.len() + 1;
            }
            let document = builder.finish(Extent::Whole);
            let name = format!("{name} #{}", sentences[0].document);
            Gold {
                language: language(&name),
                name,
                document,
                quotations: None,
                entities,
                themes: None,
                coarse: true,
                sentences: words,
            }
        })
        .collect()
}

/// The kind that stands for a class.
pub(crate) fn class_name(class: Class) -> &'static str {
    match class {
        Class::Person => "person",
        Class::Place => "place",
        Class::Organisation => "organisation",
        Class::Other => "other",
    }
}

/// Words as print has them, and where each lies.
fn joined(words: &[String]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut quoted = false;
    let mut glued = true;
    let mut places = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let closing = word == "\"" && quoted;
        let inverted = word.len() > 1 && word.starts_with('-') && word[1..].starts_with(char::is_alphabetic);
        let tight = matches!(word.as_str(), "," | "." | ")" | "]" | "..." | "…" | "'s" | "'" | "%")
            || inverted
            || closing;
        if !glued && !tight {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        places.push(Span::new(start, text.len()));
        quoted ^= word == "\"";
        let apostrophe = word == "'" && at > 0 || word.len() > 1 && word.ends_with('\'');
        glued = matches!(word.as_str(), "(" | "[") || word == "\"" && !closing || apostrophe;
    }
    (text, places)
}
