//! The command line: its help and its errors.

mod failure;
pub mod import;

pub use failure::{Failure, Nothing, system};

use super::Lang;
use crate::words;

/// The help of `exergue --help`: at most 24 lines of 80 columns.
///
/// What it names is checked against the arguments by a test.
#[must_use]
pub fn root_help(lang: Lang) -> &'static str {
    lang.pick(ROOT_FRENCH, ROOT_ENGLISH)
}

const ROOT_FRENCH: &str = "\
Lire un article de près\u{a0}: qui dit quoi, qui est nommé, quels thèmes, vos notes.

Usage\u{a0}: exergue [OPTIONS] [COMMANDE] [FICHIER]

  exergue article.txt                          ouvrir article, livre, https://…
  exergue quotes tram.txt --json               ses citations, pour un programme
  exergue export tram.txt --to md -o notes.md  ses notes, en Markdown
  exergue notes \"#climat\"                      chercher dans toutes les notes
  exergue text tram.txt | wc -w                le texte seul, dans un tube

L’article
  open      lire et annoter (par défaut)   quotes    qui dit quoi
  text      le texte seul                  entities  qui et quoi est nommé
                                           themes    les passages des thèmes
Les notes et le programme
  notes     lister, chercher               list      ce qui a été lu
  export    écrire en Markdown             config    path, init, check, show
  import    reprendre des notes en JSON    completions, man

Options\u{a0}: --config FICHIER  --lang fr|en  --color auto|always|never  --no-mouse
          --text-lang auto|fr|en|de|es|it|pt|nl  --encoding NOM  --offline
          --whole-page  --width N  -q, --quiet  -v, --verbose  --help  --version
Le détail\u{a0}: exergue help COMMANDE. Sans fichier, le dernier article lu.
Touches dans la fenêtre\u{a0}: F1
";

const ROOT_ENGLISH: &str = "\
Read an article closely: who says what, who is named, which themes, your notes.

Usage: exergue [OPTIONS] [COMMAND] [FILE]

  exergue article.txt                          open an article, book, https://…
  exergue quotes tram.txt --json               its quotations, for a program
  exergue export tram.txt --to md -o notes.md  its notes, as Markdown
  exergue notes \"#climat\"                      search all notes
  exergue text tram.txt | wc -w                the text alone, in a pipe

The article
  open      read and annotate (default)    quotes    who says what
  text      the text alone                 entities  who and what is named
                                           themes    the passages of the themes
Notes and program
  notes     list, search                   list      what was read
  export    write as Markdown              config    path, init, check, show
  import    take in notes written as JSON  completions, man

Options: --config FILE  --lang fr|en  --color auto|always|never  --no-mouse
         --text-lang auto|fr|en|de|es|it|pt|nl  --encoding NAME  --offline
         --whole-page  --width N  -q, --quiet  -v, --verbose  --help  --version
More: exergue help COMMAND. Without a file, the article read last.
Keys inside: F1
";

/// That the notes of another document may be those of this one, and how to take them: one line.
#[must_use]
pub fn kin(title: &str, path: &str, notes: usize, folder: &str, lang: Lang) -> String {
    let place = if path.is_empty() { String::new() } else { format!(" ({path})") };
    let plural = if notes > 1 { "s" } else { "" };
    match lang {
        Lang::French => {
            let are = if notes > 1 { "sont" } else { "est" };
            format!(
                "{notes} note{plural} de «\u{a0}{title}\u{a0}»{place} {are} peut-être de cet article\u{a0}; --attach {folder} y reprend ses notes"
            )
        }
        Lang::English => {
            let are = if notes > 1 { "are" } else { "is" };
            format!(
                "{notes} note{plural} of “{title}”{place} {are} perhaps of this article; --attach {folder} takes its notes here"
            )
        }
    }
}

