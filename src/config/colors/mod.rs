//! The colours of the interface: which role is painted how, on which kind of terminal.
//!
//! Code names roles, never colours. A colour is never the only carrier of a meaning: pens are named
//! in lists, themes have letters, persons are bold.

mod contrast;
mod depth;
mod table;

pub use contrast::contrast;
pub use depth::{Depth, Surroundings, When, decide, underline_colour_is_safe};
pub use table::{PENS, Role, THEMES};

use crate::notice::Site;

/// What text must have against its background to be read, by WCAG 2 (AA).
pub const TEXT_CONTRAST: f64 = 4.5;
/// What a graphical mark must have against its background.
pub const MARK_CONTRAST: f64 = 3.0;

/// Whether the background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// Light letters on a dark background.
    #[default]
    Dark,
    /// Dark letters on a light background.
    Light,
}

/// A colour as a terminal is told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// Red, green, blue.
    Rgb(u8, u8, u8),
    /// One of the 240 fixed colours, 16 to 255.
    Index(u8),
    /// One of the 16 colours that the terminal's own palette decides, 0 to 15.
    Ansi(u8),
}

impl Color {
    /// Reads `#rrggbb`. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        u32::from_str_radix(digits, 16).ok().map(Self::of_hex)
    }

    /// The colour of that index: below 16 it is the terminal's own.
    #[must_use]
    pub fn of_index(index: u8) -> Self {
        if index < 16 { Self::Ansi(index) } else { Self::Index(index) }
    }

    /// Red, green and blue; `None` where the terminal's own palette decides.
    #[must_use]
    pub fn rgb(self) -> Option<[u8; 3]> {
        match self {
            Self::Rgb(red, green, blue) => Some([red, green, blue]),
            Self::Index(index) => contrast::rgb_of_index(index),
            Self::Ansi(_) => None,
        }
    }

    fn of_hex(hex: u32) -> Self {
        let [_, red, green, blue] = hex.to_be_bytes();
        Self::Rgb(red, green, blue)
    }

    /// The colour as a terminal of that depth can show it; `None` where it cannot.
    fn within(self, depth: Depth) -> Option<Self> {
        match (depth, self) {
            (Depth::True, _) | (Depth::Indexed256, Self::Index(_) | Self::Ansi(_)) => Some(self),
            (Depth::Indexed256, Self::Rgb(red, green, blue)) => {
                Some(Self::Index(contrast::nearest_index([red, green, blue])))
            }
            (Depth::Ansi16, Self::Ansi(_)) => Some(self),
            (Depth::Ansi16 | Depth::Mono, _) => None,
        }
    }
}

/// How a cell is painted. `None` keeps what the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paint {
    /// Letters.
    pub fg: Option<Color>,
    /// Background.
    pub bg: Option<Color>,
    /// Bold letters.
    pub bold: bool,
    /// Underlined.
    pub underline: bool,
    /// Letters and background exchanged.
    pub reverse: bool,
    /// Colour of the underline, where the terminal is known to take it.
    pub underline_color: Option<Color>,
}

/// A colour that the person chose for a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// For dark or for light backgrounds.
    pub scheme: Scheme,
    /// Which role.
    pub role: Role,
    /// Which colour: the background of a pen and of the selection, the letters of the others.
    pub color: Color,
    /// Where it was chosen.
    pub site: Site,
}

/// Every role's paint for one terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    scheme: Scheme,
    depth: Depth,
    own_page: bool,
    underline_colors: bool,
    overrides: Vec<(Role, Color)>,
    chosen: Vec<Override>,
}

impl Palette {
    /// The palette for a background and a depth, with the colours that the person chose. Colours that
    /// the depth cannot show are left out.
    #[must_use]
    pub fn new(scheme: Scheme, depth: Depth, chosen: &[Override]) -> Self {
        let overrides = chosen
            .iter()
            .filter(|chosen| chosen.scheme == scheme)
            .filter_map(|chosen| Some((chosen.role, chosen.color.within(depth)?)))
            .collect();
        Self { scheme, depth, own_page: false, underline_colors: false, overrides, chosen: chosen.to_vec() }
    }

    /// Paints the page in our own background too, where the depth can.
    #[must_use]
    pub fn with_own_page(mut self, own: bool) -> Self {
        self.own_page = own;
        self
    }

