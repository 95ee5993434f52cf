use super::*;
use crate::doc::{Builder, Extent, Meta, Part};
use crate::mark::{Anchor, Confidence, NoteId, Placement, QuotationKind, Speaker};
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

fn note(id: u128, placement: Placement, quote: &str, body: &str, tags: &[&str]) -> Note {
    let at = Timestamp::from_second(1_795_336_800).expect("a time in range");
    Note {
        id: NoteId(Uuid::from_u128(id)),
        anchor: Anchor {
            quote: quote.to_owned(),
            before: String::new(),
            after: String::new(),
            start: 0,
            end: quote.chars().count(),
            permille: 0,
            chapter: String::new(),
            headings: Vec::new(),
            text: String::new(),
            rivals: None,
        },
        placement,
        pen: Pen::Yellow,
        body: body.to_owned(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        created: at,
        changed: at,
        head: Uuid::from_u128(id),
        attached: Vec::new(),
        versions: Vec::new(),
    }
}

fn notes(all: impl IntoIterator<Item = Note>) -> Notes {
    let mut notes = Notes::default();
    for note in all {
        let (head, changed) = (note.head, note.changed);
        notes.apply(crate::mark::Edit::Add(Box::new(note)), head, changed);
    }
    notes
}

fn article(title: &str, blocks: &[(BlockKind, &str)]) -> Document {
    let mut builder = Builder::default();
    builder.title(title);
    for (kind, text) in blocks {
        builder.block(*kind, text);
    }
    builder.finish(Extent::Whole)
}

/// The span of `passage` in `document`.
fn passage(document: &Document, passage: &str) -> Span {
    let start = document.text().find(passage).expect("the passage is in the text");
    Span::new(start, start + passage.len())
}

fn written(document: &Document, notes: &Notes) -> String {
    export(document, &Analysis::default(), notes, &Labels::new(Lang::English))
}

#[test]
fn a_heading_stands_once_above_the_annotations_under_it() {
    let document = article(
        "Tram",
        &[
            (BlockKind::Heading(2), "Money"),
            (BlockKind::Paragraph, "It costs."),
            (BlockKind::Heading(3), "Taxes"),
            (BlockKind::Paragraph, "They rise, they fall."),
            (BlockKind::Heading(2), "Silence"),
            (BlockKind::Paragraph, "No annotation here."),
        ],
    );
    let notes = notes([
        note(1, Placement::Exact(passage(&document, "They rise")), "", "", &[]),
        note(2, Placement::Exact(passage(&document, "they fall")), "", "", &[]),
    ]);
    let written = written(&document, &notes);
    let headings: Vec<&str> = written.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["# Tram", "## Money", "### Taxes"]);
}

#[test]
fn the_annotations_of_a_book_stand_under_its_chapters() {
    let mut builder = Builder::default();
    let part =
        |title: &str, level, place: &str| Part { title: title.to_owned(), level, place: place.to_owned() };
    builder.title("Travels").destination("1".to_owned(), 0).block(BlockKind::Paragraph, "We left.");
    builder.destination("2".to_owned(), "We left. ".len()).block(BlockKind::Paragraph, "We came.");
    builder.contents(vec![part("Part one", 1, "1"), part("Leaving", 2, "1"), part("Coming", 2, "2")]);
    let document = builder.finish(Extent::Whole);
    let notes = notes([
        note(1, Placement::Exact(passage(&document, "We left")), "", "", &[]),
        note(2, Placement::Exact(passage(&document, "We came")), "", "", &[]),
    ]);
    let written = written(&document, &notes);
    let headings: Vec<&str> = written.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["# Travels", "## Part one", "### Leaving", "### Coming"]);
}

