//! Whom a pronoun, a noun phrase or a family name stands for.

use super::clause::Clause;
use super::designated;
use super::foreign;
use super::gender;
use super::labels;
use super::roles::Roles;
use super::subject::{self, Head, Subject};
use crate::analyse::lexicon::Class;
use crate::analyse::names::{Gender, Names};
use crate::analyse::quotes::Quote;
use crate::analyse::reading::{Reading, Token, Tongue, WordId};
use crate::mark::EntityKind;
use std::collections::HashMap;

/// How many names back an antecedent may lie.
const BACK: usize = 24;
/// Tokens between the verb of an incise and the name of its subject.
const INCISED: usize = 5;
/// How many tokens back the antecedent of a pronoun may lie.
const FAR: usize = 400;

/// What a pronoun or noun may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) man: bool,
    pub(super) woman: bool,
    pub(super) kind: EntityKind,
}

/// A name outside quotations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) token: usize,
    pub(super) entity: usize,
    /// It stands where subjects stand.
    pub(super) subject: bool,
}

/// A speaker found: the token where the quotation ends, and who.
#[derive(Debug, Clone, Copy)]
struct Spoke {
    token: usize,
    /// `None`: somebody without a name.
    entity: Option<usize>,
    wanted: Wanted,
}

/// Names and speakers in reading order, for looking back.
pub(super) struct Antecedents<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) names: &'a Names,
    pub(super) places: Vec<Place>,
    spoke: Vec<Spoke>,
    pub(super) roles: Roles,
    /// Roles that open a sentence without a name beside them: determiner and noun.
    nameless: Vec<(usize, usize)>,
    /// Roles of people without a name: `un négociant`, `a European diplomat`.
    strangers: Vec<(usize, WordId)>,
    /// Beside the entities: what first names, titles, roles and pronouns say.
    pub(super) genders: Vec<Gender>,
    quotes: &'a [Quote],
    /// The people, and the bodies, of each last name.
    families: HashMap<WordId, Vec<usize>>,
    /// People told by their first name alone, and who they are in full.
    whole: HashMap<usize, usize>,
}

impl<'a> Antecedents<'a> {
    pub(super) fn new(reading: &'a Reading, names: &'a Names, quotes: &'a [Quote]) -> Self {
        let all = quotes;
        let mut quotes = quotes.iter().peekable();
        // Where the name before ends, and whether it is a subject.
        let mut joined_to: Option<(usize, bool)> = None;
        let mut places = Vec::with_capacity(names.mentions.len());
        let mut families: HashMap<WordId, Vec<usize>> = HashMap::new();
        for mention in &names.mentions {
            if mention.tokens.len() > 1
                && matches!(names.kind(mention), EntityKind::Person | EntityKind::Organisation)
            {
                let last = reading.tokens[mention.tokens.end - 1].word();
                let family = last.map(|word| families.entry(word).or_default());
                family.into_iter().filter(|people| !people.contains(&mention.entity)).for_each(|people| {
                    people.push(mention.entity);
                });
            }
            let token = mention.tokens.start;
            while quotes.next_if(|quote| quote.tokens.end <= token).is_some() {}
            let quoted = quotes.peek().is_some_and(|quote| quote.tokens.contains(&token));
            if quoted && !is_incised(reading, token) {
                continue;
            }
            let joined = joined_to.filter(|_| is_joined(reading, token)).filter(|&(end, _)| end + 1 == token);
            let subject = match joined {
                Some((_, subject)) => subject,
                None => is_subject(reading, token) && !is_owner(reading, mention.tokens.end),
            };
            joined_to = Some((mention.tokens.end, subject));
            places.push(Place { token, entity: mention.entity, subject });
        }
        Self {
            reading,
            names,
            places,
            spoke: Vec::new(),
            genders: gender::genders(reading, names),
            roles: Roles::new(reading, names),
            nameless: designated::nameless(reading, names),
            strangers: designated::strangers(reading, names),
            quotes: all,
            families,
            whole: by_first_name(names),
        }
    }

    /// Notes who speaks in the quotation that ends before token `token`; `None` for somebody without a name.
    pub(super) fn spoke(&mut self, token: usize, entity: Option<usize>) {
        let gender = entity.map_or(Gender::Unknown, |entity| self.genders[entity]);
        let kind = entity.map_or(EntityKind::Person, |entity| self.names.entities[entity].kind);
        let wanted = Wanted { man: gender != Gender::Woman, woman: gender != Gender::Man, kind };
        self.spoke.push(Spoke { token, entity, wanted });
    }

