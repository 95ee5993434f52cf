//! The point of a German ordinal, which ends no sentence.

/// Whether `rest`, after a number, is the point of an ordinal: `. Oktober`.
pub(crate) fn is_german_ordinal(rest: &str) -> bool {
    let Some(word) = rest.strip_prefix('.').map(|rest| rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']))
    else {
        return false;
    };
    let end = word.find(|letter: char| !letter.is_alphabetic()).unwrap_or(word.len());
    word.starts_with(|first: char| first.is_uppercase()) && COUNTED.contains(&&word[..end])
}

/// What a day or another number with a point stands before in German.
const COUNTED: &[&str] = &[
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "Jahrhundert",
    "Jahrhunderts",
    "Liga",
    "Bundesliga",
    "FC",
    "Weltkrieg",
    "Weltkriegs",
    "Platz",
    "Mal",
    "Tag",
    "Stock",
    "Lebensjahr",
    "Geburtstag",
    "Runde",
    "Minute",
    "Spieltag",
    "Parteitag",
    "Jahrestag",
    "Etage",
    "Kapitel",
    "Senat",
    "Strafsenat",
    "Klasse",
    "Etappe",
    "Auflage",
    "Bezirk",
    "Armee",
];
