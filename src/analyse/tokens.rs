//! Text into tokens: words, numbers, marks.
//!
//! Elided articles stand alone (`l’` `Europe`), as do inverted pronouns (`dit` `-il`) and `’s`;
//! hyphenated words, initials (`V.`) and grouped numbers (`700 000`) stay whole. One pass, no
//! look-back, no allocation.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    /// A single character that is neither letter, digit nor blank.
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital first: also numbers, marks, scripts without capitals.
    Plain,
    /// A capital first.
    Capital,
    /// Two letters or more, all of them capitals.
    Capitals,
}

/// A token before anything is known of its word. Offsets are bytes of the text given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) shape: Shape,
}

/// Calls `each` with the tokens of `text` between two character boundaries, in order.
pub(super) fn pieces(text: &str, from: usize, to: usize, mut each: impl FnMut(Piece)) {
    let text = &text[..to];
    let mut at = from;
    while let Some(letter) = char_at(text, at) {
        if letter.is_whitespace() || letter == '\u{feff}' {
            at += letter.len_utf8();
        } else if letter.is_ascii_digit() {
            let (end, kind) = number(text, at);
            each(Piece { start: at, end, kind, shape: Shape::Plain });
            at = end;
        } else if letter.is_alphanumeric() {
            at = word(text, at, &mut each);
        } else if is_apostrophe(letter) && possessive(text, at).is_some() {
            let end = possessive(text, at).expect("just seen");
            each(Piece { start: at, end, kind: Kind::Word, shape: Shape::Plain });
            at = end;
        } else {
            let end = extended(text, at + letter.len_utf8());
            each(Piece { start: at, end, kind: Kind::Mark, shape: Shape::Plain });
            at = end;
        }
    }
}

/// `’` and `'`, which text mixes freely.
pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(&byte) if byte < 0x80 => Some(byte as char),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// Combining marks and joiners: they belong to the character before them.
fn extends(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

fn extended(text: &str, mut at: usize) -> usize {
    while let Some(letter) = char_at(text, at).filter(|&letter| extends(letter)) {
        at += letter.len_utf8();
    }
    at
}

/// The end of the letters and digits that start at `at`.
fn run(text: &str, mut at: usize) -> usize {
    while let Some(letter) = char_at(text, at) {
        if !(letter.is_alphanumeric() || letter == '_' || extends(letter)) {
            break;
        }
        at += letter.len_utf8();
    }
    at
}

/// The end of `’s` at `at`, where that is one.
fn possessive(text: &str, at: usize) -> Option<usize> {
    let mark = char_at(text, at)?.len_utf8();
    let end = at + mark + 1;
    (char_at(text, at + mark)? == 's' && !char_at(text, end).is_some_and(char::is_alphanumeric))
        .then_some(end)
}

fn word(text: &str, start: usize, each: &mut impl FnMut(Piece)) -> usize {
    let mut end = run(text, start);
    let mut give = |start: usize, end: usize| {
        each(Piece { start, end, kind: Kind::Word, shape: shape(&text[start..end]) });
    };
    let dotted = initials(text, start, end)
        .or_else(|| abbreviation(text, start, end))
        .or_else(|| paired_initials(text, start, end));
    if let Some(dotted) = dotted {
        give(start, dotted);
        return dotted;
    }
    while let Some(joiner) = char_at(text, end) {
        let after = end + joiner.len_utf8();
        let quoted = is_apostrophe(joiner) && matches!(char_at(text, after), Some('«' | '“' | '"'));
        if quoted && elides(&text[start..end]) {
            give(start, after);
            return after;
        }
        let Some(next) = char_at(text, after).filter(|next| next.is_alphanumeric()) else { break };
        if is_apostrophe(joiner) {
            if elides(&text[start..end]) {
                give(start, after);
                return after;
            }
            if possessive(text, end).is_some() {
                break;
            }
        } else if is_hyphen(joiner) {
            if let Some(pronoun) = inverted(text, end) {
                give(start, end);
                give(end, pronoun);
                return pronoun;
            }
        } else if joiner != '&' || !next.is_uppercase() {
            break;
        }
        end = run(text, after);
    }
    give(start, end);
    end
}

/// Words that lose their vowel before another: what stands before the apostrophe.
fn elides(stem: &str) -> bool {
    let mut letters = stem.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => "cdjlmnstCDJLMNST".contains(only),
        _ => ELIDED.iter().any(|word| stem.eq_ignore_ascii_case(word)),
    }
}

