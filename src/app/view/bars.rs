//! The bars: title and tabs above, legend, status and keys below. What can be clicked carries its command.

use super::card::{self, cut};
use super::parts::kind_name;
use super::{Piece, Role, Subject, View, entities, popup, question, quotes, themes};
use crate::app::areas::Room;
use crate::app::correcting::is_unsure;
use crate::app::hints::{self, Press};
use crate::app::links;
use crate::app::listing;
use crate::app::model::Model;
use crate::app::outline;
use crate::app::overlay::Overlay;
use crate::app::talk::Saving;
use crate::command::{Command, Mode};
use crate::doc::Extent;
use crate::mark::{EntityKind, Note, Pen, QuotationKind};
use crate::notice::{Obstacle, Severity};
use crate::text::{graphemes, segment};
use crate::words::Lang;
use crate::words::correcting::{Correcting, is};
use crate::words::notebook::{Notebook, placing};
use crate::words::notices;
use crate::words::runtime::WebProblem;
use crate::words::views::{self, Label, Title, percent};
use crate::words::window::Window;

/// A piece of a bar, at its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// First column.
    pub x: u16,
    /// What is read.
    pub piece: Piece,
    /// What a click on it does.
    pub press: Option<Press>,
}

/// Pieces put one after the other, from a column on.
struct Bar {
    x: u16,
    segments: Vec<Segment>,
}

impl Bar {
    fn at(x: u16) -> Self {
        Self { x, segments: Vec::new() }
    }

    fn push(&mut self, text: impl Into<String>, role: Role, press: Option<Press>) {
        let piece = Piece::new(text, role);
        let width = u16::try_from(graphemes::width(&piece.text)).unwrap_or(u16::MAX);
        self.segments.push(Segment { x: self.x, piece, press });
        self.x = self.x.saturating_add(width);
    }

    /// The same, ending at `edge` instead of beginning at its column.
    fn ending_at(mut self, edge: u16) -> Vec<Segment> {
        let shift = edge.saturating_sub(self.x);
        for segment in &mut self.segments {
            segment.x += shift;
        }
        self.segments
    }
}

/// What a click on the tab, hint, legend, verb or key of the popup under a cell does.
#[must_use]
pub fn press_at(model: &Model, column: u16, row: u16) -> Option<Press> {
    if let Some(popup) = popup::popup(model) {
        return popup.press_at(column, row).or_else(|| press_on_bars(model, column, row));
    }
    if let Some(sheet) = question::sheet(model) {
        return sheet.press_at(column, row).or_else(|| press_on_bars(model, column, row));
    }
    if let Some((x, y, verbs)) = verbs(model) {
        let mut left = x;
        for (text, command) in verbs {
            let width = u16::try_from(graphemes::width(&text)).unwrap_or(0);
            if row == y && (left..left + width).contains(&column) {
                return Some(Press::Run(command));
            }
            left += width;
        }
    }
    press_on_bars(model, column, row)
}

fn press_on_bars(model: &Model, column: u16, row: u16) -> Option<Press> {
    let areas = model.areas();
    let bars = [(areas.header, header(model)), (areas.footer, footer(model)), (areas.legend, legend(model))];
    let (_, segments) = bars.into_iter().find(|(area, _)| area.contains(column, row))?;
    let under = segments.into_iter().find(|segment| {
        let width = u16::try_from(graphemes::width(&segment.piece.text)).unwrap_or(0);
        (segment.x..segment.x.saturating_add(width)).contains(&column)
    })?;
    under.press
}

fn command_of(view: View) -> Command {
    match view {
        View::Text => Command::ViewText,
        View::Entities => Command::ViewEntities,
        View::Quotes => Command::ViewQuotes,
        View::Themes => Command::ViewThemes,
        View::Notebook => Command::ViewNotebook,
    }
}

/// What a view is called.
#[must_use]
pub fn title_of(view: View) -> Title {
    match view {
        View::Text => Title::Text,
        View::Entities => Title::Entities,
        View::Quotes => Title::Quotes,
        View::Themes => Title::Themes,
        View::Notebook => Title::Notebook,
    }
}

