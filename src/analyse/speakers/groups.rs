//! Verb groups of more than auxiliaries and a verb: `fait savoir`, `a tenu à préciser`, `a, pour sa part, dit`.

use super::clause::Clause;
use super::cue::{Cue, GROUP, is_inside};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::Tongue;

/// `fait-elle`, `craint-il`: verbs that report only where their subject follows.
pub(super) fn spoken(clause: &Clause, verb: usize) -> Option<Cue> {
    let spoken = matches!(clause.lower(verb), "fait" | "fit" | "faisait" | "font" | "firent")
        || clause.has(verb, Class::WEAK);
    let inverted = clause.tongue == Tongue::French && clause.has(verb + 1, Class::INVERTED) && spoken;
    let alone = !clause.has(verb + 2, Class::BARE.or(Class::PARTICIPLE)) && clause.name(verb).is_none();
    let known = makes_known(clause, verb + 2);
    (inverted && alone && !known).then(|| Cue {
        items: verb..verb + 2,
        inverted: Some(verb + 1),
        dependent: false,
    })
}

/// A reporting infinitive that another verb leads: `a tenu à préciser`, `ne cesse de répéter`, `went on to say`.
pub(super) fn led(clause: &Clause, from: usize, verb: usize) -> Option<Cue> {
    if !clause.has(verb, Class::BARE.or(Class::GERUND)) && !is_known(clause, verb)
        || clause.name(verb).is_some()
    {
        return None;
    }
    let small = Class::CLITIC.or(Class::REFLEXIVE).or(Class::ADVERB).or(Class::NEGATION);
    let mut at = verb;
    while at > from && verb - at < 4 && (clause.has(at - 1, small) || links(clause, at - 1)) {
        at -= 1;
    }
    let leading = at.checked_sub(1).filter(|&at| at >= from)?;
    let mut leading = leading;
    if clause.has(leading, Class::INVERTED) && leading > from {
        leading -= 1;
    }
    // `recommandait d’interroger`: a verb that reports leads another.
    let reports = clause.tongue == Tongue::French
        && clause.has(leading, Class::FINITE)
        && !clause.has(leading, Class::NOUNLIKE)
        && clause.has(leading + 1, Class::OF);
    let helps = (clause.has(leading, Class::LEADING) || reports) && clause.name(leading).is_none();
    // English leads to a gerund without a preposition: `keeps telling`.
    let gerund = clause.has(verb, Class::GERUND) && clause.tongue == Tongue::French;
    if !helps || gerund {
        return None;
    }
    let word = clause.lower(leading);
    let dependent = word.ends_with("ant") || word.ends_with("ing") && leading == from;
    let mut start = leading;
    while start > from && leading - start < GROUP && is_inside(clause, start - 1) {
        start -= 1;
    }
    let helped = (start..leading).any(|at| clause.has(at, Class::HAVE.or(Class::BE)));
    let participle =
        matches!(word.chars().next_back(), Some('é' | 'u' | 'i')) || matches!(word, "mis" | "permis");
    if participle && !helped && clause.tongue == Tongue::French {
        return None;
    }
    let inverted = (start..verb).find(|&at| clause.has(at, Class::INVERTED));
    let end = verb + 1 + usize::from(is_known(clause, verb));
    Some(Cue { items: start..end, inverted, dependent })
}

/// `faire savoir`, item `made` the infinitive of *faire*.
fn is_known(clause: &Clause, made: usize) -> bool {
    clause.lower(made) == "faire" && makes_known(clause, made + 1)
}

/// What *faire* makes report: `fait savoir`, `fait valoir`.
fn makes_known(clause: &Clause, at: usize) -> bool {
    matches!(clause.lower(at), "savoir" | "valoir" | "remarquer" | "observer" | "comprendre")
}

/// The preposition between a verb and the infinitive it leads.
fn links(clause: &Clause, at: usize) -> bool {
    matches!(clause.lower(at), "à" | "de" | "d'" | "par" | "jusqu'à" | "to" | "on" | "as" | "by" | "d'y")
}

/// `fait savoir`, `a fait valoir`; item `verb` is the form of *faire*.
pub(super) fn let_know(clause: &Clause, from: usize, verb: usize) -> Option<Cue> {
    let made = matches!(clause.lower(verb), "fait" | "font" | "faisait" | "faisaient" | "fit");
    let next = verb + 1 + usize::from(clause.has(verb + 1, Class::INVERTED));
    let known = makes_known(clause, next);
    if !(made && known && clause.tongue == Tongue::French) {
        return None;
    }
    let mut start = verb;
    while start > from && verb - start < GROUP && is_inside(clause, start - 1) {
        start -= 1;
    }
    let inverted = (start..next).find(|&at| clause.has(at, Class::INVERTED));
    Some(Cue { items: start..next + 1, inverted, dependent: false })
}

