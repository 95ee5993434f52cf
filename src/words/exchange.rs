//! The few words that stand in exports.

use crate::words;

words! {
    /// What an export says by itself.
    Export {
        Text: "texte", "text";
        Lost: "Passages non retrouvés", "Passages not found";
        Reworded: "≈ mots voisins", "≈ like words";
        ChangedHere: "texte modifié ici", "text changed here";
        Yellow: "jaune", "yellow";
        Green: "vert", "green";
        Blue: "bleu", "blue";
        Pink: "rose", "pink";
    }
}
