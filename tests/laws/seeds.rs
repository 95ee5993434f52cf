//! What is damaged: small files of each format, with all that the format has, and what its parsers look for.

use crate::laws;
use crate::samples::{BOOK, DOCX, EPUB, ODT};
use crate::tokens::*;
use std::fs;
use std::path::Path;

/// A law, what it is tried on, and the words of its format.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) law: fn(&[u8]),
    pub(crate) seeds: fn() -> Vec<Vec<u8>>,
    pub(crate) tokens: &'static [&'static str],
}

/// Every law, in the order in which they are tried.
pub(crate) const TARGETS: &[Target] = &[
    Target { name: "plain_text", law: laws::plain_text, seeds: texts, tokens: PLAIN },
    Target { name: "any_file", law: laws::any_file, seeds: encoded, tokens: PLAIN },
    Target { name: "markdown_text", law: laws::markdown_text, seeds: markdown, tokens: MARKDOWN },
    Target { name: "page", law: laws::page, seeds: pages, tokens: HTML },
    Target { name: "packed", law: laws::packed, seeds: packed, tokens: XML },
    Target {
        name: "archive",
        law: laws::archive,
        seeds: archives,
        tokens: &["PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}"],
    },
    #[cfg(feature = "pdf")]
    Target { name: "pdf", law: laws::pdf, seeds: pdfs, tokens: PDF },
    Target { name: "layout", law: laws::layout, seeds: placed_on_pages, tokens: MARKDOWN },
    Target { name: "placed", law: laws::placed, seeds: editions, tokens: PLAIN },
    Target { name: "journal", law: laws::journal, seeds: journals, tokens: JOURNAL },
    Target { name: "records", law: laws::records, seeds: records, tokens: RECORD },
    Target { name: "query", law: laws::query, seeds: queries, tokens: QUERY },
    Target { name: "addresses", law: laws::addresses, seeds: addresses, tokens: ADDRESS },
    Target { name: "cleaned", law: laws::cleaned, seeds: shown, tokens: CLUSTERS },
    Target { name: "settings", law: laws::settings, seeds: settings, tokens: SETTING },
];

const ARTICLE: &str = include_str!("../../assets/mistral-mwc.fr.txt");
const FORMATS: &str = include_str!("../../docs/formats.md");

fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).expect("the folder is in the repository");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|known| known == ending));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a file of the repository")).collect()
}

