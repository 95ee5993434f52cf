//! Learning: the likelihood of a linear-chain model, climbed by AdaGrad, sentence by sentence.

use crate::data::Sentence;
use exergue::analyse::tagger::{Clusters, Form, LABELS, Label, PLACES, ROW_BITS, joint, own, windows};

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recipe {
    pub(crate) rate: f32,
    /// What the rate is multiplied by after each pass.
    pub(crate) cooling: f32,
    /// What stands beside the sums of squares: features seen seldom learn slowly, and memorise little.
    pub(crate) damping: f32,
    pub(crate) epochs: usize,
    /// Strength of the pull of the weights to nought.
    pub(crate) decay: f32,
}

/// Weights before they are cut down to bytes.
#[derive(Debug)]
pub(crate) struct Weights {
    pub(crate) rows: Vec<[f32; LABELS]>,
    /// From each label to each, from the start last.
    pub(crate) transitions: [[f32; LABELS]; LABELS + 1],
}

type Row = [f32; LABELS];

/// The rows of each word of a sentence.
fn features(sentence: &Sentence, clusters: &Clusters) -> Vec<Vec<u32>> {
    let mut scratch = Vec::new();
    let forms: Vec<Form> =
        sentence.words.iter().map(|word| Form::new(word, clusters, &mut scratch)).collect();
    let forms: Vec<&Form> = forms.iter().collect();
    let edges = [Form::before_all(), Form::after_all()];
    windows(&forms, &edges)
        .map(|window| {
            let mut rows = Vec::with_capacity(48);
            let mut take = |row: usize| rows.push(u32::try_from(row).expect("few bits"));
            PLACES.iter().zip(window.forms).for_each(|(&place, form)| own(form, place, &mut take));
            joint(&window, &mut take);
            rows
        })
        .collect()
}

/// Learns from the sentences, the same for the same input; `report` gets the number of each epoch and its loss.
pub(crate) fn learn(
    sentences: &[Sentence],
    clusters: &Clusters,
    recipe: Recipe,
    mut report: impl FnMut(usize, f64),
) -> Weights {
    let features: Vec<Vec<Vec<u32>>> =
        sentences.iter().map(|sentence| features(sentence, clusters)).collect();
    let mut learner = Learner::new(recipe);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut seed = 88_172_645_463_325_252_u64;
    for epoch in 1..=recipe.epochs {
        for at in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(at, usize::try_from(seed % (at as u64 + 1)).expect("it is below the length"));
        }
        learner.rate = recipe.rate * recipe.cooling.powi(i32::try_from(epoch).expect("few passes") - 1);
        let loss = order.iter().map(|&at| learner.take(&features[at], &sentences[at].labels)).sum();
        report(epoch, loss);
    }
    learner.weights
}

struct Learner {
    recipe: Recipe,
    /// Of this pass.
    rate: f32,
    weights: Weights,
    /// Sums of the squares of all slopes so far.
    row_squares: Vec<Row>,
    transition_squares: [Row; LABELS + 1],
    allowed: [[bool; LABELS]; LABELS + 1],
}

impl Learner {
    fn new(recipe: Recipe) -> Self {
        let rows = vec![[0.0; LABELS]; 1 << ROW_BITS];
        let allowed = std::array::from_fn(|from| {
            std::array::from_fn(|to| Label::ALL[to].may_follow(Label::ALL.get(from).copied()))
        });
        Self {
            rate: recipe.rate,
            recipe,
            row_squares: rows.clone(),
            weights: Weights { rows, transitions: [[0.0; LABELS]; LABELS + 1] },
            transition_squares: [[0.0; LABELS]; LABELS + 1],
            allowed,
        }
    }

