//! Texts of word processors.

use crate::build::{archive, misprints};
use crate::{document, kinds, led_to, sound};
use exergue::doc::{BlockKind, Document, InlineKind, Mark};
use proptest::prelude::*;

const STYLES: &str = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Maison"><w:name w:val="Maison"/><w:basedOn w:val="Titre1"/></w:style>
<w:style w:type="paragraph" w:styleId="Cit"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;

const CORE: &str = r#"<cp:coreProperties><dc:title>Le tram</dc:title><dc:creator>Anne Martin; Luc Petit</dc:creator>
<dcterms:created>2026-03-14T08:00:00Z</dcterms:created></cp:coreProperties>"#;

fn docx(body: &str) -> Document {
    let main = format!(
        "<?xml version=\"1.0\"?><w:document><w:body>\n{body}\n<w:sectPr><w:t>non</w:t></w:sectPr></w:body></w:document>"
    );
    document(&archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", main.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/_rels/document.xml.rels", b"<Relationships><Relationship Id='r1' Target='https://example.org/a' TargetMode='External'/></Relationships>"),
        ("word/footnotes.xml", "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>non</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve"
            .replace("preserve", "preserve'> La note.</w:t></w:r></w:p><w:p><w:r><w:t>Suite.</w:t></w:r></w:p></w:footnote></w:footnotes>").as_bytes()),
        ("word/endnotes.xml", b"<w:endnotes><w:endnote w:id='2'><w:p><w:r><w:t>La fin.</w:t></w:r></w:p></w:endnote></w:endnotes>"),
        ("docProps/core.xml", CORE.as_bytes()),
    ]))
}

/// A paragraph of that style with these runs.
fn p(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:rPr><w:b/></w:rPr></w:pPr>{runs}</w:p>\n")
}

/// A run.
fn r(text: &str) -> String {
    format!("<w:r>\n<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn paragraphs_of_a_docx_are_what_their_styles_say() {
    let body = [
        p("TM1", &r("Chapitre 1 … 2")),
        p("Titre", &r("Le tram")),
        p("Maison", &r("Le doute")),
        p("Normal", &r("Le maire &amp; lui.")),
        p("Cit", &r("Peut-être.")),
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>".to_owned() + &r("Après") + "</w:p><w:p/>",
    ];
    let document = docx(&body.concat());
    assert_eq!(document.text(), "Le tram\nLe doute\nLe maire & lui.\nPeut-être.\nAprès");
    let expect = [
        BlockKind::Title,
        BlockKind::Heading(1),
        BlockKind::Paragraph,
        BlockKind::Quote,
        BlockKind::Heading(2),
    ];
    assert_eq!(kinds(&document), expect);
    let meta = document.meta();
    assert_eq!((document.title(), meta.authors.join("+")), ("Le tram", "Anne Martin+Luc Petit".to_owned()));
    assert_eq!((meta.published.as_deref(), meta.language.as_deref()), (Some("2026-03-14"), Some("fr-FR")));
}

#[test]
fn lists_of_a_docx_have_their_numbers_and_depth() {
    let item = |level: u8, text| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            r(text)
        )
    };
    let body =
        item(0, "un") + &item(1, "a") + &item(0, "deux") + &p("Normal", &r("Entre.")) + &item(0, "trois");
    let document = docx(&body);
    assert_eq!(document.text(), "un\na\ndeux\nEntre.\ntrois");
    let number = |number| BlockKind::Item(Mark::number(number));
    let expect = [number(3), BlockKind::Item(Mark::Bullet), number(4), BlockKind::Paragraph, number(5)];
    assert_eq!(kinds(&document), expect);
    assert_eq!(document.blocks().iter().map(|block| block.depth).collect::<Vec<_>>(), [0, 1, 0, 0, 0]);
}

