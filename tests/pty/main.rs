//! The program itself, in a pseudo-terminal.
#![cfg(unix)]

mod terminal;

use rustix::process::Signal;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use terminal::{Setup, Terminal};

fn home() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn at(home: &Path) -> Setup<'_> {
    Setup { home, size: (80, 24), variables: &[] }
}

/// The bundled article, once it is on the screen.
fn reading(home: &Path) -> Terminal {
    let mut terminal = at(home).run(&[]);
    terminal.shows("Arthur Mensch");
    terminal
}

#[test]
fn the_article_opens_and_q_gives_the_terminal_back() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal.until("the alternate screen", vt100::Screen::alternate_screen);
    assert_eq!(terminal.keys("q").exit_code(), 0);
    terminal.is_as_before();
}

#[test]
fn a_note_is_there_the_next_time() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal
        .keys("c")
        .shows("Nouvelle note")
        .keys("à vérifier")
        .shows("à vérifier")
        .keys_until("\x1b", "enregistré")
        .keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut again = reading(home.path());
    again.keys("C").shows("à vérifier").keys("qq");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn a_link_leads_to_another_document_and_back_and_the_notes_of_both_are_kept() {
    let home = home();
    let file = |name: &str, text: &str| fs::write(home.path().join(name), text).expect("written");
    file("a.md", "# Premier\n\nVoir [la suite](b.md#fin) du récit.\n");
    file("b.md", "# Second\n\nUn début.\n\n## Fin\n\nLa dernière phrase.\n");
    let mut terminal = at(home.path()).run(&["a.md"]);
    terminal.shows("la suite").keys("l\r").shows("La dernière phrase").shows("revient");
    terminal.keys("c").shows("Nouvelle note").keys("vue dans B").shows("vue dans B");
    terminal.keys_until("\x13", "enregistré").keys("\x0f").shows("Voir la suite");
    terminal.keys("c").shows("Nouvelle note").keys("vue dans A").shows("vue dans A");
    // Asked for while the note is on its way to the disk: the document waits for it.
    terminal.keys("\x13").keys("O").shows("Bibliothèque (2)").shows("(ouvert)").keys("j\r");
    terminal.shows("La dernière phrase").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_as_before();
    for (name, note) in [("a.md", "vue dans A"), ("b.md", "vue dans B")] {
        let mut again = at(home.path()).run(&[name]);
        again.keys("C").shows(note).keys("qq");
        assert_eq!(again.exit_code(), 0);
    }
}

#[test]
fn an_address_goes_to_the_browser_on_demand_and_what_is_missing_leaves_one_here() {
    let home = home();
    let text = "# Liens\n\nLe [site](https://exemple.fr/?a=1&b=2).\n\nUn [absent](absent.md).\n";
    fs::write(home.path().join("a.md"), text).expect("written");
    let browser = home.path().join("browser.sh");
    fs::write(&browser, "printf %s \"$1\" > \"$HOME/opened.jsonl\"\n").expect("written");
    let browser = format!("sh {}", browser.display());
    let setup = Setup { home: home.path(), size: (80, 24), variables: &[("BROWSER", &browser)] };
    let mut terminal = setup.run(&["--offline", "a.md"]);
    terminal.shows("site").keys("lgx").shows("confié au navigateur");
    terminal.writes(home.path(), "https://exemple.fr/?a=1&b=2");
    terminal.keys("\r").shows("non ouvert").shows("aucune copie ici");
    terminal.keys("l\r").shows("non ouvert").shows("aucun fichier de ce nom").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_as_before();
}

#[test]
fn what_is_said_to_be_saved_survives_a_kill() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal.keys("s").keys_until("\x1b", "enregistré").signal(Signal::KILL);
    terminal.exit_code();
    reading(home.path()).shows("◆");
}

