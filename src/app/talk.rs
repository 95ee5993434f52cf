//! What the window says: one passing line, and the list of notices.

use crate::notice::{Notice, Obstacle, Severity};
use jiff::{SignedDuration, Timestamp};

/// How long a passing line stands.
const STANDS: SignedDuration = SignedDuration::from_secs(6);
/// The most notices that are kept: in a long sitting a file that changes every minute makes one each time.
const MOST: usize = 200;

/// A passing line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// How much it matters.
    pub severity: Severity,
    /// When it goes.
    pub until: Timestamp,
    /// How many notices came with it, behind the one it shows; `None` where it shows no notice.
    pub behind: Option<usize>,
}

/// How saving stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was changed in this run.
    #[default]
    Untouched,
    /// Changes are on their way to the disk.
    Writing,
    /// Every change is on disk.
    Saved,
    /// So many annotations and corrections are not on disk, and why.
    NotSaved(usize, Obstacle),
}

/// What the window says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Talk {
    /// The passing line.
    pub toast: Option<Toast>,
    /// The notices of this run, the newest last; of over 200 the oldest go.
    pub notices: Vec<Notice>,
    /// How saving stands.
    pub saving: Saving,
    /// Whether the person was just told how to leave, so that asking again leaves.
    pub leaving: bool,
    /// The folder into which the person has what cannot be saved written instead.
    pub elsewhere: Option<String>,
    /// Why notes cannot be saved here at all, when they cannot.
    pub read_only: Option<Obstacle>,
}

impl Talk {
    /// Says a line that passes.
    pub fn say(&mut self, text: impl Into<String>, now: Timestamp) {
        self.tell(text, Severity::Hint, now);
    }

    /// Keeps a notice and says it. While one stands, as at the start, the next ones are only counted: the first
    /// is the one to mend first.
    pub fn notify(&mut self, notice: Notice, text: String, now: Timestamp) {
        let severity = notice.severity();
        if self.notices.len() >= MOST {
            self.notices.remove(0);
        }
        self.notices.push(notice);
        match self.toast.as_mut().filter(|toast| toast.behind.is_some()) {
            Some(standing) if standing.severity >= severity => {
                standing.behind = standing.behind.map(|behind| behind + 1);
            }
            standing => {
                let behind = standing.and_then(|toast| toast.behind).map_or(0, |behind| behind + 1);
                self.toast = Some(Toast { text, severity, until: now + STANDS, behind: Some(behind) });
            }
        }
    }

    /// Says that something did not work.
    pub fn complain(&mut self, text: impl Into<String>, now: Timestamp) {
        self.tell(text, Severity::Warning, now);
    }

    fn tell(&mut self, text: impl Into<String>, severity: Severity, now: Timestamp) {
        self.toast = Some(Toast { text: text.into(), severity, until: now + STANDS, behind: None });
    }

    /// When the passing line goes.
    #[must_use]
    pub fn fades_at(&self) -> Option<Timestamp> {
        self.toast.as_ref().map(|toast| toast.until)
    }

    /// Lets the passing line go when its time has come.
    pub fn fade(&mut self, now: Timestamp) {
        if self.fades_at().is_some_and(|until| until <= now) {
            self.toast = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_notices_the_newest_are_kept() {
        let mut talk = Talk::default();
        let changed = |moved| Notice::Replaced { moved, reworded: 0, lost: 0 };
        for moved in 0..1000 {
            talk.notify(changed(moved), String::new(), Timestamp::UNIX_EPOCH);
        }
        assert_eq!(talk.notices.len(), MOST);
        assert_eq!((talk.notices.first(), talk.notices.last()), (Some(&changed(800)), Some(&changed(999))));
    }
}
