//! What the statistical tagger says of the tokens of a passage.
//!
//! The tagger knows words as they were cut in the texts it learnt from. Here tokens are cut into those
//! words, passages into sentences, and its answers are laid back on the tokens.

use super::candidates::{adjectives, is_short_title};
use super::titles::is_demonym;
use crate::analyse::lexicon::Class;
use crate::analyse::reading::{Passage, Reading, Tongue};
use crate::analyse::tagger::{self, Label, Shares, Tagger, english, french, other};
use crate::analyse::tokens::{Kind, Shape, is_apostrophe};
use std::ops::Range;

/// The answer for a token outside names.
const NOTHING: (Label, Shares) = (Label::OUTSIDE, [1.0, 0.0, 0.0, 0.0, 0.0]);

/// The taggers, and their answers for one passage.
#[derive(Debug)]
pub(super) struct Tags {
    french: Option<Tagger<'static>>,
    english: Option<Tagger<'static>>,
    other: Option<Tagger<'static>>,
    /// First token of the passage.
    first: usize,
    /// For each token of the passage.
    answers: Vec<(Label, Shares)>,
    /// The names of its best labels, in order.
    names: Vec<Range<usize>>,
    /// Where words stand that look like names and are said of people (`les Toulousains`, `Democrats`), in order.
    people: Vec<usize>,
    labels: Vec<Label>,
    shares: Vec<Shares>,
}

impl Tags {
    /// No answers yet. A model of another version is left out, and the rules stand alone.
    pub(super) fn new() -> Self {
        Self {
            french: french().ok().map(Tagger::new),
            english: english().ok().map(Tagger::new),
            other: other().ok().map(Tagger::new),
            ..Self::none()
        }
    }

    /// No tagger: the rules stand alone.
    pub(super) fn none() -> Self {
        Self {
            french: None,
            english: None,
            other: None,
            first: 0,
            answers: Vec::new(),
            names: Vec::new(),
            people: Vec::new(),
            labels: Vec::new(),
            shares: Vec::new(),
        }
    }

    /// Asks for the tokens of `passage`; the answers for the passage before are gone.
    pub(super) fn read(&mut self, reading: &Reading, passage: &Passage) {
        self.first = passage.tokens.start;
        self.answers.clear();
        self.names.clear();
        self.people.clear();
        let tagger = match passage.tongue {
            Tongue::French => &mut self.french,
            Tongue::English => &mut self.english,
            Tongue::Other => &mut None,
            _ => &mut self.other,
        };
        let Some(tagger) = tagger else { return };
        let mut words: Vec<(&str, usize)> = Vec::new();
        let mut start = passage.tokens.start;
        while start < passage.tokens.end {
            let end = sentence_end(reading, start, passage.tokens.end);
            if !may_name(reading, start..end) {
                self.answers.extend((start..end).map(|_| NOTHING));
                start = end;
                continue;
            }
            words.clear();
            (start..end).for_each(|at| cut(reading, at, |word| words.push((word, at))));
            self.labels.clear();
            self.shares.clear();
            tagger.tag(words.iter().map(|(word, _)| *word), &mut self.labels, &mut self.shares);
            // A token of several words has the answer for the first.
            let mut next = start;
            for ((_, at), (label, shares)) in words.iter().zip(self.labels.iter().zip(&self.shares)) {
                if *at == next {
                    self.answers.push((*label, *shares));
                    next += 1;
                }
            }
            start = end;
        }
        for name in names(&self.answers) {
            let class = self.answers[name.start].0.class();
            let Some(name) = trimmed(reading, name.start + self.first..name.end + self.first) else {
                continue;
            };
            if name.len() == 1 && is_people(reading, name.start, passage.tongue, class) {
                self.people.push(name.start);
            } else {
                self.names.push(name);
            }
        }
    }

    /// Whether there are answers at all.
    pub(super) fn are_there(&self) -> bool {
        !self.answers.is_empty()
    }

    /// The end of the name that the best labels start at token `at`.
    pub(super) fn name_at(&self, at: usize) -> Option<usize> {
        let name = self.names.binary_search_by_key(&at, |name| name.start).ok()?;
        Some(self.names[name].end)
    }

