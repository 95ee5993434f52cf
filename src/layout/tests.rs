//! The laws of the page, and the bundled article.

mod hyphenation;
mod plainly;

use super::slice::SIZE;
use super::width::{grapheme_width, is_blank, text_width};
use super::*;
use crate::doc::{BlockKind, Builder, Document, Extent, Mark};
use crate::text::Span;
use proptest::collection::vec;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut builder = Builder::default();
    for (kind, text) in blocks {
        builder.block(*kind, text);
    }
    builder.finish(Extent::Whole)
}

fn paragraph(text: &str) -> Document {
    document(&[(BlockKind::Paragraph, text)])
}

fn article() -> Document {
    let text = include_str!("../../assets/mistral-mwc.fr.txt");
    let blocks: Vec<(BlockKind, &str)> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| (BlockKind::Paragraph, line))
        .collect();
    document(&blocks)
}

/// The lines of the first block.
fn wrapped(document: &Document, columns: u16) -> Vec<&str> {
    let lines = wrap(document, document.blocks()[0].span, columns);
    lines.into_iter().map(|line| document.slice(line)).collect()
}

fn check(text: &str, columns: u16, expect: &[&str]) {
    assert_eq!(wrapped(&paragraph(text), columns), expect);
}

/// A page as text: `~` for a gap row, the indent as blanks.
fn shown(document: &Document, top: Place, columns: u16, rows: u16) -> Vec<String> {
    page(document, top, columns, rows)
        .into_iter()
        .map(|row| match row {
            Row::Gap => "~".to_owned(),
            Row::Line(line) => " ".repeat(usize::from(line.indent)) + document.slice(line.span),
        })
        .collect()
}

#[test]
fn lines_end_at_blanks_which_belong_to_no_line() {
    check("un  deux   trois ", 8, &["un  deux", "trois"]);
    check("  un deux", 5, &["un", "deux"]);
    check(" : un", 5, &[": un"]);
    check("a \u{200b}é", 1, &["a", "é"]);
    check("", 5, &[]);
    check("   ", 5, &[]);
}

#[test]
fn french_punctuation_stays_with_its_word() {
    check("il dit « non » : voilà", 9, &["il dit", "« non » :", "voilà"]);
}

#[test]
fn unbreakable_spaces_do_not_break() {
    check("les 9\u{202f}000\u{a0}tonnes de", 12, &["les", "9\u{202f}000\u{a0}tonnes", "de"]);
}

#[test]
fn numbers_and_names_stay_whole_until_they_are_wider_than_the_page() {
    check("avec M. Dupont et 10 000 €", 14, &["avec M. Dupont", "et 10 000 €"]);
    check("avec M. Dupont et 10 000 €", 11, &["avec", "M. Dupont", "et 10 000 €"]);
    check("à 10 000 000 000 €", 10, &["à 10 000", "000 000 €"]);
}

#[test]
fn a_word_wider_than_the_page_is_cut_between_graphemes() {
    check("abe\u{301}defg hi", 3, &["abe\u{301}", "def", "g", "hi"]);
    check("漢字かな", 3, &["漢", "字", "か", "な"]);
    check("漢字", 1, &["漢", "字"]);
    check("ab", 0, &["a", "b"]);
}

#[test]
fn closing_marks_are_never_alone_even_when_the_word_is_too_wide() {
    check("« abcdefgh »", 9, &["« abcdefg", "h »"]);
}

#[test]
fn verbatim_blocks_keep_their_lines_and_indents() {
    let poem = document(&[(BlockKind::Verbatim, "if x {\n    return y now\n\n}")]);
    assert_eq!(wrapped(&poem, 14), ["if x {", "    return y", "now", "", "}"]);
}

#[test]
fn blocks_are_parted_by_gaps() {
    let text = document(&[
        (BlockKind::Title, "Titre"),
        (BlockKind::Byline, "Par moi"),
        (BlockKind::Paragraph, "Un."),
        (BlockKind::Heading(2), "Suite"),
        (BlockKind::Item(Mark::Bullet), "a"),
        (BlockKind::Item(Mark::Bullet), "b"),
        (BlockKind::Quote, "Dit."),
    ]);
    assert_eq!(
        shown(&text, Place::default(), 20, 20),
        ["Titre", "Par moi", "~", "Un.", "~", "~", "Suite", "~", "    a", "    b", "~", "  Dit."]
    );
}

