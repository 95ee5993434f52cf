//! Where quotations stand: by their marks alone.
//!
//! Paragraph by paragraph, outermost marks only. A quotation left open runs to the end of its
//! paragraph, and the mark that opens the next one carries it on.

use super::reading::{Passage, Reading, Token};
use crate::text::Span;
use std::ops::Range;

/// A stretch between quotation marks.
#[derive(Debug, Clone)]
pub(super) struct Quote {
    /// Marks included.
    pub(super) span: Span,
    /// Marks included.
    pub(super) tokens: Range<usize>,
    /// Left open at the end of its paragraph.
    pub(super) open: bool,
    /// Words between the marks.
    pub(super) words: usize,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether it ends as a sentence does, before the closing mark.
    pub(super) ended: Option<char>,
}

/// The quotations of one passage, in order. `end` is the last byte of its block.
pub(super) fn quotes(reading: &Reading, passage: &Passage, end: usize, found: &mut Vec<Quote>) {
    let mut open: Option<Open> = None;
    for at in passage.tokens.clone() {
        let Some(mark) = reading.tokens[at].mark() else { continue };
        match &mut open {
            Some(quote) if quote.mark == '‘' && matches!(mark, '«' | '“' | '"') => {
                // Single marks are as often apostrophes: any other mark outranks them.
                open = Open::new(reading, at, mark);
            }
            Some(quote) => {
                quote.depth += usize::from(mark == '«' && quote.mark == '«');
                if closes(quote.mark, mark) {
                    quote.depth -= 1;
                    if quote.depth == 0 {
                        let span = Span::new(reading.tokens[quote.at].start(), reading.tokens[at].end());
                        found.push(Quote::new(reading, quote.at..at + 1, span, false));
                        open = None;
                    }
                }
            }
            None => open = Open::new(reading, at, mark),
        }
    }
    if let Some(quote) = open.filter(|quote| quote.mark != '‘') {
        let span = Span::new(reading.tokens[quote.at].start(), end);
        found.push(Quote::new(reading, quote.at..passage.tokens.end, span, true));
    }
}

struct Open {
    mark: char,
    at: usize,
    depth: usize,
}

impl Open {
    fn new(reading: &Reading, at: usize, mark: char) -> Option<Self> {
        // A straight mark right after a figure is a measure (5").
        let touches = |other: &Token| other.end() == reading.tokens[at].start();
        let measure = mark == '"'
            && at > 0
            && touches(&reading.tokens[at - 1])
            && reading.letters(at - 1).ends_with(|letter: char| letter.is_ascii_digit());
        let opens = matches!(mark, '«' | '“' | '„' | '"' | '‘') && !measure;
        opens.then_some(Self { mark, at, depth: 1 })
    }
}

fn closes(open: char, mark: char) -> bool {
    match open {
        '«' => mark == '»',
        '“' => matches!(mark, '”' | '"'),
        '„' => matches!(mark, '“' | '”'),
        '‘' => mark == '’',
        other => mark == other,
    }
}

impl Quote {
    fn new(reading: &Reading, tokens: Range<usize>, span: Span, open: bool) -> Self {
        let inner = tokens.start + 1..if open { tokens.end } else { tokens.end - 1 };
        let mut words = inner.clone().filter(|&at| reading.tokens[at].mark().is_none());
        let first = words.next();
        let last = inner.clone().next_back().and_then(|at| reading.tokens[at].mark());
        Self {
            span,
            tokens,
            open,
            words: first.map_or(0, |_| 1 + words.count()),
            capital: first.is_some_and(|at| reading.tokens[at].is_capital()),
            ended: last.filter(|mark| matches!(mark, '.' | '!' | '?' | '…')),
        }
    }

    /// Whether it reads as a sentence of its own.
    pub(super) fn is_sentence(&self) -> bool {
        self.capital && (self.words >= 4 || self.ended.is_some() || self.open)
    }
}

#[cfg(test)]
mod tests {
    use crate::analyse::tests::reading;

    fn spans(text: &str) -> Vec<&str> {
        let reading = reading(text);
        let mut found = Vec::new();
        let mut end = 0;
        for (passage, line) in reading.passages.iter().zip(text.split('\n')) {
            end += line.len();
            super::quotes(&reading, passage, end, &mut found);
            end += 1;
        }
        found.iter().map(|quote| quote.span.of(text)).collect()
    }

    #[test]
    fn marks_of_every_kind_are_paired() {
        assert_eq!(
            spans("Il dit « oui » et « non ». She said “yes” and \"no\"."),
            ["« oui »", "« non »", "“yes”", "\"no\""]
        );
    }

    #[test]
    fn inner_marks_belong_to_the_outer_quotation() {
        assert_eq!(spans("« Une « vraie » fraude » enfin"), ["« Une « vraie » fraude »"]);
        assert_eq!(spans("« Un “vrai” mot »"), ["« Un “vrai” mot »"]);
        assert_eq!(spans("“He said ‘no’ twice”"), ["“He said ‘no’ twice”"]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        assert_eq!(spans("« Un début\n« et la suite » puis"), ["« Un début", "« et la suite »"]);
        assert_eq!(spans("fin » sans début"), Vec::<&str>::new());
    }

    #[test]
    fn a_measure_opens_nothing() {
        assert_eq!(spans("a 5\" screen and a \"good\" one"), ["\"good\""]);
    }
}