#[test]
fn the_page_follows_the_size_of_the_window() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal.resize(100, 30).until("the wide page", |screen| {
        screen.contents().lines().any(|line| line.chars().count() > 80)
            && screen.contents().contains("Arthur")
    });
    terminal.resize(3, 1).resize(40, 12).until("the small page", |screen| {
        screen.contents().lines().all(|line| line.chars().count() <= 40)
            && screen.contents().contains("Arthur")
    });
    assert_eq!(terminal.keys("q").exit_code(), 0);
}

#[test]
fn text_from_a_pipe_is_read_and_keys_come_from_the_terminal() {
    let home = home();
    let mut terminal =
        at(home.path()).shell("printf 'Un texte venu du tuyau.\\n' | \"$exergue\" -; echo code $?");
    terminal.shows("venu du tuyau").keys("q").shows("code 0");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_as_before();
}

#[test]
fn into_a_pipe_goes_plain_text() {
    let home = home();
    let mut terminal = at(home.path()).shell("\"$exergue\" | head -c 60 > out; echo code $?");
    terminal.shows("code 0");
    let out = fs::read_to_string(home.path().join("out")).unwrap_or_default();
    assert!(out.contains("Arthur Mensch") && !out.contains('\x1b'), "{out:?}");
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = home();
        let mut terminal = reading(home.path());
        terminal.keys("s").keys_until("\x1b", "enregistré").signal(signal);
        assert_eq!(terminal.exit_code(), code);
        terminal.is_as_before();
        reading(home.path()).shows("◆");
    }
}

#[test]
fn a_note_that_is_being_typed_survives_a_signal() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal.keys("c").shows("Nouvelle note").keys("à moitié").shows("à moitié").signal(Signal::TERM);
    assert_eq!(terminal.exit_code(), 143);
    reading(home.path()).keys("C").shows("à moitié");
}

#[test]
fn a_note_that_is_being_typed_survives_a_kill() {
    let home = home();
    let state = home.path().join(".local/state/exergue");
    let mut terminal = reading(home.path());
    terminal.keys("llc").shows("Nouvelle note").keys("à moitié").writes(&state.join("drafts"), "à moitié");
    terminal.signal(Signal::KILL).exit_code();
    let mut again = reading(home.path());
    // Ctrl-S, since an Esc right before `q` could be read as Alt-q.
    again.shows("brouillon retrouvé (").shows("à moitié").keys(" écrit").keys_until("\x13", "enregistré");
    assert_eq!(again.keys("q").exit_code(), 0);
    assert_eq!(fs::read_dir(state.join("drafts")).expect("a folder").count(), 0);
    let mut last = reading(home.path());
    last.keys("C").shows("à moitié écrit").keys("qq");
    assert_eq!(last.exit_code(), 0);
}

#[test]
fn a_note_of_one_window_appears_in_the_other() {
    let home = home();
    let (mut one, mut other) = (reading(home.path()), reading(home.path()));
    one.keys("llc").shows("Nouvelle note").keys("vu d’ici").keys_until("\x1b", "enregistré");
    other.shows("●").keys("C").shows("vu d’ici").keys("q");
    other.keys("s").keys_until("\x1b", "enregistré").keys("q");
    assert_eq!(other.exit_code(), 0);
    one.shows("◆").keys("q");
    assert_eq!(one.exit_code(), 0);
}

#[test]
fn the_notes_are_copied_at_the_next_start_and_missed_when_they_are_gone() {
    let home = home();
    let mut terminal = reading(home.path());
    terminal.keys("c").shows("Nouvelle note").keys("à vérifier").keys_until("\x1b", "enregistré").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut again = reading(home.path());
    again.writes(&home.path().join(".local/state/exergue/backup"), "à vérifier").keys("q");
    assert_eq!(again.exit_code(), 0);
    fs::remove_dir_all(home.path().join(".local/share/exergue/docs")).expect("removed");
    let mut last = reading(home.path());
    last.shows("il ne reste que 0").keys("q");
    assert_eq!(last.exit_code(), 0);
}

