//! The rows of the quotations: a speaker, a quotation in its columns, the share of each speaker.

use super::ORDERS;
use super::speakers::{Group, Who, after_colon, role, short, who};
use crate::app::correcting::is_unsure;
use crate::app::view::line::{Line, bar, breadth, cut, cut_quotation, wrap};
use crate::app::view::parts::Input;
use crate::app::view::{Piece, Role};
use crate::mark::{Quotation, QuotationKind};
use crate::words::views::{Label, Order, counted, percent};

/// `Claire Denoual — maire de Montreval     3 citations · 41 mots · 38 %`; on narrow screens without role and words.
pub(super) fn speaker(input: &Input, group: &Group, total: usize, item: Option<usize>) -> Vec<Piece> {
    let (lang, narrow) = (input.lang, input.width < 60);
    let mut line = Line::new(input.columns());
    line.put(" ", Role::Text)
        .put(item.map_or(" ", |item| input.marker(item)), Role::Chosen)
        .put(" ", Role::Text);
    let mut stats = counted(group.quotations.len(), Label::Quotation, Label::Quotations, lang);
    if !narrow {
        stats += &format!(" · {}", counted(group.words, Label::Word, Label::Words, lang));
    }
    if group.who != Who::Nobody {
        stats += &format!(" · {:>4}", percent(share(group.words, total), lang));
    }
    let stats = Piece::new(stats, Role::Chrome);
    let room = line.left().saturating_sub(breadth(std::slice::from_ref(&stats)) + 2);
    let mut heading = Line::new(room);
    let quotations = input.analysis.quotations.items();
    match &group.who {
        Who::Somebody(name) => {
            let is_guess = group.quotations.iter().all(|&index| is_unsure(&quotations[index]));
            heading.put(name, if is_guess { Role::Unsure } else { Role::Heading });
            heading.put(if is_guess { " ?" } else { "" }, Role::Unsure);
            let entity = input.analysis.entity_named(name);
            if let Some(role) =
                entity.and_then(|entity| role(input.document, input.analysis, entity)).filter(|_| !narrow)
            {
                heading.put(&format!(" — {role}"), Role::Text);
            }
        }
        Who::NotFound => {
            heading.put(Label::NoSpeaker.say(lang), Role::Unsure);
        }
        Who::Nobody => {
            heading.put(Label::ScareWords.say(lang), Role::Chrome);
        }
    }
    line.fit(&heading.done());
    line.right(&[stats]);
    line.done()
}

/// `temps de parole  Denoual ███████▌  Le Goff ██████▌  autres █▊`: the four who speak most, then all others.
pub(super) fn speaking_time(input: &Input, groups: &[Group], total: usize) -> Vec<Piece> {
    let mut line = Line::new(input.columns());
    line.put(&format!(" {}", Label::SpeakingTime.say(input.lang)), Role::Chrome);
    let most =
        groups.iter().filter(|group| group.who != Who::Nobody).map(|group| group.words).max().unwrap_or(0);
    let share = |name: &str, words: usize| {
        [
            Piece::new(format!("  {name} "), Role::Text),
            Piece::new(bar(words, most, if input.width < 60 { 4 } else { 8 }), Role::Quote),
        ]
    };
    let rest_name = Label::Rest.say(input.lang);
    let mut rest = total;
    for group in groups.iter().take(4) {
        let Who::Somebody(name) = &group.who else { break };
        let kind = input.analysis.entity_named(name).map(|entity| input.analysis.entities[entity].kind);
        let pieces = share(short(name, kind), group.words);
        let others = if rest > group.words { breadth(&share(rest_name, rest - group.words)) } else { 0 };
        if breadth(&pieces) + others > line.left() {
            break;
        }
        line.fit(&pieces);
        rest -= group.words;
    }
    if rest > 0 {
        line.fit(&share(rest_name, rest));
    }
    line.done()
}

fn share(words: usize, total: usize) -> usize {
    (words * 100 + total / 2) / total.max(1)
}

/// Where the parts of a quotation stand.
pub(super) struct Columns {
    number: usize,
    speaker: usize,
    cue: usize,
    text: usize,
}

impl Columns {
    pub(super) fn new(input: &Input) -> Self {
        let reading = input.order(&ORDERS) == Order::Reading;
        let (speaker, cue) = match (reading, input.width < 60) {
            (false, true) => (0, 14),
            (false, false) => (0, 15),
            (true, true) => (12, 0),
            (true, false) => (17, 15),
        };
        let number = if reading { 3 } else { 5 };
        Self { number, speaker, cue, text: number + input.number_columns() + 2 + speaker + cue }
    }

