//! What was found, with the person's corrections laid over it.
//!
//! What analysis found is kept as it came. Whenever it, or a correction, changes, the corrections are laid over
//! it anew, so that taking one back needs no analysis. Only the words of themes do: they are looked for.

use super::effect::Effect;
use super::model::Model;
use super::update;
use crate::analyse;
use crate::mark::anchor::Placer;
use crate::mark::{Analysis, Theme, ThemeHit};
use crate::text::SpanList;
use std::sync::Arc;

/// Takes what analysis found while it looked for `themes`, which may have changed since.
pub fn take(model: &mut Model, found: Arc<Analysis>, themes: &[Theme]) {
    model.found = if *themes == *model.themes { found } else { counted_in(&found, themes, &model.themes) };
    lay_over(model);
}

/// The corrections are others than before: lays them over what was found. Where the words of a theme changed, a new
/// analysis is asked for; until it comes, what it had found of the others stays.
pub fn renew(model: &mut Model) -> Vec<Effect> {
    if model.notes.corrections().passages().any(|(_, passage)| passage.span.is_none()) {
        let document = Arc::clone(&model.document);
        let placer = Placer::new(&document);
        model.notes.place_corrections(|anchor| placer.place_surely(anchor));
    }
    let before = Arc::clone(&model.themes);
    let themes = model.notes.corrections().themes(&model.config.themes);
    let mut effects = Vec::new();
    if themes != *before {
        model.found = counted_in(&model.found, &before, &themes);
        model.themes = themes.into();
        let words = |themes: &Arc<[Theme]>| -> Vec<_> {
            themes.iter().map(|theme| (theme.key.clone(), theme.terms.clone())).collect()
        };
        if words(&before) != words(&model.themes) {
            effects = update::analyse(model);
        }
    }
    lay_over(model);
    effects
}

fn lay_over(model: &mut Model) {
    let corrections = model.notes.corrections();
    model.analysis = if corrections.is_empty() {
        Arc::clone(&model.found)
    } else {
        Arc::new(analyse::corrected(&model.document, &model.found, corrections))
    };
}

/// The findings with their theme passages counted in `to` instead of `from`; those of words that are gone are left out.
fn counted_in(found: &Analysis, from: &[Theme], to: &[Theme]) -> Arc<Analysis> {
    let places: Vec<Vec<Option<(usize, usize)>>> = from
        .iter()
        .map(|old| {
            let theme = to.iter().position(|theme| theme.key == old.key);
            let place = |text: &str| {
                let theme = theme?;
                Some((theme, to[theme].terms.iter().position(|term| term.text == text)?))
            };
            old.terms.iter().map(|term| place(&term.text)).collect()
        })
        .collect();
    let hits = found.themes.items().iter().filter_map(|hit| {
        let (theme, term) = (*places.get(hit.theme)?.get(hit.term)?)?;
        Some(ThemeHit { theme, term, ..*hit })
    });
    Arc::new(Analysis { themes: SpanList::new(hits.collect()), ..found.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::Term;
    use crate::text::Span;

    fn theme(key: &str, terms: &[&str]) -> Theme {
        let term = |text: &&str| Term { text: (*text).to_owned(), exact: false, any_order: false };
        let terms = terms.iter().map(term).collect();
        Theme { key: key.to_owned(), label: key.to_owned(), description: String::new(), terms }
    }

    #[test]
    fn passages_follow_their_theme_and_those_of_a_word_that_is_gone_go() {
        let hit = |theme, term, at| ThemeHit { span: Span::new(at, at + 1), theme, term };
        let hits = SpanList::new(vec![hit(0, 0, 0), hit(1, 0, 2), hit(1, 1, 4)]);
        let found = Analysis { themes: hits, ..Analysis::default() };
        let from = [theme("air", &["ozone"]), theme("city", &["tram", "bus"])];
        let to = [theme("city", &["rail", "bus"]), theme("air", &["ozone"])];
        let moved = counted_in(&found, &from, &to);
        assert_eq!(moved.themes.items(), [hit(1, 0, 0), hit(0, 1, 4)]);
    }
}
