//! `exergue-train tagger`: from a folder of data to a model file.

use crate::crf::{Recipe, Weights, learn};
use crate::data::{DataError, Sentence, sentences, text};
use crate::press::press;
use crate::score::Tally;
use exergue::analyse::tagger::{Class, Clusters, LABELS, Label, Model, Parts, Tagger, byte, hash, weight};
use std::collections::{BTreeSet, HashMap};
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
    /// What the rate is multiplied by after each pass
    #[arg(long, default_value_t = 0.7)]
    cooling: f32,
    /// What stands beside the sums of squares in AdaGrad
    #[arg(long, default_value_t = 1.0)]
    damping: f32,
    /// Passes over the data
    #[arg(long, default_value_t = 4)]
    epochs: usize,
    /// L2
    #[arg(long, default_value_t = 1e-6)]
    decay: f32,
    /// Rows whose weights all lie under this are dropped
    #[arg(long, default_value_t = 0.085)]
    prune: f32,
    /// Words of the table of clusters, the most frequent first
    #[arg(long, default_value_t = 400_000)]
    cluster_words: usize,
    /// Sentences made of each pattern of the press
    #[arg(long, default_value_t = 12)]
    press: usize,
    /// Sources to leave out of the training file, by the start of their names
    #[arg(long, default_value = "uner-pud")]
    without: String,
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
    train.retain(|sentence| options.without.is_empty() || !sentence.source.starts_with(&options.without));
    // The patterns are those of French and English.
    if options.from.is_empty() {
        train.extend(press(&options.language, options.press, &train));
    }
    let words = if options.from.is_empty() {
        text(&options.data, &format!("clusters.{}.tsv", options.language))?
    } else {
        String::new()
    };
    let words = needed(&words, options.cluster_words);
    let table = Clusters::table(words.iter().map(|&(word, number)| (hash(word), number)));
    let clusters = Clusters::new(&table).expect("just made");
    let Options { rate, cooling, damping, epochs, decay, .. } = *options;
    let recipe = Recipe { rate, cooling, damping, epochs, decay };
    if options.with_dev {
        let mut more: Vec<Sentence> = devs.iter().flat_map(|(_, dev)| dev.iter().cloned()).collect();
        let classes = more.iter().flat_map(|sentence| &sentence.labels).filter_map(|label| label.class());
        if !classes.into_iter().any(|class| class == Class::Other) {
            let weights = learn(&train, &clusters, recipe, |_, _| {});
            let bytes = model(&weights, &options.language, options.prune, &table);
            add_others(Model::new(&bytes).expect("just made"), &mut more);
        }
        train.extend(more);
    }
    println!("{} sentences, {} clustered words", train.len(), words.len());
    let weights = learn(&train, &clusters, recipe, |epoch, loss| println!("epoch {epoch}: loss {loss:.0}"));
    let model = model(&weights, &options.language, options.prune, &table);
    println!("{} bytes", model.len());
    for (language, dev) in &devs {
        measure(Model::new(&model).expect("just made"), dev).print(&format!("dev.{language}"));
    }
    std::fs::write(&options.out, &model).map_err(|error| DataError::Unreadable(options.out.clone(), error))
}

/// Labels what `model` finds of the class `Other` outside the names of sentences whose labels leave that class
/// out: else they would teach that there is none.
fn add_others(model: Model, sentences: &mut [Sentence]) {
    let mut tagger = Tagger::new(model);
    let (mut labels, mut shares) = (Vec::new(), Vec::new());
    for sentence in sentences {
        labels.clear();
        shares.clear();
        tagger.tag(sentence.words.iter().map(String::as_str), &mut labels, &mut shares);
        for (first, end, class) in spans(&labels) {
            let free = sentence.labels[first..end].iter().all(|label| *label == Label::OUTSIDE);
            if class == Class::Other && free {
                sentence.labels[first..end].copy_from_slice(&labels[first..end]);
            }
        }
    }
}

/// The first words that the table needs, with their clusters: a word that has the cluster of its own lower
/// case is found by that, and numbers and addresses tell little.
fn needed(list: &str, most: usize) -> Vec<(&str, u8)> {
    let words = list.lines().filter_map(|line| {
        let (word, number) = line.split_once('\t')?;
        Some((word, number.trim().parse().ok()?))
    });
    let clusters: HashMap<&str, u8> = words.clone().collect();
    let is_word = |word: &str| {
        word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '.'))
            && word.starts_with(char::is_alphabetic)
    };
    let found = |word: &str, number: u8| {
        let lower = word.to_lowercase();
        lower != word && clusters.get(lower.as_str()) == Some(&number)
    };
    words.filter(|(word, number)| is_word(word) && !found(word, *number)).take(most).collect()
}

/// Cuts the weights down to bytes and drops the rows of small ones.
fn model(weights: &Weights, language: &str, prune: f32, clusters: &[u8]) -> Vec<u8> {
    let largest = weights.rows.iter().flatten().fold(1.0f32, |largest, weight| largest.max(weight.abs()));
    let scale = largest / f32::from(weight(i8::MAX));
    let rows: Vec<(usize, [i8; LABELS])> = weights
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() > prune))
        .map(|(number, row)| (number, row.map(|weight| byte(weight / scale))))
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
