//! What the notebook says of annotations that are lost, doubtful, deleted or written twice. In French a no-break
//! space stands before `:` and inside `« »`.

use crate::words;
use crate::words::Lang;

words! {
    /// What is said of passages, of deleted annotations and of bodies written apart.
    Notebook {
        Nearest: "meilleure hypothèse", "best guess";
        NearestShort: "hypothèse", "guess";
        Sought: "cherchée", "sought";
        StillPlacing: "des notes sont encore à placer\u{a0}: réessayez ensuite", "notes are still being placed: try again then";
        StoodHere: "il était là\u{a0}:", "it stood here:";
        NothingAlike: "rien de semblable dans ce texte", "nothing like it in this text";
        NotAttached: "meilleure hypothèse, non rattachée\u{a0}: ", "best guess, not attached: ";
        WhereItStood: "c’est là que se trouvait le passage", "this is where the passage stood";
        Attach: "Entrée rattache ici ", "Enter attaches here ";
        AttachLeave: " · Échap laisse", " · Esc leaves it";
        ChooseWhere: "choisissez le passage · Entrée y rattache ", "select the passage · Enter attaches to it ";
        Attached: "rattaché\u{a0}: ", "attached: ";
        AttachedHere: "rattaché", "attached";
        AlreadyThere: "c’est déjà son passage", "this is its passage already";
        PlaceSure: "ce passage est sûr\u{a0}: rien à confirmer", "this passage is sure: nothing to confirm";
        NoPlace: "pas de passage à confirmer · r rattache", "no passage to confirm · r attaches";
        NotYetRead: "le fichier n’est pas encore lu en entier", "the file is not yet read whole";
        ModeAttach: "RATTACHER", "ATTACH";
        HintAttach: "rattacher", "attach";
        HintAttachHere: "rattacher ici", "attach here";
        HintLeave: "laisser", "leave it";
        HintLook: "aller voir", "look there";
        HintRestore: "rétablir", "restore";
        HintKeep: "garder", "keep";
        HintJoin: "joindre", "join";
        HintVersions: "versions", "versions";
        Deleted: "supprimées", "deleted";
        Restored: "rétablie\u{a0}: ", "restored: ";
        NotRestored: "déjà rétablie", "restored already";
        Versions: "versions", "versions";
        VersionsTitle: "versions de cette note", "versions of this note";
        VersionShown: "affichée", "shown";
        VersionOther: "écrite à part", "written apart";
        VersionEmpty: "(vide)", "(empty)";
        VersionsKeys: "lettre\u{a0}: garder celle-là · j joindre · Échap laisser", "letter: keep that one · j join · Esc leave";
        VersionKept: "version gardée\u{a0}: ", "version kept: ";
        VersionsJoined: "versions jointes\u{a0}: ", "versions joined: ";
        NoVersions: "cette note n’a qu’une version", "this note has one version only";
        KinTitle: "Ces notes sont-elles de ce document\u{202f}?", "Are these notes of this document?";
        KinNote: "note", "note";
        KinNotes: "notes", "notes";
        KinSamePath: "Un autre texte était enregistré sous ce nom.", "Another text was kept under this name.";
        KinAlike: "Le texte de ce fichier-là ressemble à celui-ci.", "The text of that file is like this one.";
        KinKeys: "n non · o oui, les reprendre ici", "n no · y yes, take them here";
        KinTaken: "notes reprises", "notes taken";
        KinLeft: "laissées à leur document", "left to their document";
        HintRetry: "réessayer", "retry";
        HintElsewhere: "ailleurs", "elsewhere";
        HintPrint: "afficher et quitter", "print and leave";
        HintStay: "rester", "stay";
        HintYes: "oui", "yes";
        HintNo: "non", "no";
        SaveFirst: "Échap enregistre d’abord ce qui est écrit", "Esc saves first what is typed";
    }
}

/// `37 notes à placer…`: how many annotations are still being looked for.
#[must_use]
pub fn placing(count: usize, lang: Lang) -> String {
    let plural = if count > 1 { "s" } else { "" };
    match lang {
        Lang::French => format!("{count} note{plural} à placer…"),
        Lang::English => format!("placing {count} note{plural}…"),
    }
}
