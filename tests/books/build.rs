//! Small archives, made in memory.

use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// An archive with these entries, packed, in this order.
pub(crate) fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let method =
            if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("started");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("finished").into_inner()
}

/// The entry that names the package of every book here.
pub(crate) const CONTAINER: &str = r#"<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"#;

/// A book, put together piece by piece. Its files lie in `OEBPS/`.
#[derive(Clone)]
pub(crate) struct Book {
    version: &'static str,
    metadata: String,
    manifest: String,
    spine: String,
    toc: &'static str,
    entries: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// An EPUB 3 with that title, without a chapter.
    pub(crate) fn new(title: &str) -> Self {
        let metadata = format!(
            "<dc:title>{title}</dc:title><dc:language>fr</dc:language>\
             <dc:identifier id=\"id\">urn:uuid:0c3d</dc:identifier>"
        );
        Self {
            version: "3.0",
            metadata,
            manifest: String::new(),
            spine: String::new(),
            toc: "",
            entries: Vec::new(),
        }
    }

    /// More of what the book says of itself.
    pub(crate) fn metadata(mut self, more: &str) -> Self {
        self.metadata.push_str(more);
        self
    }

    /// A chapter in `OEBPS/<name>`, with that in its body.
    pub(crate) fn chapter(self, name: &str, body: &str) -> Self {
        let page = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
             xmlns:epub=\"http://www.idpf.org/2007/ops\"><head><title>{name}</title><style>p {{}}</style></head>\
             <body>\n{body}\n</body></html>"
        );
        self.spine_item(name, "application/xhtml+xml", "").entry(&format!("OEBPS/{name}"), page.as_bytes())
    }

    /// A file of the spine, without the file itself.
    pub(crate) fn spine_item(mut self, name: &str, media: &str, itemref: &str) -> Self {
        let id = format!("i{}", self.manifest.matches("<item ").count());
        self.manifest.push_str(&format!("<item id=\"{id}\" href=\"{name}\" media-type=\"{media}\"/>"));
        self.spine.push_str(&format!("<itemref idref=\"{id}\" {itemref}/>"));
        self
    }

    /// A line of the manifest as it is.
    pub(crate) fn item(mut self, item: &str) -> Self {
        self.manifest.push_str(item);
        self
    }

    /// The navigation document, with that as its contents.
    pub(crate) fn navigation(self, list: &str) -> Self {
        let page = format!(
            "<html xmlns:epub=\"http://www.idpf.org/2007/ops\"><body><nav epub:type=\"landmarks\"><ol><li>\
             <a href=\"un.xhtml\">Non</a></li></ol></nav><nav epub:type=\"toc\"><h1>Table</h1>{list}</nav></body></html>"
        );
        self.item("<item id=\"nav\" properties=\"scripted nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\"/>")
            .entry("OEBPS/nav.xhtml", page.as_bytes())
    }

    /// Makes it an EPUB 2 with that NCX.
    pub(crate) fn ncx(mut self, points: &str) -> Self {
        self.version = "2.0";
        self.toc = "toc=\"ncx\"";
        let ncx =
            format!("<ncx><head/><docTitle><text>Titre</text></docTitle><navMap>{points}</navMap></ncx>");
        self.item("<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>")
            .entry("OEBPS/toc.ncx", ncx.as_bytes())
    }

    /// Any entry.
    pub(crate) fn entry(mut self, name: &str, bytes: &[u8]) -> Self {
        self.entries.push((name.to_owned(), bytes.to_owned()));
        self
    }

    /// The package.
    pub(crate) fn package(&self) -> String {
        let Self { version, metadata, manifest, spine, toc, .. } = self;
        format!(
            "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"{version}\" \
             unique-identifier=\"id\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:opf=\"http://www.idpf.org/2007/opf\">{metadata}</metadata><manifest>{manifest}</manifest>\
             <spine {toc}>{spine}</spine></package>"
        )
    }

    /// All of its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let package = self.package();
        let mut entries: Vec<(&str, &[u8])> = vec![
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("OEBPS/book.opf", package.as_bytes()),
        ];
        entries.extend(self.entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        archive(&entries)
    }
}

/// Texts in which pieces have been replaced by others that a parser may stumble on.
pub(crate) fn misprints<const N: usize>(texts: [&'static str; N]) -> impl Strategy<Value = [String; N]> {
    let pieces = [
        "<",
        ">",
        "&",
        "\"",
        "'",
        "/>",
        "</p>",
        "]]>",
        "<![CDATA[",
        "<!DOCTYPE [",
        "<?",
        "#",
        "é",
        "<ol>",
        "\0",
        "=",
        "99999999999999999999",
        "-1",
        "&#0;",
        "<a><b>",
    ];
    let changes = prop::collection::vec(
        (0..N, any::<prop::sample::Index>(), 0_usize..9, prop::sample::select(pieces.to_vec())),
        0..8,
    );
    changes.prop_map(move |changes| {
        let mut letters = texts.map(|text| text.chars().collect::<Vec<char>>());
        for (text, at, gone, new) in changes {
            let text = &mut letters[text];
            let at = at.index(text.len() + 1);
            let end = (at + gone).min(text.len());
            text.splice(at..end, new.chars());
        }
        letters.map(String::from_iter)
    })
}
