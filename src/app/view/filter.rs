//! What is typed after `/` in a list: `#tag`, `plume:bleu`, `a:note`, `perdu:`, `supprimé:`, `type:personne`, and free words.

use super::parts::{kind_name, pen_name};
use crate::mark::{Entity, EntityKind, Note, Notes, Pen, Quotation, QuotationKind, Theme};
use crate::text::Span;
use crate::text::find::fold;
use crate::words::Lang;
use crate::words::views::Label;

/// A filter. Every term must be met; the words of both languages are understood, whatever the interface speaks.
///
/// As it narrows while one types, tags, pens and kinds are met by their beginnings, and a term without its
/// value (`plume:`) by all. Accents and case do not count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    tags: Vec<String>,
    pens: Vec<String>,
    note: bool,
    lost: bool,
    deleted: bool,
    kinds: Vec<String>,
    words: Vec<String>,
}

impl Filter {
    /// Reads what was typed. Anything is a filter; nothing meets all.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut filter = Self::default();
        for term in fold(typed).split_whitespace() {
            if let Some(tag) = term.strip_prefix('#') {
                filter.tags.push(tag.to_owned());
                continue;
            }
            match term.split_once(':') {
                Some(("plume" | "pen", pen)) => filter.pens.push(pen.to_owned()),
                Some(("a" | "has", "note" | "notes")) => filter.note = true,
                Some(("a" | "has", what)) if "note".starts_with(what) => {}
                Some(("perdu" | "perdue" | "lost", "")) => filter.lost = true,
                Some(("supprime" | "supprimee" | "deleted", "")) => filter.deleted = true,
                Some(("type", kind)) => filter.kinds.push(kind.to_owned()),
                _ => filter.words.push(term.to_owned()),
            }
        }
        filter
    }

    /// Whether everything meets it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an annotation meets it. A kind is never met.
    #[must_use]
    pub fn note(&self, note: &Note) -> bool {
        let texts = || {
            [note.anchor.quote.as_str(), &note.body].into_iter().chain(note.tags.iter().map(String::as_str))
        };
        self.of_kind(&[])
            && self.marked(note)
            && self.said(texts())
            && (!self.lost || note.placement.is_lost())
    }

    /// Whether deleted annotations alone are asked for.
    #[must_use]
    pub fn is_for_deleted(&self) -> bool {
        self.deleted
    }

    /// Whether annotations alone are asked for whose passage is not found.
    #[must_use]
    pub fn is_for_lost(&self) -> bool {
        self.lost
    }

    /// Whether an entity meets it: its kind, its names, an annotation on one of its mentions.
    #[must_use]
    pub fn entity(&self, entity: &Entity, notes: &Notes) -> bool {
        let names = std::iter::once(&entity.name).chain(&entity.aliases).map(String::as_str);
        self.of_kind(&kind_words(entity.kind)) && self.said(names) && self.annotated(&entity.mentions, notes)
    }

    /// Whether a bare name meets it; a tag, a pen or a kind is never met.
    #[must_use]
    pub fn name(&self, name: &str) -> bool {
        self.of_kind(&[]) && self.annotated(&[], &Notes::default()) && self.said(std::iter::once(name))
    }

    /// Whether a quotation meets it: its kind, its words or its speaker, an annotation on it.
    #[must_use]
    pub fn quotation(&self, quotation: &Quotation, words: &str, speaker: &str, notes: &Notes) -> bool {
        let label = match quotation.kind {
            QuotationKind::Direct => Label::Direct,
            QuotationKind::Partial => Label::Fragment,
            QuotationKind::Scare => Label::Scare,
        };
        let kinds = [quotation.kind.name(), label.say(Lang::French), label.say(Lang::English)];
        self.of_kind(&kinds)
            && self.said([words, speaker].into_iter())
            && self.annotated(&[quotation.span], notes)
    }

    /// Whether a theme meets it: its names and terms, an annotation on one of its passages. A kind is never met.
    #[must_use]
    pub fn theme(&self, theme: &Theme, passages: &[Span], notes: &Notes) -> bool {
        let names = [theme.label.as_str(), &theme.key].into_iter();
        let terms = theme.terms.iter().map(|term| term.text.as_str());
        self.of_kind(&[]) && self.said(names.chain(terms)) && self.annotated(passages, notes)
    }

    fn of_kind(&self, kinds: &[&str]) -> bool {
        // The plural of either language begins with the singular: `personnes` finds what `personne` does.
        let is = |kind: &str, asked: &str| kind.starts_with(asked) || asked.starts_with(kind);
        self.kinds.iter().all(|asked| asked.is_empty() || kinds.iter().any(|kind| is(&fold(kind), asked)))
    }

    fn said<'a>(&self, texts: impl Iterator<Item = &'a str>) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let texts = texts.map(fold).collect::<Vec<_>>().join("\n");
        self.words.iter().all(|word| texts.contains(word))
    }

    fn marked(&self, note: &Note) -> bool {
        let tagged = |asked: &String| note.tags.iter().any(|tag| fold(tag).starts_with(asked));
        let drawn = |asked: &String| pen_words(note.pen).iter().any(|name| name.starts_with(asked));
        self.tags.iter().all(|asked| asked.is_empty() || tagged(asked))
            && self.pens.iter().all(drawn)
            && (!self.note || note.has_body())
    }

    fn annotated(&self, passages: &[Span], notes: &Notes) -> bool {
        if self.tags.is_empty() && self.pens.is_empty() && !self.note && !self.lost && !self.deleted {
            return true;
        }
        // What is lost or deleted stands on nothing.
        let stands = !self.lost && !self.deleted;
        stands && passages.iter().any(|&passage| notes.touching(passage).any(|note| self.marked(note)))
    }
}

