//! A large library of notes, and what it costs.
//!
//! ```text
//! cargo run --release --example library -- FOLDER [DOCUMENTS] [NOTES]
//! ```
//!
//! Makes `DOCUMENTS` (2,000) articles with `NOTES` (50) annotations each in `FOLDER`, which is a home folder
//! from then on, unless it is one already; then opens one of them, saves a note, lists and searches all, in
//! this process, and 2,000 notes in an article of a megabyte of which words changed. Prints processor and elapsed times in milliseconds; on Linux also the most memory used. The commands
//! are measured from outside: `HOME=FOLDER exergue notes --all`.
#![expect(clippy::print_stdout, reason = "this is what it is for")]

use exergue::doc::{BlockKind, Builder, Document, Extent};
use exergue::exchange::query::Query;
use exergue::mark::{Anchor, Edit, Event, Note, NoteId, Pen, Placement};
use exergue::runtime::keeper::{Keeper, all_notes};
use exergue::runtime::paths::Paths;
use exergue::text::Span;
use jiff::Timestamp;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use uuid::Uuid;

const WORDS: [&str; 24] = [
    "tram",
    "ville",
    "maire",
    "budget",
    "chantier",
    "retard",
    "conseil",
    "séance",
    "vote",
    "quartier",
    "réseau",
    "énergie",
    "climat",
    "travaux",
    "ligne",
    "avenue",
    "habitants",
    "projet",
    "Europe",
    "nuage",
    "modèle",
    "données",
    "centre",
    "investir",
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(folder) = arguments.first() else { return println!("library FOLDER [DOCUMENTS] [NOTES]") };
    let number = |place: usize, otherwise| {
        arguments.get(place).and_then(|argument| argument.parse().ok()).unwrap_or(otherwise)
    };
    let (documents, notes) = (number(1, 2_000), number(2, 50));
    let paths = home(Path::new(folder));
    if !paths.documents().exists() {
        make(&paths, documents, notes);
        println!("made {documents} documents with {notes} notes each");
    }
    measure(&paths, documents / 2);
    let changed = paths.home.join("changed");
    measure_changed(&home(&changed));
    fs::remove_dir_all(changed).expect("removed");
}

/// The folders as the program finds them where `HOME` is `folder` and no XDG variable is set.
fn home(folder: &Path) -> Paths {
    let under = |name: &str| folder.join(name).join("exergue");
    Paths {
        data: under(".local/share"),
        state: under(".local/state"),
        cache: under(".cache"),
        config: under(".config"),
        home: folder.to_owned(),
    }
}

/// Writes the journals as the program does, but for the waiting for the disk.
fn make(paths: &Paths, documents: usize, notes: usize) {
    let scratch = home(&paths.home.join("scratch"));
    for number in 0..documents {
        let document = article(number);
        let (mut keeper, _) = Keeper::open(&scratch, &document, document.digest(), &source(number));
        let events: Vec<Event> = (0..notes).map(|place| event(&document, number, place)).collect();
        keeper.append(&events).expect("the notes are kept");
        let folder = keeper.folder();
        let target = paths.documents().join(keeper.name());
        fs::create_dir_all(paths.documents()).expect("a folder");
        fs::rename(folder, target).expect("moved");
    }
    fs::remove_dir_all(&scratch.home).expect("removed");
}

fn source(number: usize) -> String {
    format!("/articles/{number}.txt")
}

fn article(number: usize) -> Document {
    let mut builder = Builder::default();
    builder.title(format!("Article {number} sur le {}", WORDS[number % WORDS.len()]));
    for paragraph in 0..20 {
        builder.block(BlockKind::Paragraph, &sentence(number * 20 + paragraph, 60));
    }
    builder.finish(Extent::Whole)
}

/// Words in an order of its own for each `seed`.
fn sentence(seed: usize, length: usize) -> String {
    let mut state = seed as u64 + 1;
    let mut words = vec![format!("Phrase {seed}")];
    for _ in 0..length {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.push(WORDS[(state >> 40) as usize % WORDS.len()].to_owned());
    }
    words.join(" ")
}

