//! `exergue FILE`: the window.

use super::arguments::ColorChoice;
use super::article::{self, Article};
use super::findings;
use super::output::{Stop, print_foreign, why};
use super::session::Session;
use crate::config::colors::When;
use crate::runtime::launch::{Asked, LaunchError, launch};
use crate::runtime::open::{OpenError, Source};
use crate::runtime::run::Left;
use crate::runtime::{files, log};
use crate::words::cli::Failure;
use std::path::Path;

/// Shows the window until the person leaves, or prints the text where none can be drawn.
///
/// What is shown is the file that was named; else what comes through a pipe, if anything does; else
/// the article read last, if it is still there; else the bundled one.
pub(super) fn open(session: &Session, file: Option<&Path>) -> Result<(), Stop> {
    let piped = file.is_none() && !session.environment.stdin_is_terminal;
    let mut sources = vec![article::source(session, file)];
    if piped {
        sources.insert(0, Source::Stdin);
    }
    if file.is_none() {
        sources.push(Source::Bundled);
    }
    let last = sources.len() - 1;
    for (index, source) in sources.into_iter().enumerate() {
        match show(session, source) {
            // Nothing came, or the article read last is gone: the next will do.
            Err(Stop::Open(OpenError::Empty { .. } | OpenError::NotFound { .. })) if index < last => {}
            shown => return shown,
        }
    }
    Ok(())
}

fn show(session: &Session, source: Source) -> Result<(), Stop> {
    if !session.environment.can_draw() {
        return findings::page(session, &Article::of(session, source)?);
    }
    if session.general.verbose > 0 {
        let folder = &session.paths.state;
        // Without a log the window is as good as with one.
        let _ = files::create_folder(folder).map(|()| log::start(folder, session.general.verbose));
    }
    let lang = session.lang();
    let left = launch(asked(session, source)).map_err(|error| match error {
        LaunchError::Open(error) => Stop::from(error),
        LaunchError::Terminal(error) => Failure::NoTerminal { why: why(&error, lang) }.into(),
    })?;
    let Left { code, unsaved } = left;
    if let Some(unsaved) = unsaved {
        print_foreign(&unsaved, session.on_terminal(), lang)?;
    }
    match u8::try_from(code) {
        Ok(0) => Ok(()),
        code => Err(Stop::Left(code.unwrap_or(u8::MAX))),
    }
}

fn asked(session: &Session, source: Source) -> Asked {
    let mut config = session.config.clone();
    config.reading.measure = session.general.width.unwrap_or(config.reading.measure);
    Asked {
        source,
        config,
        notices: session.notices.clone(),
        environment: session.environment.clone(),
        paths: session.paths.clone(),
        color: match session.general.color {
            Some(ColorChoice::Always) => When::Always,
            Some(ColorChoice::Never) => When::Never,
            Some(ColorChoice::Auto) | None => When::Auto,
        },
        no_mouse: session.general.no_mouse,
    }
}
