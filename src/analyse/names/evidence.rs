//! What speaks for a kind: the words of the name and the words beside it.
//!
//! A reporting verb beside a name is no evidence: bodies speak in the press as much as people.

use super::Votes;
use super::heads::state_end;
use super::landmarks::has_number;
use super::titles::{called_product, other_kind};
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Passage, Reading, Tongue};
use crate::analyse::tokens::Shape;
use crate::mark::EntityKind;
use std::ops::Range;

/// The votes that one occurrence gives its surface.
pub(super) fn votes(reading: &Reading, name: Range<usize>, passage: &Passage) -> Votes {
    let mut votes = Votes::default();
    if let Some(kind) = by_its_words(reading, name.clone()) {
        // `Congress` and `Act` say more than `Bank`, which is also in the names of places.
        let sure = matches!(kind, EntityKind::Event | EntityKind::Law);
        let capitals = kind == EntityKind::Organisation && name.len() == 1;
        let weight = match (sure, capitals) {
            (true, _) if !either_body(reading, &name) => 12,
            (true, _) => 6,
            (false, true) if has_inner_capital(reading.letters(name.start)) => 6,
            (false, true) => 1,
            // `Groupe de la presse panafricaine`: a head with a complement in lower case is the name of a body.
            (false, false) if kind == EntityKind::Organisation && is_spelt_out(reading, &name) => 7,
            (false, false) if reading.has_anywhere(name.end - 1, Class::BODY_SUFFIX) => 6,
            (false, false) if kind == EntityKind::Person && name.len() == 2 => 5,
            (false, false) if kind == EntityKind::Place && is_built(reading.lower(name.end - 1)) => 7,
            (false, false) => 3,
        };
        votes.add(kind, weight);
    }
    if let Some(weight) = called_product(reading, name.clone()) {
        votes.add(EntityKind::Product, weight);
    }
    before(reading, name.clone(), passage, &mut votes);
    after(reading, name.clone(), passage, &mut votes);
    let words = name.len();
    let unheard = |at: usize| !reading.in_lower_case(at) && reading.class(at) == Class::NONE;
    let likely = (2..=3).contains(&words) && !passage.titled && !has_number(reading, name.clone());
    // `the Ninth District` is no person: people go without an article.
    let bare = name.start.checked_sub(1).is_none_or(|before| !reading.has(before, Class::DETERMINER));
    if votes.total() == 0 && likely && bare && name.clone().all(unheard) {
        votes.add(EntityKind::Person, 1);
    }
    votes
}

/// `Dolmabahçe Palace`: places that no club or body is called after.
fn is_built(last: &str) -> bool {
    const SITES: [&str; 11] = [
        "palace", "castle", "bridge", "airport", "station", "street", "avenue", "square", "road", "beach",
        "stadium",
    ];
    SITES.contains(&last)
}

/// A French body with a head and all its words: the last of them is in lower case.
fn is_spelt_out(reading: &Reading, name: &Range<usize>) -> bool {
    name.len() > 2
        && reading.has(name.start, Class::INSTITUTION)
        && !reading.tokens[name.end - 1].is_capital()
        && reading.tongue(name.start) == Tongue::French
}

/// `Italian Episcopal Conference`: a conference may be a body.
fn either_body(reading: &Reading, name: &Range<usize>) -> bool {
    [name.start, name.end - 1].iter().any(|&at| matches!(reading.lower(at), "conference" | "conférence"))
}

/// The kind of a name that is neither person, place nor organisation, by its words.
pub(super) fn kind_of_words(reading: &Reading, name: Range<usize>) -> EntityKind {
    match by_its_words(reading, name.clone()) {
        Some(kind @ (EntityKind::Event | EntityKind::Law)) => kind,
        _ => other_kind(reading, name),
    }
}

fn by_its_words(reading: &Reading, name: Range<usize>) -> Option<EntityKind> {
    let (first, last) = (name.start, name.end - 1);
    let several = name.len() > 1;
    let single = reading.tokens[first].shape == Shape::Capitals || has_inner_capital(reading.letters(first));
    if !several && reading.has(first, Class::MAN.or(Class::WOMAN)) {
        return Some(EntityKind::Person);
    }
    if !several {
        let place = is_place_form(reading.lower(first)).then_some(EntityKind::Place);
        return if single { Some(EntityKind::Organisation) } else { place };
    }
    let either = |class: Class| reading.has_anywhere(first, class) || reading.has_anywhere(last, class);
    let person = reading.has(first, Class::MAN.or(Class::WOMAN)) || is_initial(reading.letters(first));
    let institution = reading.has_anywhere(first, Class::INSTITUTION)
        || reading.has_anywhere(last, Class::INSTITUTION.or(Class::BODY_SUFFIX));
    if person && !institution {
        return Some(EntityKind::Person);
    }
    if reading.has_anywhere(first, Class::INSTITUTION) {
        return Some(EntityKind::Organisation);
    }
    if either(Class::EVENT) {
        return Some(EntityKind::Event);
    }
    if either(Class::LAW) {
        return Some(EntityKind::Law);
    }
    if institution {
        return Some(EntityKind::Organisation);
    }
    either(Class::SITE).then_some(EntityKind::Place)
}