#[test]
fn marks_stand_in_the_indent_of_the_first_line() {
    let text = document(&[
        (BlockKind::Item(Mark::number(12)), "un deux trois"),
        (BlockKind::Item(Mark::Task(true)), "fait"),
        (BlockKind::Item(Mark::number(u64::MAX)), "fin"),
        (BlockKind::Quote, "dit et redit"),
        (BlockKind::Rule, "* * *"),
    ]);
    let rows = page(&text, Place::default(), 12, 20);
    let lines = rows.iter().filter_map(|row| if let Row::Line(line) = row { Some(line) } else { None });
    let shown: Vec<String> = lines
        .map(|line| format!("{:>1$}{2}", mark(&text, line, true), line.indent.into(), text.slice(line.span)))
        .collect();
    assert_eq!(shown, ["12. un deux", "    trois", "[x] fait", "  # fin", "| dit et", "| redit", "   * * *"]);
}

#[test]
fn empty_blocks_take_no_row() {
    let text = document(&[
        (BlockKind::Paragraph, ""),
        (BlockKind::Paragraph, "un"),
        (BlockKind::Paragraph, "  "),
        (BlockKind::Paragraph, "deux"),
    ]);
    assert_eq!(shown(&text, Place::default(), 20, 20), ["un", "~", "deux"]);
    assert_eq!(line_at(&text, 0, 20).map(|line| line.block), Some(1));
    assert!(page(&document(&[]), Place::default(), 20, 20).is_empty());
}

#[test]
fn the_first_and_last_line_of_a_block_say_so() {
    let text = paragraph("un deux trois");
    let ends: Vec<(bool, bool)> = page(&text, Place::default(), 5, 9)
        .into_iter()
        .filter_map(|row| if let Row::Line(line) = row { Some((line.first, line.last)) } else { None })
        .collect();
    assert_eq!(ends, [(true, false), (false, false), (false, true)]);
}

#[test]
fn scrolling_counts_gap_rows_and_stops_at_both_ends() {
    let text = document(&[(BlockKind::Paragraph, "un deux"), (BlockKind::Paragraph, "trois quatre")]);
    let at = |by| scroll(&text, Place::default(), 6, 2, by);
    assert_eq!(at(1), Place { offset: 3, gap: 0 });
    assert_eq!(at(2), Place { offset: 8, gap: 1 });
    assert_eq!(at(3), Place { offset: 8, gap: 0 });
    assert_eq!(at(99), at(3));
    assert_eq!(at(99), last_page(&text, 6, 2));
    assert_eq!(scroll(&text, at(3), 6, 2, -1), at(2));
    assert_eq!(scroll(&text, at(3), 6, 2, isize::MIN), Place::default());
    assert_eq!(last_page(&text, 6, 50), Place::default());
}

#[test]
fn the_least_scroll_shows_a_line_with_its_margin() {
    let text = paragraph(&"mot ".repeat(40));
    let row_of = |place: Place, offset: usize| {
        shown(&text, place, 4, 10).len().min((offset / 4).wrapping_sub(place.offset / 4))
    };
    let show = |top: usize, offset| place_showing(&text, Place { offset: top, gap: 0 }, 4, 10, offset, 2);
    assert_eq!(show(40, 60), Place { offset: 40, gap: 0 });
    assert_eq!(row_of(show(40, 100), 100), 7);
    assert_eq!(row_of(show(80, 40), 40), 2);
    assert_eq!(show(40, 0), Place::default());
    assert_eq!(show(40, 159), last_page(&text, 4, 10));
    assert_eq!(row_of(place_at_row(&text, 4, 10, 80, 5), 80), 5);
    assert_eq!(place_at_row(&text, 4, 10, 4, 9), Place::default());
}

#[test]
fn an_unreachable_margin_puts_the_line_in_the_middle() {
    let text = paragraph(&"mot ".repeat(40));
    assert_eq!(place_showing(&text, Place::default(), 4, 5, 80, 99), Place { offset: 72, gap: 0 });
}

#[test]
fn a_blank_at_a_break_belongs_to_the_line_before() {
    let text = paragraph("un deux trois");
    assert_eq!(line_at(&text, 7, 7).map(|line| text.slice(line.span)), Some("un deux"));
    assert_eq!(line_at(&text, 8, 7).map(|line| text.slice(line.span)), Some("trois"));
    assert_eq!(line_at(&text, 999, 7).map(|line| text.slice(line.span)), Some("trois"));
}

