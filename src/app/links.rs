//! Links and footnotes: where those of a passage stand, where they lead, and following them.

use super::address::{self, Address};
use super::effect::Effect;
use super::journey::{self, Arrival, Journey, Origin};
use super::jump::{self, Labels, Purpose};
use super::model::Model;
use super::motion;
use super::overlay::Overlay;
use crate::command::Args;
use crate::doc::{BlockKind, Document, Inline, InlineKind};
use crate::text::Span;
use crate::text::letters::letters;
use crate::words::navigation::Navigation;
use jiff::Timestamp;

/// A link or the number of a footnote, where it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub span: Span,
    /// Its address, by its index in [`Document::links`]; `None` where only the number says what is meant.
    pub address: Option<u32>,
    /// Whether it is the number of a footnote.
    pub is_reference: bool,
}

/// Where a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aim {
    /// A place in the text.
    Place(usize),
    /// A footnote, by its bytes.
    Footnote(Span),
    /// A file or a page, by its address.
    Outside(Address),
    /// Nowhere: the text has no such place.
    Nowhere,
}

/// A footnote shown over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footnote {
    /// Its bytes.
    pub span: Span,
    /// The number that leads to it.
    pub from: Span,
}

/// The links of `window`, in their order.
#[must_use]
pub fn within(document: &Document, window: Span) -> Vec<Link> {
    let first = document.block_at(window.start()).map_or(0, |block| document.blocks()[block].span.start());
    let inlines = document.inlines();
    // No style goes beyond its block.
    let begin = inlines.partition_point(|inline| inline.span.start() < first);
    let inside = inlines[begin..].iter().take_while(|inline| inline.span.start() < window.end());
    links(inside.filter(|inline| inline.span.overlap(window).is_some()))
}

/// Every link of the document, in its order; the numbers of footnotes are left out.
#[must_use]
pub fn all(document: &Document) -> Vec<Link> {
    let mut all = links(document.inlines().iter());
    all.retain(|link| !link.is_reference);
    all
}

/// The links among the inlines: a link in the number of a footnote, or around it, is one with it.
fn links<'a>(inlines: impl Iterator<Item = &'a Inline>) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    for inline in inlines.filter(|inline| !inline.span.is_empty()) {
        let (address, is_reference) = match inline.kind {
            InlineKind::Link(index) => (Some(index), false),
            InlineKind::Reference => (None, true),
            _ => continue,
        };
        match found.last_mut().filter(|last| last.span.overlap(inline.span).is_some()) {
            Some(last) => {
                // A link around an image leads where the link says.
                if inline.span.covers(last.span) {
                    last.span = inline.span;
                    last.address = address.or(last.address);
                } else {
                    last.address = last.address.or(address);
                }
                last.is_reference |= is_reference;
            }
            None => found.push(Link { span: inline.span, address, is_reference }),
        }
    }
    found
}

/// The link under the caret.
#[must_use]
pub fn at_caret(model: &Model) -> Option<Link> {
    let caret = model.reading.caret;
    within(&model.document, Span::new(caret, caret + 1)).into_iter().find(|link| link.span.contains(caret))
}

/// The link that Enter follows: the one under the caret, else the only one of the sentence.
#[must_use]
pub fn here(model: &Model) -> Option<Link> {
    at_caret(model).or_else(|| {
        let sentence = within(&model.document, model.sentence());
        if let [link] = sentence.as_slice() { Some(*link) } else { None }
    })
}

/// The address of a link as the file says it; nothing where it has none.
#[must_use]
pub fn address(document: &Document, link: Link) -> &str {
    link.address.and_then(|index| document.links().get(index as usize)).map_or("", String::as_str)
}

/// Where `link` leads to.
#[must_use]
pub fn aim(document: &Document, link: Link) -> Aim {
    let address = address(document, link);
    if link.is_reference
        && let Some(aim) = by_number(document, link)
    {
        return aim;
    }
    let whole = match Address::of(address, &address::base(document.meta())) {
        Address::Page(page) => own_place(document, &page).unwrap_or(Address::Page(page)),
        whole => whole,
    };
    match whole {
        _ if link.address.is_none() => Aim::Nowhere,
        Address::Inside(name) => match place(document, &name) {
            Some(offset) if is_mark(document.slice(link.span)) && offset > link.span.end() => {
                Aim::Footnote(note_at(document, offset))
            }
            Some(offset) => Aim::Place(offset),
            None => Aim::Nowhere,
        },
        outside => Aim::Outside(outside),
    }
}

/// The place in the document that `page` names by the whole address of the document, as the contents of some pages do.
fn own_place(document: &Document, page: &str) -> Option<Address> {
    let (page, name) = page.split_once('#')?;
    let meta = document.meta();
    let own = [Some(&meta.source), meta.location.as_ref(), meta.canonical.as_ref()];
    let is_same = |own: &String| own.trim_end_matches('/') == page.trim_end_matches('/');
    let is_here = own.into_iter().flatten().any(is_same) && place(document, name).is_some();
    is_here.then(|| Address::Inside(name.to_owned()))
}

