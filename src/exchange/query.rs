//! What notes are asked for: `tram #climat pen:pink`.

use crate::mark::{Note, Pen};
use crate::text::find::{self, Pattern, fold};

/// Words and marks that an annotation must all have. The empty query asks for every one.
#[derive(Debug, Clone, Default)]
pub struct Query {
    words: Vec<Pattern>,
    tags: Vec<String>,
    pens: Vec<String>,
    lost: bool,
    deleted: bool,
}

impl Query {
    /// Reads a query: `#x` and `tag:x` ask for a tag that begins so, `pen:x` for a pen, any other
    /// word for text in the note, its passage or its tags. `lost:` asks for notes whose passage is not found, `deleted:`
    /// for deleted ones. Accents and capitals make no difference.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut query = Self::default();
        for word in text.split_whitespace() {
            let word = fold(word);
            match word.as_str() {
                "lost:" | "perdu:" | "perdue:" => {
                    query.lost = true;
                    continue;
                }
                "deleted:" | "supprime:" | "supprimee:" => {
                    query.deleted = true;
                    continue;
                }
                _ => {}
            }
            match word.strip_prefix('#').or_else(|| word.strip_prefix("tag:")) {
                Some(tag) => query.tags.push(tag.to_owned()),
                None => match word.strip_prefix("pen:") {
                    Some(pen) => query.pens.push(pen.to_owned()),
                    None => {
                        query.words.extend(Pattern::new(&find::Query { text: word, ..Default::default() }))
                    }
                },
            }
        }
        query
    }

    /// Whether it asks for every annotation.
    #[must_use]
    pub fn is_for_all(&self) -> bool {
        let Self { words, tags, pens, lost, deleted } = self;
        words.is_empty() && tags.is_empty() && pens.is_empty() && !lost && !deleted
    }

    /// Whether it asks for deleted annotations, and so for no others.
    #[must_use]
    pub fn is_for_deleted(&self) -> bool {
        self.deleted
    }

    /// Whether it asks for those whose passage is not found, which only an article that is read can tell.
    #[must_use]
    pub fn is_for_lost(&self) -> bool {
        self.lost
    }

    /// Whether `note` answers. `pen_names` is what the person calls the pens, in the order of [`Pen::ALL`].
    #[must_use]
    pub fn matches(&self, note: &Note, pen_names: &[String; Pen::ALL.len()]) -> bool {
        let pen_is = |pen: &String| *pen == note.pen.name() || *pen == fold(&pen_names[note.pen as usize]);
        // A tag with blanks is asked for as it is exported, with hyphens.
        let tagged =
            |asked: &String| note.tags.iter().any(|tag| fold(tag).replace(' ', "-").starts_with(asked));
        // The text comes last: it is what takes time in a large library.
        (!self.lost || note.placement.is_lost())
            && self.pens.iter().all(pen_is)
            && self.tags.iter().all(tagged)
            && (self.words.is_empty() || {
                let mut room = Vec::new();
                let mut is_in_one = |word: &Pattern| {
                    // A word holds no blank, so that it lies in one of them.
                    let mut texts = [&note.anchor.quote, &note.body].into_iter().chain(&note.tags);
                    texts.any(|text| word.is_in(text, &mut room))
                };
                self.words.iter().all(&mut is_in_one)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::{Anchor, NoteId, Placement};
    use jiff::Timestamp;
    use uuid::Uuid;

    fn note() -> Note {
        Note {
            id: NoteId(Uuid::nil()),
            anchor: Anchor {
                quote: "L’émission de CO₂".to_owned(),
                before: String::new(),
                after: String::new(),
                start: 0,
                end: 0,
                permille: 0,
                chapter: String::new(),
                headings: Vec::new(),
                text: String::new(),
                rivals: None,
            },
            placement: Placement::Orphan,
            pen: Pen::Pink,
            body: "Vérifier".to_owned(),
            tags: vec!["Santé".to_owned(), "à relire".to_owned()],
            created: Timestamp::UNIX_EPOCH,
            changed: Timestamp::UNIX_EPOCH,
            head: Uuid::nil(),
            attached: Vec::new(),
            versions: Vec::new(),
        }
    }

    #[test]
    fn every_word_must_be_answered() {
        let pens = ["or", "vert", "bleu", "Rosé"].map(str::to_owned);
        let answers = |query: &str| Query::new(query).matches(&note(), &pens);
        for query in
            ["", "verifier", "l'emission VÉRIFIER", "#sante", "tag:a-rel", "pen:pink", "pen:rose", "relire"]
        {
            assert!(answers(query), "{query}");
        }
        assert!(answers("perdu: verifier") && Query::new("supprimé:").is_for_deleted());
        for query in ["absent", "verifier absent", "#climat", "#verifier", "pen:blue", "pen:or"] {
            assert!(!answers(query), "{query}");
        }
    }
}
