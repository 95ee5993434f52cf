//! The languages that text is read in, which are more than the interface speaks.

/// The language of a text, as far as its words are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Any other: only what needs no words of it is found.
    Other,
}

impl Language {
    /// Every language whose words are known, in the order of lists.
    pub const KNOWN: [Language; 7] = [
        Self::French,
        Self::English,
        Self::German,
        Self::Spanish,
        Self::Italian,
        Self::Portuguese,
        Self::Dutch,
    ];

    /// Its code (ISO 639-1), as people write it in settings: `fr`, `de`; `und` for [`Language::Other`].
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Dutch => "nl",
            Self::Other => "und",
        }
    }

    /// The known language of that code; a region after it (`pt-BR`, `de_AT`) says nothing.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.split(['-', '_']).next().unwrap_or_default();
        Self::KNOWN.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

/// In which language a text was read, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAs {
    /// The language of the document; paragraphs may have their own where nobody chose.
    pub language: Language,
    /// The person chose it; else it was found out from the words.
    pub chosen: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_gives_its_language_with_or_without_a_region() {
        for language in Language::KNOWN {
            assert_eq!(Language::of_code(language.code()), Some(language));
        }
        assert_eq!(Language::of_code("pt-BR"), Some(Language::Portuguese));
        assert_eq!(Language::of_code("DE_at"), Some(Language::German));
        assert_eq!(Language::of_code("und"), None);
        assert_eq!(Language::of_code(""), None);
    }
}
