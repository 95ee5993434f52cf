//! `exergue-train tagger`: from a folder of data to a model file.

use crate::crf::{Recipe, Weights, learn};
use crate::data::{DataError, Sentence, sentences, text};
use crate::score::Tally;
use exergue::analyse::tagger::{Class, Clusters, LABELS, Label, Model, Parts, Tagger, hash};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How to train and what to keep.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Folder with train.LANGUAGE.tsv, dev.LANGUAGE.tsv and clusters.LANGUAGE.tsv, or the same with .xz
    #[arg(long)]
    data: PathBuf,
    /// fr, en, or what the model is called
    #[arg(long)]
    language: String,
    /// Files to learn from and to measure on in place of those of the language: de,pt reads train.de.tsv,
    /// train.pt.tsv, dev.de.tsv and dev.pt.tsv; no clusters are used
    #[arg(long, value_delimiter = ',', value_name = "LANGUAGE,…")]
    from: Vec<String>,
    /// Model file to write
    #[arg(long)]
    out: PathBuf,
    /// Learning rate of AdaGrad
    #[arg(long, default_value_t = 0.12)]
    rate: f32,
    /// Passes over the data
    #[arg(long, default_value_t = 3)]
    epochs: usize,
    /// L2
    #[arg(long, default_value_t = 1e-6)]
    decay: f32,
    /// Rows whose weights all lie under this are dropped
    #[arg(long, default_value_t = 0.17)]
    prune: f32,
    /// Words of the table of clusters, the most frequent first
    #[arg(long, default_value_t = 120_000)]
    cluster_words: usize,
    /// Learn from the dev file too, for a release: what is then measured on it says nothing
    #[arg(long)]
    with_dev: bool,
}

/// Trains, prints what it measures on the dev file, and writes the model.
pub(crate) fn train(options: &Options) -> Result<(), DataError> {
    let own = [options.language.clone()];
    let languages = if options.from.is_empty() { &own[..] } else { &options.from[..] };
    let read = |name: &str, language: &String| {
        let name = format!("{name}.{language}.tsv");
        sentences(&text(&options.data, &name)?, Path::new(&name))
    };
    let mut train = Vec::new();
    let mut devs = Vec::new();
    for language in languages {
        train.extend(read("train", language)?);
        devs.push((language, read("dev", language)?));
    }
    if options.with_dev {
        devs.iter().for_each(|(_, dev)| train.extend(dev.iter().cloned()));
    }
    let words = if options.from.is_empty() {
        text(&options.data, &format!("clusters.{}.tsv", options.language))?
    } else {
        String::new()
    };
    let table = Clusters::table(words.lines().take(options.cluster_words).filter_map(|line| {
        let (word, number) = line.split_once('\t')?;
        Some((hash(word), number.trim().parse().ok()?))
    }));
    let clusters = Clusters::new(&table).expect("just made");
    let recipe = Recipe { rate: options.rate, epochs: options.epochs, decay: options.decay };
    println!(
        "{} sentences, {} clustered words",
        train.len(),
        words.lines().count().min(options.cluster_words)
    );
    let weights = learn(&train, &clusters, recipe, |epoch, loss| println!("epoch {epoch}: loss {loss:.0}"));
    let model = model(&weights, &options.language, options.prune, &table);
    println!("{} bytes", model.len());
    for (language, dev) in &devs {
        measure(Model::new(&model).expect("just made"), dev).print(&format!("dev.{language}"));
    }
    std::fs::write(&options.out, &model).map_err(|error| DataError::Unreadable(options.out.clone(), error))
}

/// Cuts the weights down to bytes and drops the rows of small ones.
fn model(weights: &Weights, language: &str, prune: f32, clusters: &[u8]) -> Vec<u8> {
    let mut sizes: Vec<f32> =
        weights.rows.iter().flatten().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.last().copied().unwrap_or(1.0);
    // The few largest weights are clipped, so that the small ones keep their differences.
    let usual = sizes.get(sizes.len() * 9995 / 10_000).copied().unwrap_or(largest);
    let scale = usual.max(largest / 4.0) / 127.0;
    let byte = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    let rows: Vec<(usize, [i8; LABELS])> = weights
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() > prune))
        .map(|(number, row)| (number, row.map(byte)))
        .collect();
    let transitions = weights.transitions.map(|row| row.map(|weight| (weight / scale).round() as i16));
    Model::write(&Parts { language, scale, transitions: &transitions, rows: &rows, clusters })
}

/// Names of `dev` found by the tagger alone; classes that `dev` never has are not counted.
pub(crate) fn measure(model: Model, dev: &[Sentence]) -> Tally {
    let classes: BTreeSet<Class> =
        dev.iter().flat_map(|sentence| &sentence.labels).filter_map(|label| label.class()).collect();
    let mut tagger = Tagger::new(model);
    let mut tally = Tally::default();
    let (mut labels, mut shares) = (Vec::new(), Vec::new());
    for sentence in dev {
        labels.clear();
        shares.clear();
        tagger.tag(sentence.words.iter().map(String::as_str), &mut labels, &mut shares);
        let mut found = spans(&labels);
        found.retain(|(.., class)| classes.contains(class));
        tally.add(&spans(&sentence.labels), &found, |(.., class)| format!("{class:?}"));
    }
    tally
}

/// The names that labels tell: first word, word after the last, class.
pub(crate) fn spans(labels: &[Label]) -> Vec<(usize, usize, Class)> {
    let mut spans: Vec<(usize, usize, Class)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label.class(), spans.last_mut()) {
            (Some(class), Some((_, end, last))) if label.is_inside() && *end == at && *last == class => {
                *end += 1
            }
            (Some(class), _) => spans.push((at, at + 1, class)),
            (None, _) => {}
        }
    }
    spans
}
