//! Annotations as a Markdown file that GitHub, pandoc and people read.
//!
//! The same notes give the same bytes: no clock, no path of this machine but the article's own.

mod escape;
mod front;
mod markers;

pub use markers::{replaces, untouched};

use super::plain;
use crate::doc::{Block, BlockKind, Document, Heading};
use crate::mark::{Analysis, Note, Notes, Pen, Placement, Quotation};
use crate::text::Span;
use crate::words::Lang;
use crate::words::exchange::Export;

/// The words of an export: its language, what the pens are called, tags for the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The language of what the export says by itself.
    pub lang: Lang,
    /// Names of the pens, in the order of [`Pen::ALL`]; the person may have changed them.
    pub pens: [String; Pen::ALL.len()],
    /// Tags without `#` that every exported file bears, before those of its annotations.
    pub tags: Vec<String>,
}

impl Labels {
    /// The usual names in `lang`, and no tags.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let name = |word: Export| word.say(lang).to_owned();
        Self {
            lang,
            pens: [name(Export::Yellow), name(Export::Green), name(Export::Blue), name(Export::Pink)],
            tags: Vec::new(),
        }
    }

    /// What `pen` is called.
    #[must_use]
    pub fn pen(&self, pen: Pen) -> &str {
        &self.pens[pen as usize]
    }
}

/// The whole file: front matter, title, then every annotation in reading order under the headings
/// of the article; those whose passage is not found come last, under a heading of their own.
///
/// An annotation is a block between two comments, which carry its id and a hash of what stands
/// between them. Quotes are escaped, so that an article cannot open a heading, a list, a table or
/// front matter of its own; a note is the person's Markdown and stays as it is.
#[must_use]
pub fn export(document: &Document, analysis: &Analysis, notes: &Notes, labels: &Labels) -> String {
    let mut body = format!("# {}\n", escape::line(document.title()));
    let mut headings = Headings::new(document);
    let mut lost = false;
    for note in notes.in_reading_order() {
        match note.span() {
            Some(span) => headings.open(span.start(), &mut body),
            None if !lost => {
                lost = true;
                body.push_str(&format!("\n## {}\n", Export::Lost.say(labels.lang)));
            }
            None => {}
        }
        let content = annotation(document, analysis, note, labels);
        body.push('\n');
        body.push_str(&markers::block(&note.id.short(), &content));
    }
    front::with_front_matter(document, notes, &labels.tags, &body)
}

/// What stands between the markers of one annotation: caption, quote, note, tags.
fn annotation(document: &Document, analysis: &Analysis, note: &Note, labels: &Labels) -> String {
    let mut content =
        format!("<a id=\"{}\"></a>{}\n\n", note.id.short(), caption(document, analysis, note, labels));
    content.push_str(&match note.span() {
        Some(span) => quote(document, span),
        None => escape::quote(note.anchor.quote.split('\n').map(|line| (line, escape::End::Paragraph))),
    });
    let text = markers::neutral(&plain(&note.body));
    if !text.is_empty() {
        content.push_str(&format!("\n{text}\n"));
    }
    let tags: Vec<String> =
        note.tags.iter().filter(|tag| !holds_tag(&note.body, tag)).map(|tag| escape::tag(tag)).collect();
    if !tags.is_empty() {
        content.push_str(&format!("\n{}\n", tags.join(" ")));
    }
    content
}

/// Who speaks (or that it is the text), which paragraph, which pen, and whether its words changed.
fn caption(document: &Document, analysis: &Analysis, note: &Note, labels: &Labels) -> String {
    let speaker = note.span().and_then(|span| speaker(document, analysis, span));
    let mut parts = vec![match speaker {
        Some(name) => format!("**{}**", escape::line(name)),
        None => Export::Text.say(labels.lang).to_owned(),
    }];
    let paragraph = note.span().map_or(0, |span| document.paragraph_at(span.start()));
    if paragraph > 0 {
        parts.push(format!("§{paragraph}"));
    }
    parts.push(escape::line(labels.pen(note.pen)));
    match note.placement {
        Placement::Approximate(_) => parts.push(Export::Reworded.say(labels.lang).to_owned()),
        Placement::Changed(_) => parts.push(Export::ChangedHere.say(labels.lang).to_owned()),
        Placement::Exact(_)
        | Placement::Moved(_)
        | Placement::Ambiguous
        | Placement::Orphan
        | Placement::Pending => {}
    }
    parts.join(" · ")
}

