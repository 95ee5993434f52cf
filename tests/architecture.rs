//! The shape of the program: floors, sizes, and what stands where. `docs/ARCHITECTURE.md` has the reasons.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Which floor each folder (or file) at the root of `src` stands on.
const FLOORS: [(&str, u8); 18] = [
    ("text", 0),
    ("words", 0),
    ("notice", 0),
    ("doc", 1),
    ("mark", 2),
    ("analyse", 3),
    ("layout", 3),
    ("exchange", 3),
    ("store", 3),
    ("command", 3),
    ("config", 4),
    ("app", 5),
    ("ui", 6),
    ("runtime", 7),
    ("cli", 8),
    ("bin", 8),
    ("main", 8),
    ("lib", 9),
];

/// Neighbours that may be known all the same: a notice is plain data, made by `text`, worded by
/// `words`; `main` is the door of `cli`.
const NEIGHBOURS: [(&str, &str); 3] = [("text", "notice"), ("words", "notice"), ("main", "cli")];

/// Names that only some places may say: what is named, then where it may be.
const RESERVED: [(&[&str], &[&str]); 8] = [
    (&["crossterm", "rustix", "signal_hook", "tempfile", "etcetera", "shell_words"], &["runtime/"]),
    (&["ratatui"], &["ui/", "runtime/", "app/editor.rs"]),
    (&["ratatui_textarea"], &["app/editor.rs"]),
    (&["clap", "clap_complete", "clap_mangen"], &["cli/", "bin/"]),
    (&["lzma_rs"], &["bin/"]),
    (
        &["std::fs", "std::env", "std::thread", "std::net", "std::process"],
        &["runtime/", "cli/", "bin/", "main.rs"],
    ),
    (&["Instant", "SystemTime", "Timestamp::now", "now_v7", "new_v4"], &["runtime/", "cli/", "bin/"]),
    (
        &["print!", "println!", "eprint!", "eprintln!", "stdin", "stdout", "stderr"],
        &["runtime/", "cli/", "bin/"],
    ),
];

/// What sets cells; `ui/canvas.rs`, which cleans all it sets, is the only file of `ui` that may.
const CELLS: [&str; 12] = [
    "set_symbol",
    "set_string",
    "set_stringn",
    "set_line",
    "set_span",
    "set_char",
    "render_widget",
    "Paragraph",
    "Line::from",
    "Text::from",
    "Span::raw",
    "Span::styled",
];

/// What no code outside tests may say.
const UNFINISHED: [&str; 4] = ["todo!", "unimplemented!", "dbg!", "unwrap()"];

/// The most code lines a file may have: neither blank, nor comment, nor test.
const LONGEST: usize = 600;

/// Hosts that the papers and the manifests may name.
const HOSTS: [&str; 6] =
    ["example.org", "github.com", "keepachangelog.com", "semver.org", "www.rust-lang.org", "www.w3.org"];