/// Title of the article at the left, with the part one is in where there is room; tabs at the right: words where there is room, else letters.
#[must_use]
pub fn header(model: &Model) -> Vec<Segment> {
    let width = model.areas().header.width;
    let share = if model.room() <= Room::Narrow {
        format!(" {}", percent(share(model), model.lang))
    } else {
        String::new()
    };
    let long = tabs(model, true, "");
    let tabs = if width >= 92 && long.x + 20 < width { long } else { tabs(model, false, &share) };
    let space = width.saturating_sub(tabs.x + 3);
    let mut bar = Bar::at(1);
    bar.push(cut(model.document.title(), usize::from(space)), Role::Heading, None);
    let left = usize::from((space + 1).saturating_sub(bar.x));
    if let Some(chapter) = outline::chapter(model).filter(|_| model.view == View::Text && left >= LEAST) {
        bar.push(" › ", Role::Chrome, None);
        bar.push(cut(chapter, left - 3), Role::Chrome, Some(Press::Run(Command::Outline)));
    }
    let mut segments = bar.segments;
    segments.extend(tabs.ending_at(width.saturating_sub(1)));
    segments
}

fn tabs(model: &Model, words: bool, after: &str) -> Bar {
    let mut bar = Bar::at(0);
    for view in View::ALL {
        let press = Some(Press::Run(command_of(view)));
        let name = title_of(view).say(model.lang);
        let key =
            hints::key(model, Mode::Everywhere, command_of(view)).filter(|key| key.chars().count() == 1);
        let role = if view == model.view { Role::Chosen } else { Role::Chrome };
        let narrow = model.room() <= Room::Narrow;
        let text = match (words, view == model.view, key) {
            (true, true, _) => format!("[{name}]"),
            (true, false, Some(key)) => format!("{name} {key}"),
            (true, false, None) => name.to_owned(),
            (false, true, _) if !narrow => format!("[{name}]"),
            (false, true, Some(key)) if view != View::Text => format!("[{key}]"),
            (false, true, _) => "[·]".to_owned(),
            (false, false, Some(key)) if view != View::Text => key,
            (false, false, _) => "·".to_owned(),
        };
        bar.push(text, role, press);
        if view != View::Notebook && (words || !narrow) {
            bar.push(if words { "  " } else { " " }, Role::Chrome, None);
        }
    }
    bar.push(after, Role::Chrome, None);
    bar
}

/// How far the caret is, in per cent of the bytes of the whole file.
#[must_use]
pub fn share(model: &Model) -> usize {
    // The last sentence is the end: nobody reads on from its last letter.
    let end = if model.document.extent() == Extent::Whole { model.sentence().end().max(1) - 1 } else { 0 };
    if end >= last(model) { 100 } else { share_of(model, model.reading.caret) }
}

/// How far `offset` is, in the same way.
#[must_use]
pub fn share_of(model: &Model, offset: usize) -> usize {
    let last = last(model);
    offset.min(last) * 100 / last
}

/// The last byte of the whole file; at least 1.
fn last(model: &Model) -> usize {
    let length = match model.document.extent() {
        Extent::Whole => model.document.text().len(),
        Extent::Prefix(bytes) => {
            usize::try_from(bytes).unwrap_or(usize::MAX).max(model.document.text().len())
        }
    };
    length.saturating_sub(1).max(1)
}

