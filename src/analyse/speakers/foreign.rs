//! What the patterns need to know of German, Spanish, Italian, Portuguese and Dutch: when a verb reports,
//! which words name a source, where a verb stands in two parts, what pronouns and articles say.

use super::clause::Clause;
use super::cue::{Cue, Parts};
use super::patterns::Found;
use super::preceding;
use super::subject::{self, Head, Subject};
use crate::analyse::lexicon::Class;
use crate::analyse::names::Named;
use crate::analyse::reading::Tongue;
use crate::mark::{Confidence, EntityKind};

/// Items that may stand between an auxiliary and its participle at the end of a clause.
const BRACKET: usize = 18;

/// Whether the rules of French and English do not read the passage.
pub(super) fn is_foreign(tongue: Tongue) -> bool {
    !matches!(tongue, Tongue::French | Tongue::English)
}

/// Whether verbs frame their clause there: `hat … gesagt`.
fn has_brackets(tongue: Tongue) -> bool {
    matches!(tongue, Tongue::German | Tongue::Dutch)
}

/// Whether a verb needs no subject beside it.
pub(super) fn drops_pronouns(tongue: Tongue) -> bool {
    matches!(tongue, Tongue::Spanish | Tongue::Italian | Tongue::Portuguese)
}

/// Whether the word is a role that needs no article before a name: `sagte Polizeisprecherin Sabine Ott`,
/// `zei conservator Liesbeth Mulder`.
pub(super) fn is_role(clause: &Clause, at: usize) -> bool {
    if !has_brackets(clause.tongue) || clause.name(at).is_some() || !clause.is_word(at) {
        return false;
    }
    let person = |name: &Named| clause.names.kind(name) == EntityKind::Person;
    let before_person = clause.name(at + 1).is_some_and(person);
    let unknown = || clause.token(at).is_some_and(|token| clause.reading.class(token) == Class::NONE);
    clause.has(at, Class::ROLE) || before_person && unknown()
}

impl Parts<'_, '_> {
    /// `Some(dependent)` where the verb reports.
    pub(super) fn foreign(&self) -> Option<bool> {
        let clause = self.clause;
        let verb = |class: Class| clause.has(self.verb, class);
        if clause.tongue == Tongue::Other || self.is_german_noun() {
            return None;
        }
        if verb(Class::PARTICIPLE) && self.any(Class::HAVE) {
            return Some(false);
        }
        if self.any(Class::BE) && !self.any(Class::REFLEXIVE) {
            return None;
        }
        if verb(Class::GERUND) {
            return Some(true);
        }
        if verb(Class::FINITE) {
            return self.foreign_finite().then_some(false);
        }
        if verb(Class::PARTICIPLE) && has_brackets(clause.tongue) && auxiliary(clause, self.verb).is_some() {
            return Some(false);
        }
        let before = self.start.checked_sub(1).map_or("", |before| clause.lower(before));
        let led = matches!(
            before,
            "al" | "a"
                | "ad"
                | "de"
                | "di"
                | "nel"
                | "tras"
                | "dopo"
                | "após"
                | "ao"
                | "para"
                | "por"
                | "zu"
                | "te"
        );
        (verb(Class::BARE) && led).then_some(true)
    }

    fn foreign_finite(&self) -> bool {
        if !self.clause.has(self.verb, Class::NOUNLIKE) {
            return true;
        }
        let noun = self.start == self.verb
            && self.before(Class::DETERMINER.or(Class::OF))
            && !self.before(Class::PRONOUN);
        !noun && (self.led() || self.start_of_incise() || self.noun_before() || self.set_in())
    }

    /// `…, attacca Ferri, …`: between commas or dashes with its subject after it.
    fn set_in(&self) -> bool {
        let opened = self
            .start
            .checked_sub(1)
            .is_some_and(|before| matches!(self.clause.mark(before), Some(',' | '—' | '–')));
        let Some(subject) = subject::starting(self.clause, self.verb + 1, self.clause.items.len()) else {
            return false;
        };
        let closed = matches!(self.clause.mark(subject.items.end), Some(',' | '.' | '—' | '–'));
        opened && closed && subject.head != Head::Pronoun
    }

    /// `Die Frage`: nouns have a capital.
    fn is_german_noun(&self) -> bool {
        let token = self.clause.token(self.verb).map(|token| &self.clause.reading.tokens[token]);
        self.clause.tongue == Tongue::German
            && token.is_some_and(|token| token.is_capital() && !token.initial)
    }
}

/// The auxiliary of a participle at the end of its clause, in the same sentence.
fn auxiliary(clause: &Clause, participle: usize) -> Option<usize> {
    let floor = clause.sentence_start(participle).max(participle.saturating_sub(BRACKET));
    (floor..participle)
        .rev()
        .take_while(|&item| clause.mark(item) != Some(';'))
        .find(|&item| clause.has(item, Class::HAVE) && clause.name(item).is_none())
}

