//! What the whole article says of quotations that nothing near explains: the other turns of a
//! dialogue, and the same words further on.

use super::Attribution;
use crate::analyse::lexicon::Class;
use crate::analyse::names::Names;
use crate::analyse::quotes::{Form, Quote};
use crate::analyse::reading::{Reading, WordId};
use crate::mark::{Confidence, EntityKind};
use std::ops::Range;

/// Passages at the head of an article whose quotations the article repeats.
const HEAD: usize = 4;
/// Words that two quotations must share to be one.
const SHARED: usize = 3;

/// Speakers of the turns of dialogues that have none yet: turn by turn the two alternate; somebody
/// addressed in a turn speaks in the one before or after it.
pub(super) fn turns(reading: &Reading, names: &Names, quotes: &[Quote], found: &mut [Attribution]) {
    let mut start = 0;
    while start < quotes.len() {
        let mut end = start + 1;
        let turn = |at: usize| quotes[at].form == Form::Turn;
        while end < quotes.len()
            && turn(start)
            && turn(end)
            && found[end].passage == found[end - 1].passage + 1
        {
            end += 1;
        }
        if turn(start) {
            dialogue(reading, names, quotes, found, start..end);
        }
        start = end;
    }
}

fn dialogue(
    reading: &Reading,
    names: &Names,
    quotes: &[Quote],
    found: &mut [Attribution],
    run: Range<usize>,
) {
    let known = |found: &[Attribution], at: usize| {
        if run.contains(&at) && found[at].is_known() { Some(at) } else { None }
    };
    let here = present(reading, names, found[run.start].passage);
    // Forwards, then backwards: what a turn takes from the one after next is known only then.
    for at in run.clone().chain(run.clone().rev()) {
        if found[at].is_known() {
            continue;
        }
        let beside = |found: &[Attribution], entity: Option<usize>| {
            [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .filter_map(|near| known(found, near))
                .any(|near| found[near].entity == entity)
        };
        let second =
            [at.checked_sub(2), Some(at + 2)].into_iter().flatten().filter_map(|near| known(found, near));
        let alternate = second.map(|near| found[near].carry(Confidence::Low)).next();
        let addressed = || {
            let near =
                [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|near| run.contains(near));
            near.filter_map(|near| addressee(reading, names, &quotes[near])).next().map(carried)
        };
        // Two people are there, and the other one speaks before or after.
        let other = || {
            let spoke =
                [at.checked_sub(1), Some(at + 1)].into_iter().flatten().find_map(|near| known(found, near));
            let spoke = spoke.and_then(|near| found[near].entity)?;
            let mut others = here.iter().filter(|&&person| person != spoke);
            let other = others.next().copied()?;
            others.next().is_none().then(|| carried(other))
        };
        let Some(speaker) = alternate.or_else(addressed).or_else(other) else { continue };
        if !beside(found, speaker.entity) {
            let Attribution { passage, alone, opens, cue, .. } = found[at];
            found[at] = Attribution { passage, alone, opens, cue, ..speaker };
        }
    }
}

/// Somebody who speaks by the way of the dialogue.
pub(super) fn carried(entity: usize) -> Attribution {
    let confidence = Some(Confidence::Low);
    Attribution { entity: Some(entity), confidence, carried: true, ..Attribution::default() }
}

/// The people named in the passage before passage `number`.
fn present(reading: &Reading, names: &Names, number: usize) -> Vec<usize> {
    let Some(before) = number.checked_sub(1) else { return Vec::new() };
    let tokens = &reading.passages[before].tokens;
    let first = names.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let mut people = Vec::new();
    for mention in names.mentions[first..].iter().take_while(|mention| mention.tokens.start < tokens.end) {
        if names.kind(mention) == EntityKind::Person && !people.contains(&mention.entity) {
            people.push(mention.entity);
        }
    }
    people
}

/// `On compte, madame Hauville.`: a name between marks inside the speech.
pub(super) fn addressee(reading: &Reading, names: &Names, quote: &Quote) -> Option<usize> {
    let first = names.mentions.partition_point(|mention| mention.tokens.start < quote.tokens.start);
    let within = names.mentions[first..].iter().take_while(|mention| mention.tokens.end <= quote.tokens.end);
    let mut people = within.filter(|mention| names.kind(mention) == EntityKind::Person);
    let called = people.find(|mention| {
        let mut before = mention.tokens.start - 1;
        if reading.has(before, Class::TITLE) {
            before -= 1;
        }
        let after = reading.tokens.get(mention.tokens.end);
        reading.tokens[before].is(',') && after.is_none_or(|token| token.mark().is_some())
    });
    called.map(|mention| mention.entity)
}

/// Quotations at the head of the article whose words stand in one further on, and who says them there.
pub(super) fn recurring(reading: &Reading, quotes: &[Quote], found: &mut [Attribution]) {
    let words = |quote: &Quote| -> Vec<WordId> {
        quote.tokens.clone().filter_map(|at| reading.tokens[at].word()).collect()
    };
    let head = found.iter().take_while(|found| found.passage < HEAD).count();
    for at in 0..head {
        if found[at].is_known() || found[at].title {
            continue;
        }
        let wanted = words(&quotes[at]);
        if wanted.len() < SHARED {
            continue;
        }
        let same = (at + 1..quotes.len()).find(|&other| {
            found[other].entity.is_some()
                && words(&quotes[other]).windows(wanted.len()).any(|part| part == wanted)
        });
        if let Some(same) = same {
            let Attribution { passage, alone, opens, cue, .. } = found[at];
            found[at] = Attribution { passage, alone, opens, cue, ..found[same].carry(Confidence::Medium) };
        }
    }
}