/// Where the place of that name is; names are looked for as they stand and with their `%20` read.
#[must_use]
pub fn place(document: &Document, name: &str) -> Option<usize> {
    let top = || name.is_empty() || name.eq_ignore_ascii_case("top");
    let decoded = address::decoded(name);
    let known = document.destination(name).or_else(|| document.destination(&decoded));
    known.or_else(|| heading(document, &decoded)).or_else(|| top().then_some(0))
}

/// The heading that writers of Markdown mean by `#les-commercants`: the one with these letters.
fn heading(document: &Document, name: &str) -> Option<usize> {
    let wanted = letters(name);
    let mut headings = document.blocks().iter().filter(|block| {
        matches!(block.kind, BlockKind::Title | BlockKind::Heading(_))
            && !wanted.is_empty()
            && letters(document.slice(block.span)) == wanted
    });
    headings.next().map(|block| block.span.start())
}

/// Of a footnote with its own block: from the text to the note, from the note to where it is first named.
fn by_number(document: &Document, link: Link) -> Option<Aim> {
    let number = document.slice(link.span);
    let begins_note = |span: Span| {
        let block = document.block_at(span.start()).map(|index| document.blocks()[index]);
        block.is_some_and(|block| block.kind == BlockKind::Footnote && block.span.start() == span.start())
    };
    let same = |inline: &&Inline| {
        inline.kind == InlineKind::Reference
            && inline.span != link.span
            && document.slice(inline.span) == number
    };
    let others = document.inlines().iter().filter(same).map(|inline| inline.span);
    if begins_note(link.span) {
        return others.into_iter().find(|&span| !begins_note(span)).map(|span| Aim::Place(span.start()));
    }
    let note = others.into_iter().find(|&span| begins_note(span))?;
    Some(Aim::Footnote(note_at(document, note.start())))
}

/// The bytes of the footnote that begins in the block at `offset`, with the paragraphs in which it goes on.
fn note_at(document: &Document, offset: usize) -> Span {
    let Some(index) = document.block_at(offset) else { return Span::empty(offset) };
    let blocks = document.blocks();
    let first = blocks[index];
    if first.kind != BlockKind::Footnote {
        return first.span;
    }
    let numbered = |span: Span| {
        let begin = document.inlines().partition_point(|inline| inline.span.start() < span.start());
        let at_start =
            document.inlines()[begin..].iter().take_while(|inline| inline.span.start() == span.start());
        at_start.into_iter().any(|inline| inline.kind == InlineKind::Reference)
    };
    let more = blocks[index + 1..].iter();
    let more = more.take_while(|block| block.kind == BlockKind::Footnote && !numbered(block.span));
    more.last().map_or(first.span, |last| first.span.hull(last.span))
}

/// Whether the words are a mark as footnotes have it: `1`, `[12]`, `*`, `†`.
fn is_mark(words: &str) -> bool {
    let words = words.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let is_number = words.len() <= 4 && words.chars().all(|letter| letter.is_ascii_digit());
    !words.is_empty() && (is_number || words.chars().all(|letter| "*†‡§".contains(letter)))
}

/// Enter: follows the link under the caret, or the one of the sentence; where it has several, each gets two letters.
/// From within a footnote goes back to where it is named. `None` where there is nothing to follow.
pub fn enter(model: &mut Model, now: Timestamp) -> Option<Vec<Effect>> {
    if let Some(link) = here(model) {
        return Some(follow(model, link, now));
    }
    let sentence = within(&model.document, model.sentence());
    if sentence.is_empty() {
        let number = number_of_note(model)?;
        return Some(follow(model, number, now));
    }
    Some(label(model, sentence, now))
}

/// Whether Enter has something to follow.
#[must_use]
pub fn can_enter(model: &Model) -> bool {
    !within(&model.document, model.sentence()).is_empty() || number_of_note(model).is_some()
}

/// The number that the footnote under the caret begins with.
fn number_of_note(model: &Model) -> Option<Link> {
    let block = model.document.blocks().get(model.document.block_at(model.reading.caret)?)?;
    if block.kind != BlockKind::Footnote {
        return None;
    }
    let first = within(&model.document, block.span).into_iter().next()?;
    (first.is_reference && first.span.start() == block.span.start()).then_some(first)
}

/// Goes where `link` leads: in the text, to the footnote over the page, to the other document.
pub fn follow(model: &mut Model, link: Link, now: Timestamp) -> Vec<Effect> {
    match aim(&model.document, link) {
        Aim::Place(offset) => {
            motion::go(model, Span::empty(offset));
            Vec::new()
        }
        Aim::Footnote(span) => {
            model.overlays.push(Overlay::Footnote(Footnote { span, from: link.span }));
            Vec::new()
        }
        Aim::Outside(Address::File { path, .. }) if address::is_image(&path) => {
            vec![Effect::OpenOutside(path)]
        }
        Aim::Outside(Address::File { path, place }) => {
            let arrival = place.map_or(Arrival::Left, Arrival::Place);
            journey::begin(model, Journey { origin: Origin::At(path), arrival }, now)
        }
        // A page is fetched, an image never is.
        Aim::Outside(Address::Page(page)) if is_of_image(&model.document, link, &page) => {
            vec![Effect::OpenOutside(page)]
        }
        Aim::Outside(Address::Page(page)) => {
            let place = page.split_once('#').map(|(_, place)| place.to_owned());
            let arrival = place.map_or(Arrival::Left, Arrival::Place);
            journey::begin(model, Journey { origin: Origin::At(page), arrival }, now)
        }
        Aim::Outside(Address::Mail(address)) => vec![Effect::OpenOutside(address)],
        Aim::Outside(Address::Other(address) | Address::Inside(address)) => {
            model.talk.complain(format!("{}{address}", Navigation::NotOpenedHere.say(model.lang)), now);
            Vec::new()
        }
        Aim::Nowhere => {
            let name = address(&model.document, link).to_owned();
            model.talk.complain(format!("{}{name}", Navigation::NoSuchPlace.say(model.lang)), now);
            Vec::new()
        }
    }
}

