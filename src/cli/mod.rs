//! The command line: `exergue FILE` and its commands.

pub mod arguments;
mod article;
mod export;
mod findings;
pub mod help;
mod import;
mod list;
mod listing;
mod notes;
mod output;
mod session;
mod settings;
mod usage;
mod window;

use crate::runtime::Environment;
use crate::words::Lang;
use crate::words::cli::Failure;
use arguments::{Arguments, Command, Target};
use clap::FromArgMatches as _;
use help::command;
use output::{Stop, print, tell};
use session::Session;
use std::cell::Cell;
use std::ffi::OsString;
use std::process::ExitCode;

/// Does what `line` asks for, its first word being the name of the program, and gives the exit code:
/// 0 well, 1 nothing found, 2 usage or settings, 3 an article that cannot be read, 5 notes that
/// cannot be read or saved, 6 notes that were not imported.
#[must_use]
pub fn run(line: Vec<OsString>) -> ExitCode {
    // The program calls itself so, and nobody else does: no command that is listed anywhere.
    #[cfg(feature = "pdf")]
    if line.len() == 2 && line[1] == crate::runtime::pdf::WORD {
        return crate::runtime::pdf::serve();
    }
    let environment = Environment::of_process();
    // Settings may ask for another language once they have been read.
    let lang = Cell::new(asked_lang(&line).unwrap_or_else(|| environment.lang()));
    match obey(line, environment, &lang) {
        Ok(code) => code,
        Err(Stop::Enough) => ExitCode::SUCCESS,
        Err(Stop::Failure(failure)) => {
            tell(&failure.say(lang.get()));
            ExitCode::from(code(&failure))
        }
        Err(Stop::Open(error)) => {
            tell(&error.say(lang.get()));
            ExitCode::from(error.exit_code())
        }
    }
}

fn obey(line: Vec<OsString>, environment: Environment, spoken: &Cell<Lang>) -> Result<ExitCode, Stop> {
    let lang = spoken.get();
    let Arguments { command: asked, file, general, .. } = understood(line, lang)?;
    if let (Some(file), Some(_)) = (&file, &asked) {
        return Err(Failure::UnexpectedWord(file.display().to_string()).into());
    }
    let start = || {
        let session = Session::start(general.clone(), environment.clone())?;
        spoken.set(session.lang());
        Ok::<Session, Failure>(session)
    };
    // What a program reads must not depend on a typing error in the settings; a person may read on.
    let sound = || start().and_then(Session::sound);
    match asked.unwrap_or(Command::Open { file }) {
        Command::Open { file } => return window::show(start()?, file.as_deref()),
        Command::Text { file } => findings::text(&sound()?, file.as_deref()),
        Command::Quotes(listing) => findings::quotes(&sound()?, &listing),
        Command::Entities { listing, all } => findings::entities(&sound()?, &listing, all),
        Command::Themes(listing) => findings::themes(&sound()?, &listing),
        Command::Notes(asked) => notes::run(&sound()?, &asked),
        Command::List { query, json } => list::run(&sound()?, query.as_deref(), json),
        Command::Import(asked) => return import::run(&sound()?, &asked),
        Command::Export { file, to: Target::Md, output, as_found, attach } => {
            let session = sound()?;
            let article = article::Article::read(&session, file.as_deref())?;
            export::run(&session, &article, attach.as_deref(), output.as_deref(), as_found)
        }
        Command::Config { deed } => settings::run(&start()?, deed),
        Command::Completions { shell } => completions(shell, command(lang), lang),
        Command::Man => manual(command(lang), lang),
        Command::Help { topic } => explain(&topic, command(lang), lang),
    }
    .map(success)
}

/// What the line says; [`Stop::Enough`] where it asks for help or the version, which are printed.
fn understood(line: Vec<OsString>, lang: Lang) -> Result<Arguments, Stop> {
    if let Some(arguments) = Arguments::of_article(&line) {
        return Ok(arguments);
    }
    let mut definition = command(lang);
    let found = definition.try_get_matches_from_mut(line);
    let error = match found.and_then(|found| Arguments::from_arg_matches(&found)) {
        Ok(arguments) => return Ok(arguments),
        Err(error) => error,
    };
    // Help and version come as errors that are none.
    if error.use_stderr() {
        return Err(usage::failure(&error, &definition).into());
    }
    print(&error.render().to_string(), lang)?;
    Err(Stop::Enough)
}

fn success((): ()) -> ExitCode {
    ExitCode::SUCCESS
}

fn completions(shell: clap_complete::Shell, mut definition: clap::Command, lang: Lang) -> Result<(), Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut definition, "exergue", &mut script);
    print(&String::from_utf8_lossy(&script), lang)
}

fn manual(definition: clap::Command, lang: Lang) -> Result<(), Stop> {
    let mut page = Vec::new();
    clap_mangen::Man::new(definition).render(&mut page).expect("memory takes all that is written");
    print(&String::from_utf8_lossy(&page), lang)
}

fn explain(topic: &[String], mut definition: clap::Command, lang: Lang) -> Result<(), Stop> {
    definition.build();
    let mut found = &mut definition;
    for word in topic {
        if found.find_subcommand(word).is_none() {
            return Err(usage::unknown_command(word, found).into());
        }
        found = found.find_subcommand_mut(word).expect("it was just found");
    }
    let help = found.render_help().to_string();
    print(&help, lang)
}

/// The language that the line asks for, before it is known whether it is right: its errors are
/// worded in it too.
fn asked_lang(line: &[OsString]) -> Option<Lang> {
    let mut words = line.iter().filter_map(|word| word.to_str());
    let given = words.by_ref().find_map(|word| match word.strip_prefix("--lang") {
        Some("") => Some(None),
        Some(rest) => rest.strip_prefix('=').map(Some),
        None => None,
    })?;
    match given.or_else(|| words.next())? {
        "fr" => Some(Lang::French),
        "en" => Some(Lang::English),
        _ => None,
    }
}

fn code(failure: &Failure) -> u8 {
    match failure {
        Failure::Nothing { .. } => 1,
        Failure::UnknownOption { .. }
        | Failure::UnknownCommand { .. }
        | Failure::UnexpectedWord(_)
        | Failure::BadValue { .. }
        | Failure::Missing(_)
        | Failure::Conflict { .. }
        | Failure::NotUnderstood
        | Failure::NoHome
        | Failure::NoTerminal { .. }
        | Failure::WrongSetting { .. }
        | Failure::SettingsExist { .. }
        | Failure::SettingsUnreadable { .. } => 2,
        Failure::NotesUnreadable { .. } | Failure::NotWritten { .. } => 5,
    }
}
