//! Where keys mean what they mean.

use std::fmt;

/// What the person is doing, as far as keys are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// No mode of its own: keys that mean the same in every mode but the text fields.
    Everywhere,
    /// Reading the article.
    Read,
    /// Selecting a passage.
    Select,
    /// No mode of its own: keys that mean the same in every list.
    Lists,
    /// In the entities.
    Entities,
    /// In the quotations.
    Quotes,
    /// In the themes.
    Themes,
    /// In the notebook.
    Notebook,
    /// Writing a note.
    Note,
    /// Typing one line: search, filter, tags, palette.
    Prompt,
}

impl Mode {
    /// Every mode, in the order of the configuration.
    pub const ALL: [Mode; 10] = [
        Self::Everywhere,
        Self::Read,
        Self::Select,
        Self::Lists,
        Self::Entities,
        Self::Quotes,
        Self::Themes,
        Self::Notebook,
        Self::Note,
        Self::Prompt,
    ];

    /// The name in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Read => "read",
            Self::Select => "select",
            Self::Lists => "lists",
            Self::Entities => "entities",
            Self::Quotes => "quotes",
            Self::Themes => "themes",
            Self::Notebook => "notebook",
            Self::Note => "note",
            Self::Prompt => "prompt",
        }
    }

    /// The mode of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Whether letters are typed into a text; the keys of [`Mode::Everywhere`] do not count there.
    #[must_use]
    pub fn is_text_field(self) -> bool {
        matches!(self, Self::Note | Self::Prompt)
    }

    /// Whether it is that of one list: the keys of [`Mode::Lists`] count there too.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self, Self::Entities | Self::Quotes | Self::Themes | Self::Notebook)
    }

    /// The modes whose keys count while in this one, its own first.
    #[must_use]
    pub fn layers(self) -> &'static [Mode] {
        match self {
            Self::Everywhere => &[Self::Everywhere],
            Self::Read => &[Self::Read, Self::Everywhere],
            Self::Select => &[Self::Select, Self::Everywhere],
            Self::Lists => &[Self::Lists, Self::Everywhere],
            Self::Entities => &[Self::Entities, Self::Lists, Self::Everywhere],
            Self::Quotes => &[Self::Quotes, Self::Lists, Self::Everywhere],
            Self::Themes => &[Self::Themes, Self::Lists, Self::Everywhere],
            Self::Notebook => &[Self::Notebook, Self::Lists, Self::Everywhere],
            Self::Note => &[Self::Note],
            Self::Prompt => &[Self::Prompt],
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
