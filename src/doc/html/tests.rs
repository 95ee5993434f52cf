use super::*;
use crate::doc::{BlockKind, InlineKind, Mark};
use proptest::prelude::*;

/// All of a page, without looking for an article in it.
fn whole(body: &str) -> Document {
    let mut flow = Flow::default();
    walk::write(Tree::from(body).root(), &mut flow, false);
    flow.finish("name", Meta::default())
}

/// The kinds and texts of the blocks of a page.
fn blocks(document: &Document) -> Vec<(BlockKind, u8, &str)> {
    document.blocks().iter().map(|block| (block.kind, block.depth, document.slice(block.span))).collect()
}

const SENTENCE: &str = "Le conseil municipal a voté jeudi soir la création d’une seconde ligne de tram, \
                        après six heures d’un débat où chacun a campé sur ses positions. ";

/// A page as newspapers make them, with an article of some paragraphs.
fn newspaper() -> String {
    let paragraph = format!("<p>{}</p>", SENTENCE.repeat(3));
    format!(
        "<!DOCTYPE html><html lang=fr-FR><head><title>Le tram divise les Halles | Le Journal</title>\
         <meta charset=utf-8><link rel=canonical href='https://example.org/tram'>\
         <meta name=author content='Par Anne Martin et Luc Petit'>\
         <meta property='article:published_time' content='2026-03-14T06:00:00+01:00'>\
         <style>p {{ color: red }}</style><script>alert('non')</script></head><body>\
         <nav><ul><li><a href=/>Accueil</a><li><a href=/sport>Sport</a></ul></nav>\
         <div class=sidebar><a href=/a>Les plus lus</a> <a href=/b>Abonnez-vous</a></div>\
         <article><h1>Le tram divise les Halles</h1>{paragraph}<h2>Un vote serré</h2>{paragraph}\
         <blockquote><p>{SENTENCE}</p></blockquote><p>{SENTENCE}<a href='https://example.org/vote'>Le vote</a> \
         est <em>définitif</em>.</p>{paragraph}</article><footer>Mentions légales</footer></body></html>"
    )
}

#[test]
fn an_article_is_found_among_what_stands_around_it() {
    let (document, notices) = read(&newspaper(), "name", "/a/tram.html");
    assert_eq!(notices, []);
    assert_eq!(document.title(), "Le tram divise les Halles");
    let meta = document.meta();
    assert_eq!(meta.authors, ["Anne Martin", "Luc Petit"]);
    assert_eq!((meta.published.as_deref(), meta.language.as_deref()), (Some("2026-03-14"), Some("fr-FR")));
    assert_eq!(
        (meta.canonical.as_deref(), meta.source.as_str()),
        (Some("https://example.org/tram"), "/a/tram.html")
    );
    let found = blocks(&document);
    assert_eq!(found[0], (BlockKind::Title, 0, "Le tram divise les Halles"));
    assert_eq!(found[1], (BlockKind::Byline, 0, "Anne Martin, Luc Petit · 2026-03-14"));
    assert_eq!(found[2].0, BlockKind::Paragraph);
    assert_eq!(found[3], (BlockKind::Heading(2), 0, "Un vote serré"));
    assert_eq!(found[5], (BlockKind::Quote, 0, SENTENCE.trim()));
    assert_eq!(document.links(), ["https://example.org/vote"]);
    for around in ["Accueil", "Sport", "Abonnez", "Mentions", "alert", "color"] {
        assert!(!document.text().contains(around), "{around}");
    }
}

#[test]
fn a_page_without_an_article_is_shown_whole_and_says_so() {
    let (document, notices) = read("<title>Deux mots</title><p>Un mot.<p>Un autre.", "name", "");
    assert_eq!(document.text(), "Deux mots\nUn mot.\nUn autre.");
    assert_eq!(document.title(), "Deux mots");
    assert_eq!(notices, []);
    // What is called something else is the article all the same where there is nothing else to read.
    let page =
        format!("<title>Notes</title><h1>Notes</h1><aside>{}</aside><nav>Menu</nav>", SENTENCE.repeat(9));
    let (document, notices) = read(&page, "name", "");
    assert_eq!(notices, []);
    assert_eq!(document.text(), format!("Notes\n{}", SENTENCE.repeat(9).trim()));
    assert_eq!(document.blocks()[0].kind, BlockKind::Title);
    let menu = format!("<nav>{}</nav>", SENTENCE.repeat(4));
    let (document, notices) = read(&format!("<title>Notes</title>{menu}<p>Un mot.{menu}"), "name", "");
    assert_eq!(notices, [Notice::WholePage]);
    assert_eq!(document.text().matches("Le conseil").count(), 8);
}