/// A file of the program, without comments, the contents of strings, and tests.
struct Source {
    /// Path below `src`, with `/`.
    path: String,
    /// The file as it is.
    text: String,
    /// The same with all that is not code of the program blanked out; strings keep their lines.
    code: String,
    /// Whether the whole file is a test.
    is_test: bool,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let mut code = without_comments(text);
        let tests = test_items(&code);
        for item in tests {
            blank(&mut code, item);
        }
        Self { path: path.to_owned(), text: text.to_owned(), code, is_test: false }
    }

    /// Folder or file at the root of `src` (`text`, `notice`).
    fn place(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The modules this file is in, outermost first.
    fn modules(&self) -> Vec<&str> {
        let mut modules: Vec<&str> = self.path.trim_end_matches(".rs").split('/').collect();
        if modules.last() == Some(&"mod") {
            modules.pop();
        }
        modules
    }

    /// Places at the root of `src` that this file names.
    fn known(&self) -> BTreeSet<String> {
        let up = "super::".repeat(self.modules().len());
        ["crate::", "exergue::", &up].into_iter().flat_map(|prefix| named_after(&self.code, prefix)).collect()
    }

    /// Whether the code says `name`: a whole identifier, path, macro (`todo!`), or member of a group (`std::{fs}`).
    fn says(&self, name: &str) -> bool {
        let grouped = name.rsplit_once("::").is_some_and(|(path, last)| {
            named_after(&self.code, &format!("{path}::")).iter().any(|found| found == last)
        });
        grouped || words(&self.code, name).next().is_some()
    }

    /// Neither blank, nor comment, nor test.
    fn code_lines(&self) -> usize {
        self.code.lines().filter(|line| !line.trim().is_empty()).count()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files in a folder and below, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .collect();
    paths.sort();
    paths
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let below = |path: &Path| path.strip_prefix(&folder).expect("below src").display().to_string();
    let mut sources: Vec<Source> = files(&folder)
        .iter()
        .map(|path| Source::new(&below(path).replace('\\', "/"), &fs::read_to_string(path).expect("text")))
        .collect();
    let tests: BTreeSet<String> = sources.iter().flat_map(test_files).collect();
    for source in &mut sources {
        source.is_test = tests.contains(&source.path);
    }
    assert!(sources.len() > 100, "the sources are there");
    sources
}

/// What the program itself is made of.
fn program() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| !source.is_test)
}

/// The files that `#[cfg(test)] mod name;` makes tests.
fn test_files(source: &Source) -> Vec<String> {
    let code = without_comments(&source.text);
    let folder = match source.path.strip_suffix("/mod.rs") {
        Some(folder) => folder,
        None => source.path.trim_end_matches(".rs"),
    };
    let names = test_items(&code).into_iter().filter_map(|item| {
        let (_, name) = code[item].trim_end().strip_suffix(';')?.rsplit_once("mod ")?;
        Some(format!("{folder}/{}.rs", name.trim()))
    });
    names.collect()
}

/// The items under `#[cfg(test)]`, each to its end.
fn test_items(code: &str) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    for (start, mark) in code.match_indices("#[cfg(test)]") {
        let mut depth = 0;
        let body = start + mark.len();
        let end = code[body..].char_indices().find_map(|(at, character)| {
            match character {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                _ => {}
            }
            let is_use = code[body..].trim_start().starts_with("use ");
            let ends = depth == 0 && (character == ';' || character == '}' && !is_use);
            ends.then_some(body + at + 1)
        });
        items.push(start..end.unwrap_or(code.len()));
    }
    items
}

/// The code with comments blanked out, and every sign within quotation marks turned into one of them.
fn without_comments(text: &str) -> String {
    let mut code = text.to_owned();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest, text[..at].chars().next_back()) {
            length
        } else {
            at += character.len_utf8();
            continue;
        };
        if rest.starts_with('/') {
            blank(&mut code, at..at + length);
        } else {
            quote(&mut code, at..at + length);
        }
        at += length;
    }
    code
}

/// The length of the string or character that `rest` begins with.
fn literal(rest: &str, before: Option<char>) -> Option<usize> {
    let in_name = before.is_some_and(is_of_name);
    let raw = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r')).filter(|_| !in_name);
    if let Some(raw) = raw {
        let fence = &raw[..raw.len() - raw.trim_start_matches('#').len()];
        if raw[fence.len()..].starts_with('"') {
            let open = rest.len() - raw.len() + fence.len() + 1;
            let close = format!("\"{fence}");
            return rest[open..].find(&close).map(|end| open + end + close.len());
        }
    }
    let quote = rest.chars().next().filter(|&quote| matches!(quote, '"' | '\''))?;
    let mut inside = rest.char_indices().skip(1);
    // A lifetime is no character: `'a` has no mark after its first letter.
    if quote == '\'' && !rest[1..].starts_with('\\') && rest.chars().nth(2) != Some('\'') {
        return None;
    }
    while let Some((at, character)) = inside.next() {
        if character == '\\' {
            inside.next();
        } else if character == quote {
            return Some(at + 1);
        }
    }
    None
}

