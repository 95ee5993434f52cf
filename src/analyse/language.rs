//! Which language a document is in, and a paragraph of it.
//!
//! Small words decide: they are few, frequent, and different in each language. Where a text has hardly any,
//! letters do (`whichlang`). A script that is not Latin has no rules here, and so is [`Language::Other`].

use super::lexicon::{self, Tells};
use super::reading::{lower_into, weight};
use super::tokens::{self, Kind};
use crate::mark::Language;
use crate::text::graphemes::floor_char;

/// Bytes of the start of a document that tell its language.
const SAMPLE: usize = 64 << 10;
/// Bytes from which letters are asked.
const LETTERS: usize = 24;
/// Of what is shown to `whichlang`, bytes.
const SHOWN: usize = 4 << 10;
/// Small words by which a paragraph must be ahead to be in another language than its document.
const AHEAD: usize = 3;

/// How many small words of each language a text has, in the order of [`Language::KNOWN`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    words: usize,
    telling: [usize; Language::KNOWN.len()],
}

impl Count {
    /// Counts a word.
    pub(super) fn add(&mut self, tells: Tells) {
        self.words += 1;
        if !tells.is_empty() {
            for (count, language) in self.telling.iter_mut().zip(Language::KNOWN) {
                *count += usize::from(tells.has(language));
            }
        }
    }

    fn of(&self, language: Language) -> usize {
        let place = Language::KNOWN.iter().position(|&known| known == language);
        place.map_or(0, |place| self.telling[place])
    }

    /// The language with most small words, the first of equals, and how many.
    fn best(&self) -> (Language, usize) {
        let pairs = Language::KNOWN.into_iter().zip(self.telling).rev();
        pairs.max_by_key(|(_, count)| *count).unwrap_or((Language::Other, 0))
    }

    /// The language of the paragraph counted, in a document in `document`.
    ///
    /// Another than that of the document needs clearly more small words; a tie takes that of the document.
    pub(super) fn of_block(&self, document: Language, text: &str) -> Language {
        let (best, most) = self.best();
        let own = self.of(document);
        let clear = most >= own + AHEAD && most * 3 >= own * 4 && most * 8 >= self.words;
        let language = if clear { best } else { document };
        // A long paragraph with hardly a small word of its language is a table, a list of names, or foreign.
        let strange = self.words >= 40 && self.of(language) * 14 < self.words;
        if strange && letters(text) == Some(Language::Other) { Language::Other } else { language }
    }
}

/// The language of a document, from its first 64 kB; French where nothing tells.
pub(super) fn of_document(text: &str) -> Language {
    let sample = &text[..floor_char(text, SAMPLE.min(text.len()))];
    if !is_latin(sample) {
        return Language::Other;
    }
    let mut count = Count::default();
    let (mut french, mut english) = (0, 0);
    let mut lower = String::new();
    tokens::pieces(sample, 0, sample.len(), |piece| {
        if piece.kind == Kind::Word {
            lower_into(&sample[piece.start..piece.end], &mut lower);
            let classes = lexicon::classes(&lower);
            count.add(classes.tells);
            french += weight(classes.french);
            english += weight(classes.english);
        }
    });
    let (best, most) = count.best();
    // Three words in ten are small ones in running text, more than one in five in any.
    if most >= 3 && most * 5 >= count.words {
        let tied = Language::KNOWN.into_iter().filter(|&language| count.of(language) == most).count() > 1;
        let told = || letters(sample).filter(|&language| count.of(language) == most);
        return if tied { told().unwrap_or(best) } else { best };
    }
    // Of a few words letters say little; of these two languages more words are known.
    if count.words < 12 && most < 3 && french.max(english) > 2 {
        return if english > french { Language::English } else { Language::French };
    }
    match letters(sample) {
        Some(Language::Other) => Language::Other,
        // A long text in no language that has its words here may look like one of them to letters.
        Some(_) if count.words >= 60 && most * 12 < count.words => Language::Other,
        Some(_) if most >= 2 && most * 12 >= count.words => best,
        Some(language) => language,
        None if most > 0 => best,
        None => Language::French,
    }
}

/// The language by its letters; `None` where there are too few of them.
fn letters(text: &str) -> Option<Language> {
    use whichlang::Lang;
    if text.len() < LETTERS {
        return None;
    }
    let shown = &text[..floor_char(text, SHOWN.min(text.len()))];
    Some(match whichlang::detect_language(shown) {
        Lang::Fra => Language::French,
        Lang::Eng => Language::English,
        Lang::Deu => Language::German,
        Lang::Spa => Language::Spanish,
        Lang::Ita => Language::Italian,
        Lang::Por => Language::Portuguese,
        Lang::Nld => Language::Dutch,
        _ => Language::Other,
    })
}

/// Whether at least half of the letters are Latin, told by the first bytes of characters.
pub(super) fn is_latin(text: &str) -> bool {
    let (mut latin, mut others) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xc9 => latin += 1,
            // From Greek on; 0xe2 begins punctuation, symbols and arrows.
            0xce..=0xe1 | 0xe3..=0xed | 0xf0..=0xf4 => others += 1,
            _ => {}
        }
    }
    latin >= others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Language {
        of_document(text)
    }

    #[test]
    fn small_words_tell_the_language_of_a_document() {
        for (expected, text) in [
            (Language::French, "Le maire de la ville a dit que les travaux seraient finis."),
            (Language::English, "The mayor of the town said that the works would be finished."),
            (Language::German, "Der Bürgermeister der Stadt sagte, dass die Arbeiten bald fertig sind."),
            (Language::Spanish, "El alcalde de la ciudad dijo que las obras terminarán pronto."),
            (Language::Italian, "Il sindaco della città ha detto che i lavori finiranno presto."),
            (Language::Portuguese, "O prefeito da cidade disse que as obras não vão acabar tão cedo."),
            (Language::Dutch, "De burgemeester van de stad zei dat het werk bijna klaar is."),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn other_scripts_and_languages_are_other() {
        for text in [
            "Мэр города сказал, что работы скоро закончатся.",
            "市長は工事がまもなく終わると述べた。",
            "Ο δήμαρχος της πόλης είπε ότι τα έργα θα τελειώσουν σύντομα.",
            "قال رئيس البلدية إن الأشغال ستنتهي قريبا.",
            "Borgmästaren i staden sade att arbetet snart är färdigt och att det blir mycket bra för alla.",
            "Belediye başkanı çalışmaların yakında biteceğini ve yolların açılacağını söyledi.",
        ] {
            assert_eq!(language(text), Language::Other, "{text}");
        }
        let polish = "Burmistrz miasta powiedział, że prace wkrótce się zakończą i że mieszkańcy będą zadowoleni z nowych \
                      dróg oraz chodników, które powstały dzięki środkom z budżetu państwa. ";
        assert_eq!(language(&polish.repeat(4)), Language::Other);
    }

    #[test]
    fn a_text_without_words_is_read_as_french() {
        assert_eq!(language(""), Language::French);
        assert_eq!(language("12 345"), Language::French);
    }
}
