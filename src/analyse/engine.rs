//! Runs the parts over a document, or over the surroundings of the window.

use super::language;
use super::names::{KnownIndex, Names, candidates};
use super::reading::Reading;
use super::themes::{ThemeFinder, ThemeIndex};
use super::{marks, quotes, speakers};
use crate::doc::Document;
use crate::mark::{Analysis, KnownName, Language, ReadAs, Theme};
use crate::text::Span;
use crate::text::graphemes::floor_char;
use std::sync::{Arc, OnceLock};

/// Bytes up to which a document is analysed whole.
pub const WHOLE_LIMIT: usize = 8 << 20;
/// Bytes looked at on each side of the window in a larger one.
const AROUND: usize = 256 << 10;
/// Bytes between two reports of progress.
const STEP: usize = 1 << 16;
/// Bytes of a block that are analysed at once: a longer one is cut, so that work can always be stopped soon.
const PART: usize = 1 << 15;

/// Finds quotations, names and themes, given the names and themes of the person.
#[derive(Debug)]
pub struct Engine {
    lore: Arc<Lore>,
    themes: Vec<Theme>,
    /// The language of the text, where the person chose one.
    language: Option<Language>,
    /// Made on the first analysis: a large file has its first frame before that.
    index: OnceLock<ThemeIndex>,
}

/// What does not depend on the themes, so that engines of different themes share it.
#[derive(Debug)]
struct Lore {
    names: Vec<KnownName>,
    /// Made on the first analysis too.
    known: OnceLock<KnownIndex>,
}

impl Engine {
    /// An engine that knows these names and looks for these themes.
    #[must_use]
    pub fn new(names: &[KnownName], themes: &[Theme]) -> Engine {
        let lore = Arc::new(Lore { names: names.to_vec(), known: OnceLock::new() });
        Self { lore, themes: themes.to_vec(), language: None, index: OnceLock::new() }
    }

    /// The same, but every text is read in `language`; `None` finds the language out from the words of the
    /// document, and that of each paragraph which is in another.
    #[must_use]
    pub fn in_language(self, language: Option<Language>) -> Engine {
        Self { language, ..self }
    }

    /// The same engine for other themes. It costs next to nothing: the rest is shared.
    #[must_use]
    pub fn with_themes(&self, themes: &[Theme]) -> Engine {
        let lore = Arc::clone(&self.lore);
        Self { lore, themes: themes.to_vec(), language: self.language, index: OnceLock::new() }
    }

    /// The themes it looks for.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// What every analysis looks up: names and words of themes.
    fn tables(&self) -> (&KnownIndex, &ThemeIndex) {
        let known = self.lore.known.get_or_init(|| KnownIndex::new(&self.lore.names));
        (known, self.index.get_or_init(|| ThemeIndex::new(&self.themes)))
    }

    /// All that is found in `document`.
    ///
    /// `window` is what is on screen, in bytes: documents over [`WHOLE_LIMIT`] are analysed in its
    /// surroundings only, and [`Analysis::covered`] says where; a window past the end counts as the
    /// end. Under the limit it changes nothing. `progress` gets 0 to 100, never falling; `stop` is
    /// asked between blocks, and `None` comes back once it says yes.
    pub fn analyse(
        &self,
        document: &Document,
        window: Span,
        stop: &dyn Fn() -> bool,
        progress: &mut dyn FnMut(u8),
    ) -> Option<Analysis> {
        self.run(document, window, true, stop, progress)
    }

    /// What the rules alone find in `document`, for a first frame that cannot wait for the tagger:
    /// quotations and themes as in [`Engine::analyse`], names less surely.
    #[must_use]
    pub fn sketch(&self, document: &Document) -> Analysis {
        self.run(document, Span::default(), false, &|| false, &mut |_| {}).expect("nobody stops it")
    }

