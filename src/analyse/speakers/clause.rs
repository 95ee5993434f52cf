//! A passage as the search for speakers sees it: tokens, with each quotation as one item.

use crate::analyse::lexicon::Class;
use crate::analyse::names::{Named, Names};
use crate::analyse::quotes::Quote;
use crate::analyse::reading::{Passage, Reading, Token, Tongue};
use std::ops::Range;

/// How far from a quotation its speaker is looked for, in items: keeps long sentences linear.
pub(super) const REACH: usize = 60;

/// A token outside quotations, or a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Token(usize),
    /// Index into the quotations of the reading.
    Quote(usize),
}

/// The items of a passage.
pub(super) struct Clause<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) names: &'a Names,
    pub(super) quotes: &'a [Quote],
    pub(super) tongue: Tongue,
    pub(super) items: Vec<Item>,
    /// Whether a sentence starts at the item.
    starts: Vec<bool>,
}

impl<'a> Clause<'a> {
    /// `within` are the quotations of the passage.
    pub(super) fn new(
        reading: &'a Reading<'a>,
        names: &'a Names,
        quotes: &'a [Quote],
        passage: &Passage,
        within: Range<usize>,
    ) -> Self {
        let mut items = Vec::new();
        let mut at = passage.tokens.start;
        for number in within {
            items.extend((at..quotes[number].tokens.start).map(Item::Token));
            items.push(Item::Quote(number));
            at = quotes[number].tokens.end;
        }
        items.extend((at..passage.tokens.end).map(Item::Token));
        Self::of(reading, names, quotes, passage.tongue, items)
    }

    /// The words of a quotation, without the mark that opens it.
    pub(super) fn inside(&self, quote: &Quote) -> Clause<'a> {
        let items = (quote.tokens.start + 1..quote.tokens.end).map(Item::Token).collect();
        Self::of(self.reading, self.names, &[], self.tongue, items)
    }

    fn of(
        reading: &'a Reading<'a>,
        names: &'a Names,
        quotes: &'a [Quote],
        tongue: Tongue,
        items: Vec<Item>,
    ) -> Self {
        let mut clause = Self { reading, names, quotes, tongue, items, starts: Vec::new() };
        clause.starts = (0..clause.items.len()).map(|at| at == 0 || clause.is_start(at)).collect();
        clause
    }

    /// The quotation at the item.
    pub(super) fn quote(&self, at: usize) -> Option<&'a Quote> {
        match self.items.get(at) {
            Some(&Item::Quote(number)) => Some(&self.quotes[number]),
            _ => None,
        }
    }

    pub(super) fn token(&self, at: usize) -> Option<usize> {
        match self.items.get(at) {
            Some(&Item::Token(token)) => Some(token),
            _ => None,
        }
    }

    /// Whether the item is a word of that class.
    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|token| self.reading.has(token, class))
    }

    /// The word at the item in lower case; empty for marks and quotations.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| self.reading.lower(token))
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        self.token(at).and_then(|token| self.reading.tokens[token].mark())
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.reading.tokens[token].is_word())
    }

    /// `critics`, `officials`: an English noun that needs no article.
    pub(super) fn is_plural_noun(&self, at: usize) -> bool {
        let word = self.lower(at);
        let plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "police" | "men" | "women");
        let other =
            Class::FINITE.or(Class::ADVERB).or(Class::TIME).or(Class::DETERMINER).or(Class::PREPOSITION);
        self.tongue == Tongue::English && plural && !self.has(at, other) && self.name(at).is_none()
    }

    /// The name that holds the item.
    pub(super) fn name(&self, at: usize) -> Option<&'a Named> {
        self.token(at).and_then(|token| self.names.at(token))
    }

    /// The items of a name that holds item `at`: a name lies outside quotations, so its tokens are neighbours.
    pub(super) fn items_of(&self, name: &Named, at: usize) -> Range<usize> {
        let token = self.token(at).unwrap_or(name.tokens.start);
        let start = at.saturating_sub(token - name.tokens.start);
        start..(start + name.tokens.len()).min(self.items.len())
    }

    /// The first item of the sentence of item `at`, no further than [`REACH`].
    pub(super) fn sentence_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(REACH);
        (floor..=at).rev().find(|&at| self.starts[at]).unwrap_or(floor)
    }

    /// The item after the sentence of item `at`, no further than [`REACH`].
    pub(super) fn sentence_end(&self, at: usize) -> usize {
        let ceiling = self.items.len().min(at + REACH);
        (at + 1..ceiling).find(|&at| self.starts[at]).unwrap_or(ceiling)
    }

    fn is_start(&self, at: usize) -> bool {
        let opens = match self.items[at] {
            Item::Quote(number) => self.quotes[number].capital,
            Item::Token(token) => {
                let token: &Token = &self.reading.tokens[token];
                token.is_capital() || token.mark().is_some_and(|mark| matches!(mark, '—' | '–' | '(' | '['))
            }
        };
        let ended = match self.items[at - 1] {
            Item::Quote(number) => self.quotes[number].ended.is_some() || self.quotes[number].open,
            Item::Token(token) => matches!(self.reading.tokens[token].mark(), Some('.' | '!' | '?' | '…')),
        };
        opens && ended
    }
}
