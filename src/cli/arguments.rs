//! What can be said on the command line.

use crate::mark::Language;
use crate::runtime::open::Wanted;
use crate::text::decode::named;
use crate::words::Lang;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// Everything said on one command line.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "exergue", version, disable_help_flag = true, disable_version_flag = true)]
pub struct Arguments {
    /// What to do; opening the article where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The article to open.
    pub file: Option<PathBuf>,
    /// What holds for every command.
    #[command(flatten)]
    pub general: General,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

impl Arguments {
    /// What a line says that names an article by its path, its file or its address, or nothing at all.
    ///
    /// Most lines do, and for them the whole command line with its help need not be made ready, which takes as long
    /// as reading a short article. `None` for every other line, and where what is named may be a command.
    #[must_use]
    pub fn of_article(line: &[OsString]) -> Option<Self> {
        let is_no_command = |word: &str| word.contains(['.', '/']) && !word.starts_with('-');
        let file = match line {
            [_] => None,
            [_, file] if file.to_str().is_some_and(is_no_command) => Some(PathBuf::from(file)),
            _ => return None,
        };
        Some(Self { command: None, file, general: General::default(), version: None })
    }
}

/// What holds for every command.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct General {
    /// The settings file in place of the person's own.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The language of the interface.
    #[arg(long, global = true, value_enum, value_name = "fr|en")]
    pub lang: Option<LangChoice>,
    /// The language of the text; found out where nothing is said.
    #[arg(long, global = true, value_enum, value_name = "auto|fr|en|de|es|it|pt|nl")]
    pub text_lang: Option<TextLang>,
    /// When to colour.
    #[arg(long, global = true, value_enum, value_name = "auto|always|never")]
    pub color: Option<ColorChoice>,
    /// All of a web page, not only the article in it.
    #[arg(long, global = true)]
    pub whole_page: bool,
    /// The encoding of the article, whatever its bytes say.
    #[arg(long, global = true, value_name = "NAME", value_parser = encoding)]
    pub encoding: Option<Wanted>,
    /// Connect to nothing.
    #[arg(long, global = true)]
    pub offline: bool,
    /// Leave the mouse to the terminal.
    #[arg(long, global = true)]
    pub no_mouse: bool,
    /// Width of printed lines, in columns, from 20.
    #[arg(short, long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
    /// Say nothing but errors.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// How much to log: 1 for what is done, 2 and more for every detail.
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// The encoding of that name; `auto` for what the bytes say.
fn encoding(written: &str) -> Result<Wanted, String> {
    if written.eq_ignore_ascii_case("auto") {
        return Ok(Wanted::Automatic);
    }
    named(written).map(Wanted::In).ok_or_else(|| written.to_owned())
}

/// A language, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangChoice {
    /// French.
    Fr,
    /// English.
    En,
}

impl From<LangChoice> for Lang {
    fn from(choice: LangChoice) -> Self {
        match choice {
            LangChoice::Fr => Self::French,
            LangChoice::En => Self::English,
        }
    }
}

/// The language of a text, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextLang {
    /// Found out from its words.
    Auto,
    /// French.
    Fr,
    /// English.
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Dutch.
    Nl,
}

impl From<TextLang> for Option<Language> {
    fn from(choice: TextLang) -> Self {
        Some(match choice {
            TextLang::Auto => return None,
            TextLang::Fr => Language::French,
            TextLang::En => Language::English,
            TextLang::De => Language::German,
            TextLang::Es => Language::Spanish,
            TextLang::It => Language::Italian,
            TextLang::Pt => Language::Portuguese,
            TextLang::Nl => Language::Dutch,
        })
    }
}

/// When to colour, as written on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// As the terminal and the environment say.
    Auto,
    /// Whatever they say.
    Always,
    /// Not at all.
    Never,
}

