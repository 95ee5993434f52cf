//! Notices as sentences: what, where, what now.

use super::Lang;
use crate::notice::{Notice, Site};

/// What a setting should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// `true` or `false`.
    Flag,
    /// A whole number between two, both included.
    Number(u16, u16),
    /// One of several words.
    OneOf(Vec<&'static str>),
    /// Words in quotation marks.
    Text,
    /// Words, or a wording for each language.
    Wording,
    /// A list of words.
    List,
    /// A table.
    Table,
    /// Tables under one name.
    Tables,
    /// A colour.
    Color,
    /// The name of a command.
    Command,
    /// A term of a theme.
    Term,
}

impl Expected {
    /// What would do, as a piece of a sentence.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let fixed = match self {
            Self::Number(least, most) => {
                return match lang {
                    Lang::French => format!("un nombre de {least} à {most}"),
                    Lang::English => format!("a number from {least} to {most}"),
                };
            }
            Self::OneOf(words) => {
                let or = lang.pick(" ou ", " or ");
                let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                return match quoted.split_last() {
                    Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(", ")),
                    _ => quoted.concat(),
                };
            }
            Self::Flag => ("true ou false", "true or false"),
            Self::Text => ("un texte entre guillemets", "a text in quotation marks"),
            Self::Wording => {
                ("un texte, ou { fr = \"…\", en = \"…\" }", "a text, or { fr = \"…\", en = \"…\" }")
            }
            Self::List => ("une liste entre crochets", "a list in brackets"),
            Self::Table => ("une table", "a table"),
            Self::Tables => ("des tables entre doubles crochets", "tables in double brackets"),
            Self::Color => {
                ("une couleur, \"#rrggbb\" ou de 0 à 255", "a colour, \"#rrggbb\" or from 0 to 255")
            }
            Self::Command => ("le nom d’une commande, ou \"none\"", "the name of a command, or \"none\""),
            Self::Term => (
                "un texte, ou { text = \"…\", exact = true, any_order = true }",
                "a text, or { text = \"…\", exact = true, any_order = true }",
            ),
        };
        lang.pick(fixed.0, fixed.1).to_owned()
    }
}

/// The notice as one sentence without a full stop.
#[must_use]
pub fn notice(notice: &Notice, lang: Lang) -> String {
    match lang {
        Lang::French => french(notice),
        Lang::English => english(notice),
    }
}

fn english(notice: &Notice) -> String {
    match notice {
        Notice::Decoded { encoding } => format!("not UTF-8: read as {encoding}"),
        Notice::Undecodable { count } => {
            format!("{count} {} could not be read and became U+FFFD", plural(*count, "byte", "bytes"))
        }
        Notice::UnknownSetting { site, key, table, nearest } => {
            let of = if table.is_empty() { String::new() } else { format!(" of `{table}`") };
            format!("{}: `{key}` is not a setting{of}{}", place(site), did_you_mean(nearest.as_deref()))
        }
        Notice::BadSetting { site, key, expected } => {
            format!("{}: `{key}` should be {expected}; the default is used", place(site))
        }
        Notice::BadToml { site, why } => format!("{}: {why}; the defaults are used", place(site)),
        Notice::UnknownCommand { site, mode, keys, command, nearest } => format!(
            "{}: [{mode}] \"{keys}\": no command is called `{command}`{}",
            place(site),
            did_you_mean(nearest.as_deref())
        ),
        Notice::BadKeys { site, mode, keys } => format!(
            "{}: [{mode}] \"{keys}\" is not a key; write keys like \"g g\", \"Ctrl-d\", \"F2\"",
            place(site)
        ),
        Notice::KeyClash { site, mode, shorter, longer } => format!(
            "{}: [{mode}] \"{shorter}\" hides \"{longer}\"; bind one of them to \"none\"",
            place(site)
        ),
        Notice::LowContrast { site, role, hundredths, wanted } => format!(
            "{}: `{role}` has a contrast of {}:1, {}:1 is needed to read it; choose a colour farther from the background",
            place(site),
            ratio(*hundredths, '.'),
            ratio(*wanted, '.')
        ),
        Notice::NotesUnsavable { folder, why } => {
            format!("notes cannot be saved in {folder}: {why}; make it writable, or reading is all there is")
        }
        Notice::NotSaved { waiting, why } => {
            let waits = plural(*waiting, "change waits", "changes wait");
            format!("NOT SAVED: {why}; {waiting} {waits} in memory")
        }
        Notice::JournalDamaged { file, lines } => {
            let lines_word = plural(*lines, "line was", "lines were");
            format!("{file}: {lines} {lines_word} damaged; left as found, all other notes are here")
        }
        Notice::JournalNewer { file } => {
            format!("{file} was written by a newer exergue; notes are shown and cannot be changed")
        }
        Notice::Replaced { moved, lost } => format!(
            "the article has changed; {moved} {} moved, {lost} not found (press C to see them)",
            plural(*moved, "note", "notes")
        ),
        Notice::AnalysedInPart => {
            "the article is long: only the surroundings of the window are analysed".to_owned()
        }
        Notice::Failed { what, why } => format!("{what}: {why}"),
    }
}

