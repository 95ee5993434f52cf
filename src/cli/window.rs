//! `exergue FILE`: the window.

use super::arguments::ColorChoice;
use super::article;
use super::findings;
use super::output::{Stop, print_foreign, why};
use super::session::Session;
use crate::analyse::Engine;
use crate::app::model::Shown;
use crate::app::update::{analyse, update};
use crate::app::{Message, Model};
use crate::config::colors::{Depth, Palette, When, decide, underline_colour_is_safe};
use crate::doc::Document;
use crate::runtime::keeper::{Keeper, Kept, last_read};
use crate::runtime::open::{Bytes, OpenError, Opened, Source, open};
use crate::runtime::run::{World, run};
use crate::runtime::{clock, files, log, terminal};
use crate::words::cli::Failure;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

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
    let now = clock::now();
    let address = source.address();
    let mut model = model(&session, Arc::clone(&opened.document));
    let mut messages: Vec<Message> =
        session.notices.iter().cloned().chain(opened.notices).map(Message::Notice).collect();
    let keeper = match &opened.bytes {
        Bytes::Read(digest) => {
            let (keeper, kept) = Keeper::open(&session.paths, &opened.document, *digest, &address);
            let (notes, history, writable, notices) = (kept.notes, kept.history, kept.writable, kept.notices);
            messages.push(Message::Loaded { notes, history, writable, notices });
            Some(keeper)
        }
        Bytes::Pending(_) => None,
    };
    let kept = match &keeper {
        Some(keeper) => keeper.kept_reading(),
        // Whose journals these are is known once the file has been read; its path is known now.
        None => last_read(&session.paths).filter(|kept| kept.source == address),
    };
    match &kept {
        Some(kept) => resume(&mut model, kept, &session),
        None => model.screen.welcome = true,
    }
    for message in messages {
        update(&mut model, message, now);
    }
    let effects = analyse(&mut model);
    let world = World {
        engine: Arc::new(Engine::new(&session.config.names, &session.config.themes)),
        options: terminal::Options { mouse: session.config.mouse.capture && !session.general.no_mouse },
        environment: session.environment.clone(),
        paths: session.paths.clone(),
        bytes: opened.bytes,
        source,
        keeper,
        effects,
    };
    let lang = session.lang();
    let left = run(model, world).map_err(|error| Failure::NoTerminal { why: why(&error, lang) })?;
    if let Some(unsaved) = left.unsaved {
        print_foreign(&unsaved, session.on_terminal(), lang)?;
    }
    Ok(ExitCode::from(u8::try_from(left.code).unwrap_or(u8::MAX)))
}

/// What to show: the file that was named; else what comes through a pipe, if anything does; else the
/// article read last, if it is still there; else the bundled one.
fn opened(session: &Session, file: Option<&Path>) -> Result<(Source, Opened), Stop> {
    if file.is_none() && !session.environment.stdin_is_terminal {
        match open(&Source::Stdin) {
            Ok(opened) => return Ok((Source::Stdin, opened)),
            Err(OpenError::Empty { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let source = article::source(session, file);
    match open(&source) {
        Err(OpenError::NotFound { .. }) if file.is_none() => Ok((Source::Bundled, open(&Source::Bundled)?)),
        opened => Ok((source, opened?)),
    }
}

/// The window as the settings want it, at the top of `document`.
fn model(session: &Session, document: Arc<Document>) -> Model {
    let config = &session.config;
    let around = session.environment.surroundings();
    let flag = match session.general.color {
        None | Some(ColorChoice::Auto) => When::Auto,
        Some(ColorChoice::Always) => When::Always,
        Some(ColorChoice::Never) => When::Never,
    };
    let depth = decide(flag, config.colors.when, around);
    let appearance = config.colors.appearance;
    let scheme = appearance.scheme().unwrap_or_else(|| session.environment.scheme());
    let palette = Palette::new(scheme, depth, &config.colors.overrides)
        .with_own_page(appearance.own_page())
        .with_underline_colors(config.colors.underline.settle(underline_colour_is_safe(around)));
    // Two windows opened in the same nanosecond still differ by their process.
    let seed = (clock::now().as_nanosecond() as u64) ^ u64::from(std::process::id()).rotate_left(32);
    let mut model = Model::new(document, config.clone(), session.lang(), palette, terminal::size(), seed);
    let layers = config.layers;
    let screen = &mut model.screen;
    screen.shown = Shown {
        entities: layers.entities,
        quotes: layers.quotes,
        themes: layers.themes,
        notes: layers.notes,
    };
    screen.legend = layers.legend;
    screen.inline_notes = layers.inline_notes;
    screen.text_marks = depth == Depth::Mono;
    screen.measure = session.general.width.unwrap_or(screen.measure);
    model
}

/// Puts the caret where the person left, with the pen and the place marks of then.
fn resume(model: &mut Model, kept: &Kept, session: &Session) {
    let text = model.document.text();
    let inside = text.len().saturating_sub(1);
    let place = |offset: usize| crate::text::graphemes::floor_boundary(text, offset.min(inside));
    model.reading.caret = place(kept.offset_in(text));
    model.reading.marks = kept.place_marks.iter().map(|&(name, offset)| (name, place(offset))).collect();
    model.hand.pen = kept.pen;
    if let (Some(measure), None) = (kept.measure, session.general.width) {
        model.screen.measure = measure;
    }
}
