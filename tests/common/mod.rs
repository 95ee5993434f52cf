//! A sitting without a terminal: keys in, screen and state out. Effects are done in memory.

#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of the harness")]

use exergue::analyse::Engine;
use exergue::app::view::text;
use exergue::app::{Effect, Message, Model, Mouse, MouseButton, MouseKind, Size, update};
use exergue::command::{Key, Sequence, Stroke};
use exergue::config::colors::{Depth, Palette, Scheme};
use exergue::config::{DEFAULT, settle};
use exergue::doc::{Document, plain};
use exergue::mark::{Draft, Event, Note};
use exergue::notice::Obstacle;
use exergue::text::find::Pattern;
use exergue::ui;
use exergue::words::Lang;
use jiff::{SignedDuration, Timestamp};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::sync::{Arc, OnceLock};

/// The bundled article.
pub const ARTICLE: &str = include_str!("../../assets/mistral-mwc.fr.txt");

/// A person at the window, and what the world was asked to do.
pub struct Sitting {
    pub model: Model,
    pub now: Timestamp,
    /// Every event that went to the journal.
    pub journal: Vec<Event>,
    /// The drafts that are kept, and how often one was.
    pub drafts: (Vec<Draft>, usize),
    /// What was copied last.
    pub clipboard: Option<String>,
    /// What was exported last: name and contents.
    pub exported: Option<(String, String)>,
    pub has_quit: bool,
    /// Everything else that was asked of the world.
    pub asked: Vec<Effect>,
    /// Whether the disk takes what is written.
    pub disk_works: bool,
}

/// The analysis of the default configuration. It is made once: its lexicons take time to build.
fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let (config, _) = settle(DEFAULT, None, None, Lang::French);
        Engine::new(&[], &config.themes)
    })
}

pub fn article() -> Arc<Document> {
    Arc::new(plain::read(ARTICLE, "Mistral au Mobile World Congress"))
}

