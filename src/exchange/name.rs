//! Names for files made from titles.

use crate::text::letters;

/// The longest name, in bytes, without its ending.
const LONGEST: usize = 80;
/// How many files of one name are tried.
const TRIES: u32 = 999;

/// Names that Windows keeps for devices, whatever their ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The name of a Markdown file for an article of that title: `le-tram-des-halles.md`.
///
/// Letters and digits in lower case without accents, all else one `-`; at most 80 bytes before the
/// ending, cut between words where that keeps half of it. A title without letters gives `article.md`.
#[must_use]
pub fn markdown_file(title: &str) -> String {
    format!("{}.md", slug(title))
}

/// The first of `name.md`, `name (2).md`, `name (3).md`, … that is `usable`: free, or a file that may
/// be replaced. `None` where 999 of them are not.
#[must_use]
pub fn first_usable(name: &str, mut usable: impl FnMut(&str) -> bool) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "md"));
    let numbered = (2..=TRIES).map(|number| format!("{stem} ({number}).{ending}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|candidate| usable(candidate))
}

fn slug(title: &str) -> String {
    match letters::slug(title, LONGEST, |_| true) {
        empty if empty.is_empty() => "article".to_owned(),
        name if RESERVED.contains(&name.as_str()) => format!("article-{name}"),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_short_plain_names() {
        let cases = [
            ("Le tram divise le quartier des Halles", "le-tram-divise-le-quartier-des-halles.md"),
            ("L’œuvre d’Élodie : « été » !", "l-oeuvre-d-elodie-ete.md"),
            ("../../etc/passwd", "etc-passwd.md"),
            ("CON", "article-con.md"),
            ("…", "article.md"),
            ("Маяк", "маяк.md"),
        ];
        for (title, name) in cases {
            assert_eq!(markdown_file(title), name);
        }
    }

    #[test]
    fn a_name_in_use_gets_a_number() {
        let here = ["tram.md", "tram (2).md"];
        assert_eq!(first_usable("tram.md", |name| !here.contains(&name)).as_deref(), Some("tram (3).md"));
        assert_eq!(first_usable("tram.md", |_| true).as_deref(), Some("tram.md"));
        assert_eq!(first_usable("tram.md", |_| false), None);
    }

    proptest! {
        #[test]
        fn no_title_leaves_its_folder(title in any::<String>()) {
            let name = markdown_file(&title);
            let stem = name.strip_suffix(".md").expect("the ending is ours");
            prop_assert!(!stem.is_empty() && stem.len() <= LONGEST);
            prop_assert!(!stem.starts_with(['-', '.']));
            prop_assert!(stem.chars().all(|character| character == '-' || character.is_alphanumeric()));
        }
    }
}
