//! Jumps: from highlight to highlight, to place marks, back and forward, to labels.

use super::choose;
use super::correcting;
use super::effect::Effect;
use super::journey;
use super::links;
use super::model::Model;
use super::motion;
use super::opened;
use super::overlay::Overlay;
use crate::command::{Args, Command};
use crate::text::{Span, SpanList, Spanned, segment};
use crate::words::window::Window;
use jiff::Timestamp;

/// A family of highlights that one jumps along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Family {
    /// The person's annotations.
    #[default]
    Annotation,
    /// Entities.
    Entity,
    /// Quotations.
    Quote,
    /// Quotations whose speaker is a guess.
    Unsure,
    /// Theme passages.
    Theme,
}

/// Jumps along a family when the command asks for it; `false` for any other command.
pub fn family(model: &mut Model, command: Command, args: &Args, now: Timestamp) -> bool {
    use Command as C;
    let (family, forward) = match command {
        C::NextAnnotation => (Family::Annotation, true),
        C::PreviousAnnotation => (Family::Annotation, false),
        C::NextEntity => (Family::Entity, true),
        C::PreviousEntity => (Family::Entity, false),
        C::NextQuote => (Family::Quote, true),
        C::PreviousQuote => (Family::Quote, false),
        C::NextUnsure => (Family::Unsure, true),
        C::PreviousUnsure => (Family::Unsure, false),
        C::NextTheme => (Family::Theme, true),
        C::PreviousTheme => (Family::Theme, false),
        C::RepeatForward => (model.reading.family, true),
        C::RepeatBack => (model.reading.family, false),
        _ => return false,
    };
    model.reading.family = family;
    for _ in 0..args.times() {
        let Some(span) = beside(model, family, forward) else {
            let none = if forward { Window::NoneAfter } else { Window::NoneBefore };
            model.talk.say(none.say(model.lang), now);
            break;
        };
        motion::go(model, span);
        choose::follow(model);
    }
    true
}

fn beside(model: &Model, family: Family, forward: bool) -> Option<Span> {
    let caret = model.reading.caret;
    match family {
        Family::Annotation => next_of(model.notes.placed(), caret, forward),
        Family::Entity => next_of(&model.analysis.mentions, caret, forward),
        Family::Quote => next_of(&model.analysis.quotations, caret, forward),
        Family::Unsure => {
            let quotations = model.analysis.quotations.items().iter();
            let mut starts = quotations.filter(|quote| correcting::is_unsure(quote)).map(|quote| quote.span);
            if forward {
                starts.find(|span| span.start() > caret)
            } else {
                starts.take_while(|span| span.start() < caret).last()
            }
        }
        Family::Theme => next_of(&model.analysis.themes, caret, forward),
    }
}

fn next_of<T: Spanned>(list: &SpanList<T>, caret: usize, forward: bool) -> Option<Span> {
    let index = if forward { list.after(caret) } else { list.before(caret) }?;
    Some(list.items()[index].span())
}

/// Place marks, back and forward.
pub fn place(model: &mut Model, command: Command, args: &Args, now: Timestamp) -> Vec<Effect> {
    match (command, args.letter) {
        (Command::SetMark, Some(letter)) => {
            model.reading.marks.insert(letter, model.reading.caret);
            model.talk.say(format!("{}{letter}", Window::MarkSet.say(model.lang)), now);
            return vec![Effect::Keep(model.kept())];
        }
        (Command::GoMark, Some(letter)) => match model.reading.marks.get(&letter).copied() {
            Some(offset) => {
                let offset = opened::inside(&model.document, offset);
                motion::go(model, Span::empty(offset));
            }
            None => model.talk.say(format!("{}{letter}", Window::NoMark.say(model.lang)), now),
        },
        (Command::Back, _) => {
            let caret = model.reading.caret;
            if let Some(offset) = model.reading.back.pop() {
                model.reading.forward.push(caret);
                arrive(model, offset);
            } else if let Some(effects) = journey::back(model, now) {
                return effects;
            } else {
                model.talk.say(Window::NoPlaceBefore.say(model.lang), now);
            }
        }
        (Command::Forward, _) => {
            let caret = model.reading.caret;
            if let Some(offset) = model.reading.forward.pop() {
                model.reading.back.push(caret);
                arrive(model, offset);
            } else if let Some(effects) = journey::forward(model, now) {
                return effects;
            } else {
                model.talk.say(Window::NoPlaceAfter.say(model.lang), now);
            }
        }
        _ => {}
    }
    Vec::new()
}

/// Goes to a remembered place, which may lie past the end of a text that became shorter.
fn arrive(model: &mut Model, offset: usize) {
    model.reading.caret = opened::inside(&model.document, offset);
    model.reading.column = None;
    motion::show(model);
}

/// Letters for labels, the easy ones first; all of them are unshifted on QWERTY and AZERTY.
const LETTERS: &[u8] = b"fjdkslghrueiwoncvbxyqaztpm";

/// What a label is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The caret jumps to the word.
    Jump,
    /// The link is followed.
    Follow,
}

/// Labels on the words of the window: where each leads, and what is typed for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The words, with their two letters.
    pub words: Vec<(Span, [char; 2])>,
    /// The first letter, once typed.
    pub typed: Option<char>,
    /// What they are for.
    pub purpose: Purpose,
}

/// Two letters for each of as many labels as there may be.
pub fn pairs() -> impl Iterator<Item = [char; 2]> {
    LETTERS.iter().flat_map(|&one| LETTERS.iter().map(move |&two| [char::from(one), char::from(two)]))
}

/// Puts two letters on each word of the window.
pub fn ask_label(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let seen = motion::window(model);
    let text = model.document.text();
    let long = |span: &Span| span.of(text).chars().filter(|letter| letter.is_alphanumeric()).count() >= 2;
    let words: Vec<_> = segment::words(text, seen).filter(long).zip(pairs()).collect();
    if words.is_empty() {
        model.talk.say(Window::NoWords.say(model.lang), now);
    } else {
        model.overlays.push(Overlay::Labels(Labels { words, typed: None, purpose: Purpose::Jump }));
    }
    Vec::new()
}

/// Takes a letter of a label: the caret jumps after the second, or the link is followed. Anything else takes the
/// labels away.
pub fn label(model: &mut Model, letter: Option<char>, now: Timestamp) -> Vec<Effect> {
    let Some(Overlay::Labels(mut labels)) = model.overlays.pop() else { return Vec::new() };
    let Some(letter) = letter else { return Vec::new() };
    match labels.typed {
        None if labels.words.iter().any(|(_, pair)| pair[0] == letter) => {
            labels.typed = Some(letter);
            model.overlays.push(Overlay::Labels(labels));
        }
        None => {}
        Some(first) => {
            if let Some((span, _)) = labels.words.iter().find(|(_, pair)| *pair == [first, letter]) {
                if labels.purpose == Purpose::Follow {
                    return links::follow_span(model, *span, now);
                }
                let start = span.start();
                model.reading.leave_for(start);
                choose::follow(model);
                motion::show(model);
            }
        }
    }
    Vec::new()
}
