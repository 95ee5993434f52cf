//! Lays the person's corrections over what was found.

use crate::doc::Document;
use crate::mark::correction::Passage;
use crate::mark::{
    Analysis, Confidence, Corrections, Entity, EntityKind, Naming, Quotation, QuotationKind, Saying, Speaker,
};
use crate::text::Span;
use crate::text::segment::sentences;
use std::collections::{HashMap, HashSet};

/// What was found in `document`, as the person corrected it.
///
/// Names that end up the same are one entity; words declared a name are mentions of it wherever they stand
/// whole; a speaker set goes on to the quotations that had the old one only because it was carried over. Themes are
/// left as they are: their words are looked for with [`Corrections::themes`]. Only what lies in the part of the text
/// that was analysed is touched.
#[must_use]
pub fn corrected(document: &Document, found: &Analysis, corrections: &Corrections) -> Analysis {
    if corrections.is_empty() {
        return found.clone();
    }
    Analysis::new(
        quotations(document, found, corrections),
        entities(document, found, corrections),
        found.themes.items().to_vec(),
        found.covered,
    )
}

/// What the person says that an entity found as `name` and called `called` is.
fn naming(corrections: &Corrections, name: &str, called: &str) -> Option<Naming> {
    corrections.kind_of(called).or_else(|| corrections.kind_of(name))
}

fn entities(document: &Document, found: &Analysis, corrections: &Corrections) -> Vec<Entity> {
    let text = document.text();
    let mut entities: Vec<Entity> = Vec::with_capacity(found.entities.len());
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for entity in &found.entities {
        let name = corrections.name_of(&entity.name);
        let kind = match naming(corrections, &entity.name, name) {
            Some(Naming::Nothing) => continue,
            Some(Naming::Name(kind)) => kind,
            None => entity.kind,
        };
        match by_name.get(name) {
            Some(&at) => {
                let whole = &mut entities[at];
                // Whoever had the name from the start says what it is.
                if entity.name == name {
                    whole.kind = kind;
                }
                whole.mentions.extend(&entity.mentions);
            }
            None => {
                by_name.insert(name.to_owned(), entities.len());
                entities.push(Entity {
                    name: name.to_owned(),
                    kind,
                    aliases: Vec::new(),
                    mentions: entity.mentions.clone(),
                });
            }
        }
    }
    let known: HashSet<&str> = found.entities.iter().map(|entity| entity.name.as_str()).collect();
    for (words, naming) in corrections.kinds() {
        if let Naming::Name(kind) = naming
            && !known.contains(words)
            && !by_name.contains_key(words)
        {
            declare(text, found.covered, words, kind, corrections, &mut entities);
        }
    }
    for entity in &mut entities {
        entity.mentions.sort();
        entity.aliases = aliases(text, entity);
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    entities
}

/// Makes `words` a name of that kind wherever they stand whole, save inside a longer name.
fn declare(
    text: &str,
    covered: Span,
    words: &str,
    kind: EntityKind,
    corrections: &Corrections,
    entities: &mut Vec<Entity>,
) {
    let mut places = occurrences(text, covered, words);
    entities.iter_mut().for_each(|entity| entity.mentions.sort());
    let is_inside = |place: &Span| {
        let longer = |mention: &Span| mention.covers(*place) && mention.len() > place.len();
        entities.iter().any(|entity| {
            let near = entity.mentions.partition_point(|mention| mention.end() <= place.start());
            entity.mentions.get(near).is_some_and(longer)
        })
    };
    places.retain(|place| !is_inside(place));
    if places.is_empty() {
        return;
    }
    for entity in entities.iter_mut() {
        entity.mentions.retain(|mention| {
            let near = places.partition_point(|place| place.end() <= mention.start());
            places.get(near).is_none_or(|place| place.overlap(*mention).is_none())
        });
    }
    let name = corrections.name_of(words);
    match entities.iter_mut().find(|entity| entity.name == name) {
        Some(entity) => entity.mentions.extend(places),
        None => {
            entities.push(Entity { name: name.to_owned(), kind, aliases: Vec::new(), mentions: places });
        }
    }
}

/// Where `words` stand in `window`, not as a part of longer words. One blank of `words` stands for any blanks,
/// and apostrophes are alike.
fn occurrences(text: &str, window: Span, words: &str) -> Vec<Span> {
    let Some(first) = words.chars().next() else { return Vec::new() };
    let inside = window.of(text);
    let mut places: Vec<Span> = Vec::new();
    for (at, _) in inside.match_indices(first) {
        let start = window.start() + at;
        if places.last().is_some_and(|last| start < last.end()) {
            continue;
        }
        if let Some(length) = matched(&text[start..window.end()], words) {
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let end = start + length;
            if !is_letter(text[..start].chars().next_back()) && !is_letter(text[end..].chars().next()) {
                places.push(Span::new(start, end));
            }
        }
    }
    places
}

/// How many bytes `words` take at the start of `text`.
fn matched(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for letter in words.chars() {
        let trimmed = match letter {
            ' ' => rest.trim_start(),
            '\'' | '’' => rest.strip_prefix(['\'', '’'])?,
            _ => rest.strip_prefix(letter)?,
        };
        if trimmed.len() == rest.len() {
            return None;
        }
        rest = trimmed;
    }
    Some(text.len() - rest.len())
}

/// The distinct surfaces other than the name, in order of first use.
fn aliases(text: &str, entity: &Entity) -> Vec<String> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut aliases: Vec<String> = Vec::new();
    for surface in entity.mentions.iter().map(|mention| mention.of(text)) {
        if seen.insert(surface) {
            let surface = surface.split_whitespace().collect::<Vec<_>>().join(" ");
            if surface != entity.name && !aliases.contains(&surface) {
                aliases.push(surface);
            }
        }
    }
    aliases
}

