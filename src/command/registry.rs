//! Every command, one row each. Names, the palette, the help, the default keys and `docs/keys.md`
//! are read from this table; the sentence that explains a command stands in `words::commands`.

use crate::words::Lang;
use crate::words::commands::{GroupName, Wording, wording};

/// Where a command stands in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving through the text.
    Read,
    /// Finding.
    Find,
    /// Marking and noting.
    Annotate,
    /// Correcting what was found.
    Correct,
    /// Selecting.
    Select,
    /// Views and layers.
    Views,
    /// The program itself.
    Program,
}

impl Group {
    /// Every group, in the order of the help.
    pub const ALL: [Group; 7] = [
        Group::Read,
        Group::Annotate,
        Group::Correct,
        Group::Views,
        Group::Select,
        Group::Find,
        Group::Program,
    ];

    /// What it is called in the help.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Read => GroupName::Read,
            Self::Find => GroupName::Find,
            Self::Annotate => GroupName::Annotate,
            Self::Correct => GroupName::Correct,
            Self::Select => GroupName::Select,
            Self::Views => GroupName::Views,
            Self::Program => GroupName::Program,
        }
        .say(lang)
    }
}

/// What a command is given beside its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Args {
    /// The count typed before the keys (`3` of `3 J`).
    pub count: Option<u32>,
    /// The character typed in the place of `<char>` (`a` of `m a`).
    pub letter: Option<char>,
    /// What was typed after the name in the palette (`md` of `export md`).
    pub text: Option<String>,
}

impl Args {
    /// How often to do it: the count, else once.
    #[must_use]
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1).max(1) as usize
    }
}

macro_rules! commands {
    ($($variant:ident $group:ident $name:literal;)+) => {
        /// A command. It carries nothing: what it is given rides in [`Args`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $name] $variant,)+
        }

        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Command] = &[$(Command::$variant),+];

            /// The name in the configuration and in the palette.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Command::$variant => $name,)+ }
            }

            /// The command of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Command::$variant),)+
                    _ => None,
                }
            }

            /// Where it stands in the help.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Command::$variant => Group::$group,)+ }
            }
        }
    };
}

