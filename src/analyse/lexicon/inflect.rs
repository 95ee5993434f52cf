//! Forms of verbs from their stems.

use super::Class;
use std::borrow::Cow;

/// Endings, and what a stem with them is.
pub(super) type Endings = &'static [(&'static str, Class)];

/// Calls `add` with the stem under each ending.
pub(super) fn expand(stem: &str, endings: Endings, add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for (ending, class) in endings {
        add(Cow::Owned(format!("{stem}{ending}")), *class);
    }
}

/// Calls `add` with the words of each list.
pub(super) fn listed(lists: &[(Class, &'static str)], add: &mut impl FnMut(Cow<'static, str>, Class)) {
    for (class, list) in lists {
        list.split_ascii_whitespace().for_each(|word| add(Cow::Borrowed(word), *class));
    }
}
