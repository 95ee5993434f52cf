//! The form of the lists in `assets/names/`.

/// A name of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed<'a> {
    /// The kind its section gives.
    pub(super) kind: &'a str,
    /// Whether it is that kind wherever it stands; otherwise the section only speaks for it.
    pub(super) certain: bool,
    /// All its surfaces, the canonical one first.
    pub(super) surfaces: Vec<&'a str>,
}

/// The names of a list.
///
/// A line `[kind]` opens a section, `[kind?]` one whose names may be something else as well; every other
/// line is a canonical name and, after `|`, the other surfaces of it; blank lines and lines that start with
/// `#` say nothing. What stands before the first section is left out.
pub(super) fn names(list: &str) -> Vec<Listed<'_>> {
    let mut section = None;
    let mut names = Vec::new();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(title) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = Some(title.strip_suffix('?').map_or((title, true), |kind| (kind, false)));
        } else if let Some((kind, certain)) = section {
            names.push(Listed { kind, certain, surfaces: line.split('|').map(str::trim).collect() });
        }
    }
    names
}

/// The surface with plain capitals, where one of its capitals has an accent: many write `Ecole`, `Etats-Unis`.
pub(super) fn with_plain_capitals(surface: &str) -> Option<String> {
    let plain = |letter| match letter {
        'À' | 'Â' => 'A',
        'Ç' => 'C',
        'É' | 'È' | 'Ê' => 'E',
        'Î' => 'I',
        'Ô' => 'O',
        _ => letter,
    };
    surface.chars().any(|letter| plain(letter) != letter).then(|| surface.chars().map(plain).collect())
}