/// The status line: a prompt, a message, or where one is and what lies under the caret.
#[must_use]
pub fn status(model: &Model) -> Vec<Segment> {
    let width = model.areas().status.width;
    let mut bar = Bar::at(0);
    if let Saving::NotSaved(waiting, why) = &model.talk.saving {
        // It stands until it is mended, and leaves room for what else there is to say.
        bar.push(not_saved(model, *waiting, why, usize::from(width) * 2 / 3), Role::Error, None);
    }
    let room = usize::from(width.saturating_sub(bar.x));
    if let Some(toast) = &model.talk.toast {
        let role = match toast.severity {
            Severity::Hint => Role::Good,
            Severity::Warning => Role::Warning,
            Severity::Error => Role::Error,
        };
        let behind = toast.behind.filter(|&behind| behind > 0);
        let behind = behind.map_or(String::new(), |behind| format!(" (+{behind})"));
        let text = cut(&toast.text, room.saturating_sub(2 + behind.len()));
        bar.push(format!(" {text}{behind}"), role, None);
        return bar.segments;
    }
    let right = right_of_status(model);
    let right_width: usize = right.iter().map(|piece| graphemes::width(&piece.text)).sum();
    if bar.x == 0 {
        bar.push(format!(" {} ", mode_name(model)), Role::Chosen, None);
    } else {
        bar.push(" ", Role::Chrome, None);
    }
    let place = place(model);
    let mut left = usize::from(width.saturating_sub(bar.x)).saturating_sub(right_width + 2);
    let place = cut(&place, left);
    left = left.saturating_sub(graphemes::width(&place));
    bar.push(place, Role::Text, None);
    if model.room() > Room::Narrow && left > 6 {
        for piece in under_caret(model, left) {
            bar.push(piece.text, piece.role, None);
        }
    }
    let mut end = Bar::at(0);
    for piece in right {
        end.push(piece.text, piece.role, None);
    }
    let mut segments = bar.segments;
    segments.extend(end.ending_at(width.saturating_sub(1)));
    segments
}

/// ` NON ENREGISTRÉ : disque plein, 2 notes en attente `, in a narrow window ` NON ENREGISTRÉ (2) : disque plein `.
fn not_saved(model: &Model, waiting: usize, why: &Obstacle, room: usize) -> String {
    let lang = model.lang;
    let (not_saved, colon) = (Window::NotSaved.say(lang), views::colon(lang));
    let why = notices::obstacle(why, lang);
    let waits = if waiting == 1 { Window::NoteWaits } else { Window::NotesWait };
    let long = format!(" {not_saved}{colon} {why}, {waiting} {} ", waits.say(lang));
    if graphemes::width(&long) <= room {
        return long;
    }
    cut(&format!(" {not_saved} ({waiting}){colon} {why} "), room)
}

fn mode_name(model: &Model) -> &'static str {
    let word = match model.view {
        View::Text if model.orphans.attaching.is_some() => return Notebook::ModeAttach.say(model.lang),
        View::Text if model.selection.is_some() => Window::ModeSelect,
        View::Text => Window::ModeRead,
        View::Entities => Window::ModeEntities,
        View::Quotes => Window::ModeQuotes,
        View::Themes => Window::ModeThemes,
        View::Notebook => Window::ModeNotebook,
    };
    word.say(model.lang)
}

/// `§3 phrase 2/3 · 44 % · plume : rose`; in the lists, where the text waits: `ici §3 · plume : rose`.
fn place(model: &Model) -> String {
    let paragraph = model.document.paragraph_at(model.reading.caret);
    let pen = &model.config.pens[model.hand.pen as usize];
    let pen = format!(" · {}{pen}", Window::PenInHand.say(model.lang));
    if model.view != View::Text {
        return format!("{} {}{pen}", Label::Here.say(model.lang), views::place(paragraph, model.lang));
    }
    let mut place = views::place(paragraph, model.lang);
    // A narrow line has no room for both: what lies here matters more than what the hand holds.
    if let Some(note) = model.notes.at(model.reading.caret).filter(|_| model.room() <= Room::Narrow) {
        return format!("{place} · {}", mark_words(model, note));
    }
    let block = model.block_span();
    if model.room() > Room::Narrow && block.len() < 16 << 10 {
        let sentences = segment::sentences(model.document.text(), block);
        let at = sentences
            .iter()
            .rposition(|span| span.start() <= model.reading.caret)
            .map_or(1, |index| index + 1);
        if sentences.len() > 1 {
            let word = if model.room() < Room::Wide { Window::SentenceShort } else { Window::Sentence };
            place.push_str(&format!(" {}{at}/{}", word.say(model.lang), sentences.len()));
        }
    }
    if model.room() > Room::Narrow {
        place.push_str(&format!(" · {}", percent(share(model), model.lang)));
    }
    place + &pen
}

/// The least columns that words cut short are worth.
const LEAST: usize = 18;

