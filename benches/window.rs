//! What the person waits for: the first frame, keys, a change of size, a search to the end.
//!
//! Everything but the terminal and the disk is in it: bytes become a document, messages go through
//! `update`, frames through `render` into a screen in memory.
//!
//! `cargo bench --bench window`

use divan::{Bencher, black_box};
use exergue::analyse::Engine;
use exergue::app::update::{analyse, run};
use exergue::app::{Effect, Message, Model, Size, update};
use exergue::command::{Args, Command};
use exergue::config::colors::{Depth, Palette, Scheme};
use exergue::config::{Config, DEFAULT, settle};
use exergue::doc::{Document, Extent, Opening};
use exergue::text::find::{Pattern, Query};
use exergue::ui;
use exergue::words::Lang;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

const ARTICLE: &str = include_str!("../assets/mistral-mwc.fr.txt");
const SIZE: Size = Size { columns: 120, rows: 40 };
/// Bytes of a large file that are read before its first frame (`runtime::open::FIRST`).
const FIRST: usize = exergue::runtime::open::FIRST;
/// The longest text that is analysed before its first frame.
const AT_ONCE: usize = 64 * 1024;
const SIZES: [&str; 3] = ["3 kB", "3 MB", "100 MB"];
/// All of it one paragraph.
const ONE_LINE: &str = "20 MB, one line";
/// Where keys are pressed.
const PLACES: [&str; 4] = [SIZES[0], SIZES[1], SIZES[2], ONE_LINE];

static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| ARTICLE.into());
static MIDDLE: LazyLock<Vec<u8>> = LazyLock::new(|| repeated(3_000_000));
static LARGE: LazyLock<Vec<u8>> = LazyLock::new(|| repeated(100_000_000));
static LARGE_DOCUMENT: LazyLock<Arc<Document>> = LazyLock::new(|| document(&LARGE, Extent::Whole));

fn main() {
    divan::main();
}

/// The bundled article again and again, then a word that stands nowhere else.
fn repeated(bytes: usize) -> Vec<u8> {
    let mut text = ARTICLE.repeat(bytes / ARTICLE.len() + 1);
    text.push_str("\nFin : zzsentinelle.\n");
    text.into_bytes()
}

fn bytes(size: &str) -> &'static [u8] {
    match size {
        "3 kB" => &SMALL,
        "3 MB" => &MIDDLE,
        _ => &LARGE,
    }
}

/// What the program makes of a file before its first frame: all of a small one, else its first part.
fn first_part(bytes: &[u8]) -> Arc<Document> {
    if bytes.len() <= FIRST {
        return document(bytes, Extent::Whole);
    }
    document(&bytes[..FIRST], Extent::Prefix(bytes.len() as u64))
}

fn document(bytes: &[u8], extent: Extent) -> Arc<Document> {
    let mut opening = Opening::new(bytes, "article", "", bytes.len());
    opening.push(bytes);
    Arc::new(opening.finish(extent).0)
}

fn whole(size: &str) -> Arc<Document> {
    match size {
        "100 MB" => Arc::clone(&LARGE_DOCUMENT),
        ONE_LINE => {
            document(ARTICLE.replace('\n', " ").repeat(20_000_000 / ARTICLE.len()).as_bytes(), Extent::Whole)
        }
        size => document(bytes(size), Extent::Whole),
    }
}

fn config() -> Config {
    settle(DEFAULT, None, None, Lang::French).0
}

fn blank(size: Size) -> Buffer {
    Buffer::empty(Rect::new(0, 0, size.columns, size.rows))
}

/// A window on a document, the cells shown, and those of the next frame.
struct Window {
    model: Model,
    shown: Buffer,
    wanted: Buffer,
}

impl Window {
    fn new(document: Arc<Document>, config: Config) -> Self {
        let palette = Palette::new(Scheme::Dark, Depth::True, &[]);
        let model = Model::new(document, config, Lang::French, palette, SIZE, 7);
        Self { model, shown: blank(SIZE), wanted: blank(SIZE) }
    }

