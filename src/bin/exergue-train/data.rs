//! Labelled sentences from files: `word TAB label` a line, a blank line after each sentence, `# doc NAME`
//! before each document; `.xz` is unpacked on the way.

use exergue::analyse::tagger::Label;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// A sentence with the label of each word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence {
    pub(crate) words: Vec<String>,
    pub(crate) labels: Vec<Label>,
    /// Number of its document in the file.
    pub(crate) document: usize,
    /// Where its document is from: the start of its name.
    pub(crate) source: String,
}

/// What is wrong with a file of data.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DataError {
    #[error("{0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error("{0}: not an xz file: {1}")]
    Packed(PathBuf, String),
    #[error("{0}:{1}: expected `word TAB label`")]
    Line(PathBuf, usize),
    #[error("{0}: {1}")]
    Gold(PathBuf, String),
}

/// The text of `folder/name`, or of `folder/name.xz` where only that is there.
pub(crate) fn text(folder: &Path, name: &str) -> Result<String, DataError> {
    let plain = folder.join(name);
    if plain.exists() {
        return text_of(&plain);
    }
    text_of(&folder.join(format!("{name}.xz")))
}

/// The text of a file; one that ends in `.xz` is unpacked.
pub(crate) fn text_of(path: &Path) -> Result<String, DataError> {
    let unreadable = |error| DataError::Unreadable(path.to_owned(), error);
    let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|extension| extension == "xz") {
        lzma_rs::xz_decompress(&mut file, &mut bytes)
            .map_err(|error| DataError::Packed(path.to_owned(), format!("{error:?}")))?;
    } else {
        file.read_to_end(&mut bytes).map_err(unreadable)?;
    }
    String::from_utf8(bytes).map_err(|error| unreadable(std::io::Error::other(error)))
}

/// The sentences of a text of labelled words; `path` is for messages.
pub(crate) fn sentences(text: &str, path: &Path) -> Result<Vec<Sentence>, DataError> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    let mut document = 0;
    let mut source = String::new();
    for (number, line) in text.lines().chain([""]).enumerate() {
        if let Some(name) = line.strip_prefix("# doc ") {
            document += 1;
            source = name.split_once('_').map_or(name, |(source, _)| source).to_owned();
        } else if line.is_empty() {
            if !sentence.words.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else {
            let wrong = || DataError::Line(path.to_owned(), number + 1);
            let (word, label) = line.split_once('\t').ok_or_else(wrong)?;
            sentence.words.push(word.to_owned());
            sentence.labels.push(Label::named(label.trim_end()).ok_or_else(wrong)?);
            sentence.document = document;
            if sentence.source.is_empty() {
                sentence.source.clone_from(&source);
            }
        }
    }
    Ok(sentences)
}
