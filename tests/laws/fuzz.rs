//! Damaged files of every format against the laws: some hundreds of inputs each, or for as long as one likes.
//!
//! `EXERGUE_FUZZ=seconds cargo test --release --test laws fuzz -- --nocapture` goes on for so long with each target, and says
//! how far it came; `EXERGUE_FUZZ_ONLY=page,pdf` chooses, `EXERGUE_FUZZ_SEED=number` begins elsewhere. An input that breaks
//! a law is kept as a file. `EXERGUE_FUZZ_CORPUS=folder` writes the seeds instead, as cargo-fuzz wants them, and the words of
//! each format as a dictionary.

#![allow(clippy::print_stderr, reason = "a long run says how far it came")]

use crate::mutate::{Chance, mutated};
use crate::seeds::{TARGETS, Target};
use exergue::doc::{Extent, packed};
use exergue::exchange::json;
use exergue::store::journal::{self, Line};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Inputs for each target where nothing else is asked for.
const FEW: u64 = 60;

#[test]
fn fuzz() {
    let asked = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let number = |name: &str| asked(name).map(|value| value.parse::<u64>().expect("a number"));
    let seconds = number("EXERGUE_FUZZ");
    let seed = number("EXERGUE_FUZZ_SEED").unwrap_or(1);
    let only = asked("EXERGUE_FUZZ_ONLY");
    let chosen =
        |target: &&Target| only.as_ref().is_none_or(|only| only.split(',').any(|one| one == target.name));
    let mut broken = Vec::new();
    for target in TARGETS.iter().filter(chosen) {
        let seeds = (target.seeds)();
        if let Some(folder) = asked("EXERGUE_FUZZ_CORPUS") {
            let folder = Path::new(&folder);
            write_seeds(&folder.join(target.name), &seeds);
            fs::write(folder.join(target.name).with_extension("dict"), dictionary(target.tokens))
                .expect("a dictionary is written");
            continue;
        }
        for seed in &seeds {
            (target.law)(seed);
        }
        let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
        broken.extend(damaged(target, &seeds, seed, end));
    }
    assert!(broken.is_empty(), "laws are broken by {broken:?}");
}

#[test]
fn the_seeds_themselves_are_sound() {
    let named = |name| {
        TARGETS.iter().find(|target| target.name == name).map_or_else(Vec::new, |target| (target.seeds)())
    };
    for seed in named("archive") {
        let (document, _) = packed::read(&seed, "nom", "", Extent::Whole).expect("it can be read");
        assert!(document.paragraphs() > 2 && !document.links().is_empty(), "{}", document.text());
    }
    #[cfg(feature = "pdf")]
    for seed in named("pdf").iter().skip(1) {
        let document = exergue::doc::pdf::read(seed).expect("it can be read").document("nom", "");
        assert!(document.text().contains("conseil municipal"), "{}", document.text());
    }
    for seed in named("records") {
        let entries = json::read(&seed).expect("JSON");
        assert!(entries.iter().any(|entry| entry.record.is_ok()), "{entries:?}");
    }
    for seed in named("journal") {
        assert!(matches!(journal::read(&seed).next(), Some(Line::Event(_) | Line::Doc(_))));
    }
}

/// Tries damaged seeds until `end`, or [`FEW`]; gives the input that broke a law.
fn damaged(target: &Target, seeds: &[Vec<u8>], seed: u64, end: Option<Instant>) -> Option<PathBuf> {
    let start = Instant::now();
    let mut slowest = (Duration::ZERO, Vec::new());
    let mut count = 0;
    while end.map_or(count < FEW, |end| Instant::now() < end) {
        let mut chance = Chance(seed.wrapping_mul(0x1000_0000).wrapping_add(count));
        let (one, other) = (chance.of(seeds).clone(), chance.of(seeds).clone());
        let input = mutated(&one, &other, target.tokens, &mut chance);
        if end.is_some() {
            // What overflows the stack ends the process, and only this file says what it was.
            keep(target.name, "running", &input);
        }
        let begun = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| (target.law)(&input))).is_err() {
            let path = keep(target.name, &format!("{seed}-{count}"), &input);
            eprintln!("{}: input {count} of seed {seed} breaks a law: {}", target.name, path.display());
            return Some(path);
        }
        if begun.elapsed() > slowest.0 {
            slowest = (begun.elapsed(), input);
        }
        count += 1;
    }
    if end.is_some() {
        let path = keep(target.name, "slowest", &slowest.1);
        let seconds = start.elapsed().as_secs_f64();
        eprintln!(
            "{}: seed {seed}, {count} inputs, {:.0} a second, slowest {:?} {}",
            target.name,
            count as f64 / seconds,
            slowest.0,
            path.display()
        );
    }
    None
}

fn keep(target: &str, name: &str, input: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("law-{target}-{name}"));
    fs::write(&path, input).expect("the input is kept");
    path
}

fn write_seeds(folder: &Path, seeds: &[Vec<u8>]) {
    fs::create_dir_all(folder).expect("a folder for the seeds");
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{number:02}")), seed).expect("a seed is written");
    }
}

/// Words as libFuzzer reads them: one a line in quotes, each byte as its number.
fn dictionary(words: &[&str]) -> String {
    let escaped = |word: &&str| word.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
    words.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect()
}

#[test]
fn a_dictionary_has_a_line_for_each_word() {
    assert_eq!(dictionary(&["a\"", "\n"]), "\"\\x61\\x22\"\n\"\\x0a\"\n");
}
