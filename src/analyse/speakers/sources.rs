//! Sources that no verb names: `selon X`, `in the words of X`, `de son propre aveu`, `pour qui`, `Réponse de X :`.

use super::bare;
use super::clause::Clause;
use super::cue::Cue;
use super::foreign;
use super::patterns::Found;
use super::preceding;
use super::subject::{self, Head, Subject};
use crate::analyse::lexicon::Class;
use crate::mark::EntityKind;

/// The source that stands nearest before the quotation at item `at`: after item `from`, or, where `verb` is that
/// of a relative clause, at the start of the sentence.
pub(super) fn before(
    clause: &Clause,
    from: usize,
    start: usize,
    at: usize,
    verb: Option<&Cue>,
) -> Option<Found> {
    let source = (from..at).rev().find_map(|item| {
        named_before(clause, item, start, at)
            .or_else(|| related(clause, item, start))
            .or_else(|| foreign::according_to(clause, item, start))
            .or_else(|| own_words(clause, item))
            .or_else(|| as_wanted(clause, item, start, at))
    });
    // `Selon X, qui réclame la mesure depuis 2015, « … »`: the verb is that of a relative clause.
    let relative =
        verb.is_some_and(|cue| cue.items.start > start && clause.has(cue.items.start - 1, Class::RELATIVE));
    source.or_else(|| if relative { named_before(clause, start, start, at) } else { None })
}

/// `selon X`, `d’après X`, `according to X`, `pour X`, `in the view of X` at item `at`.
pub(super) fn according(clause: &Clause, at: usize, end: usize) -> Option<Found> {
    if foreign::is_foreign(clause.tongue) {
        return foreign::according(clause, at, end);
    }
    if let Some(found) = own_words(clause, at).or_else(|| in_words_of(clause, at, end)) {
        return Some(found);
    }
    let next = at + words(clause, at)?;
    let subject = if clause.has(next, Class::OBLIQUE) && clause.name(next).is_none() {
        Subject { items: next..next + 1, head: Head::Pronoun }
    } else {
        // `selon des sources proches du dossier`.
        let some = clause.lower(next) == "des" && clause.name(next + 1).is_none();
        let phrase =
            if some { subject::phrase(clause, next, end) } else { subject::starting(clause, next, end) };
        match phrase.or_else(|| bare::stranger(clause, next, end)) {
            Some(subject) => subject,
            // `according to election officials`.
            None => {
                let noun = (next..end.min(next + 4)).find(|&item| clause.is_plural_noun(item))?;
                Subject { items: next..noun + 1, head: Head::Noun(noun) }
            }
        }
    };
    // *Pour* says whose view it is only before a name or a known role.
    let voiced = match subject.head {
        Head::Noun(noun) => clause.has(noun, Class::ROLE.or(Class::BODY)) || clause.lower(at) != "pour",
        Head::Somebody => clause.lower(at) != "pour",
        Head::Name(_) | Head::Pronoun => clause.lower(subject.items.start) != "moi",
    };
    voiced.then(|| Found::sure(Some(subject), at..next))
}

/// How many words at item `at` name a source that follows them.
fn words(clause: &Clause, at: usize) -> Option<usize> {
    let next = clause.lower(at + 1);
    let person = || clause.name(at + 1).is_some_and(|name| clause.names.kind(name) == EntityKind::Person);
    match clause.lower(at) {
        "selon" | "pour" | "dixit" => Some(1),
        "d'" if next == "après" => Some(2),
        "according" if next == "to" => Some(2),
        "à" if next == "en" && clause.lower(at + 2) == "croire" => Some(3),
        "aux" if next == "yeux" && clause.lower(at + 2) == "de" => Some(3),
        "for" if clause.has(at + 1, Class::OBLIQUE) => Some(1),
        "for" | "to" if person() => Some(1),
        _ => None,
    }
}

/// `de l’avis de X`, `selon les mots du maire`, `dans la formule de X`, `in the words of X`, `in the view of X`.
fn in_words_of(clause: &Clause, at: usize, end: usize) -> Option<Found> {
    let leads = matches!(
        clause.lower(at),
        "selon" | "dans" | "de" | "d'" | "au" | "aux" | "à" | "in" | "by" | "avec"
    );
    let article = at + 1 + usize::from(clause.has(at + 1, Class::DETERMINER));
    let noun = article + usize::from(!clause.has(article, Class::WORDS));
    let of = noun + 1;
    let whose = leads && clause.has(noun, Class::WORDS) && clause.has(of, Class::OF);
    if !whose || clause.name(article).is_some() || is_possessive(clause, at + 1) {
        return None;
    }
    Some(Found::sure(Some(governed(clause, of, end)?), at..of + 1))
}