#[test]
fn cells_and_offsets_answer_each_other() {
    let text = paragraph("a漢\tb");
    let line = line_at(&text, 0, 20).expect("the text has a line");
    assert_eq!([0, 1, 4, 5, 99].map(|offset| column_of(&text, &line, offset)), [0, 1, 3, 7, 8]);
    assert_eq!([0, 1, 2, 3, 6, 7, 99].map(|column| offset_at(&text, &line, column)), [0, 1, 1, 4, 4, 5, 5]);
}

#[test]
fn the_article_never_parts_french_punctuation() {
    let article = article();
    for columns in [66, 44, 20] {
        let rows = page(&article, Place::default(), columns, u16::MAX);
        let lines: Vec<&str> = rows
            .iter()
            .filter_map(|row| if let Row::Line(line) = row { Some(article.slice(line.span)) } else { None })
            .collect();
        assert!(lines.len() > 3000 / usize::from(columns), "{} lines", lines.len());
        for line in lines {
            assert!(!line.starts_with(['»', ';', ':', '!', '?', '%', ' ']), "{columns}: {line}");
            assert!(!line.ends_with(['«', ' ']), "{columns}: {line}");
            assert!(text_width(line) <= usize::from(columns), "{columns}: {line}");
        }
    }
}

#[test]
fn the_article_is_set_like_this() {
    insta::assert_snapshot!(shown(&article(), Place::default(), 44, 14).join("\n"), @r"
    Arthur Mensch, directeur général de Mistral,
    a lancé un appel convaincant aux
    participants du Mobile World Congress – la
    plus grande conférence mondiale sur les
    télécommunications, qui se tient à
    Barcelone. Dans son discours, il a vivement
    recommandé aux entreprises de
    télécommunications d’investir dans la
    construction d’infrastructures de centres de
    données et de « devenir des hyperscalers »
    pour renforcer l’écosystème régional de
    l’IA.
    ~
    « Nous accueillerions favorablement des
    ");
}

#[test]
fn a_long_paragraph_is_walked_line_by_line_across_its_parts() {
    let text = paragraph(&"« mot » et encore un peu ".repeat(SIZE / 8));
    let top = Place { offset: SIZE - 200, gap: 0 };
    let top = normalise(&text, top, 30, 40);
    let down = scroll(&text, top, 30, 40, 25);
    assert!(down.offset > SIZE);
    assert_eq!(scroll(&text, down, 30, 40, -25), top);
    let lines = page(&text, Place::default(), 30, u16::MAX);
    let ends = lines.iter().filter(|row| matches!(row, Row::Line(line) if line.first || line.last)).count();
    assert_eq!(ends, 2);
}

/// A bit of text with all that makes wrapping hard.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zé]{1,9}",
        4 => Just(" ".to_owned()),
        1 => prop::sample::select(vec![
            "  ", "« ", " »", " :", "-", "-t-il", "\u{a0}", "\u{202f}", "9 000", "M. X", "14 mars", "漢字", "e\u{301}", "👩‍👩‍👧",
            "\u{ad}", "\u{200b}", "\t", "—", "🇫🇷🇧🇪", " \u{301}", "anticonstitutionnellement", "\u{2028}", "क्षि",
        ])
        .prop_map(str::to_owned),
    ]
}

