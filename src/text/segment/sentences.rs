//! Sentences: where one ends is decided at each final mark from what stands around it.

use super::abbreviations::{Point, begins_sentence, point_after};
use super::ordinal::is_german_ordinal;
use crate::text::Span;
use crate::text::graphemes::floor_char;

/// How far, in bytes, the ends of a sentence are looked for on each side of a place.
const REACH: usize = 32 * 1024;

/// How far, in bytes, one decision looks.
const CONTEXT: usize = 64;

/// The sentences of the block, in order.
///
/// They cover all of it but the blanks between them and at its two ends. Closing quotation marks
/// and brackets belong to the sentence they close. A block of blanks has none.
#[must_use]
pub fn sentences(text: &str, block: Span) -> Vec<Span> {
    let piece = block.of(text);
    let mut found = Vec::new();
    let mut start = leading_blanks(piece);
    while start < piece.len() {
        let end = next_end(piece, start, piece.len()).unwrap_or_else(|| piece.trim_end().len());
        found.push(Span::new(block.start() + start, block.start() + end));
        start = end + leading_blanks(&piece[end..]);
    }
    found
}

/// The sentence that covers `offset`; between two sentences the one before, in the blanks before the
/// first the first. Empty only where the block holds nothing but blanks.
///
/// Reads at most 32 kB on each side; a longer sentence is cut at a blank near there.
#[must_use]
pub fn sentence_at(text: &str, block: Span, offset: usize) -> Span {
    let piece = block.of(text);
    let offset = floor_char(piece, offset.saturating_sub(block.start()).min(piece.len()));
    let start = start_before(piece, offset);
    let start = start + leading_blanks(&piece[start..]);
    let limit = floor_char(piece, (start.max(offset) + REACH).min(piece.len()));
    let end = next_end(piece, start, limit).unwrap_or_else(|| {
        match piece[start..limit].rfind(char::is_whitespace) {
            Some(blank) if limit < piece.len() && start + blank > offset => {
                start + piece[start..start + blank].trim_end().len()
            }
            _ => start + piece[start..limit].trim_end().len(),
        }
    });
    Span::new(block.start() + start, block.start() + end)
}

/// Where the sentence that covers `offset` starts; in the blanks after a sentence, where that one starts.
fn start_before(piece: &str, offset: usize) -> usize {
    for reach in [1024, REACH] {
        let from = floor_char(piece, offset.saturating_sub(reach));
        let mut start = (from == 0).then_some(0);
        // A scan that starts between the marks of a run would misread it, so it starts at a letter.
        let letter = if from == 0 { Some(0) } else { piece[from..offset].find(char::is_alphanumeric) };
        let mut at = from + letter.unwrap_or(offset - from);
        while let Some(end) = next_end(piece, at, offset) {
            let next = end + leading_blanks(&piece[end..]);
            if next > offset || next == piece.len() {
                break;
            }
            start = Some(next);
            at = next;
        }
        if let Some(start) = start {
            return start;
        }
    }
    let from = floor_char(piece, offset.saturating_sub(REACH));
    piece[from..offset].find(char::is_whitespace).map_or(from, |blank| from + blank)
}

/// First byte after the first sentence that ends with a mark in `from..limit`; blanks after it left out.
fn next_end(piece: &str, from: usize, limit: usize) -> Option<usize> {
    let mut at = from;
    while at < limit {
        let mark = at + piece[at..limit].find(is_final)?;
        let end = end_of_run(piece, mark);
        if ends_sentence(piece, mark, end) {
            return Some(end);
        }
        at = end;
    }
    None
}

/// First byte after the final marks at `mark` and the quotation marks and brackets they close.
fn end_of_run(piece: &str, mark: usize) -> usize {
    let mut end = mark;
    loop {
        let rest = &piece[end..];
        let Some(next) = rest.chars().next() else { return end };
        let after = rest[next.len_utf8()..].chars().next();
        let open = after.is_some_and(char::is_alphanumeric);
        if is_final(next)
            || matches!(next, ')' | ']' | '}')
            || (matches!(next, '»' | '”' | '’' | '"' | '\'' | '›' | '“' | '‘' | '«') && !open)
        {
            end += next.len_utf8();
        } else if let Some(length) = note_call(rest) {
            end += length;
        } else {
            // « Non ! » and « Quoi ? ! »: French sets a blank before these.
            let marks = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
            let mut chars = marks.chars();
            let next = chars.next();
            let opens = chars.next().is_some_and(char::is_alphanumeric);
            if marks.len() == rest.len() || !matches!(next, Some('»' | '!' | '?')) || opens {
                return end;
            }
            end = piece.len() - marks.len();
        }
    }
}

