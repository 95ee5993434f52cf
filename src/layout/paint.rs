//! Every layer on one line, as runs of one look.

use crate::doc::{Document, InlineKind};
use crate::mark::{EntityKind, Pen};
use crate::text::{Span, Spanned};
use std::cmp::Reverse;
use unicode_segmentation::UnicodeSegmentation;

/// Why a passage looks different from plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// A named entity.
    Entity(EntityKind),
    /// A quotation mark.
    QuoteMark {
        /// Whether the quotation has no sure speaker.
        unsure: bool,
    },
    /// A theme, by its index in the configuration.
    Theme(u8),
    /// The person's pen.
    Pen(Pen),
    /// A style of the article itself.
    Inline(InlineKind),
    /// Found by the search.
    Hit {
        /// Whether it is the hit the person stands on.
        current: bool,
    },
    /// Selected.
    Selection,
}

/// A passage and its ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// The whole passage, however much of it is on the line.
    pub span: Span,
    /// Its ink.
    pub ink: Ink,
}

impl Spanned for Stroke {
    fn span(&self) -> Span {
        self.span
    }
}

/// How a run looks: one channel for each layer, so that layers never hide one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Entity, shown by the colour of the letters.
    pub entity: Option<EntityKind>,
    /// Quotation mark, shown by the accent colour.
    pub mark: bool,
    /// Quotation mark of a quotation without a sure speaker.
    pub unsure: bool,
    /// Theme, shown by underlining.
    pub theme: Option<u8>,
    /// Pen, shown by the background.
    pub pen: Option<Pen>,
    /// First or last cell of a stroke that meets another, shown in bold.
    pub pen_end: bool,
    /// Emphasis of the article.
    pub emphasis: bool,
    /// Strong emphasis of the article.
    pub strong: bool,
    /// Code in the article.
    pub code: bool,
    /// Struck through in the article.
    pub struck: bool,
    /// A link in the article.
    pub link: bool,
    /// What the article says beside its text: a number of a footnote, words that stand for an image.
    pub aside: bool,
    /// Found by the search; `true` for the current hit.
    pub hit: Option<bool>,
    /// Selected.
    pub selected: bool,
}

impl Look {
    /// One letter for what shows most, for the role rows of screen tests.
    ///
    /// In this order: `s` selected, `H` current hit, `h` other hit; the ends of pens that meet `1`
    /// to `4`, pens `y` yellow, `g` green, `b` blue, `m` pink; entities `p` person,
    /// `o` organisation, `l` place, `e` event, `w` law, `k` work, `r` product, `n` other, `d` date,
    /// `a` amount; `q` quotation mark, `u` of an unsure speaker; themes `A` to `F`, any further
    /// `G`; `c` code, `t` strong, `i` emphasis, `x` struck through, `z` aside, `@` link; a blank for plain text.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self { selected: true, .. } => 's',
            Self { hit: Some(current), .. } => {
                if current {
                    'H'
                } else {
                    'h'
                }
            }
            Self { pen: Some(pen), pen_end, .. } => pen_letter(pen, pen_end),
            Self { entity: Some(kind), .. } => entity_letter(kind),
            Self { mark: true, unsure, .. } => {
                if unsure {
                    'u'
                } else {
                    'q'
                }
            }
            Self { theme: Some(theme), .. } => char::from(b'A' + theme.min(6)),
            Self { code: true, .. } => 'c',
            Self { strong: true, .. } => 't',
            Self { emphasis: true, .. } => 'i',
            Self { struck: true, .. } => 'x',
            Self { aside: true, .. } => 'z',
            Self { link: true, .. } => '@',
            _ => ' ',
        }
    }
}

fn pen_letter(pen: Pen, end: bool) -> char {
    match (pen, end) {
        (Pen::Yellow, false) => 'y',
        (Pen::Yellow, true) => '1',
        (Pen::Green, false) => 'g',
        (Pen::Green, true) => '2',
        (Pen::Blue, false) => 'b',
        (Pen::Blue, true) => '3',
        (Pen::Pink, false) => 'm',
        (Pen::Pink, true) => '4',
    }
}

fn entity_letter(kind: EntityKind) -> char {
    match kind {
        EntityKind::Person => 'p',
        EntityKind::Organisation => 'o',
        EntityKind::Place => 'l',
        EntityKind::Event => 'e',
        EntityKind::Law => 'w',
        EntityKind::Work => 'k',
        EntityKind::Product => 'r',
        EntityKind::Other => 'n',
        EntityKind::Date => 'd',
        EntityKind::Amount => 'a',
    }
}

/// Neighbouring bytes of one look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its bytes; never empty.
    pub span: Span,
    /// How they look.
    pub look: Look,
}

impl Spanned for Run {
    fn span(&self) -> Span {
        self.span
    }
}