/// Whether a link to that page leads to an image: by the address, or since its words stand for an image and no link
/// around it leads elsewhere.
fn is_of_image(document: &Document, link: Link, page: &str) -> bool {
    let inlines = document.inlines();
    let first = inlines.partition_point(|inline| inline.span.start() < link.span.start());
    let here = || inlines[first..].iter().take_while(|inline| inline.span.start() < link.span.end());
    let is_image = here().any(|inline| inline.kind == InlineKind::Image && inline.span == link.span);
    let links = here().filter(|inline| matches!(inline.kind, InlineKind::Link(_))).count();
    address::is_image(page.split(['?', '#']).next().unwrap_or_default()) || (is_image && links == 1)
}

/// Hands the address of a link to the person's browser.
pub fn open_outside(model: &mut Model, link: Option<Link>, now: Timestamp) -> Vec<Effect> {
    let whole =
        link.map(|link| Address::of(address(&model.document, link), &address::base(model.document.meta())));
    match whole {
        Some(Address::Page(address) | Address::Mail(address)) => vec![Effect::OpenOutside(address)],
        Some(Address::File { path, .. }) if address::is_image(&path) => vec![Effect::OpenOutside(path)],
        None if address::is_page(&model.document.meta().source) => {
            vec![Effect::OpenOutside(model.document.meta().source.clone())]
        }
        _ => {
            model.talk.say(Navigation::NothingForBrowser.say(model.lang), now);
            Vec::new()
        }
    }
}

/// Whether links are on the screen. Numbers of footnotes alone are none: Enter is for them.
#[must_use]
pub fn are_seen(model: &Model) -> bool {
    let document = &model.document;
    !document.links().is_empty()
        && within(document, motion::window(model)).iter().any(|link| !link.is_reference)
}

/// `F`: two letters on each link of the window.
pub fn ask_label(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let seen = within(&model.document, motion::window(model));
    label(model, seen, now)
}

fn label(model: &mut Model, links: Vec<Link>, now: Timestamp) -> Vec<Effect> {
    if links.is_empty() {
        model.talk.say(Navigation::NoLinks.say(model.lang), now);
        return Vec::new();
    }
    let words = links.into_iter().map(|link| link.span).zip(jump::pairs()).collect();
    model.overlays.push(Overlay::Labels(Labels { words, typed: None, purpose: Purpose::Follow }));
    Vec::new()
}

/// The link with these words is followed.
pub fn follow_span(model: &mut Model, span: Span, now: Timestamp) -> Vec<Effect> {
    let link = within(&model.document, span).into_iter().find(|link| link.span == span);
    link.map_or_else(Vec::new, |link| follow(model, link, now))
}

/// Enter on a footnote that is shown: goes to it.
pub fn go_to_footnote(model: &mut Model, footnote: Footnote) {
    model.reading.leave_for(footnote.from.start());
    motion::go(model, Span::empty(footnote.span.start()));
}

/// Enter: what the caret is on, else one line down.
pub fn or_line_down(model: &mut Model, args: &Args, now: Timestamp) -> Vec<Effect> {
    enter(model, now).unwrap_or_else(|| {
        motion::run(model, crate::command::Command::LineDown, args);
        Vec::new()
    })
}

/// What a link leads to, in words, for the status line and the list: the address cleaned of nothing but its blanks.
#[must_use]
pub fn told(document: &Document, link: Link) -> String {
    let address = address(document, link);
    match aim(document, link) {
        Aim::Place(offset) => offset_told(document, offset),
        Aim::Footnote(span) => offset_told(document, span.start()),
        Aim::Outside(Address::Page(page) | Address::Mail(page)) => page,
        Aim::Outside(Address::File { path, place }) => {
            place.map_or(path.clone(), |place| format!("{path}#{place}"))
        }
        Aim::Outside(_) | Aim::Nowhere => address.to_owned(),
    }
}

/// The first words of the block at `offset`.
fn offset_told(document: &Document, offset: usize) -> String {
    let block = document.block_at(offset).map_or(Span::empty(offset), |index| document.blocks()[index].span);
    let words: String = document.slice(block).chars().take(60).collect();
    format!("§{} {}", document.paragraph_at(offset), words.split_whitespace().collect::<Vec<_>>().join(" "))
}
