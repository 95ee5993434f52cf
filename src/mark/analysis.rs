//! What analysis finds, as plain data: quotations, entities, theme passages.

use super::language::ReadAs;
use crate::text::{Span, SpanList, Spanned};

/// How much of somebody's speech a quotation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotationKind {
    /// A whole sentence or more.
    Direct,
    /// Words quoted inside somebody's sentence.
    Partial,
    /// A word at a distance, nobody's speech.
    Scare,
}

impl QuotationKind {
    /// The name that other programs read: `direct`, `partial`, `scare`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Scare => "scare",
        }
    }
}

/// How sure an attribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Inherited across paragraphs, or the subject of the sentence for want of better.
    Low,
    /// Inherited from the other half of a split quotation, or from the one just before.
    Medium,
    /// Reporting words beside the quotation say so.
    High,
}

impl Confidence {
    /// The name that other programs read: `high`, `medium`, `low`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The mention as it stands (a name, `le ministre`, `il`); `None` when carried over from another quotation
    /// and known by name.
    pub mention: Option<Span>,
    /// The canonical name of the entity it stands for, where that is known.
    pub name: Option<String>,
    /// Carried over from another quotation: a `mention` then stands beside that one.
    pub carried: bool,
}

/// Words given as somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Its bytes, quotation marks included.
    pub span: Span,
    /// How much it gives.
    pub kind: QuotationKind,
    /// Who speaks, where that is known.
    pub speaker: Option<Speaker>,
    /// The reporting words (`a déclaré`, `selon`).
    pub cue: Option<Span>,
    /// How sure the speaker is.
    pub confidence: Confidence,
}

impl Spanned for Quotation {
    fn span(&self) -> Span {
        self.span
    }
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, an institution, a party.
    Organisation,
    /// A town, a country, a region.
    Place,
    /// A congress, a summit, a competition.
    Event,
    /// A law, a directive, a treaty.
    Law,
    /// A work of art or of the mind.
    Work,
    /// A product, a brand.
    Product,
    /// A name of no known kind.
    Other,
    /// A date.
    Date,
    /// An amount.
    Amount,
}

impl EntityKind {
    /// Every kind, in the order of lists and legends.
    pub const ALL: [EntityKind; 10] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Event,
        Self::Law,
        Self::Work,
        Self::Product,
        Self::Other,
        Self::Date,
        Self::Amount,
    ];

    /// The name that other programs and the configuration use: `person`, `organisation`, …
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Event => "event",
            Self::Law => "law",
            Self::Work => "work",
            Self::Product => "product",
            Self::Other => "other",
            Self::Date => "date",
            Self::Amount => "amount",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it is a date or an amount: a landmark, not a name.
    #[must_use]
    pub fn is_landmark(self) -> bool {
        matches!(self, Self::Date | Self::Amount)
    }
}

/// Somebody or something named, with all the places where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// The distinct surfaces other than `name`, in order of first use.
    pub aliases: Vec<String>,
    /// Its mentions, in reading order; never empty.
    pub mentions: Vec<Span>,
}

/// One occurrence of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes.
    pub span: Span,
    /// Index into [`Analysis::entities`].
    pub entity: usize,
    /// What the entity is, repeated here so that drawing needs one look-up.
    pub kind: EntityKind,
}

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

/// A passage caught by a term of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeHit {
    /// Its bytes.
    pub span: Span,
    /// Index into the configured themes.
    pub theme: usize,
    /// Index into the terms of that theme.
    pub term: usize,
}

impl Spanned for ThemeHit {
    fn span(&self) -> Span {
        self.span
    }
}

/// One wording that belongs to a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As written in the configuration; a final `*` matches any ending.
    pub text: String,
    /// Match the letters as they stand, not the inflections.
    pub exact: bool,
    /// Match the words in any order.
    pub any_order: bool,
}

/// A topic of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Name in the configuration and for other programs (`data-centres`).
    pub key: String,
    /// Name for people, in the language of the interface.
    pub label: String,
    /// What it is about; may be empty.
    pub description: String,
    /// The wordings that belong to it.
    pub terms: Vec<Term>,
}

/// A name known before reading: from the shipped list or the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName {
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other surfaces that mean the same.
    pub aliases: Vec<String>,
}

/// All that analysis found, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Analysis {
    /// Quotations, by start.
    pub quotations: SpanList<Quotation>,
    /// Entities, most mentioned first, then by first mention.
    pub entities: Vec<Entity>,
    /// Every mention of every entity, by start. Mentions do not overlap.
    pub mentions: SpanList<Mention>,
    /// Theme passages, by start. Passages of one theme do not overlap; of two themes they may.
    pub themes: SpanList<ThemeHit>,
    /// The part of the text that was looked at.
    pub covered: Span,
    /// The language that it was read in; `None` before any analysis.
    pub read_as: Option<ReadAs>,
}

impl Analysis {
    /// Puts the mentions of `entities` in reading order beside them.
    #[must_use]
    pub fn new(
        quotations: Vec<Quotation>,
        mut entities: Vec<Entity>,
        themes: Vec<ThemeHit>,
        covered: Span,
    ) -> Self {
        entities.sort_by_key(|entity| {
            (
                std::cmp::Reverse(entity.mentions.len()),
                entity.mentions.first().map_or(usize::MAX, |span| span.start()),
            )
        });
        let mentions = entities
            .iter()
            .enumerate()
            .flat_map(|(index, entity)| {
                entity.mentions.iter().map(move |&span| Mention { span, entity: index, kind: entity.kind })
            })
            .collect();
        Self {
            quotations: SpanList::new(quotations),
            mentions: SpanList::new(mentions),
            entities,
            themes: SpanList::new(themes),
            covered,
            read_as: None,
        }
    }

    /// The entity of that canonical name.
    #[must_use]
    pub fn entity_named(&self, name: &str) -> Option<usize> {
        self.entities.iter().position(|entity| entity.name == name)
    }
}
