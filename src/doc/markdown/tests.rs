use super::*;
use crate::doc::Block;
use proptest::prelude::*;

/// The blocks as lines: kind, depth where there is one, then the text with `/` for a line end inside.
fn check(text: &str, expect: &str) {
    let document = read(text, "name", "");
    let found: Vec<String> = document.blocks().iter().map(|block| line(&document, block)).collect();
    assert_eq!(found.join("\n"), expect);
}

fn line(document: &Document, block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Title => "T".to_owned(),
        BlockKind::Byline => "B".to_owned(),
        BlockKind::Heading(level) => format!("H{level}"),
        BlockKind::Paragraph => "P".to_owned(),
        BlockKind::Item(Mark::Bullet) => "•".to_owned(),
        BlockKind::Item(Mark::Number(number)) => format!("{}.", number.get()),
        BlockKind::Item(Mark::Task(done)) => (if done { "[x]" } else { "[ ]" }).to_owned(),
        BlockKind::Quote => "Q".to_owned(),
        BlockKind::Verbatim => "V".to_owned(),
        BlockKind::Row => "R".to_owned(),
        BlockKind::Footnote => "F".to_owned(),
        BlockKind::Rule => "-".to_owned(),
    };
    let depth = if block.depth > 0 { format!("{}", block.depth) } else { String::new() };
    format!("{kind}{depth} {}", document.slice(block.span).replace('\n', "/"))
}

/// The styled passages, in order.
fn styles(document: &Document) -> Vec<(InlineKind, &str)> {
    document.inlines().iter().map(|inline| (inline.kind, document.slice(inline.span))).collect()
}

#[test]
fn an_article_has_title_headings_and_paragraphs() {
    check(
        "# Le tram\n\nUn texte\nsur deux lignes.  \nEt une *autre*.\n\n## Suite\n\n---\n\nFin &amp; suite&nbsp;!\n",
        "T Le tram\nP Un texte sur deux lignes./Et une autre.\nH2 Suite\n- * * *\nP Fin & suite\u{a0}!",
    );
    assert_eq!(read("## Un\n\n# Deux\n", "name", "").title(), "Deux");
    assert_eq!(read("texte", "name", "/a/name.md").title(), "name");
    assert_eq!(read("", "name", "/a/name.md").meta().source, "/a/name.md");
}

#[test]
fn the_front_matter_gives_what_the_text_does_not() {
    let text =
        "---\ntitle: Le tram divise\nauthor: Anne Martin\ndate: 2026-03-14\nlang: fr\n---\n\nUn texte.\n";
    check(text, "T Le tram divise\nB Anne Martin · 2026-03-14\nP Un texte.");
    let document = read(text, "name", "");
    assert_eq!((document.title(), document.meta().language.as_deref()), ("Le tram divise", Some("fr")));
    check(&text.replace("Un texte", "# Le tram\n\nUn texte"), "T Le tram\nP Un texte.");
    check("+++\ntitle = \"Seul\"\n+++\n", "T Seul");
    check("Un\n\n---\ntitle: non\n---\n", "P Un\n- * * *\nH2 title: non");
}

#[test]
fn lists_quotations_and_code_nest() {
    check(
        "3. un\n4. deux\n\n   suite\n\n   - a\n   - [x] fait\n   - [ ] à faire\n\n> Dit.\n>\n> - b\n>\n> > Redit.\n\n```rust\nfn a() {\n\n    b\n}\n```\n",
        "3. un\n4. deux\nP1 suite\n•1 a\n[x]1 fait\n[ ]1 à faire\nQ Dit.\n•1 b\nQ1 Redit.\nV fn a() {//    b/}",
    );
}

#[test]
fn a_table_is_a_block_a_row() {
    let document = read("| Ville | Voix |\n|---|--:|\n| Nantes | *12* |\n| Brest |  |\n", "", "");
    assert_eq!(document.text(), "Ville · Voix\nNantes · 12\nBrest ·");
    assert!(document.blocks().iter().all(|block| block.kind == BlockKind::Row));
    assert_eq!(styles(&document)[0], (InlineKind::Strong, "Ville · Voix"));
}

#[test]
fn footnotes_come_at_the_end_in_the_order_of_their_references() {
    check(
        "[^b]: Second[^c].\n\n[^a]: Premier.\n\n    Suite.\n\n[^d]: Jamais cité.\n\nUn[^a] et deux[^b], encore[^a].\n\n[^c]: Troisième.\n",
        "P Un[1] et deux[2], encore[1].\nF [1] Premier.\nF Suite.\nF [2] Second[3].\nF [3] Troisième.\nF [4] Jamais cité.",
    );
}

#[test]
fn styles_cover_their_words_and_links_keep_their_address() {
    let document =
        read("**Un *deux*** ~~non~~ `a  b` [ici](https://example.org/a) ![une carte](c.png)\n", "", "");
    assert_eq!(document.text(), "Un deux non a b ici une carte");
    assert_eq!(
        styles(&document),
        [
            (InlineKind::Strong, "Un deux"),
            (InlineKind::Emphasis, "deux"),
            (InlineKind::Struck, "non"),
            (InlineKind::Code, "a b"),
            (InlineKind::Link(0), "ici"),
            (InlineKind::Image, "une carte"),
            (InlineKind::Link(1), "une carte"),
        ]
    );
    assert_eq!(document.links(), ["https://example.org/a", "c.png"]);
}

#[test]
fn html_leaves_its_text() {
    check(
        "<details>\n<summary>Un &lt;mot&gt;</summary>\n\nDeux<br>trois <b>quatre</b>\n\n</details>\n\n<!-- rien -->\n",
        "P Un <mot>\nP Deux/trois quatre",
    );
}

#[test]
fn what_a_terminal_obeys_is_shown() {
    let document = read("# &#27;]0;titre&#7;\n\n[a&#x9b;31m](<b&#27;c>)\n\n`\u{202e}`\n", "", "");
    assert_eq!(document.title(), "␛]0;titre␇");
    assert_eq!(document.links(), ["b␛c"]);
    assert!(!document.text().chars().any(|letter| letter.is_control() && letter != '\n'));
}

proptest! {
    #[test]
    fn any_text_reads(
        text in r"([#>|\-*_`~\[\]()!:^ab&;é]|\n{1,3}|    |---\n|<!--|<br>|\[\^a\]|&#27;|- \[x\] |\| a \|\n|\n1\. ){0,60}"
    ) {
        let document = read(&text, "name", "");
        prop_assert!(!document.title().is_empty());
        prop_assert!(!document.text().chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t'));
        for block in document.blocks() {
            prop_assert!(!document.slice(block.span).trim().is_empty());
        }
        for inline in document.inlines() {
            let block = document.blocks()[document.block_at(inline.span.start()).expect("in a block")];
            prop_assert!(block.span.covers(inline.span));
            prop_assert!(!document.slice(inline.span).is_empty());
        }
    }
}
