//! What was read: documents with where one is in them, their annotations, and whether they are still there.

use super::journey::Origin;
use crate::text::find::fold;
use crate::words::navigation::Navigation;
use jiff::Timestamp;
use std::cmp::Reverse;

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// The name by which it is known on this device.
    pub folder: String,
    /// Its title.
    pub title: String,
    /// Where it can be opened from; `None` for what came through a pipe.
    pub origin: Option<Origin>,
    /// Its address or its path, with `~` for the home folder; empty for the bundled article and for pipes.
    pub source: String,
    /// How far one is in it, in per cent; `None` where that is not known.
    pub progress: Option<u8>,
    /// When it was read last; of one that was only read elsewhere, when it was annotated last.
    pub read: Option<Timestamp>,
    /// The same, by the clock on the wall, as a date, for today the time.
    pub day: String,
    /// How many annotations it has.
    pub notes: usize,
    /// How many of them had no place in it the last time; `None` where that is not known.
    pub lost: Option<usize>,
    /// Whether its file is gone.
    pub missing: bool,
}

/// The orders of the library; the first is the usual one.
pub const ORDERS: [Navigation; 4] =
    [Navigation::SortDate, Navigation::SortTitle, Navigation::SortNotes, Navigation::SortProgress];

/// Whether `texts` have every word of `filter`; capitals and accents do not count.
#[must_use]
pub fn answers<'a>(filter: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let wanted = fold(filter);
    if wanted.trim().is_empty() {
        return true;
    }
    let texts = texts.map(fold).collect::<Vec<_>>().join("\n");
    wanted.split_whitespace().all(|word| texts.contains(word))
}

/// The books that answer `filter`, by their indices, in that order of [`ORDERS`].
#[must_use]
pub fn fitting(books: &[Book], filter: &str, sort: usize) -> Vec<usize> {
    let fits = |book: &Book| answers(filter, [book.title.as_str(), &book.source].into_iter());
    let mut found: Vec<usize> = (0..books.len()).filter(|&index| fits(&books[index])).collect();
    let newest = |index: &usize| (Reverse(books[*index].read), books[*index].folder.clone());
    match ORDERS[sort % ORDERS.len()] {
        Navigation::SortTitle => {
            found.sort_by_cached_key(|index| (fold(&books[*index].title), newest(index)))
        }
        Navigation::SortNotes => {
            found.sort_by_cached_key(|index| (Reverse(books[*index].notes), newest(index)))
        }
        Navigation::SortProgress => {
            found.sort_by_cached_key(|index| (Reverse(books[*index].progress), newest(index)));
        }
        _ => found.sort_by_cached_key(newest),
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn books() -> Vec<Book> {
        let book = |title: &str, notes, progress, second| Book {
            folder: title.to_lowercase(),
            title: title.to_owned(),
            progress,
            notes,
            read: Timestamp::from_second(second).ok(),
            ..Book::default()
        };
        vec![book("Été", 1, Some(10), 5), book("Automne", 7, None, 9), book("Hiver", 0, Some(80), 1)]
    }

    #[test]
    fn the_last_read_comes_first_and_other_orders_are_there() {
        let order = |sort| fitting(&books(), "", sort);
        assert_eq!(order(0), [1, 0, 2]);
        assert_eq!(order(1), [1, 0, 2], "a capital with an accent is a letter like others");
        assert_eq!(order(2), [1, 0, 2]);
        assert_eq!(order(3), [2, 0, 1], "what is not known comes last");
    }

    #[test]
    fn a_filter_minds_no_accents() {
        assert_eq!(fitting(&books(), "ete", 0), [0]);
        assert_eq!(fitting(&books(), "hiver ete", 0), Vec::<usize>::new());
    }
}