/// `X hat am Montag gesagt: „…“`, `Gestern hat X gesagt: „…“`: who the auxiliary tells; the cue is the participle.
pub(super) fn bracketed(clause: &Clause, cue: &Cue, start: usize) -> Option<Found> {
    let verb = cue.items.end - 1;
    if !has_brackets(clause.tongue) || !clause.has(verb, Class::PARTICIPLE) {
        return None;
    }
    let helper = auxiliary(clause, verb).filter(|&helper| helper < cue.items.start)?;
    let subject = preceding::before_verb(clause, start, helper)
        .or_else(|| subject::starting(clause, helper + 1, cue.items.start))?;
    Some(Found::sure(Some(subject), cue.items.clone()))
}

/// `X hatte das Projekt als „…“ bezeichnet`: a quotation at item `at`, between an auxiliary and its participle.
pub(super) fn closing(clause: &Clause, at: usize, start: usize, end: usize) -> Option<Found> {
    let verb = (at + 1..end.min(at + 4)).find(|&item| clause.has(item, Class::PARTICIPLE))?;
    if !has_brackets(clause.tongue) || (at + 1..verb).any(|item| !clause.is_word(item)) {
        return None;
    }
    let helper = auxiliary(clause, at).filter(|&helper| helper >= start)?;
    let subject = preceding::before_verb(clause, start, helper)
        .or_else(|| subject::starting(clause, helper + 1, at))?;
    Some(Found::sure(Some(subject), verb..verb + 1))
}

/// What follows a quotation and is not a verb with its subject: `hat X gesagt`, `X zufolge`.
pub(super) fn following(clause: &Clause, at: usize, end: usize) -> Option<Found> {
    if !has_brackets(clause.tongue) {
        return None;
    }
    if clause.has(at, Class::HAVE) {
        let subject = subject::after_verb(clause, at + 1, end)?;
        let last = end.min(subject.items.end + BRACKET / 2);
        let verb = (subject.items.end..last)
            .take_while(|&item| clause.is_word(item))
            .find(|&item| clause.has(item, Class::PARTICIPLE))?;
        return Some(Found::sure(Some(subject), verb..verb + 1));
    }
    let subject = subject::starting(clause, at, end)?;
    let source = subject.items.end;
    (clause.lower(source) == "zufolge").then(|| Found::sure(Some(subject), source..source + 1))
}

/// `Dem Ministerium zufolge`: the source that ends before item `at`.
pub(super) fn according_to(clause: &Clause, at: usize, start: usize) -> Option<Found> {
    if clause.lower(at) != "zufolge" || clause.tongue != Tongue::German {
        return None;
    }
    let subject = preceding::before_verb(clause, start, at)?;
    Some(Found::sure(Some(subject), at..at + 1))
}

/// Words that name a source after them, the longest first; what ends in `*` is followed by *of*.
fn sources(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::German => &[
            "nach angaben *",
            "nach den worten *",
            "nach worten *",
            "nach ansicht *",
            "nach aussage *",
            "nach aussagen *",
            "nach einschätzung *",
            "nach meinung *",
            "nach auffassung *",
            "aus sicht *",
            "laut",
            "so",
        ],
        Tongue::Spanish => {
            &["a juicio *", "en palabras *", "en opinión *", "de acuerdo con", "según", "para"]
        }
        Tongue::Italian => {
            &["a detta *", "a giudizio *", "nelle parole *", "secondo quanto", "stando a", "secondo", "per"]
        }
        Tongue::Portuguese => &[
            "de acordo com",
            "na opinião *",
            "na avaliação *",
            "nas palavras *",
            "segundo",
            "conforme",
            "para",
        ],
        Tongue::Dutch => &["volgens", "aldus", "naar het oordeel *"],
        Tongue::French | Tongue::English | Tongue::Other => &[],
    }
}

/// `laut X`, `según X`, `secondo X`, `de acordo com X`, `volgens X` at item `at`.
pub(super) fn according(clause: &Clause, at: usize, end: usize) -> Option<Found> {
    let stands = |source: &&&str| {
        let mut words = source.split(' ').filter(|word| *word != "*");
        let length = words.clone().count();
        words.by_ref().zip(at..).all(|(word, item)| clause.lower(item) == word) && at + length < end
    };
    let source = sources(clause.tongue).iter().find(stands)?;
    let length = source.split(' ').filter(|word| *word != "*").count();
    let mut next = at + length;
    if source.ends_with('*') && clause.has(next, Class::OF) && !clause.has(next, Class::DETERMINER) {
        next += 1;
    }
    let subject = if clause.has(next, Class::OBLIQUE) && clause.name(next).is_none() {
        Subject { items: next..next + 1, head: Head::Pronoun }
    } else {
        named(clause, next, end)?
    };
    // `para`, `per`, `so` say whose view it is only before a name or a role.
    let loose = matches!(*source, "para" | "per" | "so");
    let voiced = match subject.head {
        Head::Noun(noun) => !loose || clause.has(noun, Class::ROLE.or(Class::BODY)),
        Head::Name(_) => true,
        Head::Pronoun | Head::Somebody => !loose,
    };
    voiced.then(|| Found::sure(Some(subject), at..next))
}