/// What the preposition at item `of` governs: `de X`, `du maire`, `des riverains`.
fn governed(clause: &Clause, of: usize, end: usize) -> Option<Subject> {
    let article = clause.has(of, Class::DETERMINER) && clause.name(of + 1).is_none();
    let phrase = if article { subject::phrase(clause, of, end) } else { None };
    phrase.or_else(|| subject::starting(clause, of + 1, end)).or_else(|| bare::stranger(clause, of + 1, end))
}

/// `in her own words`, `by his own estimate`, `de son propre aveu`, `selon ses termes` at item `at`.
fn own_words(clause: &Clause, at: usize) -> Option<Found> {
    let leads = matches!(clause.lower(at), "in" | "by" | "dans" | "selon" | "de" | "à" | "d'après");
    let words = (at + 2..at + 4).find(|&item| clause.has(item, Class::WORDS))?;
    let plain = (at + 2..words).all(|item| matches!(clause.lower(item), "own" | "propre" | "propres"));
    (leads && plain && is_possessive(clause, at + 1))
        .then(|| Found::sure(Some(owner(clause, at + 1)), at..words + 1))
}

/// `sa`, `leur`, `his`.
pub(super) fn is_possessive(clause: &Clause, at: usize) -> bool {
    matches!(clause.lower(at), "son" | "sa" | "ses" | "leur" | "leurs" | "his" | "her" | "their" | "its")
}

/// Whose the possessive at item `at` says it is: in English it says his or hers, in French it stands for the
/// subject of the sentence.
pub(super) fn owner(clause: &Clause, at: usize) -> Subject {
    let pronoun = Subject { items: at..at + 1, head: Head::Pronoun };
    if matches!(clause.lower(at), "his" | "her") {
        return pronoun;
    }
    subject::of_sentence(clause, clause.sentence_start(at), at).unwrap_or(pronoun)
}

/// `X, pour qui ces résultats « … »`, `the unions, according to whom it was “…”`: the one right before.
fn related(clause: &Clause, item: usize, start: usize) -> Option<Found> {
    let words = if clause.lower(item) == "for" { Some(1) } else { words(clause, item) };
    let relative = item + words?;
    let refers =
        matches!(clause.lower(relative), "qui" | "lequel" | "laquelle" | "lesquels" | "lesquelles" | "whom");
    let right_before = || preceding::antecedent(clause, start, item);
    let subject =
        if refers { preceding::before_verb(clause, start, item).or_else(right_before) } else { None }?;
    Some(Found::sure(Some(subject), item..relative))
}

/// `comme le veut la formule, « … »`: what nobody in particular says.
fn as_wanted(clause: &Clause, item: usize, start: usize, at: usize) -> Option<Found> {
    let opens = item == start || clause.mark(item - 1) == Some(',');
    if !opens || !clause.has(item, Class::AS) || clause.name(item).is_some() {
        return None;
    }
    let small = Class::CLITIC.or(Class::ADVERB).or(Class::HAVE).or(Class::RELATIVE);
    let verb = (item + 1..at.min(item + 5)).find(|&next| !clause.has(next, small))?;
    let subject = if clause.has(verb, Class::WEAK) { subject::starting(clause, verb + 1, at) } else { None }?;
    Some(Found::sure(Some(subject), item + 1..verb + 1))
}

/// `pour X, …`, `Selon X, …` at item `item`, where it opens its clause.
fn named_before(clause: &Clause, item: usize, start: usize, at: usize) -> Option<Found> {
    let opens = item == start
        || matches!(clause.mark(item - 1), Some(',' | ':' | '–' | '—'))
        || clause.has(item - 1, Class::RELATIVE.or(Class::CONJUNCTION));
    let loose = matches!(clause.lower(item), "pour" | "for" | "to" | "para" | "per" | "so");
    if loose && !opens {
        return None;
    }
    let found = according(clause, item, at)?;
    // `pour X, …` is a view; `pour le ministre de faire …` is not.
    let closed = found
        .subject
        .as_ref()
        .is_some_and(|subject| matches!(clause.mark(subject.items.end), Some(',' | '(')));
    (!loose || closed).then_some(found)
}

/// `Réponse du ministre : « … »`, `Seul commentaire de X : « … »`, from item `start` to the colon.
pub(super) fn answer(clause: &Clause, start: usize, colon: usize) -> Option<Found> {
    let noun = (start..colon.min(start + 3)).find(|&item| clause.has(item, Class::WORDS))?;
    let of = noun + 1;
    let subject = if clause.has(of, Class::OF) { governed(clause, of, colon) } else { None }?;
    let whole = !(subject.items.end..colon).any(|item| clause.has(item, Class::FINITE.or(Class::BE)));
    whole.then(|| Found::sure(Some(subject), noun..of))
}
