//! Verbs that report only because a quotation is their object: `il veut « … »`, `elle y voit « … »`,
//! `qualifié de « … » par X`.

use super::bare;
use super::clause::Clause;
use super::cue::Cue;
use super::patterns::Found;
use super::preceding;
use super::subject;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;

/// Small words that may stand between such a verb and its quotation.
const SMALL: Class = Class::OF.or(Class::DETERMINER).or(Class::AS);
/// Words that part an object from the quotation that would describe it.
const APART: Class = Class::OF
    .or(Class::PREPOSITION)
    .or(Class::RELATIVE)
    .or(Class::FINITE)
    .or(Class::PARTICIPLE)
    .or(Class::BE)
    .or(Class::HAVE);
/// Items that may stand between a verb of seeing and what it is seen as.
const SEEN: usize = 9;

/// The weak verb that governs the quotation at item `at`.
pub(super) fn weak(clause: &Clause, start: usize, at: usize) -> Option<Cue> {
    let floor = start.max(at.saturating_sub(SEEN));
    let verb = (floor..at)
        .rev()
        .take_while(|&item| clause.is_word(item))
        .find(|&item| clause.has(item, Class::WEAK.or(Class::FRAMING)))?;
    if !governs(clause, verb, at) {
        return None;
    }
    let first = group_start(clause, start, verb);
    let word = clause.lower(verb);
    let infinitive = is_infinitive(clause, verb);
    let led = clause.lower(first).ends_with("ant");
    let leading = infinitive && (first..verb).any(|item| clause.has(item, Class::LEADING)) && !led;
    let dependent = (word.ends_with("ant") || word.ends_with("ing") || infinitive) && !leading;
    let participle = matches!(word, "vu" | "voulu" | "parlé" | "prôné" | "seen" | "spoken");
    let helped = (first..verb).any(|item| clause.has(item, Class::HAVE));
    // `un homme parle`, but also `le parlé`: a participle without its auxiliary reports nothing.
    if participle && !helped {
        return None;
    }
    let of = clause.has(verb + 1, Class::OF) && verb + 1 < at;
    Some(Cue { items: first..verb + 1 + usize::from(of), inverted: None, dependent })
}

/// `voir`, `parler`: their subject is that of the verb that leads them.
fn is_infinitive(clause: &Clause, verb: usize) -> bool {
    matches!(clause.lower(verb), "voir" | "parler")
}

/// Whether the quotation at item `at` is the object of the weak verb, or describes its object: `veut « … »`, `parle
/// d’une décision « … »`, `présente la réforme comme « … »`.
fn governs(clause: &Clause, verb: usize, at: usize) -> bool {
    // `présente la réforme comme « … »`, `réduit le plan à « … »`.
    let last = at - 1 - usize::from(clause.has(at - 1, Class::DETERMINER));
    let framed = clause.has(verb, Class::FRAMING)
        && last > verb
        && (clause.has(last, Class::AS) || matches!(clause.lower(last), "à" | "en"));
    let small =
        (verb + 1..at).all(|item| clause.has(item, SMALL) || clause.lower(item) == "as") && at - verb <= 4;
    // `parle d’une décision « hostile »`: the quotation describes the object.
    let object = at > verb + 2
        && clause.has(verb + 1, Class::OF)
        && !clause.has(verb + 2, Class::OF.or(Class::PREPOSITION))
        && at <= verb + 5;
    let seen = object
        || framed
        || clause.has(verb, Class::SEEING)
        || clause.has(verb, Class::FINDING) && (verb + 1..at).all(|item| !clause.has(item, APART));
    let weak = framed || clause.has(verb, Class::WEAK);
    weak && (small || seen) && clause.name(verb).is_none()
}

/// Where the group of a weak verb starts: `n’a pas voulu`, `refuse d’y voir`.
fn group_start(clause: &Clause, start: usize, verb: usize) -> usize {
    let inside = Class::CLITIC
        .or(Class::ADVERB)
        .or(Class::HAVE)
        .or(Class::NEGATION)
        .or(Class::MODAL)
        .or(Class::REFLEXIVE);
    let mut first = verb;
    while first > start
        && verb - first < 5
        && clause.has(first - 1, inside)
        && clause.name(first - 1).is_none()
    {
        first -= 1;
    }
    if is_infinitive(clause, verb) && first > start {
        let mut lead = first;
        while lead > start && first - lead < 4 && (inside_or_link(clause, lead - 1)) {
            lead -= 1;
        }
        if lead > start && clause.has(lead - 1, Class::LEADING) && clause.name(lead - 1).is_none() {
            first = lead - 1;
            while first > start
                && verb - first < 8
                && clause.has(first - 1, inside)
                && clause.name(first - 1).is_none()
            {
                first -= 1;
            }
        }
    }
    first
}

