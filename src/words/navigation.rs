//! What links, contents and library say. In French a no-break space stands before `:` and inside `« »`.

use crate::words;

words! {
    /// What links, contents and library say.
    Navigation {
        NotOpenedHere: "adresse d’un autre genre, jamais lancée · y copie\u{a0}: ", "an address of another kind, never run · y copies: ";
        NoSuchPlace: "ce lieu n’est pas dans le texte\u{a0}: ", "no such place in the text: ";
        NothingForBrowser: "pas d’adresse à ouvrir ici", "no address to open here";
        NoLinks: "aucun lien à l’écran", "no link on the screen";
        StayUnsaved: "des changements ne sont pas encore enregistrés\u{a0}: on reste ici", "some changes are not saved yet: staying here";
        NoteOpen: "une note est ouverte\u{a0}: on reste ici", "a note is open: staying here";
        WayBack: "revient", "goes back";
        WayForward: "y retourne", "goes there again";
        NotOpened: "non ouvert\u{a0}: ", "not opened: ";
        OpenedOutside: "confié au navigateur\u{a0}: ", "handed to the browser: ";
        NoBrowser: "aucun navigateur (BROWSER n’est pas réglé)\u{a0}; y copie\u{a0}: ", "no browser (BROWSER is not set); y copies: ";
        PipeGone: "le texte venu d’un tube n’est plus là", "the text from a pipe is gone";
        Contents: "Sommaire", "Contents";
        FirstWords: "Sommaire · pas de titres, les paragraphes", "Contents · no headings, the paragraphs";
        Links: "Liens", "Links";
        Library: "Bibliothèque", "Library";
        Footnote: "Note de bas de page", "Footnote";
        NoContents: "Ce texte est vide.", "This text is empty.";
        NoLinksAtAll: "Ce document n’a pas de lien.", "This document has no link.";
        NoBooks: "Rien n’a encore été lu. Dans un terminal\u{a0}: exergue FICHIER, ou … | exergue -", "Nothing was read yet. In a terminal: exergue FILE, or … | exergue -";
        ReadingLibrary: "lecture de la bibliothèque…", "reading the library…";
        Now: "maintenant", "now";
        OpenHere: "ouvert", "open";
        Missing: "absent", "missing";
        FromPipe: "venu d’un tube", "from a pipe";
        ThisOne: "c’est le document ouvert", "this is the open document";
        Forgotten: "oublié jusqu’à sa prochaine ouverture, ses notes restent · u annule\u{a0}: ", "forgotten until it is opened again, its notes stay · u undoes: ";
        Remembered: "de nouveau dans la bibliothèque\u{a0}: ", "back in the library: ";
        NothingForgotten: "rien à annuler ici", "nothing to undo here";
        NotForgotten: "non oublié\u{a0}: ", "not forgotten: ";
        SortDate: "date", "date";
        SortTitle: "titre", "title";
        SortNotes: "annotations", "annotations";
        SortProgress: "progression", "progress";
        HintFollow: "suivre", "follow";
        HintLinks: "liens", "links";
        HintContents: "sommaire", "contents";
        HintLibrary: "bibliothèque", "library";
        HintForget: "oublier", "forget";
        HintBrowser: "navigateur", "browser";
        HintGoNote: "y aller", "go there";
        HintOpen: "ouvrir", "open";
        HintLinkLabel: "deux lettres suivent le lien", "two letters follow the link";
    }
}
