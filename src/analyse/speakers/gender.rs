//! Whether people are men or women: by first name, else by the title or the role beside a mention.

use crate::analyse::lexicon::{Class, classes};
use crate::analyse::names::{Gender, Names};
use crate::analyse::reading::{Reading, Tongue};
use crate::mark::EntityKind;

/// Tokens looked at on each side of a name.
const REACH: usize = 8;

/// The gender of each entity, beside the entities.
pub(super) fn genders(reading: &Reading, names: &Names) -> Vec<Gender> {
    let mut genders = names.genders.clone();
    for mention in names.mentions.iter().filter(|mention| names.kind(mention) == EntityKind::Person) {
        let gender = &mut genders[mention.entity];
        if *gender == Gender::Unknown {
            let (start, end) = (mention.tokens.start, mention.tokens.end);
            let apposed = reading.tokens.get(end).is_some_and(|token| token.is(','));
            let after = if apposed { end + 1..reading.tokens.len().min(end + 1 + REACH) } else { 0..0 };
            *gender = title(reading, start)
                .or_else(|| role(reading, (start.saturating_sub(REACH)..start).rev(), start))
                .or_else(|| role(reading, after, start))
                .unwrap_or_else(|| given(&names.entities[mention.entity].name));
        }
    }
    genders
}

/// What the first name says of somebody whose whole name only a table knows: `Keynes`.
fn given(name: &str) -> Gender {
    let first = name.split_once(' ').map_or("", |(first, _)| first).to_lowercase();
    let class = classes(&first).french;
    match (class.has(Class::MAN), class.has(Class::WOMAN)) {
        (true, false) => Gender::Man,
        (false, true) => Gender::Woman,
        _ => Gender::Unknown,
    }
}

/// `M.`, `Mme`, `Ms.` before token `name`.
pub(super) fn title(reading: &Reading, name: usize) -> Option<Gender> {
    match reading.lower(name.checked_sub(1)?) {
        "m." | "m" | "monsieur" | "mr" | "mr." | "sir" | "lord" => Some(Gender::Man),
        "mme" | "madame" | "mlle" | "mademoiselle" | "mrs" | "mrs." | "ms" | "ms." | "miss" | "lady"
        | "dame" => Some(Gender::Woman),
        _ => None,
    }
}

/// The gender of the first role among the tokens, nearest first, up to a mark other than the comma
/// beside the name at `name`.
fn role(reading: &Reading, tokens: impl Iterator<Item = usize>, name: usize) -> Option<Gender> {
    let stops = Class::FINITE.or(Class::HAVE).or(Class::BE).or(Class::RELATIVE).or(Class::OF);
    for at in tokens {
        let beside = reading.tokens[at].is(',') && at + 1 == name;
        if reading.has(at, Class::ROLE) {
            return of_role(reading, at);
        }
        if reading.tokens[at].mark().is_some() && !beside || reading.has(at, stops) {
            return None;
        }
    }
    None
}

fn of_role(reading: &Reading, at: usize) -> Option<Gender> {
    let word = reading.lower(at);
    let womanly = ["woman", "ress", "cess", "ée", "trice", "euse", "ère", "enne", "queen"];
    let kin = ["mother", "sister", "wife", "daughter", "widow", "aunt", "grandmother"];
    let manly =
        ["man", "king", "prince", "father", "brother", "son", "husband", "uncle", "boy", "guy", "monk"];
    let english = reading.tongue(at) == Tongue::English;
    if !english && !reading.has(at, Class::FEMININE) || manly.contains(&word) || word.ends_with("sman") {
        return Some(Gender::Man);
    }
    if womanly.iter().any(|ending| word.ends_with(ending)) || kin.contains(&word) {
        return Some(Gender::Woman);
    }
    match at.checked_sub(1).map_or("", |before| reading.lower(before)) {
        _ if english => None,
        "la" | "une" | "cette" | "sa" => Some(Gender::Woman),
        "le" | "un" | "ce" | "du" | "au" => Some(Gender::Man),
        _ => None,
    }
}
