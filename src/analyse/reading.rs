//! A stretch of text as the rules see it: tokens with their words, sentence starts and language.

use super::language::{self, Count};
use super::lexicon::{self, Class, Classes};
pub(super) use super::tokens::lower_into;
use super::tokens::{self, Kind, Shape};
use crate::text::Span;
use foldhash::{HashMap, HashMapExt as _};
use std::cmp::Ordering;
use std::ops::Range;

/// Number of a distinct word of the stretch, letters in lower case.
pub(super) type WordId = u32;

/// The language whose rules read a block.
pub(super) use crate::mark::Language as Tongue;

/// A word, number or mark. Offsets are bytes of [`Reading::text`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    start: u32,
    end: u32,
    /// The word; of a mark, its character.
    word: WordId,
    pub(super) kind: Kind,
    pub(super) shape: Shape,
    /// Whether its capital may come from the start of a sentence.
    pub(super) initial: bool,
    tongue: Tongue,
}

impl Token {
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    pub(super) fn end(&self) -> usize {
        self.end as usize
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.start(), self.end())
    }

    /// The mark it is; `None` for words and numbers.
    pub(super) fn mark(&self) -> Option<char> {
        if self.kind == Kind::Mark { char::from_u32(self.word) } else { None }
    }

    /// The word it is; `None` for marks.
    pub(super) fn word(&self) -> Option<WordId> {
        if self.kind == Kind::Mark { None } else { Some(self.word) }
    }

    pub(super) fn is(&self, mark: char) -> bool {
        self.mark() == Some(mark)
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_capital(&self) -> bool {
        self.shape != Shape::Plain
    }
}

/// A paragraph, heading or item.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Most words have a capital: capitals say nothing about names.
    pub(super) titled: bool,
    pub(super) tongue: Tongue,
}

#[derive(Debug)]
struct Word {
    at: Range<usize>,
    classes: Classes,
    /// Seen in lower case.
    lower: bool,
}

/// The stretch of text under analysis.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) passages: Vec<Passage>,
    words: Vec<Word>,
    letters: String,
    ids: HashMap<Box<str>, WordId>,
    /// The language of the document.
    tongue: Tongue,
    /// Every block is in that one.
    chosen: bool,
    /// The classes of words in languages other than French and English, as far as blocks in them need.
    foreign: HashMap<(Tongue, WordId), Class>,
}

impl<'a> Reading<'a> {
    /// Nothing read yet of `text`, which is shorter than 4 GiB, of a document in `tongue`. Where somebody has
    /// `chosen` that, all blocks are read in it.
    pub(super) fn new(text: &'a str, tongue: Tongue, chosen: bool) -> Self {
        Self {
            text,
            tokens: Vec::with_capacity(text.len() / 5),
            passages: Vec::new(),
            words: Vec::new(),
            letters: String::new(),
            ids: HashMap::new(),
            tongue,
            chosen,
            foreign: HashMap::new(),
        }
    }

    /// Reads one block.
    pub(super) fn read(&mut self, block: Span) {
        let first = self.tokens.len();
        let text = self.text;
        let mut scratch = String::new();
        tokens::pieces(text, block.start(), block.end(), |piece| {
            let slice = &text[piece.start..piece.end];
            let word = match piece.kind {
                Kind::Mark => slice.chars().next().map_or(0, u32::from),
                _ => self.intern(slice, piece.shape, &mut scratch),
            };
            let initial = starts_sentence(self.tokens.get(first..).unwrap_or_default());
            let place = |offset: usize| u32::try_from(offset).expect("a stretch is shorter than 4 GiB");
            self.tokens.push(Token {
                start: place(piece.start),
                end: place(piece.end),
                word,
                kind: piece.kind,
                shape: piece.shape,
                initial,
                tongue: self.tongue,
            });
        });
        let tokens = first..self.tokens.len();
        let tongue = if self.chosen { self.tongue } else { self.tongue_of(tokens.clone(), block.of(text)) };
        if tongue != self.tongue {
            self.tokens[tokens.clone()].iter_mut().for_each(|token| token.tongue = tongue);
        }
        if !matches!(tongue, Tongue::French | Tongue::English) {
            self.learn(tokens.clone(), tongue);
        }
        let titled = self.is_titled(tokens.clone(), tongue);
        self.passages.push(Passage { tokens, titled, tongue });
    }

    /// The classes of the token in the language of its block; none for marks.
    pub(super) fn class(&self, token: usize) -> Class {
        let token = &self.tokens[token];
        match (token.word(), token.tongue) {
            (None, _) => Class::NONE,
            (Some(word), Tongue::French) => self.words[word as usize].classes.french,
            (Some(word), Tongue::English) => self.words[word as usize].classes.english,
            (Some(word), tongue) => self.foreign.get(&(tongue, word)).copied().unwrap_or_default(),
        }
    }

    /// The language in whose rules the token is read.
    pub(super) fn tongue(&self, token: usize) -> Tongue {
        self.tokens[token].tongue
    }

    pub(super) fn has(&self, token: usize, class: Class) -> bool {
        self.class(token).has(class)
    }

    /// Whether the token is a word of that class in French, in English or in the language of its block.
    /// Small words are those of its block’s only, where that is neither French nor English.
    pub(super) fn has_anywhere(&self, token: usize, class: Class) -> bool {
        self.tokens[token].word().is_some_and(|word| {
            let classes = self.words[word as usize].classes;
            let both = classes.french.or(classes.english);
            match self.tokens[token].tongue {
                Tongue::French | Tongue::English => both.has(class),
                _ => self.has(token, class) || both.has(class.without(Class::COMMON)),
            }
        })
    }