/// Nouns before the name of a body, beside those of the lexicon.
const BODIES: [&str; 32] = [
    "alliance",
    "laboratoire",
    "laboratoires",
    "fonds",
    "coalition",
    "centrale",
    "confédération",
    "coopérative",
    "éditions",
    "équipementier",
    "assureur",
    "distributeur",
    "transporteur",
    "biotech",
    "fournisseur",
    "thinktank",
    "charities",
    "developer",
    "supplier",
    "insurer",
    "titre",
    "action",
    "cabinet",
    "collectif",
    "fabricant",
    "enseigne",
    "plateforme",
    "consultancy",
    "charity",
    "nonprofit",
    "startup",
    "retailer",
];
/// French nouns before the name of somebody they are called after: `le rapport Spinetta`.
const CALLED_AFTER: [&str; 12] = [
    "rapport",
    "procès",
    "famille",
    "clan",
    "couple",
    "époux",
    "frères",
    "sœurs",
    "gouvernement",
    "affaire",
    "plan",
    "amendement",
];
/// Participles before a name that somebody gave.
const CALLED: [&str; 9] =
    ["baptisé", "baptisée", "rebaptisé", "rebaptisée", "dénommé", "dénommée", "nommée", "called", "dubbed"];

/// `directeur technique d’Armorique Pêche`: an adjective stands between the head of a body and `de`.
fn leads_body(reading: &Reading, of: usize, passage: &Passage) -> bool {
    let Some(noun) = of.checked_sub(2).filter(|at| passage.tokens.contains(at)) else { return false };
    let adjective = &reading.tokens[of - 1];
    reading.has(noun, Class::BEFORE_BODY)
        && adjective.is_word()
        && !adjective.is_capital()
        && reading.class(of - 1) == Class::NONE
}

fn before(reading: &Reading, name: Range<usize>, passage: &Passage, votes: &mut Votes) {
    let Some(previous) = name.start.checked_sub(1).filter(|at| passage.tokens.contains(at)) else { return };
    let earlier = previous.checked_sub(1).filter(|at| passage.tokens.contains(at));
    let has_earlier = |class: Class| earlier.is_some_and(|at| reading.has(at, class));
    if reading.has(previous, Class::TITLE) {
        votes.add(EntityKind::Person, 4);
    } else if reading.has(previous, Class::BEFORE_BODY) && !reading.has(previous, Class::ROLE)
        || reading.has(previous, Class::OF) && has_earlier(Class::BEFORE_BODY)
        || reading.lower(previous) == "chez"
    {
        votes.add(EntityKind::Organisation, 9);
    } else if reading.has(previous, Class::OF) && leads_body(reading, previous, passage)
        || BODIES.contains(&reading.lower(previous))
    {
        votes.add(EntityKind::Organisation, 6);
    } else if CALLED_AFTER.contains(&reading.lower(previous)) && name.len() == 1 {
        let capitals = reading.tokens[name.start].shape == Shape::Capitals;
        votes.add(EntityKind::Person, if capitals { 0 } else { 6 });
    } else if is_publisher(reading, previous, name.end) {
        votes.add(EntityKind::Organisation, 6);
    } else if CALLED.contains(&reading.lower(previous)) {
        // `a company called X`; `called Bob` says nothing.
        let from = passage.tokens.start.max(previous.saturating_sub(if passage.tongue == Tongue::French {
            6
        } else {
            1
        }));
        let body = (from..previous).any(|at| reading.has(at, Class::BODY.or(Class::BEFORE_BODY)));
        if body {
            votes.add(EntityKind::Organisation, 5);
        }
    } else if is_where(reading, previous, earlier) {
        votes.add(EntityKind::Place, 5);
    } else if reading.has(previous, Class::ROLE) {
        votes.add(EntityKind::Person, 3);
    } else if reading.has(previous, Class::WHERE)
        || reading.has(previous, Class::OF) && has_earlier(Class::SITE)
    {
        votes.add(EntityKind::Place, 3);
    } else if reading.tokens[previous].is(',') {
        apposed(reading, previous, passage, votes);
    } else if reading.tongue(previous) != Tongue::French {
        // What follows is about French articles.
    } else if reading.lower(previous) == "des"
        && name.len() == 1
        && !reading.letters(name.start).ends_with('s')
    {
        // `la bourgeoisie des Dassault`: a family.
        votes.add(EntityKind::Person, 1);
    } else if matches!(reading.lower(previous), "le" | "la" | "l'" | "du")
        && reading.has(previous, Class::DETERMINER)
    {
        // French regions, rivers and countries take the article; people and firms seldom do.
        let inside = earlier.is_some_and(|at| matches!(reading.lower(at), "dans" | "vers"));
        let single = name.len() == 1 && reading.tokens[name.start].shape == Shape::Capital;
        votes.add(EntityKind::Place, if inside { 2 } else { u16::from(single) });
    }
}

