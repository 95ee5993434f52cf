//! From scores to labels: the best sequence (Viterbi) and how likely each class is (forward-backward).

use super::label::{LABELS, Label};
use super::model::{Model, Scores};

/// Outside names, then the classes in the order of [`super::label::Class::ALL`]; together 1.
pub type Shares = [f32; 5];

/// Far below any score, and far from the end of the numbers.
const NEVER: i32 = i32::MIN / 4;

/// The transitions of a model, made ready.
#[derive(Debug)]
pub(super) struct Decoder {
    /// From each label to each, from the start last; [`NEVER`] where the labels may not follow.
    scores: [Scores; LABELS + 1],
    /// The same as likelihoods.
    odds: [[f32; LABELS]; LABELS + 1],
    scale: f32,
    back: Vec<[u8; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    likely: Vec<[f32; LABELS]>,
}

impl Decoder {
    pub(super) fn new(model: &Model) -> Self {
        let mut scores = model.transitions();
        for (from, row) in scores.iter_mut().enumerate() {
            for to in Label::ALL {
                if !to.may_follow(Label::ALL.get(from).copied()) {
                    row[to.number()] = NEVER;
                }
            }
        }
        let scale = model.scale;
        let odds = scores.map(|row| row.map(|score| (score as f32 * scale).exp()));
        Self { scores, odds, scale, back: Vec::new(), forward: Vec::new(), likely: Vec::new() }
    }

    /// Adds the best labels of a sentence to `labels`, given the scores of each word.
    pub(super) fn best(&mut self, words: &[Scores], labels: &mut Vec<Label>) {
        let Some((first, rest)) = words.split_first() else { return };
        self.back.clear();
        let mut reached: Scores = std::array::from_fn(|to| first[to] + self.scores[LABELS][to]);
        for word in rest {
            let mut next = [NEVER; LABELS];
            let mut back = [0; LABELS];
            for (from, (reached, steps)) in reached.iter().zip(&self.scores).enumerate() {
                for to in 0..LABELS {
                    let score = reached + steps[to];
                    if score > next[to] {
                        next[to] = score;
                        back[to] = from as u8;
                    }
                }
            }
            reached = std::array::from_fn(|to| (next[to] + word[to]).max(NEVER));
            self.back.push(back);
        }
        let start = labels.len();
        let mut label = (0..LABELS).rev().max_by_key(|&label| reached[label]).expect("there are labels");
        labels.push(Label::ALL[label]);
        for back in self.back.iter().rev() {
            label = usize::from(back[label]);
            labels.push(Label::ALL[label]);
        }
        labels[start..].reverse();
    }

    /// Adds how likely each class is for each word of a sentence to `shares`.
    pub(super) fn shares(&mut self, words: &[Scores], shares: &mut Vec<Shares>) {
        let likely = |word: &Scores| {
            let most = *word.iter().max().expect("there are labels");
            word.map(|score| ((score - most) as f32 * self.scale).exp())
        };
        self.forward.clear();
        self.likely.clear();
        self.likely.extend(words.iter().map(likely));
        for (at, word) in self.likely.iter().enumerate() {
            let mut next = [0.0; LABELS];
            match at.checked_sub(1).map(|before| self.forward[before]) {
                None => next = self.odds[LABELS],
                Some(before) => {
                    for (share, odds) in before.iter().zip(&self.odds) {
                        next.iter_mut().zip(odds).for_each(|(next, odds)| *next += share * odds);
                    }
                }
            }
            next.iter_mut().zip(word).for_each(|(next, likely)| *next *= likely);
            self.forward.push(normal(next));
        }
        let start = shares.len();
        let mut backward = [1.0; LABELS];
        for (word, forward) in self.likely.iter().zip(&self.forward).rev() {
            let both = normal(std::array::from_fn(|label| forward[label] * backward[label]));
            shares.push([
                both[0],
                both[1] + both[2],
                both[3] + both[4],
                both[5] + both[6],
                both[7] + both[8],
            ]);
            let ahead: [f32; LABELS] = std::array::from_fn(|label| word[label] * backward[label]);
            backward = normal(std::array::from_fn(|from| {
                self.odds[from].iter().zip(ahead).map(|(odds, ahead)| odds * ahead).sum()
            }));
        }
        shares[start..].reverse();
    }
}

/// Parts that sum to 1; equal ones where nothing is likely at all.
fn normal(parts: [f32; LABELS]) -> [f32; LABELS] {
    let sum: f32 = parts.iter().sum();
    if sum > 0.0 { parts.map(|part| part / sum) } else { [1.0 / LABELS as f32; LABELS] }
}

#[cfg(test)]
mod tests {
    use super::super::clusters::Clusters;
    use super::super::model::Parts;
    use super::*;
    use proptest::prelude::*;

    fn decoder(transitions: &[[i16; LABELS]; LABELS + 1]) -> Decoder {
        let clusters = Clusters::table([]);
        let bytes =
            Model::write(&Parts { language: "fr", scale: 0.02, transitions, rows: &[], clusters: &clusters });
        Decoder::new(&Model::new(&bytes).expect("just written"))
    }

    /// The score of some labels, or `None` where two of them may not follow.
    fn score(decoder: &Decoder, words: &[Scores], labels: &[usize]) -> Option<i32> {
        let mut before = LABELS;
        let mut score = 0;
        for (word, &label) in words.iter().zip(labels) {
            let step = decoder.scores[before][label];
            if step == NEVER {
                return None;
            }
            score += step + word[label];
            before = label;
        }
        Some(score)
    }

    proptest! {
        #[test]
        fn no_sequence_is_better_and_shares_sum_to_one(
            words in proptest::collection::vec(proptest::array::uniform9(-900..900_i32), 1..4),
            transitions in proptest::array::uniform10(proptest::array::uniform9(-300..300_i16)),
        ) {
            let mut decoder = decoder(&transitions);
            let (mut labels, mut shares) = (Vec::new(), Vec::new());
            decoder.best(&words, &mut labels);
            decoder.shares(&words, &mut shares);
            let labels: Vec<usize> = labels.into_iter().map(Label::number).collect();
            let best = score(&decoder, &words, &labels).expect("the best labels may follow one another");
            for other in 0..LABELS.pow(u32::try_from(words.len()).expect("few words")) {
                let other: Vec<usize> =
                    (0..words.len()).map(|at| other / LABELS.pow(u32::try_from(at).expect("few words")) % LABELS).collect();
                prop_assert!(score(&decoder, &words, &other).is_none_or(|score| score <= best));
            }
            for shares in &shares {
                prop_assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-3);
            }
        }
    }
}
