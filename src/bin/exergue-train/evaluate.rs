//! `exergue-train eval`: what the whole analysis finds of the gold of folders and files.

use crate::data::DataError;
use crate::gold::{Gold, Quotation, class_name, read};
use crate::score::Tally;
use crate::train::spans;
use exergue::analyse::Engine;
use exergue::analyse::tagger::{Tagger, english, french};
use exergue::config::{DEFAULT, settle};
use exergue::mark::{Analysis, EntityKind, Theme};
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
    /// List instead what the analysis makes of the names that the tagger finds by itself (labelled sentences only)
    #[arg(long)]
    changes: bool,
}

/// Counts by language, then by what is counted.
type Report = BTreeMap<(&'static str, &'static str), Tally>;

/// Measures each path by itself.
pub(crate) fn evaluate(options: &Options) -> Result<(), DataError> {
    let config = settle(DEFAULT, None, None, Lang::English).0;
    let engine = Engine::new(&config.names, &config.themes);
    for path in &options.paths {
        println!("{}", path.display());
        let mut report = Report::new();
        let mut alone = BTreeMap::new();
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
            if options.changes {
                changes(&gold, &analysis, &mut alone);
            } else if !options.brief {
                misses.iter().for_each(|miss| println!("  {}: {miss}", gold.name));
            }
        }
        for (change, count) in &alone {
            println!("{count:5} {change}");
        }
        for ((language, what), tally) in &report {
            tally.print(&format!("{language} {what}"));
        }
        println!("{characters} characters, {:.2} M a second", characters as f64 / seconds / 1e6);
    }
    Ok(())
}

/// Prints each name of which the tagger alone and the whole analysis think otherwise, and counts who is right.
fn changes(gold: &Gold, analysis: &Analysis, counts: &mut BTreeMap<&'static str, usize>) {
    let text = gold.document.text();
    let Ok(model) = (if gold.language == "en" { english() } else { french() }) else { return };
    let mut tagger = Tagger::new(model);
    let counted = |kind: &str| gold.language == "fr" || kind != "other";
    let coarse = |kind: EntityKind| match kind {
        EntityKind::Person | EntityKind::Organisation | EntityKind::Place => kind.name(),
        _ => EntityKind::Other.name(),
    };
    let whole: Vec<(Span, &str)> = analysis
        .mentions
        .items()
        .iter()
        .filter(|mention| !mention.kind.is_landmark() && counted(coarse(mention.kind)))
        .map(|mention| (mention.span, coarse(mention.kind)))
        .collect();
    let wanted: Vec<(Span, &str)> =
        gold.entities.iter().map(|entity| (entity.span, entity.kind.as_str())).collect();
    let mut alone: Vec<(Span, &str)> = Vec::new();
    for words in &gold.sentences {
        let (mut labels, mut shares) = (Vec::new(), Vec::new());
        tagger.tag(words.iter().map(|word| word.of(text)), &mut labels, &mut shares);
        let found = spans(&labels).into_iter();
        alone.extend(found.map(|(first, end, class)| {
            (Span::new(words[first].start(), words[end - 1].end()), class_name(class))
        }));
    }
    alone.retain(|(_, kind)| counted(kind));
    let show = |list: &[(Span, &str)], span: Span| {
        let there = list.iter().filter(|(other, _)| other.overlap(span).is_some());
        there.map(|(span, kind)| format!("{kind} [{}]", span.of(text))).collect::<Vec<_>>().join(", ")
    };
    let mut say = |what, list: &[(Span, &str)], others: &[(Span, &str)], right: bool| {
        for item in list.iter().filter(|item| !others.contains(item) && wanted.contains(item) == right) {
            *counts.entry(what).or_default() += 1;
            let end = (item.0.end() + 30..).find(|&at| at >= text.len() || text.is_char_boundary(at));
            let start = (0..=item.0.start().saturating_sub(30)).rev().find(|&at| text.is_char_boundary(at));
            println!(
                "  {what}: {} {} => {} (gold {}) {}",
                item.1,
                item.0.of(text),
                show(others, item.0),
                show(&wanted, item.0),
                text[start.unwrap_or(0)..end.unwrap_or(text.len()).min(text.len())].replace('\n', " ")
            );
        }
    };
    say("1 tagger right, lost", &alone, &whole, true);
    say("2 analysis right, gained", &whole, &alone, true);
    say("3 analysis wrong, added", &whole, &alone, false);
    say("4 tagger wrong, removed", &alone, &whole, false);
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
