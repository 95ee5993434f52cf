//! Lays out the shipped names and the lexicon as constants, so that the program starts without building
//! them.
//!
//! The tables are made by the code that reads them, which is why the modules of the program stand here
//! under the paths they have there. What is written goes to `OUT_DIR` and is included by
//! `src/analyse/lexicon/mod.rs` and `src/analyse/names/known.rs`.

// The program uses what the script does not, and the other way round.
#![allow(dead_code, unreachable_pub)]

#[path = "src/analyse/lexicon/class.rs"]
mod class;
#[path = "src/analyse/lexicon/dutch.rs"]
mod dutch;
#[path = "src/analyse/lexicon/english.rs"]
mod english;
#[path = "src/analyse/lexicon/english_verbs.rs"]
mod english_verbs;
#[path = "src/analyse/lexicon/french.rs"]
mod french;
#[path = "src/analyse/lexicon/french_verbs.rs"]
mod french_verbs;
#[path = "src/analyse/lexicon/german.rs"]
mod german;
#[path = "src/analyse/lexicon/inflect.rs"]
mod inflect;
#[path = "src/analyse/lexicon/italian.rs"]
mod italian;
#[path = "src/mark/language.rs"]
mod language;
#[path = "src/analyse/names/list.rs"]
mod list;
#[path = "src/text/segment/ordinal.rs"]
mod ordinal;
#[path = "src/analyse/lexicon/portuguese.rs"]
mod portuguese;
#[path = "src/analyse/lexicon/shared.rs"]
mod shared;
#[path = "src/analyse/lexicon/small_words.rs"]
mod small_words;
#[path = "src/analyse/lexicon/spanish.rs"]
mod spanish;
#[path = "src/analyse/names/surfaces.rs"]
mod surfaces;
#[path = "src/analyse/table.rs"]
mod table;
#[path = "src/analyse/lexicon/tells.rs"]
mod tells;
#[path = "src/analyse/tokens.rs"]
mod tokens;

/// The paths by which the modules know one another.
mod analyse {
    pub(crate) use crate::{table, tokens};
}

/// What words need to know of texts.
mod text {
    pub(crate) mod segment {
        pub(crate) use crate::ordinal::is_german_ordinal;
    }
}

/// The languages, under the path they have there.
mod mark {
    pub(crate) use crate::language::Language;
}

use class::Class;
use language::Language;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::{env, fs};
use surfaces::Surfaces;
use table::{Texts, WordTable};

