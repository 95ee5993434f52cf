//! What the person says of the findings: what somebody is called, what a name is, who speaks, which words
//! belong to a theme.
//!
//! A correction is a fact about one subject, and the later one holds. Nothing found is stored: corrections are
//! laid over what analysis finds each time, so they outlive a better analysis and a changed text.

use super::{Anchor, EntityKind, Placement, Theme, analysis::Term};
use crate::text::Span;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a correction is meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scope {
    /// The document that is open.
    #[default]
    Document,
    /// Every document.
    Everywhere,
}

/// What words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A name of that kind.
    Name(EntityKind),
    /// No name.
    Nothing,
}

/// What a passage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saying {
    /// A quotation of somebody, by canonical name; of nobody known where that is `None`.
    By(Option<String>),
    /// No quotation.
    Nothing,
}

/// A fact about one subject. `to` is `None` where the correction is taken back: as analysis has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// Whoever or whatever is called `of` is called `to`. Those that end up with one name are one.
    Name {
        /// The canonical name found.
        of: String,
        /// What it is called.
        to: Option<String>,
    },
    /// The words `of` are a name of that kind, or no name; found or not.
    Kind {
        /// A canonical name, or any words of the text.
        of: String,
        /// What they are.
        to: Option<Naming>,
    },
    /// The passage is a quotation of that speaker, or none; found or not.
    Quotation {
        /// Names the passage for ever, so that a later correction of it replaces this one.
        id: Uuid,
        /// What holds it to its passage.
        anchor: Box<Anchor>,
        /// What it is.
        to: Option<Saying>,
    },
    /// The wording belongs to the theme, or does not.
    Term {
        /// Key of the theme.
        theme: String,
        /// The wording, as it would stand in the settings.
        term: String,
        /// Whether it belongs.
        to: Option<bool>,
    },
    /// There is a theme of that key, called so.
    Theme {
        /// Its key.
        key: String,
        /// Its name for people.
        to: Option<String>,
    },
}

/// A corrected passage, where it stands in the document that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What holds it to its passage.
    pub anchor: Anchor,
    /// Where it stands; `None` where it is not found for sure.
    pub span: Option<Span>,
    /// What it is.
    pub saying: Saying,
}

/// All corrections that hold for one document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    document: Facts,
    everywhere: Facts,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Facts {
    names: BTreeMap<String, String>,
    kinds: BTreeMap<String, Naming>,
    passages: BTreeMap<Uuid, Passage>,
    terms: BTreeMap<(String, String), bool>,
    themes: BTreeMap<String, String>,
}

impl Corrections {
    /// Whether nothing is corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Lets the fact hold and gives the one that takes it back; `None`, and no change, where it holds already.
    pub fn apply(&mut self, scope: Scope, correction: Correction) -> Option<Correction> {
        let facts = match scope {
            Scope::Document => &mut self.document,
            Scope::Everywhere => &mut self.everywhere,
        };
        match correction {
            Correction::Name { of, to } => {
                let before = exchange(&mut facts.names, of.clone(), to)?;
                Some(Correction::Name { of, to: before })
            }
            Correction::Kind { of, to } => {
                let before = exchange(&mut facts.kinds, of.clone(), to)?;
                Some(Correction::Kind { of, to: before })
            }
            Correction::Quotation { id, anchor, to } => {
                let passage = to.map(|saying| Passage { anchor: (*anchor).clone(), span: None, saying });
                let known = facts.passages.get(&id);
                // Where it stands follows from its anchor: it makes no difference.
                let passage = match (passage, known) {
                    (Some(passage), Some(known)) if known.anchor == passage.anchor => {
                        Some(Passage { span: known.span, ..passage })
                    }
                    (passage, _) => passage,
                };
                let before = exchange(&mut facts.passages, id, passage)?;
                Some(Correction::Quotation { id, anchor, to: before.map(|passage| passage.saying) })
            }
            Correction::Term { theme, term, to } => {
                let before = exchange(&mut facts.terms, (theme.clone(), term.clone()), to)?;
                Some(Correction::Term { theme, term, to: before })
            }
            Correction::Theme { key, to } => {
                let before = exchange(&mut facts.themes, key.clone(), to)?;
                Some(Correction::Theme { key, to: before })
            }
        }
    }

    /// Finds every corrected passage anew, as `place` says; one that is only likely is not corrected.
    pub fn place(&mut self, mut place: impl FnMut(&Anchor) -> Placement) {
        for facts in [&mut self.document, &mut self.everywhere] {
            for passage in facts.passages.values_mut() {
                passage.span = match place(&passage.anchor) {
                    Placement::Exact(span) | Placement::Moved(span) => Some(span),
                    _ => None,
                };
            }
        }
    }

