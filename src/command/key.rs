//! key
/// Key code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode { /// a
 Char(char) }
/// Key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key { /// a
 pub code: KeyCode, /// b
 pub ctrl: bool, /// c
 pub alt: bool, /// d
 pub shift: bool }
