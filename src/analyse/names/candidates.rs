//! Spans that may be names.
//!
//! Known names, landmarks and laws in words come first; then what the tagger and the rules over
//! capitals hold for names, which have each their say.

use super::evidence;
use super::known::{Bucket, KnownIndex, Match};
use super::landmarks::landmark;
use super::tagged::Tags;
use super::titles::Titles;
use super::{Candidate, Votes, bodies, heads, laws};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Passage, Reading, Tongue};
use crate::analyse::tokens::{Kind, Shape};
use crate::mark::EntityKind;
use std::ops::Range;

/// Words a name may have.
const NAME_WORDS: usize = 12;

/// Returns what finds the candidates of a passage and adds them in reading order; by rules alone where
/// they are not to be `tagged`.
pub(in crate::analyse) fn candidates<'a>(
    reading: &'a Reading,
    index: &'a KnownIndex,
    tagged: bool,
) -> impl FnMut(&Passage, &mut Vec<Candidate>) + 'a {
    let buckets = index.buckets(reading);
    let mut titles = Titles::default();
    let mut tags = if tagged { Tags::new() } else { Tags::none() };
    let mut asked = false;
    move |passage, found| {
        let passage = &heads::without_label(reading, passage, &mut asked);
        tags.read(reading, passage);
        let bucket = |at: usize| buckets[reading.tokens[at].word()? as usize].as_ref();
        let known = |at: usize, end: usize| index.longest(bucket(at)?, reading, at, end);
        let hinted = |mut candidate: Candidate| {
            if let Some(bucket) = bucket(candidate.tokens.start) {
                candidate.votes.merge(index.hints(bucket, reading, candidate.tokens.clone()));
            }
            candidate
        };
        let is_hinted =
            |at: usize| bucket(at).is_some_and(|found| index.hints(found, reading, at..at + 1).total() > 0);
        let end = passage.tokens.end;
        let mut at = passage.tokens.start;
        while at < end {
            let candidate = heads::dateline(reading, at, passage)
                .or_else(|| laws::after_initials(reading, at, end))
                .or_else(|| known_name(reading, index, &known, at, end))
                .or_else(|| small_place(reading, index, bucket(at)?, at, passage))
                .or_else(|| heads::state(reading, at, passage))
                .or_else(|| bodies::party(reading, at, passage))
                .or_else(|| heads::premises(reading, at, end))
                .or_else(|| titles.at(reading, at, passage.tokens.clone()))
                .or_else(|| heads::body(reading, at, end))
                .or_else(|| {
                    landmark(reading, at, end).map(|(kind, after)| Candidate::of_kind(at..after, kind))
                })
                .or_else(|| laws::law(reading, at, end))
                .or_else(|| bodies::of_words(reading, &known, at, end))
                .or_else(|| named(reading, &known, &is_hinted, &tags, at, passage).map(hinted));
            at = candidate.as_ref().map_or(at + 1, |candidate| candidate.tokens.end);
            found.extend(candidate);
        }
    }
}

impl Candidate {
    pub(super) fn of_kind(tokens: Range<usize>, kind: EntityKind) -> Self {
        Self { tokens, kind: Some(kind), known: None, weak: false, shares: None, votes: Votes::default() }
    }
}

fn known_name(
    reading: &Reading,
    index: &KnownIndex,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    end: usize,
) -> Option<Candidate> {
    let found = known(at, end)?;
    let after = at + found.length;
    let (_, kind) = index.name(found.name);
    // `Trump` is known, `Trump Tower` is not it, and neither is `New York University` New York.
    let longer =
        after < end && is_name_word(reading, after) && known(after, end).is_none() && kind != EntityKind::Law;
    // `France 3` is a channel.
    if kind == EntityKind::Place && found.length == 1 && numbered(reading, after, end) > after {
        return None;
    }
    let person = starts_person(reading, after, end);
    let single = found.length == 1 && reading.tokens[at].shape != Shape::Capitals;
    // `El Paso Energy` is not El Paso; `Los Angeles Mayor Karen Bass` is two names.
    let named_after = kind == EntityKind::Place && !leads_person(reading, after, end);
    let cut = ends_in_head(reading, after.min(end - 1)) || !person && (single || named_after);
    if longer && cut || of_another_state(reading, at, after, end) {
        return None;
    }
    let after = if kind == EntityKind::Law { laws::dated(reading, after, end) } else { after };
    Some(Candidate { known: Some(found.name), ..Candidate::of_kind(at..after, kind) })
}

