//! Reporting words: a verb with its auxiliaries, clitics and adverbs, and whether it reports here.

use super::bare;
use super::clause::{Clause, REACH};
use super::groups;
use super::subject;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;
use std::ops::Range;

/// Items that may stand between the first auxiliary and the verb.
pub(super) const GROUP: usize = 7;

/// A verb group that reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) items: Range<usize>,
    /// The inverted pronoun inside (`-t-il`).
    pub(super) inverted: Option<usize>,
    /// A participle or infinitive: its subject is that of the sentence.
    pub(super) dependent: bool,
}

/// The nearest reporting verb before item `to`, not before item `from`.
pub(super) fn nearest(clause: &Clause, from: usize, to: usize) -> Option<Cue> {
    let from = from.max(to.saturating_sub(REACH));
    (from..to).rev().find_map(|at| group(clause, from, at))
}

/// The reporting verb group that starts at item `at`.
pub(super) fn starting(clause: &Clause, at: usize, end: usize) -> Option<Cue> {
    (at..end.min(at + GROUP))
        .take_while(|&next| next == at || is_inside(clause, next - 1))
        .find_map(|verb| group(clause, at, verb))
        .filter(|cue| cue.items.start == at)
        .or_else(|| {
            // `a-t-il, pour sa part, affirmé`, `tient à préciser`: other words stand in between.
            let opens = clause.has(at, INSIDE.or(Class::LEADING)) && clause.name(at).is_none();
            let last = if opens { end.min(at + 2 * GROUP) } else { at };
            (at + 1..last)
                .filter(|&verb| clause.has(verb, VERB))
                .find_map(|verb| group(clause, at, verb))
                .filter(|cue| cue.items.start == at)
        })
}

const INSIDE: Class = Class::CLITIC
    .or(Class::ADVERB)
    .or(Class::HAVE)
    .or(Class::BE)
    .or(Class::MODAL)
    .or(Class::NEGATION)
    .or(Class::INVERTED)
    .or(Class::REFLEXIVE);
const VERB: Class = Class::FINITE.or(Class::PARTICIPLE).or(Class::GERUND).or(Class::BARE);

pub(super) fn is_inside(clause: &Clause, at: usize) -> bool {
    clause.has(at, INSIDE) && clause.name(at).is_none()
}

/// The group whose verb is item `verb`, where that verb reports.
fn group(clause: &Clause, from: usize, verb: usize) -> Option<Cue> {
    if let Some(cue) = groups::let_know(clause, from, verb).or_else(|| groups::spoken(clause, verb)) {
        return Some(cue);
    }
    if let Some(cue) = groups::led(clause, from, verb)
        .or_else(|| groups::carried(clause, from, verb))
        .or_else(|| groups::convinced(clause, verb))
    {
        return Some(cue);
    }
    if !clause.has(verb, VERB) || clause.name(verb).is_some() {
        return None;
    }
    let mut start = verb;
    while start > from && verb - start < GROUP {
        // `Nous avons dit`: the pronoun that opens the clause is the subject, no object.
        let subject = clause.has(start - 1, Class::PRONOUN)
            && clause.has(start - 1, Class::CLITIC)
            && (start - 1 == from
                || !clause.is_word(start - 2)
                || clause.has(start - 2, Class::RELATIVE) && clause.lower(start - 2) != "qui");
        if subject {
            break;
        }
        if is_inside(clause, start - 1) {
            start -= 1;
        } else if let Some(aside) =
            groups::aside(clause, from, start).filter(|_| clause.has(verb, Class::PARTICIPLE))
        {
            start = aside;
        } else {
            break;
        }
    }
    // Adverbs before the group belong to the clause.
    while start < verb && clause.has(start, Class::ADVERB) && !clause.has(start, Class::HAVE.or(Class::BE)) {
        start += 1;
    }
    let mut inverted = (start..verb).find(|&at| clause.has(at, Class::INVERTED));
    let mut end = verb + 1;
    if clause.has(end, Class::INVERTED) {
        inverted = Some(end);
        end += 1;
    }
    let parts = Parts { clause, start, verb, inverted: inverted.is_some() };
    let dependent = match clause.tongue {
        Tongue::French => parts.french()?,
        Tongue::English => parts.english()?,
        _ => parts.foreign()?,
    };
    // `plaidant pour`, `calling for`: the preposition is part of the cue.
    if dependent && clause.has(verb, Class::GERUND) && matches!(clause.lower(end), "pour" | "for") {
        end += 1;
    }
    Some(Cue { items: start..end, inverted, dependent })
}

/// A verb with what stands before it in its group.
pub(super) struct Parts<'a, 'b> {
    pub(super) clause: &'a Clause<'b>,
    pub(super) start: usize,
    pub(super) verb: usize,
    inverted: bool,
}