/// A command.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Opens the article in the window.
    Open {
        /// The article.
        file: Option<PathBuf>,
    },
    /// Prints the text of the article.
    Text {
        /// The article.
        file: Option<PathBuf>,
    },
    /// Lists the quotations.
    Quotes(Listing),
    /// Lists the entities.
    Entities {
        /// What lists have in common.
        #[command(flatten)]
        listing: Listing,
        /// Dates and amounts too.
        #[arg(long)]
        all: bool,
    },
    /// Lists the theme passages.
    Themes(Listing),
    /// Lists or searches the annotations.
    Notes(NotesArguments),
    /// Lists what was read.
    List {
        /// Words of the title or of the path.
        #[arg(value_name = "QUERY")]
        query: Option<String>,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Writes the annotations to a file.
    Export {
        /// The article.
        file: Option<PathBuf>,
        /// The format.
        #[arg(long, value_enum, value_name = "md", default_value_t = Target::Md)]
        to: Target,
        /// The file to write, or its folder; `-` for standard output.
        #[arg(short, long, value_name = "PATH")]
        output: Option<PathBuf>,
        /// Speakers without the corrections of the person.
        #[arg(long)]
        as_found: bool,
        /// Takes the notes of this folder for those of the article, from now on.
        #[arg(long, value_name = "FOLDER")]
        attach: Option<String>,
    },
    /// Takes in annotations that were written as JSON.
    Import(ImportArguments),
    /// The settings file.
    Config {
        /// What about it.
        #[command(subcommand)]
        deed: ConfigCommand,
    },
    /// Prints the completion script of a shell.
    Completions {
        /// Which shell.
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Prints the manual page.
    Man,
    /// Explains a command.
    Help {
        /// Which command.
        #[arg(value_name = "COMMAND")]
        topic: Vec<String>,
    },
}

/// What lists of findings have in common.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Listing {
    /// The article.
    pub file: Option<PathBuf>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
    /// Without the corrections of the person.
    #[arg(long)]
    pub as_found: bool,
}

/// Which annotations to list.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct NotesArguments {
    /// The article, then a query; either may be absent.
    #[arg(value_name = "FILE|QUERY", num_args = 0..=2)]
    pub words: Vec<String>,
    /// What to look for.
    #[arg(long, value_name = "QUERY")]
    pub find: Option<String>,
    /// The annotations of all articles.
    #[arg(long)]
    pub all: bool,
    /// Takes the notes of this folder for those of the article, from now on.
    #[arg(long, value_name = "FOLDER")]
    pub attach: Option<String>,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// Which annotations to take in, and how.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ImportArguments {
    /// The file with them; `-` for standard input.
    pub file: PathBuf,
    /// The document they are about, whatever they say themselves.
    #[arg(long = "for", value_name = "FILE")]
    pub document: Option<PathBuf>,
    /// Change notes of the same name that differ.
    #[arg(long)]
    pub update: bool,
    /// Only say what would be done.
    #[arg(long)]
    pub dry_run: bool,
    /// One JSON object a line.
    #[arg(long)]
    pub json: bool,
}

/// A format to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Markdown.
    Md,
}

/// What to do with the settings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum ConfigCommand {
    /// Prints its path.
    Path,
    /// Makes it.
    Init,
    /// Tells what is wrong in it.
    Check,
    /// Prints it.
    Show,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help::command;
    use clap::FromArgMatches as _;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_line_of_an_article_says_what_the_parser_finds_in_it(word in "-{0,2}[a-zé./=: ]{0,8}|notes|list|text") {
            let line = [OsString::from("exergue"), word.into()];
            if let Some(said) = Arguments::of_article(&line) {
                let found = command(Lang::English).try_get_matches_from(line).expect("an article");
                prop_assert_eq!(Arguments::from_arg_matches(&found).expect("an article"), said);
            }
        }
    }

    #[test]
    fn a_word_that_may_be_a_command_is_left_to_the_parser() {
        let said =
            |words: &[&str]| Arguments::of_article(&words.iter().map(OsString::from).collect::<Vec<_>>());
        for words in [
            &["exergue", "notes"][..],
            &["exergue", "-h"],
            &["exergue", "--config=a.toml"],
            &["exergue", "-"],
        ] {
            assert_eq!(said(words), None, "{words:?}");
        }
        assert_eq!(said(&["exergue", "a.md", "b.md"]), None);
        assert_eq!(said(&["exergue"]).map(|said| said.file), Some(None));
        assert_eq!(said(&["exergue", "./notes"]).and_then(|said| said.file), Some("./notes".into()));
    }
}
