//! What stands around articles, by the names that sites give it and by the words it begins with.
//!
//! The rules are those of the trade, in English and French, and of no site in particular.

use dom_query::NodeRef;

/// Beginnings of words in `class` and `id` that only name what is no article.
const SURE: [&str; 57] = [
    "abonn",
    "advert",
    "alsoread",
    "bookmark",
    "breadcrumb",
    "byadvertiser",
    "catlinks",
    "consent",
    "cookie",
    "copybtn",
    "disclosure",
    "donat",
    "editsection",
    "feedback",
    "footer",
    "gdpr",
    "headerlink",
    "headerbar",
    "infobox",
    "liresuite",
    "masthead",
    "megamenu",
    "modal",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "noprint",
    "outbrain",
    "pager",
    "pagination",
    "partag",
    "paywall",
    "permalink",
    "popin",
    "popup",
    "publicit",
    "readalso",
    "recirc",
    "recommend",
    "related",
    "rgpd",
    "shar",
    "sidebar",
    "similaire",
    "sitenotice",
    "skip",
    "social",
    "sommaire",
    "sponsor",
    "subscri",
    "suggest",
    "taboola",
    "taglist",
    "toctree",
    "topnav",
    "videoplayer",
];

/// Whole words in `class` and `id` that only name what is no article.
const SURE_WORDS: [&str; 28] = [
    "ariane",
    "bottom",
    "cmp",
    "dons",
    "headlink",
    "keywords",
    "login",
    "menu",
    "nav",
    "optin",
    "pied",
    "asbox",
    "preheader",
    "printfooter",
    "prev",
    "promo",
    "push",
    "respond",
    "search",
    "signin",
    "signup",
    "sub-nav",
    "tags",
    "toc",
    "toolbar",
    "topbar",
    "topics",
    "trending",
];

/// Whole words that name small things around an article, and sometimes a part of it.
const LIKELY: [&str; 57] = [
    "actions",
    "ad",
    "ads",
    "agenda",
    "aimerez",
    "archive",
    "archives",
    "aside",
    "banner",
    "bas",
    "bio",
    "blogroll",
    "brand",
    "buttons",
    "carousel",
    "credits",
    "decouvrir",
    "download",
    "follow",
    "header",
    "indicator",
    "left",
    "legal",
    "links",
    "logo",
    "more",
    "most",
    "next",
    "online",
    "player",
    "poll",
    "popular",
    "postprofile",
    "pub",
    "rail",
    "rating",
    "reactions",
    "read",
    "right",
    "secondary",
    "side",
    "siteinfo",
    "slider",
    "sondage",
    "sort",
    "stats",
    "summary-preview",
    "teaser",
    "teasers",
    "tools",
    "utility",
    "viewed",
    "vote",
    "votecell",
    "votes",
    "widget",
    "widgets",
];

/// Words in a row that name what is no article.
const PHRASES: [&str; 19] = [
    "-a-decouvrir-",
    "-a-lire-",
    "-about-author-",
    "-ask-question-",
    "-author-bio-",
    "-back-to-top-",
    "-hot-network-",
    "-lire-aussi-",
    "-lire-la-suite-",
    "-mots-cles-",
    "-plus-lus-",
    "-post-menu-",
    "-read-also-",
    "-read-next-",
    "-site-description-",
    "-site-notice-",
    "-site-sub-",
    "-site-title-",
    "-your-answer-",
];

/// Beginnings of words that name what readers wrote below an article.
const COMMENTS: [&str; 5] = ["comment", "disqus", "avis", "reaction", "respond"];

/// Words that name who wrote it, when, and the like, at the head of an article.
const HEAD: [&str; 33] = [
    "auteur",
    "auteurs",
    "author",
    "authors",
    "byline",
    "caption-xl",
    "categories",
    "category",
    "credit-line",
    "date",
    "dateline",
    "dates",
    "datetime",
    "eyebrow",
    "infos",
    "kicker",
    "label",
    "meta",
    "metadata",
    "minutes",
    "postmeta",
    "published",
    "publication",
    "reading-time",
    "rubrique",
    "section-name",
    "signature",
    "stats",
    "surtitre",
    "time",
    "timestamp",
    "updated",
    "vcard",
];

/// What boxes in an article are called that belong to it.
const KEPT: [&str; 9] =
    ["admonition", "alert", "callout", "encadre", "hint", "inset", "note", "tip", "warning"];