    /// Takes one step for one sentence; gives its loss before.
    fn take(&mut self, words: &[Vec<u32>], gold: &[Label]) -> f64 {
        let scores: Vec<Row> = words.iter().map(|rows| self.score(rows)).collect();
        let forward = self.forward(&scores);
        let backward = self.backward(&scores);
        let total = log_sum(forward.last().expect("no sentence is empty"));
        let mut slopes = [[0.0; LABELS]; LABELS + 1];
        let mut score = 0.0;
        for (at, here) in scores.iter().enumerate() {
            let right = gold[at].number();
            let before = if at == 0 { LABELS } else { gold[at - 1].number() };
            score += here[right] + self.weights.transitions[before][right];
            slopes[before][right] -= 1.0;
            for from in 0..=LABELS {
                let reached = match at {
                    0 if from == LABELS => 0.0,
                    at if at > 0 && from < LABELS => forward[at - 1][from],
                    _ => continue,
                };
                for to in (0..LABELS).filter(|&to| self.allowed[from][to]) {
                    let step = self.weights.transitions[from][to];
                    slopes[from][to] += (reached + step + here[to] + backward[at][to] - total).exp();
                }
            }
        }
        for (at, rows) in words.iter().enumerate() {
            let slope: Row = std::array::from_fn(|label| {
                let share = (forward[at][label] + backward[at][label] - total).exp();
                share - if label == gold[at].number() { 1.0 } else { 0.0 }
            });
            self.step_rows(rows, &slope);
        }
        self.step_transitions(&slopes);
        f64::from(total - score)
    }

    fn score(&self, rows: &[u32]) -> Row {
        let mut score = [0.0; LABELS];
        for &row in rows {
            score.iter_mut().zip(self.weights.rows[row as usize]).for_each(|(sum, weight)| *sum += weight);
        }
        score
    }

    fn forward(&self, scores: &[Row]) -> Vec<Row> {
        let mut forward: Vec<Row> = Vec::with_capacity(scores.len());
        for here in scores {
            let next = std::array::from_fn(|to| {
                let reached = match forward.last() {
                    None if self.allowed[LABELS][to] => self.weights.transitions[LABELS][to],
                    None => f32::NEG_INFINITY,
                    Some(before) => log_sum(&std::array::from_fn(|from| {
                        if self.allowed[from][to] {
                            before[from] + self.weights.transitions[from][to]
                        } else {
                            f32::NEG_INFINITY
                        }
                    })),
                };
                reached + here[to]
            });
            forward.push(next);
        }
        forward
    }

    fn backward(&self, scores: &[Row]) -> Vec<Row> {
        let mut backward = vec![[0.0; LABELS]; scores.len()];
        for at in (1..scores.len()).rev() {
            backward[at - 1] = std::array::from_fn(|from| {
                log_sum(&std::array::from_fn(|to| {
                    if self.allowed[from][to] {
                        self.weights.transitions[from][to] + scores[at][to] + backward[at][to]
                    } else {
                        f32::NEG_INFINITY
                    }
                }))
            });
        }
        backward
    }

    /// Slopes under a thousandth are left out: they cost most of the time and teach nothing.
    fn step_rows(&mut self, rows: &[u32], slope: &Row) {
        for label in (0..LABELS).filter(|&label| slope[label].abs() >= 1e-3) {
            for &row in rows {
                let weight = &mut self.weights.rows[row as usize][label];
                let squares = &mut self.row_squares[row as usize][label];
                let slope = slope[label] + self.recipe.decay * *weight;
                *squares += slope * slope;
                *weight -= self.rate * slope / (squares.sqrt() + self.recipe.damping);
            }
        }
    }

    fn step_transitions(&mut self, slopes: &[Row; LABELS + 1]) {
        for (from, slopes) in slopes.iter().enumerate() {
            for (to, slope) in slopes.iter().enumerate().filter(|(_, slope)| slope.abs() > 1e-4) {
                let squares = &mut self.transition_squares[from][to];
                *squares += slope * slope;
                self.weights.transitions[from][to] -=
                    self.rate * slope / (squares.sqrt() + self.recipe.damping);
            }
        }
    }
}

fn log_sum(values: &Row) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + values.iter().map(|value| (value - most).exp()).sum::<f32>().ln()
}