words! {
    /// What help and errors are made of.
    Help {
        About: "Lire un article de près, l’annoter, en sortir citations, noms, thèmes et notes",
            "Read an article closely, annotate it, get its quotations, names, themes and notes out";
        Usage: "Usage\u{a0}:", "Usage:";
        // The heading is followed by a colon, which has a blank before it in French.
        Options: "Options\u{a0}", "Options";
        Arguments: "Arguments\u{a0}", "Arguments";
        Commands: "Commandes\u{a0}", "Commands";
        General: "Options générales\u{a0}", "General options";

        Open: "Ouvre l’article dans la fenêtre\u{a0}; sans terminal, en écrit le texte mis en lignes",
            "Opens the article in the window; without a terminal, prints its text in lines";
        Text: "Écrit le texte de l’article, tel que les autres commandes le comptent",
            "Prints the text of the article, as the other commands count it";
        Quotes: "Qui dit quoi\u{a0}: les citations et leurs auteurs, dans l’ordre du texte",
            "Who says what: quotations and their speakers, in the order of the text";
        Entities: "Qui et quoi est nommé, du plus cité au moins cité",
            "Who and what is named, most mentioned first";
        Themes: "Les passages de chaque thème, dans l’ordre du texte",
            "The passages of each theme, in the order of the text";
        Notes: "Les notes de l’article, ou celles de tous les articles qui répondent à une recherche",
            "The notes of the article, or those of all articles that match a search";
        List: "Ce qui a été lu, le plus récent d’abord\u{a0}: progression, notes, fichier",
            "What was read, the latest first: progress, notes, file";
        ListQuery: "Des mots du titre ou du chemin", "Words of the title or of the path";
        ListJson: "Un objet JSON par document", "One JSON object for each document";
        Export: "Écrit les notes de l’article en Markdown\u{a0}; sans -o, sur la sortie standard",
            "Writes the notes of the article as Markdown; without -o, to standard output";
        Import: "Reprend des notes écrites en JSON par exergue notes --json, ou par un autre programme",
            "Takes in notes written as JSON by exergue notes --json, or by another program";
        ImportFile: "Le fichier de notes (Web Annotation, Readium, Hypothesis)\u{a0}; - pour l’entrée standard",
            "The file of notes (Web Annotation, Readium, Hypothesis); - for standard input";
        ImportFor: "L’article dont elles parlent, quoi qu’elles en disent",
            "The article they are about, whatever they say";
        ImportUpdate: "Change les notes d’ici qui diffèrent de celles du fichier",
            "Change the notes here that differ from those of the file";
        DryRun: "Dire ce qui serait fait, ne rien écrire", "Say what would be done, write nothing";
        ImportJson: "Ce que devient chaque note, un objet JSON par ligne",
            "What becomes of each note, one JSON object a line";
        Config: "Les réglages\u{a0}: où ils sont, s’ils sont justes, ce qui vaut",
            "The settings: where they are, whether they are right, what holds";
        ConfigPath: "Écrit le chemin du fichier de réglages", "Prints the path of the settings file";
        ConfigInit: "Crée le fichier de réglages, commenté\u{a0}; n’en remplace jamais un",
            "Creates the settings file, with comments; never replaces one";
        ConfigCheck: "Dit chaque réglage faux, avec sa ligne et sa colonne",
            "Tells every wrong setting, with its line and column";
        ConfigShow: "Écrit le fichier de réglages qui vaut, ou celui d’origine",
            "Prints the settings file that holds, or the one we ship";
        Completions: "Écrit le script qui complète les commandes dans votre shell",
            "Prints the script that completes commands in your shell";
        Man: "Écrit la page de manuel", "Prints the manual page";
        HelpCommand: "Explique une commande", "Explains a command";

        File: "L’article\u{a0}: fichier, adresse http(s) ou - pour l’entrée standard\u{a0}; sans rien, le dernier lu",
            "The article: a file, an http(s) address, or - for standard input; nothing for the one read last";
        Json: "Un objet JSON par ligne, positions en caractères Unicode",
            "One JSON object a line, offsets in Unicode code points";
        AsFound: "Tel que trouvé, sans vos corrections", "As found, without your corrections";
        EntitiesAll: "Aussi les dates et les montants", "Dates and amounts too";
        Attach: "Reprendre dans l’article les notes de ce dossier, pour de bon",
            "Take the notes of this folder for those of the article, for good";
        Query: "Ce qu’on cherche\u{a0}: des mots, #étiquette ou tag:, pen:, lost:, deleted:",
            "What to look for: words, #tag or tag:, pen:, lost:, deleted:";
        Words: "L’article, puis ce qu’on cherche\u{a0}; l’un ou l’autre peut manquer",
            "The article, then what to look for; either may be absent";
        NotesAll: "Les notes de tous les articles", "The notes of all articles";
        Target: "Le format\u{a0}: md", "The format: md";
        Output: "Le fichier à écrire, ou son dossier\u{a0}; - pour la sortie standard",
            "The file to write, or its folder; - for standard output";
        Shell: "bash, elvish, fish, powershell ou zsh", "bash, elvish, fish, powershell or zsh";
        Topic: "La commande à expliquer", "The command to explain";

        ConfigFile: "Le fichier de réglages à la place du vôtre", "The settings file in place of yours";
        Lang: "La langue de l’interface\u{a0}: fr ou en", "The language of the interface: fr or en";
        TextLang: "La langue du texte\u{a0}: auto, fr, en, de, es, it, pt ou nl",
            "The language of the text: auto, fr, en, de, es, it, pt or nl";
        Encoding: "L’encodage de l’article, quoi qu’en disent ses octets\u{a0}: auto, utf-8, windows-1252, latin9, mac roman…",
            "The encoding of the article, whatever its bytes say: auto, utf-8, windows-1252, latin9, mac roman…";
        Offline: "Ne rien télécharger\u{a0}: d’une page, sa copie", "Fetch nothing: of a page, its copy";
        Color: "Les couleurs\u{a0}: auto, always ou never", "Colours: auto, always or never";
        WholePage: "D’une page du web, tout lire et non le seul article", "Read all of a web page, not the article alone";
        NoMouse: "Laisser la souris au terminal", "Leave the mouse to the terminal";
        Width: "La largeur des lignes écrites, en colonnes", "The width of printed lines, in columns";
        Quiet: "Taire tout ce qui n’est pas une erreur", "Say nothing but errors";
        Verbose: "Tenir un journal de ce qui est fait\u{a0}; -vv\u{a0}: de tout", "Keep a log of what is done; -vv: of everything";
        HelpFlag: "Cette aide", "This help";
        Version: "La version", "The version";

        Paragraph: "§", "§";
        Kind: "nature", "kind";
        Speaker: "qui", "who";
        Cue: "verbe", "cue";
        Passage: "passage", "passage";
        Count: "fois", "times";
        Name: "nom", "name";
        Aliases: "aussi", "also";
        Theme: "thème", "theme";
        Term: "terme", "term";
        Pen: "stylo", "pen";
        Note: "note", "note";
        Tags: "étiquettes", "tags";
        Article: "article", "article";
        Absent: "document absent\u{a0}: ", "document gone: ";
        Read: "lu le", "read";
        Progress: "%", "%";
        NotesCount: "notes", "notes";
        Lost: "perdues", "lost";
        Title: "titre", "title";
        Where: "fichier", "file";
        Missing: "absent\u{a0}: ", "missing: ";
        Outcome: "issue", "outcome";
        Remark: "remarque", "remark";
    }
}
