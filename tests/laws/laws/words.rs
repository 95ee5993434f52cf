//! Short texts of others: what is shown of them, addresses, settings.

use super::parts;
use exergue::app::address::Address;
use exergue::config::{DEFAULT, settle};
use exergue::runtime::web::address;
use exergue::text::clean::clean;
use exergue::words::Lang;
use exergue::words::notices::notice;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// What is shown of any text.
pub fn cleaned(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let shown = clean(&text);
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}')
    };
    assert!(!shown.chars().any(obeyed));
    for cluster in shown.graphemes(true) {
        assert!(cluster.len() <= 64, "{cluster:?}");
        assert!(cluster.chars().filter(|&c| is_combining_mark(c)).count() <= 8, "{cluster:?}");
    }
    assert_eq!(&*clean(&shown), &*shown, "twice is once");
}

/// An address in a document that came from another (see [`parts`]).
pub fn addresses(bytes: &[u8]) {
    let texts: Vec<String> = parts(bytes).map(|part| String::from_utf8_lossy(part).into_owned()).collect();
    let (link, base) = (texts[0].as_str(), texts.get(1).map_or("", String::as_str));
    for source in ["", "/home/ann/un.md", "https://exemple.fr/a/b?c#d", base] {
        led(link, source);
    }
    let _ = address::of_file(link);
    for written in [link, base] {
        let Some(page) = address::of_web(written) else { continue };
        assert!(page.starts_with("https://") || page.starts_with("http://"), "{page}");
        assert!(!page.contains(|sign: char| sign.is_control() || sign.is_whitespace()), "{page:?}");
        assert_eq!(address::of_web(&page).as_ref(), Some(&page), "twice is once");
        assert!(!address::host(&page).is_empty());
        assert!(!address::name(&page).is_empty(), "{page}");
        let joined = address::join(&page, link);
        if link.starts_with('/') && !link.starts_with("//") {
            assert_eq!(address::host(&joined), address::host(&page), "{joined}");
        }
    }
    let _ = address::join(base, link);
}

fn led(link: &str, source: &str) {
    let controls = |text: &str| text.contains(char::is_control);
    let from_page = exergue::app::address::is_page(source);
    match Address::of(link, source) {
        Address::File { path, .. } => {
            assert!(!from_page, "a page leads to no file: {link:?} in {source:?}");
            assert!(path.starts_with('/'), "{path}");
            assert!(!path.split('/').any(|part| part == ".."), "{path}");
        }
        Address::Page(page) => assert!(controls(source) || !controls(&page), "{page:?}"),
        Address::Mail(letter) => assert!(!controls(&letter), "{letter:?}"),
        Address::Inside(_) | Address::Other(_) => {}
    }
}

/// A settings file: whatever is wrong is told on one line each, and nothing stops.
pub fn settings(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (_, notices) = settle(DEFAULT, Some(("config.toml", &text)), None, Lang::English);
    for told in notices {
        assert!(!notice(&told, Lang::English).contains('\n'), "{told:?}");
        assert!(!notice(&told, Lang::French).contains('\n'), "{told:?}");
    }
}