/// `from san francisco`, `in malaysia`: a known place that somebody wrote without capitals, after a preposition.
fn small_place(
    reading: &Reading,
    index: &KnownIndex,
    bucket: &Bucket,
    at: usize,
    passage: &Passage,
) -> Option<Candidate> {
    let plain = passage.tongue == Tongue::English && reading.tokens[at].shape == Shape::Plain;
    let led = at > passage.tokens.start && matches!(reading.lower(at - 1), "in" | "from" | "near" | "to");
    if !plain || !led || reading.class(at) != Class::NONE {
        return None;
    }
    let found = index.in_lower_case(bucket, reading, at, passage.tokens.end)?;
    let (_, kind) = index.name(found.name);
    let long = reading.span(at..at + found.length).of(reading.text).len() > 3;
    (kind == EntityKind::Place && long)
        .then(|| Candidate { known: Some(found.name), ..Candidate::of_kind(at..at + found.length, kind) })
}

/// A first name with another name word after it.
pub(super) fn starts_person(reading: &Reading, at: usize, end: usize) -> bool {
    at + 1 < end && reading.has(at, Class::MAN.or(Class::WOMAN)) && is_name_word(reading, at + 1)
}

/// A title or a role with a capital, perhaps after another word: `Mayor`, `Prime Minister`.
fn leads_person(reading: &Reading, at: usize, end: usize) -> bool {
    let leads =
        |at: usize| reading.tokens[at].is_capital() && reading.has_anywhere(at, Class::TITLE.or(Class::ROLE));
    (at..end.min(at + 2)).any(leads)
}

/// `Parti communiste palestinien` is not the Parti communiste.
fn of_another_state(reading: &Reading, at: usize, after: usize, end: usize) -> bool {
    let institution = reading.has(at, Class::INSTITUTION);
    institution && after < end && !reading.tokens[after].is_capital() && reading.has(after, Class::NO_NAME)
}

fn ends_in_head(reading: &Reading, at: usize) -> bool {
    reading.has_anywhere(at, Class::INSTITUTION.or(Class::EVENT).or(Class::BODY_SUFFIX).or(Class::SITE))
}

/// A word in capitals or with a capital that may be part of a name.
pub(super) fn is_name_word(reading: &Reading, at: usize) -> bool {
    let token = &reading.tokens[at];
    // `Christian Jacob` is a name, `Christian` in English alone is none.
    let named = || {
        let next = reading.tokens.get(at + 1).is_some_and(|next| next.is_word() && next.is_capital());
        !reading.has(at, Class::NO_NAME) || next && reading.has(at, Class::MAN.or(Class::WOMAN))
    };
    token.is_word() && token.is_capital() && !is_pronoun(reading, at) && named()
}

fn is_pronoun(reading: &Reading, at: usize) -> bool {
    reading.has(at, Class::PRONOUN.or(Class::INVERTED))
}

fn capitalised(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    passage: &Passage,
) -> Option<Candidate> {
    let end = passage.tokens.end;
    if !is_name_word(reading, at) {
        return None;
    }
    let meant = match reading.tongue(at) {
        Tongue::Other => false,
        Tongue::German => is_german_name(reading, at, end),
        _ => true,
    };
    if !meant {
        return None;
    }
    let token = &reading.tokens[at];
    let initial = opens(reading, at, passage);
    let titled = reading.has(at, Class::TITLE) && at + 1 < end && is_name_word(reading, at + 1);
    let common = reading.has_anywhere(at, Class::COMMON) || reading.letters(at).ends_with(['\'', '’']);
    let article = common
        && !initial
        && reading.has(at, Class::DETERMINER)
        && at + 1 < end
        && is_name_word(reading, at + 1);
    if titled || common && !article {
        return None;
    }
    let after = sequence_end(reading, known, at, end);
    let single = after == at + 1;
    let first_name = reading.has(at, Class::MAN.or(Class::WOMAN));
    // What the article also writes small is no name where it starts a sentence or stands by itself.
    let written_small = reading.in_lower_case(at) && !first_name;
    let noun = single && !first_name && token.shape != Shape::Capitals && reading.class(at) != Class::NONE;
    if written_small && (initial || single) || noun || shouted(reading, at..after, passage) {
        return None;
    }
    let letters = token.span().len();
    if single && (letters < 2 || is_roman(reading.letters(at))) {
        return None;
    }
    let votes = evidence::votes(reading, at..after, passage);
    let weak = passage.titled || initial && (single && token.shape != Shape::Capitals) || article && single;
    Some(Candidate { tokens: at..after, kind: None, known: None, weak, shares: None, votes })
}

