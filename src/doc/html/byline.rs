//! Lines that say who wrote an article, as people write them.

use super::date;
use super::head::{LINE, LOOKED_AT};
use super::prune::text;
use dom_query::NodeRef;

/// What begins a byline.
const BY: [&str; 14] = [
    "propos recueillis par ",
    "posted by ",
    "publié par ",
    "écrit par ",
    "reported by ",
    "written by ",
    "texte\u{a0}: ",
    "texte : ",
    "text: ",
    "text by ",
    "par : ",
    "par ",
    "by: ",
    "by ",
];

/// The names in a byline: `Par Anne Martin et Luc Petit, à Lyon` gives two and the place is left out.
pub(super) fn authors(line: &str) -> Vec<String> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut names = byline(&line).unwrap_or(&line);
    for end in
        [" - ", " – ", " — ", " | ", " • ", " Publié", " publié", " Mis à jour", " Published", " Updated"]
    {
        names = names.split(end).next().unwrap_or_default();
    }
    let names = names.replace(" et ", ", ").replace(" and ", ", ").replace(" & ", ", ");
    names
        .split([',', ';', '|', '·', '(', '/'])
        .map(|name| name.trim().trim_end_matches(" ."))
        .map(|name| if name.len() > 6 { name.trim_end_matches('.') } else { name })
        .map(without_weekday)
        .enumerate()
        // The house or the trade behind a name: `Anne Martin, AFP`, `Ann Lee, Executive Editor`.
        .filter(|(place, name)| *place == 0 || !(is_initials(name) || is_trade(name)))
        .map(|(_, name)| name)
        .filter(|name| {
            // Trades and places begin with a small letter.
            name.chars().next().is_some_and(|first| first.is_uppercase())
                && name.chars().count() <= 60
                && !name.contains(|letter: char| letter.is_ascii_digit())
                && !["Le ", "On ", "In "].iter().any(|start| name.starts_with(start))
        })
        .map(str::to_owned)
        .collect()
}

/// What follows the words that begin a byline.
pub(super) fn byline(text: &str) -> Option<&str> {
    BY.iter().find_map(|by| {
        let start = text.get(..by.len())?;
        (start.to_lowercase() == *by).then(|| &text[by.len()..])
    })
}

/// The names behind the word `par` or `by` within a line that says the day first.
pub(super) fn within(line: &str) -> Vec<String> {
    let after = [" par ", " by "].iter().find_map(|by| line.split_once(by));
    let after = after.filter(|(before, _)| line.chars().count() < LINE && date::day(before).is_some());
    after.map(|(_, names)| authors(names)).unwrap_or_default().into_iter().take(1).collect()
}

/// Whether a line at the head names the authors and a day, and says next to nothing else.
pub(super) fn says_only_who_and_when(line: &str, authors: &[String]) -> bool {
    const SMALL: [&str; 40] = [
        "a",
        "am",
        "and",
        "at",
        "avec",
        "bst",
        "by",
        "et",
        "est",
        "first",
        "gmt",
        "h",
        "heures",
        "jour",
        "last",
        "le",
        "lecture",
        "lire",
        "maj",
        "min",
        "minutes",
        "mis",
        "mise",
        "modifié",
        "now",
        "on",
        "par",
        "pm",
        "posted",
        "published",
        "publié",
        "read",
        "share",
        "temps",
        "the",
        "updated",
        "utc",
        "à",
        "écrit",
        "partager",
    ];
    if line.chars().count() >= LINE || (authors.is_empty() && date::day(line).is_none()) {
        return false;
    }
    let line = line.to_lowercase();
    let names = authors.join(" ").to_lowercase();
    let words = |text: &str| -> Vec<String> {
        let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        pieces.map(str::to_owned).collect()
    };
    let names = words(&names);
    let (mut said, mut other) = (0, 0);
    for word in words(&line) {
        let is_figure = word.bytes().next().is_some_and(|first| first.is_ascii_digit());
        if names.contains(&word) || is_figure {
            said += 1;
        } else if !SMALL.contains(&word.as_str()) && !date::is_part(&word) {
            other += 1;
        }
    }
    said >= 2 && other <= 1
}

/// Whether these may be the names of a person: a few words with capitals and no day.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace();
    (2..=5).contains(&words.clone().count())
        && words.clone().all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase))
        && date::day(text).is_none()
}

/// Names without the trade or the day that stands behind them, where an element of its own holds the name.
pub(super) fn without_trades(node: &NodeRef, names: Vec<String>) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in node.descendants_it().filter(NodeRef::is_text).take(LOOKED_AT) {
        pieces.push(text(&piece));
    }
    pieces.retain(|piece| is_name(piece));
    let shortened = |name: String| {
        let is_start =
            |piece: &&String| name.strip_prefix(piece.as_str()).is_some_and(|rest| rest.starts_with(' '));
        pieces.iter().find(is_start).cloned().unwrap_or(name)
    };
    names.into_iter().map(shortened).collect()
}

/// A name without the day of the week that stands behind it.
fn without_weekday(name: &str) -> &str {
    let before = name.rsplit_once(' ').filter(|(_, last)| last.len() > 4 && date::is_weekday(last));
    before.map_or(name, |(before, _)| before.trim_end())
}

/// Whether what follows a name says what its bearer does.
fn is_trade(name: &str) -> bool {
    const TRADES: [&str; 9] = [
        "columnist",
        "contributor",
        "correspondent",
        "correspondante",
        "correspondant",
        "editor",
        "journaliste",
        "reporter",
        "writer",
    ];
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    TRADES.contains(&last.as_str()) || TRADES.contains(&first.as_str())
}

fn is_initials(name: &str) -> bool {
    (2..=5).contains(&name.len()) && name.chars().all(|letter| letter.is_ascii_uppercase())
}