    /// What whoever is found as `name` is called in the end: a name given to a name is followed.
    #[must_use]
    pub fn name_of<'a>(&'a self, name: &'a str) -> &'a str {
        let mut called = name;
        // Two devices may have made a ring of names; then one of them is as good as another.
        for _ in 0..=self.document.names.len() + self.everywhere.names.len() {
            let given = self.document.names.get(called).or_else(|| self.everywhere.names.get(called));
            match given {
                Some(given) => called = given,
                None => return called,
            }
        }
        called
    }

    /// What the person says these words are.
    #[must_use]
    pub fn kind_of(&self, words: &str) -> Option<Naming> {
        self.document.kinds.get(words).or_else(|| self.everywhere.kinds.get(words)).copied()
    }

    /// Every wording the person says something of, once, with what it is.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, Naming)> {
        let own = self.document.kinds.iter();
        let shared =
            self.everywhere.kinds.iter().filter(|(words, _)| !self.document.kinds.contains_key(*words));
        own.chain(shared).map(|(words, &naming)| (words.as_str(), naming))
    }

    /// Every name the person gave, with the name it was given to; what counts for this document comes first.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        let given = self.document.names.iter().chain(&self.everywhere.names);
        given.map(|(of, to)| (of.as_str(), to.as_str()))
    }

    /// The passages that are corrected, with the names by which to correct them again, the oldest first.
    pub fn passages(&self) -> impl Iterator<Item = (Uuid, &Passage)> {
        self.document.passages.iter().map(|(&id, passage)| (id, passage))
    }

    /// Where the person said whether the wording belongs to the theme, and what; of both, what counts here.
    #[must_use]
    pub fn term(&self, theme: &str, term: &str) -> Option<(Scope, bool)> {
        let subject = (theme.to_owned(), term.to_owned());
        let own = self.document.terms.get(&subject).map(|&belongs| (Scope::Document, belongs));
        own.or_else(|| self.everywhere.terms.get(&subject).map(|&belongs| (Scope::Everywhere, belongs)))
    }

    /// Every wording of which the person said whether it belongs to the theme, once, with what counts here.
    #[must_use]
    pub fn terms_of<'a>(&'a self, theme: &str) -> Vec<(&'a str, bool)> {
        let facts = [&self.document, &self.everywhere];
        let mut terms: Vec<(&str, bool)> = Vec::new();
        for ((key, term), &belongs) in facts.into_iter().flat_map(|facts| &facts.terms) {
            if key == theme && !terms.iter().any(|(known, _)| known == term) {
                terms.push((term, belongs));
            }
        }
        terms
    }

    /// Where the person named the theme, and how; of both, what counts here.
    #[must_use]
    pub fn theme(&self, key: &str) -> Option<(Scope, &str)> {
        let own = self.document.themes.get(key).map(|name| (Scope::Document, name.as_str()));
        own.or_else(|| self.everywhere.themes.get(key).map(|name| (Scope::Everywhere, name.as_str())))
    }

    /// The themes with the names and words that the person gave them; new ones come last.
    #[must_use]
    pub fn themes(&self, configured: &[Theme]) -> Vec<Theme> {
        let mut themes = configured.to_vec();
        for facts in [&self.everywhere, &self.document] {
            for (key, label) in &facts.themes {
                match themes.iter_mut().find(|theme| theme.key == *key) {
                    Some(theme) => theme.label.clone_from(label),
                    None => themes.push(Theme {
                        key: key.clone(),
                        label: label.clone(),
                        description: String::new(),
                        terms: Vec::new(),
                    }),
                }
            }
            for ((key, term), &belongs) in &facts.terms {
                let Some(theme) = themes.iter_mut().find(|theme| theme.key == *key) else { continue };
                let known = theme.terms.iter().position(|known| known.text == *term);
                match (known, belongs) {
                    (None, true) => {
                        theme.terms.push(Term { text: term.clone(), exact: false, any_order: false });
                    }
                    (Some(at), false) => {
                        theme.terms.remove(at);
                    }
                    _ => {}
                }
            }
        }
        themes
    }
}

