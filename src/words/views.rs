//! What the views say. In French a no-break space stands before `:` and inside `« »`.

use super::Lang;
use crate::words;

words! {
    /// What the views are called.
    Title {
        Text: "Texte", "Text";
        Entities: "Entités", "Entities";
        Quotes: "Qui dit quoi", "Who says what";
        Themes: "Thèmes", "Themes";
        Notebook: "Carnet", "Notebook";
    }
}

words! {
    /// The headings of the groups of entities.
    Group {
        Persons: "PERSONNES", "PEOPLE";
        Organisations: "ORGANISATIONS", "ORGANISATIONS";
        Places: "LIEUX", "PLACES";
        Events: "ÉVÉNEMENTS", "EVENTS";
        Laws: "LOIS", "LAWS";
        Works: "ŒUVRES", "WORKS";
        Products: "PRODUITS", "PRODUCTS";
        Others: "AUTRES", "OTHERS";
        Landmarks: "REPÈRES (dates, montants)", "LANDMARKS (dates, amounts)";
    }
}

words! {
    /// What one entity is.
    Kind {
        Person: "personne", "person";
        Organisation: "organisation", "organisation";
        Place: "lieu", "place";
        Event: "événement", "event";
        Law: "loi", "law";
        Work: "œuvre", "work";
        Product: "produit", "product";
        Other: "autre", "other";
        Date: "date", "date";
        Amount: "montant", "amount";
    }
}

words! {
    /// The pens.
    PenName {
        Yellow: "jaune", "yellow";
        Green: "vert", "green";
        Blue: "bleu", "blue";
        Pink: "rose", "pink";
    }
}

words! {
    /// What a list is sorted by.
    Order {
        Frequency: "fréquence", "frequency";
        Name: "nom", "name";
        FirstMention: "première mention", "first mention";
        Speech: "temps de parole", "speaking time";
        Reading: "ordre de lecture", "reading order";
        Configuration: "configuration", "configuration";
        Position: "position", "position";
        Date: "date", "date";
        Pen: "plume", "pen";
    }
}

words! {
    /// The small words of the lists.
    Label {
        Sort: "tri\u{a0}:", "sort:";
        Filter: "filtre\u{a0}:", "filter:";
        Of: "sur", "of";
        Alias: "alias\u{a0}:", "also:";
        SeenWith: "Co-présences\u{a0}:", "Seen with:";
        ThemesAround: "Thèmes autour\u{a0}:", "Themes around:";
        Speech: "Paroles\u{a0}:", "Speech:";
        Mention: "mention", "mention";
        Mentions: "mentions", "mentions";
        Quotation: "citation", "quotation";
        Quotations: "citations", "quotations";
        Word: "mot", "word";
        Words: "mots", "words";
        Direct: "direct", "direct";
        Fragment: "fragment", "fragment";
        Scare: "à distance", "scare quote";
        Colon: "(deux-points)", "(colon)";
        NoSpeaker: "(locuteur non trouvé)", "(speaker not found)";
        ScareWords: "(mots à distance)", "(scare quotes)";
        SpeakingTime: "temps de parole", "speaking time";
        Rest: "autres", "others";
        Here: "ici", "here";
        NoTheme: "sans thème\u{a0}:", "no theme:";
        Total: "total", "total";
        InView: "dans la vue", "in view";
        Together: "Ensemble (mêmes §)", "Together (same §)";
        Triggers: "Mots qui déclenchent", "Words that trigger";
        Lost: "perdu", "lost";
        TextChanged: "texte modifié", "text changed";
        SeveralPlaces: "plusieurs endroits", "several places";
        Reworded: "≈ mots voisins", "≈ like words";
        ChangedHere: "texte modifié ici", "text changed here";
        Hidden: "masqués", "hidden";
        WordsOf: "mots", "words";
        NoEntities: "Aucun nom trouvé.", "No name found.";
        NoQuotations: "Aucune citation trouvée.", "No quotation found.";
        NoThemes: "Aucun thème défini.", "No theme defined.";
        NoNotes: "Aucune annotation. Dans le texte, s surligne et c note.", "No annotation. In the text, s highlights and c notes.";
        NoPassage: "aucun mot dans ce texte", "no word in this text";
        NoMatch: "Rien ne répond au filtre.", "Nothing answers the filter.";
    }
}

/// A number and its noun: `1 citation`, `3 citations`. In French zero is singular.
#[must_use]
pub fn counted(count: usize, one: Label, many: Label, lang: Lang) -> String {
    let single = lang.pick(count < 2, count == 1);
    format!("{count} {}", if single { one } else { many }.say(lang))
}

/// Where in the article: `§3`, or its title, which stands before the first paragraph.
#[must_use]
pub fn place(paragraph: u32, lang: Lang) -> String {
    if paragraph == 0 { lang.pick("titre", "title").to_owned() } else { format!("§{paragraph}") }
}

/// A share of 100: `38 %` in French, `38%` in English.
#[must_use]
pub fn percent(share: usize, lang: Lang) -> String {
    format!("{share}{}", lang.pick("\u{a0}%", "%"))
}

/// `words` between the quotation marks of the language, unless they bring their own.
#[must_use]
pub fn quoted(words: &str, lang: Lang) -> String {
    if words.starts_with(['«', '“', '"', '„']) {
        return words.to_owned();
    }
    lang.pick(format!("«\u{a0}{words}\u{a0}»"), format!("“{words}”"))
}

/// The colon after a word: with a no-break space before it in French.
#[must_use]
pub fn colon(lang: Lang) -> &'static str {
    lang.pick("\u{a0}:", ":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_singular_in_french_and_plural_in_english() {
        let say = |count, lang| counted(count, Label::Quotation, Label::Quotations, lang);
        assert_eq!([say(0, Lang::French), say(0, Lang::English)], ["0 citation", "0 quotations"]);
        assert_eq!([say(1, Lang::French), say(2, Lang::French)], ["1 citation", "2 citations"]);
    }

    #[test]
    fn a_passage_that_brings_its_marks_gets_no_second_pair() {
        assert_eq!(quoted("«\u{a0}oui\u{a0}»", Lang::English), "«\u{a0}oui\u{a0}»");
        assert_eq!(quoted("oui", Lang::French), "«\u{a0}oui\u{a0}»");
    }

    #[test]
    fn no_french_colon_follows_a_plain_space() {
        for label in Label::ALL {
            assert!(!label.say(Lang::French).contains(" :"), "{label:?}");
        }
    }
}
