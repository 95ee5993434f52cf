//! Work behind the window: analysis and searches in large documents, each in a thread of its own.
//!
//! The newest job wins: a job that is under way is told to stop when another one of its kind comes.

use super::incoming::Incoming;
use crate::analyse::Engine;
use crate::app::Message;
use crate::app::effect::Hunt;
use crate::doc::Document;
use crate::mark::{Note, Placer, Theme};
use crate::text::Span;
use crate::text::find::Pattern;
use std::collections::BTreeSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long annotations are looked for before those found are told.
const SLICE: Duration = Duration::from_millis(100);

/// The threads that work behind the window.
#[derive(Debug)]
pub struct Worker {
    analyses: Queue<Analyse>,
    hunts: Queue<(Arc<Document>, Hunt)>,
    places: Queue<Place>,
}

/// Annotations to find.
#[derive(Debug)]
pub struct Place {
    /// Which search.
    pub generation: u64,
    /// In what.
    pub document: Arc<Document>,
    /// The annotations, those wanted first before others.
    pub notes: Vec<Note>,
    /// The texts that have little in common with the document.
    pub strangers: BTreeSet<String>,
}

/// What to analyse.
#[derive(Debug)]
pub struct Analyse {
    /// Which analysis.
    pub generation: u64,
    /// Of what.
    pub document: Arc<Document>,
    /// The bytes on the screen.
    pub window: Span,
    /// The themes to look for.
    pub themes: Arc<[Theme]>,
}

impl Worker {
    /// Starts the threads; what they find goes to the loop.
    ///
    /// # Errors
    /// Where no thread can be started.
    pub fn start(engine: Arc<Engine>, loop_end: &Sender<Incoming>) -> io::Result<Self> {
        let mut engine = engine;
        let analyses = Queue::start("analysis", loop_end.clone(), move |job: Analyse, stop, report| {
            if *engine.themes() != *job.themes {
                engine = Arc::new(engine.with_themes(&job.themes));
            }
            analyse(&engine, &job, stop, report);
        })?;
        let hunts = Queue::start(
            "search",
            loop_end.clone(),
            |(document, job): (Arc<Document>, Hunt), stop, report| {
                hunt(&document, &job, stop, report);
            },
        )?;
        let places = Queue::start("placing", loop_end.clone(), |job: Place, stop, report| {
            place(&job, stop, report);
        })?;
        Ok(Self { analyses, hunts, places })
    }

    /// Analyses instead of whatever is being analysed.
    pub fn analyse(&self, job: Analyse) {
        self.analyses.push(job);
    }

    /// Searches instead of whatever is being searched.
    pub fn hunt(&self, document: Arc<Document>, job: Hunt) {
        self.hunts.push((document, job));
    }

    /// Finds these annotations instead of those that are being found.
    pub fn place(&self, job: Place) {
        self.places.push(job);
    }
}

type Stop<'a> = &'a dyn Fn() -> bool;
type Report<'a> = &'a dyn Fn(Message);

fn analyse(engine: &Engine, job: &Analyse, stop: Stop<'_>, report: Report<'_>) {
    let generation = job.generation;
    let mut told = 0;
    let mut progress = |percent| {
        // Every per cent would be a frame; a tenth is enough to see that it goes on.
        if percent >= told + 10 {
            told = percent;
            report(Message::Progress { generation, percent });
        }
    };
    if let Some(analysis) = engine.analyse(&job.document, job.window, stop, &mut progress) {
        let themes = Arc::clone(&job.themes);
        report(Message::Analysed { generation, analysis: Arc::new(analysis), themes });
    }
}

/// Finds the next hit, round the end of the text where needed, and then counts all of them if asked to.
fn hunt(document: &Document, job: &Hunt, stop: Stop<'_>, report: Report<'_>) {
    let generation = job.generation;
    let text = document.text();
    let Some(pattern) = Pattern::new(&job.query) else {
        return report(Message::Found { generation, hit: None, count: Some(0) });
    };
    let hit = if job.backwards {
        pattern.previous(text, job.from).or_else(|| pattern.previous(text, text.len()))
    } else {
        pattern.next(text, job.from).or_else(|| pattern.next(text, 0))
    };
    if stop() {
        return;
    }
    let none = hit.is_none();
    report(Message::Found { generation, hit, count: none.then_some(0) });
    if job.count
        && !none
        && let Some(count) = pattern.count(text, stop)
    {
        report(Message::Found { generation, hit, count: Some(count) });
    }
}