    /// Finds the names, quotations and themes: of all, or of the surroundings of the window.
    fn analyse(&mut self, engine: &Engine) {
        for effect in analyse(&mut self.model) {
            let Effect::Analyse { generation, window, themes } = effect else { continue };
            let found = engine.analyse(&self.model.document, window, &|| false, &mut |_| {});
            let analysis = Arc::new(found.expect("nobody stops it"));
            update(
                &mut self.model,
                Message::Analysed { generation, analysis, themes },
                Timestamp::UNIX_EPOCH,
            );
        }
    }

    fn draw(&mut self) {
        let Self { model, shown, wanted } = self;
        black_box(ui::render(model, wanted));
        black_box(shown.diff_iter(wanted).count());
        std::mem::swap(shown, wanted);
    }

    /// Obeys a command, as its key would, and draws.
    fn obey(&mut self, command: Command) {
        run(&mut self.model, command, &Args::default(), Timestamp::UNIX_EPOCH);
        self.draw();
    }

    fn resize(&mut self, size: Size) {
        update(&mut self.model, Message::Resized(size), Timestamp::UNIX_EPOCH);
        (self.shown, self.wanted) = (blank(size), blank(size));
        self.draw();
    }
}

/// A window on all of a file of that size, analysed, its first frame drawn.
fn window(size: &str) -> RefCell<Window> {
    let config = config();
    let engine = Engine::new(&[], &config.themes);
    let mut window = Window::new(whole(size), config);
    window.analyse(&engine);
    window.draw();
    RefCell::new(window)
}

/// From the bytes of the file to the first frame, settings and word lists included: nothing is warm.
#[divan::bench(args = SIZES)]
fn first_frame(bencher: Bencher<'_, '_>, size: &str) {
    let bytes = bytes(size);
    bencher.bench_local(|| {
        let config = config();
        let engine = Engine::new(&[], &config.themes);
        let mut window = Window::new(first_part(black_box(bytes)), config);
        if bytes.len() <= AT_ONCE {
            window.analyse(&engine);
        }
        window.draw();
    });
}

#[divan::bench(args = PLACES)]
fn line_key(bencher: Bencher<'_, '_>, size: &str) {
    back_and_forth(bencher, size, Command::LineDown, Command::LineUp);
}

#[divan::bench(args = PLACES)]
fn page_key(bencher: Bencher<'_, '_>, size: &str) {
    back_and_forth(bencher, size, Command::PageDown, Command::PageUp);
}

/// Two keys: to the end and back.
#[divan::bench(args = PLACES)]
fn jump_to_the_end_and_back(bencher: Bencher<'_, '_>, size: &str) {
    let window = window(size);
    bencher.bench_local(|| {
        window.borrow_mut().obey(Command::GoEnd);
        window.borrow_mut().obey(Command::GoTop);
    });
}

/// Two changes: narrower and back.
#[divan::bench(args = PLACES)]
fn resize_there_and_back(bencher: Bencher<'_, '_>, size: &str) {
    let window = window(size);
    bencher.bench_local(|| {
        window.borrow_mut().resize(Size { columns: 70, rows: 30 });
        window.borrow_mut().resize(SIZE);
    });
}

#[divan::bench(args = SIZES)]
fn search_to_the_end(bencher: Bencher<'_, '_>, size: &str) {
    let document = whole(size);
    // The article itself ends with these words; the others with one of their own.
    let text = if size == "3 kB" { "rapide en Europe" } else { "zzsentinelle" };
    let query = Query { text: text.to_owned(), ..Query::default() };
    bencher.bench_local(|| {
        let pattern = Pattern::new(&query).expect("a word to find");
        pattern.next(document.text(), 0)
    });
}

/// One key after another, every other one back, so that the place stays the same.
fn back_and_forth(bencher: Bencher<'_, '_>, size: &str, there: Command, back: Command) {
    let window = window(size);
    let mut forth = false;
    bencher.bench_local(|| {
        forth = !forth;
        window.borrow_mut().obey(if forth { there } else { back });
    });
}
