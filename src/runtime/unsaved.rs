//! What the disk never took, as text to be printed when the window is left.

use crate::app::Model;
use crate::app::view::parts::kind_name;
use crate::exchange::json::Writer;
use crate::exchange::markdown;
use crate::mark::{Correction, Edit, Event, Naming, NoteId, Notes, Saying, Scope};
use crate::words::Lang;
use crate::words::runtime::Unsaved;
use crate::words::views::{colon, quoted};
use std::collections::BTreeSet;

/// The annotations with changes among `changes`, as an export would give them, then the corrections, a line each.
#[must_use]
pub fn unsaved(model: &Model, changes: &[Event]) -> String {
    let mut notes = Notes::default();
    let mut corrections = Vec::new();
    for event in changes {
        if let Some(note) = event.edit.note().and_then(|note| model.notes.get(note)) {
            notes.apply(Edit::Add(Box::new(note.clone())), event.id, event.at);
        }
        if let Edit::Correct { scope, correction } = &event.edit {
            corrections.push(format!("- {}\n", line(*scope, correction, model.lang)));
        }
    }
    let mut text = String::new();
    if !notes.is_empty() || corrections.is_empty() {
        let labels =
            markdown::Labels { pens: model.config.pens.clone(), ..markdown::Labels::new(model.lang) };
        text = markdown::export(&model.document, &model.analysis, &notes, &labels);
    }
    if !corrections.is_empty() {
        let heading = Unsaved::Corrections.say(model.lang);
        text.push_str(&format!("{heading}{}\n{}", colon(model.lang), corrections.concat()));
    }
    text
}

/// The annotations with changes among `changes`, each as a line of JSON that `exergue import` takes.
#[must_use]
pub fn unsaved_json(model: &Model, changes: &[Event]) -> String {
    let ids: BTreeSet<NoteId> = changes.iter().filter_map(|event| event.edit.note()).collect();
    let writer = Writer::new(&model.document);
    let lines = ids.into_iter().filter_map(|id| model.notes.get(id)).map(|note| writer.line(note) + "\n");
    lines.collect()
}

/// What a correction says, in one line.
fn line(scope: Scope, correction: &Correction, lang: Lang) -> String {
    let say = |said: Unsaved| said.say(lang).to_owned();
    let quoted = |words: &str| quoted(words, lang);
    let (subject, said) = match correction {
        Correction::Name { of, to } => {
            (of, to.as_ref().map(|to| format!("{} {}", say(Unsaved::Called), quoted(to))))
        }
        Correction::Kind { of, to } => {
            let said = to.map(|naming| match naming {
                Naming::Name(kind) => format!("{} {}", say(Unsaved::Is), quoted(kind_name(kind).say(lang))),
                Naming::Nothing => say(Unsaved::NoName),
            });
            (of, said)
        }
        Correction::Quotation { anchor, to, .. } => {
            let said = to.as_ref().map(|saying| match saying {
                Saying::By(Some(speaker)) => format!("{} {}", say(Unsaved::SaidBy), quoted(speaker)),
                Saying::By(None) => say(Unsaved::SaidByNobody),
                Saying::Nothing => say(Unsaved::NoQuotation),
            });
            (&anchor.quote, said)
        }
        Correction::Term { theme, term, to } => {
            let said = to.map(|belongs| {
                let said = if belongs { Unsaved::BelongsTo } else { Unsaved::DoesNotBelongTo };
                format!("{} {}", say(said), quoted(theme))
            });
            (term, said)
        }
        Correction::Theme { key, to } => {
            (key, to.as_ref().map(|to| format!("{} {}", say(Unsaved::ThemeCalled), quoted(to))))
        }
    };
    let said = said.unwrap_or_else(|| say(Unsaved::AsFound));
    // A passage may go over several lines.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = format!("{} {said}", quoted(&subject));
    match scope {
        Scope::Document => line,
        Scope::Everywhere => format!("{line} {}", say(Unsaved::Everywhere)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::{Anchor, EntityKind};
    use uuid::Uuid;

    fn anchor(quote: &str) -> Box<Anchor> {
        let empty = String::new;
        Box::new(Anchor {
            quote: quote.to_owned(),
            before: empty(),
            after: empty(),
            start: 0,
            end: 0,
            permille: 0,
            chapter: String::new(),
            headings: Vec::new(),
            text: empty(),
            rivals: None,
        })
    }

    #[test]
    fn every_correction_is_a_line_that_a_person_understands() {
        let text = |text: &str| text.to_owned();
        let said = |to| Correction::Quotation { id: Uuid::nil(), anchor: anchor("Nous\ny serons"), to };
        for (correction, french, english) in [
            (
                Correction::Name { of: text("Mensch"), to: Some(text("Arthur Mensch")) },
                "«_Mensch_» s’appelle «_Arthur Mensch_»",
                "“Mensch” is called “Arthur Mensch”",
            ),
            (
                Correction::Name { of: text("Mensch"), to: None },
                "«_Mensch_» est de nouveau tel que trouvé",
                "“Mensch” is again as found",
            ),
            (
                Correction::Kind { of: text("Le Chat"), to: Some(Naming::Name(EntityKind::Product)) },
                "«_Le Chat_» est du type «_produit_»",
                "“Le Chat” is of the type “product”",
            ),
            (
                Correction::Kind { of: text("Halles"), to: Some(Naming::Nothing) },
                "«_Halles_» n’est pas un nom",
                "“Halles” is not a name",
            ),
            (
                said(Some(Saying::By(Some(text("Ann"))))),
                "«_Nous y serons_» est dit par «_Ann_»",
                "“Nous y serons” is said by “Ann”",
            ),
            (
                said(Some(Saying::Nothing)),
                "«_Nous y serons_» n’est pas une citation",
                "“Nous y serons” is not a quotation",
            ),
            (
                Correction::Term { theme: text("city"), term: text("tram"), to: Some(false) },
                "«_tram_» n’est pas du thème «_city_»",
                "“tram” does not belong to the theme “city”",
            ),
            (
                Correction::Theme { key: text("city"), to: Some(text("Ville")) },
                "«_city_» est un thème, qui s’appelle «_Ville_»",
                "“city” is a theme, called “Ville”",
            ),
        ] {
            let blanks = |line: String| line.replace('\u{a0}', "_");
            assert_eq!(blanks(line(Scope::Document, &correction, Lang::French)), french);
            assert_eq!(line(Scope::Document, &correction, Lang::English), english);
            let everywhere = line(Scope::Everywhere, &correction, Lang::English);
            assert_eq!(everywhere, format!("{english} (in every article)"));
        }
    }
}