/// Whether the word may have its capital from where it stands: at the start of a sentence, after a colon or the label
/// of a speaker.
fn opens(reading: &Reading, at: usize, passage: &Passage) -> bool {
    reading.tokens[at].initial || at == passage.tokens.start || reading.tokens[at - 1].is(':')
}

/// Every noun has a capital in German: only one in capitals, one after a form of address or a role, or a first name
/// with a name after it looks like a name.
fn is_german_name(reading: &Reading, at: usize, end: usize) -> bool {
    let word = &reading.tokens[at];
    let addressed = at.checked_sub(1).is_some_and(|before| {
        reading.has(before, Class::TITLE.or(Class::ROLE)) && reading.tokens[before].end() + 1 == word.start()
    });
    word.shape == Shape::Capitals
        || evidence::has_inner_capital(reading.letters(at))
        || addressed
        || starts_person(reading, at, end)
}

/// What the tagger and the rules make of the token at `at` together.
fn named(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    hinted: &impl Fn(usize) -> bool,
    tags: &Tags,
    at: usize,
    passage: &Passage,
) -> Option<Candidate> {
    // `The Lancet`: the name is known without its article; `Local TD`: the rules see one word.
    let article = passage.tongue == Tongue::English && reading.lower(at) == "the";
    let known_without = |after: usize| {
        article && after > at + 1 && known(at + 1, after).is_some_and(|found| at + 1 + found.length == after)
    };
    let addressed =
        opens(reading, at, passage) && at + 1 < passage.tokens.end && is_short_title(reading, at + 1);
    let by_rules = capitalised(reading, known, at, passage).filter(|by_rules| {
        let single = by_rules.tokens.len() == 1;
        !(known_without(by_rules.tokens.end) || single && addressed)
    });
    if !tags.are_there() {
        return by_rules;
    }
    if tags.are_people(at) {
        return None;
    }
    let person = reading.has(at, Class::MAN.or(Class::WOMAN));
    let opener = !person && opens(reading, at, passage) && passage.tongue != Tongue::German;
    let common = opener && reading.has(at, Class::COMMON);
    // What the article writes small elsewhere, a body by its noun alone (`the Department`).
    let small = opener && reading.in_lower_case(at) && reading.tokens[at].shape == Shape::Capital;
    let body = passage.tongue == Tongue::English
        && reading.has(at, Class::INSTITUTION)
        && at > 0
        && reading.has(at - 1, Class::DETERMINER);
    let single = common || small || body && !hinted(at) || addressed;
    let tagged =
        tags.name_at(at).filter(|&after| !(single && after == at + 1)).filter(|&after| !known_without(after));
    let mut candidate = match (tagged, by_rules) {
        (None, by_rules) => by_rules?,
        (Some(after), Some(by_rules))
            if by_rules.tokens.end == after || prevails(reading, &by_rules.tokens, after) =>
        {
            by_rules
        }
        (Some(after), _) => {
            let votes = evidence::votes(reading, at..after, passage);
            Candidate { tokens: at..after, kind: None, known: None, weak: true, shares: None, votes }
        }
    };
    // `l’AFP Nina Ferrand` is two names: what the tagger holds both together for says nothing of the second.
    if tagged.is_none() && tags.is_inside(at) && starts_person(reading, at, passage.tokens.end) {
        return Some(candidate);
    }
    let shares = tags.shares(candidate.tokens.clone());
    // `Shame on you`: a capital from the start of a sentence, and what follows no name would have after it.
    let lone = opener && candidate.tokens.len() == 1 && reading.tokens[at].shape == Shape::Capital;
    let next = candidate.tokens.end;
    let phrase = next < passage.tokens.end
        && reading.has(next, Class::PREPOSITION.or(Class::OF).or(Class::DETERMINER))
        && passage.tongue == Tongue::English;
    candidate.weak &= shares[0] > 0.5 || lone && phrase;
    candidate.shares = Some(shares);
    Some(candidate)
}

