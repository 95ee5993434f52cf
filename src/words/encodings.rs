//! What is said of the encoding of a text.

use crate::words;

words! {
    /// The list of encodings.
    Encodings {
        Title: "Encodage du texte", "Encoding of the text";
        Automatic: "automatique", "automatic";
    }
}

words! {
    /// Why a text is read in an encoding.
    EncodingBy {
        Choice: "choisi", "chosen";
        Mark: "marque au début", "mark at its start";
        Bytes: "d’après ses octets", "by its bytes";
        Declaration: "déclaré", "declared";
        Guess: "supposé", "supposed";
    }
}
