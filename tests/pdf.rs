//! PDF files as a person gives them: what is read from them, and what is said where nothing can be.

#![cfg(feature = "pdf")]

#[path = "common/shell.rs"]
mod shell;

use exergue::doc::pdf::{Refusal, read};
use exergue::doc::{BlockKind, Document, InlineKind};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary};
use proptest::prelude::*;
use std::io::Write as _;
use std::process::{Output, Stdio};

const FRENCH: &str = "Le conseil municipal a voté hier soir la construction de la deuxième ligne de tramway, après \
    plus de six heures de débats. La majorité s’est divisée sur le tracé, que les habitants du quartier contestent \
    depuis deux ans devant les tribunaux. Le maire a promis une concertation nouvelle avant le début des travaux, \
    qui devraient durer quatre ans et coûter trois cents millions d’euros à la métropole.";

const ENGLISH: &str = "The city council approved the second tram line last night after more than six hours of \
    debate. The majority split over the route, which residents of the district have been fighting in court for two \
    years. The mayor promised another round of consultation before work begins, which should last four years and \
    cost the region three hundred million euros.";

/// A line of text on a page: place, size of type, font, words.
struct Set(f32, f32, f32, &'static str, String);

/// Places `text` in lines of `width` characters from `top` down; gives the height below the last.
fn column(page: &mut Vec<Set>, text: &str, left: f32, top: f32, width: usize) -> f32 {
    let mut base = top;
    for line in textwrap::wrap(text, width) {
        page.push(Set(left, base, 10.0, "F1", line.into_owned()));
        base -= 12.0;
    }
    base
}

fn windows(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

fn operations(page: &[Set]) -> Vec<Operation> {
    let set = |Set(left, base, size, font, text): &Set| {
        vec![
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec![(*font).into(), (*size).into()]),
            Operation::new("Td", vec![(*left).into(), (*base).into()]),
            Operation::new("Tj", vec![Object::string_literal(windows(text))]),
            Operation::new("ET", vec![]),
        ]
    };
    page.iter().flat_map(set).collect()
}

/// A file of pages that draw these operations.
fn drawn(pages: Vec<Vec<Operation>>, fonts: Dictionary, info: Dictionary) -> lopdf::Document {
    let contents = pages.into_iter().map(|operations| Content { operations }.encode().expect("encoded"));
    with_streams(contents.map(|content| Stream::new(Dictionary::new(), content)).collect(), fonts, info)
}

fn with_streams(streams: Vec<Stream>, mut fonts: Dictionary, info: Dictionary) -> lopdf::Document {
    let mut file = lopdf::Document::with_version("1.5");
    let tree = file.new_object_id();
    let font = |name: &str| {
        let kind = ("Subtype", "Type1");
        dictionary! { "Type" => "Font", kind.0 => kind.1, "BaseFont" => name, "Encoding" => "WinAnsiEncoding" }
    };
    fonts.set("F1", font("Helvetica"));
    fonts.set("F2", font("Helvetica-Bold"));
    fonts.set("F3", font("Courier"));
    let resources = file.add_object(dictionary! { "Font" => fonts });
    let kids: Vec<Object> = streams
        .into_iter()
        .map(|stream| {
            let contents = file.add_object(stream);
            file.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => contents }).into()
        })
        .collect();
    let count = kids.len() as i64;
    let pages = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    file.objects.insert(tree, Object::Dictionary(pages));
    let catalog = file.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => tree, "Lang" => Object::string_literal("fr-FR"),
    });
    let info = file.add_object(info);
    file.trailer.set("Root", catalog);
    file.trailer.set("Info", info);
    file.trailer.set(
        "ID",
        vec![Object::string_literal("0123456789abcdef"), Object::string_literal("0123456789abcdef")],
    );
    file
}

fn bytes(mut file: lopdf::Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("saved");
    bytes
}

fn file(pages: &[Vec<Set>]) -> Vec<u8> {
    let pages = pages.iter().map(|page| operations(page)).collect();
    bytes(drawn(pages, Dictionary::new(), Dictionary::new()))
}

fn opened(bytes: &[u8]) -> Document {
    read(bytes).expect("it has text").document("nom", "/nom.pdf")
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks().iter().map(|block| (block.kind, document.slice(block.span))).collect()
}

