//! `exergue config`: the settings file.

use super::arguments::ConfigCommand;
use super::output::{Stop, print_foreign, tell};
use super::session::Session;
use crate::config::{DEFAULT, check};
use crate::runtime::files::{self, WriteError};
use crate::words::cli::Failure;
use crate::words::notices::notice;

/// Does one of `path`, `init`, `check`, `show`.
pub(super) fn run(session: &Session, deed: ConfigCommand) -> Result<(), Stop> {
    let path = session.settings_file.display().to_string();
    match deed {
        ConfigCommand::Path => print_foreign(&format!("{path}\n"), session.on_terminal(), session.lang()),
        ConfigCommand::Show => {
            let text = session.settings_text.as_deref().unwrap_or(DEFAULT);
            print_foreign(text, session.on_terminal(), session.lang())
        }
        ConfigCommand::Init => match files::create_new(&session.settings_file, DEFAULT.as_bytes()) {
            Ok(()) => print_foreign(&format!("{path}\n"), session.on_terminal(), session.lang()),
            Err(WriteError::Exists { .. }) => Err(Failure::SettingsExist { path }.into()),
            Err(error) => Err(Failure::SettingsUnreadable { path, why: error.to_string() }.into()),
        },
        ConfigCommand::Check => {
            let mut wrong: Vec<String> = session
                .notices
                .iter()
                .chain(&check(&session.config))
                .map(|each| notice(each, session.lang()))
                .collect();
            let Some(last) = wrong.pop() else { return Ok(()) };
            for line in wrong {
                tell(&line);
            }
            Err(Failure::WrongSetting { first: last, more: 0 }.into())
        }
    }
}