    /// Notes what a pronoun says of somebody named in the passage of that number.
    pub(super) fn learn(&mut self, passage: usize, entity: Option<usize>, gender: Option<Gender>) {
        let (Some(entity), Some(gender)) = (entity, gender) else { return };
        if self.genders[entity] != Gender::Unknown {
            return;
        }
        let tokens = &self.reading.passages[passage].tokens;
        let first = self.places.partition_point(|place| place.token < tokens.start);
        let here = self.places[first..].iter().take_while(|place| place.token < tokens.end);
        if here.take(BACK).any(|place| place.entity == entity) {
            self.genders[entity] = gender;
        }
    }

    /// Whether the role at token `noun` was last told of somebody without a name, not before token `from`.
    pub(super) fn is_stranger(&self, noun: usize, from: usize) -> bool {
        let last = self.strangers.partition_point(|(token, _)| *token < noun);
        let near = self.strangers[..last].iter().rev().take(BACK).take_while(|(token, _)| *token >= from);
        self.reading.tokens[noun].word().is_some_and(|word| near.clone().any(|(_, other)| *other == word))
    }

    /// The person named last before token `token` who is not `entity`.
    pub(super) fn another(&self, token: usize, entity: Option<usize>) -> Option<usize> {
        let before = &self.places[..self.places.partition_point(|place| place.token < token)];
        let person = |place: &&Place| self.names.entities[place.entity].kind == EntityKind::Person;
        let near = before.iter().rev().take_while(|place| place.token + FAR >= token).take(BACK);
        near.filter(person).map(|place| place.entity).find(|&other| Some(other) != entity)
    }

    /// The only person named before token `token`.
    pub(super) fn only_person(&self, token: usize) -> Option<usize> {
        let before = &self.places[..self.places.partition_point(|place| place.token < token)];
        let person = |place: &&Place| self.names.entities[place.entity].kind == EntityKind::Person;
        let first = before.iter().find(person)?;
        let others = before.iter().take(BACK).filter(person).any(|place| place.entity != first.entity);
        (!others).then_some(first.entity)
    }

    /// The entity that `subject` stands for.
    pub(super) fn entity(&self, clause: &Clause, subject: &Subject) -> Option<usize> {
        let entity = self.nearest(clause, subject)?;
        Some(self.whole.get(&entity).copied().unwrap_or(entity))
    }

    fn nearest(&self, clause: &Clause, subject: &Subject) -> Option<usize> {
        let token = clause.token(subject.items.start)?;
        match subject.head {
            Head::Name(entity) => self.of_family(clause, subject, entity),
            Head::Somebody => self.by_last_name(clause, subject),
            Head::Pronoun if is_first_person(clause, subject) => {
                let passage = self.reading.passages.partition_point(|passage| passage.tokens.end <= token);
                labels::answering(self.reading, self.names, passage)
            }
            Head::Pronoun if matches!(clause.lower(subject.items.start), "vous" | "you") => {
                let passage = self.reading.passages.partition_point(|passage| passage.tokens.end <= token);
                labels::asked(self.reading, self.names, passage)
            }
            Head::Pronoun => {
                let wanted = by_pronoun(clause, subject)?;
                if let Some(noun) = noun_before(clause, subject, wanted) {
                    return self.entity(clause, &noun);
                }
                self.back(token, wanted)
            }
            Head::Noun(noun) if designated::is_origin(clause, subject, noun) => {
                let determiner = clause.lower(subject.items.start);
                let man = !matches!(determiner, "la" | "cette");
                let woman = !matches!(determiner, "le" | "ce");
                self.back(token, Wanted { man, woman, kind: EntityKind::Person })
            }
            Head::Noun(noun) => {
                let wanted = designated::by_noun(clause, subject, noun)?;
                let phrase = token..clause.token(subject.items.end - 1)? + 1;
                self.designated(phrase, clause.token(noun)?, wanted)
            }
        }
    }

    /// A family name that several people have is nobody’s, unless `M.` or `Mme` tells.
    fn of_family(&self, clause: &Clause, subject: &Subject, entity: usize) -> Option<usize> {
        let name = clause.name(subject.items.start).filter(|name| name.tokens.len() == 1);
        let person = self.names.entities[entity].kind == EntityKind::Person;
        let Some(name) = name.filter(|_| person) else { return Some(entity) };
        let word = self.reading.tokens[name.tokens.start].word();
        let Some(people) = word.and_then(|word| self.families.get(&word)) else { return Some(entity) };
        if people.len() < 2 || !people.iter().any(|&entity| self.is_person(entity)) {
            return Some(entity);
        }
        let before = name.tokens.start.checked_sub(1).map_or("", |before| self.reading.lower(before));
        let other = match gender::title(self.reading, name.tokens.start) {
            Some(Gender::Man) => Gender::Woman,
            Some(_) => Gender::Man,
            None if foreign::address(before)? => Gender::Woman,
            None => Gender::Man,
        };
        let mut fitting = people.iter().filter(|&&person| self.genders[person] != other);
        let first = fitting.next().copied()?;
        // `Lettie Broussard` and `Lettie Marie Broussard` are one.
        let given = |entity: usize| self.names.entities[entity].name.split(' ').next();
        fitting.all(|&other| given(other) == given(first)).then_some(first)
    }