/// French words, then Italian ones; neither stand before an apostrophe in the other languages.
const ELIDED: [&str; 23] = [
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell", "dall", "sull", "un", "quest",
    "quell", "dov", "com", "anch", "cos", "tutt", "sant", "bell", "senz", "mezz", "nessun",
];

/// The end of `-t-il`, `-elle`, `-on`… at `at`, where it ends the word.
fn inverted(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let longest = &rest[..rest.len().min(9)];
    let suffixes = [
        "-t-elles", "-t-elle", "-t-ils", "-t-il", "-t-on", "-elles", "-elle", "-ils", "-il", "-on", "-je",
        "-ce",
    ];
    let found = suffixes.iter().find(|suffix| longest.starts_with(suffix.as_bytes()))?;
    let end = at + found.len();
    let ended = !char_at(text, end).is_some_and(|letter| letter.is_alphanumeric() || is_hyphen(letter));
    ended.then_some(end)
}

/// The end of `V.`, `U.S.`, `J.-M.` where another capital follows: a full stop after a single
/// capital ends a sentence only when it does not.
fn initials(text: &str, start: usize, end: usize) -> Option<usize> {
    let first = char_at(text, start)?;
    if !first.is_uppercase() || start + first.len_utf8() != end || char_at(text, end) != Some('.') {
        return None;
    }
    let mut end = end + 1;
    let mut several = false;
    while let Some(letter) = char_at(text, end) {
        let after = end + letter.len_utf8();
        if letter == '-' && char_at(text, after).is_some_and(char::is_uppercase) {
            end = after;
        } else if letter.is_uppercase() && char_at(text, after) == Some('.') {
            several = true;
            end = after + 1;
        } else {
            break;
        }
    }
    let next = text[end..].chars().next();
    let after_blank = text[end..].chars().nth(1);
    let name = next.is_some_and(|letter| letter.is_uppercase())
        || next.is_some_and(char::is_whitespace) && after_blank.is_some_and(char::is_uppercase);
    (several || name).then_some(end)
}

/// The end of `Mr.`, `Sen.`, `bzw.`… where a capital follows, of `Nr.`, `ca.`… where a number does.
fn abbreviation(text: &str, start: usize, end: usize) -> Option<usize> {
    const TITLES: [&str; 52] = [
        "Cllr", "Ald", "Insp", "Supt", "Det", "Maj", "Capt", "Cmdr", "Adm", "Brig", "Sgt", "Cpl", "Pte",
        "Pvt", "Pfc", "Hon", "Rev", "Atty", "Mgr", "Ste", "MM", "Mr", "Mrs", "Ms", "Dr", "Pr", "Sen", "Rep",
        "Gov", "Gen", "Prof", "St", "Lt", "Col", "Sr", "Sra", "Srta", "Dra", "Sig", "Dott", "Avv", "Ing",
        "Dhr", "Mevr", "Mw", "Drs", "dr", "drs", "dhr", "mevr", "mw", "sra",
    ];
    const OTHERS: [&str; 15] = [
        "bzw", "ca", "Mio", "Mrd", "Nr", "Abs", "inkl", "vgl", "bijv", "nr", "núm", "pág", "sog", "resp",
        "EE",
    ];
    if char_at(text, end) != Some('.') {
        return None;
    }
    let word = &text[start..end];
    let next = || text[end + 1..].chars().find(|letter| !letter.is_whitespace());
    let title = TITLES.contains(&word) && next().is_some_and(char::is_uppercase);
    let other =
        || OTHERS.contains(&word) && next().is_some_and(|next| next.is_uppercase() || next.is_numeric());
    (title || other()).then_some(end + 1)
}

/// The end of `z. B.`, `d. h.`, `i.d.R.`: single letters with their stops, the first of them small.
fn paired_initials(text: &str, start: usize, end: usize) -> Option<usize> {
    let first = char_at(text, start)?;
    if !first.is_lowercase() || start + first.len_utf8() != end || char_at(text, end) != Some('.') {
        return None;
    }
    let mut last = end + 1;
    let mut several = false;
    loop {
        let blank = char_at(text, last).filter(|&blank| matches!(blank, ' ' | '\u{a0}' | '\u{202f}'));
        let at = last + blank.map_or(0, char::len_utf8);
        let Some(letter) = char_at(text, at).filter(|letter| letter.is_alphabetic()) else { break };
        if char_at(text, at + letter.len_utf8()) != Some('.') {
            break;
        }
        several = true;
        last = at + letter.len_utf8() + 1;
    }
    several.then_some(last)
}

