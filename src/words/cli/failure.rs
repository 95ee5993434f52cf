//! What stops a command, as one line: what, where, what now.

use crate::words::Lang;
use std::io::ErrorKind;

/// Why a command did not do all it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// There is no such option.
    UnknownOption {
        /// As written.
        option: String,
        /// The nearest known one, if one is near.
        nearest: Option<String>,
    },
    /// There is no such command.
    UnknownCommand {
        /// As written.
        command: String,
        /// The nearest known one, if one is near.
        nearest: Option<String>,
    },
    /// A word too many.
    UnexpectedWord(String),
    /// A value that the option does not take.
    BadValue {
        /// The option or the argument.
        option: String,
        /// As written.
        value: String,
        /// What would do; may be empty.
        possible: Vec<String>,
    },
    /// Something that must be there is not.
    Missing(String),
    /// Two things that cannot both be said.
    Conflict {
        /// One of them.
        one: String,
        /// The other.
        other: String,
    },
    /// Any other line that cannot be understood.
    NotUnderstood,
    /// The environment does not say where the home folder is.
    NoHome,
    /// The window cannot be shown.
    NoTerminal {
        /// Why.
        why: String,
    },
    /// A wrong setting, already worded, and how many more there are.
    WrongSetting {
        /// Where, what, what now.
        first: String,
        /// How many more.
        more: usize,
    },
    /// A settings file is there already.
    SettingsExist {
        /// Its path.
        path: String,
    },
    /// The settings cannot be read.
    SettingsUnreadable {
        /// Their path.
        path: String,
        /// Why.
        why: String,
    },
    /// The notes cannot be read.
    NotesUnreadable {
        /// Why, with where.
        why: String,
    },
    /// A file cannot be written.
    NotWritten {
        /// Its path.
        path: String,
        /// Why.
        why: String,
    },
    /// There is nothing to show.
    Nothing {
        /// What was looked for.
        what: Nothing,
        /// Where; empty for everywhere.
        place: String,
    },
}

crate::words! {
    /// What was not found.
    Nothing {
        Quotations: "aucune citation", "no quotation";
        Entities: "aucun nom", "no name";
        Themes: "aucun passage d’un thème\u{a0}; les thèmes sont dans les réglages (exergue config path)",
            "no passage of a theme; themes are in the settings (exergue config path)";
        Notes: "aucune note\u{a0}; ouvrez l’article et tapez s pour surligner, c pour noter",
            "no note; open the article and press s to highlight, c to write";
        PipeUnread: "le tube n’est pas lu\u{a0}: ceci est le dernier article lu\u{a0}; pour lire le tube, donnez - comme fichier",
            "the pipe is not read: this is the article read last; give - as the file to read the pipe";
        Records: "aucune annotation dedans", "no annotation in it";
        Books: "rien n’a encore été lu\u{a0}; ouvrez un article\u{a0}: exergue FICHIER",
            "nothing was read yet; open an article: exergue FILE";
        BookMatches: "rien de lu ne répond à la recherche", "nothing that was read matches the search";
        Matches: "aucune note ne répond à la recherche", "no note matches the search";
    }
}

