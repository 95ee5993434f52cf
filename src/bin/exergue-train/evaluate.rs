//! `exergue-train eval`: what the whole analysis finds of the gold of folders and files.

use crate::data::DataError;
use crate::gold::{Gold, Quotation, read};
use crate::score::Tally;
use exergue::analyse::{Engine, shipped_names};
use exergue::config::{DEFAULT, settle};
use exergue::mark::{Analysis, EntityKind, KnownName, Theme};
use exergue::text::Span;
use exergue::words::Lang;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

/// What to measure.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Folders of gold, or .tsv files of labelled sentences
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Leave out the list of what was missed and of what was too much
    #[arg(long)]
    brief: bool,
}

/// Counts by language, then by what is counted.
type Report = BTreeMap<(&'static str, &'static str), Tally>;

/// Measures each path by itself.
pub(crate) fn evaluate(options: &Options) -> Result<(), DataError> {
    let config = settle(DEFAULT, None, None, Lang::English).0;
    let names: Vec<KnownName> = config.names.iter().cloned().chain(shipped_names()).collect();
    let engine = Engine::new(&names, &config.themes);
    for path in &options.paths {
        println!("{}", path.display());
        let mut report = Report::new();
        let (mut characters, mut seconds) = (0, 0.0);
        for gold in read(path)? {
            let started = Instant::now();
            let all = Span::new(0, gold.document.text().len());
            let analysis =
                engine.analyse(&gold.document, all, &|| false, &mut |_| {}).expect("nobody stops it");
            seconds += started.elapsed().as_secs_f64();
            characters += gold.document.text().chars().count();
            let mut misses = Vec::new();
            entities(&gold, &analysis, &mut report, &mut misses);
            quotations(&gold, &analysis, &mut report, &mut misses);
            themes(&gold, &analysis, &config.themes, &mut report, &mut misses);
            if !options.brief {
                misses.iter().for_each(|miss| println!("  {}: {miss}", gold.name));
            }
        }
        for ((language, what), tally) in &report {
            tally.print(&format!("{language} {what}"));
        }
        println!("{characters} characters, {:.2} M a second", characters as f64 / seconds / 1e6);
    }
    Ok(())
}

fn entities(gold: &Gold, analysis: &Analysis, report: &mut Report, misses: &mut Vec<String>) {
    let text = gold.document.text();
    let coarse = |kind: EntityKind| match kind {
        EntityKind::Person | EntityKind::Organisation | EntityKind::Place => kind.name(),
        _ if gold.coarse => EntityKind::Other.name(),
        _ => kind.name(),
    };
    let mut found: Vec<(Span, &str)> = analysis
        .mentions
        .items()
        .iter()
        .filter(|mention| !mention.kind.is_landmark())
        .map(|mention| (mention.span, coarse(mention.kind)))
        .collect();
    // Universal NER has no fourth class: what would be in it is not counted.
    if gold.coarse && matches!(gold.language, "en" | "pt") {
        found.retain(|(_, kind)| *kind != EntityKind::Other.name());
    }
    let wanted: Vec<(Span, &str)> = gold
        .entities
        .iter()
        .map(|entity| {
            let other = entity.or.iter().find(|kind| found.contains(&(entity.span, kind)));
            (entity.span, other.unwrap_or(&entity.kind).as_str())
        })
        .collect();
    let tally = report.entry((gold.language, "entities")).or_default();
    tally.add(&wanted, &found, |(_, kind)| (*kind).to_owned());
    let context = |span: Span| {
        let before = text[..span.start()].char_indices().rev().nth(25).map_or(0, |(at, _)| at);
        let after = text[span.end()..].char_indices().nth(25).map_or(text.len(), |(at, _)| span.end() + at);
        format!("{}[{}]{}", &text[before..span.start()], span.of(text), &text[span.end()..after])
            .replace('\n', " ")
    };
    misses.extend(
        wanted
            .iter()
            .filter(|item| !found.contains(item))
            .map(|(span, kind)| format!("- {kind} {}", context(*span))),
    );
    misses.extend(
        found
            .iter()
            .filter(|item| !wanted.contains(item))
            .map(|(span, kind)| format!("+ {kind} {}", context(*span))),
    );
}

/// A quotation is found where four fifths of both are the same; its speaker is right where the mention
/// overlaps or the name is the same.
fn quotations(gold: &Gold, analysis: &Analysis, report: &mut Report, misses: &mut Vec<String>) {
    let Some(wanted) = &gold.quotations else { return };
    let text = gold.document.text();
    let items = analysis.quotations.items();
    let same = |one: Span, other: Span| {
        let both = one.overlap(other).map_or(0, Span::len);
        both * 5 >= (one.len() + other.len() - both) * 4
    };
    let of = |quotation: &Quotation| items.iter().position(|found| same(found.span, quotation.span));
    let pairs: Vec<(usize, Option<usize>)> = wanted.iter().map(of).enumerate().collect();
    let all: Vec<usize> = (0..items.len())
        .map(|at| pairs.iter().position(|(_, found)| *found == Some(at)).unwrap_or(usize::MAX))
        .collect();
    let known: Vec<usize> = (0..wanted.len()).collect();
    report.entry((gold.language, "quotations")).or_default().add(&known, &all, |_| String::new());
    let mut ask = |what,
                   asked: &dyn Fn(&Quotation) -> bool,
                   right: &dyn Fn(&Quotation, &exergue::mark::Quotation) -> Option<bool>| {
        let known: Vec<usize> = (0..wanted.len()).filter(|&at| asked(&wanted[at])).collect();
        let mut answers = Vec::new();
        for (at, found) in &pairs {
            match found.and_then(|found| right(&wanted[*at], &items[found])) {
                Some(true) => answers.push(*at),
                Some(false) => answers.push(usize::MAX),
                None => {}
            }
            if asked(&wanted[*at]) && answers.last() != Some(at) {
                misses.push(format!("- {what} of {}", wanted[*at].span.of(text)));
            }
        }
        report.entry((gold.language, what)).or_default().add(&known, &answers, |_| String::new());
    };
    ask(
        "speakers",
        &|quotation| quotation.speaker.is_some() || quotation.name.is_some(),
        &|wanted, found| {
            let found = found.speaker.as_ref()?;
            let mention =
                found.mention.zip(wanted.speaker).is_some_and(|(one, other)| one.overlap(other).is_some());
            Some(mention || found.name.is_some() && found.name == wanted.name)
        },
    );
    ask("cues", &|quotation| quotation.cue.is_some(), &|wanted, found| {
        Some(wanted.cue.is_some_and(|cue| found.cue.is_some_and(|found| found.overlap(cue).is_some())))
            .filter(|_| found.cue.is_some())
    });
    misses.extend(
        pairs
            .iter()
            .filter(|(_, found)| found.is_none())
            .map(|(at, _)| format!("- quotation {}", wanted[*at].span.of(text))),
    );
}

fn themes(gold: &Gold, analysis: &Analysis, themes: &[Theme], report: &mut Report, misses: &mut Vec<String>) {
    let Some(wanted) = &gold.themes else { return };
    let found: Vec<(String, Span)> =
        analysis.themes.items().iter().map(|hit| (themes[hit.theme].key.clone(), hit.span)).collect();
    report.entry((gold.language, "themes")).or_default().add(wanted, &found, |(key, _)| key.clone());
    let missed = wanted.iter().filter(|hit| !found.contains(hit));
    misses.extend(missed.map(|(key, span)| format!("- {key}: {}", span.of(gold.document.text()))));
}
