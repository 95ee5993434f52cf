//! find
/// Query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query { /// a
 pub text: String, /// b
 pub case: bool, /// c
 pub word: bool }
