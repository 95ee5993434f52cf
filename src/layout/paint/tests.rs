//! One channel a layer, and who wins a cell.

use super::*;
use crate::doc::{BlockKind, Builder, Extent};
use proptest::collection::vec;
use proptest::prelude::*;

fn paragraph(text: &str) -> Document {
    let mut builder = Builder::default();
    builder.block(BlockKind::Paragraph, text);
    builder.finish(Extent::Whole)
}

fn stroke(start: usize, end: usize, ink: Ink) -> Stroke {
    Stroke { span: Span::new(start, end), ink }
}

/// The letters of ten plain bytes under `strokes`.
fn check(strokes: &[Stroke], expect: &str) {
    let document = paragraph("0123456789");
    let letters: String = runs(&document, Span::new(0, 10), strokes)
        .iter()
        .flat_map(|run| std::iter::repeat_n(run.look.letter(), run.span.len()))
        .collect();
    assert_eq!(letters, expect);
}

#[test]
fn the_longest_entity_wins() {
    let person = stroke(2, 5, Ink::Entity(EntityKind::Person));
    let place = stroke(4, 9, Ink::Entity(EntityKind::Place));
    check(&[person, place], "  pplllll ");
    check(&[place, person], "  pplllll ");
}

#[test]
fn the_first_theme_of_the_configuration_is_drawn() {
    check(&[stroke(0, 6, Ink::Theme(2)), stroke(3, 9, Ink::Theme(0))], "CCCAAAAAA ");
}

#[test]
fn the_shortest_pen_wins_and_both_show_their_ends() {
    check(&[stroke(0, 9, Ink::Pen(Pen::Yellow)), stroke(3, 6, Ink::Pen(Pen::Blue))], "1yy3b3yy1 ");
    check(&[stroke(0, 3, Ink::Pen(Pen::Yellow)), stroke(3, 6, Ink::Pen(Pen::Blue))], "yyybbb    ");
}

#[test]
fn search_and_selection_are_on_top_of_the_other_layers() {
    let strokes = [
        stroke(0, 10, Ink::Entity(EntityKind::Person)),
        stroke(0, 8, Ink::Pen(Pen::Green)),
        stroke(2, 6, Ink::Hit { current: false }),
        stroke(3, 4, Ink::Hit { current: true }),
        stroke(5, 7, Ink::Selection),
    ];
    check(&strokes, "gghHhssgpp");
}

#[test]
fn every_layer_keeps_its_channel() {
    let document = paragraph("mot");
    let strokes = [
        stroke(0, 3, Ink::Entity(EntityKind::Law)),
        stroke(0, 3, Ink::Theme(1)),
        stroke(0, 3, Ink::Pen(Pen::Pink)),
        stroke(0, 3, Ink::QuoteMark { unsure: true }),
        stroke(0, 3, Ink::Inline(InlineKind::Strong)),
    ];
    let look = Look {
        entity: Some(EntityKind::Law),
        theme: Some(1),
        pen: Some(Pen::Pink),
        mark: true,
        unsure: true,
        strong: true,
        ..Look::default()
    };
    assert_eq!(runs(&document, Span::new(0, 3), &strokes), [Run { span: Span::new(0, 3), look }]);
}

#[test]
fn neighbours_of_one_look_are_joined_and_an_empty_line_has_no_run() {
    check(&[stroke(0, 3, Ink::Theme(0)), stroke(3, 6, Ink::Theme(0))], "AAAAAA    ");
    let document = paragraph("0123456789");
    let strokes = [stroke(0, 3, Ink::Theme(0)), stroke(3, 10, Ink::Theme(0))];
    assert_eq!(runs(&document, Span::new(0, 10), &strokes).len(), 1);
    assert!(runs(&document, Span::empty(4), &strokes).is_empty());
}

#[test]
fn the_end_of_a_pen_is_a_whole_grapheme() {
    let document = paragraph("e\u{301}ae\u{301}");
    let strokes = [stroke(0, 7, Ink::Pen(Pen::Yellow)), stroke(3, 4, Ink::Pen(Pen::Blue))];
    let letters: Vec<(char, usize)> = runs(&document, Span::new(0, 7), &strokes)
        .iter()
        .map(|run| (run.look.letter(), run.span.len()))
        .collect();
    assert_eq!(letters, [('1', 3), ('3', 1), ('1', 3)]);
}

#[test]
fn styles_of_the_article_are_found_by_window() {
    let mut builder = Builder::default();
    builder.block(BlockKind::Paragraph, "un ");
    let start = builder.len();
    builder.push("deux").inline(InlineKind::Emphasis, start);
    builder.push(" trois");
    let document = builder.finish(Extent::Whole);
    assert_eq!(inline_strokes(&document, Span::new(5, 9)), [stroke(3, 7, Ink::Inline(InlineKind::Emphasis))]);
    assert_eq!(inline_strokes(&document, Span::new(7, 9)), []);
}

fn ink() -> impl Strategy<Value = Ink> {
    prop_oneof![
        prop::sample::select(EntityKind::ALL.to_vec()).prop_map(Ink::Entity),
        prop::sample::select(Pen::ALL.to_vec()).prop_map(Ink::Pen),
        (0_u8..4).prop_map(Ink::Theme),
        any::<bool>().prop_map(|current| Ink::Hit { current }),
        Just(Ink::Selection),
    ]
}

proptest! {
    #[test]
    fn runs_tile_the_line_and_look_like_the_strokes_on_every_byte(
        strokes in vec((0_usize..40, 0_usize..20, ink()), 0..12), start in 0_usize..30, length in 0_usize..30,
    ) {
        let document = paragraph(&"x".repeat(60));
        let strokes: Vec<Stroke> =
            strokes.into_iter().map(|(start, length, ink)| stroke(start, start + length, ink)).collect();
        let line = Span::new(start, start + length);
        let runs = runs(&document, line, &strokes);
        let mut end = line.start();
        for run in &runs {
            prop_assert_eq!(run.span.start(), end);
            prop_assert!(!run.span.is_empty());
            end = run.span.end();
            for offset in run.span.range() {
                let covering = || strokes.iter().filter(|stroke| stroke.span.contains(offset));
                prop_assert_eq!(run.look.selected, covering().any(|stroke| stroke.ink == Ink::Selection));
                let longest = covering().filter(|stroke| matches!(stroke.ink, Ink::Entity(_))).map(|stroke| stroke.span.len()).max();
                prop_assert_eq!(longest.is_some(), run.look.entity.is_some());
                let drawn = run.look.entity.map(Ink::Entity);
                let wins = |length| covering().any(|it| it.span.len() == length && Some(it.ink) == drawn);
                prop_assert!(longest.is_none_or(wins));
                let first = covering().filter_map(|stroke| if let Ink::Theme(theme) = stroke.ink { Some(theme) } else { None }).min();
                prop_assert_eq!(first, run.look.theme);
            }
        }
        prop_assert_eq!(end, line.end());
        prop_assert!(runs.windows(2).all(|pair| pair[0].look != pair[1].look));
    }
}
