//! What can go wrong with files, the terminal and other programs.

crate::words! {
    /// Why something could not be opened, copied or edited.
    Problem {
        NotFound: "aucun fichier de ce nom", "no file of that name";
        IsFolder: "c’est un dossier\u{a0}: donnez un fichier", "this is a folder: give a file";
        Unreadable: "lecture impossible", "cannot be read";
        Binary: "ce n’est pas du texte", "this is not text";
        Empty: "aucun texte", "no text in it";
        TooLongToCopy: "trop long pour le presse-papiers du terminal", "too long for the clipboard of the terminal";
        NoEditor: "donnez votre éditeur dans VISUAL ou EDITOR", "name your editor in VISUAL or EDITOR";
        EditorFailed: "l’éditeur a échoué", "the editor failed";
        NotReloaded: "le fichier n’a pas été relu", "the file was not read again";
        NoFile: "il n’y a pas de fichier", "there is no file";
        Unsaved: "des changements ne sont pas encore enregistrés", "some changes are not saved yet";
    }
}

crate::words! {
    /// What a correction that could not be saved says. A name, a colon or a quotation goes before or after.
    Unsaved {
        Kept: "non enregistré dans le carnet\u{a0}; écrit dans ", "not saved in the notebook; written to ";
        Corrections: "Corrections non enregistrées", "Corrections not saved";
        Called: "s’appelle", "is called";
        Is: "est du type", "is of the type";
        NoName: "n’est pas un nom", "is not a name";
        SaidBy: "est dit par", "is said by";
        SaidByNobody: "est dit par on ne sait qui", "is said by nobody known";
        NoQuotation: "n’est pas une citation", "is not a quotation";
        BelongsTo: "est du thème", "belongs to the theme";
        DoesNotBelongTo: "n’est pas du thème", "does not belong to the theme";
        ThemeCalled: "est un thème, qui s’appelle", "is a theme, called";
        AsFound: "est de nouveau tel que trouvé", "is again as found";
        Everywhere: "(dans tous les articles)", "(in every article)";
    }
}
