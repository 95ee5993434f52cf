//! What is said while findings are corrected. In French a no-break space stands before `:` and inside `« »`.

use super::Lang;
use crate::words;

words! {
    /// What is said while findings are corrected.
    Correcting {
        MergeWith: "fusionner avec", "merge with";
        Rename: "renommer", "rename";
        KindOf: "type", "type";
        NewName: "nouveau nom", "new name";
        Speaker: "locuteur", "speaker";
        Word: "mot", "word";
        Remove: "retirer", "remove";
        NewTheme: "nouveau thème", "new theme";
        RenameTheme: "nom du thème", "name of the theme";
        Theme: "thème", "theme";
        ThisArticle: "cet article", "this article";
        AllArticles: "tous les articles", "all articles";
        ScopeHint: "portée", "scope";
        Nobody: "(locuteur inconnu)", "(speaker not known)";
        AsTyped: "(comme écrit)", "(as typed)";
        NewOne: "(nouveau)", "(new)";
        Removed: "retiré", "removed";
        NoEntityHere: "pas d’entité ici", "no entity here";
        NoQuotationHere: "pas de citation ici", "no quotation here";
        NoThemeHere: "pas de thème ici · A en ajoute un", "no theme here · A adds one";
        NothingSelected: "v choisit d’abord des mots", "v selects words first";
        NoWordsToRemove: "ce thème n’a pas de mot · a en ajoute un", "this theme has no word · a adds one";
        NotInText: "ces mots ne sont pas dans l’article\u{a0}: ", "these words are not in the article: ";
        NoOther: "pas d’autre nom avec qui fusionner", "no other name to merge with";
        NoneFits: "rien de tel dans la liste", "nothing like it in the list";
        Unanswered: "rien de tel dans la liste\u{a0}: ", "nothing like it in the list: ";
        Unchanged: "rien de changé", "nothing changed";
        AlreadyThere: "déjà un mot de ce thème\u{a0}: ", "already a word of this theme: ";
        ThemeExists: "ce thème existe déjà\u{a0}: ", "there is such a theme: ";
        ChooseOne: "choisissez une citation", "choose a quotation";
        Hidden: " masqué", " hidden";
        ShownAgain: " montré à nouveau", " shown again";
        GivenUp: " n’est plus un nom", " is no name any more";
        NoQuotation: "pas une citation", "no quotation";
        United: " · réunis", " · made one";
        RemovedFrom: " retiré de ", " removed from ";
        ThemeNamed: "thème\u{a0}: ", "theme: ";
        ThenWords: " · a ajoute un mot", " · a adds a word";
        ForAll: " · tous les articles", " · all articles";
        HintMerge: "fusionner", "merge";
        HintRename: "renommer", "rename";
        HintType: "type", "type";
        HintHide: "masquer", "hide";
        HintUnfold: "déplier", "unfold";
        HintShow: "montrer", "show";
        HintNewName: "nouveau nom", "new name";
        HintSpeaker: "locuteur", "speaker";
        HintNoQuotation: "pas une citation", "no quotation";
        HintUnsure: "incertains", "unsure";
        HintAddWord: "nouveau mot", "new word";
        HintRemoveWord: "retirer", "remove";
        HintPutBack: "remettre le mot", "put the word back";
        HintNewTheme: "nouveau thème", "new theme";
        HintDeclare: "déclarer", "declare";
        UnsureSpeaker: "locuteur incertain", "speaker not sure";
        Corrected: "✎ corrigé", "✎ corrected";
    }
}

/// Two things said together: `Mensch : personne`.
#[must_use]
pub fn is(what: &str, is: &str, lang: Lang) -> String {
    format!("{what}{} {is}", super::views::colon(lang))
}