    /// Colours the underlines of themes; only for terminals that [`underline_colour_is_safe`] names.
    #[must_use]
    pub fn with_underline_colors(mut self, safe: bool) -> Self {
        self.underline_colors = safe;
        self
    }

    /// The same for the other background.
    #[must_use]
    pub fn with_scheme(&self, scheme: Scheme) -> Self {
        Self::new(scheme, self.depth, &self.chosen)
            .with_own_page(self.own_page)
            .with_underline_colors(self.underline_colors)
    }

    /// Dark or light.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// How many colours the terminal has.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// How `role` is painted on the page. A pen or theme past the last begins again at the first.
    #[must_use]
    pub fn paint(&self, role: Role) -> Paint {
        match self.depth {
            Depth::True | Depth::Indexed256 => self.full(role.wrapped()),
            Depth::Ansi16 => self.with_override(role, table::sixteen(self.scheme, role.wrapped())),
            Depth::Mono => table::mono(role),
        }
    }

    /// How `role` is painted on the ground of a pen or of the selection: the ground's background, and
    /// the role's letters where they can be read on it, else the ground's own.
    #[must_use]
    pub fn on(&self, role: Role, ground: Role) -> Paint {
        let (over, under) = (self.paint(role), self.paint(ground));
        let readable = match (over.fg.and_then(Color::rgb), under.bg.and_then(Color::rgb)) {
            (Some(letters), Some(background)) => contrast(letters, background) >= TEXT_CONTRAST,
            _ => false,
        };
        Paint {
            fg: if readable { over.fg } else { under.fg },
            bg: under.bg,
            bold: over.bold || under.bold,
            underline: over.underline || under.underline,
            reverse: over.reverse || under.reverse,
            underline_color: over.underline_color,
        }
    }

    /// The paint where the depth has all our colours.
    fn full(&self, role: Role) -> Paint {
        let text = self.color(Role::Text);
        let letters = |role| Paint { fg: self.color(role), ..Paint::default() };
        match role {
            Role::Page if self.own_page => Paint { fg: text, bg: self.color(role), ..Paint::default() },
            // The terminal's own letters can be read on its own background, whatever we guessed it to be.
            Role::Text | Role::Page => Paint { fg: self.chosen(Role::Text), ..Paint::default() },
            Role::Title | Role::ActiveTab | Role::OtherEntity => {
                Paint { fg: self.chosen(role).or(self.chosen(Role::Text)), bold: true, ..Paint::default() }
            }
            Role::Person | Role::Warning | Role::Error => Paint { bold: true, ..letters(role) },
            Role::Pen(_) | Role::Selection => Paint { fg: text, bg: self.color(role), ..Paint::default() },
            Role::Match => Paint { reverse: true, ..Paint::default() },
            Role::CurrentMatch => Paint { reverse: true, bold: true, ..Paint::default() },
            Role::ThemeWords(theme) => Paint {
                underline: true,
                underline_color: self.color(Role::Theme(theme)).filter(|_| self.underline_colors),
                ..Paint::default()
            },
            Role::Tab => letters(Role::Chrome),
            Role::Chrome
            | Role::Organisation
            | Role::Place
            | Role::Landmark
            | Role::Theme(_)
            | Role::Quotation => letters(role),
        }
    }

    fn with_override(&self, role: Role, paint: Paint) -> Paint {
        match self.chosen(role) {
            Some(color) if role.is_ground() => Paint { bg: Some(color), ..paint },
            Some(color) => Paint { fg: Some(color), ..paint },
            None => paint,
        }
    }

    /// The colour that the person chose for the role; the last choice counts.
    fn chosen(&self, role: Role) -> Option<Color> {
        self.overrides.iter().rev().find(|(chosen, _)| *chosen == role).map(|&(_, color)| color)
    }

    fn color(&self, role: Role) -> Option<Color> {
        self.chosen(role).or_else(|| {
            let (hex, index) = table::swatch(self.scheme, role)?;
            match self.depth {
                Depth::True => Some(Color::of_hex(hex)),
                Depth::Indexed256 => Some(Color::Index(index)),
                Depth::Ansi16 | Depth::Mono => None,
            }
        })
    }
}
