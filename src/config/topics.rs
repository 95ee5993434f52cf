//! Reading `[[themes]]` and `[[names]]`: a later one with the same key takes the place of the earlier.

use super::colors::{Override, Role, Scheme, THEMES};
use super::reader::{Section, printable};
use super::settle::color;
use crate::mark::EntityKind;
use crate::mark::analysis::{KnownName, Term, Theme};
use crate::words::notices::Expected;
use toml::de::DeValue;

/// Reads one theme into its place. Without a key it is left out; without a label the key is shown.
pub(super) fn theme(
    section: &mut Section<'_, '_, '_>,
    themes: &mut Vec<Theme>,
    overrides: &mut Vec<Override>,
) {
    let key = section.text("key").filter(|key| !key.is_empty());
    let label = section.wording("label");
    let description = section.wording("description").unwrap_or_default();
    let terms = terms(section);
    let chosen = section.value("color");
    let Some(key) = key else {
        section.missing("key", &Expected::Text);
        return;
    };
    let theme = Theme { label: label.unwrap_or_else(|| key.clone()), key, description, terms };
    let place = match themes.iter().position(|known| known.key == theme.key) {
        Some(place) => {
            themes[place] = theme;
            place
        }
        None => {
            themes.push(theme);
            themes.len() - 1
        }
    };
    let Some(value) = chosen else { return };
    let Some(color) = color(value.get_ref()) else {
        section.refuse("color", value, &Expected::Color);
        return;
    };
    // Themes past the last letter share the colours of the first ones, so they cannot have their own.
    if let Some(index) = u8::try_from(place).ok().filter(|&index| index < THEMES) {
        let site = section.site(value);
        for scheme in [Scheme::Dark, Scheme::Light] {
            overrides.push(Override { scheme, role: Role::Theme(index), color, site: site.clone() });
        }
    }
}

/// The terms of a theme: plain words, or a table with `text` and how to match it.
fn terms(section: &mut Section<'_, '_, '_>) -> Vec<Term> {
    let Some(items) = section.items("terms") else { return Vec::new() };
    let mut terms = Vec::with_capacity(items.len());
    for item in items {
        match term(item.get_ref()).filter(|term| !term.text.trim().is_empty()) {
            Some(term) => terms.push(term),
            None => section.refuse("terms", item, &Expected::Term),
        }
    }
    terms
}

fn term(value: &DeValue<'_>) -> Option<Term> {
    if let Some(text) = value.as_str() {
        return Some(Term { text: printable(text), exact: false, any_order: false });
    }
    let table = value.as_table()?;
    let flag = |key: &str| table.get(key).map_or(Some(false), |flag| flag.get_ref().as_bool());
    let known = table.keys().all(|key| matches!(key.get_ref().as_ref(), "text" | "exact" | "any_order"));
    Some(Term {
        text: printable(table.get("text").filter(|_| known)?.get_ref().as_str()?),
        exact: flag("exact")?,
        any_order: flag("any_order")?,
    })
}

/// Reads one name into its place. It must say what it is called; without a type it is `other`.
pub(super) fn name(section: &mut Section<'_, '_, '_>, names: &mut Vec<KnownName>) {
    let name = section.text("name").filter(|name| !name.is_empty());
    let kinds = EntityKind::ALL.map(|kind| (kind.name(), kind));
    let mut kind = EntityKind::Other;
    section.choice("type", &kinds, &mut kind);
    let aliases = section.texts("aliases").unwrap_or_default();
    let Some(name) = name else {
        section.missing("name", &Expected::Text);
        return;
    };
    let known = KnownName { name, kind, aliases };
    match names.iter().position(|other| other.name == known.name) {
        Some(place) => names[place] = known,
        None => names.push(known),
    }
}
