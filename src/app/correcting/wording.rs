//! What a correction is called: in the message that it was made, and in the one that it was undone.

use crate::app::model::Model;
use crate::app::view::card::cut;
use crate::app::view::parts::kind_name;
use crate::mark::{Correction, Edit, Naming, Saying};
use crate::words::Lang;
use crate::words::correcting::{Correcting, is};
use crate::words::views;

/// How many letters of a passage stand for it.
const SHORT: usize = 16;
/// The columns that are left to a correction in any message.
const LEAST: usize = 16;

/// `Mensch = Arthur Mensch`, `« … » : Arthur Mensch`, `startup → Cloud`.
#[must_use]
pub fn told(model: &Model, correction: &Correction) -> String {
    let lang = model.lang;
    let label = |key: &str| {
        let theme = model.themes.iter().find(|theme| theme.key == key);
        theme.map_or_else(|| key.to_owned(), |theme| theme.label.clone())
    };
    match correction {
        Correction::Name { of, to: Some(to) } => format!("{of} = {to}"),
        Correction::Kind { of, to: Some(Naming::Name(kind)) } => is(of, kind_name(*kind).say(lang), lang),
        Correction::Kind { of, to: Some(Naming::Nothing) } => {
            format!("{of}{}", Correcting::Hidden.say(lang))
        }
        Correction::Name { of, to: None } | Correction::Kind { of, to: None } => of.clone(),
        Correction::Quotation { anchor, to, .. } => {
            let quote = quoted(&anchor.quote, lang);
            match to {
                Some(Saying::By(Some(name))) => is(&quote, name, lang),
                Some(Saying::By(None)) => is(&quote, Correcting::Nobody.say(lang), lang),
                Some(Saying::Nothing) => is(&quote, Correcting::NoQuotation.say(lang), lang),
                None => quote,
            }
        }
        Correction::Term { theme, term, to: Some(true) } => format!("{term} → {}", label(theme)),
        Correction::Term { theme, term, to: Some(false) } => {
            format!("{term}{}{}", Correcting::RemovedFrom.say(lang), label(theme))
        }
        Correction::Term { theme, term, to: None } => format!("{term} ({})", label(theme)),
        Correction::Theme { to: Some(name), .. } => {
            format!("{}{name}", Correcting::ThemeNamed.say(lang))
        }
        Correction::Theme { key, to: None } => format!("{}{}", Correcting::ThemeNamed.say(lang), label(key)),
    }
}

/// The same, cut so that what else the message says has room for so many columns.
#[must_use]
pub fn fitted(model: &Model, told: &str, others: usize) -> String {
    let room = usize::from(model.areas().status.width).saturating_sub(others + 2);
    cut(told, room.max(LEAST))
}

/// The same of an edit, and whether it says something; taking a fact back only clears the way for another.
#[must_use]
pub fn told_of(model: &Model, edit: &Edit) -> Option<(String, bool)> {
    let Edit::Correct { correction, .. } = edit else { return None };
    let is_said = match &**correction {
        Correction::Name { to, .. } | Correction::Theme { to, .. } => to.is_some(),
        Correction::Kind { to, .. } => to.is_some(),
        Correction::Quotation { to, .. } => to.is_some(),
        Correction::Term { to, .. } => to.is_some(),
    };
    Some((told(model, correction), is_said))
}

/// A passage between quotation marks, cut short.
#[must_use]
pub fn quoted(text: &str, lang: Lang) -> String {
    let line = super::question::one_line(text);
    let mut short: String = line.chars().take(SHORT).collect();
    if short.len() < line.len() {
        short = format!("{}…", short.trim_end());
    }
    let bare = short.trim_matches(|letter| "«»“”\" \u{a0}\u{202f}".contains(letter));
    views::quoted(bare, lang)
}
