//! Addresses that stand in a text as they are: `https://exemple.fr/tram`.

use super::{Builder, Inline, InlineKind};
use crate::text::{Span, graphemes};
use memchr::memmem;

/// What may follow an address but ends no address by itself.
const AFTER: &str = ".,;:!?…'*_~-";

/// Makes links of the addresses of pages, but not in what is code or a link. Only whole ones with their scheme are taken:
/// `exemple.fr` may be the end of a sentence and the beginning of the next.
pub(super) fn link(builder: &mut Builder) {
    let is_taken = |inline: &&Inline| matches!(inline.kind, InlineKind::Link(_) | InlineKind::Code);
    let mut taken: Vec<Span> = builder.inlines().iter().filter(is_taken).map(|inline| inline.span).collect();
    taken.sort_unstable();
    for span in addresses(builder.text()) {
        // What is taken lies one after the other, or one inside the other.
        let before = taken.partition_point(|taken| taken.start() < span.end());
        if taken[..before].iter().rev().take(2).any(|taken| taken.overlap(span).is_some()) {
            continue;
        }
        let index = builder.link(span.of(builder.text()).to_owned());
        builder.inline_over(InlineKind::Link(index), span);
    }
}

/// The addresses of pages, in order.
fn addresses(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for colon in memmem::find_iter(text.as_bytes(), b"://") {
        let Some(start) = start(&text[..colon]) else { continue };
        let host = colon + "://".len();
        let end = graphemes::floor_boundary(text, host + length(&text[host..]));
        let is_new = found.last().is_none_or(|last| last.end() <= start);
        if is_new && text[host..end].starts_with(char::is_alphanumeric) {
            found.push(Span::new(start, end));
        }
    }
    found
}

/// Where the scheme begins that `before` ends with, if it is one of a page and no part of a longer word.
fn start(before: &str) -> Option<usize> {
    let length = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let start = before.len() - length;
    let is_page = ["http", "https"].iter().any(|known| before[start..].eq_ignore_ascii_case(known));
    let in_word = before[..start].ends_with(|last: char| last.is_alphanumeric() || "+-.".contains(last));
    (is_page && !in_word).then_some(start)
}

/// Bytes of the address after its `://`, without the punctuation of the sentence it stands in. A bracket that closes belongs
/// to the address where it opens one there.
fn length(rest: &str) -> usize {
    let ends = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>\"`«»‹›“”„‘’{}|\\^".contains(letter)
    };
    let mut address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    loop {
        let trimmed = address.trim_end_matches(|last| AFTER.contains(last));
        let shorter = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
            let shorter = trimmed.strip_suffix(close)?;
            (trimmed.matches(close).count() > trimmed.matches(open).count()).then_some(shorter)
        });
        match shorter {
            Some(shorter) => address = shorter,
            None => return trimmed.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::{markdown, plain};
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn an_address_ends_before_the_punctuation_of_its_sentence() {
        assert_eq!(found("Voir https://exemple.fr/tram."), ["https://exemple.fr/tram"]);
        assert_eq!(found("(http://a.org/b?c=d&e#f), puis…"), ["http://a.org/b?c=d&e#f"]);
        assert_eq!(found("« https://a.fr/x_(y) »; HTTPS://B.FR/…"), ["https://a.fr/x_(y)", "HTTPS://B.FR/"]);
        assert_eq!(found("[https://a.fr/é’] <https://b.fr>"), ["https://a.fr/é", "https://b.fr"]);
        assert_eq!(found("https://archive.org/http://a.fr !"), ["https://archive.org/http://a.fr"]);
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        for text in
            ["www.exemple.fr", "ftp://a.fr", "xhttps://a.fr", "https://", "http://.", "https:// a", "://a"]
        {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn addresses_in_a_plain_text_are_links() {
        let document = plain::read("Le plan est là :\nhttps://exemple.fr/plan, dit-on.\n\nFin.", "x");
        assert_eq!(document.links(), ["https://exemple.fr/plan"]);
        assert_eq!(document.slice(document.inlines()[0].span), "https://exemple.fr/plan");
    }

    #[test]
    fn in_markdown_links_and_code_stay_what_they_are() {
        let text =
            "Voir https://a.fr/x_y_z, [https://b.fr](https://c.fr), <https://d.fr> ou `https://e.fr`.\n";
        let document = markdown::read(text, "x", "");
        assert_eq!(document.links(), ["https://c.fr", "https://d.fr", "https://a.fr/x_y_z"]);
    }

    proptest! {
        #[test]
        fn addresses_follow_one_another_on_whole_letters(text in "(https?://|[a-z(). é\u{301}]|://){0,24}") {
            let mut end = 0;
            for span in addresses(&text) {
                prop_assert!(span.start() >= end && span.end() > span.start());
                prop_assert_eq!(graphemes::floor_boundary(&text, span.end()), span.end());
                end = span.end();
            }
        }
    }
}
