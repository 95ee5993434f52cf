//! What the parsers of each format look for.

#[rustfmt::skip]
pub(crate) const PLAIN: &[&str] = &[
    "\n\n", "• ", "- ", "1. ", "> ", "* * *", "« ", " »", "\n    ", "\n\t", "[1]", "TITRE\n", "Par Ann Lee\n",
    "\u{c}",
];

#[rustfmt::skip]
pub(crate) const MARKDOWN: &[&str] = &[
    "# ", "## ", "\n\n", "---\n", "title: a\n", "* ", "1. ", "> ", "`", "```\n", "[a](b)", "[a][b]",
    "[b]: c\n", "[^1]", "[^1]: ", "|", "\n-|-\n", "<b>", "</b>", "<!--", "-->", "~~", "**", "_", "\\", "  \n",
    "![i](j)", "<div>", "<p>", "</p>", "&amp;", "&#27;", "- [x] ", "<http://a>", "\n    ",
];

#[rustfmt::skip]
pub(crate) const HTML: &[&str] = &[
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<main>", "<h1>", "</h1>", "<h2>", "<table>",
    "<tr>", "<td>", "</table>", "<ul><li>", "</ul>", "<ol start=9>", "<pre>", "</pre>", "<blockquote>", "<q>",
    "</q>", "<br>", "<sup>", "</sup>", "<a href=\"#n1\">", "</a>", "<b>", "</b>", "<i>", "<img alt=\"x\">",
    "<!--", "-->", "<script>", "</script>", "<style>", "<svg>", "<title>", "</title>", "<body>", "<template>",
    " id=\"n1\"", " class=\"byline\"", " class=\"footnote\"", " hidden", " role=\"doc-noteref\"", "<hr>",
    "<details>", "<time datetime=\"2025-01-02\">", "<script type=\"application/ld+json\">",
    "{\"@type\":\"Article\",\"articleBody\":\"a\"}", "<meta charset=\"utf-16\">", "&nbsp;", "&#27;",
    "&#x10ffff;", "<dl><dt>", "<math>", "<iframe>", "<select>", "<textarea>", "<noscript>", "<figure>",
    "<figcaption>", "<aside>", "<section>", "<base href=\"//x\">",
];