/// Whether the name by the rules holds where the tagger sees another end: a body with all its words.
fn prevails(reading: &Reading, by_rules: &Range<usize>, tagged: usize) -> bool {
    let head = |at: usize| reading.has_anywhere(at, Class::INSTITUTION.or(Class::EVENT));
    by_rules.end > tagged && (head(by_rules.start) || head(tagged - 1))
}

/// Words in capitals for loudness: long ones, several, or all of a passage.
fn shouted(reading: &Reading, name: Range<usize>, passage: &Passage) -> bool {
    let loud = |at: usize| reading.tokens[at].shape == Shape::Capitals;
    let small = |at: usize| reading.in_lower_case(at) || reading.has_anywhere(at, Class::COMMON);
    let single = name.len() == 1 && loud(name.start);
    single && (passage.titled || reading.tokens[name.start].span().len() > 8)
        || name.len() > 1 && name.clone().all(loud) && (passage.titled || name.clone().any(small))
}

/// `XIX`, `XXIe`, `IV`.
fn is_roman(letters: &str) -> bool {
    let numeral = letters.trim_end_matches(['e', 'r', 'è', 'm']);
    !numeral.is_empty() && numeral.bytes().all(|letter| b"IVXLCDM".contains(&letter))
}

/// The end of the name that starts with the word at `at`.
fn sequence_end(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    at: usize,
    end: usize,
) -> usize {
    let end = end.min(at + NAME_WORDS);
    let head = reading.has(at, Class::INSTITUTION.or(Class::EVENT).or(Class::LAW).or(Class::SITE));
    let person = reading.has(at, Class::MAN.or(Class::WOMAN)) || reading.letters(at).ends_with('.');
    let mut after = at + 1;
    if head {
        after = adjectives(reading, after, end);
    }
    while after < end {
        // A known name of several words stands by itself.
        let other = known(after, end).is_some_and(|found| found.length > 1);
        // `l’agence RIA Novosti Valentine Sapounov`: a full name starts where no person was being named.
        let person_next = !head && !person && starts_person(reading, after, end);
        if is_name_word(reading, after) && !other && !person_next && !is_short_title(reading, after) {
            after += 1;
            continue;
        }
        if let Some(place) = body_of_place(reading, known, after, end) {
            return place;
        }
        if person && reading.tokens[after].is_capital() && is_roman(reading.letters(after)) {
            return after + 1;
        }
        let joined = joint(reading, after, end, head, person);
        if joined == after {
            break;
        }
        after = joined;
    }
    numbered(reading, after, end)
}

/// `Ms.`, `Cllr`, `TD`: a form of address that is no word of a name, wherever it stands.
pub(super) fn is_short_title(reading: &Reading, at: usize) -> bool {
    let letters = reading.letters(at);
    reading.has(at, Class::TITLE)
        && (letters.ends_with('.') && letters.len() > 2
            || matches!(letters, "Cllr" | "TD" | "Mr" | "Mrs" | "Ms" | "Mme"))
}

/// `Royal Film Commission of Jordan`, `Bank of New York`: the end of the place after `of`, where the word
/// before it heads a body.
fn body_of_place(
    reading: &Reading,
    known: &impl Fn(usize, usize) -> Option<Match>,
    of: usize,
    end: usize,
) -> Option<usize> {
    let place = of + 1;
    let heads = reading.lower(of) == "of" && reading.has(of - 1, Class::INSTITUTION);
    if !heads || place >= end || !is_name_word(reading, place) {
        return None;
    }
    let known = known(place, end).map_or(place + 1, |found| place + found.length);
    Some((known..end).find(|&at| !is_name_word(reading, at)).unwrap_or(end))
}

/// `Parquet fédéral`, `Fédération belge`: adjectives in lower case after the head of an institution.
pub(super) fn adjectives(reading: &Reading, mut at: usize, end: usize) -> usize {
    const ENDINGS: [&str; 23] = [
        "al", "ale", "ales", "éen", "éenne", "ais", "aise", "ain", "aine", "ique", "iques", "aire", "aires",
        "elge", "elle", "iste", "ien", "ienne", "ier", "ière", "ère", "ères", "ême",
    ];
    while at < end {
        let word = reading.lower(at);
        let adjective = reading.tokens[at].is_word()
            && reading.tokens[at].shape == Shape::Plain
            && word.len() > 4
            && (reading.has(at, Class::NO_NAME) && nation(reading, at)
                || (reading.class(at) == Class::NONE || reading.has(at, Class::NO_NAME))
                    && ENDINGS.iter().any(|ending| word.ends_with(ending)));
        if !adjective {
            break;
        }
        at += 1;
    }
    at
}

