//! From a path, an address, standard input or the bundled article to a document.
//!
//! A large file is shown from its first part at once and read whole in the background; memory stays
//! near the size of its text, because it is decoded and put into blocks a piece at a time.

mod error;
mod page;
mod source;
mod ways;

pub use error::OpenError;
pub use page::open_anew;
pub use source::Source;
pub use ways::{Wanted, Ways};

use crate::doc::packed::{self, Refusal};
use crate::doc::{Digest, Document, Extent, Opening};
use crate::notice::Notice;
use crate::text::decode::{Hint, SAMPLE, looks_binary};
use crate::words::runtime::Problem;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The article that is shown where none is named, byte for byte.
pub const BUNDLED: &[u8] = include_bytes!("../../assets/mistral-mwc.fr.txt");

/// What the bundled article is called.
pub const BUNDLED_TITLE: &str = "Mistral au Mobile World Congress";

/// Bytes of a large file that are read before the first frame; smaller files are read whole.
/// Decoding them takes about a millisecond, and they fill the largest screen many times.
pub const FIRST: usize = 256 * 1024;

/// Bytes read at a time.
const PIECE: usize = 1 << 20;

/// How long a text with markup may be parsed.
const DEADLINE: Duration = Duration::from_secs(10);

/// Bytes of stack for a parser.
const STACK: usize = 64 << 20;

/// What the thread of a parser is called. A panic in it is caught there and is no end of the program.
pub(super) const PARSER: &str = "parser";

/// A document, all of it or its first part.
#[derive(Debug)]
pub struct Opened {
    /// What can be shown at once.
    pub document: Arc<Document>,
    /// What the person should know about it.
    pub notices: Vec<Notice>,
    /// How far the file has been read.
    pub bytes: Bytes,
}

/// How far a file has been read.
#[derive(Debug)]
pub enum Bytes {
    /// To its end; the SHA-256 of its bytes.
    Read(Digest),
    /// Its first part; the whole can be read by this.
    Pending(Rest),
}

/// A document read to its end.
#[derive(Debug)]
pub struct Whole {
    /// The document.
    pub document: Arc<Document>,
    /// What the person should know about it.
    pub notices: Vec<Notice>,
    /// SHA-256 of the file's bytes.
    pub bytes_sha256: Digest,
}

/// Opens `source`. A file over 256 kB comes as its first part; pipes are read to their end. Of a page the newest copy is
/// opened; the network is asked only where there is none.
///
/// # Errors
/// Where there is no text to show.
pub fn open(source: &Source, ways: &Ways) -> Result<Opened, OpenError> {
    let label = source.label();
    let never = AtomicBool::new(false);
    let origin = |size| Origin { size, ..Origin::of(source, ways) };
    let stream = |input: &mut dyn Read, origin: Origin| {
        let whole = read_whole(input, &origin, &never).map_err(|failure| failure.at(&label))?;
        Ok(Opened::from(whole.expect("nobody stops it")))
    };
    match source {
        Source::Bundled => stream(&mut &BUNDLED[..], origin(BUNDLED.len())),
        Source::Stdin => stream(&mut io::stdin().lock(), origin(0)),
        Source::Address(address) => page::open(address, ways).map(Opened::from),
        Source::File(path) => {
            let (mut file, size) = open_file(path)?;
            let start = fill(&mut file, 4).and_then(|start| file.rewind().map(|()| start));
            let start = start.map_err(|error| Failure::from(error).at(&label))?;
            let origin = origin(size);
            if packed::is_archive(&start) && size > 0 {
                return first_chapters(file, origin, label);
            }
            if size <= FIRST {
                return stream(&mut file, origin);
            }
            first_part(file, origin, label)
        }
    }
}

impl From<Whole> for Opened {
    fn from(whole: Whole) -> Self {
        Self { document: whole.document, notices: whole.notices, bytes: Bytes::Read(whole.bytes_sha256) }
    }
}

/// What is needed to read a large file whole.
#[derive(Debug)]
pub struct Rest {
    file: File,
    origin: Origin,
    label: String,
}

impl Rest {
    /// Reads the file from its start, so that one digest covers it all; `None` once `stop` is set.
    ///
    /// # Errors
    /// Where the system refuses, or the file has become something else.
    pub fn read(mut self, stop: &AtomicBool) -> Result<Option<Whole>, OpenError> {
        let whole = match self.file.rewind() {
            Ok(()) => read_whole(&mut self.file, &self.origin, stop),
            Err(error) => Err(error.into()),
        };
        whole.map_err(|failure| failure.at(&self.label))
    }
}

