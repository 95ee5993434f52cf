//! What is known of the document, as a card.

use super::{Piece, Role};
use crate::app::encoding;
use crate::app::model::Model;
use crate::mark::{Language, ReadAs};
use crate::text::segment;
use crate::words::Lang;
use crate::words::languages::{LanguageBy, LanguageName};
use crate::words::views::percent;
use crate::words::window::Window;

/// Words a reader reads in a minute, about (Brysbaert 2019: 238 in English, 195 in French).
const WORDS_A_MINUTE: usize = 215;
/// The longest text whose words are counted; of a longer one they are told from its bytes.
const COUNTED: usize = 1 << 20;

/// The rows of the card.
#[must_use]
pub fn rows(model: &Model) -> Vec<Vec<Piece>> {
    let document = &model.document;
    let lang = model.lang;
    let text = document.text();
    let words = if text.len() <= COUNTED {
        document.blocks().iter().map(|block| segment::words(text, block.span).count()).sum()
    } else {
        text.len() / 6
    };
    let source = match document.meta().source.as_str() {
        "" => Window::InfoBundled.say(lang).to_owned(),
        source => source.to_owned(),
    };
    let covered = model.analysis.covered.len() >= text.len();
    let analysed = match model.jobs.progress {
        Some(done) => format!("{} {}", Window::InfoUnderWay.say(lang), percent(done.into(), lang)),
        None if covered => Window::InfoWhole.say(lang).to_owned(),
        None => Window::InfoPart.say(lang).to_owned(),
    };
    let mut rows = vec![(Window::InfoTitleRow, document.title().to_owned()), (Window::InfoSource, source)];
    if !document.meta().authors.is_empty() {
        rows.push((Window::InfoAuthors, document.meta().authors.join(", ")));
    }
    let about = if text.len() <= COUNTED { "" } else { "≈ " };
    rows.extend([
        (Window::InfoParagraphs, document.paragraphs().to_string()),
        (Window::InfoWords, format!("{about}{words}")),
        (Window::InfoTime, time(words.div_ceil(WORDS_A_MINUTE))),
        (Window::InfoNotes, model.notes.len().to_string()),
        (Window::InfoLanguage, language(model.analysis.read_as, lang)),
        (Window::InfoAnalysed, analysed),
    ]);
    if let Some(decoding) = document.meta().decoding {
        rows.insert(rows.len() - 1, (Window::InfoEncoding, encoding::read_in(decoding, lang)));
    }
    rows.into_iter()
        .map(|(name, value)| {
            vec![Piece::new(format!("{:<18}", name.say(lang)), Role::Chrome), Piece::new(value, Role::Text)]
        })
        .collect()
}

/// `45 min`, `5 h 31`.
fn time(minutes: usize) -> String {
    let (hours, left) = (minutes / 60, minutes % 60);
    if hours == 0 { format!("{minutes} min") } else { format!("{hours}\u{a0}h\u{a0}{left:02}") }
}

/// `français (détectée)`.
fn language(read_as: Option<ReadAs>, lang: Lang) -> String {
    let Some(ReadAs { language, chosen }) = read_as else { return LanguageBy::Pending.say(lang).to_owned() };
    let name = match language {
        Language::French => LanguageName::French,
        Language::English => LanguageName::English,
        Language::German => LanguageName::German,
        Language::Spanish => LanguageName::Spanish,
        Language::Italian => LanguageName::Italian,
        Language::Portuguese => LanguageName::Portuguese,
        Language::Dutch => LanguageName::Dutch,
        Language::Other => LanguageName::Other,
    };
    let by = if chosen { LanguageBy::Chosen } else { LanguageBy::Detected };
    format!("{} ({})", name.say(lang), by.say(lang))
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn the_time_for_a_book_is_told_in_hours() {
        assert_eq!([time(1), time(59)], ["1 min", "59 min"]);
        assert_eq!([time(60), time(331)], ["1\u{a0}h\u{a0}00", "5\u{a0}h\u{a0}31"]);
    }
}
