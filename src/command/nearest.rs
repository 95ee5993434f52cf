//! "Did you mean": the known name that a misspelt one is nearest to.

/// The name of `known` that `word` is nearest to, if one is near: at most a third of the letters
/// (at least two) to type, drop, change or swap. Case does not count. The first of equals wins.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let allowed = (word.len() / 3).max(2);
    known
        .into_iter()
        .map(|name| (distance(&word, &name.to_lowercase().chars().collect::<Vec<_>>()), name))
        // A short word must keep at least one letter, else anything is near it.
        .filter(|&(distance, name)| distance <= allowed && distance < word.len().max(name.len()))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many letters to type, drop, change or swap with their neighbour.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for row in 1..=one.len() {
        let mut this = vec![row; other.len() + 1];
        for column in 1..=other.len() {
            let changed = usize::from(one[row - 1] != other[column - 1]);
            let mut best = (last[column - 1] + changed).min(last[column] + 1).min(this[column - 1] + 1);
            let swapped = row > 1
                && column > 1
                && one[row - 1] == other[column - 2]
                && one[row - 2] == other[column - 1];
            if swapped {
                best = best.min(before[column - 2] + 1);
            }
            this[column] = best;
        }
        before = std::mem::replace(&mut last, this);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_its_neighbour() {
        let known = ["line-down", "line-up", "measure", "lang"];
        for (word, expect) in [
            ("line-dwn", Some("line-down")),
            ("lien-down", Some("line-down")),
            ("Measure", Some("measure")),
            ("lagn", Some("lang")),
            ("colours", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), expect, "{word}");
        }
    }
}
