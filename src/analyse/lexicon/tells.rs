//! Which languages a small word tells.

use crate::mark::Language;

/// A set of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tells(pub(crate) u8);

impl Tells {
    /// Puts a language into it.
    #[allow(dead_code, reason = "the build script fills the sets")]
    pub(crate) fn add(&mut self, language: Language) {
        self.0 |= 1 << language as u8;
    }

    /// Whether it holds none.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it holds that one.
    pub(crate) fn has(self, language: Language) -> bool {
        self.0 & 1 << language as u8 != 0
    }
}
