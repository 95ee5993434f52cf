//! What the surroundings say: variables, and whether there is a terminal. Read once, at the start.

use crate::config::colors::{Scheme, Surroundings};
use crate::words::Lang;
use std::io::{self, IsTerminal};

/// The variables that matter, as they are set. Empty ones are as good as absent, but for `NO_COLOR`
/// and its like, whose rules `config::colors` knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    /// `NO_COLOR`.
    pub no_color: Option<String>,
    /// `CLICOLOR`.
    pub clicolor: Option<String>,
    /// `CLICOLOR_FORCE`.
    pub clicolor_force: Option<String>,
    /// `COLORTERM`.
    pub colorterm: Option<String>,
    /// `TERM`.
    pub term: Option<String>,
    /// `TERM_PROGRAM`.
    pub term_program: Option<String>,
    /// `VTE_VERSION`.
    pub vte_version: Option<String>,
    /// `COLORFGBG`: colours of the terminal's text and background (`15;0`).
    pub colorfgbg: Option<String>,
    /// The locale for messages: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; empty for none.
    pub locale: String,
    /// The person's editor: `VISUAL`, else `EDITOR`.
    pub editor: Option<String>,
    /// The person's browser: `BROWSER`.
    pub browser: Option<String>,
    /// Whether the program runs inside tmux.
    pub tmux: bool,
    /// Whether it runs on another machine than the one in front of the person.
    pub ssh: bool,
    /// Whether there is a Wayland display.
    pub wayland: bool,
    /// Whether there is an X display.
    pub x11: bool,
    /// Whether it runs in the Windows Subsystem for Linux.
    pub wsl: bool,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether another program writes to standard input.
    pub stdin_is_pipe: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
}

impl Environment {
    /// What the surroundings of this process say.
    #[must_use]
    pub fn of_process() -> Self {
        let set = |name: &str| filled(std::env::var(name).ok());
        Self {
            no_color: std::env::var("NO_COLOR").ok(),
            clicolor: std::env::var("CLICOLOR").ok(),
            clicolor_force: std::env::var("CLICOLOR_FORCE").ok(),
            colorterm: set("COLORTERM"),
            term: set("TERM"),
            term_program: set("TERM_PROGRAM"),
            vte_version: set("VTE_VERSION"),
            colorfgbg: set("COLORFGBG"),
            locale: set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default(),
            editor: set("VISUAL").or_else(|| set("EDITOR")),
            browser: set("BROWSER"),
            tmux: set("TMUX").is_some(),
            ssh: set("SSH_CONNECTION").is_some() || set("SSH_TTY").is_some(),
            wayland: set("WAYLAND_DISPLAY").is_some(),
            x11: set("DISPLAY").is_some(),
            wsl: set("WSL_DISTRO_NAME").is_some(),
            stdin_is_terminal: io::stdin().is_terminal(),
            stdin_is_pipe: is_pipe(),
            stdout_is_terminal: io::stdout().is_terminal(),
            stderr_is_terminal: io::stderr().is_terminal(),
        }
    }

    /// The language that the locale asks for.
    #[must_use]
    pub fn lang(&self) -> Lang {
        Lang::of_locale(&self.locale)
    }

    /// What decides over colours.
    #[must_use]
    pub fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            no_color: self.no_color.as_deref(),
            clicolor: self.clicolor.as_deref(),
            clicolor_force: self.clicolor_force.as_deref(),
            colorterm: self.colorterm.as_deref(),
            term: self.term.as_deref(),
            term_program: self.term_program.as_deref(),
            vte_version: self.vte_version.as_deref(),
            is_tty: self.stdout_is_terminal,
        }
    }

    /// Whether the terminal is dark or light, as far as it says so without being asked; else dark.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        let background = self.colorfgbg.as_deref().and_then(|colors| colors.rsplit(';').next());
        match background.and_then(|number| number.parse::<u8>().ok()) {
            Some(7 | 9..=15) => Scheme::Light,
            _ => Scheme::Dark,
        }
    }

    /// Whether the screen can be drawn at all: a terminal that can move its cursor.
    #[must_use]
    pub fn can_draw(&self) -> bool {
        let dumb = self.term.as_deref().is_none_or(|term| term == "dumb");
        self.stdout_is_terminal && !(dumb && cfg!(unix))
    }
}

/// Whether standard input is a pipe. `/dev/null` and files are none: scripts run with those.
#[cfg(unix)]
fn is_pipe() -> bool {
    rustix::fs::fstat(io::stdin())
        .is_ok_and(|stat| rustix::fs::FileType::from_raw_mode(stat.st_mode) == rustix::fs::FileType::Fifo)
}

#[cfg(not(unix))]
fn is_pipe() -> bool {
    false
}

fn filled(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_background_is_the_last_number() {
        let scheme = |colors: &str| {
            Environment { colorfgbg: filled(Some(colors.to_owned())), ..Environment::default() }.scheme()
        };
        assert_eq!(scheme("15;0"), Scheme::Dark);
        assert_eq!(scheme("0;15"), Scheme::Light);
        assert_eq!(scheme("0;default;15"), Scheme::Light);
        assert_eq!(scheme("7;8"), Scheme::Dark);
        assert_eq!(scheme("default;default"), Scheme::Dark);
        assert_eq!(scheme(""), Scheme::Dark);
    }

    #[test]
    fn a_dumb_terminal_cannot_be_drawn_on() {
        let around = |term: Option<&str>, stdout_is_terminal| Environment {
            term: term.map(str::to_owned),
            stdout_is_terminal,
            ..Environment::default()
        };
        assert!(around(Some("xterm"), true).can_draw());
        assert!(!around(Some("xterm"), false).can_draw());
        assert!(!around(Some("dumb"), true).can_draw() || cfg!(windows));
    }
}