/// Where bytes come from.
#[derive(Debug)]
struct Origin {
    name: String,
    address: String,
    /// Bytes, 0 where not known.
    size: usize,
    /// The encoding that the person chose.
    encoding: Option<&'static Encoding>,
    /// The encoding that the server named.
    charset: Option<String>,
    /// Of a page, all of it is wanted.
    whole_page: bool,
    /// That was chosen in an earlier run.
    remembered: bool,
}

impl Origin {
    fn of(source: &Source, ways: &Ways) -> Self {
        let address = source.address();
        let encoding = ways.encoding_of(&address);
        let whole_page = ways.is_whole_page(&address);
        let remembered = whole_page && ways.whole_page.is_none();
        Self { name: source.name(), address, size: 0, encoding, charset: None, whole_page, remembered }
    }

    /// What the bytes are when they are no text. Whoever chooses UTF-16 knows why there are NULs.
    fn no_text(&self, sample: &[u8]) -> Option<&'static str> {
        let wide = self.encoding.is_some_and(|encoding| encoding == UTF_16LE || encoding == UTF_16BE);
        looks_binary(sample).filter(|&kind| !wide || kind != "binary data")
    }

    /// Reads what begins with `sample`, of which so many bytes are to come.
    fn opening(&self, sample: &[u8], bytes: usize) -> Opening {
        let declared: Vec<&str> = self.charset.as_deref().into_iter().collect();
        let hint = Hint { chosen: self.encoding, declared: &declared };
        Opening::told(sample, &self.name, &self.address, bytes, &hint).of_whole_page(self.whole_page)
    }
}

fn open_file(path: &Path) -> Result<(File, usize), OpenError> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => OpenError::NotFound { path: path.to_owned() },
        _ => OpenError::Unreadable { name: path.display().to_string(), why: why(&error) },
    };
    // Asked before opening: opening a named pipe waits for its writer, a folder cannot be opened everywhere.
    let about = std::fs::metadata(path).map_err(refused)?;
    if about.is_dir() {
        return Err(OpenError::IsFolder { path: path.to_owned() });
    }
    let file = File::open(path).map_err(refused)?;
    // A pipe or a device has no size, and is read to its end.
    let size = if about.is_file() { about.len() } else { 0 };
    Ok((file, usize::try_from(size).unwrap_or(usize::MAX)))
}

/// Reads the first [`FIRST`] bytes, up to the end of a line where there is one.
fn first_part(mut file: File, origin: Origin, label: String) -> Result<Opened, OpenError> {
    let refused = |failure: Failure| failure.at(&label);
    let first = fill(&mut file, FIRST).map_err(|error| refused(error.into()))?;
    match origin.no_text(&first) {
        #[cfg(feature = "pdf")]
        Some("PDF") => {
            let whole = Rest { file, origin, label }.read(&AtomicBool::new(false))?;
            return Ok(Opened::from(whole.expect("nobody stops it")));
        }
        Some(kind) => return Err(refused(Failure::Binary(kind))),
        None => {}
    }
    let line_end = memchr::memrchr(b'\n', &first).filter(|&end| end >= FIRST / 2);
    let part = &first[..line_end.map_or(first.len(), |end| end + 1)];
    let mut opening = origin.opening(&first, part.len());
    if !opening.comes_in_parts() {
        // What comes last may change what comes first: footnotes, the addresses of links, the article in a page.
        let rest = Rest { file, origin, label };
        let whole = rest.read(&AtomicBool::new(false))?;
        return Ok(Opened::from(whole.expect("nobody stops it")));
    }
    opening.push(part);
    let (document, notices) = opening.finish(Extent::Prefix(origin.size as u64));
    let bytes = Bytes::Pending(Rest { file, origin, label });
    Ok(Opened { document: Arc::new(document), notices, bytes })
}

/// Reads a packed document to its end, and of a long book the first chapters into a document.
fn first_chapters(mut file: File, origin: Origin, label: String) -> Result<Opened, OpenError> {
    let refused = |failure: Failure| failure.at(&label);
    let bytes = all(&mut file, Vec::with_capacity(origin.size.min(packed::LIMIT))).map_err(refused)?;
    let bytes = Arc::new(bytes);
    let extent = Extent::Prefix(origin.size as u64);
    let (document, notices) = unpack(&bytes, &origin, extent).map_err(refused)?;
    let bytes = match document.extent() {
        Extent::Whole => Bytes::Read(Sha256::digest(&*bytes).into()),
        Extent::Prefix(_) => Bytes::Pending(Rest { file, origin, label }),
    };
    Ok(Opened { document: Arc::new(document), notices, bytes })
}

/// What follows `start`, up to the end of a packed document.
fn all(input: &mut dyn Read, start: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let mut bytes = start;
    input.take((packed::LIMIT + 1).saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes)?;
    if bytes.len() > packed::LIMIT { Err(Failure::Packed(Refusal::TooLarge)) } else { Ok(bytes) }
}