#[test]
fn a_small_part_of_a_page_says_how_small_and_all_of_it_can_be_read() {
    let menu = format!("<nav>{}</nav>", SENTENCE.repeat(8));
    let page = format!("<h1>Un titre</h1>{menu}{menu}<article><p>{}</article>", SENTENCE.repeat(3));
    let (document, notices) = read(&page, "name", "");
    assert_eq!(notices, [Notice::PartOfPage { percent: 16 }]);
    assert_eq!(document.text(), format!("Un titre\n{}", SENTENCE.repeat(3).trim()));
    let (document, notices) = read_whole(&page, "name", "");
    assert_eq!(notices, []);
    assert_eq!(document.text().matches("Le conseil").count(), 19);
}

#[test]
fn raised_letters_join_and_raised_numbers_are_powers_or_notes() {
    let check = |html: &str, expect: &str| assert_eq!(whole(html).text(), expect, "{html}");
    check("<p>20 m<sup>2</sup> et 10<sup>-6</sup> km<sup>3</sup>", "20 m² et 10⁻⁶ km³");
    check(
        "<p>le 1<sup>er</sup> mai, M<sup>me</sup> Roy, n<sup>o</sup> 5, 2<sup>nd</sup>",
        "le 1er mai, Mme Roy, no 5, 2nd",
    );
    check(
        "<p>vers<sup>2</sup> dit.<sup>3</sup> là<sup>[4]</sup> m<sup><a href=#n>5</a></sup>",
        "vers[2] dit.[3] là[4] m[5]",
    );
    check("<p>H<sub>2</sub>O E=mc<sup>2</sup>", "H2O E=mc²");
}

#[test]
fn lists_tables_and_lines_keep_their_shape() {
    let document = whole(
        "<h1>Titre</h1><ol start=3><li>trois<ul><li>a</ul><li><p>quatre</p><p>suite</p></ol>\
         <table><caption>Villes</caption><tr><th>Ville<th>Voix<tr><td>Nantes<td><b>12</b></table>\
         <table><tr><td><h2>Cadre</h2><p>Dit.</p></table>\
         <pre>un\n  deux</pre><hr><p>Vers<br>vers<sup>[2]</sup> <q>là</q> <img alt='Une carte'>",
    );
    assert_eq!(
        blocks(&document),
        [
            (BlockKind::Title, 0, "Titre"),
            (BlockKind::Item(Mark::number(3)), 0, "trois"),
            (BlockKind::Item(Mark::Bullet), 1, "a"),
            (BlockKind::Item(Mark::number(4)), 0, "quatre"),
            (BlockKind::Paragraph, 1, "suite"),
            (BlockKind::Paragraph, 0, "Villes"),
            (BlockKind::Row, 0, "Ville · Voix"),
            (BlockKind::Row, 0, "Nantes · 12"),
            (BlockKind::Heading(2), 0, "Cadre"),
            (BlockKind::Paragraph, 0, "Dit."),
            (BlockKind::Verbatim, 0, "un\n  deux"),
            (BlockKind::Rule, 0, "* * *"),
            (BlockKind::Paragraph, 0, "Vers\nvers[2] “là” Une carte"),
        ]
    );
    let styled = |kind| {
        let of_kind = document.inlines().iter().filter(|inline| inline.kind == kind);
        of_kind.map(|inline| document.slice(inline.span)).collect::<Vec<_>>()
    };
    assert_eq!(styled(InlineKind::Strong), ["Ville", "Voix", "12"]);
    assert_eq!(styled(InlineKind::Reference), ["[2]"]);
    assert_eq!(styled(InlineKind::Image), ["Une carte"]);
}

#[test]
fn what_the_page_hides_is_not_read() {
    let document =
        whole("<p hidden>a<p style='display: none'>b<p aria-hidden=true>c<p>d<noscript>e</noscript>");
    assert_eq!(document.text(), "d");
}

#[test]
fn pages_are_known_by_their_beginning() {
    for page in ["<!DOCTYPE HTML>", " \n<html lang=fr>", "<!-- a --><?xml version='1.0'?>\n<html>", "<Body>"]
    {
        assert!(looks_like(page), "{page}");
    }
    for text in ["", "<p>un", "Le <html> est", "<!-- sans fin <html>", "<héé"] {
        assert!(!looks_like(text), "{text}");
    }
}

#[test]
fn the_text_of_a_piece_of_html_is_what_people_read() {
    let wanted = [
        ("<p>Un&nbsp;<b>été</b></p>\n<p>chaud&#x202F;!</p>", "Un\u{a0}été\nchaud\u{202f}!"),
        ("a<br/>b<!-- c > d -->e", "a\nbe"),
        ("1 < 2 &amp; 3 &inconnu; &", "1 < 2 & 3 &inconnu; &"),
        ("<style>p { color: red }</style>x<SCRIPT>1</SCRIPT>", "x"),
        ("&lt;b&gt; &#27;", "<b> ␛"),
        ("<ul><li>un<li>deux</ul>", "un\ndeux"),
        ("sans rien", "sans rien"),
    ];
    for (html, wanted) in wanted {
        assert_eq!(text(html), wanted, "{html}");
    }
}

