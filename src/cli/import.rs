//! `exergue import`: annotations that were written as JSON, by us or by another program.

mod finder;

use super::arguments::ImportArguments;
use super::article::Article;
use super::listing::show;
use super::notes::readable;
use super::output::{Stop, tell, why};
use super::session::Session;
use crate::exchange::json::{Entry, Intake, Outcome, Taken, read};
use crate::mark::Event;
use crate::runtime::clock::now;
use crate::runtime::obstacle;
use crate::runtime::open::{OpenError, Source};
use crate::store::Clock;
use crate::store::journal::{self, encode};
use crate::words::cli::import::{Refusal, Status, summary};
use crate::words::cli::{Failure, Help, Nothing};
use crate::words::notices;
use finder::Finder;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::process::ExitCode;
use uuid::Uuid;

/// Bytes of the largest file that is read.
const LARGEST: u64 = 256 << 20;
/// Bytes that a line of the journal may take beyond what is counted here: the name of the device.
const SPARE: usize = 256;

/// Takes in the annotations of a file and says what became of each.
///
/// Exit codes: 0 all are there now; 1 there was none in it; 5 some could not be saved; 6 some were refused or differ
/// from a note of the same name.
pub(super) fn run(session: &Session, arguments: &ImportArguments) -> Result<ExitCode, Stop> {
    let is_stdin = arguments.file == Path::new("-");
    if is_stdin && arguments.document.as_deref() == Some(Path::new("-")) {
        return Err(Failure::Conflict { one: "-".to_owned(), other: "--for -".to_owned() }.into());
    }
    let name = if is_stdin { "stdin".to_owned() } else { session.shown(&arguments.file) };
    let unreadable = |why: String| OpenError::Unreadable { name: name.clone(), why };
    let bytes = bytes(session, &arguments.file)?;
    let entries = read(&bytes).map_err(|error| unreadable(error.to_string()))?;
    drop(bytes);
    let mut import = Import::new(session, arguments, &entries);
    match &arguments.document {
        Some(document) => {
            let source = super::article::source(session, Some(document));
            let article = Article::of(session, &source)?;
            let all: Vec<usize> = (0..entries.len()).collect();
            import.take_all(&article, &all)?;
        }
        None => import.take_by_source()?,
    }
    let outcomes = import.outcomes;
    let items: Vec<_> = outcomes.iter().map(|outcome| outcome.item(session.lang())).collect();
    let header = [Help::Outcome, Help::Article, Help::Passage, Help::Remark];
    show(session, items, &header, arguments.json, (Nothing::Records, &name))?;
    if !session.general.quiet {
        tell(&summed(session, arguments, &outcomes));
    }
    Ok(ExitCode::from(code(&outcomes)))
}

/// Records on their way into the journals.
struct Import<'a> {
    session: &'a Session,
    arguments: &'a ImportArguments,
    entries: &'a [Entry],
    /// What became of each; refused until something better is known.
    outcomes: Vec<Outcome>,
}

impl<'a> Import<'a> {
    fn new(session: &'a Session, arguments: &'a ImportArguments, entries: &'a [Entry]) -> Self {
        let outcome = |(index, entry): (usize, &Entry)| {
            let record = entry.record.as_ref();
            Outcome {
                number: index + 1,
                name: entry.name.clone(),
                status: Status::Refused,
                note: record.ok().map(|record| record.id),
                document: record.ok().and_then(|record| record.sources.first()).cloned().unwrap_or_default(),
                passage: record.ok().map(|record| record.passage.quote().to_owned()).unwrap_or_default(),
                placement: None,
                refusal: Some(record.err().copied().unwrap_or(Refusal::NoDocument)),
                detail: entry.detail.clone(),
                differs: Vec::new(),
                places: 0,
                left_out: record.ok().map(|record| record.left_out.clone()).unwrap_or_default(),
            }
        };
        let outcomes = entries.iter().enumerate().map(outcome).collect();
        Self { session, arguments, entries, outcomes }
    }

