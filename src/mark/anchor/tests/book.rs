//! Passages of books: files that are reworded, split, renamed and renumbered.

use super::*;

const REFRAIN: &str = "Et le fleuve coule encore, sans rien dire, sous les ponts de la ville endormie.";
const MORNING: &str = "Elle part au matin pour la gare.";
const EVENING: &str = "Elle revient le soir par le quai.";

/// A book of files with their paragraphs; a paragraph that begins with `# ` is a heading.
fn book(files: &[(&str, &[&str])]) -> Document {
    let mut builder = Builder::default();
    for (path, paragraphs) in files {
        for (nth, paragraph) in paragraphs.iter().enumerate() {
            match paragraph.strip_prefix("# ") {
                Some(heading) => builder.block(BlockKind::Heading(1), heading),
                None => builder.block(BlockKind::Paragraph, paragraph),
            };
            if nth == 0 {
                let begins = builder.len() - paragraph.trim_start_matches("# ").len();
                builder.destination((*path).to_owned(), begins).chapter((*path).to_owned());
            }
        }
    }
    builder.finish(Extent::Whole)
}

/// Marks the `nth` occurrence of `quote` in `before`; says in which file of `after` it is found, and what stands there.
fn found(
    before: &Document,
    quote: &str,
    nth: usize,
    after: &Document,
) -> Result<(String, String), Placement> {
    let anchor = Anchor::new(before, span(before, quote, nth)).completed(before);
    let placement = Placer::new(after).place(&anchor);
    let span = placement.span().ok_or(placement)?;
    Ok((after.chapter_at(span.start()).to_owned(), after.slice(span).to_owned()))
}

fn in_file(path: &str, words: &str) -> Result<(String, String), Placement> {
    Ok((path.to_owned(), words.to_owned()))
}

#[test]
fn of_places_that_fit_the_one_in_the_same_file_is_taken() {
    let same: &[&str] = &[MORNING, REFRAIN, EVENING];
    let before = book(&[("a", same), ("b", same), ("c", same), ("d", &[THIRD])]);
    for (nth, file) in ["a", "b", "c"].into_iter().enumerate() {
        // The file stands elsewhere in the book, so that its place says nothing.
        let after = book(&[("d", &[THIRD, SECOND]), ("c", same), ("b", same), ("a", same)]);
        for quote in ["coule encore", REFRAIN] {
            assert_eq!(found(&before, quote, nth, &after), in_file(file, quote));
        }
    }
}

#[test]
fn the_same_file_counts_where_hundreds_of_places_have_the_letters_and_the_surroundings() {
    let files: Vec<(String, [&str; 3])> =
        (0..200).map(|number| (format!("file-{number}"), [MORNING, REFRAIN, EVENING])).collect();
    let files: Vec<(&str, &[&str])> = files.iter().map(|(path, text)| (path.as_str(), &text[..])).collect();
    let before = book(&files);
    let after = book(&[&[("foreword", &[FIRST, SECOND, THIRD] as &[&str])], &files[..]].concat());
    for nth in [3, 120, 199] {
        assert_eq!(found(&before, REFRAIN, nth, &after), in_file(&format!("file-{nth}"), REFRAIN));
    }
}

#[test]
fn a_look_alike_in_another_file_does_not_win_where_the_surroundings_changed_at_home() {
    let before = book(&[("a", &[MORNING, REFRAIN, EVENING]), ("b", &[MORNING, REFRAIN, EVENING])]);
    // In the other file nothing changed; at home one side did.
    let after = book(&[("a", &[SECOND, REFRAIN, EVENING]), ("b", &[MORNING, REFRAIN, EVENING])]);
    assert_eq!(found(&before, REFRAIN, 0, &after), in_file("a", REFRAIN));
}

#[test]
fn a_passage_reworded_in_its_file_comes_before_the_very_words_in_another() {
    let before = book(&[("a", &[MORNING, REFRAIN, EVENING]), ("b", &[FIRST, REFRAIN, THIRD])]);
    let reworded = REFRAIN.replace("sans rien dire", "sans un mot");
    let after = book(&[("a", &[MORNING, &reworded, EVENING]), ("b", &[FIRST, REFRAIN, THIRD])]);
    assert_eq!(found(&before, REFRAIN, 0, &after), in_file("a", &reworded));
    let gone = book(&[("a", &[MORNING, EVENING]), ("b", &[FIRST, REFRAIN, THIRD])]);
    assert_eq!(found(&before, REFRAIN, 0, &gone), Err(Placement::Ambiguous));
}

#[test]
fn a_twin_in_another_file_is_not_taken_for_a_passage_that_is_gone() {
    let same: &[&str] = &[MORNING, REFRAIN, EVENING];
    let before = book(&[("a", same), ("b", same)]);
    let after = book(&[("a", &[SECOND, THIRD]), ("b", same)]);
    assert_eq!(found(&before, REFRAIN, 0, &after), Err(Placement::Ambiguous));
    assert_eq!(found(&before, REFRAIN, 1, &after), in_file("b", REFRAIN));
}

#[test]
fn a_file_that_was_split_renamed_or_joined_costs_nothing() {
    let before =
        book(&[("a", &["# Un", FIRST, MORNING, REFRAIN, EVENING]), ("b", &["# Deux", SECOND, THIRD])]);
    let editions = [
        book(&[
            ("a", &["# Un", FIRST, MORNING]),
            ("a-2", &[REFRAIN, EVENING]),
            ("b", &["# Deux", SECOND, THIRD]),
        ]),
        book(&[
            ("a", &["# Un", FIRST]),
            ("a-2", &["# Un, suite", MORNING, REFRAIN, EVENING]),
            ("b", &[SECOND]),
        ]),
        book(&[("x", &["# Un", FIRST, MORNING, REFRAIN, EVENING]), ("y", &["# Deux", SECOND, THIRD])]),
        book(&[("x", &["# Premier", FIRST, MORNING, REFRAIN, EVENING]), ("a", &["# Deux", SECOND, THIRD])]),
        book(&[("b", &["# Un", FIRST, MORNING, REFRAIN, EVENING, "# Deux", SECOND, THIRD])]),
    ];
    for (edition, after) in editions.iter().enumerate() {
        for quote in ["coule encore", REFRAIN, FIRST] {
            let placement = found(&before, quote, 0, after).map(|(_, words)| words);
            assert_eq!(placement, Ok(quote.to_owned()), "edition {edition}");
        }
    }
}

#[test]
fn the_name_of_a_file_that_went_to_another_chapter_says_nothing() {
    let (one, two) = (["# Un", MORNING, REFRAIN, EVENING], ["# Deux", MORNING, REFRAIN, EVENING]);
    let before = book(&[("1", &one), ("2", &two)]);
    let after = book(&[("1", &["# Avant-propos", THIRD]), ("2", &one), ("3", &two)]);
    assert_eq!(found(&before, REFRAIN, 0, &after), in_file("2", REFRAIN));
    assert_eq!(found(&before, REFRAIN, 1, &after), in_file("3", REFRAIN));
}

#[test]
fn of_several_gaps_the_one_in_the_same_file_is_what_took_its_place() {
    let before = book(&[("a", &[MORNING, REFRAIN, EVENING]), ("b", &[FIRST])]);
    let after = book(&[
        ("a", &[MORNING, SECOND, EVENING]),
        ("b", &[FIRST, MORNING, "Rien de tout cela ne change vraiment, dit-elle à la foule.", EVENING]),
    ]);
    assert_eq!(found(&before, REFRAIN, 0, &after), in_file("a", SECOND));
}
