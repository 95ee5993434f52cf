//! Numbers of footnotes, by the order in which the text refers to them.

use std::collections::HashMap;

/// Footnotes that the text referred to, from 1.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    known: HashMap<String, usize>,
    /// Names of those that are still to be written.
    waiting: Vec<String>,
    written: usize,
}

impl Numbers {
    /// The number of the note of that name; a name that was never given gets the next.
    pub(super) fn of(&mut self, name: &str) -> usize {
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        let number = self.known.len() + 1;
        self.known.insert(name.to_owned(), number);
        self.waiting.push(name.to_owned());
        number
    }

    /// The next note to write, with its number; what it refers to itself comes after it.
    pub(super) fn next(&mut self) -> Option<(usize, String)> {
        let name = self.waiting.get(self.written)?.clone();
        self.written += 1;
        Some((self.written, name))
    }
}
