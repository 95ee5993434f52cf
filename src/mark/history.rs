//! What was done, and how to take it back.

use super::{Edit, EventId};
use jiff::Timestamp;

/// A change that can be taken back (or made again): the event that made it, and the edit that does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The event to take back.
    pub event: EventId,
    /// When it was made: changes made by one command share their time, and are taken back together.
    pub at: Timestamp,
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
    pub fn record(&mut self, event: EventId, at: Timestamp, inverse: Edit) {
        self.undone.clear();
        self.done.push(Step { event, at, edit: inverse });
    }

    /// The changes of the last command, to be taken back in this order; none where nothing was done.
    pub fn undo(&mut self) -> Vec<Step> {
        pop_command(&mut self.done)
    }

    /// The changes of the command that was taken back last, to be made again in this order.
    pub fn redo(&mut self) -> Vec<Step> {
        pop_command(&mut self.undone)
    }

    /// A step of [`History::undo`] was applied by `event`; `inverse` makes the change again.
    pub fn undone(&mut self, event: EventId, at: Timestamp, inverse: Edit) {
        self.undone.push(Step { event, at, edit: inverse });
    }

    /// A step of [`History::redo`] was applied by `event`; `inverse` takes it back again.
    pub fn redone(&mut self, event: EventId, at: Timestamp, inverse: Edit) {
        self.done.push(Step { event, at, edit: inverse });
    }

    /// Replays an event from the journal, so that undo works across runs. `undoes` is what it took back.
    pub fn replay(&mut self, event: EventId, at: Timestamp, undoes: Option<EventId>, inverse: Edit) {
        match undoes {
            Some(undone) if self.done.last().is_some_and(|step| step.event == undone) => {
                self.done.pop();
                self.undone(event, at, inverse);
            }
            Some(redone) if self.undone.last().is_some_and(|step| step.event == redone) => {
                self.undone.pop();
                self.redone(event, at, inverse);
            }
            _ => self.record(event, at, inverse),
        }
    }
}

/// Takes the last step and those before it that share its time.
fn pop_command(steps: &mut Vec<Step>) -> Vec<Step> {
    let Some(at) = steps.last().map(|step| step.at) else { return Vec::new() };
    let first = steps.iter().rposition(|step| step.at != at).map_or(0, |before| before + 1);
    let mut command = steps.split_off(first);
    command.reverse();
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::NoteId;
    use uuid::Uuid;

    fn step(number: u128) -> (EventId, Edit) {
        (Uuid::from_u128(number), Edit::Remove(NoteId(Uuid::from_u128(number))))
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a few seconds after 1970")
    }

    fn events(steps: &[Step]) -> Vec<EventId> {
        steps.iter().map(|step| step.event).collect()
    }

    #[test]
    fn changes_of_one_command_are_taken_back_together_the_last_first() {
        let mut history = History::default();
        for (number, second) in [(1, 1), (2, 2), (3, 2)] {
            let (event, inverse) = step(number);
            history.record(event, at(second), inverse);
        }
        assert_eq!(events(&history.undo()), [step(3).0, step(2).0]);
        assert_eq!(events(&history.undo()), [step(1).0]);
    }

    #[test]
    fn what_was_undone_is_redone_until_something_new_is_done() {
        let mut history = History::default();
        let (first, inverse) = step(1);
        history.record(first, at(1), inverse);
        assert_eq!(events(&history.undo()), [first]);
        let (undoing, again) = step(2);
        history.undone(undoing, at(2), again);
        assert_eq!(history.undo(), []);
        let (new, inverse) = step(3);
        history.record(new, at(3), inverse);
        assert_eq!(history.redo(), []);
        assert_eq!(events(&history.undo()), [new]);
    }

    #[test]
    fn a_journal_played_again_gives_the_same_history() {
        let [(a, do_a), (b, do_b), (c, do_c), (d, do_d)] = [1, 2, 3, 4].map(step);
        let mut live = History::default();
        live.record(a, at(1), do_a.clone());
        live.record(b, at(2), do_b.clone());
        live.undo();
        live.undone(c, at(3), do_c.clone());
        live.redo();
        live.redone(d, at(4), do_d.clone());
        let mut replayed = History::default();
        let events = [(a, 1, None, do_a), (b, 2, None, do_b), (c, 3, Some(b), do_c), (d, 4, Some(c), do_d)];
        for (event, second, undoes, inverse) in events {
            replayed.replay(event, at(second), undoes, inverse);
        }
        assert_eq!(replayed, live);
    }
}
