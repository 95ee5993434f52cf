//! The lists that lie over the page: contents, links, library. The place in the text stays until one goes from them.

use super::editor::Field;
use super::effect::Effect;
use super::journey::{self, Arrival, Journey, Origin};
use super::library::{self, Book};
use super::links::{self, Link};
use super::model::Model;
use super::motion;
use super::outline::{self, Entry};
use super::overlay::Overlay;
use super::view::View;
use super::view::catalogue as shown;
use crate::command::Command;
use crate::words::navigation::Navigation;
use crate::words::views::Label;
use crate::words::window::Window;
use jiff::Timestamp;

/// What a list is of.
#[derive(Debug, Clone)]
pub enum Of {
    /// The parts of the document, or its paragraphs.
    Contents(Vec<Entry>),
    /// Its links.
    Links(Vec<Link>),
    /// What was read.
    Library {
        /// The documents; `None` until they have been read.
        books: Option<Vec<Book>>,
        /// Those that were forgotten from this list, the latest last.
        forgotten: Vec<Book>,
    },
}

/// A list over the page.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// What it is of.
    pub of: Of,
    /// The row chosen, among those that answer the filter.
    pub chosen: usize,
    /// What it is filtered by.
    pub field: Field,
    /// Whether the filter is being typed.
    pub typing: bool,
    /// Which of its orders it has.
    pub sort: usize,
}

impl Catalogue {
    fn new(of: Of) -> Box<Self> {
        Box::new(Self { of, chosen: 0, field: Field::new("", false), typing: false, sort: 0 })
    }

    /// The rows that answer the filter, by their indices in what the list is of.
    #[must_use]
    pub fn fitting(&self, model: &Model) -> Vec<usize> {
        let filter = self.field.text();
        match &self.of {
            Of::Contents(entries) => {
                let fits = |entry: &Entry| library::answers(&filter, std::iter::once(entry.title.as_str()));
                (0..entries.len()).filter(|&index| fits(&entries[index])).collect()
            }
            Of::Links(links) => {
                let document = &model.document;
                let fits = |link: Link| {
                    let texts = [document.slice(link.span), links::address(document, link)];
                    library::answers(&filter, texts.into_iter())
                };
                (0..links.len()).filter(|&index| fits(links[index])).collect()
            }
            Of::Library { books, .. } => {
                library::fitting(books.as_deref().unwrap_or_default(), &filter, self.sort)
            }
        }
    }

    fn command(&self) -> Command {
        match self.of {
            Of::Contents(_) => Command::Outline,
            Of::Links(_) => Command::Links,
            Of::Library { .. } => Command::Library,
        }
    }
}

/// The list that lies over the page, when it is the topmost.
#[must_use]
pub fn topmost(model: &Model) -> Option<&Catalogue> {
    match model.overlays.last() {
        Some(Overlay::Catalogue(catalogue)) => Some(catalogue),
        _ => None,
    }
}

fn topmost_mut(model: &mut Model) -> Option<&mut Catalogue> {
    match model.overlays.last_mut() {
        Some(Overlay::Catalogue(catalogue)) => Some(catalogue),
        _ => None,
    }
}

/// Opens the list; the same command again closes it.
pub fn show(model: &mut Model, command: Command) -> Vec<Effect> {
    let again = topmost(model).is_some_and(|catalogue| catalogue.command() == command);
    model.overlays.retain(|overlay| !matches!(overlay, Overlay::Catalogue(_)));
    if again {
        return Vec::new();
    }
    let (of, effects) = match command {
        Command::Outline => (Of::Contents(outline::contents(&model.document)), Vec::new()),
        Command::Links => (Of::Links(links::all(&model.document)), Vec::new()),
        _ => (Of::Library { books: None, forgotten: Vec::new() }, vec![Effect::Library]),
    };
    let mut catalogue = Catalogue::new(of);
    catalogue.chosen = here(model, &catalogue).unwrap_or(0);
    model.overlays.push(Overlay::Catalogue(catalogue));
    effects
}

/// The row of the place in the text: the part it is in, the link nearest above.
#[must_use]
pub fn here(model: &Model, catalogue: &Catalogue) -> Option<usize> {
    let caret = model.reading.caret;
    match &catalogue.of {
        Of::Contents(entries) => outline::current(entries, caret),
        Of::Links(links) => links.iter().rposition(|link| link.span.start() <= caret),
        Of::Library { books, .. } => {
            let books = books.as_deref()?;
            let open = books.iter().position(|book| is_open(model, book))?;
            catalogue.fitting(model).iter().position(|&index| index == open)
        }
    }
}

/// Whether it is the document in the window.
#[must_use]
pub fn is_open(model: &Model, book: &Book) -> bool {
    book.origin.as_ref() == Some(&model.reading.trail.here)
}