/// Whose words the passage gives: the canonical name, or the mention as it stands, of the
/// quotation that shares most bytes with it.
fn speaker<'a>(document: &'a Document, analysis: &'a Analysis, span: Span) -> Option<&'a str> {
    let shared = |quotation: &Quotation| quotation.span.overlap(span).map_or(0, Span::len);
    let mut best: Option<(usize, &str)> = None;
    for (_, quotation) in analysis.quotations.touching(span) {
        let Some(speaker) = &quotation.speaker else { continue };
        let Some(name) = speaker.name.as_deref().or_else(|| Some(document.slice(speaker.mention?))) else {
            continue;
        };
        if best.is_none_or(|(length, _)| shared(quotation) > length) {
            best = Some((shared(quotation), name));
        }
    }
    best.map(|(_, name)| name)
}

/// The passage as a block quotation: a paragraph a block, lines of verse kept.
fn quote(document: &Document, span: Span) -> String {
    let first = document.block_at(span.start()).unwrap_or(0);
    let pieces = document.blocks()[first..]
        .iter()
        .take_while(|block| block.span.start() < span.end())
        .filter_map(|block| Some((block, block.span.overlap(span)?)));
    escape::quote(pieces.flat_map(|(block, piece)| lines(document, block, piece)))
}

/// The lines of one block within `piece`, with what follows each.
fn lines<'a>(
    document: &'a Document,
    block: &Block,
    piece: Span,
) -> impl Iterator<Item = (&'a str, escape::End)> {
    let within = if block.kind == BlockKind::Verbatim { escape::End::Line } else { escape::End::Paragraph };
    let text = document.slice(piece);
    let last = text.matches('\n').count();
    text.split('\n')
        .enumerate()
        .map(move |(index, line)| (line, if index == last { escape::End::Paragraph } else { within }))
}

/// Whether the note itself already says `#tag`.
fn holds_tag(body: &str, tag: &str) -> bool {
    body.match_indices('#').any(|(at, _)| {
        body[at + 1..].strip_prefix(tag).is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '-' | '_' | '/'))
        })
    })
}

/// The headings of the article, written once each, above the first annotation that lies under them.
struct Headings<'a> {
    /// The level that becomes `##`.
    top: u8,
    /// Those not looked at yet.
    next: Vec<Heading<'a>>,
    /// The headings above the present place, outermost first, and whether each is written.
    path: Vec<(Heading<'a>, bool)>,
}

impl<'a> Headings<'a> {
    fn new(document: &'a Document) -> Self {
        let mut next: Vec<Heading<'a>> = document.headings().collect();
        let top = next.iter().map(|heading| heading.level).min().unwrap_or(1);
        next.reverse();
        Self { top, next, path: Vec::new() }
    }

    /// Writes the headings above `offset` that have not been written. Offsets must not go back.
    fn open(&mut self, offset: usize, out: &mut String) {
        while let Some(heading) = self.next.pop_if(|heading| heading.start <= offset) {
            self.path.retain(|(above, _)| above.level < heading.level);
            self.path.push((heading, false));
        }
        for (heading, written) in self.path.iter_mut().filter(|(_, written)| !written) {
            let signs = usize::from((heading.level - self.top).saturating_add(2)).min(6);
            out.push_str(&format!("\n{} {}\n", "#".repeat(signs), escape::line(heading.title)));
            *written = true;
        }
    }
}

#[cfg(test)]
mod tests;
