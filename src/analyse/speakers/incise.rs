//! Reporting words inside a quotation: `« Oui, dit-il, nous verrons. »`.

use super::clause::Clause;
use super::cue;
use super::patterns::Found;
use super::subject::{self, Head, Subject};
use crate::analyse::lexicon::Class;

/// Items that may stand between the subject and the mark that ends the incise.
const TAIL: usize = 14;

/// The first incise of a quotation, whose inside is `clause`.
pub(super) fn incise(clause: &Clause) -> Option<Found> {
    let length = clause.items.len();
    let mut inner = 0_usize;
    for at in 1..length {
        match clause.mark(at - 1) {
            Some('«' | '“' | '„') => inner += 1,
            Some('»' | '”') => inner = inner.saturating_sub(1),
            Some(',' | '?' | '!' | '…' | '—' | '–') if inner == 0 => {
                if let Some(found) = starting(clause, at) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}

fn starting(clause: &Clause, at: usize) -> Option<Found> {
    let length = clause.items.len();
    let cue = cue::starting(clause, at, length).filter(|cue| !cue.dependent)?;
    let subject = match cue.inverted {
        Some(pronoun) => Subject { items: pronoun..pronoun + 1, head: Head::Pronoun },
        None => {
            let subject = subject::after_verb(clause, cue.items.end, length)?;
            let near = (cue.items.end..subject.items.start)
                .all(|at| clause.has(at, Class::ADVERB.or(Class::TIME).or(Class::TITLE)));
            // `contou o pedreiro Josué Lima`: the name is told with what it is.
            let told = || subject::starting(clause, cue.items.end, length).as_ref() == Some(&subject);
            let near = near || told();
            Some(subject).filter(|subject| near && subject.head != Head::Pronoun)?
        }
    };
    let end = cue.items.end.max(subject.items.end);
    let ends = (end..length.min(end + TAIL)).find(|&at| clause.mark(at).is_some());
    let closed = match ends {
        Some(mark) => matches!(clause.mark(mark), Some(',' | '.' | ':' | '…' | '(' | '—' | '–')),
        None => length <= end + TAIL,
    };
    closed.then(|| Found::sure(Some(subject), cue.items))
}