fn prose() -> impl Strategy<Value = String> {
    vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn kind() -> impl Strategy<Value = BlockKind> {
    prop::sample::select(vec![
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Heading(1),
        BlockKind::Item(Mark::number(7)),
        BlockKind::Verbatim,
        BlockKind::Quote,
    ])
}

fn any_document() -> impl Strategy<Value = Document> {
    vec((kind(), prose()), 1..8).prop_map(|blocks| {
        let blocks: Vec<(BlockKind, &str)> =
            blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        document(&blocks)
    })
}

proptest! {
    #[test]
    fn the_short_way_gives_the_same_lines(
        kind in kind(), words in vec(piece(), 0..60), plain in "([(\\[«“\"]{0,2}[a-z0-9é,.’]{1,9}[-)\\]\"”?!/—–…:]{0,2} ?[-»;—(\"«]? ){0,30}", columns in 0_u16..40,
    ) {
        let text = words.concat() + &plain + &words.concat();
        let text = text.replace('\u{ad}', "");
        let document = document(&[(kind, &text)]);
        let block = document.blocks()[0].span;
        let plainly = plainly::wrap(&text, block.start(), columns, kind == BlockKind::Verbatim);
        prop_assert_eq!(wrap(&document, block, columns), plainly);
    }

    #[test]
    fn wrapping_keeps_all_but_blanks_and_never_exceeds_the_width(
        kind in kind(), text in prop_oneof![prose(), "\\PC{0,30}"], columns in 0_u16..30,
    ) {
        let document = document(&[(kind, &text)]);
        let block = document.blocks()[0].span;
        let lines = wrap(&document, block, columns);
        let mut end = 0;
        for &line in &lines {
            prop_assert!(document.slice(Span::new(end, line.start())).chars().all(is_blank));
            end = line.end();
            let line = document.slice(line);
            let drawn = line.graphemes(true).filter(|grapheme| grapheme_width(grapheme) > 0).count();
            prop_assert!(text_width(line) <= usize::from(columns.max(1)) || drawn == 1, "{:?}", line);
            let blank_start = line.graphemes(true).next() == Some(" ");
            prop_assert!(kind == BlockKind::Verbatim || !blank_start);
        }
        prop_assert!(document.text()[end..].chars().all(is_blank));
        let bounds: Vec<usize> = text.grapheme_indices(true).map(|(offset, _)| offset).chain([text.len()]).collect();
        for line in lines {
            prop_assert!(bounds.binary_search(&line.start()).is_ok());
            prop_assert!(bounds.binary_search(&line.end()).is_ok());
        }
    }

    #[test]
    fn a_page_is_the_lines_below_one_another(document in any_document(), columns in 1_u16..30) {
        let paged: Vec<Line> = page(&document, Place::default(), columns, 999)
            .into_iter()
            .filter_map(|row| if let Row::Line(line) = row { Some(line) } else { None })
            .collect();
        let down: Vec<Line> = std::iter::successors(line_at(&document, 0, columns), |line| line_below(&document, line, columns)).collect();
        prop_assert_eq!(&paged, &down);
        let last = line_at(&document, document.text().len(), columns);
        let mut up: Vec<Line> = std::iter::successors(last, |line| line_above(&document, line, columns)).collect();
        up.reverse();
        prop_assert_eq!(&paged, &up);
    }

    #[test]
    fn scrolling_back_returns(document in any_document(), columns in 1_u16..30, rows in 1_u16..12, from in 0_isize..40, by in 0_isize..20) {
        let top = scroll(&document, Place::default(), columns, rows, from);
        let there = scroll(&document, top, columns, rows, by);
        let last = last_page(&document, columns, rows);
        if there != last {
            prop_assert_eq!(scroll(&document, there, columns, rows, -by), top);
        }
        prop_assert_eq!(normalise(&document, there, columns, rows), there);
        prop_assert!(there.key() <= last.key());
    }

    #[test]
    fn scrolling_moves_the_page_by_rows(document in any_document(), columns in 1_u16..30, by in 0_u16..20) {
        let there = scroll(&document, Place::default(), columns, 1, by as isize);
        let whole = page(&document, Place::default(), columns, 999);
        let skipped = usize::from(by).min(whole.len().saturating_sub(1));
        prop_assert_eq!(&page(&document, there, columns, 999), &whole[skipped..]);
    }

    #[test]
    fn a_line_is_shown_within_its_margin(document in any_document(), columns in 1_u16..30, rows in 1_u16..12, from in 0_isize..40, margin in 0_u16..6, at in 0.0..1.0) {
        let top = scroll(&document, Place::default(), columns, rows, from);
        let offset = (document.text().len() as f64 * at) as usize;
        let place = place_showing(&document, top, columns, rows, offset, margin);
        if let Some(line) = line_at(&document, offset, columns) {
            let row = page(&document, place, columns, rows).iter().position(|row| *row == Row::Line(line));
            let row = row.expect("the line is on the page");
            let margin = usize::from(margin.min((rows - 1) / 2));
            let first = line_at(&document, 0, columns).map(|line| line.span.start());
            let at_top = place.gap == 0 && first == Some(place.offset);
            prop_assert!(row >= margin || at_top);
            prop_assert!(row + margin < usize::from(rows) || place == last_page(&document, columns, rows));
        }
    }

    #[test]
    fn every_visible_grapheme_is_found_by_its_column(document in any_document(), columns in 1_u16..30) {
        for row in page(&document, Place::default(), columns, 999) {
            let Row::Line(line) = row else { continue };
            for (start, grapheme) in document.slice(line.span).grapheme_indices(true) {
                let offset = line.span.start() + start;
                if grapheme_width(grapheme) > 0 {
                    prop_assert_eq!(offset_at(&document, &line, column_of(&document, &line, offset)), offset);
                }
            }
        }
    }
}