commands! {
    LineDown            Read "line-down";
    LineUp              Read "line-up";
    HalfDown            Read "half-page-down";
    HalfUp              Read "half-page-up";
    PageDown            Read "page-down";
    PageUp              Read "page-up";
    GoTop               Read "go-top";
    GoEnd               Read "go-end";
    GoPercent           Read "go-percent";
    NextSentence        Read "next-sentence";
    PreviousSentence    Read "previous-sentence";
    NextParagraph       Read "next-paragraph";
    PreviousParagraph   Read "previous-paragraph";
    NextHeading         Read "next-heading";
    PreviousHeading     Read "previous-heading";
    NextAnnotation      Read "next-annotation";
    PreviousAnnotation  Read "previous-annotation";
    NextEntity          Read "next-entity";
    PreviousEntity      Read "previous-entity";
    NextQuote           Read "next-quote";
    PreviousQuote       Read "previous-quote";
    NextUnsure          Read "next-unsure-quote";
    PreviousUnsure      Read "previous-unsure-quote";
    NextTheme           Read "next-theme";
    PreviousTheme       Read "previous-theme";
    RepeatForward       Read "repeat-forward";
    RepeatBack          Read "repeat-back";
    Back                Read "back";
    Forward             Read "forward";
    SetMark             Read "set-mark";
    GoMark              Read "go-mark";
    PlaceTop            Read "place-top";
    PlaceMiddle         Read "place-middle";
    PlaceBottom         Read "place-bottom";
    Labels              Read "jump-to-label";
    LinkLabels          Read "follow-label";
    OpenOutside         Read "open-outside";
    Open                Read "open";
    Info                Read "document-info";

    Search              Find "search";
    SearchNext          Find "search-next";
    SearchPrevious      Find "search-previous";
    SearchWord          Find "search-word";
    Filter              Find "filter";

    Highlight           Annotate "highlight";
    HighlightParagraph  Annotate "highlight-paragraph";
    Note                Annotate "note";
    Tag                 Annotate "tag";
    NextPen             Annotate "next-pen";
    PenYellow           Annotate "pen-1";
    PenGreen            Annotate "pen-2";
    PenBlue             Annotate "pen-3";
    PenPink             Annotate "pen-4";
    Delete              Annotate "delete";
    DeleteNote          Annotate "delete-note";
    DeleteTags          Annotate "delete-tags";
    RepeatAnnotation    Annotate "repeat-annotation";
    Reattach            Annotate "reattach";
    ConfirmPlace        Annotate "confirm-place";
    Versions            Annotate "versions";
    Undo                Annotate "undo";
    Redo                Annotate "redo";
    Copy                Annotate "copy";
    CopyQuote           Annotate "copy-quote";
    Export              Annotate "export";
    SaveElsewhere       Annotate "save-elsewhere";
    SaveNote            Annotate "save-note";
    DiscardNote         Annotate "discard-note";
    EditOutside         Annotate "edit-outside";
    NextField           Annotate "next-field";

    MergeEntity         Correct "merge-entity";
    RenameEntity        Correct "rename-entity";
    RetypeEntity        Correct "retype-entity";
    HideEntity          Correct "hide-entity";
    NewEntity           Correct "new-entity";
    DeclareEntity       Correct "declare-entity";
    SetSpeaker          Correct "set-speaker";
    NotAQuotation       Correct "not-a-quotation";
    DeclareQuotation    Correct "declare-quotation";
    AddThemeWord        Correct "add-theme-word";
    RemoveThemeWord     Correct "remove-theme-word";
    DeclareThemeWord    Correct "declare-theme-word";
    NewTheme            Correct "new-theme";
    RenameTheme         Correct "rename-theme";
    SwitchScope         Correct "switch-scope";

    Select              Select "select";
    SelectSentence      Select "select-sentence";
    Left                Select "left";
    Right               Select "right";
    SelectLeft          Select "select-left";
    SelectRight         Select "select-right";
    SelectUp            Select "select-up";
    SelectDown          Select "select-down";
    NextWord            Select "next-word";
    PreviousWord        Select "previous-word";
    WordEnd             Select "word-end";
    LineStart           Select "line-start";
    LineEnd             Select "line-end";
    InnerWord           Select "select-word";
    InnerSentence       Select "select-this-sentence";
    InnerParagraph      Select "select-paragraph";
    InnerQuote          Select "select-quote";
    InnerEntity         Select "select-entity";
    AroundWord          Select "select-word-around";
    AroundSentence      Select "select-sentence-around";
    AroundParagraph     Select "select-paragraph-around";
    AroundQuote         Select "select-quote-around";
    AroundEntity        Select "select-entity-around";
    Grow                Select "grow";
    Shrink              Select "shrink";
    SwapEnds            Select "swap-ends";

    ViewText            Views "view-text";
    ViewEntities        Views "view-entities";
    ViewQuotes          Views "view-quotes";
    ViewThemes          Views "view-themes";
    ViewNotebook        Views "view-notebook";
    Outline             Views "outline";
    Links               Views "links";
    Library             Views "library";
    NextPane            Views "next-pane";
    PreviousPane        Views "previous-pane";
    Preview             Views "preview";
    Sort                Views "sort";
    LayerEntities       Views "layer-entities";
    LayerQuotes         Views "layer-quotes";
    LayerThemes         Views "layer-themes";
    LayerNotes          Views "layer-notes";
    LayersAll           Views "layers-all";
    Legend              Views "legend";
    Focus               Views "focus";
    Zen                 Views "zen";
    TextMarks           Views "text-marks";
    InlineNotes         Views "inline-notes";
    Hyphenation         Views "hyphenation";
    MeasureWider        Views "measure-wider";
    MeasureNarrower     Views "measure-narrower";
    MeasureReset        Views "measure-reset";
    Colors              Views "colors";

    Help                Program "help";
    Palette             Program "palette";
    Close               Program "close";
    Up                  Program "up";
    Accept              Program "accept";
    ToggleCase          Program "toggle-case";
    ToggleWord          Program "toggle-word";
    Interrupt           Program "interrupt";
    Reload              Program "reload";
    WholePage           Program "whole-page";
    Encoding            Program "encoding";
    Redraw              Program "redraw";
    Suspend             Program "suspend";
    Quit                Program "quit";
}

impl Command {
    /// One to three words, for footers and popups.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        self.wording().label(lang)
    }

    /// One sentence without a full stop, for the help and the palette.
    #[must_use]
    pub fn doc(self, lang: Lang) -> &'static str {
        self.wording().doc(lang)
    }

    fn wording(self) -> Wording {
        wording(self.name()).expect("every command is worded; tests/keys.rs goes through them")
    }
}