#[test]
fn deleted_and_hidden_words_of_a_docx_are_left_out_and_inserted_ones_kept() {
    let body = p(
        "Normal",
        &[
            r("Le "),
            "<w:del><w:r><w:delText>préfet</w:delText></w:r></w:del>".to_owned(),
            format!("<w:ins>{}</w:ins>", r("maire")),
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>".to_owned(),
            format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", r("non"), r(" dit")),
            "<w:r><w:fldChar/><w:instrText> PAGE </w:instrText></w:r>".to_owned(),
            "<w:r><w:tab/><w:t>oui</w:t><w:noBreakHyphen/><w:t>là</w:t><w:br/><w:t>fin</w:t></w:r>"
                .to_owned(),
        ]
        .concat(),
    );
    assert_eq!(docx(&body).text(), "Le maire dit oui\u{2011}là\nfin");
}

#[test]
fn words_notes_links_and_pictures_of_a_docx_are_kept() {
    let body = p(
        "Normal",
        &[
            "<w:r><w:rPr><w:b/></w:rPr><w:t>gr</w:t></w:r><w:r><w:rPr><w:b w:val=\"1\"/></w:rPr><w:t>as</w:t></w:r>".to_owned(),
            "<w:r><w:rPr><w:i/><w:b w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> penché </w:t></w:r>".to_owned(),
            "<w:r><w:rPr><w:rStyle w:val=\"Fort\"/></w:rPr><w:t>fort</w:t></w:r>".to_owned(),
            "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>".to_owned(),
            format!("<w:hyperlink r:id=\"r1\">{}</w:hyperlink>", r(" ailleurs")),
            format!("<w:hyperlink w:anchor=\"ici\">{}</w:hyperlink>", r(" là")),
            "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"Le pont\"/></wp:inline></w:drawing></w:r>".to_owned(),
        ]
        .concat(),
    ) + &p("Normal", &("<w:bookmarkStart w:id=\"0\" w:name=\"ici\"/>".to_owned() + &r("Ici.")));
    let document = docx(&body);
    assert_eq!(
        document.text(),
        "gras penché fort[1][2] ailleurs làLe pont\nIci.\n[1] La note.\nSuite.\n[2] La fin."
    );
    let styled = |kind: InlineKind| {
        let of = document.inlines().iter().filter(move |inline| inline.kind == kind);
        of.map(|inline| document.slice(inline.span).trim()).collect::<Vec<_>>()
    };
    assert_eq!(styled(InlineKind::Strong), ["gras", "fort"]);
    assert_eq!(styled(InlineKind::Emphasis), ["penché"]);
    assert_eq!(styled(InlineKind::Image), ["Le pont"]);
    assert_eq!(styled(InlineKind::Reference), ["[1]", "[2]", "[1]", "[2]"]);
    assert_eq!(document.links(), ["https://example.org/a", "#ici"]);
    assert_eq!(led_to(&document, "#ici"), Some("Ici."));
    assert_eq!(kinds(&document)[2..], [BlockKind::Footnote; 3]);
}

#[test]
fn tables_of_a_docx_are_rows() {
    let cell = |text| format!("<w:tc><w:tcPr/>{}</w:tc>", p("Normal", &r(text)));
    let row = |one, two| format!("<w:tr><w:trPr/>{}{}</w:tr>", cell(one), cell(two));
    let document = docx(&format!(
        "<w:tbl><w:tblPr/>{}{}</w:tbl>{}",
        row("Ville", "Ans"),
        row("Lyon", "12"),
        p("Normal", &r("Fin."))
    ));
    assert_eq!(document.text(), "Ville · Ans\nLyon · 12\nFin.");
    assert_eq!(kinds(&document), [BlockKind::Row, BlockKind::Row, BlockKind::Paragraph]);
}