    /// Whether the word of the token also stands in lower case in the stretch.
    pub(super) fn in_lower_case(&self, token: usize) -> bool {
        self.tokens[token].word().is_some_and(|word| self.words[word as usize].lower)
    }

    /// The letters of the token as they stand.
    pub(super) fn letters(&self, token: usize) -> &'a str {
        self.tokens[token].span().of(self.text)
    }

    /// The word of the token in lower case with straight apostrophes; empty for marks.
    pub(super) fn lower(&self, token: usize) -> &str {
        self.tokens[token].word().map_or("", |word| self.word(word))
    }

    /// Number of distinct words.
    pub(super) fn word_count(&self) -> usize {
        self.words.len()
    }

    /// A word in lower case with straight apostrophes.
    pub(super) fn word(&self, word: WordId) -> &str {
        &self.letters[self.words[word as usize].at.clone()]
    }

    /// The bytes from the first to the last token.
    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].start(), self.tokens[tokens.end - 1].end())
    }

    fn intern(&mut self, slice: &str, shape: Shape, scratch: &mut String) -> WordId {
        lower_into(slice, scratch);
        let lower = shape == Shape::Plain;
        if let Some(&id) = self.ids.get(scratch.as_str()) {
            self.words[id as usize].lower |= lower;
            return id;
        }
        let id = u32::try_from(self.words.len()).expect("fewer words than bytes");
        let start = self.letters.len();
        self.letters.push_str(scratch);
        self.words.push(Word { at: start..self.letters.len(), classes: lexicon::classes(scratch), lower });
        self.ids.insert(scratch.as_str().into(), id);
        id
    }

    /// The language whose small words are clearly more frequent, else that of the document.
    fn tongue_of(&self, tokens: Range<usize>, text: &str) -> Tongue {
        if !language::is_latin(text) {
            return Tongue::Other;
        }
        let mut count = Count::default();
        let (mut french, mut english) = (0, 0);
        for word in self.tokens[tokens].iter().filter_map(Token::word) {
            let classes = self.words[word as usize].classes;
            count.add(classes.tells);
            french += weight(classes.french);
            english += weight(classes.english);
        }
        match count.of_block(self.tongue, text) {
            // Between these two more is known: every listed word has its say.
            tongue @ (Tongue::French | Tongue::English) => match french.cmp(&english) {
                Ordering::Greater => Tongue::French,
                Ordering::Less => Tongue::English,
                Ordering::Equal => tongue,
            },
            tongue => tongue,
        }
    }

    /// Looks up the words of a block in another language.
    fn learn(&mut self, tokens: Range<usize>, tongue: Tongue) {
        for word in self.tokens[tokens].iter().filter_map(Token::word) {
            let known = &self.words[word as usize];
            let letters = &self.letters[known.at.clone()];
            self.foreign
                .entry((tongue, word))
                .or_insert_with(|| lexicon::class(tongue, letters, known.classes));
        }
    }

    fn is_titled(&self, tokens: Range<usize>, tongue: Tongue) -> bool {
        let long = |index: &usize| self.tokens[*index].is_word() && self.tokens[*index].span().len() > 3;
        let (mut words, mut capitals) = (0, 0);
        for index in tokens.filter(long) {
            words += 1;
            capitals += usize::from(self.tokens[index].is_capital());
        }
        // Every noun has a capital in German.
        let most = if tongue == Tongue::German { 9 } else { 7 };
        words >= 4 && capitals * 10 > words * most
    }
}

/// What a word says of the language: much where it is a small word of one only, a little where it is listed.
pub(super) fn weight(class: Class) -> usize {
    match class {
        Class::NONE => 0,
        class if class.has(Class::TELLING) => 3,
        _ => 1,
    }
}

/// Whether what follows `before`, the tokens of its block so far, starts a sentence or a quotation.
fn starts_sentence(before: &[Token]) -> bool {
    for token in before.iter().rev().take(4) {
        match token.mark() {
            Some('.' | '!' | '?' | '…' | '«' | '“' | '„' | '"' | '—' | '–' | '•' | '‘' | '¿' | '¡') =>
            {
                return true;
            }
            Some('»' | '”' | ')' | '’' | '-' | '*' | '[') => {}
            _ => return false,
        }
    }
    before.len() < 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::tests::reading;

    fn initials(text: &str) -> Vec<&str> {
        let reading = reading(text);
        let starts = (0..reading.tokens.len())
            .filter(|&at| reading.tokens[at].initial && reading.tokens[at].is_word());
        starts.map(|at| reading.letters(at)).collect()
    }

    #[test]
    fn sentences_start_after_stops_and_opening_marks() {
        assert_eq!(initials("Un mot. Deux mots ! « Trois », dit-il"), ["Un", "Deux", "Trois"]);
        assert_eq!(initials("He left.” She stayed, M. Hulot too"), ["He", "She"]);
    }

    #[test]
    fn each_block_has_its_language() {
        let reading = reading("Le chat est sur la table\nThe cat is on the table\nMensch");
        let tongues: Vec<Tongue> = reading.passages.iter().map(|passage| passage.tongue).collect();
        assert_eq!(tongues[..2], [Tongue::French, Tongue::English]);
    }

    #[test]
    fn a_word_is_one_word_in_any_case_and_with_any_apostrophe() {
        let reading = reading("L’Europe, l'europe");
        assert_eq!(reading.word_count(), 2);
        assert!(reading.in_lower_case(1), "`europe` stands in lower case further on");
    }
}
