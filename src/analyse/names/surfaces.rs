//! Names by the first word of each way to write them.

use crate::analyse::table::{Texts, WordTable};
use crate::analyse::tokens::{self, lower_into};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// Between the tokens of a surface.
const JOINT: char = '\n';

/// Names and their surfaces: a name is what an article calls it in one of several ways.
#[derive(Debug, Clone, Default)]
pub(super) struct Surfaces {
    /// First words of surfaces, in lower case.
    firsts: WordTable,
    /// For each first word, the end of its surfaces.
    ends: Cow<'static, [u16]>,
    /// The tokens of each surface, those with most tokens first among those with the same first word.
    surfaces: Texts,
    /// For each surface, the number of its name.
    names: Cow<'static, [u16]>,
    /// The canonical forms.
    canonical: Texts,
    /// For each name, the section it stands in.
    sections: Cow<'static, [u8]>,
}

impl Surfaces {
    /// What was laid out before, part by part as [`Surfaces::parts`] gives them.
    pub(super) const fn fixed(
        firsts: WordTable,
        ends: &'static [u16],
        surfaces: Texts,
        names: &'static [u16],
        canonical: Texts,
        sections: &'static [u8],
    ) -> Self {
        Self {
            firsts,
            ends: Cow::Borrowed(ends),
            surfaces,
            names: Cow::Borrowed(names),
            canonical,
            sections: Cow::Borrowed(sections),
        }
    }

    /// Fewer than 2^16 names, each with its section and its surfaces, the canonical one first; a name
    /// without surfaces is none. Of two names with the same surface, the first stands first.
    pub(super) fn new<'a, S: IntoIterator<Item = &'a str>>(names: impl IntoIterator<Item = (u8, S)>) -> Self {
        let mut found = Self::default();
        let mut by_first: BTreeMap<String, Vec<(String, u16)>> = BTreeMap::new();
        for (section, surfaces) in names {
            let name = u16::try_from(found.canonical.len()).expect("fewer than 2^16 names");
            let mut surfaces = surfaces.into_iter().peekable();
            let Some(canonical) = surfaces.peek() else { continue };
            found.canonical.push(canonical);
            found.sections.to_mut().push(section);
            for surface in surfaces {
                if let Some((first, tokens)) = tokens_of(surface) {
                    by_first.entry(first).or_default().push((tokens, name));
                }
            }
        }
        let mut firsts = Texts::default();
        for (first, mut surfaces) in by_first {
            firsts.push(&first);
            surfaces.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.matches(JOINT).count()));
            for (tokens, name) in surfaces {
                found.surfaces.push(&tokens);
                found.names.to_mut().push(name);
            }
            let end = u16::try_from(found.surfaces.len()).expect("fewer than 2^16 surfaces");
            found.ends.to_mut().push(end);
        }
        found.firsts = WordTable::new(firsts);
        found
    }

    /// The surfaces that start with the lower-cased word.
    pub(super) fn starting_with(&self, word: &str) -> Range<usize> {
        let Some(first) = self.firsts.find(word) else { return 0..0 };
        let start = first.checked_sub(1).map_or(0, |before| usize::from(self.ends[before]));
        start..usize::from(self.ends[first])
    }

    /// The tokens of a surface, apostrophes straight.
    pub(super) fn tokens(&self, surface: usize) -> impl Iterator<Item = &str> {
        self.surfaces.get(surface).split(JOINT)
    }

    /// The number of the name that a surface stands for.
    pub(super) fn name_of(&self, surface: usize) -> usize {
        usize::from(self.names[surface])
    }

    /// How many names there are.
    pub(super) fn len(&self) -> usize {
        self.canonical.len()
    }

    /// The canonical form of a name.
    pub(super) fn canonical(&self, name: usize) -> &str {
        self.canonical.get(name)
    }

    /// The section a name stands in.
    pub(super) fn section(&self, name: usize) -> usize {
        usize::from(self.sections[name])
    }

    /// All parts, for [`Surfaces::fixed`].
    #[allow(dead_code, reason = "the build script writes tables out with it")]
    pub(super) fn parts(&self) -> (&WordTable, &[u16], &Texts, &[u16], &Texts, &[u8]) {
        (&self.firsts, &self.ends, &self.surfaces, &self.names, &self.canonical, &self.sections)
    }
}

/// The first token in lower case and all tokens; `None` where there is none.
fn tokens_of(surface: &str) -> Option<(String, String)> {
    let (mut first, mut all) = (String::new(), String::new());
    tokens::pieces(surface, 0, surface.len(), |piece| {
        let letters = &surface[piece.start..piece.end];
        if all.is_empty() {
            lower_into(letters, &mut first);
        } else {
            all.push(JOINT);
        }
        all.extend(letters.chars().map(|letter| if letter == '’' { '\'' } else { letter }));
    });
    (!all.is_empty()).then_some((first, all))
}