/// The document of a packed file.
fn unpack(bytes: &Arc<Vec<u8>>, origin: &Origin, extent: Extent) -> Result<(Document, Vec<Notice>), Failure> {
    let (packed, name, address) = (Arc::clone(bytes), origin.name.clone(), origin.address.clone());
    let read = in_parser(move || packed::read(&packed, &name, &address, extent))?;
    let (document, notices) = read.map_err(Failure::Packed)?;
    let is_empty = document.extent() == Extent::Whole && document.text().trim().is_empty();
    if is_empty { Err(Failure::Empty) } else { Ok((document, notices)) }
}

/// Reads to the end, a piece at a time; `None` once `stop` is set.
fn read_whole(input: &mut dyn Read, origin: &Origin, stop: &AtomicBool) -> Result<Option<Whole>, Failure> {
    let mut piece = fill(input, SAMPLE.max(FIRST.min(origin.size + 1)))?;
    if packed::is_archive(&piece) {
        let bytes = Arc::new(all(input, piece)?);
        let (document, notices) = unpack(&bytes, origin, Extent::Whole)?;
        let bytes_sha256 = Sha256::digest(&*bytes).into();
        return Ok(Some(Whole { document: Arc::new(document), notices, bytes_sha256 }));
    }
    match origin.no_text(&piece) {
        #[cfg(feature = "pdf")]
        Some("PDF") => return read_pdf(piece, input, origin, stop),
        Some(kind) => return Err(Failure::Binary(kind)),
        None => {}
    }
    let mut opening = origin.opening(&piece, origin.size.max(piece.len()));
    let mut sha256 = Sha256::new();
    while !piece.is_empty() {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        sha256.update(&piece);
        opening.push(&piece);
        refill(input, &mut piece, PIECE)?;
    }
    if opening.is_too_large() {
        return Err(Failure::TooLarge);
    }
    let (document, mut notices) =
        if opening.comes_in_parts() { opening.finish(Extent::Whole) } else { parse(opening)? };
    if document.text().trim().is_empty() {
        return Err(Failure::Empty);
    }
    if origin.remembered && document.meta().is_page {
        notices.push(Notice::ShownWhole);
    }
    Ok(Some(Whole { document: Arc::new(document), notices, bytes_sha256: sha256.finalize().into() }))
}

/// Reads a PDF that begins with `bytes`.
#[cfg(feature = "pdf")]
fn read_pdf(
    mut bytes: Vec<u8>,
    input: &mut dyn Read,
    origin: &Origin,
    stop: &AtomicBool,
) -> Result<Option<Whole>, Failure> {
    use super::pdf;
    input.take((pdf::LARGEST + 1).saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes)?;
    let bytes_sha256 = Sha256::digest(&bytes).into();
    let Some(reading) = pdf::read(bytes, stop).map_err(Failure::Refused)? else { return Ok(None) };
    let document = Arc::new(reading.document(&origin.name, &origin.address));
    Ok(Some(Whole { document, notices: Vec::new(), bytes_sha256 }))
}

/// The document of a text with markup.
fn parse(opening: Opening) -> Result<(Document, Vec<Notice>), Failure> {
    in_parser(move || opening.finish(Extent::Whole))
}

/// Parses in a thread of its own: it has a stack for trees of any shape, and what holds the parser up is given up for
/// lost after [`DEADLINE`].
fn in_parser<T: Send + 'static>(parse: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let (answer, answered) = mpsc::channel();
    let run = move || {
        // Nobody waits any more where the deadline has passed.
        let _ = answer.send(parse());
    };
    thread::Builder::new().name(PARSER.to_owned()).stack_size(STACK).spawn(run)?;
    answered.recv_timeout(DEADLINE).map_err(|_| Failure::TooSlow)
}

/// The next `length` bytes, fewer only at the end.
fn fill(input: &mut dyn Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    refill(input, &mut bytes, length)?;
    Ok(bytes)
}

fn refill(input: &mut dyn Read, bytes: &mut Vec<u8>, length: usize) -> io::Result<()> {
    bytes.clear();
    input.take(length as u64).read_to_end(bytes)?;
    Ok(())
}

