//! Notices as sentences: what, where, what now.

use super::{Lang, months};
use crate::notice::{Notice, Obstacle, Site};

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

/// Why the disk did not take something, in two or three words where that is known.
#[must_use]
pub fn obstacle(why: &Obstacle, lang: Lang) -> String {
    let (french, english) = match why {
        Obstacle::DiskFull => ("disque plein", "disk full"),
        Obstacle::ReadOnlyDisk => ("disque en lecture seule", "read-only disk"),
        Obstacle::NoPermission => ("accès refusé", "permission denied"),
        Obstacle::TooManyFiles => ("trop de fichiers ouverts", "too many open files"),
        Obstacle::FileTooLong => ("fichier trop long pour le disque", "file too long for the disk"),
        Obstacle::DiskError => ("erreur du disque", "disk error"),
        Obstacle::Newer => ("écrit par un exergue plus récent", "written by a newer exergue"),
        Obstacle::NoteTooLong(megabytes) => {
            return lang.pick(
                format!("note de plus de {megabytes}\u{a0}Mo, à raccourcir"),
                format!("a note of over {megabytes} MB, shorten it"),
            );
        }
        Obstacle::Other(why) => return why.clone(),
    };
    lang.pick(french, english).to_owned()
}

/// A day as people say it (`14 March 2026`); what is none stays as it is.
fn date(day: &str, lang: Lang) -> String {
    let mut numbers = day.split('-').map(str::parse::<usize>);
    let (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day))) =
        (numbers.next(), numbers.next(), numbers.next())
    else {
        return day.to_owned();
    };
    let first = if day == 1 { lang.pick("er", "") } else { "" };
    format!("{day}{first} {} {year}", lang.pick(months::FRENCH, months::ENGLISH)[month - 1])
}