#[test]
fn a_limit_on_the_size_of_files_does_not_end_the_program() {
    let home = home();
    // Blocks of 512 or of 1,024 bytes: the journal fits with its first lines, not with a long note.
    let mut terminal = at(home.path()).shell("ulimit -f 4; \"$exergue\"; echo code $?");
    terminal.shows("Arthur Mensch").keys("c").shows("Nouvelle note").keys(&"long ".repeat(900)).keys("fin");
    terminal.shows("fin").keys_until("\x1b", "NON ENREGISTRÉ").keys("q").shows("ne sont pas enregistrées");
}

#[test]
fn a_closed_window_ends_the_program_even_where_nobody_passes_the_signal_on() {
    let home = home();
    let mut terminal = at(home.path()).shell("trap '' HUP; \"$exergue\"; echo $? > code");
    terminal.shows("Arthur Mensch").close();
    terminal.exit_code();
    assert_eq!(fs::read_to_string(home.path().join("code")).unwrap_or_default().trim(), "129");
}

#[test]
fn a_stopped_program_leaves_the_terminal_to_the_shell_and_comes_back() {
    let home = home();
    let mut terminal =
        at(home.path()).shell("set -m; \"$exergue\"; echo stopped; read line; fg; echo code $?");
    terminal.shows("Arthur Mensch").keys("\x1a").shows("stopped");
    terminal.until("the shell's screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.resize(60, 20).keys("\n").shows("Arthur Mensch").until("the whole page", |screen| {
        screen.alternate_screen() && screen.contents().lines().all(|line| line.chars().count() <= 60)
    });
    terminal.keys("q").shows("code 0");
}

#[test]
fn a_long_burst_of_keys_arrives_whole() {
    let home = home();
    let mut terminal = reading(home.path());
    // Longer than crossterm's buffer of 1024 bytes, without the marks of a paste.
    let burst = format!("/{}fin", "x".repeat(2500));
    terminal.keys(&burst).shows("xxxfin").keys("\x1b").hides("xxxfin");
    assert_eq!(terminal.keys("q").exit_code(), 0);
}

