//! Every setting, with its kind. The values come from `config.toml`; see there what they mean.

use super::colors::{Override, Scheme, When};
use crate::command::Keymap;
use crate::mark::analysis::{KnownName, Theme};
use crate::mark::language::Language;
use crate::words::Lang;

/// Everything that a person may change, settled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// The language of the interface: from the command line, else the configuration, else the locale.
    pub lang: Lang,
    /// Which signs are drawn.
    pub glyphs: Glyphs,
    /// The page.
    pub reading: Reading,
    /// The colours of the interface.
    pub colors: Colors,
    /// What is shown at the start.
    pub layers: Layers,
    /// The mouse.
    pub mouse: Mouse,
    /// What the pens are called, in the order of `Pen::ALL` and in the language of the interface.
    pub pens: [String; 4],
    /// Where and how exports are written.
    pub export: Export,
    /// Topics, the default ones first.
    pub themes: Vec<Theme>,
    /// The person's own names.
    pub names: Vec<KnownName>,
    /// Which keys ask for which command.
    pub keymap: Keymap,
}

/// Which signs are drawn in the gutter, the strip and around cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// `▌ ● ◆ ┃` and the like.
    #[default]
    Unicode,
    /// `| * + ?`, for terminals that draw the others too wide.
    Ascii,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Columns of a line of text, 20 to 200.
    pub measure: u16,
    /// Whether words part at the ends of lines, by the rules of their language.
    pub hyphenation: bool,
    /// The language of the text; `None` where that is found out.
    pub text_lang: Option<Language>,
}

/// The limits of the measure, in columns.
pub const MEASURE: std::ops::RangeInclusive<u16> = 20..=200;

/// How the background is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Appearance {
    /// The terminal's background; dark or light is found out.
    #[default]
    Auto,
    /// The terminal's background, which is dark.
    Dark,
    /// The terminal's background, which is light.
    Light,
    /// Our own dark background.
    Night,
    /// Our own light background.
    Paper,
}

impl Appearance {
    /// Every appearance, with its name in the configuration and in the palette.
    pub const NAMED: [(&'static str, Appearance); 5] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("night", Self::Night),
        ("paper", Self::Paper),
    ];

    /// The appearance of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|&(_, appearance)| appearance)
    }

    /// Dark or light; `None` where that must be found out.
    #[must_use]
    pub fn scheme(self) -> Option<Scheme> {
        match self {
            Self::Auto => None,
            Self::Dark | Self::Night => Some(Scheme::Dark),
            Self::Light | Self::Paper => Some(Scheme::Light),
        }
    }

    /// Whether we paint our own background.
    #[must_use]
    pub fn own_page(self) -> bool {
        matches!(self, Self::Night | Self::Paper)
    }
}

/// The colours of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colors {
    /// When to colour.
    pub when: When,
    /// How the background is treated.
    pub appearance: Appearance,
    /// Whether the underlines of themes are coloured; auto asks the terminal's name.
    pub underline: When,
    /// The colours that the person chose, in the order of the file.
    pub overrides: Vec<Override>,
}

/// What is shown at the start; each can be switched while reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Layers {
    /// Persons, organisations, places, landmarks.
    pub entities: bool,
    /// Quotations.
    pub quotes: bool,
    /// Themes.
    pub themes: bool,
    /// Annotations.
    pub notes: bool,
    /// The line that explains the colours.
    pub legend: bool,
    /// Every note unfolded in the text.
    pub inline_notes: bool,
}

/// What releasing the button after a drag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DragAction {
    /// A bar asks: highlight, note, tag, copy.
    #[default]
    Menu,
    /// The passage is highlighted at once.
    Highlight,
}

/// The mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mouse {
    /// Whether clicks come to the program; else they stay with the terminal.
    pub capture: bool,
    /// What a drag does.
    pub drag: DragAction,
}

/// Where and how exports are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// The folder; `None` means beside the document. A leading `~/` is the home folder.
    pub folder: Option<String>,
    /// Tags that every exported file bears, without `#`.
    pub tags: Vec<String>,
}