/// The end of a number; `5G` and `27e` are words.
fn number(text: &str, start: usize) -> (usize, Kind) {
    let digits = |mut at: usize| {
        while text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let mut end = digits(start);
    let leading = end - start;
    if char_at(text, end).is_some_and(char::is_alphabetic) {
        return (run(text, end), Kind::Word);
    }
    while let Some(joiner) = char_at(text, end) {
        let after = end + joiner.len_utf8();
        let group = digits(after) - after;
        let grouped = matches!(joiner, ' ' | '\u{a0}' | '\u{202f}' | '’' | '\'')
            && leading <= 3
            && group == 3
            && !char_at(text, after + 3).is_some_and(char::is_alphanumeric);
        if !(grouped || matches!(joiner, '.' | ',') && group > 0) {
            break;
        }
        end = after + group;
    }
    if leading <= 2 && end == start + leading && crate::text::segment::is_german_ordinal(&text[end..]) {
        end += 1;
    }
    (extended(text, end), Kind::Number)
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                Shape::Capitals
            } else {
                Shape::Capital
            }
        }
        _ => Shape::Plain,
    }
}

/// Lower case, straight apostrophes, plain hyphens, no soft hyphens.
pub(super) fn lower_into(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
        return;
    }
    for letter in word.chars() {
        match letter {
            '’' | 'ʼ' => lower.push('\''),
            '\u{2010}' | '\u{2011}' => lower.push('-'),
            '\u{ad}' => {}
            _ => lower.extend(letter.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        pieces(text, 0, text.len(), |piece| found.push(&text[piece.start..piece.end]));
        found
    }

    #[test]
    fn elisions_and_inverted_pronouns_stand_alone() {
        assert_eq!(tokens("L’Europe, a-t-il dit"), ["L’", "Europe", ",", "a", "-t-il", "dit"]);
        assert_eq!(tokens("prévient-elle qu'aujourd’hui"), ["prévient", "-elle", "qu'", "aujourd’hui"]);
        assert_eq!(tokens("qu’« aucun »"), ["qu’", "«", "aucun", "»"]);
        assert_eq!(tokens("Val-d’Oise, celui-ci"), ["Val-d’Oise", ",", "celui-ci"]);
        assert_eq!(
            tokens("dell’Unione e un’ora, po’"),
            ["dell’", "Unione", "e", "un’", "ora", ",", "po", "’"]
        );
    }

    #[test]
    fn english_possessives_stand_alone_and_contractions_stay() {
        assert_eq!(tokens("Britain’s didn't O’Brien"), ["Britain", "’s", "didn't", "O’Brien"]);
    }

    #[test]
    fn initials_and_titles_keep_their_stop() {
        assert_eq!(tokens("M. Hulot, V. Hugo"), ["M.", "Hulot", ",", "V.", "Hugo"]);
        assert_eq!(tokens("U.S. law. Plan B."), ["U.S.", "law", ".", "Plan", "B", "."]);
        assert_eq!(tokens("Sen. Warren"), ["Sen.", "Warren"]);
        assert_eq!(tokens("z. B. Berlin, d.h. ca. 5"), ["z. B.", "Berlin", ",", "d.h.", "ca.", "5"]);
        assert_eq!(tokens("la Sra. Ruiz, dhr. De Boer"), ["la", "Sra.", "Ruiz", ",", "dhr.", "De", "Boer"]);
    }

    #[test]
    fn numbers_keep_their_groups() {
        assert_eq!(
            tokens("700 000 euros, 3,5 %, 2025 300"),
            ["700 000", "euros", ",", "3,5", "%", ",", "2025", "300"]
        );
        assert_eq!(tokens("5G 27e"), ["5G", "27e"]);
        assert_eq!(
            tokens("am 3. Oktober. Es sind 3. Dann"),
            ["am", "3.", "Oktober", ".", "Es", "sind", "3", ".", "Dann"]
        );
    }
}
