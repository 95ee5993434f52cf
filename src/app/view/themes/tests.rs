use super::*;
use crate::app::view::View;
use crate::app::view::sample::{Sample, dump, text_of};
use crate::doc::{BlockKind, Builder, Extent};
use crate::mark::{Analysis, ThemeHit};
use insta::assert_snapshot;

fn screen(input: &Input) -> String {
    let below = View::Themes.details(input, input.width, 6);
    format!("{}\n{}\n—\n{}", text_of(&title(input)), dump(&rows(input)), dump(&below)).replace('\u{a0}', "~")
}

#[test]
fn at_100_columns() {
    let mut sample = Sample::new();
    sample.list.chosen = 1;
    assert_snapshot!(screen(&sample.input(100)), @r"
     Thèmes (3) · filtre~: 
                   §1  2  3  4  5  total  dans la vue
       A santé      ·  ▂  ·  ·  ·      1  ███▎
     ▸ B commerce   ·  ·  ▅  ▂  ·      3  ██████████
       C débat      ·  ·  ▂  ·  ·      1  ███▎
                          ▲ ici §3                                                    sans thème~: §1, 5
     Ensemble (mêmes §)   commerce×débat 1
    —
     Mots qui déclenchent «~commerce~»~: marchands 2, maraîcher 1
     §3 … Le Goff, président de l’association des ▐marchands▌ des Halles, le calendrier est intenable :…
     §3 …de survivre à quatre ans de travaux. Personne n’a chiffré ce que cela coûte à un ▐maraîcher▌. »
     §4 Une ville « apaisée », promet le tract. Claire Denoual répond aux ▐marchands▌.
     mots 1 ────────────────────────────────────────────────────────────────────────────────────────────
      commerce*                                                                                       3
    ");
}

#[test]
fn at_80_columns_the_passage_in_focus_is_marked() {
    let mut sample = Sample::new();
    (sample.list.chosen, sample.list.in_details, sample.list.detail) = (1, true, 2);
    assert_snapshot!(screen(&sample.input(80)), @r"
     Thèmes (3) · filtre~: 
                   §1  2  3  4  5  total  dans la vue
       A santé      ·  ▂  ·  ·  ·      1  ███▎
     ▸ B commerce   ·  ·  ▅  ▂  ·      3  ██████████
       C débat      ·  ·  ▂  ·  ·      1  ███▎
                          ▲ ici §3                                sans thème~: §1, 5
     Ensemble (mêmes §)   commerce×débat 1
    —
     Mots qui déclenchent «~commerce~»~: marchands 2, maraîcher 1
     §3 …président de l’association des ▐marchands▌ des Halles, le calendrier est i…
     §3 … ans de travaux. Personne n’a chiffré ce que cela coûte à un ▐maraîcher▌. »
    ▸§4 … ville « apaisée », promet le tract. Claire Denoual répond aux ▐marchands▌.
     mots 1 ────────────────────────────────────────────────────────────────────────
      commerce*                                                                   3
    ");
    let strip = &rows(&sample.input(80))[2].pieces;
    assert!(strip.contains(&Piece::new("  ▂", Role::Focus)), "the cell of §4: {strip:?}");
}

#[test]
fn at_50_columns_the_bars_go() {
    assert_snapshot!(screen(&Sample::new().input(50)), @r"
     Thèmes (3) · filtre~: 
                   §1  2  3  4  5  total
     ▸ A santé      ·  ▂  ·  ·  ·      1
       B commerce   ·  ·  ▅  ▂  ·      3
       C débat      ·  ·  ▂  ·  ·      1
                          ▲ ici §3  sans thème~: §1, 5
     Ensemble (mêmes §)   commerce×débat 1
    —
     Mots qui déclenchent «~santé~»~: santé 1
     §2 …C’est un choix de ▐santé▌ publique autant qu…
     mots 1 ──────────────────────────────────────────
      santé*                                        1
    ");
}

/// One theme, touched once in each of the paragraphs; the caret is in the last one.
fn long(paragraphs: usize, touched: &[usize], width: u16) -> String {
    let mut sample = Sample::new();
    let mut builder = Builder::default();
    (0..paragraphs).for_each(|_| {
        builder.block(BlockKind::Paragraph, "santé");
    });
    sample.document = builder.finish(Extent::Whole);
    let spans: Vec<Span> = sample.document.blocks().iter().map(|block| block.span).collect();
    let hits =
        touched.iter().map(|&number| ThemeHit { span: spans[number - 1], theme: 0, term: 0 }).collect();
    sample.analysis = Analysis::new(Vec::new(), Vec::new(), hits, Span::new(0, sample.document.text().len()));
    sample.themes.truncate(1);
    let caret = spans[paragraphs - 1].start();
    let input = Input {
        nearest: None,
        found: &sample.analysis,
        document: &sample.document,
        analysis: &sample.analysis,
        notes: &Default::default(),
        themes: &sample.themes,
        lang: crate::words::Lang::French,
        width,
        caret,
        list: &sample.list,
        window: 0..usize::MAX,
    };
    dump(&rows(&input)).replace('\u{a0}', "~")
}

#[test]
fn with_more_paragraphs_cells_grow_narrow_then_stand_for_slices() {
    assert_snapshot!(long(13, &[1, 12], 50), @r"
              §1       5        10        total
    ▸ A santé  ▂ · · · · · · · · · · ▂ ·      2
                                       ▲ ici §13
    sans thème~: §2–11, 13
    ");
    assert_snapshot!(long(300, &[1, 2, 10, 150, 151, 152, 160, 290], 50), @r"
             §1  39   86  133  180  226  273    total
    ▸ A santé █··············▂█·············▂·      8
                                    ici §300 ▲
    sans thème~: 292 §
    ");
}
