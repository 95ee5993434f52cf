//! What the languages of texts are called, and who says that a text is in one.

use crate::words;

words! {
    /// A language of texts.
    LanguageName {
        French: "français", "French";
        English: "anglais", "English";
        German: "allemand", "German";
        Spanish: "espagnol", "Spanish";
        Italian: "italien", "Italian";
        Portuguese: "portugais", "Portuguese";
        Dutch: "néerlandais", "Dutch";
        Other: "autre", "other";
    }
}

words! {
    /// Who says so.
    LanguageBy {
        Chosen: "choisie", "chosen";
        Detected: "détectée", "detected";
        Pending: "pas encore détectée", "not detected yet";
    }
}
