//! One small file of each packed format, with all that the format has. The entries of an archive stand one after another, as
//! [`crate::laws::zipped`] takes them.

/// A book of FictionBook.
pub(crate) const BOOK: &str = r##"<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Anne</first-name><last-name>Martin</last-name></author>
<book-title>Le Tram</book-title><lang>fr</lang><date value="2024-03-14">mars</date></title-info><document-info><id>A1</id></document-info></description>
<body><title><p>Le Tram</p><p>Roman</p></title><epigraph><p>Qui ?</p><text-author>Proverbe</text-author></epigraph>
<section id="s1"><title><p>Le doute</p></title><p>Le <emphasis>maire</emphasis> hésite<a l:href="#n1" type="note">1</a>.</p><empty-line/>
<section><title><p>La mairie</p></title><cite><p>Non.</p></cite><subtitle>Midi</subtitle><poem><stanza><v>Un vers</v><v>Et <strong>deux</strong></v></stanza></poem>
<image l:href="#i.png" alt="Le pont"/></section></section><section><p>Fin<a l:href="#n2" type="note">*</a>. <a l:href="#s1">Début</a></p>
<table><tr><th>Ville</th><td>Ans</td></tr></table></section></body><body name="notes"><section id="n1"><title><p>1</p></title><p>La note.</p></section>
<section id="n2"><p>L’autre.</p></section></body><binary id="i.png">AAAA</binary></FictionBook>"##;

/// An EPUB with both kinds of contents, and two long chapters.
pub(crate) const EPUB: &str = concat!(
    "mimetype\napplication/epub+zip\u{1c}META-INF/container.xml\n",
    r#"<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#,
    "\u{1c}OEBPS/book.opf\n",
    r#"<package version="3.0" unique-identifier="id"><metadata><dc:title>Le tram</dc:title><dc:creator>Ann</dc:creator><dc:language>fr</dc:language><dc:identifier id="id">urn:x</dc:identifier><dc:date>2026</dc:date></metadata>
<manifest><item id="i0" href="un.xhtml" media-type="application/xhtml+xml"/><item id="i1" href="deux.xhtml" media-type="application/xhtml+xml"/><item id="i2" href="t%20rois.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="i0"/><itemref idref="i1" linear="no"/><itemref idref="i2"/></spine></package>"#,
    "\u{1c}OEBPS/un.xhtml\n",
    r##"<?xml version="1.0"?><html xmlns:epub="x"><head><title>Un</title></head><body><h1 id="a">Un</h1><p>Le <b>maire</b><a epub:type="noteref" href="#n1">1</a> et <a href="deux.xhtml#b">là</a>.</p>"##,
    "\u{1d}",
    r##"<p/><ul><li>a<ol><li>b</li></ol></li></ul><table><tr><td>c</td></tr></table><aside epub:type="footnote" id="n1"><p>La note.</p></aside></body></html>"##,
    "\u{1c}OEBPS/deux.xhtml\n",
    r##"<html><body><h2>Deux</h2><p id="b">Fin&#160;<i>ici</i><br/>et <img alt="pont"/><a href="un.xhtml#a">là</a></p><pre>a
 b</pre><blockquote>c</blockquote></body></html>"##,
    "\u{1c}OEBPS/t rois.xhtml\n<html><body><p>Trois\u{1d}</p></body></html>\u{1c}OEBPS/nav.xhtml\n",
    r##"<html><body><nav epub:type="toc"><ol><li><a href="un.xhtml">Un</a><ol><li><a href="deux.xhtml#b">Deux</a></li></ol></li><li><span>x</span></li></ol></nav></body></html>"##,
    "\u{1c}OEBPS/toc.ncx\n",
    r##"<ncx><navMap><navPoint><navLabel><text>Un</text></navLabel><content src="un.xhtml#a"/><navPoint><navLabel><text>Deux</text></navLabel><content src="deux.xhtml"/></navPoint></navPoint></navMap></ncx>"##,
);

/// A text of Word.
pub(crate) const DOCX: &str = concat!(
    "word/document.xml\n",
    r#"<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Le tram</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Maison"/></w:pPr><w:r><w:t>Le doute</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:hyperlink w:anchor="ici"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">un </w:t><w:footnoteReference w:id="2"/></w:r></w:hyperlink>
<w:r><w:rPr><w:i/><w:vanish w:val="0"/></w:rPr><w:t>deux</w:t><w:br/><w:tab/><w:noBreakHyphen/></w:r><w:del><w:r><w:delText>non</w:delText></w:r></w:del><w:hyperlink r:id="r1"><w:r><w:t>là</w:t></w:r></w:hyperlink></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ville</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ans</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:bookmarkStart w:id="0" w:name="ici"/><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="end"/><w:t>Fin</w:t><w:drawing><wp:docPr descr="Le pont"/></w:drawing><w:endnoteReference w:id="2"/></w:r></w:p></w:body></w:document>"#,
    "\u{1c}word/styles.xml\n",
    r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Maison"><w:name w:val="Maison"/><w:basedOn w:val="Titre1"/></w:style></w:styles>"#,
    "\u{1c}word/numbering.xml\n",
    r#"<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#,
    "\u{1c}word/_rels/document.xml.rels\n<Relationships><Relationship Id='r1' Target='https://example.org/a' TargetMode='External'/></Relationships>",
    "\u{1c}word/footnotes.xml\n<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>La note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
    "\u{1c}word/endnotes.xml\n<w:endnotes><w:endnote w:id='2'><w:p><w:r><w:t>La fin.</w:t></w:r></w:p></w:endnote></w:endnotes>",
    "\u{1c}docProps/core.xml\n<cp:coreProperties><dc:title>Le tram</dc:title><dc:creator>Anne; Luc</dc:creator><dcterms:created>2026-03-14T08:00:00Z</dcterms:created></cp:coreProperties>",
);

/// A text of LibreOffice.
pub(crate) const ODT: &str = concat!(
    "mimetype\napplication/vnd.oasis.opendocument.text\u{1c}content.xml\n",
    r##"<office:document-content><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="2"/></text:list-style></office:automatic-styles>
<office:body><office:text><text:p text:style-name="P1">Le tram</text:p><text:h text:outline-level="2">Le doute</text:h><text:p>Le <text:span text:style-name="T1">maire</text:span><text:s text:c="3"/>oui<text:note text:note-class="footnote"><text:note-citation>9</text:note-citation>
<text:note-body><text:p>La note.</text:p></text:note-body></text:note>.<text:line-break/>Et <text:a xlink:href="#ici">ici</text:a></text:p><text:list text:style-name="L1"><text:list-item><text:p>deux</text:p><text:list><text:list-item><text:p>point</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Ville</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table><text:p><draw:frame><svg:desc>Le pont</svg:desc></draw:frame><text:bookmark text:name="ici"/>Fin.<office:annotation><text:p>x</text:p></office:annotation></text:p></office:text></office:body></office:document-content>"##,
    "\u{1c}styles.xml\n<office:document-styles><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties fo:language=\"fr\" fo:country=\"CA\"/></style:default-style></office:styles></office:document-styles>",
    "\u{1c}meta.xml\n<office:document-meta><office:meta><dc:title>Le tram</dc:title><meta:initial-creator>Anne</meta:initial-creator><meta:creation-date>2026-03-14T08:00:00</meta:creation-date></office:meta></office:document-meta>",
);
