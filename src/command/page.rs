//! `docs/keys.md`, made from the live keymap so that it cannot lie.

use super::{Command, Group, Keymap, Mode};
use crate::words::Lang;
use std::fmt::Write;

/// Every binding, as a page of Markdown: a section a mode, a table a group, a row a command, then the
/// commands that have no key.
#[must_use]
pub fn keys_page(keymap: &Keymap) -> String {
    let mut page = String::from(HEAD);
    for mode in Mode::ALL.into_iter().filter(|&mode| !keymap.bindings(mode).is_empty()) {
        let _ = writeln!(page, "\n## {}\n\n{}", title(mode), explanation(mode));
        for group in Group::ALL {
            let rows = rows(keymap, mode, group);
            if !rows.is_empty() {
                let _ = writeln!(page, "\n| {} | command | |\n|---|---|---|\n{rows}", group.title(LANG));
                page.truncate(page.trim_end().len());
                page.push('\n');
            }
        }
    }
    let bound = |command| {
        Mode::ALL.iter().any(|&mode| keymap.bindings(mode).iter().any(|binding| binding.command == command))
    };
    page.push_str("\n## By name only\n\nThese have no key; the palette (`:`) runs them.\n\n");
    for command in Command::ALL.iter().filter(|&&command| !bound(command)) {
        let _ = writeln!(page, "- `{}`: {}", command.name(), command.doc(LANG));
    }
    page
}

const LANG: Lang = Lang::English;

const HEAD: &str = "\
# Keys

Generated from the default configuration; `EXERGUE_BLESS=1 cargo test --test keys` writes it anew.
Keys are written as in `config.toml`, where each of them can be changed: a capital is Shift with the
letter, `g g` is g twice, `<char>` is any character. Digits before a command of the text, the selection
or a list are a count: `3 J`, `40 %`, `3 G`.
";

fn rows(keymap: &Keymap, mode: Mode, group: Group) -> String {
    let mut rows = String::new();
    for &command in Command::ALL.iter().filter(|command| command.group() == group) {
        let keys: Vec<String> = keymap
            .bindings(mode)
            .iter()
            .filter(|binding| binding.command == command)
            // A bar would end the cell, even inside code.
            .map(|binding| format!("`{}`", binding.keys).replace('|', "\\|"))
            .collect();
        if !keys.is_empty() {
            let _ = writeln!(rows, "| {} | `{}` | {} |", keys.join(" "), command.name(), command.doc(LANG));
        }
    }
    rows
}

fn title(mode: Mode) -> &'static str {
    match mode {
        Mode::Everywhere => "Everywhere",
        Mode::Read => "Reading",
        Mode::Select => "Selecting",
        Mode::Lists => "Lists",
        Mode::Entities => "Entities",
        Mode::Quotes => "Who says what",
        Mode::Themes => "Themes",
        Mode::Notebook => "Notebook",
        Mode::Note => "Writing a note",
        Mode::Prompt => "Typing a line",
    }
}

fn explanation(mode: Mode) -> &'static str {
    match mode {
        Mode::Everywhere => "In every mode but where text is typed (`[keys.everywhere]`).",
        Mode::Read => "In the text of the article (`[keys.read]`).",
        Mode::Select => "While a passage is selected: motions extend it (`[keys.select]`).",
        Mode::Lists => "In the entities, the quotations, the themes, the notebook (`[keys.lists]`).",
        Mode::Entities => "In the entities, beside and before the keys of the lists (`[keys.entities]`).",
        Mode::Quotes => "In the quotations, beside and before the keys of the lists (`[keys.quotes]`).",
        Mode::Themes => "In the themes, beside and before the keys of the lists (`[keys.themes]`).",
        Mode::Notebook => "In the notebook, beside and before the keys of the lists (`[keys.notebook]`).",
        Mode::Note => "All other keys write, move and delete as in any text field (`[keys.note]`).",
        Mode::Prompt => "Search, filter, tags, corrections, palette (`[keys.prompt]`).",
    }
}