/// Whoever stands there: also after an article that is one word with a preposition, or without any.
fn named(clause: &Clause, at: usize, end: usize) -> Option<Subject> {
    if let Some(subject) = subject::starting(clause, at, end) {
        return Some(subject);
    }
    if clause.has(at, Class::DETERMINER) {
        return subject::phrase(clause, at, end);
    }
    // `laut Polizei`, `según fuentes del Gobierno`, `volgens onderzoekers`.
    let small =
        Class::PREPOSITION.or(Class::PRONOUN).or(Class::RELATIVE).or(Class::CONJUNCTION).or(Class::ADVERB);
    let bare = at < end && clause.is_word(at) && clause.name(at).is_none() && !clause.has(at, small);
    bare.then_some(Subject { items: at..at + 1, head: Head::Noun(at) })
}

/// `«…», ha detto.`: a verb without its subject, which is whoever was spoken of.
pub(super) fn unnamed(clause: &Clause, cue: &Cue) -> Option<Found> {
    drops_pronouns(clause.tongue).then(|| Found {
        subject: Some(Subject { items: cue.items.clone(), head: Head::Pronoun }),
        cue: Some(cue.items.clone()),
        confidence: Confidence::Medium,
    })
}

/// Whether a pronoun may stand for a man and for a woman; `None` where it stands for nobody in particular.
/// A verb stands for the pronoun it does without.
pub(super) fn gender(word: &str) -> Option<(bool, bool)> {
    match word {
        "er" | "ihm" | "ihn" | "él" | "lui" | "egli" | "ele" | "hij" | "hem" => Some((true, false)),
        "sie" | "ihr" | "ella" | "lei" | "ela" | "zij" | "ze" | "haar" => Some((false, true)),
        "ich" | "wir" | "man" | "es" | "ihnen" | "yo" | "nosotros" | "ellos" | "ellas" | "ustedes" | "mí"
        | "io" | "noi" | "loro" | "essi" | "esse" | "me" | "eu" | "nós" | "eles" | "elas" | "mim" | "ik"
        | "wij" | "we" | "men" | "hen" => None,
        _ => Some((true, true)),
    }
}

/// Whether the article means one that was told before.
pub(super) fn is_definite(tongue: Tongue, article: &str) -> bool {
    let articles: &[&str] = match tongue {
        Tongue::German => &["der", "die", "das", "dem", "den"],
        Tongue::Spanish => &["el", "la"],
        Tongue::Italian => &["il", "lo", "la", "l'"],
        Tongue::Portuguese => &["o", "a"],
        Tongue::Dutch => &["de", "het"],
        Tongue::French | Tongue::English | Tongue::Other => &[],
    };
    articles.contains(&article)
}

/// Whether the article or the noun says that it is a woman.
pub(super) fn is_woman(clause: &Clause, article: &str, noun: usize) -> bool {
    let feminine = clause.has(noun, Class::FEMININE);
    match clause.tongue {
        Tongue::German => feminine && (article == "die" || clause.lower(noun).ends_with("in")),
        Tongue::Spanish | Tongue::Italian => article == "la",
        Tongue::Portuguese => article == "a",
        _ => false,
    }
}

/// The gender that a form of address leaves out: `Frau` is no man.
pub(super) fn address(word: &str) -> Option<bool> {
    match word {
        "herr" | "herrn" | "señor" | "sr" | "sr." | "don" | "signor" | "signore" | "sig" | "sig."
        | "senhor" | "dom" | "meneer" | "mijnheer" | "dhr" | "dhr." => Some(true),
        "frau" | "señora" | "señorita" | "sra" | "sra." | "srta" | "srta." | "doña" | "signora"
        | "signorina" | "senhora" | "dona" | "mevrouw" | "mevr" | "mevr." | "mw" | "mw." => Some(false),
        _ => None,
    }
}

/// `die Sprecherin der Partei`: a genitive that no preposition tells, in the phrase that starts at `start`.
pub(super) fn is_genitive(clause: &Clause, from: usize, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&before| before > from) else { return false };
    let noun = clause.token(before).map(|token| &clause.reading.tokens[token]);
    clause.tongue == Tongue::German
        && clause.lower(start) == "der"
        && !clause.has(before, Class::TIME.or(Class::PRONOUN))
        && noun.is_some_and(|noun| noun.is_word() && noun.is_capital())
}