fn pen_words(pen: Pen) -> [&'static str; 2] {
    [pen_name(pen).say(Lang::French), pen_name(pen).say(Lang::English)]
}

fn kind_words(kind: EntityKind) -> [&'static str; 2] {
    [kind_name(kind).say(Lang::French), kind_name(kind).say(Lang::English)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::sample::Sample;

    /// The bodies (or passages) of the annotations that answer.
    fn answers(typed: &str) -> Vec<&'static str> {
        let sample = Sample::new();
        let filter = Filter::parse(typed);
        let names = [("quatre ans", "works"), ("412", "cost"), ("trois cents", "trees")];
        let name = |note: &Note| {
            names.iter().find(|(start, _)| note.anchor.quote.starts_with(start)).map(|name| name.1)
        };
        sample.notes.iter().filter(|note| filter.note(note)).filter_map(name).collect()
    }

    #[test]
    fn nothing_typed_or_half_typed_answers_all() {
        for typed in ["", "  ", "#", "plume:", "pen:", "a:", "has:no"] {
            assert_eq!(answers(typed).len(), 3, "{typed:?}");
        }
    }

    #[test]
    fn both_languages_are_understood_and_every_term_must_be_met() {
        assert_eq!(answers("plume:bleu"), ["cost", "trees"]);
        assert_eq!(answers("pen:blue has:note"), ["trees"]);
        assert_eq!(answers("a:note"), ["works", "trees"]);
        assert_eq!(answers("plume:bleu plume:rose"), Vec::<&str>::new());
    }

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(answers("#DUREE"), ["works"]);
        assert_eq!(answers("VERIFIER p. 12"), ["works"]);
    }

    #[test]
    fn a_kind_is_for_what_has_one() {
        assert_eq!(answers("type:personne"), Vec::<&str>::new());
        let sample = Sample::new();
        let kinds = |typed: &str| {
            let filter = Filter::parse(typed);
            let found = sample.analysis.entities.iter().filter(|entity| filter.entity(entity, &sample.notes));
            found.map(|entity| entity.kind).collect::<Vec<_>>()
        };
        assert_eq!(kinds("type:lieux"), [EntityKind::Place]);
        assert_eq!(kinds("type:pers"), [EntityKind::Person; 2]);
        assert_eq!(kinds("#budget"), [EntityKind::Amount], "by the annotation on it");
    }

    #[test]
    fn themes_answer_by_name_term_and_annotation() {
        let sample = Sample::new();
        let answers = |typed: &str, passages: &[Span]| {
            Filter::parse(typed).theme(&sample.themes[0], passages, &sample.notes)
        };
        assert!(answers("sante", &[]) && !answers("commerce", &[]));
        let marked = sample.notes.placed().items()[0].span;
        assert!(answers("#budget", &[marked]) && !answers("#budget", &[]));
    }
}
