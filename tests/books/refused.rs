//! What is refused, by name, and what is cut.

use crate::build::{Book, CONTAINER, archive, misprints};
use crate::{document, opened, refusal, sound};
use exergue::doc::Extent;
use exergue::doc::packed::{self, Refusal};
use exergue::notice::Notice;
use proptest::prelude::*;

fn book() -> Book {
    Book::new("a").chapter("un.xhtml", "<p>Un.</p>").chapter("deux.xhtml", "<p>Deux.</p>")
}

/// `encryption.xml` that locks one file by one algorithm.
fn encryption(algorithm: &str, file: &str) -> Vec<u8> {
    format!(
        "<encryption xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:EncryptionMethod \
         Algorithm='{algorithm}'/><enc:CipherData><enc:CipherReference URI='{file}'/></enc:CipherData>\
         </enc:EncryptedData></encryption>"
    )
    .into_bytes()
}

#[test]
fn locked_books_are_refused_by_the_name_of_their_lock() {
    let aes = encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/un.xhtml");
    let check = |book: Book, by| assert_eq!(refusal(&book.bytes()), Refusal::Protected(by));
    check(book().entry("META-INF/encryption.xml", &aes), "DRM");
    check(book().entry("META-INF/encryption.xml", &aes).entry("META-INF/license.lcpl", b"{}"), "Readium LCP");
    check(book().entry("META-INF/rights.xml", b"<rights xmlns='http://ns.adobe.com/adept'/>"), "Adobe ADEPT");
    check(book().entry("META-INF/rights.xml", b"<kdrm/>"), "Kobo");
    check(book().entry("META-INF/sinf.xml", b"<sinf/>"), "Apple FairPlay");
}

#[test]
fn locked_fonts_and_pictures_do_not_lock_the_text() {
    let fonts = encryption("http://www.idpf.org/2008/embedding", "OEBPS/un.xhtml");
    let picture = encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OEBPS/image.png");
    for encryption in [fonts, picture] {
        let book = book().entry("META-INF/encryption.xml", &encryption);
        assert_eq!(document(&book.bytes()).text(), "Un.\nDeux.");
    }
}

#[test]
fn archives_of_other_things_are_named() {
    let kind = |entries: &[(&str, &[u8])]| refusal(&archive(entries));
    assert_eq!(kind(&[("a.txt", b"a"), ("b.txt", b"b")]), Refusal::NoDocument("ZIP archive"));
    assert_eq!(kind(&[("xl/workbook.xml", b"<a/>")]), Refusal::NoDocument("XLSX"));
    assert_eq!(kind(&[("ppt/presentation.xml", b"<a/>")]), Refusal::NoDocument("PPTX"));
    let sheet = b"application/vnd.oasis.opendocument.spreadsheet";
    assert_eq!(kind(&[("mimetype", sheet)]), Refusal::NoDocument("OpenDocument"));
}

#[test]
fn what_is_inside_decides_not_the_kind_it_says() {
    let package = book().package();
    let entries: &[(&str, &[u8])] = &[
        ("mimetype", b"application/zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/book.opf", package.as_bytes()),
        ("OEBPS/un.xhtml", b"<p>Un.</p>"),
    ];
    let (document, notices) = opened(&archive(entries));
    assert_eq!((document.text(), notices.len()), ("Un.", 1));
}

#[test]
fn books_without_chapters_or_without_a_package_are_damaged() {
    assert_eq!(refusal(&Book::new("a").bytes()), Refusal::Damaged);
    let absent = Book::new("a").spine_item("un.xhtml", "application/xhtml+xml", "");
    assert_eq!(refusal(&absent.bytes()), Refusal::Damaged);
    assert_eq!(refusal(&archive(&[("mimetype", b"application/epub+zip")])), Refusal::Damaged);
    let bytes = book().bytes();
    assert_eq!(refusal(&bytes[..bytes.len() / 2]), Refusal::Damaged);
}

#[test]
fn a_chapter_that_unpacks_to_too_much_is_refused_whatever_it_declares() {
    let bomb = vec![b' '; 33 << 20];
    let honest =
        book().entry("OEBPS/trois.xhtml", &bomb).spine_item("trois.xhtml", "application/xhtml+xml", "");
    let mut bytes = honest.bytes();
    assert_eq!(refusal(&bytes), Refusal::TooLarge);
    // The same with a small size in its headers.
    let declared = u32::try_from(bomb.len()).expect("it fits").to_le_bytes();
    for at in memchr::memmem::find_iter(&bytes.clone(), &declared) {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(refusal_or_missing(&bytes), Err(Refusal::TooLarge) | Ok(1)));
}

