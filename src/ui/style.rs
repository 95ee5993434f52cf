//! Roles and looks, painted: the palette's paint as styles of the terminal library.

use crate::app::view::Role;
use crate::config::colors::{Color as Ink, Depth, Paint, Palette, Role as Paints};
use crate::layout::Look;
use crate::mark::EntityKind;
use ratatui::style::{Color, Modifier, Style};

/// What every role looks like on this terminal.
#[derive(Debug, Clone)]
pub struct Styles {
    palette: Palette,
}

impl Styles {
    /// The styles of a palette.
    #[must_use]
    pub fn new(palette: &Palette) -> Self {
        Self { palette: palette.clone() }
    }

    /// The page itself.
    #[must_use]
    pub fn page(&self) -> Style {
        style(self.palette.paint(Paints::Page))
    }

    /// A role of the interface.
    #[must_use]
    pub fn role(&self, role: Role) -> Style {
        let paint = |role| style(self.palette.paint(role));
        match role {
            Role::Text => paint(Paints::Text),
            Role::Chrome => paint(Paints::Chrome),
            Role::Heading => paint(Paints::Title),
            Role::Chosen => paint(Paints::ActiveTab),
            Role::Key => paint(Paints::Text).add_modifier(Modifier::BOLD),
            Role::Focus => paint(Paints::Text).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Entity(kind) => paint(Paints::of_entity(kind)),
            Role::Theme(theme) => paint(Paints::Theme(theme)),
            Role::Pen(pen) => paint(Paints::of_pen(pen)),
            Role::Quote => paint(Paints::Quotation),
            Role::Unsure | Role::Tag => paint(Paints::Chrome),
            Role::Gone => paint(Paints::Chrome).add_modifier(Modifier::CROSSED_OUT),
            Role::Good => paint(Paints::Text),
            Role::Warning => paint(Paints::Warning),
            Role::Error => paint(Paints::Error),
            Role::Look(look) => self.look(look),
        }
    }

    /// A run of the article: one channel a layer, the search and the selection on top.
    #[must_use]
    pub fn look(&self, look: Look) -> Style {
        let palette = &self.palette;
        let letters = match (look.entity, look.mark) {
            (Some(kind), _) => Some(Paints::of_entity(kind)),
            (None, true) if look.unsure => Some(Paints::Chrome),
            (None, true) => Some(Paints::Quotation),
            (None, false) if look.code || look.aside => Some(Paints::Chrome),
            (None, false) => None,
        };
        let ground = if look.selected { Some(Paints::Selection) } else { look.pen.map(Paints::of_pen) };
        let paint = match (letters, ground) {
            (Some(letters), Some(ground)) => palette.on(letters, ground),
            (Some(letters), None) => palette.paint(letters),
            (None, Some(ground)) => palette.paint(ground),
            (None, None) => palette.paint(Paints::Text),
        };
        let mut style = style(paint);
        if let Some(theme) = look.theme {
            let words = palette.paint(Paints::ThemeWords(theme));
            style = style.add_modifier(Modifier::UNDERLINED);
            if let Some(color) = words.underline_color {
                style = style.underline_color(color_of(color));
            }
        }
        if look.link && look.theme.is_none() {
            // A plain underline would pass for that of a theme: where it cannot have the colour of what is
            // beside the text, a link looks like any other word.
            let coloured = palette.paint(Paints::ThemeWords(0)).underline_color.is_some();
            if let Some(color) = palette.paint(Paints::Chrome).fg.filter(|_| coloured) {
                style = style.add_modifier(Modifier::UNDERLINED).underline_color(color_of(color));
            }
        }
        let bold = look.pen_end || look.strong || look.hit == Some(true);
        // Bold tells persons apart where colour alone might not.
        let bold = bold || look.entity == Some(EntityKind::Person);
        let set = [
            (bold, Modifier::BOLD),
            (look.emphasis, Modifier::ITALIC),
            (look.struck, Modifier::CROSSED_OUT),
            (look.hit.is_some(), Modifier::REVERSED),
        ];
        for (on, modifier) in set {
            if on {
                style = style.add_modifier(modifier);
            }
        }
        // Without colours a pen's stroke and a hit are both reversed: the hit is underlined too.
        if look.hit.is_some() && palette.depth() == Depth::Mono {
            style = style.add_modifier(Modifier::UNDERLINED);
        }
        style
    }
}

fn style(paint: Paint) -> Style {
    let mut style = Style::default();
    if let Some(color) = paint.fg {
        style = style.fg(color_of(color));
    }
    if let Some(color) = paint.bg {
        style = style.bg(color_of(color));
    }
    if let Some(color) = paint.underline_color {
        style = style.underline_color(color_of(color));
    }
    let set = [
        (paint.bold, Modifier::BOLD),
        (paint.underline, Modifier::UNDERLINED),
        (paint.reverse, Modifier::REVERSED),
    ];
    set.into_iter().filter(|(on, _)| *on).fold(style, |style, (_, modifier)| style.add_modifier(modifier))
}

/// The sixteen colours go out by the codes that terminals let people choose (30–37, 90–97).
fn color_of(color: Ink) -> Color {
    match color {
        Ink::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        Ink::Index(index) => Color::Indexed(index),
        Ink::Ansi(number) => match number {
            0 => Color::Black,
            1 => Color::Red,
            2 => Color::Green,
            3 => Color::Yellow,
            4 => Color::Blue,
            5 => Color::Magenta,
            6 => Color::Cyan,
            7 => Color::Gray,
            8 => Color::DarkGray,
            9 => Color::LightRed,
            10 => Color::LightGreen,
            11 => Color::LightYellow,
            12 => Color::LightBlue,
            13 => Color::LightMagenta,
            14 => Color::LightCyan,
            _ => Color::White,
        },
    }
}
