//! What to open, as people write it.

use super::BUNDLED_TITLE;
use crate::runtime::web::address;
use std::path::{Path, PathBuf};

/// What to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The article in the program.
    Bundled,
    /// A file, by the path that the person gave.
    File(PathBuf),
    /// A page of the web, by its address without what follows `#`.
    Address(String),
    /// Standard input.
    Stdin,
}

impl Source {
    /// What people write: `-` for standard input, `http://…` and `https://…`, `file://…`, else a path.
    #[must_use]
    pub fn parse(written: &str) -> Self {
        match written {
            "-" => Self::Stdin,
            _ => Self::kept(written),
        }
    }

    /// The same for a path that need not be text.
    #[must_use]
    pub fn of_path(written: &Path) -> Self {
        written.to_str().map_or_else(|| Self::File(written.to_owned()), Self::parse)
    }

    /// What [`Source::address`] gave, in another run; nothing is the bundled article.
    #[must_use]
    pub fn kept(address: &str) -> Self {
        if address.is_empty() {
            Self::Bundled
        } else if let Some(page) = address::of_web(address) {
            Self::Address(page)
        } else if let Some(path) = address::of_file(address) {
            Self::File(path)
        } else {
            Self::File(PathBuf::from(address))
        }
    }

    /// What the document keeps as its source: the absolute path, the address, or nothing.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::File(path) => {
                let absolute = path.canonicalize().or_else(|_| std::path::absolute(path));
                absolute.as_deref().unwrap_or(path).to_string_lossy().into_owned()
            }
            Self::Address(address) => address.clone(),
            Self::Bundled | Self::Stdin => String::new(),
        }
    }

    /// What it is called where the text has no title: the name of the file, the last part of the address.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Bundled => BUNDLED_TITLE.to_owned(),
            Self::File(path) => path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Address(address) => address::name(address),
            Self::Stdin => "stdin".to_owned(),
        }
    }

    /// What messages call it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Address(address) => address.clone(),
            Self::Bundled | Self::Stdin => self.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_what_it_looks_like() {
        let file = |path: &str| Source::File(PathBuf::from(path));
        let page = |address: &str| Source::Address(address.to_owned());
        assert_eq!(Source::parse("-"), Source::Stdin);
        assert_eq!(Source::parse("tram.html"), file("tram.html"));
        assert_eq!(Source::parse("./https:/a"), file("./https:/a"));
        assert_eq!(Source::parse("file:///a%20b.txt"), file("/a b.txt"));
        assert_eq!(Source::parse("https://example.org/a?b=1#c"), page("https://example.org/a?b=1"));
        assert_eq!(Source::parse("HTTP://example.org"), page("http://example.org/"));
        assert_eq!(Source::parse("ftp://example.org/a"), file("ftp://example.org/a"));
        assert_eq!(Source::kept(""), Source::Bundled);
        assert_eq!(Source::kept("-"), file("-"));
    }
}