fn paragraphs(bytes: &[u8]) -> Vec<String> {
    blocks(&opened(bytes)).into_iter().map(|(_, text)| text.to_owned()).collect()
}

/// A text as one reads it, in one line.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_become_paragraphs_and_large_type_headings() {
    let mut page = vec![
        Set(60.0, 780.0, 22.0, "F1", "Le tram divise".into()),
        Set(60.0, 700.0, 14.0, "F1", "Une soirée agitée".into()),
    ];
    let base = column(&mut page, FRENCH, 60.0, 670.0, 80);
    let base = column(&mut page, ENGLISH, 60.0, base - 12.0, 80);
    page.push(Set(60.0, base - 20.0, 14.0, "F1", "La suite".into()));
    let document = opened(&file(&[page]));
    let (french, english) = (plain(FRENCH), plain(ENGLISH));
    let wanted = [
        (BlockKind::Title, "Le tram divise"),
        (BlockKind::Heading(1), "Une soirée agitée"),
        (BlockKind::Paragraph, french.as_str()),
        (BlockKind::Paragraph, english.as_str()),
        (BlockKind::Heading(1), "La suite"),
    ];
    assert_eq!(blocks(&document), wanted);
    assert_eq!((document.title(), document.meta().language.as_deref()), ("Le tram divise", Some("fr-FR")));
    assert_eq!(document.meta().source, "/nom.pdf");
}

#[test]
fn an_indent_begins_a_paragraph() {
    let mut page = Vec::new();
    let base = column(&mut page, FRENCH, 60.0, 700.0, 80);
    let second = page.len();
    column(&mut page, ENGLISH, 60.0, base, 80);
    page[second].0 = 75.0;
    assert_eq!(paragraphs(&file(&[page])), [plain(FRENCH), plain(ENGLISH)]);
}

#[test]
fn an_initial_of_several_lines_begins_its_word() {
    let mut page = vec![Set(60.0, 676.0, 40.0, "F1", "L".into())];
    for (row, line) in textwrap::wrap(&FRENCH[1..], 70).into_iter().enumerate() {
        page.push(Set(
            if row < 3 { 85.0 } else { 60.0 },
            700.0 - 12.0 * row as f32,
            10.0,
            "F1",
            line.into_owned(),
        ));
    }
    assert_eq!(paragraphs(&file(&[page])), [plain(FRENCH)]);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut page = vec![Set(60.0, 780.0, 20.0, "F1", "A title that stands over both of the columns".into())];
    // Drawn line by line across the page, as some programs do.
    let (mut left, mut right) = (Vec::new(), Vec::new());
    column(&mut left, FRENCH, 60.0, 740.0, 44);
    column(&mut right, ENGLISH, 310.0, 740.0, 44);
    for (one, other) in left.into_iter().zip(right) {
        page.extend([one, other]);
    }
    let document = opened(&file(&[page]));
    let text = plain(document.text());
    let (french, english) = (plain(FRENCH), plain(ENGLISH));
    assert!(text.contains(&french[..300]) && text.contains(&english[..300]), "{text}");
    assert!(text.find("Le conseil") < text.find("The city"), "{text}");
}

#[test]
fn a_paragraph_goes_on_over_columns_and_pages() {
    let both = format!("{FRENCH} {FRENCH} {FRENCH}");
    let lines: Vec<String> = textwrap::wrap(&both, 44).into_iter().map(|line| line.into_owned()).collect();
    let mut pages = Vec::new();
    for (page, four) in lines.chunks(16).enumerate() {
        let mut sets = Vec::new();
        for (row, line) in four.iter().enumerate() {
            let (left, row) = if row < 8 { (60.0, row) } else { (310.0, row - 8) };
            sets.push(Set(left, 700.0 - 12.0 * row as f32, 10.0, "F1", line.clone()));
        }
        // Heads, feet and numbers come between.
        sets.push(Set(60.0, 810.0, 9.0, "F1", "La Gazette du tram, numéro 12".into()));
        sets.push(Set(280.0, 30.0, 9.0, "F1", format!("{}", page + 41)));
        pages.push(sets);
    }
    assert!(pages.len() >= 2);
    assert_eq!(paragraphs(&file(&pages)), [plain(&both)]);
}