/// How many chapters are missing, or why there is none.
fn refusal_or_missing(bytes: &[u8]) -> Result<usize, Refusal> {
    let (_, notices) = packed::read(bytes, "nom", "", Extent::Whole)?;
    Ok(notices
        .iter()
        .map(|notice| if let Notice::ChaptersMissing { count } = notice { *count } else { 0 })
        .sum())
}

#[test]
fn a_chapter_packed_too_tight_is_refused_below_the_size_limit() {
    let tight = vec![b' '; 4 << 20];
    let book =
        book().entry("OEBPS/trois.xhtml", &tight).spine_item("trois.xhtml", "application/xhtml+xml", "");
    assert_eq!(refusal(&book.bytes()), Refusal::TooLarge);
}

#[test]
fn an_archive_of_too_many_entries_is_refused() {
    let names: Vec<String> = (0..20_001).map(|number| format!("x{number}")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(&archive(&entries)), Refusal::TooLarge);
}

#[test]
fn names_that_climb_are_only_names() {
    let outside = tempfile::tempdir().expect("a folder");
    let climb = format!("../../../../../../..{}/ecrit.xhtml", outside.path().display());
    let book = book().entry(&climb, b"<p>Dehors.</p>").chapter("../../../x.xhtml", "<p>Non.</p>");
    let (document, notices) = opened(&book.bytes());
    // `../../../x.xhtml` is the key `x.xhtml`, which is not there.
    assert_eq!(document.text(), "Un.\nDeux.");
    assert_eq!(notices, [Notice::ChaptersMissing { count: 1 }]);
    assert_eq!(std::fs::read_dir(outside.path()).expect("readable").count(), 0);
}

#[test]
fn of_two_entries_of_one_name_the_last_of_the_directory_counts() {
    let mut bytes = book().entry("OEBPS/vn.xhtml", b"<p>La seconde.</p>").bytes();
    for at in memchr::memmem::find_iter(&bytes.clone(), b"OEBPS/vn.xhtml") {
        bytes[at + 6] = b'u';
    }
    assert_eq!(document(&bytes).text(), "La seconde.\nDeux.");
}

#[test]
fn a_link_in_an_archive_is_not_followed() {
    let bytes = book().spine_item("trois.xhtml", "application/xhtml+xml", "").bytes();
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(bytes)).expect("an archive");
    let options = zip::write::SimpleFileOptions::default();
    zip.add_symlink("OEBPS/trois.xhtml", "/etc/passwd", options).expect("added");
    let (document, notices) = opened(&zip.finish().expect("finished").into_inner());
    assert_eq!(document.text(), "Un.\nDeux.");
    assert_eq!(notices, [Notice::ChaptersMissing { count: 1 }]);
}

const PACKAGE: &str = "<package unique-identifier='a'><metadata><dc:title>a</dc:title><dc:identifier id='a'>b</dc:identifier></metadata>\
    <manifest><item id='n' properties='nav' href='nav.xhtml' media-type='application/xhtml+xml'/><item id='u' href='un.xhtml' \
    media-type='application/xhtml+xml'/></manifest><spine><itemref idref='u'/></spine></package>";

const NAVIGATION: &str = "<nav epub:type='toc'><ol><li><a href='un.xhtml#a'>Un</a><ol><li><a href='b'>c</a></li></ol></li></ol></nav>";

const CHAPTER: &str = "<p>Un<a epub:type='noteref' href='#n' id='r'>1</a></p><aside epub:type='footnote' id='n'><p><a \
    href='#r'>1</a> b</p></aside><ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li></ul>";

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let original = book()
        .navigation("<ol><li><a href='un.xhtml'>Un</a></li></ol>")
        .entry("META-INF/encryption.xml", &encryption("x", "OEBPS/image.png"))
        .bytes();
    let length = original.len();
    let changes = prop::collection::vec((0..length, any::<u8>()), 0..12);
    (changes, 0..length, any::<bool>()).prop_map(move |(changes, cut, keeps)| {
        let mut bytes = original.clone();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        if !keeps {
            bytes.truncate(cut);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_archive_makes_it_panic(bytes in mutated()) {
        sound(&bytes)?;
    }

    #[test]
    fn no_book_makes_it_panic(texts in misprints([PACKAGE, NAVIGATION, CHAPTER])) {
        let [package, navigation, chapter] = texts;
        sound(&archive(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("OEBPS/book.opf", package.as_bytes()),
            ("OEBPS/nav.xhtml", navigation.as_bytes()),
            ("OEBPS/un.xhtml", chapter.as_bytes()),
            ("META-INF/encryption.xml", &encryption(&chapter, "OEBPS/image.png")),
        ]))?;
    }
}
