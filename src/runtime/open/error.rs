//! Why there is nothing to show, in words.

use crate::doc::packed::Refusal;
use crate::runtime::web::{WebError, address};
use crate::words::Lang;
use crate::words::runtime::{Problem, WebProblem};
use std::path::PathBuf;

/// Why there is nothing to show.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("{}: no such file", path.display())]
    NotFound {
        /// As the person gave it.
        path: PathBuf,
    },
    /// It is a folder.
    #[error("{}: a folder", path.display())]
    IsFolder {
        /// As the person gave it.
        path: PathBuf,
    },
    /// The system refuses.
    #[error("{name}: {why}")]
    Unreadable {
        /// The path, or `stdin`.
        name: String,
        /// What the system says.
        why: String,
    },
    /// It is no text.
    #[error("{name}: {kind}, not a text")]
    Binary {
        /// The path, or `stdin`.
        name: String,
        /// What it seems to be (`PDF`).
        kind: &'static str,
    },
    /// It is a book or a document of a word processor that cannot be read.
    #[error("{name}: {why}")]
    Packed {
        /// The path, or `stdin`.
        name: String,
        /// Why.
        why: Refusal,
    },
    /// It is a page of over 64 MB.
    #[error("{name}: a page of over 64 MB")]
    TooLarge {
        /// The path, or `stdin`.
        name: String,
    },
    /// Its parser came to no end.
    #[error("{name}: parsing takes too long")]
    TooSlow {
        /// The path, or `stdin`.
        name: String,
    },
    /// The page could not be fetched.
    #[error("{address}: {why}")]
    Web {
        /// Its address.
        address: String,
        /// Why.
        why: WebError,
    },
    /// It is of a format that is read, and holds nothing that can be.
    #[error("{name}: {}", problem.say(Lang::English))]
    Refused {
        /// The path, or `stdin`.
        name: String,
        /// Why, and what to do.
        problem: Problem,
    },
    /// It has no text in it.
    #[error("{name}: empty")]
    Empty {
        /// The path, or `stdin`.
        name: String,
    },
}

impl OpenError {
    /// The exit code of the program: 1 for an empty file, 4 for a page that could not be fetched, else 3.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Empty { .. } => 1,
            Self::Web { .. } => 4,
            _ => 3,
        }
    }

    /// What, where, and what to do, on one line. Names are as they are: clean them before showing.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotFound { path } => {
                let name = path.display().to_string();
                let and = if looks_like_page(&name) { Problem::AsPage.say(lang) } else { "" };
                format!("{name}: {}{and}", Problem::NotFound.say(lang))
            }
            Self::IsFolder { path } => format!("{}: {}", path.display(), Problem::IsFolder.say(lang)),
            Self::Unreadable { name, why } => format!("{name}: {}: {why}", Problem::Unreadable.say(lang)),
            Self::Binary { name, kind } => {
                let and = lang.pick("\u{a0};", ";");
                // Names of formats are the same in every language; this one is no name.
                let named = if *kind == "binary data" { String::new() } else { format!(" ({kind})") };
                format!("{name}: {}{named}{and} {}", Problem::Binary.say(lang), instead(kind).say(lang))
            }
            Self::Packed { name, why } => format!("{name}: {}", refused(*why, lang)),
            Self::Refused { name, problem } => format!("{name}: {}", problem.say(lang)),
            Self::TooLarge { name } => format!("{name}: {}", Problem::TooLarge.say(lang)),
            Self::TooSlow { name } => format!("{name}: {}", Problem::TooSlow.say(lang)),
            Self::Web { address, why } => format!("{address}: {}", why.say(lang)),
            Self::Empty { name } if address::of_web(name).is_some() => {
                // Some pages are nothing but programs that make them.
                format!("{name}: {}{}", Problem::Empty.say(lang), WebProblem::SaveInstead.say(lang))
            }
            Self::Empty { name } => format!("{name}: {}", Problem::Empty.say(lang)),
        }
    }
}

/// Why a book or a document cannot be read, and what would work.
fn refused(why: Refusal, lang: Lang) -> String {
    let and = lang.pick("\u{a0};", ";");
    match why {
        Refusal::Protected(by) => {
            let instead = if by == "ZIP" { Problem::InsteadOfPassword } else { Problem::InsteadOfProtected };
            format!("{} ({by}){and} {}", Problem::Protected.say(lang), instead.say(lang))
        }
        Refusal::NoDocument(kind) => {
            format!("{} ({kind}){and} {}", Problem::Binary.say(lang), instead(kind).say(lang))
        }
        Refusal::Damaged => Problem::Damaged.say(lang).to_owned(),
        Refusal::TooLarge => Problem::TooLargeUnpacked.say(lang).to_owned(),
    }
}

/// What would work in place of a file of that kind.
fn instead(kind: &str) -> Problem {
    match kind {
        "PDF" => Problem::InsteadOfPdf,
        "EPUB" | "DOCX" | "OpenDocument" | "PPTX" | "Office document of before 2007" => {
            Problem::InsteadOfDocument
        }
        _ if kind.contains("archive") => Problem::InsteadOfArchive,
        _ => Problem::InsteadOfBinary,
    }
}

/// Whether a name that no file has was perhaps meant as the address of a page: `www.exemple.fr/tram`, `ftp://…`.
fn looks_like_page(name: &str) -> bool {
    name.contains("://") || name.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_but_like_an_address_is_told_how_pages_are_opened() {
        let said = |name: &str, lang| OpenError::NotFound { path: PathBuf::from(name) }.say(lang);
        for name in ["www.exemple.fr/tram", "WWW.exemple.fr", "ftp://exemple.fr/a", "https://"] {
            assert!(said(name, Lang::French).contains("https://exemple.fr/…"), "{name}");
            assert!(said(name, Lang::English).contains("https://example.org/…"), "{name}");
        }
        assert_eq!(said("www/été.txt", Lang::French), "www/été.txt: aucun fichier de ce nom");
        assert_eq!(said("éé", Lang::English), "éé: no file of that name");
    }

    #[test]
    fn whoever_gives_bytes_that_are_no_text_is_told_what_to_give() {
        let said = |kind, lang| OpenError::Binary { name: "a.bin".to_owned(), kind }.say(lang);
        assert_eq!(
            said("binary data", Lang::English),
            "a.bin: this is not text; give a text, Markdown, an HTML page, an EPUB book or a DOCX"
        );
        assert!(said("PNG", Lang::French).starts_with("a.bin: ce n’est pas du texte (PNG)\u{a0}; donnez"));
    }
}