fn quotations(document: &Document, found: &Analysis, corrections: &Corrections) -> Vec<Quotation> {
    let mut quotations = found.quotations.items().to_vec();
    for speaker in quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
        let Some(name) = &speaker.name else { continue };
        let called = corrections.name_of(name);
        speaker.name = match naming(corrections, name, called) {
            Some(Naming::Nothing) => None,
            _ => Some(called.to_owned()),
        };
    }
    let mut settled: HashSet<usize> = HashSet::new();
    let placed = corrections
        .passages()
        .filter_map(|(_, passage)| Some((passage.span?.overlap(found.covered)?, passage)));
    for (span, Passage { saying, .. }) in placed {
        match saying {
            Saying::Nothing => quotations.retain(|quotation| quotation.span != span),
            Saying::By(name) => {
                if !quotations.iter().any(|quotation| quotation.span == span) {
                    quotations.retain(|quotation| !span.covers(quotation.span));
                    quotations.push(declared(document, span));
                    quotations.sort_by_key(|quotation| quotation.span);
                }
                settled.insert(span.start());
                let at = quotations.iter().position(|quotation| quotation.span == span);
                // Whoever was set to speak may have been given another name since.
                let name = name.as_deref().map(|name| corrections.name_of(name).to_owned());
                speak(&mut quotations, at.expect("it was found or put there"), &name, &settled);
            }
        }
    }
    quotations
}

/// A quotation that only the person sees.
fn declared(document: &Document, span: Span) -> Quotation {
    let block = document.block_at(span.start()).map_or(span, |index| document.blocks()[index].span);
    let whole = span.end() > block.end()
        || sentences(document.text(), block).into_iter().any(|sentence| span.covers(sentence));
    Quotation {
        span,
        kind: if whole { QuotationKind::Direct } else { QuotationKind::Partial },
        speaker: None,
        cue: None,
        confidence: Confidence::High,
    }
}

