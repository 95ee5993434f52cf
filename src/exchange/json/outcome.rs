//! What became of a record, as a line of JSON and as the cells of a row.

use crate::exchange::json_line;
use crate::exchange::report::Item;
use crate::mark::{NoteId, Placement};
use crate::words::Lang;
use crate::words::cli::import::{Refusal, Remark, Status, one_of};
use crate::words::exchange::Export;
use serde::Serialize;

pub use crate::words::cli::import::Field;

/// What became of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Which record of the file, from 1.
    pub number: usize,
    /// What it calls itself; empty where it does not.
    pub name: String,
    /// In a word.
    pub status: Status,
    /// The annotation it is or would be.
    pub note: Option<NoteId>,
    /// The document, or what it is said to be about; empty where nothing is said.
    pub document: String,
    /// Its words.
    pub passage: String,
    /// Where it stands, where that was looked for.
    pub placement: Option<Placement>,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// What else there is to say of that; may be empty.
    pub detail: String,
    /// What is not as in the note of the same name.
    pub differs: Vec<Field>,
    /// In how many places its words stand, where one was chosen; else 0.
    pub places: usize,
    /// Names of what an annotation has no place for.
    pub left_out: Vec<String>,
}

impl Outcome {
    /// The line of JSON, and the cells: status, document, passage (else what the record calls itself), what else
    /// there is to say.
    #[must_use]
    pub fn item(&self, lang: Lang) -> Item {
        let cells = vec![
            self.status.say(lang).to_owned(),
            self.document.clone(),
            if self.passage.is_empty() { self.name.clone() } else { self.passage.clone() },
            self.remarks(lang).join("; "),
        ];
        Item { json: self.line(), cells }
    }

    fn line(&self) -> String {
        json_line(&Line {
            record: self.number,
            id: some(&self.name),
            status: match self.status {
                Status::Imported => "imported",
                Status::Updated => "updated",
                Status::Present => "present",
                Status::Differs => "differs",
                Status::Lost => "lost",
                Status::Unsaved => "unsaved",
                Status::Refused => "refused",
            },
            why: self.refusal.map(code),
            detail: some(&self.detail),
            note: self.note.map(|note| format!("urn:uuid:{}", note.0.hyphenated())),
            document: some(&self.document),
            state: self.placement.map(Placement::name),
            places: Some(self.places).filter(|&places| places > 0),
            differs: self.differs.iter().map(|&field| field.say(Lang::English)).collect(),
            left_out: &self.left_out,
        })
    }

    fn remarks(&self, lang: Lang) -> Vec<String> {
        let say = |word: &str| word.to_owned();
        let mut remarks = Vec::new();
        remarks.extend(self.refusal.map(|refusal| say(refusal.say(lang))));
        remarks.extend(some(&self.detail).map(say));
        if !self.differs.is_empty() {
            let fields: Vec<&str> = self.differs.iter().map(|field| field.say(lang)).collect();
            remarks.push(fields.join(", "));
        }
        let is_replaceable = |field: &Field| !matches!(field, Field::Passage | Field::Deleted);
        if self.status == Status::Differs && self.differs.iter().any(is_replaceable) {
            remarks.push(say(Remark::Update.say(lang)));
        }
        if self.differs.contains(&Field::Passage) {
            remarks.push(say(Remark::Elsewhere.say(lang)));
        }
        if self.places > 0 {
            remarks.push(one_of(self.places, lang));
        }
        match self.placement {
            Some(Placement::Approximate(_)) => remarks.push(say(Export::Reworded.say(lang))),
            Some(Placement::Changed(_)) => remarks.push(say(Export::ChangedHere.say(lang))),
            _ => {}
        }
        remarks
    }
}

/// Field order is the order of the keys.
#[derive(Serialize)]
struct Line<'a> {
    record: usize,
    id: Option<&'a str>,
    status: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    note: Option<String>,
    document: Option<&'a str>,
    state: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differs: Vec<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    left_out: &'a [String],
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The name of a refusal in JSON.
fn code(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotJson => "not-json",
        Refusal::NotAnnotation => "not-an-annotation",
        Refusal::OtherPage => "other-page",
        Refusal::NoTarget => "no-target",
        Refusal::NoQuote => "no-quote",
        Refusal::NoDocument => "no-document",
        Refusal::Unreadable => "unreadable-document",
        Refusal::TooLong => "too-long",
    }
}
