//! Themes: their words, new ones, what they are called.

use super::question::{Asked, Choice, Free, Question, one_line};
use super::{ask, choose, make, say, say_done, selected, wording};
use crate::app::effect::Effect;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::view::themes::Entry;
use crate::app::view::{Role, Subject, View};
use crate::mark::{Analysis, Correction, Corrections, Scope, Theme};
use crate::text::find::fold;
use crate::words::correcting::Correcting;
use jiff::Timestamp;

/// A word of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the settings, or as it was added.
    pub text: String,
    /// How many passages it finds.
    pub count: usize,
    /// Whether the person removed it.
    pub is_removed: bool,
    /// Whether the person added or removed it.
    pub is_corrected: bool,
}

/// The words of a theme, those that find most first, those that were removed last.
#[must_use]
pub fn words(theme: usize, themes: &[Theme], analysis: &Analysis, corrections: &Corrections) -> Vec<Word> {
    let Some(Theme { key, terms, .. }) = themes.get(theme) else { return Vec::new() };
    let mut counts = vec![0; terms.len()];
    for hit in analysis.themes.items().iter().filter(|hit| hit.theme == theme) {
        if let Some(count) = counts.get_mut(hit.term) {
            *count += 1;
        }
    }
    let said = corrections.terms_of(key);
    let mut words: Vec<Word> = terms
        .iter()
        .zip(counts)
        .map(|(term, count)| Word {
            text: term.text.clone(),
            count,
            is_removed: false,
            is_corrected: said.iter().any(|(text, _)| *text == term.text),
        })
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.count));
    let removed =
        said.into_iter().filter(|(text, belongs)| !belongs && terms.iter().all(|term| term.text != *text));
    words.extend(removed.map(|(text, _)| Word {
        text: text.to_owned(),
        count: 0,
        is_removed: true,
        is_corrected: true,
    }));
    words
}

/// The theme that is chosen, or that the passage under the caret belongs to.
fn here(model: &Model) -> Option<usize> {
    match model.view {
        View::Themes => match listing::chosen_subject(model)? {
            Subject::Theme(theme) => Some(theme),
            _ => None,
        },
        View::Text => model.analysis.themes.at(model.reading.caret).next().map(|(_, hit)| hit.theme),
        _ => None,
    }
    .filter(|&theme| theme < model.themes.len())
}

/// The word chosen in the details: by itself, or by the passage that it found.
fn chosen_word(model: &Model, theme: usize) -> Option<Word> {
    let words = words(theme, &model.themes, &model.analysis, model.notes.corrections());
    match listing::chosen_entry(model)? {
        Entry::Word(index) => words.into_iter().nth(index),
        Entry::Passage(hit) => {
            let term = model.analysis.themes.items().get(hit)?.term;
            let text = &model.themes[theme].terms.get(term)?.text;
            words.into_iter().find(|word| word.text == *text)
        }
    }
}

/// Whether a word that the person removed is chosen.
#[must_use]
pub fn is_removed_word(model: &Model) -> bool {
    here(model).and_then(|theme| chosen_word(model, theme)).is_some_and(|word| word.is_removed)
}

/// A new theme is made for these documents, and so are its words.
fn scope_of(model: &Model, key: &str) -> Scope {
    model.notes.corrections().theme(key).map_or(Scope::Document, |(scope, _)| scope)
}

/// `a`: asks for a word of the theme; a removed one that is chosen comes back at once.
pub(super) fn add(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(theme) = here(model) else { return say(model, Correcting::NoThemeHere, now) };
    let key = model.themes[theme].key.clone();
    if let Some(word) = chosen_word(model, theme).filter(|word| word.is_removed) {
        return turn(model, &key, &word.text, now);
    }
    let scope = scope_of(model, &key);
    ask(model, Question::new(Asked::Word(key), Vec::new(), Free::First).meant_for(scope))
}

/// The word belongs to the theme of that key.
pub(super) fn put(model: &mut Model, scope: Scope, key: &str, word: &str, now: Timestamp) -> Vec<Effect> {
    let word = one_line(word);
    let Some(theme) = model.themes.iter().find(|theme| theme.key == key) else { return Vec::new() };
    if word.is_empty() {
        return say(model, Correcting::Unchanged, now);
    }
    if theme.terms.iter().any(|term| term.text == word) {
        model.talk.say(format!("{}{word}", Correcting::AlreadyThere.say(model.lang)), now);
        return Vec::new();
    }
    model.hand.theme = Some(key.to_owned());
    let fact = Correction::Term { theme: key.to_owned(), term: word, to: Some(true) };
    make(model, vec![(scope, fact)], "", now)
}

/// `dd`: the word chosen goes, or comes back; where none is chosen, asks which.
pub(super) fn remove(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(theme) = here(model) else { return say(model, Correcting::NoThemeHere, now) };
    let key = model.themes[theme].key.clone();
    if let Some(word) = chosen_word(model, theme) {
        return turn(model, &key, &word.text, now);
    }
    let words = words(theme, &model.themes, &model.analysis, model.notes.corrections());
    if words.is_empty() {
        if model.config.themes.iter().all(|theme| theme.key != key) {
            // One that the person made, and that is empty, can only be meant itself.
            let fact = Correction::Theme { key: key.clone(), to: None };
            return make(model, vec![(scope_of(model, &key), fact)], "", now);
        }
        return say(model, Correcting::NoWordsToRemove, now);
    }
    let choice = |word: Word| Choice {
        name: word.text,
        note: if word.is_removed {
            Correcting::Removed.say(model.lang).to_owned()
        } else {
            word.count.to_string()
        },
        role: if word.is_removed { Role::Gone } else { Role::Text },
        letter: None,
    };
    let choices = words.into_iter().map(choice).collect();
    ask(model, Question::new(Asked::Remove(key), choices, Free::No))
}