/// The documents have been read.
///
/// What is known of the one in the window is newer here than on disk.
pub fn fill(model: &mut Model, mut read: Vec<Book>, now: Timestamp) {
    let kept = model.kept();
    let here = Book {
        folder: String::new(),
        title: model.document.title().to_owned(),
        origin: Some(model.reading.trail.here.clone()),
        source: model.document.meta().source.clone(),
        progress: Some(kept.progress),
        read: Some(now),
        day: Navigation::Now.say(model.lang).to_owned(),
        notes: kept.notes,
        lost: Some(kept.lost),
        missing: false,
    };
    match read.iter_mut().find(|book| is_open(model, book)) {
        Some(book) => {
            let (folder, source) = (std::mem::take(&mut book.folder), std::mem::take(&mut book.source));
            *book = Book { folder, source, ..here };
        }
        None => read.push(here),
    }
    for overlay in &mut model.overlays {
        if let Overlay::Catalogue(catalogue) = overlay
            && let Of::Library { books, .. } = &mut catalogue.of
        {
            *books = Some(read);
            return;
        }
    }
}

/// The document goes on from the first part that was listed: the contents are those of the whole.
pub fn renew_contents(model: &mut Model) {
    for overlay in &mut model.overlays {
        if let Overlay::Catalogue(catalogue) = overlay
            && let Of::Contents(entries) = &mut catalogue.of
        {
            *entries = outline::contents(&model.document);
        }
    }
}

/// Whether the list takes a command; the others do what they do without it.
#[must_use]
pub fn takes(command: Command) -> bool {
    use Command as C;
    !matches!(
        command,
        C::Help
            | C::Palette
            | C::ViewText
            | C::ViewEntities
            | C::ViewQuotes
            | C::ViewThemes
            | C::ViewNotebook
            | C::Outline
            | C::Links
            | C::Library
            | C::Redraw
            | C::Suspend
            | C::Quit
            | C::Interrupt
    )
}

/// Does a command in the list.
pub fn run(model: &mut Model, command: Command, now: Timestamp) -> Vec<Effect> {
    use Command as C;
    let page = isize::try_from(shown::height(model)).unwrap_or(1).max(1);
    match command {
        C::LineDown => step(model, 1),
        C::LineUp => step(model, -1),
        C::HalfDown => step(model, page / 2),
        C::HalfUp => step(model, -page / 2),
        C::PageDown => step(model, page),
        C::PageUp => step(model, -page),
        C::GoTop => step(model, isize::MIN / 2),
        C::GoEnd => step(model, isize::MAX / 2),
        C::Open | C::Accept => return open(model, now),
        C::Filter | C::Search => set_typing(model, true),
        C::NextField => set_typing(model, false),
        C::Sort => sort(model, now),
        C::Copy => return copy(model, now),
        C::OpenOutside => {
            let link = chosen_link(model);
            return match link {
                Some(link) => links::open_outside(model, Some(link), now),
                None => Vec::new(),
            };
        }
        C::Delete => return forget(model, now),
        C::Undo => return remember(model, now),
        C::Up | C::Close => up(model, command),
        _ => model.talk.say(Window::OnlyInText.say(model.lang), now),
    }
    Vec::new()
}

/// Takes a key that is typed into the filter.
pub fn key(model: &mut Model, key: crate::command::Key) {
    if let Some(catalogue) = topmost_mut(model).filter(|catalogue| catalogue.typing) {
        catalogue.field.key(key);
        catalogue.chosen = 0;
    }
}