    /// `versprach Maurer`: the only person of that last name, where it was not found to be a name here.
    fn by_last_name(&self, clause: &Clause, subject: &Subject) -> Option<usize> {
        let token = clause.token(subject.items.start).filter(|_| subject.items.len() == 1)?;
        let people = self.families.get(&self.reading.tokens[token].word()?)?;
        let mut people = people.iter().filter(|&&entity| self.is_person(entity));
        let first = people.next().copied()?;
        (people.next().is_none() && self.reading.tokens[token].is_capital()).then_some(first)
    }

    fn is_person(&self, entity: usize) -> bool {
        self.names.entities[entity].kind == EntityKind::Person
    }

    fn is_body(&self, entity: usize) -> bool {
        self.names.entities[entity].kind == EntityKind::Organisation
    }

    pub(super) fn fits(&self, entity: usize, wanted: Wanted) -> bool {
        let gender = match self.genders[entity] {
            _ if wanted.kind != EntityKind::Person => true,
            Gender::Man => wanted.man,
            Gender::Woman => wanted.woman,
            Gender::Unknown => true,
        };
        gender && self.names.entities[entity].kind == wanted.kind
    }

    /// Whom a pronoun at token `token` stands for: in its paragraph the latest subject or speaker that fits,
    /// else somebody named before its first pronoun; beyond, the latest speaker or subject.
    fn back(&self, token: usize, wanted: Wanted) -> Option<usize> {
        let passage = self.reading.passages.partition_point(|passage| passage.tokens.end <= token);
        let paragraph = self.reading.passages.get(passage).map_or(0, |passage| passage.tokens.start);
        let floor = paragraph.max(token.saturating_sub(FAR / 2));
        let after = self.places.partition_point(|place| place.token < token);
        let fits = |place: &&Place| self.fits(place.entity, wanted);
        let here = || self.places[..after].iter().rev().take_while(|place| place.token >= floor).take(BACK);
        let spoke = self.spoke.partition_point(|spoke| spoke.token <= token);
        let spoken = |spoke: &&Spoke| {
            let gender = spoke.wanted.man && wanted.man || spoke.wanted.woman && wanted.woman;
            // Somebody without a name is forgotten with the paragraph.
            let present = spoke.entity.is_some() || spoke.token > paragraph;
            spoke.token + FAR >= token && gender && present && spoke.wanted.kind == wanted.kind
        };
        let speaker = self.spoke[..spoke].iter().rev().take(BACK).find(spoken);
        let speaker = speaker.map(|spoke| (spoke.token, spoke.entity));
        let subject = here().filter(fits).find(|place| place.subject);
        let subject = subject.map(|place| (place.token, Some(place.entity)));
        let found = subject.max(speaker.filter(|(token, _)| *token > paragraph));
        if let Some(entity) = self.role_since(found.map_or(floor, |(token, _)| token + 1), token, wanted) {
            return entity;
        }
        if let Some((_, entity)) = found {
            return entity;
        }
        // `Il a critiqué X. « … », a-t-il dit`: somebody named after a pronoun is not the one it stands for.
        let first = self.first_pronoun(floor, token, wanted);
        let named =
            here().filter(fits).find(|place| place.token < first && self.ends_before(place.token, token));
        if let Some(place) = named {
            return Some(place.entity);
        }
        // `La fédération a réagi. « … », a-t-elle écrit`: a body where nobody else can be meant.
        let body = here().find(|place| place.subject && self.is_body(place.entity));
        if let Some(place) = body.filter(|_| self.reading.tongue(token) == Tongue::French && first == token) {
            return Some(place.entity);
        }
        let beyond = self.places.partition_point(|place| place.token < floor);
        let earlier = || {
            let places = self.places[..beyond].iter().rev().take(BACK);
            places.take_while(|place| place.token + FAR >= token).filter(fits)
        };
        let subject = earlier().find(|place| place.subject).map(|place| (place.token, Some(place.entity)));
        let found = subject.max(speaker);
        let since = found.map_or(floor, |(token, _)| token + 1);
        if let Some(entity) = self.role_since(since, floor, wanted) {
            return entity;
        }
        match found {
            Some((_, entity)) => entity,
            None => earlier().next().map(|place| place.entity),
        }
    }