/// What went wrong, before it is known what to call the file.
enum Failure {
    Io(io::Error),
    Binary(&'static str),
    Empty,
    Packed(Refusal),
    TooLarge,
    TooSlow,
    #[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "only PDF is refused so"))]
    Refused(Problem),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Failure {
    fn at(self, label: &str) -> OpenError {
        let name = label.to_owned();
        match self {
            Self::Io(error) => OpenError::Unreadable { name, why: why(&error) },
            Self::Binary(kind) => OpenError::Binary { name, kind },
            Self::Empty => OpenError::Empty { name },
            Self::Packed(why) => OpenError::Packed { name, why },
            Self::TooLarge => OpenError::TooLarge { name },
            Self::TooSlow => OpenError::TooSlow { name },
            Self::Refused(problem) => OpenError::Refused { name, problem },
        }
    }
}

/// What the system says, without its number.
pub(super) fn why(error: &io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::paths::Paths;
    use crate::words::Lang;

    fn open(source: &Source) -> Result<Opened, OpenError> {
        super::open(source, &Ways::new(&Paths::under(Path::new("/nowhere"))))
    }

    fn file(bytes: &[u8]) -> (tempfile::TempDir, Source) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("essai.txt");
        std::fs::write(&path, bytes).expect("written");
        (folder, Source::File(path))
    }

    #[test]
    fn the_bundled_article_has_its_title_and_no_source() {
        let opened = open(&Source::Bundled).expect("it is there");
        assert_eq!(opened.document.title(), BUNDLED_TITLE);
        assert_eq!(opened.document.meta().source, "");
        assert_eq!(opened.document.extent(), Extent::Whole);
        assert!(
            matches!(opened.bytes, Bytes::Read(digest) if digest == <[u8; 32]>::from(Sha256::digest(BUNDLED)))
        );
    }

    #[test]
    fn a_small_file_is_read_whole() {
        let (_folder, source) = file("Un été à l’Élysée.\n".as_bytes());
        let opened = open(&source).expect("readable");
        assert_eq!(opened.document.text(), "Un été à l’Élysée.");
        assert!(opened.document.meta().source.ends_with("/essai.txt"));
        assert!(matches!(opened.bytes, Bytes::Read(_)));
    }

    #[test]
    fn a_large_file_comes_in_two_steps_and_nothing_moves() {
        let text = "Une phrase de la longueur qu’il faut, à peu près.\n\n".repeat(50_000);
        let (_folder, source) = file(text.as_bytes());
        let opened = open(&source).expect("readable");
        assert_eq!(opened.document.extent(), Extent::Prefix(text.len() as u64));
        assert!(opened.document.text().len() > FIRST / 2);
        let Bytes::Pending(rest) = opened.bytes else { panic!("a large file is read in two steps") };
        let whole = rest.read(&AtomicBool::new(false)).expect("readable").expect("not stopped");
        assert!(whole.document.text().starts_with(opened.document.text()));
        assert_eq!(whole.document.extent(), Extent::Whole);
        assert_eq!(whole.bytes_sha256, <[u8; 32]>::from(Sha256::digest(text.as_bytes())));
    }

    #[test]
    fn a_large_markdown_file_is_read_whole_at_once() {
        let text = "Un mot[^a].\n\n".repeat(40_000) + "[^a]: Une note.\n";
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("essai.md");
        std::fs::write(&path, &text).expect("written");
        let opened = open(&Source::File(path)).expect("readable");
        assert_eq!(opened.document.extent(), Extent::Whole);
        assert!(opened.document.text().ends_with("\n[1] Une note."));
        assert!(
            matches!(opened.bytes, Bytes::Read(digest) if digest == <[u8; 32]>::from(Sha256::digest(&text)))
        );
    }

    #[test]
    fn reading_the_rest_can_be_stopped() {
        let (_folder, source) = file("Une ligne.\n".repeat(FIRST).as_bytes());
        let Bytes::Pending(rest) = open(&source).expect("readable").bytes else { panic!("it is large") };
        assert!(rest.read(&AtomicBool::new(true)).expect("readable").is_none());
    }

    #[test]
    fn what_cannot_be_shown_is_named() {
        let (folder, _) = file(b"");
        let error = |source: &Source| open(source).expect_err("nothing to show");
        let missing = error(&Source::File(folder.path().join("absent.txt")));
        assert!(matches!(missing, OpenError::NotFound { .. }));
        assert_eq!(missing.exit_code(), 3);
        assert!(matches!(error(&Source::File(folder.path().to_owned())), OpenError::IsFolder { .. }));
        #[cfg(not(feature = "pdf"))]
        {
            let (_kept, pdf) = file(b"%PDF-1.7\n1 0 obj");
            assert!(matches!(error(&pdf), OpenError::Binary { kind: "PDF", .. }));
        }
        let page = [&b"<html>"[..], &vec![b' '; crate::doc::format::MARKUP_LIMIT]].concat();
        let (_kept, page) = file(&page);
        assert!(matches!(error(&page), OpenError::TooLarge { .. }));
        let (_kept, blank) = file(b" \n\n");
        assert_eq!(error(&blank).exit_code(), 1);
        assert!(error(&blank).say(Lang::French).ends_with("essai.txt: aucun texte"));
    }
}
