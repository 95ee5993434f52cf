//! What commands, their groups and keys are called.
//!
//! Commands stand here by name, because words know nothing of what is above them; `command` looks
//! them up, and a test proves that none is missing.

use super::Lang;
use crate::words;

/// A command in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    labels: (&'static str, &'static str),
    docs: (&'static str, &'static str),
}

impl Wording {
    /// One to three words, for footers and popups: `surligner`.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        lang.pick(self.labels.0, self.labels.1)
    }

    /// One sentence without a full stop, for the help and the palette.
    #[must_use]
    pub fn doc(self, lang: Lang) -> &'static str {
        lang.pick(self.docs.0, self.docs.1)
    }
}

words! {
    /// What the groups of commands are called.
    GroupName {
        Read: "Lire", "Read";
        Find: "Chercher", "Find";
        Annotate: "Annoter", "Annotate";
        Correct: "Corriger", "Correct";
        Select: "Choisir", "Select";
        Views: "Vues", "Views";
        Program: "Programme", "Program";
    }
}

words! {
    /// What is engraved on the keys that type nothing.
    KeyName {
        Space: "Espace", "Space";
        Enter: "Entrée", "Enter";
        Esc: "Échap", "Esc";
        Shift: "Maj", "Shift";
        Backspace: "Retour", "Backspace";
        Delete: "Suppr", "Del";
        Insert: "Inser", "Ins";
        Home: "Début", "Home";
        End: "Fin", "End";
        PageUp: "PgPréc", "PgUp";
        PageDown: "PgSuiv", "PgDn";
        AnyCharacter: "…", "…";
    }
}

macro_rules! wordings {
    ($($name:literal: $french:literal, $english:literal; $french_doc:literal, $english_doc:literal;)+) => {
        /// The wording of the command called `name`; `None` where no command is called so.
        #[must_use]
        pub fn wording(name: &str) -> Option<Wording> {
            Some(match name {
                $($name => Wording {
                    labels: ($french, $english),
                    docs: ($french_doc, $english_doc),
                },)+
                _ => return None,
            })
        }
    };
}