#[test]
fn heads_with_the_number_of_the_page_are_left_out_though_each_is_another() {
    let titles = ["Le vote", "Les habitants", "Le recours", "La suite"];
    let numbers = ["viii", "ix", "x", "xi"];
    let pages: Vec<Vec<Set>> = titles
        .iter()
        .enumerate()
        .map(|(page, title)| {
            let mut sets = vec![Set(60.0, 810.0, 10.0, "F1", format!("{title} {}", page + 7))];
            sets.push(Set(60.0, 30.0, 10.0, "F1", format!("{title}, {}", numbers[page])));
            column(&mut sets, FRENCH, 60.0, 700.0, 80);
            sets
        })
        .collect();
    assert_eq!(paragraphs(&file(&pages)), vec![plain(FRENCH); 4]);
}

#[test]
fn words_cut_at_line_ends_are_whole_again() {
    let lines = ["une concer-", "tation avec Saint-", "Denis, peut-on le croire"];
    let page = lines.iter().zip([700.0, 688.0, 676.0]);
    let page = page.map(|(line, base)| Set(60.0, base, 10.0, "F1", (*line).into())).collect();
    assert_eq!(paragraphs(&file(&[page])), ["une concertation avec Saint-Denis, peut-on le croire"]);
}

/// A font whose codes 1, 2, 3 are «A», the ligature «ffi» and «é», by a map for readers.
fn mapped(file: &mut lopdf::Document) -> Object {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> \
               endcodespacerange\n3 beginbfchar\n<0001> <0041>\n<0002> <FB03>\n<0003> <00E9>\nendbfchar\nendcmap end end";
    let map = file.add_object(Stream::new(Dictionary::new(), map.into()));
    let own = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "Essai", "DW" => 600,
        "W" => vec![1.into(), Object::Array(vec![700.into(), 900.into()])],
    });
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "Essai", "Encoding" => "Identity-H",
        "DescendantFonts" => vec![own.into()], "ToUnicode" => map,
    };
    file.add_object(font).into()
}

#[test]
fn composite_fonts_are_read_by_their_map_and_ligatures_opened() {
    let show = vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["C".into(), 12.into()]),
        Operation::new("Td", vec![60.into(), 700.into()]),
        Operation::new(
            "TJ",
            vec![Object::Array(vec![
                Object::string_literal(vec![0, 1, 0, 2, 0, 3]),
                (-600).into(),
                Object::string_literal(vec![0, 1]),
            ])],
        ),
        Operation::new("ET", vec![]),
    ];
    let mut document = drawn(vec![show], Dictionary::new(), Dictionary::new());
    let font = mapped(&mut document);
    let resources = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    let mut fonts =
        resources.filter_map(|dictionary| dictionary.get_mut(b"Font").and_then(Object::as_dict_mut).ok());
    fonts.next().expect("the resources").set("C", font);
    assert_eq!(paragraphs(&bytes(document)), ["Affié A"]);
}

#[test]
fn glyphs_are_read_by_their_names() {
    let differences = dictionary! {
        "Type" => "Encoding",
        "Differences" => vec![65.into(), "ffl".into(), "eacute".into(), ".notdef".into(), "uni20AC".into(), "f_i".into()],
    };
    let font =
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "X", "Encoding" => differences };
    let show = operations(&[Set(60.0, 700.0, 12.0, "N", "ABDE".into())]);
    let fonts = dictionary! { "N" => font };
    assert_eq!(paragraphs(&bytes(drawn(vec![show], fonts, Dictionary::new()))), ["fflé€fi"]);
}

#[test]
fn accents_drawn_over_their_letters_become_one_letter_with_them() {
    let page = [Set(60.0, 700.0, 10.0, "F1", "caf".into())];
    let mut show = operations(&page);
    // An accent, a step back of its width, the letter.
    let back = vec![
        Object::string_literal(b"caf".to_vec()),
        Object::string_literal(windows("´")),
        556.into(),
        Object::string_literal(b"es".to_vec()),
    ];
    show[3] = Operation::new("TJ", vec![Object::Array(back)]);
    assert_eq!(paragraphs(&bytes(drawn(vec![show], Dictionary::new(), Dictionary::new()))), ["cafés"]);
}

