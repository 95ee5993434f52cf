//! How long analysis takes, and what it costs at start-up.

use divan::Bencher;
use divan::counter::{BytesCount, CharsCount};
use exergue::analyse::Engine;
use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::mark::{Term, Theme};
use exergue::text::Span;

fn main() {
    divan::main();
}

fn themes() -> Vec<Theme> {
    let texts = [
        "centre de données",
        "data centre",
        "marché unique de l’UE",
        "cloud décentralisé",
        "AI Act",
        "hyperscal*",
    ];
    let terms = texts.map(|text| Term { text: text.to_owned(), exact: false, any_order: false });
    (0..4)
        .map(|number| Theme {
            key: format!("theme-{number}"),
            label: String::new(),
            description: String::new(),
            terms: terms.iter().cycle().take(16).cloned().collect(),
        })
        .collect()
}

fn document(copies: usize) -> Document {
    document_of(include_str!("../assets/mistral-mwc.fr.txt"), copies)
}

fn document_of(article: &str, copies: usize) -> Document {
    let mut builder = Builder::with_capacity(article.len() * copies);
    for line in (0..copies).flat_map(|_| article.lines()).filter(|line| !line.is_empty()) {
        builder.block(BlockKind::Paragraph, line);
    }
    builder.finish(Extent::Whole)
}

#[divan::bench]
fn new_engine(bencher: Bencher) {
    let themes = themes();
    bencher.bench(|| Engine::new(&[], &themes));
}

/// What the first analysis costs before it reads a word.
#[divan::bench]
fn tables(bencher: Bencher) {
    let (themes, nothing) = (themes(), document(0));
    bencher.with_inputs(|| Engine::new(&[], &themes)).bench_refs(|engine| engine.sketch(&nothing));
}

#[divan::bench]
fn first_analysis_of_the_article(bencher: Bencher) {
    let (themes, document) = (themes(), document(1));
    bencher
        .with_inputs(|| Engine::new(&[], &themes))
        .bench_refs(|engine| engine.analyse(&document, Span::default(), &|| false, &mut |_| {}));
}

#[divan::bench(args = [1, 350])]
fn copies_of_the_article(bencher: Bencher, copies: usize) {
    let (themes, document) = (themes(), document(copies));
    let engine = Engine::new(&[], &themes);
    engine.analyse(&document, Span::default(), &|| false, &mut |_| {});
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| engine.analyse(&document, Span::default(), &|| false, &mut |_| {}));
}

/// The articles of `tests/gold`, each a document of its own: nothing is known from the one before.
#[divan::bench]
fn articles_unlike_each_other(bencher: Bencher) {
    let folder = std::fs::read_dir("tests/gold").expect("the articles are there");
    let mut paths: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).expect("an article is text"));
    let documents: Vec<Document> = texts.map(|text| document_of(&text, 1)).collect();
    let engine = Engine::new(&[], &themes());
    bencher
        .counter(CharsCount::new(
            documents.iter().map(|document| document.text().chars().count()).sum::<usize>(),
        ))
        .bench(|| {
            let found = |document| engine.analyse(document, Span::default(), &|| false, &mut |_| {});
            documents
                .iter()
                .map(found)
                .filter_map(|analysis| Some(analysis?.mentions.items().len()))
                .sum::<usize>()
        });
}

#[divan::bench]
fn copies_of_a_german_article(bencher: Bencher) {
    let document = document_of(include_str!("../tests/gold/de-stadtrat.txt"), 700);
    let engine = Engine::new(&[], &themes());
    engine.analyse(&document, Span::default(), &|| false, &mut |_| {});
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| engine.analyse(&document, Span::default(), &|| false, &mut |_| {}));
}

#[divan::bench(sample_count = 3)]
fn one_paragraph_of_eight_megabytes(bencher: Bencher) {
    let sentence = "« Nous verrons bien demain », a dit Paul Martin à Lyon. ";
    let mut builder = Builder::with_capacity(0);
    builder.block(BlockKind::Paragraph, sentence.repeat((8 << 20) / sentence.len()).trim());
    let document = builder.finish(Extent::Whole);
    let engine = Engine::new(&[], &themes());
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| engine.analyse(&document, Span::default(), &|| false, &mut |_| {}));
}
