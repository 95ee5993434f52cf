//! Exports, whole: each folder of `tests/golden` holds an article, the annotations on it, and the
//! Markdown file they must give, byte for byte. `EXERGUE_BLESS=1` writes that file anew.

use exergue::doc::{BlockKind, Builder, Document, Extent, Meta};
use exergue::exchange::markdown::{Labels, export, replaces, untouched};
use exergue::mark::{
    Analysis, Anchor, Confidence, Edit, Note, NoteId, Notes, Pen, Placement, Quotation, QuotationKind,
    Speaker,
};
use exergue::text::Span;
use exergue::words::Lang;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::{env, fs};
use uuid::Uuid;

/// What `case.json` says.
#[derive(Deserialize)]
struct Case {
    lang: String,
    title: String,
    #[serde(default)]
    authors: Vec<String>,
    #[serde(default)]
    source: String,
    published: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    quotations: Vec<GivenQuotation>,
    notes: Vec<GivenNote>,
}

#[derive(Deserialize)]
struct GivenQuotation {
    passage: String,
    speaker: String,
}

/// An annotation; its passage is lost where the article does not hold it.
#[derive(Deserialize)]
struct GivenNote {
    id: Uuid,
    passage: String,
    pen: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    tags: Vec<String>,
    at: String,
}

/// One block a line: `# ` opens the title, `##` and more a heading, `| ` a line of verse.
fn article(text: &str, case: &Case) -> Document {
    let mut builder = Builder::with_capacity(text.len());
    builder.title(&case.title).meta(Meta {
        authors: case.authors.clone(),
        published: case.published.clone(),
        source: case.source.clone(),
        ..Meta::default()
    });
    let mut verse = false;
    for line in text.lines().filter(|line| !line.is_empty()) {
        let signs = line.len() - line.trim_start_matches('#').len();
        let words = line[signs..].trim_start();
        match (signs, line.strip_prefix("| ")) {
            (_, Some(words)) if verse => _ = builder.push("\n").push(words),
            (_, Some(words)) => _ = builder.block(BlockKind::Verbatim, words),
            (0, None) => _ = builder.block(BlockKind::Paragraph, line),
            (1, None) => _ = builder.block(BlockKind::Title, words),
            (level, None) => _ = builder.block(BlockKind::Heading(level as u8), words),
        }
        verse = line.starts_with("| ");
    }
    builder.finish(Extent::Whole)
}

fn place(document: &Document, passage: &str) -> Option<Span> {
    let start = document.text().find(passage)?;
    Some(Span::new(start, start + passage.len()))
}

fn analysis(document: &Document, case: &Case) -> Analysis {
    let quotation = |given: &GivenQuotation| Quotation {
        span: place(document, &given.passage).expect("a quotation is in the article"),
        kind: QuotationKind::Direct,
        speaker: Some(Speaker { mention: None, name: Some(given.speaker.clone()), carried: true }),
        cue: None,
        confidence: Confidence::High,
    };
    let covered = Span::new(0, document.text().len());
    Analysis::new(case.quotations.iter().map(quotation).collect(), Vec::new(), Vec::new(), covered)
}

fn notes(document: &Document, case: &Case) -> Notes {
    let mut notes = Notes::default();
    for given in &case.notes {
        let at = given.at.parse().expect("a time");
        let note = Note {
            id: NoteId(given.id),
            anchor: Anchor {
                quote: given.passage.clone(),
                before: String::new(),
                after: String::new(),
                start: 0,
                end: 0,
                permille: 0,
                chapter: String::new(),
                headings: Vec::new(),
                text: String::new(),
                rivals: None,
            },
            placement: place(document, &given.passage).map_or(Placement::Orphan, Placement::Exact),
            pen: Pen::named(&given.pen).expect("a pen"),
            body: given.body.clone(),
            tags: given.tags.clone(),
            created: at,
            changed: at,
            head: given.id,
            attached: Vec::new(),
            versions: Vec::new(),
        };
        notes.apply(Edit::Add(Box::new(note)), given.id, at).expect("each id once");
    }
    notes
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a case").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

#[test]
fn exports_are_as_agreed() {
    let cases = cases();
    assert!(cases.len() >= 3);
    for folder in cases {
        let case: Case = serde_json::from_str(&read(&folder.join("case.json"))).expect("a case");
        let document = article(&read(&folder.join("article.txt")), &case);
        let mut labels = Labels::new(Lang::of_locale(&case.lang));
        labels.tags.clone_from(&case.tags);
        let export = export(&document, &analysis(&document, &case), &notes(&document, &case), &labels);
        let agreed = folder.join("export.md");
        if env::var_os("EXERGUE_BLESS").is_some() {
            fs::write(&agreed, &export).expect("the export can be written");
        }
        assert_eq!(export, read(&agreed), "{}", folder.display());
        assert!(untouched(&export) && replaces(&export, &export));
    }
}