#[test]
fn footnotes_come_last_with_numbers_that_go_on() {
    let page = |label: &str, note: &str| {
        let mut page = Vec::new();
        let base = column(&mut page, FRENCH, 60.0, 700.0, 80);
        page.push(Set(60.0, base, 10.0, "F1", "Le maire".into()));
        page.push(Set(101.0, base + 4.0, 6.0, "F1", label.into()));
        page.push(Set(107.0, base, 10.0, "F1", "l’a dit.".into()));
        page.push(Set(60.0, 80.0, 6.0, "F1", label.into()));
        page.push(Set(64.0, 77.0, 8.0, "F1", note.into()));
        page
    };
    let document = opened(&file(&[page("1", "Séance du 3 mars."), page("1", "Séance du 4 mars.")]));
    let notes: Vec<&str> = blocks(&document)
        .into_iter()
        .filter(|(kind, _)| *kind == BlockKind::Footnote)
        .map(|(_, text)| text)
        .collect();
    assert_eq!(notes, ["[1] Séance du 3 mars.", "[2] Séance du 4 mars."]);
    assert!(document.text().contains("Le maire[1] l’a dit."), "{}", document.text());
    let references = document.inlines().iter().filter(|inline| inline.kind == InlineKind::Reference);
    assert_eq!(references.count(), 4);
}

#[test]
fn items_tables_and_code_keep_their_form() {
    let mut page = Vec::new();
    let base = column(&mut page, FRENCH, 60.0, 700.0, 80) - 12.0;
    for (row, item) in ["• le coût", "• le tracé"].iter().enumerate() {
        page.push(Set(60.0, base - 12.0 * row as f32, 10.0, "F1", (*item).into()));
    }
    for (row, cells) in [("Année", "Voyageurs"), ("2025", "41 200")].iter().enumerate() {
        page.push(Set(60.0, base - 60.0 - 12.0 * row as f32, 10.0, "F1", cells.0.into()));
        page.push(Set(260.0, base - 60.0 - 12.0 * row as f32, 10.0, "F1", cells.1.into()));
    }
    for (row, line) in ["if open:", "    close()"].iter().enumerate() {
        let left = 60.0 + 6.0 * (line.len() - line.trim_start().len()) as f32;
        page.push(Set(left, base - 120.0 - 12.0 * row as f32, 10.0, "F3", line.trim_start().into()));
    }
    let document = opened(&file(&[page]));
    let found = blocks(&document);
    let texts: Vec<&str> = found[1..].iter().map(|(_, text)| *text).collect();
    assert_eq!(texts, ["le coût", "le tracé", "Année · Voyageurs", "2025 · 41 200", "if open:\n    close()"]);
    assert!(
        matches!(found[1].0, BlockKind::Item(_))
            && found[3].0 == BlockKind::Row
            && found[5].0 == BlockKind::Verbatim
    );
}

#[test]
fn turned_text_and_what_is_marked_as_no_text_are_left_out() {
    let mut page = Vec::new();
    column(&mut page, FRENCH, 60.0, 700.0, 80);
    let mut show = operations(&page);
    show.push(Operation::new("BT", vec![]));
    show.push(Operation::new("Tf", vec!["F1".into(), 10.into()]));
    show.push(Operation::new("Tm", vec![0.into(), 1.into(), (-1).into(), 0.into(), 30.into(), 300.into()]));
    show.push(Operation::new("Tj", vec![Object::string_literal("en marge")]));
    show.push(Operation::new("ET", vec![]));
    show.push(Operation::new("BMC", vec!["Artifact".into()]));
    show.extend(operations(&[Set(60.0, 300.0, 10.0, "F1", "filigrane".into())]));
    show.push(Operation::new("EMC", vec![]));
    assert_eq!(paragraphs(&bytes(drawn(vec![show], Dictionary::new(), Dictionary::new()))), [plain(FRENCH)]);
}

#[test]
fn what_the_file_says_of_itself_is_kept() {
    let info = dictionary! {
        "Title" => Object::string_literal("The second line"),
        "Author" => Object::string_literal("Ann Bee; Cy Dee"),
        "CreationDate" => Object::string_literal("D:20260314101500+01'00'"),
    };
    let show = operations(&[Set(60.0, 700.0, 10.0, "F1", "Un mot.".into())]);
    let document = opened(&bytes(drawn(vec![show], Dictionary::new(), info)));
    assert_eq!(document.title(), "The second line");
    assert_eq!(document.meta().authors, ["Ann Bee", "Cy Dee"]);
    assert_eq!(document.meta().published.as_deref(), Some("2026-03-14"));
}

