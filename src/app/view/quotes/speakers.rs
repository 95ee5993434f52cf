//! Who speaks: quotations by speaker, how much each says, what each is.

use crate::doc::Document;
use crate::mark::{Analysis, EntityKind, Quotation, QuotationKind};
use crate::text::Span;
use crate::text::find::fold;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Whose words they are. The order is that of the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    /// Somebody, by canonical name, or else as the text calls them.
    Somebody(String),
    /// Somebody, but nothing tells who.
    NotFound,
    /// Nobody: words held at a distance.
    Nobody,
}

/// All that one speaker says.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) who: Who,
    /// Indices of the quotations, in reading order.
    pub(super) quotations: Vec<usize>,
    /// Words in them.
    pub(super) words: usize,
}

/// Quotations by speaker: who says most comes first; then those whose speaker is not found, then nobody's.
pub(super) fn groups(document: &Document, analysis: &Analysis) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<Who, usize> = HashMap::new();
    for (index, quotation) in analysis.quotations.items().iter().enumerate() {
        let place = *places.entry(who(document, quotation)).or_insert_with_key(|who| {
            groups.push(Group { who: who.clone(), quotations: Vec::new(), words: 0 });
            groups.len() - 1
        });
        groups[place].quotations.push(index);
        groups[place].words += words(document.slice(quotation.span));
    }
    let rank = |who: &Who| match who {
        Who::Somebody(_) => 0,
        Who::NotFound => 1,
        Who::Nobody => 2,
    };
    groups.sort_by_key(|group| (rank(&group.who), Reverse(group.words)));
    groups
}

/// Whose words a quotation gives.
pub(super) fn who(document: &Document, quotation: &Quotation) -> Who {
    let named = quotation.speaker.as_ref().and_then(|speaker| {
        // A pronoun that nothing resolved names nobody: two of them need not be the same person.
        let mention = speaker.mention.map(|span| document.slice(span)).filter(|mention| !is_pronoun(mention));
        speaker.name.as_deref().or(mention)
    });
    match named {
        Some(name) => Who::Somebody(name.to_owned()),
        None if quotation.kind == QuotationKind::Scare => Who::Nobody,
        None => Who::NotFound,
    }
}

/// Whether the mention only stands for somebody named elsewhere.
pub(in crate::app) fn is_pronoun(mention: &str) -> bool {
    const PRONOUNS: [&str; 19] = [
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "nous",
        "celui-ci",
        "celle-ci",
        "ce dernier",
        "cette derniere",
        "lui",
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "who",
    ];
    PRONOUNS.contains(&fold(mention).as_str())
}

/// Words of `text`: what stands between blanks and holds a letter or a digit.
pub(super) fn words(text: &str) -> usize {
    let (mut count, mut inside) = (0, false);
    for letter in text.chars() {
        if letter.is_whitespace() {
            inside = false;
        } else if !inside && letter.is_alphanumeric() {
            inside = true;
            count += 1;
        }
    }
    count
}

/// What somebody is, where the text says so right after the first mention: `X, role, …`. `None` where what follows is
/// no such apposition, or more than 60 letters.
pub(super) fn role<'a>(document: &'a Document, analysis: &Analysis, entity: usize) -> Option<&'a str> {
    let mention = *analysis.entities[entity].mentions.first()?;
    let block = document.blocks()[document.block_at(mention.start())?].span;
    let rest = document.text()[mention.end()..block.end().max(mention.end())].strip_prefix(", ")?;
    let role = &rest[..rest.find([',', '.', ';', ':', '«', '“', '"', '\n'])?];
    let start = mention.end() + 2;
    let ended = rest[role.len()..].starts_with(',');
    let listed = analysis.mentions.at(start).next().is_some_and(|(_, next)| next.span.start() == start);
    (ended && !listed && role.chars().count() <= 60 && opens_role(role)).then_some(role)
}

/// Whether it can open an apposition: not with a verb, a relative, a date or a place.
fn opens_role(role: &str) -> bool {
    const NOT: [&str; 49] = [
        "qui", "que", "qu'il", "qu'elle", "dont", "ou", "a", "est", "et", "mais", "avait", "etait", "sera",
        "lors", "selon", "pour", "dans", "en", "au", "aux", "sur", "hier", "lundi", "mardi", "mercredi",
        "jeudi", "vendredi", "samedi", "dimanche", "lui", "il", "elle", "who", "which", "whose", "where",
        "and", "but", "is", "was", "has", "had", "said", "says", "in", "on", "for", "he", "she",
    ];
    let first = role.split_whitespace().next().map(fold).unwrap_or_default();
    !first.is_empty() && !NOT.contains(&first.as_str())
}

/// What a name is called in short: a person by what follows the first name, others in full.
pub(super) fn short(name: &str, kind: Option<EntityKind>) -> &str {
    match name.split_once(' ') {
        Some((_, last)) if kind == Some(EntityKind::Person) => last,
        _ => name,
    }
}

/// Whether a colon stands right before the quotation.
pub(super) fn after_colon(document: &Document, span: Span) -> bool {
    document.text()[..span.start()].trim_end_matches([' ', '\u{a0}', '\u{202f}']).ends_with(':')
}