/// Turns everything but line ends into blanks. Lengths stay, so that offsets hold.
fn blank(code: &mut String, range: Range<usize>) {
    let blanks: String =
        code[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    code.replace_range(range, &blanks);
}

fn quote(code: &mut String, range: Range<usize>) {
    let marks = |byte: u8| if byte.is_ascii_whitespace() { byte as char } else { '"' };
    let quoted: String = code[range.clone()].bytes().map(marks).collect();
    code.replace_range(range, &quoted);
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Where `name` stands in the code, with nothing of a longer name on either side.
fn words<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(name).map(|(at, _)| at).filter(move |&at| {
        let closed = !name.ends_with(is_of_name) || !code[at + name.len()..].starts_with(is_of_name);
        !code[..at].ends_with(is_of_name) && closed
    })
}

/// The names right after a path: `a` and `b` after `crate::` in `crate::{a::x, b}` and in `crate::a`, `crate::b`.
fn named_after(code: &str, prefix: &str) -> Vec<String> {
    let mut names = Vec::new();
    for at in words(code, prefix) {
        // `self::super::` and `a::crate::` do not occur; a longer chain of `super::` is another path.
        if prefix.starts_with("super") && code[..at].ends_with("super::") {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        let name = |rest: &str| rest.chars().take_while(|&sign| is_of_name(sign)).collect::<String>();
        match rest.strip_prefix('{') {
            None => names.push(name(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut first = true;
                for (at, sign) in group.char_indices() {
                    match sign {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => first = true,
                        sign if first && is_of_name(sign) => {
                            names.push(name(&group[at..]));
                            first = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    names.retain(|name| !name.is_empty() && name != "super" && name != "self");
    names
}

fn floor(place: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == place).map(|&(_, floor)| floor)
}

fn floor_faults(source: &Source) -> Vec<String> {
    let place = source.place();
    let Some(own) = floor(place) else { return vec![format!("src/{}: on no floor", source.path)] };
    let allowed = |other: &str| {
        other == place || floor(other).is_none_or(|floor| floor < own) || NEIGHBOURS.contains(&(place, other))
    };
    let known = source.known();
    let faults = known.iter().filter(|other| !allowed(other));
    faults.map(|other| format!("src/{}: knows `{other}`", source.path)).collect()
}

fn reserved_faults(source: &Source) -> Vec<String> {
    let mut faults: Vec<&str> = Vec::new();
    for (names, places) in RESERVED {
        if !places.iter().any(|place| source.path.starts_with(place)) {
            faults.extend(names.iter().filter(|name| source.says(name)));
        }
    }
    if source.path.starts_with("ui/") && source.path != "ui/canvas.rs" {
        faults.extend(CELLS.iter().filter(|name| source.says(name)));
    }
    faults.extend(UNFINISHED.iter().filter(|name| source.says(name)));
    faults.into_iter().map(|name| format!("src/{}: says `{name}`", source.path)).collect()
}

fn none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_file_knows_a_floor_above_or_beside_its_own() {
    none(program().flat_map(|source| floor_faults(&source)));
}

#[test]
fn the_world_the_terminal_and_the_cells_are_touched_where_they_should_be() {
    none(program().flat_map(|source| reserved_faults(&source)));
}

#[test]
fn no_file_is_too_long() {
    let mut lengths: Vec<(usize, String)> =
        sources().into_iter().map(|source| (source.code_lines(), format!("src/{}", source.path))).collect();
    for folder in ["tests", "benches"] {
        let rust =
            files(&root().join(folder)).into_iter().filter(|path| path.extension() == Some("rs".as_ref()));
        lengths.extend(rust.map(|path| {
            let name = path.strip_prefix(root()).expect("below the root").display().to_string();
            (Source::new(&name, &fs::read_to_string(path).expect("text")).code_lines(), name)
        }));
    }
    lengths.sort();
    let median = lengths[lengths.len() / 2].0;
    let long = lengths.into_iter().filter(|(lines, _)| *lines > LONGEST);
    none(long.map(|(lines, path)| format!("{path}: {lines} code lines (median of all files: {median})")));
}

#[test]
fn every_file_says_first_what_it_is() {
    let silent = program().filter(|source| !source.text.starts_with("//! "));
    none(silent.map(|source| format!("src/{}: does not begin with `//! `", source.path)));
}

#[test]
fn nothing_names_the_place_where_it_was_written() {
    // In two parts, since this file is searched too.
    let places = [concat!("/wo", "rk"), concat!("/ro", "ot")];
    let mut paths: Vec<PathBuf> = ["src", "docs", "tests", "benches", "assets", ".ci"]
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
        .collect();
    let papers = ["Cargo.toml", "Cargo.lock", "README.md", "CHANGELOG.md", "config.toml"];
    paths.extend(papers.map(|name| root().join(name)));
    let mut faults = Vec::new();
    for path in paths {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let named = places.into_iter().filter(|place| words(&text, place).next().is_some());
        faults.extend(named.map(|place| format!("{name}: names `{place}`")));
        if name.starts_with("docs") || papers.contains(&&*name) {
            let foreign = hosts(&text).filter(|host| !HOSTS.contains(host));
            faults.extend(foreign.map(|host| format!("{name}: names the host `{host}`")));
        }
    }
    none(faults);
}

/// The host of every address in a text.
fn hosts(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("://").filter_map(|(at, mark)| {
        let is_web = text[..at].ends_with("http") || text[..at].ends_with("https");
        let rest = &text[at + mark.len()..];
        let end = rest.find(|sign: char| !sign.is_alphanumeric() && !"-._:@".contains(sign));
        is_web.then(|| rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ':']))
    })
}

#[test]
fn the_rules_see_what_they_forbid() {
    let faults = |path: &str, text: &str| {
        let source = Source::new(path, text);
        let faults = floor_faults(&source).into_iter().chain(reserved_faults(&source));
        faults.map(|fault| fault.split('`').nth(1).unwrap_or(&fault).to_owned()).collect::<Vec<_>>()
    };
    let clean: [String; 0] = [];
    assert_eq!(
        faults("layout/wrap.rs", "use crate::{doc::Block, store::merge};\nfn a() { b.unwrap() }"),
        ["store", "unwrap()"]
    );
    assert_eq!(faults("store/journal/record.rs", "use super::super::super::exchange::json;"), ["exchange"]);
    assert_eq!(faults("store/journal/record.rs", "use super::super::clock::Clock;"), clean);
    assert_eq!(
        faults("app/view/mod.rs", "use std::{env, fmt::{self, fs}};\nuse super::super::ui::x;"),
        ["ui", "std::env"]
    );
    assert_eq!(
        faults("doc/mod.rs", "// std::fs, crate::app\nconst A: &str = \"crate::app \\\" todo!\";"),
        clean
    );
    assert_eq!(
        faults("doc/mod.rs", "fn a<'a>(b: &'a str) -> char { '\"' }\nuse crate::mark::Note;"),
        ["mark"]
    );
    assert_eq!(faults("doc/mod.rs", "#[cfg(test)]\nmod tests { use crate::app; }\nuse crate::ui;"), ["ui"]);
    assert_eq!(
        faults("ui/page.rs", "fn a() { cell.set_symbol(b); Line::from(c); }"),
        ["set_symbol", "Line::from"]
    );
    assert_eq!(faults("attic/mod.rs", ""), ["src/attic/mod.rs: on no floor"]);
    assert_eq!(
        Source::new("doc/a.rs", "//! A.\n\nfn a() {} // b\n/* c\n */\nconst D: &str = \"\n\n e\";\n")
            .code_lines(),
        3
    );
    assert_eq!(
        hosts("see https://a.example/b, http://c.d:80/e").collect::<Vec<_>>(),
        ["a.example", "c.d:80"]
    );
}
