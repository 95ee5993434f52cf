//! The statistical tagger: a linear-chain model that labels the words of a sentence.
//!
//! A word's score for each label is the sum of the weights of its features; the best sequence of
//! labels under the transitions is taken, and how likely each class is comes with it. The weights of
//! French, of English and of the other languages together lie in the program and are used where they lie: no start-up, no unpacking.
//! `exergue-train` makes them with the very same features.

mod clusters;
mod decode;
mod features;
mod form;
mod label;
mod model;

pub use clusters::Clusters;
pub use decode::Shares;
pub use features::{PLACES, ROW_BITS, Window, joint, own, windows};
pub use form::{Form, hash};
pub use label::{Class, LABELS, Label};
pub use model::{Model, NotAModel, Parts, Scores, byte, weight};

use decode::Decoder;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

static FRENCH: &[u8] = include_bytes!("../../../assets/models/fr.tagger");
static ENGLISH: &[u8] = include_bytes!("../../../assets/models/en.tagger");
static OTHER: &[u8] = include_bytes!("../../../assets/models/other.tagger");

/// The model of French that ships with the program.
///
/// # Errors
/// Where the file in `assets` is of another version.
pub fn french() -> Result<Model<'static>, NotAModel> {
    Model::new(FRENCH)
}

/// The model of English that ships with the program.
///
/// # Errors
/// As [`french`].
pub fn english() -> Result<Model<'static>, NotAModel> {
    Model::new(ENGLISH)
}

/// The one model of German, Spanish, Italian, Portuguese and Dutch that ships with the program: it has learnt
/// from German and Portuguese, and makes the best of the others.
///
/// # Errors
/// As [`french`].
pub fn other() -> Result<Model<'static>, NotAModel> {
    Model::new(OTHER)
}

/// Labels sentences with one model, and remembers the words it has seen.
#[derive(Debug)]
pub struct Tagger<'a> {
    model: Model<'a>,
    decoder: Decoder,
    known: HashMap<u64, u32, BuildHasherDefault<AsIs>>,
    forms: Vec<Seen>,
    edges: [Form; 2],
    edge_sums: [[Sums; PLACES.len()]; 2],
    scratch: Vec<char>,
    words: Vec<u32>,
    scores: Vec<Scores>,
}

type Sums = [i16; LABELS];

/// A word form with the sums of its own features, for each place beside a word.
#[derive(Debug)]
struct Seen {
    form: Form,
    sums: [Sums; PLACES.len()],
}

impl<'a> Tagger<'a> {
    /// Nothing seen yet.
    #[must_use]
    pub fn new(model: Model<'a>) -> Self {
        let edges = [Form::before_all(), Form::after_all()];
        Self {
            decoder: Decoder::new(&model),
            edge_sums: [sums(&model, &edges[0]), sums(&model, &edges[1])],
            edges,
            model,
            known: HashMap::default(),
            forms: Vec::new(),
            scratch: Vec::new(),
            words: Vec::new(),
            scores: Vec::new(),
        }
    }

    /// Adds the label of each word of a sentence to `labels`, and how likely each class is to `shares`.
    pub fn tag<'w>(
        &mut self,
        sentence: impl IntoIterator<Item = &'w str>,
        labels: &mut Vec<Label>,
        shares: &mut Vec<Shares>,
    ) {
        self.words.clear();
        for word in sentence {
            let form = self.form(word);
            self.words.push(form);
        }
        let forms: Vec<&Form> = self.words.iter().map(|&word| &self.forms[word as usize].form).collect();
        self.scores.clear();
        for (here, window) in windows(&forms, &self.edges).enumerate() {
            let mut scores = [0; LABELS];
            for (place, sums) in (0..PLACES.len()).map(|place| (place, self.sums_at(here, place))) {
                scores.iter_mut().zip(sums[place]).for_each(|(score, sum)| *score += i32::from(sum));
            }
            joint(&window, |row| self.model.add(row, &mut scores));
            self.scores.push(scores);
        }
        self.decoder.best(&self.scores, labels);
        self.decoder.shares(&self.scores, shares);
    }

    /// The sums of the word at a place beside word `here`.
    fn sums_at(&self, here: usize, place: usize) -> &[Sums; PLACES.len()] {
        match (here + place).checked_sub(2).map(|at| self.words.get(at)) {
            Some(Some(&word)) => &self.forms[word as usize].sums,
            Some(None) => &self.edge_sums[1],
            None => &self.edge_sums[0],
        }
    }

    fn form(&mut self, word: &str) -> u32 {
        let key = key(word);
        if let Some(&form) = self.known.get(&key) {
            return form;
        }
        let form = Form::new(word, &self.model.clusters, &mut self.scratch);
        let sums = sums(&self.model, &form);
        let number = u32::try_from(self.forms.len()).expect("fewer words than bytes");
        self.forms.push(Seen { form, sums });
        self.known.insert(key, number);
        number
    }
}

fn sums(model: &Model, form: &Form) -> [Sums; PLACES.len()] {
    PLACES.map(|place| {
        let mut scores = [0; LABELS];
        own(form, place, |row| model.add(row, &mut scores));
        let clamped = |score: i32| score.clamp(i16::MIN.into(), i16::MAX.into());
        scores.map(|score| i16::try_from(clamped(score)).expect("just clamped"))
    })
}

/// Tells forms apart as they are written; two of them meet once in 2^64.
fn key(word: &str) -> u64 {
    word.as_bytes().chunks(8).fold(word.len() as u64, |key, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        let mixed = (key ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    })
}

/// Takes a number that is a hash already for its hash.
#[derive(Debug, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = self.0.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(model: Model, sentence: &str) -> Vec<String> {
        let words: Vec<&str> = sentence.split(' ').collect();
        let (mut labels, mut shares) = (Vec::new(), Vec::new());
        Tagger::new(model).tag(words.iter().copied(), &mut labels, &mut shares);
        assert!(shares.iter().all(|shares| (shares.iter().sum::<f32>() - 1.0).abs() < 1e-3));
        words.iter().zip(labels).map(|(word, label)| format!("{word}/{}", label.name())).collect()
    }

    #[test]
    fn the_shipped_models_know_people_and_places() {
        let model = french().expect("the model is of this version");
        assert_eq!(
            spans(model, "Hier , Claire Dupont est partie de Marseille .")[2..8],
            ["Claire/B-PER", "Dupont/I-PER", "est/O", "partie/O", "de/O", "Marseille/B-LOC"]
        );
        let model = english().expect("the model is of this version");
        assert_eq!(
            spans(model, "Yesterday Jane Miller left Chicago .")[1..5],
            ["Jane/B-PER", "Miller/I-PER", "left/O", "Chicago/B-LOC"]
        );
        let model = other().expect("the model is of this version");
        assert_eq!(
            spans(model, "Gestern reiste Angela Schneider nach Hamburg .")[2..6],
            ["Angela/B-PER", "Schneider/I-PER", "nach/O", "Hamburg/B-LOC"]
        );
        assert_eq!(
            spans(model, "Ontem Carlos Ferreira partiu de Lisboa .")[1..6],
            ["Carlos/B-PER", "Ferreira/I-PER", "partiu/O", "de/O", "Lisboa/B-LOC"]
        );
    }

    #[test]
    fn no_words_give_no_labels() {
        let (mut labels, mut shares) = (Vec::new(), Vec::new());
        Tagger::new(french().expect("the model is of this version")).tag([], &mut labels, &mut shares);
        assert!(labels.is_empty() && shares.is_empty());
    }
}