/// Bytes of a call for a note (`[12]`) at the start of `rest`.
fn note_call(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('[')?;
    let digits = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && inner[digits..].starts_with(']')).then_some(digits + 2)
}

/// Whether a sentence ends with the run of final marks `mark..end`.
fn ends_sentence(piece: &str, mark: usize, end: usize) -> bool {
    let before = piece[floor_char(piece, mark.saturating_sub(CONTEXT))..mark].trim_end();
    // Marks that no word precedes (`(!)`, `[…]`, an ellipsis that opens) end nothing.
    if before.chars().next_back().is_none_or(|c| is_opening(c) || is_final(c)) {
        return false;
    }
    let after = &piece[end..];
    let rest = after.trim_start();
    if rest.is_empty() {
        return true;
    }
    let next = rest.trim_start_matches(|c: char| is_opening(c) || is_final(c) || c.is_whitespace());
    if rest.len() == after.len() || next.chars().next().is_some_and(char::is_lowercase) || continues(rest) {
        return false;
    }
    if !is_single_point(piece, mark, end) {
        return true;
    }
    let word = last_word(before);
    let next_word = &next[..next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len())];
    if is_number(word) && is_german_ordinal(&piece[mark..]) {
        return false;
    }
    match point_after(word) {
        Point::End => !numbers_a_line(before, word),
        Point::Inside => false,
        Point::Letter => next_word.chars().count() > 1,
        Point::Either => begins_sentence(next_word, Point::Either) || rest.starts_with(['«', '“', '"', '—']),
        Point::BeforeNumber => !is_number(next_word),
        Point::Initial => begins_sentence(next_word, Point::Initial),
    }
}

/// Whether the run holds one point and no other final mark.
fn is_single_point(piece: &str, mark: usize, end: usize) -> bool {
    piece[mark..end].starts_with('.') && !piece[mark + 1..end].contains(is_final)
}

/// Whether what follows the blanks goes on with the sentence.
fn continues(rest: &str) -> bool {
    rest.starts_with([',', ';', ':', ')', ']'])
}

/// The last word of `before`, with the points and hyphens inside it.
fn last_word(before: &str) -> &str {
    let start =
        before.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '°' | 'º' | '\u{301}'));
    let word = match start {
        Some(at) => before[at..].char_indices().nth(1).map_or("", |(next, _)| &before[at + next..]),
        None => before,
    };
    word.trim_start_matches(['.', '-'])
}

