//! What was done, and how to take it back.

use super::{Edit, EventId};

/// A change that can be taken back (or made again): the event that made it, and the edit that does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The event to take back.
    pub event: EventId,
    /// The edit that takes it back.
    pub edit: Edit,
}

/// Two stacks: what can be undone, what can be redone. A new change empties the second.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A new change was made by `event`; `inverse` takes it back.
    pub fn record(&mut self, event: EventId, inverse: Edit) {
        self.undone.clear();
        self.done.push(Step { event, edit: inverse });
    }

    /// The change to take back next.
    pub fn undo(&mut self) -> Option<Step> {
        self.done.pop()
    }

    /// The change to make again next.
    pub fn redo(&mut self) -> Option<Step> {
        self.undone.pop()
    }

    /// A step of [`History::undo`] was applied by `event`; `inverse` makes the change again.
    pub fn undone(&mut self, event: EventId, inverse: Edit) {
        self.undone.push(Step { event, edit: inverse });
    }

    /// A step of [`History::redo`] was applied by `event`; `inverse` takes it back again.
    pub fn redone(&mut self, event: EventId, inverse: Edit) {
        self.done.push(Step { event, edit: inverse });
    }

    /// Replays an event from the journal, so that undo works across runs. `undoes` is what it took back.
    pub fn replay(&mut self, event: EventId, undoes: Option<EventId>, inverse: Edit) {
        match undoes {
            Some(undone) if self.done.last().is_some_and(|step| step.event == undone) => {
                self.done.pop();
                self.undone(event, inverse);
            }
            Some(redone) if self.undone.last().is_some_and(|step| step.event == redone) => {
                self.undone.pop();
                self.redone(event, inverse);
            }
            _ => self.record(event, inverse),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::NoteId;
    use uuid::Uuid;

    fn step(number: u128) -> (EventId, Edit) {
        (Uuid::from_u128(number), Edit::Remove(NoteId(Uuid::from_u128(number))))
    }

    #[test]
    fn what_was_undone_is_redone_until_something_new_is_done() {
        let mut history = History::default();
        let (first, inverse) = step(1);
        history.record(first, inverse);
        assert_eq!(history.undo().map(|step| step.event), Some(first));
        let (undoing, again) = step(2);
        history.undone(undoing, again);
        assert_eq!(history.undo(), None);
        let (new, inverse) = step(3);
        history.record(new, inverse);
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo().map(|step| step.event), Some(new));
    }

    #[test]
    fn a_journal_played_again_gives_the_same_history() {
        let [(a, do_a), (b, do_b), (c, do_c), (d, do_d)] = [1, 2, 3, 4].map(step);
        let mut live = History::default();
        live.record(a, do_a.clone());
        live.record(b, do_b.clone());
        live.undo();
        live.undone(c, do_c.clone());
        live.redo();
        live.redone(d, do_d.clone());
        let mut replayed = History::default();
        for (event, undoes, inverse) in
            [(a, None, do_a), (b, None, do_b), (c, Some(b), do_c), (d, Some(c), do_d)]
        {
            replayed.replay(event, undoes, inverse);
        }
        assert_eq!(replayed, live);
    }
}