fn french(notice: &Notice) -> String {
    match notice {
        Notice::Decoded { encoding } => format!("ce n’est pas de l’UTF-8 : lu comme {encoding}"),
        Notice::Undecodable { count } => format!(
            "{count} {} U+FFFD",
            plural_fr(*count, "octet illisible est devenu", "octets illisibles sont devenus")
        ),
        Notice::UnknownSetting { site, key, table, nearest } => {
            let of = if table.is_empty() { String::new() } else { format!(" de `{table}`") };
            format!("{} : `{key}` n’est pas un réglage{of}{}", place(site), vouliez_vous(nearest.as_deref()))
        }
        Notice::BadSetting { site, key, expected } => {
            format!("{} : `{key}` doit être {expected} ; la valeur par défaut sert", place(site))
        }
        Notice::BadToml { site, why } => {
            format!("{} : {why} ; les valeurs par défaut servent", place(site))
        }
        Notice::UnknownCommand { site, mode, keys, command, nearest } => format!(
            "{} : [{mode}] \"{keys}\" : aucune commande ne s’appelle `{command}`{}",
            place(site),
            vouliez_vous(nearest.as_deref())
        ),
        Notice::BadKeys { site, mode, keys } => format!(
            "{} : [{mode}] \"{keys}\" n’est pas une touche ; les touches s’écrivent \"g g\", \"Ctrl-d\", \"F2\"",
            place(site)
        ),
        Notice::KeyClash { site, mode, shorter, longer } => format!(
            "{} : [{mode}] \"{shorter}\" cache \"{longer}\" ; donnez \"none\" à l’une des deux",
            place(site)
        ),
        Notice::LowContrast { site, role, hundredths, wanted } => format!(
            "{} : `{role}` a un contraste de {}:1, il en faut {}:1 pour le lire ; éloignez la couleur du fond",
            place(site),
            ratio(*hundredths, ','),
            ratio(*wanted, ',')
        ),
        Notice::NotesUnsavable { folder, why } => format!(
            "les notes ne peuvent pas être enregistrées dans {folder} : {why} ; ouvrez ce dossier en écriture, sinon on ne peut que lire"
        ),
        Notice::NotSaved { waiting, why } => {
            let waits = plural_fr(*waiting, "changement attend", "changements attendent");
            format!("NON ENREGISTRÉ : {why} ; {waiting} {waits} en mémoire")
        }
        Notice::JournalDamaged { file, lines } => {
            let damaged = plural_fr(*lines, "ligne abîmée, laissée", "lignes abîmées, laissées");
            format!("{file} : {lines} {damaged} en place ; toutes les autres notes sont là")
        }
        Notice::JournalNewer { file } => format!(
            "{file} vient d’un exergue plus récent ; les notes sont montrées et ne peuvent pas être changées"
        ),
        Notice::Replaced { moved, lost } => format!(
            "l’article a changé ; {moved} {}, {lost} {} (C les montre)",
            plural_fr(*moved, "note déplacée", "notes déplacées"),
            plural_fr(*lost, "perdue", "perdues")
        ),
        Notice::AnalysedInPart => {
            "l’article est long : seuls les alentours de la fenêtre sont analysés".to_owned()
        }
        Notice::Failed { what, why } => format!("{what} : {why}"),
    }
}

fn place(site: &Site) -> String {
    format!("{}:{}:{}", site.file, site.line, site.column)
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |name| format!(", did you mean `{name}`?"))
}

fn vouliez_vous(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |name| format!(", vouliez-vous dire `{name}` ?"))
}

/// English counts one thing only as one.
fn plural<'a>(count: usize, one: &'a str, more: &'a str) -> &'a str {
    if count == 1 { one } else { more }
}

/// French counts none and one as one.
fn plural_fr<'a>(count: usize, one: &'a str, more: &'a str) -> &'a str {
    if count < 2 { one } else { more }
}

/// Hundredths with one digit after the mark, rounded down so that 4.49 does not pass for 4.5.
fn ratio(hundredths: u32, mark: char) -> String {
    format!("{}{mark}{}", hundredths / 100, hundredths % 100 / 10)
}