    /// Who the last role without a name between two tokens stands for, where one of that gender is there:
    /// `Le directeur passe. … demande-t-il`.
    fn role_since(&self, from: usize, to: usize, wanted: Wanted) -> Option<Option<usize>> {
        let last = self.nameless.partition_point(|(start, _)| *start < to);
        let (start, noun) = *self.nameless[..last].last().filter(|(start, _)| *start >= from)?;
        // `My husband has booked. He says …`
        if matches!(
            self.reading.lower(start),
            "my" | "our" | "a" | "an" | "mon" | "ma" | "notre" | "un" | "une"
        ) {
            let feminine =
                self.reading.has(noun, Class::FEMININE) && !matches!(self.reading.lower(start), "un" | "mon");
            return (wanted.kind == EntityKind::Person && (wanted.man || feminine)).then_some(None);
        }
        let feminine = self.reading.has(noun, Class::FEMININE);
        let masculine = !matches!(self.reading.lower(start), "la" | "une" | "sa");
        if wanted.kind != EntityKind::Person || !(wanted.woman && feminine || wanted.man && masculine) {
            return None;
        }
        Some(self.designated(start..noun + 1, noun, wanted))
    }

    /// The first pronoun of that gender among the tokens, quotations left out; the last token without one.
    fn first_pronoun(&self, from: usize, to: usize, wanted: Wanted) -> usize {
        let mut quote = self.quotes.partition_point(|quote| quote.tokens.end <= from);
        let mut at = from;
        while at < to {
            if let Some(quoted) = self.quotes.get(quote).filter(|quote| quote.tokens.start <= at) {
                at = quoted.tokens.end;
                quote += 1;
                continue;
            }
            let class = if wanted.man { Class::HE } else { Class::SHE };
            let clear = self.reading.has(at, Class::PRONOUN) && self.reading.has(at, class);
            let one = !self.reading.has(at, Class::HE) || !self.reading.has(at, Class::SHE);
            let next = if at + 1 < to { self.reading.lower(at + 1) } else { "" };
            let nobody = matches!(next, "faut" | "fallait" | "y" | "s'" | "reste" | "suffit" | "convient");
            if clear && one && !nobody {
                return at;
            }
            at += 1;
        }
        to
    }

    /// Whether a sentence or a quotation ends between the two tokens.
    fn ends_before(&self, name: usize, pronoun: usize) -> bool {
        let stop =
            |token: &Token| matches!(token.mark(), Some('.' | '!' | '?' | '…' | '»' | '”' | '"' | ':' | ';'));
        self.reading.tokens[name..pronoun].iter().any(stop)
            || self.reading.has(name.saturating_sub(1), Class::ROLE)
    }
}

/// For each person named by one word, the only one whose name begins with it.
fn by_first_name(names: &Names) -> HashMap<usize, usize> {
    let people = || {
        let entities = names.entities.iter().enumerate();
        entities.filter(|(_, entity)| entity.kind == EntityKind::Person)
    };
    let mut first: HashMap<&str, Option<usize>> = HashMap::new();
    for (index, entity) in people() {
        if let Some((name, _)) = entity.name.split_once(' ') {
            first.entry(name).and_modify(|whole| *whole = None).or_insert(Some(index));
        }
    }
    let whole = |name: &str| first.get(name).copied().flatten();
    people().filter_map(|(index, entity)| Some((index, whole(&entity.name)?))).collect()
}

/// `I`, `je`, `nous`.
fn is_first_person(clause: &Clause, subject: &Subject) -> bool {
    let word = clause.lower(subject.items.end - 1);
    matches!(word, "i" | "we" | "je" | "j'" | "nous" | "-je" | "moi")
}