wordings! {
    "line-down": "ligne suivante", "line down";
        "Descendre d’une ligne", "Move down one line";
    "line-up": "ligne précédente", "line up";
        "Monter d’une ligne", "Move up one line";
    "half-page-down": "demi-page en bas", "half page down";
        "Avancer d’une demi-page", "Move down half a page";
    "half-page-up": "demi-page en haut", "half page up";
        "Reculer d’une demi-page", "Move up half a page";
    "page-down": "page suivante", "page down";
        "Avancer d’une page, deux lignes restent à l’écran", "Move down one page, keeping two lines in sight";
    "page-up": "page précédente", "page up";
        "Reculer d’une page, deux lignes restent à l’écran", "Move up one page, keeping two lines in sight";
    "go-top": "début", "top";
        "Aller au début", "Go to the top";
    "go-end": "fin", "end";
        "Aller à la fin\u{a0}; 3 G\u{a0}: au troisième paragraphe", "Go to the end; 3 G: to the third paragraph";
    "go-percent": "pour cent", "per cent";
        "Aller au pourcentage tapé avant", "Go to the percentage typed before";
    "next-sentence": "phrase suivante", "next sentence";
        "Aller à la phrase suivante", "Go to the next sentence";
    "previous-sentence": "phrase précédente", "previous sentence";
        "Revenir à la phrase précédente", "Go to the previous sentence";
    "next-paragraph": "paragraphe suivant", "next paragraph";
        "Aller au paragraphe suivant", "Go to the next paragraph";
    "previous-paragraph": "paragraphe précédent", "previous paragraph";
        "Revenir au paragraphe précédent", "Go to the previous paragraph";
    "next-heading": "titre suivant", "next heading";
        "Aller au titre suivant", "Go to the next heading";
    "previous-heading": "titre précédent", "previous heading";
        "Revenir au titre précédent", "Go to the previous heading";
    "next-annotation": "annotation suivante", "next annotation";
        "Aller à l’annotation suivante", "Go to the next annotation";
    "previous-annotation": "annotation précédente", "previous annotation";
        "Revenir à l’annotation précédente", "Go to the previous annotation";
    "next-entity": "entité suivante", "next entity";
        "Aller à l’entité suivante", "Go to the next entity";
    "previous-entity": "entité précédente", "previous entity";
        "Revenir à l’entité précédente", "Go to the previous entity";
    "next-quote": "citation suivante", "next quotation";
        "Aller à la citation suivante", "Go to the next quotation";
    "previous-quote": "citation précédente", "previous quotation";
        "Revenir à la citation précédente", "Go to the previous quotation";
    "next-unsure-quote": "incertain suivant", "next unsure speaker";
        "Aller à la prochaine citation de locuteur incertain", "Go to the next quotation of an unsure speaker";
    "previous-unsure-quote": "incertain précédent", "previous unsure speaker";
        "Revenir à la citation d’avant, de locuteur incertain", "Go to the previous quotation of an unsure speaker";
    "next-theme": "thème suivant", "next theme";
        "Aller au passage suivant d’un thème", "Go to the next passage of a theme";
    "previous-theme": "thème précédent", "previous theme";
        "Revenir au passage précédent d’un thème", "Go to the previous passage of a theme";
    "repeat-forward": "saut suivant", "next jump";
        "Refaire le dernier saut, en avant", "Repeat the last jump, forward";
    "repeat-back": "saut précédent", "previous jump";
        "Refaire le dernier saut, en arrière", "Repeat the last jump, backward";
    "back": "revenir", "back";
        "Revenir à l’endroit d’avant le saut", "Go back to the place before the jump";
    "forward": "avancer", "forward";
        "Retourner à l’endroit que l’on vient de quitter", "Go forward to the place just left";
    "set-mark": "poser un repère", "set place mark";
        "Poser un repère ici, sous une lettre", "Set a place mark here, under a letter";
    "go-mark": "aller au repère", "go to place mark";
        "Aller au repère de cette lettre", "Go to the place mark of that letter";
    "place-top": "phrase en haut", "sentence on top";
        "Faire défiler pour mettre la phrase en haut", "Scroll the sentence to the top";
    "place-middle": "phrase au milieu", "sentence in middle";
        "Faire défiler pour mettre la phrase au milieu", "Scroll the sentence to the middle";
    "place-bottom": "phrase en bas", "sentence at bottom";
        "Faire défiler pour mettre la phrase en bas", "Scroll the sentence to the bottom";
    "jump-to-label": "aller au mot", "jump to word";
        "Aller à un mot de l’écran par ses deux lettres", "Jump to a word on screen by its two letters";
    "open": "ouvrir", "open";
        "Ouvrir ce qui est ici\u{a0}: note, entité ou passage", "Open what is under the caret: note, entity or passage";
    "document-info": "infos", "info";
        "Montrer ce que l’on sait du document", "Show what is known of the document";

    "search": "chercher", "search";
        "Chercher dans le texte, accents et casse ignorés", "Search the text, accents and case ignored";
    "search-next": "suivant", "next match";
        "Aller à l’occurrence suivante", "Go to the next match";
    "search-previous": "précédent", "previous match";
        "Revenir à l’occurrence précédente", "Go to the previous match";
    "search-word": "chercher ce mot", "search this word";
        "Chercher le mot qui est sous le curseur", "Search for the word under the caret";
    "filter": "filtrer", "filter";
        "Filtrer les lignes (#tag, plume:, a:note, type:)", "Filter the rows (#tag, pen:, has:note, type:)";

    "highlight": "surligner", "highlight";
        "Surligner la phrase ou la sélection avec la plume", "Highlight the sentence or the selection with the pen";
    "highlight-paragraph": "surligner le §", "highlight §";
        "Surligner le paragraphe avec la plume", "Highlight the paragraph with the pen";
    "note": "noter", "note";
        "Écrire une note sur la phrase ou la sélection", "Write a note on the sentence or the selection";
    "tag": "étiqueter", "tag";
        "Poser ou ôter des étiquettes", "Add or remove tags";
    "next-pen": "plume suivante", "next pen";
        "Prendre la plume suivante", "Take the next pen";
    "pen-1": "plume jaune", "yellow pen";
        "Prendre la plume 1, ou en marquer la sélection", "Take the first pen, or use it on the selection";
    "pen-2": "plume verte", "green pen";
        "Prendre la plume 2, ou en marquer la sélection", "Take the second pen, or use it on the selection";
    "pen-3": "plume bleue", "blue pen";
        "Prendre la plume 3, ou en marquer la sélection", "Take the third pen, or use it on the selection";
    "pen-4": "plume rose", "pink pen";
        "Prendre la plume 4, ou en marquer la sélection", "Take the fourth pen, or use it on the selection";
    "delete": "supprimer", "delete";
        "Supprimer l’annotation", "Delete the annotation";
    "delete-note": "supprimer la note", "delete note";
        "Supprimer la note et garder le surlignage", "Delete the note and keep the highlight";
    "delete-tags": "supprimer les étiquettes", "delete tags";
        "Ôter toutes les étiquettes de l’annotation", "Remove every tag of the annotation";
    "repeat-annotation": "répéter", "repeat";
        "Refaire ici la dernière annotation", "Make the last annotation again here";
    "reattach": "rattacher", "attach";
        "Dire où est le passage d’une annotation perdue", "Say where the passage of a lost annotation is";
    "confirm-place": "confirmer", "confirm";
        "Confirmer le passage trouvé pour l’annotation", "Confirm the passage that was found for the annotation";
    "versions": "versions", "versions";
        "Choisir entre deux versions d’une note", "Choose between two versions of a note";
    "undo": "annuler", "undo";
        "Annuler la dernière annotation ou correction", "Take back the last annotation or correction";
    "redo": "rétablir", "redo";
        "Rétablir le changement annulé", "Make the change that was taken back again";
    "copy": "copier", "copy";
        "Copier la phrase ou la sélection", "Copy the sentence or the selection";
    "copy-quote": "copier « cité »", "copy as quote";
        "Copier comme citation Markdown, avec la source", "Copy as a Markdown quote, with its source";
    "export": "exporter", "export";
        "Exporter les annotations\u{a0}; un format peut suivre", "Export the annotations; a format may follow";
    "save-elsewhere": "écrire ailleurs", "write elsewhere";
        "Écrire ailleurs ce qui ne peut être enregistré", "Write elsewhere what cannot be saved";
    "save-note": "enregistrer", "save";
        "Enregistrer la note et fermer", "Save the note and close";
    "discard-note": "abandonner", "discard";
        "Abandonner ce qui vient d’être écrit, en deux fois", "Discard what was just written, asked twice";
    "edit-outside": "ouvrir $EDITOR", "open $EDITOR";
        "Écrire la note dans l’éditeur du système", "Write the note in the editor of the system";
    "next-field": "champ suivant", "next field";
        "Passer au champ suivant : texte, plume, étiquettes", "Go to the next field: text, pen, tags";

    "merge-entity": "fusionner", "merge";
        "Réunir deux noms de la même personne ou chose", "Make two names of one person or thing one";
    "rename-entity": "renommer", "rename";
        "Changer le nom d’une entité", "Change the name of an entity";
    "retype-entity": "type", "type";
        "Dire ce qu’est une entité\u{a0}: personne, lieu…", "Say what an entity is: a person, a place…";
    "hide-entity": "masquer", "hide";
        "Masquer ce qui n’est pas une entité, ou le remontrer", "Hide what is no entity, or show it again";
    "new-entity": "nouveau nom", "new name";
        "Ajouter un nom qui n’a pas été trouvé", "Add a name that was not found";
    "declare-entity": "déclarer l’entité", "declare entity";
        "Faire du passage choisi le nom d’une entité", "Make the selected words the name of an entity";
    "set-speaker": "locuteur", "speaker";
        "Dire qui parle dans cette citation", "Say who speaks in this quotation";
    "not-a-quotation": "pas une citation", "no quotation";
        "Dire que ce n’est pas une citation", "Say that this is no quotation";
    "declare-quotation": "déclarer la citation", "declare quotation";
        "Faire du passage choisi une citation", "Make the selected passage a quotation";
    "add-theme-word": "ajouter un mot", "add a word";
        "Ajouter un mot à un thème", "Add a word to a theme";
    "remove-theme-word": "retirer un mot", "remove a word";
        "Retirer un mot d’un thème, ou l’y remettre", "Remove a word from a theme, or put it back";
    "declare-theme-word": "mot d’un thème", "theme word";
        "Faire des mots choisis un mot d’un thème", "Make the selected words a word of a theme";
    "new-theme": "nouveau thème", "new theme";
        "Ajouter un thème", "Add a theme";
    "rename-theme": "renommer le thème", "rename theme";
        "Changer le nom d’un thème", "Change the name of a theme";
    "switch-scope": "portée", "scope";
        "Corriger pour cet article, ou pour tous", "Correct for this article, or for all";

    "select": "choisir", "select";
        "Choisir un passage à partir du mot", "Select a passage, starting from the word";
    "select-sentence": "choisir la phrase", "select sentence";
        "Choisir toute la phrase", "Select the whole sentence";
    "left": "à gauche", "left";
        "Aller d’un caractère ou d’une colonne à gauche", "Move left, by character or by column";
    "right": "à droite", "right";
        "Aller d’un caractère ou d’une colonne à droite", "Move right, by character or by column";
    "select-left": "choisir à gauche", "select left";
        "Étendre la sélection d’un caractère à gauche", "Extend the selection one character to the left";
    "select-right": "choisir à droite", "select right";
        "Étendre la sélection d’un caractère à droite", "Extend the selection one character to the right";
    "select-up": "choisir vers le haut", "select up";
        "Étendre la sélection d’une ligne vers le haut", "Extend the selection one line up";
    "select-down": "choisir vers le bas", "select down";
        "Étendre la sélection d’une ligne vers le bas", "Extend the selection one line down";
    "next-word": "mot suivant", "next word";
        "Aller au mot suivant", "Go to the next word";
    "previous-word": "mot précédent", "previous word";
        "Revenir au mot précédent", "Go to the previous word";
    "word-end": "fin du mot", "word end";
        "Aller à la fin du mot", "Go to the end of the word";
    "line-start": "début de ligne", "line start";
        "Aller au début de la ligne", "Go to the start of the line";
    "line-end": "fin de ligne", "line end";
        "Aller à la fin de la ligne", "Go to the end of the line";
    "select-word": "le mot", "this word";
        "Choisir le mot", "Select the word";
    "select-this-sentence": "la phrase", "this sentence";
        "Choisir la phrase", "Select the sentence";
    "select-paragraph": "le paragraphe", "this paragraph";
        "Choisir le paragraphe", "Select the paragraph";
    "select-quote": "la citation", "this quotation";
        "Choisir ce qui est entre les guillemets", "Select what stands between the quotation marks";
    "select-entity": "l’entité", "this entity";
        "Choisir l’entité", "Select the entity";
    "select-word-around": "mot et blanc", "word and blank";
        "Choisir le mot avec le blanc qui suit", "Select the word with the blank after it";
    "select-sentence-around": "phrase et blanc", "sentence and blank";
        "Choisir la phrase avec le blanc qui suit", "Select the sentence with the blank after it";
    "select-paragraph-around": "le paragraphe entier", "whole paragraph";
        "Choisir le paragraphe avec le blanc qui suit", "Select the paragraph with what parts it from the next";
    "select-quote-around": "avec les guillemets", "quotation and marks";
        "Choisir la citation avec ses guillemets", "Select the quotation with its marks";
    "select-entity-around": "entité et blanc", "entity and blank";
        "Choisir l’entité avec le blanc qui suit", "Select the entity with the blank after it";
    "grow": "agrandir", "grow";
        "Agrandir la sélection : mot, phrase, paragraphe", "Grow the selection: word, sentence, paragraph";
    "shrink": "réduire", "shrink";
        "Réduire la sélection : paragraphe, phrase, mot", "Shrink the selection: paragraph, sentence, word";
    "swap-ends": "autre bout", "other end";
        "Passer à l’autre bout de la sélection", "Go to the other end of the selection";

    "view-text": "texte", "text";
        "Montrer le texte", "Show the text";
    "view-entities": "entités", "entities";
        "Montrer qui et quoi est nommé\u{a0}: les entités", "Show who and what is named: the entities";
    "view-quotes": "qui dit quoi", "who says what";
        "Montrer qui dit quoi", "Show who says what";
    "view-themes": "thèmes", "themes";
        "Montrer les thèmes et leurs passages", "Show the themes and their passages";
    "view-notebook": "carnet", "notebook";
        "Montrer le carnet des annotations", "Show the notebook of annotations";
    "outline": "sommaire", "contents";
        "Montrer le sommaire", "Show the contents";
    "links": "liens", "links";
        "Montrer tous les liens du document", "Show every link of the document";
    "library": "bibliothèque", "library";
        "Montrer ce qui a été lu, pour l’ouvrir", "Show what was read, to open it";
    "follow-label": "lien marqué", "labelled link";
        "Marquer chaque lien de deux lettres, qui le suivent", "Put two letters on every link, to follow it";
    "open-outside": "navigateur", "browser";
        "Confier l’adresse sous le curseur au navigateur", "Hand the address under the caret to the browser";
    "next-pane": "volet suivant", "next pane";
        "Passer au volet suivant", "Go to the next pane";
    "previous-pane": "volet précédent", "previous pane";
        "Revenir au volet précédent", "Go to the previous pane";
    "preview": "aperçu", "preview";
        "Montrer le passage sans quitter la liste", "Show the passage without leaving the list";
    "sort": "trier", "sort";
        "Changer l’ordre de la liste", "Change the order of the list";
    "layer-entities": "entités", "entities";
        "Montrer ou cacher les entités dans le texte", "Show or hide the entities in the text";
    "layer-quotes": "citations", "quotations";
        "Montrer ou cacher les citations dans le texte", "Show or hide the quotations in the text";
    "layer-themes": "thèmes", "themes";
        "Montrer ou cacher les thèmes dans le texte", "Show or hide the themes in the text";
    "layer-notes": "notes", "notes";
        "Montrer ou cacher les annotations dans le texte", "Show or hide the annotations in the text";
    "layers-all": "tous les calques", "all layers";
        "Montrer ou cacher tous les calques", "Show or hide every layer";
    "legend": "légende", "legend";
        "Montrer ou cacher la légende des couleurs", "Show or hide the legend of colours";
    "focus": "focus", "focus";
        "N’éclairer que le paragraphe lu", "Light up only the paragraph being read";
    "zen": "zen", "zen";
        "Cacher tout sauf le texte", "Hide everything but the text";
    "text-marks": "marques en texte", "textual marks";
        "Marquer les calques par des signes, sans couleurs", "Mark the layers with signs rather than colours";
    "inline-notes": "notes à plat", "inline notes";
        "Déplier toutes les notes dans le texte", "Unfold every note in the text";
    "hyphenation": "césure", "hyphens";
        "Couper les mots longs en fin de ligne", "Part long words at the ends of lines";
    "measure-wider": "plus large", "wider";
        "Élargir les lignes", "Make the lines longer";
    "measure-narrower": "plus étroit", "narrower";
        "Rétrécir les lignes", "Make the lines shorter";
    "measure-reset": "largeur réglée", "usual width";
        "Revenir à la longueur de ligne de la configuration", "Go back to the line length of the configuration";
    "colors": "couleurs", "colours";
        "Changer de couleurs\u{a0}: dark, light, night ou paper", "Change the colours: dark, light, night or paper";

    "help": "aide", "help";
        "Montrer les touches de cette vue", "Show the keys of this view";
    "palette": "palette", "palette";
        "Chercher une commande par son nom", "Find a command by its name";
    "close": "quitter", "quit";
        "Fermer la vue ; dans le texte, quitter", "Close the view; in the text, quit";
    "up": "remonter", "up";
        "Remonter d’un niveau ; ne quitte jamais", "Go up one level; never quits";
    "accept": "valider", "accept";
        "Valider ce qui est écrit ou choisi", "Accept what is typed or chosen";
    "toggle-case": "casse", "case";
        "Tenir compte de la casse, ou non", "Mind the case, or not";
    "toggle-word": "mot entier", "whole word";
        "Ne chercher que des mots entiers, ou non", "Search for whole words only, or not";
    "interrupt": "copier ou quitter", "copy or quit";
        "Copier la sélection\u{a0}; sans elle, deux fois quitte", "Copy the selection; without one, twice quits";
    "reload": "relire", "reload";
        "Relire le fichier ou la page, refaire l’analyse", "Read the file or the page again, and analyse it";
    "whole-page": "page entière", "whole page";
        "Relire la page entière, ou l’article seul", "Read the whole page again, or the article alone";
    "encoding": "encodage", "encoding";
        "Relire le texte dans un autre encodage", "Read the text in another encoding";
    "redraw": "redessiner", "redraw";
        "Redessiner l’écran", "Draw the screen again";
    "suspend": "suspendre", "suspend";
        "Rendre la main au terminal ; fg y revient", "Hand the terminal back; fg returns";
    "quit": "quitter", "quit";
        "Quitter ; tout est déjà enregistré", "Quit; everything is already saved";
}
