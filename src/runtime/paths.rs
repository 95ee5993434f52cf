//! Where the program keeps its files.

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};
use std::path::{Path, PathBuf};

/// The name of the program's folder in each of the base folders.
const NAME: &str = "exergue";

/// The folders of the program. None of them need exist; they are made, for their owner alone, when first written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// What must not be lost and may travel between devices: notes and corrections.
    pub data: PathBuf,
    /// What belongs to this device: its name, locks, places read.
    pub state: PathBuf,
    /// What may be deleted at any time.
    pub cache: PathBuf,
    /// The person's settings, which the program never writes.
    pub config: PathBuf,
    /// The person's home folder.
    pub home: PathBuf,
}

/// The environment does not say where the home folder is.
#[derive(Debug, thiserror::Error)]
#[error("no home folder: set HOME to a folder of yours")]
pub struct NoHome;

impl Paths {
    /// By the rules of the XDG base directories (`$XDG_DATA_HOME`, else `~/.local/share`, and so on).
    ///
    /// # Errors
    /// When there is no home folder to start from.
    pub fn of_environment() -> Result<Self, NoHome> {
        let base = choose_base_strategy().map_err(|_| NoHome)?;
        Ok(Self {
            data: base.data_dir().join(NAME),
            state: base.state_dir().unwrap_or_else(|| base.cache_dir()).join(NAME),
            cache: base.cache_dir().join(NAME),
            config: base.config_dir().join(NAME),
            home: base.home_dir().to_owned(),
        })
    }

    /// Everything under one folder, apart from the person's own files.
    #[must_use]
    pub fn under(root: &Path) -> Self {
        let folder = |name| root.join(name).join(NAME);
        Self {
            data: folder("data"),
            state: folder("state"),
            cache: folder("cache"),
            config: folder("config"),
            home: root.to_owned(),
        }
    }

    /// The folder with one folder of journals for each document.
    #[must_use]
    pub fn documents(&self) -> PathBuf {
        self.data.join("docs")
    }

    /// The folder with the journals of what is meant for every document.
    #[must_use]
    pub fn shared(&self) -> PathBuf {
        self.data.join("shared")
    }

    /// The folder with the copies of pages, in one folder for each address.
    #[must_use]
    pub fn pages(&self) -> PathBuf {
        self.data.join("pages")
    }

    /// The same, once more.
    #[must_use]
    pub fn saved_pages(&self) -> PathBuf {
        self.state.join("backup").join("pages")
    }

    /// The person's settings.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// A path with `~` for the home folder, so that it means the same on another device.
    #[must_use]
    pub fn abbreviate(&self, path: &str) -> String {
        match Path::new(path).strip_prefix(&self.home) {
            Ok(rest) if !self.home.as_os_str().is_empty() => Path::new("~").join(rest).display().to_string(),
            _ => path.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_in_the_home_folder_are_abbreviated() {
        let paths = Paths::under(Path::new("/home/ann"));
        assert_eq!(paths.abbreviate("/home/ann/a/b.txt"), "~/a/b.txt");
        assert_eq!(paths.abbreviate("/home/anna/b.txt"), "/home/anna/b.txt");
        assert_eq!(paths.abbreviate(""), "");
    }
}