/// The notice as one sentence without a full stop, on one line whatever it quotes.
#[must_use]
pub fn notice(notice: &Notice, lang: Lang) -> String {
    let said = match lang {
        Lang::French => french(notice),
        Lang::English => english(notice),
    };
    if said.contains(LINE_ENDS) { said.replace(LINE_ENDS, " ") } else { said }
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

fn english(notice: &Notice) -> String {
    match notice {
        Notice::Decoded { encoding } => format!("not UTF-8: read as {encoding}"),
        Notice::Undecodable { count } => {
            format!("{count} {} could not be read and became U+FFFD", plural(*count, "byte", "bytes"))
        }
        Notice::WholePage => "no article was found in this page: all of it is shown".to_owned(),
        Notice::ShownWhole => {
            "the whole page, as chosen before; `whole-page` (W) shows its article".to_owned()
        }
        Notice::PartOfPage { percent } => {
            format!("the article holds {percent} % of the words of its page: `whole-page` shows all of it")
        }
        Notice::PageCut => {
            "this page is nested too deep for reading: part of its layout was left out".to_owned()
        }
        Notice::PageUnparsed => "this page could not be read as a page: only its words are shown".to_owned(),
        Notice::Copy { day } => {
            format!("copy of {}; `reload` (R) in the window fetches it anew", date(day, Lang::English))
        }
        Notice::PageNotKept { why } => {
            format!("no copy of this page is kept: {}", obstacle(why, Lang::English))
        }
        Notice::ChaptersMissing { count } => format!(
            "{count} {} missing or damaged in this book: the rest is shown",
            plural(*count, "chapter is", "chapters are")
        ),
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
            let why = obstacle(why, Lang::English);
            format!("notes cannot be saved: {why} ({folder}); `g w` has them written elsewhere")
        }
        Notice::NotesExposed { folder } => {
            format!("others on this machine can read the notes in {folder}; `chmod 700` keeps them out")
        }
        Notice::NotesUnreadable { path, why } => format!("{path}: {}", obstacle(why, Lang::English)),
        Notice::JournalDamaged { file, lines } => {
            let lines_word = plural(*lines, "line was", "lines were");
            format!("{file}: {lines} {lines_word} damaged; left as found, all other notes are here")
        }
        Notice::NotesMissing { folder, had, has, backup } => format!(
            "{folder} has only {has} of {had} {}; copy the files of {backup} there to have them all",
            plural(*had, "note", "notes")
        ),
        Notice::CorrectionsMissing { folder, had, has, backup } => format!(
            "{folder} has only {has} of {had} {}; copy the files of {backup} there to have them all",
            plural(*had, "correction", "corrections")
        ),
        Notice::BackupFailed { why } => {
            format!("no copy of the notes could be made today: {}", obstacle(why, Lang::English))
        }
        Notice::JournalNewer { file } => {
            format!("{file} was written by a newer exergue; what it holds is shown and cannot be changed")
        }
        Notice::Replaced { moved, reworded, lost } => {
            let parts = [(moved, "moved"), (reworded, "on other words"), (lost, "not found")];
            match counts(&parts.map(|(count, what)| (*count, what.to_owned()))) {
                Some(counts) => format!("the article has changed; notes: {counts} (press C to see them)"),
                None => "the article has changed; every note is in its place".to_owned(),
            }
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
        Notice::WholePage => "aucun article reconnu dans cette page : elle est montrée entière".to_owned(),
        Notice::ShownWhole => {
            "page entière, comme choisi avant\u{a0}; `whole-page` (W) montre l’article seul".to_owned()
        }
        Notice::PartOfPage { percent } => {
            format!("l’article tient {percent} % des mots de sa page\u{a0}: `whole-page` la montre entière")
        }
        Notice::PageCut => {
            "page aux éléments trop imbriqués : une partie de sa mise en forme a été laissée".to_owned()
        }
        Notice::PageUnparsed => "page illisible en tant que page : seuls ses mots sont montrés".to_owned(),
        Notice::Copy { day } => {
            format!("copie du {}\u{a0}; `reload` (R) dans la fenêtre la reprend", date(day, Lang::French))
        }
        Notice::PageNotKept { why } => {
            format!("aucune copie de cette page n’est gardée\u{a0}: {}", obstacle(why, Lang::French))
        }
        Notice::ChaptersMissing { count } => format!(
            "{count} {} dans ce livre : le reste est montré",
            plural_fr(*count, "chapitre manquant ou abîmé", "chapitres manquants ou abîmés")
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
        Notice::NotesExposed { folder } => {
            format!(
                "d’autres sur cette machine peuvent lire les notes dans {folder} ; `chmod 700` les en empêche"
            )
        }
        Notice::NotesUnsavable { folder, why } => {
            format!(
                "notes non enregistrables : {why} ({folder}) ; « g w » les écrit ailleurs",
                why = obstacle(why, Lang::French)
            )
        }
        Notice::NotesUnreadable { path, why } => format!("{path}\u{a0}: {}", obstacle(why, Lang::French)),
        Notice::JournalDamaged { file, lines } => {
            let damaged = plural_fr(*lines, "ligne abîmée, laissée", "lignes abîmées, laissées");
            format!("{file} : {lines} {damaged} en place ; toutes les autres notes sont là")
        }
        Notice::NotesMissing { folder, had, has, backup } => format!(
            "il ne reste que {has} {} sur {had} dans {folder} ; copiez-y les fichiers de {backup} pour les retrouver",
            plural_fr(*has, "note", "notes")
        ),
        Notice::CorrectionsMissing { folder, had, has, backup } => format!(
            "il ne reste que {has} {} sur {had} dans {folder} ; copiez-y les fichiers de {backup} pour les retrouver",
            plural_fr(*has, "correction", "corrections")
        ),
        Notice::BackupFailed { why } => {
            format!(
                "la copie des notes n’a pas pu être faite aujourd’hui : {why}",
                why = obstacle(why, Lang::French)
            )
        }
        Notice::JournalNewer { file } => format!(
            "{file} vient d’un exergue plus récent ; ce qu’il contient est montré et ne peut pas être changé"
        ),
        Notice::Replaced { moved, reworded, lost } => {
            let parts = [
                (*moved, plural_fr(*moved, "déplacée", "déplacées").to_owned()),
                (*reworded, "sur d’autres mots".to_owned()),
                (*lost, plural_fr(*lost, "perdue", "perdues").to_owned()),
            ];
            match counts(&parts) {
                Some(counts) => format!("l’article a changé ; notes : {counts} (C les montre)"),
                None => "l’article a changé ; chaque note est à sa place".to_owned(),
            }
        }
        Notice::Failed { what, why } => format!("{what} : {why}"),
    }
}

/// `3 moved, 1 not found`; nothing is said of what counts none, and `None` where all do.
fn counts(parts: &[(usize, String)]) -> Option<String> {
    let said: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    (!said.is_empty()).then(|| said.join(", "))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_stays_on_its_line_whatever_the_settings_say() {
        let site = Site { file: "my.toml".to_owned(), line: 2, column: 3 };
        let told = Notice::UnknownCommand {
            site,
            mode: "read".to_owned(),
            keys: "w".to_owned(),
            command: "view-\notebook".to_owned(),
            nearest: None,
        };
        for lang in [Lang::French, Lang::English] {
            let said = notice(&told, lang);
            assert!(said.contains("view- otebook") && said.lines().count() == 1, "{said}");
        }
    }

    fn every_kind() -> Vec<Notice> {
        let site = || Site { file: "my.toml".to_owned(), line: 2, column: 3 };
        let word = |text: &str| text.to_owned();
        vec![
            Notice::Decoded { encoding: "windows-1252" },
            Notice::Undecodable { count: 2 },
            Notice::UnknownSetting {
                site: site(),
                key: word("mesure"),
                table: word("reading"),
                nearest: Some(word("measure")),
            },
            Notice::BadSetting { site: site(), key: word("glyphs"), expected: word("…") },
            Notice::BadToml { site: site(), why: word("expected a value") },
            Notice::UnknownCommand {
                site: site(),
                mode: word("read"),
                keys: word("w"),
                command: word("line-dwn"),
                nearest: Some(word("line-down")),
            },
            Notice::BadKeys { site: site(), mode: word("read"), keys: word("Hyper-w") },
            Notice::KeyClash { site: site(), mode: word("read"), shorter: word("d"), longer: word("d d") },
            Notice::LowContrast { site: site(), role: word("person"), hundredths: 449, wanted: 450 },
            Notice::NotesUnsavable { folder: word("/notes"), why: Obstacle::ReadOnlyDisk },
            Notice::NotesExposed { folder: word("/notes") },
            Notice::NotesUnreadable { path: word("/notes"), why: Obstacle::NoPermission },
            Notice::JournalDamaged { file: word("a.journal"), lines: 1 },
            Notice::JournalNewer { file: word("a.journal") },
            Notice::NotesMissing { folder: word("/notes"), had: 3, has: 0, backup: word("/backup") },
            Notice::CorrectionsMissing { folder: word("/shared"), had: 1, has: 0, backup: word("/backup") },
            Notice::BackupFailed { why: Obstacle::DiskFull },
            Notice::Replaced { moved: 3, reworded: 2, lost: 1 },
            Notice::Failed { what: word("export"), why: word("no such folder") },
        ]
    }

    #[test]
    fn sentences_have_no_full_stop_and_french_ones_no_blank_that_may_break() {
        for told in every_kind() {
            let (french, english) = (notice(&told, Lang::French), notice(&told, Lang::English));
            assert_ne!(french, english);
            assert!(!french.ends_with('.') && !english.ends_with('.'), "{english}");
            for mark in [" ;", " :", " !", " ?", "'"] {
                assert!(!french.contains(mark), "{french}");
            }
        }
    }

    #[test]
    fn a_notice_says_what_where_and_what_now() {
        let unknown = &every_kind()[2];
        assert_eq!(
            notice(unknown, Lang::English),
            "my.toml:2:3: `mesure` is not a setting of `reading`, did you mean `measure`?"
        );
        assert_eq!(
            notice(unknown, Lang::French),
            "my.toml:2:3\u{a0}: `mesure` n’est pas un réglage de `reading`, vouliez-vous dire `measure`\u{a0}?"
        );
    }

    #[test]
    fn numbers_agree_with_their_nouns() {
        let lost = |lost, lang| notice(&Notice::Replaced { moved: 1, reworded: 0, lost }, lang);
        assert_eq!(lost(0, Lang::French), "l’article a changé\u{a0}; notes\u{a0}: 1 déplacée (C les montre)");
        assert_eq!(
            lost(2, Lang::English),
            "the article has changed; notes: 1 moved, 2 not found (press C to see them)"
        );
        let none = Notice::Replaced { moved: 0, reworded: 0, lost: 0 };
        assert_eq!(notice(&none, Lang::English), "the article has changed; every note is in its place");
    }

    #[test]
    fn a_ratio_that_falls_short_is_not_rounded_up() {
        let low = &every_kind()[8];
        assert!(notice(low, Lang::French).contains("4,4:1, il en faut 4,5:1"));
    }
}
