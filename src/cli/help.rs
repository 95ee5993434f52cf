//! The help of the command line, in the person's language.

use super::arguments::Arguments;
use crate::words::Lang;
use crate::words::cli::{Help, root_help};
use clap::CommandFactory as _;

/// The whole command line with its help in `lang`.
#[must_use]
pub fn command(lang: Lang) -> clap::Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", Help::Usage.say(lang));
    let root = Arguments::command().disable_help_subcommand(true).override_help(root_help(lang));
    worded(root, "", lang, &template)
}

/// Gives a command, its arguments and its commands their words.
fn worded(command: clap::Command, path: &str, lang: Lang, template: &str) -> clap::Command {
    let say = |help: Help| help.say(lang);
    let mut command = command
        .help_template(template.to_owned())
        .disable_help_subcommand(true)
        .subcommand_help_heading(say(Help::Commands))
        .subcommand_value_name(lang.pick("COMMANDE", "COMMAND"))
        .mut_args(|argument| {
            let heading = match (argument.is_positional(), GENERAL.contains(&argument.get_id().as_str())) {
                (true, _) => Help::Arguments,
                (false, true) => Help::General,
                (false, false) => Help::Options,
            };
            let worded = argument_help(path, argument.get_id().as_str()).map(say);
            let shown = argument.get_value_names().and_then(|names| placeholder(names.first()?, lang));
            let mut argument = argument.help(worded).help_heading(say(heading));
            if let Some(shown) = shown {
                argument = argument.value_name(shown);
            }
            // The help says which values there are, in the person's language.
            let valued = argument.get_action().takes_values();
            if valued { argument.hide_possible_values(true).hide_default_value(true) } else { argument }
        });
    if let Some(about) = command_about(path) {
        command = command.about(say(about)).long_about(None);
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let path = format!("{path} {name}").trim_start().to_owned();
        command = command.mut_subcommand(&name, |sub| worded(sub, &path, lang, template));
    }
    command
}

/// What stands for a value that the person gives; `None` where it is the same in every language.
fn placeholder(name: &str, lang: Lang) -> Option<&'static str> {
    let french = match name {
        "FILE" => "FICHIER",
        "PATH" => "CHEMIN",
        "NAME" => "NOM",
        "FOLDER" => "DOSSIER",
        "QUERY" => "RECHERCHE",
        "FILE|QUERY" => "FICHIER|RECHERCHE",
        "COMMAND" => "COMMANDE",
        _ => return None,
    };
    lang.pick(Some(french), None)
}

/// The arguments that every command takes.
const GENERAL: [&str; 13] = [
    "config",
    "lang",
    "text_lang",
    "whole_page",
    "encoding",
    "offline",
    "color",
    "no_mouse",
    "width",
    "quiet",
    "verbose",
    "help",
    "version",
];

fn command_about(path: &str) -> Option<Help> {
    Some(match path {
        "" => Help::About,
        "open" => Help::Open,
        "text" => Help::Text,
        "quotes" => Help::Quotes,
        "entities" => Help::Entities,
        "themes" => Help::Themes,
        "notes" => Help::Notes,
        "list" => Help::List,
        "export" => Help::Export,
        "import" => Help::Import,
        "config" => Help::Config,
        "config path" => Help::ConfigPath,
        "config init" => Help::ConfigInit,
        "config check" => Help::ConfigCheck,
        "config show" => Help::ConfigShow,
        "completions" => Help::Completions,
        "man" => Help::Man,
        "help" => Help::HelpCommand,
        _ => return None,
    })
}

fn argument_help(path: &str, id: &str) -> Option<Help> {
    Some(match (path, id) {
        ("entities", "all") => Help::EntitiesAll,
        ("notes", "all") => Help::NotesAll,
        ("list", "query") => Help::ListQuery,
        ("list", "json") => Help::ListJson,
        ("import", "file") => Help::ImportFile,
        ("import", "document") => Help::ImportFor,
        ("import", "update") => Help::ImportUpdate,
        ("import", "dry_run") => Help::DryRun,
        ("import", "json") => Help::ImportJson,
        (_, "file") => Help::File,
        (_, "json") => Help::Json,
        (_, "as_found") => Help::AsFound,
        (_, "attach") => Help::Attach,
        (_, "words") => Help::Words,
        (_, "find") => Help::Query,
        (_, "to") => Help::Target,
        (_, "output") => Help::Output,
        (_, "shell") => Help::Shell,
        (_, "topic") => Help::Topic,
        (_, "config") => Help::ConfigFile,
        (_, "lang") => Help::Lang,
        (_, "text_lang") => Help::TextLang,
        (_, "encoding") => Help::Encoding,
        (_, "offline") => Help::Offline,
        (_, "color") => Help::Color,
        (_, "whole_page") => Help::WholePage,
        (_, "no_mouse") => Help::NoMouse,
        (_, "width") => Help::Width,
        (_, "quiet") => Help::Quiet,
        (_, "verbose") => Help::Verbose,
        (_, "help") => Help::HelpFlag,
        (_, "version") => Help::Version,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr as _;

    const LANGS: [Lang; 2] = [Lang::French, Lang::English];

    /// Calls `see` with every command and its path.
    fn walk(command: &clap::Command, path: &str, see: &mut dyn FnMut(&clap::Command, &str)) {
        see(command, path);
        for sub in command.get_subcommands() {
            walk(sub, format!("{path} {}", sub.get_name()).trim_start(), see);
        }
    }

    #[test]
    fn the_definition_holds_together() {
        LANGS.into_iter().for_each(|lang| command(lang).debug_assert());
    }

    #[test]
    fn every_command_and_argument_has_words() {
        walk(&command(Lang::French), "", &mut |command, path| {
            assert!(command_about(path).is_some(), "no words for `{path}`");
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "no words for `{}` of `{path}`", argument.get_id());
            }
        });
    }

    #[test]
    fn help_fits_a_small_screen() {
        for help in LANGS.map(root_help) {
            assert!(help.lines().count() <= 24);
            for line in help.lines() {
                assert!(line.width() <= 80, "{line}");
            }
        }
    }

    #[test]
    fn help_names_all_there_is_and_nothing_else() {
        for help in LANGS.map(root_help) {
            let root = command(Lang::English);
            for name in root.get_subcommands().map(clap::Command::get_name) {
                assert!(help.contains(name), "{name}");
            }
            for long in root.get_arguments().filter_map(clap::Arg::get_long) {
                assert!(help.contains(&format!("--{long}")), "{long}");
            }
            let examples = help.lines().filter_map(|line| line.strip_prefix("  exergue "));
            let mut seen = 0;
            for example in examples {
                let line = example.split("  ").next().expect("a split gives something");
                let line = line.split(" | ").next().expect("a split gives something");
                let words = shell_words::split(line).expect("examples are quoted rightly");
                let parsed = command(Lang::English)
                    .try_get_matches_from(std::iter::once("exergue".to_owned()).chain(words));
                assert!(parsed.is_ok(), "{line}");
                seen += 1;
            }
            assert_eq!(seen, 5);
        }
    }
}