/// Finds annotations, and tells some at a time.
fn place(job: &Place, stop: Stop<'_>, report: Report<'_>) {
    let generation = job.generation;
    let placer = Placer::new(&job.document).among(job.strangers.clone());
    let mut places = Vec::new();
    let mut told = Instant::now();
    for note in &job.notes {
        if stop() {
            return;
        }
        places.push((note.id, placer.place_note(note)));
        if told.elapsed() >= SLICE {
            report(Message::Placed { generation, places: std::mem::take(&mut places), is_last: false });
            told = Instant::now();
        }
    }
    report(Message::Placed { generation, places, is_last: true });
}

/// Jobs of one kind, done one after the other in a thread; a new one makes the older ones stale.
#[derive(Debug)]
struct Queue<Job> {
    jobs: Sender<(u64, Job)>,
    newest: Arc<AtomicU64>,
}

impl<Job: Send + 'static> Queue<Job> {
    fn start(
        name: &str,
        loop_end: Sender<Incoming>,
        mut work: impl FnMut(Job, Stop<'_>, Report<'_>) + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, waiting) = channel::<(u64, Job)>();
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        let run = move || {
            for (number, job) in waiting {
                let stale = || current.load(Ordering::Relaxed) != number;
                if stale() {
                    continue;
                }
                let report = |message| {
                    // The loop is gone only when the program ends.
                    let _ = loop_end.send(Incoming::Message(message));
                };
                let work = AssertUnwindSafe(|| work(job, &stale, &report));
                if catch_unwind(work).is_err() {
                    let _ = loop_end.send(Incoming::Panicked);
                    return;
                }
            }
        };
        thread::Builder::new().name(name.to_owned()).spawn(run)?;
        Ok(Self { jobs, newest })
    }

    fn push(&self, job: Job) {
        let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        // The thread ends only by a panic, which ends the program too.
        let _ = self.jobs.send((number, job));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::plain;
    use crate::mark::{Anchor, NoteId, Pen, Placement};
    use crate::text::find::Query;
    use std::sync::mpsc::Receiver;

    fn worker() -> (Worker, Receiver<Incoming>) {
        let (loop_end, incoming) = channel();
        (Worker::start(Arc::new(Engine::new(&[], &[])), &loop_end).expect("threads"), incoming)
    }

    fn next(incoming: &Receiver<Incoming>) -> Message {
        match incoming.recv_timeout(Duration::from_secs(20)).expect("an answer") {
            Incoming::Message(message) => message,
            other => panic!("{other:?}"),
        }
    }

    fn hunt_for(text: &str, from: usize, backwards: bool) -> Hunt {
        let query = Query { text: text.to_owned(), case: false, word: false };
        Hunt { generation: 7, query, from, backwards, count: true }
    }

    #[test]
    fn a_hit_is_told_before_all_are_counted() {
        let (worker, incoming) = worker();
        let document = Arc::new(plain::read("un été, deux étés", "a"));
        worker.hunt(Arc::clone(&document), hunt_for("ete", 10, false));
        let Message::Found { generation: 7, hit: Some(hit), count: None } = next(&incoming) else {
            panic!("a hit")
        };
        assert_eq!(document.slice(hit), "été");
        assert_eq!(hit.start(), document.text().rfind("été").expect("it is there"));
        assert!(matches!(next(&incoming), Message::Found { count: Some(2), .. }));
    }

    #[test]
    fn every_annotation_asked_for_is_found_or_known_to_be_gone_whatever_the_work() {
        let (worker, incoming) = worker();
        let paragraph =
            |number: usize| format!("La phrase numéro {number} parle du tram et de la ville.\n\n");
        let old: String = (0..300).map(paragraph).collect();
        let old = plain::read(&old, "a");
        let changed: String = (0..300)
            .filter(|number| number % 3 > 0)
            .map(|number| paragraph(number).replace("tram", "bus"))
            .collect();
        let document = Arc::new(plain::read(&changed, "a"));
        let note = |number: usize| {
            let words = format!("numéro {number} parle du tram");
            let start = old.text().find(&words).expect("it is there");
            let anchor = Anchor::new(&old, Span::new(start, start + words.len()));
            Note {
                id: NoteId(uuid::Uuid::from_u128(number as u128)),
                anchor,
                placement: Placement::Pending,
                pen: Pen::default(),
                body: String::new(),
                tags: Vec::new(),
                created: jiff::Timestamp::UNIX_EPOCH,
                changed: jiff::Timestamp::UNIX_EPOCH,
                head: uuid::Uuid::nil(),
                attached: Vec::new(),
                versions: Vec::new(),
            }
        };
        let notes: Vec<Note> = (0..300).map(note).collect();
        let placer = Placer::new(&document);
        let wanted: Vec<_> = notes.iter().map(|note| (note.id, placer.place_note(note))).collect();
        worker.place(Place {
            generation: 3,
            document: Arc::clone(&document),
            notes,
            strangers: BTreeSet::new(),
        });
        let mut found = Vec::new();
        loop {
            let Message::Placed { generation: 3, places, is_last } = next(&incoming) else {
                panic!("places")
            };
            found.extend(places);
            if is_last {
                break;
            }
        }
        assert_eq!(found, wanted);
        assert!(found.iter().all(|&(_, placement)| placement != Placement::Pending));
        assert!(found.iter().any(|(_, placement)| placement.span().is_some()));
    }

    #[test]
    fn a_search_goes_round_the_end_and_says_when_there_is_nothing() {
        let (worker, incoming) = worker();
        let document = Arc::new(plain::read("un été", "a"));
        worker.hunt(Arc::clone(&document), hunt_for("un", 4, false));
        assert!(matches!(next(&incoming), Message::Found { hit: Some(hit), .. } if hit.start() == 0));
        assert!(matches!(next(&incoming), Message::Found { count: Some(1), .. }));
        worker.hunt(Arc::clone(&document), hunt_for("été", 0, true));
        assert!(matches!(next(&incoming), Message::Found { hit: Some(hit), .. } if hit.start() == 3));
        assert!(matches!(next(&incoming), Message::Found { count: Some(1), .. }));
        worker.hunt(document, hunt_for("hiver", 0, false));
        assert!(matches!(next(&incoming), Message::Found { hit: None, count: Some(0), .. }));
    }

    #[test]
    fn an_analysis_comes_back_with_its_generation() {
        let (worker, incoming) = worker();
        let document = Arc::new(plain::read("« Nous partons », a déclaré Emmanuel Macron à Paris.", "a"));
        let window = Span::new(0, 10);
        worker.analyse(Analyse { generation: 3, document, window, themes: Arc::new([]) });
        let analysis = loop {
            match next(&incoming) {
                Message::Progress { generation: 3, .. } => {}
                Message::Analysed { generation: 3, analysis, .. } => break analysis,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(analysis.quotations.items().len(), 1);
    }

    #[test]
    fn a_newer_job_stops_the_older_one() {
        let (loop_end, incoming) = channel();
        let (began, has_begun) = channel();
        let queue = Queue::start("test", loop_end, move |job: u64, stop, report| {
            began.send(()).expect("the test listens");
            while job == 1 && !stop() {
                thread::yield_now();
            }
            report(Message::Progress { generation: job, percent: 0 });
        });
        let queue = queue.expect("a thread");
        queue.push(1);
        has_begun.recv_timeout(Duration::from_secs(20)).expect("it began");
        queue.push(2);
        assert!(matches!(next(&incoming), Message::Progress { generation: 1, .. }));
        assert!(matches!(next(&incoming), Message::Progress { generation: 2, .. }));
    }

    #[test]
    fn a_panic_is_told_to_the_loop() {
        let (loop_end, incoming) = channel();
        let queue = Queue::start("test", loop_end, |(): (), _, _| panic!("on purpose")).expect("a thread");
        queue.push(());
        assert!(matches!(incoming.recv_timeout(Duration::from_secs(20)), Ok(Incoming::Panicked)));
    }
}