    /// The first `rows` lines of the quotation in the room it has.
    pub(super) fn unfold(&self, input: &Input, index: usize, rows: usize) -> Vec<String> {
        let quotation = &input.analysis.quotations.items()[index];
        let room = self.room(input, &self.tail(input, quotation));
        wrap(input.document.slice(quotation.span), room, rows)
    }

    /// `§2  a déclaré   « … »   fragment ●1`; `unfolded` is its first line where it stands on several.
    pub(super) fn quotation(
        &self,
        input: &Input,
        index: usize,
        unfolded: Option<&str>,
        item: Option<usize>,
    ) -> Vec<Piece> {
        let quotation = &input.analysis.quotations.items()[index];
        let mut line = Line::new(input.columns());
        line.to(self.number - 2)
            .put(item.map_or(" ", |item| input.marker(item)), Role::Chosen)
            .put(" ", Role::Text);
        let number = format!("§{}", input.paragraph(quotation.span.start()));
        line.column(&number, Role::Chrome, input.number_columns() + 2);
        let (speaker, role) = match who(input.document, quotation) {
            Who::Somebody(name) if is_unsure(quotation) => {
                (format!("{} ?", cut(&name, self.speaker.saturating_sub(3))), Role::Unsure)
            }
            Who::Somebody(name) => (name, Role::Heading),
            Who::NotFound => ("?".to_owned(), Role::Unsure),
            Who::Nobody => (String::new(), Role::Heading),
        };
        spaced(&mut line, &speaker, role, self.speaker);
        let cue = match quotation.cue {
            Some(cue) => input.document.slice(cue),
            None if after_colon(input.document, quotation.span) => Label::Colon.say(input.lang),
            None => "",
        };
        spaced(&mut line, cue, Role::Chrome, self.cue);
        let tail = self.tail(input, quotation);
        let words = unfolded.unwrap_or_else(|| input.document.slice(quotation.span));
        line.put(&cut_quotation(words, self.room(input, &tail)), Role::Text);
        line.right(&tail);
        line.done()
    }

    /// A further line of a quotation.
    pub(super) fn more(&self, input: &Input, line: &str) -> Vec<Piece> {
        Line::new(input.columns()).to(self.text).put(line, Role::Text).done()
    }

    /// What stands at the right end. Under the heading of a speaker, a guess is told from what is sure there.
    fn tail(&self, input: &Input, quotation: &Quotation) -> Vec<Piece> {
        let under_heading = self.speaker == 0;
        let guess = match who(input.document, quotation) {
            Who::Somebody(name) if under_heading && is_unsure(quotation) => Some(name),
            _ => None,
        };
        let kind = |name: &str| Some(input.analysis.entities[input.analysis.entity_named(name)?].kind);
        let guess = guess.as_deref().map(|name| if input.width < 60 { "" } else { short(name, kind(name)) });
        tail(input, quotation, guess)
    }

    fn room(&self, input: &Input, tail: &[Piece]) -> usize {
        let tail = breadth(tail);
        input.columns().saturating_sub(self.text + if tail > 0 { tail + 2 } else { 0 })
    }
}

/// Puts `text` in a column that ends in a blank; nothing where the column has no width.
fn spaced(line: &mut Line, text: &str, role: Role, columns: usize) {
    if columns > 0 {
        line.column(text, role, columns - 1).put(" ", Role::Text);
    }
}

/// Whether the person said whose words they are.
pub(in crate::app::view) fn is_corrected(input: &Input, quotation: &Quotation) -> bool {
    input.notes.corrections().passages().any(|(_, passage)| passage.span == Some(quotation.span))
}

/// What there is to know of a quotation beside its words; `guess` is who may say it.
fn tail(input: &Input, quotation: &Quotation, guess: Option<&str>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut put = |text: String, role: Role| {
        let space = if pieces.is_empty() { "" } else { " " };
        pieces.push(Piece::new(format!("{space}{text}"), role));
    };
    if let Some(guess) = guess {
        put(format!("{guess} ?").trim_start().to_owned(), Role::Unsure);
    }
    if is_corrected(input, quotation) {
        put("✎".to_owned(), Role::Chrome);
    }
    match quotation.kind {
        QuotationKind::Direct => {}
        QuotationKind::Partial => put(Label::Fragment.say(input.lang).to_owned(), Role::Chrome),
        QuotationKind::Scare => put(Label::Scare.say(input.lang).to_owned(), Role::Chrome),
    }
    let notes = input.notes.touching(quotation.span).count();
    if notes > 0 {
        let pen = input.notes.touching(quotation.span).next().map(|note| note.pen).unwrap_or_default();
        put(format!("●{notes}"), Role::Pen(pen));
    }
    pieces
}