/// Words that make the verb before them report.
const CARRIED: [&[&str]; 8] = [
    &["en", "garde"],
    &["état"],
    &["part"],
    &["hommage"],
    &["la", "sonnette"],
    &["clear"],
    &["it", "clear"],
    &["out", "at"],
];

/// `met en garde`, `a fait état de`, `rend hommage`, `made clear`: a verb with the words that make it report.
pub(super) fn carried(clause: &Clause, from: usize, verb: usize) -> Option<Cue> {
    if !clause.has(verb, Class::CARRYING) || clause.name(verb).is_some() {
        return None;
    }
    let follows = |words: &&&[&str]| words.iter().zip(verb + 1..).all(|(&word, at)| clause.lower(at) == word);
    let words = CARRIED.iter().find(follows)?;
    let mut start = verb;
    while start > from && verb - start < GROUP && is_inside(clause, start - 1) {
        start -= 1;
    }
    let word = clause.lower(verb);
    let helped = (start..verb).any(|at| clause.has(at, Class::HAVE));
    let participle = matches!(word, "mis" | "rendu" | "tiré");
    let dependent = word.ends_with("ant") || word.ends_with("ing") || word.ends_with("re") || word == "tirer";
    (helped || !participle).then_some(Cue { items: start..verb + 1 + words.len(), inverted: None, dependent })
}

/// `convaincu que`, `adamant that`: somebody thinks what follows.
pub(super) fn convinced(clause: &Clause, at: usize) -> Option<Cue> {
    let thought = matches!(clause.lower(at + 1), "que" | "qu'" | "that");
    (clause.has(at, Class::CONVINCED) && thought).then(|| Cue {
        items: at..at + 1,
        inverted: None,
        dependent: true,
    })
}

/// Words that may stand between an auxiliary and its participle.
const ASIDES: [&[&str]; 20] = [
    &["de", "son", "côté"],
    &["de", "leur", "côté"],
    &["pour", "sa", "part"],
    &["pour", "leur", "part"],
    &["à", "nouveau"],
    &["de", "nouveau"],
    &["par", "ailleurs"],
    &["sans", "détour"],
    &["tout", "de", "même"],
    &["quand", "même"],
    &["d'emblée"],
    &["lui", "aussi"],
    &["elle", "aussi"],
    &["au", "contraire"],
    &["à", "son", "tour"],
    &["tour", "à", "tour"],
    &["en", "effet"],
    &["en", "outre"],
    &["en", "revanche"],
    &["à", "plusieurs", "reprises"],
];

/// How many words at item `at` are an aside: `ont martelé tour à tour les élus`.
pub(super) fn aside_at(clause: &Clause, at: usize) -> usize {
    let stands = |words: &&&[&str]| words.iter().zip(at..).all(|(&word, item)| clause.lower(item) == word);
    ASIDES.iter().find(stands).map_or(0, |words| words.len())
}

/// The auxiliary before an aside that ends before item `end`: `a au contraire`, `a, pour sa part,`.
pub(super) fn aside(clause: &Clause, from: usize, end: usize) -> Option<usize> {
    let start = if clause.mark(end.checked_sub(1)?) == Some(',') {
        let floor = from.max(end.saturating_sub(GROUP + 1));
        (floor..end - 1).rev().find(|&at| clause.mark(at) == Some(','))?
    } else {
        let stands = |words: &&[&str]| {
            end >= from + words.len()
                && words.iter().rev().zip(1..).all(|(&word, back)| clause.lower(end - back) == word)
        };
        match ASIDES.iter().find(|words| stands(words)) {
            Some(words) => end - words.len(),
            // `a mardi soir martelé`.
            None => {
                let time = (from..end).rev().take_while(|&at| clause.has(at, Class::TIME)).take(3).last();
                time.filter(|_| clause.tongue == Tongue::French)?
            }
        }
    };
    let before = start.checked_sub(1).filter(|&at| at >= from)?;
    let before = before.checked_sub(usize::from(clause.has(before, Class::INVERTED)))?;
    (before >= from && clause.has(before, Class::HAVE) && clause.name(before).is_none()).then_some(before)
}
