//! From what was asked on the command line to the first frame.
//!
//! Everything here stands between the person and the first frame, so it does no more than that
//! frame shows: a small article comes with its notes, its colours and the place where it was left; of
//! a large one its first part, the rest behind the window.

use super::environment::Environment;
use super::keeper::{Keeper, Kept, last_read};
use super::open::{Bytes, Opened, Source, Ways};
use super::paths::Paths;
use super::run::{Left, World, run};
use super::{clock, terminal};
use crate::analyse::Engine;
use crate::app::journey::Origin;
use crate::app::reading::Ahead;
use crate::app::update::{analyse, update};
use crate::app::{Effect, Message, Model, motion};
use crate::config::Config;
use crate::config::colors::{Depth, Palette, When, decide, underline_colour_is_safe};
use crate::config::schema::MEASURE;
use crate::doc::Extent;
use crate::notice::Notice;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::sync::Arc;

/// The longest text that is analysed before the first frame, in bytes.
const AT_ONCE: usize = 64 * 1024;

/// What was asked for.
#[derive(Debug)]
pub struct Asked {
    /// What is read.
    pub source: Source,
    /// How it was opened.
    pub ways: Ways,
    /// Its first part, or all of it.
    pub opened: Opened,
    /// The settings.
    pub config: Config,
    /// What is wrong with the settings, and whatever else there is to tell.
    pub notices: Vec<Notice>,
    /// Variables and terminals.
    pub environment: Environment,
    /// Where files are kept.
    pub paths: Paths,
    /// When to colour, as the command line says.
    pub color: When,
    /// Columns of text, as the command line says.
    pub measure: Option<u16>,
    /// Whether the mouse is left to the terminal, whatever the settings say.
    pub no_mouse: bool,
}

/// Why no window was shown.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// There is no terminal, or the system gives no thread.
    #[error(transparent)]
    Terminal(#[from] io::Error),
}

/// Shows what was asked for until the person leaves.
///
/// # Errors
/// Where there is no terminal to show it, or no thread can be started.
pub fn launch(asked: Asked) -> Result<Left, LaunchError> {
    let Asked { source, ways, opened, mut config, notices, environment, paths, color, measure, no_mouse } =
        asked;
    let Opened { document, notices: read, bytes } = opened;
    if let Some(measure) = measure {
        config.reading.measure = measure.clamp(*MEASURE.start(), *MEASURE.end());
    }
    // We decide ourselves: crossterm would strip colours for NO_COLOR even where they are asked for.
    crossterm::style::force_color_output(true);
    let palette = palette(&config, &environment, color);
    let engine = Arc::new(Engine::new(&config.names, &config.themes).in_language(config.reading.text_lang));
    let options = terminal::Options { mouse: config.mouse.capture && !no_mouse };
    let lang = config.lang;
    let depth = palette.depth();
    let told = config.colors.appearance.scheme().is_some() || environment.colorfgbg.is_some();
    let ask_background = !told && depth != Depth::Mono && environment.term.as_deref() != Some("linux");
    let mut model = Model::new(document, config, lang, palette, terminal::size(), seed());
    model.reading.trail.here = origin(&source);
    model.screen.welcome = last_read(&paths).is_none();
    let (keeper, later) = take_up(&mut model, &paths, &bytes, &source.address());
    for notice in notices.into_iter().chain(read) {
        update(&mut model, Message::Notice(notice), clock::now());
    }
    let mut effects = analysis(&mut model, &engine);
    effects.extend(later);
    Ok(run(
        model,
        World { environment, paths, source, ways, bytes, keeper, engine, options, ask_background, effects },
    )?)
}

/// Where the document of `source` comes from, as the application calls it.
pub(super) fn origin(source: &Source) -> Origin {
    match source {
        Source::Bundled => Origin::Bundled,
        Source::Stdin => Origin::Pipe,
        Source::File(_) | Source::Address(_) => Origin::At(source.address()),
    }
}

/// Puts the notes of the document into the window, and the caret where the person left it, as far as the part
/// that has been read allows.
///
/// Passages for which there was no time are for the effects, once the window is there.
pub(super) fn take_up(
    model: &mut Model,
    paths: &Paths,
    bytes: &Bytes,
    address: &str,
) -> (Option<Keeper>, Vec<Effect>) {
    let mut later = Vec::new();
    let (keeper, kept) = match bytes {
        Bytes::Read(digest) => {
            let (keeper, opened) = Keeper::open(paths, &model.document, *digest, address);
            let kept = keeper.kept_reading();
            let loaded = Message::Loaded {
                notes: opened.notes,
                history: opened.history,
                writable: opened.writable,
                notices: opened.notices,
            };
            // An analysis is asked for by the caller.
            let asked = update(model, loaded, clock::now());
            later.extend(asked.into_iter().filter(|effect| matches!(effect, Effect::Place { .. })));
            if let Some(kin) = opened.kin {
                update(model, Message::Kin(kin), clock::now());
            }
            (Some(keeper), kept)
        }
        // The journals are found by the digest of the whole file. The place is known without it where
        // this file was read last.
        Bytes::Pending(_) => (None, last_read(paths).filter(|kept| kept.source == address)),
    };
    if let Some(kept) = kept {
        resume(model, &kept);
    }
    (keeper, later)
}

/// Colours the first frame of a small article by what the rules find at once; the whole analysis comes behind
/// the window, and a large article's only there.
pub(super) fn analysis(model: &mut Model, engine: &Engine) -> Vec<Effect> {
    let effects = analyse(model);
    if model.document.text().len() > AT_ONCE {
        return effects;
    }
    // The themes may have been changed for this article.
    let themes = Arc::clone(&model.themes);
    let analysis = Arc::new(engine.with_themes(&themes).sketch(&model.document));
    let generation = model.jobs.analysis;
    update(model, Message::Analysed { generation, analysis, themes }, clock::now());
    effects
}

/// Goes where the person left off; to a place beyond the part that is there yet once the rest has come.
pub(super) fn resume(model: &mut Model, kept: &Kept) {
    let text = model.document.text();
    if model.document.extent() != Extent::Whole && kept.offset >= text.len() {
        model.reading.ahead = Some(Ahead::Words(kept.offset, kept.quote.clone()));
    } else {
        model.reading.caret = kept.offset_in(text);
    }
    remember(model, kept);
    motion::settle(model);
}

/// Takes up what was kept beside the place: place marks and pen. What the person set meanwhile stands.
pub(super) fn remember(model: &mut Model, kept: &Kept) {
    for (letter, offset) in kept.marks_in(model.document.text()) {
        model.reading.marks.entry(letter).or_insert(offset);
    }
    model.hand.pen = kept.pen;
}

fn palette(config: &Config, environment: &Environment, flag: When) -> Palette {
    let colors = &config.colors;
    let scheme = colors.appearance.scheme().unwrap_or_else(|| environment.scheme());
    let depth = decide(flag, colors.when, environment.surroundings());
    let underline = match colors.underline {
        When::Always => true,
        When::Never => false,
        When::Auto => underline_colour_is_safe(environment.surroundings()),
    };
    Palette::new(scheme, depth, &colors.overrides)
        .with_own_page(colors.appearance.own_page())
        .with_underline_colors(underline)
}

/// A number that differs from run to run, for the ids of annotations.
pub(super) fn seed() -> u64 {
    RandomState::new().build_hasher().finish()
}