    /// Takes each record into the document it is about.
    fn take_by_source(&mut self) -> Result<(), Stop> {
        let folder = self.arguments.file.parent().unwrap_or(Path::new(""));
        let mut finder = Finder::new(self.session, folder).map_err(|error| Failure::NotesUnreadable {
            why: format!(
                "{}: {}",
                self.session.shown(&self.session.paths.documents()),
                why(&error, self.session.lang())
            ),
        })?;
        let mut documents: BTreeMap<String, (Source, Vec<usize>)> = BTreeMap::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let Ok(record) = &entry.record else { continue };
            let Some(source) = finder.find(&record.sources) else { continue };
            documents.entry(source.address()).or_insert_with(|| (source, Vec::new())).1.push(index);
        }
        for (source, records) in documents.into_values() {
            match Article::of(self.session, &source) {
                Ok(article) => self.take_all(&article, &records)?,
                Err(Stop::Open(error)) => {
                    for index in records {
                        let outcome = &mut self.outcomes[index];
                        outcome.refusal = Some(Refusal::Unreadable);
                        outcome.detail = error.say(self.session.lang());
                    }
                }
                Err(stop) => return Err(stop),
            }
        }
        Ok(())
    }

    /// Takes records into one document, and writes what that changes in one piece.
    fn take_all(&mut self, article: &Article, records: &[usize]) -> Result<(), Stop> {
        let (mut keeper, opened) = article.keeper(self.session);
        readable(self.session, &opened.notices, false)?;
        let mut intake = Intake::new(&article.document, &opened.notes, self.arguments.update, now());
        let mut events: Vec<Event> = Vec::new();
        let mut changed = Vec::new();
        for &index in records {
            let Ok(record) = &self.entries[index].record else { continue };
            let outcome = &mut self.outcomes[index];
            article.name.clone_into(&mut outcome.document);
            let Taken { status, placement, differs, places, is_early, events: new } =
                intake.take(record, Uuid::now_v7);
            if new.iter().any(is_too_long) {
                intake.forget(record.id);
                outcome.refusal = Some(Refusal::TooLong);
                continue;
            }
            outcome.status = status;
            outcome.refusal = None;
            outcome.placement = Some(placement);
            outcome.differs = differs;
            outcome.places = places;
            if is_early {
                outcome.left_out.push("created".to_owned());
            }
            if !new.is_empty() {
                changed.push(index);
                events.extend(new);
            }
        }
        if self.arguments.dry_run || events.is_empty() {
            return Ok(());
        }
        let saved = match opened.writable {
            Ok(()) => keeper.append(&events).map_err(|error| obstacle::of_save(&error)),
            Err(why) => Err(why),
        };
        if let Err(why) = saved {
            let why = notices::obstacle(&why, self.session.lang());
            for index in changed {
                self.outcomes[index].status = Status::Unsaved;
                self.outcomes[index].detail.clone_from(&why);
            }
        }
        Ok(())
    }
}

/// All of the file, if it is one and not too large.
fn bytes(session: &Session, file: &Path) -> Result<Vec<u8>, OpenError> {
    let name = if file == Path::new("-") { "stdin".to_owned() } else { file.display().to_string() };
    let refused = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => OpenError::NotFound { path: file.to_owned() },
        _ => OpenError::Unreadable { name: name.clone(), why: why(&error, session.lang()) },
    };
    let mut bytes = Vec::new();
    let all = |input: &mut dyn Read, bytes: &mut Vec<u8>| input.take(LARGEST + 1).read_to_end(bytes);
    if file == Path::new("-") {
        all(&mut io::stdin().lock(), &mut bytes).map_err(refused)?;
    } else {
        // Asked before opening: opening a named pipe waits for its writer.
        let about = std::fs::metadata(file).map_err(refused)?;
        if about.is_dir() {
            return Err(OpenError::IsFolder { path: file.to_owned() });
        }
        all(&mut File::open(file).map_err(refused)?, &mut bytes).map_err(refused)?;
    }
    if bytes.len() as u64 > LARGEST {
        let why = session.lang().pick("plus de 256 Mo", "over 256 MB").to_owned();
        return Err(OpenError::Unreadable { name, why });
    }
    Ok(bytes)
}

fn is_too_long(event: &Event) -> bool {
    encode(event, Clock::default(), "").len() > journal::LONGEST - SPARE
}

fn summed(session: &Session, arguments: &ImportArguments, outcomes: &[Outcome]) -> String {
    let count = |status| outcomes.iter().filter(|outcome| outcome.status == status).count();
    let counts: Vec<(Status, usize)> =
        Status::ALL.iter().map(|&status| (status, count(status))).filter(|&(_, count)| count > 0).collect();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    let kept = outcomes.iter().filter(|outcome| outcome.status != Status::Refused);
    for name in kept.flat_map(|outcome| &outcome.left_out) {
        *left_out.entry(name).or_default() += 1;
    }
    let mut left_out: Vec<(String, usize)> =
        left_out.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
    left_out.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    summary(&counts, &left_out, arguments.dry_run, session.lang())
}

fn code(outcomes: &[Outcome]) -> u8 {
    let any = |status| outcomes.iter().any(|outcome| outcome.status == status);
    if any(Status::Unsaved) {
        5
    } else if any(Status::Refused) || any(Status::Differs) {
        6
    } else {
        0
    }
}
