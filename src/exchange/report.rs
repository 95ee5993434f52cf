//! What analysis found, as lines of JSON and as rows of tables.

use super::{code_points, json_line};
use crate::doc::Document;
use crate::mark::{Analysis, Entity, Quotation, Theme, ThemeHit};
use crate::text::Span;
use crate::text::code_points::CodePoints;
use serde::Serialize;

/// A list that other programs can read: a line of JSON, and the cells of a table row, for each item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// One JSON object, without a line end; fields in the order of the documentation.
    pub json: String,
    /// The cells: narrow ones first, the text last.
    pub cells: Vec<String>,
}

impl Item {
    fn new(fields: &impl Serialize, cells: Vec<String>) -> Self {
        Self { json: json_line(fields), cells }
    }
}

/// Every quotation, in reading order. Cells: paragraph, kind, speaker, cue, text.
#[must_use]
pub fn quotations(document: &Document, analysis: &Analysis) -> Vec<Item> {
    let mut points = CodePoints::new(document.text());
    let item = |quotation: &Quotation| {
        let fields = QuotationFields::new(document, &mut points, quotation);
        let speaker = fields.speaker.as_ref().and_then(|speaker| speaker.name.or(speaker.text));
        let cells = vec![
            fields.paragraph.to_string(),
            fields.kind.to_owned(),
            speaker.unwrap_or_default().to_owned(),
            fields.cue.as_ref().map_or("", |cue| cue.text).to_owned(),
            fields.text.to_owned(),
        ];
        Item::new(&fields, cells)
    };
    analysis.quotations.items().iter().map(item).collect()
}

/// Every entity, most mentioned first; dates and amounts only where `landmarks` says so.
/// Cells: number of mentions, type, name, aliases.
#[must_use]
pub fn entities(document: &Document, analysis: &Analysis, landmarks: bool) -> Vec<Item> {
    let mut points = CodePoints::new(document.text());
    let item = |entity: &Entity| {
        let fields = EntityFields::new(document, &mut points, entity);
        let cells = vec![
            fields.mentions.len().to_string(),
            fields.kind.to_owned(),
            fields.name.to_owned(),
            fields.aliases.join(", "),
        ];
        Item::new(&fields, cells)
    };
    let shown = |entity: &&Entity| landmarks || !entity.kind.is_landmark();
    analysis.entities.iter().filter(shown).map(item).collect()
}

/// Every theme passage, in reading order; `themes` are those that analysis was given.
/// Cells: paragraph, label, term, text.
#[must_use]
pub fn themes(document: &Document, analysis: &Analysis, themes: &[Theme]) -> Vec<Item> {
    let mut points = CodePoints::new(document.text());
    let item = |hit: &ThemeHit| {
        let theme = themes.get(hit.theme)?;
        let (start, end) = code_points(&mut points, hit.span);
        let fields = ThemeFields {
            theme: &theme.key,
            label: &theme.label,
            start,
            end,
            text: document.slice(hit.span),
            paragraph: document.paragraph_at(hit.span.start()),
            term: &theme.terms.get(hit.term)?.text,
        };
        let cells = vec![
            fields.paragraph.to_string(),
            fields.label.to_owned(),
            fields.term.to_owned(),
            fields.text.to_owned(),
        ];
        Some(Item::new(&fields, cells))
    };
    analysis.themes.items().iter().filter_map(item).collect()
}

#[derive(Serialize)]
struct QuotationFields<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    paragraph: u32,
    kind: &'static str,
    speaker: Option<SpeakerFields<'a>>,
    cue: Option<Piece<'a>>,
    confidence: &'static str,
}

#[derive(Serialize)]
struct SpeakerFields<'a> {
    start: Option<usize>,
    end: Option<usize>,
    text: Option<&'a str>,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct EntityFields<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    aliases: &'a [String],
    mentions: Vec<MentionFields<'a>>,
}

#[derive(Serialize)]
struct MentionFields<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    paragraph: u32,
}

#[derive(Serialize)]
struct ThemeFields<'a> {
    theme: &'a str,
    label: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    paragraph: u32,
    term: &'a str,
}

#[derive(Serialize)]
struct Piece<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Piece<'a> {
    fn new(document: &'a Document, points: &mut CodePoints<'_>, span: Span) -> Self {
        let (start, end) = code_points(points, span);
        Self { start, end, text: document.slice(span) }
    }
}

impl<'a> QuotationFields<'a> {
    fn new(document: &'a Document, points: &mut CodePoints<'_>, quotation: &'a Quotation) -> Self {
        let (start, end) = code_points(points, quotation.span);
        let speaker = quotation.speaker.as_ref().map(|speaker| {
            let mention = speaker.mention.map(|span| Piece::new(document, points, span));
            let here = mention.as_ref().filter(|_| !speaker.carried);
            SpeakerFields {
                start: here.map(|mention| mention.start),
                end: here.map(|mention| mention.end),
                // A speaker carried over has no words here; the name says who it is, or the words beside
                // the other quotation.
                text: mention.map(|mention| mention.text).or(speaker.name.as_deref()),
                name: speaker.name.as_deref(),
            }
        });
        Self {
            start,
            end,
            text: document.slice(quotation.span),
            paragraph: document.paragraph_at(quotation.span.start()),
            kind: quotation.kind.name(),
            speaker,
            cue: quotation.cue.map(|span| Piece::new(document, points, span)),
            confidence: quotation.confidence.name(),
        }
    }
}

impl<'a> EntityFields<'a> {
    fn new(document: &'a Document, points: &mut CodePoints<'_>, entity: &'a Entity) -> Self {
        let mention = |&span: &Span| {
            let (start, end) = code_points(points, span);
            MentionFields {
                start,
                end,
                text: document.slice(span),
                paragraph: document.paragraph_at(span.start()),
            }
        };
        Self {
            name: &entity.name,
            kind: entity.kind.name(),
            aliases: &entity.aliases,
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }
}