/// `name` says the quotation at `at`, and those after it that had the old speaker only by being carried over.
fn speak(quotations: &mut [Quotation], at: usize, name: &Option<String>, settled: &HashSet<usize>) {
    let before = quotations[at].speaker.take();
    let old = before.as_ref().and_then(|speaker| speaker.name.clone());
    let kept = before.filter(|_| old == *name).and_then(|speaker| speaker.mention);
    quotations[at].confidence = Confidence::High;
    quotations[at].speaker =
        name.clone().map(|name| Speaker { mention: kept, name: Some(name), carried: false });
    if old.is_none() || old == *name {
        return;
    }
    for quotation in &mut quotations[at + 1..] {
        let carried = quotation.confidence < Confidence::High
            && quotation.speaker.as_ref().is_some_and(|speaker| speaker.carried && speaker.name == old);
        if !carried || settled.contains(&quotation.span.start()) {
            break;
        }
        quotation.speaker =
            name.clone().map(|name| Speaker { mention: None, name: Some(name), carried: true });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::Engine;
    use crate::doc::{BlockKind, Builder, Extent};
    use crate::mark::{Anchor, Correction, Placement, Scope};
    use uuid::Uuid;

    const ARTICLE: &str = "« Nous construirons une ligne », a déclaré Claire Denoual. « Elle ouvrira demain. »\n\
        Mme Denoual et Yann Le Goff se sont vus à Lyon. Le collectif Halles Vives était là.\n\
        Yann Le Goff, de Halles Vives, a refusé.";

    fn document() -> Document {
        let mut builder = Builder::with_capacity(ARTICLE.len());
        for line in ARTICLE.lines() {
            builder.block(BlockKind::Paragraph, line);
        }
        builder.finish(Extent::Whole)
    }

    /// What the article is found to be with these corrections, each for this document.
    fn with(all: Vec<Correction>) -> (Document, Analysis) {
        let document = document();
        let engine = Engine::new(&[], &[]);
        let found = engine.sketch(&document);
        let mut corrections = Corrections::default();
        for correction in all {
            corrections.apply(Scope::Document, correction);
        }
        corrections.place(|anchor| {
            let at = ARTICLE.find(&anchor.quote).expect("the quote stands in the article");
            Placement::Exact(Span::new(at, at + anchor.quote.len()))
        });
        let analysis = corrected(&document, &found, &corrections);
        (document, analysis)
    }

    fn name(of: &str, to: &str) -> Correction {
        Correction::Name { of: of.to_owned(), to: Some(to.to_owned()) }
    }

    fn kind(of: &str, to: Naming) -> Correction {
        Correction::Kind { of: of.to_owned(), to: Some(to) }
    }

    fn quotation(quote: &str, to: Saying) -> Correction {
        let at = ARTICLE.find(quote).expect("the quote stands in the article");
        let anchor = Anchor::new(&document(), Span::new(at, at + quote.len()));
        Correction::Quotation { id: Uuid::from_u128(1), anchor: Box::new(anchor), to: Some(to) }
    }

    fn entity<'a>(analysis: &'a Analysis, name: &str) -> Option<&'a Entity> {
        analysis.entities.iter().find(|entity| entity.name == name)
    }

    fn speakers(analysis: &Analysis) -> Vec<Option<&str>> {
        let quotations = analysis.quotations.items().iter();
        quotations.map(|quotation| quotation.speaker.as_ref()?.name.as_deref()).collect()
    }

    fn by(name: &str) -> Saying {
        Saying::By(Some(name.to_owned()))
    }

    #[test]
    fn without_corrections_all_is_as_it_was_found() {
        let (document, analysis) = with(Vec::new());
        assert_eq!(analysis, Engine::new(&[], &[]).sketch(&document));
        assert_eq!(speakers(&analysis), [Some("Claire Denoual"), Some("Claire Denoual")]);
    }

    #[test]
    fn two_names_merged_are_one_entity_with_all_mentions() {
        let (_, analysis) = with(vec![name("Yann Le Goff", "Claire Denoual")]);
        let merged = entity(&analysis, "Claire Denoual").expect("it is there");
        assert_eq!(merged.mentions.len(), 4);
        assert_eq!(merged.aliases, ["Denoual", "Yann Le Goff"]);
        assert_eq!(entity(&analysis, "Yann Le Goff"), None);
    }

    #[test]
    fn a_new_name_is_that_of_the_speaker_too() {
        let (_, analysis) = with(vec![name("Claire Denoual", "Claire Denoual-Roux")]);
        assert_eq!(speakers(&analysis)[0], Some("Claire Denoual-Roux"));
        assert!(entity(&analysis, "Claire Denoual-Roux").is_some_and(|entity| entity.aliases.len() == 2));
    }

    #[test]
    fn a_name_can_be_of_another_kind_or_no_name() {
        let (_, analysis) = with(vec![
            kind("Lyon", Naming::Name(EntityKind::Organisation)),
            kind("Yann Le Goff", Naming::Nothing),
        ]);
        assert_eq!(entity(&analysis, "Lyon").map(|entity| entity.kind), Some(EntityKind::Organisation));
        assert_eq!(entity(&analysis, "Yann Le Goff"), None);
    }

    #[test]
    fn declared_words_are_a_name_wherever_they_stand_whole() {
        let (document, analysis) = with(vec![
            kind("Halles Vives", Naming::Name(EntityKind::Organisation)),
            kind("Le", Naming::Name(EntityKind::Other)),
        ]);
        let declared = entity(&analysis, "Halles Vives").expect("it is there");
        assert_eq!(declared.mentions.len(), 2);
        let le = entity(&analysis, "Le").expect("it stands at the start of a sentence");
        assert_eq!(le.mentions.len(), 1, "not inside `Yann Le Goff`");
        assert_eq!(&document.text()[le.mentions[0].end()..][..10], " collectif");
    }

    #[test]
    fn a_speaker_set_goes_on_to_what_was_carried_over() {
        let quote = "« Nous construirons une ligne »";
        let (_, analysis) = with(vec![quotation(quote, by("Yann Le Goff"))]);
        assert_eq!(speakers(&analysis)[0], Some("Yann Le Goff"));
        assert_eq!(analysis.quotations.items()[0].confidence, Confidence::High);
        let (_, analysis) = with(vec![quotation(quote, Saying::By(None))]);
        assert_eq!(speakers(&analysis)[0], None);
        let (_, analysis) = with(vec![quotation(quote, by("Le Goff")), name("Le Goff", "Yann Le Goff")]);
        assert_eq!(speakers(&analysis)[0], Some("Yann Le Goff"), "merged after it was set");
    }

    #[test]
    fn a_passage_can_be_refused_or_declared_a_quotation() {
        let (_, analysis) = with(vec![quotation("« Elle ouvrira demain. »", Saying::Nothing)]);
        assert_eq!(analysis.quotations.items().len(), 1);
        let (_, analysis) = with(vec![quotation("Le collectif Halles Vives était là.", by("Yann Le Goff"))]);
        assert_eq!(speakers(&analysis)[2], Some("Yann Le Goff"));
        assert_eq!(analysis.quotations.items()[2].kind, QuotationKind::Direct);
    }

    #[test]
    fn words_are_found_over_any_blanks_and_with_any_apostrophe() {
        let text = "Val d’Oise, Val\u{a0}d'Oise, Vald’Oise, Val d’Oiseau";
        let found = occurrences(text, Span::new(0, text.len()), "Val d'Oise");
        assert_eq!(found.len(), 2);
    }
}
