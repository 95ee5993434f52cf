//! Quotation marks: which open, which close, and which are measures or apostrophes.

use super::reading::{Passage, Reading, Token, Tongue};

/// What single marks are in the whole text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Singles {
    /// Straight ones may quote: nothing else does.
    straight: bool,
    /// Curly ones quote, as the British press has it, and double ones stand inside them:
    /// `‘“Just use the app,” they say,’ he said`.
    pub(super) outer: bool,
}

/// What single marks are in the text.
pub(super) fn single_marks(reading: &Reading) -> Singles {
    let count = |wanted: &[char]| {
        let marks = reading.tokens.iter().filter_map(Token::mark);
        marks.filter(|mark| wanted.contains(mark)).count()
    };
    let single = count(&['‘']);
    let double = count(&['«', '“', '„', '"']);
    let first = reading.tokens.iter().filter_map(Token::mark).find(|mark| matches!(mark, '‘' | '“' | '"'));
    let outer = single > double || single == double && first == Some('‘');
    Singles { straight: single + double == 0, outer }
}

/// The mark that opened a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(pub(super) char);

impl Mark {
    pub(super) fn is_single(self) -> bool {
        matches!(self.0, '‘' | '‚' | '\'')
    }

    pub(super) fn closed_by(self, mark: char) -> bool {
        match self.0 {
            '«' => mark == '»',
            '»' => mark == '«',
            '“' => matches!(mark, '”' | '"'),
            '„' => matches!(mark, '“' | '”' | '"'),
            '‚' => matches!(mark, '‘' | '’'),
            '‘' => mark == '’',
            other => mark == other,
        }
    }
}

/// A quotation not closed yet: the token of its mark, and how many marks deep it is.
pub(super) struct Open {
    pub(super) mark: Mark,
    pub(super) at: usize,
    pub(super) depth: usize,
}

/// What the straight marks of a paragraph are.
pub(super) struct Marks<'a> {
    pub(super) reading: &'a Reading<'a>,
    /// Marks right after a figure are measures (`5"`): without them the others make pairs.
    measures: bool,
    /// One straight mark has no other.
    pub(super) odd: bool,
    pub(super) singles: Singles,
    tongue: Tongue,
}

impl<'a> Marks<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, passage: &Passage, singles: Singles) -> Self {
        let straight = || passage.tokens.clone().filter(|&at| reading.tokens[at].is('"'));
        let all = straight().count();
        let after_figure = straight().filter(|&at| follows_figure(reading, at)).count();
        let measures = after_figure > 0 && (all - after_figure) % 2 == 0;
        let left = if measures { all - after_figure } else { all };
        Self { reading, measures, odd: left % 2 == 1, singles, tongue: passage.tongue }
    }

    pub(super) fn is_measure(&self, at: usize) -> bool {
        self.measures && follows_figure(self.reading, at)
    }

    /// What the mark at token `at` opens.
    pub(super) fn opening(&self, at: usize, mark: char) -> Option<Open> {
        let opens = match mark {
            '«' | '“' | '„' => true,
            '‘' => self.tongue != Tongue::German,
            '»' | '‚' => self.tongue == Tongue::German,
            '"' => !follows_figure(self.reading, at) && !self.closes(at),
            // `'90s` and `'n'` are no quotations.
            '\'' => {
                (self.singles.straight || self.tongue == Tongue::Dutch)
                    && self.opens(at)
                    && self.starts_word(at + 1)
            }
            _ => false,
        };
        opens.then_some(Open { mark: Mark(mark), at, depth: 1 })
    }

    /// Whether token `at` is a word that a single mark may stand before, and none like the `n` of `'n'`.
    fn starts_word(&self, at: usize) -> bool {
        let letters = self.reading.letters(at);
        let elided = letters.len() == 1 && self.reading.tokens.get(at + 1).is_some_and(|next| next.is('\''));
        letters.starts_with(char::is_alphabetic) && !elided
    }

    /// Whether the mark touches what follows and not what stands before.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.touches_next(at) && !self.touches_last(at)
    }

    fn closes(&self, at: usize) -> bool {
        self.touches_last(at) && !self.touches_next(at)
    }

    fn touches_next(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        tokens.get(at + 1).is_some_and(|next| next.start() == tokens[at].end() && next.mark().is_none())
    }

    fn touches_last(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        at > 0
            && tokens[at - 1].end() == tokens[at].start()
            && !matches!(tokens[at - 1].mark(), Some('(' | '[' | '—' | '–'))
    }

    /// Whether the single mark at token `at` is an apostrophe: `the players’ strike` has another mark to
    /// close it before token `last`.
    pub(super) fn is_apostrophe(&self, at: usize, last: usize) -> bool {
        let tokens = &self.reading.tokens;
        if !self.closes(at) {
            return true;
        }
        let plural = tokens[at - 1].is_word() && self.reading.lower(at - 1).ends_with('s');
        let goes_on =
            tokens.get(at + 1).is_some_and(|next| at + 1 < last && next.is_word() && !next.is_capital());
        let mut later = (at + 1..last.min(at + FAR)).filter_map(|next| Some((next, tokens[next].mark()?)));
        let closer = tokens[at].mark();
        plural
            && goes_on
            && later
                .find(|(_, mark)| matches!(mark, '‘' | '’' | '\''))
                .is_some_and(|(next, mark)| Some(mark) == closer && self.closes(next))
    }
}

/// Tokens within which the mark that closes a quotation is looked for after an apostrophe.
const FAR: usize = 120;

/// Whether the mark at token `at` stands right after a figure.
fn follows_figure(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    reading.tokens[before].end() == reading.tokens[at].start()
        && reading.letters(before).ends_with(|letter: char| letter.is_ascii_digit())
}
