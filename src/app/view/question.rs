//! A question and the answers that fit, above the line that is typed. What is drawn can be clicked.

use super::line::{Line, cut, width};
use super::{Piece, Role};
use crate::app::Rect;
use crate::app::correcting::question::{Answer, Asked, Question};
use crate::app::correcting::wording;
use crate::app::hints::{self, Press};
use crate::app::model::Model;
use crate::app::overlay::Overlay;
use crate::command::{Command, Mode};
use crate::mark::Scope;
use crate::words::correcting::Correcting;
use crate::words::views::colon;

/// The most answers shown at once.
const MOST: usize = 10;
/// Columns for typing that a longer label must leave.
const TYPING: usize = 24;

/// Where everything of a question stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The row of what is typed.
    pub row: Rect,
    /// What is asked, at its left.
    pub label: String,
    /// The room for typing.
    pub field: Rect,
    /// For which documents it is meant, at its right; empty where there is nothing to choose.
    pub scope: (Rect, String),
    /// The box of the answers; no cells where there is none to choose from.
    pub frame: Rect,
    /// Its title.
    pub title: String,
    /// The answers in it: the cells, which row of the answers, what is read.
    pub answers: Vec<(Rect, usize, Vec<Piece>)>,
}

/// The question that is asked; `None` where none is.
#[must_use]
pub fn sheet(model: &Model) -> Option<Sheet> {
    let Some(Overlay::Question(question)) = model.overlays.last() else { return None };
    let areas = model.areas();
    let row = if areas.status.height > 0 {
        areas.status
    } else {
        Rect { y: areas.body.y + areas.body.height.saturating_sub(1), height: 1, ..areas.body }
    };
    let columns = usize::from(row.width);
    let (subject, asked) = asked(model, &question.asked);
    let short = format!("{asked}{} ", colon(model.lang));
    let title = if subject.is_empty() { asked.to_owned() } else { format!("{subject} · {asked}") };
    let scope = scope(model, question, columns >= 60);
    let room = columns.saturating_sub(width(&scope) + TYPING + 3);
    let long = format!("{title}{} ", colon(model.lang));
    let label = if width(&long) <= room { long } else { short };
    let label = cut(&label, columns.saturating_sub(4));
    let label_width = cells(&label) + 1;
    let tail = if scope.is_empty() { 0 } else { cells(&scope) + 1 };
    let field = Rect {
        x: row.x + label_width,
        width: row.width.saturating_sub(label_width + tail + 1).max(1),
        ..row
    };
    let scope_x = row.x + row.width.saturating_sub(tail);
    let scope_area = Rect { x: scope_x.max(field.x + field.width), width: cells(&scope), ..row };
    let (frame, answers) = answers(model, question, row);
    Some(Sheet { row, label, field, scope: (scope_area, scope), frame, title, answers })
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Of what it is asked, and what.
fn asked(model: &Model, asked: &Asked) -> (String, &'static str) {
    let theme = |key: &str| {
        let theme = model.themes.iter().find(|theme| theme.key == key);
        theme.map_or_else(String::new, |theme| theme.label.clone())
    };
    let (subject, word) = match asked {
        Asked::Merge(name) => (name.clone(), Correcting::MergeWith),
        Asked::Rename(name) => (name.clone(), Correcting::Rename),
        Asked::Kind(of) => (of.clone(), Correcting::KindOf),
        Asked::NewName => (String::new(), Correcting::NewName),
        Asked::Speaker(passages) => {
            let quote = passages.first().map(|&span| wording::quoted(model.document.slice(span), model.lang));
            (quote.unwrap_or_default(), Correcting::Speaker)
        }
        Asked::Word(key) => (theme(key), Correcting::Word),
        Asked::Remove(key) => (theme(key), Correcting::Remove),
        Asked::NewTheme => (String::new(), Correcting::NewTheme),
        Asked::RenameTheme(_) => (String::new(), Correcting::RenameTheme),
        Asked::ThemeOf(words) => (words.clone(), Correcting::Theme),
    };
    (subject, word.say(model.lang))
}

/// `cet article · Ctrl-T`; without its key where the line is short.
fn scope(model: &Model, question: &Question, has_room: bool) -> String {
    if !question.has_scope() {
        return String::new();
    }
    let word = match question.scope {
        Scope::Document => Correcting::ThisArticle,
        Scope::Everywhere => Correcting::AllArticles,
    };
    let key = hints::key(model, Mode::Prompt, Command::SwitchScope).filter(|_| has_room);
    let word = word.say(model.lang);
    key.map_or_else(|| word.to_owned(), |key| format!("{word} · {key}"))
}

/// The box above `row`, and the answers in it: those around the one that Enter takes.
fn answers(model: &Model, question: &Question, row: Rect) -> (Rect, Vec<(Rect, usize, Vec<Piece>)>) {
    let body = model.areas().body;
    let rows = question.rows();
    if !question.has_choices() || row.y < body.y + 3 || body.width < 10 {
        return (Rect::default(), Vec::new());
    }
    let room = usize::from(row.y - body.y).saturating_sub(2).min(MOST);
    let shown = rows.len().clamp(1, room.max(1));
    let height = u16::try_from(shown).unwrap_or(1) + 2;
    let frame =
        Rect { x: body.x + 1, y: row.y - height, width: body.width.saturating_sub(2).min(64), height };
    let chosen = question.row();
    let first = (chosen + 1).saturating_sub(shown);
    let answers =
        rows.iter().enumerate().skip(first).take(shown).zip(frame.y + 1..).map(|((index, answer), y)| {
            let area = Rect { x: frame.x + 2, y, width: frame.width - 4, height: 1 };
            (area, index, pieces(model, question, answer, index == chosen, usize::from(area.width)))
        });
    let mut answers: Vec<_> = answers.collect();
    if rows.is_empty() {
        let area = Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width - 4, height: 1 };
        let mut line = Line::new(usize::from(area.width));
        line.put(Correcting::NoneFits.say(model.lang), Role::Chrome);
        answers.push((area, 0, line.done()));
    }
    (frame, answers)
}

fn pieces(model: &Model, question: &Question, answer: &Answer, chosen: bool, columns: usize) -> Vec<Piece> {
    let say = |word: Correcting| word.say(model.lang).to_owned();
    let (name, note, role) = match answer {
        Answer::Choice(index) => {
            let choice = question.choice(*index);
            (choice.name.clone(), choice.note.clone(), choice.role)
        }
        Answer::Typed(text) if text.is_empty() => (say(Correcting::Nobody), String::new(), Role::Unsure),
        Answer::Typed(text) => {
            let is_renamed = matches!(question.asked, Asked::Rename(_));
            let note = say(if is_renamed { Correcting::AsTyped } else { Correcting::NewOne });
            (text.clone(), note, Role::Text)
        }
    };
    let mut line = Line::new(columns);
    line.put(if chosen { "▸ " } else { "  " }, Role::Chosen);
    let room = line.left().saturating_sub(width(&note) + 2);
    line.put(&cut(&name, room), if chosen { Role::Chosen } else { role });
    line.right(&[Piece::new(note, Role::Chrome)]);
    line.done()
}

impl Sheet {
    /// What a click on a cell does; `None` beside answers and scope.
    #[must_use]
    pub fn press_at(&self, column: u16, row: u16) -> Option<Press> {
        if self.scope.0.contains(column, row) {
            return Some(Press::Run(Command::SwitchScope));
        }
        let over = |(area, ..): &&(Rect, usize, Vec<Piece>)| area.contains(column, row);
        self.answers.iter().find(over).map(|(_, index, _)| Press::Choose(*index))
    }
}