/// `suisse`, `belge`, `russe`: where something is from, by no ending.
fn nation(reading: &Reading, at: usize) -> bool {
    matches!(reading.lower(at), "suisse" | "russe" | "britannique" | "turque" | "arabe")
}

/// Heads with a capital whose complement in lower case is of their name: `Université des sciences`.
fn is_spelt_out_after(reading: &Reading, head: usize) -> bool {
    const HEADS: [&str; 14] = [
        "université",
        "institut",
        "école",
        "fédération",
        "association",
        "syndicat",
        "union",
        "confédération",
        "fondation",
        "académie",
        "ligue",
        "observatoire",
        "agence",
        "mutuelle",
    ];
    reading.tongue(head) == Tongue::French && HEADS.contains(&reading.lower(head))
}

/// What joins the words of a name: `de` in institutions and after first names, `&`; the end of the
/// word joined, or `at` where nothing is.
fn joint(reading: &Reading, at: usize, end: usize, head: bool, person: bool) -> usize {
    let name = |at: usize| at < end && is_name_word(reading, at) && !reading.has_anywhere(at, Class::COMMON);
    if reading.tokens[at].is('&') && name(at + 1) {
        return at + 2;
    }
    let of = reading.has(at, Class::OF);
    let particle = reading.has(at, Class::PARTICLE) && !of;
    // `Eva Koster van Cultuur` holds an office: in Dutch only a first name is tied to what follows *van*.
    let tied = reading.tongue(at) != Tongue::Dutch || reading.has(at - 1, Class::MAN.or(Class::WOMAN));
    let person = person && tied;
    // `Conseil d’État`, `Université d’État`: inside an institution a capital is a name.
    let state = |at: usize| at < end && reading.tokens[at].is_capital() && !reading.has(at, Class::COMMON);
    if (particle && person || of && person && !head) && name(at + 1)
        || of && head && (name(at + 1) || state(at + 1))
    {
        return at + 2;
    }
    let article = at + 1 < end
        && reading.has(at + 1, Class::DETERMINER)
        && matches!(reading.lower(at + 1), "la" | "l'" | "the");
    if of && article && (head || person) && name(at + 2) {
        return at + 3;
    }
    // `Fédération belge du secteur financier`, `Université d’État d’hydrométéorologie`.
    let common = |at: usize| {
        at < end
            && reading.tokens[at].is_word()
            && !reading.tokens[at].is_capital()
            && (reading.class(at) == Class::NONE || reading.has(at, Class::NO_NAME.or(Class::BODY_SUFFIX)))
    };
    let noun = at + 1 + usize::from(article);
    let open = !reading.tokens[at - 1].is_capital()
        || reading.has(at - 1, Class::NO_NAME)
        || !reading.tokens[at - 1].initial && is_spelt_out_after(reading, at - 1);
    if of && head && open && common(noun) {
        return adjectives(reading, noun + 1, end);
    }
    // `Université des sciences, des techniques et des technologies`: a list that `et` ends.
    let small = |at: usize| !reading.tokens[at - 1].is_capital() && at + 2 < end;
    let listed = |at: usize| small(at) && reading.has(at + 1, Class::OF) && common(at + 2);
    let and = |at: usize| reading.has(at, Class::CONJUNCTION) && reading.lower(at) == "et";
    if head && and(at) && listed(at) {
        return adjectives(reading, at + 3, end);
    }
    let goes_on = (at + 3..end.min(at + 8)).take_while(|&at| !reading.tokens[at].is_capital()).any(and);
    if head && reading.tokens[at].is(',') && listed(at) && goes_on {
        return adjectives(reading, at + 3, end);
    }
    at
}

/// `Europe 1`: a small number that nothing follows to be counted.
fn numbered(reading: &Reading, after: usize, end: usize) -> usize {
    let number =
        after < end && reading.tokens[after].kind == Kind::Number && reading.letters(after).len() <= 2;
    let counts = after + 1 < end
        && (reading.tokens[after + 1].is('%')
            || reading.tokens[after + 1].is_word() && {
                let small = Class::COMMON.or(Class::PREPOSITION).or(Class::OF).or(Class::HAVE);
                !reading.has(after + 1, small)
            });
    if number && !counts { after + 1 } else { after }
}