/// How blocks begin that only lead elsewhere.
const LEADS: [&str; 40] = [
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "lire également",
    "à lire également",
    "voir aussi :",
    "à voir aussi",
    "sur le même sujet",
    "read also",
    "also read",
    "read more:",
    "read next",
    "more on this story",
    "related:",
    "skip to ",
    "aller au contenu",
    "share this",
    "abonnez-vous",
    "inscrivez-vous à notre",
    "inscrivez-vous à la newsletter",
    "suivez-nous",
    "sign up for our",
    "sign up to our",
    "subscribe to our",
    "il vous reste",
    "déjà abonné",
    "already a subscriber",
    "vous recevez ce",
    "you are receiving this",
    "vous ne voyez pas ce",
    "view this email in",
    "article réservé aux abonnés",
    "cet article est réservé",
    "réservé aux abonnés",
    "this article is for subscribers",
    "all products are independently",
    "explore more on these topics",
    "cet article vous est offert",
    "click here to ",
    "tap here to ",
];

/// What the lines below an article say to whom it belongs.
const RIGHTS: [&str; 3] = ["all rights reserved", "droits réservés", "copyright ©"];

/// How short blocks begin that are no part of the text.
const ASIDES: [&str; 28] = [
    "©",
    "advertisement",
    "écouter cet ",
    "écouter l’article",
    "listen to this",
    "all rights reserved",
    "back to full version",
    "best viewed",
    "copyright",
    "copier le lien",
    "enable javascript",
    "messages sorted by",
    "next message:",
    "partager",
    "previous message:",
    "publicité",
    "se désabonner",
    "share on ",
    "subscribe",
    "s’abonner",
    "temps de lecture",
    "tous droits réservés",
    "unsubscribe",
    "viewed ",
    "you need to enable javascript",
    "close window",
    "développé par",
    "powered by",
];

/// What a part of a page seems to be, going by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// No part of an article.
    Sure,
    /// No part of an article, if it is small.
    Likely,
    /// What readers wrote.
    Comments,
    /// Nothing in particular.
    Nothing,
}

/// The words in the names of an element: `-post-menu-js-vote-`.
fn names(node: &NodeRef) -> String {
    let mut words = String::from("-");
    // What scripts and tests go by says more than classes made by a machine.
    for attribute in ["class", "id", "data-testid", "data-component"] {
        let Some(value) = node.attr(attribute) else { continue };
        let mut before = ' ';
        // A name of thousands of letters is none.
        for letter in value.chars().take(500) {
            if before.is_lowercase() && letter.is_uppercase() && !words.ends_with('-') {
                words.push('-');
            }
            before = letter;
            if letter.is_alphanumeric() {
                words.extend(letter.to_lowercase());
            } else if !words.ends_with('-') {
                words.push('-');
            }
        }
        if !words.ends_with('-') {
            words.push('-');
        }
    }
    words
}

fn words(names: &str) -> impl Iterator<Item = &str> {
    names.split('-').filter(|word| !word.is_empty())
}

/// What an element seems to be, going by its names.
pub(super) fn named(node: &NodeRef) -> Named {
    let names = names(node);
    if names.len() < 3 {
        return Named::Nothing;
    }
    let begins = |list: &[&str]| words(&names).any(|word| list.iter().any(|start| word.starts_with(start)));
    if begins(&COMMENTS) {
        return Named::Comments;
    }
    let sure = begins(&SURE)
        || words(&names).any(|word| SURE_WORDS.contains(&word))
        || PHRASES.iter().any(|phrase| names.contains(phrase));
    if sure {
        Named::Sure
    } else if words(&names).any(|word| KEPT.contains(&word)) {
        Named::Nothing
    } else if words(&names).any(|word| LIKELY.contains(&word)) {
        Named::Likely
    } else {
        Named::Nothing
    }
}

/// Whether an element or the one around it is called a column or a grid.
pub(super) fn is_column(node: &NodeRef) -> bool {
    let is = |node: &NodeRef| {
        words(&names(node)).any(|word| {
            matches!(word, "grid" | "row" | "cols" | "col" | "column" | "columns" | "colonne" | "colonnes")
        })
    };
    is(node) || node.parent().is_some_and(|above| is(&above))
}

