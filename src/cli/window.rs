//! `exergue FILE`: the window.

use super::arguments::ColorChoice;
use super::article;
use super::findings;
use super::output::{Stop, print_foreign, tell, why};
use super::session::Session;
use crate::config::colors::When;
use crate::runtime::launch::{Asked, LaunchError, launch};
use crate::runtime::open::{OpenError, Opened, Source, Ways};
use crate::runtime::web::{Fetching, Progress};
use crate::runtime::{files, log};
use crate::words::cli::Failure;
use crate::words::runtime::Unsaved;
use std::path::Path;
use std::process::ExitCode;

/// The exit code where notes could not be saved.
const UNSAVED: u8 = 5;

/// Shows the window until the person leaves; prints the text where none can be drawn.
pub(super) fn show(session: Session, file: Option<&Path>) -> Result<ExitCode, Stop> {
    let (source, opened) = opened(&session, file)?;
    if !session.environment.can_draw() {
        findings::page(&session, &article::whole(&session, &source, opened)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    if session.general.verbose > 0 {
        // Without a log the article can still be read.
        let _ = files::create_folder(&session.paths.state)
            .map(|()| log::start(&session.paths.state, session.general.verbose));
    }
    let lang = session.lang();
    let ways = session.ways();
    let asked = Asked {
        source,
        // The line on standard error is for who has no window.
        ways: Ways { fetching: Fetching { progress: Progress::default(), ..ways.fetching }, ..ways },
        opened,
        color: match session.general.color {
            Some(ColorChoice::Always) => When::Always,
            Some(ColorChoice::Never) => When::Never,
            Some(ColorChoice::Auto) | None => When::Auto,
        },
        measure: session.general.width,
        no_mouse: session.general.no_mouse,
        config: session.config,
        notices: session.notices,
        environment: session.environment,
        paths: session.paths,
    };
    let left = launch(asked)
        .map_err(|LaunchError::Terminal(error)| Failure::NoTerminal { why: why(&error, lang) })?;
    let code = u8::try_from(left.code).unwrap_or(u8::MAX);
    if let Some(path) = left.elsewhere {
        tell(&format!("{}{path}", Unsaved::Kept.say(lang)));
        return Ok(ExitCode::from(if code == 0 { UNSAVED } else { code }));
    }
    let Some(unsaved) = left.unsaved else { return Ok(ExitCode::from(code)) };
    let printed = print_foreign(&unsaved, true, lang);
    if code != 0 {
        // Where the terminal is gone, so is whoever could be told.
        return Ok(ExitCode::from(code));
    }
    printed.map(|()| ExitCode::from(UNSAVED))
}

/// What to show: the file that was named; else what comes through a pipe, if anything does; else the
/// article read last, if it is still there; else the bundled one.
fn opened(session: &Session, file: Option<&Path>) -> Result<(Source, Opened), Stop> {
    if file.is_none() && !session.environment.stdin_is_terminal {
        match article::open_source(session, &Source::Stdin) {
            Ok(opened) => return Ok((Source::Stdin, opened)),
            Err(OpenError::Empty { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let source = article::source(session, file);
    match article::open_source(session, &source) {
        Err(OpenError::NotFound { .. }) if file.is_none() => {
            Ok((Source::Bundled, article::open_source(session, &Source::Bundled)?))
        }
        opened => Ok((source, opened?)),
    }
}
