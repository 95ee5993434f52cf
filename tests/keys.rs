//! The default keys and the words of commands: complete, without clashes, and as the page tells them.

use exergue::command::{Command, Group, Key, Keymap, Lookup, Mode, keys_page};
use exergue::config::{DEFAULT, settle};
use exergue::words::Lang;
use std::collections::BTreeSet;

/// Commands that have no key on purpose: they are asked for by name.
const PALETTE_ONLY: [Command; 3] = [Command::Colors, Command::ConfirmPlace, Command::Quit];

fn default_keymap() -> Keymap {
    let (config, notices) = settle(DEFAULT, None, None, Lang::English);
    assert_eq!(notices, [], "the default configuration is in order");
    config.keymap
}

fn lookup(keymap: &Keymap, mode: Mode, keys: &str) -> Lookup {
    let keys: Vec<Key> = keys.split(' ').map(|key| Key::parse(key).expect(key)).collect();
    keymap.lookup(mode, &keys)
}

#[test]
fn every_command_has_keys_or_is_listed_as_asked_for_by_name() {
    let keymap = default_keymap();
    let bound: BTreeSet<Command> =
        Mode::ALL.iter().flat_map(|&mode| keymap.bindings(mode)).map(|binding| binding.command).collect();
    let expected: BTreeSet<Command> =
        Command::ALL.iter().copied().filter(|command| !PALETTE_ONLY.contains(command)).collect();
    assert_eq!(bound, expected);
}

#[test]
fn every_default_binding_does_what_it_says() {
    let keymap = default_keymap();
    for mode in Mode::ALL {
        for binding in keymap.bindings(mode) {
            let text = binding.keys.to_string().replace("<char>", "w");
            let letter = binding.keys.to_string().contains("<char>").then_some('w');
            let expect = Lookup::Command(binding.command, letter);
            assert_eq!(lookup(&keymap, mode, &text), expect, "[{mode}] {text}");
        }
    }
}

#[test]
fn every_command_is_worded_in_both_languages() {
    for command in Command::ALL {
        for lang in [Lang::French, Lang::English] {
            let (label, doc) = (command.label(lang), command.doc(lang));
            assert!(!label.is_empty() && label.chars().count() <= 24, "{command:?}: {label}");
            assert!(doc.chars().count() > 5 && !doc.ends_with('.'), "{command:?}: {doc}");
            assert!(doc.starts_with(char::is_uppercase), "{command:?}: {doc}");
        }
    }
}

#[test]
fn french_words_are_set_in_french() {
    let words = Command::ALL
        .iter()
        .flat_map(|command| [command.label(Lang::French), command.doc(Lang::French)])
        .chain(Group::ALL.iter().map(|group| group.title(Lang::French)));
    for text in words {
        assert!(!text.contains('\''), "a straight apostrophe: {text}");
        for mark in [" ;", " :", " !", " ?", " »", "« "] {
            assert!(!text.contains(mark), "a blank that may break: {text}");
        }
    }
}

#[test]
fn the_page_of_keys_equals_what_the_table_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    let page = keys_page(&default_keymap());
    if std::env::var_os("EXERGUE_BLESS").is_some() {
        std::fs::write(path, &page).expect("docs/keys.md can be written");
    }
    let kept = std::fs::read_to_string(path).expect("docs/keys.md is there");
    assert!(kept == page, "docs/keys.md is out of date: run EXERGUE_BLESS=1 cargo test --test keys");
}