/// What lies under the caret, in words: first what the person did there, then what was found.
fn under_caret(model: &Model, width: usize) -> Vec<Piece> {
    if model.view != View::Text {
        return fitted(of_chosen(model), width);
    }
    let caret = model.reading.caret;
    let mut words: Vec<Piece> = Vec::new();
    let lang = model.lang;
    if let Some(link) = links::here(model) {
        words.push(Piece::new(format!("→ {}", links::told(&model.document, link)), Role::Key));
    }
    if let Some(note) = model.notes.at(caret) {
        words.push(Piece::new(mark_words(model, note), Role::Pen(note.pen)));
    }
    if let Some((_, mention)) = model.analysis.mentions.at(caret).next() {
        let entity = &model.analysis.entities[mention.entity];
        let sign = if is_corrected(model, &Subject::Entity(mention.entity)) { " ✎" } else { "" };
        let kind = kind_name(entity.kind).say(lang);
        let text = format!("{} · {kind} ×{}{sign}", entity.name, entity.mentions.len());
        words.push(Piece::new(text, Role::Entity(entity.kind)));
    }
    if let Some((index, quote)) = model.analysis.quotations.at(caret).last() {
        let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_deref());
        let mut text = match (quote.kind, name) {
            (QuotationKind::Scare, _) => Window::ScareHere.say(lang).to_owned(),
            (_, Some(name)) if is_unsure(quote) => is(Correcting::UnsureSpeaker.say(lang), name, lang),
            (_, Some(name)) => format!("{}{name}", Window::QuotationOf.say(lang)),
            (_, None) => Window::QuotationHere.say(lang).to_owned(),
        };
        if is_corrected(model, &Subject::Quotation(index)) {
            text.push_str(" ✎");
        }
        words.push(Piece::new(text, Role::Quote));
    }
    for (_, hit) in model.analysis.themes.at(caret) {
        let theme = &model.themes[hit.theme];
        let role = Role::Theme(u8::try_from(hit.theme).unwrap_or(u8::MAX));
        words.push(Piece::new(format!("{}{}", Window::Theme.say(lang), theme.label), role));
    }
    fitted(words, width)
}

/// What there is to know of the chosen row: whether its speaker is a guess, whether the person corrected it.
fn of_chosen(model: &Model) -> Vec<Piece> {
    let Some(subject) = listing::chosen_subject(model) else { return Vec::new() };
    let mut words = Vec::new();
    if let Subject::Quotation(index) = subject
        && is_unsure(&model.analysis.quotations.items()[index])
    {
        words.push(Piece::new(Correcting::UnsureSpeaker.say(model.lang), Role::Unsure));
    }
    if is_corrected(model, &subject) {
        words.push(Piece::new(Correcting::Corrected.say(model.lang), Role::Text));
    }
    words
}

/// Whether the person corrected it.
fn is_corrected(model: &Model, subject: &Subject) -> bool {
    let input = listing::input(model, &model.lists.entities, 0..0);
    match *subject {
        Subject::Entity(index) => entities::is_corrected(&input, &model.analysis.entities[index]),
        Subject::Quotation(index) => {
            quotes::row::is_corrected(&input, &model.analysis.quotations.items()[index])
        }
        Subject::Theme(theme) => themes::is_corrected(&input, theme),
        Subject::Hidden(_) => true,
        Subject::HiddenNames
        | Subject::Speaker(_)
        | Subject::Note(_)
        | Subject::DeletedNotes
        | Subject::Deleted(_) => false,
    }
}

/// As many of the words as fit, each after a bar.
fn fitted(words: Vec<Piece>, width: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut left = width;
    for piece in words {
        // A few letters and an ellipsis say nothing: what has no room waits for a wider window.
        if left < graphemes::width(&piece.text) + 3 && left < LEAST {
            break;
        }
        let text = cut(&piece.text, left - 3);
        left = left.saturating_sub(graphemes::width(&text) + 3);
        pieces.push(Piece::new(" | ", Role::Chrome));
        pieces.push(Piece::new(text, piece.role));
    }
    pieces
}

