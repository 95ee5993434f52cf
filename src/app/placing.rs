//! Annotations for which there was no time when the document was opened: their passages are looked for behind the window,
//! those nearest to what is shown first.

use super::effect::Effect;
use super::model::Model;
use super::{listing, motion};
use crate::doc::Extent;
use crate::mark::anchor::digest_prefix;
use crate::mark::{Note, NoteId, Placement};
use crate::notice::Notice;
use std::collections::HashMap;

/// How the search for passages stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placing {
    /// The search that counts; what older ones find is dropped.
    generation: u64,
    /// Whether it goes on.
    is_under_way: bool,
    /// Whether the person is still to be told what became of the annotations in this text.
    is_to_be_told: bool,
}

/// The annotations came anew: what is under way is of others. A notice that says what became of them waits until all are found.
pub fn begin(model: &mut Model, notices: &mut Vec<Notice>) {
    stop(model);
    if model.notes.pending() > 0 {
        let all = notices.len();
        notices.retain(|notice| !matches!(notice, Notice::Replaced { .. }));
        model.placing.is_to_be_told = notices.len() < all;
    } else {
        model.placing.is_to_be_told = false;
    }
}

/// What is under way is of another text or of other annotations.
pub fn stop(model: &mut Model) {
    model.placing.generation += 1;
    model.placing.is_under_way = false;
}

/// Asks for what is not found yet, if nobody looks for it.
pub fn keep_up(model: &mut Model) -> Vec<Effect> {
    let is_due =
        model.notes.pending() > 0 && !model.placing.is_under_way && model.document.extent() == Extent::Whole;
    if !is_due {
        return Vec::new();
    }
    model.placing.generation += 1;
    model.placing.is_under_way = true;
    let mut notes: Vec<Note> =
        model.notes.iter().filter(|note| note.placement == Placement::Pending).cloned().collect();
    let (here, length) = (motion::window(model).start(), model.document.text().len());
    notes.sort_by_key(|note| (length / 1000 * usize::from(note.anchor.permille)).abs_diff(here));
    let strangers = model.notes.strangers().clone();
    vec![Effect::Place { generation: model.placing.generation, notes, strangers }]
}

/// Some were found, or it is known that they are not there; after the last ones the person is told.
pub fn take(
    model: &mut Model,
    generation: u64,
    places: Vec<(NoteId, Placement)>,
    is_last: bool,
) -> Option<Notice> {
    if generation != model.placing.generation {
        return None;
    }
    let chosen = listing::chosen_identity(model);
    let places: HashMap<NoteId, Placement> = places.into_iter().collect();
    model.notes.place(|note| match note.placement {
        Placement::Pending => places.get(&note.id).copied().unwrap_or(Placement::Pending),
        known => known,
    });
    listing::choose_again(model, chosen.as_ref());
    listing::refresh(model);
    motion::settle(model);
    if !is_last {
        return None;
    }
    model.placing.is_under_way = false;
    std::mem::take(&mut model.placing.is_to_be_told).then(|| what_became(model))
}

/// What became of the annotations that were made in another text.
fn what_became(model: &Model) -> Notice {
    let text = digest_prefix(&model.document.digest());
    let count = |is: fn(Placement) -> bool| {
        model.notes.iter().filter(|note| note.anchor.text != text && is(note.placement)).count()
    };
    Notice::Replaced {
        moved: count(|placement| matches!(placement, Placement::Moved(_))),
        reworded: count(Placement::is_doubtful),
        lost: count(|placement| placement.span().is_none()),
    }
}
