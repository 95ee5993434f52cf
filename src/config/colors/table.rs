//! The measured palettes, role by role.

use super::{Color, Paint, Scheme};
use crate::mark::{EntityKind, Pen};

/// How many pens there are.
pub const PENS: u8 = 4;
/// How many themes have a colour and a letter of their own; more begin again at the first.
pub const THEMES: u8 = 6;

/// What is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The page, where we paint it ourselves.
    Page,
    /// The words of the article.
    Text,
    /// Rules, key hints, counts: all that is not the article.
    Chrome,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A date or an amount.
    Landmark,
    /// An entity of another kind.
    OtherEntity,
    /// The background of a pen stroke, pens from 0.
    Pen(u8),
    /// The letter and the strip of a theme, themes from 0.
    Theme(u8),
    /// The words in the text that belong to a theme, themes from 0.
    ThemeWords(u8),
    /// Quotation marks, and the rule beside a quotation.
    Quotation,
    /// The background of what is selected.
    Selection,
    /// A place that was searched for.
    Match,
    /// The one of them where the caret is.
    CurrentMatch,
    /// Something to know.
    Warning,
    /// Something that went wrong.
    Error,
    /// Headings.
    Title,
    /// The name of a view that is not shown.
    Tab,
    /// The name of the view that is shown.
    ActiveTab,
}

impl Role {
    /// The roles whose colour a person may choose, with their names in the configuration.
    pub const NAMED: [(&'static str, Role); 22] = [
        ("page", Role::Page),
        ("text", Role::Text),
        ("chrome", Role::Chrome),
        ("person", Role::Person),
        ("organisation", Role::Organisation),
        ("place", Role::Place),
        ("landmark", Role::Landmark),
        ("other", Role::OtherEntity),
        ("pen-yellow", Role::Pen(0)),
        ("pen-green", Role::Pen(1)),
        ("pen-blue", Role::Pen(2)),
        ("pen-pink", Role::Pen(3)),
        ("theme-a", Role::Theme(0)),
        ("theme-b", Role::Theme(1)),
        ("theme-c", Role::Theme(2)),
        ("theme-d", Role::Theme(3)),
        ("theme-e", Role::Theme(4)),
        ("theme-f", Role::Theme(5)),
        ("quotation", Role::Quotation),
        ("selection", Role::Selection),
        ("warning", Role::Warning),
        ("error", Role::Error),
    ];

    /// The name in the configuration; `None` for a role that has no colour of its own.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        Self::NAMED.iter().find(|(_, role)| *role == self).map(|(name, _)| *name)
    }

    /// The role of an entity of that kind.
    #[must_use]
    pub fn of_entity(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Place => Self::Place,
            EntityKind::Date | EntityKind::Amount => Self::Landmark,
            EntityKind::Event
            | EntityKind::Law
            | EntityKind::Work
            | EntityKind::Product
            | EntityKind::Other => Self::OtherEntity,
        }
    }

    /// The role of a stroke with that pen.
    #[must_use]
    pub fn of_pen(pen: Pen) -> Self {
        Self::Pen(pen as u8)
    }

    /// Whether its colour is a background that text stands on.
    #[must_use]
    pub fn is_ground(self) -> bool {
        matches!(self, Self::Page | Self::Pen(_) | Self::Selection)
    }

    pub(super) fn wrapped(self) -> Self {
        match self {
            Self::Pen(pen) => Self::Pen(pen % PENS),
            Self::Theme(theme) => Self::Theme(theme % THEMES),
            Self::ThemeWords(theme) => Self::ThemeWords(theme % THEMES),
            other => other,
        }
    }
}

