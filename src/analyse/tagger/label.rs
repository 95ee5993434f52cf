//! What a word can be: outside names, or the start or inside of one of four classes.

/// Number of labels.
pub const LABELS: usize = 9;

/// A label of a word; the numbers are those of the model files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label(u8);

/// A class of names as the data have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// `PER`
    Person,
    /// `LOC`
    Place,
    /// `ORG`
    Organisation,
    /// `MISC`: events, laws, works, products.
    Other,
}

impl Class {
    /// Every class, in the order of the labels.
    pub const ALL: [Class; 4] = [Self::Person, Self::Place, Self::Organisation, Self::Other];
}

impl Label {
    /// Not in a name.
    pub const OUTSIDE: Label = Label(0);
    /// Every label, by number.
    pub const ALL: [Label; LABELS] =
        [Label(0), Label(1), Label(2), Label(3), Label(4), Label(5), Label(6), Label(7), Label(8)];

    /// Its number.
    #[must_use]
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

    /// Its name in the data: `O`, `B-PER`, `I-PER`…
    #[must_use]
    pub fn name(self) -> &'static str {
        ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"][self.number()]
    }

    /// The label of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Label> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// Its class; `None` outside names.
    #[must_use]
    pub fn class(self) -> Option<Class> {
        Class::ALL.get(self.number().checked_sub(1)? / 2).copied()
    }

    /// Whether it goes on with a name.
    #[must_use]
    pub fn is_inside(self) -> bool {
        self.0 > 0 && self.0.is_multiple_of(2)
    }

    /// Whether it may stand after `before`, or at the start of a sentence.
    #[must_use]
    pub fn may_follow(self, before: Option<Label>) -> bool {
        !self.is_inside() || before.is_some_and(|before| before.class() == self.class())
    }
}