fn by_pronoun(clause: &Clause, subject: &Subject) -> Option<Wanted> {
    let last = subject.items.end - 1;
    let word = clause.lower(last);
    if foreign::is_foreign(clause.tongue) {
        let (man, woman) = foreign::gender(word)?;
        return Some(Wanted { man, woman, kind: EntityKind::Person });
    }
    let plural = matches!(
        word,
        "ils"
            | "elles"
            | "-ils"
            | "-elles"
            | "-t-ils"
            | "-t-elles"
            | "eux"
            | "they"
            | "them"
            | "leur"
            | "leurs"
            | "their"
            | "its"
    );
    if word == "it" {
        return Some(Wanted { man: true, woman: true, kind: EntityKind::Organisation });
    }
    let nobody = ["-on", "-t-on", "on", "-ce", "i", "we", "you", "je", "j'", "nous", "-je", "vous", "moi"];
    if plural || nobody.contains(&word) {
        return None;
    }
    // `son`, `ses` say nothing of their owner.
    let owned = matches!(word, "son" | "sa" | "ses");
    let man =
        owned || clause.has(last, Class::HE) || matches!(word, "lui" | "dernier" | "him" | "his" | "latter");
    let woman =
        owned || clause.has(last, Class::SHE) || matches!(word, "elle" | "dernière" | "her" | "latter");
    Some(Wanted { man, woman, kind: EntityKind::Person })
}

/// `A spokesman said he …`: the subject of the sentence, where it has a role and no name.
fn noun_before(clause: &Clause, subject: &Subject, wanted: Wanted) -> Option<Subject> {
    let at = subject.items.start;
    let first = subject::of_sentence(clause, clause.sentence_start(at), at)?;
    let Head::Noun(noun) = first.head else { return None };
    if wanted.kind == EntityKind::Organisation {
        return clause.has(noun, Class::BODY).then_some(first);
    }
    let gender = wanted.man && clause.has(noun, Class::ROLE) && !only_woman(clause, noun)
        || wanted.woman && clause.has(noun, Class::FEMININE);
    gender.then_some(first)
}

/// `la directrice`.
fn only_woman(clause: &Clause, noun: usize) -> bool {
    noun.checked_sub(1)
        .is_some_and(|before| matches!(clause.lower(before), "la" | "une" | "cette" | "sa" | "ma"))
}

/// What a pronoun says of the one it stands for.
pub(super) fn gender_of(clause: &Clause, subject: &Subject) -> Option<Gender> {
    let wanted = if subject.head == Head::Pronoun { by_pronoun(clause, subject) } else { None };
    match wanted.filter(|wanted| wanted.kind == EntityKind::Person) {
        Some(Wanted { man: true, woman: false, .. }) => Some(Gender::Man),
        Some(Wanted { man: false, woman: true, .. }) => Some(Gender::Woman),
        _ => None,
    }
}

/// `« …, explique Karim Benali, … »`: the name at `token` is that of an incise inside a quotation.
fn is_incised(reading: &Reading, token: usize) -> bool {
    let floor = token.saturating_sub(INCISED);
    let mut words = (floor..token).rev().take_while(|&at| reading.tokens[at].is_word());
    let Some(verb) = words.find(|&at| reading.has(at, Class::FINITE.or(Class::PARTICIPLE))) else {
        return false;
    };
    let small = Class::CLITIC.or(Class::HAVE).or(Class::BE).or(Class::ADVERB);
    let before = (verb.saturating_sub(INCISED)..verb).rev().find(|&at| !reading.has(at, small));
    before.is_some_and(|at| matches!(reading.tokens[at].mark(), Some(',' | '?' | '!' | '…')))
}

/// `A et B`, `A and B`: the name at `token` is joined to the one before.
fn is_joined(reading: &Reading, token: usize) -> bool {
    token > 0 && matches!(reading.lower(token - 1), "et" | "and")
}

/// `’s` after a name that ends before token `end`.
fn is_owner(reading: &Reading, end: usize) -> bool {
    end < reading.tokens.len() && reading.lower(end) == "'s"
}

/// Whether the name at `token` stands at the head of its clause: nothing governs it.
fn is_subject(reading: &Reading, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let article =
        reading.has(before, Class::DETERMINER) && !reading.has(before, Class::OF.or(Class::PREPOSITION));
    let before = match before.checked_sub(1) {
        Some(earlier) if article => earlier,
        _ => before,
    };
    let previous: &Token = &reading.tokens[before];
    // `L’acheteur final, c’est Norvia`, `Quant à Norvia, elle …`.
    let pair = before.checked_sub(1).map(|first| (reading.lower(first), reading.lower(before)));
    if matches!(pair, Some(("c'", "est") | ("quant", "à"))) {
        return true;
    }
    // `le fabricant de pompes à chaleur Norvia`: the name stands beside a plain noun.
    let noun = previous.is_word() && !previous.is_capital() && reading.class(before) == Class::NONE;
    noun || previous.mark().is_some_and(|mark| !matches!(mark, '(' | '[' | '/'))
        || reading.has(
            before,
            Class::ROLE.or(Class::BODY).or(Class::TITLE).or(Class::RELATIVE).or(Class::CONJUNCTION),
        )
}