impl Parts<'_, '_> {
    pub(super) fn any(&self, class: Class) -> bool {
        (self.start..self.verb).any(|at| self.clause.has(at, class))
    }

    pub(super) fn before(&self, class: Class) -> bool {
        self.start > 0 && self.clause.has(self.start - 1, class)
    }

    /// Whether what stands before the group can be its subject.
    pub(super) fn led(&self) -> bool {
        // `X, directeur de …,` and `le directeur, X,` end in a comma after a name or a role.
        let comma = self.start > 1 && self.clause.mark(self.start - 1) == Some(',');
        let apposed = comma && (self.clause.name(self.start - 2).is_some() || self.after_aside());
        let direct = self.start > 0
            && (self.clause.name(self.start - 1).is_some()
                || bare::stranger(self.clause, self.start - 1, self.start).is_some());
        direct || apposed || self.before(Class::PRONOUN.or(Class::RELATIVE).or(Class::SELF))
    }

    /// `X, de son côté, salue`: a name or a role before the comma that opens the aside.
    fn after_aside(&self) -> bool {
        let close = self.start - 1;
        let opens =
            (close.saturating_sub(GROUP + 2)..close).rev().find(|&at| self.clause.mark(at) == Some(','));
        opens.and_then(|at| at.checked_sub(1)).is_some_and(|before| {
            self.clause.name(before).is_some() || self.clause.has(before, Class::ROLE.or(Class::BODY))
        })
    }

    /// `Some(dependent)` where the verb reports.
    fn french(&self) -> Option<bool> {
        let verb = |class: Class| self.clause.has(self.verb, class);
        let (have, be) = (self.any(Class::HAVE), self.any(Class::BE));
        if have || be {
            let reflexive = self.any(Class::REFLEXIVE);
            let active = have && !self.any_passive() || be && reflexive;
            return (active && verb(Class::PARTICIPLE)).then_some(false);
        }
        if verb(Class::GERUND) {
            // `une chose qu’il n’a comprise qu’en écrivant`: nobody says anything there.
            let only = self.verb > 1 && matches!(self.clause.lower(self.verb - 2), "qu'" | "que");
            return (!only || self.clause.lower(self.verb - 1) != "en").then_some(true);
        }
        if verb(Class::FINITE) {
            if self.inverted {
                return Some(false);
            }
            let article = self.start < self.verb
                && self.clause.has(self.verb - 1, Class::DETERMINER)
                && verb(Class::NOUNLIKE)
                && !self.any(Class::NEGATION);
            let nominal = self.before(Class::DETERMINER.or(Class::OF)) && !self.before(Class::PRONOUN);
            let clitic = self.led() || self.before(Class::AS);
            let certain = !verb(Class::NOUNLIKE)
                || self.led()
                || self.start_of_incise()
                || self.noun_before()
                || self.before(Class::AS)
                || self.interposed();
            return (certain && (!article || clitic) && !nominal).then_some(false);
        }
        if verb(Class::PARTICIPLE) && self.start == self.verb && self.is_second() {
            return Some(true);
        }
        let led = verb(Class::BARE)
            && matches!(self.clause.lower(self.start.wrapping_sub(1)), "de" | "d'" | "pour" | "à");
        led.then_some(true)
    }

    /// `été` between the auxiliary and the participle.
    fn any_passive(&self) -> bool {
        (self.start..self.verb).any(|at| self.clause.lower(at) == "été")
    }

    /// `a dit … et promis`: the auxiliary stands with the first participle.
    fn is_second(&self) -> bool {
        let floor = self.start.saturating_sub(REACH / 2);
        self.before(Class::CONJUNCTION)
            && (floor..self.start).any(|at| {
                self.clause.has(at, Class::HAVE)
                    && (at + 1..self.start.min(at + 3)).any(|next| self.clause.has(next, Class::PARTICIPLE))
            })
    }

    /// The verb follows a quotation or the comma after one.
    pub(super) fn start_of_incise(&self) -> bool {
        self.start == 0 || matches!(self.clause.items[self.start - 1], super::clause::Item::Quote(_)) || {
            let comma = self.clause.mark(self.start - 1) == Some(',');
            comma
                && self.start > 1
                && matches!(self.clause.items[self.start - 2], super::clause::Item::Quote(_))
        }
    }

    /// `Les clients, glisse un cadre, seraient`: verb and subject between two commas.
    fn interposed(&self) -> bool {
        let opens = self.start > 0 && matches!(self.clause.mark(self.start - 1), Some(',' | '!' | '?' | '…'));
        let subject =
            if opens { subject::starting(self.clause, self.verb + 1, self.clause.items.len()) } else { None };
        let within = self.clause.quotes.is_empty();
        subject.is_some_and(|subject| match self.clause.mark(subject.items.end) {
            Some(',') => true,
            Some('.' | ';' | ':' | '…') => within,
            _ => false,
        })
    }