fn owned<const N: usize>(texts: [&str; N]) -> Vec<Vec<u8>> {
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

fn texts() -> Vec<Vec<u8>> {
    let mut texts = files("tests/pages", "txt");
    texts.extend(owned([
        ARTICLE,
        "Un titre\n\nPar Ann Lee\n\nLe projet coûte cher,\ndit-on.\n\n  • un\n  • deux\n     suite\n\n1. a\n2. b\n\n> cité\n> encore\n\n* * *\n\nFin.[1]\n\n[1] La note.\n",
        "Sonnet\n\n  Un vers\n    un autre\n  et le dernier\n\nA\n=\n\nB\n-\n\ttab\n\u{c}Page 2\n",
    ]));
    texts
}

fn encoded() -> Vec<Vec<u8>> {
    let short = &ARTICLE[..ARTICLE.char_indices().nth(1500).map_or(ARTICLE.len(), |(at, _)| at)];
    let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> { short.encode_utf16().flat_map(bytes).collect() };
    let mut files = vec![
        encoding_rs::WINDOWS_1252.encode(short).0.into_owned(),
        encoding_rs::MACINTOSH.encode(short).0.into_owned(),
        encoding_rs::SHIFT_JIS.encode("記者は「漢字かな交じり文」と言った。\n\n終わり。").0.into_owned(),
        encoding_rs::GB18030.encode("记者说：“汉字”。\n\n完。").0.into_owned(),
        encoding_rs::WINDOWS_1251.encode("Мэр сказал: «Нет».\n\nКонец.").0.into_owned(),
        [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
        [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
        [b"\xef\xbb\xbf".to_vec(), short.as_bytes().to_vec()].concat(),
        short.replace('\n', "\r\n").into_bytes(),
        BOOK.as_bytes().to_vec(),
    ];
    files.extend(markdown().into_iter().chain(pages().into_iter().take(4)));
    files
}

fn markdown() -> Vec<Vec<u8>> {
    owned([
        include_str!("../../README.md"),
        "---\ntitle: Le tram\nauthor: [Ann Lee, \"Luc\"]\ndate: 2026-03-14\nlang: fr\n---\n\n# Le tram\n\nLe **maire** *dit* `oui` ~~non~~[^1], voir [là](#fin), ![pont](a.png).\n\n\
         - un\n  - deux\n    1. trois\n- [x] fait\n\n> cité\n> > encore\n\n| a | b |\n|---|---|\n| c | d |\n\n```rust\nfn a() {}\n```\n\n    code\n\n***\n\n## Fin\n\n<div>html <b>gras</b></div>\n\n[^1]: La note.\n    Suite.\n\n[r]: http://a.fr \"t\"\n[r]\n",
    ])
}

fn pages() -> Vec<Vec<u8>> {
    files("tests/pages", "html")
}

fn packed() -> Vec<Vec<u8>> {
    let mut seeds = owned([EPUB, DOCX, ODT]);
    // A book of the second version has no navigation document.
    seeds.push(EPUB.replace("properties=\"nav\" ", "").into_bytes());
    seeds.push(format!("livre.fb2\n{BOOK}").into_bytes());
    seeds
}

fn archives() -> Vec<Vec<u8>> {
    packed().iter().map(|parts| laws::zipped(parts)).collect()
}

#[cfg(feature = "pdf")]
fn pdfs() -> Vec<Vec<u8>> {
    const OBJECTS: &str = "/Type /Catalog /Pages 2 0 R /Lang (fr-FR) /Outlines 7 0 R\u{1c}/Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 8 0 R >> >>\
        \u{1c}/Type /Page /Parent 2 0 R /Contents 5 0 R\u{1c}/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /eacute /f_i] >>\
        \u{1c}\u{1d}BT /F1 22 Tf 60 780 Td (Le tram divise) Tj ET BT /F1 10 Tf 1 0 0 1 60 700 Tm 12 TL (Le conseil municipal a vot) Tj T* [(la ligne de tram-) -300 (way)] TJ (apr\\350s) ' ET\n\
        /Artifact BMC BT /F1 8 Tf 300 20 Td (1) Tj ET EMC q 0 1 -1 0 0 0 cm BT /F2 10 Tf <00480065> Tj ET Q\
        \u{1c}/Type /Page /Parent 2 0 R /Contents [5 0 R 5 0 R] /Rotate 90\u{1c}/First 9 0 R /Last 9 0 R\
        \u{1c}/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /W [0 [500 600] 72 80 500] /DW 400 >>] /ToUnicode 10 0 R\
        \u{1c}/Title (Le tram) /Parent 7 0 R /Dest [3 0 R /XYZ 0 780 0]\u{1c}\u{1d}1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0048> <0048> endbfchar 1 beginbfrange <0060> <0070> <0061> endbfrange";
    vec![OBJECTS.as_bytes().to_vec(), laws::pdf_of(OBJECTS.as_bytes())]
}

fn placed_on_pages() -> Vec<Vec<u8>> {
    let texts = [
        ARTICLE,
        "# Titre\n\nUn mot-composé, anticonstitutionnellement long\u{ad}gue «\u{a0}mot\u{202f}» e\u{301} 漢字かな交じり文 👩\u{200d}👩\u{200d}👧.\n\n- a\n  - b\n\n```\n\tcode  x\n\n  y\n```\n> cité\n\n1. c\n\n***\n\n| a | b |\n|---|---|\n| c | d |\n",
        "Long \u{1d} fin\n\n\u{1d}",
    ];
    let heads: [[u8; 8]; 6] = [
        [0, 79, 0, 0, 0, 23, 0, 3],
        [1, 0, 1, 60, 0, 1, 1, 250],
        [1, 39, 1, 128, 0, 20, 0, 40],
        [2, 254, 200, 255, 255, 60, 2, 128],
        [0, 11, 2, 20, 7, 5, 0, 1],
        [1, 3, 0, 90, 3, 4, 9, 100],
    ];
    heads.iter().flat_map(|head| texts.map(|text| [head.as_slice(), text.as_bytes()].concat())).collect()
}

fn editions() -> Vec<Vec<u8>> {
    let edited = ARTICLE.replace("les ", "des ").replace(". ", ".\n\n");
    let pairs = [
        (ARTICLE, edited.as_str()),
        ("Le tram divise. Le tram passera. Le tram.", "Le tram passera. Le bus divise. Le tram."),
        ("e\u{301} a. « Non », dit-il. 漢字。", "é a. “Non”, dit-il. 漢字"),
    ];
    let heads = [[0, 30], [120, 125], [200, 255], [60, 60]];
    let pair = |(one, other): (&str, &str)| format!("{one}\u{1c}{other}").into_bytes();
    heads.iter().flat_map(|head| pairs.map(|texts| [head.to_vec(), pair(texts)].concat())).collect()
}

fn journals() -> Vec<Vec<u8>> {
    let lines: Vec<&str> = FORMATS.lines().filter(|line| line.starts_with("{\"v\":1")).collect();
    // A line without its checksum is taken, so that damage reaches what reads the fields.
    let unchecked =
        |line: &&str| format!("{}}}", line.rsplit_once(",\"crc\":").map_or(*line, |(line, _)| line));
    let mut seeds: Vec<Vec<u8>> = lines.iter().map(|line| unchecked(line).into_bytes()).collect();
    seeds.push(lines.join("\n").into_bytes());
    seeds
}

fn records() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = FORMATS
        .lines()
        .filter(|line| line.starts_with("{\"@context\""))
        .map(|line| line.as_bytes().to_vec())
        .collect();
    seeds.extend(owned([
        r#"{"id":"a","type":"Annotation","body":{"type":"TextualBody","value":"Quoi ?"},"target":{"source":"tram.txt","selector":{"type":"TextQuoteSelector","exact":"Le tram","prefix":"ans. ","suffix":" passera"}}}"#,
        r#"{"total":1,"rows":[{"id":"h1","created":"2026-11-22T08:40:01Z","updated":"2026-11-22T08:41:01Z","text":"Quoi ?","tags":["ville","à relire"],"uri":"file:///a","document":{"title":["a"]},"target":[{"source":"file:///a","selector":[{"type":"TextPositionSelector","start":3,"end":9},{"type":"TextQuoteSelector","exact":"choix"}]}]}]}"#,
        r#"{"type":"AnnotationPage","items":[{"id":"b","type":"Annotation","target":"tram.txt"},{"id":"c","type":"Annotation","body":"x","target":{"source":"a","selector":[{"type":"TextQuoteSelector","exact":"tram"},{"type":"FragmentSelector","value":"char=3,9","refinedBy":{"type":"TextPositionSelector","start":1,"end":5}}]}}],"next":"b"}"#,
        r#"[{"@context":"x","type":"AnnotationSet","about":{"dc:identifier":["urn:x"]},"items":[{"id":"d","type":"Annotation","exergue:deleted":"2026-11-22T08:40:01Z","target":{"selector":{"type":"TextQuoteSelector","exact":"quatre ans"}}}]}]"#,
    ]));
    seeds
}

fn queries() -> Vec<Vec<u8>> {
    owned([
        "tram #ete pen:yellow",
        "VÉRIFIER l'œuvre lost:",
        "tag:é deleted: finale",
        "passera perdu: pen:jaune",
    ])
}

fn addresses() -> Vec<Vec<u8>> {
    owned([
        "../c d.html?y#z\u{1c}https://Exemple.fr/a/b.html?x=1#haut",
        "//autre.fr/c\u{1c}http://127.0.0.1:80?a",
        "https://Example.org/Été tard\u{1c}/home/ann/livre/un.md",
        "file:///tmp/a%20b.txt#fin\u{1c}/home/ann/un.md",
        "/c\u{1c}https://exemple.fr",
        "mailto:ann@exemple.fr\u{1c}file:///a/b",
        "#fin\u{1c}https://[::1]:8080/a/",
    ])
}

fn shown() -> Vec<Vec<u8>> {
    owned([
        "e\u{301}a\u{308}\u{323} 漢字 👩\u{200d}👩\u{200d}👧\u{200d}👦 \u{200b}\u{301}\t«\u{a0}mot\u{202f}» \u{1b}[31m \u{202e}envers\u{202c} \u{7}\u{9b}",
        "क्षत्रिय ᄀᄀ가각 می\u{200c}خواهم 🇫🇷🇩🇪 👩🏽\u{200d}🚀 ไทยำ \u{600}1 \u{e0041}",
        "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}b",
    ])
}

fn settings() -> Vec<Vec<u8>> {
    let default = exergue::config::DEFAULT;
    let mut seeds = owned([
        default,
        "[reading]\nmeasure = 70\n[[themes]]\nname = \"Ville\"\nterms = [\"tram\", \"rue*\"]\n[keys.read]\n\"x\" = \"line-down\"\n\"g x\" = \"\"\n[colors.dark]\npage = \"#101010\"\n",
    ]);
    seeds.extend(default.split("\n\n").filter(|part| part.len() > 80).map(|part| part.as_bytes().to_vec()));
    seeds
}
