//! Points that end no sentence: titles, abbreviations, initials.

/// What a point after a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// The end of a sentence, as far as the word can tell.
    End,
    /// Part of an abbreviation that something must follow (`M.`, `Dr.`, `p.`).
    Inside,
    /// Part of an abbreviation that may also end a sentence (`etc.`, `U.S.`, `J.-C.`).
    Either,
    /// A single small letter, part of an abbreviation when another follows (`z. B.`).
    Letter,
    /// Part of an abbreviation when a number follows (`art. 5`).
    BeforeNumber,
    /// After a single capital: an initial (`J. Dupont`), seldom the end (`le plan B.`).
    Initial,
}

const INSIDE: &[&str] = &[
    "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mgr", "Dr", "Drs", "Pr", "Prof", "St", "Ste", "Cdt",
    "Cne", "Mr", "Mrs", "Ms", "Messrs", "Gen", "Sen", "Rep", "Gov", "Col", "Lt", "Sgt", "Capt", "Cpl",
    "Cmdr", "Maj", "Rev", "Hon", "Pres", "v", "Mt", "Ft", "vs", "cf", "Cf", "av", "apr", "env", "e.g", "i.e",
    "c.-à-d", "op", "éd", "eds", "janv", "févr", "avr", "juil", "Jan", "Feb", "Aug", "Oct", "Nov", "Dec",
    "bzw", "Nr", "vgl", "inkl", "sog", "Hr", "Fr", "Mio", "Mrd", "z.B", "d.h", "sra", "srta", "dra", "sig",
    "dott", "avv", "ing", "p.ej", "EE", "ej", "dhr", "mevr", "mw", "drs", "ir", "bijv", "bv", "nr", "p.es",
    "tél", "boul", "bd", "approx", "dept", "resp",
];

const EITHER: &[&str] = &[
    "usw", "ecc", "enz", "u.a", "EE.UU", "UU", "etc", "Inc", "Ltd", "Corp", "Co", "Cie", "Jr", "Sr", "al",
    "hab", "ibid", "Ibid", "a.m", "p.m", "Bros", "Univ", "prof", "pers",
];

const BEFORE_NUMBER: &[&str] = &[
    "p", "pp", "art", "Art", "arts", "chap", "Chap", "vol", "Vol", "t", "n", "no", "No", "nos", "Nos", "nº",
    "fig", "Fig", "sec", "Sec", "ch", "col", "l", "oct", "nov", "déc", "Mar", "Apr", "Jun", "Jul", "sept",
    "Sep", "ca", "núm", "pág", "págs", "Abs",
];

/// Letters that stand before another one in an abbreviation with a blank inside (`z. B.`, `i. V.`, `n. Chr.`).
const LETTERS: &[&str] = &["z", "d", "u", "i", "o", "s"];

/// Words that begin sentences far more often than names.
const STARTERS: &[&str] = &[
    "Il",
    "Elle",
    "Ils",
    "Elles",
    "On",
    "Nous",
    "Vous",
    "Je",
    "J",
    "Ce",
    "Cet",
    "Cette",
    "Ces",
    "C",
    "Mais",
    "Et",
    "Or",
    "Dans",
    "En",
    "Pour",
    "Selon",
    "Par",
    "Avec",
    "Sans",
    "Son",
    "Sa",
    "Ses",
    "Leur",
    "Leurs",
    "Depuis",
    "Après",
    "Avant",
    "Cependant",
    "Toutefois",
    "Ainsi",
    "Alors",
    "Aussi",
    "Une",
    "Qui",
    "Que",
    "Quand",
    "Si",
    "À",
    "Au",
    "Aux",
    "He",
    "She",
    "It",
    "They",
    "We",
    "You",
    "I",
    "The",
    "This",
    "That",
    "These",
    "Those",
    "But",
    "And",
    "In",
    "On",
    "At",
    "For",
    "A",
    "An",
    "His",
    "Her",
    "Its",
    "Their",
    "After",
    "Before",
    "When",
    "While",
    "If",
    "As",
    "However",
    "There",
    "Der",
    "Die",
    "Das",
    "Er",
    "Sie",
    "Es",
    "Wir",
    "Ich",
    "Aber",
    "Und",
    "Doch",
    "Auch",
    "El",
    "Él",
    "Ella",
    "Pero",
    "Según",
    "También",
    "Gli",
    "Poi",
    "Ma",
    "Nel",
    "Secondo",
    "Ele",
    "Ela",
    "Mas",
    "Segundo",
    "Também",
    "Het",
    "Een",
    "Hij",
    "Zij",
    "Ze",
    "Maar",
    "Volgens",
];

/// Words that begin sentences, and names too (`Le Pen`, `De Gaulle`).
const ARTICLES: &[&str] = &["Le", "La", "Les", "L", "Un", "Du", "Des", "De", "D"];

/// What the point after `word` may be; the word comes with its inner points (`U.S`) and hyphens.
pub(super) fn point_after(word: &str) -> Point {
    let mut letters = word.chars();
    let first = letters.next();
    let single = first.is_some_and(char::is_alphabetic) && letters.next().is_none();
    if listed(INSIDE, word) {
        Point::Inside
    } else if LETTERS.contains(&word) {
        Point::Letter
    } else if listed(EITHER, word) {
        Point::Either
    } else if listed(BEFORE_NUMBER, word) {
        Point::BeforeNumber
    } else if single && first.is_some_and(char::is_uppercase) || is_hyphenated_initials(word) {
        Point::Initial
    } else if word.contains('.') && word.split(['.', '-']).all(|piece| piece.chars().count() <= 1) {
        Point::Either
    } else {
        Point::End
    }
}

/// Whether the list holds the word, or holds it without the capital it starts with.
fn listed(list: &[&str], word: &str) -> bool {
    let mut rest = word.chars();
    let small = rest.next().filter(|first| first.is_uppercase()).into_iter().flat_map(char::to_lowercase);
    list.contains(&word) || list.iter().any(|entry| small.clone().chain(rest.clone()).eq(entry.chars()))
}

/// Whether `word`, after an abbreviation that may end a sentence, begins a new one.
pub(super) fn begins_sentence(word: &str, after: Point) -> bool {
    STARTERS.contains(&word) || (after != Point::Initial && ARTICLES.contains(&word))
}

/// `J.-M` of `J.-M. Le Pen`; `J.-C` is no name but a date (`44 av. J.-C.`).
fn is_hyphenated_initials(word: &str) -> bool {
    word.contains(".-") && word != "J.-C"
}
