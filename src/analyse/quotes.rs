//! Where quotations stand: by their marks, by the dash of a dialogue, or by being set in.
//!
//! Paragraph by paragraph, outermost marks only. A quotation left open runs to the end of its
//! paragraph, and the mark that opens the next one carries it on.

use super::dialogue;
use super::marks::{Mark, Marks, Open, Singles};
use super::reading::Reading;
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
    /// Whether it ends with a comma, before the closing mark.
    pub(super) comma: bool,
    /// Whether it ends as a sentence does, before the closing mark.
    pub(super) ended: Option<char>,
}

/// The quotations of the passage of that number, in order; `block` is where it stands, `singles` what
/// [`single_marks`](super::marks::single_marks) says of the text.
pub(super) fn quotes(
    reading: &Reading,
    number: usize,
    block: Span,
    singles: Singles,
    found: &mut Vec<Quote>,
) {
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
    let resumed = found
        .last()
        .zip(before)
        .is_some_and(|(last, before)| last.open && before.contains(&last.tokens.start));
    let marks = Marks::new(reading, passage, singles);
    marked(&marks, passage.tokens.clone(), block.end(), resumed, found);
    let led =
        before.is_some_and(|before| before.end > before.start && reading.tokens[before.end - 1].is(':'));
    if found.len() == first && led && dialogue::is_set_in(reading, passage, block.of(reading.text)) {
        let start = passage.tokens.start + usize::from(reading.tokens[passage.tokens.start].is('>'));
        let tokens = start..passage.tokens.end;
        let span = reading.span(tokens.clone());
        found.push(Quote::new(reading, tokens, span, Form::SetIn, false));
    }
}

/// The quotations between marks; `end` is the last byte of their block, `resumed`: a quotation was left
/// open in the block before.
fn marked(marks: &Marks, tokens: Range<usize>, end: usize, resumed: bool, found: &mut Vec<Quote>) {
    let reading = marks.reading;
    let (first, last) = (tokens.start, tokens.end);
    let mut open: Option<Open> = None;
    for at in tokens {
        let Some(mark) = reading.tokens[at].mark() else { continue };
        if mark == '"' && marks.is_measure(at) {
            continue;
        }
        match &mut open {
            Some(quote)
                if quote.mark.is_single()
                    && !marks.singles.outer
                    && matches!(mark, '«' | '“' | '"' | '„') =>
            {
                // Single marks are as often apostrophes: any other mark outranks them.
                open = marks.opening(at, mark);
            }
            // Of two straight marks that open, one too many in the paragraph, the first is astray.
            Some(quote) if mark == '"' && quote.mark.0 == '"' && marks.odd && marks.opens(at) => {
                quote.at = at;
            }
            Some(quote) => {
                quote.depth += usize::from(mark == '«' && quote.mark.0 == '«');
                if quote.mark.closed_by(mark) && !(quote.mark.is_single() && marks.is_apostrophe(at, last)) {
                    quote.depth -= 1;
                    if quote.depth == 0 {
                        let span = Span::new(reading.tokens[quote.at].start(), reading.tokens[at].end());
                        found.push(Quote::new(reading, quote.at..at + 1, span, Form::Marked, false));
                        open = None;
                    }
                }
            }
            // `» Deuxième alinéa` goes on with what the first one opened.
            None if mark == '»' && at == first && resumed => {
                open = Some(Open { mark: Mark('«'), at, depth: 1 });
            }
            None => open = marks.opening(at, mark),
        }
    }
    if let Some(quote) = open.filter(|quote| !quote.mark.is_single()) {
        let span = Span::new(reading.tokens[quote.at].start(), end);
        found.push(Quote::new(reading, quote.at..last, span, Form::Marked, true));
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
            comma: last == Some(','),
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
        let singles = crate::analyse::marks::single_marks(&reading);
        let mut end = 0;
        for (number, line) in text.split('\n').enumerate() {
            let start = end;
            end += line.len();
            super::quotes(&reading, number, Span::new(start, end), singles, &mut found);
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
        assert_eq!(spans("\"A 5\" screen\" he said of the 6'2\" player"), ["\"A 5\" screen\""]);
        assert_eq!(spans("\"Since 2021\" he said"), ["\"Since 2021\""]);
    }

    #[test]
    fn a_straight_mark_without_another_takes_no_words_of_the_next_quotation() {
        assert_eq!(spans("He called it \"odd and then \"strange\" again"), ["\"strange\""]);
        assert_eq!(spans("It was odd\" and then \"strange\" again"), ["\"strange\""]);
    }

    #[test]
    fn single_marks_quote_where_the_text_has_no_others() {
        assert_eq!(
            spans("'We don't know,' he said of the '90s. 'The players' strike is over.'"),
            ["'We don't know,'", "'The players' strike is over.'"]
        );
        assert_eq!(spans("‘The players’ strike is over,’ he said."), ["‘The players’ strike is over,’"]);
        assert_eq!(spans("\"Yes,\" he said of the 'old' days"), ["\"Yes,\""]);
        assert_eq!(spans("rock 'n' roll, the dogs' bowls and '68"), Vec::<&str>::new());
    }

    #[test]
    fn double_marks_stand_inside_single_ones_where_these_quote() {
        let nested =
            "‘Nobody came. “Just wait,” they said. My mother’s bus was late.’ He called it ‘a joke’.";
        assert_eq!(
            spans(nested),
            ["‘Nobody came. “Just wait,” they said. My mother’s bus was late.’", "‘a joke’"]
        );
    }

    #[test]
    fn a_quotation_may_be_opened_again_by_any_paragraph() {
        assert_eq!(spans("« Un début\n» et la suite » enfin"), ["« Un début", "» et la suite »"]);
        assert_eq!(spans("“One\n“Two\n“Three”"), ["“One", "“Two", "“Three”"]);
    }

    #[test]
    fn other_scripts_are_read_without_harm() {
        assert_eq!(spans("Он сказал: «Мы уедем завтра»."), ["«Мы уедем завтра»"]);
        assert_eq!(spans("他说：“我们明天走。”"), ["“我们明天走。”"]);
        assert_eq!(spans("قال الوزير إنه سيغادر غدا"), Vec::<&str>::new());
    }
}
