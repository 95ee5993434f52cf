use super::*;
use proptest::prelude::*;

fn pattern(text: &str) -> Pattern {
    Pattern::new(&Query { text: text.to_owned(), ..Query::default() }).expect("something to find")
}

fn all(pattern: &Pattern, text: &str) -> Vec<Span> {
    pattern.within(text, Span::new(0, text.len()))
}

/// `marked` is the text with each hit in brackets.
fn check(query: &Query, marked: &str) {
    let text = marked.replace(['[', ']'], "");
    let found = all(&Pattern::new(query).expect("something to find"), &text);
    let mut shown = text.clone();
    for hit in found.iter().rev() {
        shown.insert(hit.end(), ']');
        shown.insert(hit.start(), '[');
    }
    assert_eq!(shown, marked, "{query:?}");
}

fn plain(text: &str) -> Query {
    Query { text: text.to_owned(), case: false, word: false }
}

#[test]
fn accents_and_capitals_do_not_matter() {
    check(&plain("ete"), "L’[été], l’[ÉTÉ], l’[Ete]rnel, [e\u{301}te\u{301}].");
    check(&plain("ÉTÉ"), "un [été]");
    check(&plain("l'ia"), "[l’IA] de [L'Ia]");
    check(&plain("coeur"), "un [cœur], des [CŒUR]S");
    check(&plain("co"), "[cœ]ur");
    check(&plain("strasse"), "[Straße]");
}

#[test]
fn any_blanks_are_one() {
    check(&plain("centre  de données"), "le [centre\u{a0}de\ndonnées], [centre \u{202f} de données]");
}

#[test]
fn case_and_word_narrow_the_hits() {
    check(&Query { case: true, ..plain("Été") }, "l’[Été], l’été, l’Ete, l’[E\u{301}te\u{301}]");
    check(&Query { case: true, ..plain("e") }, "é[e]e\u{301}");
    check(&Query { word: true, ..plain("ia") }, "l’[IA] des médias, [ia]!");
    check(&Query { word: true, ..plain("aa") }, "aaa [aa] aa_");
}

#[test]
fn there_may_be_nothing_to_look_for() {
    for text in ["", "  ", "\u{301}"] {
        assert!(Pattern::new(&plain(text)).is_none());
    }
}

#[test]
fn the_nearest_hits_are_found_on_both_sides() {
    let text = "un été, deux étés, trois étés";
    let ete = pattern("ete");
    let (one, two, three) = (Span::new(3, 8), Span::new(15, 20), Span::new(29, 34));
    assert_eq!([one, two, three].map(|hit| hit.of(text)), ["été"; 3]);
    assert_eq!(ete.next(text, 0), Some(one));
    assert_eq!(ete.next(text, one.start() + 1), Some(two));
    assert_eq!(ete.next(text, text.len()), None);
    assert_eq!(ete.previous(text, two.start()), Some(one));
    assert_eq!(ete.previous(text, one.start()), None);
    assert_eq!(ete.previous(text, usize::MAX), Some(three));
    assert_eq!((ete.count(text, &|| false), ete.count(text, &|| true)), (Some(3), None));
}

#[test]
fn a_hit_over_the_edge_of_the_window_counts() {
    let text = "aaaa centre aaaa";
    assert_eq!(pattern("centre").within(text, Span::new(7, 8)), vec![Span::new(5, 11)]);
    assert_eq!(pattern("centre").within(text, Span::new(11, 16)), vec![]);
}

/// Every hit, found by folding each character of the text by itself and comparing everywhere.
fn scan(text: &str, needle: &str) -> Vec<Span> {
    let mut folded: Vec<(char, usize, usize)> = Vec::new();
    for (at, c) in text.char_indices() {
        if c.is_whitespace() && folded.last().is_some_and(|last| last.0 == ' ') {
            continue;
        }
        folded.extend(fold(&c.to_string()).chars().map(|part| (part, at, at + c.len_utf8())));
    }
    let needle: Vec<char> = fold(needle).chars().collect();
    folded
        .windows(needle.len())
        .filter(|window| window.iter().map(|part| part.0).eq(needle.iter().copied()))
        .map(|window| {
            let (start, end) = (window[0].1, window[window.len() - 1].2);
            Span::new(graphemes::floor_boundary(text, start), graphemes::ceil_boundary(text, end))
        })
        .collect()
}

proptest! {
    #[test]
    fn hits_are_those_of_a_naive_scan(
        text in "([abAé]|œ|e\u{301}|[ \n\u{a0}]|ß|\u{ad}|’){0,60}",
        needle in "[abeo ’]{0,2}[abes][abeo ]{0,2}",
        from in 0_usize..90,
    ) {
        let pattern = pattern(&needle);
        let hits = scan(&text, &needle);
        let from = floor_char(&text, from);
        let next = hits.iter().copied().find(|hit| hit.start() >= from);
        let previous = hits.iter().copied().rfind(|hit| hit.start() < from);
        prop_assert_eq!(pattern.next(&text, from), next);
        prop_assert_eq!(pattern.previous(&text, from), previous);
        prop_assert_eq!(pattern.is_in(&text, &mut vec![b'a']), !hits.is_empty());
        let found = all(&pattern, &text);
        prop_assert_eq!(pattern.count(&text, &|| false), Some(found.len()));
        prop_assert!(found.iter().all(|hit| hits.contains(hit)));
        prop_assert!(found.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    }
}
