//! What is wrong with a command line, as one line in the person's language.

use crate::command::nearest::nearest;
use crate::words::cli::Failure;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// There is no command `given` in `command`; the nearest one is named, if one is near.
pub(super) fn unknown_command(given: &str, command: &clap::Command) -> Failure {
    let nearest = nearest(given, command.get_subcommands().map(clap::Command::get_name));
    Failure::UnknownCommand { command: given.to_owned(), nearest: nearest.map(str::to_owned) }
}

/// The failure that `error` of the parser tells; `command` is the whole command line's definition.
pub(super) fn failure(error: &clap::Error, command: &clap::Command) -> Failure {
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        Some(ContextValue::StyledStr(text)) => Some(text.to_string()),
        _ => None,
    };
    // `--width <N>` is called `--width`, `<SHELL>` is called `SHELL`.
    let name = |kind| {
        let written = word(kind).unwrap_or_default();
        let name = written.split_whitespace().next().unwrap_or_default();
        name.trim_matches(['<', '>', '[', ']', '.']).to_owned()
    };
    let invalid = || name(ContextKind::InvalidArg);
    let placeholder = || {
        let written = word(ContextKind::InvalidArg).unwrap_or_default();
        written.split_whitespace().last().unwrap_or_default().trim_matches(['<', '>', '.']).to_owned()
    };
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let given = invalid();
            if given.starts_with('-') {
                Failure::UnknownOption { option: given, nearest: word(ContextKind::SuggestedArg) }
            } else {
                Failure::UnexpectedWord(given)
            }
        }
        ErrorKind::InvalidSubcommand => {
            let given = word(ContextKind::InvalidSubcommand).unwrap_or_default();
            match word(ContextKind::SuggestedSubcommand) {
                Some(nearest) => Failure::UnknownCommand { command: given, nearest: Some(nearest) },
                None => unknown_command(&given, command),
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::InvalidUtf8 => {
            let value = word(ContextKind::InvalidValue).unwrap_or_default();
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(values)) => values.clone(),
                _ => Vec::new(),
            };
            if value.is_empty() {
                Failure::Missing(placeholder())
            } else {
                Failure::BadValue { option: invalid(), value, possible }
            }
        }
        ErrorKind::MissingRequiredArgument => Failure::Missing(invalid()),
        ErrorKind::ArgumentConflict => {
            Failure::Conflict { one: invalid(), other: name(ContextKind::PriorArg) }
        }
        ErrorKind::TooManyValues => {
            Failure::UnexpectedWord(word(ContextKind::InvalidValue).unwrap_or_default())
        }
        _ => Failure::NotUnderstood,
    }
}
