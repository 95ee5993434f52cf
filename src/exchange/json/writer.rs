//! Annotations to lines of JSON.

use super::{AnchorFields, VersionFields};
use crate::doc::{Document, hexadecimal};
use crate::exchange::json_line;
use crate::mark::{Anchor, Deleted, Note};
use crate::text::code_points::count;
use serde::Serialize;

/// How many code points of the surroundings go with a quote.
const CONTEXT: usize = 32;

/// Writes the annotations of one document. `document` is absent where it is not open: the
/// passage is then given as it was when the annotation was made.
#[derive(Debug)]
pub struct Writer<'a> {
    source: String,
    open: Option<&'a Document>,
}

impl<'a> Writer<'a> {
    /// For the annotations of an open document.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        let source = match document.meta().source.as_str() {
            "" => text_address(&hexadecimal(&document.digest())),
            source => address(source),
        };
        Self { source, open: Some(document) }
    }

    /// For the annotations of a document that is not open, known by `source`: an absolute path, a URL, or what
    /// [`text_address`] makes.
    #[must_use]
    pub fn closed(source: &str) -> Self {
        Self { source: address(source), open: None }
    }

    /// The annotation as one line of JSON, without a line end. Keys come in a fixed order.
    #[must_use]
    pub fn line(&self, note: &Note) -> String {
        self.written(note, None)
    }

    /// The same of an annotation that was deleted, with when.
    #[must_use]
    pub fn deleted_line(&self, deleted: &Deleted) -> String {
        self.written(&deleted.note, Some(deleted.at.to_string()))
    }

    fn written(&self, note: &Note, deleted: Option<String>) -> String {
        let selector = self.selectors(note);
        let anchor = stored(&note.anchor, &selector);
        let annotation = Annotation {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: format!("urn:uuid:{}", note.id.0.hyphenated()),
            kind: "Annotation",
            motivation: if note.has_body() { "commenting" } else { "highlighting" },
            created: note.created.to_string(),
            modified: note.changed.to_string(),
            body: bodies(note),
            target: Target { source: &self.source, selector, anchor },
            pen: note.pen.name(),
            // Unknown where the document is not open; what was deleted stands nowhere.
            state: self.open.filter(|_| deleted.is_none()).map(|_| note.placement.name()),
            attached: note.attached.iter().map(AnchorFields::of).collect(),
            versions: note.versions.iter().map(VersionFields::of).collect(),
            deleted,
        };
        json_line(&annotation)
    }

    fn selectors<'n>(&'n self, note: &'n Note) -> [Selector<'n>; 2] {
        let anchor = &note.anchor;
        match (self.open, note.span()) {
            (Some(document), Some(span)) => {
                let text = document.text();
                // Notes are few; counting from the start for each takes well under a millisecond a megabyte.
                let start = count(&text[..span.start()]);
                let end = start + count(document.slice(span));
                let prefix = last(&text[..span.start()], CONTEXT);
                let suffix = first(&text[span.end()..], CONTEXT);
                [
                    Selector::TextQuoteSelector { exact: document.slice(span), prefix, suffix },
                    Selector::TextPositionSelector { start, end },
                ]
            }
            _ => [
                Selector::TextQuoteSelector {
                    exact: &anchor.quote,
                    prefix: last(&anchor.before, CONTEXT),
                    suffix: first(&anchor.after, CONTEXT),
                },
                Selector::TextPositionSelector { start: anchor.start, end: anchor.end },
            ],
        }
    }
}

/// The address of a document that has none: `urn:sha256:` and the 64 hexadecimal digits of its text's digest.
#[must_use]
pub fn text_address(digest: &str) -> String {
    format!("urn:sha256:{digest}")
}

/// What the standard selectors do not say of `anchor`.
fn stored<'a>(anchor: &'a Anchor, [quote, position]: &[Selector<'_>; 2]) -> AnchorFields<'a> {
    let mut fields = AnchorFields::of(anchor);
    if matches!(quote, Selector::TextQuoteSelector { exact, .. } if *exact == anchor.quote) {
        fields.exact = None;
    }
    if matches!(position, Selector::TextPositionSelector { start, end } if (*start, *end) == (anchor.start, anchor.end))
    {
        (fields.start, fields.end) = (None, None);
    }
    fields
}

/// Field order is the order of the keys.
#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    id: String,
    #[serde(rename = "type")]
    kind: &'a str,
    motivation: &'a str,
    created: String,
    modified: String,
    body: Vec<Body<'a>>,
    target: Target<'a>,
    // The model has no word for these; a name with a prefix is a legal key of its own.
    #[serde(rename = "exergue:pen")]
    pen: &'a str,
    #[serde(rename = "exergue:state", skip_serializing_if = "Option::is_none")]
    state: Option<&'a str>,
    #[serde(rename = "exergue:attached", skip_serializing_if = "Vec::is_empty")]
    attached: Vec<AnchorFields<'a>>,
    #[serde(rename = "exergue:versions", skip_serializing_if = "Vec::is_empty")]
    versions: Vec<VersionFields>,
    #[serde(rename = "exergue:deleted", skip_serializing_if = "Option::is_none")]
    deleted: Option<String>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'a str>,
    purpose: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
    #[serde(rename = "exergue:anchor")]
    anchor: AnchorFields<'a>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
    TextPositionSelector { start: usize, end: usize },
}

