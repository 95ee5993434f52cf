//! Reading TOML so that every complaint knows its line and column.

use crate::command::nearest;
use crate::notice::{Notice, Site};
use crate::words::Lang;
use crate::words::notices::Expected;
use std::borrow::Cow;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file of configuration, as text.
#[derive(Debug)]
pub(super) struct Source<'i> {
    file: &'i str,
    text: &'i str,
    /// First byte of each line.
    lines: Vec<usize>,
}

impl<'i> Source<'i> {
    pub(super) fn new(file: &'i str, text: &'i str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { file, text, lines: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The tables of the file. Where it is not TOML, `None`, and a notice of the first fault.
    pub(super) fn parse(&self, notices: &mut Vec<Notice>) -> Option<DeTable<'i>> {
        match DeTable::parse(self.text) {
            Ok(table) => Some(table.into_inner()),
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                let why = error.message().lines().collect::<Vec<_>>().join(", ");
                notices.push(Notice::BadToml { site: self.site(offset), why });
                None
            }
        }
    }

    /// Where a byte of the text is, for a person.
    pub(super) fn site(&self, offset: usize) -> Site {
        let line = self.lines.partition_point(|&start| start <= offset) - 1;
        let before = self.text.get(self.lines[line]..offset).unwrap_or_default();
        Site { file: self.file.to_owned(), line: line + 1, column: before.chars().count() + 1 }
    }
}

/// One table of the file while it is read. Each question takes the name of a setting; in the end,
/// [`Section::finish`] complains of the names that nothing asked for.
pub(super) struct Section<'n, 't, 'i> {
    table: &'t DeTable<'i>,
    /// With its parents (`colors.dark`), empty for the top.
    name: String,
    /// First byte of the table's own value, for complaints about what is missing.
    offset: usize,
    source: &'t Source<'i>,
    lang: Lang,
    known: Vec<&'static str>,
    notices: &'n mut Vec<Notice>,
}

impl<'n, 't, 'i> Section<'n, 't, 'i> {
    /// The whole file.
    pub(super) fn top(
        table: &'t DeTable<'i>,
        source: &'t Source<'i>,
        lang: Lang,
        notices: &'n mut Vec<Notice>,
    ) -> Self {
        Self { table, name: String::new(), offset: 0, source, lang, known: Vec::new(), notices }
    }