/// Tiles `line` with runs in order, neighbours of the same look joined; none for an empty line.
///
/// `strokes` come in any order and may lie outside the line. Where they overlap: the longest
/// entity is drawn (the first of two equals), the first theme in the order of the configuration,
/// the shortest pen (the last of two equals), the current hit before another. The first and last
/// grapheme of pens that overlap one another are marked. Search and selection are always kept.
#[must_use]
pub fn runs(document: &Document, line: Span, strokes: &[Stroke]) -> Vec<Run> {
    let mut inside: Vec<(usize, &Stroke)> =
        strokes.iter().enumerate().filter(|(_, stroke)| stroke.span.overlap(line).is_some()).collect();
    inside.sort_by_key(|(_, stroke)| stroke.span.start());
    let ends = pen_ends(document, line, &inside);

    let edges = inside.iter().map(|(_, stroke)| stroke.span).chain(ends.iter().copied());
    let mut bounds: Vec<usize> = edges
        .flat_map(|span| [span.start(), span.end()])
        .filter(|&bound| line.contains(bound))
        .chain([line.start(), line.end()])
        .collect();
    bounds.sort_unstable();
    bounds.dedup();

    let mut runs: Vec<Run> = Vec::new();
    let mut active: Vec<(usize, &Stroke)> = Vec::new();
    let mut waiting = inside.into_iter().peekable();
    for pair in bounds.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        active.retain(|(_, stroke)| stroke.span.end() > piece.start());
        while let Some(stroke) = waiting.next_if(|(_, stroke)| stroke.span.start() <= piece.start()) {
            active.push(stroke);
        }
        let mut look = look(&active);
        look.pen_end = ends.iter().any(|end| end.covers(piece));
        match runs.last_mut() {
            Some(last) if last.look == look => last.span = last.span.hull(piece),
            _ => runs.push(Run { span: piece, look }),
        }
    }
    runs
}

/// The styles of the article itself that touch `window`, as strokes.
#[must_use]
pub fn inline_strokes(document: &Document, window: Span) -> Vec<Stroke> {
    let inlines = document.inlines();
    // No style goes beyond its block, so the search may start with the first block of the window.
    let from = document.block_at(window.start()).map_or(0, |block| document.blocks()[block].span.start());
    let first = inlines.partition_point(|inline| inline.span.start() < from);
    inlines[first..]
        .iter()
        .take_while(|inline| inline.span.start() < window.end())
        .filter(|inline| inline.span.overlap(window).is_some())
        .map(|inline| Stroke { span: inline.span, ink: Ink::Inline(inline.kind) })
        .collect()
}

/// The look of a piece that all the `active` strokes cover, each with its rank in the list.
fn look(active: &[(usize, &Stroke)]) -> Look {
    let mut look = Look::default();
    let mut longest = None;
    let mut shortest = None;
    for &(rank, stroke) in active {
        let length = stroke.span.len();
        match stroke.ink {
            Ink::Entity(kind) => {
                if longest.is_none_or(|longest| longest < (length, Reverse(rank))) {
                    longest = Some((length, Reverse(rank)));
                    look.entity = Some(kind);
                }
            }
            Ink::Pen(pen) => {
                if shortest.is_none_or(|shortest| (length, Reverse(rank)) < shortest) {
                    shortest = Some((length, Reverse(rank)));
                    look.pen = Some(pen);
                }
            }
            Ink::Theme(theme) => look.theme = Some(look.theme.map_or(theme, |first| first.min(theme))),
            Ink::QuoteMark { unsure } => {
                look.mark = true;
                look.unsure |= unsure;
            }
            Ink::Inline(InlineKind::Emphasis) => look.emphasis = true,
            Ink::Inline(InlineKind::Strong) => look.strong = true,
            Ink::Inline(InlineKind::Code) => look.code = true,
            Ink::Inline(InlineKind::Struck) => look.struck = true,
            Ink::Inline(InlineKind::Link(_)) => look.link = true,
            Ink::Inline(InlineKind::Image | InlineKind::Reference) => look.aside = true,
            Ink::Hit { current } => look.hit = Some(look.hit.unwrap_or(false) || current),
            Ink::Selection => look.selected = true,
        }
    }
    look
}

/// The first and last grapheme of every pen on `line` that overlaps another.
fn pen_ends(document: &Document, line: Span, inside: &[(usize, &Stroke)]) -> Vec<Span> {
    let pens: Vec<Span> = inside
        .iter()
        .filter(|(_, stroke)| matches!(stroke.ink, Ink::Pen(_)))
        .map(|(_, stroke)| stroke.span)
        .collect();
    let meets = |index: usize| {
        pens.iter().enumerate().any(|(other, span)| other != index && span.overlap(pens[index]).is_some())
    };
    let ends = (0..pens.len()).filter(|&index| meets(index)).flat_map(|index| {
        let pen = pens[index];
        let mut graphemes = document.slice(pen).graphemes(true);
        let first = graphemes.next().map_or(0, str::len);
        let last = graphemes.next_back().map_or(first, str::len);
        [Span::new(pen.start(), pen.start() + first), Span::new(pen.end() - last, pen.end())]
    });
    ends.filter_map(|end| end.overlap(line)).collect()
}

#[cfg(test)]
mod tests;