/// Whether `word` is the number of a list item: `1.` at the start of a line.
fn numbers_a_line(before: &str, word: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or(before);
    word.len() <= 3
        && line.trim_start() == word
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && !word.is_empty()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || (!word.is_empty() && word.bytes().all(|b| b"IVXLC".contains(&b)))
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？')
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '«' | '“'
            | '„'
            | '"'
            | '‘'
            | '\''
            | '('
            | '['
            | '{'
            | '—'
            | '–'
            | '-'
            | '¿'
            | '¡'
            | '*'
            | '_'
            | '‹'
    )
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `text` holds the sentences with `|` between them.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> =
            sentences(&text, Span::new(0, text.len())).iter().map(|span| span.of(&text)).collect();
        let expect: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn french_sentences() {
        check("Il pleut. |Elle sort ! |Pourquoi ? |Personne… |Fin");
        check("M. Mensch et Mme Le Goff ont vu le Dr. Petit, p. 12, art. 5 et vol. II. |Il a 3.5 ans.");
        check("Né en 44 av. J.-C. à Rome, il régna. |Le n° 5. |J.-M. Le Pen et A. Camus.");
        check("Il prend le plan B. |Mais le vin, l’huile, etc. |Il dort");
        check("La loi (AI Act). |Il a plutôt suggéré… |Et puis ?! |Non.");
        check("Il hésite... puis part. |Suite.[12] |Autre");
    }

    #[test]
    fn quotations_close_with_their_sentence() {
        check("« Viens. » |Il part.");
        check("« Je viens. |Attends-moi ! » |Elle sort.");
        check("« Nous accueillerions », a-t-il dit. |« L’une est la fragmentation du marché ». |Suite");
        check("« Quoi ? », a-t-il demandé. |« Rien ! » répondit-elle.");
        check("“We left.” |“Why?” |She said: “No.”");
        check("\"It is over.\" |\"Really?\"");
    }

    #[test]
    fn english_abbreviations() {
        check("The U.S. Senate met Mr. Smith at 5 p.m. on Jan. 6. |He left the U.S. |The end.");
        check("George W. Bush, i.e. No. 43, cf. Roe v. Wade et al. in Acme Inc. |They won.");
        check("See example.com or v2.1. |Done");
        check(
            "On Sept. 5 he spoke (approx. Two hours). |Env. Dix le prof. Durand. |Ils sont sept. |Puis huit.",
        );
    }

    #[test]
    fn other_languages() {
        check("Das ist z. B. Berlin, d. h. die Stadt. |Am 3. Oktober kam Dr. Weber. |Nr. 5 usw. ist da.");
        check("„Das stimmt.“ |Er ging. |»Ja.« |Sie blieb.");
        check("La Sra. Ruiz vive en EE. UU. desde hace años, p. ej. Con calma. |¿Quién? |¡Nadie! |Fin");
        check("Il Sig. Rossi legge, ecc. |Poi esce. |L’ing. Bianchi resta.");
        check("Dhr. De Boer zei dat, bijv. Amsterdam, enz. |Hij ging. |‘Nee.’ |Zij bleef.");
        check("O Sr. Silva e a Dra. Costa saíram. |Ele voltou.");
    }

    #[test]
    fn marks_that_no_word_precedes_end_nothing() {
        check("… Et alors (!) Paul vint. |[…] Il partit.");
        check("1. Introduction. |Suite");
    }

    #[test]
    fn a_sentence_is_found_in_a_line_of_any_size() {
        let text = "Il pleut. ".repeat(2_000_000);
        let block = Span::new(0, text.len());
        assert_eq!(sentence_at(&text, block, 10_000_004), Span::new(10_000_000, 10_000_009));
        assert_eq!(sentence_at(&text, block, text.len()).of(&text), "Il pleut.");
        let endless = "mot ".repeat(100_000);
        let cut = sentence_at(&endless, Span::new(0, endless.len()), 200_001);
        assert!(cut.contains(200_001) && cut.len() < 3 * REACH);
        assert!(!cut.of(&endless).starts_with(' ') && cut.of(&endless).ends_with("mot"));
    }

    #[test]
    fn blanks_hold_no_sentence() {
        assert!(sentences("  \n ", Span::new(0, 4)).is_empty());
        assert!(sentence_at("  \n ", Span::new(0, 4), 2).is_empty());
        assert!(sentence_at("", Span::new(0, 0), 0).is_empty());
    }

    proptest! {
        #[test]
        fn sentences_tile_the_block(text in "([A-Ca-c]{1,3}|[.!?…]|[ \u{a0}\n]|[«»“”()\\[\\]—,1]|M\\. |U\\.S\\. ){0,30}", offset in 0_usize..90) {
            let block = Span::new(0, text.len());
            let all = sentences(&text, block);
            let mut at = 0;
            for sentence in &all {
                prop_assert!(text[at..sentence.start()].chars().all(char::is_whitespace));
                prop_assert!(!sentence.is_empty() && sentence.of(&text).trim() == sentence.of(&text));
                at = sentence.end();
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
            if text.is_char_boundary(offset) && offset <= text.len() && !all.is_empty() {
                let before = all.iter().copied().rfind(|sentence| sentence.start() <= offset).unwrap_or(all[0]);
                prop_assert_eq!(sentence_at(&text, block, offset), before);
            }
        }
    }
}
