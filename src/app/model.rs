//! All that is true while somebody reads.

use super::annotate::Ids;
use super::areas::{Areas, Plan, Room};
use super::drafts::Drafts;
use super::editor::Editor;
use super::input::Pending;
use super::lists::{List, Lists};
use super::message::Size;
use super::mouse::Pointer;
use super::orphans::Orphans;
use super::overlay::Overlay;
use super::placing::Placing;
use super::reading::{Kept, Reading};
use super::searching::Search;
use super::selection::Selection;
use super::talk::Talk;
use super::view::View;
use crate::command::Mode;
use crate::config::Config;
use crate::config::colors::Palette;
use crate::doc::Document;
use crate::layout::Measure;
use crate::mark::{Analysis, History, Language, Notes, Pen, Theme};
use crate::text::Span;
use crate::words::Lang;
use jiff::Timestamp;
use std::sync::Arc;

/// Which layers are drawn on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Entities.
    pub entities: bool,
    /// Quotations.
    pub quotes: bool,
    /// Themes.
    pub themes: bool,
    /// Annotations.
    pub notes: bool,
}

/// How the screen is set.
#[derive(Debug, Clone)]
pub struct Screen {
    /// Its size.
    pub size: Size,
    /// Columns of text asked for.
    pub measure: u16,
    /// Which layers are drawn.
    pub shown: Shown,
    /// Text alone.
    pub zen: bool,
    /// The paragraph at the caret at full colour, the others quiet.
    pub focus: bool,
    /// The legend above the status line.
    pub legend: bool,
    /// Layers written into the text, for screens without colour.
    pub text_marks: bool,
    /// Every note unfolded in the text.
    pub inline_notes: bool,
    /// Words part at the ends of lines.
    pub hyphenation: bool,
    /// The strip that greets a newcomer.
    pub welcome: bool,
    /// Colours of every role.
    pub palette: Palette,
}

/// What the person annotates with.
#[derive(Debug, Clone)]
pub struct Hand {
    /// The pen in hand.
    pub pen: Pen,
    /// The key of the theme to which a word was added last.
    pub theme: Option<String>,
    /// Pen and tags of the last annotation, for repeating it.
    pub last: Option<(Pen, Vec<String>)>,
    /// A note that was discarded, until the next change: `u` opens it again.
    pub discarded: Option<Box<Editor>>,
    /// Makes names for annotations and events.
    pub ids: Ids,
}

/// Work under way behind the window.
#[derive(Debug, Clone, Default)]
pub struct Jobs {
    /// The analysis that counts; reports of older ones are dropped.
    pub analysis: u64,
    /// How far it is, in per cent; `None` when it is done.
    pub progress: Option<u8>,
    /// How many bytes have come of a page that is being fetched; `None` where none is.
    pub fetching: Option<u64>,
}

/// All that is true while somebody reads.
#[derive(Debug)]
pub struct Model {
    /// What is read.
    pub document: Arc<Document>,
    /// What was found in it.
    pub found: Arc<Analysis>,
    /// The same, as the person corrected it: what everything shows.
    pub analysis: Arc<Analysis>,
    /// The themes of the settings, as the person changed them: those that theme passages count in.
    pub themes: Arc<[Theme]>,
    /// What the person marked and corrected.
    pub notes: Notes,
    /// What can be undone and redone.
    pub history: History,
    /// Where one is.
    pub reading: Reading,
    /// Passages that are lost.
    pub orphans: Orphans,
    /// How the search for passages behind the window stands.
    pub placing: Placing,
    /// What is selected.
    pub selection: Option<Selection>,
    /// Which view is shown.
    pub view: View,
    /// The lists of the other views.
    pub lists: Lists,
    /// What lies over the view, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What is kept of the notes being typed.
    pub drafts: Drafts,
    /// What is searched.
    pub search: Search,
    /// Keys typed that do not make a command yet.
    pub pending: Pending,
    /// Where the mouse was.
    pub pointer: Pointer,
    /// How the screen is set.
    pub screen: Screen,
    /// Pen, tags and ids.
    pub hand: Hand,
    /// What there is to tell.
    pub talk: Talk,
    /// Work under way.
    pub jobs: Jobs,
    /// The settings.
    pub config: Config,
    /// Language of the interface.
    pub lang: Lang,
}

impl Model {
    /// A window of `size` at the top of `document`. `seed` makes the ids of this run differ from others.
    #[must_use]
    pub fn new(
        document: Arc<Document>,
        config: Config,
        lang: Lang,
        palette: Palette,
        size: Size,
        seed: u64,
    ) -> Self {
        let screen = Screen {
            size,
            measure: config.reading.measure,
            shown: Shown {
                entities: config.layers.entities,
                quotes: config.layers.quotes,
                themes: config.layers.themes,
                notes: config.layers.notes,
            },
            zen: false,
            focus: false,
            legend: config.layers.legend,
            text_marks: false,
            inline_notes: config.layers.inline_notes,
            hyphenation: config.reading.hyphenation,
            welcome: false,
            palette,
        };
        Self {
            document,
            found: Arc::default(),
            analysis: Arc::default(),
            themes: config.themes.as_slice().into(),
            notes: Notes::default(),
            history: History::default(),
            reading: Reading::default(),
            orphans: Orphans::default(),
            placing: Placing::default(),
            selection: None,
            view: View::Text,
            lists: Lists::default(),
            overlays: Vec::new(),
            drafts: Drafts::new(!seed),
            search: Search::default(),
            pending: Pending::default(),
            pointer: Pointer::default(),
            screen,
            hand: Hand { pen: Pen::default(), theme: None, last: None, discarded: None, ids: Ids::new(seed) },
            talk: Talk::default(),
            jobs: Jobs::default(),
            config,
            lang,
        }
    }