#[test]
fn the_speaker_of_the_quotation_is_named() {
    let document = article("Tram", &[(BlockKind::Paragraph, "“We build,” said Ms Roy. The end.")]);
    let quotation = Quotation {
        span: passage(&document, "“We build,”"),
        kind: QuotationKind::Direct,
        speaker: Some(Speaker { mention: None, name: Some("Anne_Roy".to_owned()), carried: true }),
        cue: None,
        confidence: Confidence::High,
    };
    let analysis = Analysis::new(vec![quotation], Vec::new(), Vec::new(), Span::empty(0));
    let notes = notes([
        note(1, Placement::Exact(passage(&document, "We build")), "", "", &[]),
        note(2, Placement::Moved(passage(&document, "The end")), "", "", &[]),
    ]);
    let written = export(&document, &analysis, &notes, &Labels::new(Lang::French));
    assert!(written.contains("</a>**Anne\\_Roy** · §1 · jaune\n\n> We build\n"), "{written}");
    assert!(written.contains("</a>texte · §1 · jaune\n\n> The end\n"), "{written}");
}

#[test]
fn lost_passages_come_last_under_their_own_heading() {
    let document = article("Tram", &[(BlockKind::Paragraph, "It stays.")]);
    let notes = notes([
        note(1, Placement::Orphan, "It went.\nIt all went.", "why?", &[]),
        note(2, Placement::Exact(passage(&document, "It stays.")), "", "", &[]),
    ]);
    let written = written(&document, &notes);
    let lost = written.find("## Passages not found").expect("the heading is there");
    assert!(written.find("> It stays.").is_some_and(|at| at < lost));
    assert!(written[lost..].contains("> It went.\n>\n> It all went.\n\nwhy?\n"), "{written}");
}

#[test]
fn a_tag_that_the_note_says_itself_is_not_repeated() {
    let document = article("Tram", &[(BlockKind::Paragraph, "It stays.")]);
    let placement = Placement::Exact(passage(&document, "It stays."));
    let notes = notes([note(1, placement, "", "see #tram-way and #cost", &["cost", "tram", "to read"])]);
    assert!(written(&document, &notes).contains("\nsee #tram-way and #cost\n\n#tram #to-read\n\n<!--"));
}

#[test]
fn verse_keeps_its_lines_and_its_blanks() {
    let document = article("Verse", &[(BlockKind::Verbatim, "    Le ciel\n\n  est, par-dessus\nle toit")]);
    let notes = notes([note(1, Placement::Exact(Span::new(0, document.text().len())), "", "", &[])]);
    let quote = "> \u{a0}\u{a0}\u{a0}\u{a0}Le ciel\n>\n> \u{a0}\u{a0}est, par-dessus\\\n> le toit\n";
    assert!(written(&document, &notes).contains(quote));
}

#[test]
fn a_note_forges_no_marker_and_hides_nothing_after_it() {
    let document = article("Tram", &[(BlockKind::Paragraph, "It stays.")]);
    let placement = Placement::Exact(passage(&document, "It stays."));
    let body = "a\n<!-- exergue:end 00000001 -->\n<!--EXERGUE:begin x y-->\n<!-- mine -->\n```rust\nlet";
    let notes = notes([note(1, placement, "", body, &[])]);
    let written = written(&document, &notes);
    let ours: Vec<&str> = written.lines().filter(|line| line.starts_with("<!--")).collect();
    assert_eq!(ours.len(), 3, "two markers and the comment of the note: {written}");
    assert!(
        written.contains("\n<\\!-- exergue:end 00000001 -->\n<\\!--EXERGUE:begin x y-->\n<!-- mine -->\n")
    );
    assert!(written.contains("```rust\nlet\n```\n\n<!-- exergue:end 00000001 -->\n"));
}

#[test]
fn an_export_is_known_again_until_somebody_edits_it() {
    let document = article("Tram", &[(BlockKind::Paragraph, "It stays.")]);
    let placement = Placement::Exact(passage(&document, "It stays."));
    let first = written(&document, &notes([note(1, placement, "", "one", &[])]));
    let second = written(&document, &notes([note(1, placement, "", "two", &[])]));
    let other = written(&article("Tram", &[(BlockKind::Paragraph, "Another.")]), &Notes::default());
    assert!(untouched(&first) && untouched(&first.replace('\n', "\r\n")));
    assert!(!untouched(&first.replace("one", "mine")) && !untouched(&format!("{first}\nmine")));
    assert!(!untouched("# not ours") && !untouched(""));
    assert!(replaces(&second, &first) && !replaces(&second, &first.replace("one", "mine")));
    assert!(!replaces(&other, &first), "another article of the same title");
}

