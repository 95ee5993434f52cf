//! The lists of the views: what is chosen, what is filtered, how they are sorted.

/// The state of one list view. Rows are counted among those that can be chosen, after the filter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The row chosen.
    pub chosen: usize,
    /// The first screen row shown.
    pub top: usize,
    /// What the list is filtered by, as typed; empty shows all.
    pub filter: String,
    /// Which of its orders the list has; 0 is the first.
    pub sort: usize,
    /// Whether what is folded at its end is shown: the names that are hidden.
    pub unfolded: bool,
    /// Whether the details have the keys.
    pub in_details: bool,
    /// The row chosen in the details (a mention, a passage), or the paragraph chosen in the themes.
    pub detail: usize,
}

/// The list views' states.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// Entities.
    pub entities: List,
    /// Who says what.
    pub quotes: List,
    /// Themes.
    pub themes: List,
    /// Notebook.
    pub notebook: List,
}
