//! Dates as people write them at the head of an article.

const MONTHS: [(&str, &str, &str); 12] = [
    ("janvier", "january", "jan"),
    ("février", "february", "feb"),
    ("mars", "march", "mar"),
    ("avril", "april", "apr"),
    ("mai", "may", "may"),
    ("juin", "june", "jun"),
    ("juillet", "july", "jul"),
    ("août", "august", "aug"),
    ("septembre", "september", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("décembre", "december", "dec"),
];

const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The first day named in `text` (`le 1er mars 2026`, `May 28, 2025`, `2026-03-01`), as `2026-03-01`.
pub(super) fn day(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(60)
        .collect();
    let number = |word: &str, range: std::ops::RangeInclusive<u32>| {
        let digits = word.trim_end_matches(|letter: char| letter.is_alphabetic());
        let number = digits.parse().ok()?;
        (word.len() <= digits.len() + 2 && range.contains(&number)).then_some(number)
    };
    let named = words.windows(3).find_map(|three| {
        let &[first, second, third] = three else { return None };
        let written =
            |day, name, year| Some((number(year, 1800..=2199)?, month(name)?, number(day, 1..=31)?));
        let iso = || {
            let year = number(first, 1800..=2199).filter(|_| first.len() == 4)?;
            Some((year, number(second, 1..=12)?, number(third.get(..2)?, 1..=31)?))
        };
        let (year, month, day) =
            written(first, second, third).or_else(|| written(second, first, third)).or_else(iso)?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    });
    // Those who write `publié le` or `à 7 h` put the day first.
    let is_french = words.iter().any(|word| matches!(*word, "publié" | "le" | "à" | "mis"));
    named.or_else(|| lower.split_whitespace().take(60).find_map(|word| in_figures(word, is_french)))
}

/// A day in figures, of which it must be clear what is the day: `23/01/2026`, `23.01.2026`.
fn in_figures(word: &str, is_french: bool) -> Option<String> {
    let word = word.trim_matches(|letter: char| !letter.is_ascii_digit());
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    let &[first, second, year] = parts.as_slice() else { return None };
    if !(1..=2).contains(&first.len()) || !(1..=2).contains(&second.len()) || year.len() != 4 {
        return None;
    }
    let (first, second, year) = (first.parse().ok()?, second.parse().ok()?, year.parse::<u32>().ok()?);
    let (day, month): (u32, u32) = if second > 12 && !is_french { (second, first) } else { (first, second) };
    // The fourth of March or the third of April: both are written so.
    let is_clear = is_french || first > 12 || second > 12 || first == second;
    let is_day =
        is_clear && (1..=31).contains(&day) && (1..=12).contains(&month) && (1800..=2199).contains(&year);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether a word in small letters is the name of a month or of a day of the week, or begins one.
pub(super) fn is_part(word: &str) -> bool {
    month(word).is_some() || (word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word)))
}

/// Whether a word is the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.to_lowercase().as_str())
}

fn month(name: &str) -> Option<u32> {
    let index = MONTHS.iter().position(|(french, english, short)| {
        [french, english, short].contains(&&name)
            || (name.len() > 3 && (french.starts_with(name) || english.starts_with(name)))
    })?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_they_are_written() {
        for (text, expect) in [
            ("Publié le 1er mars 2026 à 7h30", "2026-03-01"),
            ("Nantes, le 4 septembre 2025", "2025-09-04"),
            ("May 28, 2025", "2025-05-28"),
            ("June 2nd 2024", "2024-06-02"),
            ("Thu Mar 6 2025", "2025-03-06"),
            ("3 NOVEMBER 2025", "2025-11-03"),
            ("mis à jour : 2026-02-11T07:30:00", "2026-02-11"),
            ("Publié le 23/01/2026 à 07h12", "2026-01-23"),
            ("Publié le 03/04/2026", "2026-04-03"),
            ("1/23/2026", "2026-01-23"),
            ("le 03.03.2026.", "2026-03-03"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expect), "{text}");
        }
        for text in [
            "",
            "le 32 mars 2026",
            "mars 2026",
            "12 bananes 2026",
            "il a 4 mai",
            "1 2 3",
            "03/04/2026",
            "1.2.3",
            "99/99/2026",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
