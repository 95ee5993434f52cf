//! Where quotations stand: by their marks, by the dash of a dialogue, or by being set in.
//!
//! Paragraph by paragraph, outermost marks only. A quotation left open runs to the end of its
//! paragraph, and the mark that opens the next one carries it on.

use super::dialogue;
use super::reading::{Reading, Token, Tongue};
use crate::text::Span;
use std::ops::Range;

/// How a quotation is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Between marks.
    Marked,
    /// A turn of a dialogue, after a dash.
    Turn,
    /// A passage set in, without marks.
    SetIn,
}

/// A stretch of quoted words.
#[derive(Debug, Clone)]
pub(super) struct Quote {
    /// Marks included.
    pub(super) span: Span,
    /// Marks included.
    pub(super) tokens: Range<usize>,
    pub(super) form: Form,
    /// Left open at the end of its paragraph.
    pub(super) open: bool,
    /// Words between the marks.
    pub(super) words: usize,
    /// Whether its first letter is a capital.
    pub(super) capital: bool,
    /// Whether it ends as a sentence does, before the closing mark.
    pub(super) ended: Option<char>,
}

/// The quotations of the passage of that number, in order; `block` is where it stands.
pub(super) fn quotes(reading: &Reading, number: usize, block: Span, found: &mut Vec<Quote>) {
    let passage = &reading.passages[number];
    let before = number.checked_sub(1).map(|before| &reading.passages[before].tokens);
    let after_turn = || {
        let last = found.last().filter(|last| last.form == Form::Turn);
        last.zip(before).is_some_and(|(last, before)| before.contains(&last.tokens.start))
    };
    if let Some(tokens) = dialogue::turn(reading, passage, after_turn()) {
        let span = reading.span(tokens.clone());
        found.push(Quote::new(reading, tokens, span, Form::Turn, false));
        return;
    }
    let first = found.len();
    marked(reading, passage.tokens.clone(), passage.tongue, block.end(), found);
    let led =
        before.is_some_and(|before| before.end > before.start && reading.tokens[before.end - 1].is(':'));
    if found.len() == first && led && dialogue::is_set_in(reading, passage, block.of(reading.text)) {
        let start = passage.tokens.start + usize::from(reading.tokens[passage.tokens.start].is('>'));
        let tokens = start..passage.tokens.end;
        let span = reading.span(tokens.clone());
        found.push(Quote::new(reading, tokens, span, Form::SetIn, false));
    }
}

/// The quotations between marks; `end` is the last byte of their block.
fn marked(reading: &Reading, tokens: Range<usize>, tongue: Tongue, end: usize, found: &mut Vec<Quote>) {
    let last = tokens.end;
    let mut open: Option<Open> = None;
    for at in tokens {
        let Some(mark) = reading.tokens[at].mark() else { continue };
        match &mut open {
            Some(quote) if is_single(quote.mark) && matches!(mark, '«' | '“' | '"' | '„') => {
                // Single marks are as often apostrophes: any other mark outranks them.
                open = Open::new(reading, at, mark, tongue);
            }
            Some(quote) => {
                quote.depth += usize::from(mark == '«' && quote.mark == '«');
                if closes(quote.mark, mark) && (mark != '\'' || is_closing(reading, at)) {
                    quote.depth -= 1;
                    if quote.depth == 0 {
                        let span = Span::new(reading.tokens[quote.at].start(), reading.tokens[at].end());
                        found.push(Quote::new(reading, quote.at..at + 1, span, Form::Marked, false));
                        open = None;
                    }
                }
            }
            None => open = Open::new(reading, at, mark, tongue),
        }
    }
    if let Some(quote) = open.filter(|quote| !is_single(quote.mark)) {
        let span = Span::new(reading.tokens[quote.at].start(), end);
        found.push(Quote::new(reading, quote.at..last, span, Form::Marked, true));
    }
}

struct Open {
    mark: char,
    at: usize,
    depth: usize,
}

impl Open {
    fn new(reading: &Reading, at: usize, mark: char, tongue: Tongue) -> Option<Self> {
        // A straight mark right after a figure is a measure (5").
        let touches = |other: &Token| other.end() == reading.tokens[at].start();
        let measure = mark == '"'
            && at > 0
            && touches(&reading.tokens[at - 1])
            && reading.letters(at - 1).ends_with(|letter: char| letter.is_ascii_digit());
        let opens = match mark {
            '«' | '“' | '„' | '"' => !measure,
            '‘' => tongue != Tongue::German,
            '»' | '‚' => tongue == Tongue::German,
            '\'' => tongue == Tongue::Dutch && is_opening(reading, at),
            _ => false,
        };
        opens.then_some(Self { mark, at, depth: 1 })
    }
}

