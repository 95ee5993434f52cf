//! `exergue FILE`: the window.

use super::arguments::ColorChoice;
use super::article::source;
use super::findings;
use super::output::{Stop, print_foreign};
use super::session::Session;
use crate::config::colors::When;
use crate::runtime::launch::{Asked, LaunchError, launch};
use crate::runtime::log;
use crate::words::cli::Failure;
use std::path::Path;

/// Opens the window, or prints the text where none can be drawn.
pub(super) fn open(session: Session, file: Option<&Path>) -> Result<(), Stop> {
    if !session.environment.can_draw() {
        return findings::page(&session, file);
    }
    if session.general.verbose > 0 {
        // Without a log the window is as good as with one.
        let _ = log::start(&session.paths.state, session.general.verbose);
    }
    let lang = session.lang();
    let asked = Asked {
        source: source(&session, file),
        color: match session.general.color {
            Some(ColorChoice::Always) => When::Always,
            Some(ColorChoice::Never) => When::Never,
            Some(ColorChoice::Auto) | None => When::Auto,
        },
        no_mouse: session.general.no_mouse,
        config: session.config,
        notices: session.notices,
        environment: session.environment,
        paths: session.paths,
    };
    let left = launch(asked).map_err(|error| match error {
        LaunchError::Open(error) => Stop::from(error),
        LaunchError::Terminal(error) => {
            let (path, why) = ("terminal".to_owned(), super::output::why(&error, lang));
            Stop::Failure(Failure::NotWritten { path, why })
        }
    })?;
    if let Some(unsaved) = left.unsaved {
        print_foreign(&unsaved, true, lang)?;
    }
    match u8::try_from(left.code) {
        Ok(0) => Ok(()),
        code => Err(Stop::Left(code.unwrap_or(u8::MAX))),
    }
}
