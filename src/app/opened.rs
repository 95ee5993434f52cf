//! A document takes the place of its first part, or of an older version of itself.

use super::catalogue::Of;
use super::effect::Effect;
use super::model::Model;
use super::orphans::Orphans;
use super::overlay::{Overlay, PromptKind};
use super::{catalogue, motion, placing, searching, update};
use crate::doc::Document;
use crate::mark::Anchor;
use crate::mark::anchor::Placer;
use crate::text::{Span, again, graphemes};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Takes the document.
///
/// Where it only goes on from the one before, nothing moves. Else every span of the old text is found
/// again in the new one or let go: a span that outlived its text could point anywhere.
pub fn opened(model: &mut Model, document: Arc<Document>, now: Timestamp) -> Vec<Effect> {
    let grew = document.text().starts_with(model.document.text());
    let places = (!grew).then(|| places(model, &document));
    let old = std::mem::replace(&mut model.document, document);
    model.orphans = Orphans::default();
    placing::stop(model);
    if let Some(places) = places {
        moved(model, &old);
        model.reading.marks = places.marks;
        model.reading.back = places.back;
        model.reading.forward = places.forward;
    }
    catalogue::renew_contents(model);
    motion::settle(model);
    motion::go_ahead(model);
    let mut effects = update::analyse(model);
    if grew && model.search.is_shown() {
        // What was looked for in the first part may stand in the rest.
        effects.extend(searching::renew(model, now));
    }
    effects
}

/// The places that are remembered.
struct Places {
    marks: BTreeMap<char, usize>,
    back: Vec<usize>,
    forward: Vec<usize>,
}

/// The places that are remembered, in another text: by the words that stand there.
fn places(model: &Model, document: &Document) -> Places {
    let again = |&offset: &usize| again(document.text(), offset, &model.quote_at(offset));
    Places {
        marks: model.reading.marks.iter().map(|(&letter, offset)| (letter, again(offset))).collect(),
        back: model.reading.back.iter().map(again).collect(),
        forward: model.reading.forward.iter().map(again).collect(),
    }
}

fn moved(model: &mut Model, old: &Document) {
    let document = Arc::clone(&model.document);
    let placer = Placer::new(&document).at_once();
    let again = |span: Span| placer.place(&Anchor::new(old, span)).span();

    let block = old.block_at(model.reading.caret).map_or(Span::default(), |index| old.blocks()[index].span);
    let sentence = crate::text::segment::sentence_at(old.text(), block, model.reading.caret);
    model.reading.caret = again(sentence).map_or(model.reading.caret, Span::start);
    model.reading.caret = inside(&document, model.reading.caret);
    model.reading.column = None;
    model.reading.top = crate::layout::Place::default();

    model.found = Arc::default();
    model.analysis = Arc::default();
    // What was made in this sitting has its rivals counted only where it was written.
    let whole = |anchor: &Anchor| match anchor.rivals {
        None => anchor.clone().completed(old),
        Some(_) => anchor.clone(),
    };
    model.notes.place(|note| {
        if note.anchor.rivals.is_none() && note.attached.is_empty() {
            placer.place(&whole(&note.anchor))
        } else {
            placer.place_note(note)
        }
    });
    model.notes.place_corrections(|anchor| placer.place_surely(&whole(anchor)));
    model.selection = None;
    searching::forget(model);
    // What was asked of the old text has no answer in the new one.
    let is_of_old = |overlay: &Overlay| match overlay {
        Overlay::Labels(_) | Overlay::Preview(_) | Overlay::Question(_) | Overlay::Footnote(_) => true,
        Overlay::Catalogue(catalogue) => !matches!(catalogue.of, Of::Library { .. }),
        _ => false,
    };
    model.overlays.retain(|overlay| !is_of_old(overlay));
    // What is being written goes on; where its passage is gone it belongs to the sentence at the caret.
    let here = model.sentence();
    let (caret, top) = (model.reading.caret, model.reading.top);
    for overlay in &mut model.overlays {
        match overlay {
            Overlay::Editor(editor) => editor.move_to(editor.span().map(|span| again(span).unwrap_or(here))),
            Overlay::Prompt(prompt) => match &mut prompt.kind {
                PromptKind::Search { origin, top: before } => (*origin, *before) = (caret, top),
                PromptKind::Tags { span, .. } => *span = again(*span).unwrap_or(here),
                PromptKind::Filter { .. } | PromptKind::Elsewhere => {}
            },
            _ => {}
        }
    }
}

/// The cluster at `offset`, or the last one of a text that ends before.
#[must_use]
pub fn inside(document: &Document, offset: usize) -> usize {
    let last = document.text().len().saturating_sub(1);
    graphemes::floor_boundary(document.text(), offset.min(last))
}