/// `put the odds at “…”`, `came back with “…”`: English verbs that report by their preposition.
pub(super) fn valued(clause: &Clause, start: usize, at: usize) -> Option<Found> {
    let small = |item: usize| clause.has(item, Class::DETERMINER) || clause.mark(item) == Some(':');
    let article = usize::from(at > start && small(at - 1));
    let preposition = at.checked_sub(1 + article).filter(|&item| item > start)?;
    let floor = start.max(preposition.saturating_sub(SEEN));
    let items = match (clause.tongue, clause.lower(preposition)) {
        (Tongue::English, "at") => {
            let put = |item: &usize| matches!(clause.lower(*item), "put" | "puts" | "putting");
            let verb = (floor..preposition).rev().take_while(|&item| clause.is_word(item)).find(put)?;
            verb..verb + 1
        }
        (Tongue::English, "with") => {
            let verb = preposition.checked_sub(2).filter(|&item| item >= start)?;
            let back = matches!(clause.lower(verb + 1), "back" | "in" | "off");
            if !(back && clause.has(verb, Class::ANSWERING)) {
                return None;
            }
            verb..preposition + 1
        }
        _ => return None,
    };
    let subject = preceding::before_verb(clause, start, items.start)
        .or_else(|| subject::of_sentence(clause, start, items.start))?;
    Some(Found::sure(Some(subject), items))
}

/// Whether nothing but small words stands between a verb that leads another and the weak verb after it.
pub(super) fn leads(clause: &Clause, verb: &Cue, weak: &Cue) -> bool {
    let last = verb.items.end - 1;
    let near = (verb.items.end..weak.items.start).all(|at| inside_or_link(clause, at));
    near && clause.has(last, Class::LEADING)
}

/// A small word between a verb and the infinitive it leads.
fn inside_or_link(clause: &Clause, at: usize) -> bool {
    clause.has(at, Class::CLITIC.or(Class::ADVERB)) || matches!(clause.lower(at), "de" | "d'" | "à")
}

/// `qualifié de « … » par X`, `qualifié par X de « … »`, `described as “…” by X`.
pub(super) fn passive(clause: &Clause, start: usize, at: usize, end: usize) -> Option<Found> {
    let small = |item: usize| clause.has(item, SMALL) || matches!(clause.lower(item), "as" | "comme");
    let floor = start.max(at.saturating_sub(4));
    let near = (floor..at)
        .rev()
        .find(|&item| !small(item))
        .filter(|&item| clause.has(item, Class::PARTICIPLE) && is_passive(clause, start, item));
    if let Some(verb) = near {
        let by = at + 1 + usize::from(clause.mark(at + 1) == Some(','));
        if clause.has(by, Class::BY) {
            let subject =
                subject::starting(clause, by + 1, end).or_else(|| bare::plural(clause, by + 1, end))?;
            return Some(Found::sure(Some(subject), verb..verb + 1));
        }
    }
    let floor = start.max(at.saturating_sub(16));
    (floor..at.saturating_sub(2)).rev().find_map(|verb| {
        let agent = clause.has(verb, Class::PARTICIPLE) && clause.has(verb + 1, Class::BY);
        let named = || subject::starting(clause, verb + 2, at).or_else(|| bare::plural(clause, verb + 2, at));
        let subject = if agent { named() } else { None }?;
        let close = at <= subject.items.end + 3 && (subject.items.end..at).all(small);
        close.then(|| Found::sure(Some(subject), verb..verb + 1))
    })
}

/// Whether the participle stands without *avoir* or a subject of its own: `a été qualifié`, `mesures qualifiées`.
fn is_passive(clause: &Clause, start: usize, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1).filter(|&item| item >= start) else { return true };
    let been = matches!(clause.lower(before), "été" | "been" | "being") || clause.has(before, Class::BE);
    // `s’est dit « choqué » par la nouvelle`.
    let himself = before > start && clause.has(before - 1, Class::REFLEXIVE);
    been && !himself
        || !been && !clause.has(before, Class::HAVE.or(Class::PRONOUN).or(Class::CLITIC).or(Class::INVERTED))
}
