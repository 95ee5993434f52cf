//! What every command starts from: the surroundings, the folders, the settings.

use super::arguments::General;
use super::output::{fetching, tell, why};
use crate::config::{Config, DEFAULT, settle};
use crate::notice::{Notice, Severity};
use crate::runtime::open::Ways;
use crate::runtime::paths::Paths;
use crate::runtime::web::Progress;
use crate::runtime::{Environment, terminal};
use crate::words::Lang;
use crate::words::cli::Failure;
use crate::words::notices::notice;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Columns of text that is not printed to a terminal.
const COLUMNS: u16 = 80;

/// What every command starts from.
pub(super) struct Session {
    /// What was said for every command.
    pub(super) general: General,
    /// Variables and terminals.
    pub(super) environment: Environment,
    /// Where the program keeps its files.
    pub(super) paths: Paths,
    /// The settings that hold.
    pub(super) config: Config,
    /// What is wrong with the settings.
    pub(super) notices: Vec<Notice>,
    /// The settings file: as asked for, or where it would be.
    pub(super) settings_file: PathBuf,
    /// Its text, where there is such a file.
    pub(super) settings_text: Option<String>,
}

impl Session {
    /// Reads the settings. They may be wrong: see [`Session::sound`].
    pub(super) fn start(general: General, environment: Environment) -> Result<Self, Failure> {
        let flag = general.lang.map(Lang::from);
        let lang = flag.unwrap_or_else(|| environment.lang());
        let paths = Paths::of_environment().map_err(|_| Failure::NoHome)?;
        let asked = general
            .config
            .clone()
            .or_else(|| env::var_os("EXERGUE_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from));
        let settings_file = asked.clone().unwrap_or_else(|| paths.config_file());
        let settings_text = match fs::read(&settings_file) {
            Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            // Nobody need have settings; but a file that was asked for must be there.
            Err(error) if error.kind() == ErrorKind::NotFound && asked.is_none() => None,
            Err(error) => {
                let path = settings_file.display().to_string();
                return Err(Failure::SettingsUnreadable { path, why: why(&error, lang) });
            }
        };
        let name = paths.abbreviate(&settings_file.display().to_string());
        let person = settings_text.as_deref().map(|text| (name.as_str(), text));
        let (mut config, notices) = settle(DEFAULT, person, flag, environment.lang());
        if let Some(chosen) = general.text_lang {
            config.reading.text_lang = chosen.into();
        }
        Ok(Self { general, environment, paths, config, notices, settings_file, settings_text })
    }

    /// How articles are opened.
    pub(super) fn ways(&self) -> Ways {
        let mut ways = Ways::new(&self.paths);
        ways.encoding = self.general.encoding.unwrap_or_default();
        ways.whole_page = self.general.whole_page.then_some(true);
        ways.fetching.offline = self.general.offline;
        if self.environment.stderr_is_terminal && !self.general.quiet {
            let lang = self.lang();
            ways.fetching.progress = Progress::to(move |bytes| fetching(bytes, lang));
        }
        ways
    }

    /// The language of the interface.
    pub(super) fn lang(&self) -> Lang {
        self.config.lang
    }

    /// Itself, if nothing is wrong with the settings.
    pub(super) fn sound(self) -> Result<Self, Failure> {
        let mut wrong = self.notices.iter().filter(|notice| notice.severity() > Severity::Hint);
        match wrong.next() {
            None => Ok(self),
            Some(first) => {
                Err(Failure::WrongSetting { first: notice(first, self.lang()), more: wrong.count() })
            }
        }
    }

    /// Says `notices` on standard error, unless asked to be quiet.
    pub(super) fn tell(&self, notices: &[Notice]) {
        for each in notices.iter().filter(|each| !self.general.quiet || each.severity() == Severity::Error) {
            tell(&notice(each, self.lang()));
        }
    }

    /// How many columns printed lines may take: as asked for, else those of the terminal, else 80.
    pub(super) fn columns(&self) -> u16 {
        let usual = || if self.on_terminal() { terminal::size().columns } else { COLUMNS };
        self.general.width.unwrap_or_else(usual)
    }

    /// Whether standard output is a terminal.
    pub(super) fn on_terminal(&self) -> bool {
        self.environment.stdout_is_terminal
    }

    /// The path that people write with `~` for their home folder.
    pub(super) fn full(&self, path: &str) -> PathBuf {
        match path.strip_prefix("~/") {
            Some(rest) => self.paths.home.join(rest),
            None => PathBuf::from(path),
        }
    }

    /// A path as people write it.
    pub(super) fn shown(&self, path: &Path) -> String {
        self.paths.abbreviate(&path.display().to_string())
    }
}