/// `residents of Kilfenora`, `north Clare`, `les habitants de Lens`: what only places have.
fn is_where(reading: &Reading, previous: usize, earlier: Option<usize>) -> bool {
    const OF_PLACES: [&str; 22] = [
        "residents",
        "people",
        "villagers",
        "outskirts",
        "streets",
        "suburb",
        "village",
        "town",
        "county",
        "port",
        "habitants",
        "habitantes",
        "riverains",
        "faubourgs",
        "commune",
        "quartier",
        "hameau",
        "canton",
        "bourg",
        "sud",
        "nord",
        "maire",
    ];
    const SIDES: [&str; 10] =
        ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "downtown", "rural"];
    let side = SIDES.contains(&reading.lower(previous)) && !reading.tokens[previous].is_capital();
    let of = reading.has(previous, Class::OF) && reading.lower(previous) != "des";
    side || of && earlier.is_some_and(|noun| OF_PLACES.contains(&reading.lower(noun)))
}

/// `« La Dette des autres » (Seuil)`: in brackets after the mark that ends a title.
fn is_publisher(reading: &Reading, bracket: usize, after: usize) -> bool {
    let closed = bracket.checked_sub(1).and_then(|at| reading.tokens[at].mark());
    let ends = reading.tokens.get(after).is_some_and(|token| token.is(')') || token.is(','));
    reading.tokens[bracket].is('(') && ends && matches!(closed, Some('»' | '”'))
}

/// `la fédération des banques, Febelfin`, `le directeur de l’école, Paul Martin`: the noun before the comma.
fn apposed(reading: &Reading, comma: usize, passage: &Passage, votes: &mut Votes) {
    let from = passage.tokens.start.max(comma.saturating_sub(7));
    for at in (from..comma).rev().take_while(|&at| reading.tokens[at].is_word()) {
        let led = at > from && reading.has(at - 1, Class::DETERMINER) && !reading.has(at - 1, Class::OF);
        if led && !reading.tokens[at].is_capital() {
            if reading.has(at, Class::ROLE) {
                votes.add(EntityKind::Person, 3);
            } else if reading.has(at, Class::BODY) {
                votes.add(EntityKind::Organisation, 4);
            }
        }
    }
}

/// `Saint-Cloud`, `Hauts-de-Seine`, `Châlons-en-Champagne`.
fn is_place_form(word: &str) -> bool {
    const LINKS: [&str; 9] = ["-de-", "-sur-", "-en-", "-les-", "-lès-", "-sous-", "-la-", "-le-", "-aux-"];
    word.starts_with("saint-") || word.starts_with("sainte-") || LINKS.iter().any(|link| word.contains(link))
}

fn after(reading: &Reading, name: Range<usize>, passage: &Passage, votes: &mut Votes) {
    let end = passage.tokens.end.min(name.end + 4);
    // A body speaks and acts without an article; a person would have been named in full, and is then tied to that name.
    let bare =
        name.start == passage.tokens.start || !reading.has(name.start - 1, Class::DETERMINER.or(Class::OF));
    if bare && name.end < end && name.len() == 1 && reading.has(name.end, Class::HAVE.or(Class::FINITE)) {
        votes.add(EntityKind::Organisation, 2);
    }
    if name.end >= end || !reading.tokens[name.end].is(',') {
        return;
    }
    if name.end + 1 < end && state_end(reading, name.end + 1, end).is_some() {
        votes.add(EntityKind::Place, 8);
    }
    // `X, directrice de …`, `X, le patron de …`, `X, a spokesman for …`
    let mut at = name.end + 1;
    while at < end && reading.has(at, Class::DETERMINER) {
        at += 1;
    }
    if at < end && reading.has(at, Class::ROLE) {
        votes.add(EntityKind::Person, 3);
    } else if at < end && reading.has(at, Class::BODY) {
        votes.add(EntityKind::Organisation, 4);
    }
}

/// `V.`, `J.-M.`
pub(super) fn is_initial(letters: &str) -> bool {
    letters.ends_with('.') && letters.chars().filter(|letter| letter.is_alphabetic()).count() <= 2
}

/// `OpenAI`, `YouTube`; not `McCain`.
pub(super) fn has_inner_capital(letters: &str) -> bool {
    let mut lower = false;
    let inner = letters.chars().any(|letter| {
        let found = lower && letter.is_uppercase();
        lower = letter.is_lowercase();
        found
    });
    inner && !letters.starts_with("Mc") && !letters.starts_with("Mac") && !letters.contains(['-', '\'', '’'])
}
