//! Titles of works between quotation marks, and what tells works, products and events from one another.

use super::Candidate;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Reading, Tongue};
use crate::analyse::tokens::{Kind, Shape};
use crate::mark::EntityKind;
use std::collections::HashSet;
use std::ops::Range;

/// Words and marks that a title may have.
const TITLE: usize = 9;
/// Words in lower case that may stand between a title and the noun that says what it is.
const NEAR: usize = 4;
/// What products are called before or after their names.
const PRODUCTS: [&str; 97] = [
    "technologie",
    "technology",
    "carrier",
    "freighter",
    "ferry",
    "vessel",
    "yacht",
    "liner",
    "cargo",
    "vraquier",
    "pétrolier",
    "porte-conteneurs",
    "frégate",
    "frigate",
    "destroyer",
    "warship",
    "bateau",
    "thonier",
    "remorqueur",
    "catamaran",
    "candidat-vaccin",
    "vaccins",
    "vaccines",
    "drug",
    "médicaments",
    "drone",
    "missile",
    "robot",
    "chatbot",
    "browser",
    "navigateur",
    "plugin",
    "extension",
    "messagerie",
    "helicopter",
    "hélicoptère",
    "pickup",
    "truck",
    "tracteur",
    "tractor",
    "fourgonnette",
    "camionnette",
    "voiture",
    "berline",
    "scooter",
    "moto",
    "telescope",
    "télescope",
    "cigarettes",
    "app",
    "application",
    "appli",
    "logiciel",
    "software",
    "smartphone",
    "smartphones",
    "phone",
    "téléphone",
    "tablette",
    "tablet",
    "liseuse",
    "reader",
    "console",
    "jeu",
    "game",
    "modèle",
    "model",
    "puce",
    "puces",
    "chip",
    "chips",
    "fusée",
    "rocket",
    "satellite",
    "sonde",
    "spacecraft",
    "probe",
    "chalutier",
    "navire",
    "voilier",
    "paquebot",
    "sous-marin",
    "trawler",
    "ship",
    "submarine",
    "tanker",
    "avion",
    "aircraft",
    "machine",
    "machines",
    "turbines",
    "turbine",
    "camera",
    "prototype",
    "médicament",
    "vaccin",
    "vaccine",
];
/// Ahead of a number: a competition, as `Top 14` and `Ligue 1` are.
const LEAGUES: [&str; 6] = ["top", "ligue", "formule", "pro", "formula", "serie"];
/// In the names of competitions and prizes, beside those of the lexicon.
const CONTESTS: [&str; 12] = [
    "cup", "league", "ligue", "open", "trophy", "trophée", "derby", "marathon", "award", "prize", "oscars",
    "olympics",
];

/// Finds titles, and knows those of the article again.
#[derive(Debug, Default)]
pub(super) struct Titles<'a> {
    known: HashSet<&'a str>,
}

impl<'a> Titles<'a> {
    /// The title between the mark at `at` and the one that closes it, where something says it is one.
    pub(super) fn at(
        &mut self,
        reading: &Reading<'a>,
        at: usize,
        passage: Range<usize>,
    ) -> Option<Candidate> {
        let close = match reading.tokens[at].mark()? {
            '«' => '»',
            '“' => '”',
            '‘' => '’',
            '"' => '"',
            _ => return None,
        };
        let first = at + 1;
        let end = passage.end.min(first + TITLE + 1);
        let closing = (first..end).find(|&at| reading.tokens[at].is(close))?;
        // `“Cistern,” won`: the comma is none of the title.
        let last = closing - usize::from(closing > first && reading.tokens[closing - 1].is(','));
        let title = first..last;
        let stop = |at: usize| {
            matches!(reading.tokens[at].mark(), Some('.' | '?' | ';' | ':' | '…' | '(' | '[' | '«' | '“'))
        };
        let begins = !title.is_empty()
            && (reading.tokens[first].is_capital() || reading.tokens[first].kind == Kind::Number)
            && reading.tokens[first..last].iter().any(super::super::reading::Token::is_capital);
        if !begins || title.clone().any(stop) {
            return None;
        }
        let letters = reading.span(title.clone()).of(reading.text);
        let told = named_before(reading, at, passage.start)
            || named_after(reading, closing, passage.end)
            || in_title_case(reading, title.clone());
        if told {
            self.known.insert(letters);
        }
        self.known.contains(letters).then(|| Candidate::of_kind(title, EntityKind::Work))
    }
}

/// `le film de Paul Martin, « »`: the noun of a work stands some words before the mark.
fn named_before(reading: &Reading, mark: usize, start: usize) -> bool {
    let from = start.max(mark.saturating_sub(NEAR));
    let ends = |at: usize| matches!(reading.tokens[at].mark(), Some('.' | '!' | '?' | ':' | '»' | '”' | '"'));
    (from..mark).rev().take_while(|&at| !ends(at)).any(|at| reading.has(at, Class::WORK))
}

/// `« », documentaire de`: the noun follows a comma, with or without its article.
fn named_after(reading: &Reading, mark: usize, end: usize) -> bool {
    let comma = mark + 1 < end && reading.tokens[mark + 1].is(',') || reading.tokens[mark - 1].is(',');
    let from = mark + 1 + usize::from(mark + 1 < end && reading.tokens[mark + 1].is(','));
    let article = from < end && reading.has(from, Class::DETERMINER);
    let noun = from + usize::from(article);
    comma && noun < end && reading.has(noun, Class::WORK)
}