fn event(document: &Document, number: usize, place: usize) -> Event {
    let text = document.text();
    let boundary = |near: usize| (near..).find(|&at| text.is_char_boundary(at)).expect("the end is one");
    let start = boundary(place * text.len() / 64);
    let span = Span::new(start, boundary(start + 90));
    let id = Uuid::now_v7();
    let at = Timestamp::from_second(1_780_000_000 + (number * 64 + place) as i64).expect("in range");
    let note = Note {
        id: NoteId(Uuid::now_v7()),
        anchor: Anchor::new(document, span),
        placement: Placement::Exact(span),
        pen: Pen::ALL[place % Pen::ALL.len()],
        tags: vec![WORDS[place % WORDS.len()].to_owned()],
        body: sentence(number * 64 + place, 15),
        head: id,
        created: at,
        changed: at,
        attached: Vec::new(),
        versions: Vec::new(),
    };
    Event { id, at, edit: Edit::Add(Box::new(note)), base: None, undoes: None }
}

fn measure(paths: &Paths, number: usize) {
    let document = article(number);
    let open = || Keeper::open(paths, &document, document.digest(), &source(number));
    let (mut keeper, opened) = timed("open a document, the first time", open);
    println!("  {} notes", opened.notes.len());
    timed("open a document again", open);
    let mut saving = Duration::ZERO;
    for place in 0..20 {
        let event = event(&document, number, place);
        let start = Instant::now();
        keeper.append(&[event]).expect("saved");
        saving = saving.max(start.elapsed());
    }
    println!("save a note, the slowest of 20: {:.1} ms elapsed", saving.as_secs_f64() * 1e3);
    let stranger = article(usize::MAX / 64);
    timed("open a document without notes", || Keeper::open(paths, &stranger, stranger.digest(), "/x.txt"));
    let (documents, _) = timed("read all notes", || all_notes(paths).expect("they can be listed"));
    let query = Query::new("nuage #climat");
    let pens = Pen::ALL.map(|pen| pen.name().to_owned());
    let found = timed("search them", || {
        let notes = documents.iter().flat_map(|document| document.notes.iter());
        notes.filter(|note| query.matches(note, &pens)).count()
    });
    let all: usize = documents.iter().map(|document| document.notes.len()).sum();
    println!("  {found} of {all} notes in {} documents", documents.len());
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    }
}

/// An article of 1 MB with 2,000 notes is opened again, with every `n`th of its words another.
fn measure_changed(paths: &Paths) {
    let article = |every: usize| {
        let mut builder = Builder::default();
        let mut word = 0;
        for paragraph in 0..2_400 {
            let text = sentence(paragraph, 62);
            let words = text.split(' ').map(|known| {
                word += 1;
                if word % every == 0 { "autrement" } else { known }
            });
            builder.block(BlockKind::Paragraph, &words.collect::<Vec<_>>().join(" "));
        }
        builder.finish(Extent::Whole)
    };
    let before = article(usize::MAX);
    let (mut keeper, _) = Keeper::open(paths, &before, before.digest(), "/long.txt");
    let step = before.text().len() / 2_001;
    let events: Vec<Event> = (0..2_000)
        .map(|place| {
            let text = before.text();
            let boundary =
                |near: usize| (near..).find(|&at| text.is_char_boundary(at)).expect("the end is one");
            let start = boundary(place * step);
            let Event { id, at, edit, .. } = event(&before, 1, place % 60);
            let Edit::Add(note) = edit else { unreachable!("it adds a note") };
            let anchor = Anchor::new(&before, Span::new(start, boundary(start + 90)));
            Event { id, at, edit: Edit::Add(Box::new(Note { anchor, ..*note })), base: None, undoes: None }
        })
        .collect();
    keeper.append(&events).expect("the notes are kept");
    for every in [50, 20] {
        let after = article(every);
        println!("{} kB, one word of {every} changed", after.text().len() / 1000);
        let open = || Keeper::open(paths, &after, after.digest(), "/long.txt");
        let (_, mut opened) = timed("open it", open);
        println!("  {} of {} notes are still to be placed", opened.notes.pending(), opened.notes.len());
        timed("place them", || opened.finish(&after));
        let lost = opened.notes.iter().filter(|note| note.span().is_none()).count();
        println!("  {lost} are not found");
    }
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, before) = (Instant::now(), processor());
    let done = work();
    let elapsed = start.elapsed().as_secs_f64() * 1e3;
    match (before, processor()) {
        (Some(before), Some(after)) => {
            println!("{what}: {:.1} ms of processor, {elapsed:.1} ms elapsed", (after - before) * 1e3);
        }
        _ => println!("{what}: {elapsed:.1} ms elapsed"),
    }
    done
}

/// Seconds of processor time of this thread, where the system says.
fn processor() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}