/// A list: the words, blanks between, and what they are.
type List = (Class, &'static str);

/// The lists of names, in the order in which their names are numbered.
const LISTS: [&str; 8] =
    ["people", "organisations", "places", "events", "laws", "works", "products", "hints"];

fn main() {
    println!("cargo::rerun-if-changed=assets/names");
    println!("cargo::rerun-if-changed=src/analyse");
    println!("cargo::rerun-if-changed=src/mark/language.rs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    let write = |name: &str, code: String| {
        fs::write(folder.join(name), code).unwrap_or_else(|error| panic!("{name}: {error}"));
    };

    let (words, set_of, sets) = lexicon();
    write("lexicon_words.rs", word_table(&words));
    write("lexicon_set_of.rs", format!("{set_of:?}"));
    write("lexicon_sets.rs", format!("{sets:?}"));

    let (names, sections) = known_names();
    write("known_names.rs", known_table(&names));
    write("known_sections.rs", format!("[{}]", sections.join(", ")));
}

/// The text of a list of names.
fn read(name: &str) -> String {
    let path = Path::new("assets/names").join(name).with_extension("txt");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Classes in the languages of [`Language::KNOWN`], and the languages that the word tells.
type Set = ([u64; Language::KNOWN.len()], u8);

/// All words of the lexicon; for each the number of its classes; and the classes by number.
fn lexicon() -> (WordTable, Vec<u16>, Vec<Set>) {
    let mut words: BTreeMap<String, Set> = BTreeMap::new();
    for (place, language) in Language::KNOWN.into_iter().enumerate() {
        let mut add = |word: Cow<'static, str>, class: Class| {
            words.entry(word.into_owned()).or_default().0[place] |= class.0;
        };
        let lists: [&[List]; 2] = match language {
            Language::French => [french::LISTS, shared::LISTS],
            Language::English => [english::LISTS, shared::LISTS],
            Language::German => [german::LISTS, &[]],
            Language::Spanish => [spanish::LISTS, &[]],
            Language::Italian => [italian::LISTS, &[]],
            Language::Portuguese => [portuguese::LISTS, &[]],
            Language::Dutch => [dutch::LISTS, &[]],
            Language::Other => [&[], &[]],
        };
        for &(class, list) in lists.into_iter().flatten() {
            list.split_ascii_whitespace().for_each(|word| add(Cow::Borrowed(word), class));
        }
        match language {
            Language::French => french_verbs::forms(&mut add),
            Language::English => english_verbs::forms(&mut add),
            Language::German => german::forms(&mut add),
            Language::Spanish => inflect::forms(spanish::VERBS, &mut add),
            Language::Italian => inflect::forms(italian::VERBS, &mut add),
            Language::Portuguese => inflect::forms(portuguese::VERBS, &mut add),
            Language::Dutch => dutch::forms(&mut add),
            Language::Other => {}
        }
    }
    for line in list::names(&read("first")) {
        let class = match line.kind {
            "man" => Class::MAN,
            "woman" => Class::WOMAN,
            other => panic!("first.txt: [{other}] is neither man nor woman"),
        };
        for name in line.surfaces[0].split_ascii_whitespace() {
            let (classes, _) = words.entry(name.to_owned()).or_default();
            // Those of French and English hold everywhere.
            classes[..2].iter_mut().for_each(|bits| *bits |= class.0);
        }
    }
    for (language, list) in small_words::LISTS {
        for word in list.split_ascii_whitespace() {
            let (_, tells) = words.entry(word.to_owned()).or_default();
            let mut told = tells::Tells(*tells);
            told.add(*language);
            *tells = told.0;
        }
    }

    let sets: Vec<Set> = words.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let number = |set| sets.binary_search(set).expect("all sets are there");
    let set_of = words.values().map(|set| u16::try_from(number(set)).expect("few sets")).collect();
    let mut texts = Texts::default();
    words.keys().for_each(|word| texts.push(word));
    (WordTable::new(texts), set_of, sets)
}

/// The names of all lists, and their sections as code.
fn known_names() -> (Surfaces, Vec<String>) {
    let lists = LISTS.map(read);
    let listed: Vec<list::Listed> = lists.iter().flat_map(|list| list::names(list)).collect();
    let mut sections: Vec<(&str, bool)> = Vec::new();
    let mut taken: HashSet<String> =
        listed.iter().flat_map(|name| &name.surfaces).map(|&surface| surface.to_owned()).collect();
    let mut names: Vec<(u8, Vec<String>)> = Vec::new();
    for name in &listed {
        let section = (name.kind, name.certain);
        let number = sections.iter().position(|&other| other == section).unwrap_or_else(|| {
            sections.push(section);
            sections.len() - 1
        });
        let mut surfaces: Vec<String> = name.surfaces.iter().map(|&surface| surface.to_owned()).collect();
        let plain = name.surfaces.iter().filter_map(|surface| list::with_plain_capitals(surface));
        surfaces.extend(plain.filter(|surface| taken.insert(surface.clone())));
        names.push((u8::try_from(number).expect("few sections"), surfaces));
    }
    let names = names.iter().map(|(section, surfaces)| (*section, surfaces.iter().map(String::as_str)));
    let code = sections.iter().map(|(kind, certain)| format!("(EntityKind::{}, {certain})", capital(kind)));
    (Surfaces::new(names), code.collect())
}

/// The word with a capital: the name of the kind in the program. One that is none there does not compile.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn texts(texts: &Texts) -> String {
    let (letters, ends) = texts.parts();
    format!("Texts::fixed({letters:?}, &{ends:?})")
}

fn word_table(table: &WordTable) -> String {
    let (words, slots) = table.parts();
    format!("WordTable::fixed({}, &{slots:?})", texts(words))
}

fn known_table(names: &Surfaces) -> String {
    let (firsts, ends, surfaces, name_of, canonical, sections) = names.parts();
    format!(
        "Surfaces::fixed({}, &{ends:?}, {}, &{name_of:?}, {}, &{sections:?})",
        word_table(firsts),
        texts(surfaces),
        texts(canonical)
    )
}
