//! The default and the person's file, one laid over the other.

use super::colors::{Color, Override, Role, Scheme, When};
use super::reader::{Section, Source, integer};
use super::schema::{Appearance, Config, DragAction, Glyphs, MEASURE};
use super::topics;
use crate::command::Mode;
use crate::mark::{Language, Pen};
use crate::notice::Notice;
use crate::words::Lang;
use crate::words::notices::Expected;

/// The default configuration, as it stands at the root of the project.
pub const DEFAULT: &str = include_str!("../../config.toml");

/// What notices call the default configuration.
const DEFAULT_FILE: &str = "default config.toml";

/// Reads `default_toml`, lays the person's file (its name and its text) over it, and says what could
/// not be used. Nothing stops the program: a bad setting keeps its default, a file that is not TOML
/// changes nothing.
///
/// The language of the interface is `flag` (the command line), else what the configuration says,
/// else `locale`; labels and notices are in it.
#[must_use]
pub fn settle(
    default_toml: &str,
    person: Option<(&str, &str)>,
    flag: Option<Lang>,
    locale: Lang,
) -> (Config, Vec<Notice>) {
    let mut notices = Vec::new();
    let sources: Vec<Source<'_>> = std::iter::once((DEFAULT_FILE, default_toml))
        .chain(person)
        .map(|(file, text)| Source::new(file, text))
        .collect();
    let tables: Vec<_> =
        sources.iter().filter_map(|source| Some((source.parse(&mut notices)?, source))).collect();
    // The language comes first, because what follows is worded in it.
    let mut config = Config { lang: locale, ..Config::default() };
    for (table, source) in &tables {
        let mut top = Section::top(table, source, flag.unwrap_or(config.lang), &mut notices);
        let mut lang = None;
        top.choice("lang", &LANGS, &mut lang);
        config.lang = flag.or(lang).unwrap_or(config.lang);
    }
    for (table, source) in &tables {
        let mut top = Section::top(table, source, config.lang, &mut notices);
        lay(&mut config, &mut top);
    }
    // The default has none, as a test knows.
    if person.is_some() {
        notices.extend(config.keymap.clashes());
    }
    (config, notices)
}

const LANGS: [(&str, Option<Lang>); 3] =
    [("auto", None), ("fr", Some(Lang::French)), ("en", Some(Lang::English))];
/// The choices for the language of the text: "auto", or the code of a language.
fn text_langs() -> Vec<(&'static str, Option<Language>)> {
    let known = Language::KNOWN.iter().map(|&language| (language.code(), Some(language)));
    std::iter::once(("auto", None)).chain(known).collect()
}

const WHEN: [(&str, When); 3] = [("auto", When::Auto), ("always", When::Always), ("never", When::Never)];

/// Lays one file over what is settled so far.
fn lay(config: &mut Config, top: &mut Section<'_, '_, '_>) {
    // Read beforehand; asked for again only so that it is a known name.
    let _ = top.value("lang");
    top.choice("glyphs", &[("unicode", Glyphs::Unicode), ("ascii", Glyphs::Ascii)], &mut config.glyphs);
    if let Some(mut reading) = top.section("reading") {
        reading.number("measure", MEASURE, &mut config.reading.measure);
        reading.flag("hyphenation", &mut config.reading.hyphenation);
        reading.choice("text-lang", &text_langs(), &mut config.reading.text_lang);
        reading.finish();
    }
    if let Some(mut colors) = top.section("colors") {
        colors.choice("when", &WHEN, &mut config.colors.when);
        colors.choice("appearance", &Appearance::NAMED, &mut config.colors.appearance);
        colors.choice("underline", &WHEN, &mut config.colors.underline);
        for (name, scheme) in [("dark", Scheme::Dark), ("light", Scheme::Light)] {
            if let Some(mut chosen) = colors.section(name) {
                overrides(&mut chosen, scheme, &mut config.colors.overrides);
            }
        }
        colors.finish();
    }
    if let Some(mut layers) = top.section("layers") {
        let places = &mut config.layers;
        layers.flag("entities", &mut places.entities);
        layers.flag("quotes", &mut places.quotes);
        layers.flag("themes", &mut places.themes);
        layers.flag("notes", &mut places.notes);
        layers.flag("legend", &mut places.legend);
        layers.flag("inline-notes", &mut places.inline_notes);
        layers.finish();
    }
    if let Some(mut mouse) = top.section("mouse") {
        mouse.flag("capture", &mut config.mouse.capture);
        let drags = [("menu", DragAction::Menu), ("highlight", DragAction::Highlight)];
        mouse.choice("drag", &drags, &mut config.mouse.drag);
        mouse.finish();
    }
    if let Some(mut pens) = top.section("pens") {
        for (pen, place) in Pen::ALL.into_iter().zip(&mut config.pens) {
            if let Some(name) = pens.wording(pen.name()) {
                *place = name;
            }
        }
        pens.finish();
    }
    if let Some(mut export) = top.section("export") {
        if let Some(folder) = export.text("folder") {
            config.export.folder = Some(folder).filter(|folder| !folder.is_empty());
        }
        if let Some(tags) = export.texts("tags") {
            config.export.tags = tags;
        }
        export.finish();
    }
    top.each("themes", |section| topics::theme(section, &mut config.themes, &mut config.colors.overrides));
    top.each("names", |section| topics::name(section, &mut config.names));
    if let Some(mut keys) = top.section("keys") {
        for mode in Mode::ALL {
            if let Some(mut rows) = keys.section(mode.name()) {
                bind(&mut rows, mode, config);
            }
        }
        keys.finish();
    }
    top.finish();
}

/// Reads the colours that a person chose for one scheme.
fn overrides(section: &mut Section<'_, '_, '_>, scheme: Scheme, overrides: &mut Vec<Override>) {
    for (key, value) in section.rows() {
        let Some(&(_, role)) = Role::NAMED.iter().find(|(name, _)| *name == key.get_ref()) else {
            section.unknown(key, Role::NAMED.iter().map(|(name, _)| *name));
            continue;
        };
        match color(value.get_ref()) {
            Some(color) => overrides.push(Override { scheme, role, color, site: section.site(value) }),
            None => section.refuse(key.get_ref(), value, &Expected::Color),
        }
    }
}

/// A colour: `"#rrggbb"`, or the number of a fixed colour.
pub(super) fn color(value: &toml::de::DeValue<'_>) -> Option<Color> {
    match value.as_str() {
        Some(text) => Color::parse(text),
        None => integer(value).map(Color::of_index),
    }
}

/// Reads the keys of one mode.
fn bind(section: &mut Section<'_, '_, '_>, mode: Mode, config: &mut Config) {
    for (keys, command) in section.rows() {
        let Some(name) = command.get_ref().as_str() else {
            section.refuse(keys.get_ref(), command, &Expected::Command);
            continue;
        };
        let site = section.site(keys);
        if let Some(notice) = config.keymap.bind(mode, keys.get_ref(), name, site) {
            section.push(notice);
        }
    }
}