/// `Night Bus to Tripoli`: two capitals at least, and all long words have one.
fn in_title_case(reading: &Reading, title: Range<usize>) -> bool {
    let words = || title.clone().filter(|&at| reading.tokens[at].is_word());
    let capitals = words().filter(|&at| reading.tokens[at].shape == Shape::Capital).count();
    let small = |at: usize| !reading.tokens[at].is_capital();
    let joins =
        Class::OF.or(Class::DETERMINER).or(Class::PREPOSITION).or(Class::CONJUNCTION).or(Class::WHERE);
    let fits = words().all(|at| !reading.has(at, Class::PRONOUN) && (!small(at) || reading.has(at, joins)));
    // A name may be quoted; a title has a small word between or an article before.
    let article = reading.has(title.start, Class::DETERMINER);
    capitals > 1 && fits && (article || words().any(small))
}

/// The kind of a name that is neither person, place nor organisation, by its words and those around it.
pub(super) fn other_kind(reading: &Reading, name: Range<usize>) -> EntityKind {
    let word =
        |at: Option<usize>| at.filter(|&at| at < reading.tokens.len()).map_or("", |at| reading.lower(at));
    let (first, last) = (name.start, name.end - 1);
    let number = |at: usize| reading.letters(at).contains(|letter: char| letter.is_ascii_digit());
    let contest = name.clone().any(|at| CONTESTS.contains(&reading.lower(at)));
    if contest || number(last) && LEAGUES.contains(&reading.lower(first)) {
        return EntityKind::Event;
    }
    let closed =
        reading.tokens.get(name.end).is_some_and(|token| matches!(token.mark(), Some('»' | '”' | '"' | '’')));
    let quoted =
        closed && first > 0 && matches!(reading.tokens[first - 1].mark(), Some('«' | '“' | '"' | '‘'));
    // `his memoir, The Road Was Mud,`
    let told = |at: usize| reading.has(at, Class::WORK);
    let apposed = first > 1 && reading.tokens[first - 1].is(',') && told(first - 2) && name.len() > 1;
    let article = reading.has(first, Class::DETERMINER) && !reading.tokens[first].initial;
    let titled = article && name.len() > 2 && reading.tongue(first) == Tongue::English;
    if quoted || first > 0 && told(first - 1) || apposed || titled {
        return EntityKind::Work;
    }
    let beside = [first.checked_sub(1), Some(name.end)].map(word);
    let model = name.clone().any(number) || inner_capital(reading.letters(first));
    if model || beside.iter().any(|word| PRODUCTS.contains(word)) {
        return EntityKind::Product;
    }
    // `dans La Montagne`: with an article of its own, a paper or a house.
    if article && name.len() > 1 && reading.tongue(first) == Tongue::French {
        return EntityKind::Organisation;
    }
    // `le Kangoo`, `on the Zoom`: one of many, or the only one of its name.
    let led =
        first > 0 && !reading.tokens[first - 1].is_capital() && reading.has(first - 1, Class::DETERMINER);
    let lettered = name.len() == 2 && reading.letters(last).len() == 1;
    if led && (name.len() == 1 && reading.tokens[first].shape == Shape::Capital || lettered) {
        return EntityKind::Product;
    }
    EntityKind::Other
}

/// What it counts that a noun beside the name says that it is a product, or an article that makes it one of many
/// (`my Kindle`).
pub(super) fn called_product(reading: &Reading, name: Range<usize>) -> Option<u16> {
    const ONE: [&str; 12] = ["a", "an", "my", "his", "her", "your", "our", "un", "une", "mon", "son", "sa"];
    let open =
        Class::NONE.or(Class::ROLE).or(Class::BODY).or(Class::FINITE).or(Class::BARE).or(Class::NOUNLIKE);
    // `a Reuters report`, `une Marseillaise élue`: not what it says of a name that stands alone.
    let noun = reading.tokens.get(name.end).is_some_and(|token| token.is_word() && !token.is_capital())
        && (reading.class(name.end) == Class::NONE || reading.has(name.end, open));
    let one = name.start > 0 && !noun && ONE.contains(&reading.lower(name.start - 1));
    let person = reading.has(name.start, Class::MAN.or(Class::WOMAN));
    if one && !person && !reading.has(name.start, Class::NO_NAME) && !is_demonym(reading.lower(name.start)) {
        return Some(4);
    }
    let before = name.start.checked_sub(1).map_or("", |at| reading.lower(at));
    let after = if name.end < reading.tokens.len() { reading.lower(name.end) } else { "" };
    if PRODUCTS.contains(&before) {
        return Some(18);
    }
    PRODUCTS.contains(&after).then_some(4)
}

/// `Lyonnaise`, `Peruvian`, `Democrats`: words for people by where they are from or what they hold.
pub(super) fn is_demonym(word: &str) -> bool {
    const ENDINGS: [&str; 28] = [
        "ais", "aise", "aises", "ois", "oise", "oises", "ain", "ains", "aine", "aines", "ien", "iens",
        "ienne", "iennes", "ian", "ians", "ean", "eans", "can", "cans", "ese", "ish", "crat", "crats", "ist",
        "ists", "iste", "istes",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `iPhone`, `eBay`.
fn inner_capital(letters: &str) -> bool {
    letters.starts_with(char::is_lowercase) && letters.contains(char::is_uppercase)
}
