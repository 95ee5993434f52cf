//! What `exergue import` says.

use crate::words::Lang;

crate::words! {
    /// What became of a record.
    Status {
        Imported: "importée", "imported";
        Updated: "mise à jour", "updated";
        Present: "déjà là", "already there";
        Differs: "diffère", "differs";
        Lost: "gardée, passage non retrouvé", "kept, passage not found";
        Unsaved: "non enregistrée", "not saved";
        Refused: "refusée", "refused";
    }
}

crate::words! {
    /// Why a record was not imported.
    Refusal {
        NotJson: "ce n’est pas du JSON", "not JSON";
        NotAnnotation: "ce n’est pas une annotation", "not an annotation";
        OtherPage: "cette page est ailleurs, non lue", "that page is elsewhere and was not read";
        NoTarget: "pas de cible", "no target";
        NoQuote: "pas de passage cité (TextQuoteSelector)", "no quoted passage (TextQuoteSelector)";
        NoDocument: "pas d’article pour elle\u{a0}; donnez-le avec --for", "no document for it; use --for";
        Unreadable: "son article est illisible", "its document cannot be read";
        TooLong: "trop longue pour être gardée", "too long to be kept";
    }
}

crate::words! {
    /// What can differ between a record and the note of the same name.
    Field {
        Body: "note", "note";
        Tags: "étiquettes", "tags";
        Pen: "stylo", "pen";
        Passage: "passage", "passage";
        Places: "rattachement", "attached place";
        Versions: "autres versions", "other versions";
        Deleted: "supprimée dans le fichier, gardée ici", "deleted in the file, kept here";
    }
}

crate::words! {
    /// What is said beside a status.
    Remark {
        Update: "--update la remplace", "--update replaces it";
        Elsewhere: "le passage reste celui d’ici", "the passage stays the one here";
    }
}

/// Names of what was left out that a summary holds; `--json` has them all.
const NAMED: usize = 12;

/// How many records came to what end, and what was left out of how many: the last line of an import.
#[must_use]
pub fn summary(counts: &[(Status, usize)], left_out: &[(String, usize)], is_dry: bool, lang: Lang) -> String {
    let counted = |&(status, count): &(Status, usize)| format!("{count} {}", plural(status, count, lang));
    let mut summary = counts.iter().map(counted).collect::<Vec<_>>().join(", ");
    if !left_out.is_empty() {
        let mut names: Vec<String> =
            left_out.iter().take(NAMED).map(|(name, count)| format!("{name} ({count})")).collect();
        names.extend((left_out.len() > NAMED).then(|| "…".to_owned()));
        summary.push_str(lang.pick("\u{a0}; laissé de côté\u{a0}: ", "; left out: "));
        summary.push_str(&names.join(", "));
    }
    if is_dry {
        summary.push_str(lang.pick("\u{a0}; rien n’a été écrit", "; nothing was written"));
    }
    summary
}

fn plural(status: Status, count: usize, lang: Lang) -> &'static str {
    if lang == Lang::English || count < 2 {
        return status.say(lang);
    }
    match status {
        Status::Imported => "importées",
        Status::Updated => "mises à jour",
        Status::Present => "déjà là",
        Status::Differs => "diffèrent",
        Status::Lost => "gardées, passages non retrouvés",
        Status::Unsaved => "non enregistrées",
        Status::Refused => "refusées",
    }
}

/// That the words of a passage stand in `count` places, and one was taken.
#[must_use]
pub fn one_of(count: usize, lang: Lang) -> String {
    match lang {
        Lang::French => format!("1 endroit sur {count}"),
        Lang::English => format!("1 of {count} places"),
    }
}