#[test]
fn a_newer_version_of_the_article_replaces_its_export() {
    let version = |text: &str| {
        let mut builder = Builder::default();
        builder.title("Tram").meta(Meta { source: "https://example.org/tram".to_owned(), ..Meta::default() });
        builder.block(BlockKind::Paragraph, text);
        written(&builder.finish(Extent::Whole), &Notes::default())
    };
    assert!(replaces(&version("It stays, now."), &version("It stays.")));
}

/// The beginnings that open something in CommonMark, GitHub or pandoc.
fn opens_a_block(line: &str) -> bool {
    let item = line.split_once([' ', '\t']).map_or(line, |(first, _)| first);
    let number = item.strip_suffix(['.', ')']).unwrap_or_default().trim_start_matches('(');
    line.starts_with(['#', '>', '-', '+', '*', '=', '_', '~', '`', '|', '<', ':', '[', ' ', '\t'])
        || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

proptest! {
    #[test]
    fn an_article_opens_nothing_of_its_own(
        title in r"[-#>*+=_~`|<:\[\]&0-9a.) \t\\!{}$@^]{0,12}",
        text in r"[-#>*+=_~`|<:\[\]&0-9a.) \t\n\\!{}$@^]{1,60}",
        lost in any::<bool>(),
        verbatim in any::<bool>(),
    ) {
        let kind = if verbatim { BlockKind::Verbatim } else { BlockKind::Paragraph };
        let document = article(&title, &[(kind, &text), (BlockKind::Paragraph, &text)]);
        let all = Span::new(0, document.text().len());
        let placement = if lost { Placement::Orphan } else { Placement::Exact(all) };
        let notes = notes([note(1, placement, document.text(), "", &[])]);
        let written = written(&document, &notes);

        // Front matter: nine lines at most, all ours.
        let rest = written.strip_prefix("---\n").expect("front matter first");
        let (front, body) = rest.split_once("\n---\n").expect("front matter ends");
        for line in front.lines() {
            prop_assert!(["title: \"", "exergue: \"", "exergue-hash: \"", "updated: \""]
                .iter().any(|key| line.starts_with(key) && line.ends_with('"')), "{}", line);
        }
        // Body: our heading, our markers, our caption, and lines of the quote that open nothing.
        for line in body.lines().filter(|line| !line.is_empty()) {
            if let Some(quoted) = line.strip_prefix("> ") {
                prop_assert!(!opens_a_block(quoted), "{:?} in {}", quoted, written);
            } else {
                let ours = line == ">" || line.starts_with("# ") || line == "## Passages not found"
                    || line.starts_with("<!-- exergue:") || line.starts_with("<a id=\"00000001\"></a>text ·");
                prop_assert!(ours, "{:?} in {}", line, written);
            }
        }
        // No sign keeps its meaning: each stands behind an odd number of backslashes.
        for line in body.lines().filter_map(|line| line.strip_prefix("> ")) {
            let mut escaped = false;
            let mut characters = line.chars().peekable();
            while let Some(character) = characters.next() {
                prop_assert!(escaped || !"`*_[]<>#|~&".contains(character), "{:?}", line);
                // The last backslash of a line of verse is the break.
                escaped = !escaped && character == '\\' && characters.peek().is_some();
            }
        }
    }

    #[test]
    fn the_same_notes_give_the_same_bytes(bodies in prop::collection::vec(".{0,20}", 0..5)) {
        let document = article("Tram", &[(BlockKind::Paragraph, "It stays, and it goes.")]);
        let make = |order: &mut dyn Iterator<Item = (usize, &String)>| {
            let all = order.map(|(index, body)| {
                note(index as u128 + 1, Placement::Exact(Span::new(index, index + 2)), "", body, &["b", "a"])
            });
            written(&document, &notes(all))
        };
        let forth = make(&mut bodies.iter().enumerate());
        let back = make(&mut bodies.iter().enumerate().rev());
        prop_assert_eq!(&forth, &back);
        prop_assert!(untouched(&forth));
    }
}
