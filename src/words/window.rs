//! What the window says: modes, messages, hints. In French a no-break space stands before `:` and inside `« »`.

use crate::words;

words! {
    /// What the window says.
    Window {
        NothingHere: "\u{a0}: rien ici · v choisir · ? aide", ": nothing here · v select · ? help";
        NothingThere: "\u{a0}: rien ici · ? aide", ": nothing here · ? help";
        CopiedTo: "copié · presse-papiers\u{a0}: ", "copied · clipboard: ";
        NotCopied: "non copié\u{a0}: ", "not copied: ";
        ExportedTo: "exporté\u{a0}: ", "exported: ";
        NotExported: "non exporté\u{a0}: ", "not exported: ";
        NothingExported: "rien exporté", "nothing exported";
        UnknownFormat: "format inconnu (il y a\u{a0}: md)\u{a0}: ", "unknown format (there is: md): ";
        NoNotesToExport: "rien à exporter\u{a0}: s surligne, c note", "nothing to export: s highlights, c notes";
        HowToQuit: "q pour quitter · Ctrl-C encore quitte aussi", "q to quit · Ctrl-C again quits too";
        NoneAfter: "il n’y en a plus après", "there is none after";
        NoneBefore: "il n’y en a pas avant", "there is none before";
        MarkSet: "repère posé\u{a0}: ", "place marked: ";
        NoMark: "pas de repère\u{a0}: ", "no place mark: ";
        NoPlaceBefore: "pas de lieu précédent", "no place to go back to";
        NoPlaceAfter: "pas de lieu suivant", "no place to go forward to";
        NoWords: "aucun mot ici", "no word here";
        NothingToMark: "rien à surligner ici", "nothing to highlight here";
        TooLongToMark: "passage trop long pour être annoté", "too long a passage to annotate";
        AlreadyMarked: "déjà surligné ici avec cette plume · c note · dd supprime", "already highlighted here with this pen · c notes · dd deletes";
        Marked: "surligné · u annule", "highlighted · u undoes";
        NoteWritten: "note gardée · u annule", "note kept · u undoes";
        NothingWritten: "rien d’écrit, rien de changé", "nothing written, nothing changed";
        Tagged: "étiqueté · u annule", "tagged · u undoes";
        Deleted: "supprimé\u{a0}: ", "deleted: ";
        NoteDeleted: "note supprimée, surlignage gardé\u{a0}: ", "note deleted, highlight kept: ";
        TagsDeleted: "étiquettes supprimées\u{a0}: ", "tags deleted: ";
        UndoHint: " · u annule", " · u undoes";
        RedoHint: " · Ctrl-R rétablit", " · Ctrl-R redoes";
        NoAnnotationHere: "pas d’annotation ici", "no annotation here";
        NothingToDelete: "il n’y a rien à supprimer", "there is nothing to delete";
        NothingToRepeat: "pas d’annotation à répéter", "no annotation to repeat";
        Undone: "annulé\u{a0}: ", "undone: ";
        Redone: "rétabli\u{a0}: ", "redone: ";
        NothingToUndo: "rien à annuler", "nothing to undo";
        NothingToRedo: "rien à rétablir", "nothing to redo";
        PenInHand: "plume\u{a0}: ", "pen: ";
        Recoloured: "surlignage recoloré en ", "highlight recoloured in ";
        DiscardAgain: "Ctrl-C encore abandonne ce qui est écrit · Échap l’enregistre", "Ctrl-C again discards what is written · Esc saves it";
        Discarded: "abandonné · u le rouvre", "discarded · u opens it again";
        ChangedElsewhere: "cette note vient d’être changée ailleurs · Échap la remplace · Ctrl-C garde l’autre", "this note was just changed elsewhere · Esc replaces it · Ctrl-C keeps the other";
        DraftFound: "brouillon retrouvé (", "draft found (";
        DraftHints: ") · Échap l’enregistre · Ctrl-C l’abandonne", ") · Esc saves it · Ctrl-C discards it";
        EditorEmptied: "l’éditeur a rendu un texte vide\u{a0}: la note reste comme elle était", "the editor left an empty text: the note stays as it was";
        PasteNowhere: "c ouvre une note où coller", "c opens a note to paste into";
        NotFound: "introuvable\u{a0}: ", "not found: ";
        NothingSearched: "rien n’a encore été cherché · / cherche", "nothing was searched yet · / searches";
        RoundToStart: "reprise au début", "again from the top";
        RoundToEnd: "reprise à la fin", "again from the end";
        NothingToCopy: "rien à copier ici", "nothing to copy here";
        NoCommand: "pas de commande\u{a0}: ", "no command: ";
        On: " · visible", " · shown";
        Off: " · caché", " · hidden";
        LayerEntities: "entités", "entities";
        LayerQuotes: "citations", "quotations";
        LayerThemes: "thèmes", "themes";
        LayerNotes: "annotations", "annotations";
        LayersAll: "tous les calques", "all layers";
        HyphenationOn: "les mots longs sont coupés en fin de ligne", "long words part at the ends of lines";
        HyphenationOff: "les mots restent entiers", "words stay whole";
        Measure: "largeur du texte\u{a0}: ", "width of the text: ";
        UnknownColors: "couleurs inconnues (dark, light, night ou paper)\u{a0}: ", "unknown colours (dark, light, night or paper): ";
        OnlyInText: "seulement dans le texte · Échap y revient", "only in the text · Esc goes back to it";
        PassageLost: "ce passage n’est plus dans le texte", "this passage is no longer in the text";
        NothingHereToOpen: "rien à ouvrir ici", "nothing to open here";
        ShiftDrag: "Maj + glisser laisse le terminal choisir le texte", "Shift + drag lets the terminal select the text";
        CardHints: "c éditer · dd supprimer · t étiqueter", "c edit · dd delete · t tag";
        CardKey: "Entrée", "Enter";
        NotSaved: "NON ENREGISTRÉ", "NOT SAVED";
        NoteWaits: "note en attente", "note waiting";
        NotesWait: "notes en attente", "notes waiting";
        Saved: "enregistré", "saved";
        AndSaved: " · enregistré", " · saved";
        Reading: "lecture du fichier…", "reading the file…";
        ReadOnly: "lecture seule", "read only";
        ModeRead: "LECTURE", "READ";
        ModeSelect: "CHOIX", "SELECT";
        ModeEntities: "ENTITÉS", "ENTITIES";
        ModeQuotes: "QUI DIT QUOI", "WHO SAYS WHAT";
        ModeThemes: "THÈMES", "THEMES";
        ModeNotebook: "CARNET", "NOTEBOOK";
        ModeEverywhere: "PARTOUT", "EVERYWHERE";
        ModeLists: "LISTES", "LISTS";
        ModeNote: "NOTE", "NOTE";
        ModePrompt: "SAISIE", "PROMPT";
        Sentence: "phrase ", "sentence ";
        SentenceShort: "ph.", "sent.";
        ScareHere: "mots à distance", "scare quote";
        QuotationOf: "citation\u{a0}: ", "quotation: ";
        QuotationHere: "citation", "quotation";
        Theme: "thème ", "theme ";
        MarkedIn: "surligné en ", "highlighted in ";
        NotedIn: "noté en ", "noted in ";
        Analysis: "analyse", "analysis";
        Of: " sur ", " of ";
        NoHit: "aucun résultat", "no hit";
        Hits: " résultats", " hits";
        Landmark: "repère", "landmark";
        HintSave: "enregistrer", "save";
        HintField: "plume, étiquette", "pen, tag";
        HintComplete: "compléter", "complete";
        HintOutside: "éditeur", "editor";
        HintDiscard: "abandonner", "discard";
        HintAccept: "valider", "accept";
        HintCancel: "annuler", "cancel";
        HintMove: "choisir", "choose";
        HintReadSo: "relire ainsi", "read so";
        HintCase: "casse", "case";
        HintWord: "mot entier", "whole word";
        HintWrite: "écrire", "write";
        HintChoose: "choisir", "choose";
        HintClose: "fermer", "close";
        HintHits: "résultats", "hits";
        HintRead: "lire", "read";
        HintSentence: "phrase", "sentence";
        HintHighlight: "surligner", "highlight";
        HintNote: "noter", "note";
        HintTag: "étiqueter", "tag";
        HintDelete: "supprimer", "delete";
        HintUndo: "annuler", "undo";
        HintSelect: "choisir", "select";
        HintSearch: "chercher", "search";
        HintLayers: "calques", "layers";
        HintHelp: "aide", "help";
        HintQuit: "quitter", "quit";
        HintExport: "exporter", "export";
        HintPalette: "commandes", "commands";
        HintCopy: "copier", "copy";
        HintCopyQuoted: "copier «\u{a0}cité\u{a0}»", "copy quoted";
        HintExtend: "étendre", "extend";
        HintGrow: "agrandir", "grow";
        HintSwap: "autre bout", "other end";
        HintGo: "aller", "go";
        HintMentions: "passages", "passages";
        HintEdit: "éditer", "edit";
        HintFilter: "filtre", "filter";
        HintPreview: "aperçu", "preview";
        HintSort: "tri", "sort";
        HintBack: "retour", "back";
        HintLabel: "deux lettres vont au mot", "two letters go to the word";
        HintText: "texte", "text";
        HintShowAll: "tout montrer", "show all";
        HintScroll: "défiler", "scroll";
        Note: "Note", "Note";
        NewNote: "Nouvelle note", "New note";
        Help: "Aide", "Help";
        HelpFilter: "tapez pour filtrer", "type to filter";
        Commands: "Commandes", "Commands";
        TagsPrompt: "étiquettes\u{a0}: ", "tags: ";
        FilterPrompt: "filtrer (#tag plume:bleu a:note type:lieu)\u{a0}: ", "filter (#tag pen:blue has:note type:place): ";
        CaseOn: " · casse exacte", " · exact case";
        WordOn: " · mot entier", " · whole word";
        ExportTitle: "Exporter en Markdown", "Export as Markdown";
        ExportBody: "Entrée écrit ce fichier\u{a0}:", "Enter writes this file:";
        ExportNote: "annotation", "annotation";
        ExportNotes: "annotations", "annotations";
        ExportKeeps: "Un fichier que vous avez modifié n’est jamais remplacé.", "A file that you changed is never replaced.";
        UnsavedTitle: "Des annotations ne sont pas enregistrées", "Annotations are not saved";
        UnsavedRetry: "r      réessayer", "r    try again";
        UnsavedElsewhere: "e      les écrire dans un autre dossier", "e    write them into another folder";
        UnsavedPrint: "p      les afficher ici et quitter", "p    print them here and leave";
        UnsavedStay: "Échap  rester", "Esc  stay";
        NothingUnsaved: "tout est enregistré\u{a0}: rien à écrire ailleurs", "all is saved: nothing to write elsewhere";
        ElsewhereFromNow: "ce qui ne sera pas enregistré ira dans ", "what is not saved will go to ";
        WrittenElsewhere: "écrit ailleurs\u{a0}: ", "written elsewhere: ";
        FolderPrompt: "dossier\u{a0}: ", "folder: ";
        PreviewTitle: "Aperçu", "Preview";
        InfoTitle: "Document", "Document";
        InfoTitleRow: "titre", "title";
        InfoSource: "source", "source";
        InfoBundled: "article fourni avec exergue", "article that comes with exergue";
        InfoAuthors: "auteurs", "authors";
        InfoWords: "mots", "words";
        InfoParagraphs: "paragraphes", "paragraphs";
        InfoTime: "temps de lecture", "reading time";
        InfoNotes: "annotations", "annotations";
        InfoLanguage: "langue", "language";
        InfoEncoding: "encodage", "encoding";
        InfoAnalysed: "analyse", "analysis";
        InfoUnderWay: "en cours,", "under way,";
        InfoPart: "les alentours seulement", "the surroundings only";
        InfoWhole: "tout le texte", "the whole text";
        WelcomeOne: "Bienvenue. s surligne la phrase · c la note · v choisit les mots · q quitte", "Welcome. s highlights the sentence · c notes it · v selects words · q quits";
        WelcomeTwo: "E entités · Q qui dit quoi · T thèmes · C carnet · Échap revient au texte", "E entities · Q who says what · T themes · C notebook · Esc comes back";
        WelcomeThree: "Échap masque ceci · ? aide · X exporte · fond clair\u{a0}: «\u{a0}:colors light\u{a0}»", "Esc hides this · ? help · X exports · light background: “:colors light”";
        BarHighlight: "Surligner", "Highlight";
        BarNote: "Noter", "Note";
        BarTag: "Étiqueter", "Tag";
        BarCopy: "Copier", "Copy";
        TooSmall: "fenêtre trop petite", "window too small";
    }
}

impl Window {
    /// What the keys of a mode stand under in the help.
    #[must_use]
    pub fn of_mode(mode: &str) -> Self {
        match mode {
            "read" => Self::ModeRead,
            "select" => Self::ModeSelect,
            "lists" => Self::ModeLists,
            "entities" => Self::ModeEntities,
            "quotes" => Self::ModeQuotes,
            "themes" => Self::ModeThemes,
            "notebook" => Self::ModeNotebook,
            "note" => Self::ModeNote,
            "prompt" => Self::ModePrompt,
            _ => Self::ModeEverywhere,
        }
    }
}
