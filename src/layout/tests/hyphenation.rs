//! Words parted at the ends of lines: the hyphen is drawn, and all offsets stay those of the text.

use super::*;
use crate::mark::Language;

const FRENCH: Option<Language> = Some(Language::French);

fn lines(document: &Document, measure: Measure) -> Vec<Line> {
    let rows = page(document, Place::default(), measure, 999);
    rows.into_iter().filter_map(|row| if let Row::Line(line) = row { Some(line) } else { None }).collect()
}

/// All lines, a hyphen drawn where one is.
fn check(text: &str, columns: u16, hyphenation: Option<Language>, expect: &[&str]) {
    let document = paragraph(text);
    let set: Vec<String> = lines(&document, Measure { columns, hyphenation })
        .iter()
        .map(|line| document.slice(line.span).to_owned() + if line.hyphen { "-" } else { "" })
        .collect();
    assert_eq!(set, expect);
}

#[test]
fn words_part_at_the_ends_of_lines_only_when_asked_for() {
    let text = "la construction d’infrastructures européennes";
    check(text, 22, FRENCH, &["la construction d’in-", "frastructures", "européennes"]);
    check(text, 22, None, &["la construction", "d’infrastructures", "européennes"]);
    check(text, 22, Some(Language::Other), &["la construction", "d’infrastructures", "européennes"]);
}

#[test]
fn no_two_hyphens_stand_below_one_another() {
    let text = "voici des informations particulièrement intéressantes";
    check(text, 20, FRENCH, &["voici des informa-", "tions", "particulièrement in-", "téressantes"]);
}

#[test]
fn a_word_wider_than_the_page_parts_by_syllables() {
    check("un anticonstitutionnellement", 12, FRENCH, &["un anticons-", "titutionnel-", "lement"]);
}

#[test]
fn a_word_with_a_hyphen_gets_no_other() {
    check("séance de questions-réponses", 23, FRENCH, &["séance de questions-", "réponses"]);
}

#[test]
fn names_and_verses_keep_their_words() {
    check("voir les Strasbourgeoises", 18, FRENCH, &["voir les", "Strasbourgeoises"]);
    let verse = document(&[(BlockKind::Verbatim, "la construction européenne")]);
    assert!(lines(&verse, Measure { columns: 20, hyphenation: FRENCH }).iter().all(|line| !line.hyphen));
}

#[test]
fn the_author_s_soft_hyphens_are_used_and_drawn() {
    check("die Dampf\u{ad}schiff\u{ad}fahrt", 12, None, &["die Dampf\u{ad}-", "schiff\u{ad}fahrt"]);
    check("die Dampf\u{ad}schiff\u{ad}fahrt", 22, None, &["die Dampf\u{ad}schiff\u{ad}fahrt"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hyphens_change_no_place(document in any_document(), columns in 1_u16..30) {
        let measure = Measure { columns, hyphenation: FRENCH };
        let paged = lines(&document, measure);
        let down: Vec<Line> = std::iter::successors(line_at(&document, 0, measure), |line| line_below(&document, line, measure)).collect();
        prop_assert_eq!(&paged, &down);
        let last = line_at(&document, document.text().len(), measure);
        let mut up: Vec<Line> = std::iter::successors(last, |line| line_above(&document, line, measure)).collect();
        up.reverse();
        prop_assert_eq!(&paged, &up);
        let mut end = 0;
        for line in &paged {
            prop_assert!(document.slice(Span::new(end, line.span.start())).chars().all(is_blank));
            end = line.span.end();
            for (start, grapheme) in document.slice(line.span).grapheme_indices(true) {
                let offset = line.span.start() + start;
                if grapheme_width(grapheme) > 0 {
                    prop_assert_eq!(offset_at(&document, line, column_of(&document, line, offset)), offset);
                    prop_assert_eq!(line_at(&document, offset, measure), Some(*line));
                }
            }
        }
    }

    #[test]
    fn a_hyphen_has_its_cell_and_stands_between_letters(document in any_document(), columns in 1_u16..30) {
        let paged = lines(&document, Measure { columns, hyphenation: FRENCH });
        for pair in paged.windows(2) {
            let [line, next] = pair else { continue };
            if !line.hyphen {
                continue;
            }
            prop_assert!(text_width(document.slice(line.span)) + 1 + usize::from(line.indent) <= usize::from(columns));
            prop_assert_eq!(line.span.end(), next.span.start());
            let before = document.text()[..line.span.end()].trim_end_matches('\u{ad}').chars().next_back();
            let after = document.text()[next.span.start()..].chars().next();
            prop_assert!(before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic));
        }
    }
}
