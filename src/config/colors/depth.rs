//! Whether to colour at all, and with how many colours.

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse only.
    Mono,
    /// The 16 that the terminal's own palette decides.
    Ansi16,
    /// The 240 fixed ones as well.
    Indexed256,
    /// Any red, green and blue.
    True,
}

/// When colour is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    /// Where the surroundings take it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl When {
    /// Whether it is wanted, where `auto` says what the surroundings would do.
    #[must_use]
    pub fn settle(self, auto: bool) -> bool {
        match self {
            Self::Auto => auto,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// What the surroundings say about colour. A variable that is not set is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surroundings<'a> {
    /// `NO_COLOR`; set and not empty, it asks for none.
    pub no_color: Option<&'a str>,
    /// `CLICOLOR`; `0` asks for none.
    pub clicolor: Option<&'a str>,
    /// `CLICOLOR_FORCE`; set, not empty and not `0`, it asks for colour even in a pipe.
    pub clicolor_force: Option<&'a str>,
    /// `COLORTERM`; `truecolor` or `24bit` promises every colour.
    pub colorterm: Option<&'a str>,
    /// `TERM`.
    pub term: Option<&'a str>,
    /// `TERM_PROGRAM`.
    pub term_program: Option<&'a str>,
    /// `VTE_VERSION`, set by the terminals of the GNOME family.
    pub vte_version: Option<&'a str>,
    /// Whether the output is a terminal.
    pub is_tty: bool,
}

/// How many colours to use. `flag` comes from the command line, `setting` from the configuration;
/// each counts before the variables, the first before the second, unless it is [`When::Auto`].
#[must_use]
pub fn decide(flag: When, setting: When, around: Surroundings<'_>) -> Depth {
    let wish = if flag == When::Auto { setting } else { flag };
    let set = |value: Option<&str>| value.is_some_and(|value| !value.is_empty());
    let auto = if set(around.no_color) {
        false
    } else if set(around.clicolor_force) && around.clicolor_force != Some("0") {
        true
    } else {
        around.clicolor != Some("0") && around.is_tty && around.term != Some("dumb")
    };
    if wish.settle(auto) { depth(around) } else { Depth::Mono }
}

fn depth(around: Surroundings<'_>) -> Depth {
    match (around.colorterm, around.term) {
        (Some("truecolor" | "24bit"), _) => Depth::True,
        (_, Some(term)) if term.ends_with("-direct") => Depth::True,
        (_, Some(term)) if term.contains("256") => Depth::Indexed256,
        _ => Depth::Ansi16,
    }
}

/// Whether the terminal is known to take a colour for underlines. Others read the sequence as
/// *blink* or *faint*, so doubt means no. Inside a multiplexer the outer terminal is not known.
#[must_use]
pub fn underline_colour_is_safe(around: Surroundings<'_>) -> bool {
    let term = around.term.unwrap_or_default();
    if term.starts_with("screen") || term.starts_with("tmux") {
        return false;
    }
    let program = around.term_program.unwrap_or_default();
    let known_term = ["xterm-kitty", "foot", "xterm-ghostty", "wezterm", "alacritty"]
        .iter()
        .any(|known| term.starts_with(known));
    // VTE has had coloured underlines since 0.52, which calls itself 5200.
    let vte = around.vte_version.and_then(|version| version.parse::<u32>().ok());
    known_term
        || matches!(program, "WezTerm" | "ghostty" | "iTerm.app" | "kitty")
        || vte.is_some_and(|version| version >= 5200)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TTY: Surroundings<'static> = Surroundings {
        no_color: None,
        clicolor: None,
        clicolor_force: None,
        colorterm: None,
        term: Some("xterm-256color"),
        term_program: None,
        vte_version: None,
        is_tty: true,
    };

    fn auto(around: Surroundings<'_>) -> Depth {
        decide(When::Auto, When::Auto, around)
    }

    #[test]
    fn the_terminal_says_how_many_colours() {
        assert_eq!(auto(TTY), Depth::Indexed256);
        assert_eq!(auto(Surroundings { colorterm: Some("truecolor"), ..TTY }), Depth::True);
        assert_eq!(auto(Surroundings { term: Some("xterm"), ..TTY }), Depth::Ansi16);
        assert_eq!(auto(Surroundings { term: Some("dumb"), ..TTY }), Depth::Mono);
        assert_eq!(auto(Surroundings { is_tty: false, ..TTY }), Depth::Mono);
    }

    #[test]
    fn variables_count_in_their_order() {
        let forced = Surroundings { clicolor_force: Some("1"), is_tty: false, ..TTY };
        assert_eq!(auto(forced), Depth::Indexed256);
        assert_eq!(auto(Surroundings { no_color: Some("1"), ..forced }), Depth::Mono);
        assert_eq!(auto(Surroundings { no_color: Some(""), ..TTY }), Depth::Indexed256);
        assert_eq!(auto(Surroundings { clicolor: Some("0"), ..TTY }), Depth::Mono);
        assert_eq!(auto(Surroundings { clicolor: Some("0"), ..forced }), Depth::Indexed256);
    }

    #[test]
    fn the_flag_counts_before_the_setting_and_both_before_variables() {
        let muted = Surroundings { no_color: Some("1"), ..TTY };
        assert_eq!(decide(When::Always, When::Never, muted), Depth::Indexed256);
        assert_eq!(decide(When::Auto, When::Always, muted), Depth::Indexed256);
        assert_eq!(decide(When::Never, When::Always, TTY), Depth::Mono);
    }

    #[test]
    fn underlines_are_coloured_only_where_that_is_proved() {
        let around = |term, program, vte| Surroundings {
            term: Some(term),
            term_program: program,
            vte_version: vte,
            ..TTY
        };
        assert!(underline_colour_is_safe(around("xterm-kitty", None, None)));
        assert!(underline_colour_is_safe(around("xterm-256color", Some("WezTerm"), None)));
        assert!(underline_colour_is_safe(around("xterm-256color", None, Some("7600"))));
        assert!(!underline_colour_is_safe(around("xterm-256color", None, None)));
        assert!(!underline_colour_is_safe(around("xterm-256color", Some("Apple_Terminal"), None)));
        assert!(!underline_colour_is_safe(around("tmux-256color", Some("WezTerm"), None)));
    }
}
