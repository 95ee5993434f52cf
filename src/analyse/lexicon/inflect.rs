//! Forms of verbs from their stems.

use super::Class;
use std::borrow::Cow;

/// Endings, and what a stem with them is.
pub(super) type Endings = &'static [(&'static str, Class)];

/// Calls `add` with every form of the verbs: stems with blanks between them, each list with its endings.
pub(super) fn forms(verbs: &[(&str, Endings)], add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for (stems, endings) in verbs {
        stems.split_ascii_whitespace().for_each(|stem| expand(stem, endings, add));
    }
}

/// Calls `add` with the stem under each ending.
pub(super) fn expand(stem: &str, endings: Endings, add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for (ending, class) in endings {
        add(Cow::Owned(format!("{stem}{ending}")), *class);
    }
}