/// The colour of a role as `0xrrggbb` and as one of the 240 fixed colours. `None` for the roles that
/// take another's. The fixed ones are chosen by hand: the nearest is often too near a neighbour.
pub(super) fn swatch(scheme: Scheme, role: Role) -> Option<(u32, u8)> {
    let (dark, light) = match role {
        Role::Page => ((0x16181d, 234), (0xfbf7ee, 230)),
        Role::Text => ((0xdcd8cf, 253), (0x221f1a, 234)),
        Role::Chrome => ((0x9c988f, 246), (0x5e594f, 240)),
        Role::Person => ((0xf2dc4a, 220), (0x5a4506, 58)),
        Role::Organisation => ((0xa0b6ee, 147), (0x1347c8, 26)),
        Role::Place => ((0x46c1ab, 43), (0x00654d, 23)),
        Role::Landmark => ((0xe99e67, 215), (0x6a0052, 53)),
        Role::Pen(0) => ((0x4c400c, 58), (0xfff0a0, 229)),
        Role::Pen(1) => ((0x123d2a, 23), (0xa9e8ab, 157)),
        Role::Pen(2) => ((0x143c74, 25), (0xb9d3fb, 153)),
        Role::Pen(_) => ((0x5c1d48, 53), (0xf5c2d6, 218)),
        Role::Theme(0) => ((0xc9902b, 172), (0xb86f00, 130)),
        Role::Theme(1) => ((0xa3b8ff, 147), (0x1d5c86, 24)),
        Role::Theme(2) => ((0x5fe3c4, 79), (0x00897b, 30)),
        Role::Theme(3) => ((0xffe14a, 220), (0x5d6100, 58)),
        Role::Theme(4) => ((0xef8277, 210), (0x7a1f2b, 52)),
        Role::Theme(_) => ((0xc44fc0, 133), (0xc400e0, 164)),
        Role::Quotation => ((0xe08fb4, 175), (0xa3261e, 124)),
        Role::Selection => ((0x4a4e5a, 239), (0xcfccc2, 252)),
        Role::Warning => ((0xf0b44c, 214), (0x7a4a00, 94)),
        Role::Error => ((0xff8f80, 210), (0xa8071a, 124)),
        Role::OtherEntity
        | Role::ThemeWords(_)
        | Role::Match
        | Role::CurrentMatch
        | Role::Title
        | Role::Tab
        | Role::ActiveTab => return None,
    };
    Some(match scheme {
        Scheme::Dark => dark,
        Scheme::Light => light,
    })
}

const BLACK: Color = Color::Ansi(0);
const GREEN: Color = Color::Ansi(2);
const YELLOW: Color = Color::Ansi(3);
const CYAN: Color = Color::Ansi(6);
const BRIGHT_RED: Color = Color::Ansi(9);
const BRIGHT_BLUE: Color = Color::Ansi(12);

/// The paint where the terminal has 16 colours. On light backgrounds none of them can be read as
/// letters (yellow, cyan and green have 1.7 to 3.5:1 on white), so entities are bold there; dim blue
/// and magenta are never used (2.1 to 2.6:1 on the usual dark backgrounds).
pub(super) fn sixteen(scheme: Scheme, role: Role) -> Paint {
    let bold = Paint { bold: true, ..Paint::default() };
    let letters = |color| match scheme {
        Scheme::Dark => Paint { fg: Some(color), ..Paint::default() },
        Scheme::Light => bold,
    };
    let stroke = |color| Paint { fg: Some(BLACK), bg: Some(color), ..Paint::default() };
    match role {
        Role::Person => Paint { bold: true, ..letters(YELLOW) },
        Role::Organisation => letters(BRIGHT_BLUE),
        Role::Place => letters(CYAN),
        Role::Landmark => letters(BRIGHT_RED),
        Role::Error => Paint { bold: true, ..letters(BRIGHT_RED) },
        Role::Pen(0) => stroke(YELLOW),
        Role::Pen(1) => stroke(GREEN),
        Role::Pen(2) => stroke(CYAN),
        // Black on the magenta of the usual palettes has 2.6 to 4.5:1.
        Role::Pen(_) => Paint { reverse: true, bold: true, ..Paint::default() },
        other => mono(other),
    }
}

/// The paint where there is no colour at all.
pub(super) fn mono(role: Role) -> Paint {
    let plain = Paint::default();
    match role {
        Role::Person
        | Role::Organisation
        | Role::Place
        | Role::Landmark
        | Role::OtherEntity
        | Role::Warning
        | Role::Error
        | Role::Title
        | Role::ActiveTab => Paint { bold: true, ..plain },
        Role::Pen(_) => Paint { reverse: true, ..plain },
        Role::ThemeWords(_) => Paint { underline: true, ..plain },
        Role::Selection | Role::Match => Paint { reverse: true, underline: true, ..plain },
        Role::CurrentMatch => Paint { reverse: true, underline: true, bold: true, ..plain },
        Role::Page | Role::Text | Role::Chrome | Role::Theme(_) | Role::Quotation | Role::Tab => plain,
    }
}