    /// The table called `key`, if there is one.
    pub(super) fn section(&mut self, key: &'static str) -> Option<Section<'_, 't, 'i>> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.refuse(key, value, &Expected::Table);
            return None;
        };
        Some(Section {
            table,
            name: self.path(key),
            offset: value.span().start,
            source: self.source,
            lang: self.lang,
            known: Vec::new(),
            notices: self.notices,
        })
    }

    /// Goes through the tables of the array called `key` (`[[themes]]`), in their order.
    pub(super) fn each(&mut self, key: &'static str, mut visit: impl FnMut(&mut Section<'_, 't, 'i>)) {
        let Some(value) = self.value(key) else { return };
        let Some(items) = value.get_ref().as_array() else {
            self.refuse(key, value, &Expected::Tables);
            return;
        };
        for item in items.iter() {
            let Some(table) = item.get_ref().as_table() else {
                self.refuse(key, item, &Expected::Table);
                continue;
            };
            let mut section = Section {
                table,
                name: self.path(key),
                offset: item.span().start,
                source: self.source,
                lang: self.lang,
                known: Vec::new(),
                notices: self.notices,
            };
            visit(&mut section);
            section.finish();
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, key: &'static str, place: &mut bool) {
        let Some(value) = self.value(key) else { return };
        match value.get_ref().as_bool() {
            Some(flag) => *place = flag,
            None => self.refuse(key, value, &Expected::Flag),
        }
    }

    /// A whole number within limits.
    pub(super) fn number(&mut self, key: &'static str, limits: RangeInclusive<u16>, place: &mut u16) {
        let Some(value) = self.value(key) else { return };
        match integer(value.get_ref()).filter(|number| limits.contains(number)) {
            Some(number) => *place = number,
            None => self.refuse(key, value, &Expected::Number(*limits.start(), *limits.end())),
        }
    }

    /// One of several words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&'static str, T)],
        place: &mut T,
    ) {
        let Some(value) = self.value(key) else { return };
        let word = value.get_ref().as_str();
        match choices.iter().find(|(name, _)| Some(*name) == word) {
            Some((_, choice)) => *place = *choice,
            None => {
                let names = choices.iter().map(|(name, _)| *name).collect();
                self.refuse(key, value, &Expected::OneOf(names));
            }
        }
    }

    /// Words, without control characters.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str().map(printable);
        if text.is_none() {
            self.refuse(key, value, &Expected::Text);
        }
        text
    }

    /// Words, the same for both languages or one wording for each (`{ fr = "…", en = "…" }`). Where
    /// the language of the interface is missing, the other one does.
    pub(super) fn wording(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else { return self.text(key) };
        let order = self.lang.pick(["fr", "en"], ["en", "fr"]);
        let wording = order.into_iter().find_map(|lang| table.get(lang)?.get_ref().as_str());
        if wording.is_none() {
            self.refuse(key, value, &Expected::Wording);
        }
        wording.map(printable)
    }

    /// A list of words; items that are not are left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let items = self.items(key)?;
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push(printable(text)),
                None => self.refuse(key, item, &Expected::Text),
            }
        }
        Some(texts)
    }

    /// A list of anything.
    pub(super) fn items(&mut self, key: &'static str) -> Option<Vec<&'t Spanned<DeValue<'i>>>> {
        let value = self.value(key)?;
        let Some(items) = value.get_ref().as_array() else {
            self.refuse(key, value, &Expected::List);
            return None;
        };
        Some(items.iter().collect())
    }

    /// Every name and value of the table, in the order of the file, for tables with free names.
    pub(super) fn rows(&self) -> Vec<(&'t Spanned<Cow<'i, str>>, &'t Spanned<DeValue<'i>>)> {
        let mut rows: Vec<_> = self.table.iter().collect();
        rows.sort_by_key(|(key, _)| key.span().start);
        rows
    }

    /// The value called `key`, whatever it is; the name counts as known from now on.
    pub(super) fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.known.push(key);
        self.table.get(key)
    }

    /// Complains that a value cannot be used.
    pub(super) fn refuse(&mut self, key: &str, value: &Spanned<DeValue<'_>>, expected: &Expected) {
        let site = self.source.site(value.span().start);
        self.push(Notice::BadSetting { site, key: self.path(key), expected: expected.say(self.lang) });
    }

    /// Complains that a value is missing.
    pub(super) fn missing(&mut self, key: &str, expected: &Expected) {
        let site = self.source.site(self.offset);
        self.push(Notice::BadSetting { site, key: self.path(key), expected: expected.say(self.lang) });
    }

    /// Complains of a name among free ones.
    pub(super) fn unknown<'a>(
        &mut self,
        key: &Spanned<Cow<'_, str>>,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let site = self.source.site(key.span().start);
        let written = key.get_ref();
        self.push(Notice::UnknownSetting {
            site,
            key: written.to_string(),
            table: self.name.clone(),
            nearest: nearest(written, known).map(str::to_owned),
        });
    }

    /// Where a value is, for notices of others.
    pub(super) fn site<T>(&self, value: &Spanned<T>) -> Site {
        self.source.site(value.span().start)
    }

    /// Adds a notice of others.
    pub(super) fn push(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Complains of the names that nothing asked for.
    pub(super) fn finish(&mut self) {
        let known = std::mem::take(&mut self.known);
        for (key, _) in self.rows() {
            if !known.contains(&key.get_ref().as_ref()) {
                self.unknown(key, known.iter().copied());
            }
        }
    }

    fn path(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

/// A whole number that fits; `None` for anything else.
pub(super) fn integer<T: TryFrom<i64>>(value: &DeValue<'_>) -> Option<T> {
    let number = value.as_integer()?;
    T::try_from(i64::from_str_radix(number.as_str(), number.radix()).ok()?).ok()
}

/// The text without control characters, which a terminal would obey.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}
