//! Tries how passages are found again: cases in, answers out, one JSON object a line.
//!
//! `cargo run --release --example place < cases.jsonl > answers.jsonl` reads lines
//! `{"id","original","mutated","cases":[{"n","span":[s,e]}]}`. It anchors each span in `original`, keeps
//! only what a journal keeps, the sketch of `original` too, places it in `mutated`, and answers a line for each span:
//! `{"id","n","found":[s,e] or null,"state","ms"}`. Offsets are code points. `ms` is the time to place; the
//! first of a pair includes what is made of the text once.

use exergue::doc::{BlockKind, Builder, Document, Extent, hexadecimal};
use exergue::mark::{Anchor, Edit, Event, Note, NoteId, Pen, Placement, Placer};
use exergue::store::clock::Clock;
use exergue::store::identity;
use exergue::store::journal::{self, Change, Line};
use exergue::store::sketch::Sketch;
use exergue::text::Span;
use exergue::text::code_points::CodePoints;
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::io::{self, BufWriter, Write as _};
use std::time::Instant;

#[derive(Deserialize)]
struct Pair {
    id: String,
    original: String,
    mutated: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    n: u64,
    span: [usize; 2],
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    n: u64,
    found: Option<[usize; 2]>,
    state: &'static str,
    ms: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lines() {
        let pair: Pair = serde_json::from_str(&line?)?;
        let (original, mutated) = (document(&pair.original), document(&pair.mutated));
        let known = [journal::DocEvent {
            id: uuid::Uuid::nil(),
            at: jiff::Timestamp::UNIX_EPOCH,
            clock: Clock::default(),
            device: String::new(),
            sha256: String::new(),
            text: hexadecimal(&original.digest()),
            title: String::new(),
            href: String::new(),
            path: String::new(),
            ident: String::new(),
            sketch: Sketch::of(original.text()).to_text(),
        }];
        let strangers = identity::strangers(&known, mutated.text(), &mutated.digest());
        let placer = Placer::new(&mutated).among(strangers);
        for Case { n, span: [start, end] } in pair.cases {
            let mut points = CodePoints::new(original.text());
            let span = Span::new(points.byte(start), points.byte(end));
            let kept = kept(Anchor::new(&original, span).completed(&original))?;
            let before = Instant::now();
            let placement = placer.place(&kept);
            let ms = before.elapsed().as_secs_f64() * 1000.0;
            let mut points = CodePoints::new(mutated.text());
            let found = placement.span().map(|span| [points.of(span.start()), points.of(span.end())]);
            let answer = Answer { id: &pair.id, n, found, state: placement.name(), ms };
            serde_json::to_writer(&mut out, &answer)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(out.flush()?)
}

/// The text as it is, in one block, so that offsets are those of the case.
fn document(text: &str) -> Document {
    let mut builder = Builder::with_capacity(text.len());
    builder.block(BlockKind::Verbatim, text);
    builder.finish(Extent::Whole)
}

/// The anchor as it comes back from the line that a journal keeps.
fn kept(anchor: Anchor) -> Result<Anchor, String> {
    let at = jiff::Timestamp::UNIX_EPOCH;
    let id = uuid::Uuid::nil();
    let note = Note {
        id: NoteId(id),
        anchor,
        placement: Placement::Orphan,
        pen: Pen::default(),
        tags: Vec::new(),
        body: String::new(),
        head: id,
        attached: Vec::new(),
        versions: Vec::new(),
        created: at,
        changed: at,
    };
    let event = Event { id, at, edit: Edit::Add(Box::new(note)), base: None, undoes: None };
    match journal::parse(journal::encode(&event, Clock::default(), "trial").trim_end().as_bytes()) {
        Line::Event(entry) => match entry.change {
            Change::Edit(Edit::Add(note)) => Ok(note.anchor),
            other => Err(format!("{other:?}")),
        },
        other => Err(format!("{other:?}")),
    }
}