fn mark_words(model: &Model, note: &Note) -> String {
    let lang = model.lang;
    let done = if note.has_body() { Window::NotedIn } else { Window::MarkedIn };
    let words = format!("{}{}", done.say(lang), model.config.pens[note.pen as usize]);
    card::doubt(model, note).map_or(words.clone(), |doubt| format!("{words} · {doubt}"))
}

/// Keys that wait for more, search, analysis under way, counts of notes, whether they are saved.
fn right_of_status(model: &Model) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |text: String, role: Role| {
        if !pieces.is_empty() {
            pieces.push(Piece::new("  ", Role::Chrome));
        }
        pieces.push(Piece::new(text, role));
    };
    let typed = pending(model);
    if !typed.is_empty() {
        push(typed, Role::Key);
    }
    if model.search.is_shown() && model.view == View::Text {
        push(found(model), Role::Chrome);
    }
    if let Some(bytes) = model.jobs.fetching {
        push(fetching(bytes, model.lang), Role::Chrome);
    } else if model.document.extent() != Extent::Whole {
        push(Window::Reading.say(model.lang).to_owned(), Role::Chrome);
    } else if let Some(done) = model.jobs.progress {
        let done = percent(usize::from(done), model.lang);
        push(format!("{} {done}", Window::Analysis.say(model.lang)), Role::Chrome);
    }
    let pending = model.notes.pending();
    if pending > 0 {
        push(placing(pending, model.lang), Role::Chrome);
    }
    // Each annotation is counted once, under the sign it bears in the notebook.
    let placed = model.notes.iter().filter(|note| note.span().is_some());
    let (notes, highlights): (Vec<&Note>, Vec<&Note>) = placed.partition(|note| note.has_body());
    let (notes, highlights) = (notes.len(), highlights.len());
    let lost = model.notes.len() - notes - highlights - pending;
    if !model.notes.is_empty() {
        let lost = if lost > 0 { format!(" ?{lost}") } else { String::new() };
        push(format!("●{notes} ◆{highlights}{lost}"), Role::Text);
    }
    match &model.talk.saving {
        Saving::Writing => push("…".to_owned(), Role::Chrome),
        Saving::Saved => push(Window::Saved.say(model.lang).to_owned(), Role::Good),
        Saving::Untouched | Saving::NotSaved(..) => {}
    }
    if model.talk.read_only.is_some() {
        push(Window::ReadOnly.say(model.lang).to_owned(), Role::Warning);
    }
    pieces
}

/// The count and the keys typed that do not make a command yet: `12`, `3 d`.
fn pending(model: &Model) -> String {
    let count = model.pending.count.map(|count| count.to_string());
    let keys = model.pending.keys.iter().map(|key| key.label(model.lang));
    count.into_iter().chain(keys).collect::<Vec<_>>().join(" ")
}

/// `2 sur 3`, `aucun`, or nothing yet.
#[must_use]
pub fn found(model: &Model) -> String {
    let of = Window::Of.say(model.lang);
    match (model.search.count, model.search.index) {
        (Some(0), _) => Window::NoHit.say(model.lang).to_owned(),
        (Some(count), Some(index)) => format!("{index}{of}{count}"),
        (Some(count), None) => format!("{count}{}", Window::Hits.say(model.lang)),
        (None, _) if model.search.under_way => "…".to_owned(),
        (None, _) => String::new(),
    }
}

/// The keys that matter here.
#[must_use]
pub fn footer(model: &Model) -> Vec<Segment> {
    let width = model.areas().footer.width;
    let mut bar = Bar::at(1);
    let hints = hints::footer(model);
    let cells = |hint: &hints::Hint| {
        let wide = graphemes::width(&hint.keys()) + 1 + graphemes::width(&hint.label);
        u16::try_from(wide).unwrap_or(u16::MAX)
    };
    // The help is always there: it keeps its room while the others are set.
    let is_help = |hint: &hints::Hint| hint.press == Some(Press::Run(Command::Help));
    let mut kept = hints.iter().find(|hint| is_help(hint)).map_or(0, |help| cells(help) + 2);
    for hint in hints {
        let needed = cells(&hint);
        if is_help(&hint) {
            kept = 0;
        }
        if bar.x.saturating_add(needed + kept) > width {
            continue;
        }
        for (key, press) in hint.caps {
            bar.push(key, Role::Key, press);
        }
        bar.push(format!(" {}", hint.label), Role::Chrome, hint.press);
        bar.push("  ", Role::Chrome, None);
    }
    bar.segments
}

