//! One line that is typed, with a list of answers above it that narrows as one types.

use crate::app::editor::Field;
use crate::app::view::Role;
use crate::command::Key;
use crate::mark::Scope;
use crate::text::Span;
use crate::text::find::fold;

/// What is asked, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Which name is the same as this one.
    Merge(String),
    /// What an entity is called.
    Rename(String),
    /// What words are.
    Kind(String),
    /// Which words are a name.
    NewName,
    /// Who says the passages.
    Speaker(Vec<Span>),
    /// Which word to add to the theme of that key.
    Word(String),
    /// Which word to remove from the theme of that key, or to put back.
    Remove(String),
    /// What a new theme is called.
    NewTheme,
    /// What the theme of that key is called.
    RenameTheme(String),
    /// To which theme words belong.
    ThemeOf(String),
}

/// An answer of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub name: String,
    /// What stands beside it: kind, count.
    pub note: String,
    /// What it is.
    pub role: Role,
    /// Another way to type it: the letter of a theme.
    pub letter: Option<char>,
}

/// Whether something that is not in the list is an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Free {
    /// It is not.
    No,
    /// It is what Enter takes, unless one chose from the list.
    First,
    /// It is, where nothing in the list fits.
    Last,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The choice of that index.
    Choice(usize),
    /// What was typed.
    Typed(String),
}

/// A question that is being answered.
#[derive(Debug, Clone)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// What is typed.
    pub field: Field,
    /// For which documents the answer is meant.
    pub scope: Scope,
    choices: Vec<Choice>,
    free: Free,
    before: String,
    start: usize,
    chosen: Option<usize>,
}

impl Question {
    /// A question for this document, with the answers to choose from, the likeliest first.
    #[must_use]
    pub fn new(asked: Asked, choices: Vec<Choice>, free: Free) -> Self {
        let (field, before) = (Field::new("", false), String::new());
        Self { asked, field, scope: Scope::Document, choices, free, before, start: 0, chosen: None }
    }

    /// The same, with an answer to accept or to type over.
    #[must_use]
    pub fn with(mut self, before: &str) -> Self {
        before.clone_into(&mut self.before);
        self.field = Field::new(before, false).selected();
        self
    }

    /// The same, with this choice to begin at.
    #[must_use]
    pub fn starting_at(mut self, choice: usize) -> Self {
        self.start = choice;
        self
    }

    /// The same, for these documents.
    #[must_use]
    pub fn meant_for(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// The choice of that index.
    #[must_use]
    pub fn choice(&self, index: usize) -> &Choice {
        &self.choices[index]
    }

    /// Whether there is something to choose from.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        !self.choices.is_empty()
    }

    /// The answers that fit what is typed.
    #[must_use]
    pub fn rows(&self) -> Vec<Answer> {
        let typed = self.typed();
        let mut rows: Vec<Answer> = self.fitting(&typed).into_iter().map(Answer::Choice).collect();
        if self.free == Free::No {
            return rows;
        }
        let is_listed = self.choices.iter().any(|choice| choice.name == typed);
        // Nobody can be answered too, even before who was guessed is deleted.
        let takes_nothing = matches!(self.asked, Asked::Speaker(_));
        match self.free {
            Free::First if is_listed => {}
            Free::First => rows.insert(0, Answer::Typed(typed)),
            _ if is_listed && takes_nothing && self.is_untouched() => {
                rows.push(Answer::Typed(String::new()));
            }
            _ if is_listed || (typed.is_empty() && !takes_nothing) => {}
            _ => rows.push(Answer::Typed(typed)),
        }
        rows
    }

    /// The row that Enter takes.
    #[must_use]
    pub fn row(&self) -> usize {
        let rows = self.rows();
        self.chosen.unwrap_or_else(|| self.first_row(&rows)).min(rows.len().saturating_sub(1))
    }

    fn first_row(&self, rows: &[Answer]) -> usize {
        let typed = self.typed();
        let as_typed = rows.iter().position(|row| matches!(row, Answer::Typed(_)));
        let same = |row: &Answer| matches!(row, Answer::Choice(index) if self.choices[*index].name == typed);
        match (self.free, typed.is_empty()) {
            (Free::First, _) | (Free::Last, true) => as_typed.or_else(|| rows.iter().position(same)),
            (Free::No, true) => rows.iter().position(|row| *row == Answer::Choice(self.start)),
            _ => rows.iter().position(same),
        }
        .unwrap_or(0)
    }