    fn run(
        &self,
        document: &Document,
        window: Span,
        tagged: bool,
        stop: &dyn Fn() -> bool,
        progress: &mut dyn FnMut(u8),
    ) -> Option<Analysis> {
        let covered = region(document.text(), window);
        let stretch = Stretch { base: covered.start(), text: covered.of(document.text()) };
        let blocks = stretch.blocks(document);
        let mut pace = Pace { stop, progress, total: stretch.text.len().max(1), next: 0 };

        let (known, themes) = self.tables();
        let chosen = self.language.is_some();
        let stated = || document.meta().language.as_deref().and_then(Language::of_code);
        let language =
            self.language.or_else(stated).unwrap_or_else(|| language::of_document(document.text()));
        let mut reading = Reading::new(stretch.text, language, chosen);
        for &block in &blocks {
            pace.at(block.start(), 0, 35)?;
            reading.read(block);
        }
        let mut found = Vec::new();
        let mut quotations = Vec::new();
        let mut hits = Vec::new();
        pace.next = 0;
        let mut find_candidates = candidates(&reading, known, tagged);
        let mut themes = ThemeFinder::new(themes, &reading);
        let singles = marks::single_marks(&reading);
        for (number, (passage, &block)) in reading.passages.iter().zip(&blocks).enumerate() {
            pace.at(block.start(), 35, 75)?;
            find_candidates(passage, &mut found);
            quotes::quotes(&reading, number, block, singles, &mut quotations);
            themes.find(&reading, passage.tokens.clone(), &mut hits);
        }
        drop(find_candidates);
        let names = Names::new(&reading, found, known);
        pace.next = 0;
        let quotations =
            speakers::attribute(&reading, &names, &quotations, &mut |offset| pace.at(offset, 80, 99))?;
        (pace.progress)(100);
        let read_as = Some(ReadAs { language, chosen });
        Some(Analysis { read_as, ..stretch.analysis(quotations, names, hits, covered) })
    }
}

/// Reports progress and asks whether to stop, now and then.
struct Pace<'a> {
    stop: &'a dyn Fn() -> bool,
    progress: &'a mut dyn FnMut(u8),
    total: usize,
    next: usize,
}

impl Pace<'_> {
    /// The work between `low` and `high` percent has come to `offset`; `None` to stop.
    fn at(&mut self, offset: usize, low: usize, high: usize) -> Option<()> {
        if offset >= self.next {
            self.next = (offset / STEP + 1) * STEP;
            let percent = low + (high - low) * offset.min(self.total) / self.total;
            (self.progress)(u8::try_from(percent).unwrap_or(100));
            if (self.stop)() {
                return None;
            }
        }
        Some(())
    }
}

/// The part of the text that is looked at: all of it, or some megabytes around the window, cut at
/// line ends where one is near, so that blocks are seen whole.
fn region(text: &str, window: Span) -> Span {
    if text.len() <= WHOLE_LIMIT {
        return Span::new(0, text.len());
    }
    let boundary = |offset: usize| {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let middle = window.start().min(text.len());
    let start = boundary(middle.saturating_sub(AROUND));
    let end = boundary(window.end().clamp(middle, middle + AROUND) + AROUND);
    let first = match text[start..boundary(start + STEP)].find('\n') {
        Some(at) if start > 0 => start + at + 1,
        _ => start,
    };
    let near = boundary(end.saturating_sub(STEP));
    let last = match text[near..end].rfind('\n') {
        Some(at) if end < text.len() => near + at,
        _ => end,
    };
    Span::new(first, last.max(first))
}

/// Adds the parts of a block, of [`PART`] bytes at most, cut where a sentence ends outside quotations if
/// there is such a place in the second half of a part, else at a blank.
fn cut(text: &str, block: Span, parts: &mut Vec<Span>) {
    let mut start = block.start();
    while block.end() - start > PART {
        let limit = floor_char(text, start + PART);
        let piece = &text[start..limit];
        let half = piece.len() / 2;
        let (mut depth, mut stopped, mut best) = (0_usize, false, None);
        for (at, letter) in piece.char_indices() {
            match letter {
                '«' | '“' | '„' => depth += 1,
                '»' | '”' => depth = depth.saturating_sub(1),
                blank if blank.is_whitespace() && stopped && at >= half && depth == 0 => best = Some(at),
                _ => {}
            }
            stopped =
                matches!(letter, '.' | '!' | '?' | '…') || stopped && matches!(letter, '»' | '”' | ')' | '"');
        }
        let blank = || {
            piece[floor_char(piece, half)..].rfind(char::is_whitespace).map(|at| floor_char(piece, half) + at)
        };
        let end = start + best.or_else(blank).unwrap_or(piece.len());
        parts.push(Span::new(start, end));
        start = end;
    }
    parts.push(Span::new(start, block.end()));
}

/// A region of the document; inside the analysis, offsets count from its start.
struct Stretch<'a> {
    base: usize,
    text: &'a str,
}