    /// Whether the best labels put token `at` into a name that starts before it.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        self.answers[at - self.first].0.is_inside()
    }

    /// Whether the word at token `at` is said of people.
    pub(super) fn are_people(&self, at: usize) -> bool {
        self.people.binary_search(&at).is_ok()
    }

    /// How likely each class is for some tokens together, and their being outside names.
    pub(super) fn shares(&self, tokens: Range<usize>) -> Shares {
        let mut sum = Shares::default();
        let answers = &self.answers[tokens.start - self.first..tokens.end - self.first];
        for (_, shares) in answers {
            sum.iter_mut().zip(shares).for_each(|(sum, share)| *sum += share / answers.len() as f32);
        }
        sum
    }
}

/// The names that the labels tell, counted from the start of the passage.
fn names(answers: &[(Label, Shares)]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + answers[at..].iter().position(|(label, _)| label.class().is_some())?;
        let class = answers[start].0.class();
        let goes_on = |(label, _): &&(Label, Shares)| label.is_inside() && label.class() == class;
        at = start + 1 + answers[start + 1..].iter().take_while(goes_on).count();
        Some(start..at)
    })
}

/// The name without the common words before it (`administration Trump`) and what `ou des` adds to it;
/// `None` where no word is left that can be a name.
fn trimmed(reading: &Reading, name: Range<usize>) -> Option<Range<usize>> {
    let capital = |at: usize| is_capital(reading, at);
    // `mont Blanc` keeps its head, `président Macron` does not.
    // An elided article at the start of a sentence is none of `UE`.
    let article = |at: usize| reading.tokens[at].initial && reading.letters(at).ends_with(is_apostrophe);
    // `Mme Fontanel` is Fontanel, `Sheriff Dennis Okafor` is Dennis Okafor; `General Electric` is no general,
    // and `Queen Mary University` no person.
    let body = reading.has_anywhere(name.end - 1, Class::INSTITUTION);
    let address = |at: usize| {
        let short = reading.letters(at).ends_with('.')
            || reading.letters(at).chars().count() <= 4
            || matches!(
                reading.lower(at),
                "judge"
                    | "justice"
                    | "senator"
                    | "mayor"
                    | "professor"
                    | "doctor"
                    | "maître"
                    | "deputy"
                    | "councillor"
                    | "councilman"
                    | "councilwoman"
                    | "alderman"
                    | "inspector"
                    | "sergeant"
                    | "constable"
            );
        let follow = if short { 1 } else { 2 };
        reading.has(at, Class::TITLE) && at + follow < name.end && !body
    };
    // `bin Laden`, `van Gogh`: the particle is of the name; French leaves `de` out.
    let particle = |at: usize| {
        reading.has(at, Class::PARTICLE)
            && !reading.has(at, Class::OF.or(Class::DETERMINER))
            && at + 1 < name.end
            && capital(at + 1)
    };
    let site = |at: usize| reading.has(at, Class::SITE) && matches!(reading.lower(at), "mont" | "mount");
    let begins = |at: &usize| {
        capital(*at)
            && !article(*at)
            && !address(*at)
            && !head_after(reading, *at, name.end)
            && !people_before(reading, *at, name.end)
            || site(*at)
            || particle(*at)
    };
    // `Les Toulousains ont attendu`: the article of the people who open the sentence.
    let people = reading.tokens[name.start].initial
        && matches!(reading.lower(name.start), "les" | "des" | "ces")
        && name.len() == 2
        && is_demonym(reading.lower(name.start + 1))
        && reading.letters(name.start + 1).ends_with('s');
    let name = name.start + usize::from(people)..name.end;
    // `Besides Ms. Broussard`, `Local TD Jane Hehir`: a form of address is in no name, nor what stands before it.
    let title = name.clone().rev().skip(1).find(|&at| is_short_title(reading, at) && capital(at + 1));
    let from = title.map_or(name.start, |title| title + 1);
    let start = (from..name.end).find(|at| begins(at) && !opens_phrase(reading, *at, name.end))?;
    let joins = |at: &usize| {
        let ends = *at + 1 == name.end || !capital(*at + 1);
        reading.has(*at, Class::CONJUNCTION)
            && !capital(*at)
            && (ends || *at == start + 1 && *at + 2 == name.end)
    };
    // `Sanne Visser van Natuurlijk Zandmeer`, `Haven van Zandmeer`: only after a first name is *van* part of it.
    let of = |at: &usize| {
        let first = *at == start + 1 && reading.has(start, Class::MAN.or(Class::WOMAN));
        reading.tongue(*at) == Tongue::Dutch && reading.has(*at, Class::OF) && !capital(*at) && !first
    };
    let breaks = |at: &usize| joins(at) || of(at) || is_said_of(reading, start, *at);
    let end = (start + 1..name.end).find(breaks).unwrap_or(name.end);
    let means = |at: usize| capital(at) && !reading.has(at, Class::NO_NAME.or(Class::PRONOUN));
    (start..end).any(means).then_some(start..end)
}