    /// A plain noun stands before: `le ministre note`, `the company claims`.
    pub(super) fn noun_before(&self) -> bool {
        let small = Class::DETERMINER
            .or(Class::OF)
            .or(Class::PREPOSITION)
            .or(Class::CONJUNCTION)
            .or(Class::HAVE)
            .or(Class::BE);
        self.start > 0
            && self.clause.is_word(self.start - 1)
            && !self.before(small)
            && (self.before(Class::ROLE.or(Class::BODY)) || self.after_adjective())
    }

    /// `le directeur technique écrit`: one plain word stands between.
    fn after_adjective(&self) -> bool {
        let Some(noun) = self.start.checked_sub(2) else { return false };
        let plain = self
            .clause
            .token(self.start - 1)
            .is_some_and(|token| self.clause.reading.class(token) == Class::NONE);
        plain && self.clause.has(noun, Class::ROLE.or(Class::BODY))
    }

    /// `the airline that announced`: the verb of a relative clause, not `that claim`.
    fn is_related(&self) -> bool {
        self.clause.lower(self.start - 1) == "that"
            && self.start > 1
            && self.clause.is_word(self.start - 2)
            && !self.clause.has(self.verb, Class::NOUNLIKE)
    }

    /// `A sign on the door read: “…”`, not `the report: “…”`.
    fn announces(&self) -> bool {
        let word = self.clause.lower(self.verb);
        (word == "read" || word.ends_with("ed")) && self.clause.mark(self.verb + 1) == Some(':')
    }

    /// `one reviewer called it`: a pronoun that nothing but a verb governs follows.
    fn has_object(&self) -> bool {
        let next = self.clause.lower(self.verb + 1);
        self.clause.has(self.verb + 1, Class::OBLIQUE) || matches!(next, "it" | "me" | "us")
    }

    /// `Some(dependent)` where the verb reports.
    fn english(&self) -> Option<bool> {
        let verb = |class: Class| self.clause.has(self.verb, class);
        let determined = self.before(Class::DETERMINER) && self.start == self.verb;
        if determined && !self.before(Class::PRONOUN) && !self.is_related() {
            return None;
        }
        let be = self.any(Class::BE);
        if matches!(self.clause.lower(self.verb), "put" | "puts") && self.clause.lower(self.verb + 1) != "it"
        {
            return None;
        }
        if verb(Class::GERUND) {
            return Some(!be);
        }
        if be {
            return None;
        }
        let helped = self.any(Class::HAVE.or(Class::MODAL));
        if verb(Class::FINITE) {
            let certain = !verb(Class::NOUNLIKE)
                || helped
                || self.led()
                || self.start_of_incise()
                || self.noun_before()
                || self.has_object()
                || self.announces();
            let governed = self.before(Class::OF.or(Class::PREPOSITION)) && !helped;
            return (certain && !governed).then_some(false);
        }
        // `who had written`.
        if verb(Class::PARTICIPLE) && self.any(Class::HAVE) {
            return Some(false);
        }
        if !verb(Class::BARE) {
            return None;
        }
        // `“…”, say the rebels`.
        if self.start_of_incise() && self.start == self.verb {
            return bare::plural(self.clause, self.verb + 1, self.clause.items.len())
                .or_else(|| subject::starting(self.clause, self.verb + 1, self.clause.items.len()))
                .map(|_| false);
        }
        let plural = self.start > 0
            && matches!(self.clause.lower(self.start - 1), "i" | "we" | "they" | "you" | "who");
        if helped || plural || self.start > 0 && self.clause.is_plural_noun(self.start - 1) {
            return Some(false);
        }
        (self.start > 0 && self.clause.lower(self.start - 1) == "to").then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::names::Names;
    use crate::analyse::tests::reading;

    /// The reporting words nearest to the end of the text.
    fn cue(text: &str) -> Option<&str> {
        let reading = reading(text);
        let names = Names::default();
        let passage = reading.passages.last().expect("the text is a passage");
        let clause = Clause::new(&reading, &names, &[], passage, 0..0);
        let cue = nearest(&clause, 0, clause.items.len())?;
        Some(reading.span(cue.items).of(text))
    }

    #[test]
    fn a_verb_takes_its_auxiliaries_clitics_and_adverbs() {
        assert_eq!(cue("Le maire a également rappelé que"), Some("a également rappelé"));
        assert_eq!(cue("Elle ne lui a pas répondu"), Some("ne lui a pas répondu"));
        assert_eq!(cue("Il s’est exclamé"), Some("s’est exclamé"));
        assert_eq!(cue("She has repeatedly said that"), Some("has repeatedly said"));
    }

    #[test]
    fn passives_and_nouns_report_nothing() {
        assert_eq!(cue("Il est accusé de"), None);
        assert_eq!(cue("Une note sur la table"), None);
        assert_eq!(cue("The plan was described as"), None);
        assert_eq!(cue("The report on the table"), None);
    }
}