/// The word goes from the theme, or comes back to it. Where something was said of it, that is taken back if it is enough.
pub(super) fn turn(model: &mut Model, key: &str, word: &str, now: Timestamp) -> Vec<Effect> {
    let holds = |corrections: &Corrections| {
        let themes = corrections.themes(&model.config.themes);
        let theme = themes.iter().find(|theme| theme.key == key);
        theme.is_some_and(|theme| theme.terms.iter().any(|term| term.text == word))
    };
    let fact = |to| Correction::Term { theme: key.to_owned(), term: word.to_owned(), to };
    let corrections = model.notes.corrections();
    let belongs = !holds(corrections);
    let said = corrections.term(key, word).map(|(scope, _)| scope);
    let is_enough = said.is_some_and(|scope| {
        let mut without = corrections.clone();
        without.apply(scope, fact(None));
        holds(&without) == belongs
    });
    let told = wording::told(model, &fact(Some(belongs)));
    let to = (!is_enough).then_some(belongs);
    let effects = make(model, vec![(said.unwrap_or_default(), fact(to))], "", now);
    say_done(model, &told, "", now);
    effects
}

/// `gt`: the words selected belong to a theme; asks to which.
pub(super) fn declare(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(span) = selected(model, now) else { return Vec::new() };
    let words = one_line(model.document.slice(span));
    let choice = |(index, theme): (usize, &Theme)| {
        let letter = crate::app::view::parts::letter(index);
        Choice {
            name: theme.label.clone(),
            note: letter.to_string(),
            role: crate::app::view::parts::theme_role(index),
            letter: letter.is_alphabetic().then_some(letter),
        }
    };
    let choices = model.themes.iter().enumerate().map(choice).collect();
    let last = model.hand.theme.as_ref();
    let last = last.and_then(|last| model.themes.iter().position(|theme| theme.key == *last));
    let label = last.map(|last| model.themes[last].label.clone());
    let mut question = Question::new(Asked::ThemeOf(words), choices, Free::Last);
    if let Some(label) = label.or_else(|| model.themes.first().map(|theme| theme.label.clone())) {
        question = question.with(&label);
    }
    ask(model, question)
}

/// The words belong to the theme chosen, or to a new one.
pub(super) fn put_into(
    model: &mut Model,
    scope: Scope,
    words: &str,
    chosen: Option<usize>,
    name: &str,
    now: Timestamp,
) -> Vec<Effect> {
    if let Some(key) = chosen.and_then(|chosen| model.themes.get(chosen)).map(|theme| theme.key.clone()) {
        return put(model, scope, &key, words, now);
    }
    let Some(key) = fresh_key(model, name, now) else { return Vec::new() };
    model.hand.theme = Some(key.clone());
    let theme = Correction::Theme { key: key.clone(), to: Some(name.to_owned()) };
    let word = Correction::Term { theme: key, term: words.to_owned(), to: Some(true) };
    make(model, vec![(scope, word), (scope, theme)], &format!(" · {words}"), now)
}

/// `A`: asks what a new theme is called.
pub(super) fn ask_new(model: &mut Model) -> Vec<Effect> {
    ask(model, Question::new(Asked::NewTheme, Vec::new(), Free::First))
}

/// There is a theme of that name.
pub(super) fn new(model: &mut Model, scope: Scope, name: &str, now: Timestamp) -> Vec<Effect> {
    let Some(key) = fresh_key(model, name, now) else { return Vec::new() };
    let fact = Correction::Theme { key: key.clone(), to: Some(name.to_owned()) };
    let effects = make(model, vec![(scope, fact)], Correcting::ThenWords.say(model.lang), now);
    if let Some(theme) = model.themes.iter().position(|theme| theme.key == key) {
        choose(model, View::Themes, |subject| *subject == Subject::Theme(theme));
    }
    effects
}

/// The key of a new theme of that name; says so where there can be none.
fn fresh_key(model: &mut Model, name: &str, now: Timestamp) -> Option<String> {
    if name.is_empty() {
        say(model, Correcting::Unchanged, now);
        return None;
    }
    if model.themes.iter().any(|theme| fold(&theme.label) == fold(name)) {
        model.talk.say(format!("{}{name}", Correcting::ThemeExists.say(model.lang)), now);
        return None;
    }
    let folded = fold(name);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-");
    let is_free = |key: &String| model.themes.iter().all(|theme| theme.key != *key);
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.clone()).filter(|slug| !slug.is_empty()).chain(numbered).find(is_free)
}

/// `r`: asks what the theme is called.
pub(super) fn rename(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(theme) = here(model) else { return say(model, Correcting::NoThemeHere, now) };
    let Theme { key, label, .. } = model.themes[theme].clone();
    let scope = scope_of(model, &key);
    let question = Question::new(Asked::RenameTheme(key), Vec::new(), Free::First);
    ask(model, question.with(&label).meant_for(scope))
}

/// The theme of that key is called `name`.
pub(super) fn name(model: &mut Model, scope: Scope, key: &str, name: &str, now: Timestamp) -> Vec<Effect> {
    let same = model.themes.iter().any(|theme| theme.key == key && theme.label == name);
    if name.is_empty() || same {
        return say(model, Correcting::Unchanged, now);
    }
    make(model, vec![(scope, Correction::Theme { key: key.to_owned(), to: Some(name.to_owned()) })], "", now)
}