/// `When Oxitec`, `Besides Jane Hehir`: a small word that has its capital from the start of its sentence.
fn opens_phrase(reading: &Reading, at: usize, end: usize) -> bool {
    let small =
        Class::PREPOSITION.or(Class::PRONOUN).or(Class::CONJUNCTION).or(Class::RELATIVE).or(Class::NEGATION);
    reading.tokens[at].initial
        && at + 1 < end
        && is_capital(reading, at + 1)
        && reading.has(at, small)
        && reading.has(at, Class::COMMON)
        && !reading.has(at, Class::MAN.or(Class::WOMAN))
}

/// `Kangoo disparaître`, `La Montagne d’un investissement`: a word in lower case that belongs to no name, after a
/// name that heads nothing.
fn is_said_of(reading: &Reading, start: usize, at: usize) -> bool {
    let small = reading.tokens[at].is_word() && !is_capital(reading, at);
    if !small || !is_capital(reading, at - 1) || reading.tongue(at) != Tongue::French {
        return false;
    }
    let of_one = reading.has(at, Class::OF) && matches!(reading.lower(at + 1), "un" | "une");
    let heads =
        Class::INSTITUTION.or(Class::EVENT).or(Class::LAW).or(Class::SITE).or(Class::NO_NAME).or(Class::BODY);
    let infinitive = ["er", "ir", "re"].iter().any(|ending| reading.lower(at).ends_with(ending));
    let verb = infinitive && reading.class(at) == Class::NONE && adjectives(reading, at, at + 1) == at;
    of_one || verb && !reading.has_anywhere(start, heads)
}

/// `Le Bureau d’enquêtes`: the article that starts the sentence is none of the body.
fn head_after(reading: &Reading, at: usize, end: usize) -> bool {
    reading.tokens[at].initial
        && reading.has(at, Class::DETERMINER)
        && at + 2 < end
        && reading.has(at + 1, Class::INSTITUTION)
}

/// `la Lyonnaise Salomé Vernay`: where somebody is from is none of the name.
fn people_before(reading: &Reading, at: usize, end: usize) -> bool {
    let led = at > 0 && reading.has(at - 1, Class::DETERMINER) && !reading.tokens[at - 1].is_capital();
    let name = (at + 1..end).all(|at| reading.tokens[at].is_capital());
    led && name && at + 2 < end && is_demonym(reading.lower(at))
}

/// `les Toulousains`, `Democrats`: in French after a plural article, in English where the tagger sees neither
/// person, place nor body.
fn is_people(reading: &Reading, at: usize, tongue: Tongue, class: Option<tagger::Class>) -> bool {
    let capital = reading.tokens[at].shape == Shape::Capital && is_demonym(reading.lower(at));
    let before = at.checked_sub(1).map_or("", |at| reading.lower(at));
    // A French sentence may stand in an English paragraph.
    let several = matches!(before, "les" | "des" | "aux" | "ces") && reading.letters(at).ends_with('s');
    capital
        && match tongue {
            Tongue::French => several,
            Tongue::English if several => true,
            Tongue::English => class == Some(tagger::Class::Other),
            _ => false,
        }
}

/// Whether a sentence has a capital that is more than its first letter: without one there is no name in it,
/// and nothing to ask.
fn may_name(reading: &Reading, mut sentence: Range<usize>) -> bool {
    let small = Class::COMMON.or(Class::PRONOUN).or(Class::DETERMINER);
    sentence.any(|at| is_capital(reading, at) && !(reading.tokens[at].initial && reading.has(at, small)))
}

/// Whether the token has a capital anywhere: `iPhone` has.
fn is_capital(reading: &Reading, at: usize) -> bool {
    reading.tokens[at].is_capital() || reading.letters(at).contains(char::is_uppercase)
}

