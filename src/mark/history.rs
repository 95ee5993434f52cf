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