impl Sitting {
    /// The bundled article in a window of that size, in French, analysed.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::over(article(), columns, rows, Lang::French)
    }

    pub fn over(document: Arc<Document>, columns: u16, rows: u16, lang: Lang) -> Self {
        let (config, notices) = settle(DEFAULT, None, Some(lang), lang);
        assert_eq!(notices, [], "the default configuration is sound");
        let palette = Palette::new(Scheme::Dark, Depth::True, &[]);
        let size = Size { columns, rows };
        let model = Model::new(document, config, lang, palette, size, 7);
        let now = "2026-11-22T08:40:00Z".parse().expect("a time");
        let mut sitting = Self {
            model,
            now,
            journal: Vec::new(),
            drafts: (Vec::new(), 0),
            clipboard: None,
            exported: None,
            has_quit: false,
            asked: Vec::new(),
            disk_works: true,
        };
        let effects = update::analyse(&mut sitting.model);
        sitting.obey(effects);
        sitting
    }

    /// Types keys written as in the configuration, separated by blanks: `j j s`, `Ctrl-r`, `g g`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let sequence =
            Sequence::parse(keys).unwrap_or_else(|| panic!("keys are written as in config.toml: {keys}"));
        for stroke in sequence.strokes() {
            let Stroke::Key(key) = stroke else { panic!("only keys can be typed") };
            self.send(Message::Key(*key));
        }
        self
    }

    /// The same, where there may be none.
    pub fn keys_or_none(&mut self, keys: &str) -> &mut Self {
        if keys.is_empty() { self } else { self.keys(keys) }
    }

    /// Types letters as they are.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.send(Message::Key(Key::char(letter)));
        }
        self
    }

    pub fn send(&mut self, message: Message) -> &mut Self {
        self.now += SignedDuration::from_millis(50);
        let effects = update(&mut self.model, message, self.now);
        self.obey(effects);
        self
    }

    pub fn wait(&mut self, millis: i64) -> &mut Self {
        self.now += SignedDuration::from_millis(millis);
        self.send(Message::Tick)
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.send(Message::Resized(Size { columns, rows }))
    }

    pub fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseKind::Down(MouseButton::Left), column, row);
        self.mouse(MouseKind::Up(MouseButton::Left), column, row)
    }

    pub fn mouse(&mut self, kind: MouseKind, column: u16, row: u16) -> &mut Self {
        self.send(Message::Mouse(Mouse { kind, column, row, ctrl: false }))
    }

    fn obey(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Append(events) => {
                    self.journal.extend(events);
                    let answer = if self.disk_works {
                        Message::Saved
                    } else {
                        Message::NotSaved { waiting: self.journal.len(), why: Obstacle::DiskFull }
                    };
                    self.send(answer);
                }
                Effect::Draft(draft) => {
                    self.drafts.0.retain(|kept| kept.id != draft.id);
                    self.drafts.0.push(*draft);
                    self.drafts.1 += 1;
                }
                Effect::DraftDone(id) => self.drafts.0.retain(|kept| kept.id != id),
                Effect::RetrySave if self.disk_works => {
                    self.send(Message::Saved);
                }
                Effect::Copy(text) => {
                    self.clipboard = Some(text);
                    self.send(Message::Copied(Ok("tmux".to_owned())));
                }
                Effect::Export { name, contents } => {
                    let path = format!("~/{name}");
                    self.exported = Some((name, contents));
                    self.send(Message::Exported(Ok(path)));
                }
                Effect::Analyse { generation, window, themes } => {
                    let engine = engine().with_themes(&themes);
                    let found = engine.analyse(&self.model.document, window, &|| false, &mut |_| {});
                    let analysis = Arc::new(found.expect("nobody stops it"));
                    self.send(Message::Analysed { generation, analysis, themes });
                }
                Effect::Hunt(hunt) => {
                    let pattern = Pattern::new(&hunt.query).expect("something is looked for");
                    let text = self.model.document.text();
                    let hit = if hunt.backwards {
                        pattern.previous(text, hunt.from)
                    } else {
                        pattern.next(text, hunt.from)
                    };
                    let count = pattern.count(text, &|| false);
                    self.send(Message::Found { generation: hunt.generation, hit, count });
                }
                Effect::Quit => self.has_quit = true,
                other => self.asked.push(other),
            }
        }
    }

    /// The cells of the screen.
    pub fn buffer(&self) -> Buffer {
        let size = self.model.screen.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.columns, size.rows));
        let _ = ui::render(&self.model, &mut buffer);
        buffer
    }

    /// The screen as text, one line a row, blanks at the ends cut, no-break spaces as common ones.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let mut row = String::new();
            let mut hidden = 0;
            for x in 0..buffer.area.width {
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                hidden = exergue::text::graphemes::width(symbol).saturating_sub(1);
                row.push_str(symbol);
            }
            row.replace(['\u{a0}', '\u{202f}'], " ").trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The screen with a row of role letters under each row that has any.
    pub fn painted(&self) -> String {
        let buffer = self.buffer();
        let text = self.screen();
        let mut rows = Vec::new();
        for (y, line) in (0..).zip(text.lines()) {
            rows.push(format!("|{line}"));
            let letters: String = (0..buffer.area.width).map(|x| letter(&buffer[(x, y)])).collect();
            if !letters.trim().is_empty() {
                rows.push(format!(":{}", letters.trim_end()));
            }
        }
        rows.join("\n")
    }

    pub fn status(&self) -> String {
        let areas = self.model.areas();
        self.screen().lines().nth(usize::from(areas.status.y)).unwrap_or_default().to_owned()
    }

    pub fn footer(&self) -> String {
        let areas = self.model.areas();
        self.screen().lines().nth(usize::from(areas.footer.y)).unwrap_or_default().to_owned()
    }

    /// The toast that stands, or nothing; with common blanks.
    pub fn toast(&self) -> String {
        self.model.talk.toast.as_ref().map_or_else(String::new, |toast| toast.text.replace('\u{a0}', " "))
    }

    /// What is selected; nothing where nothing is.
    pub fn selected(&self) -> &str {
        let text = self.model.document.text();
        self.model.selection.as_ref().map_or("", |selection| selection.span(text).of(text))
    }

    /// The text from the caret on.
    pub fn rest(&self) -> &str {
        &self.model.document.text()[self.model.reading.caret..]
    }

    /// The annotations in reading order: pen, words of the passage, note, tags.
    pub fn notes(&self) -> Vec<String> {
        let words = |note: &Note| {
            let tags: String = note.tags.iter().map(|tag| format!(" #{tag}")).collect();
            format!("{:?} [{}] {}{tags}", note.pen, note.anchor.quote, note.body)
        };
        self.model.notes.in_reading_order().map(words).collect()
    }

    /// The row of the caret in the window of text.
    pub fn row(&self) -> usize {
        let page = text::page(&self.model);
        text::row_of(&page, self.model.reading.caret).expect("the caret is on the screen")
    }

    /// The text under the sentence bar.
    pub fn sentence(&self) -> &str {
        self.model.document.slice(self.model.sentence())
    }

    /// The column and row of the first cell of `words` on the screen.
    pub fn find(&self, words: &str) -> (u16, u16) {
        for (y, line) in (0..).zip(self.screen().lines()) {
            if let Some(byte) = line.find(words) {
                return (u16::try_from(exergue::text::graphemes::width(&line[..byte])).expect("fits"), y);
            }
        }
        panic!("not on the screen: {words}\n{}", self.screen());
    }
}

/// What a cell of the article looks like, by the true colours of the dark palette: the letters of `Look::letter`.
fn letter(cell: &Cell) -> char {
    let ground = match cell.bg {
        Color::Rgb(0x4c, 0x40, 0x0c) => Some('y'),
        Color::Rgb(0x12, 0x3d, 0x2a) => Some('g'),
        Color::Rgb(0x14, 0x3c, 0x74) => Some('b'),
        Color::Rgb(0x5c, 0x1d, 0x48) => Some('m'),
        Color::Reset => None,
        _ => Some('s'),
    };
    let letters = match cell.fg {
        Color::Rgb(0xf2, 0xdc, 0x4a) => Some('p'),
        Color::Rgb(0xa0, 0xb6, 0xee) => Some('o'),
        Color::Rgb(0x46, 0xc1, 0xab) => Some('l'),
        Color::Rgb(0xe9, 0x9e, 0x67) => Some('d'),
        _ => None,
    };
    if cell.symbol() == " " && ground.is_none() && !cell.modifier.contains(Modifier::UNDERLINED) {
        return ' ';
    }
    if cell.modifier.contains(Modifier::REVERSED) {
        return 'h';
    }
    ground.or(letters).unwrap_or(if cell.modifier.contains(Modifier::UNDERLINED) { 'T' } else { ' ' })
}
