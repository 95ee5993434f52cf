use super::*;
use crate::doc::Block;
use proptest::prelude::*;

/// The blocks as lines: a letter for the kind, then the text with `/` for a line end inside.
fn check(text: &str, expect: &str) {
    let document = read(text, "name");
    let found: Vec<String> = document.blocks().iter().map(|block| line(&document, block)).collect();
    assert_eq!(found.join("\n"), expect);
}

fn line(document: &Document, block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Title => "T".to_owned(),
        BlockKind::Byline => "B".to_owned(),
        BlockKind::Heading(level) => format!("H{level}"),
        BlockKind::Paragraph => "P".to_owned(),
        BlockKind::Verbatim => "V".to_owned(),
        other => panic!("plain text has no {other:?}"),
    };
    format!("{kind} {}", document.slice(block.span).replace('\n', "/"))
}

const LONG_LINE: &str = "Le ministre a répondu aux questions des députés pendant trois heures, sans jamais dire ce que chacun attendait de lui, puis il est parti sans un mot pour la presse. ";

#[test]
fn the_bundled_article_is_eight_paragraphs() {
    let article = include_str!("../../../assets/mistral-mwc.fr.txt");
    let document = read(article, "mistral-mwc");
    assert_eq!(document.title(), "mistral-mwc");
    assert_eq!((document.blocks().len(), document.paragraphs()), (8, 8));
    assert!(document.blocks().iter().all(|block| block.kind == BlockKind::Paragraph));
    assert_eq!(document.text(), article.trim_matches('\n'));
}

#[test]
fn nothing_has_no_block() {
    check("", "");
    check("\n  \n\t\n", "");
    assert_eq!(read("", "").title(), "untitled");
}

#[test]
fn wrapped_lines_flow_together() {
    check(
        "Il était une fois, dans un pays très lointain, une\n\
         princesse qui lisait des journaux du matin au soir et vis-à-\n\
         vis de laquelle personne n’osait élever la voix, tant elle\n\
         savait de choses sur le monde.\n\
         \n\
         Un jour, elle n’en lut plus aucun, et tout le royaume se de\u{ad}\n\
         manda pourquoi elle s’était tue si longtemps.\n",
        "P Il était une fois, dans un pays très lointain, une princesse qui lisait des journaux du matin au soir et \
         vis-à-vis de laquelle personne n’osait élever la voix, tant elle savait de choses sur le monde.\n\
         P Un jour, elle n’en lut plus aucun, et tout le royaume se demanda pourquoi elle s’était tue si longtemps.",
    );
}

const CHAPTER: &str = "\
CHAPTER I.
Down the Rabbit-Hole


Alice was beginning to get very tired of sitting by her sister on the
bank, and of having nothing to do: once or twice she had peeped into
the book her sister was reading, but it had no pictures or
conversations in it.

      How doth the little crocodile
        Improve his shining tail,
      And pour the waters of the Nile

So she was considering in her own mind, whether the pleasure of making
a daisy-chain would be worth the trouble.

II

The rabbit-hole went straight on like a tunnel for some way, and then
dipped suddenly down.

THE END
";

#[test]
fn a_novel_has_chapters_and_verses() {
    check(
        CHAPTER,
        "H2 CHAPTER I. Down the Rabbit-Hole\n\
         P Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do: \
         once or twice she had peeped into the book her sister was reading, but it had no pictures or conversations in it.\n\
         V       How doth the little crocodile/        Improve his shining tail,/      And pour the waters of the Nile\n\
         P So she was considering in her own mind, whether the pleasure of making a daisy-chain would be worth the trouble.\n\
         H2 II\n\
         P The rabbit-hole went straight on like a tunnel for some way, and then dipped suddenly down.\n\
         P THE END",
    );
}

#[test]
fn paragraphs_may_be_told_by_their_first_line_alone() {
    let text = "   Le premier paragraphe commence ici et va bien plus loin que\nla ligne ne le permet, si bien qu’il continue.\n   Le deuxième fait de même, avec des mots assez nombreux pour\nqu’il faille deux lignes.\n   — Et le troisième parle, dit-il, en allant lui aussi un peu\nplus loin que le bord.\n";
    assert_eq!(read(text, "").blocks().len(), 3);
}

#[test]
fn verses_stay_as_they_stand() {
    check(
        "Demain, dès l’aube, à l’heure où blanchit la campagne,\nJe partirai. Vois-tu, je sais que tu m’attends.\nJ’irai par la forêt, j’irai par la montagne.\n\nJe marcherai les yeux fixés sur mes pensées,\nSans rien voir au dehors, sans entendre aucun bruit,\nSeul, inconnu, le dos courbé, les mains croisées\n",
        "V Demain, dès l’aube, à l’heure où blanchit la campagne,/Je partirai. Vois-tu, je sais que tu m’attends./J’irai par la forêt, j’irai par la montagne.\n\
         V Je marcherai les yeux fixés sur mes pensées,/Sans rien voir au dehors, sans entendre aucun bruit,/Seul, inconnu, le dos courbé, les mains croisées",
    );
    check(
        "    un vers\n    puis un autre\n\n    et la fin\n",
        "V     un vers/    puis un autre\nV     et la fin",
    );
}