const CONTENT: &str = r##"<office:document-content><office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="2"/>
<text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>supprimé</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Le tram</text:p>
<text:table-of-content><text:index-body><text:p>Le doute 1</text:p></text:index-body></text:table-of-content>
<text:h text:outline-level="2">Le doute</text:h>
<text:p>Le <text:span text:style-name="T1">maire</text:span><text:s text:c="3"/><text:span text:style-name="T2">dit</text:span><text:span
text:style-name="T3">secret</text:span> oui<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>9</text:note-citation>
<text:note-body><text:p>La note.</text:p><text:p>Suite.</text:p></text:note-body></text:note>.<text:line-break/>Et
<text:a xlink:href="https://example.org/a">là</text:a>, <text:a xlink:href="#ici">ici</text:a>.</text:p>
<text:p text:style-name="P2">Peut-être.</text:p>
<text:list text:style-name="L1"><text:list-item><text:p>deux</text:p><text:list><text:list-item><text:p>point</text:p></text:list-item></text:list>
</text:list-item><text:list-item><text:p>trois</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Ville</text:p></table:table-cell><table:table-cell><text:p>Ans</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image xlink:href="a.png"/><svg:title>Titre</svg:title><svg:desc>Le pont</svg:desc></draw:frame></text:p>
<text:p><text:bookmark text:name="ici"/>Fin.<office:annotation><text:p>remarque</text:p></office:annotation></text:p>
</office:text></office:body></office:document-content>"##;

const META: &str = "<office:document-meta><office:meta><dc:title>Le tram</dc:title><meta:initial-creator>Anne Martin</meta:initial-creator>\
    <dc:creator>Luc</dc:creator><meta:creation-date>2026-03-14T08:00:00</meta:creation-date></office:meta></office:document-meta>";

const COMMON: &str = "<office:document-styles><office:styles><style:default-style style:family=\"paragraph\">\
    <style:text-properties fo:language=\"fr\" fo:country=\"CA\"/></style:default-style></office:styles></office:document-styles>";

#[test]
fn an_odt_is_read_as_a_docx_is() {
    let document = document(&archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", CONTENT.as_bytes()),
        ("styles.xml", COMMON.as_bytes()),
        ("meta.xml", META.as_bytes()),
    ]));
    let text = "Le tram\nLe doute\nLe maire dit oui[1].\nEt là, ici.\nPeut-être.\ndeux\npoint\ntrois\nVille · Ans\nLe pont\nFin.\n\
                [1] La note.\nSuite.";
    assert_eq!(document.text(), text);
    let number = |number| BlockKind::Item(Mark::number(number));
    let expect = [
        BlockKind::Title,
        BlockKind::Heading(2),
        BlockKind::Paragraph,
        BlockKind::Quote,
        number(2),
        BlockKind::Item(Mark::Bullet),
        number(3),
        BlockKind::Row,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Footnote,
        BlockKind::Footnote,
    ];
    assert_eq!(kinds(&document), expect);
    let meta = document.meta();
    assert_eq!((meta.authors.join("+"), meta.language.as_deref()), ("Anne Martin".to_owned(), Some("fr-CA")));
    assert_eq!((document.title(), meta.published.as_deref()), ("Le tram", Some("2026-03-14")));
    assert_eq!(document.links(), ["https://example.org/a", "#ici"]);
    assert_eq!(led_to(&document, "#ici"), Some("Fin."));
    let strong =
        document.inlines().iter().find(|inline| inline.kind == InlineKind::Strong).expect("there is one");
    assert_eq!(document.slice(strong.span), "maire");
}

const MAIN: &str = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='Cit'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>\
    <w:hyperlink w:anchor='a'><w:r><w:rPr><w:b/></w:rPr><w:t>un</w:t><w:footnoteReference w:id='2'/></w:r></w:hyperlink></w:p>\
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>deux</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_docx_makes_it_panic(texts in misprints([MAIN, STYLES, NUMBERING, CORE])) {
        let [main, styles, numbering, core] = texts;
        sound(&archive(&[
            ("word/document.xml", main.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", numbering.as_bytes()),
            ("word/footnotes.xml", main.replace("<w:tbl>", "<w:footnote w:id='2'>").as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
        ]))?;
    }

    #[test]
    fn no_odt_makes_it_panic(texts in misprints([CONTENT, COMMON, META])) {
        let [content, common, meta] = texts;
        sound(&archive(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", content.as_bytes()),
            ("styles.xml", common.as_bytes()),
            ("meta.xml", meta.as_bytes()),
        ]))?;
    }
}