    /// What Enter answers; `None` where nothing fits.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.rows().into_iter().nth(self.row())
    }

    /// Moves along the answers.
    pub fn step(&mut self, by: isize) {
        let last = self.rows().len().saturating_sub(1);
        self.chosen = Some(self.row().saturating_add_signed(by).min(last));
    }

    /// Takes a key that is typed.
    pub fn key(&mut self, key: Key) {
        if self.field.key(key) {
            self.chosen = None;
        }
    }

    /// Puts text in, on one line.
    pub fn paste(&mut self, text: &str) {
        self.field.paste(&one_line(text));
        self.chosen = None;
    }

    /// Completes what is typed to the answer chosen, else to the first that fits.
    pub fn complete(&mut self) {
        let rows = self.rows();
        let is_choice = |row: &&Answer| matches!(row, Answer::Choice(_));
        let chosen = rows.get(self.row()).filter(is_choice).or_else(|| rows.iter().find(is_choice));
        if let Some(Answer::Choice(index)) = chosen {
            self.field = Field::new(&self.choices[*index].name, false);
            self.chosen = None;
        }
    }

    /// Whether the answer can be meant for all documents: a passage stands in one only.
    #[must_use]
    pub fn has_scope(&self) -> bool {
        !matches!(self.asked, Asked::Speaker(_) | Asked::Remove(_))
    }

    /// For this article only, or for all.
    pub fn switch_scope(&mut self) {
        if !self.has_scope() {
            return;
        }
        self.scope = match self.scope {
            Scope::Document => Scope::Everywhere,
            Scope::Everywhere => Scope::Document,
        };
    }

    fn typed(&self) -> String {
        one_line(&self.field.text())
    }

    fn is_untouched(&self) -> bool {
        self.field.text() == self.before
    }

    /// The choices that fit: those that begin so, those with a word that does, those that hold it.
    fn fitting(&self, typed: &str) -> Vec<usize> {
        let wanted = if self.is_untouched() { String::new() } else { fold(typed) };
        let mut ranked: Vec<(usize, usize)> = Vec::new();
        for (index, choice) in self.choices.iter().enumerate() {
            let name = fold(&choice.name);
            let is_letter = choice.letter.is_some_and(|letter| fold(&letter.to_string()) == wanted);
            let word = || name.split([' ', '-', '’']).any(|word| word.starts_with(&wanted));
            let rank = match () {
                () if is_letter => 0,
                () if name.starts_with(&wanted) => 1,
                () if word() => 2,
                () if name.contains(&wanted) => 3,
                () => continue,
            };
            ranked.push((rank, index));
        }
        ranked.sort();
        ranked.into_iter().map(|(_, index)| index).collect()
    }
}

/// The text on one line, without blanks at its ends.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(free: Free) -> Question {
        let names = ["Arthur Mensch", "Mistral AI", "Armand Petit"];
        let choice = |name: &str| Choice {
            name: name.to_owned(),
            note: String::new(),
            role: Role::Text,
            letter: name.chars().next_back(),
        };
        Question::new(Asked::Speaker(Vec::new()), names.map(choice).to_vec(), free)
    }

    fn typed(mut question: Question, text: &str) -> Question {
        text.chars().for_each(|letter| question.key(Key::char(letter)));
        question
    }

    fn answered(question: &Question) -> String {
        match question.answer() {
            Some(Answer::Choice(index)) => question.choice(index).name.clone(),
            Some(Answer::Typed(text)) => format!("= {text}"),
            None => "nothing".to_owned(),
        }
    }

    #[test]
    fn what_begins_so_comes_before_what_holds_it() {
        let ask = |text| answered(&typed(question(Free::No), text));
        assert_eq!([ask(""), ask("mi"), ask("men")], ["Arthur Mensch", "Mistral AI", "Arthur Mensch"]);
        assert_eq!([ask("i"), ask("x")], ["Mistral AI", "nothing"], "a letter of its own counts first");
    }

    #[test]
    fn what_is_not_in_the_list_is_an_answer_where_it_may_be() {
        let ask = |free, text| answered(&typed(question(free), text));
        assert_eq!([ask(Free::Last, "men"), ask(Free::First, "men")], ["Arthur Mensch", "= men"]);
        assert_eq!([ask(Free::Last, "Xi"), ask(Free::Last, "")], ["= Xi", "= "]);
        assert_eq!(ask(Free::First, "Mistral AI"), "Mistral AI");
    }

    #[test]
    fn a_guess_is_accepted_typed_over_or_left_for_another() {
        let guessed = || question(Free::Last).with("Armand Petit");
        assert_eq!(answered(&guessed()), "Armand Petit");
        assert_eq!(guessed().rows().len(), 4, "all can be chosen, and nobody");
        assert_eq!(answered(&typed(guessed(), "mist")), "Mistral AI");
        let mut other = guessed();
        other.step(-1);
        assert_eq!(answered(&other), "Mistral AI");
        other.step(9);
        assert_eq!(answered(&other), "= ");
    }

    #[test]
    fn tab_completes() {
        let mut begun = typed(question(Free::First), "men");
        begun.complete();
        assert_eq!(
            (begun.field.text().as_str(), answered(&begun).as_str()),
            ("Arthur Mensch", "Arthur Mensch")
        );
    }
}