/// What the colours mean; a click switches the layer. Themes are named where all names fit; what does not fit
/// is left out whole.
#[must_use]
pub fn legend(model: &Model) -> Vec<Segment> {
    let width = model.areas().legend.width;
    let full = legend_with(model, 14);
    if full.last().is_some_and(|last| end_of(last) <= width) {
        return full;
    }
    let mut short = legend_with(model, 0);
    short.retain(|segment| end_of(segment) <= width);
    short
}

fn end_of(segment: &Segment) -> u16 {
    segment.x.saturating_add(u16::try_from(graphemes::width(&segment.piece.text)).unwrap_or(u16::MAX))
}

/// The legend, the names of themes in at most `name` columns.
fn legend_with(model: &Model, name: usize) -> Vec<Segment> {
    let lang = model.lang;
    let mut bar = Bar::at(1);
    let mut group = |space: &str, parts: Vec<(String, Role)>, command: Command| {
        for (index, (text, role)) in parts.into_iter().enumerate() {
            bar.push(if index == 0 { space } else { " " }, Role::Chrome, None);
            bar.push(text, role, Some(Press::Run(command)));
        }
    };
    let kinds = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];
    let landmark = (Window::Landmark.say(lang), EntityKind::Date);
    let kinds = kinds.map(|kind| (kind_name(kind).say(lang), kind)).into_iter().chain([landmark]);
    let kinds = kinds.map(|(word, kind)| (format!("■{word}"), Role::Entity(kind))).collect();
    group("", kinds, Command::LayerEntities);
    let themes = model.themes.iter().enumerate().map(|(index, theme)| {
        let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
        let text = format!("▁{letter} {}", cut(&theme.label, name)).trim_end().to_owned();
        (text, Role::Theme(u8::try_from(index).unwrap_or(u8::MAX)))
    });
    group("  ", themes.collect(), Command::LayerThemes);
    let quotation = format!("┃{}", Window::QuotationHere.say(lang));
    group("  ", vec![(quotation, Role::Quote)], Command::LayerQuotes);
    let pens = Pen::ALL.map(|pen| (model.config.pens[pen as usize].clone(), Role::Pen(pen)));
    let notes = [("●note".to_owned(), Role::Text)].into_iter().chain(pens);
    group(" ", notes.collect(), Command::LayerNotes);
    bar.segments
}

/// Whether a prompt stands in the status line.
#[must_use]
pub fn has_prompt(model: &Model) -> bool {
    matches!(model.overlays.last(), Some(Overlay::Prompt(_) | Overlay::Question(_)))
}

/// A verb of the bar beside a selection: its text, and what a click on it does.
pub type Verb = (String, Command);

/// The verbs beside a selection that was made with the mouse, with the cell of the first.
#[must_use]
pub fn verbs(model: &Model) -> Option<(u16, u16, Vec<Verb>)> {
    let (column, row) = model.pointer.bar.filter(|_| model.selection.is_some())?;
    let words = [
        (Window::BarHighlight, Command::Highlight),
        (Window::BarNote, Command::Note),
        (Window::BarTag, Command::Tag),
        (Window::BarCopy, Command::Copy),
    ];
    let verbs: Vec<Verb> =
        words.into_iter().map(|(word, command)| (format!(" {} ", word.say(model.lang)), command)).collect();
    let width: usize = verbs.iter().map(|(text, _)| graphemes::width(text)).sum();
    let body = model.areas().body;
    let column = column.min((body.x + body.width).saturating_sub(u16::try_from(width).unwrap_or(u16::MAX)));
    let row = if row + 1 < body.y + body.height { row + 1 } else { row.saturating_sub(1) };
    Some((column, row, verbs))
}
/// `téléchargement 120 ko`
fn fetching(bytes: u64, lang: Lang) -> String {
    format!("{} {} {}", WebProblem::Fetching.say(lang), bytes.div_ceil(1000), lang.pick("ko", "kB"))
}
