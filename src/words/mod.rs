//! What people read, in French and English.
//!
//! Each file holds one table: an enum of messages, and beside each message its two wordings.
//! Nothing here knows where a sentence is shown.

pub mod cli;
pub mod commands;
pub mod correcting;
pub mod encodings;
pub mod exchange;
pub mod languages;
pub mod months;
pub mod navigation;
pub mod notebook;
pub mod notices;
pub mod runtime;
pub mod views;
pub mod window;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Français.
    French,
    /// English.
    #[default]
    English,
}

impl Lang {
    /// The language that a locale name asks for (`fr_FR.UTF-8`, `fr`, `C`): French, else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let name = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
        if name.eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }

    /// Chooses between two wordings.
    #[must_use]
    pub fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}

/// Makes an enum of messages and `say`, which words one in a language.
///
/// ```ignore
/// words! {
///     /// What the views are called.
///     View { Text: "Texte", "Text"; Quotes: "Qui dit quoi", "Who says what"; }
/// }
/// View::Text.say(Lang::French) // "Texte"
/// ```
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $french:expr, $english:expr;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $english] $variant,)+
        }

        impl $name {
            /// Every message of the table, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The wording in `lang`.
            #[must_use]
            pub fn say(self, lang: $crate::words::Lang) -> &'static str {
                match self {
                    $(Self::$variant => lang.pick($french, $english),)+
                }
            }
        }
    };
}