proptest! {
    #[test]
    fn any_page_reads(
        text in r#"(<(/?)(p|div|b|li|ul|ol|table|tr|td|th|pre|a href="&#27;x"|blockquote|br|sup|q|h1|title|svg|x|img alt=é|math|template|select|frameset|body)>|[a-dé &]|&#x9b;|\n|<|>|<!--|-->|&nbsp;){0,60}"#
    ) {
        let (document, notices) = read(&text, "name", "");
        prop_assert!(!notices.contains(&Notice::PageUnparsed));
        prop_assert!(!document.title().is_empty());
        prop_assert!(!document.text().chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t'));
        for inline in document.inlines() {
            let block = document.blocks()[document.block_at(inline.span.start()).expect("in a block")];
            prop_assert!(block.span.covers(inline.span));
            prop_assert!(!document.slice(inline.span).is_empty());
        }
    }
}

/// What is read of a page whose article has three paragraphs and `between` before the last of them.
fn around_three_paragraphs(between: &str) -> String {
    let paragraph = format!("<p>{}</p>", SENTENCE.repeat(3));
    let page = format!(
        "<title>Le tram</title><article><h1>Le tram</h1><div class=x>{paragraph}{paragraph}{between}{paragraph}</div></article>"
    );
    read(&page, "name", "").0.text().replace(SENTENCE.repeat(3).trim(), "·")
}

#[test]
fn a_box_that_asks_for_something_is_no_part_of_an_article() {
    let form =
        "<div><b>La lettre</b><p>Chaque matin, dans votre commune.</p><form><input type=email></form></div>";
    assert_eq!(around_three_paragraphs(form), "Le tram\n·\n·\n·");
    let gift =
        "<div><h3>Sans publicité</h3><p>Ce journal ne vit que de vous : soutenez notre travail.</p></div>";
    assert_eq!(around_three_paragraphs(gift), "Le tram\n·\n·\n·");
    // One who writes about it asks for nothing.
    let told =
        "<div><h3>Une lettre</h3><p>La newsletter de la mairie a dix mille abonnés, dit le maire.</p></div>";
    assert!(around_three_paragraphs(told).contains("dix mille"));
}

#[test]
fn cards_of_other_articles_go_and_sections_with_linked_headings_stay() {
    let card = "<div class=c><h3><a href=/1>Un autre</a></h3><p>Quelques mots de lui.</p></div>";
    assert_eq!(around_three_paragraphs(&card.repeat(3)), "Le tram\n·\n·\n·");
    assert!(around_three_paragraphs(card).contains("Un autre"), "one by itself may be a section");
    let section = "<div class=c><h3><a href=#s>Une partie</a></h3><p>Quelques mots.</p></div>";
    assert!(around_three_paragraphs(&section.repeat(2)).contains("Une partie"));
    let page = format!("<title>Dix livres</title><h1>Dix livres</h1><div>{}</div>", card.repeat(10));
    assert_eq!(
        read(&page, "name", "").0.text().matches("Quelques mots").count(),
        10,
        "they are what it is about"
    );
}

#[test]
fn who_and_when_are_read_where_pieces_touch() {
    let head =
        "<h1>Le tram</h1><div class=m><div>Par Anne Martin</div><div>Publié le 03/04/2026 à 8h</div></div>";
    let page = format!("<title>Le tram</title><article>{head}<p>{}</p></article>", SENTENCE.repeat(3));
    let (document, _) = read(&page, "name", "");
    assert_eq!(document.meta().authors, ["Anne Martin"]);
    assert_eq!(document.meta().published.as_deref(), Some("2026-04-03"));
    assert_eq!(document.text().lines().count(), 3);
}

#[test]
fn a_person_is_named_before_the_house() {
    let told = r#"<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"NewsMediaOrganization","name":"Le Journal"}}</script>"#;
    let page =
        |by: &str| format!("{told}<article><h1>Le tram</h1>{by}<p>{}</p></article>", SENTENCE.repeat(3));
    assert_eq!(read(&page("<p class=byline>Anne Martin</p>"), "", "").0.meta().authors, ["Anne Martin"]);
    assert_eq!(read(&page(""), "", "").0.meta().authors, ["Le Journal"]);
}

#[test]
fn a_number_of_a_note_is_told_from_the_word_before_it() {
    let page = format!(
        "<title>T</title><article><h1>T</h1><p>{}Pourquoi.<a href='#n1'>1</a> Voilà.</p></article>",
        SENTENCE.repeat(3)
    );
    assert!(read(&page, "", "").0.text().contains("Pourquoi.[1] Voilà."));
}

#[test]
fn what_leads_elsewhere_below_the_text_goes_with_its_headings() {
    let paragraph = format!("<p>{}</p>", SENTENCE.repeat(3));
    let card = |number: usize| {
        format!(
            "<li><a href=/{number}><img src=/{number}.jpg alt=''></a><b>Un autre sujet</b><p>{SENTENCE}</p>\
             <a href=/{number}>La suite</a></li>"
        )
    };
    let page = format!(
        "<body><h1>Un titre</h1><div class=page><div class=texte>{}</div>\
         <div class=ensuite><h2>Ailleurs</h2><ul>{}{}{}</ul></div></div>\
         <div class=liste><h3>Rubriques</h3><div><ul><li><a href=/a>La politique du pays</a></li>\
         <li><a href=/b>La culture et les arts</a></li></ul></div></div></body>",
        paragraph.repeat(6),
        card(1),
        card(2),
        card(3)
    );
    let (document, _) = read(&page, "name", "");
    for around in ["Ailleurs", "Un autre sujet", "La suite", "Rubriques", "La culture"] {
        assert!(!document.text().contains(around), "{around}: {}", document.text());
    }
    assert_eq!(document.text().matches(SENTENCE.trim()).count(), 18);
}

#[test]
fn a_section_below_the_longest_one_stays() {
    let part = |count: usize| {
        format!(
            "<section class=part><h2><a href=/part>Une partie</a></h2><p>{}</p></section>",
            SENTENCE.repeat(count)
        )
    };
    let (document, _) = read(&format!("<body><h1>Un titre</h1>{}{}</body>", part(9), part(2)), "name", "");
    assert_eq!(document.text().matches(SENTENCE.trim()).count(), 11);
}

#[test]
fn who_and_when_are_told_from_trades_houses_and_weekdays() {
    let text = format!("<p>{}</p>", SENTENCE.repeat(3)).repeat(4);
    for (byline, authors, published) in [
        (
            "<div class=byline>Le Bureau de Lyon <br>By <span class=author>Ann Lee</span> <br>on December 27, 2014 \
             at 12:06 PM, updated 12:10 PM</div>",
            "Ann Lee",
            Some("2014-12-27"),
        ),
        (
            "<p class=author><a href=/ann><b>Ann Lee</b></a> <span>Senior Correspondent</span></p>",
            "Ann Lee",
            None,
        ),
        ("<h4><span>By:</span> <a rel=author href=/ann>Ann Lee</a></h4>", "Ann Lee", None),
        ("<div class=byline>By Ann Lee, AFP</div>", "Ann Lee", None),
        ("<p class=byline>By Ann Lee Tuesday</p>", "Ann Lee", None),
        ("<p class=byline>AFP</p>", "AFP", None),
        ("<p class=byline>By Ann Lee, Executive Editor</p>", "Ann Lee", None),
        (
            "<h3 class=date>Monday, May 27, 2013</h3><p class=byline>By Ann Lee</p>",
            "Ann Lee",
            Some("2013-05-27"),
        ),
        ("<p class=byline>By Theresa May</p>", "Theresa May", None),
    ] {
        let page = format!("<body><article><h1>A title of its own</h1>{byline}{text}</article></body>");
        let (document, _) = read(&page, "name", "");
        assert_eq!(document.meta().authors, [authors], "{byline}");
        assert_eq!(document.meta().published.as_deref(), published, "{byline}");
        let read = document.text().replace(SENTENCE.trim(), "");
        assert!(!read.contains("Senior") && !read.contains("12:06"), "{read}");
    }
}

#[test]
fn the_day_above_what_was_picked_as_the_article_is_its_own() {
    let page = format!(
        "<body><div><div class=strap><span class=kind>Étude</span> <span class=date>12 août 2010</span></div>\
         <div class=corps><h1>Un titre</h1>{}</div></div></body>",
        format!("<p>{}</p>", SENTENCE.repeat(3)).repeat(4)
    );
    assert_eq!(read(&page, "name", "").0.meta().published.as_deref(), Some("2010-08-12"));
}

#[test]
fn a_title_behind_a_label_goes_and_an_address_stays() {
    let text = around_three_paragraphs(
        "<p>Voir : <a href=/x>Dix lieux où partir cet été</a></p>\
             <p>Le site : <a href=https://example.org>example.org</a></p>\
             <p><img src=a.jpg alt=lac_01> <img src=b.jpg alt='Le lac gelé'></p>\
             <p>Anne Martin / Getty Images</p><p>Follow Ann Lee on Twitter.</p>",
    );
    for around in ["Dix lieux", "lac_01", "Getty", "Follow"] {
        assert!(!text.contains(around), "{around}: {text}");
    }
    assert!(text.contains("example.org") && text.contains("Le lac gelé"));
}