    /// Where everything stands on the screen.
    #[must_use]
    pub fn areas(&self) -> Areas {
        Areas::new(Plan {
            size: self.screen.size,
            measure: self.screen.measure,
            view: self.view,
            zen: self.screen.zen,
            in_details: self.list().is_some_and(|list| list.in_details),
            text_marks: self.screen.text_marks && self.view == View::Text,
            legend: self.screen.legend,
            welcome: self.screen.welcome && self.view == View::Text,
        })
    }

    /// How the lines of the text are set.
    #[must_use]
    pub fn measure(&self) -> Measure {
        let said = || self.document.meta().language.as_deref().and_then(Language::of_code);
        let found = || self.analysis.read_as.map(|read_as| read_as.language);
        let language = || self.config.reading.text_lang.or_else(found).or_else(said);
        let hyphenation = if self.screen.hyphenation { language() } else { None };
        Measure { columns: self.areas().text.width, hyphenation }
    }

    /// How much room there is.
    #[must_use]
    pub fn room(&self) -> Room {
        self.areas().room
    }

    /// Which keys mean what now.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self.overlays.last() {
            Some(Overlay::Editor(_)) => Mode::Note,
            Some(Overlay::Prompt(_) | Overlay::Question(_) | Overlay::Palette(_) | Overlay::Help(_)) => {
                Mode::Prompt
            }
            Some(Overlay::Catalogue(catalogue)) if catalogue.typing => Mode::Prompt,
            _ => self.mode_behind(),
        }
    }

    /// Which keys mean what in the view, whatever lies over it.
    #[must_use]
    pub fn mode_behind(&self) -> Mode {
        if self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Catalogue(_))) {
            return Mode::Lists;
        }
        match self.view {
            View::Text if self.selection.is_some() => Mode::Select,
            View::Text => Mode::Read,
            View::Entities => Mode::Entities,
            View::Quotes => Mode::Quotes,
            View::Themes => Mode::Themes,
            View::Notebook => Mode::Notebook,
        }
    }

    /// The state of the list that is shown; `None` in the text.
    #[must_use]
    pub fn list(&self) -> Option<&List> {
        match self.view {
            View::Text => None,
            View::Entities => Some(&self.lists.entities),
            View::Quotes => Some(&self.lists.quotes),
            View::Themes => Some(&self.lists.themes),
            View::Notebook => Some(&self.lists.notebook),
        }
    }

    /// The same, to change it.
    pub fn list_mut(&mut self) -> Option<&mut List> {
        match self.view {
            View::Text => None,
            View::Entities => Some(&mut self.lists.entities),
            View::Quotes => Some(&mut self.lists.quotes),
            View::Themes => Some(&mut self.lists.themes),
            View::Notebook => Some(&mut self.lists.notebook),
        }
    }

    /// The block under the caret; nothing in an empty document.
    #[must_use]
    pub fn block_span(&self) -> Span {
        let index = self.document.block_at(self.reading.caret);
        index.map_or_else(Span::default, |index| self.document.blocks()[index].span)
    }

    /// The sentence under the caret.
    #[must_use]
    pub fn sentence(&self) -> Span {
        crate::text::segment::sentence_at(self.document.text(), self.block_span(), self.reading.caret)
    }

    /// When the window wants to be woken, to show the next keys, to let a message go, or to keep a draft.
    #[must_use]
    pub fn deadline(&self) -> Option<Timestamp> {
        [self.pending.popup_at(), self.talk.fades_at(), self.drafts.due()].into_iter().flatten().min()
    }

    /// What is to be remembered of the place.
    #[must_use]
    pub fn kept(&self) -> Kept {
        let sentence = self.sentence();
        let marks = self.reading.marks.clone();
        Kept {
            offset: sentence.start(),
            quote: self.quote_at(sentence.start()),
            pen: self.hand.pen,
            mark_quotes: marks.iter().map(|(&letter, &at)| (letter, self.quote_at(at))).collect(),
            marks,
            progress: u8::try_from(super::view::bars::share(self)).unwrap_or(100),
            notes: self.notes.len(),
            lost: self.notes.iter().filter(|note| note.span().is_none()).count(),
        }
    }

    /// The words that begin at `offset`, as many as are needed to find the place again.
    #[must_use]
    pub fn quote_at(&self, offset: usize) -> String {
        let rest = self.document.text().get(offset..).unwrap_or_default();
        rest.chars().take(80).take_while(|&letter| letter != '\n').collect()
    }
}