#[test]
fn a_log_is_a_paragraph_a_line() {
    let log: String = (0..200).map(|n| format!("2026-03-01 12:00:{n:02} INFO request {n} done\n")).collect();
    assert_eq!(read(&log, "log").blocks().len(), 200);
}

#[test]
fn an_article_may_begin_with_title_and_byline() {
    let body = LONG_LINE.repeat(2);
    let expect = format!(
        "T Banques piratées : « Le parquet exagère »\nB Par Anne Martin et Luc Petit, le 3 mars\nP {body}\nH2 Une affaire ancienne\nP {body}"
    );
    check(
        &format!(
            "Banques piratées : « Le parquet exagère »\nPar Anne Martin et Luc Petit, le 3 mars\n{body}\n\nUne affaire ancienne\n\n{body}"
        ),
        &expect,
    );
    check(
        &format!(
            "Banques piratées : « Le parquet exagère »\n\nPar Anne Martin et Luc Petit, le 3 mars\n\n{body}\n\nUne affaire ancienne\n\n{body}"
        ),
        &expect,
    );
    let document = read(&format!("Un titre\n\nPar Anne Martin et Luc Petit\n\n{body}"), "name");
    assert_eq!(
        (document.title(), document.meta().authors.join("+")),
        ("Un titre", "Anne Martin+Luc Petit".to_owned())
    );
    assert_eq!(document.paragraphs(), 1);
}

#[test]
fn a_line_in_doubt_is_a_paragraph() {
    check(
        &format!("{LONG_LINE}\n\nIl est parti.\n\n{LONG_LINE}"),
        &format!("P {LONG_LINE}\nP Il est parti.\nP {LONG_LINE}"),
    );
    check("Un seul mot", "P Un seul mot");
    check("Une phrase finie.\n\nUne autre.", "P Une phrase finie.\nP Une autre.");
}

#[test]
fn a_line_under_a_line_makes_a_heading() {
    check(
        "Le titre\n========\n\nUn texte.\n\nSuite\n-----\nFin.\n",
        "T Le titre\nP Un texte.\nH2 Suite\nP Fin.",
    );
}

#[test]
fn speeches_and_items_are_paragraphs() {
    check(
        "— Viens-tu avec nous ce soir, demanda-t-elle en regardant\npar la fenêtre ?\n— Non.\n\nElle sortit sans se retourner, et le bruit de ses pas dans\nl’escalier fut tout ce qui resta d’elle.\n",
        "P — Viens-tu avec nous ce soir, demanda-t-elle en regardant par la fenêtre ?\nP — Non.\n\
         P Elle sortit sans se retourner, et le bruit de ses pas dans l’escalier fut tout ce qui resta d’elle.",
    );
}

#[test]
fn a_line_of_any_length_is_one_paragraph() {
    let text = format!("\n  {}\nfin\n", "mot ".repeat(100_000));
    let document = read(&text, "name");
    assert_eq!(document.blocks().len(), 2);
    assert_eq!(document.text().len(), 400_000 + 4);
}

#[test]
fn paragraphs_are_found_by_number_and_by_place() {
    let document = read(CHAPTER, "");
    let mut number = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        assert_eq!(document.block_at(block.span.start()), Some(index));
        if block.kind.is_paragraph() {
            number += 1;
            assert_eq!(document.block_of_paragraph(number), Some(index));
        }
        assert_eq!(document.paragraph_at(block.span.start()), number);
    }
    assert_eq!(document.paragraphs(), number);
    assert_eq!(size_of::<Block>(), 14, "a large document has millions of them");
    assert_eq!(document.paragraph_at(0), 0);
    assert_eq!(document.block_of_paragraph(99), Some(6));
    assert_eq!(read("", "").block_of_paragraph(1), None);
}

proptest! {
    #[test]
    fn where_the_text_is_cut_makes_no_difference(
        text in "([A-Ca-cé]{1,9}|[ .,\u{ad}-]|\n{1,3}|\n  |=====|[X]{40}){0,60}",
        cuts in prop::collection::vec(0_usize..200, 0..8),
    ) {
        let whole = read(&text, "name");
        let mut reader = Reader::new("name", &text);
        let mut cuts: Vec<usize> = cuts.iter().map(|&cut| floor_char(&text, cut)).collect();
        cuts.sort_unstable();
        let mut from = 0;
        for cut in cuts {
            reader.push(&text[from..cut]);
            from = cut;
        }
        reader.push(&text[from..]);
        let pieces = reader.finish(Extent::Whole);
        prop_assert_eq!(pieces.text(), whole.text());
        prop_assert_eq!(pieces.blocks(), whole.blocks());
        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(words(whole.text()), words(&text));
    }
}