impl Stretch<'_> {
    /// The blocks of the region, cut where they reach beyond it.
    fn blocks(&self, document: &Document) -> Vec<Span> {
        let region = Span::new(self.base, self.base + self.text.len());
        let blocks = document.blocks();
        let first = document.block_at(region.start()).unwrap_or(0);
        let parts = blocks[first.min(blocks.len())..]
            .iter()
            .map_while(|block| (block.span.start() <= region.end()).then(|| block.span.overlap(region)));
        let inside = |span: Span| Span::new(span.start() - self.base, span.end() - self.base);
        let mut spans = Vec::new();
        parts.flatten().for_each(|span| cut(self.text, inside(span), &mut spans));
        spans
    }

    /// Moves everything found to where it lies in the document.
    fn analysis(
        &self,
        mut quotations: Vec<crate::mark::Quotation>,
        mut names: Names,
        mut hits: Vec<crate::mark::ThemeHit>,
        covered: Span,
    ) -> Analysis {
        if self.base > 0 {
            let moved = |span: Span| Span::new(span.start() + self.base, span.end() + self.base);
            for quotation in &mut quotations {
                quotation.span = moved(quotation.span);
                quotation.cue = quotation.cue.map(moved);
                if let Some(speaker) = &mut quotation.speaker {
                    speaker.mention = speaker.mention.map(moved);
                }
            }
            names
                .entities
                .iter_mut()
                .flat_map(|entity| &mut entity.mentions)
                .for_each(|span| *span = moved(*span));
            hits.iter_mut().for_each(|hit| hit.span = moved(hit.span));
        }
        Analysis::new(quotations, names.entities, hits, covered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<Span> {
        let mut parts = Vec::new();
        cut(text, Span::new(0, text.len()), &mut parts);
        parts
    }

    #[test]
    fn a_huge_block_is_cut_between_sentences_and_outside_quotations() {
        let text =
            "« Un mot. Et un autre. » dit-il. Voilà.".to_owned() + " Encore « un mot. Et un autre » là.";
        let text = text.repeat(10_000);
        let parts = parts(&text);
        assert!(parts.len() > 10 && parts.iter().all(|part| part.len() <= PART));
        assert_eq!((parts[0].start(), parts[parts.len() - 1].end()), (0, text.len()));
        for pair in parts.windows(2) {
            assert_eq!(pair[0].end(), pair[1].start());
            let before = pair[0].of(&text);
            assert_eq!(before.matches('«').count(), before.matches('»').count());
            assert!(before.ends_with('.'), "{}", &before[before.len() - 20..]);
        }
    }

    #[test]
    fn a_block_without_blanks_is_cut_between_characters() {
        let text = "é".repeat(PART);
        assert!(parts(&text).len() >= 2);
        assert_eq!(parts(&text).iter().map(|part| part.of(&text)).collect::<String>(), text);
        assert_eq!(parts(""), [Span::default()]);
    }
}