/// Marks that are as often apostrophes.
fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '‚' | '\'')
}

/// Whether a straight single mark stands before a word and after none.
fn is_opening(reading: &Reading, at: usize) -> bool {
    let here = reading.tokens[at];
    let before = at.checked_sub(1).is_some_and(|before| reading.tokens[before].end() == here.start());
    let next = reading.tokens.get(at + 1);
    !before && next.is_some_and(|next| next.start() == here.end() && next.is_word())
}

/// Whether a straight single mark stands right after a word or mark and before no word.
fn is_closing(reading: &Reading, at: usize) -> bool {
    let here = reading.tokens[at];
    let next = reading.tokens.get(at + 1);
    let word = next.is_some_and(|next| next.start() == here.end() && next.mark().is_none());
    reading.tokens[at - 1].end() == here.start() && !word
}

fn closes(open: char, mark: char) -> bool {
    match open {
        '«' => mark == '»',
        '»' => mark == '«',
        '“' => matches!(mark, '”' | '"'),
        '„' => matches!(mark, '“' | '”' | '"'),
        '‚' => matches!(mark, '‘' | '’'),
        '‘' => mark == '’',
        other => mark == other,
    }
}

impl Quote {
    fn new(reading: &Reading, tokens: Range<usize>, span: Span, form: Form, open: bool) -> Self {
        let closed = form == Form::Marked && !open;
        let inner = tokens.start + usize::from(form != Form::SetIn)..tokens.end - usize::from(closed);
        let mut words = inner.clone().filter(|&at| reading.tokens[at].mark().is_none());
        let first = words.next();
        let last = inner.clone().next_back().and_then(|at| reading.tokens[at].mark());
        Self {
            span,
            tokens,
            form,
            open,
            words: first.map_or(0, |_| 1 + words.count()),
            capital: first.is_some_and(|at| reading.tokens[at].is_capital()),
            ended: last.filter(|mark| matches!(mark, '.' | '!' | '?' | '…')),
        }
    }

    /// Whether it reads as a sentence of its own.
    pub(super) fn is_sentence(&self) -> bool {
        self.form != Form::Marked || self.capital && (self.words >= 4 || self.ended.is_some() || self.open)
    }
}

#[cfg(test)]
mod tests {
    use crate::analyse::tests::reading;
    use crate::text::Span;

    fn spans(text: &str) -> Vec<&str> {
        let reading = reading(text);
        let mut found = Vec::new();
        let mut end = 0;
        for (number, line) in text.split('\n').enumerate() {
            let start = end;
            end += line.len();
            super::quotes(&reading, number, Span::new(start, end), &mut found);
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
    fn each_language_has_its_marks() {
        let german =
            "Der Minister sagte, das ist „eine gute Nachricht“ und nicht »eine schlechte« für die Stadt.";
        assert_eq!(spans(german), ["„eine gute Nachricht“", "»eine schlechte«"]);
        let nested = "Die Frau sagte: „Er hat ‚nein‘ gesagt“, und das ist nicht wahr.";
        assert_eq!(spans(nested), ["„Er hat ‚nein‘ gesagt“"]);
        let dutch =
            "De man zei dat het 'een goede zaak' is, ook voor de foto's van 's ochtends en Hans' auto.";
        assert_eq!(spans(dutch), ["'een goede zaak'"]);
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
    fn a_turn_of_a_dialogue_ends_before_the_incise_that_closes_it() {
        assert_eq!(spans("— Oui, dit-elle en riant."), ["— Oui"]);
        assert_eq!(spans("— Vous partez ? demande Claire."), ["— Vous partez ?"]);
        assert_eq!(spans("— Non, répond-elle, pas demain."), ["— Non, répond-elle, pas demain."]);
        assert_eq!(spans("— Oui, dit Paul. Puis il sortit avec elle."), ["— Oui"]);
        let spanish =
            "El hombre no lo dijo.\n—Sí —dijo la mujer—. Yo también voy con usted.\n—¿Viene? —preguntó Ana.";
        assert_eq!(spans(spanish), ["—Sí —dijo la mujer—. Yo también voy con usted.", "—¿Viene?"]);
        assert_eq!(spans("— Le budget de l’an prochain.\n– Ouverture à midi."), Vec::<&str>::new());
    }

    #[test]
    fn a_passage_set_in_is_quoted_where_a_colon_leads_to_it() {
        assert_eq!(
            spans("He wrote:\n    We will see about it later.\nThe end of it all."),
            ["We will see about it later."]
        );
        assert_eq!(spans("He wrote.\n    We will see about it later."), Vec::<&str>::new());
    }

    #[test]
    fn a_measure_opens_nothing() {
        assert_eq!(spans("a 5\" screen and a \"good\" one"), ["\"good\""]);
    }
}
