//! Who says *I* in an interview: the name or the initials that open the paragraph (`Claire Denoual : …`,
//! `CD: …`, `C. D. — …`).

use crate::analyse::names::Names;
use crate::analyse::reading::Reading;
use crate::mark::EntityKind;

/// Paragraphs that an answer may have after the one with the label.
const LONG: usize = 4;

/// The person whose answer the passage of that number belongs to.
pub(super) fn answering(reading: &Reading, names: &Names, number: usize) -> Option<usize> {
    let earlier = (number.saturating_sub(LONG)..=number).rev();
    let mut labels = earlier.filter_map(|number| label(reading, names, number));
    labels.next().flatten()
}

/// Whom the questions of an interview call *you*: who answers the passage after that number, else the person
/// whom the heading names before a colon (`Claire Denoual : « … »`).
pub(super) fn asked(reading: &Reading, names: &Names, number: usize) -> Option<usize> {
    let next = if number + 1 < reading.passages.len() { label(reading, names, number + 1) } else { None };
    next.flatten().or_else(|| {
        let heading = reading.passages.first()?.tokens.clone();
        let name = names.at(heading.start).filter(|name| names.kind(name) == EntityKind::Person)?;
        let colon = heading.contains(&name.tokens.end) && reading.tokens[name.tokens.end].is(':');
        colon.then_some(name.entity)
    })
}

/// Who answers under `A.` or `R.`, where `Q.` opens the passage before: the person the article names most.
fn interviewed(reading: &Reading, names: &Names, number: usize) -> Option<usize> {
    let opens = |number: usize, letters: &[&str]| {
        let first = reading.passages[number].tokens.start;
        reading.tokens.get(first).is_some() && letters.contains(&reading.letters(first).trim_end_matches('.'))
    };
    if number == 0 || !opens(number, &["A", "R"]) || !opens(number - 1, &["Q"]) {
        return None;
    }
    let people = names.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let named = people.max_by_key(|(index, entity)| (entity.mentions.len(), usize::MAX - index));
    named.map(|(index, _)| index)
}

/// The person of the label that opens the passage: `Some(None)` where it is the label of nobody known.
fn label(reading: &Reading, names: &Names, number: usize) -> Option<Option<usize>> {
    if let Some(person) = interviewed(reading, names, number) {
        return Some(Some(person));
    }
    let tokens = reading.passages[number].tokens.clone();
    let closes = |at: usize| {
        let mark =
            |at: usize| reading.tokens.get(at).filter(|_| at < tokens.end).and_then(|token| token.mark());
        let dash = |at: usize| matches!(mark(at), Some('—' | '–'));
        mark(at) == Some(':') || dash(at) || mark(at) == Some('.') && dash(at + 1)
    };
    let first = tokens.start;
    let token = reading.tokens.get(first).filter(|_| first < tokens.end)?;
    let short = token.is_capital() && token.span().len() <= 6;
    // `C. D.` and `CD` stand for somebody named in full elsewhere.
    let last = (first..tokens.end.min(first + 3)).find(|&at| closes(at + 1)).filter(|_| short);
    let letters = last.map(|last| reading.span(first..last + 1).of(reading.text));
    if let Some(person) = letters.and_then(|letters| by_initials(names, letters)) {
        return Some(Some(person));
    }
    if let Some(name) = names.at(first).filter(|name| closes(name.tokens.end)) {
        return Some((names.kind(name) == EntityKind::Person).then_some(name.entity));
    }
    last.map(|_| None)
}

/// The only person whose name has those initials.
fn by_initials(names: &Names, letters: &str) -> Option<usize> {
    let wanted: String = letters.chars().filter(|letter| letter.is_alphabetic()).collect();
    if !wanted.chars().all(char::is_uppercase) {
        return None;
    }
    let initials =
        |name: &str| name.split([' ', '-']).filter_map(|part| part.chars().next()).collect::<String>();
    let people = names.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let mut fitting = people.filter(|(_, entity)| {
        wanted.len() > 1 && entity.name.len() > letters.len() + 2 && initials(&entity.name) == wanted
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first.0)
}
