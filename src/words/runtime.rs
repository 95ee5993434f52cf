//! What can go wrong with files, the terminal and other programs.

crate::words! {
    /// Why something could not be opened, copied or edited.
    Problem {
        NotFound: "aucun fichier de ce nom", "no file of that name";
        AsPage: "\u{a0}; une page web s’ouvre par son adresse entière\u{a0}: https://exemple.fr/…",
            "; a web page opens by its whole address: https://example.org/…";
        IsFolder: "c’est un dossier\u{a0}: donnez un fichier", "this is a folder: give a file";
        Unreadable: "lecture impossible", "cannot be read";
        Binary: "ce n’est pas du texte", "this is not text";
        TooLarge: "page de plus de 64\u{a0}Mo\u{a0}: enregistrez-en l’article seul", "a page of over 64 MB: save the article alone";
        TooSlow: "page trop compliquée à lire\u{a0}: enregistrez-en le texte seul", "this page takes too long to read: save its text alone";
        Protected: "verrouillé par une protection", "locked by a protection";
        InsteadOfProtected: "lisez-le dans l’application de son vendeur, ou demandez-lui un exemplaire sans protection", "read it in the application of its seller, or ask them for a copy without protection";
        InsteadOfPassword: "décompressez-le avec son mot de passe", "unpack it with its password";
        Damaged: "livre ou document abîmé\u{a0}: téléchargez-le ou enregistrez-le à nouveau", "a damaged book or document: download it or save it again";
        TooLargeUnpacked: "contenu trop gros une fois décompressé (256\u{a0}Mo, 32\u{a0}Mo par chapitre)\u{a0}: donnez-en une partie", "too large once unpacked (256 MB, 32 MB a chapter): give a part of it";
        InsteadOfPdf: "cette version est construite sans «\u{a0}--features pdf\u{a0}»\u{a0}: pdftotext FICHIER - | exergue", "this program was built without `--features pdf`: pdftotext FILE - | exergue";
        PdfPassword: "PDF protégé par un mot de passe\u{a0}: enregistrez-en une copie sans mot de passe", "PDF protected by a password: save a copy without one";
        PdfPictures: "PDF fait d’images de pages, sans texte\u{a0}: passez-le d’abord à un OCR (ocrmypdf)", "PDF with pictures of pages, no text: run OCR (ocrmypdf) first";
        PdfUnreadable: "PDF dont le texte ne dit pas ses caractères\u{a0}: passez-le d’abord à un OCR (ocrmypdf --force-ocr)", "PDF whose text does not say its characters: run OCR (ocrmypdf --force-ocr) first";
        PdfDamaged: "PDF abîmé\u{a0}: réparez-le (qpdf) ou exportez-le de nouveau", "damaged PDF: repair it (qpdf) or export it again";
        PdfTooSlow: "PDF trop compliqué à lire\u{a0}: pdftotext FICHIER - | exergue", "this PDF takes too much to read: pdftotext FILE - | exergue";
        PdfTooLarge: "PDF de plus de 256\u{a0}Mo\u{a0}: pdftotext FICHIER - | exergue", "a PDF of over 256 MB: pdftotext FILE - | exergue";
        InsteadOfDocument: "convertissez-le\u{a0}: pandoc FICHIER -t markdown | exergue", "convert it: pandoc FILE -t markdown | exergue";
        InsteadOfArchive: "décompressez-la d’abord", "unpack it first";
        InsteadOfBinary: "donnez un texte, du Markdown, une page HTML, un livre EPUB ou un DOCX", "give a text, Markdown, an HTML page, an EPUB book or a DOCX";
        Empty: "aucun texte", "no text in it";
        TooLongToCopy: "trop long pour le presse-papiers du terminal", "too long for the clipboard of the terminal";
        NoEditor: "donnez votre éditeur dans VISUAL ou EDITOR", "name your editor in VISUAL or EDITOR";
        EditorFailed: "l’éditeur a échoué", "the editor failed";
        NotReloaded: "le fichier n’a pas été relu", "the file was not read again";
        SameText: "relu\u{a0}: le texte est le même", "read again: the text is the same";
        NoFile: "il n’y a pas de fichier", "there is no file";
        NoPage: "tout est déjà montré\u{a0}: ce n’est pas une page web", "all of it is shown: this is no web page";
        Unsaved: "des changements ne sont pas encore enregistrés", "some changes are not saved yet";
    }
}

crate::words! {
    /// Why a page of the web could not be fetched, and what would work.
    WebProblem {
        Offline: "--offline interdit le réseau", "--offline forbids the network";
        NoCopy: "aucune copie ici, et --offline interdit le réseau", "no copy here, and --offline forbids the network";
        NotBuilt: "cet exergue a été compilé sans le réseau\u{a0}: téléchargez la page et ouvrez le fichier",
            "this exergue was built without the network: download the page and open the file";
        NotHttp: "la page renvoie à ce qui n’est pas du web\u{a0}: ", "the page leads to what is not of the web: ";
        TooManyRedirects: "trop de redirections\u{a0}: ouvrez la page dans un navigateur et donnez l’adresse finale",
            "too many redirections: open the page in a browser and give the final address";
        NotFound: "pas de page à cette adresse\u{a0}: vérifiez-la", "no page at this address: check it";
        Refused: "le serveur refuse la page\u{a0}:", "the server refuses the page:";
        SaveInstead: "\u{a0}; enregistrez-la depuis un navigateur et ouvrez le fichier",
            "; save it from a browser and open the file";
        Server: "le serveur est en panne\u{a0}: réessayez plus tard", "the server fails: try again later";
        NoHost: "serveur introuvable\u{a0}: vérifiez l’adresse et le réseau", "no such server: check the address and the network";
        NoNetwork: "serveur injoignable\u{a0}: vérifiez l’adresse et le réseau", "the server cannot be reached: check the address and the network";
        Untrusted: "le serveur ne prouve pas son identité\u{a0}: la page n’est pas lue", "the server does not prove its identity: the page is not read";
        BadAnswer: "réponse incompréhensible du serveur\u{a0}: téléchargez la page et ouvrez le fichier", "the server’s answer makes no sense: download the page and open the file";
        Stopped: "arrêté", "stopped";
        NotFetched: "la page n’a pas été reprise", "the page was not fetched again";
        SamePage: "la page n’a pas changé", "the page has not changed";
        FetchedAnew: "page reprise\u{a0}: le texte a changé, l’ancienne copie est gardée", "page fetched again: its text has changed, the old copy is kept";
        Fetching: "téléchargement", "fetching";
        CtrlC: "Ctrl-C arrête", "Ctrl-C stops";
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
