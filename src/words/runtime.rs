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
