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
    words.windows(3).find_map(|three| {
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
    })
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
        ] {
            assert_eq!(day(text).as_deref(), Some(expect), "{text}");
        }
        for text in ["", "le 32 mars 2026", "mars 2026", "12 bananes 2026", "il a 4 mai", "1 2 3"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