/// Whether an element is called what belongs to an article though it stands beside it.
pub(super) fn is_kept(node: &NodeRef) -> bool {
    words(&names(node)).any(|word| KEPT.contains(&word))
}

/// Whether an element is called what says who wrote an article, when, and under which heading.
pub(super) fn is_head(node: &NodeRef) -> bool {
    let names = names(node);
    words(&names).any(|word| HEAD.contains(&word))
        || HEAD.iter().any(|head| head.contains('-') && names.contains(&format!("-{head}-")))
}

/// Whether an element is called what says who wrote an article.
pub(super) fn is_byline(node: &NodeRef) -> bool {
    words(&names(node))
        .any(|word| ["byline", "author", "authors", "auteur", "auteurs", "signature"].contains(&word))
}

/// Whether an element is what someone puts under all they write.
pub(super) fn is_motto(node: &NodeRef) -> bool {
    // Where it is no block of its own, as in lists of terms, it is the signature of a function.
    matches!(node.node_name().as_deref(), Some("div" | "p" | "section" | "td" | "blockquote" | "footer"))
        && words(&names(node)).any(|word| matches!(word, "signature" | "sig" | "motto"))
        && node.text().len() < 500
}

/// Whether a block with this text leads elsewhere, or is no part of what is to be read.
pub(super) fn is_lead(text: &str) -> bool {
    // No longer than a sentence or two.
    if text.len() > 300 {
        return false;
    }
    let lower = text.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '©');
    let lower = lower.to_lowercase().replace('\'', "’");
    LEADS.iter().any(|start| lower.starts_with(start))
        || is_invitation(&lower)
        || RIGHTS.iter().any(|right| lower.contains(right))
        || (lower.len() < 120 && ASIDES.iter().any(|start| lower.starts_with(start)))
}

/// Whether a short block sends its reader to another network: `Follow Ann Lee on Twitter`.
fn is_invitation(lower: &str) -> bool {
    const NETWORKS: [&str; 9] = [
        "bluesky",
        "facebook",
        "instagram",
        "linkedin",
        "mastodon",
        "threads",
        "tiktok",
        "twitter",
        "whatsapp",
    ];
    lower.len() < 100
        && ["follow", "suivez", "retrouvez"].iter().any(|start| lower.starts_with(start))
        && NETWORKS.iter().any(|network| lower.contains(network))
}

/// Whether a short block only says whose picture stands beside it: `Win McNamee / Getty Images`.
fn is_credit(text: &str) -> bool {
    const AGENCIES: [&str; 6] = ["AFP", "AP Photo", "EPA", "Getty Images", "Reuters", "Shutterstock"];
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    text.contains(['/', '|', '©', '–'])
        && AGENCIES.iter().any(|agency| text.contains(agency))
        && words.all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase))
}

/// What blocks are made of that are there to be pressed, without the letters' case.
const LABELS: [&str; 27] = [
    "add to favorites",
    "buy now",
    "comment",
    "copy link",
    "email",
    "envoyer",
    "facebook",
    "favoris",
    "follow",
    "hide caption",
    "imprimer",
    "listen",
    "loading...",
    "offrir",
    "offrir l’article",
    "print",
    "reply",
    "report",
    "répondre",
    "save",
    "share",
    "signaler",
    "suivre",
    "text size",
    "tweet",
    "whatsapp",
    "écouter",
];

/// Whether a block is but a label to press, or says how long the article takes to read.
pub(super) fn is_label(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let lower = text.to_lowercase().replace('\'', "’");
    LABELS.contains(&lower.trim()) || is_reading_time(&lower) || is_credit(text)
}

/// Whether a line says how long an article takes to read: `Lecture : 6 minutes`, `7 min read`.
fn is_reading_time(lower: &str) -> bool {
    const WORDS: [&str; 19] = [
        "a", "about", "article", "cet", "de", "environ", "est", "in", "it", "lecture", "lire", "min", "mins",
        "minute", "minutes", "mn", "read", "reading", "takes",
    ];
    let mut words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    ["lecture", "read", "lire"].iter().any(|word| lower.contains(word))
        && lower.contains(|letter: char| letter.is_ascii_digit())
        && lower.contains("m")
        && words
            .all(|word| is_number(word) || matches!(word, "temps" | "time" | "à") || WORDS.contains(&word))
}