#[test]
fn a_copy_goes_through_the_terminal_where_there_is_no_other_way() {
    let home = home();
    let mut terminal = reading(home.path());
    // « Arthur » in base 64.
    terminal.keys("y").sent("\x1b]52;c;QXJ0aHVy").shows("OSC 52").keys("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_note_can_be_written_in_ones_own_editor() {
    let home = home();
    let editor = "sh -c 'stty -a | grep -q -- \" icanon\" && printf dehors > \"$1\"' sh";
    let variables = [("EDITOR", editor)];
    let mut terminal = Setup { variables: &variables, ..at(home.path()) }.run(&[]);
    terminal.shows("Arthur Mensch").keys("c").shows("Nouvelle note").keys("\x0f").shows("dehors");
    terminal.until("the window again", vt100::Screen::alternate_screen);
    terminal.keys_until("\x1b", "enregistré").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal.is_as_before();
}

#[test]
fn a_file_that_cannot_be_read_is_said_in_one_line() {
    let home = home();
    let mut terminal = at(home.path()).run(&["absent.txt"]);
    terminal.shows("exergue: absent.txt: aucun fichier de ce nom");
    assert_eq!(terminal.exit_code(), 3);
}

#[test]
fn a_large_file_is_shown_at_once_and_read_to_its_end() {
    let home = home();
    let line = "Une phrase de la longueur qu’il faut, à peu près.\n\n";
    fs::write(home.path().join("long.txt"), format!("Début.\n\n{}Fin du texte.\n", line.repeat(100_000)))
        .expect("written");
    let mut terminal = at(home.path()).run(&["long.txt"]);
    terminal.shows("Début.");
    // The end is known once the rest has been read.
    terminal.keys_until("G", "Fin du texte.").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut again = at(home.path()).run(&["long.txt"]);
    again.shows("Fin du texte.").keys("q");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn a_light_terminal_gets_colours_for_a_light_ground_and_no_key_is_lost_meanwhile() {
    let home = home();
    let mut terminal = Setup { variables: &[("COLORTERM", "truecolor")], ..at(home.path()) }.run(&[]);
    terminal.shows("Arthur Mensch").sent("\x1b]11;?\x1b\\\x1b[c");
    terminal.keys("E\x1b]11;rgb:ffff/ffff/f0f0\x1b\\\x1b[?62;22c");
    // The dark brown of persons, which the dark palette has nowhere.
    terminal.sent("38;2;90;69;6").shows("PERSONNES").keys("E").shows("LECTURE").keys("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_note_on_the_first_part_of_a_large_file_is_kept_though_one_leaves_before_the_rest_is_read() {
    let home = home();
    let line = "Une phrase de la longueur qu’il faut, à peu près.\n\n";
    fs::write(home.path().join("long.txt"), format!("Début.\n\n{}", line.repeat(200_000))).expect("written");
    let mut terminal = at(home.path()).run(&["long.txt"]);
    terminal.shows("Début.").keys("s").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut again = at(home.path()).run(&["long.txt"]);
    again.shows("◆").keys("q");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn a_correction_for_all_articles_appears_in_the_other_window_and_survives_a_kill() {
    let home = home();
    let (mut one, mut other) = (reading(home.path()), reading(home.path()));
    other.keys("E").shows("Arthur Mensch");
    one.keys("E").shows("Arthur Mensch").keys("r").shows("renommer");
    one.keys("\x14").shows("tous les articles").keys("\x15Amiral Mensch").keys_until("\r", "enregistré");
    other.shows("Amiral Mensch").keys("qq");
    assert_eq!(other.exit_code(), 0);
    one.signal(Signal::KILL).exit_code();
    assert!(!home.path().join(".local/share/exergue/docs").exists());
    let mut again = reading(home.path());
    again.keys("E").shows("Amiral Mensch").keys("qq");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn reading_again_what_is_the_same_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.txt");
    fs::write(&path, "Le conseil a voté.\n").expect("written");
    let setup = Setup { home: home.path(), size: (80, 24), variables: &[] };
    let mut terminal = setup.run(&[path.to_str().expect("UTF-8")]);
    terminal.shows("Le conseil").keys("R").shows("le texte est le même");
    terminal.keys("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_page_can_be_read_whole_and_again_without_what_stands_around() {
    let home = home();
    let sentence = "Le conseil a voté jeudi soir la création d’une seconde ligne de tram. ".repeat(4);
    let page =
        format!("<html><nav><a href=/a>Sommaire du jour</a></nav><article><h1>Le tram</h1><p>{sentence}");
    fs::write(home.path().join("a.html"), page).expect("written");
    let mut terminal = at(home.path()).run(&["a.html"]);
    terminal.shows("Le conseil").hides("Sommaire").keys("W").shows("Sommaire du jour").keys("W");
    terminal.hides("Sommaire").shows("Le conseil").keys("q");
    assert_eq!(terminal.exit_code(), 0);
    let mut whole = at(home.path()).run(&["--whole-page", "a.html"]);
    whole.shows("Sommaire du jour").keys("q");
    assert_eq!(whole.exit_code(), 0);
    // Notes may stand on what the article lacks: the page opens again as it was.
    let mut again = at(home.path()).run(&["a.html"]);
    again
        .shows("Sommaire du jour")
        .shows("comme choisi avant")
        .keys("W")
        .hides("Sommaire")
        .shows("Le conseil")
        .keys("q");
    assert_eq!(again.exit_code(), 0);
    let mut article = at(home.path()).run(&["a.html"]);
    article.shows("Le conseil").hides("Sommaire").keys("q");
    assert_eq!(article.exit_code(), 0);
}

#[test]
fn of_what_is_no_page_all_is_shown_and_said_to_be() {
    let home = home();
    fs::write(home.path().join("a.md"), "# Le tram\n\nLe conseil a voté.\n").expect("written");
    let mut terminal = at(home.path()).run(&["a.md"]);
    terminal.shows("Le conseil").keys("W").shows("ce n’est pas une page web").keys("q");
    assert_eq!(terminal.exit_code(), 0);
}