/// The note, where there is one, then the tags.
fn bodies(note: &Note) -> Vec<Body<'_>> {
    let kind = "TextualBody";
    let comment = Body { kind, value: &note.body, format: Some("text/markdown"), purpose: "commenting" };
    let tags = note.tags.iter().map(|tag| Body { kind, value: tag, format: None, purpose: "tagging" });
    note.has_body().then_some(comment).into_iter().chain(tags).collect()
}

/// A path as a `file:` address; anything else as it is.
fn address(source: &str) -> String {
    if !source.starts_with('/') {
        return source.to_owned();
    }
    let mut address = String::from("file://");
    for byte in source.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

/// The first `count` code points of `text`.
fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// The last `count` code points of `text`.
fn last(text: &str, count: usize) -> &str {
    text.char_indices().rev().take(count).last().map_or("", |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{BlockKind, Builder, Extent};
    use crate::mark::{Anchor, NoteId, Pen, Placement};
    use crate::text::Span;
    use jiff::Timestamp;
    use serde_json::{Value, json};
    use uuid::Uuid;

    fn document(text: &str) -> Document {
        let mut builder = Builder::default();
        builder.block(BlockKind::Paragraph, text);
        builder.finish(Extent::Whole)
    }

    fn note(document: &Document, passage: &str, body: &str) -> Note {
        let start = document.text().find(passage).expect("the passage is in the text");
        let span = Span::new(start, start + passage.len());
        Note {
            id: NoteId(Uuid::nil()),
            anchor: Anchor::new(document, span),
            placement: Placement::Exact(span),
            pen: Pen::Blue,
            body: body.to_owned(),
            tags: vec!["santé".to_owned()],
            created: Timestamp::UNIX_EPOCH,
            changed: Timestamp::UNIX_EPOCH,
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        }
    }

    #[test]
    fn an_annotation_is_what_the_model_asks_for() {
        let document = document("À l’été 👩‍👩‍👧, il dit « oui » et s’en va par le même chemin que nous tous.");
        let line = Writer::new(&document).line(&note(&document, "« oui »", "Sûr ?"));
        let order = [
            "@context",
            "\"id\"",
            "\"motivation\"",
            "created",
            "modified",
            "\"body\"",
            "\"target\"",
            "exergue:pen",
        ];
        let places: Vec<_> = order.iter().map(|key| line.find(key).expect("every key")).collect();
        assert!(places.is_sorted(), "{line}");
        let annotation: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(
            annotation["body"],
            json!([
                { "type": "TextualBody", "value": "Sûr ?", "format": "text/markdown", "purpose": "commenting" },
                { "type": "TextualBody", "value": "santé", "purpose": "tagging" },
            ])
        );
        assert_eq!(
            annotation["target"]["selector"],
            json!([
                {
                    "type": "TextQuoteSelector",
                    "exact": "« oui »",
                    "prefix": "À l’été 👩‍👩‍👧, il dit ",
                    "suffix": " et s’en va par le même chemin q",
                },
                { "type": "TextPositionSelector", "start": 22, "end": 29 },
            ])
        );
        assert!(annotation["target"]["source"].as_str().expect("a source").starts_with("urn:sha256:"));
        assert_eq!(annotation["exergue:state"], "exact");
    }

    #[test]
    fn a_lost_passage_is_given_as_it_was() {
        let before = document("Il reste. Il s’en va. Il revient.");
        let lost = Note { placement: Placement::Orphan, ..note(&before, "Il s’en va.", "") };
        let after = document("Il reste.");
        let writers = [Writer::new(&after), Writer::closed("/a b.txt")];
        for (writer, state) in writers.iter().zip([json!("orphan"), Value::Null]) {
            let annotation: Value = serde_json::from_str(&writer.line(&lost)).expect("JSON");
            let selectors = &annotation["target"]["selector"];
            assert_eq!(selectors[0]["exact"], "Il s’en va.");
            assert_eq!(selectors[1], json!({ "type": "TextPositionSelector", "start": 10, "end": 21 }));
            assert_eq!(annotation["exergue:state"], state);
            assert_eq!(annotation["motivation"], "highlighting");
        }
        let annotation: Value = serde_json::from_str(&writers[1].line(&lost)).expect("JSON");
        assert_eq!(annotation["target"]["source"], "file:///a%20b.txt");
    }

    #[test]
    fn how_an_annotation_holds_is_said() {
        let document = document("Il reste.");
        let span = Span::new(0, 2);
        for (placement, said) in [
            (Placement::Exact(span), "exact"),
            (Placement::Moved(span), "moved"),
            (Placement::Approximate(span), "approximate"),
            (Placement::Changed(span), "changed"),
            (Placement::Ambiguous, "ambiguous"),
            (Placement::Orphan, "orphan"),
        ] {
            let note = Note { placement, ..note(&document, "Il", "") };
            let annotation: Value = serde_json::from_str(&Writer::new(&document).line(&note)).expect("JSON");
            assert_eq!(annotation["exergue:state"], said);
        }
    }

    #[test]
    fn a_line_does_no_harm_on_a_terminal_and_reads_the_same() {
        let document = document("Une phrase.");
        let body = "a\u{1b}[31m\u{9b}2J\u{202e}\u{7f}\u{2028}b";
        let line = Writer::new(&document).line(&note(&document, "Une", body));
        assert!(!line.chars().any(|character| character.is_control() || character == '\u{202e}'), "{line:?}");
        let annotation: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(annotation["body"][0]["value"], body);
    }
}