impl Failure {
    /// The line, without the name of the program and without a full stop.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::French => self.french(),
            Lang::English => self.english(),
        }
    }

    fn french(&self) -> String {
        let help = "voir exergue --help";
        match self {
            Self::UnknownOption { option, nearest: Some(nearest) } => {
                format!("option inconnue\u{a0}: {option}\u{a0}; vouliez-vous dire {nearest}\u{a0}?")
            }
            Self::UnknownOption { option, nearest: None } => {
                format!("option inconnue\u{a0}: {option}\u{a0}; {help}")
            }
            Self::UnknownCommand { command, nearest: Some(nearest) } => {
                format!("commande inconnue\u{a0}: {command}\u{a0}; vouliez-vous dire {nearest}\u{a0}?")
            }
            Self::UnknownCommand { command, nearest: None } => {
                format!("commande inconnue\u{a0}: {command}\u{a0}; {help}")
            }
            Self::UnexpectedWord(word) => format!("{word} est de trop\u{a0}; {help}"),
            Self::BadValue { option, value, possible } if possible.is_empty() => {
                format!("{option}\u{a0}: «\u{a0}{value}\u{a0}» ne convient pas\u{a0}; {help}")
            }
            Self::BadValue { option, value, possible } => {
                format!(
                    "{option}\u{a0}: «\u{a0}{value}\u{a0}» ne convient pas\u{a0}; au choix\u{a0}: {}",
                    possible.join(", ")
                )
            }
            Self::Missing(what) => format!("il manque {what}\u{a0}; {help}"),
            Self::Conflict { one, other } => format!("{one} et {other} ne vont pas ensemble\u{a0}; {help}"),
            Self::NotUnderstood => format!("commande incomplète\u{a0}; {help}"),
            Self::NoHome => {
                "pas de dossier personnel\u{a0}; donnez à HOME le chemin d’un dossier à vous".to_owned()
            }
            Self::NoTerminal { why } => {
                format!("pas de terminal où s’afficher\u{a0}: {why}\u{a0}; exergue text écrit le texte")
            }
            Self::WrongSetting { first, more: 0 } => first.clone(),
            Self::WrongSetting { first, more } => {
                format!("{first} (et {more} de plus\u{a0}: exergue config check)")
            }
            Self::SettingsExist { path } => {
                format!("{path} existe déjà et reste tel quel\u{a0}; pour en repartir, renommez-le d’abord")
            }
            Self::SettingsUnreadable { path, why } => {
                format!("{path}\u{a0}: {why}")
            }
            Self::NotesUnreadable { why } => {
                format!("notes illisibles\u{a0}: {why}\u{a0}; rien n’a été modifié")
            }
            Self::NotWritten { path, why } => format!("{path}\u{a0}: non écrit\u{a0}: {why}"),
            Self::Nothing { what, place } if place.is_empty() => what.say(Lang::French).to_owned(),
            Self::Nothing { what, place } => format!("{place}\u{a0}: {}", what.say(Lang::French)),
        }
    }

    fn english(&self) -> String {
        let help = "see exergue --help";
        match self {
            Self::UnknownOption { option, nearest: Some(nearest) } => {
                format!("unknown option: {option}; did you mean {nearest}?")
            }
            Self::UnknownOption { option, nearest: None } => format!("unknown option: {option}; {help}"),
            Self::UnknownCommand { command, nearest: Some(nearest) } => {
                format!("unknown command: {command}; did you mean {nearest}?")
            }
            Self::UnknownCommand { command, nearest: None } => format!("unknown command: {command}; {help}"),
            Self::UnexpectedWord(word) => format!("{word} is one word too many; {help}"),
            Self::BadValue { option, value, possible } if possible.is_empty() => {
                format!("{option}: `{value}` will not do; {help}")
            }
            Self::BadValue { option, value, possible } => {
                format!("{option}: `{value}` will not do; one of: {}", possible.join(", "))
            }
            Self::Missing(what) => format!("{what} is missing; {help}"),
            Self::Conflict { one, other } => format!("{one} and {other} do not go together; {help}"),
            Self::NotUnderstood => format!("incomplete command; {help}"),
            Self::NoHome => "no home folder; set HOME to a folder of yours".to_owned(),
            Self::NoTerminal { why } => {
                format!("no terminal to show the window on: {why}; exergue text prints the text")
            }
            Self::WrongSetting { first, more: 0 } => first.clone(),
            Self::WrongSetting { first, more } => format!("{first} (and {more} more: exergue config check)"),
            Self::SettingsExist { path } => {
                format!("{path} is there already and stays as it is; to start anew, rename it first")
            }
            Self::SettingsUnreadable { path, why } => {
                format!("{path}: {why}")
            }
            Self::NotesUnreadable { why } => format!("notes cannot be read: {why}; nothing was changed"),
            Self::NotWritten { path, why } => format!("{path}: not written: {why}"),
            Self::Nothing { what, place } if place.is_empty() => what.say(Lang::English).to_owned(),
            Self::Nothing { what, place } => format!("{place}: {}", what.say(Lang::English)),
        }
    }
}

/// What the system says of the usual errors, in the person's language; `None` for the rare ones.
#[must_use]
pub fn system(kind: ErrorKind, lang: Lang) -> Option<&'static str> {
    let (french, english) = match kind {
        ErrorKind::NotFound => ("il n’y a pas de tel fichier", "there is no such file"),
        ErrorKind::PermissionDenied => ("accès refusé", "permission denied"),
        ErrorKind::IsADirectory => {
            ("c’est un dossier\u{a0}; nommez un fichier", "this is a folder; name a file")
        }
        ErrorKind::NotADirectory => ("un dossier du chemin est un fichier", "a folder on the way is a file"),
        ErrorKind::AlreadyExists => ("un fichier de ce nom existe", "there is a file of that name"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("le disque est plein", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => ("le disque est en lecture seule", "the disk is read-only"),
        _ => return None,
    };
    Some(lang.pick(french, english))
}