fn protected(user_password: &str) -> Vec<u8> {
    let show = operations(&[Set(60.0, 700.0, 10.0, "F1", "Un secret ouvert.".into())]);
    let mut file = drawn(vec![show], Dictionary::new(), Dictionary::new());
    let version = EncryptionVersion::V2 {
        document: &file,
        owner_password: "propriétaire",
        user_password,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).expect("a key");
    file.encrypt(&state).expect("encrypted");
    bytes(file)
}

#[test]
fn a_file_that_anyone_may_open_is_opened() {
    assert_eq!(paragraphs(&protected("")), ["Un secret ouvert."]);
}

/// The program, given a file on its standard input.
fn text_of(bytes: &[u8]) -> Output {
    let home = tempfile::tempdir().expect("a folder");
    let mut command = shell::program(home.path(), shell::ENGLISH, &["text", "-"]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    child.stdin.take().expect("piped").write_all(bytes).expect("read");
    child.wait_with_output().expect("it ends")
}

fn refusal(bytes: &[u8]) -> String {
    let output = text_of(bytes);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[test]
fn the_program_prints_the_text_of_a_file() {
    let mut page = Vec::new();
    column(&mut page, FRENCH, 60.0, 700.0, 80);
    let output = text_of(&file(&[page]));
    assert!(output.status.success(), "{output:?}");
    assert_eq!(plain(&String::from_utf8(output.stdout).expect("text")), plain(FRENCH));
    assert!(output.stderr.is_empty());
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    assert!(refusal(&protected("sésame")).contains("protected by a password"));
    let picture =
        vec![Operation::new("re", vec![0.into(), 0.into(), 9.into(), 9.into()]), Operation::new("f", vec![])];
    let scan = bytes(drawn(vec![picture], Dictionary::new(), Dictionary::new()));
    assert_eq!(read(&scan), Err(Refusal::Pictures));
    assert!(refusal(&scan).contains("run OCR (ocrmypdf) first"));
    assert!(refusal(b"%PDF-1.7\n1 0 obj").contains("damaged"));
}

#[test]
fn a_small_file_that_unpacks_to_a_gigabyte_is_refused() {
    let mut packed = flate(&[0; 1 << 20]);
    // A stream of zeros packs a thousand to one, and packs as well once more.
    let mut twice = Vec::new();
    for _ in 0..1024 {
        twice.extend_from_slice(&packed);
    }
    packed = flate(&twice);
    let filters = dictionary! { "Filter" => vec!["FlateDecode".into(), "FlateDecode".into()] };
    let once = Stream::new(dictionary! { "Filter" => "FlateDecode" }, zeros());
    for stream in [once, Stream::new(filters, packed)] {
        let bomb = bytes(with_streams(vec![stream], Dictionary::new(), Dictionary::new()));
        refusal(&bomb);
    }
}

/// A gigabyte of zeros, packed.
fn zeros() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("z", zip::write::SimpleFileOptions::default()).expect("begun");
    let piece = vec![0; 1 << 20];
    (0..1024).for_each(|_| archive.write_all(&piece).expect("packed"));
    raw(archive.finish().expect("finished").into_inner())
}

fn flate(data: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), data.to_vec());
    stream.compress().expect("packed");
    stream.content
}

/// The packed bytes of the only file of an archive, as a stream of a PDF has them.
fn raw(archive: Vec<u8>) -> Vec<u8> {
    let mut reader = zip::ZipArchive::new(std::io::Cursor::new(archive)).expect("an archive");
    let mut packed = Vec::new();
    std::io::Read::read_to_end(&mut reader.by_index_raw(0).expect("a file"), &mut packed).expect("read");
    // The sign of zlib; the checksum at its end is not looked at before the end is reached.
    [vec![0x78, 0x9C], packed].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_read_or_refused_in_one_line(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut page = Vec::new();
        column(&mut page, FRENCH, 60.0, 700.0, 80);
        let mut bytes = file(&[page]);
        for (index, byte) in changes {
            let index = index.index(bytes.len() - 5) + 5;
            bytes[index] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len() - 5) + 5);
        }
        let output = text_of(&bytes);
        prop_assert!(matches!(output.status.code(), Some(0 | 1 | 3)), "{:?}", output);
        if output.status.code() != Some(0) {
            prop_assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
        }
    }
}