/// Takes pasted text into the filter.
pub fn paste(model: &mut Model, text: &str) {
    if let Some(catalogue) = topmost_mut(model) {
        catalogue.typing = true;
        catalogue.field.paste(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        catalogue.chosen = 0;
    }
}

fn set_typing(model: &mut Model, typing: bool) {
    if let Some(catalogue) = topmost_mut(model) {
        catalogue.typing = typing;
    }
}

/// Esc: the filter goes, then the list; the text is as it was.
fn up(model: &mut Model, command: Command) {
    let Some(catalogue) = topmost(model) else { return };
    let is_filtered = catalogue.typing || !catalogue.field.text().is_empty();
    if command == Command::Close || !is_filtered {
        model.overlays.pop();
        return;
    }
    let mut catalogue = catalogue.clone();
    catalogue.field = Field::new("", false);
    catalogue.typing = false;
    catalogue.chosen = here(model, &catalogue).unwrap_or(0);
    if let Some(shown) = topmost_mut(model) {
        *shown = catalogue;
    }
}

/// Moves the choice.
pub fn step(model: &mut Model, by: isize) {
    let Some(catalogue) = topmost(model) else { return };
    let last = catalogue.fitting(model).len().saturating_sub(1);
    if let Some(catalogue) = topmost_mut(model) {
        catalogue.chosen = catalogue.chosen.min(last).saturating_add_signed(by).min(last);
    }
}

/// Chooses a row by mouse; the second time it is opened.
pub fn click(model: &mut Model, column: u16, row: u16, now: Timestamp) -> Vec<Effect> {
    let Some(row) = shown::row_at(model, column, row) else { return Vec::new() };
    let Some(catalogue) = topmost_mut(model) else { return Vec::new() };
    if catalogue.chosen == row {
        return open(model, now);
    }
    catalogue.chosen = row;
    Vec::new()
}

/// What is chosen, by its index in what the list is of.
fn chosen(model: &Model) -> Option<usize> {
    let catalogue = topmost(model)?;
    catalogue.fitting(model).get(catalogue.chosen).copied()
}

fn chosen_link(model: &Model) -> Option<Link> {
    match &topmost(model)?.of {
        Of::Links(links) => links.get(chosen(model)?).copied(),
        _ => None,
    }
}

/// The book that is chosen.
#[must_use]
pub fn chosen_book(model: &Model) -> Option<&Book> {
    match &topmost(model)?.of {
        Of::Library { books, .. } => books.as_ref()?.get(chosen(model)?),
        _ => None,
    }
}

/// Enter: goes to the part, follows the link, opens the document.
fn open(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(index) = chosen(model) else {
        model.talk.say(Window::NothingHereToOpen.say(model.lang), now);
        return Vec::new();
    };
    match topmost(model).map(|catalogue| &catalogue.of) {
        Some(Of::Contents(entries)) => {
            let place = entries[index].place.clone();
            model.overlays.pop();
            model.view = View::Text;
            outline::go(model, &place);
            Vec::new()
        }
        Some(Of::Links(links)) => {
            let link = links[index];
            model.overlays.pop();
            model.view = View::Text;
            motion::go(model, link.span);
            links::follow(model, link, now)
        }
        Some(Of::Library { books, .. }) => {
            let Some(book) = books.as_ref().and_then(|books| books.get(index)) else { return Vec::new() };
            let origin = book.origin.clone();
            open_book(model, origin, now)
        }
        None => Vec::new(),
    }
}

fn open_book(model: &mut Model, origin: Option<Origin>, now: Timestamp) -> Vec<Effect> {
    let Some(origin) = origin else {
        model.talk.complain(Navigation::PipeGone.say(model.lang), now);
        return Vec::new();
    };
    if origin == model.reading.trail.here {
        model.overlays.pop();
        return Vec::new();
    }
    journey::begin(model, Journey { origin, arrival: Arrival::Left }, now)
}

fn sort(model: &mut Model, now: Timestamp) {
    let Some(catalogue) = topmost_mut(model) else { return };
    if !matches!(catalogue.of, Of::Library { .. }) {
        return;
    }
    catalogue.sort = (catalogue.sort + 1) % library::ORDERS.len();
    catalogue.chosen = 0;
    let order = library::ORDERS[catalogue.sort];
    model.talk.say(format!("{} {}", Label::Sort.say(model.lang), order.say(model.lang)), now);
}

/// `y`: the title of the part, the address of the link, the path of the document.
fn copy(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let text = match (topmost(model).map(|catalogue| &catalogue.of), chosen(model)) {
        (Some(Of::Contents(entries)), Some(index)) => entries[index].title.clone(),
        (Some(Of::Links(links)), Some(index)) => links::address(&model.document, links[index]).to_owned(),
        (Some(Of::Library { .. }), Some(_)) => {
            match chosen_book(model).and_then(|book| book.origin.clone()) {
                Some(Origin::At(source)) => source,
                _ => String::new(),
            }
        }
        _ => String::new(),
    };
    if text.is_empty() {
        model.talk.say(Window::NothingToCopy.say(model.lang), now);
        return Vec::new();
    }
    vec![Effect::Copy(text)]
}

/// `dd` in the library: the document is no longer listed, its place is let go, its notes stay.
fn forget(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some(index) = chosen(model) else { return Vec::new() };
    if chosen_book(model).is_some_and(|book| is_open(model, book)) {
        model.talk.say(Navigation::ThisOne.say(model.lang), now);
        return Vec::new();
    }
    let Some(catalogue) = topmost_mut(model) else { return Vec::new() };
    let Of::Library { books: Some(books), forgotten } = &mut catalogue.of else { return Vec::new() };
    let book = books.remove(index);
    let (folder, title) = (book.folder.clone(), book.title.clone());
    forgotten.push(book);
    model.talk.say(format!("{}{title}", Navigation::Forgotten.say(model.lang)), now);
    step(model, 0);
    vec![Effect::Forget(folder)]
}

/// `u` in the library: what was forgotten last comes back, with its place.
fn remember(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let lang = model.lang;
    let back = topmost_mut(model).and_then(|catalogue| match &mut catalogue.of {
        Of::Library { books: Some(books), forgotten } => {
            let book = forgotten.pop()?;
            books.push(book.clone());
            Some(book)
        }
        _ => None,
    });
    let Some(book) = back else {
        model.talk.say(Navigation::NothingForgotten.say(lang), now);
        return Vec::new();
    };
    model.talk.say(format!("{}{}", Navigation::Remembered.say(lang), book.title), now);
    vec![Effect::Remember(book.folder)]
}