#[rustfmt::skip]
pub(crate) const XML: &[&str] = &[
    "<p>", "</p>", "<a href=\"#n1\">", "</a>", " id=\"n1\"", "<h2>", "<w:p>", "</w:p>", "<w:r>", "</w:r>",
    "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:footnoteReference w:id=\"2\"/>", "<w:br/>",
    "<w:tab/>", "<w:del>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:b/>", "<text:p>", "</text:p>",
    "<text:span text:style-name=\"T1\">", "<text:list>", "<text:list-item>",
    "<text:s text:c=\"9999999999\"/>", "<text:tab/>", "<text:line-break/>", "<text:note>", "<section>",
    "</section>", "<title>", "</title>", "<body name=\"notes\">", "<empty-line/>", "<v>", "<poem>", "<cite>",
    "<image alt=\"x\"/>", "<table>", "<tr>", "<td>", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a [",
    "<!ENTITY b \"c\">", "&b;", "&#0;", "&#x1b;", "&amp;", "<?x?>", "/>", "xmlns:w=\"x\"", "../", "%2e%2e/",
    "#", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<li>", "<ol>", "</ol>", "<nav epub:type=\"toc\">",
    "<navPoint>", "<itemref idref=\"i0\"/>", "\u{1c}OEBPS/un.xhtml\n",
    "<aside epub:type=\"footnote\" id=\"n1\">", "<a epub:type=\"noteref\" href=\"#n1\">", "<pre>", "\u{1d}",
];

#[cfg(feature = "pdf")]
#[rustfmt::skip]
pub(crate) const PDF: &[&str] = &[
    " obj", "endobj", "stream\n", "endstream", "<<", ">>", "[", "]", "(", ")", "<00480065>", "/Length",
    "/Kids", "/Parent", "/Count", "/Contents", "/Font", "/F1", "/Resources", "/Encoding", "/Differences",
    "/ToUnicode", "/Type0", "/DescendantFonts", "/Identity-H", "/W", "/Filter /ASCIIHexDecode",
    "/Filter /FlateDecode", "/MediaBox", "/Rotate 90", " BT", " ET", " Tf", " Td", " Tj", " TJ", " Tm", " T*",
    " '", " \"", " Tc", " Tw", " Tz", " TL", " Ts", " Tr", " q", " Q", " cm", " Do", " BDC", " EMC", " 1e38",
    " -1e38", " 0", " 99999999999999999999", " 1 0 R", " 2 0 R", " 4 0 R", " 9 0 R", "beginbfchar",
    "endbfchar", "beginbfrange", "<0000> <ffff> <0041>", "/Outlines", "/First", "/Next", "/Dest", "/XYZ",
    "/Info", "/Title", "(D:20260314)", "/Im1", "/XObject", "/Subtype /Form", "BI", "ID", "EI", "/ActualText",
    "/Artifact",
];

#[rustfmt::skip]
pub(crate) const JOURNAL: &[&str] = &[
    "\n", "{", "}", "\"op\":\"add\"", "\"op\":\"set\"", "\"op\":\"del\"", "\"v\":2", "\"note\":null",
    ",\"x\":[]", "\"crc\":\"00000000\"", "\\u0000", "\\ud800",
];

#[rustfmt::skip]
pub(crate) const RECORD: &[&str] = &[
    "\"id\":", "\"type\":", "\"body\":", "\"target\":", "\"selector\":", "\"exact\":", "\"prefix\":",
    "\"suffix\":", "\"start\":", "\"end\":", "\"refinedBy\":", "\"value\":", "\"purpose\":\"tagging\"",
    "\"format\":\"text/html\"", "\"tags\":", "\"items\":", "\"rows\":", "\"first\":",
    "\"created\":\"2026-11-22T08:40:01Z\"", "\"exergue:anchor\":", "\"exergue:attached\":",
    "\"exergue:versions\":", "\"exergue:deleted\":", "\"exergue:pen\":\"pink\"", "null", "true", "1e999",
    "-1", "[]", "{}", ",", ":", "[", "]", "{", "}", "\n", "\\u0000", "\\ud800", "\\n", "tram", "<p>&lt;",
    "urn:uuid:019aa9a5-3a00-7000-8000-000000000001",
];

#[rustfmt::skip]
pub(crate) const QUERY: &[&str] = &[
    "#", "tag:", "pen:", "pen:pink", "lost:", "deleted:", "perdu:", "œ", "ﬁ", "é", "e\u{301}", "İ", "ß",
    "tram", "verifier", "'", "’", "\u{3000}",
];

#[rustfmt::skip]
pub(crate) const ADDRESS: &[&str] = &[
    "http://", "https://", "HTTP://", "file://", "file:", "localhost", "mailto:", "javascript:", "//", "/",
    "..", "/../", "/./", "?", "#", "%", "%2e", "%00", "%C3%A9", ":", "@", "[::1]", "exemple.fr", ":80",
    "\u{1c}", "É", "İ", "\u{3000}", "\\",
];

#[rustfmt::skip]
pub(crate) const CLUSTERS: &[&str] = &[
    "\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{200d}", "👩", "🏽", "🇫🇷", "ᄀ", "가", "क", "\u{94d}", "\u{e0041}",
    "\u{fe0f}", "\u{202e}", "\u{2066}", "\u{200c}", "\t", "\u{9b}", "\u{34f}", "\u{1f1e6}", "\u{600}",
    "\u{d4e}", "\u{11a3a}", "ำ", "\u{3099}", "\u{20dd}",
];

#[rustfmt::skip]
pub(crate) const SETTING: &[&str] = &[
    "[reading]\n", "[[themes]]\n", "[[pens]]\n", "[keys.read]\n", "[colors.dark]\n", "key = ", "measure = ",
    "\"j\" = ", "page = ", "terms = ", "name = ", "[", "]", "{", "}", "\"a\"", "\"#fff000\"", "\"*\"", "-1",
    "99999999999", "1e400", "nan", "true", "\n", "'''", "\"\"\"", "\\u{0}", "2026-01-01", "\"Ctrl-\"",
    "\"line-down\"",
];