/// Puts `value` in the place of the one there; gives that one, or `None` from the outside where both are equal.
fn exchange<K: Ord, V: PartialEq>(
    facts: &mut BTreeMap<K, V>,
    subject: K,
    value: Option<V>,
) -> Option<Option<V>> {
    if facts.get(&subject) == value.as_ref() {
        return None;
    }
    Some(match value {
        Some(value) => facts.insert(subject, value),
        None => facts.remove(&subject),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(of: &str, to: &str) -> Correction {
        Correction::Name { of: of.to_owned(), to: Some(to.to_owned()) }
    }

    fn term(theme: &str, term: &str, to: Option<bool>) -> Correction {
        Correction::Term { theme: theme.to_owned(), term: term.to_owned(), to }
    }

    fn themes() -> Vec<Theme> {
        let terms = vec![Term { text: "tram".to_owned(), exact: true, any_order: false }];
        let (key, label, description) = ("city".to_owned(), "Ville".to_owned(), String::new());
        vec![Theme { key, label, description, terms }]
    }

    fn words(themes: &[Theme]) -> Vec<&str> {
        themes.iter().flat_map(|theme| &theme.terms).map(|term| term.text.as_str()).collect()
    }

    #[test]
    fn a_name_given_to_a_given_name_is_followed() {
        let mut corrections = Corrections::default();
        corrections.apply(Scope::Everywhere, name("Mensch", "Arthur Mensch"));
        corrections.apply(Scope::Document, name("Arthur Mensch", "A. Mensch"));
        assert_eq!(corrections.name_of("Mensch"), "A. Mensch");
        assert_eq!(corrections.name_of("Macron"), "Macron");
        let given: Vec<_> = corrections.names().collect();
        assert_eq!(given, [("Arthur Mensch", "A. Mensch"), ("Mensch", "Arthur Mensch")]);
    }

    #[test]
    fn a_ring_of_names_ends() {
        let mut corrections = Corrections::default();
        corrections.apply(Scope::Document, name("A", "B"));
        corrections.apply(Scope::Everywhere, name("B", "A"));
        assert!(["A", "B"].contains(&corrections.name_of("A")));
    }

    #[test]
    fn what_is_said_of_this_document_counts_before_what_is_said_of_all() {
        let mut corrections = Corrections::default();
        let kind = |to| Correction::Kind { of: "Orange".to_owned(), to: Some(to) };
        corrections.apply(Scope::Everywhere, kind(Naming::Name(EntityKind::Organisation)));
        corrections.apply(Scope::Document, kind(Naming::Nothing));
        assert_eq!(corrections.kind_of("Orange"), Some(Naming::Nothing));
        assert_eq!(corrections.kinds().count(), 1);
    }

    #[test]
    fn words_come_to_a_theme_and_go_from_it() {
        let mut corrections = Corrections::default();
        corrections.apply(Scope::Everywhere, term("city", "bus", Some(true)));
        assert_eq!(words(&corrections.themes(&themes())), ["tram", "bus"]);
        corrections.apply(Scope::Document, term("city", "bus", Some(false)));
        corrections.apply(Scope::Document, term("city", "tram", Some(false)));
        assert!(words(&corrections.themes(&themes())).is_empty());
        assert_eq!(corrections.term("city", "bus"), Some((Scope::Document, false)));
        assert_eq!(corrections.terms_of("city"), [("bus", false), ("tram", false)]);
    }

    #[test]
    fn a_new_theme_comes_after_those_of_the_settings() {
        let mut corrections = Corrections::default();
        corrections
            .apply(Scope::Document, Correction::Theme { key: "air".to_owned(), to: Some("Air".to_owned()) });
        corrections.apply(Scope::Document, term("air", "ozone", Some(true)));
        let themes = corrections.themes(&themes());
        assert_eq!((themes[1].label.as_str(), words(&themes)), ("Air", vec!["tram", "ozone"]));
        assert_eq!(corrections.theme("air"), Some((Scope::Document, "Air")));
    }

    fn correction() -> impl Strategy<Value = (Scope, Correction)> {
        let scope = prop_oneof![Just(Scope::Document), Just(Scope::Everywhere)];
        let correction = prop_oneof![
            ("[ab]", proptest::option::of("[ab]")).prop_map(|(of, to)| Correction::Name { of, to }),
            ("[ab]", proptest::option::of(any::<bool>())).prop_map(|(of, name)| Correction::Kind {
                of,
                to: name.map(|name| if name { Naming::Name(EntityKind::Place) } else { Naming::Nothing }),
            }),
            ("[ab]", "[ab]", proptest::option::of(any::<bool>()))
                .prop_map(|(theme, term, to)| Correction::Term { theme, term, to }),
            ("[ab]", proptest::option::of("[ab]")).prop_map(|(key, to)| Correction::Theme { key, to }),
        ];
        (scope, correction)
    }

    proptest! {
        #[test]
        fn taking_every_correction_back_leaves_none(all in proptest::collection::vec(correction(), 0..20)) {
            let mut corrections = Corrections::default();
            let mut back = Vec::new();
            for (scope, correction) in all {
                back.extend(corrections.apply(scope, correction).map(|inverse| (scope, inverse)));
            }
            for (scope, inverse) in back.into_iter().rev() {
                corrections.apply(scope, inverse);
            }
            prop_assert!(corrections.is_empty());
        }
    }
}
