//! A small invented article with all that can be found in it, for the tests of the views.

use super::parts::Input;
use super::{ListRow, Piece};
use crate::app::lists::List;
use crate::doc::{BlockKind, Builder, Document, Extent};
use crate::mark::{
    Analysis, Anchor, Confidence, Edit, Entity, EntityKind, Note, NoteId, Notes, Pen, Placement, Quotation,
    QuotationKind, Speaker, Term, Theme, ThemeHit,
};
use crate::text::Span;
use crate::words::Lang;
use jiff::Timestamp;
use uuid::Uuid;

const PARAGRAPHS: [&str; 5] = [
    "La maire de Montreval, Claire Denoual, a présenté jeudi le tracé de la ligne. Le projet coûte 412 millions d’euros.",
    "« C’est un choix de santé publique autant que de transport », a déclaré l’élue devant une salle comble. \
     Selon elle, l’air « s’améliorerait dès la première année ».",
    "Pour Yann Le Goff, président de l’association des marchands des Halles, le calendrier est intenable : « On nous \
     demande de survivre à quatre ans de travaux. Personne n’a chiffré ce que cela coûte à un maraîcher. »",
    "Une ville « apaisée », promet le tract. Claire Denoual répond aux marchands.",
    "« Rien n’est décidé », lit-on partout.",
];

/// Everything a view is made of.
pub(super) struct Sample {
    pub(super) document: Document,
    pub(super) analysis: Analysis,
    pub(super) notes: Notes,
    pub(super) themes: Vec<Theme>,
    pub(super) list: List,
}

impl Sample {
    pub(super) fn new() -> Self {
        let document = document();
        Self {
            analysis: analysis(&document),
            notes: notes(&document),
            themes: ["santé", "commerce", "débat"].map(theme).to_vec(),
            list: List::default(),
            document,
        }
    }

    /// The input of a view `width` columns wide, the caret in the third paragraph.
    pub(super) fn input(&self, width: u16) -> Input<'_> {
        Input {
            document: &self.document,
            analysis: &self.analysis,
            notes: &self.notes,
            found: &self.analysis,
            themes: &self.themes,
            lang: Lang::French,
            width,
            caret: spans(&self.document, "calendrier")[0].start(),
            nearest: None,
            list: &self.list,
            window: 0..usize::MAX,
        }
    }
}

/// The text of a row, without its roles.
pub(super) fn text_of(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The text of the rows, one a line, without blanks at their ends; no-break spaces as `~`.
pub(super) fn dump(rows: &[ListRow]) -> String {
    let line = |row: &ListRow| text_of(&row.pieces).trim_end().replace('\u{a0}', "~");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The article.
pub(super) fn document() -> Document {
    let mut builder = Builder::default();
    builder.title("Le tram divise le quartier").block(BlockKind::Title, "Le tram divise le quartier");
    for paragraph in PARAGRAPHS {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Extent::Whole)
}

fn spans(document: &Document, words: &str) -> Vec<Span> {
    document.text().match_indices(words).map(|(start, found)| Span::new(start, start + found.len())).collect()
}

fn analysis(document: &Document) -> Analysis {
    let find = |words: &str| spans(document, words);
    let entity = |name: &str, kind: EntityKind, aliases: &[&str]| {
        let mut mentions = find(name);
        mentions.extend(aliases.iter().flat_map(|alias| find(alias)));
        mentions.sort();
        Entity {
            name: name.into(),
            kind,
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
            mentions,
        }
    };
    let quotation =
        |words: &str, kind, speaker: Option<(&str, &str)>, cue: Option<&str>, confidence| Quotation {
            span: find(words)[0],
            kind,
            speaker: speaker.map(|(mention, name)| Speaker {
                mention: Some(find(mention)[0]),
                name: Some(name.into()),
                carried: false,
            }),
            cue: cue.map(|cue| find(cue)[0]),
            confidence,
        };
    let hit = |theme, words: &str| find(words).into_iter().map(move |span| ThemeHit { span, theme, term: 0 });
    let (denoual, goff) = ("Claire Denoual", "Yann Le Goff");
    Analysis::new(
        vec![
            quotation(
                "« C’est un choix de santé publique autant que de transport »",
                QuotationKind::Direct,
                Some(("l’élue", denoual)),
                Some("a déclaré"),
                Confidence::High,
            ),
            quotation(
                "« s’améliorerait dès la première année »",
                QuotationKind::Partial,
                Some(("elle", denoual)),
                Some("Selon"),
                Confidence::Low,
            ),
            quotation(
                "« On nous demande de survivre à quatre ans de travaux. Personne n’a chiffré ce que cela coûte à un \
                 maraîcher. »",
                QuotationKind::Direct,
                Some((goff, goff)),
                None,
                Confidence::High,
            ),
            quotation("« apaisée »", QuotationKind::Scare, None, None, Confidence::Low),
            quotation("« Rien n’est décidé »", QuotationKind::Direct, None, None, Confidence::Low),
        ],
        vec![
            entity(denoual, EntityKind::Person, &["La maire", "l’élue"]),
            entity(goff, EntityKind::Person, &[]),
            entity("Montreval", EntityKind::Place, &[]),
            entity("412 millions d’euros", EntityKind::Amount, &[]),
        ],
        hit(0, "santé")
            .chain(hit(1, "marchands"))
            .chain(hit(1, "maraîcher"))
            .chain(hit(2, "intenable"))
            .collect(),
        Span::new(0, document.text().len()),
    )
}

fn theme(label: &str) -> Theme {
    let term = Term { text: format!("{label}*"), exact: false, any_order: false };
    Theme { key: label.into(), label: label.into(), description: String::new(), terms: vec![term] }
}

fn notes(document: &Document) -> Notes {
    let mut notes = Notes::default();
    let mut add = |id: u128, quote: &str, pen: Pen, body: &str, tags: &[&str]| {
        let placement =
            spans(document, quote).first().map_or(Placement::Orphan, |&span| Placement::Exact(span));
        let anchor = Anchor {
            quote: quote.into(),
            before: String::new(),
            after: String::new(),
            start: 0,
            end: 0,
            permille: 0,
            chapter: String::new(),
            headings: Vec::new(),
            text: String::new(),
            rivals: None,
        };
        let at = Timestamp::from_second(id as i64).expect("a small time is a time");
        let note = Note {
            id: NoteId(Uuid::from_u128(id)),
            anchor,
            placement,
            pen,
            body: body.into(),
            tags: tags.iter().map(|&tag| tag.into()).collect(),
            created: at,
            changed: at,
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        };
        notes.apply(Edit::Add(Box::new(note)), Uuid::nil(), at);
    };
    add(
        2,
        "quatre ans de travaux",
        Pen::Pink,
        "Vérifier la durée.\nCf. rapport p. 12",
        &["chantier", "durée"],
    );
    add(1, "412 millions d’euros", Pen::Blue, "", &["budget"]);
    add(3, "trois cents arbres", Pen::Blue, "Où sont-ils passés", &["climat"]);
    notes
}