/// A sentence ends after its stop where a capital or an opening mark follows at a distance.
fn sentence_end(reading: &Reading, start: usize, end: usize) -> usize {
    let stops = |at: usize| matches!(reading.tokens[at].mark(), Some('.' | '!' | '?' | '…'));
    let opens = |at: usize| {
        let token = &reading.tokens[at];
        token.is_capital() || matches!(token.mark(), Some('"' | '«' | '“' | '—' | '–'))
    };
    let apart = |at: usize| reading.tokens[at].end() < reading.tokens[at + 1].start();
    (start..end.saturating_sub(1))
        .find(|&at| stops(at) && apart(at) && opens(at + 1))
        .map_or(end, |at| at + 1)
}

/// The words of a token: `didn’t` and `700 000` are several, most tokens are one.
fn cut<'a>(reading: &Reading<'a>, at: usize, mut each: impl FnMut(&'a str)) {
    let letters = reading.letters(at);
    match reading.tokens[at].kind {
        Kind::Mark => each(letters),
        Kind::Number => letters.split([' ', '\u{a0}', '\u{202f}']).for_each(each),
        Kind::Word => {
            let inner = |(place, sign): &(usize, char)| {
                *place > 0
                    && place + sign.len_utf8() < letters.len()
                    && (is_apostrophe(*sign) || *sign == '&')
            };
            let plain = letters.is_ascii() && !letters.bytes().any(|byte| matches!(byte, b'\'' | b'&'));
            let whole = plain || matches!(letters, "aujourd’hui" | "aujourd'hui");
            match letters.char_indices().find(inner).filter(|_| !whole) {
                None => each(letters),
                Some((place, sign)) => {
                    let (head, rest) = letters.split_at(place);
                    let (sign, tail) = rest.split_at(sign.len_utf8());
                    [head, sign, tail].into_iter().for_each(each);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::tests::reading;

    fn words(text: &str) -> Vec<&str> {
        let reading = reading(text);
        let mut words = Vec::new();
        (0..reading.tokens.len()).for_each(|at| cut(&reading, at, |word| words.push(word)));
        words
    }

    #[test]
    fn tokens_are_cut_into_the_words_of_the_training_texts() {
        assert_eq!(words("I didn’t see R&D"), ["I", "didn", "’", "t", "see", "R", "&", "D"]);
        assert_eq!(words("l’Europe, 700 000 d’aujourd’hui")[2..], [",", "700", "000", "d’", "aujourd’hui"]);
    }

    #[test]
    fn sentences_end_where_a_capital_follows_a_stop() {
        let reading = reading("Un mot, M. Hulot. Deux mots. trois");
        let end = sentence_end(&reading, 0, reading.tokens.len());
        assert_eq!(reading.letters(end), "Deux");
        assert_eq!(sentence_end(&reading, end, reading.tokens.len()), reading.tokens.len());
    }

    #[test]
    fn a_name_begins_with_its_capital_and_ends_before_ou_des() {
        let trim = |text: &str| {
            let reading = reading(text);
            trimmed(&reading, 0..reading.tokens.len()).map(|name| reading.span(name).of(text).to_owned())
        };
        assert_eq!(trim("administration Trump").as_deref(), Some("Trump"));
        assert_eq!(trim("Mme Fontanel").as_deref(), Some("Fontanel"));
        assert_eq!(trim("mont Blanc").as_deref(), Some("mont Blanc"));
        assert_eq!(trim("Dassault ou des Fabius").as_deref(), Some("Dassault"));
        assert_eq!(trim("Europe Écologie Les Verts").as_deref(), Some("Europe Écologie Les Verts"));
        assert_eq!(trim("L’UE").as_deref(), Some("UE"));
        assert_eq!(trim("taco bell"), None);
    }

    #[test]
    fn every_token_has_an_answer_in_either_language() {
        let mut tags = Tags::new();
        let text = "Hier, Claire Dupont n’a pas quitté Marseille. « Non », dit-elle à 700 000 fans.\n\
                    Yesterday Jane Miller didn’t leave Chicago for the R&D of O’Brien, they say here.";
        let reading = reading(text);
        for passage in &reading.passages {
            tags.read(&reading, passage);
            assert_eq!(tags.answers.len(), passage.tokens.len());
            let people = passage.tokens.clone().find_map(|at| Some(at..tags.name_at(at)?)).expect("a name");
            assert!(tags.shares(people)[1] > 0.5, "a person comes first");
        }
    }
}
